"""Print the built book as one PDF, with every figure as a picture.

    python -m tools.make_pdf

Needs the built book and a Chromium; the PDF lands beside the pages, and the first page
links it.
"""

import io

from pypdf import PdfReader, PdfWriter

from . import browser, built_book, pdf_links, take_away


def main():
    if browser.chromium() is None:
        raise SystemExit("No Chromium found: install one, or set CHROMIUM to its path.")
    path = built_book.HTML / f"{take_away.NAME}.pdf"
    with browser.started() as context:
        path.write_bytes(printed(context, built_book.pages(), built_book.HTML))
    print(f"{path} ({take_away.megabytes(path)})")
    take_away.main()


def printed(context, pages, html):
    """Return one PDF of these pages, in this order, with their headings as outline."""
    book = PdfWriter()
    places = pdf_links.Places()
    with browser.served(html) as home:
        for page in pages:
            address = f"{home}/{page}.html"
            with browser.Visit(context, address, home) as visit:
                part = PdfReader(io.BytesIO(as_pdf(visit)))
            places.add(address, part, len(book.pages))
            book.append(part)
            print(f"{page}: {len(part.pages)} pages")
        pdf_links.redirect(book, places, home)
    book.add_metadata({"/Title": "Cross-correlation by index"})
    book.page_mode = "/UseOutlines"
    content = io.BytesIO()
    book.write(content)
    return content.getvalue()


def as_pdf(visit):
    """Print a page as a reader would who has looked at all of it."""
    visit.figures()
    if visit.page.locator("article .math").count():
        visit.page.locator("html[data-maths=set]").wait_for(state="attached")
    return visit.page.pdf(
        format="A4",
        prefer_css_page_size=True,
        print_background=True,
        tagged=True,
        outline=True,
    )


if __name__ == "__main__":
    main()
