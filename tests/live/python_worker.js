// Python in a worker, for tests: it runs the code that comes, and sends what that gives.
// HOME, where Pyodide's files are, and PACKAGES are written in front of this.
importScripts(`${HOME}/pyodide.js`);
const starting = loadPyodide({
  indexURL: `${HOME}/`,
  packages: PACKAGES,

});
onmessage = async ({ data: code }) => {
  try {
    const python = await starting;
    postMessage({ value: await python.runPythonAsync(code) });
  } catch (error) {
    postMessage({ error: String(error) });
  }
};
