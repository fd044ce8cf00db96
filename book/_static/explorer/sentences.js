// What the page says: the sum behind a cell, written out, and the Python that makes the
// same index.
(() => {
  "use strict";
  const explorer = window.xcorrExplorer;
  const MOST_TERMS = 75;

  // 3*1 + 0*0 - 2*1 = 1, with at most MOST_TERMS products.
  function sum(pairs) {
    if (!pairs.length) return "0, an empty sum";
    const shown = pairs.slice(0, MOST_TERMS);
    const text = shown.map(([a, b], k) => {
      const negative = (a < 0) !== (b < 0) && a !== 0 && b !== 0;
      const sign = k ? (negative ? " - " : " + ") : (negative ? "-" : "");
      return `${sign}${Math.abs(a)}*${Math.abs(b)}`;
    }).join("");
    const left = pairs.length - shown.length;
    const total = pairs.reduce((all, [a, b]) => all + a * b, 0);
    return `${text}${left ? ` + ${left} more` : ""} = ${total}`;
  }

  const range = (count) => Array.from({ length: count }, (_, k) => k);
  const list = (numbers) =>
    numbers.length > 12 ? `${numbers.slice(0, 12).join(", ")}, ...` : numbers.join(", ");

  function outputAt(model, n) {
    return `[${Math.floor(n / model.outWidth)}, ${n % model.outWidth}]`;
  }

  // A place in an array of shape (rows, width, channels); without channels if there is
  // one.
  function placeAt(number, width, channels) {
    const pixel = Math.floor(number / channels);
    const place = [Math.floor(pixel / width), pixel % width];
    if (channels > 1) place.push(number % channels);
    return place;
  }
  const pixelAt = (model, p) => placeAt(p, model.paddedWidth, model.settings.channels);
  const kernelAt = (model, m) =>
    placeAt(m, model.settings.kernelWidth, model.settings.channels);

  const times = (model) =>
    model.settings.channels > 1 ? [" * ", model.settings.channels] : ["", ""];

  function flatOf(model, p) {
    const [row, column, channel] = pixelAt(model, p);
    const flat = `${row} * ${model.paddedWidth} + ${column}`;
    return channel === undefined
      ? `${flat} = ${p}` : `(${flat}) * ${model.settings.channels} + ${channel} = ${p}`;
  }

  function imageSentence(model, p) {
    const entries = explorer.entries(model, "p", p);
    const name = `image[${pixelAt(model, p)}]`.replaceAll(",", ", ");
    const what = explorer.pixelAt(model, p) === null ? `${name} is padding` : name;
    const placements = [...explorer.cells(model, "n", entries)];
    const read = placements.length
      ? `It goes into ${placements.length} of ${model.nWindows} outputs, placements `
        + `${list(placements)}.`
      : "No placement reads it.";
    return `${what}: ${model.flat[p]}, flat position ${flatOf(model, p)}. ${read}`;
  }

  function windowSentence(model, m) {
    const [row, column, channel] = kernelAt(model, m);
    const { dilation, channels } = model.settings;
    const gap = dilation > 1 ? ` * ${dilation}` : "";
    const pixels = `${row}${gap} * ${explorer.rowStep(model.settings)} + ${column}${gap}`;
    const flat = channels > 1 ? `(${pixels}) * ${channels} + ${channel}` : pixels;
    return `window[${m}] = ${flat} = ${model.window[m]}: where the top-left placement `
      + `finds the pixel for kernel value ${m}. Added to every offset, it makes column `
      + `${m} of the index.`;
  }

  function offsetsSentence(model, n) {
    const { stride } = model.settings;
    const step = stride > 1 ? ` * ${stride}` : "";
    const row = Math.floor(n / model.outWidth);
    const pixels = `${row}${step} * ${model.paddedWidth} + ${n % model.outWidth}${step}`;
    const [sign, channels] = times(model);
    const flat = sign ? `(${pixels})${sign}${channels}` : pixels;
    return `offsets[${n}] = ${flat} = ${model.offsets[n]}: where placement ${n} starts. `
      + `With the whole window added, it makes row ${n} of the index.`;
  }

  function split(model, entry) {
    return [Math.floor(entry / model.windowSize), entry % model.windowSize];
  }

  const SENTENCES = {
    image: imageSentence,
    window: windowSentence,
    offsets: offsetsSentence,
    output: (model, n) => {
      const pairs = range(model.windowSize).map((m) =>
        [model.gathered[n * model.windowSize + m], model.kernel[m]]);
      return `output${outputAt(model, n)} = ${sum(pairs)}`;
    },
    kernel: (model, m) =>
      `kernel[${kernelAt(model, m).join(", ")}] = ${model.kernel[m]}: it multiplies column `
      + `${m} in all ${model.nWindows} placements.`,
    index: (model, entry) => {
      const [n, m] = split(model, entry);
      const p = model.index[entry];
      return `index[${n}, ${m}] = offsets[${n}] + window[${m}] = ${model.offsets[n]} + `
        + `${model.window[m]} = ${p}, the flat position of pixel `
        + `[${pixelAt(model, p).join(", ")}].`;
    },
    gathered: (model, entry) => {
      const [n, m] = split(model, entry);
      const product = model.gathered[entry] * model.kernel[m];
      return `gathered[${n}, ${m}] = flat[index[${n}, ${m}]] = flat[${model.index[entry]}] `
        + `= ${model.gathered[entry]}. Times kernel value ${m}, `
        + `${model.gathered[entry]} * ${model.kernel[m]} = ${product}: one term of `
        + `output${outputAt(model, n)}.`;
    },
    outputGradient: (model, n) =>
      `output gradient${outputAt(model, n)} = ${model.gradient[n]}: times each kernel `
      + `value, it is added at the ${model.windowSize} positions of row ${n} of the index.`,
    scattered: (model, entry) => {
      const [n, m] = split(model, entry);
      return `products[${n}, ${m}] = output gradient ${model.gradient[n]} * kernel `
        + `${model.kernel[m]} = ${model.scattered[entry]}, added at flat position `
        + `index[${n}, ${m}] = ${model.index[entry]}.`;
    },
    inputGradient: (model, p) => {
      const pairs = explorer.entries(model, "p", p).map((entry) => {
        const [n, m] = split(model, entry);
        return [model.gradient[n], model.kernel[m]];
      });
      const cut = explorer.pixelAt(model, p) === null
        ? " It belongs to the padding, and is cut off." : "";
      return `input gradient[${pixelAt(model, p).join(", ")}] = ${sum(pairs)}${cut}`;
    },
    toeplitz: (model, cell) => {
      const n = Math.floor(cell / model.nPositions);
      const p = cell % model.nPositions;
      const found = explorer.entries(model, "np", cell).map((entry) => split(model, entry)[1]);
      return found.length
        ? `toeplitz[${n}, ${p}] is kernel value ${found.join(" plus ")}: `
          + `${explorer.toeplitz(model, n, p)}. It multiplies flat[${p}] = `
          + `${model.flat[p]} for output${outputAt(model, n)}.`
        : `toeplitz[${n}, ${p}] = 0: placement ${n} does not read flat position ${p}.`;
    },
  };

  explorer.sentence = (model, panel, cell) => SENTENCES[panel](model, cell);

  explorer.python = (settings) => {
    const { channels, kernelHeight, kernelWidth, stride, dilation, padding } = settings;
    const { paddedHeight, paddedWidth } = explorer.sizes(settings);
    const depth = channels > 1 ? `, ${channels}` : "";
    const image = `(${paddedHeight}, ${paddedWidth}${depth})`;
    const kernel = `(${kernelHeight}, ${kernelWidth}${depth})`;
    const gaps = dilation > 1 ? `, dilation=${dilation}` : "";
    const steps = stride > 1 ? `, stride=${stride}` : "";
    const comment = padding ? `  # padded by ${padding} on each side` : "";
    const window = settings.rowStep === "width"
      ? [
        "from xcorr_helpers import window_index, window_offsets",
        `window = window_index(${image}, ${kernel}${gaps})${comment}`,
      ]
      : [
        "import numpy as np",
        "from xcorr_helpers import window_offsets",
        ...wrongWindow(settings, paddedHeight),
      ];
    return [
      ...window,
      `offsets = window_offsets(${image}, ${kernel}${steps}${gaps})`,
      "index = offsets[:, None] + window[None, :]",
    ].join("\n");
  };

  // The seed of many bugs: rows are a width apart, not a height.
  function wrongWindow({ kernelHeight, kernelWidth, channels, dilation }, height) {
    const gap = dilation > 1 ? ` * ${dilation}` : "";
    const lines = [
      `rows = np.arange(${kernelHeight})${gap} * ${height}  # wrong: rows are a width apart`,
      `columns = np.arange(${kernelWidth})${gap}`,
    ];
    const pixels = "(rows[:, None] + columns)";
    return channels > 1
      ? [...lines, `window = (${pixels}[:, :, None] * ${channels} + np.arange(${channels}))`
        + ".ravel()"]
      : [...lines, `window = ${pixels}.ravel()`];
  }
})();
