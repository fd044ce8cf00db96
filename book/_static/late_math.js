// Loads MathJax when the first figure is drawn, or at once where there is none.
(() => {
  "use strict";
  const script = document.createElement("script");
  script.src = document.currentScript.dataset.mathjax;
  const load = () => document.head.append(script);

  // Tests and other scripts can see that the formulas are set.
  const pageReady = () => MathJax.startup.defaultPageReady().then(() => {
    document.documentElement.dataset.maths = "set";
    dispatchEvent(new Event("maths-set"));
  });
  window.MathJax = { ...window.MathJax, startup: { pageReady } };

  if (document.querySelector(".plotly-figure")) {
    addEventListener("first-figure", load, { once: true });
  } else {
    load();
  }
})();
