// Puts the questions that were missed first, then the unanswered ones, then the rest.
(() => {
  "use strict";
  const { pages, progress } = window.xcorrQuestions;
  const list = document.querySelector(".ask-copies");
  const head = document.querySelector(".ask-progress");
  const names = Object.values(pages).flat();
  const GROUPS = ["Missed", "Not answered yet", "Answered right"];
  const ALL = "Forget all that you answered, solved and wrote in this book?";
  const MISSED = 0, OPEN = 1, RIGHT = 2;
  const groupOf = (name) => {
    const { solved, wrong } = progress.of(name);
    if (solved) return RIGHT;
    return wrong ? MISSED : OPEN;
  };

  const items = [...list.children];
  for (const body of list.querySelectorAll(".ask-body")) body.hidden = false;
  for (const [group, title] of GROUPS.entries()) {
    const own = items.filter((item) =>
      groupOf(item.querySelector("form").dataset.ask) === group);
    if (!own.length) continue;
    const heading = document.createElement("h2");
    heading.textContent = title;
    const part = list.cloneNode(false);
    part.append(...own);
    list.before(heading, part);
  }
  list.remove();

  const tell = () => {
    const missed = names.filter((name) => groupOf(name) === MISSED).length;
    const counts = `${progress.count(names)} of ${names.length} answered right`
      + (missed ? `, ${missed} missed. ` : ". ");
    head.querySelector("p").textContent = counts + (progress.isKept
      ? "Your answers are kept in this browser, and nowhere else."
      : "This browser keeps no answers: they are gone when you leave the page.");
  };
  tell();
  addEventListener("questions-changed", tell);
  head.hidden = false;
  head.querySelector("button").addEventListener("click", () => {
    if (!confirm(ALL)) return;
    progress.forget();
    location.reload();
  });
})();
