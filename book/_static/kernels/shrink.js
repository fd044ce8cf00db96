// A picture that is shown smaller than it is: each pixel of the screen is the mean of the
// area under it. Left out ones would make patterns that are not there.
(() => {
  "use strict";
  const own = window.xcorrPicture;

  // Sums along the rows of `from`, of `lines` x `size` pixels of three channels, turned so
  // that a second time brings them back.
  function narrowed(from, lines, size, reduced) {
    const found = new Float64Array(lines * reduced * 3);
    const parts = own.shares(size, reduced);
    const factor = reduced / size;
    for (let line = 0; line < lines; line += 1) {
      for (let at = 0; at < size; at += 1) {
        const [to, share] = parts[at];
        for (let c = 0; c < 3; c += 1) {
          const value = from[(line * size + at) * 3 + c] * factor;
          found[(to * lines + line) * 3 + c] += share * value;
          if (share < 1) found[((to + 1) * lines + line) * 3 + c] += (1 - share) * value;
        }
      }
    }
    return found;
  }

  function means(canvas, height, width) {
    const { data } = canvas.getContext("2d", { willReadFrequently: true })
      .getImageData(0, 0, canvas.width, canvas.height);
    const all = new Float64Array(canvas.width * canvas.height * 3);
    for (let k = 0; k < all.length; k += 1) all[k] = data[Math.floor(k / 3) * 4 + k % 3];
    const turned = narrowed(all, canvas.height, canvas.width, width);
    const sums = narrowed(turned, width, canvas.height, height);
    const image = new ImageData(width, height);
    image.data.fill(255);
    for (let k = 0; k < sums.length; k += 1) image.data[Math.floor(k / 3) * 4 + k % 3] = sums[k];
    return image;
  }

  // Over `canvas`, in `view`, if it is shown smaller; larger pixels have sharp edges.
  own.shrink = (canvas, view) => {
    const [height, width] = [canvas.clientHeight, canvas.clientWidth]
      .map((side) => Math.max(1, Math.round(side * devicePixelRatio)));
    view.hidden = width >= canvas.width || height >= canvas.height;
    if (view.hidden) return;
    [view.width, view.height] = [width, height];
    view.getContext("2d").putImageData(means(canvas, height, width), 0, 0);
  };
})();
