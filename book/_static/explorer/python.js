// The Python that makes the same index.
(() => {
  "use strict";
  const explorer = window.xcorrExplorer;

  const counted = (number, name) => `${number} ${name}${number === 1 ? "" : "s"}`;
  const knob = (name, value, plain = 1) => {
    const text = Array.isArray(value) ? `(${value.join(", ")})` : value;
    return value === plain ? "" : `, ${name}=${text}`;
  };

  function padding({ padding: value, view }) {
    const [rows, columns] = explorer.pair(value);
    if (!rows && !columns) return "";
    if (view === "transposed") return "  # of the output before it is cropped";
    return rows === columns
      ? `  # padded by ${rows} on each side`
      : `  # padded by ${counted(rows, "row")} and ${counted(columns, "column")} on each side`;
  }

  explorer.python = (settings) => {
    const { channels, kernelHeight, kernelWidth, groups, shown } = settings;
    const { paddedHeight, paddedWidth, depth, firstChannel } = explorer.sizes(settings);
    const all = channels > 1 ? `, ${channels}` : "";
    const image = `(${paddedHeight}, ${paddedWidth}${all})`;
    const kernel = `(${kernelHeight}, ${kernelWidth}${all})`;
    const gaps = knob("dilation", settings.dilation);
    const right = [
      ...(settings.view === "transposed" ? [
        "import numpy as np",
        "from xcorr_helpers import correlate_transposed, window_index, window_offsets",
        ...layer(settings),
      ] : ["from xcorr_helpers import window_index, window_offsets"]),
      `window = window_index(${image}, ${kernel}${gaps})${padding(settings)}`,
    ];
    const wrong = [
      "import numpy as np",
      "from xcorr_helpers import window_offsets",
      ...wrongWindow(settings, paddedHeight),
    ];
    const group = groups > 1 ? [
      `of_group = slice(${firstChannel}, ${firstChannel + depth})  # the channels of kernel ${shown}`,
      `window = window.reshape(-1, ${channels})[:, of_group].ravel()`,
    ] : [];
    return [
      ...(settings.rowStep === "width" ? right : wrong),
      ...group,
      `offsets = window_offsets(${image}, ${kernel}${knob("stride", settings.stride)}${gaps})`,
      "index = offsets[:, None] + window[None, :]",
    ].join("\n");
  };

  const array = (numbers, width) => {
    const rows = [];
    for (let at = 0; at < numbers.length; at += width) {
      rows.push(`[${numbers.slice(at, at + width).join(", ")}]`);
    }
    return `np.array([${rows.join(", ")}])[None, :, :, None]`;
  };

  // The layer that makes an image larger; the index is that of its output.
  function layer(settings) {
    const knobs = [
      knob("stride", settings.stride),
      knob("padding", settings.padding, 0),
      knob("dilation", settings.dilation),
      knob("output_padding", settings.outputPadding, 0),
    ].join("");
    return [
      `image = ${array(settings.gradient, settings.width)}`,
      `kernel = ${array(settings.kernel, settings.kernelWidth)}`,
      `output = correlate_transposed(image, kernel${knobs})[0, :, :, 0]`,
    ];
  }

  // The seed of many bugs: rows are a width apart, not a height.
  function wrongWindow({ kernelHeight, kernelWidth, channels, dilation }, height) {
    const [down, across] = explorer.pair(dilation)
      .map((gap) => (gap > 1 ? ` * ${gap}` : ""));
    const lines = [
      `rows = np.arange(${kernelHeight})${down} * ${height}  # wrong: rows are a width apart`,
      `columns = np.arange(${kernelWidth})${across}`,
    ];
    const pixels = "(rows[:, None] + columns)";
    return channels > 1
      ? [...lines, `window = (${pixels}[:, :, None] * ${channels} + np.arange(${channels}))`
        + ".ravel()"]
      : [...lines, `window = ${pixels}.ravel()`];
  }
})();
