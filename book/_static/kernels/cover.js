// What a number has seen, marked on the picture: outlines, so that the pixels stay visible.
(() => {
  "use strict";
  const own = window.xcorrPicture;
  const LEAST = 4; // CSS pixels: smaller pixels have no outline each, but one around all
  const SPECK = 18; // CSS pixels: what is smaller gets a ring around it
  const LINES = [["#fff", 4], ["#d1495b", 2]];

  // The rows and columns between which the pixels lie.
  function boxOf(field, width) {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    for (const position of field) {
      const [row, column] = [Math.floor(position / width), position % width];
      [top, left] = [Math.min(top, row), Math.min(left, column)];
      [bottom, right] = [Math.max(bottom, row), Math.max(right, column)];
    }
    return field.size ? { top, left, bottom, right } : null;
  }

  // The edges that marked pixels share with none.
  function outline(field, width, [down, across]) {
    const path = new Path2D();
    for (const position of field) {
      const [row, column] = [Math.floor(position / width), position % width];
      const line = (isInside, ...ends) => {
        if (isInside) return;
        const [from, to] = ends.map(([r, c]) => [(column + c) * across, (row + r) * down]);
        path.moveTo(...from);
        path.lineTo(...to);
      };
      line(field.has(position - width), [0, 0], [0, 1]);
      line(field.has(position + width), [1, 0], [1, 1]);
      line(column > 0 && field.has(position - 1), [0, 0], [1, 0]);
      line(column < width - 1 && field.has(position + 1), [0, 1], [1, 1]);
    }
    return path;
  }

  function around({ top, left, bottom, right }, [down, across], speck) {
    const [x, y] = [left * across, top * down];
    const [wide, high] = [(right - left + 1) * across, (bottom - top + 1) * down];
    const path = new Path2D();
    if (Math.max(wide, high) < speck) path.arc(x + wide / 2, y + high / 2, speck / 2, 0, 7);
    else path.rect(x, y, wide, high);
    return path;
  }

  // Returns the rows and columns between which they lie.
  own.cover = (cover, field, { height, width }) => {
    const dense = devicePixelRatio;
    [cover.width, cover.height] =
      [cover.clientWidth, cover.clientHeight].map((side) => Math.round(side * dense));
    cover.dataset.seen = [...field].join();
    const box = boxOf(field, width);
    if (!box) return null;
    const scale = [cover.height / height, cover.width / width];
    const isLarge = Math.min(...scale) >= LEAST * dense;
    const path = isLarge ? outline(field, width, scale) : around(box, scale, SPECK * dense);
    const context = cover.getContext("2d");
    context.lineCap = "square";
    for (const [colour, thick] of LINES) {
      context.strokeStyle = colour;
      context.lineWidth = thick * dense;
      context.stroke(path);
    }
    return box;
  };
})();
