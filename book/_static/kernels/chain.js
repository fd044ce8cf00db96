// The kernels that follow each other, as tabs.
(() => {
  "use strict";
  const own = window.xcorrPicture;

  // `page` has state(), attempt, anew and change. Returns what shows the tabs.
  own.chain = (root, page) => {
    const one = (selector) => root.querySelector(selector);
    const kernel = one("[name=kernel]");

    one(".op-add").addEventListener("click", () => page.attempt(() => {
      const { steps } = page.state();
      const added = own.stepAfter(steps[steps.length - 1]);
      page.anew(() => page.change({ steps: [...steps, added], chosen: steps.length }));
      kernel.focus();
    }));
    one(".op-remove").addEventListener("click", () => {
      const { steps, chosen } = page.state();
      const left = steps.filter((_, k) => k !== chosen);
      page.attempt(() => page.anew(
        () => page.change({ steps: left, chosen: Math.min(chosen, left.length - 1) })));
      (one(".op-chain:not([hidden]) [aria-pressed=true]") || kernel).focus();
    });

    return ({ steps, chosen }) => {
      const box = one(".op-chain");
      const held = box.contains(document.activeElement);
      box.replaceChildren(...steps.map((each, k) => {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = `${k + 1}: ${own.nameOf(each) || "your own"}`;
        button.setAttribute("aria-pressed", k === chosen);
        button.addEventListener("click", () => page.attempt(() => page.anew(() => page.change({ chosen: k }))));
        return button;
      }));
      if (held) box.children[chosen].focus();
      box.hidden = steps.length === 1;
      one(".op-add").hidden = steps.length === own.MOST_STEPS;
      one(".op-remove").hidden = steps.length === 1;
      one(".op-which").textContent = steps.length === 1 ? "" : ` after kernel ${chosen + 1}`;
    };
  };
})();
