// Joins the panels: what is pointed at, chosen or focused in one lights up in all.
(() => {
  "use strict";
  const explorer = window.xcorrExplorer;

  explorer.Board = class {
    // `changed` is told of each new choice, `wanted` that the reader wants to edit it.
    constructor(root, { changed, wanted }) {
      this.root = root;
      this.changed = changed;
      this.wanted = wanted;
      this.pointing = false;
      this.kept = undefined; // a grid that is to show nothing of what is chosen
      this.grids = new Map();
      for (const section of root.querySelectorAll("[data-panel]")) this.add(section);
      this.join("rows", ["offsets", "index", "gathered", "scattered", "toeplitz"]);
      this.join("columns", ["window", "index", "gathered", "scattered"]);
      this.sum = new explorer.Sum(root.querySelector(".xp-sentence"), (entry) =>
        this.light(entry === null ? null : ["index", entry], true));
    }

    add(section) {
      const name = section.dataset.panel;
      const heading = section.querySelector("h2");
      heading.id = `xp-${name}`;
      const box = section.querySelector(".xp-box");
      this.grids.set(name, new explorer.Grid(box, heading.id, {
        point: (cell) => this.light(cell === null ? null : [name, cell]),
        choose: (cell) => this.choose(name, cell),
        edit: (cell, text) => {
          this.choose(name, cell);
          this.wanted(text);
        },
      }));
    }

    join(direction, names) {
      for (const name of names) {
        this.grids.get(name).partners[direction] = names
          .filter((other) => other !== name)
          .map((other) => this.grids.get(other));
      }
    }

    show(model) {
      this.model = model;
      const { view, rowStep } = model.settings;
      this.right = rowStep === "height" ? explorer.rightModel(model.settings) : null;
      this.root.querySelector(".xp-compare").hidden = !this.right;
      const why = view === "toeplitz" ? explorer.tooLarge(model) : "";
      const message = this.root.querySelector(".xp-too-large");
      message.textContent = why;
      message.hidden = !why;
      this.visible = Object.entries(explorer.PANELS)
        .filter(([name, panel]) => panel.views.includes(view) && !(why && name === "toeplitz"))
        .map(([name]) => name);
      // Sections first: a box that is not on the page has no size to paint.
      for (const section of this.root.querySelectorAll("[data-panel]")) {
        section.hidden = !this.visible.includes(section.dataset.panel);
      }
      explorer.fit(this.root, this.grids, this.visible, model);
      const { panel, cell } = model.settings;
      const there = this.visible.includes(panel) && cell < this.grids.get(panel).layout.count;
      this.choose(...(there ? [panel, cell] : [this.placementPanel(), 0]));
    }

    choose(panel, cell) {
      this.chosen = [panel, cell];
      const grid = this.grids.get(panel);
      grid.cursor = cell;
      grid.reveal([cell]);
      this.light(null);
      this.changed(panel, cell);
    }

    // What is pointed at, or where nothing is, what is chosen; a product of the sum is
    // pointed at without leaving it.
    light(pointed, ofTheSum = false) {
      this.pointing = pointed !== null;
      const [panel, cell] = pointed || this.chosen;
      const { numbering } = explorer.PANELS[panel];
      const entries = explorer.entries(this.model, numbering, cell);
      const source = this.grids.get(panel);
      const still = [source, ...source.partners.rows, ...source.partners.columns];
      const lit = this.visible.map((name) => [
        this.grids.get(name),
        explorer.cells(this.model, explorer.PANELS[name].numbering, entries),
      ]);
      // What moves under the pointer would be pointed at anew.
      for (const [grid, cells] of lit) {
        if (grid !== this.kept && (!pointed || !still.includes(grid))) grid.reveal(cells);
      }
      const missed = this.compare();
      for (const [grid, cells] of lit) {
        const isImage = grid === this.grids.get("image");
        if (grid === this.kept) continue;
        grid.light(cells, grid === source ? cell : null, isImage ? missed : undefined);
      }
      if (!ofTheSum) this.say(panel, cell);
    }

    say(panel, cell) {
      const sum = explorer.sum(this.model, panel, cell);
      if (sum) this.sum.show(sum, this.model.windowSize);
      else this.sum.say(explorer.sentence(this.model, panel, cell));
    }

    compare() {
      if (!this.right) return undefined;
      const table = this.root.querySelector(".xp-compare table");
      return explorer.compare(table, this.model, this.right, this.placement());
    }

    // The placement that the chosen cell belongs to, its first one.
    placement() {
      const [panel, cell] = this.chosen;
      const entries = explorer.entries(
        this.model, explorer.PANELS[panel].numbering, cell);
      return entries.length ? Math.floor(entries[0] / this.model.windowSize) : 0;
    }

    placementPanel() {
      return ["output", "outputGradient", "transposedImage"]
        .find((name) => this.visible.includes(name));
    }

    place(n) {
      this.choose(this.placementPanel(), n);
    }

    focus([panel] = this.chosen) {
      const grid = this.grids.get(panel);
      grid.elements.get(grid.cursor).focus();
    }
  };
})();
