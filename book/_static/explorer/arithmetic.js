// What the explorer computes: the same arrays as xcorr_helpers, which the tests hold it
// against. Images are flat, in the order rows, columns, channels, as in the course.
window.xcorrExplorer = {};
(() => {
  "use strict";
  const explorer = window.xcorrExplorer;

  // The sizes that follow from the settings; an output of 0 or less is an impossible one.
  explorer.sizes = (settings) => {
    const { height, width, channels, kernelHeight, kernelWidth } = settings;
    const { stride, padding, dilation } = settings;
    const count = (size, kernel) =>
      Math.floor((size + 2 * padding - (kernel - 1) * dilation - 1) / stride) + 1;
    const outHeight = count(height, kernelHeight);
    const outWidth = count(width, kernelWidth);
    const paddedHeight = height + 2 * padding;
    const paddedWidth = width + 2 * padding;
    return {
      outHeight, outWidth, paddedHeight, paddedWidth,
      spanHeight: (kernelHeight - 1) * dilation + 1,
      spanWidth: (kernelWidth - 1) * dilation + 1,
      nWindows: outHeight * outWidth,
      windowSize: kernelHeight * kernelWidth * channels,
      nPositions: paddedHeight * paddedWidth * channels,
    };
  };

  // The step from one row of the image to the next, in pixels; the height is the mistake.
  explorer.rowStep = (settings) =>
    settings.rowStep === "height"
      ? settings.height + 2 * settings.padding
      : settings.width + 2 * settings.padding;

  explorer.windowIndex = (settings) => {
    const { kernelHeight, kernelWidth, channels, dilation } = settings;
    const step = explorer.rowStep(settings);
    const window = [];
    for (let i = 0; i < kernelHeight; i += 1) {
      for (let j = 0; j < kernelWidth; j += 1) {
        for (let c = 0; c < channels; c += 1) {
          window.push((i * dilation * step + j * dilation) * channels + c);
        }
      }
    }
    return window;
  };

  explorer.windowOffsets = (settings) => {
    const { outHeight, outWidth, paddedWidth } = explorer.sizes(settings);
    const { stride, channels } = settings;
    const offsets = [];
    for (let i = 0; i < outHeight; i += 1) {
      for (let j = 0; j < outWidth; j += 1) {
        offsets.push((i * stride * paddedWidth + j * stride) * channels);
      }
    }
    return offsets;
  };

  function padded(settings, sizes) {
    const { height, width, channels, padding, image } = settings;
    const flat = new Array(sizes.nPositions).fill(0);
    for (let row = 0; row < height; row += 1) {
      const start = ((row + padding) * sizes.paddedWidth + padding) * channels;
      const line = image.slice(row * width * channels, (row + 1) * width * channels);
      line.forEach((value, k) => { flat[start + k] = value; });
    }
    return flat;
  }

  // Everything that the panels show. An entry is a place (n, m) of the index matrix,
  // numbered n * windowSize + m: placement n reads position index[entry] for kernel
  // value m.
  explorer.derive = (settings) => {
    const sizes = explorer.sizes(settings);
    const { nWindows, windowSize } = sizes;
    const { kernel, gradient } = settings;
    const window = explorer.windowIndex(settings);
    const offsets = explorer.windowOffsets(settings);
    const flat = padded(settings, sizes);
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
        output[n] += flat[position] * kernel[m];
        scattered[entry] = gradient[n] * kernel[m];
        inputGradient[position] += scattered[entry];
      }
    }
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
