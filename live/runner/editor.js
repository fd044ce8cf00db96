// A text area in which Python can be written: Tab and Enter indent, Escape and then Tab
// leaves. What is put in goes the browser's own way, so that its Undo takes it back.
import { colour } from "./colours.js";

const STEP = 4;

export function makeEditor(label, describedBy) {
  const box = document.createElement("div");
  box.className = "run-code highlight";
  const shown = document.createElement("pre");
  shown.setAttribute("aria-hidden", "true");
  const area = document.createElement("textarea");
  area.setAttribute("aria-label", label);
  area.setAttribute("aria-describedby", describedBy);
  Object.assign(area, { spellcheck: false, autocapitalize: "off", autocomplete: "off" });
  area.setAttribute("autocorrect", "off");
  area.setAttribute("wrap", "off");
  box.append(shown, area);
  let leaving = false;
  area.addEventListener("input", () => colour(shown, area.value));
  area.addEventListener("blur", () => { leaving = false; });
  area.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key, shiftKey } = event;
    const done = key === "Tab" && !leaving ? indent(area, shiftKey)
      : key === "Enter" && !shiftKey ? breakLine(area)
        : key === "Backspace" ? dedent(area) : false;
    leaving = key === "Escape" || (leaving && key === "Shift");
    if (done) event.preventDefault();
  });
  const write = (text) => {
    area.value = text;
    colour(shown, text);
  };
  return { box, area, write };
}

function put(area, from, to, text) {
  area.setSelectionRange(from, to);
  const command = text ? ["insertText", text] : ["delete"];
  if (from === to && !text) return;
  if (document.execCommand(command[0], false, command[1])) return;
  area.setRangeText(text, from, to, "end");
  area.dispatchEvent(new Event("input", { bubbles: true }));
}

const startOfLine = (text, at) => text.lastIndexOf("\n", at - 1) + 1;
const spacesAt = (text, at) => /^ */.exec(text.slice(at))[0].length;

// One place: spaces up to the next stop. Several lines: all of them move.
function indent(area, back) {
  const { value, selectionStart, selectionEnd } = area;
  const from = startOfLine(value, selectionStart);
  const several = value.slice(selectionStart, selectionEnd).includes("\n");
  if (!several && !back) {
    const column = selectionStart - from;
    put(area, selectionStart, selectionEnd, " ".repeat(STEP - column % STEP));
    return true;
  }
  // A line of which nothing is selected stays.
  const last = Math.max(selectionStart, selectionEnd - Number(several));
  const end = value.indexOf("\n", last);
  const to = end < 0 ? value.length : end;
  const lines = value.slice(from, to).split("\n");
  const moved = lines.map((line) => {
    if (!back) return line && " ".repeat(STEP) + line;
    return line.slice(Math.min(spacesAt(line, 0), STEP));
  }).join("\n");
  if (moved === value.slice(from, to)) return true;
  put(area, from, to, moved);
  if (several) {
    area.setSelectionRange(from, from + moved.length);
  } else {
    const change = moved.length - (to - from);
    area.setSelectionRange(
      Math.max(selectionStart + change, from), Math.max(selectionEnd + change, from));
  }
  return true;
}

// The next line begins where this one does, one step further after a colon, and one
// less after what ends a block.
function breakLine(area) {
  const { value, selectionStart, selectionEnd } = area;
  const from = startOfLine(value, selectionStart);
  const line = value.slice(from, selectionStart);
  let depth = spacesAt(line, 0);
  if (/:\s*(#.*)?$/.test(line)) depth += STEP;
  if (/^\s*(return|pass|break|continue|raise)\b[^([{]*$/.test(line)) depth -= STEP;
  put(area, selectionStart, selectionEnd, `\n${" ".repeat(Math.max(depth, 0))}`);
  return true;
}

// Among the spaces in front of a line, a step at once.
function dedent(area) {
  const { value, selectionStart, selectionEnd } = area;
  const column = selectionStart - startOfLine(value, selectionStart);
  const before = value.slice(selectionStart - column, selectionStart);
  if (selectionStart !== selectionEnd || !column || before.trim()) return false;
  put(area, selectionStart - ((column - 1) % STEP + 1), selectionStart, "");
  return true;
}
