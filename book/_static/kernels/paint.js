// How numbers become colours: the picture, and the result.
(() => {
  "use strict";
  const own = window.xcorrPicture;
  const explorer = window.xcorrExplorer;
  const SIDE = 255; // colours on either side of 0

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

  // Blue and red about 0, each number in the nearest of the colours.
  function signed(numbers, largest) {
    const [low, middle, high] = ["negative", "middle", "positive"]
      .map((name) => colourOf(`--figure-${name}`));
    const colours = Int32Array.from({ length: 2 * SIDE + 1 }, (_, k) => {
      const share = (k - SIDE) / SIDE;
      const end = share < 0 ? low : high;
      return packed(...middle.map((from, c) => from + Math.abs(share) * (end[c] - from)));
    });
    const pixels = new Int32Array(numbers.length);
    const factor = SIDE / largest;
    for (let n = 0; n < pixels.length; n += 1) {
      pixels[n] = colours[(numbers[n] * factor + SIDE + 0.5) | 0];
    }
    return pixels;
  }

  // Numbers that are no bytes: from black, or where some are negative about a grey.
  function lights(numbers) {
    const [least, most] = explorer.range(numbers);
    const grey = least < 0 ? 127.5 : 0;
    const factor = least < 0 ? grey / Math.max(-least, most) : 255 / Math.max(255, most);
    const found = new Uint8Array(numbers.length);
    for (let n = 0; n < found.length; n += 1) found[n] = (grey + factor * numbers[n] + 0.5) | 0;
    return found;
  }

  function changed(numbers, change) {
    const found = new Uint8Array(numbers.length);
    for (let n = 0; n < found.length; n += 1) found[n] = change(numbers[n]);
    return found;
  }

  function joined([red, green = red, blue = red]) {
    const pixels = new Int32Array(red.length);
    for (let n = 0; n < pixels.length; n += 1) {
      pixels[n] = -16777216 | blue[n] << 16 | green[n] << 8 | red[n];
    }
    return pixels;
  }

  function paint(canvas, height, width, pixels) {
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    const image = new ImageData(new Uint8ClampedArray(pixels.buffer), width, height);
    canvas.getContext("2d", { willReadFrequently: true }).putImageData(image, 0, 0);
  }

  own.paintPicture = (canvas, { height, width }, planes) =>
    paint(canvas, height, width, joined(planes));

  own.paintResult = (canvas, { outHeight, outWidth, outputs }, shown) => {
    const change = own.SHOWN[shown];
    const [least, most] = explorer.range(outputs[0]);
    const pixels = !change && outputs.length === 1 && least < 0
      ? signed(outputs[0], Math.max(-least, most))
      : joined(outputs.map((numbers) => (change ? changed(numbers, change) : lights(numbers))));
    paint(canvas, outHeight, outWidth, pixels);
  };
})();
