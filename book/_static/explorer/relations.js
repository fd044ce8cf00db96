// What belongs together. Each cell of each panel stands for some entries (n, m) of the
// index matrix; two cells belong together when they share one.
(() => {
  "use strict";
  const explorer = window.xcorrExplorer;

  // How a panel's cells are numbered: by kernel value m, by placement n, by flat
  // position p, by entry (n, m), or by placement and position (n, p).
  const range = (count) => Array.from({ length: count }, (_, k) => k);
  const entriesOf = {
    m: (model, m) => range(model.nWindows).map((n) => n * model.windowSize + m),
    n: (model, n) => range(model.windowSize).map((m) => n * model.windowSize + m),
    nm: (model, entry) => [entry],
    p: (model, position) => {
      const entries = [];
      model.index.forEach((read, entry) => { if (read === position) entries.push(entry); });
      return entries;
    },
    np: (model, cell) => {
      const n = Math.floor(cell / model.nPositions);
      const position = cell % model.nPositions;
      return entriesOf.n(model, n).filter((entry) => model.index[entry] === position);
    },
  };
  const cellOf = {
    m: (model, entry) => entry % model.windowSize,
    n: (model, entry) => Math.floor(entry / model.windowSize),
    nm: (model, entry) => entry,
    p: (model, entry) => model.index[entry],
    np: (model, entry) =>
      cellOf.n(model, entry) * model.nPositions + model.index[entry],
  };

  explorer.entries = (model, numbering, cell) => entriesOf[numbering](model, cell);

  // The cells of a panel that share an entry with the given ones.
  explorer.cells = (model, numbering, entries) =>
    new Set(entries.map((entry) => cellOf[numbering](model, entry)));
})();
