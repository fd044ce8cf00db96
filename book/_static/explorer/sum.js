// The sum behind a number: each product in the colours of its pixel and its weight. One
// that is pointed at or focused lights the pair in all panels.
(() => {
  "use strict";
  const explorer = window.xcorrExplorer;
  const MOST_TERMS = 75;
  const MOST_PRODUCTS = 6; // in one line
  const MOVES = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };

  function number(value, { kind, style }) {
    const element = document.createElement("b");
    element.className = kind;
    element.style.cssText = style;
    element.textContent = value;
    return element;
  }

  explorer.Sum = class {
    // `point` is called with an entry of the index, or null.
    constructor(element, point) {
      this.element = element;
      const listen = (type, action) => element.addEventListener(type, (event) => {
        const term = event.target.closest(".xp-term");
        if (term) action(Number(term.dataset.entry), event);
      });
      listen("pointerover", point);
      listen("pointerout", () => point(null));
      listen("focusin", (entry) => {
        point(entry);
        this.stop(event.target);
      });
      listen("focusout", () => point(null));
      listen("click", (entry, event) => event.target.closest(".xp-term").focus());
      listen("keydown", (entry, event) => this.pressed(event));
    }

    say(text) {
      if (this.element.textContent !== text) this.element.textContent = text;
    }

    // `text` says how a number is written; a `bias` is added to the products, of which
    // there may be `more`.
    show(sum, windowSize) {
      const {
        name, entries, factor, scale, weights, total, totals, after, bias, text = String, more = 0,
      } = sum;
      const parts = [`${name} = `];
      entries.slice(0, MOST_TERMS).forEach((entry, k) => {
        if (k) parts.push(" + ");
        const term = document.createElement("button");
        term.type = "button";
        term.className = "xp-term";
        term.dataset.entry = entry;
        term.tabIndex = k ? -1 : 0;
        const weight = weights.numbers[entry % windowSize];
        const value = factor(entry);
        term.append(
          number(text(value), scale(value, entry)), " × ",
          number(text(weight), weights.scale(weight)));
        parts.push(term);
      });
      const left = Math.max(more, entries.length - MOST_TERMS);
      if (left > 0) parts.push(` + ${left} more`);
      if (!entries.length) parts.push("an empty sum");
      if (entries.length > 1 && entries.length <= MOST_PRODUCTS) {
        const products = entries.map(
          (entry) => text(factor(entry) * weights.numbers[entry % windowSize]));
        parts.push(` = ${products.join(" + ")}`);
      }
      if (bias !== undefined) parts.push(` + ${text(bias)} (bias)`);
      const end = document.createElement("span");
      end.className = "xp-total";
      end.append(" = ", number(text(total), totals(total)));
      this.element.replaceChildren(...parts, end, after);
    }

    // One product is a stop of the Tab key; the arrow keys go on from there.
    stop(term) {
      for (const other of this.element.querySelectorAll(".xp-term")) {
        other.tabIndex = other === term ? 0 : -1;
      }
    }

    pressed(event) {
      const move = MOVES[event.key];
      if (!move) return;
      event.preventDefault();
      const terms = [...this.element.querySelectorAll(".xp-term")];
      const to = terms.indexOf(event.target) + move;
      terms[Math.max(0, Math.min(terms.length - 1, to))].focus();
    }
  };
})();
