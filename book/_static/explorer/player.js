// Placement after placement: by itself, by buttons, by a slider.
(() => {
  "use strict";
  const explorer = window.xcorrExplorer;

  explorer.Player = class {
    // `rested` is told when it stands still.
    constructor(root, board, rested) {
      this.board = board;
      this.rested = rested;
      const one = (selector) => root.querySelector(selector);
      this.button = one(".xp-play");
      this.slider = one(".xp-placement");
      this.speed = one(".xp-speed");
      this.where = one(".xp-where");
      this.live = one(".xp-live");
      this.button.addEventListener("click", () => {
        if (this.timer) this.byHand(() => {});
        else this.play();
      });
      const to = (n) => this.byHand(() => board.place(Math.max(0, Math.min(this.last, n))));
      one(".xp-previous").addEventListener("click", () => to(board.placement() - 1));
      one(".xp-next").addEventListener("click", () => to(board.placement() + 1));
      this.slider.addEventListener("input", () => to(this.slider.valueAsNumber));
      // Who chooses a cell wants to stay there.
      for (const kind of ["click", "keydown"]) {
        root.addEventListener(kind, (event) => {
          if (this.timer && event.target.closest(".xp-cell")) this.pause();
        });
      }
    }

    get last() {
      return this.board.model.nWindows - 1;
    }

    show() {
      const { model } = this.board;
      const n = this.board.placement();
      this.slider.max = this.last;
      this.slider.value = n;
      const what = model.settings.view === "transposed" ? "image" : "output";
      const text = `at placement ${n} (0 to ${this.last}): ${what} row `
        + `${Math.floor(n / model.outWidth)}, column ${n % model.outWidth}`;
      this.slider.setAttribute("aria-valuetext", text);
      this.where.textContent = text;
    }

    // Only what the reader does by hand is said aloud.
    byHand(action) {
      this.pause();
      action();
      const { model } = this.board;
      const n = this.board.placement();
      const made = this.board.visible.includes("output")
        ? ` It makes ${model.output[n]}.` : "";
      this.live.textContent = `${this.where.textContent}.${made}`;
    }

    pause() {
      clearTimeout(this.timer);
      this.timer = undefined;
      this.button.textContent = "Play";
      this.rested();
    }

    play() {
      if (this.board.placement() === this.last) this.board.place(0);
      this.button.textContent = "Pause";
      this.wait();
    }

    wait() {
      this.timer = setTimeout(() => this.step(), Number(this.speed.value));
    }

    step() {
      // Somebody looks at a cell.
      if (this.board.pointing) return this.wait();
      this.board.place(Math.min(this.last, this.board.placement() + 1));
      return this.board.placement() < this.last ? this.wait() : this.pause();
    }
  };
})();
