// The panels: of each its numbers, its size, its colours and its title. They are the
// explorer's grids. A `view` is what they show: the network, what it made of a picture,
// the topic, the kernel, and what was tried, if anything.
(() => {
  "use strict";
  const draw = window.xcorrDraw;
  const explorer = window.xcorrExplorer;
  const PANELS = ["scores", "seen", "adds", "kernel", "map", "relu", "pooled", "spoke"];
  const OF_KERNEL = ["kernel", "map", "relu", "pooled", "spoke"];
  const NARROW = 560;
  const KERNEL_CELL = 46; // wide enough for -0.00 in bold

  // The explorer's scale, of numbers that may all be small, in hundredths.
  const scale = draw.scale = (numbers, signed) => {
    const [least, most] = explorer.range(numbers);
    const largest = Math.max(-least, most) || 1;
    const inner = explorer.scale(signed ? [-1] : [1], signed);
    return (value) => inner(Math.round(100 * Math.max(-1, Math.min(1, value / largest))) / 100);
  };

  // So that what adds little is seen, too.
  function rooted(numbers) {
    const root = (value) => Math.sign(value) * Math.sqrt(Math.abs(value));
    const inner = scale(numbers.map(root), true);
    return (value) => inner(root(value));
  }

  // Of each pixel, what it adds; or, once each was tried, what it took off the lead.
  function ofPixels({ network, result, topic, tried }) {
    if (tried) return tried.each.map(({ lead }) => tried.lead - lead);
    return draw.slopes(network, result, topic).map((slope, p) => slope * result.pixels[p]);
  }

  function numbersOf(view) {
    const { network, result, topic } = view;
    const ofEach = (k) => draw.spoke(network, result, k, topic);
    return {
      scores: [result.scores],
      seen: [result.pixels],
      adds: [ofPixels(view)],
      kernel: network.ofEach,
      map: result.maps,
      relu: result.relus,
      pooled: result.pooled,
      spoke: network.ofEach.map((_, k) => ofEach(k)),
    };
  }

  function scalesOf({ network, result, blank }) {
    const pooled = scale(result.relus.flat());
    return {
      scores: blank ? () => explorer.NO_COLOUR : scale(result.scores, true),
      seen: scale([1]),
      kernel: scale(network.kernels, true),
      map: scale(result.maps.flat(), true),
      relu: pooled,
      pooled,
      weights: scale(network.weights, true),
    };
  }

  const scalesOfTopic = ({ adds, spoke }) =>
    ({ adds: rooted(adds[0]), spoke: scale(spoke.flat(), true) });

  function sizeOf({ network }, name) {
    if (name === "seen" || name === "adds") return [draw.SIDE, draw.SIDE];
    if (name === "kernel") return [network.kernelHeight, network.kernelWidth];
    const of = name === "map" || name === "relu" ? network.gather : network.pooling;
    return [of.outHeight, of.outWidth];
  }

  // On a phone the ten stand in two lines under the drawing.
  function ofScores(values, sizes) {
    const shares = draw.shares(values);
    const columns = sizes.narrow ? 5 : 1;
    return {
      rows: 10 / columns, columns, count: 10, ...sizes.score,
      cell: (row, column) => row * columns + column,
      place: (cell) => [Math.floor(cell / columns), cell % columns],
      text: (c) => `${c}:  ${values[c].toFixed(2)}`,
      note: (c) => draw.percent(shares[c]),
      label: (c) => `${draw.text(values[c])}, digit ${c}, ${draw.percent(shares[c])}`,
    };
  }

  // Of a pixel: as large as fits. A score is a line, or one of five side by side.
  draw.sizes = (room) => {
    const narrow = room < NARROW;
    const fits = (width, columns, most) => Math.max(4, Math.min(most, Math.floor(width / columns)));
    return {
      narrow,
      pad: narrow ? fits(room - 2, draw.SIDE, 12) : 9,
      seen: narrow ? fits(room - 16, 2 * draw.SIDE, 12) : 9,
      map: narrow ? (room - 16) / 2 : 170,
      score: narrow ? { cellWidth: Math.floor((room - 2) / 5), cellHeight: 44 }
        : { cellWidth: 142, cellHeight: 25 },
    };
  };

  draw.percent = (share) => `${(100 * share).toFixed(1)} %`;

  draw.Panels = class {
    // `on` is told of a panel and a cell: point (or null), and choose.
    constructor(root, on) {
      this.root = root;
      this.grids = new Map(PANELS.map((name) => {
        const box = root.querySelector(`[data-panel="${name}"] .xp-box`);
        return [name, new explorer.Grid(box, `xp-${name}`, {
          point: (cell) => on.point(cell === null ? null : [name, cell]),
          choose: (cell) => on.choose(name, cell),
          edit: () => {},
        })];
      }));
    }

    // Of the same picture, what a topic or a kernel does not change is left alone.
    show(view, sizes) {
      const { view: before, scales } = this;
      const isSame = before && this.sizes === sizes && before.blank === view.blank
        && ["network", "result", "tried"].every((name) => before[name] === view[name]);
      const isTopic = isSame && draw.named(before.topic) === draw.named(view.topic);
      Object.assign(this, { view, sizes });
      if (!isTopic) {
        this.numbers = numbersOf(view);
        this.scales = { ...(isSame ? scales : scalesOf(view)), ...scalesOfTopic(this.numbers) };
      }
      const changed = !isSame ? PANELS : [...(isTopic ? [] : ["adds"]), ...OF_KERNEL];
      for (const name of changed) draw.fill(this.grids.get(name), this.layoutOf(name, sizes));
      const named = view.blank && view.topic.than !== null ? "for or against" : draw.named(view.topic);
      const tried = view.isAfter ? "the old drawing, pixel by pixel" : "each pixel made black or white";
      const adds = view.tried ? tried : `each pixel: ${named}`;
      const titles = { adds, spoke: named };
      for (const [name, title] of Object.entries(titles)) {
        const heading = this.root.querySelector(`#xp-${name}`);
        if (heading.textContent !== title) heading.textContent = title;
      }
      this.root.querySelector(".dd-kernel").textContent = view.k;
      for (const name of OF_KERNEL.slice(0, -1)) {
        this.root.querySelector(`#xp-${name} .xp-shape`).textContent = sizeOf(view, name).join(" x ");
      }
    }

    layoutOf(name, sizes) {
      const { view } = this;
      const scale = this.scales[name];
      const values = this.numbers[name][OF_KERNEL.includes(name) ? view.k : 0];
      const colour = (cell) => scale(values[cell]);
      if (name === "scores") return { ...ofScores(values, sizes), colour };
      const [rows, columns] = sizeOf(view, name);
      const picture = explorer.picture(rows, columns, 1);
      const isPixel = name === "seen" || name === "adds";
      const side = isPixel ? sizes.seen : Math.max(4, Math.floor(sizes.map / columns));
      const size = picture.drawn ? { cellWidth: side, cellHeight: side } : { cellWidth: KERNEL_CELL };
      const marks = isPixel ? draw.marks(view, name === "adds") : new Map();
      return {
        ...picture, ...size,
        text: (cell) => values[cell].toFixed(2),
        note: (cell) => String(cell),
        label: (cell) => `${draw.text(values[cell])}, position ${cell}${marks.get(cell)?.label ?? ""}`,
        colour: (cell) => draw.marked(colour(cell), marks.get(cell)),
      };
    }

    // Of each kernel, what its small pictures show.
    ofKernels() {
      return this.view.network.ofEach.map((_, k) => OF_KERNEL.map((name) => {
        const [rows, columns] = sizeOf(this.view, name);
        return { name, rows, columns, values: this.numbers[name][k], scale: this.scales[name] };
      }));
    }

    // Lights what belongs to a cell; nothing without one. Pixels are outlined once around.
    light(lit, [panel, cell] = []) {
      const both = ["seen", "adds"]; // of the same pixels
      for (const [name, grid] of this.grids) {
        const isChosen = name === panel || (both.includes(name) && both.includes(panel));
        grid.light(lit[name] ?? new Set(), isChosen ? cell : null);
        if (both.includes(name)) draw.outline(grid);
      }
    }
  };

  draw.fill = (grid, layout) => {
    const before = grid.layout;
    const same = grid.elements && ["rows", "columns", "cellWidth", "cellHeight", "drawn"]
      .every((key) => before[key] === layout[key]);
    if (same) {
      grid.refresh(layout);
      return;
    }
    grid.show(layout);
    grid.box.style.width = `${layout.columns * layout.cellWidth + 2}px`;
    grid.measure();
    grid.paint();
  };

  // Of lit pixels, the sides on which the next one is not lit.
  draw.outline = ({ elements, lit }) => {
    for (const [cell, { classList }] of elements) {
      const isLit = lit.has(cell);
      const column = cell % draw.SIDE;
      classList.toggle("dd-top-edge", isLit && !lit.has(cell - draw.SIDE));
      classList.toggle("dd-end-edge", isLit && !lit.has(cell + draw.SIDE));
      classList.toggle("dd-left-edge", isLit && (column === 0 || !lit.has(cell - 1)));
      classList.toggle("dd-right-edge", isLit && (column === draw.SIDE - 1 || !lit.has(cell + 1)));
    }
  };

  // ---- Pixels that were changed, and those that change the answer when they are turned.

  draw.marks = ({ tried, changed }, ofTried) => {
    const marks = new Map();
    if (ofTried && tried) {
      for (const { position, answer } of tried.each) {
        if (answer === tried.answer) continue;
        marks.set(position, { kind: `dd-turns dd-to-${answer}`, label: `, then it says ${answer}` });
      }
    }
    for (const position of changed) {
      const { kind = "", label = "" } = marks.get(position) ?? {};
      marks.set(position, { kind: `${kind} dd-changed`, label: `${label}, changed` });
    }
    return marks;
  };

  draw.marked = (colour, mark) =>
    (mark ? { ...colour, kind: `${colour.kind} ${mark.kind}` } : colour);
})();
