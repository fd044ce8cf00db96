// The search, in the dialog and on the search page: what is typed, what is shown.
(() => {
  const folder = `${document.documentElement.dataset.content_root}_static/search/`;
  const SHOWN = 20;
  const PAUSE = 150; // ms, after the last key

  const load = (name) => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    Object.assign(script, { src: folder + name, onload: resolve, onerror: reject });
    document.head.append(script);
  });
  let loading;
  const loaded = () => loading ??= load("minisearch.js").then(() => load("find.js"))
    .then(() => load("passages.js")).then(() => bookPassages.ready);

  const make = (tag, className, ...content) => {
    const element = document.createElement(tag);
    element.className = className;
    element.append(...content);
    return element;
  };

  const marked = (text, matches) => text.split(matches)
    .map((part, n) => (n % 2 ? make("mark", "", part) : part));

  const item = ({ places, address, isCode, matches, snippet }) => {
    const link = make("a", "found-place");
    link.href = address;
    places.forEach((place, n) => {
      if (n) link.append(make("span", "found-joint", " › "));
      link.append(...marked(place, matches));
    });
    const text = make(isCode ? "pre" : "p", "found-text", ...marked(snippet, matches));
    return make("li", "", link, ...(text.textContent ? [text] : []));
  };

  const verdict = ({ every, count, best }) => {
    if (!count) return "Nothing is found.";
    const places = count === 1 ? "1 place" : `${count} places`;
    const part = count > SHOWN ? `, the best ${best.length} are here` : "";
    return every ? `Found: ${places}${part}.`
      : `No place holds all of these words. Found with some: ${places}${part}.`;
  };

  const prepare = (form) => {
    const input = form.elements.q;
    const status = make("p", "found-status");
    status.setAttribute("role", "status");
    const list = make("ol", "found");
    const box = make("div", "found-box", status, list);
    box.hidden = true;
    form.after(box);

    const show = async () => {
      const query = input.value.trim();
      const isThere = await loaded().then(() => true, () => false);
      if (query !== input.value.trim()) return; // typed on in the meantime
      const answer = isThere ? findParagraphs(query, SHOWN) : { best: [] };
      list.replaceChildren(...answer.best.map(item));
      status.textContent = isThere ? verdict(answer) : "The search could not be loaded.";
      box.hidden = !query;
      box.scrollTop = 0;
    };

    let wait;
    input.addEventListener("focus", () => loaded().catch(() => {}));
    input.addEventListener("input", () => {
      clearTimeout(wait);
      wait = setTimeout(show, PAUSE);
    });
    form.parentElement.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const stops = [input, ...list.querySelectorAll("a")];
      const now = stops.indexOf(document.activeElement);
      if (!step || now < 0) return;
      event.preventDefault();
      stops[Math.min(Math.max(now + step, 0), stops.length - 1)].focus();
    });
    // A result on the same page is behind the dialog.
    list.addEventListener("click", () => form.closest("dialog")?.close());
    return show;
  };

  // What was found may lie in a fold.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    let opened = false;
    for (let box = target; box; box = box.parentElement) {
      if (box.matches("details:not([open]), .toggle-hidden")) {
        opened = true;
        if (box.matches("details")) box.open = true;
        else box.querySelector(".toggle-button").click();
      }
    }
    if (opened) target.scrollIntoView();
  };
  addEventListener("load", reveal);
  addEventListener("hashchange", reveal);

  for (const form of document.querySelectorAll("form.bd-search")) {
    const show = prepare(form);
    if (form.closest("dialog")) continue;
    form.elements.q.value = new URLSearchParams(location.search).get("q") || "";
    form.elements.q.focus();
    form.elements.q.select();
    show();
  }
})();
