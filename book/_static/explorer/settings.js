// The reader's settings: which are possible, and how the page's address keeps them.
(() => {
  "use strict";
  const explorer = window.xcorrExplorer;

  explorer.LIMITS = {
    height: [1, 28], width: [1, 28], channels: [1, 3],
    kernelHeight: [1, 12], kernelWidth: [1, 12],
    stride: [1, 12], padding: [0, 6], dilation: [1, 12],
  };
  explorer.NAMES = {
    height: "height", width: "width", channels: "channels",
    kernelHeight: "kernel height", kernelWidth: "kernel width",
    stride: "stride", padding: "padding", dilation: "dilation",
  };
  explorer.VIEWS = ["gather", "scatter", "toeplitz"];
  explorer.ROW_STEPS = ["width", "height"];
  const LARGEST_VALUE = 99;
  const PLAIN = {
    height: 5, width: 9, channels: 1, kernelHeight: 2, kernelWidth: 3,
    stride: 1, padding: 0, dilation: 1, rowStep: "width", view: "gather",
    panel: "output", cell: 0,
  };
  const SHORT = {
    height: "h", width: "w", channels: "c", kernelHeight: "kh", kernelWidth: "kw",
    stride: "s", padding: "p", dilation: "d", rowStep: "step", view: "view",
    panel: "panel", cell: "cell",
  };

  explorer.Impossible = class extends Error {};

  // Small numbers without a pattern that a sum could hide behind.
  const fill = {
    image: (row, column, channel) =>
      ([3, 7, 9, 1][row % 4] * column + 2 * row + 4 * channel + 1) % 10,
    kernel: (row, column, channel) => (2 * row + 3 * column + channel + 1) % 4 - 1,
    gradient: (row, column) => (row + 2 * column) % 3 + 1,
  };

  function shapes(settings) {
    const { height, width, channels, kernelHeight, kernelWidth } = settings;
    const { outHeight, outWidth } = explorer.sizes(settings);
    return {
      image: [height, width, channels],
      kernel: [kernelHeight, kernelWidth, channels],
      gradient: [outHeight, outWidth, 1],
    };
  }

  // The values that the reader chose where they still have a place, plain ones elsewhere.
  function values(name, shape, before) {
    const [height, width, channels] = shape;
    const result = [];
    for (let row = 0; row < height; row += 1) {
      for (let column = 0; column < width; column += 1) {
        for (let channel = 0; channel < channels; channel += 1) {
          const kept = before && row < before.shape[0] && column < before.shape[1]
            && channel < before.shape[2];
          result.push(kept
            ? before.values[(row * before.shape[1] + column) * before.shape[2] + channel]
            : fill[name](row, column, channel));
        }
      }
    }
    return result;
  }

  // Why settings are impossible, or nothing.
  explorer.objection = (settings) => {
    for (const [name, [least, most]] of Object.entries(explorer.LIMITS)) {
      const value = settings[name];
      if (!Number.isInteger(value) || value < least || value > most) {
        return `The ${explorer.NAMES[name]} must be a whole number from ${least} to `
          + `${most}, not ${value}.`;
      }
    }
    const { paddedHeight, paddedWidth, spanHeight, spanWidth } = explorer.sizes(settings);
    if (spanHeight > paddedHeight || spanWidth > paddedWidth) {
      return `The kernel must fit into the padded image: it spans ${spanHeight} x `
        + `${spanWidth} pixels, and the padded image has ${paddedHeight} x `
        + `${paddedWidth}.`;
    }
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
    const settings = { ...PLAIN, ...before, ...change };
    const why = explorer.objection(settings);
    if (why) throw new explorer.Impossible(why);
    const now = shapes(settings);
    for (const [name, shape] of Object.entries(now)) {
      if (change[name]) continue;
      const old = before[name] && { shape: shapes(before)[name], values: before[name] };
      settings[name] = values(name, shape, old);
    }
    return settings;
  };

  explorer.withValue = (settings, name, place, value) => {
    if (!Number.isInteger(value) || Math.abs(value) > LARGEST_VALUE) {
      throw new explorer.Impossible(`A value must be a whole number from -${LARGEST_VALUE} to `
        + `${LARGEST_VALUE}.`);
    }
    const values = [...settings[name]];
    values[place] = value;
    return { ...settings, [name]: values };
  };

  // ---- The address: only what is not plain, so that a short address stays short.

  explorer.toAddress = (settings) => {
    const parts = Object.keys(SHORT)
      .filter((name) => settings[name] !== PLAIN[name])
      .map((name) => `${SHORT[name]}=${settings[name]}`);
    const plain = explorer.changed({}, sizesOnly(settings));
    for (const name of Object.keys(fill)) {
      const text = settings[name].join(",");
      if (text === plain[name].join(",")) continue;
      const drawing = name === "image" && text === explorer.FIVE.join(",");
      parts.push(`${name}=${drawing ? "five" : text}`);
    }
    return parts.join("&");
  };

  function sizesOnly(settings) {
    const names = [...Object.keys(explorer.LIMITS), "rowStep"];
    return Object.fromEntries(names.map((name) => [name, settings[name]]));
  }

  // The settings that an address asks for, or an Impossible that says what is wrong with it.
  explorer.fromAddress = (address) => {
    const asked = new Map(new URLSearchParams(address));
    const change = {};
    for (const [name, short] of Object.entries(SHORT)) {
      if (!asked.has(short)) continue;
      const text = asked.get(short);
      change[name] = typeof PLAIN[name] === "number" ? number(text, short) : text;
    }
    oneOf(change.view, explorer.VIEWS, "view");
    oneOf(change.panel, Object.keys(explorer.PANELS), "panel");
    oneOf(change.rowStep, explorer.ROW_STEPS, "step");
    let settings = explorer.changed({}, change);
    for (const name of Object.keys(fill)) {
      if (!asked.has(name)) continue;
      const text = asked.get(name);
      const given = text === "five"
        ? explorer.FIVE : text.split(",").map((one) => number(one, name));
      if (given.length !== settings[name].length) {
        throw new explorer.Impossible(`The address gives ${given.length} values for ${name}; `
          + `${settings[name].length} are needed.`);
      }
      if (given.some((value) => Math.abs(value) > LARGEST_VALUE)) {
        throw new explorer.Impossible(`The values of ${name} must be from -${LARGEST_VALUE} to `
          + `${LARGEST_VALUE}.`);
      }
      settings = { ...settings, [name]: given };
    }
    return settings;
  };

  function number(text, name) {
    if (!/^-?\d{1,6}$/.test(text)) {
      throw new explorer.Impossible(`The address gives "${text}" for ${name}, which is no whole number.`);
    }
    return Number(text);
  }

  function oneOf(value, allowed, name) {
    if (value !== undefined && !allowed.includes(value)) {
      throw new explorer.Impossible(`The address gives "${value}" for ${name}; it is one of `
        + `${allowed.join(", ")}.`);
    }
  }
})();
