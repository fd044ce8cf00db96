// What the explorer computes: the same arrays as xcorr_helpers, which the tests hold it
// against. Images are flat, in the order rows, columns, channels, as in the course.
window.xcorrExplorer = {};
(() => {
  "use strict";
  const explorer = window.xcorrExplorer;

  // The judges' own examples and words; index_explorer.py has the page hand them over.
  explorer.RECORDS = JSON.parse(document.currentScript.dataset.records);

  // Stride, padding and dilation are a number, or one for the rows and one for the columns.
  explorer.pair = (knob) => (Array.isArray(knob) ? knob : [knob, knob]);

  // The sizes that follow from the settings; an output of 0 or less is an impossible one.
  // A kernel reads `depth` channels, from `firstChannel` on: those of its group. The
  // picture is what the index is of. Transposed, that is the output, which grows from the
  // image that is set; so each number of the image is a placement.
  explorer.sizes = (settings) => {
    const { height, width, channels, kernelHeight, kernelWidth, kernels, groups } = settings;
    const [stride, padding, dilation] =
      [settings.stride, settings.padding, settings.dilation].map(explorer.pair);
    const spanHeight = (kernelHeight - 1) * dilation[0] + 1;
    const spanWidth = (kernelWidth - 1) * dilation[1] + 1;
    let [pictureHeight, pictureWidth] = [height, width];
    if (settings.view === "transposed") {
      const [below, right] = explorer.pair(settings.outputPadding);
      pictureHeight = (height - 1) * stride[0] - 2 * padding[0] + spanHeight + below;
      pictureWidth = (width - 1) * stride[1] - 2 * padding[1] + spanWidth + right;
    }
    const paddedHeight = pictureHeight + 2 * padding[0];
    const paddedWidth = pictureWidth + 2 * padding[1];
    const outHeight = Math.floor((paddedHeight - spanHeight) / stride[0]) + 1;
    const outWidth = Math.floor((paddedWidth - spanWidth) / stride[1]) + 1;
    const depth = channels / groups;
    return {
      outHeight, outWidth, pictureHeight, pictureWidth, paddedHeight, paddedWidth,
      spanHeight, spanWidth, depth,
      firstChannel: Math.floor(settings.shown / (kernels / groups)) * depth,
      nWindows: outHeight * outWidth,
      windowSize: kernelHeight * kernelWidth * depth,
      nPositions: paddedHeight * paddedWidth * channels,
    };
  };

  // The step from one row of the image to the next, in pixels; the height is the mistake.
  explorer.rowStep = (settings) => {
    const { paddedHeight, paddedWidth } = explorer.sizes(settings);
    return settings.rowStep === "height" ? paddedHeight : paddedWidth;
  };

  explorer.windowIndex = (settings) => {
    const { kernelHeight, kernelWidth, channels } = settings;
    const { depth, firstChannel } = explorer.sizes(settings);
    const [down, across] = explorer.pair(settings.dilation);
    const step = explorer.rowStep(settings);
    const window = [];
    for (let i = 0; i < kernelHeight; i += 1) {
      for (let j = 0; j < kernelWidth; j += 1) {
        for (let c = 0; c < depth; c += 1) {
          window.push((i * down * step + j * across) * channels + firstChannel + c);
        }
      }
    }
    return window;
  };

  explorer.windowOffsets = (settings) => {
    const { outHeight, outWidth, paddedWidth } = explorer.sizes(settings);
    const [down, across] = explorer.pair(settings.stride);
    const offsets = [];
    for (let i = 0; i < outHeight; i += 1) {
      for (let j = 0; j < outWidth; j += 1) {
        offsets.push((i * down * paddedWidth + j * across) * settings.channels);
      }
    }
    return offsets;
  };

  // The flat image with its border of zeros, in `flat`, which holds nothing but zeros yet.
  explorer.padded = (settings, sizes, flat) => {
    const { channels, image } = settings;
    const { pictureHeight, pictureWidth } = sizes;
    const [above, before] = explorer.pair(settings.padding);
    const size = pictureWidth * channels;
    for (let row = 0; row < pictureHeight; row += 1) {
      const start = ((row + above) * sizes.paddedWidth + before) * channels;
      for (let k = 0; k < size; k += 1) flat[start + k] = image[row * size + k];
    }
    return flat;
  };

  // The sums of the placements from `first` to before `end`, in the window's order. Four
  // at once: an addition waits for the one before it in its own sum alone.
  explorer.addUp = ({ flat, offsets, window, kernel, output }, first, end) => {
    let n = first;
    for (; n + 4 <= end; n += 4) {
      const a = offsets[n];
      const b = offsets[n + 1];
      const c = offsets[n + 2];
      const d = offsets[n + 3];
      let sum = 0;
      let next = 0;
      let third = 0;
      let fourth = 0;
      for (let m = 0; m < window.length; m += 1) {
        const position = window[m];
        const weight = kernel[m];
        sum += flat[a + position] * weight;
        next += flat[b + position] * weight;
        third += flat[c + position] * weight;
        fourth += flat[d + position] * weight;
      }
      output[n] = sum;
      output[n + 1] = next;
      output[n + 2] = third;
      output[n + 3] = fourth;
    }
    for (; n < end; n += 1) {
      output[n] = 0;
      for (let m = 0; m < window.length; m += 1) {
        output[n] += flat[offsets[n] + window[m]] * kernel[m];
      }
    }
  };

  // Everything that the panels show, of the kernel that is shown. An entry is a place (n, m) of the index matrix,
  // numbered n * windowSize + m: placement n reads position index[entry] for kernel
  // value m.
  explorer.derive = (settings) => {
    const sizes = explorer.sizes(settings);
    const { nWindows, windowSize } = sizes;
    const ofShown = (values, size) =>
      values.slice(settings.shown * size, (settings.shown + 1) * size);
    const kernel = ofShown(settings.kernel, windowSize);
    const gradient = ofShown(settings.gradient, nWindows);
    const window = explorer.windowIndex(settings);
    const offsets = explorer.windowOffsets(settings);
    const flat = explorer.padded(settings, sizes, new Array(sizes.nPositions).fill(0));
    const index = new Int32Array(nWindows * windowSize);
    const gathered = new Array(index.length);
    const scattered = new Array(index.length);
    const output = new Array(nWindows).fill(0);
    const inputGradient = new Array(flat.length).fill(0);
    for (let n = 0; n < nWindows; n += 1) {
      for (let m = 0; m < windowSize; m += 1) {
        const entry = n * windowSize + m;
        const position = offsets[n] + window[m];
        index[entry] = position;
        gathered[entry] = flat[position];
        scattered[entry] = gradient[n] * kernel[m];
        inputGradient[position] += scattered[entry];
      }
    }
    explorer.addUp({ flat, offsets, window, kernel, output }, 0, nWindows);
    return {
      settings, ...sizes, window, offsets, flat, index, gathered, output, scattered,
      inputGradient, kernel, gradient,
    };
  };

  // The kernel values that row n of the Toeplitz matrix has in column p, added up.
  explorer.toeplitz = (model, n, position) => {
    let sum = 0;
    for (let m = 0; m < model.windowSize; m += 1) {
      if (model.offsets[n] + model.window[m] === position) sum += model.kernel[m];
    }
    return sum;
  };
})();
