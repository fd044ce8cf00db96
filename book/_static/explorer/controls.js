// The controls, and the start.
(() => {
  "use strict";
  const explorer = window.xcorrExplorer;
  const root = document.getElementById("index-explorer");
  const one = (selector) => root.querySelector(selector);
  const all = (selector) => [...root.querySelectorAll(selector)];
  const fields = all("[name]");
  const problem = one(".xp-problem");
  const shown = one("[name=shown]");
  let settings;
  let model;

  const board = new explorer.Board(root, {
    changed: (panel, cell) => {
      settings = { ...settings, panel, cell };
      player.show();
      editor.show();
      predict.moved(panel, cell);
      if (!player.timer) address.keep();
    },
    wanted: (text) => editor.open(text),
  });
  const puzzle = new explorer.Puzzle(root);
  const address = new explorer.Address(() => settings);
  const player = new explorer.Player(root, board, () => address.keep());
  const predict = new explorer.Predict(root, board, {
    begin: () => {
      player.pause();
      return attempt(() => {
        const next = explorer.changed(
          settings, { ...explorer.inView(settings, "gather"), rowStep: "width" });
        if (!explorer.PANELS.image.layout(explorer.derive(next)).drawn) return next;
        throw new explorer.Impossible(
          "To predict, choose an image that is drawn in numbers, such as one of 5 x 9.");
      });
    },
  });
  const editor = new explorer.Editor(root, {
    settings: () => settings,
    model: () => model,
    attempt,
    opened: () => player.pause(),
    closed: () => board.focus(),
  });

  // ---- From the settings to the page.

  function apply(next) {
    settings = next;
    model = explorer.derive(settings);
    problem.textContent = "";
    showKernels();
    for (const field of fields) showField(field);
    one(".xp-python").textContent = explorer.python(settings);
    const square = model.paddedHeight === model.paddedWidth;
    one(".xp-hidden-mistake").hidden = !(settings.rowStep === "height" && square);
    root.dataset.view = settings.view;
    puzzle.show(model);
    board.show(model);
    predict.restart();
    const chosen = explorer.presetOf(settings);
    for (const button of all(".xp-presets button")) {
      button.setAttribute("aria-pressed", button.dataset.preset === chosen);
    }
  }

  function showField(field) {
    if (field.type === "radio") field.checked = settings[field.name] === field.value;
    else field.value = [settings[field.name]].flat().join(", ");
    field.removeAttribute("aria-invalid");
  }

  // The kernels to choose from, where there are several.
  function showKernels() {
    const { kernels } = settings;
    shown.hidden = kernels === 1;
    shown.replaceChildren(...Array.from({ length: kernels }, (_, number) =>
      new Option(`${number} of ${kernels}`, number)));
  }

  // Runs what may be impossible. Then it is said why, nothing has changed, and what was
  // typed stays, marked.
  function attempt(action, typed) {
    try {
      apply(action());
      return true;
    } catch (error) {
      if (!(error instanceof explorer.Impossible)) throw error;
      problem.textContent = error.message;
      typed?.setAttribute("aria-invalid", "true");
      return false;
    }
  }

  // ---- Sizes, knobs and views: all that is typed counts, what did not fit before, too.

  function typed() {
    const chosen = fields.filter(({ type, checked }) => type !== "radio" || checked);
    return Object.fromEntries(chosen.map((field) => [field.name, valueOf(field)]));
  }

  // A knob is a number or two, as in 2, 3 or (2, 3); what is neither is kept, to be told.
  const PAIR = /^\s*(?:\d+(?:\s*[, x\u00d7]\s*\d+)*|\(\s*\d+\s*[, x\u00d7]\s*\d+\s*\))\s*$/;
  function valueOf({ name, type, value, valueAsNumber }) {
    if (type === "number") return valueAsNumber;
    if (name === "shown") return Number(value);
    if (!explorer.PAIRS.includes(name) || !PAIR.test(value)) return value;
    const numbers = value.match(/\d+/g).map(Number);
    return numbers.length > 1 ? numbers : numbers[0];
  }

  for (const field of fields) {
    if (field.type !== "radio") field.setAttribute("aria-describedby", problem.id);
    field.addEventListener("change", () => {
      player.pause();
      const turned = field.type === "radio" ? explorer.inView(settings, field.value) : {};
      attempt(() => explorer.changed(settings, { ...typed(), ...turned }), field);
    });
  }

  for (const preset of explorer.PRESETS) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = preset.label;
    button.dataset.preset = preset.name;
    button.addEventListener("click", () => {
      player.pause();
      attempt(() => explorer.changed({}, preset.change));
    });
    one(".xp-presets").append(button);
  }

  one(".xp-skip").addEventListener("click", () =>
    board.focus([board.visible[0]]));

  // ---- As large as the screen.

  const enlarge = one(".xp-enlarge");
  enlarge.hidden = !document.fullscreenEnabled;
  enlarge.addEventListener("click", () =>
    (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen()));
  document.addEventListener("fullscreenchange", () => {
    const large = document.fullscreenElement === root;
    enlarge.textContent = large ? "Shrink" : "Enlarge";
    explorer.zoom = large ? Math.max(1.2, Math.min(2, root.clientWidth / 1050)) : 1;
    root.style.setProperty("--zoom", explorer.zoom);
  });
  let width = 0;
  new ResizeObserver(() => {
    if (root.clientWidth === width) return;
    width = root.clientWidth;
    if (!model) return;
    board.show({ ...model, settings });
    predict.redraw();
  }).observe(root);

  // ---- What can be copied.

  for (const button of all("[data-copy]")) {
    // Not on offer where the browser would refuse.
    button.hidden = !navigator.clipboard;
    const label = button.textContent;
    button.addEventListener("click", async () => {
      address.write();
      const text = button.dataset.copy === "address"
        ? location.href : one(".xp-python").textContent;
      try {
        await navigator.clipboard.writeText(text);
        button.textContent = "Copied";
      } catch {
        button.textContent = "Not allowed here";
      }
      setTimeout(() => { button.textContent = label; }, 1500);
    });
  }

  // ---- What the address asks for.

  function open(hash) {
    const asked = decodeURIComponent(hash);
    const preset = explorer.PRESETS.find(({ name }) => name === asked);
    const known = preset || !asked || asked.includes("=");
    if (!known && model) return; // a link to another place of the page
    player.pause();
    const change = preset ? preset.change : {};
    const opened = attempt(() =>
      asked.includes("=") ? explorer.fromAddress(asked) : explorer.changed({}, change));
    if (!opened && !model) {
      const why = problem.textContent;
      apply(explorer.changed({}, {}));
      problem.textContent = `${why} Here is the plain example instead.`;
    }
    if (opened && asked.includes("=")) predict.show(explorer.readAddress(asked));
    if (!preset) return;
    // At once, or the browser would still go to the place that the address names.
    address.write();
    root.scrollIntoView();
  }

  addEventListener("hashchange", ({ newURL }) => open(newURL.split("#")[1] || ""));
  root.hidden = false;
  open(location.hash.slice(1));
  // It shows what it does before it asks for anything.
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (!location.hash && !still) player.play();
})();
