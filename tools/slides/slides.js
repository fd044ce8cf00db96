// Starts reveal.js, and fits code and figures into their slides.
(() => {
  "use strict";
  const { stored, shown, recolour, themed } = bookFigures;
  const { takeControls, addControls, fit, apply } = bookFigures;
  const LARGER = 1.55; // 13 pixels, the least in a figure, become 20
  const LEAST_CODE = 20; // pixels
  const LEAST_WIDTH = 340; // pixels, of a figure
  const BESIDE = 320; // pixels, for a figure's sliders

  // As large as the slide allows.
  function fitCode(slide) {
    const parts = slide.querySelector(".parts");
    const codes = [...parts.querySelectorAll("pre")];
    const isFull = () => parts.scrollHeight > parts.clientHeight
      || codes.some((code) => code.scrollWidth > code.clientWidth);
    for (let size = 30; size >= LEAST_CODE; size -= 1) {
      slide.style.setProperty("--code-size", `${size}px`);
      if (!isFull()) return;
    }
  }

  const panelsOf = (layout) => Object.keys(layout).filter((k) => layout[k].scaleanchor);

  // Of a figure with many panels, each is to be seen, and no axis to be read.
  const MANY = 5;
  const LINE = 18; // pixels, of a title
  const LETTER = 7.2;

  const broken = (text, width) => text.split(" ").reduce((lines, word) => {
    const last = lines.at(-1);
    if (last && `${last} ${word}`.length <= width / LETTER) {
      return [...lines.slice(0, -1), `${last} ${word}`];
    }
    return [...lines, word];
  }, []);

  // The axes and the title of each panel whose pixels are square.
  function panelsIn(layout) {
    return panelsOf(layout).map((key) => {
      const across = layout[`xaxis${key.slice("yaxis".length)}`];
      const down = layout[key];
      const [x, y] = [across, down].map((axis) => axis.domain ?? [0, 1]);
      const title = (layout.annotations ?? []).find((note) =>
        note.xref === "paper" && note.yanchor === "bottom"
        && Math.abs(note.x - (x[0] + x[1]) / 2) < 0.01 && Math.abs(note.y - y[1]) < 0.01);
      return { across, down, title };
    });
  }

  // Lays panels that stand in several rows out anew, so many in a row.
  function arranged(layout, count, width) {
    const copy = structuredClone(layout);
    const panels = panelsIn(copy);
    const rows = Math.ceil(panels.length / count);
    const names = ["across", "down"].map((side) =>
      panels.map((panel) => panel[side].title?.text).find(Boolean) ?? "");
    let lines = 1;
    panels.forEach(({ across, down, title }, number) => {
      const [column, row] = [number % count, Math.floor(number / count)];
      across.domain = [(column + 0.08) / count, (column + 0.92) / count];
      down.domain = [1 - (row + 1) / rows, 1 - row / rows];
      across.title = { text: number + count >= panels.length ? names[0] : "" };
      down.title = { text: column ? "" : names[1] };
      if (panels.length >= MANY) across.visible = down.visible = false;
      if (!title) return;
      const words = broken(title.text, 0.84 * width / count);
      Object.assign(title, {
        x: (column + 0.5) / count, y: 1 - row / rows, text: words.join("<br>"),
      });
      lines = Math.max(lines, words.length);
    });
    if (panels.length >= MANY) {
      for (const key of Object.keys(copy).filter((name) => /^coloraxis/.test(name))) {
        copy[key].showscale = false;
      }
    }
    const { t } = { ...copy.template?.layout?.margin, ...copy.margin };
    copy.margin = { ...copy.margin, t: t + LINE * (lines - 1) };
    return { ...copy, height: 4000 }; // no limit
  }

  // Every way to lay it out.
  function ways({ layout, controls }, width) {
    const panels = panelsIn(layout);
    const tops = new Set(panels.map(({ down }) => (down.domain ?? [0, 1])[1]));
    if (controls) return [{ ...layout, showlegend: false, margin: { ...layout.margin, t: 44 } }];
    if (tops.size < 2) return [layout];
    return panels.map((_, number) => arranged(layout, number + 1, width));
  }

  // The largest panels that a box of this size holds.
  function best(content, width, height) {
    let found = null;
    for (const layout of ways(content, width)) {
      for (let w = width; w >= LEAST_WIDTH; w -= 5) {
        const { patch } = fit({ ...content, layout }, w);
        if (!panelsOf(layout).length) patch.height = height;
        if (patch.height > height) continue;
        const [axis] = Object.keys(patch).filter((k) => /^xaxis\d*\.domain$/.test(k));
        const [begin, end] = axis ? patch[axis] : [0, 1];
        const size = (end - begin) * w;
        if (!found || size > found.size) found = { layout, patch, w, size };
        break;
      }
    }
    return found;
  }

  // As large as needed, and no larger than the slide allows.
  function sized(content, { clientWidth, clientHeight }, beside) {
    for (let scale = LARGER; ; scale -= 0.05) {
      const way = best(content, clientWidth / scale - beside, clientHeight / scale);
      if (way) return { ...way, scale };
    }
  }

  // Numbers in cells are as large as these.
  function enlargeNumbers({ data, layout }, width) {
    for (const trace of data.filter(({ texttemplate }) => texttemplate)) {
      const { range, domain = [0, 1] } = layout[`xaxis${(trace.xaxis ?? "x").slice(1)}`];
      const inner = width - (layout.margin.l ?? 0) - layout.margin.r;
      const cell = (domain[1] - domain[0]) * inner / Math.abs(range[1] - range[0]);
      trace.textfont = { ...trace.textfont, size: Math.min(13, Math.round(cell * 0.58)) };
    }
  }

  async function draw(figure) {
    const content = JSON.parse(figure.querySelector("script").textContent);
    const { data, frames, config, layout: original } = content;
    for (const part of ["paper_bgcolor", "plot_bgcolor"]) delete original[part];
    content.controls = takeControls(content);
    const beside = content.controls ? BESIDE : 0;
    const { layout: chosen, patch, w: width, scale } = sized(content, figure, beside);
    const { height } = patch;
    const layout = structuredClone(chosen);
    apply(patch, layout);
    if (content.controls) enlargeNumbers({ data, layout }, width);
    layout.template = themed(layout.template);
    for (const part of [data, layout]) recolour(part, stored(), shown());
    const plot = figure.querySelector(".plotly-figure-plot");
    const frame = document.createElement("div");
    frame.className = "figure-frame";
    plot.replaceWith(frame);
    frame.append(plot);
    Object.assign(plot.style, { width: `${width}px`, height: `${height}px` });
    frame.style.width = `${width + beside}px`;
    const left = (figure.clientWidth - (width + beside) * scale) / 2;
    const top = Math.min(40, (figure.clientHeight - height * scale) / 2);
    frame.style.transform = `translate(${left}px, ${top}px) scale(${scale})`;
    figure.dataset.scale = scale;
    await Plotly.newPlot(plot, {
      data, frames, layout: { ...layout, width, height },
      config: { ...config, displayModeBar: false, displaylogo: false, plotlyServerURL: "" },
    });
    if (content.controls) addControls(plot, content.controls);
    figure.dataset.drawn = "1";
  }

  async function all() {
    document.querySelectorAll(".slide").forEach(fitCode);
    for (const figure of document.querySelectorAll(".plotly-figure")) await draw(figure);
    document.documentElement.dataset.ready = "1";
  }

  // Typeset before anything is measured.
  window.MathJax = { svg: { fontCache: "none" }, options: { enableMenu: false } };
  const typeset = () => window.MathJax.startup?.promise;
  const isPaper = /print-pdf/.test(location.search);
  // A paused animation rejects its promise, which nobody holds, with nothing.
  addEventListener("unhandledrejection", (event) => {
    if (event.reason === undefined) event.preventDefault();
  });
  // The keys of a slider are its own; once it is let go, they turn the slides again.
  const letGo = ({ target }) => target.closest?.(".figure-controls") && target.blur();
  addEventListener("pointerup", letGo);
  addEventListener("keydown", (event) => event.key === "Escape" && letGo(event));
  addEventListener("load", async () => {
    await typeset();
    const printed = isPaper && new Promise((done) => Reveal.on("pdf-ready", done));
    await Reveal.initialize({
      width: 1280, height: 720, margin: 0, minScale: 0.1, maxScale: 4,
      center: false, hash: true, transition: "none", slideNumber: "c/t",
      viewDistance: 100, mobileViewDistance: 100,
      pdfSeparateFragments: false, pdfMaxPagesPerSlide: 1,
      plugins: [RevealNotes],
    });
    await printed;
    await all();
  });
})();
