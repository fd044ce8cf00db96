// Makes the buttons and sliders of the figures that move reachable by keyboard.
(() => {
  "use strict";
  const STEPS = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };

  function control(element, role, label) {
    element.setAttribute("tabindex", "0");
    element.setAttribute("role", role);
    element.setAttribute("aria-label", label);
  }

  // What plotly.js has drawn, perhaps anew, gets names and places in the tab order.
  function name(plot) {
    for (const button of plot.querySelectorAll(".updatemenu-button")) {
      control(button, "button", button.textContent);
    }
    plot.querySelectorAll(".slider-group").forEach((group, number) => {
      const { steps, active, currentvalue } = plot._fullLayout.sliders[number];
      control(group, "slider", (currentvalue.prefix || "step").replace(/:\s*$/, ""));
      group.setAttribute("aria-valuemin", "0");
      group.setAttribute("aria-valuemax", steps.length - 1);
      group.setAttribute("aria-valuenow", active);
      group.setAttribute("aria-valuetext", steps[active].label);
    });
  }

  function press(plot, event) {
    const button = event.target.closest(".updatemenu-button");
    if (button && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault(); // of a page that a space scrolls
      button.dispatchEvent(new MouseEvent("click", { bubbles: true }));
      return;
    }
    const group = event.target.closest(".slider-group");
    if (!group) return;
    const number = [...plot.querySelectorAll(".slider-group")].indexOf(group);
    const { steps, active } = plot._fullLayout.sliders[number];
    const last = steps.length - 1;
    const ends = { Home: 0, End: last };
    const wanted = ends[event.key] ?? active + (STEPS[event.key] ?? NaN);
    if (Number.isNaN(wanted)) return;
    event.preventDefault();
    const step = steps[Math.max(0, Math.min(last, wanted))];
    Plotly.animate(plot, ...step.args).then(() => name(plot));
  }

  function follow(plot) {
    name(plot);
    plot.on("plotly_afterplot", () => name(plot));
    plot.on("plotly_animatingframe", () => name(plot));
    plot.addEventListener("keydown", (event) => press(plot, event));
  }

  for (const figure of document.querySelectorAll(".plotly-figure")) {
    const plot = figure.querySelector(".plotly-figure-plot");
    const begin = () => {
      if (figure.dataset.drawn !== "1") return;
      observer.disconnect();
      if (plot._fullLayout.sliders.length) follow(plot);
    };
    const observer = new MutationObserver(begin);
    observer.observe(figure, { attributeFilter: ["data-drawn"] });
    begin();
  }
})();
