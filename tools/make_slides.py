"""Make the slides of the four sessions, of cells that are tagged in the chapters.

    python -m tools.make_slides

Needs the built book, of which it takes plotly.js and what draws the figures. reveal.js
is fetched once. With a Chromium, each session is printed as a PDF, one page a slide.
"""

import shutil
from pathlib import Path

from . import browser, build, built_book
from .slides import decks, pages, reveal

FOLDER = built_book.ROOT / "_build" / "class" / "slides"
HERE = Path(__file__).parent / "slides"
OF_BOOK = (*pages.SCRIPTS, pages.MATHJAX, "figures.css", "favicon.svg")


def main(folder=FOLDER):
    build.need_book()
    sessions = decks.sessions()
    has_browser = browser.chromium() is not None
    write(sessions, folder)
    if has_browser:
        with browser.started() as context:
            for session in sessions:
                name = f"session_{session.number}"
                (folder / f"{name}.pdf").write_bytes(printed(context, folder, name))
    else:
        print("No Chromium found: no PDFs. Install one, or set CHROMIUM to its path.")
    index = pages.index(sessions, has_browser)
    (folder / "index.html").write_text(index, encoding="utf-8")
    count = sum(len(session.slides) + 1 for session in sessions)
    print(f"{count} slides of {len(sessions)} sessions: {folder / 'index.html'}")


def write(sessions, folder):
    """Write the pages of the sessions and all that they load."""
    shutil.rmtree(folder, ignore_errors=True)
    static = folder / "_static"
    reveal.put(static)
    for name in OF_BOOK:
        shutil.copy(built_book.HTML / "_static" / name, static)
    for name in ("slides.css", "slides.js", "notes.css"):
        shutil.copy(HERE / name, static)
    for session in sessions:
        for end, make in (("", pages.slides), ("_notes", pages.notes)):
            path = folder / f"session_{session.number}{end}.html"
            path.write_text(make(session), encoding="utf-8")


def printed(context, folder, name):
    """Print the slides of a session, one page each."""
    with browser.served(folder) as home:
        address = f"{home}/{name}.html?print-pdf"
        with browser.Visit(context, address, home) as visit:
            visit.page.locator("html[data-ready='1']").wait_for(timeout=60_000)
            return visit.page.pdf(prefer_css_page_size=True, print_background=True)


if __name__ == "__main__":
    main()
