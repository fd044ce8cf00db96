// One exercise: its editor, its buttons, and what comes of a run.
import { makeEditor } from "./editor.js";
import { INSTEAD, unreachable } from "./host.js";
import { keep, load } from "./kept.js";
import { makeOutput } from "./output.js";
import { isRunning, isThere, run, stop, whenever } from "./python.js";
import { HOST, MEGABYTES, SCIPY } from "./settings.js";
import { takeAlong } from "./take_along.js";

const PAGE = location.pathname.split("/").at(-1).replace(/\.html$/, "");
const NOTEBOOK = document.querySelector(".notebook-link").href;
const FIRST = `Run starts Python in this page. It is fetched once, about ${MEGABYTES} MB, `
  + `from ${new URL(HOST).host} and from here.`;
const KEYS = "Ctrl+Enter runs. Escape, then Tab leaves the editor.";
const ANEW = "What you wrote is kept. The next Run starts Python anew, from the browser's "
  + "cache.";
let starts = 0;

function element(name, className, text = "") {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function button(text, action) {
  const made = element("button", "", text);
  made.type = "button";
  made.addEventListener("click", action);
  return made;
}

// The number of the exercise that a cell belongs to: "Exercise 2.2".
function exerciseBefore(cell) {
  let before = cell.previousElementSibling;
  while (before && !before.matches(".exercise")) before = before.previousElementSibling;
  return before?.querySelector(".caption-number")?.textContent.trim() || "Exercise";
}

export function makeCell(place, cells) {
  const cell = place.closest("div.cell");
  const input = cell.querySelector(".cell_input");
  const stored = cell.querySelector(".cell_output");
  const original = input.querySelector("pre").textContent.replace(/\n$/, "");
  const { judge } = place.dataset;
  const name = `${PAGE}/${judge}`;
  const label = exerciseBefore(cell);
  const box = element("div", "run");
  const note = element("p", "run-note");
  note.id = `run-note-${judge}`;
  const { box: codeBox, area, write } = makeEditor(`${label}, your code`, note.id);
  const status = element("span", "run-status");
  status.setAttribute("role", "status");
  const output = makeOutput(`${label}, what the cell prints`);
  let undo = null;
  let mine = false; // whether what runs is this one
  let began = 0;

  const runButton = button("Run", start);
  const stopButton = button("Stop", stop);
  const resetButton = button("Reset", reset);
  const takeButton = button("Take it along", take);
  takeButton.title = "Downloads the chapter's notebook with what you wrote in it";
  takeButton.classList.add("run-take");
  const bar = element("div", "run-bar");
  bar.append(runButton, stopButton, resetButton, takeButton, status);
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", label);
  box.append(codeBox, bar, note);
  write(load(name) ?? original);
  input.hidden = true;
  place.hidden = true;
  input.after(box);
  box.after(output.box);

  function settle() {
    runButton.disabled = isRunning();
    stopButton.disabled = !(isRunning() && mine);
    const first = isThere() ? "" : `${FIRST} `;
    note.replaceChildren(first, element("span", "run-keys", KEYS));
  }
  whenever(settle);
  settle();

  function say(text, kind = "") {
    status.textContent = text;
    box.dataset.state = kind;
  }

  function keepText() {
    const text = area.value === original ? null : area.value;
    if (!keep(name, text)) say("What you write is not kept: this browser keeps nothing.");
  }

  area.addEventListener("input", () => {
    undo = null;
    resetButton.textContent = "Reset";
    keepText();
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (!isRunning()) start();
  });

  // Nothing is asked, since it can be taken back.
  function reset() {
    const text = undo ?? original;
    undo = undo === null && area.value !== original ? area.value : null;
    write(text);
    keepText();
    resetButton.textContent = undo === null ? "Reset" : "Undo reset";
    say(undo === null ? "" : "As it was at first.");
  }

  async function take() {
    const written = Object.fromEntries(cells.map((one) => one.written()));
    try {
      await takeAlong(NOTEBOOK, written);
      say("The notebook is among your downloads.");
    } catch (error) {
      say(`The notebook could not be read: ${error.message}`);
    }
  }

  function start() {
    const others = cells.filter((one) => one !== self).map((one) => one.written());
    if (stored) stored.hidden = true;
    output.clear();
    mine = true;
    began = performance.now();
    say(isThere() ? "Running." : starting());
    const written = Object.fromEntries(others);
    run({ notebook: NOTEBOOK, cell: original, code: area.value, written, judge }, hear);
  }

  function starting() {
    starts += 1;
    return starts === 1 ? `Starting Python: about ${MEGABYTES} MB, once.`
      : "Starting Python anew, from the browser's cache.";
  }

  const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
  let startedIn = "";
  let ranIn = "";
  const heard = {
    waiting: () => output.notice(`${unreachable(HOST, true)} ${INSTEAD}`, place),
    reached: output.forget,
    fetching: (names) => {
      if (names.includes("scipy")) say(`Fetching SciPy: about ${SCIPY} MB, once.`);
    },
    started: () => { startedIn = `Python started in ${seconds()}. `; },
    running: () => {
      ranIn = "";
      say(`${startedIn}Running.`);
      began = performance.now();
    },
    text: output.print,
    figure: output.draw,
    drawing: () => {
      ranIn = seconds();
      say("Drawing what your function reads.");
    },
    done: (verdict) => {
      const found = { right: "Right. ", judged: "Not yet. " }[verdict] || "";
      say(`${found}${startedIn}Ran in ${ranIn || seconds()}.`, verdict);
      if (verdict === "right") {
        document.dispatchEvent(new CustomEvent("exercise-right", { detail: judge }));
      }
    },
    stopped: () => say(`Stopped. ${ANEW}`),
    ended: (reason) => {
      output.print(`${reason}\n`);
      say(`Python has ended. ${ANEW}`);
    },
    unreachable: (reason) => {
      output.notice(`${unreachable(HOST, false)} ${INSTEAD}`, place, reason);
      say("Python did not start.");
    },
  };

  function hear(kind, text) {
    if (["done", "stopped", "ended", "unreachable"].includes(kind)) mine = false;
    heard[kind](text);
    if (!mine) {
      startedIn = "";
      settle();
    }
  }

  const self = { written: () => [original, area.value] };
  return self;
}
