// The kernels that follow each other: what they are, what they compute by the explorer's
// index, a slice at a time, and which pixels a number has seen.
(() => {
  "use strict";
  const own = window.xcorrPicture;
  const explorer = window.xcorrExplorer;
  const SLICE = 4_000_000; // products, a few milliseconds

  // Height, width, divisor and numbers. A trained network's kernels would be more lines.
  const GAUSS = [1, 4, 6, 4, 1];
  own.KERNELS = {
    edges: [3, 3, 1, [-1, -1, -1, -1, 8, -1, -1, -1, -1]],
    blur: [3, 3, 9, new Array(9).fill(1)],
    "soft blur": [5, 5, 256, GAUSS.flatMap((one) => GAUSS.map((other) => one * other))],
    "wide blur": [7, 7, 49, new Array(49).fill(1)],
    sharpen: [3, 3, 1, [0, -1, 0, -1, 5, -1, 0, -1, 0]],
    emboss: [3, 3, 1, [-2, -1, 0, -1, 1, 1, 0, 1, 2]],
    "Sobel, left to right": [3, 3, 1, [-1, 0, 1, -2, 0, 2, -1, 0, 1]],
    "Sobel, top to bottom": [3, 3, 1, [-1, -2, -1, 0, 0, 0, 1, 2, 1]],
    ...window.xcorrLearned,
  };
  own.MOST_STEPS = 3;
  own.LARGEST_KERNEL = 7;

  own.stepOf = (name) => {
    const [kernelHeight, kernelWidth, divisor, kernel] = own.KERNELS[name];
    return { kernelHeight, kernelWidth, divisor, kernel, stride: 1, padding: 0, dilation: 1 };
  };

  // The name of a step's kernel, or nothing for the reader's own.
  own.nameOf = (step) => Object.keys(own.KERNELS).find((name) => {
    const [height, width, divisor, kernel] = own.KERNELS[name];
    return height === step.kernelHeight && width === step.kernelWidth
      && divisor === step.divisor && kernel.join() === step.kernel.join();
  }) || "";

  // The kernel in another size: its numbers stay where they were, from the top left.
  own.resized = (step, kernelHeight, kernelWidth) => ({
    ...step, kernelHeight, kernelWidth,
    kernel: Array.from({ length: kernelHeight * kernelWidth }, (_, m) => {
      const [row, column] = [Math.floor(m / kernelWidth), m % kernelWidth];
      const kept = row < step.kernelHeight && column < step.kernelWidth;
      return kept ? step.kernel[row * step.kernelWidth + column] : 0;
    }),
  });

  // What the explorer knows of a step: a picture of one channel, and one kernel.
  const asSettings = (step, height, width) => ({
    height, width, channels: 1, kernels: 1, groups: 1, shown: 0, view: "gather",
    rowStep: "width", kernelHeight: step.kernelHeight, kernelWidth: step.kernelWidth,
    stride: step.stride, padding: step.padding, dilation: step.dilation,
  });

  // Why the steps are impossible for a picture of this size, or nothing.
  own.objection = (steps, height, width) => {
    let size = [height, width];
    for (const [number, step] of steps.entries()) {
      const settings = asSettings(step, ...size);
      const why = explorer.doesNotFit(settings);
      if (why) return steps.length > 1 ? `Kernel ${number + 1}: ${why}` : why;
      const { outHeight, outWidth } = explorer.sizes(settings);
      size = [outHeight, outWidth];
    }
    return "";
  };

  async function applied(step, planes, height, width, stop) {
    const settings = asSettings(step, height, width);
    const sizes = explorer.sizes(settings);
    const window = new Int32Array(explorer.windowIndex(settings));
    const offsets = new Int32Array(explorer.windowOffsets(settings));
    const kernel = new Float64Array(step.kernel);
    const model = { settings, ...sizes, window, offsets, kernel, step, flats: [], outputs: [] };
    const slice = Math.ceil(SLICE / window.length);
    for (const image of planes) {
      const flat = explorer.padded(
        { ...settings, image }, sizes, new Float64Array(sizes.nPositions));
      const output = new Float64Array(sizes.nWindows);
      for (let first = 0; first < sizes.nWindows; first += slice) {
        if (stop()) return null;
        const end = Math.min(first + slice, sizes.nWindows);
        explorer.addUp({ flat, offsets, window, kernel, output }, first, end);
        if (step.divisor !== 1) {
          for (let n = first; n < end; n += 1) output[n] /= step.divisor;
        }
        await own.pause();
      }
      model.flats.push(flat);
      model.outputs.push(output);
    }
    return model;
  }

  // A model for each step, or null if `stop` said so: something newer is wanted.
  own.apply = async (planes, height, width, steps, stop) => {
    let size = [height, width];
    let images = planes;
    const models = [];
    for (const step of steps) {
      const model = await applied(step, images, ...size, stop);
      if (!model) return null;
      models.push(model);
      images = model.outputs;
      size = [model.outHeight, model.outWidth];
    }
    return models;
  };

  // The flat positions of the picture that go into a placement of the last model.
  own.field = (models, placement) => {
    let seen = new Set([placement]);
    for (const model of [...models].reverse()) {
      const before = new Set();
      for (const n of seen) {
        for (const position of model.window) {
          const pixel = explorer.pixelAt(model, model.offsets[n] + position);
          if (pixel !== null) before.add(pixel);
        }
      }
      seen = before;
    }
    return seen;
  };

  // The placement of the last model that has a pixel of the picture in its middle, or the
  // nearest one.
  own.placeOf = (models, pixel) => models.reduce((place, model) => {
    const { stride, padding } = model.settings;
    const most = [model.outHeight, model.outWidth];
    return [model.spanHeight, model.spanWidth].map((span, axis) => {
      const first = place[axis] + explorer.pair(padding)[axis] - (span - 1) / 2;
      const nearest = Math.round(first / explorer.pair(stride)[axis]);
      return Math.max(0, Math.min(most[axis] - 1, nearest));
    });
  }, pixel);

  // What a further kernel begins with: first smooth, then find.
  own.stepAfter = (step) =>
    own.stepOf(own.nameOf(step).endsWith("blur") ? "edges" : "blur");

  // What becomes of a number that is to be a byte.
  const clipped = (value) => Math.min(255, Math.max(0, Math.floor(value + 0.5)));
  own.SHOWN = {
    numbers: null,
    clip: clipped,
    absolute: (value) => clipped(Math.abs(value)),
    overflow: (value) => Math.floor(value) & 255, // below 0, too
  };
})();
