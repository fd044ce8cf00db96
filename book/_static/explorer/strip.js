// Brings the explorer's stripped forms to life: a kernel goes from placement to placement
// through the tables that the page holds.
(() => {
  "use strict";
  const REST = 3000; // milliseconds, before what plays by itself begins anew
  const STEP = 1100;

  class Part {
    constructor(element) {
      this.stage = element.querySelector(".xp-stage");
      this.cells = [...element.querySelectorAll("td")];
      this.columns = element.querySelector("tr").cells.length;
      this.kernel = (element.dataset.kernel || "").split(" ").map(Number);
    }

    // The cells that placement n of the kernel reads, and the rectangle around them.
    window(n) {
      const [rows, columns, gap] = this.kernel;
      const [height, width] = [(rows - 1) * gap + 1, (columns - 1) * gap + 1];
      const across = this.columns - width + 1;
      const [row, column] = [Math.floor(n / across), n % across];
      const reads = [];
      for (let i = 0; i < rows; i += 1) {
        for (let j = 0; j < columns; j += 1) {
          reads.push((row + i * gap) * this.columns + column + j * gap);
        }
      }
      return { reads, across, row, column, height, width };
    }

    one(cell) {
      return { row: Math.floor(cell / this.columns), column: cell % this.columns };
    }

    outline({ row, column, height = 1, width = 1 }) {
      if (!this.frame) {
        this.frame = document.createElement("div");
        this.frame.className = "xp-frame";
        this.stage.append(this.frame);
      }
      const { style } = this.frame;
      // From the end of a row to the start of the next it does not fly.
      style.transitionProperty = column < this.column ? "none" : "";
      this.column = column;
      style.height = `calc(${height} * var(--cell))`;
      style.width = `calc(${width} * var(--cell))`;
      style.transform = `translate(calc(${column} * var(--cell)), calc(${row} * var(--cell)))`;
    }

    // Later outputs are not there yet.
    reveal(last) {
      this.cells.forEach((cell, n) => cell.classList.toggle("waiting", n > last));
    }
  }

  const number = (cell) => Number(cell.textContent);

  function copy(from, to) {
    to.className = [...from.classList].filter((name) => /^v\d$/.test(name)).join(" ");
    to.style.cssText = from.style.cssText;
    to.textContent = from.textContent;
  }

  // The line of products, whose numbers are those of pairs of cells.
  class Sum {
    constructor(strip) {
      this.line = strip.querySelector(".xp-sum");
      this.terms = [...strip.querySelectorAll(".xp-term")];
      this.terms.forEach((term, m) => {
        const light = (on) => () => {
          term.classList.toggle("lit", on);
          this.pairs[m].forEach((cell) => cell.classList.toggle("pair", on));
        };
        term.addEventListener("pointerenter", light(true));
        term.addEventListener("pointerleave", light(false));
      });
    }

    show(pairs, total) {
      (this.pairs || []).flat().forEach((cell) => cell.classList.remove("pair"));
      this.pairs = pairs;
      this.terms.forEach((term, m) =>
        pairs[m].forEach((cell, k) => copy(cell, term.querySelectorAll("b")[k])));
      copy(total, this.line.querySelector(":scope > b"));
    }
  }

  const where = ({ row, column }, n) => `placement ${n}: output row ${row}, column ${column}`;

  // Each form: how many steps it has, how long each stands, and what a step shows.
  const FORMS = {
    moving: ({ image, kernel, output }) => {
      image.outline({ row: 0, column: 0 });
      image.frame.append(kernel.stage.querySelector("table").cloneNode(true));
      image.frame.querySelectorAll("td").forEach((cell) => { cell.textContent = ""; });
      return {
        count: output.cells.length,
        pace: (n) => Math.max(45, 180 * 0.985 ** n),
        show: (n) => {
          image.outline(image.window(n));
          output.outline(output.one(n));
          output.reveal(n);
        },
      };
    },

    sum: ({ image, kernel, output }, strip) => {
      const sum = new Sum(strip);
      return {
        count: output.cells.length,
        pace: () => STEP,
        show: (n) => {
          const window = image.window(n);
          image.outline(window);
          output.outline(output.one(n));
          output.reveal(n);
          sum.show(window.reads.map((p, m) => [image.cells[p], kernel.cells[m]]),
            output.cells[n]);
          return where(window, n);
        },
      };
    },

    // One product after the other: all kernels at a placement, then the next placement.
    columns: ({ image, gathered, weights, result }, strip) => {
      const sum = new Sum(strip);
      const kernels = weights.columns;
      const most = Number(result.stage.parentElement.dataset.most);
      const column = (k) => gathered.cells.map((_, m) => weights.cells[m * kernels + k]);
      const placements = image.window(0).across * (
        image.cells.length / image.columns - image.kernel[0] + 1);
      return {
        count: placements * kernels,
        pace: () => STEP,
        show: (step) => {
          const [n, k] = [Math.floor(step / kernels), step % kernels];
          const window = image.window(n);
          image.outline(window);
          window.reads.forEach((p, m) => copy(image.cells[p], gathered.cells[m]));
          result.cells.forEach((cell, other) => {
            const total = column(other)
              .reduce((all, weight, m) => all + number(weight) * number(gathered.cells[m]), 0);
            cell.textContent = total;
            cell.style.setProperty("--v", total / most);
          });
          result.reveal(k);
          weights.outline({ row: 0, column: k, height: gathered.cells.length });
          result.outline(result.one(k));
          sum.show(column(k).map((weight, m) => [gathered.cells[m], weight]),
            result.cells[k]);
          return `${where(window, n)}, kernel ${k}`;
        },
      };
    },

    // How often each number of the layers before is read for one output.
    layers: ({ image, between, output }, strip) => ({
      count: output.cells.length,
      pace: () => STEP,
      show: (n) => {
        const middle = between.window(n).reads;
        const pixels = middle.flatMap((m) => image.window(m).reads);
        const tint = (part, reads) => {
          const ways = part.cells.map((_, cell) => reads.filter((p) => p === cell).length);
          const most = Math.max(...ways);
          part.cells.forEach((cell, k) => {
            cell.textContent = ways[k] || "";
            cell.classList.toggle("lit", ways[k] > 0);
            cell.style.setProperty("--v", ways[k] / most);
          });
        };
        tint(image, pixels);
        tint(between, middle);
        tint(output, [n]);
        strip.querySelector(".xp-sum").textContent = `Output ${n} reads ${middle.length} `
          + `numbers of the layer before, and through them ${new Set(pixels).size} pixels, `
          + `in ${pixels.length} ways.`;
        return `output ${n}`;
      },
    }),
  };

  function start(strip) {
    const elements = [...strip.querySelectorAll(".xp-part")];
    const parts = Object.fromEntries(
      elements.map((element) => [element.dataset.part, new Part(element)]));
    const form = FORMS[strip.dataset.form](parts, strip);
    const button = (name) => strip.querySelector(`.xp-${name}`);
    const byItself = strip.dataset.form === "moving";
    const last = form.count - 1;
    let now = 0;
    let timer;

    function show(n) {
      now = n;
      const text = form.show(n);
      if (byItself) return;
      button("where").textContent = text;
      button("previous").disabled = n === 0;
      button("next").disabled = n === last;
    }

    function pause() {
      clearTimeout(timer);
      timer = undefined;
      button("play").textContent = "Play";
      // What changes by itself is not read aloud.
      strip.querySelector(".xp-sum")?.setAttribute("aria-live", "polite");
    }

    function step() {
      show(now === last ? 0 : now + 1);
      if (now < last) timer = setTimeout(step, form.pace(now));
      else if (byItself) timer = setTimeout(step, REST);
      else pause();
    }

    function play() {
      strip.querySelector(".xp-sum")?.setAttribute("aria-live", "off");
      button("play").textContent = "Pause";
      step();
    }

    function by(change) {
      pause();
      show(Math.min(last, Math.max(0, now + change)));
    }

    button("play").addEventListener("click", () => {
      wanted = !timer;
      (timer ? pause : play)();
    });
    button("previous")?.addEventListener("click", () => by(-1));
    button("next")?.addEventListener("click", () => by(1));
    strip.querySelector(".xp-player").hidden = false;

    let wanted = byItself && !matchMedia("(prefers-reduced-motion: reduce)").matches;
    show(byItself && !wanted ? last : 0);
    // What nobody sees does not play.
    new IntersectionObserver((entries) => {
      const { isIntersecting } = entries[entries.length - 1];
      if (!isIntersecting && timer) pause();
      else if (isIntersecting && byItself && wanted && !timer) play();
    }).observe(strip);
  }

  document.querySelectorAll(".xp-strip").forEach(start);
})();
