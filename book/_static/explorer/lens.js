// The numbers of a picture that is drawn as pixels: those around the one pointed at, in
// a glass above it. Screen readers have the cells' names.
(() => {
  "use strict";
  const explorer = window.xcorrExplorer;
  const REACH = 2; // cells on each side
  const SIDE = 32; // pixels of the page

  explorer.Lens = class {
    constructor(grid) {
      this.grid = grid;
      this.glass = document.createElement("div");
      this.glass.className = "xp-lens";
      this.glass.setAttribute("aria-hidden", "true");
      this.hide();
      grid.box.after(this.glass);
    }

    hide() {
      this.glass.hidden = true;
    }

    show(cell) {
      const { grid } = this;
      const { layout } = grid;
      if (!layout.drawn || cell === null) return;
      const [row, column] = layout.place(cell);
      this.glass.replaceChildren();
      for (let i = -REACH; i <= REACH; i += 1) {
        for (let j = -REACH; j <= REACH; j += 1) {
          this.glass.append(this.pane(row + i, column + j, cell));
        }
      }
      // Above the cell, wherever its box has scrolled to; the page's edge holds it.
      const { offsetLeft, offsetTop, clientWidth } = grid.box;
      const side = SIDE * explorer.zoom * (2 * REACH + 1);
      const left = offsetLeft - grid.view.left + (column + 0.5) * layout.cellWidth - side / 2;
      const top = offsetTop - grid.view.top + row * layout.cellHeight - side - 6;
      this.glass.style.left = `${Math.max(0, Math.min(left, Math.max(0, clientWidth - side)))}px`;
      this.glass.style.top = `${top}px`;
      this.glass.style.setProperty("--pane", `${SIDE * explorer.zoom}px`);
      this.glass.hidden = false;
    }

    pane(row, column, chosen) {
      const { grid } = this;
      const { rows, columns } = grid.layout;
      const element = document.createElement("div");
      const inside = row >= 0 && row < rows && column >= 0 && column < columns;
      const cell = inside ? grid.layout.cell(row, column) : null;
      if (cell === null) return element;
      grid.dress(element, cell, "");
      grid.write(element, cell);
      element.classList.toggle("lit", grid.lit.has(cell));
      element.classList.toggle("chosen", cell === chosen);
      return element;
    }
  };
})();
