// In a live notebook: says that Python does not come, where its reader waits for it.
// Asks for the file that the kernel fetches first, which the browser keeps for it.
import { INSTEAD, LONG, unreachable } from "./host.js";
import { HOST } from "./settings.js";

const BOOK = new URL("../..", import.meta.url).href;
const LOOK = "background: #fcf0f1; border-top: 4px solid #a92f42; bottom: 0; color: #1f2933;"
  + "font: 16px/1.5 system-ui, sans-serif; left: 0; padding: 0.75rem 1.25rem; "
  + "position: fixed; right: 0; z-index: 10000";

const box = document.createElement("div");
box.id = "python-notice";
box.setAttribute("role", "status");
document.body.append(box);

function link(text, address) {
  const made = document.createElement("a");
  made.href = address;
  made.textContent = text;
  made.style.color = "#1f6385";
  return made;
}

function say(waiting) {
  const notebook = new URLSearchParams(location.search).get("path") || "";
  const ways = [link("How to run it on your machine", `${BOOK}book/intro.html#how-to-run-it`)];
  if (/^[\w-]+\.ipynb$/.test(notebook)) {
    const page = notebook.replace("ipynb", "html");
    ways.unshift(link("Read the page", `${BOOK}book/${page}`), " · ");
  }
  box.style.cssText = LOOK;
  box.replaceChildren(`${unreachable(HOST, waiting)} ${INSTEAD} `, ...ways);
}

const timer = setTimeout(say, 1000 * LONG, true);
fetch(`${HOST}pyodide.mjs`).then(({ ok }) => {
  if (!ok) throw new Error();
  box.remove();
}).catch(() => say(false)).finally(() => clearTimeout(timer));
