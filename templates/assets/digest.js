/* What a reader's own browser adds to the pages: progress, links to paragraphs, read marks, keys. Without it every page reads as well.
   Nothing leaves the browser: what is remembered lies in its local storage, under the address of this library. */
(() => {
  "use strict";

  const root = new URL("..", document.currentScript.src);
  const key = `digest ${root.pathname}`;
  const here = pathOf(location);
  const memory = recall();
  const article = document.querySelector(".md-content__inner:has(> .digest-fold)");

  /* --- what is remembered: {read: {path: day}, shown: {page: [paths]}, keys: bool} */

  function recall() {
    try {
      return checked(JSON.parse(localStorage.getItem(key)));
    } catch {
      return checked(null);  // no storage, or not ours: begin anew
    }
  }

  function checked(found) {
    const own = found && typeof found === "object" ? found : {};
    const mapping = (value) => (value && typeof value === "object" && !Array.isArray(value) ? value : {});
    return { read: mapping(own.read), shown: mapping(own.shown), keys: own.keys !== false };
  }

  function remember() {
    try {
      localStorage.setItem(key, JSON.stringify(memory));
    } catch { /* private windows and full disks: the page works on */ }
  }

  function pathOf(address) {
    const path = new URL(address.href).pathname;
    return path.startsWith(root.pathname) ? path.slice(root.pathname.length) : "";
  }

  function today() {
    return new Date().toISOString().slice(0, 10);
  }

  /* --- lists: which articles are read, and which were not there at the last visit */

  function markLists() {
    const titles = [...document.querySelectorAll(".digest-articles li, .digest-cards li, .digest-rows li")]
      .map((line) => line.querySelector("a[href]"))
      .filter((link) => link && pathOf(link).startsWith("articles/"));
    const before = Array.isArray(memory.shown[here]) ? new Set(memory.shown[here]) : null;
    for (const link of titles) {
      const path = pathOf(link);
      if (memory.read[path]) label(link, "read");
      else if (before && !before.has(path)) label(link, "new");
    }
    if (titles.length && !sessionStorage.getItem(`${key} ${here}`)) {
      sessionStorage.setItem(`${key} ${here}`, "seen");  // until this window closes, what is new stays new
      memory.shown[here] = titles.map(pathOf);
      remember();
    }
    return titles;
  }

  function label(link, words) {
    const mark = document.createElement("span");
    mark.className = `digest-mark digest-mark--${words}`;
    mark.textContent = words;
    link.after(" ", mark);
  }

  /* --- an article: progress, read when its end was seen, links to its paragraphs */

  function followReading() {
    const bar = document.createElement("div");
    bar.className = "digest-progress";
    bar.setAttribute("aria-hidden", "true");
    document.body.append(bar);
    const last = [...article.querySelectorAll("a[id^='p']")].pop();
    const end = last ? last.parentElement : article.lastElementChild;
    const draw = () => {
      const box = end.getBoundingClientRect();
      const whole = box.bottom + scrollY - innerHeight;
      const share = whole > 0 ? Math.min(1, scrollY / whole) : 1;
      bar.style.transform = `scaleX(${share})`;
      if (share === 1 && !memory.read[here] && (scrollY > 0 || whole <= 0)) readFor(true);
    };
    addEventListener("scroll", draw, { passive: true });
    addEventListener("resize", draw, { passive: true });
    draw();
  }

  function readFor(read) {
    if (read) memory.read[here] = today();
    else delete memory.read[here];
    remember();
  }

  function linkParagraphs() {
    for (const place of article.querySelectorAll(":is(p, li) > a[id^='p']")) {
      const link = document.createElement("a");
      link.className = "digest-copy";
      link.href = `#${place.id}`;
      link.tabIndex = -1;  // the key y does the same, so that Tab need not stop at every paragraph
      link.title = "Copy the link to this paragraph";
      link.setAttribute("aria-label", link.title);
      link.textContent = "¶";
      link.addEventListener("click", () => copy(link.href));
      place.after(link);
    }
  }

  async function copy(address) {
    try {
      await navigator.clipboard.writeText(address);
      say("Link copied");
    } catch {
      say(address);  // without a clipboard (an insecure page) the address can be copied by hand
    }
  }

  function say(words) {
    const status = document.querySelector(".digest-status") ?? document.body.appendChild(document.createElement("div"));
    status.className = "digest-status";
    status.setAttribute("role", "status");
    status.textContent = words;
    clearTimeout(say.timer);
    say.timer = setTimeout(() => { status.textContent = ""; }, 4000);
  }

  /* --- paper: links that leave the library are numbered, and their addresses stand at its end */

  function noteLinks() {
    const addresses = [];
    for (const link of document.querySelectorAll(".md-content__inner a[href^='http']")) {
      const shown = link.closest(".digest-source, .digest-rights") || link.textContent.includes(link.getAttribute("href"));
      if (shown || link.closest(".digest-fold, [hidden]") || link.href.startsWith(root.href)) continue;
      if (!addresses.includes(link.href)) addresses.push(link.href);
      link.after(noted("sup", `[${addresses.indexOf(link.href) + 1}]`));
    }
    if (!addresses.length) return;
    const list = noted("ol");
    list.append(...addresses.map((address) => Object.assign(document.createElement("li"), { textContent: address })));
    const content = document.querySelector(".md-content__inner");
    content.insertBefore(list, content.querySelector(":scope > .digest-colophon"));
  }

  function noted(tag, words = "") {
    return Object.assign(document.createElement(tag), { className: "digest-noted", dir: "ltr", textContent: words });
  }

  function dropNotes() {
    for (const note of document.querySelectorAll(".digest-noted")) note.remove();
  }

  /* --- keys */

  const places = () => [...document.querySelectorAll(".md-content__inner a[id^='p']")].map((place) => place.parentElement);

  function step(by, titles) {
    if (!article) {
      const at = titles.indexOf(document.activeElement);
      titles[Math.max(0, Math.min(titles.length - 1, at + by))]?.focus();
      return;
    }
    const line = 80;  // below the header
    const tops = places().map((place) => place.getBoundingClientRect().top - line);
    const at = by > 0 ? tops.findIndex((top) => top > 4) : tops.findLastIndex((top) => top < -4);
    if (at >= 0) scrollBy({ top: tops[at] });
  }

  function go(selector) {
    const link = document.querySelector(selector);
    if (link) location.href = link.href;
  }

  function copyPlace() {
    const shown = places().find((place) => place.getBoundingClientRect().bottom > 80);
    const id = shown?.querySelector("a[id^='p']")?.id;
    copy(id ? `${location.href.split("#")[0]}#${id}` : location.href);
  }

  function toggleRead() {
    if (!article) return;
    readFor(!memory.read[here]);
    say(memory.read[here] ? "Marked as read" : "Marked as not read");
  }

  function listen(titles) {
    const does = {
      j: () => step(1, titles), k: () => step(-1, titles), m: toggleRead, y: copyPlace,
      h: () => { location.href = new URL("index.html", root).href; },
      "[": () => go(".digest-before a"), "]": () => go(".digest-after a"),
      "?": () => { location.href = new URL("reading.html", root).href; },
    };
    addEventListener("keydown", (event) => {
      const writing = event.target.closest?.("input, textarea, select, [contenteditable]");
      if (!memory.keys || writing || event.ctrlKey || event.metaKey || event.altKey || !does[event.key]) return;
      event.preventDefault();
      does[event.key]();
    });
  }

  /* Material's tips come with the focus and go with it; one that covers words must also go at a key (WCAG 1.4.13). */
  function hideTips() {
    for (const tip of document.querySelectorAll(".md-tooltip2--active")) tip.classList.remove("md-tooltip2--active");
  }

  /* --- the page about it: how much is read, take it along, bring it back, forget it */

  function fillDesk(desk) {
    const read = Object.keys(memory.read).length;
    const words = document.createElement("p");
    words.textContent = `${read} ${read === 1 ? "article" : "articles"} read in this browser.`;
    const file = Object.assign(document.createElement("input"), { type: "file", accept: ".json", hidden: true });
    file.addEventListener("change", () => bring(file.files[0]));
    const keys = Object.assign(document.createElement("input"), { type: "checkbox", checked: memory.keys });
    keys.addEventListener("change", () => { memory.keys = keys.checked; remember(); });
    const choice = document.createElement("label");
    choice.append(keys, " Single keys are shortcuts");
    desk.replaceChildren(
      words, button("Save to a file", take), " ", button("Add from a file", () => file.click()), " ",
      button("Forget everything", forget), file, document.createElement("br"), choice,
    );
  }

  function button(words, act) {
    const made = Object.assign(document.createElement("button"), { type: "button", className: "md-button", textContent: words });
    made.addEventListener("click", act);
    return made;
  }

  function take() {
    const text = JSON.stringify({ library: document.title, ...memory }, null, 1);
    const link = Object.assign(document.createElement("a"), { download: "reading.json" });
    link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  async function bring(file) {
    try {
      const brought = checked(JSON.parse(await file.text()));
      Object.assign(memory.read, brought.read);
      remember();
      fillDesk(document.querySelector(".digest-desk"));
    } catch {
      say("This file holds no reading marks");
    }
  }

  function forget() {
    Object.assign(memory, { read: {}, shown: {} });
    remember();
    fillDesk(document.querySelector(".digest-desk"));
  }

  addEventListener("beforeprint", noteLinks);
  addEventListener("afterprint", dropNotes);
  const titles = markLists();
  listen(titles);
  addEventListener("keydown", (event) => { if (event.key === "Escape") hideTips(); });
  if (article) {
    followReading();
    linkParagraphs();
  }
  const desk = document.querySelector(".digest-desk");
  if (desk) fillDesk(desk);
})();
