// The reader marks which pixels an output reads, and then sees.
(() => {
  "use strict";
  const explorer = window.xcorrExplorer;
  const SIGNS = { right: "✓", wrong: "✗", missed: "+" };

  explorer.Predict = class {
    // `on.begin` makes the settings fit: the index as it is, read as a gather.
    constructor(root, board, on) {
      this.root = root;
      this.board = board;
      this.on = on;
      this.grid = board.grids.get("image");
      this.plainly = this.grid.on;
      const one = (selector) => root.querySelector(selector);
      this.button = one(".xp-predict");
      this.pane = one(".xp-ask");
      this.question = one(".xp-question");
      this.counts = one(".xp-counts");
      this.verdict = one(".xp-told");
      this.checker = one(".xp-check");
      this.button.addEventListener("click", () => (this.asking ? this.stop() : this.begin()));
      this.checker.addEventListener("click", () => {
        if (this.check()) one(".xp-other").focus();
      });
      one(".xp-clear").addEventListener("click", () => this.ask(this.n));
      one(".xp-other").addEventListener("click", () => this.board.place(this.another()));
    }

    get asking() {
      return this.n !== undefined;
    }

    begin() {
      if (this.on.begin()) this.ask(this.board.placement());
    }

    // The settings are others: asks anew, or no longer.
    restart() {
      if (!this.asking) return;
      const { nWindows, settings } = this.board.model;
      const fits = settings.view === "gather" && settings.rowStep === "width"
        && !this.grid.layout.drawn;
      if (fits) this.ask(Math.min(this.n, nWindows - 1));
      else this.stop();
    }

    // Another output was chosen.
    moved(panel, n) {
      if (this.asking && panel === "output" && n !== this.n) this.ask(n);
    }

    // The panels were laid out anew.
    redraw() {
      if (this.asking) this.grid.light(this.marks ? new Set() : this.marked, null, this.marks);
    }

    another() {
      const { nWindows } = this.board.model;
      const step = 1 + Math.floor(Math.random() * (nWindows - 1));
      return (this.n + step) % nWindows;
    }

    ask(n) {
      const { model } = this.board;
      this.n = n;
      this.marked = new Set();
      this.marks = undefined; // until it is checked
      this.board.kept = this.grid;
      this.grid.on = {
        point: () => {},
        choose: (cell) => this.walk(cell),
        edit: () => {},
        mark: (cell) => this.mark(cell),
      };
      this.state("marks");
      this.question.textContent = `Which cells of the image does `
        + `${explorer.sum(model, "output", n).name} read? Mark them: click or tap, or go `
        + "there by the arrow keys and press Enter. Then check.";
      this.counts.textContent = "";
      this.verdict.textContent = "";
      this.redraw();
    }

    walk(cell) {
      this.grid.cursor = cell;
      this.grid.reveal([cell]);
      this.grid.paint();
    }

    mark(cell) {
      if (this.root.dataset.asking === "answer") return;
      const marked = new Set(this.marked);
      if (!marked.delete(cell)) marked.add(cell);
      this.marked = marked;
      this.redraw();
      this.counts.textContent = `${marked.size} marked`;
    }

    // Shows what a reader's function reads, which a judge's report has in its address.
    show(positions) {
      const { settings, nPositions } = this.board.model;
      const inside = positions.every((position) => position < nPositions);
      const fits = settings.view === "gather" && !this.grid.layout.drawn;
      if (!positions.length || !inside || !fits) return;
      this.board.place(this.board.placement());
      this.ask(this.board.placement());
      this.marked = new Set(positions);
      this.check();
      const { name } = explorer.sum(this.board.model, "output", this.n);
      this.question.textContent = `What your function reads for ${name}:`;
    }

    // Says whether there was anything to check.
    check() {
      if (!this.marked.size) {
        this.verdict.textContent = "no answer yet. Mark the cells in the image.";
        return false;
      }
      const { model } = this.board;
      const right = explorer.cells(model, "p", explorer.entries(model, "n", this.n));
      const marks = new Map();
      for (const cell of right) marks.set(cell, this.marked.has(cell) ? "right" : "missed");
      for (const cell of this.marked) if (!right.has(cell)) marks.set(cell, "wrong");
      this.marks = marks;
      this.state("answer");
      this.redraw();
      const count = (kind) => [...marks.values()].filter((one) => one === kind).length;
      this.counts.textContent = Object.entries(SIGNS)
        .map(([kind, sign]) => `${sign} ${count(kind)} ${kind}`).join(", ");
      this.verdict.textContent = explorer.verdict(model, this.n, this.marked);
      return true;
    }

    state(name) {
      this.root.dataset.asking = name;
      this.pane.hidden = false;
      this.checker.hidden = name === "answer";
      this.button.setAttribute("aria-pressed", "true");
    }

    stop() {
      this.n = undefined;
      delete this.root.dataset.asking;
      this.pane.hidden = true;
      this.button.setAttribute("aria-pressed", "false");
      this.board.kept = undefined;
      this.grid.on = this.plainly;
      this.board.choose(...this.board.chosen);
    }
  };
})();
