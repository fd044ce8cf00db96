"""Measure how long a page takes to its first figure, opened by a new browser's reader.

    python -m tools.first_figure [page ...]

Nothing is in a cache, and no script is compiled yet. Prints the milliseconds by page.
"""

import json
import sys

from playwright.sync_api import sync_playwright

from . import browser, built_book

# Kept by a page's own script when its first figure stands.
DRAWN = "() => performance.getEntriesByName('first-figure')[0]?.startTime"


def milliseconds(chromium, address):
    # A context of its own is as empty as a new profile.
    context = chromium.new_context(viewport={"width": 1300, "height": 900})
    page = context.new_page()
    page.goto(address, wait_until="load")
    figure = page.wait_for_function(DRAWN, timeout=30_000).json_value()
    context.close()
    return round(figure)


def main(wanted):
    pages = [
        page
        for page in built_book.notebooks()
        if built_book.stored_figures(page)
        and (not wanted or any(name in page for name in wanted))
    ]
    with sync_playwright() as playwright, browser.served(built_book.HTML) as home:
        chromium = playwright.chromium.launch(
            executable_path=browser.chromium(), args=list(browser.FLAGS)
        )
        chromium.new_page().goto(f"{home}/search.html")  # the browser itself is awake
        times = {page: milliseconds(chromium, f"{home}/{page}.html") for page in pages}
        chromium.close()
    print(json.dumps(times, indent=1))


if __name__ == "__main__":
    main(sys.argv[1:])
