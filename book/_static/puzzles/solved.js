// Which puzzles the reader solved: kept in this browser, where it keeps anything, and
// marked on the page that lists them.
(() => {
  "use strict";
  const KEPT = "xcorr-puzzles";

  function names() {
    try {
      return new Set(JSON.parse(localStorage.getItem(KEPT)) ?? []);
    } catch {
      return new Set(); // storage is blocked, or holds something else
    }
  }

  window.xcorrSolved = {
    names,
    add(name) {
      try {
        localStorage.setItem(KEPT, JSON.stringify([...names().add(name)]));
      } catch {
        // It is solved all the same.
      }
    },
  };

  function mark() {
    const solved = names();
    const puzzles = [...document.querySelectorAll("[data-puzzle]")];
    for (const puzzle of puzzles) {
      const isSolved = solved.has(puzzle.dataset.puzzle);
      puzzle.querySelector(".puzzle-solved").hidden = !isSolved;
      puzzle.querySelector(".puzzle-taught").hidden = !isSolved;
    }
    const count = document.querySelector(".puzzle-count");
    const done = puzzles.filter(({ dataset }) => solved.has(dataset.puzzle)).length;
    if (count) count.textContent = done ? `${done} of ${puzzles.length} solved` : "";
  }

  mark();
  // Solved in another tab, or before the reader came back.
  addEventListener("storage", mark);
  addEventListener("pageshow", mark);
})();
