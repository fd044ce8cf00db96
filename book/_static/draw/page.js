// The page: what is drawn goes through the network, and each number of it can be pointed
// at. The panels are the explorer's grids.
(() => {
  "use strict";
  const draw = window.xcorrDraw;
  const explorer = window.xcorrExplorer;
  const root = document.getElementById("draw-digit");
  const one = (selector) => root.querySelector(selector);
  const all = (selector) => [...root.querySelectorAll(selector)];
  const PANELS = ["seen", "kernel", "map", "relu", "pooled", "spoke", "scores"];
  const NARROW = 560;
  explorer.zoom = 1; // it is never enlarged here
  const book = draw.decode(draw.STORED);
  const state = { network: book, mode: "drawn", k: 0, c: null, chosen: ["scores", null] };
  let result;
  let results;
  let scales;
  let narrow; // kept: to ask the page for its width makes it lay itself out
  let side;
  let waiting = false;
  let making = 0; // counts up when a search is to stop

  // ---- The panels.

  const grids = new Map(PANELS.map((name) => {
    const section = one(`[data-panel="${name}"]`);
    return [name, new explorer.Grid(section.querySelector(".xp-box"), `xp-${name}`, {
      point: (cell) => light(cell === null ? null : [name, cell]),
      choose: (cell) => choose(name, cell),
      edit: () => {},
    })];
  }));
  const pad = new draw.Pad(one('[data-panel="pad"]'), (cell) => {
    making += 1;
    update(cell);
  });
  const thumbs = new draw.Thumbs(one(".dd-thumbs"), (k, panel, cell) => {
    state.k = k;
    show();
    if (panel) choose(panel, cell);
  });
  const sum = new explorer.Sum(one(".xp-sentence"), pointAtTerm);
  let terms = null; // what the sum's terms are of

  // The explorer's scale, of numbers that may all be small, in hundredths.
  function scale(numbers, signed) {
    const [least, most] = explorer.range(numbers);
    const largest = Math.max(-least, most) || 1;
    const inner = explorer.scale(signed ? [-1] : [1], signed);
    return (value) => inner(Math.round(100 * Math.max(-1, Math.min(1, value / largest))) / 100);
  }

  function scalesOf() {
    const { network } = state;
    const spoken = network.ofEach.map((_, k) => draw.spoke(network, result, k, state.c));
    return {
      seen: scale([1]),
      kernel: scale(network.kernels, true),
      map: scale(result.maps.flat(), true),
      relu: scale(result.relus.flat()),
      pooled: scale(result.relus.flat()),
      spoke: scale(spoken.flat(), true),
      scores: scale(result.scores, true),
      weights: scale(network.weights, true),
    };
  }

  const valuesOf = {
    seen: () => result.pixels,
    kernel: (k) => state.network.ofEach[k],
    map: (k) => result.maps[k],
    relu: (k) => result.relus[k],
    pooled: (k) => result.pooled[k],
    spoke: (k) => draw.spoke(state.network, result, k, state.c),
    scores: () => result.scores,
  };

  function sizeOf(name) {
    const { gather, pooling, kernelHeight, kernelWidth } = state.network;
    if (name === "seen") return [draw.SIDE, draw.SIDE];
    if (name === "kernel") return [kernelHeight, kernelWidth];
    const of = name === "map" || name === "relu" ? gather : pooling;
    return [of.outHeight, of.outWidth];
  }

  function layoutOf(name) {
    const values = valuesOf[name](state.k);
    const common = { colour: (cell) => scales[name](values[cell]) };
    if (name === "scores") {
      const shares = draw.shares(values);
      const percent = (c) => `${(100 * shares[c]).toFixed(1)} %`;
      return {
        ...common, rows: 10, columns: 1, count: 10, cellWidth: 116, cellHeight: 34,
        cell: (row) => row, place: (cell) => [cell, 0],
        text: (c) => `${c}:  ${values[c].toFixed(2)}`, note: percent,
        label: (c) => `${draw.text(values[c])}, digit ${c}, ${percent(c)}`,
      };
    }
    const [rows, columns] = sizeOf(name);
    const picture = explorer.picture(rows, columns, 1);
    // Five panels fit in a line of a laptop's page, two in one of a phone's.
    const cellSide = !picture.drawn ? null : name === "seen" ? side
      : Math.max(4, Math.floor((narrow ? 146 : 170) / columns));
    return {
      ...picture, ...common,
      ...(cellSide ? { cellWidth: cellSide, cellHeight: cellSide } : { cellWidth: 40 }),
      text: (cell) => values[cell].toFixed(2),
      note: (cell) => String(cell),
      label: (cell) => `${draw.text(values[cell])}, position ${cell}`,
    };
  }

  function fill(grid, layout) {
    const before = grid.layout;
    const same = grid.elements && ["rows", "columns", "cellWidth", "cellHeight", "drawn"]
      .every((key) => before[key] === layout[key]);
    if (same) return grid.refresh(layout);
    grid.show(layout);
    grid.box.style.width = `${layout.columns * layout.cellWidth + 2}px`;
    grid.measure();
    grid.paint();
    return undefined;
  }

  // ---- From the drawing to the page.

  function update(cell) {
    state.set = cell;
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      compute();
    });
  }

  function compute() {
    const { network } = state;
    results = {
      drawn: draw.forward(network, pad.pixels),
      centred: draw.forward(network, draw.centred(pad.pixels)),
    };
    show();
    hear();
  }

  const percentOf = ({ scores, answer }) =>
    `${(100 * draw.shares(scores)[answer]).toFixed(1)} %`;

  function show() {
    const { network } = state;
    result = results[state.mode];
    if (state.k >= network.count) state.k = 0;
    const [panel, cell] = state.chosen;
    state.c = panel === "scores" && cell !== null ? cell : state.kept ?? result.answer;
    scales = scalesOf();
    fill(pad.grid, pad.layout(side));
    for (const name of PANELS) fill(grids.get(name), layoutOf(name));
    for (const [mode, { answer }] of Object.entries(results)) {
      one(`.dd-answer[data-mode="${mode}"] b`).textContent = answer;
      one(`.dd-answer[data-mode="${mode}"] span`).textContent = percentOf(results[mode]);
    }
    for (const of of all(".dd-class")) of.textContent = state.c;
    for (const of of all(".dd-kernel")) of.textContent = state.k;
    for (const name of PANELS.filter((name) => name !== "scores" && name !== "spoke")) {
      one(`#xp-${name} .xp-shape`).textContent = sizeOf(name).join(" x ");
    }
    thumbs.show(network.ofEach.map((_, k) =>
      ["kernel", "map", "relu", "pooled", "spoke"].map((name) => {
        const [rows, columns] = sizeOf(name);
        return { name, rows, columns, values: valuesOf[name](k), scale: scales[name] };
      })), state.k);
    light(null);
  }

  // Said to those who do not see it, once the drawing rests.
  let resting;
  function hear() {
    clearTimeout(resting);
    resting = setTimeout(() => {
      const { drawn, centred } = results;
      const set = state.set === undefined ? "" : `Row ${Math.floor(state.set / draw.SIDE)}, column ${
        state.set % draw.SIDE} is now ${draw.text(pad.pixels[state.set])}. `;
      one(".dd-live").textContent = `${set}As drawn, it says ${drawn.answer}, ${
        percentOf(drawn)}; centred and scaled, ${centred.answer}, ${percentOf(centred)}.`;
    }, 400);
  }

  // ---- Pointing and choosing.

  function choose(panel, cell) {
    state.chosen = [panel, cell];
    const grid = grids.get(panel);
    grid.cursor = cell;
    if (panel === "scores") {
      state.kept = cell;
      show();
    } else light(null);
  }

  function light(pointed) {
    const [panel, cell] = pointed ?? [state.chosen[0], state.chosen[1] ?? state.c];
    const there = cell < grids.get(panel).layout.count ? [panel, cell] : ["scores", state.c];
    // As long as nothing was chosen, the answer's sum is written, and nothing is lit.
    const nothing = !pointed && state.chosen[1] === null;
    const lit = nothing ? {} : draw.lit(state.network, result, state, ...there);
    for (const [name, grid] of grids) {
      const chosen = !nothing && name === there[0] ? there[1] : null;
      grid.light(lit[name] ?? new Set(), chosen);
    }
    say(...there);
  }

  function say(panel, cell) {
    const found = draw.sum(state.network, result, state, panel, cell, scales);
    terms = panel === "scores" ? "scores" : "map";
    if (typeof found === "string") sum.say(found);
    else sum.show(found, found.size);
  }

  // A term of a map's number is a pixel and a kernel value, one of a score a pooled number.
  function pointAtTerm(entry) {
    if (entry === null) {
      light(null);
      return;
    }
    const { network } = state;
    if (terms === "map") {
      grids.get("seen").light(new Set([network.gather.index[entry]]), null);
      grids.get("kernel").light(new Set([entry % network.gather.windowSize]), null);
      return;
    }
    const place = Math.floor(entry / network.count);
    state.k = entry % network.count;
    const kept = state.chosen;
    state.chosen = ["scores", state.c];
    const spoken = one(".xp-sentence");
    const held = [...spoken.childNodes];
    show();
    spoken.replaceChildren(...held); // the sum stays under the pointer
    state.chosen = kept;
    terms = "scores";
    const lit = draw.lit(network, result, state, "pooled", place);
    for (const [name, grid] of grids) grid.light(lit[name], name === "pooled" ? place : null);
  }

  // ---- What is pressed.

  const problem = one(".xp-problem");
  const told = one(".dd-told");
  const on = (selector, action) => one(selector).addEventListener("click", action);
  on(".dd-undo", () => pad.undo());
  on(".dd-clear", () => {
    told.textContent = "";
    pad.set(new Array(draw.SIDE * draw.SIDE).fill(0));
  });
  // What is said of a drawing does not stay over the next one.
  for (const type of ["pointerdown", "keydown"]) {
    pad.grid.table.addEventListener(type, ({ key = " " }) => {
      if (key === " ") told.textContent = "";
    });
  }
  on(".dd-invert", () => pad.set(pad.pixels.map((value) => Math.round(255 * (1 - value)) / 255)));
  on(".dd-wrong", makeWrong);
  one("[name=brush]").addEventListener("change", ({ target }) => {
    pad.reach = Number(target.value);
  });
  for (const radio of all("[name=tool]")) {
    radio.addEventListener("change", () => { pad.erases = radio.value === "erase"; });
  }
  for (const radio of all("[name=mode]")) {
    radio.addEventListener("change", () => {
      state.mode = radio.value;
      making += 1;
      show();
    });
  }

  function see(mode) {
    state.mode = mode;
    one(`[name=mode][value=${mode}]`).checked = true;
  }

  function load({ pixels, digit, taken }) {
    see("drawn");
    delete state.kept;
    state.chosen = ["scores", null];
    pad.set(Array.from(draw.bytes(pixels), (value) => value / 255));
    told.textContent = digit === taken ? "" : `A ${digit} from the digits held out, which chapter 8's `
      + `network takes for a ${taken}. Point at the scores of ${digit} and ${taken}: what spoke for each?`;
  }

  draw.PICTURES.forEach((picture) => {
    const { digit, taken } = picture;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = digit === taken ? `a ${digit}` : `${digit} for ${taken}`;
    button.addEventListener("click", () => load(picture));
    one(".dd-examples").append(button);
  });

  async function makeWrong() {
    making += 1;
    const mine = making;
    const { network } = state;
    told.textContent = "Trying all 784 pixels, each black and white.";
    const found = await draw.makeWrong(network, result.pixels, () => making !== mine,
      (step, tried) => { told.textContent = `Pixel ${step}: ${tried} of 784 tried.`; });
    if (!found) {
      told.textContent = "";
      return;
    }
    if (!found.pixels) {
      told.textContent = `Still a ${found.before}, after ${found.found.length} pixels, found step by step.`;
      return;
    }
    see("drawn"); // the very picture that was tried
    pad.set(found.pixels);
    const changed = found.found.map(({ position, value }) =>
      `row ${Math.floor(position / draw.SIDE)}, column ${position % draw.SIDE} (position ${
        position}) ${value ? "white" : "black"}`);
    const { length } = found.found;
    const alone = found.found[0].alone.length;
    told.textContent = (length === 1
      ? `One pixel is enough: ${changed[0]}. All 784 were tried; ${alone} of them would do it alone.`
      : `No pixel of all 784 does it alone. Few do, found step by step: ${length} pixels, ${
        changed.join("; ")}. Others, chosen together, may be fewer.`)
      + ` The ${found.before} is now taken for a ${found.answer}. Undo puts it back.`;
  }

  // ---- The reader's own training.

  const file = one("[name=network]");
  function use(network, words) {
    making += 1;
    state.network = network;
    one(".dd-network").textContent = words;
    one(".dd-book").hidden = network === book;
    compute();
  }
  file.addEventListener("change", async () => {
    const [chosen] = file.files;
    if (!chosen) return;
    problem.textContent = "";
    try {
      if (chosen.size > 2e6) throw new draw.Unfit("The file is larger than 2 MB.");
      const network = draw.read(await chosen.text());
      use(network, `Your network answers, from ${chosen.name}: ${network.count} kernels of ${
        network.kernelHeight} x ${network.kernelWidth}.`);
    } catch (error) {
      if (!(error instanceof draw.Unfit)) throw error;
      problem.textContent = `${error.message} Nothing has changed.`;
    }
    file.value = "";
  });
  on(".dd-book", () => use(book, "The network of chapter 8 answers."));

  // ---- The start.

  root.hidden = false;
  // Of a pixel of the pad: as large as fits on a phone, 10 beside the other panels.
  function sideOf() {
    narrow = root.clientWidth < NARROW;
    const fits = Math.floor((root.clientWidth - 2) / draw.SIDE);
    return narrow ? Math.max(9, Math.min(12, fits)) : 10;
  }
  let width = 0;
  new ResizeObserver(() => {
    if (root.clientWidth === width) return;
    width = root.clientWidth;
    side = sideOf();
    if (results) show();
  }).observe(root);
  const [five] = draw.PICTURES;
  pad.pixels = Array.from(draw.bytes(five.pixels), (value) => value / 255);
  pad.fresh = true;
  side = sideOf();
  compute();
})();
