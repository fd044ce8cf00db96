// Draws all figures of the one document, for paper.
(() => {
  "use strict";
  const TALLEST = 320; // pixels on paper, of the 950 that a sheet has
  const STILL = { duration: 0, redraw: true };

  // What moves is shown in the middle of its way.
  async function halt(plot) {
    const frames = plot._transitionData._frames;
    if (!frames.length) return;
    const { name } = frames[Math.floor(frames.length / 2)];
    await Plotly.animate(plot, [name],
      { mode: "immediate", frame: STILL, transition: STILL });
  }

  // A tall figure would leave the rest of the sheet before it empty.
  function fit(plot) {
    const { width, height } = plot._fullLayout;
    const zoom = Math.min(640 / width, Math.max(0.57, TALLEST / height));
    plot.style.setProperty("--paper-zoom", zoom);
  }

  const drawn = (figure) => new Promise((resolve) => {
    const look = () => figure.dataset.drawn === "1" ? resolve() : setTimeout(look, 20);
    look();
  });
  const formulas = document.querySelector("[data-mathjax]")
    && new Promise((resolve) => addEventListener("maths-set", resolve));

  window.drawForPaper = async () => {
    dispatchEvent(new Event("beforeprint"));
    for (const figure of document.querySelectorAll(".plotly-figure")) {
      await drawn(figure);
      const plot = figure.querySelector(".plotly-figure-plot");
      await halt(plot);
      fit(plot);
    }
    await formulas;
  };
})();
