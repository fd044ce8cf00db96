// Runs Python apart from the page, which can end it whenever it likes.
"use strict";

const post = (kind, text = "") => postMessage([kind, text]);
const texts = new Map();
let python = null;
let exercise = null;
let problems = [];
const quietly = {
  messageCallback: (text) => {
    const [, names] = /^Loading (.*)/.exec(text) || [];
    if (names) post("fetching", names);
  },
  errorCallback: (text) => problems.push(text),
};

// What cannot be fetched is told apart from what goes wrong later.
class Unreachable extends Error {}

async function text(address) {
  if (!texts.has(address)) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${answer.status} ${address}`);
    texts.set(address, await answer.text());
  }
  return texts.get(address);
}

async function start({ host, lite }) {
  try {
    const { loadPyodide } = await import(`${host}pyodide.mjs`);
    post("reached");
    const lockFileURL = `${lite}pypi/pyodide-lock.json`;
    python = await loadPyodide({ indexURL: host, lockFileURL });
    await python.loadPackage(["xcorr-helpers"], quietly);
    if (problems.length) throw new Error(problems.join("\n"));
  } catch (error) {
    throw new Unreachable(String(error), { cause: error });
  }
  for (const name of ["needed.py", "exercise.py"]) {
    python.FS.writeFile(name, await text(`${lite}runner/${name}`));
  }
  python.runPython("import sys; sys.path.insert(0, ''); import xcorr_helpers.checks");
  exercise = python.pyimport("exercise");
  post("started");
}

async function run({ notebook, cell, code, written, judge }) {
  const chapter = await text(notebook);
  const others = JSON.stringify(written);
  const imports = exercise.imports(chapter, cell, code, others);
  await python.loadPackagesFromImports(imports, quietly);
  if (problems.length) throw new Unreachable(problems.join("\n"));
  post("running");
  exercise.run(chapter, cell, code, others, judge, post);
}

onmessage = async ({ data }) => {
  problems = [];
  try {
    if (exercise === null) await start(data);
    await run(data);
  } catch (error) {
    post(error instanceof Unreachable ? "unreachable" : "ended", String(error));
  }
};
