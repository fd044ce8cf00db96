// The panels: for each, what its cells are numbered by (relations.js), how they are laid
// out, and what stands in them.
(() => {
  "use strict";
  const explorer = window.xcorrExplorer;
  const PICTURE = { cellWidth: 38, cellHeight: 36 };
  const TABLE = { cellWidth: 42, cellHeight: 24 };

  // A picture with its channels side by side, an empty column between them.
  function picture(height, width, channels) {
    return {
      ...PICTURE,
      rows: height,
      columns: channels * (width + 1) - 1,
      count: height * width * channels,
      shape: channels > 1
        ? `${height} x ${width} x ${channels}, channels side by side`
        : `${height} x ${width}`,
      cell: (row, column) => {
        const inside = column % (width + 1);
        if (inside === width) return null;
        return (row * width + inside) * channels + Math.floor(column / (width + 1));
      },
      place: (cell) => {
        const pixel = Math.floor(cell / channels);
        return [Math.floor(pixel / width), cell % channels * (width + 1) + pixel % width];
      },
      // In words, for the cell's name and for the sums.
      where: (cell) => {
        const pixel = Math.floor(cell / channels);
        const row = `row ${Math.floor(pixel / width)}, column ${pixel % width}`;
        return channels > 1 ? `${row}, channel ${cell % channels}` : row;
      },
    };
  }

  function table(rows, columns, shape) {
    return {
      ...TABLE, rows, columns, shape, count: rows * columns,
      cell: (row, column) => row * columns + column,
      place: (cell) => [Math.floor(cell / columns), cell % columns],
      where: (cell) => `row ${Math.floor(cell / columns)}, column ${cell % columns}`,
    };
  }

  const weights = (numbers) => {
    const most = Math.max(1, ...numbers.map(Math.abs));
    return (cell) => Math.abs(numbers[cell]) / most;
  };

  function valued(layout, name, numbers, note, noteName) {
    return {
      ...layout,
      text: (cell) => String(numbers[cell]),
      note: (cell) => String(note(cell)),
      weight: weights(numbers),
      label: (cell) => `${name}, ${layout.where(cell)}: ${numbers[cell]}, `
        + `${noteName} ${note(cell)}`,
    };
  }

  function plain(layout, name, numbers) {
    return {
      ...layout,
      text: (cell) => String(numbers[cell]),
      label: (cell) => `${name}, ${layout.where(cell)}: ${numbers[cell]}`,
    };
  }

  // Is a position of the padded image a pixel of the image, and which?
  explorer.pixelAt = (model, position) => {
    const { height, width, channels, padding } = model.settings;
    const pixel = Math.floor(position / channels);
    const row = Math.floor(pixel / model.paddedWidth) - padding;
    const column = pixel % model.paddedWidth - padding;
    const inside = row >= 0 && row < height && column >= 0 && column < width;
    return inside ? (row * width + column) * channels + position % channels : null;
  };

  const self = (cell) => cell;
  const padded = (model) =>
    picture(model.paddedHeight, model.paddedWidth, model.settings.channels);
  const kernelPicture = (model) => {
    const { kernelHeight, kernelWidth, channels } = model.settings;
    return picture(kernelHeight, kernelWidth, channels);
  };
  const outputPicture = (model) => picture(model.outHeight, model.outWidth, 1);
  const border = (model) => (cell) =>
    explorer.pixelAt(model, cell) === null ? "padding" : "";
  const entryTable = (model) =>
    table(model.nWindows, model.windowSize, `(${model.nWindows}, ${model.windowSize})`);

  explorer.PANELS = {
    image: {
      title: "image", numbering: "p", values: "image", views: ["gather", "toeplitz"],
      layout: (model) => ({
        ...valued(padded(model), "image", model.flat, self, "flat position"),
        kind: border(model),
      }),
      place: explorer.pixelAt,
    },
    outputGradient: {
      title: "output gradient", numbering: "n", values: "gradient", views: ["scatter"],
      layout: (model) => valued(
        outputPicture(model), "output gradient", model.gradient, self, "placement"),
      place: (model, cell) => cell,
    },
    kernel: {
      title: "kernel", numbering: "m", values: "kernel", views: explorer.VIEWS,
      layout: (model) => valued(
        kernelPicture(model), "kernel", model.kernel, self, "number"),
      place: (model, cell) => cell,
    },
    output: {
      title: "output", numbering: "n", views: ["gather", "toeplitz"],
      layout: (model) => valued(
        outputPicture(model), "output", model.output, self, "placement"),
    },
    inputGradient: {
      title: "input gradient", numbering: "p", views: ["scatter"],
      layout: (model) => ({
        ...valued(
          padded(model), "input gradient", model.inputGradient, self, "flat position"),
        kind: border(model),
      }),
    },
    window: {
      title: "window", numbering: "m", views: explorer.VIEWS, index: true,
      layout: (model) =>
        plain(table(1, model.windowSize, `(${model.windowSize},)`), "window", model.window),
    },
    offsets: {
      title: "offsets", numbering: "n", views: explorer.VIEWS, index: true,
      layout: (model) =>
        plain(table(model.nWindows, 1, `(${model.nWindows},)`), "offsets", model.offsets),
    },
    index: {
      title: "index", numbering: "nm", views: explorer.VIEWS, index: true,
      layout: (model) => plain(entryTable(model), "index", model.index),
    },
    gathered: {
      title: "gathered", numbering: "nm", views: ["gather"],
      layout: (model) => plain(entryTable(model), "gathered", model.gathered),
    },
    scattered: {
      title: "products", numbering: "nm", views: ["scatter"],
      layout: (model) => plain(entryTable(model), "products", model.scattered),
    },
    toeplitz: {
      title: "Toeplitz matrix", numbering: "np", views: ["toeplitz"],
      layout: (model) => {
        const { nWindows, nPositions } = model;
        const value = (cell) => explorer.toeplitz(
          model, Math.floor(cell / nPositions), cell % nPositions);
        const layout = table(nWindows, nPositions, `(${nWindows}, ${nPositions})`);
        const read = explorer.cells(model, "np", [...model.index.keys()]);
        return {
          ...layout,
          text: (cell) => (read.has(cell) ? String(value(cell)) : "·"),
          label: (cell) => `Toeplitz matrix, ${layout.where(cell)}: `
            + (read.has(cell) ? value(cell) : "zero, not read"),
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
