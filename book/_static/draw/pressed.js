// What is pressed: tools of the pad, examples, the search for what changes the answer,
// and the reader's own network. `page` is what page.js offers.
(() => {
  "use strict";
  const draw = window.xcorrDraw;

  draw.tools = (root, page) => {
    const { pad } = page;
    const on = (selector, action) => root.querySelector(selector).addEventListener("click", action);
    on(".dd-undo", page.undo);
    on(".dd-clear", () => {
      page.forget();
      pad.set(new Array(draw.SIDE * draw.SIDE).fill(0));
    });
    on(".dd-invert", () => {
      page.tell("");
      pad.set(pad.pixels.map((value) => Math.round(255 * (1 - value)) / 255));
    });
    // What is said of a drawing does not stay over the next one.
    for (const type of ["pointerdown", "keydown"]) {
      pad.grid.table.addEventListener(type, ({ key = " " }) => {
        if (key === " ") page.tell("");
      });
    }
    root.querySelector("[name=brush]").addEventListener("change", ({ target }) => {
      pad.reach = Number(target.value);
    });
    for (const radio of root.querySelectorAll("[name=tool]")) {
      radio.addEventListener("change", () => { pad.erases = radio.value === "erase"; });
    }
  };

  draw.examples = (root, page) => {
    for (const picture of draw.PICTURES) {
      const { digit, taken } = picture;
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = digit === taken ? draw.article(digit) : `${digit} as ${taken}`;
      button.addEventListener("click", () => {
        page.load({ digit, pixels: draw.pixels(picture) });
        if (digit === taken) return;
        page.tell(`${draw.article(digit).replace("a", "A")} from the digits held out. Chapter 8's network takes it for ${
          draw.article(taken)}.`);
      });
      const right = digit === taken ? "right" : "mistaken";
      root.querySelector(`.dd-examples [data-are="${right}"]`).append(button);
    }
  };

  draw.pixels = ({ pixels }) => Array.from(draw.bytes(pixels), (value) => value / 255);

  // ---- "Change its mind".

  function wordsOf(tried, label) {
    const { found, answer, now, after } = tried;
    if (!after) return `It still says ${answer}, after ${found.length} pixels, found step by step.`;
    const said = `It now says ${now}${now === label ? ", which is right," : ""} and no longer ${answer}.`;
    const changed = found.map(({ position, value }) => `[${Math.floor(position / draw.SIDE)},\u00a0${
      position % draw.SIDE}] ${value ? "white" : "black"}`).join(", ");
    if (found.length > 1) {
      return `${said} No pixel of all 784 does it alone. Few do, found step by step: ${
        found.length} pixels, marked in the drawing (row and column: ${
        changed}). Others, chosen together, may be fewer. Undo puts it back.`;
    }
    const alone = draw.alone(tried);
    const count = alone.reduce((sum, [, one]) => sum + one, 0);
    const each = alone.map(([to, one]) => `${one} ${one === 1 ? "makes" : "make"} it ${draw.article(to)}`).join(", ");
    return `${said} One pixel is enough, marked in the drawing (row and column: ${
      changed}). Of all 784, each tried black and white, ${count} would do it alone: ${each}. Undo puts it back.`;
  }

  draw.search = (root, page) => {
    root.querySelector(".dd-wrong").addEventListener("click", async () => {
      if (page.view().blank) {
        page.tell("Nothing is drawn yet.");
        return;
      }
      const { network, result, label } = page.view();
      const told = root.querySelector(".dd-told").textContent;
      const stopped = page.begin();
      page.tell("Trying all 784 pixels, each black and white.");
      const tried = await draw.changeMind(network, result.pixels, stopped,
        (step, count) => page.tell(`Pixel ${step}: ${count} of 784 tried.`));
      if (!tried) return;
      page.showTried({ ...tried, label }, told);
      page.tell(wordsOf(tried, label));
    });
  };

  // ---- The reader's own training.

  draw.ownNetwork = (root, page, book) => {
    const one = (selector) => root.querySelector(selector);
    const use = (network, words) => {
      one(".dd-network").textContent = words;
      one(".dd-book").hidden = network === book;
      page.use(network);
    };
    const problem = one(".xp-problem");
    const file = one("[name=network]");
    file.addEventListener("change", async () => {
      const [chosen] = file.files;
      if (!chosen) return;
      problem.textContent = "";
      try {
        if (chosen.size > 2e6) throw new draw.Unfit("The file is larger than 2 MB.");
        const network = draw.read(await chosen.text());
        use(network, `Your network answers, from ${chosen.name}: ${network.count} kernels of ${
          network.kernelHeight} x ${network.kernelWidth}.`);
      } catch (error) {
        if (!(error instanceof draw.Unfit)) throw error;
        problem.textContent = `${error.message} Nothing has changed.`;
      }
      file.value = "";
    });
    one(".dd-book").addEventListener("click", () => use(book, "The network of chapter 8 answers."));
  };
})();
