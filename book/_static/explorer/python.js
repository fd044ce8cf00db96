// The Python that makes the same index.
(() => {
  "use strict";
  const explorer = window.xcorrExplorer;

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
