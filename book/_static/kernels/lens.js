// The lens over a spot of the result: the window's numbers, the kernel, the products,
// their sum, and what of the picture all this has seen.
(() => {
  "use strict";
  const own = window.xcorrPicture;
  const explorer = window.xcorrExplorer;
  const DIGITS = 7; // that a number of the lens has at most
  const AROUND = 3; // pixels, in the glass

  const short = (value) => Number(value.toPrecision(DIGITS));

  // How the numbers lie to what a byte can hold, and where the least and the most stand.
  own.range = ({ outputs }) => {
    let [least, most] = [[Infinity], [-Infinity]];
    let outside = 0;
    outputs.forEach((numbers, channel) => {
      for (let n = 0; n < numbers.length; n += 1) {
        const value = numbers[n];
        if (value < least[0]) least = [value, channel, n];
        if (value > most[0]) most = [value, channel, n];
        if (value < 0 || value > 255) outside += 1;
      }
    });
    return { least, most, outside: outside / (outputs.length * outputs[0].length) };
  };

  // In words; the least and the most are buttons, which lead there.
  own.showRange = (element, model, goTo) => {
    const { least, most, outside } = own.range(model);
    const [from, to] = [[least, "least"], [most, "largest"]].map(([[value, ...place], what]) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "op-go";
      button.textContent = short(value);
      button.ariaLabel = `${short(value)}, the ${what}: go there`;
      button.addEventListener("click", () => goTo(...place));
      return button;
    });
    const ends = document.createElement("span"); // in one line
    ends.append("Least: ", from, " Largest: ", to);
    element.replaceChildren(
      `${model.outHeight} x ${model.outWidth} numbers, ${(100 * outside).toFixed(1)} % `
      + "outside 0 to 255. ", ends);
  };

  const AFTER = {
    numbers: () => "",
    clip: (byte) => `, clipped to ${byte}`,
    absolute: (byte) => `, its absolute value clipped to ${byte}`,
    overflow: (byte) => `, as a byte ${byte}`,
  };

  own.Lens = class {
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

    // Where the window lies: in the picture, or in what the kernel before made.
    title(number) {
      const isPadded = explorer.pair(this.model.settings.padding).some(Boolean);
      const padded = isPadded ? "padded " : "";
      this.one("#op-window").textContent = number
        ? `window of kernel ${number}'s ${padded}result` : `window of the ${padded}picture`;
    }

    place() {
      const { outWidth } = this.model;
      return [Math.floor(this.placement / outWidth), this.placement % outWidth];
    }

    isPadding(cell) {
      const { model, placement } = this;
      return explorer.pixelAt(model, model.offsets[placement] + model.window[cell]) === null;
    }

    show(models, channel, placement, shown) {
      const model = models[models.length - 1];
      Object.assign(this, { model, placement });
      this.title(models.length - 1);
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
      const place = this.place().join(", ");
      this.sum.show({
        name: `${divisor === 1 ? "result" : "sum"}[${place}]`,
        entries: [...kernel.keys()],
        factor: (entry) => numbers[entry],
        scale: coloured,
        weights,
        total: short(total),
        totals: explorer.scale([total, 255], true),
        after: (divisor === 1 ? "" : `; divided by ${divisor}: ${short(value)}`)
          + (change ? AFTER[shown](change(value)) : "") + ".",
      }, kernel.length);
      // The same in short, beside the result.
      this.one(".op-value").textContent = `result[${place}] = ${short(value)}`
        + (change ? `, shown as ${change(value)}` : "");
      this.light(null);
    }

    // What the number has seen: on the picture, in words, and enlarged. `pointed` is the
    // pixel that the reader is on, and what it is.
    seen(field, picture, canvas, pointed) {
      const box = own.cover(this.one(".op-cover"), field, picture);
      const [row, column] = this.place();
      const here = pointed ? `Row ${pointed.pixel[0]}, column ${pointed.pixel[1]} of the picture `
        + `is ${pointed.numbers.join(", ")}. ` : "";
      const name = `${here}result[${row}, ${column}] has seen `;
      const said = this.one(".op-seen");
      this.one(".op-glass").hidden = !box; // beside the words, which say the same
      if (!box) {
        said.textContent = `${name}nothing but padding.`;
        return;
      }
      const { top, left, bottom, right } = box;
      const span = (what, first, last) =>
        (first === last ? `${what} ${first}` : `${what}s ${first} to ${last}`);
      said.textContent = `${name}${field.size} pixel${field.size === 1 ? "" : "s"} of the `
        + `picture, within ${bottom - top + 1} x ${right - left + 1}: `
        + `${span("row", top, bottom)}, ${span("column", left, right)}.`;
      this.enlarge(field, picture, canvas, box);
    }

    enlarge(field, { width }, canvas, { top, left, bottom, right }) {
      const glass = this.one(".op-glass");
      const [rows, columns] = [bottom - top + 1 + 2 * AROUND, right - left + 1 + 2 * AROUND];
      const zoom = Math.max(2, Math.floor(180 / Math.max(rows, columns)));
      [glass.width, glass.height] = [columns * zoom, rows * zoom];
      const near = glass.getContext("2d");
      near.imageSmoothingEnabled = false;
      near.drawImage(
        canvas, left - AROUND, top - AROUND, columns, rows, 0, 0, glass.width, glass.height);
      near.strokeStyle = "#d1495b";
      near.lineWidth = 2;
      for (const position of field) {
        const row = Math.floor(position / width) - top + AROUND;
        const column = position % width - left + AROUND;
        near.strokeRect(column * zoom + 1, row * zoom + 1, zoom - 2, zoom - 2);
      }
    }
  };
})();
