// What is said of marked pixels: the judges' words, which the page hands over, and what
// window each known mistake would read.
(() => {
  "use strict";
  const explorer = window.xcorrExplorer;
  const { words } = explorer.RECORDS;

  // The positions of a window; what differs from the settings is in `other`.
  function windowAt(model, n, other = {}) {
    const { kernelHeight, kernelWidth, channels, stride, dilation } = model.settings;
    const [stepDown, stepAcross] = other.stride || explorer.pair(stride);
    const [gapDown, gapAcross] = other.dilation || explorer.pair(dilation);
    const [height, width] = other.kernel || [kernelHeight, kernelWidth];
    const [below, right] = other.moved || [0, 0];
    const [first, depth] = other.channel === undefined
      ? [model.firstChannel, model.depth] : [other.channel, 1];
    const top = Math.floor(n / model.outWidth) * stepDown + below;
    const left = (n % model.outWidth) * stepAcross + right;
    const step = other.rowStep || model.paddedWidth;
    const found = new Set();
    for (let i = 0; i < height; i += 1) {
      for (let j = 0; j < width; j += 1) {
        const pixel = top * model.paddedWidth + left + i * gapDown * step + j * gapAcross;
        for (let c = 0; c < depth; c += 1) found.add(pixel * channels + first + c);
      }
    }
    return found;
  }

  // Each known mistake, by the name of its words, with what it changes.
  function mistakes(model) {
    const { kernelHeight, kernelWidth, padding } = model.settings;
    const ones = [1, 1];
    return [
      ["byHeight", { rowStep: model.paddedHeight }],
      ["noJump", { rowStep: kernelWidth, dilation: ones }],
      ["sides", { kernel: [kernelWidth, kernelHeight] }],
      ["stride", { stride: ones }],
      ["dilation", { dilation: ones }],
      ["padding", { moved: explorer.pair(padding) }],
      ["right", { moved: [0, 1] }],
      ["down", { moved: [1, 0] }],
      ["fromOne", { moved: ones }],
      ...Array.from({ length: model.depth }, (_, channel) =>
        ["channels", { channel: model.firstChannel + channel }]),
    ];
  }

  const same = (one, other) =>
    one.size === other.size && [...one].every((position) => other.has(position));

  // The sentences about a set of positions that a known mistake would give.
  function likely(model, n, marked, right) {
    const shapes = {
      image_shape: [model.paddedHeight, model.paddedWidth],
      kernel_shape: [model.settings.kernelHeight, model.settings.kernelWidth, model.depth],
    };
    const found = mistakes(model)
      .map(([name, other]) => [name, windowAt(model, n, other)])
      .filter(([, positions]) => same(positions, marked) && !same(positions, right))
      .map(([name]) => words[name].replace(
        /\{(\w+)\[(\d)\]\}/g, (_, shape, axis) => shapes[shape][axis]));
    const [first, second] = new Set(found);
    return second ? `either ${first}; or ${second}` : first;
  }

  // The verdict on marked positions: what the judge of an answer on paper says of them,
  // and the likely mistake.
  explorer.verdict = (model, n, marked) => {
    const right = windowAt(model, n);
    const list = `[${[...marked].sort((a, b) => a - b).join(", ")}]`;
    if (same(marked, right)) return `right, ${list}.`;
    const wrong = [...marked].filter((position) => !right.has(position)).length;
    const said = marked.size === right.size
      ? `${wrong} of the ${right.size} ${wrong === 1 ? "is" : "are"} wrong.`
      : `There are ${right.size} positions, not ${marked.size}.`;
    const mistake = likely(model, n, marked, right);
    return `not ${list}. ${said}${mistake ? ` Likely: ${mistake}.` : ""}`;
  };
})();
