// A table of numbers with as many elements as are in sight: an index matrix may have a
// million cells. One cell at a time is a stop of the Tab key;
// the arrow keys move on from there.
(() => {
  "use strict";
  const explorer = window.xcorrExplorer;
  const MARKS = ["right", "wrong", "missed"];
  const SPARE = 2; // rows and columns beyond the box, so that scrolling shows no gap

  const MOVES = {
    ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1],
    Home: [0, -Infinity], End: [0, Infinity], PageUp: [-8, 0], PageDown: [8, 0],
  };

  explorer.Grid = class extends explorer.Scroller {
    // `on` is called with the cell's number: point (or null), choose, edit, and mark where
    // cells are to be marked.
    constructor(box, labelledBy, on) {
      super(box);
      this.on = on;
      this.table = document.createElement("div");
      this.table.className = "xp-table";
      this.table.setAttribute("role", "grid");
      this.table.setAttribute("aria-labelledby", labelledBy);
      box.replaceChildren(this.table);
      this.lens = new explorer.Lens(this);
      this.table.addEventListener("pointerover", (event) => this.pointed(event));
      this.table.addEventListener("pointerleave", () => this.left());
      this.table.addEventListener("focusin", (event) => this.lens.show(this.at(event)));
      this.table.addEventListener("focusout", () => this.lens.hide());
      this.table.addEventListener("click", (event) => this.clicked(event));
      this.table.addEventListener("dblclick", (event) => this.edited(event));
      this.table.addEventListener("keydown", (event) => this.pressed(event));
    }

    // `layout` has rows, columns, cellWidth, cellHeight, cell(row, column) -> number or
    // null, place(cell) -> [row, column], and for a cell: text, label, and where they are
    // wanted note, colour, kind (a class). One that is `drawn` has pixels without text.
    // The table has its size at once and its cells when it is painted: all tables are
    // measured together before.
    show(layout) {
      this.layout = layout;
      const { rows, columns, cellWidth, cellHeight } = layout;
      this.table.style.width = `${columns * cellWidth}px`;
      this.table.style.height = `${rows * cellHeight}px`;
      this.table.classList.toggle("drawn", Boolean(layout.drawn));
      this.table.setAttribute("aria-rowcount", rows);
      this.table.setAttribute("aria-colcount", columns);
      const cursor = this.cursor === undefined ? 0 : this.cursor;
      this.cursor = cursor < layout.count ? cursor : 0;
      this.lit = new Set();
      this.marks = new Map();
      this.chosen = null;
      this.seen = null;
      this.looks = null;
      this.lens.hide();
    }

    // Shows other numbers in the same places; what looks as before is left alone, since
    // each change of looks takes the browser its time.
    refresh(layout) {
      this.layout = layout;
      this.looks ??= new Map();
      for (const [cell, element] of this.elements) {
        const { kind, style } = layout.colour(cell);
        const looks = [kind, style, layout.drawn || layout.text(cell)].join();
        if (this.looks.get(cell) !== looks) {
          const [row, column] = layout.place(cell);
          this.dress(element, cell, this.placed(row, column));
          if (!layout.drawn) {
            element.replaceChildren();
            this.write(element, cell);
          }
          this.mark(cell, element);
          this.looks.set(cell, looks);
        }
        const label = layout.label(cell);
        if (element.ariaLabel !== label) element.ariaLabel = label;
      }
    }

    // Marks what belongs to the chosen cell, which is this grid's own where it is given,
    // and which cells are right, wrong or missed.
    light(cells, chosen, marks = new Map()) {
      const changed = new Set([
        ...this.lit, ...this.marks.keys(), this.chosen, ...cells, ...marks.keys(), chosen]);
      this.lit = cells;
      this.chosen = chosen;
      this.marks = marks;
      if (this.paint()) return;
      for (const cell of changed) {
        if (this.elements.has(cell)) this.mark(cell, this.elements.get(cell));
      }
    }

    mark(cell, element) {
      element.classList.toggle("lit", this.lit.has(cell));
      element.classList.toggle("chosen", cell === this.chosen);
      const marked = this.marks.get(cell);
      for (const kind of MARKS) element.classList.toggle(kind, kind === marked);
      const label = this.layout.label(cell);
      element.setAttribute("aria-label", marked ? `${label}, ${marked}` : label);
      element.setAttribute("aria-selected", this.lit.has(cell));
    }

    // The rows and columns in sight, or a little beyond.
    range() {
      const { rows, columns, cellWidth, cellHeight } = this.layout;
      const { top, left, width, height } = this.view;
      const from = (start, size) => Math.max(0, Math.floor(start / size) - SPARE);
      const to = (end, size, most) => Math.min(most, Math.ceil(end / size) + SPARE);
      return [
        from(top, cellHeight), to(top + height, cellHeight, rows),
        from(left, cellWidth), to(left + width, cellWidth, columns),
      ];
    }

    // Makes the elements of what is in sight, unless they are there; says if it did.
    paint() {
      const [top, bottom, left, right] = this.range();
      const seen = [top, bottom, left, right, this.cursor].join();
      if (seen === this.seen) return false;
      this.seen = seen;
      const held = this.table.contains(document.activeElement);
      this.elements = new Map();
      this.looks = null;
      const cells = new Map();
      for (let row = top; row < bottom; row += 1) {
        for (let column = left; column < right; column += 1) {
          const cell = this.layout.cell(row, column);
          if (cell !== null) cells.set(cell, [row, column]);
        }
      }
      cells.set(this.cursor, this.layout.place(this.cursor));
      const rows = new Map();
      for (const [cell, [row, column]] of cells) {
        if (!rows.has(row)) rows.set(row, this.rowElement(row));
        const element = this.cellElement(cell, row, column);
        this.elements.set(cell, element);
        rows.get(row).append(element);
      }
      this.table.replaceChildren(...rows.values());
      if (held) this.elements.get(this.cursor).focus({ preventScroll: true });
      return true;
    }

    rowElement(row) {
      const element = document.createElement("div");
      element.setAttribute("role", "row");
      element.setAttribute("aria-rowindex", row + 1);
      return element;
    }

    placed(row, column) {
      const { cellWidth, cellHeight } = this.layout;
      return `left:${column * cellWidth}px;top:${row * cellHeight}px;`
        + `width:${cellWidth}px;height:${cellHeight}px`;
    }

    cellElement(cell, row, column) {
      const { kind, drawn } = this.layout;
      const element = document.createElement("div");
      this.dress(element, cell, this.placed(row, column));
      element.setAttribute("role", "gridcell");
      element.setAttribute("aria-colindex", column + 1);
      if (kind && kind(cell)) element.classList.add(kind(cell));
      element.dataset.cell = cell;
      element.tabIndex = cell === this.cursor ? 0 : -1;
      if (!drawn) this.write(element, cell);
      this.mark(cell, element);
      return element;
    }

    dress(element, cell, place) {
      const { colour } = this.layout;
      const { kind, style } = colour ? colour(cell) : explorer.NO_COLOUR;
      element.className = `xp-cell ${kind}`;
      element.style.cssText = `${place};${style}`;
    }

    write(element, cell) {
      const { text, note } = this.layout;
      const value = document.createElement("b");
      value.textContent = text(cell);
      element.append(value);
      if (!note) return;
      const small = document.createElement("small");
      small.textContent = note(cell);
      element.append(small);
    }

    at(event) {
      const element = event.target.closest(".xp-cell");
      return element ? Number(element.dataset.cell) : null;
    }

    pointed(event) {
      const cell = this.at(event);
      if (cell === null) return;
      this.on.point(cell);
      this.lens.show(cell);
    }

    left() {
      this.on.point(null);
      this.lens.hide();
    }

    clicked(event) {
      const cell = this.at(event);
      if (cell === null) return;
      this.goTo(cell);
      this.on.mark?.(cell);
    }

    edited(event) {
      const cell = this.at(event);
      if (cell !== null) this.on.edit(cell, "");
    }

    goTo(cell) {
      this.on.choose(cell);
      this.elements.get(cell).focus({ preventScroll: true });
    }

    pressed(event) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (this.on.mark && (event.key === "Enter" || event.key === " ")) {
        this.on.mark(this.cursor);
        event.preventDefault();
        return;
      }
      if (event.key === "Enter" || event.key === "F2" || /^[-0-9]$/.test(event.key)) {
        this.on.edit(this.cursor, event.key.length === 1 ? event.key : "");
        event.preventDefault();
        return;
      }
      const move = MOVES[event.key];
      if (!move) return;
      event.preventDefault();
      const { rows, columns } = this.layout;
      const clip = (value, most) => Math.max(0, Math.min(most - 1, value));
      const [row, column] = this.layout.place(this.cursor);
      const step = Math.sign(move[1]);
      let next = null;
      // Between two channels lies an empty column.
      for (let skip = 0; next === null && skip < 2; skip += 1) {
        const to = clip(column + move[1] + skip * step, columns);
        next = this.layout.cell(clip(row + move[0], rows), to);
      }
      if (next !== null) this.goTo(next);
    }
  };
})();
