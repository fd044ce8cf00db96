// How a panel is laid out: as a picture or as a table, in cells of which size.
(() => {
  "use strict";
  const explorer = window.xcorrExplorer;
  const PICTURE = { cellWidth: 38, cellHeight: 34 };
  const NARROWEST = 26; // a cell with two digits and a position
  const MOST_ROWS = 10;
  const MOST_COLUMNS = 20;
  const PICTURE_HEIGHT = 200; // of one that is drawn as pixels

  // A picture with its channels side by side, an empty column between them. Numbers
  // where there is room for them, else pixels.
  explorer.picture = (height, width, channels) => {
    const columns = channels * (width + 1) - 1;
    const drawn = height > MOST_ROWS || columns > MOST_COLUMNS;
    const side = Math.max(5, Math.floor(PICTURE_HEIGHT / Math.max(height, width)));
    const size = drawn ? { cellWidth: side, cellHeight: side, narrowest: side }
      : { ...PICTURE, narrowest: NARROWEST };
    return {
      ...size,
      drawn,
      rows: height,
      columns,
      count: height * width * channels,
      shape: channels > 1
        ? `${height} x ${width} x ${channels}, channels side by side`
        : `${height} x ${width}`,
      cell: (row, column) => {
        const inside = column % (width + 1);
        if (inside === width) return null;
        return (row * width + inside) * channels + Math.floor(column / (width + 1));
      },
      place: (cell) => {
        const pixel = Math.floor(cell / channels);
        return [Math.floor(pixel / width), cell % channels * (width + 1) + pixel % width];
      },
    };
  };

  explorer.table = (rows, columns, shape, numbers) => {
    const [least, most] = explorer.range(numbers);
    const digits = Math.max(String(least).length, String(most).length);
    const cellWidth = Math.max(22, 10 + 8 * digits);
    return {
      cellWidth, cellHeight: 24, narrowest: cellWidth,
      rows, columns, shape, count: rows * columns,
      cell: (row, column) => row * columns + column,
      place: (cell) => [Math.floor(cell / columns), cell % columns],
    };
  };
})();
