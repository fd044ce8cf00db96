// A picture's pixels: from a file, which never leaves this page, from the bundled ones,
// and as a file that NumPy reads.
window.xcorrPicture = {};
(() => {
  "use strict";
  const own = window.xcorrPicture;
  const LARGEST = 512; // pixels on the longer side
  const MOST_BYTES = 60_000_000;
  const STRIP = 128; // rows that are read at a time
  const WHOLE = {
    colorSpaceConversion: "none", premultiplyAlpha: "none", imageOrientation: "from-image",
  };

  own.Refused = class extends Error {};

  // Lets the page answer before the next slice of work. A timer would wait longer.
  const { port1, port2 } = new MessageChannel();
  const waiting = [];
  port1.onmessage = () => waiting.shift()();
  own.pause = () => new Promise((resolve) => {
    waiting.push(resolve);
    port2.postMessage(null);
  });

  async function decoded(file) {
    if (file.size > MOST_BYTES) {
      throw new own.Refused(`${file.name} has more than ${MOST_BYTES / 1e6} million bytes.`);
    }
    try {
      return await createImageBitmap(file, WHOLE);
    } catch {
      throw new own.Refused(`${file.name || "This"} is no picture that this browser can read.`);
    }
  }

  // Which pixels of the reduced picture each pixel goes into, two at most, with its share.
  own.shares = (size, reduced) => {
    const step = size / reduced;
    return Array.from({ length: size }, (_, at) => {
      const first = Math.min(reduced - 1, Math.floor(at / step));
      const here = Math.min(1, Math.max(0, (first + 1) * step - at));
      return [first, first + 1 < reduced ? here : 1];
    });
  };

  // Red, green and blue of a bitmap over white, reduced by the means of areas.
  async function reduced(bitmap) {
    const { width, height } = bitmap;
    const factor = Math.min(1, LARGEST / Math.max(width, height));
    const [outHeight, outWidth] =
      [height, width].map((size) => Math.max(1, Math.round(size * factor)));
    const [down, across] = [own.shares(height, outHeight), own.shares(width, outWidth)];
    const sums = new Float64Array((outHeight + 1) * outWidth * 3);
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [width, Math.min(STRIP, height)];
    const context = canvas.getContext("2d", { willReadFrequently: true });
    if (!context) throw new own.Refused("This picture is too large for this browser.");
    const line = new Float64Array((outWidth + 1) * 3);
    for (let top = 0; top < height; top += STRIP) {
      context.fillStyle = "#fff";
      context.fillRect(0, 0, width, canvas.height);
      context.drawImage(bitmap, 0, -top);
      const rows = Math.min(STRIP, height - top);
      const { data } = context.getImageData(0, 0, width, rows);
      for (let row = 0; row < rows; row += 1) {
        line.fill(0);
        for (let column = 0; column < width; column += 1) {
          const [to, share] = across[column];
          for (let c = 0; c < 3; c += 1) {
            const value = data[(row * width + column) * 4 + c];
            line[to * 3 + c] += share * value;
            line[to * 3 + 3 + c] += (1 - share) * value;
          }
        }
        const [to, share] = down[top + row];
        const start = to * outWidth * 3;
        for (let k = 0; k < outWidth * 3; k += 1) {
          sums[start + k] += share * line[k];
          sums[start + outWidth * 3 + k] += (1 - share) * line[k];
        }
      }
      await own.pause();
    }
    const area = height / outHeight * (width / outWidth);
    const pixels = new Uint8Array(outHeight * outWidth * 3);
    for (let k = 0; k < pixels.length; k += 1) pixels[k] = Math.floor(sums[k] / area + 0.5);
    return { height: outHeight, width: outWidth, pixels };
  }

  own.fromFile = async (file) => {
    const bitmap = await decoded(file);
    const { width, height } = bitmap;
    try {
      return { ...(await reduced(bitmap)), name: "", was: [height, width] };
    } finally {
      bitmap.close();
    }
  };

  // Rings that become narrower outwards: what a kernel does to fine and coarse patterns.
  function rings() {
    const [height, width] = [384, 512];
    const pixels = new Uint8Array(height * width * 3);
    for (let row = 0; row < height; row += 1) {
      for (let column = 0; column < width; column += 1) {
        const square = (row - 191) ** 2 + (column - 255) ** 2;
        const value = Math.round(127.5 + 127.5 * Math.cos(square / 200));
        pixels.fill(value, (row * width + column) * 3, (row * width + column) * 3 + 3);
      }
    }
    return { height, width, pixels };
  }

  own.NAMES = [...Object.keys(window.xcorrBundled), "rings"];

  own.bundled = (name) => {
    if (name === "rings") return { ...rings(), name };
    const [height, width, channels, text] = window.xcorrBundled[name];
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const pixels = channels === 3
      ? bytes : Uint8Array.from({ length: 3 * bytes.length }, (_, k) => bytes[Math.floor(k / 3)]);
    return { height, width, pixels, name };
  };

  // One plane of numbers for each channel, or a single one: the grey that the eye sees.
  own.planes = ({ height, width, pixels }, colour) => {
    const planes = (colour ? [0, 1, 2] : [0]).map(() => new Float64Array(height * width));
    for (let k = 0; k < height * width; k += 1) {
      const [red, green, blue] = [pixels[3 * k], pixels[3 * k + 1], pixels[3 * k + 2]];
      if (colour) {
        [planes[0][k], planes[1][k], planes[2][k]] = [red, green, blue];
      } else {
        planes[0][k] = Math.floor((299 * red + 587 * green + 114 * blue + 500) / 1000);
      }
    }
    return planes;
  };

  // An array as NumPy's save writes it.
  own.npy = (array, shape) => {
    const kind = array instanceof Uint8Array ? "|u1" : "<f8";
    const head = `{'descr': '${kind}', 'fortran_order': False, `
      + `'shape': (${shape.join(", ")}), }`;
    const length = Math.ceil((head.length + 11) / 64) * 64 - 10;
    const text = `\x93NUMPY\x01\x00${String.fromCharCode(length & 255, length >> 8)}`
      + `${head.padEnd(length - 1)}\n`;
    return new Blob([Uint8Array.from(text, (letter) => letter.charCodeAt(0)), array]);
  };

  // A result in the order rows, columns, channels.
  own.resultFile = ({ outputs, outHeight, outWidth }) => {
    const result = new Float64Array(outputs.length * outputs[0].length);
    outputs.forEach((numbers, c) => numbers.forEach((value, n) => {
      result[n * outputs.length + c] = value;
    }));
    return own.npy(result, [outHeight, outWidth, outputs.length]);
  };
})();
