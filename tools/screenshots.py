"""Picture every built page, at both widths and in both themes.

    python -m tools.screenshots [page ...]

A page is named by a part of its name in `_toc.yml`. The pictures go to
`_build/screenshots/`.
"""

import itertools
import sys

from . import browser, built_book


def main(wanted):
    pages = [
        page
        for page in built_book.pages()
        if not wanted or any(name in page for name in wanted)
    ]
    folder = built_book.ROOT / "_build" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    views = list(itertools.product(pages, browser.HEIGHTS, ("light", "dark")))
    with browser.started() as context, browser.served(built_book.HTML) as home:
        for page, width, theme in views:
            path = folder / f"{page.split('/')[-1]}-{width}-{theme}.png"
            address = f"{home}/{page}.html"
            with browser.Visit(
                context, address, home, width=width, theme=theme
            ) as visit:
                visit.figures()
                visit.page.evaluate("scrollTo(0, 0)")
                visit.page.wait_for_timeout(300)  # the theme's transitions
                visit.page.screenshot(path=path, full_page=True)
                print(path, *visit.problems, sep="\n  ")


if __name__ == "__main__":
    main(sys.argv[1:])
