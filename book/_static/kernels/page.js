// From the settings to the page: what is set, what is computed of it, and what is shown.
(() => {
  "use strict";
  const own = window.xcorrPicture;
  const explorer = window.xcorrExplorer;
  const root = document.getElementById("own-picture");
  const one = (selector) => root.querySelector(selector);
  const field = (name) => one(`[name="${name}"]`);
  const refusals = new own.Refusals(one(".xp-problem"), one(".op-old"));
  const told = one(".op-set");
  const [before, after] = [one(".op-before"), one(".op-after")];

  let state;
  let picture;
  let chosen; // the picture that the reader wanted last, and no link of the page
  let planes;
  let models = null; // of the steps up to the one that is shown
  let pointed; // the pixel of the picture that the lens was brought to, if it was
  let run = 0;

  const model = () => models[models.length - 1];
  const address = new explorer.Address(() => state, own.toAddress);
  const lens = new own.Lens(root, (cell, text) => fields.edit(cell, text));
  const size = () => [model().outHeight, model().outWidth];
  const page = {
    state: () => state, size, refusals, attempt, change, anew, moveTo, look: () => models && look(),
  };
  const fields = own.fields(root, page);
  const showChain = own.chain(root, page);

  // Returns whether it could be done; if not, says why, of the field if one is wrong.
  function attempt(action, input) {
    try {
      action();
    } catch (error) {
      if (!(error instanceof own.Refused)) throw error;
      refusals.add(error.message, input);
      return false;
    }
    refusals.right(...(input ? [input] : []));
    return true;
  }

  // What takes the place of all that was typed.
  function anew(action) {
    action();
    refusals.clear();
    fields.fill();
  }

  function change(next) {
    const changed = { ...state, ...next };
    const why = own.objection(changed.steps, picture.height, picture.width);
    if (why) throw new own.Refused(why);
    const isRead = changed.colour === state.colour;
    state = changed;
    if (!isRead) repaint();
    told.textContent = "";
    pointed = undefined;
    one(".op-live").textContent = ""; // said of another result
    fields.fill();
    showChain(state);
    one(".op-as").textContent = state.colour ? "" : ", in grey";
    code();
    compute();
    address.keep();
  }

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
    const { outHeight, outWidth } = model();
    own.paintResult(after, model(), state.shown);
    own.showRange(one(".op-range"), model(), (channel, placement) => goTo(
      [Math.floor(placement / outWidth), placement % outWidth], channel));
    frame(after, outHeight, outWidth);
    const [row, column] = state.at;
    state.at = [Math.min(row, outHeight - 1), Math.min(column, outWidth - 1)];
    look();
  }

  // A picture is as large as there is room for, in its own proportions.
  function frame(canvas, height, width) {
    canvas.closest("figure").style.setProperty("--ratio", width / height);
    own.shrink(canvas, canvas.parentElement.querySelector(".op-view"));
  }
  new ResizeObserver(() => {
    for (const canvas of [before, after]) frame(canvas, canvas.height, canvas.width);
    if (models) look();
  }).observe(one(".op-pictures"));

  // What scrolls sideways can be reached with the Tab key, and fades (a11y.js).
  function code() {
    const python = one(".op-python");
    python.textContent = own.python(state);
    python.tabIndex = 0;
    dispatchEvent(new Event("figure-drawn"));
  }

  // ---- The lens, at its place or where the reader points.

  function look({ place, pixel } = { place: state.at, pixel: pointed }) {
    const { outHeight, outWidth } = model();
    const [row, column] = [Math.min(place[0], outHeight - 1), Math.min(place[1], outWidth - 1)];
    const placement = row * outWidth + column;
    lens.show(models, state.colour ? state.channel : 0, placement, state.shown);
    const at = pixel && pixel[0] * picture.width + pixel[1];
    lens.seen(own.field(models, placement), picture, before,
      pixel && { pixel, numbers: planes.map((plane) => plane[at]) });
    fields.put(field("row"), row);
    fields.put(field("column"), column);
    const ring = one(".op-at").style;
    ring.setProperty("--top", (row + 0.5) / outHeight);
    ring.setProperty("--left", (column + 0.5) / outWidth);
  }

  function moveTo([row, column], channel = state.channel, pixel = undefined) {
    if (!models) return;
    const clip = (value, most) => Math.max(0, Math.min(most - 1, value));
    state.at = [clip(row, model().outHeight), clip(column, model().outWidth)];
    state.channel = channel;
    field("channel").value = channel;
    pointed = pixel;
    look();
    one(".op-live").textContent = `Row ${state.at[0]}, column ${state.at[1]}. `
      + `${one(".xp-sentence").textContent} ${one(".op-seen").textContent}`;
    address.keep();
  }

  // Not by the fields for it: what stands there is replaced.
  function goTo(...where) {
    refusals.right(field("row"), field("column"));
    moveTo(...where);
  }

  const inResult = (shares) =>
    ({ place: size().map((side, k) => Math.floor(shares[k] * side)) });
  const inPicture = (shares) => {
    const pixel = [picture.height, picture.width].map((size, k) => Math.floor(shares[k] * size));
    return { pixel, place: own.placeOf(models, pixel) };
  };
  for (const [canvas, find] of [[before, inPicture], [after, inResult]]) {
    own.point(canvas, {
      ready: () => models !== null,
      find,
      look,
      at: () => state.at,
      moveTo: ({ place, pixel }) => goTo(place, state.channel, pixel),
    });
  }

  // ---- Pictures.

  function take(next) {
    picture = next;
    state = { ...state, name: next.name };
    const { height, width, was } = picture;
    const small = was && was.join() !== [height, width].join();
    one(".op-told").textContent = `${next.name || "Your picture"}: ${height} x ${width} pixels`
      + (small ? `, each the mean of an area of the ${was.join(" x ")} in the file.` : ".");
    arrivals.show(next.name);
    repaint();
    models = null;
    const why = own.objection(state.steps, height, width);
    // The steps may have been made for a larger picture.
    const fitting = { steps: [{ ...own.stepOf("edges"), padding: 1 }], chosen: 0 };
    anew(() => change(why ? fitting : {}));
    if (why) refusals.add(`${why} Here is one that fits.`);
  }

  function repaint() {
    planes = own.planes(picture, state.colour);
    own.paintPicture(before, picture, planes);
    frame(before, picture.height, picture.width);
  }

  const arrivals = own.arrive(root, {
    begin: () => refusals.right(),
    take: (found) => {
      chosen = found;
      take(found);
    },
    refuse: (why) => refusals.add(why),
  });

  own.carry(root, {
    pixels: () => own.npy(picture.pixels, [picture.height, picture.width, 3]),
    result: () => own.resultFile(model()),
  }, address);

  // The result's colours are the page's.
  new MutationObserver(() => {
    if (!models) return;
    own.paintResult(after, model(), state.shown);
    frame(after, ...size());
  }).observe(document.documentElement, { attributeFilter: ["data-theme"] });

  // ---- What the address asks for.

  function open(hash, isLink = false) {
    const asked = decodeURIComponent(hash.replaceAll("+", "%20"));
    if (asked && !asked.includes("=") && state) return; // another place of the page
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
    take(pictureFor(next.name, new URLSearchParams(hash).has("picture"), isLink));
    if (!isLink) chosen = picture;
    if (said) refusals.add(said);
    if (next.name === own.SENDERS && picture.name) told.textContent = own.NOT_IN_LINK;
  }

  // The reader's own stays where it is, and any does where a link of the page names none.
  function pictureFor(name, isNamed, isLink) {
    if (!isNamed && chosen && (isLink || !picture.name)) return chosen;
    if (name === own.SENDERS) return arrivals.yours() || own.bundled(own.BEGIN.name);
    return own.bundled(name);
  }

  function openLink(hash) {
    const was = picture.name;
    open(hash, true);
    told.textContent = own.setInWords(state, was);
  }

  addEventListener("hashchange", ({ newURL }) => open(newURL.split("#")[1] || ""));
  own.links(root, openLink, told, address);
  root.hidden = false;
  open(location.hash.slice(1));
})();
