// What the page says of a cell: a sum, or a sentence.
(() => {
  "use strict";
  const explorer = window.xcorrExplorer;
  const list = (numbers) =>
    numbers.length > 12 ? `${numbers.slice(0, 12).join(", ")}, ...` : numbers.join(", ");

  function outputAt(model, n) {
    const place = [Math.floor(n / model.outWidth), n % model.outWidth];
    const { kernels, shown } = model.settings;
    return `[${(kernels > 1 ? [...place, shown] : place).join(", ")}]`;
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
    placeAt(m, model.settings.kernelWidth, model.depth);
  const step = (size) => (size > 1 ? ` * ${size}` : "");

  const times = (model) =>
    model.settings.channels > 1 ? [" * ", model.settings.channels] : ["", ""];

  function flatOf(model, p) {
    const [row, column, channel] = pixelAt(model, p);
    const flat = `${row} * ${model.paddedWidth} + ${column}`;
    return channel === undefined
      ? `${flat} = ${p}` : `(${flat}) * ${model.settings.channels} + ${channel} = ${p}`;
  }

  const plural = (count, what) => `${count} ${what}${count === 1 ? "" : "s"}`;

  function imageSentence(model, p) {
    const entries = explorer.entries(model, "p", p);
    const name = `image[${pixelAt(model, p)}]`.replaceAll(",", ", ");
    const what = explorer.pixelAt(model, p) === null ? `${name} is padding` : name;
    const placements = [...explorer.cells(model, "n", entries)];
    const read = placements.length
      ? `It goes into ${placements.length} of ${plural(model.nWindows, "output")}, `
        + `${placements.length > 1 ? "placements" : "placement"} ${list(placements)}.`
      : "No placement reads it.";
    return `${what}: ${model.flat[p]}, flat position ${flatOf(model, p)}. ${read}`;
  }

  const isTransposed = (model) => model.settings.view === "transposed";

  function windowSentence(model, m) {
    const [row, column, channel = 0] = kernelAt(model, m);
    const { channels } = model.settings;
    const [down, across] = explorer.pair(model.settings.dilation).map(step);
    const pixels =
      `${row}${down} * ${explorer.rowStep(model.settings)} + ${column}${across}`;
    const flat = channels > 1
      ? `(${pixels}) * ${channels} + ${model.firstChannel + channel}` : pixels;
    const does = isTransposed(model) ? "adds its product with" : "finds the pixel for";
    return `window[${m}] = ${flat} = ${model.window[m]}: where the top-left placement `
      + `${does} kernel value ${m}. Added to every offset, it makes column `
      + `${m} of the index.`;
  }

  function offsetsSentence(model, n) {
    const [down, across] = explorer.pair(model.settings.stride).map(step);
    const row = Math.floor(n / model.outWidth);
    const pixels =
      `${row}${down} * ${model.paddedWidth} + ${n % model.outWidth}${across}`;
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
    kernel: (model, m) => {
      const { kernels, shown } = model.settings;
      const place = kernelAt(model, m);
      const name = kernels > 1
        ? `kernels[${[shown, ...place].join(", ")}]` : `kernel[${place.join(", ")}]`;
      if (isTransposed(model)) {
        const numbers = model.nWindows === 1 ? "the one number"
          : `each of the ${model.nWindows} numbers`;
        return `${name} = ${model.kernel[m]}: times ${numbers} of the image, it makes `
          + `column ${m} of the products.`;
      }
      return `${name} = ${model.kernel[m]}: it multiplies column ${m} in `
        + (model.nWindows === 1 ? "the one placement."
          : `all ${model.nWindows} placements.`);
    },
    index: (model, entry) => {
      const [n, m] = split(model, entry);
      const p = model.index[entry];
      const what = isTransposed(model) ? "output" : "pixel";
      return `index[${n}, ${m}] = offsets[${n}] + window[${m}] = ${model.offsets[n]} + `
        + `${model.window[m]} = ${p}, the flat position of ${what} `
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
    transposedImage: (model, n) =>
      `image${outputAt(model, n)} = ${model.gradient[n]}: times each kernel value, it is `
      + `added to ${model.windowSize} places of the output, at the positions of row ${n} of `
      + "the index.",
    scattered: (model, entry) => {
      const [n, m] = split(model, entry);
      const what = isTransposed(model) ? "image" : "output gradient";
      return `products[${n}, ${m}] = ${what} ${model.gradient[n]} * kernel `
        + `${model.kernel[m]} = ${model.scattered[entry]}, added at flat position `
        + `index[${n}, ${m}] = ${model.index[entry]}.`;
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

  // How many kernel values reach an output: where that differs, checkerboards are drawn.
  const meeting = (count) =>
    (count === 1 ? "One product lands here" : `${count || "No"} products meet here`);

  explorer.sentence = (model, panel, cell) => SENTENCES[panel](model, cell);

  // The sums: what they are of, their products as entries of the index, and the numbers
  // and scales of both factors. Of the other panels there is a sentence.
  explorer.sum = (model, panel, cell) => {
    const weights = { numbers: model.kernel, scale: explorer.scale(model.kernel, true) };
    if (panel === "output") {
      const scale = explorer.scale(model.flat);
      return {
        name: `output${outputAt(model, cell)}`,
        entries: explorer.entries(model, "n", cell),
        factor: (entry) => model.gathered[entry],
        scale: (value, entry) => (explorer.pixelAt(model, model.index[entry]) === null
          ? { kind: "padding", style: "" } : scale(value)),
        weights,
        total: model.output[cell],
        totals: explorer.scale(model.output, true),
        after: "",
      };
    }
    if (panel !== "inputGradient" && panel !== "transposedOutput") return null;
    const cut = explorer.pixelAt(model, cell) === null;
    const entries = explorer.entries(model, "p", cell);
    const isOutput = panel === "transposedOutput";
    const end = isOutput ? "." : "";
    return {
      name: `${isOutput ? "output" : "input gradient"}[${pixelAt(model, cell).join(", ")}]`,
      entries,
      factor: (entry) => model.gradient[split(model, entry)[0]],
      scale: explorer.scale(model.gradient, !isOutput),
      weights,
      total: model.inputGradient[cell],
      totals: explorer.scale(model.inputGradient, true),
      after: (isOutput ? `. ${meeting(entries.length)}` : "")
        + (cut ? ". It belongs to the padding, and is cut off." : end),
    };
  };
})();
