"""Print the built book as one PDF, with every figure as a picture.

    python -m tools.make_pdf

Needs the built book and a Chromium; the PDF lands beside the pages, and the first page
links it.
"""

import io

from pypdf import PdfReader

from . import browser, built_book, one_document, take_away

ENTRIES = ".book-contents a"
FILL = """(entries, numbers) => entries.forEach((entry, i) => {
  entry.querySelector("i").textContent = numbers[i];
})"""


def main():
    if browser.chromium() is None:
        raise SystemExit("No Chromium found: install one, or set CHROMIUM to its path.")
    path = built_book.HTML / f"{take_away.NAME}.pdf"
    with browser.started() as context:
        path.write_bytes(printed(context, built_book.pages(), built_book.HTML))
    take_away.main()  # packs it, too


def printed(context, pages, html):
    """Return one PDF of these pages, in this order, contents in front."""
    document = one_document.assembled(pages, html)
    with browser.served(html) as home:
        address = f"{home}/{pages[0]}-and-all-others.html"
        context.route(
            address,
            lambda route: route.fulfill(body=document, content_type="text/html"),
        )
        with browser.Visit(context, address, home) as visit:
            visit.page.emulate_media(media="print")
            visit.page.evaluate("drawForPaper()")
            content = numbered(visit.page)
        context.unroute(address)
    return content


def numbered(page):
    """Print it, put into its contents where the entries are, and print it again."""
    entries = page.locator(ENTRIES)
    names = entries.evaluate_all("all => all.map((entry) => entry.hash.slice(1))")
    print("counting sheets", flush=True)
    numbers = sheets(as_pdf(page), names)
    entries.evaluate_all(FILL, numbers)
    print("printing", flush=True)
    content = as_pdf(page)
    if sheets(content, names) != numbers:
        raise SystemExit("The numbers in the contents have moved what they number.")
    return content


def sheets(content, names):
    """Return the numbers of the sheets on which these names stand."""
    pdf = PdfReader(io.BytesIO(content))
    places = pdf.named_destinations
    return [pdf.get_destination_page_number(places[f"/{name}"]) + 1 for name in names]


def as_pdf(page):
    return page.pdf(
        prefer_css_page_size=True,
        print_background=True,
        tagged=True,
        outline=True,
    )


if __name__ == "__main__":
    main()
