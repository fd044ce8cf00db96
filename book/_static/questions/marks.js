// Marks in the contents what is solved, counts it at the head of a chapter, and leads
// from the first page back to where the reader was.
(() => {
  "use strict";
  const { pages, progress } = window.xcorrQuestions;
  const here = DOCUMENTATION_OPTIONS.pagename;
  const root = new URL(document.documentElement.dataset.content_root, location.href);
  const address = (page) => new URL(`${page}.html`, root);
  const element = (tag, className, ...parts) => {
    const made = document.createElement(tag);
    made.className = className;
    made.append(...parts);
    return made;
  };

  // A mark is seen, and read out in words.
  const mark = (link, seen, words) => {
    const shown = element("span", "ask-seen", seen);
    shown.ariaHidden = "true";
    link.append(element("span", "ask-mark", shown,
      element("span", "visually-hidden", `, ${words}`)));
  };

  const markPages = () => {
    const links = [...document.querySelectorAll(".bd-links a")];
    for (const [page, names] of Object.entries(pages)) {
      const right = progress.count(names);
      const link = links.find(({ pathname }) => pathname === address(page).pathname);
      if (!right || !link) continue;
      const all = names.length;
      mark(link, right < all ? `${right}/${all}` : "✓", `${right} of ${all} questions`);
    }
  };

  const markSections = () => {
    for (const link of document.querySelectorAll(".page-toc a[href^='#']")) {
      const section = document.getElementById(link.hash.slice(1));
      const forms = [...section?.querySelectorAll(":scope form.ask") || []];
      const names = forms.map((form) => form.dataset.ask);
      if (names.length && progress.count(names) === names.length) {
        mark(link, "✓", "answered");
      }
    }
  };

  // An exercise is found by its cell's judge, once its code was judged right in the page.
  const markExercises = () => {
    for (const { dataset, parentElement } of document.querySelectorAll("[data-judge]")) {
      let box = parentElement;
      while (box && !box.matches(".exercise")) box = box.previousElementSibling;
      box?.classList.toggle("is-solved", progress.count([dataset.judge]) === 1);
    }
  };

  const countHere = () => {
    const names = pages[here];
    const line = document.querySelector(".reading-minutes");
    if (!names || !line) return;
    const link = element("a", "", `${progress.count(names)} of ${names.length} questions`);
    link.href = address("book/test_yourself");
    line.append(element("span", "ask-mark d-print-none", " ", link, " answered."));
  };

  const leadBack = () => {
    const buttons = document.querySelector(".hero-words .buttons");
    const { page, id, title } = progress.place || {};
    if (!buttons || !pages[page]) return;
    const link = element("a", "", title);
    link.href = address(page);
    link.hash = id;
    buttons.after(element("p", "ask-mark ask-back", "Go on where you were: ", link));
  };

  const render = () => {
    for (const old of document.querySelectorAll(".ask-mark")) old.remove();
    markPages();
    if (pages[here]) markSections();
    markExercises();
    countHere();
    leadBack();
  };

  // The section whose beginning was passed last, of the page that is left.
  const words = (heading) => [...heading.childNodes]
    .filter((node) => !node.classList?.contains("headerlink"))
    .map((node) => node.textContent).join("").trim();
  const keepPlace = () => {
    const passed = [...document.querySelectorAll("article h2")]
      .filter((heading) => heading.getBoundingClientRect().top < innerHeight / 2).pop();
    const section = passed?.closest("section[id]");
    const title = words(document.querySelector("article h1"));
    progress.keepPlace({
      page: here,
      id: section?.id || "",
      title: section ? `${title}, ${words(passed)}` : title,
    });
  };

  render();
  addEventListener("questions-changed", render);
  if (pages[here]) addEventListener("pagehide", keepPlace);
  document.addEventListener("exercise-right", ({ detail }) =>
    progress.keep(detail, { text: "", said: "", isRight: true, solved: true, wrong: 0 }));
})();
