// The forms of the questions: what is typed or chosen is judged, and the reply shown.
(() => {
  "use strict";
  const questions = window.xcorrQuestions;
  const { progress } = questions;
  const folder = document.currentScript.src.replace(/form\.js.*/, "");
  const OFTEN = 2; // wrong answers, after which a hint is offered
  const NOT_LOADED = "The judge could not be loaded. Reload the page, and try again.";
  const loading = {};

  // The records of a chapter, once one of its forms comes into use.
  const load = (file) => {
    loading[file] = loading[file] || new Promise((resolve) => {
      const script = document.createElement("script");
      script.src = `${folder}${file}.js`;
      script.onload = resolve;
      script.onerror = () => { delete loading[file]; resolve(); };
      document.head.append(script);
    });
    return loading[file];
  };

  // What stands between backticks is code.
  const withCode = (text) => text.split("`").map((part, place) => {
    if (place % 2 === 0) return part;
    const code = document.createElement("code");
    code.textContent = part;
    return code;
  });

  class Question {
    constructor(form) {
      this.form = form;
      this.name = form.dataset.ask;
      this.box = form.closest(".admonition");
      this.field = form.querySelector("input");
      this.reply = form.querySelector(".ask-reply");
      if (!this.field) this.makeChoices();
      this.restore();
      form.hidden = false;
      form.addEventListener("focusin", () => load(form.dataset.records));
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        this.check();
      });
    }

    // The list stays a list; each of its items can be chosen.
    makeChoices() {
      const list = this.form.parentElement.querySelector(":scope > ol");
      for (const [place, item] of [...list.children].entries()) {
        const label = document.createElement("label");
        const button = document.createElement("input");
        Object.assign(button, { type: "radio", name: this.name, value: place + 1 });
        const text = document.createElement("span");
        const { firstElementChild: only, childElementCount: count } = item;
        const isText = count === 1 && only.tagName === "P";
        text.append(...(isText ? only : item).childNodes);
        label.append(button, text);
        item.replaceChildren(label);
      }
      const group = document.createElement("fieldset");
      const legend = document.createElement("legend");
      legend.className = "visually-hidden";
      legend.textContent = "Your choice";
      group.append(legend, list);
      this.form.prepend(group);
    }

    get text() {
      if (this.field) return this.field.value;
      return this.form.querySelector("input:checked")?.value || "";
    }

    set text(text) {
      if (this.field) {
        this.field.value = text;
      } else {
        for (const button of this.form.querySelectorAll("input")) {
          button.checked = button.value === text;
        }
      }
    }

    restore() {
      const { text, said, isRight } = progress.of(this.name);
      this.text = text;
      if (said) this.show(said, isRight);
    }

    async check() {
      const { text } = this;
      await load(this.form.dataset.records);
      const record = questions.records[this.name];
      if (!record) return this.show(NOT_LOADED);
      if (!this.field && !text) return this.show("Choose one of them.");
      const { said, passed, isRead } = questions.judge(record, text);
      if (isRead) {
        const before = progress.of(this.name);
        const isNew = !passed && text.trim() !== before.text.trim();
        progress.keep(this.name, {
          text,
          said,
          isRight: passed,
          solved: passed || Boolean(before.solved),
          wrong: before.wrong + Number(isNew),
        });
      }
      return this.show(said, isRead ? passed : undefined);
    }

    show(said, isRight) {
      const { wrong, solved } = progress.of(this.name);
      this.reply.replaceChildren(...withCode(said));
      this.reply.dataset.is = { true: "right", false: "wrong" }[isRight] || "";
      this.box.classList.toggle("is-solved", Boolean(solved));
      this.form.querySelector(".ask-offer")?.remove();
      const offered = isRight || wrong >= OFTEN ? this.offer(isRight) : null;
      if (offered) {
        offered.className = "ask-offer";
        this.form.append(offered);
      }
    }

    // A button that opens the fold in the box, or the solution at the end of the page.
    offer(isRight) {
      const link = this.box.matches(".question-copy")
        && this.box.querySelector(".admonition-title a");
      if (link) return isRight ? null : this.linkTo(link);
      const folds = [...this.box.querySelectorAll("details")];
      const hint = folds.find((fold) => fold.textContent.trim().startsWith("Hint"));
      const answer = folds.find((fold) => fold !== hint);
      const fold = isRight ? answer : hint || answer;
      if (fold) {
        return fold.open ? null : button(`Show the ${fold === hint ? "hint" : "answer"}`,
          () => {
            fold.open = true;
            fold.querySelector("summary").focus();
          });
      }
      const solution = document.querySelector(`.solution a[href="#${this.box.id}"]`)
        ?.closest(".solution");
      return solution && button("Compare with the solution", () => {
        const toggle = solution.querySelector(".toggle-button");
        if (solution.matches(".toggle-hidden")) toggle.click();
        solution.scrollIntoView();
        toggle.focus({ preventScroll: true });
      });
    }

    linkTo({ href }) {
      const link = document.createElement("a");
      link.href = href;
      link.textContent = "Look it up in its chapter";
      return link;
    }
  }

  const button = (text, press) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", press);
    return made;
  };

  for (const form of document.querySelectorAll("form.ask")) new Question(form);
})();
