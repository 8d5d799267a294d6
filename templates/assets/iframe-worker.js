/* Search in pages opened from a folder. Browsers refuse to start a Worker from file://, so there the search script runs in
   a hidden frame of the page instead. The theme's script asks for `IFrameWorker` by name to learn where it runs, and
   MkDocs Material's `offline` plugin knows by "iframe-worker" in this file's name that it need not fetch one. */
(() => {
  "use strict";

  /* Add a script to a document; resolves when it has run. */
  const addScript = (page, address) =>
    new Promise((resolve, reject) => {
      const script = page.createElement("script");
      script.src = address;
      script.onload = resolve;
      script.onerror = () => reject(new Error(`cannot load ${address}`));
      page.head.append(script);
    });

  /* An empty frame, hidden from sight, screen readers and the Tab key; resolves when it is ready. */
  const addFrame = (frame) =>
    new Promise((resolve) => {
      frame.hidden = true;
      frame.title = "search";
      frame.srcdoc = "<!doctype html><title>search</title>";
      frame.onload = () => resolve(frame.contentWindow);
      document.body.append(frame);
    });

  class IFrameWorker extends EventTarget {
    #frame = document.createElement("iframe");
    #scope; // promise of the frame's window, once the script has run in it

    constructor(address) {
      super();
      this.#scope = this.#start(new URL(address, document.baseURI).href);
      this.#scope.catch((error) => this.dispatchEvent(new ErrorEvent("error", { error, message: error.message })));
    }

    postMessage(message) {
      this.#scope.then((scope) => scope.dispatchEvent(new MessageEvent("message", { data: message })), () => {});
    }

    terminate() {
      this.#frame.remove();
    }

    async #start(address) {
      const scope = await addFrame(this.#frame);
      const page = scope.document;
      scope.postMessage = (answer) => this.dispatchEvent(new MessageEvent("message", { data: answer }));
      /* A frame cannot wait for a script as a worker can: whoever calls this must await it, as the search script does. */
      scope.importScripts = (...scripts) =>
        scripts.reduce((loaded, script) => loaded.then(() => addScript(page, new URL(script, address).href)), Promise.resolve());
      await addScript(page, address);
      return scope;
    }
  }

  if (location.protocol === "file:") {
    window.IFrameWorker = window.Worker = IFrameWorker;
  }
})();
