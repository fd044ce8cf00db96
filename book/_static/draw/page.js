// The page: what is drawn goes through the network, and each number of it can be pointed
// at. What is pointed at, or was chosen, lights up in all panels, and is written out.
(() => {
  "use strict";
  const draw = window.xcorrDraw;
  const explorer = window.xcorrExplorer;
  const root = document.getElementById("draw-digit");
  const one = (selector) => root.querySelector(selector);
  explorer.zoom = 1; // it is never enlarged here
  const book = draw.decode(draw.STORED);
  const state = new draw.State(book);
  let rendered; // the topic and the kernel that the panels show now
  let sizes; // kept: to ask the page for its width makes it lay itself out
  let waiting = false;
  let searching = 0; // counts up when a search is to stop
  let said = null; // the topic of a score whose terms are written, or "map"

  const panels = new draw.Panels(root, { point: light, choose });
  const pad = new draw.Pad(one('[data-panel="pad"]'), (cell) => {
    searching += 1;
    update(cell);
  });
  const thumbs = new draw.Thumbs(one(".dd-thumbs"), (k, panel, cell) => {
    state.k = k;
    if (panel) choose(panel, cell);
    else light(null);
  });
  const sum = new explorer.Sum(one(".xp-sentence"), pointAtTerm);
  const why = new draw.Why(one(".dd-why"), {
    point: (number) => {
      if (number) state.k = number.k;
      const isKernel = number && !("place" in number);
      light(isKernel ? null : number && ["spoke", number.place], { topic: state.asked });
      if (isKernel) tell(draw.ofKernel(number, state.asked));
    },
    choose: ({ k, place }) => {
      state.k = k;
      if (place !== undefined) choose("spoke", place);
    },
    pair: (pair) => {
      state.pair = pair;
      state.chosen = null;
      light(null);
    },
  });

  // ---- What is shown.

  function render(topic) {
    const view = state.view(topic);
    panels.show(view, sizes);
    thumbs.show(panels.ofKernels(), state.k);
    rendered = [topic.c, topic.than, state.k].join();
  }

  function show() {
    const { network, chosen } = state;
    if (state.k >= network.count) state.k = 0;
    rendered = null;
    draw.fill(pad.grid, pad.layout(sizes.pad, draw.marks(state.view(state.topic()))));
    light(null);
    if (chosen && chosen[1] >= panels.grids.get(chosen[0]).layout.count) {
      state.chosen = null;
      light(null);
    }
    const { blank } = panels.view;
    root.classList.toggle("dd-empty", blank);
    for (const [mode, { scores, answer }] of Object.entries(state.results)) {
      const share = draw.percent(draw.shares(scores)[answer]);
      one(`.dd-answer[data-mode="${mode}"] b`).textContent = blank ? "" : answer;
      one(`.dd-answer[data-mode="${mode}"] span`).textContent = blank ? "nothing drawn yet" : share;
    }
    const { scores, answer } = state.result;
    one(".dd-bar-answer").textContent = blank ? "Nothing drawn yet."
      : `It says ${answer}, ${draw.percent(draw.shares(scores)[answer])}`;
  }

  // ---- Pointing and choosing.

  function choose(panel, cell) {
    state.chosen = [panel, cell];
    panels.grids.get(panel).cursor = cell;
    const { answer } = state.result;
    if (panel === "scores" && cell !== answer) state.pair = { c: answer, than: cell };
    light(null);
  }

  function light(pointed, { topic = state.topic(pointed), quiet = false } = {}) {
    if ([topic.c, topic.than, state.k].join() !== rendered) render(topic);
    why.show(panels.view, state.asked, panels.scales.weights);
    const there = pointed ?? state.chosen;
    lightUp(there ? draw.lit(panels.view, ...there) : {}, there ?? []);
    one(".dd-let-go").classList.toggle("dd-held", state.chosen !== null);
    if (!quiet) say(there);
  }

  // In the drawing, too, where that is what the network sees.
  function lightUp(lit, there) {
    panels.light(lit, there);
    pad.grid.light(state.mode === "drawn" && lit.seen || new Set(), null);
    draw.outline(pad.grid);
  }

  function say(there) {
    const { view, scales } = panels;
    const found = there && draw.sum(view, ...there, scales);
    said = there?.[0] === "scores" ? view.topic : "map";
    tell(found ?? { brief: one(".dd-lead").textContent, words: draw.guide(view) });
  }

  function tell(found) {
    if (found.words) sum.say(found.words);
    else sum.show(found, found.size);
    one(".dd-bar-sum").textContent = found.brief;
  }

  // A term of a map's number is a pixel and a kernel value, one of a score a pooled number.
  function pointAtTerm(entry) {
    const { count, gather } = state.network;
    if (entry === null) light(null, { quiet: true });
    else if (said === "map") {
      lightUp({
        seen: new Set([gather.index[entry]]), adds: new Set([gather.index[entry]]),
        kernel: new Set([entry % gather.windowSize]),
      });
    } else {
      state.k = entry % count;
      light(["spoke", Math.floor(entry / count)], { topic: said, quiet: true });
    }
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
    state.read(pad.pixels);
    show();
    hear();
  }

  // Said to those who do not see it, once the drawing rests.
  let resting;
  function hear() {
    clearTimeout(resting);
    resting = setTimeout(() => {
      one(".dd-live").textContent = draw.heard(state, panels.view.blank);
    }, 400);
  }

  // ---- What is pressed.

  function see(mode) {
    state.mode = mode;
    one(`[name=mode][value=${mode}]`).checked = true;
  }

  const page = {
    pad,
    view: () => panels.view,
    tell: (words) => { one(".dd-told").textContent = words; },
    forget: () => {
      state.forget();
      page.tell("");
    },
    load: (example) => {
      page.forget();
      see("drawn");
      state.example = example;
      pad.set(example.pixels);
    },
    // Says whether another search, or another drawing, came since.
    begin: () => {
      searching += 1;
      const mine = searching;
      return () => searching !== mine;
    },
    undo: () => {
      pad.undo();
      const { mode, told } = state.back(pad.pixels) ?? { mode: state.mode, told: "" };
      see(mode);
      page.tell(told);
    },
    showTried: (tried, told) => {
      state.found(tried, told);
      if (!tried.after) return show();
      see("drawn"); // the very picture that was tried
      return pad.set(tried.after);
    },
    use: (network) => {
      searching += 1;
      page.tell("");
      Object.assign(state, { network, tried: null });
      compute();
    },
  };
  draw.tools(root, page);
  draw.examples(root, page);
  draw.search(root, page);
  draw.ownNetwork(root, page, book);
  for (const radio of root.querySelectorAll("[name=mode]")) {
    radio.addEventListener("change", () => {
      state.mode = radio.value;
      searching += 1;
      page.tell("");
      show();
    });
  }

  function letGo() {
    state.chosen = null;
    light(null);
  }
  one(".dd-let-go").addEventListener("click", letGo);
  root.addEventListener("keydown", ({ key }) => { if (key === "Escape") letGo(); });

  // ---- The start.

  root.hidden = false;
  const glasses = [...panels.grids.values()].map((grid) => grid.lens.glass);
  // Where there is little room, the numbers around the one that is pointed at stand in the
  // line that stays in sight.
  function fit() {
    sizes = draw.sizes(root.clientWidth);
    one(sizes.narrow ? ".dd-bar .dd-glass" : ".dd-tools .dd-glass").append(...glasses);
  }
  let width = 0;
  new ResizeObserver(() => {
    if (root.clientWidth === width) return;
    width = root.clientWidth;
    fit();
    if (state.results) show();
  }).observe(root);
  const [five] = draw.PICTURES;
  state.example = { digit: five.digit, pixels: draw.pixels(five) };
  pad.pixels = state.example.pixels;
  pad.fresh = true;
  fit();
  compute();
})();
