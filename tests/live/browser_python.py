"""Python in Chromium, with real NumPy and SciPy and what the live notebooks need."""

import contextlib
import json
import shutil
import sys
from pathlib import Path

from live import wheels
from tools import browser

WORKER = Path(__file__).with_name("python_worker.js")
# The kernel comes as wheels with JupyterLite, and is part of its site.
KERNEL = Path(sys.prefix, "share", "jupyter", "labextensions", "@jupyterlite")
KERNEL /= "pyodide-kernel-extension/static/pypi"
INSTALLED = (*wheels.INSTALLED, "narwhals")  # plotly needs it
COMPILED = ["ipython", "numpy", "packaging", "scipy", "threadpoolctl"]
START = """source => {
  const worker = new Worker(URL.createObjectURL(new Blob([source])));
  window.ask = (code) => new Promise((resolve) => {
    worker.onmessage = ({ data }) => resolve(data);
    worker.onerror = ({ message }) => resolve({ error: message });
    worker.postMessage(code);
  });
}"""


class BrowserPython:
    """One Python; what it runs, runs after all that it has run before."""

    def __init__(self, page):
        self.page = page

    def run(self, code):
        """Run code, and return what its last line gives, a number or a text."""
        answer = self.page.evaluate("code => ask(code)", code)
        assert "error" not in answer, answer["error"]
        return answer.get("value")

    def call(self, function, *arguments):
        """Call a function, which takes and returns what JSON can say."""
        given = f"*json.loads({json.dumps(arguments)!r})"
        return json.loads(self.run(f"import json; json.dumps({function}({given}))"))

    def add_modules(self, folder, *patterns):
        """Add files of a folder, below it, to what can be imported."""
        self.run("from pathlib import Path")
        for path in (path for pattern in patterns for path in folder.glob(pattern)):
            text = path.read_text(encoding="utf-8")
            name = path.relative_to(folder).as_posix()
            self.run(f"Path({name!r}).parent.mkdir(parents=True, exist_ok=True)")
            self.run(f"Path({name!r}).write_text({text!r})")


@contextlib.contextmanager
def started(context, real_numpy, course, folder):
    """Start it in a page of its own, with what the live site serves itself."""
    home, own = folder / "pyodide", folder / "pyodide" / "own"
    shutil.copytree(real_numpy, home)
    own.mkdir()
    for name in INSTALLED:
        wheels.pack_installed(name, own)
    for wheel in (course, *KERNEL.glob("*kernel-*.whl")):
        shutil.copy(wheel, own)
    with browser.served(home) as address:
        page = context.new_page()
        page.goto(f"{address}/manifest.json")
        packages = [f"{address}/own/{path.name}" for path in own.iterdir()]
        source = f"const HOME = {json.dumps(address)};\n"
        source += f"const PACKAGES = {json.dumps(COMPILED + packages)};\n"
        page.evaluate(START, source + WORKER.read_text(encoding="utf-8"))
        try:
            yield BrowserPython(page)
        finally:
            page.close()
