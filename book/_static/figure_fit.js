// How high a figure is at a width, and where its panels lie: pixels stay square, and on
// a phone at most two panels lie side by side.
(() => {
  "use strict";
  const NARROW = 500; // pixels: a phone's figure is narrower
  const SIDE = 30; // between two panels side by side, for the ticks of one of them
  const BELOW = 62; // from one row to the next, for ticks and a title
  const LINE = 18; // of a title, at 14 pixels
  const LETTER = 7.2; // of a title, on the average
  const CELL = 22; // that a written number needs at least
  const TICK = 18; // from one tick to the next
  const STEPS = [1, 2, 5, 10, 20, 50];

  // A title that is wider than its panel is broken between words.
  function broken(text, width) {
    const most = Math.floor(width / LETTER);
    return text.split(" ").reduce((lines, word) => {
      const last = lines.at(-1);
      if (last && `${last} ${word}`.length > most) return [...lines, word];
      return [...lines.slice(0, -1), last ? `${last} ${word}` : word];
    }, [""]);
  }

  const span = ([low, high]) => Math.abs(high - low);
  // An axis of names has no range, but as many ticks as pixels.
  const pixels = ({ range, tickvals }) => (range ? span(range) : tickvals.length);
  const places = (panels, side) => [...new Set(panels.map((panel) => panel[side][0]))];

  // The panels whose pixels are square, as they are stored.
  function squares({ data, layout }) {
    const found = Object.keys(layout).filter((key) => layout[key].scaleanchor);
    return found.map((key) => {
      const id = key.slice("yaxis".length);
      const [across, down] = [layout[`xaxis${id}`], layout[key]];
      const [x, y] = [across, down].map((axis) => axis.domain ?? [0, 1]);
      const title = (layout.annotations ?? []).findIndex((note) =>
        note.xref === "paper" && note.yanchor === "bottom"
        && Math.abs(note.x - (x[0] + x[1]) / 2) < 0.01
        && Math.abs(note.y - y[1]) < 0.01);
      const written = data.some(({ texttemplate, xaxis = "x" }) =>
        texttemplate && xaxis === `x${id}`);
      return {
        id, x, y, title, written,
        columns: pixels(across), steps: [across.dtick, down.dtick],
        shape: pixels(down) / pixels(across) * (down.scaleratio ?? 1),
        hidden: down.visible === false,
        names: [across.title?.text ?? "", down.title?.text ?? ""],
      };
    });
  }

  // How many panels lie in a row, and where each begins and ends, in pixels.
  function columnsOf(panels, width, narrow) {
    const stored = places(panels, "x").length;
    const fits = (count) => panels.every(({ written, columns }) =>
      !written || (width - SIDE * (count - 1)) / count >= CELL * columns);
    if (!narrow) return [stored, panels.map(({ x }) => x.map((end) => end * width))];
    const count = stored > 1 && fits(2) ? 2 : 1;
    const free = width - SIDE * (count - 1);
    const row = panels.slice(0, count).map(({ x }) => span(x));
    const whole = row.reduce((sum, part) => sum + part);
    return [count, panels.map(({ x }, number) => {
      // Panels of one row may differ in width, so that their pixels do not.
      const kept = count === stored && count > 1;
      const before = row.slice(0, number % count).reduce((sum, part) => sum + part, 0);
      const begin = (kept ? before / whole : (number % count) / count) * free
        + SIDE * (number % count);
      return [begin, begin + (kept ? span(x) / whole : 1 / count) * free];
    })];
  }

  function fitPanels(panels, layout, width, margin) {
    const narrow = width < NARROW;
    const inner = width - margin.l - margin.r;
    const stored = layout.height - margin.stored;
    const [count, ends] = columnsOf(panels, inner, narrow);
    const lines = panels.map(({ title }, number) => (title < 0 ? [] : narrow
      ? broken(layout.annotations[title].text, span(ends[number]) + SIDE / 2)
      : [layout.annotations[title].text]));
    const sides = ["x", "y"].map((side, axis) =>
      panels.map(({ names }) => names[axis]).find(Boolean) ?? "");
    const patch = {};
    let edge = 0; // of what is above, in pixels
    const rows = [];
    for (let first = 0; first < panels.length; first += count) {
      const row = panels.slice(first, first + count);
      const tall = Math.max(...row.map(({ shape, y }, place) =>
        Math.min(shape * span(ends[first + place]), span(y) * stored)));
      const titles = lines.slice(first, first + count).map(({ length }) => length);
      const isNamed = first && panels[first - 1].names[0] && !narrow;
      const more = Math.max(1, ...titles) - 1; // lines than a title's first
      edge += (first ? BELOW : 0) + LINE * (more + (isNamed ? 1 : 0));
      rows.push([edge, edge + tall]);
      edge += tall;
    }
    panels.forEach(({ id, title, names, columns, steps }, number) => {
      const [begin, end] = rows[Math.floor(number / count)];
      const x = ends[number].map((place) => place / inner);
      patch[`xaxis${id}.domain`] = x;
      patch[`yaxis${id}.domain`] = [1 - end / edge, 1 - begin / edge];
      // Named once, where there is little room: where a row begins, and below a column.
      const isLast = number + count >= panels.length;
      patch[`xaxis${id}.title.text`] = narrow ? (isLast ? sides[0] : "") : names[0];
      const isFirst = number % count === 0;
      patch[`yaxis${id}.title.text`] = narrow ? (isFirst ? sides[1] : "") : names[1];
      const pixel = span(ends[number]) / columns;
      const sparse = STEPS.find((each) => each * pixel >= TICK);
      steps.forEach((step, axis) => {
        if (step) patch[`${"xy"[axis]}axis${id}.dtick`] = Math.max(step, sparse);
      });
      if (title < 0) return;
      const note = `annotations[${title}]`;
      patch[`${note}.x`] = (x[0] + x[1]) / 2;
      patch[`${note}.y`] = 1 - begin / edge;
      patch[`${note}.text`] = lines[number].join("<br>");
    });
    return { ...patch, height: Math.round(margin.t + edge + margin.b) };
  }

  // A row of dots has its name above it, where there is no room beside it.
  function fitDots(layout, rows, width) {
    const narrow = width < NARROW;
    const names = rows.map((text) => ({
      text, y: text, x: 0, xref: "paper", xanchor: "left", yanchor: "bottom", yshift: 4,
      borderpad: 0, showarrow: false, font: { size: 12 },
    }));
    return {
      annotations: narrow ? names : [],
      height: layout.height + (narrow ? 14 * rows.length : 0),
      "margin.l": narrow ? 10 : 50,
      "yaxis.showticklabels": !narrow,
      "yaxis.ticks": narrow ? "" : "outside",
    };
  }

  // What changes in a stored layout at a width, by plotly.js's names, and the width
  // below which the figure scrolls.
  function fit({ data, layout, controls }, width) {
    const panels = squares({ data, layout });
    const hidden = panels.some((panel) => panel.hidden);
    const needed = layout.meta?.min_width ?? 0;
    const wide = Math.max(width, hidden ? needed : 0);
    const margin = { ...layout.template?.layout?.margin, ...layout.margin };
    margin.stored = margin.t + margin.b;
    const isBar = data.some(({ coloraxis }) => layout[coloraxis]?.showscale);
    if (controls || (panels.length && !isBar)) margin.b = hidden ? 10 : 53;
    if (wide < NARROW) {
      margin.r = Math.min(margin.r, 10);
      if (panels.length) margin.t = layout.title?.text ? margin.t - 12 : 32;
      else if (controls) margin.t -= 12;
    }
    const patch = Object.fromEntries(
      ["t", "r", "b"].map((side) => [`margin.${side}`, margin[side]]));
    const names = new Set(data.flatMap(({ y }) =>
      (Array.isArray(y) && typeof y[0] === "string" ? y : [])));
    if (panels.length) Object.assign(patch, fitPanels(panels, layout, wide, margin));
    else if (names.size) Object.assign(patch, fitDots(layout, [...names], wide));
    else patch.height = layout.height - margin.stored + margin.t + margin.b;
    return { patch, minWidth: hidden ? needed : 0 };
  }

  // Writes such changes into a layout that is not drawn yet.
  function apply(patch, layout) {
    for (const [name, value] of Object.entries(patch)) {
      const keys = name.split(/[.[\]]+/);
      const last = keys.pop();
      let part = layout;
      for (const key of keys) part = part[key] ??= {};
      part[last] = value;
    }
  }

  window.bookFigures = { ...window.bookFigures, fit, apply };
})();
