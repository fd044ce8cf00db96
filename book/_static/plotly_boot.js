// Draws the stored figures when the reader comes near them, in the page's colours.
(() => {
  "use strict";
  const PAPER_WIDTH = 640; // pixels: less than A4 or Letter has within its margins
  const touch = matchMedia("(pointer: coarse)").matches;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const figures = [...document.querySelectorAll(".plotly-figure")];
  const plotOf = (figure) => figure.querySelector(".plotly-figure-plot");

  // The colours are custom.css's, so that a figure and its page change together.
  function colours() {
    const style = getComputedStyle(document.documentElement);
    const read = (name) => style.getPropertyValue(`--figure-${name}`).trim();
    return {
      text: read("text"), grid: read("grid"), line: read("line"), box: read("box"),
      clear: "rgba(0, 0, 0, 0)",
    };
  }

  // Colours go into the template, which an explicit colour in the figure overrules:
  // white text that lies on a dark cell stays white.
  function themed(template) {
    const { text, grid, line, box, clear } = colours();
    const axis = {
      gridcolor: grid, zerolinecolor: grid, linecolor: line, tickcolor: line,
    };
    const control = { bgcolor: box, bordercolor: line, font: { color: text } };
    const defaults = {
      paper_bgcolor: clear, plot_bgcolor: clear, font: { color: text },
      xaxis: axis, yaxis: axis,
      coloraxis: { colorbar: { outlinecolor: line, tickcolor: line } },
      annotationdefaults: { arrowcolor: text },
      sliderdefaults: { ...control, activebgcolor: line, tickcolor: line },
      updatemenudefaults: control,
      hoverlabel: { bgcolor: box, bordercolor: line, font: { color: text } },
      modebar: { bgcolor: clear, color: line, activecolor: text },
    };
    return { ...template, layout: merged((template || {}).layout || {}, defaults) };
  }

  function merged(base, over) {
    const result = { ...base };
    for (const [key, value] of Object.entries(over)) {
      const nested = value !== null && typeof value === "object";
      result[key] = nested ? merged(base[key] || {}, value) : value;
    }
    return result;
  }

  // Without an easing between frames, a step of an animation is a cut.
  function cutTransitions(layout) {
    const buttons = (layout.updatemenus || []).flatMap((menu) => menu.buttons || []);
    const steps = (layout.sliders || []).flatMap((slider) => slider.steps || []);
    for (const { method, args } of [...buttons, ...steps]) {
      if (method === "animate" && args[1]) args[1].transition = { duration: 0 };
    }
  }

  async function draw(figure) {
    if ("drawn" in figure.dataset) return;
    figure.dataset.drawn = "0";
    const { data, layout = {}, frames = [], config } = JSON.parse(
      figure.querySelector('script[type="application/json"]').textContent);
    const plot = plotOf(figure);
    // The page's background shows through, whatever the notebook's was.
    delete layout.paper_bgcolor;
    delete layout.plot_bgcolor;
    if (layout.font) delete layout.font.color;
    layout.template = themed(layout.template);
    if (still) cutTransitions(layout);
    // A finger that scrolls the page must not be caught by the figure.
    if (touch) layout.dragmode = false;
    await Plotly.newPlot(plot, {
      data, frames, layout: { autosize: true, ...layout },
      config: {
        ...config, responsive: true, displaylogo: false, plotlyServerURL: "",
        displayModeBar: touch ? false : "hover",
        // "Share chart" would send the figure to another host.
        modeBarButtonsToRemove:
          ["sendChartToCloud", "select2d", "lasso2d", "autoScale2d"],
      },
    });
    // What scrolls must be reachable by keyboard.
    if (figure.scrollWidth > figure.clientWidth) figure.tabIndex = 0;
    fitToPaper(plot);
    plot.on("plotly_relayout", () => fitToPaper(plot));
    figure.dataset.drawn = "1";
  }

  // A drawing keeps its width; custom.css scales it down to a page of paper.
  function fitToPaper(plot) {
    const { width } = plot._fullLayout;
    plot.style.setProperty("--paper-zoom", Math.min(1, PAPER_WIDTH / width));
  }

  const nearby = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      nearby.unobserve(target);
      draw(target);
    }
  }, { rootMargin: "600px" });

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
    for (const figure of figures) {
      if (figure.dataset.drawn !== "1") continue;
      const plot = plotOf(figure);
      Plotly.relayout(plot, { template: themed(plot.layout.template) });
    }
  }).observe(document.documentElement, { attributeFilter: ["data-theme"] });

  // A paused animation rejects its promise, which nobody holds, with nothing.
  addEventListener("unhandledrejection", (event) => {
    if (event.reason === undefined) event.preventDefault();
  });

  // What is not drawn yet is drawn now, as far as it can be in one go.
  addEventListener("beforeprint", () => figures.forEach(draw));
})();
