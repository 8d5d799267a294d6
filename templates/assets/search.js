/* A better order in the search box. Material's own search takes each word, "the" and "to" too, for the beginning of one, and
   favours long sections; so the page whose very title is typed may stand far down. Here the box stays Material's, and its
   worker does the search; what goes to it and what comes back passes through this script, on the page's side:
   a question loses its stop words, and whole words weigh more than beginnings; of the answers those pages come first
   whose title or key term the question is, then begins, then holds. The build wrote key terms and stop words into the index.
   Whatever is not as expected is passed on as it is: then the box answers as Material's own does.
   digest/render/search_model.py does the same sums for the build's own look-up: change both, a test compares them. */
(() => {
  "use strict";

  const [SETUP, QUERY, RESULT] = [0, 2, 3]; // kinds of messages of Material's search worker
  const WHOLE = 4; // times that a whole word weighs what one does that only begins so
  const EQUAL = 0, TERM = 1, BEGINS = 2, HOLDS = 3, TERM_BEGINS = 4, ALL_WORDS = 5, SOME_WORDS = 6; // how near a page is
  const OPERATORS = /["*\\]|(?:^|\s)[+-][^\s+-]|[~^]\d|\b(?:title|text|tags):\S/; // of lunr's query language
  const OTHERWISE = 1000; // places behind, for a term that is written in another way than it is typed, as in capitals
  const KINDS = ["article", "term", undefined]; // of pages that share a title, the text itself comes first
  const UNSPACED = /\p{Script=Han}/u; // Material cuts it into words of the index
  const SEGMENTED = ["ja", "th", "hi"];

  /* The words of a text, in plain small letters, with a space between each two. */
  const plain = (text) =>
    (text.replace(/&(?:amp|lt|gt|quot|#\d+);/g, " ").normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");

  const untagged = (html) => html.replace(/<[^>]*>/g, " ");
  const pageOf = (location) => location.split("#")[0];

  /* What the index says of its pages: the first section, titles and key terms of each. */
  const readPages = (docs) => {
    const pages = new Map();
    for (const doc of docs) {
      if (pages.has(pageOf(doc.location))) continue;
      const { kind, titles = [], terms = [] } = doc.digest ?? {};
      pages.set(pageOf(doc.location), {
        doc,
        kind,
        titles: [untagged(doc.title), ...titles].map(plain).filter(Boolean),
        terms: terms.map(plain),
        written: terms,
      });
    }
    return pages;
  };

  /* A question in lunr's words: `word^4 word*` finds the word, and with less weight what begins so. */
  const rewrite = (question, { separator, stopWords }) => {
    if (OPERATORS.test(question) || UNSPACED.test(question)) return question;
    const words = question.toLowerCase().split(separator).filter((word) => word && !stopWords.has(word));
    if (!words.length || words.some((word) => /[~^:+*-]/.test(word))) return question;
    return [...new Set(words)].map((word) => `${word}^${WHOLE} ${word}`).join(" ");
  };

  /* How near a page's names are to a question, nearest first when compared number by number; none if they lack its words. */
  const compare = ({ kind, titles, terms, written }, { asked, all, words }) => {
    if (titles.includes(all)) return [EQUAL, KINDS.indexOf(kind)];
    const place = terms.indexOf(all);
    if (place >= 0) return [TERM, written.includes(asked) ? written.indexOf(asked) : place + OTHERWISE];
    const shortest = (names) => Math.min(...names.map((name) => name.split(" ").length));
    const begins = (name) => name.startsWith(all);
    if (titles.some(begins)) return [BEGINS, shortest(titles.filter(begins))];
    const holds = (name) => words.every((word) => ` ${name} `.includes(word));
    if (titles.some(holds)) return [HOLDS, shortest(titles.filter(holds))];
    if (terms.some(begins)) return [TERM_BEGINS, shortest(terms.filter(begins))];
  };

  /* Whether the sections found of a page have all words of the question between them. */
  const hasAll = (sections) => {
    const found = {};
    for (const { terms } of sections) for (const word in terms) found[word] ||= terms[word];
    return Object.values(found).every(Boolean);
  };

  const byNumbers = (one, other) => {
    const at = one.findIndex((number, at) => number !== other[at]);
    return at < 0 ? 0 : one[at] - other[at];
  };

  /* The pages found, nearest first; each of them is a list of its sections, the best one first. */
  const order = (items, question, { pages, stopWords }) => {
    const all = plain(question);
    if (!all) return items;
    const spelled = all.split(" ");
    const meant = spelled.filter((word) => !stopWords.has(word));
    const words = (meant.length ? meant : spelled).map((word, at, { length }) => ` ${word}${at + 1 < length ? " " : ""}`);
    const found = new Map(items.map((sections) => [pageOf(sections[0].location), sections]));
    const ranked = [];
    for (const [location, page] of pages) {
      const near = compare(page, { asked: question.trim(), all, words });
      const sections = found.get(location);
      if (near) ranked.push({ near, sections: lead(page.doc, sections ?? []) });
      else if (sections) ranked.push({ near: [hasAll(sections) ? ALL_WORDS : SOME_WORDS], sections });
    }
    for (const one of ranked) one.near.push(-Math.max(...one.sections.map(({ score }) => score)));
    return raise(ranked.sort((one, other) => byNumbers(one.near, other.near)).map(({ sections }) => sections));
  };

  /* A page's sections with its opening first, for the page itself is what is meant. */
  const lead = (doc, sections) => {
    const at = sections.findIndex(({ location }) => location === doc.location);
    const [opening] = at < 0 ? [{ ...doc, text: "", score: 0, terms: {} }] : sections.splice(at, 1);
    return [opening, ...sections];
  };

  /* Scores that fall from page to page and within each: the Enter key opens the page of the highest score. */
  const raise = (groups) => {
    let floor = 0;
    for (const [first, ...others] of [...groups].reverse()) {
      floor = first.score = Math.max(first.score, floor + 0.01, ...others.map(({ score }) => score + 0.01));
    }
    return groups;
  };

  class SearchWorker extends window.Worker {
    #index; // what the build wrote for this script; none while the messages are not those that it knows
    #asked = []; // questions without an answer yet

    constructor(...given) {
      super(...given);
      this.addEventListener("message", ({ data: message }) => this.#attempt(() => this.#receive(message)));
    }

    postMessage(message, ...others) {
      super.postMessage(this.#attempt(() => this.#send(message)) ?? message, ...others);
    }

    #attempt(act) {
      try {
        return act();
      } catch (error) {
        console.warn("search in the theme's own order:", error);
        this.#index = undefined;
      }
    }

    #send(message) {
      if (message?.type === SETUP && message.data?.config?.stop_words) {
        const { config, docs } = message.data;
        const stopWords = new Set(config.stop_words);
        const segmented = SEGMENTED.some((lang) => config.lang.includes(lang));
        this.#index = { pages: readPages(docs), separator: new RegExp(config.separator), stopWords, segmented };
      } else if (message?.type === QUERY && this.#index) {
        this.#asked.push(message.data);
        return this.#index.segmented ? message : { ...message, data: rewrite(message.data, this.#index) };
      }
    }

    #receive(message) {
      if (message?.type === RESULT && this.#index && this.#asked.length) {
        message.data.items = order(message.data.items, this.#asked.shift(), this.#index);
      }
    }
  }

  window.Worker = SearchWorker;
})();
