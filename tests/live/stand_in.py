"""The live site in a real browser, with a stand-in for the host of Pyodide's files.

Pyodide's own files come from its npm package, packages of pure Python from wheels of
the same version. NumPy and SciPy, compiled for the browser, are on that host alone:
they are refused, like every other address.
"""

import contextlib
import gzip
import hashlib
import json
import mimetypes

from packaging.utils import parse_wheel_filename

from live.fetch_pyodide import FOLDER

NPM = FOLDER / "package"
TYPES = {".mjs": "text/javascript", ".wasm": "application/wasm"}
FIRST_CELL = ".jp-Notebook .jp-CodeCell"


class StandIn:
    """Answers for the host, and keeps what was asked for, by what became of it."""

    def __init__(self, site, host):
        self.site, self.host = site, host
        self.wheels = {
            parse_wheel_filename(wheel.name)[:2]: wheel
            for wheel in (FOLDER / "wheels").glob("*")
        }
        self.answered, self.refused = set(), set()

    @contextlib.contextmanager
    def between(self, context, home):
        """Come between the browser and every address but `home`; close what opened."""
        before = context.pages
        context.route(
            lambda url: not url.startswith((home, "data:", "blob:")), self._route
        )
        context.route(f"{home}/lite/pypi/pyodide-lock.json*", self._lock)
        try:
            yield
        finally:
            # A kernel may still be starting: its answers must not fail a later test.
            context.unroute_all(behavior="ignoreErrors")
            for page in set(context.pages) - set(before):
                page.close()

    def _file(self, url):
        name = url.removeprefix(self.host).partition("?")[0]
        if (NPM / name).is_file():
            return NPM / name
        with contextlib.suppress(ValueError):
            return self.wheels.get(parse_wheel_filename(name)[:2])

    def size(self, url):
        return sent(self._file(url))

    def _route(self, route):
        url = route.request.url
        path = self._file(url) if url.startswith(self.host) else None
        if path is None:
            self.refused.add(url)
            return route.abort()
        self.answered.add(url)
        kind = TYPES.get(path.suffix) or mimetypes.guess_type(path)[0]
        headers = {"access-control-allow-origin": "*"}
        headers["content-type"] = kind or "application/octet-stream"
        return route.fulfill(path=path, headers=headers)

    def _lock(self, route):
        """Give the lock as it is, but with the sums of the wheels that stand in."""
        lock = json.loads((self.site / "pypi/pyodide-lock.json").read_bytes())
        for package in lock["packages"].values():
            wheel = self._file(package["file_name"])
            if wheel and package["file_name"].startswith(self.host):
                package["sha256"] = hashlib.sha256(wheel.read_bytes()).hexdigest()
        route.fulfill(json=lock)


def sent(path):
    """Return how many bytes a server sends, which leaves alone what is compressed."""
    content = path.read_bytes()
    if path.suffix in (".whl", ".zip"):
        return len(content)
    return len(gzip.compress(content, 6))


def write_cell(page, code):
    """Put code into the first code cell, in place of what it holds."""
    page.locator(FIRST_CELL).first.locator(".cm-content").click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text(code)


def start_cell(page, code):
    """Put code into the first code cell, and start it."""
    write_cell(page, code)
    page.keyboard.press("Control+Enter")


def run_cell(page, code, number):
    """Run code in the first code cell, as the n-th that runs; return its output."""
    cell = page.locator(FIRST_CELL).first
    start_cell(page, code)
    prompt = cell.locator(".jp-InputPrompt").first
    page.wait_for_function(
        "([prompt, text]) => prompt.innerText.includes(text)",
        arg=[prompt.element_handle(), f"[{number}]"],
        timeout=120_000,
    )
    return cell.locator(".jp-OutputArea").inner_text()
