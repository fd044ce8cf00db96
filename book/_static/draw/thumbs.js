// All kernels at once, small: of each, what its panels show. One is shown large. Colours
// are those of the cells (cells.css), asked of the page, since a canvas knows no classes.
(() => {
  "use strict";
  const draw = window.xcorrDraw;
  const STEPS = 40;

  // A colour as the page has it, of a class or a share.
  class Palette {
    constructor(root) {
      this.swatch = document.createElement("div");
      this.swatch.className = "dd-swatch";
      this.swatch.setAttribute("aria-hidden", "true");
      root.append(this.swatch);
      this.known = new Map();
    }

    colour({ kind, style }) {
      const share = style && Math.round(STEPS * Number(style.split(":")[1]));
      const key = style ? share : kind;
      if (!this.known.has(key)) {
        this.swatch.className = `dd-swatch xp-cell ${kind}`;
        this.swatch.style.cssText = style && `--v:${share / STEPS}`;
        this.known.set(key, getComputedStyle(this.swatch).backgroundColor);
      }
      return this.known.get(key);
    }
  }

  draw.Thumbs = class {
    // `choose` is called with a kernel, and with a panel and a cell where one was hit.
    constructor(root, choose) {
      this.root = root;
      this.choose = choose;
      this.palette = new Palette(root.parentElement);
      new MutationObserver(() => {
        this.palette.known.clear();
        if (!this.shown) return;
        const [kernels, chosen] = this.shown;
        this.shown = null;
        this.show(kernels, chosen);
      }).observe(document.documentElement, { attributeFilter: ["data-theme"] });
    }

    // For each kernel, its panels: name, rows, columns, values and scale.
    show(kernels, chosen) {
      let before = this.shown?.[0] ?? [];
      this.shown = [kernels, chosen];
      if (this.root.childElementCount !== kernels.length) {
        before = [];
        this.root.replaceChildren(...kernels.map((panels, k) => this.button(panels, k)));
      }
      kernels.forEach((panels, k) => {
        const button = this.root.children[k];
        button.setAttribute("aria-pressed", k === chosen);
        panels.forEach((panel, number) => {
          const { values, scale } = before[k]?.[number] ?? {};
          if (values === panel.values && scale === panel.scale) return;
          this.paint(button.children[number + 1], panel);
        });
      });
    }

    button(panels, k) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "dd-thumb";
      const name = document.createElement("span");
      name.textContent = `kernel ${k}`;
      button.append(name, ...panels.map(({ name: panel }) => {
        const canvas = document.createElement("canvas");
        canvas.dataset.of = panel;
        canvas.setAttribute("aria-hidden", "true");
        return canvas;
      }));
      button.addEventListener("click", (event) => {
        const { of } = event.target.dataset;
        const panel = this.shown[0][k].find(({ name: one }) => one === of);
        if (!panel) return this.choose(k);
        const { left, top, width, height } = event.target.getBoundingClientRect();
        const at = (share, size) => Math.max(0, Math.min(size - 1, Math.floor(share * size)));
        const row = at((event.clientY - top) / height, panel.rows);
        const column = at((event.clientX - left) / width, panel.columns);
        return this.choose(k, of, row * panel.columns + column);
      });
      return button;
    }

    paint(canvas, { rows, columns, values, scale }) {
      canvas.width = columns;
      canvas.height = rows;
      const context = canvas.getContext("2d");
      values.forEach((value, cell) => {
        context.fillStyle = this.palette.colour(scale(value));
        context.fillRect(cell % columns, Math.floor(cell / columns), 1, 1);
      });
    }
  };
})();
