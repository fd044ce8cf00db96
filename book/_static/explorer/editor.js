// One value, edited.
(() => {
  "use strict";
  const explorer = window.xcorrExplorer;

  explorer.Editor = class {
    // `on`: settings() and model() as they are, attempt(action, field), opened, closed.
    constructor(root, on) {
      this.on = on;
      this.form = root.querySelector(".xp-editor");
      this.field = this.form.querySelector("input");
      this.field.addEventListener("change", () => this.edit());
      this.form.addEventListener("submit", (event) => {
        event.preventDefault();
        if (this.edit()) on.closed();
      });
      this.field.addEventListener("keydown", (event) => {
        if (event.key !== "Escape") return;
        this.show();
        on.closed();
      });
    }

    // Where the chosen cell's value is kept: the name of an array, and a place in it.
    target() {
      const { panel, cell } = this.on.settings();
      const { values, place } = explorer.PANELS[panel];
      const at = values ? place(this.on.model(), cell) : null;
      return at === null ? null : [values, at];
    }

    show() {
      const target = this.target();
      this.form.hidden = !target;
      if (!target) return;
      const [name, at] = target;
      this.field.value = this.on.settings()[name][at];
      this.field.removeAttribute("aria-invalid");
      const { title } = explorer.PANELS[this.on.settings().panel];
      this.form.querySelector("label").textContent = `Change this ${title} value`;
    }

    open(text) {
      if (!this.target()) return;
      this.on.opened();
      if (text) this.field.value = text;
      this.field.focus();
      if (!text) this.field.select();
    }

    // Says whether the value is the one typed.
    edit() {
      const [name, at] = this.target();
      const settings = this.on.settings();
      if (this.field.value === String(settings[name][at])) return true;
      const value = /^\s*-?\d+\s*$/.test(this.field.value) ? Number(this.field.value) : NaN;
      return this.on.attempt(
        () => explorer.withValue(settings, name, at, value), this.field);
    }
  };
})();
