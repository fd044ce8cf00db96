// Makes a page ready for paper, light and with nothing folded, and puts it back.
(() => {
  "use strict";
  const root = document.documentElement;
  let before;

  addEventListener("beforeprint", () => {
    const folded = [...document.querySelectorAll("article details:not([open])")];
    const hidden = [...document.querySelectorAll(".toggle-button-hidden")];
    before = { theme: root.dataset.theme, folded, hidden };
    root.dataset.theme = "light";
    for (const block of folded) block.open = true;
    for (const button of hidden) button.click();
  });

  addEventListener("afterprint", () => {
    root.dataset.theme = before.theme;
    for (const block of before.folded) block.open = false;
    for (const button of before.hidden) button.click();
  });
})();
