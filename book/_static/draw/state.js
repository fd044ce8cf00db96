// What the page knows: the drawing and what the network makes of it, as drawn and
// centred, which two digits are compared, and what was chosen.
(() => {
  "use strict";
  const draw = window.xcorrDraw;
  const same = (some, others) => Boolean(others) && some.every((value, k) => value === others[k]);

  draw.State = class {
    constructor(network) {
      this.network = network;
      this.mode = "drawn";
      this.k = 0;
      this.forget();
    }

    // An example is a digit whose pixels were taken; what was `tried` is a search's.
    forget() {
      this.pair = null; // two classes to compare, unless they are the usual two
      this.chosen = null; // a panel and a cell
      this.example = null;
      this.tried = null;
      this.shown = null;
    }

    // After a search: what it found, and what it took the place of.
    found(tried, told) {
      const { pixels, mode, pair, chosen } = this;
      this.shown = { pixels, mode, pair, chosen, told };
      Object.assign(this, { tried, pair: null, chosen: null });
    }

    // Puts back what was shown before a search, where the pixels are back; returns it.
    back(pixels) {
      const { shown } = this;
      if (!shown || !same(pixels, shown.pixels)) return null;
      const { mode, pair, chosen } = shown;
      Object.assign(this, { mode, pair, chosen, tried: null, shown: null });
      return shown;
    }

    read(pixels) {
      this.pixels = pixels;
      this.results = {
        drawn: draw.forward(this.network, pixels),
        centred: draw.forward(this.network, draw.centred(pixels)),
      };
    }

    get result() {
      return this.results[this.mode];
    }

    // The digit that an example is, as long as nothing but a search has changed it.
    get label() {
      const { example, tried, pixels } = this;
      if (example && same(pixels, example.pixels)) return example.digit;
      return tried && same(pixels, tried.after) ? tried.label : null;
    }

    // The usual two: the answer, and what it should be or else the next.
    get asked() {
      if (this.pair) return this.pair;
      const { scores, answer } = this.result;
      const { label } = this;
      const rest = scores.map((score, c) => (c === answer ? -Infinity : score));
      return { c: answer, than: label === null || label === answer ? draw.argmax(rest) : label };
    }

    topic(pointed) {
      const [panel, cell] = pointed ?? this.chosen ?? [];
      return panel === "scores" ? { c: cell, than: null } : this.asked;
    }

    // What the panels show, for or against which topic.
    view(topic) {
      const { network, result, k, tried, label } = this;
      const isAfter = tried !== null && same(result.pixels, tried.after);
      const isTried = isAfter || (tried !== null && same(result.pixels, tried.before));
      return {
        network, result, topic, k, label, isAfter,
        tried: isTried ? tried : null,
        changed: isAfter ? tried.found.map(({ position }) => position) : [],
        blank: this.pixels.every((value) => value === 0),
      };
    }
  };
})();
