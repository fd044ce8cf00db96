// The panels: for each, what its cells are numbered by (relations.js), how they are laid
// out (layouts.js), and what stands in them.
(() => {
  "use strict";
  const explorer = window.xcorrExplorer;
  const { picture, table } = explorer;

  // Short names: a screen reader adds the panel, the row and the column.
  function valued(layout, numbers, note, noteName, signed) {
    const scale = explorer.scale(numbers, signed);
    const digits = Math.max(...explorer.range(numbers).map((number) => String(number).length));
    return {
      ...layout,
      narrowest: layout.drawn ? layout.narrowest : Math.max(layout.narrowest, 6 + 8 * digits),
      text: (cell) => String(numbers[cell]),
      note: (cell) => String(note(cell)),
      colour: (cell) => scale(numbers[cell]),
      label: (cell) => `${numbers[cell]}, ${noteName} ${note(cell)}`,
    };
  }

  function plain(layout, numbers, colour) {
    return {
      ...layout,
      text: (cell) => String(numbers[cell]),
      label: (cell) => String(numbers[cell]),
      colour: colour && ((cell) => colour(numbers[cell])),
    };
  }

  // Is a position of the padded image a pixel of the image, and which?
  explorer.pixelAt = (model, position) => {
    const { pictureHeight, pictureWidth, settings: { channels } } = model;
    const [above, before] = explorer.pair(model.settings.padding);
    const pixel = Math.floor(position / channels);
    const row = Math.floor(pixel / model.paddedWidth) - above;
    const column = pixel % model.paddedWidth - before;
    const inside = row >= 0 && row < pictureHeight
      && column >= 0 && column < pictureWidth;
    return inside ? (row * pictureWidth + column) * channels + position % channels : null;
  };

  const self = (cell) => cell;
  const padded = (model) =>
    picture(model.paddedHeight, model.paddedWidth, model.settings.channels);
  const kernelPicture = (model) => {
    const { kernelHeight, kernelWidth } = model.settings;
    const shape = [kernelHeight, kernelWidth, model.depth].slice(0, model.depth > 1 ? 3 : 2);
    return { ...picture(kernelHeight, kernelWidth, model.depth), shape: shape.join(" x ") };
  };
  const outputPicture = (model) => {
    const { kernels, shown } = model.settings;
    const layout = picture(model.outHeight, model.outWidth, 1);
    return kernels > 1 ? { ...layout, shape: `${layout.shape}, of kernel ${shown}` } : layout;
  };
  // A place of the kernel that is shown among the values of all, and one of its output.
  const ofShown = (size) => (model, cell) => model.settings.shown * model[size] + cell;
  const border = (model) => (cell) =>
    explorer.pixelAt(model, cell) === null ? "padding" : "";
  const entryTable = (model, numbers) => table(
    model.nWindows, model.windowSize, `(${model.nWindows}, ${model.windowSize})`, numbers);

  explorer.PANELS = {
    image: {
      title: "image", numbering: "p", values: "image", views: ["gather", "toeplitz"],
      layout: (model) => ({
        ...valued(padded(model), model.flat, self, "position"),
        kind: border(model),
        shape: padded(model).shape + (model.settings.padding ? ", with padding" : ""),
      }),
      place: explorer.pixelAt,
    },
    outputGradient: {
      title: "output gradient", numbering: "n", values: "gradient", views: ["scatter"],
      layout: (model) => valued(
        outputPicture(model), model.gradient, self, "placement", true),
      place: ofShown("nWindows"),
    },
    transposedImage: {
      title: "image", numbering: "n", values: "gradient", views: ["transposed"],
      layout: (model) => valued(outputPicture(model), model.gradient, self, "placement"),
      place: ofShown("nWindows"),
    },
    kernel: {
      title: "kernel", numbering: "m", values: "kernel", views: explorer.VIEWS,
      layout: (model) => valued(kernelPicture(model), model.kernel, self, "number", true),
      place: ofShown("windowSize"),
    },
    output: {
      numbering: "n", views: ["gather", "toeplitz"],
      layout: (model) => valued(
        outputPicture(model), model.output, self, "placement", true),
    },
    inputGradient: {
      numbering: "p", views: ["scatter"],
      layout: (model) => ({
        ...valued(padded(model), model.inputGradient, self, "position", true),
        kind: border(model),
        shape: padded(model).shape + (model.settings.kernels > 1
          ? `, from kernel ${model.settings.shown} alone` : ""),
      }),
    },
    transposedOutput: {
      numbering: "p", views: ["transposed"],
      layout: (model) => ({
        ...valued(padded(model), model.inputGradient, self, "position", true),
        kind: border(model),
        shape: padded(model).shape + (explorer.pair(model.settings.padding).some(Boolean)
          ? `, cropped to ${model.pictureHeight} x ${model.pictureWidth}` : ""),
      }),
    },
    window: {
      numbering: "m", views: explorer.VIEWS,
      layout: (model) => plain(
        table(1, model.windowSize, `(${model.windowSize},)`, model.index), model.window),
    },
    offsets: {
      numbering: "n", views: explorer.VIEWS,
      layout: (model) => plain(
        table(model.nWindows, 1, `(${model.nWindows},)`, model.offsets), model.offsets),
    },
    index: {
      numbering: "nm", views: explorer.VIEWS,
      layout: (model) => plain(entryTable(model, model.index), model.index),
    },
    gathered: {
      numbering: "nm", views: ["gather"],
      layout: (model) => ({
        ...plain(
          entryTable(model, model.gathered), model.gathered, explorer.scale(model.flat)),
        kind: (entry) => border(model)(model.index[entry]),
      }),
    },
    scattered: {
      numbering: "nm", views: ["scatter", "transposed"],
      layout: (model) => plain(
        entryTable(model, model.scattered), model.scattered,
        explorer.scale(model.scattered, true)),
    },
    toeplitz: {
      numbering: "np", views: ["toeplitz"],
      layout: (model) => {
        const { nWindows, nPositions } = model;
        const value = (cell) => explorer.toeplitz(
          model, Math.floor(cell / nPositions), cell % nPositions);
        const layout = table(
          nWindows, nPositions, `(${nWindows}, ${nPositions})`, model.kernel);
        const read = explorer.cells(model, "np", [...model.index.keys()]);
        const scale = explorer.scale(model.kernel, true);
        return {
          ...layout,
          text: (cell) => (read.has(cell) ? String(value(cell)) : "·"),
          label: (cell) => (read.has(cell) ? String(value(cell)) : "zero, not read"),
          colour: (cell) => (read.has(cell) ? scale(value(cell)) : explorer.NO_COLOUR),
        };
      },
    },
  };

  const LARGEST_TOEPLITZ = 12;

  // Why the Toeplitz matrix is not drawn, or nothing.
  explorer.tooLarge = (model) => {
    const { height, width } = model.settings;
    if (height <= LARGEST_TOEPLITZ && width <= LARGEST_TOEPLITZ) return "";
    const { nWindows, nPositions, windowSize } = model;
    const cells = nWindows * nPositions;
    const filled = nWindows * windowSize;
    const part = (100 * (1 - filled / cells)).toFixed(1);
    const count = (number) => number.toLocaleString("en");
    return `Not drawn: it would have ${count(nWindows)} rows and ${count(nPositions)} `
      + `columns, ${count(cells)} cells, of which ${part} % are zeros that no placement `
      + `reads. The index keeps the other ${count(filled)} places, and where they are. `
      + `Images up to ${LARGEST_TOEPLITZ} x ${LARGEST_TOEPLITZ} are drawn.`;
  };
})();
