// The book's scales, whose colours cells.css has: viridis for numbers of which none is
// negative, blue and red about 0 for the others.
(() => {
  "use strict";
  const explorer = window.xcorrExplorer;

  explorer.NO_COLOUR = { kind: "", style: "" };

  // Arrays here may be too long to be the arguments of Math.max.
  explorer.range = (numbers) => {
    let [least, most] = [0, 0];
    for (const value of numbers) {
      if (value < least) least = value;
      if (value > most) most = value;
    }
    return [least, most];
  };

  // What colours a value among some numbers: a class, or a share of the largest one.
  explorer.scale = (numbers, signed) => {
    const [least, most] = explorer.range(numbers);
    const largest = Math.max(1, -least, most);
    return signed || least < 0
      ? (value) => ({ kind: "", style: `--v:${value / largest}` })
      : (value) => ({ kind: `v${Math.round(9 * value / largest)}`, style: "" });
  };
})();
