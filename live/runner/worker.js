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
    throw new Unreachable(error.message);
  }
  for (const name of ["needed.py", "exercise.py"]) {
    python.FS.writeFile(name, await text(`${lite}runner/${name}`));
  }
  python.runPython("import sys; sys.path.insert(0, ''); import xcorr_helpers.checks");
  exercise = python.pyimport("exercise");
  post("started");
}

async function run({ notebook, ...asked }) {
  const job = JSON.stringify({ notebook: await text(notebook), ...asked });
  await python.loadPackagesFromImports(exercise.imports(job), quietly);
  if (problems.length) throw new Unreachable(problems.join("\n"));
  post("running");
  exercise.run(job, post);
}

onmessage = async ({ data: { where, job } }) => {
  problems = [];
  try {
    if (exercise === null) await start(where);
    await run(job);
  } catch (error) {
    if (error instanceof Unreachable) post("unreachable", error.message);
    else post("ended", String(error));
  }
};
