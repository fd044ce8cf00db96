// The one Python of a page, in a worker: it runs one cell at a time.
import { LONG } from "./host.js";
import { HOST } from "./settings.js";

const RUNNER = new URL(".", import.meta.url).href;
const LITE = new URL("..", RUNNER).href;
// After these it is gone, and the next run starts another.
const ENDS = new Set(["unreachable", "ended"]);

let worker = null;
let heard = null; // by whom what comes is heard; null where nothing runs
let waiting = 0;
const watchers = [];

export const whenever = (watcher) => watchers.push(watcher);
export const isRunning = () => heard !== null;
export const isThere = () => worker !== null;

function free() {
  clearTimeout(waiting);
  heard = null;
  for (const watcher of watchers) watcher();
}

function end() {
  worker?.terminate();
  worker = null;
}

export function run(job, listener) {
  heard = listener;
  for (const watcher of watchers) watcher();
  if (worker === null) {
    worker = new Worker(`${RUNNER}worker.js`);
    worker.onmessage = ({ data: [kind, text] }) => {
      const listening = heard;
      if (kind === "reached") clearTimeout(waiting);
      if (ENDS.has(kind)) end();
      if (kind === "done" || ENDS.has(kind)) free();
      listening?.(kind, text);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      const listening = heard;
      end();
      free();
      listening?.("ended", event.message || "");
    };
    waiting = setTimeout(() => heard?.("waiting", ""), 1000 * LONG);
  }
  worker.postMessage({ where: { host: HOST, lite: LITE }, job });
}

// Ends even what never comes back: with the worker.
export function stop() {
  const listening = heard;
  end();
  free();
  listening?.("stopped", "");
}
