// The pad: 28 x 28 for a mouse, a finger, a pen and the keyboard. It is the explorer's
// grid, so that arrow keys move and each cell has a name.
(() => {
  "use strict";
  const draw = window.xcorrDraw;
  const explorer = window.xcorrExplorer;
  const { SIDE } = draw;
  const whole = (value) => Math.round(255 * Math.max(0, Math.min(1, value))) / 255;

  draw.Pad = class {
    // `drawn` is told when the pixels have changed, and of a cell set by the keyboard.
    constructor(section, drawn) {
      this.drawn = drawn;
      this.pixels = new Array(SIDE * SIDE).fill(0);
      this.before = []; // what Undo returns to
      this.reach = 1.1; // of the brush, in pixels
      this.erases = false;
      this.fresh = false; // an example, which the first stroke puts away
      this.grid = new explorer.Grid(section.querySelector(".xp-box"), "xp-pad", {
        point: () => {},
        edit: () => {},
        choose: (cell) => {
          this.grid.cursor = cell;
          this.grid.light(this.grid.lit, null); // so that this cell is the Tab key's
          draw.outline(this.grid);
        },
        mark: (cell) => {
          this.keep();
          const [row, column] = this.grid.layout.place(cell);
          this.stroke([column + 0.5, row + 0.5]);
          this.drawn(cell);
        },
      });
      this.grid.lens.show = () => {}; // it would lie over what is drawn
      const { table } = this.grid;
      table.setAttribute("aria-describedby", "dd-keys");
      table.addEventListener("pointerdown", (event) => this.begin(event));
      table.addEventListener("pointermove", (event) => this.go(event));
      // Where text is selected, a press would drag it away, and the stroke be lost.
      table.addEventListener("dragstart", (event) => event.preventDefault());
      for (const type of ["pointerup", "pointercancel"]) {
        table.addEventListener(type, () => { this.last = null; });
      }
    }

    // `marks` are the pixels that a search has changed.
    layout(side, marks) {
      const picture = explorer.picture(SIDE, SIDE, 1);
      const scale = explorer.scale(this.pixels);
      return {
        ...picture, cellWidth: side, cellHeight: side,
        text: (cell) => draw.text(this.pixels[cell]),
        label: (cell) =>
          `${draw.text(this.pixels[cell])}, position ${cell}${marks.get(cell)?.label ?? ""}`,
        colour: (cell) => draw.marked(scale(this.pixels[cell]), marks.get(cell)),
      };
    }

    // ---- The pointer. A stroke goes from where it was to where it is.

    at({ clientX, clientY }) {
      const { left, top, width, height } = this.grid.table.getBoundingClientRect();
      return [(clientX - left) / width * SIDE, (clientY - top) / height * SIDE];
    }

    begin(event) {
      if (event.button !== 0) return;
      this.keep();
      if (this.fresh && !this.erases) this.pixels = new Array(SIDE * SIDE).fill(0);
      this.grid.table.setPointerCapture(event.pointerId);
      this.last = this.at(event);
      this.stroke(this.last);
      this.drawn();
    }

    go(event) {
      if (!this.last) return;
      const between = event.getCoalescedEvents?.() ?? [];
      for (const one of between.length ? between : [event]) {
        const to = this.at(one);
        this.stroke(to, this.last);
        this.last = to;
      }
      this.drawn();
    }

    keep() {
      this.before.push([...this.pixels]);
      if (this.before.length > 200) this.before.shift();
    }

    // Pixels by their distance to a line; what is darker already stays.
    stroke([x, y], [fromX, fromY] = [x, y]) {
      this.fresh = false;
      const [dx, dy] = [x - fromX, y - fromY];
      const length = dx * dx + dy * dy;
      this.pixels = this.pixels.map((value, position) => {
        const px = position % SIDE + 0.5 - fromX;
        const py = Math.floor(position / SIDE) + 0.5 - fromY;
        const share = length ? Math.max(0, Math.min(1, (px * dx + py * dy) / length)) : 0;
        const ink = whole(this.reach + 0.5 - Math.hypot(px - share * dx, py - share * dy));
        return this.erases ? Math.min(value, whole(1 - ink)) : Math.max(value, ink);
      });
    }

    set(pixels, { fresh = false } = {}) {
      this.keep();
      this.pixels = [...pixels];
      this.fresh = fresh;
      this.drawn();
    }

    undo() {
      if (!this.before.length) return;
      this.pixels = this.before.pop();
      this.fresh = false;
      this.drawn();
    }
  };
})();
