"""A real browser on the built book: start it, load a page, draw the figures."""

import contextlib
import functools
import http.server
import itertools
import os
import shutil
import tempfile
import threading

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Where macOS and Windows have theirs; Edge is a Chromium, and on every Windows.
IN_APPLICATIONS = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
IN_PROGRAMS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
# No sandbox, since containers run as root; the rest keeps the browser to itself.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
HEIGHTS = {1300: 900, 390: 844}  # of a laptop's window and a phone's, by width


def chromium():
    """Return the path of an installed Chromium, or None."""
    named = filter(None, map(shutil.which, NAMES))
    usual = filter(os.path.isfile, usual_places())
    return os.environ.get("CHROMIUM") or next(itertools.chain(named, usual), None)


def usual_places():
    """Yield where a Chromium lies that no command leads to."""
    for name in IN_APPLICATIONS:
        yield from (
            f"/Applications/{name}",
            os.path.expanduser(f"~/Applications/{name}"),
        )
    for name in IN_PROGRAMS:
        for folder in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
            if folder in os.environ:
                yield f"{os.environ[folder]}/{name}"


@contextlib.contextmanager
def started():
    """Start the browser, with a fresh profile."""
    from playwright.sync_api import sync_playwright

    # With a profile on disk it keeps plotly.js compiled, from one page to the next.
    # Windows keeps files of a browser that has just ended.
    folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
    with folder as profile, sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=chromium(), args=list(FLAGS)
        )
        yield context
        context.close()


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass


@contextlib.contextmanager
def served(folder):
    """Serve a folder on the loopback, and yield its address."""
    handler = functools.partial(QuietHandler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class Visit:
    """A loaded page, and everything on it that went wrong since."""

    def __init__(self, context, address, home, *, width=1300, theme="light"):
        self.problems = []
        self.home = home
        self.page = context.new_page()
        self.page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
        self.page.emulate_media(color_scheme=theme)
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self._add("page error", error))
        self.page.on("request", self._request)
        self.page.on("requestfailed", lambda r: self._add("request failed", r.url))
        self.page.on("response", self._response)
        self.page.goto(address, wait_until="load")

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.page.close()

    def _add(self, what, detail):
        self.problems.append(f"{what}: {detail}")

    def _console(self, message):
        if message.type in ("error", "warning"):
            self._add(f"console {message.type}", message.text)

    def _request(self, request):
        # What is in the page itself leaves nothing.
        if not request.url.startswith((self.home, "data:", "blob:")):
            self._add("request to elsewhere", request.url)

    def _response(self, response):
        if response.status >= 400:
            self._add(f"status {response.status}", response.url)

    def figures(self):
        """Draw the figures as a reader does, by coming to each, and return them."""
        return [self.drawn(one) for one in self.page.locator(".plotly-figure").all()]

    def drawn(self, figure):
        """Come to a figure, unfolding what holds it, and return it when it is drawn."""
        figure.evaluate("figure => figure.closest('details')?.setAttribute('open', '')")
        figure.scroll_into_view_if_needed()
        figure.and_(self.page.locator("[data-drawn='1']")).wait_for(timeout=15_000)
        return figure
