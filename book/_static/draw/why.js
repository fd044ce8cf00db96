// "Why 9 rather than 4?": the pooled numbers that speak for either, the largest first,
// what each kernel adds in all, and how they add up to the difference of the two scores.
(() => {
  "use strict";
  const draw = window.xcorrDraw;
  const MOST = 6; // of each side

  const bracketed = (value) => (value < 0 ? `(${draw.text(value)})` : draw.text(value));
  const sumOf = (some) => some.reduce((sum, { adds }) => sum + adds, 0);

  draw.Why = class {
    // `on` is told: point (a kernel and a place of its pooled numbers, or none for all of
    // the kernel; or null), choose, pair.
    constructor(section, on) {
      this.section = section;
      this.on = on;
      this.selects = ["c", "than"].map((name) => {
        const select = section.querySelector(`[name="${name}"]`);
        select.append(...Array.from({ length: 10 }, (_, c) => new Option(c, c)));
        select.addEventListener("change", () => this.chosen(name));
        return select;
      });
      const listen = (type, action) => section.addEventListener(type, (event) => {
        const chip = event.target.closest(".dd-chip");
        if (chip) action(this.numbers.get(chip), chip);
      });
      listen("pointerover", on.point);
      listen("pointerout", () => on.point(null));
      listen("focusin", on.point);
      listen("focusout", () => on.point(null));
      listen("click", on.choose);
    }

    // The one that was chosen already becomes the other.
    chosen(name) {
      const [c, than] = this.selects.map((select) => Number(select.value));
      const before = this.pair;
      if (c !== than) this.on.pair({ c, than });
      else this.on.pair(name === "c" ? { c, than: before.c } : { c: before.than, than });
    }

    show({ network, result, blank }, pair, scale) {
      if (this.result === result && this.pair.c === pair.c && this.pair.than === pair.than) return;
      this.result = result;
      this.pair = pair;
      this.section.classList.toggle("dd-blank", blank);
      const [c, than] = this.selects;
      [c.value, than.value] = [pair.c, pair.than];
      const ranked = draw.ranked(network, result, pair);
      const [fors, against] = [1, -1].map((sign) => ranked.filter(({ adds }) => sign * adds > 0));
      const { scores } = result;
      const whole = draw.text(draw.ofTopic(scores, pair));
      this.numbers = new Map();
      this.columns = network.pooling.outWidth;
      this.side("for", `For the ${pair.c}`, fors, scale);
      this.side("against", `For the ${pair.than}`, against, scale);
      const bias = draw.ofTopic(network.bias, pair);
      this.kernels(network.ofEach.map((_, k) => ({
        k, adds: sumOf(ranked.filter((number) => number.k === k)),
      })), `+ ${bracketed(bias)} (biases) = ${whole}`);
      this.write(".dd-lead", `${draw.text(scores[pair.c])} - ${
        bracketed(scores[pair.than])} = ${whole}`);
      this.write(".dd-adds-up", `${draw.text(sumOf(fors))} + ${bracketed(sumOf(against))} + ${
        bracketed(bias)} (biases) = ${whole}`);
    }

    write(selector, text) {
      this.section.querySelector(selector).textContent = text;
    }

    // A number in its colour, after the name of its kernel.
    chip(number, scale, of) {
      const chip = document.createElement("button");
      const { kind, style } = scale(number.adds);
      const kernel = document.createElement("small");
      kernel.textContent = `k${number.k}`;
      const value = document.createElement("b");
      value.className = kind;
      value.style.cssText = style;
      value.textContent = draw.text(number.adds);
      chip.type = "button";
      chip.className = "dd-chip";
      chip.ariaLabel = `k${number.k} ${draw.text(number.adds)}, ${of}`;
      chip.append(kernel, value);
      this.numbers.set(chip, number);
      return chip;
    }

    kernels(sums, rest) {
      const scale = draw.scale(sums.map(({ adds }) => adds), true);
      this.section.querySelector('[data-side="kernels"] .dd-chips').replaceChildren(
        ...sums.map((one) => this.chip(one, scale, `all of kernel ${one.k}`)));
      this.write('[data-side="kernels"] .dd-rest', rest);
    }

    side(name, who, ranked, scale) {
      const side = this.section.querySelector(`[data-side="${name}"]`);
      side.querySelector(".dd-who").textContent = `${who}, ${draw.text(sumOf(ranked))} =`;
      const chips = ranked.slice(0, MOST).map((number) => {
        const at = [Math.floor(number.place / this.columns), number.place % this.columns];
        return this.chip(number, scale, `pooled ${number.k}[${at.join(", ")}]`);
      });
      const left = ranked.slice(MOST);
      side.querySelector(".dd-chips").replaceChildren(...chips);
      side.querySelector(".dd-rest").textContent = left.length
        ? `+ ${left.length} more, ${draw.text(sumOf(left))}` : "";
    }
  };
})();
