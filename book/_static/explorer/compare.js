// A wrong row step: the right row of the index and the wrong one, step by step.
(() => {
  "use strict";
  const explorer = window.xcorrExplorer;

  explorer.rightModel = (settings) =>
    explorer.derive({ ...settings, rowStep: "width" });

  function line(model, n, other) {
    const row = document.createElement("tr");
    const head = document.createElement("th");
    head.scope = "row";
    head.textContent = other ? "wrong" : "right";
    row.append(head);
    for (let m = 0; m < model.windowSize; m += 1) {
      const entry = n * model.windowSize + m;
      const cell = document.createElement("td");
      const position = document.createElement(
        other && other.index[entry] !== model.index[entry] ? "mark" : "span");
      position.textContent = model.index[entry];
      cell.append(position);
      row.append(cell);
    }
    const total = document.createElement("td");
    total.textContent = `makes ${model.output[n]}`;
    row.append(total);
    return row;
  }

  // Marks the positions that only the right row reads.
  explorer.compare = (table, wrong, right, n) => {
    table.caption.textContent = `Row ${n} of the index, and what it makes`;
    table.tBodies[0].replaceChildren(line(right, n), line(wrong, n, right));
    const read = (model) => model.index.slice(n * model.windowSize, (n + 1) * model.windowSize);
    const mistaken = new Set(read(wrong));
    const missed = [...read(right)].filter((position) => !mistaken.has(position));
    return new Map(missed.map((position) => [position, "missed"]));
  };
})();
