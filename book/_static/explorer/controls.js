// The controls, the address, and the start.
(() => {
  "use strict";
  const explorer = window.xcorrExplorer;
  const root = document.getElementById("index-explorer");
  const one = (selector) => root.querySelector(selector);
  const all = (selector) => [...root.querySelectorAll(selector)];
  const PLAY_EVERY = 900; // milliseconds
  let settings;
  let model;
  let playing;
  let waiting;

  const board = new explorer.Board(root, {
    changed: (panel, cell) => {
      settings = { ...settings, panel, cell };
      showPlacement();
      showEditor();
      keepAddress();
    },
    wanted: (text) => openEditor(text),
  });

  // ---- From the settings to the page.

  function apply(next) {
    settings = next;
    model = explorer.derive(settings);
    complain("");
    for (const input of all("[name]")) showControl(input);
    one(".xp-python").textContent = explorer.python(settings);
    const square = model.paddedHeight === model.paddedWidth;
    one(".xp-hidden-mistake").hidden = !(settings.rowStep === "height" && square);
    one(".xp-placement").max = model.nWindows - 1;
    root.dataset.view = settings.view;
    board.show(model);
  }

  function showControl(input) {
    if (input.type === "radio") input.checked = settings[input.name] === input.value;
    else input.value = settings[input.name];
  }

  function complain(text) {
    one(".xp-problem").textContent = text;
  }

  // Runs what may be impossible; then it is said why, and nothing has changed.
  function attempt(action) {
    try {
      apply(action());
      return true;
    } catch (error) {
      if (!(error instanceof explorer.Impossible)) throw error;
      if (model) all("[name]").forEach(showControl);
      complain(error.message);
      return false;
    }
  }

  // ---- Sizes, knobs and views.

  for (const input of all("[name]")) {
    input.addEventListener("change", () => {
      const value = input.type === "number" ? input.valueAsNumber : input.value;
      attempt(() => explorer.changed(settings, { [input.name]: value }));
    });
  }

  for (const preset of explorer.PRESETS) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = preset.label;
    button.addEventListener("click", () => {
      pause();
      attempt(() => explorer.changed({}, preset.change));
    });
    one(".xp-presets").append(button);
  }

  // ---- Placements, one after the other.

  const slider = one(".xp-placement");

  function showPlacement() {
    const n = board.placement();
    slider.value = n;
    const row = Math.floor(n / model.outWidth);
    const where = `placement ${n} of 0 to ${model.nWindows - 1}: `
      + `output row ${row}, column ${n % model.outWidth}`;
    slider.setAttribute("aria-valuetext", where);
    one(".xp-where").textContent = where;
  }

  const place = (n) => board.choose(board.placementPanel(), n);

  function pause() {
    clearInterval(playing);
    playing = undefined;
    one(".xp-play").textContent = "Play";
  }

  function play() {
    if (board.placement() === model.nWindows - 1) place(0);
    one(".xp-play").textContent = "Pause";
    playing = setInterval(() => {
      const next = board.placement() + 1;
      if (next < model.nWindows) place(next);
      if (next >= model.nWindows - 1) pause();
    }, PLAY_EVERY);
  }

  slider.addEventListener("input", () => {
    pause();
    place(slider.valueAsNumber);
  });
  one(".xp-play").addEventListener("click", () => (playing ? pause() : play()));

  // ---- One value, edited.

  const editor = one(".xp-editor");
  const field = editor.querySelector("input");

  // Where the chosen cell's value is kept: the name of an array, and a place in it.
  function editable() {
    const { values, place: find } = explorer.PANELS[settings.panel];
    const at = values ? find(model, settings.cell) : null;
    return at === null ? null : [values, at];
  }

  function showEditor() {
    const target = editable();
    editor.hidden = !target;
    if (!target) return;
    const [name, at] = target;
    field.value = settings[name][at];
    const title = explorer.PANELS[settings.panel].title;
    editor.querySelector("label").textContent = `Change this ${title} value`;
  }

  function openEditor(text) {
    if (!editable()) return;
    pause();
    if (text) field.value = text;
    field.focus();
    if (!text) field.select();
  }

  function edit() {
    const target = editable();
    if (!target || field.value === String(settings[target[0]][target[1]])) return;
    const value = /^\s*-?\d+\s*$/.test(field.value) ? Number(field.value) : NaN;
    if (!attempt(() => explorer.withValue(settings, ...target, value))) showEditor();
  }

  field.addEventListener("change", edit);
  editor.addEventListener("submit", (event) => {
    event.preventDefault();
    edit();
    board.focus();
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    showEditor();
    board.focus();
  });

  // ---- What can be copied.

  for (const button of all("[data-copy]")) {
    // Not on offer where the browser would refuse.
    button.hidden = !navigator.clipboard;
    const label = button.textContent;
    button.addEventListener("click", async () => {
      writeAddress();
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

  // ---- The address.

  // Browsers refuse an address that changes with every key that is held down.
  function keepAddress() {
    clearTimeout(waiting);
    waiting = setTimeout(writeAddress, 200);
  }

  function writeAddress() {
    clearTimeout(waiting);
    const address = explorer.toAddress(settings);
    const plain = location.pathname + location.search;
    history.replaceState(null, "", address ? `#${address}` : plain);
  }

  function open(hash) {
    const asked = decodeURIComponent(hash);
    const preset = explorer.PRESETS.find(({ name }) => name === asked);
    const known = preset || !asked || asked.includes("=");
    if (!known && model) return; // a link to another place of the page
    const change = preset ? preset.change : {};
    const opened = attempt(() =>
      asked.includes("=") ? explorer.fromAddress(asked) : explorer.changed({}, change));
    if (!opened && !model) {
      const why = one(".xp-problem").textContent;
      apply(explorer.changed({}, {}));
      complain(`${why} Here is the plain example instead.`);
    }
    if (!preset) return;
    // At once, or the browser would still go to the place that the address names.
    writeAddress();
    root.scrollIntoView();
  }

  addEventListener("hashchange", ({ newURL }) => open(newURL.split("#")[1] || ""));
  root.hidden = false;
  open(location.hash.slice(1));
})();
