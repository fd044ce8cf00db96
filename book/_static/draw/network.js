// Chapter 8's network, computed as there: by the index that the explorer makes, in plain
// loops over float64. A network is the arrays of the chapter, flat, with their shapes.
window.xcorrDraw = {};
(() => {
  "use strict";
  const draw = window.xcorrDraw;
  const explorer = window.xcorrExplorer;
  const SIDE = 28;
  const NAMES = ["kernels", "kernel_bias", "weights", "bias"];
  const MOST_BYTES = 2e6;
  draw.SIDE = SIDE;

  // ---- What is stored, and what a reader's file holds.

  draw.bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

  // Stored are whole numbers of 32 bits: multiples of 2^-24, on which training rounds.
  draw.decode = ({ shapes, numbers }) => {
    const view = new DataView(draw.bytes(numbers).buffer);
    let place = 0;
    const arrays = NAMES.map((name) => {
      const size = shapes[name].reduce((product, length) => product * length, 1);
      const values = Array.from({ length: size }, (_, k) =>
        view.getInt32(4 * (place + k), true) / 2 ** 24);
      place += size;
      return [name, values];
    });
    return draw.network({ shapes, ...Object.fromEntries(arrays) });
  };

  draw.Unfit = class extends Error {};

  // Reads a file that chapter 8 wrote; what does not fit is said in words.
  draw.read = (text) => {
    const refuse = (why) => { throw new draw.Unfit(why); };
    if (text.length > MOST_BYTES) refuse("The file is larger than 2 MB.");
    let found;
    try {
      found = JSON.parse(text);
    } catch {
      refuse("The file is not JSON, which chapter 8's cell writes.");
    }
    if (found === null || found.format !== "tiny CNN") {
      refuse("The file is JSON, but no network of chapter 8: its format is not \"tiny CNN\".");
    }
    if (found.version !== 1) {
      refuse(`The file's version is ${JSON.stringify(found.version)}; this page reads version 1.`);
    }
    const { shapes = {} } = found;
    const isShape = (shape, length) => Array.isArray(shape) && shape.length === length
      && shape.every((size) => Number.isInteger(size) && size > 0 && size < 1e6);
    const said = (shape) => (Array.isArray(shape) ? `(${shape.join(", ")})` : "missing");
    const { kernels } = shapes ?? {};
    if (!isShape(kernels, 4) || kernels[3] !== 1) {
      refuse(`The shape of kernels must be (K, rows, columns, 1), and is ${said(kernels)}.`);
    }
    const [count, height, width] = kernels;
    const pooled = [height, width].map((size) => Math.floor((SIDE - size + 1) / 2));
    if (Math.min(...pooled) < 1) {
      refuse(`Kernels of ${height} x ${width} leave nothing to pool of an image of ${SIDE} x ${SIDE}.`);
    }
    const features = pooled[0] * pooled[1] * count;
    const wanted = {
      kernels, kernel_bias: [count], weights: [features, 10], bias: [10],
    };
    for (const name of NAMES) {
      const shape = wanted[name];
      if (!isShape(shapes[name], shape.length) || String(shapes[name]) !== String(shape)) {
        refuse(`The shape of ${name} must be ${said(shape)} here, and is ${said(shapes[name])}.`);
      }
      const size = shape.reduce((product, length) => product * length, 1);
      const values = found[name];
      if (!Array.isArray(values) || values.length !== size) {
        refuse(`${name} must hold ${size} numbers, and holds ${
          Array.isArray(values) ? values.length : "none"}.`);
      }
      const wrong = values.findIndex((value) => !Number.isFinite(value));
      if (wrong >= 0) refuse(`Number ${wrong} of ${name} is no finite number.`);
    }
    return draw.network({ ...found, shapes: wanted });
  };

  // ---- Forward.

  const layer = (height, width, kernelHeight, kernelWidth, stride) => ({
    height, width, channels: 1, kernelHeight, kernelWidth, kernels: 1, groups: 1, shown: 0,
    stride, padding: 0, dilation: 1, rowStep: "width", view: "gather", outputPadding: 0,
    image: new Array(height * width).fill(0),
    kernel: new Array(kernelHeight * kernelWidth).fill(0), gradient: [],
  });

  // Adds both indices: of the kernels on the image, and of pooling on a map.
  draw.network = (arrays) => {
    const [count, kernelHeight, kernelWidth] = arrays.shapes.kernels;
    const gather = explorer.derive(layer(SIDE, SIDE, kernelHeight, kernelWidth, 1));
    const pooling = explorer.derive(layer(gather.outHeight, gather.outWidth, 2, 2, 2));
    const { windowSize } = gather;
    const kernel = (k) => arrays.kernels.slice(k * windowSize, (k + 1) * windowSize);
    return {
      ...arrays, count, kernelHeight, kernelWidth, gather, pooling,
      ofEach: Array.from({ length: count }, (_, k) => kernel(k)),
    };
  };

  function correlate({ index, nWindows, windowSize }, flat, kernel, bias) {
    const map = new Array(nWindows);
    for (let n = 0; n < nWindows; n += 1) {
      let sum = 0;
      for (let m = 0; m < windowSize; m += 1) {
        sum += flat[index[n * windowSize + m]] * kernel[m];
      }
      map[n] = sum + bias;
    }
    return map;
  }

  // The first of several largest wins, as argmax has it; a winner is a position of the map.
  function maxPool({ index, nWindows }, map) {
    const winners = new Array(nWindows);
    for (let n = 0; n < nWindows; n += 1) {
      let winner = index[4 * n];
      for (let m = 1; m < 4; m += 1) {
        if (map[index[4 * n + m]] > map[winner]) winner = index[4 * n + m];
      }
      winners[n] = winner;
    }
    return winners;
  }

  draw.argmax = (numbers) => numbers.indexOf(Math.max(...numbers));

  draw.forward = (network, pixels) => {
    const { count, gather, pooling, weights, kernel_bias: biases } = network;
    const scores = [...network.bias];
    const maps = [], relus = [], winners = [], pooled = [];
    for (let k = 0; k < count; k += 1) {
      maps.push(correlate(gather, pixels, network.ofEach[k], biases[k]));
      relus.push(maps[k].map((value) => Math.max(value, 0)));
      winners.push(maxPool(pooling, relus[k]));
      pooled.push(winners[k].map((winner) => relus[k][winner]));
      // The features are in the order place, kernel.
      pooled[k].forEach((value, place) => {
        if (value === 0) return;
        const row = (place * count + k) * 10;
        for (let c = 0; c < 10; c += 1) scores[c] += value * weights[row + c];
      });
    }
    return { pixels, maps, relus, winners, pooled, scores, answer: draw.argmax(scores) };
  };

  draw.shares = (scores) => {
    const largest = Math.max(...scores);
    const powers = scores.map((score) => Math.exp(score - largest));
    const sum = powers.reduce((total, power) => total + power, 0);
    return powers.map((power) => power / sum);
  };

  // ---- Centred and scaled, as MNIST was made: the ink fits 20 x 20, its centre of mass
  // comes to pixel [14, 14]. Scaling is by the mean over the area that a new pixel covers.

  // The share of each of `size` old pixels, from `start` on, in each of `count` new ones.
  function areas(start, size, count) {
    const step = size / count;
    return Array.from({ length: count }, (_, to) => Array.from({ length: SIDE }, (_, from) => {
      const begin = Math.max(from, start + to * step);
      const end = Math.min(from + 1, start + (to + 1) * step);
      return Math.max(0, end - begin) / step;
    }));
  }

  draw.centred = (pixels) => {
    const inked = [...pixels.keys()].filter((position) => pixels[position] > 0);
    if (!inked.length) return [...pixels];
    const rows = inked.map((position) => Math.floor(position / SIDE));
    const columns = inked.map((position) => position % SIDE);
    const [top, left] = [Math.min(...rows), Math.min(...columns)];
    const height = Math.max(...rows) - top + 1;
    const width = Math.max(...columns) - left + 1;
    const scale = 20 / Math.max(height, width);
    const down = areas(top, height, Math.max(1, Math.round(height * scale)));
    const across = areas(left, width, Math.max(1, Math.round(width * scale)));
    const small = down.map((ofRows) => across.map((ofColumns) => {
      let sum = 0;
      ofRows.forEach((share, row) => {
        if (!share) return;
        ofColumns.forEach((part, column) => { sum += share * part * pixels[row * SIDE + column]; });
      });
      return sum;
    }));
    let [mass, middleRow, middleColumn] = [0, 0, 0];
    small.forEach((line, row) => line.forEach((value, column) => {
      mass += value;
      middleRow += value * row;
      middleColumn += value * column;
    }));
    const start = (middle, size) => Math.max(0, Math.min(
      SIDE - size, Math.round(SIDE / 2 - middle / mass)));
    const [above, before] = [start(middleRow, down.length), start(middleColumn, across.length)];
    const result = new Array(SIDE * SIDE).fill(0);
    small.forEach((line, row) => line.forEach((value, column) => {
      result[(row + above) * SIDE + column + before] = Math.round(255 * value) / 255;
    }));
    return result;
  };
})();
