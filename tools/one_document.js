// Draws all figures of the one document, for paper.
(() => {
  "use strict";
  const ROOM = 95; // pixels under a plot without controls: the axis, a colour bar
  const TALLEST = 400; // pixels on paper, of the 950 that a sheet has
  const still = { duration: 0, redraw: true };

  // What moves is shown in the middle of its way, without its controls.
  async function halt(plot) {
    const frames = plot._transitionData._frames;
    if (!frames.length) return;
    const { name } = frames[Math.floor(frames.length / 2)];
    await Plotly.animate(plot, [name], { mode: "immediate", frame: still, transition: still });
    const { margin, height } = plot.layout;
    const less = Math.max(0, margin.b - ROOM);
    await Plotly.relayout(plot, {
      sliders: [], updatemenus: [], height: height - less, "margin.b": margin.b - less,
    });
    plot.style.height = `${height - less}px`;
  }

  // A tall figure would leave the rest of the sheet before it empty.
  function fit(plot) {
    const { width, height } = plot._fullLayout;
    const zoom = Math.min(640 / width, Math.max(0.6, TALLEST / height));
    plot.style.setProperty("--paper-zoom", zoom);
  }

  const drawn = (figure) => new Promise((resolve) => {
    const look = () => figure.dataset.drawn === "1" ? resolve() : setTimeout(look, 20);
    look();
  });
  const formulas = new Promise((resolve) => addEventListener("maths-set", resolve));

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
