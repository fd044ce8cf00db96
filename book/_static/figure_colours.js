// The colours of the figures are custom.css's, so that a figure and its page change
// together: a stored colour is replaced by the variable that stands for it.
(() => {
  "use strict";
  // As xcorr_helpers stores them (figures/parts.py), and the names of their variables.
  const STORED = {
    "#222": "digit", "#8a1c30": "weight",
    "#f6efd9": "index", "#dcdcdc": "zero", "#f3f7fa": "low", "#8fbcd9": "high",
    "#2166ac": "negative", "#f7f7f7": "middle", "#b2182b": "positive",
  };

  function read(name) {
    const style = getComputedStyle(document.documentElement);
    return style.getPropertyValue(`--figure-${name}`).trim();
  }

  const stored = () => Object.keys(STORED);
  const shown = () => Object.values(STORED).map(read);

  // Changes a figure's colours in their places, whatever else has moved in it.
  function recolour(part, from, to) {
    if (part === null || typeof part !== "object" || ArrayBuffer.isView(part)) return;
    for (const [key, value] of Object.entries(part)) {
      if (typeof value === "number") continue;
      const place = typeof value === "string" ? from.indexOf(value) : -1;
      if (place >= 0) part[key] = to[place];
      else recolour(value, from, to);
    }
  }

  // What has no colour of its own takes the template's.
  function themed(template) {
    const [text, grid, line, box] = ["text", "grid", "line", "box"].map(read);
    const clear = "rgba(0, 0, 0, 0)";
    const axis = {
      gridcolor: grid, zerolinecolor: grid, linecolor: line, tickcolor: line,
      tickfont: { color: text },
    };
    const defaults = {
      paper_bgcolor: clear, plot_bgcolor: clear, font: { color: text },
      xaxis: axis, yaxis: axis,
      coloraxis: { colorbar: { outlinecolor: line, tickcolor: line } },
      annotationdefaults: { arrowcolor: text },
      hoverlabel: { bgcolor: box, bordercolor: line, font: { color: text } },
      modebar: { bgcolor: clear, color: line, activecolor: text },
    };
    return { ...template, layout: merged((template || {}).layout || {}, defaults) };
  }

  function merged(base, over) {
    const result = { ...base };
    for (const [key, value] of Object.entries(over)) {
      const nested = value !== null && typeof value === "object";
      result[key] = nested ? merged(base[key] || {}, value) : value;
    }
    return result;
  }

  window.bookFigures = { ...window.bookFigures, stored, shown, recolour, themed };
})();
