// What is seen: both pictures, and the lens over a spot of the result.
(() => {
  "use strict";
  const own = window.xcorrPicture;
  const explorer = window.xcorrExplorer;
  const DIGITS = 7; // that a number of the lens has at most

  const short = (value) => Number(value.toPrecision(DIGITS));
  const byte = (value) => (value <= 0 ? 0 : value >= 255 ? 255 : (value + 0.5) | 0);
  // A pixel of a canvas as one number, alpha first.
  const packed = (red, green, blue) =>
    -16777216 | byte(blue) << 16 | byte(green) << 8 | byte(red);

  function colourOf(name) {
    const hex = getComputedStyle(document.documentElement).getPropertyValue(name).trim().slice(1);
    const size = hex.length / 3;
    return [0, 1, 2].map((k) =>
      parseInt(hex.slice(k * size, (k + 1) * size).padEnd(2, hex[k * size]), 16));
  }

  // How a canvas shows numbers that are no bytes: grey, or blue and red about 0 where
  // some are negative; of several channels, each about the middle.
  function painter(numbers, isOne) {
    const [least, most] = explorer.range(numbers);
    const white = Math.max(255, most);
    if (least >= 0) return (value) => 255 * value / white;
    const largest = Math.max(-least, most);
    if (!isOne) return (value) => 127.5 + 127.5 * value / largest;
    const [low, middle, high] = ["negative", "middle", "positive"]
      .map((name) => colourOf(`--figure-${name}`));
    const mixed = (share, c) =>
      middle[c] + Math.abs(share) * ((share < 0 ? low : high)[c] - middle[c]);
    return (value, c) => mixed(value / largest, c);
  }

  function paint(canvas, height, width, colour) {
    [canvas.width, canvas.height] = [width, height];
    const context = canvas.getContext("2d", { willReadFrequently: true });
    const image = context.createImageData(width, height);
    const whole = new Int32Array(image.data.buffer);
    for (let k = 0; k < whole.length; k += 1) whole[k] = colour(k);
    context.putImageData(image, 0, 0);
  }

  own.paintPicture = (canvas, picture, planes) => {
    const [red, green, blue] = planes.length === 1 ? [planes[0], planes[0], planes[0]] : planes;
    paint(canvas, picture.height, picture.width, (k) =>
      packed(red[k], green[k], blue[k]));
  };

  own.paintResult = (canvas, { outHeight, outWidth, outputs }, shown) => {
    const change = own.SHOWN[shown];
    const isOne = outputs.length === 1;
    const [first, second = first, third = first] = outputs;
    const [red, green = red, blue = red] =
      outputs.map((numbers) => change || painter(numbers, isOne));
    paint(canvas, outHeight, outWidth, (k) =>
      packed(red(first[k], 0), green(second[k], 1), blue(third[k], 2)));
  };

  // How the numbers lie to what a byte can hold.
  own.inWords = ({ outputs, outHeight, outWidth }) => {
    let [least, most, outside] = [Infinity, -Infinity, 0];
    for (const numbers of outputs) {
      for (let n = 0; n < numbers.length; n += 1) {
        const value = numbers[n];
        if (value < least) least = value;
        if (value > most) most = value;
        if (value < 0 || value > 255) outside += 1;
      }
    }
    const part = (100 * outside / (outputs.length * outputs[0].length)).toFixed(1);
    return `${outHeight} x ${outWidth} numbers, from ${short(least)} to ${short(most)}; `
      + `${part} % of them outside 0 to 255.`;
  };

  // ---- The lens.

  const AFTER = {
    numbers: () => "",
    clip: (byte) => `, clipped to ${byte}`,
    absolute: (byte) => `, its absolute value clipped to ${byte}`,
    overflow: (byte) => `, as a byte ${byte}`,
  };

  own.View = class {
    // `edit` is told which number of the kernel is to be changed.
    constructor(root, edit) {
      this.edit = edit;
      this.one = (selector) => root.querySelector(selector);
      const nothing = () => {};
      const grid = (name, change = nothing) => {
        const box = this.one(`[data-panel="${name}"] .xp-box`);
        const light = (cell) => this.light(cell);
        return new explorer.Grid(
          box, `op-${name}`, { point: light, choose: light, edit: change });
      };
      this.grids = {
        window: grid("window"), kernel: grid("kernel", edit), products: grid("products"),
      };
      this.sum = new explorer.Sum(this.one(".xp-sentence"), (entry) => this.light(entry));
    }

    light(cell) {
      const lit = new Set(cell === null ? [] : [cell]);
      for (const grid of Object.values(this.grids)) grid.light(lit, null);
    }

    table(name, numbers, colour, note) {
      const { kernelHeight, kernelWidth } = this.model.settings;
      const texts = numbers.map(String);
      const digits = Math.max(...texts.map((text) => text.length));
      const grid = this.grids[name];
      const layout = {
        ...explorer.picture(kernelHeight, kernelWidth, 1),
        cellWidth: Math.max(44, 10 + 8 * digits),
        text: (cell) => texts[cell],
        label: (cell) => (note ? `${texts[cell]}, position ${note(cell)}` : texts[cell]),
        note: note && ((cell) => String(note(cell))),
        colour: (cell) => colour(numbers[cell], cell),
        kind: (cell) => (name === "window" && this.isPadding(cell) ? "padding" : ""),
      };
      grid.show(layout);
      grid.box.style.width = `${kernelWidth * layout.cellWidth + 2}px`;
      grid.box.style.height = `${kernelHeight * layout.cellHeight + 2}px`;
    }

    isPadding(cell) {
      const { model, placement } = this;
      return explorer.pixelAt(model, model.offsets[placement] + model.window[cell]) === null;
    }

    show(models, channel, placement, shown) {
      const model = models[models.length - 1];
      Object.assign(this, { model, placement });
      const [flat, output] = [model.flats[channel], model.outputs[channel]];
      const position = (cell) => model.offsets[placement] + model.window[cell];
      const numbers = Array.from(model.window, (_, cell) => short(flat[position(cell)]));
      const kernel = model.step.kernel;
      const products = kernel.map((weight, cell) => short(flat[position(cell)] * weight));
      const scale = explorer.scale([255, ...numbers]);
      const coloured = (value, cell) =>
        (this.isPadding(cell) ? { kind: "padding", style: "" } : scale(value));
      const weights = { numbers: kernel, scale: explorer.scale(kernel, true) };
      this.table("window", numbers, coloured, position);
      this.table("kernel", kernel, weights.scale);
      this.table("products", products, explorer.scale(products, true));
      const { divisor } = model.step;
      const value = output[placement];
      const total = kernel.reduce(
        (sum, weight, cell) => sum + flat[position(cell)] * weight, 0);
      const change = own.SHOWN[shown];
      const row = Math.floor(placement / model.outWidth);
      this.sum.show({
        name: `${divisor === 1 ? "result" : "sum"}[${row}, ${placement % model.outWidth}]`,
        entries: [...kernel.keys()],
        factor: (entry) => numbers[entry],
        scale: coloured,
        weights,
        total: short(total),
        totals: explorer.scale([total, 255], true),
        after: (divisor === 1 ? "" : `; divided by ${divisor}: ${short(value)}`)
          + (change ? AFTER[shown](change(value)) : "") + ".",
      }, kernel.length);
      this.light(null);
    }

    // What the number has seen: on the picture, and enlarged.
    seen(field, picture, canvas) {
      const cover = this.one(".op-cover");
      [cover.width, cover.height] = [picture.width, picture.height];
      const context = cover.getContext("2d", { willReadFrequently: true });
      context.fillStyle = "#d1495b";
      let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
      for (const position of field) {
        const [row, column] =
          [Math.floor(position / picture.width), position % picture.width];
        context.fillRect(column, row, 1, 1);
        [top, left] = [Math.min(top, row), Math.min(left, column)];
        [bottom, right] = [Math.max(bottom, row), Math.max(right, column)];
      }
      const said = this.one(".op-seen");
      const glass = this.one(".op-glass"); // beside the words, which say the same
      glass.hidden = !field.size;
      if (!field.size) {
        said.textContent = "It has seen nothing but padding.";
        return;
      }
      const [height, width] = [bottom - top + 1, right - left + 1];
      said.textContent = `It has seen ${field.size} pixel${field.size === 1 ? "" : "s"} of the `
        + `picture, within ${height} x ${width}.`;
      const around = 3;
      const zoom = Math.max(2, Math.floor(180 / (Math.max(height, width) + 2 * around)));
      const [rows, columns] = [height + 2 * around, width + 2 * around];
      [glass.width, glass.height] = [columns * zoom, rows * zoom];
      const near = glass.getContext("2d");
      near.imageSmoothingEnabled = false;
      near.drawImage(
        canvas, left - around, top - around, columns, rows, 0, 0, glass.width, glass.height);
      near.strokeStyle = "#d1495b";
      near.lineWidth = 2;
      for (const position of field) {
        const row = Math.floor(position / picture.width) - top + around;
        const column = position % picture.width - left + around;
        near.strokeRect(column * zoom + 1, row * zoom + 1, zoom - 2, zoom - 2);
      }
    }
  };
})();
