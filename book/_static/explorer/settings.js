// The reader's settings: which are possible, and what they are at first.
(() => {
  "use strict";
  const explorer = window.xcorrExplorer;

  explorer.LIMITS = {
    height: [1, 28], width: [1, 28], channels: [1, 4],
    kernelHeight: [1, 12], kernelWidth: [1, 12], kernels: [1, 4], groups: [1, 4],
    stride: [1, 12], padding: [0, 6], dilation: [1, 12], outputPadding: [0, 11],
  };
  explorer.PAIRS = ["stride", "padding", "dilation", "outputPadding"];
  explorer.VIEWS = ["gather", "scatter", "transposed", "toeplitz"];
  explorer.ROW_STEPS = ["width", "height"];
  explorer.LARGEST_VALUE = 999;
  const { toy } = explorer.RECORDS;
  explorer.PLAIN = {
    height: toy.height, width: toy.width, channels: 1,
    kernelHeight: toy.kernelHeight, kernelWidth: toy.kernelWidth, kernels: 1, groups: 1,
    stride: 1, padding: 0, dilation: 1, outputPadding: 0, rowStep: "width", view: "gather",
    shown: 0, panel: "output", cell: 0, puzzle: "",
  };

  explorer.Impossible = class extends Error {};

  // All that an image grows from here.
  const ONE_CHANNEL = { channels: 1, kernels: 1, groups: 1, rowStep: "width" };

  // Where the toy has no value: what continues it, and for a kernel small numbers without
  // a pattern that a sum could hide behind.
  const FILL = {
    image: (row, column, channel) => 100 * channel + 10 * row + column,
    kernel: (kernel, row, column, channel) =>
      (2 * row + 3 * column + channel + 3 * kernel + 1) % 4 - 1,
    gradient: (kernel, row, column) => 100 * kernel + 10 * row + column,
  };
  explorer.ARRAYS = Object.keys(FILL);

  function shapes(settings) {
    const { channels, kernels, kernelHeight, kernelWidth } = settings;
    const { pictureHeight, pictureWidth, outHeight, outWidth, depth } =
      explorer.sizes(settings);
    return {
      image: [pictureHeight, pictureWidth, channels],
      kernel: [kernels, kernelHeight, kernelWidth, depth],
      gradient: [kernels, outHeight, outWidth],
    };
  }

  // The values of before where they still have a place, and what fills the others.
  function values(name, shape, before) {
    const count = shape.reduce((product, size) => product * size, 1);
    return Array.from({ length: count }, (_, flat) => {
      const place = [];
      let rest = flat;
      for (const size of [...shape].reverse()) {
        place.unshift(rest % size);
        rest = Math.floor(rest / size);
      }
      const kept = place.every((at, axis) => at < before.shape[axis]);
      const at = place.reduce((sum, number, axis) => sum * before.shape[axis] + number, 0);
      return kept ? before.values[at] : FILL[name](...place);
    });
  }

  const inWords = (name) => name.replace(/[A-Z]/, (letter) => ` ${letter.toLowerCase()}`);

  function outside(value, [least, most]) {
    return !Number.isInteger(value) || value < least || value > most;
  }

  // Why an image cannot grow so. With less output padding than stride, the index of the
  // output has one placement for each number of the image, and no more.
  function cannotGrow(settings) {
    if (settings.puzzle) return "The puzzles ask for no transposed layer.";
    const [stride, more] = [settings.stride, settings.outputPadding].map(explorer.pair);
    if (more.some((size, axis) => size >= stride[axis])) {
      return `The output padding must be smaller than the stride, ${stride.join(", ")}, not `
        + `${more.join(", ")}: it says which of the sizes that shrink to one is meant.`;
    }
    const { pictureHeight, pictureWidth } = explorer.sizes(settings);
    const [least, most] = explorer.LIMITS.height;
    return [pictureHeight, pictureWidth].some((size) => outside(size, [least, most]))
      ? `The output would be ${pictureHeight} x ${pictureWidth}: there is room here for `
        + `${least} to ${most} rows and columns.` : "";
  }

  explorer.doesNotFit = (settings) => {
    const { paddedHeight, paddedWidth, spanHeight, spanWidth } = explorer.sizes(settings);
    if (spanHeight > paddedHeight || spanWidth > paddedWidth) {
      return `The kernel must fit into the padded image: it spans ${spanHeight} x `
        + `${spanWidth} pixels, and the padded image has ${paddedHeight} x `
        + `${paddedWidth}.`;
    }
    return "";
  };

  // Why settings are impossible, or nothing.
  explorer.objection = (settings) => {
    for (const [name, limits] of Object.entries(explorer.LIMITS)) {
      const isPair = explorer.PAIRS.includes(name);
      const numbers = isPair ? explorer.pair(settings[name]) : [settings[name]];
      if (numbers.length <= 2 && !numbers.some((value) => outside(value, limits))) continue;
      const or = isPair ? ", or two, for rows and columns, as in 2, 3" : "";
      return `The ${inWords(name)} must be a whole number from ${limits.join(" to ")}${or}, `
        + `not ${[settings[name]].flat().join(", ")}.`;
    }
    const { channels, kernels, groups } = settings;
    if (channels % groups || kernels % groups) {
      return `Groups share out channels and kernels evenly: ${channels} channels and `
        + `${kernels} kernels make no ${groups} groups.`;
    }
    if (settings.view === "transposed") return cannotGrow(settings);
    const why = explorer.doesNotFit(settings);
    if (why) return why;
    const last = (numbers) => numbers[numbers.length - 1];
    const end = last(explorer.windowOffsets(settings)) + last(explorer.windowIndex(settings));
    const { nPositions } = explorer.sizes(settings);
    if (end >= nPositions) {
      return `With the height as the row step, the last placement would read position `
        + `${end}, and the padded image ends at ${nPositions - 1}: NumPy raises an `
        + "IndexError.";
    }
    return "";
  };

  // Settings with some of them changed, or an Impossible that says why that is impossible.
  explorer.changed = (before, change) => {
    const start = { ...explorer.PLAIN, ...toy, ...before };
    const settings = { ...start, ...change };
    const isTransposed = settings.view === "transposed";
    Object.assign(settings, isTransposed ? ONE_CHANNEL : { outputPadding: 0 });
    const why = explorer.objection(settings);
    if (why) throw new explorer.Impossible(why);
    settings.shown = Math.max(0, Math.min(settings.shown, settings.kernels - 1));
    for (const name of explorer.PAIRS) {
      const [rows, columns] = explorer.pair(settings[name]);
      settings[name] = rows === columns ? rows : [rows, columns];
    }
    const old = shapes(start);
    for (const [name, shape] of Object.entries(shapes(settings))) {
      if (change[name]) continue;
      settings[name] = values(name, shape, { shape: old[name], values: start[name] });
    }
    return settings;
  };

  // The same index in another view. Transposed, the output is the image that is set, and
  // the output padding is what the last placement does not reach.
  explorer.inView = (settings, view) => {
    const [was, is] = [settings.view, view].map((one) => one === "transposed");
    if (was === is) return { view };
    const sizes = explorer.sizes(settings);
    if (was) return { view, height: sizes.pictureHeight, width: sizes.pictureWidth };
    const [down, across] = explorer.pair(settings.stride);
    return {
      view,
      height: sizes.outHeight,
      width: sizes.outWidth,
      outputPadding: [
        (sizes.paddedHeight - sizes.spanHeight) % down,
        (sizes.paddedWidth - sizes.spanWidth) % across,
      ],
    };
  };

  explorer.withValue = (settings, name, place, value) => {
    if (!Number.isInteger(value) || Math.abs(value) > explorer.LARGEST_VALUE) {
      const all = [-explorer.LARGEST_VALUE, explorer.LARGEST_VALUE];
      const limits = explorer.puzzle(settings.puzzle)?.free[name] || all;
      throw new explorer.Impossible(
        `A value must be a whole number from ${limits.join(" to ")}.`);
    }
    const values = [...settings[name]];
    values[place] = value;
    return { ...settings, [name]: values };
  };
})();
