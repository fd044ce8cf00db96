// The buttons and sliders of the figures that move, as the page's own: large enough for
// a finger, reached by keyboard, and in the page's colours.
(() => {
  "use strict";

  function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  // Takes them out of a figure that is not drawn yet; plotly.js then draws none.
  function takeControls({ layout, frames = [] }) {
    const { sliders = [], updatemenus: menus = [] } = layout;
    delete layout.sliders;
    delete layout.updatemenus;
    // A frame may give the sliders other places, and other steps.
    const moves = new Map(frames.map(({ name, layout: change }) => {
      const moved = change?.sliders;
      if (moved) delete change.sliders;
      return [name, moved];
    }));
    return sliders.length ? { sliders, menus, moves } : null;
  }

  function addControls(plot, { sliders, menus, moves }) {
    const play = (args) => Plotly.animate(plot, ...args);
    const rows = sliders.map((slider, number) => {
      const buttons = (menus[number]?.buttons ?? []).map(({ label, args }) => (
        element("button", { type: "button", textContent: label,
          onclick: () => play(args) })));
      const prefix = slider.currentvalue?.prefix?.replace(/:\s*$/, "");
      const way = menus.length > 1 ? buttons[0].textContent.replace(/^Play/, "") : "";
      const range = element("input", { type: "range", min: 0,
        ariaLabel: prefix ?? `step${way && ","}${way}`,
        oninput: () => play(slider.steps[range.value].args) });
      const value = element("output", { ariaHidden: "true" });
      const name = element("span", { ariaHidden: "true", textContent: prefix ?? "" });
      const show = () => {
        range.max = slider.steps.length - 1;
        range.value = slider.active ?? 0;
        value.textContent = slider.steps[range.value].label;
        range.setAttribute("aria-valuetext", value.textContent);
      };
      show();
      const line = element("div", {}, ...buttons,
        element("span", {}, ...(prefix ? [name] : []), range, value));
      return { slider, show, line };
    });
    plot.after(element("div", { className: "figure-controls" },
      ...rows.map(({ line }) => line)));
    plot.on("plotly_animatingframe", ({ name }) => {
      rows.forEach(({ slider, show }, number) => {
        const step = slider.steps.findIndex(({ args }) => args[0][0] === name);
        Object.assign(slider, moves.get(name)?.[number] ?? { active: step });
        show();
      });
    });
  }

  window.bookFigures = { ...window.bookFigures, takeControls, addControls };
})();
