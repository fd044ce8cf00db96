// A box that shows a part of a large table, and takes other boxes along when it scrolls.
(() => {
  "use strict";
  const explorer = window.xcorrExplorer;

  explorer.Scroller = class {
    constructor(box) {
      this.box = box;
      this.partners = { rows: [], columns: [] }; // boxes that scroll along
      this.view = { top: 0, left: 0, width: 0, height: 0 };
      box.addEventListener("scroll", () => this.scrolled(), { passive: true });
      new ResizeObserver(() => {
        this.measure();
        if (this.layout) this.paint();
      }).observe(box);
    }

    // Scrolls to the first of some cells if none is in sight.
    reveal(cells) {
      let first = null;
      for (const cell of cells) {
        if (this.inSight(cell)) return;
        if (first === null) first = cell;
      }
      if (first !== null) this.scrollTo(first);
    }

    inSight(cell) {
      const { cellWidth, cellHeight } = this.layout;
      const [row, column] = this.layout.place(cell);
      const { top, left, width, height } = this.view;
      return row * cellHeight >= top && column * cellWidth >= left
        && (row + 1) * cellHeight <= top + height
        && (column + 1) * cellWidth <= left + width;
    }

    scrollTo(cell) {
      const { cellWidth, cellHeight } = this.layout;
      const [row, column] = this.layout.place(cell);
      const { width, height } = this.view;
      this.moveTo(row * cellHeight - height / 3, column * cellWidth - width / 3);
    }

    // The place of the box is kept beside it: to ask the page for it makes the page lay
    // itself out, which is slow in the midst of changes.
    moveTo(top, left) {
      const { rows, columns, cellWidth, cellHeight } = this.layout;
      const { width, height } = this.view;
      const clip = (value, most) => Math.round(Math.max(0, Math.min(value, most)));
      const to = {
        top: clip(top, rows * cellHeight - height),
        left: clip(left, columns * cellWidth - width),
      };
      const before = this.view;
      if (to.top === before.top && to.left === before.left) return;
      this.view = { ...before, ...to };
      this.box.scrollTo(to);
      this.lead(before);
    }

    // Takes along the boxes that scroll with this one, in the direction that it went, to
    // the same row or column: their cells may be of another width.
    lead(before) {
      const { top, left } = this.view;
      if (top !== before.top) this.partners.rows.forEach((other) => other.follow({ top }));
      if (left === before.left) return;
      for (const other of this.partners.columns) {
        if (!other.layout) continue;
        other.follow({ left: left / this.layout.cellWidth * other.layout.cellWidth });
      }
    }

    follow(to) {
      if (!this.layout) return;
      const { top, left } = { ...this.view, ...to };
      this.moveTo(top, left);
      this.paint();
    }

    measure() {
      const { scrollTop, scrollLeft, clientWidth, clientHeight } = this.box;
      this.view = {
        top: Math.round(scrollTop), left: Math.round(scrollLeft),
        width: clientWidth, height: clientHeight,
      };
    }

    scrolled() {
      const before = this.view;
      this.measure();
      this.lead(before);
      this.paint();
    }
  };
})();
