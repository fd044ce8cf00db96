// What was refused: it stays as it was typed, with the reason, until it is right.
(() => {
  "use strict";
  const own = window.xcorrPicture;
  const STAYS = " Until then the result is that of the old numbers.";

  own.Refusals = class {
    // `problem` is the element that says why, `old` the one that says so beside the result.
    constructor(problem, old) {
      Object.assign(this, { problem, old, fields: new Map(), other: "" });
    }

    has(input) { return this.fields.has(input); }

    // Without a field: of something that was asked for in another way.
    add(message, input) {
      if (input) this.fields.set(input, message);
      else this.other = message;
      input?.setAttribute("aria-invalid", "true");
      this.show();
    }

    // The field is right, or something else has been asked for since.
    right(...inputs) {
      for (const input of inputs) {
        this.fields.delete(input);
        input.removeAttribute("aria-invalid");
      }
      this.other = "";
      this.show();
    }

    // All that was typed is replaced.
    clear() { this.right(...this.fields.keys()); }

    show() {
      for (const input of this.fields.keys()) {
        if (!input.isConnected) this.fields.delete(input);
      }
      const isOld = [...this.fields.keys()].some((input) => !input.closest(".op-place"));
      const said = [...new Set([this.other, ...[...this.fields.values()].reverse()])];
      const text = said.filter(Boolean).join(" ") + (isOld ? STAYS : "");
      if (this.problem.textContent !== text) this.problem.textContent = text;
      this.old.textContent = isOld ? ", still of the old numbers" : "";
    }
  };
})();
