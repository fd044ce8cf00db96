// The controls, and what the reader drops.
(() => {
  "use strict";
  const own = window.xcorrPicture;
  const explorer = window.xcorrExplorer;
  const root = document.getElementById("own-picture");
  const one = (selector) => root.querySelector(selector);
  const all = (selector) => [...root.querySelectorAll(selector)];
  const field = (name) => one(`[name="${name}"]`);
  const problem = one(".xp-problem");
  const [before, after] = [one(".op-before"), one(".op-after")];
  const WIDE = 704; // pixels, from where the knobs leave the pictures in sight

  let state;
  let picture;
  let planes;
  let models = null; // of the steps up to the one that is shown
  let run = 0;

  const knobs = one(".xp-settings");
  const step = () => state.steps[state.chosen];
  const address = new explorer.Address(() => state, own.toAddress);
  const view = new own.View(root, (cell, text) => {
    const input = one(`.op-numbers [data-number="${cell}"]`);
    knobs.open = true;
    input.focus();
    if (!text) {
      input.select();
      return;
    }
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });

  // ---- From the settings to the page.

  // Returns whether it could be done; if not, says why beside the field that is wrong.
  function attempt(action, wrong) {
    try {
      action();
    } catch (error) {
      if (!(error instanceof own.Refused)) throw error;
      problem.textContent = error.message;
      wrong?.setAttribute("aria-invalid", "true");
      return false;
    }
    return true;
  }

  function change(next) {
    const changed = { ...state, ...next };
    const why = own.objection(changed.steps, picture.height, picture.width);
    if (why) throw new own.Refused(why);
    state = changed;
    problem.textContent = "";
    fill();
    tabs();
    code();
    compute();
    address.keep();
  }

  const changeStep = (next) => change({
    steps: state.steps.map((old, k) => (k === state.chosen ? { ...old, ...next } : old)),
  });

  async function compute() {
    run += 1;
    const mine = run;
    const start = performance.now();
    const steps = state.steps.slice(0, state.chosen + 1);
    root.setAttribute("aria-busy", "true");
    const made = await own.apply(
      planes, picture.height, picture.width, steps, () => run !== mine);
    if (!made || run !== mine) return;
    models = made;
    show();
    root.dataset.milliseconds = Math.round(performance.now() - start);
    root.setAttribute("aria-busy", "false");
  }

  function show() {
    const model = models[models.length - 1];
    own.paintResult(after, model, state.shown);
    one(".op-range").textContent = own.inWords(model);
    frame(after, model.outHeight, model.outWidth);
    const { outHeight, outWidth } = model;
    const [row, column] = state.at;
    state.at = [Math.min(row, outHeight - 1), Math.min(column, outWidth - 1)];
    look();
  }

  // A picture is as large as there is room for, in its own proportions.
  function frame(canvas, height, width) {
    canvas.parentElement.style.setProperty("--ratio", width / height);
    smooth();
  }

  // Pixels that are smaller than the screen's would make patterns that are not there.
  function smooth() {
    for (const canvas of [before, after]) {
      const isSmaller = canvas.clientWidth * devicePixelRatio < canvas.width;
      canvas.classList.toggle("smooth", isSmaller);
    }
  }
  new ResizeObserver(smooth).observe(root);

  const FILES = {
    pixels: () => own.npy(picture.pixels, [picture.height, picture.width, 3]),
    result: () => {
      const { outputs, outHeight, outWidth } = models[models.length - 1];
      const result = new Float64Array(outputs.length * outputs[0].length);
      outputs.forEach((numbers, c) => numbers.forEach((value, n) => {
        result[n * outputs.length + c] = value;
      }));
      return own.npy(result, [outHeight, outWidth, outputs.length]);
    },
  };

  // The lens, at its place or where the reader points.
  function look(place = state.at) {
    const model = models[models.length - 1];
    const row = Math.min(place[0], model.outHeight - 1);
    const column = Math.min(place[1], model.outWidth - 1);
    const placement = row * model.outWidth + column;
    const channel = state.colour ? state.channel : 0;
    view.show(models, channel, placement, state.shown);
    view.seen(own.field(models, placement), picture, before);
    if (document.activeElement !== field("row")) field("row").value = row;
    if (document.activeElement !== field("column")) field("column").value = column;
    const ring = one(".op-at").style;
    ring.setProperty("--top", (row + 0.5) / model.outHeight);
    ring.setProperty("--left", (column + 0.5) / model.outWidth);
  }

  function moveTo(row, column) {
    if (!models) return;
    const { outHeight, outWidth } = models[models.length - 1];
    const clip = (value, most) => Math.max(0, Math.min(most - 1, value));
    state.at = [clip(row, outHeight), clip(column, outWidth)];
    look();
    one(".op-live").textContent =
      `Row ${state.at[0]}, column ${state.at[1]}. ${one(".xp-sentence").textContent}`;
    address.keep();
  }

  // Fills all fields but the one that the reader is in.
  function fill() {
    const now = step();
    const put = (name, value) => {
      const input = field(name);
      if (document.activeElement !== input) input.value = value;
      input.removeAttribute("aria-invalid");
    };
    for (const name of ["kernelHeight", "kernelWidth", "divisor", "stride", "padding", "dilation"]) {
      put(name, String(now[name]).replaceAll(",", ", "));
    }
    put("kernel", own.nameOf(now));
    put("channel", state.channel);
    field("channel").closest("label").hidden = !state.colour;
    for (const input of all("[type=radio]")) {
      input.checked = input.value === (input.name === "shown" ? state.shown : `${state.colour}`);
    }
    for (const button of all(".op-bundled button")) {
      button.setAttribute("aria-pressed", button.dataset.name === state.name);
    }
    own.fillNumbers(one(".op-numbers"), now);
  }

  // What scrolls sideways can be reached with the Tab key, and fades (a11y.js).
  function code() {
    const python = one(".op-python");
    python.textContent = own.python(state);
    python.tabIndex = 0;
    dispatchEvent(new Event("figure-drawn"));
  }

  function tabs() {
    const box = one(".op-chain");
    const held = box.contains(document.activeElement);
    box.replaceChildren(...state.steps.map((each, k) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = `${k + 1}: ${own.nameOf(each) || "your own"}`;
      button.setAttribute("aria-pressed", k === state.chosen);
      button.addEventListener("click", () => attempt(() => change({ chosen: k })));
      return button;
    }));
    if (held) box.children[state.chosen].focus();
    box.hidden = state.steps.length === 1;
    one(".op-add").hidden = state.steps.length === own.MOST_STEPS;
    one(".op-remove").hidden = state.steps.length === 1;
    one(".op-which").textContent =
      state.steps.length === 1 ? "" : ` after kernel ${state.chosen + 1}`;
  }

  // ---- Pictures.

  function take(next) {
    picture = next;
    state = { ...state, name: next.name };
    const { height, width, was } = picture;
    const small = was && was.join() !== [height, width].join();
    one(".op-told").textContent = `${next.name || "Your picture"}: ${height} x ${width} pixels`
      + (small ? `, each the mean of an area of the ${was.join(" x ")} in the file.` : ".");
    repaint();
    models = null;
    const fits = attempt(() => change({}));
    if (fits) return;
    // The steps were made for a larger picture.
    const why = problem.textContent;
    change({ steps: [{ ...own.stepOf("edges"), padding: 1 }], chosen: 0 });
    problem.textContent = `${why} Here is one that fits.`;
  }

  function repaint() {
    planes = own.planes(picture, state.colour);
    own.paintPicture(before, picture, planes);
    frame(before, picture.height, picture.width);
  }

  own.arrive(root, {
    begin: () => { problem.textContent = ""; },
    take,
    refuse: (why) => { problem.textContent = why; },
  });

  // ---- Fields.

  field("kernel").append(...["", ...Object.keys(own.KERNELS)].map((name) =>
    new Option(name || "your own numbers", name)));
  field("kernel").addEventListener("change", ({ target }) => {
    const { stride, padding, dilation } = step();
    const kept = { stride, padding, dilation };
    if (target.value) attempt(() => changeStep({ ...own.stepOf(target.value), ...kept }), target);
    else view.edit(0, "");
  });

  const typed = (name, changed) => field(name).addEventListener("input", ({ target }) =>
    attempt(() => changed(target.value), target));
  const side = (text, what) => own.whole(text, what, [1, own.LARGEST_KERNEL]);
  typed("kernelHeight", (text) => changeStep(
    own.resized(step(), side(text, "The kernel's height"), step().kernelWidth)));
  typed("kernelWidth", (text) => changeStep(
    own.resized(step(), step().kernelHeight, side(text, "The kernel's width"))));
  typed("divisor", (text) => changeStep({ divisor: own.divisor(text) }));
  for (const name of ["stride", "padding", "dilation"]) {
    typed(name, (text) => changeStep({ [name]: own.knob(text, name) }));
  }
  typed("row", (text) => moveTo(own.whole(text, "The row", [0, 9999]), state.at[1]));
  typed("column", (text) => moveTo(state.at[0], own.whole(text, "The column", [0, 9999])));
  typed("channel", (text) => {
    state.channel = Number(text);
    moveTo(...state.at);
  });
  one(".op-numbers").addEventListener("input", ({ target }) => attempt(() => {
    const kernel = [...step().kernel];
    kernel[target.dataset.number] = own.number(target.value, "A number of the kernel");
    changeStep({ kernel });
  }, target));
  // What is left unfinished goes back to what holds.
  root.addEventListener("focusout", ({ target }) => {
    if (!target.matches("input[type=text], input[type=number]")) return;
    if (target.hasAttribute("aria-invalid")) problem.textContent = "";
    target.removeAttribute("aria-invalid");
    fill();
    if (models) look();
  });
  for (const input of all("[type=radio]")) {
    input.addEventListener("change", () => attempt(() => {
      if (input.name === "shown") {
        change({ shown: input.value });
      } else {
        state.colour = input.value === "true";
        repaint();
        change({});
      }
    }));
  }
  one(".op-add").addEventListener("click", () => attempt(() => change({
    steps: [...state.steps, own.stepOf("edges")], chosen: state.steps.length,
  })));
  one(".op-remove").addEventListener("click", () => {
    const steps = state.steps.filter((_, k) => k !== state.chosen);
    attempt(() => change({ steps, chosen: Math.min(state.chosen, steps.length - 1) }));
    (one(".op-chain:not([hidden]) [aria-pressed=true]") || field("kernel")).focus();
  });

  // ---- The place of the lens.

  for (const canvas of [before, after]) {
    own.point(canvas, {
      size: () => {
        const model = models && models[models.length - 1];
        return model && [model.outHeight, model.outWidth];
      },
      look,
      at: () => state.at,
      moveTo,
    });
  }

  own.carry(root, FILES, address);

  // The result's colours are the page's.
  new MutationObserver(() => {
    if (models) own.paintResult(after, models[models.length - 1], state.shown);
  }).observe(document.documentElement, { attributeFilter: ["data-theme"] });

  // ---- What the address asks for. The reader's own picture stays where it is.

  function open(hash) {
    const asked = decodeURIComponent(hash.replaceAll("+", "%20"));
    if (asked && !asked.includes("=") && state) return; // another place of the page
    const isOwn = picture && !picture.name;
    let said = "";
    let next = own.BEGIN;
    if (asked.includes("=")) {
      try {
        next = own.fromAddress(hash);
      } catch (error) {
        if (!(error instanceof own.Refused)) throw error;
        said = `${error.message} Here is the plain example instead.`;
      }
    }
    state = { ...next };
    const keeps = isOwn && !new URLSearchParams(hash).has("picture");
    take(keeps ? picture : own.bundled(next.name));
    if (said) problem.textContent = said;
  }

  addEventListener("hashchange", ({ newURL }) => open(newURL.split("#")[1] || ""));
  root.hidden = false;
  knobs.open = root.clientWidth >= WIDE;
  open(location.hash.slice(1));
})();
