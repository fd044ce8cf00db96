// Draws the stored figures when the reader comes near them.
(() => {
  "use strict";
  const { stored, shown, recolour, themed } = bookFigures;
  const { takeControls, addControls, fit, apply } = bookFigures;
  const PAPER_WIDTH = 640; // pixels: less than A4 or Letter has within its margins
  const touch = matchMedia("(pointer: coarse)").matches;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const figures = [...document.querySelectorAll(".plotly-figure")];
  const plotOf = (figure) => figure.querySelector(".plotly-figure-plot");
  // As they are stored, but for the controls, which the page has.
  const contents = new Map();
  let colours = shown();

  // Without an easing between frames, a step of an animation is a cut.
  function cutTransitions(layout) {
    const buttons = (layout.updatemenus || []).flatMap((menu) => menu.buttons || []);
    const steps = (layout.sliders || []).flatMap((slider) => slider.steps || []);
    for (const { method, args } of [...buttons, ...steps]) {
      if (method === "animate" && args[1]) args[1].transition = { duration: 0 };
    }
  }

  function read(figure) {
    const content = JSON.parse(
      figure.querySelector('script[type="application/json"]').textContent);
    const { layout } = content;
    // The page's background shows through, whatever the notebook's was.
    delete layout.paper_bgcolor;
    delete layout.plot_bgcolor;
    if (layout.font) delete layout.font.color;
    if (still) cutTransitions(layout);
    content.controls = takeControls(content);
    contents.set(figure, content);
  }

  // What is folded has no width yet: the article's is a good guess.
  function fitted(figure) {
    const width = figure.clientWidth || figure.closest("article").clientWidth;
    return fit(contents.get(figure), width);
  }

  function size(figure, { patch, minWidth }) {
    const { style } = plotOf(figure);
    style.height = `${patch.height}px`;
    style.minWidth = minWidth ? `${minWidth}px` : "";
  }

  async function draw(figure) {
    if ("drawn" in figure.dataset) return;
    figure.dataset.drawn = "0";
    const { data, layout: original, frames, config, controls } = contents.get(figure);
    const plot = plotOf(figure);
    const fits = fitted(figure);
    size(figure, fits);
    const layout = structuredClone(original);
    apply(fits.patch, layout);
    layout.template = themed(layout.template);
    for (const part of [data, layout]) recolour(part, stored(), colours);
    // A finger that scrolls the page must not be caught by the figure.
    if (touch) layout.dragmode = false;
    await Plotly.newPlot(plot, {
      data, frames, layout: { ...layout, width: plot.clientWidth },
      config: {
        ...config, displaylogo: false, plotlyServerURL: "",
        displayModeBar: touch ? false : "hover",
        // "Share chart" would send the figure to another host.
        modeBarButtonsToRemove:
          ["sendChartToCloud", "select2d", "lasso2d", "autoScale2d"],
      },
    });
    if (controls) addControls(plot, controls);
    fitToPaper(plot);
    plot.on("plotly_relayout", () => fitToPaper(plot));
    figure.dataset.drawn = "1";
    widths.observe(figure);
    dispatchEvent(new Event("figure-drawn"));
  }

  // A drawing keeps its width; custom.css scales it down to a page of paper.
  function fitToPaper(plot) {
    const { width } = plot._fullLayout;
    plot.style.setProperty("--paper-zoom", Math.min(1, PAPER_WIDTH / width));
  }

  const paper = matchMedia("print");
  const widths = new ResizeObserver((entries) => {
    if (paper.matches) return;
    for (const { target } of entries) {
      const plot = plotOf(target);
      if (!target.clientWidth || plot.clientWidth === plot._fullLayout.width) continue;
      const fits = fitted(target);
      size(target, fits);
      Plotly.relayout(plot, { ...fits.patch, width: plot.clientWidth });
    }
  });

  const nearby = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      nearby.unobserve(target);
      draw(target);
    }
  }, { rootMargin: "600px" });

  // Every box has its final size before anything is drawn, so that the text stays.
  figures.forEach(read);
  const sizes = figures.map(fitted);
  figures.forEach((figure, number) => size(figure, sizes[number]));

  // The first one is drawn before the page's other scripts run, the rest in their turn.
  const [first, ...others] = figures;
  draw(first).finally(() => {
    others.forEach((figure) => nearby.observe(figure));
    performance.mark("first-figure");
    // After the picture is on the screen.
    requestAnimationFrame(() => setTimeout(() => {
      dispatchEvent(new Event("first-figure"));
    }));
  });

  let theme = document.documentElement.dataset.theme;
  new MutationObserver(() => {
    if (theme === document.documentElement.dataset.theme) return;
    theme = document.documentElement.dataset.theme;
    const before = colours;
    colours = shown();
    for (const figure of figures) {
      if (figure.dataset.drawn !== "1" || !figure.isConnected) continue;
      const plot = plotOf(figure);
      for (const part of [plot.data, plot.layout]) recolour(part, before, colours);
      plot.layout.template = themed(plot.layout.template);
      Plotly.redraw(plot);
    }
  }).observe(document.documentElement, { attributeFilter: ["data-theme"] });

  // One that is made later, as what a reader's function reads.
  bookFigures.add = (figure) => {
    figures.push(figure);
    read(figure);
    size(figure, fitted(figure));
    return draw(figure);
  };

  // A paused animation rejects its promise, which nobody holds, with nothing.
  addEventListener("unhandledrejection", (event) => {
    if (event.reason === undefined) event.preventDefault();
  });

  // What is not drawn yet is drawn now, as far as it can be in one go.
  addEventListener("beforeprint", () => figures.forEach(draw));
})();
