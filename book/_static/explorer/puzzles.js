// A puzzle above the explorer: what it asks, and whether the settings solve it.
(() => {
  "use strict";
  const explorer = window.xcorrExplorer;

  explorer.Puzzle = class {
    constructor(root) {
      this.root = root;
      this.panel = root.querySelector(".xp-puzzle");
      this.fields = [...root.querySelectorAll("[name]:not([type=radio])")];
      this.steps = root.querySelector(".xp-steps");
      this.fold = root.querySelector(".xp-settings");
      this.problem = root.querySelector(".xp-problem");
    }

    one(selector) {
      return this.panel.querySelector(selector);
    }

    show(model) {
      const puzzle = explorer.puzzle(model.settings.puzzle);
      const isOther = puzzle !== this.puzzle;
      if (isOther) this.open(puzzle);
      if (!puzzle) return;
      const why = explorer.unsolved(model);
      // A link to a solution shows it, and solves nothing.
      if (!why && !isOther && this.why) window.xcorrSolved.add(puzzle.name);
      this.why = why;
      this.panel.classList.toggle("solved", !why);
      this.one(".xp-verdict").textContent = why ? `Not yet: ${why}.` : this.solution();
      this.one(".xp-taught").hidden = Boolean(why);
      this.showIsSolved();
    }

    solution() {
      const { solutions } = this.puzzle;
      return solutions === 1
        ? "Solved, and there is no other solution."
        : `Solved, with one of ${solutions} solutions.`;
    }

    showIsSolved() {
      this.one(".xp-is-solved").hidden = !window.xcorrSolved.names().has(this.puzzle.name);
    }

    open(puzzle) {
      const before = this.puzzle;
      this.puzzle = puzzle;
      this.panel.hidden = !puzzle;
      this.root.classList.toggle("puzzling", Boolean(puzzle));
      for (const field of this.fields) {
        field.disabled = Boolean(puzzle) && !(field.name in puzzle.free);
      }
      if (!puzzle) {
        this.steps.after(this.fold, this.problem);
        this.fold.hidden = false;
        return;
      }
      const number = explorer.PUZZLES.indexOf(puzzle);
      this.one(".xp-puzzle-number").textContent =
        `Puzzle ${number + 1} of ${explorer.PUZZLES.length}`;
      this.one(".xp-puzzle-title").textContent = puzzle.title;
      this.one(".xp-asks").textContent = puzzle.asks;
      this.one(".xp-free").textContent = explorer.puzzleFree(puzzle);
      this.one(".xp-taught-words").textContent = puzzle.taught;
      const chapter = this.one(".xp-taught a");
      chapter.href = puzzle.place;
      chapter.textContent = `Chapter ${Number(puzzle.place.slice(0, 2))}`;
      this.showWanted(puzzle);
      this.lead(".xp-again", puzzle);
      this.lead(".xp-before", explorer.PUZZLES[number - 1]);
      this.lead(".xp-after", explorer.PUZZLES[number + 1]);
      // What is to be set stands between what is asked and what is said of it.
      this.one(".xp-free").after(this.fold, this.problem);
      this.fold.hidden = this.fields.every(({ disabled }) => disabled);
      this.fold.open = true;
      // Who went on from one to the next reads on at its title.
      if (before) this.one("h2").focus();
    }

    lead(selector, puzzle) {
      const link = this.one(selector);
      link.hidden = !puzzle;
      if (puzzle) link.href = `#puzzle=${puzzle.name}`;
    }

    // The positions that are to be found, as a table.
    showWanted({ until: { positions } }) {
      const table = this.one(".xp-wanted");
      table.parentElement.hidden = !positions;
      table.tBodies[0].replaceChildren(...(positions ? rows(positions) : []));
    }
  };

  function rows(positions) {
    const lines = Array.isArray(positions[0]) ? positions : [positions];
    return lines.map((line) => {
      const row = document.createElement("tr");
      row.append(...line.map((position) => {
        const cell = document.createElement("td");
        cell.textContent = position;
        return cell;
      }));
      return row;
    });
  }
})();
