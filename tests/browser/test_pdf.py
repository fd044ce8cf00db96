"""The PDF of the book, read as a viewer and a screen reader do."""

import io

import pytest
from pypdf import PdfReader

from tools import built_book, make_pdf

BOOK = "Cross-correlation by index"
pytestmark = pytest.mark.thorough
HEAD, FOOT = 785, 62  # points: what is printed lies between
MOST_EMPTY = 0.45  # of a sheet: a figure and its caption take 0.4


PAGES, NOTEBOOKS = built_book.pages(), built_book.notebooks()


@pytest.fixture(
    scope="module",
    params=[
        pytest.param([*PAGES[:3], "book/bug_museum", PAGES[-1]], id="some"),
        pytest.param(PAGES, id="all", marks=pytest.mark.weekly),
    ],
)
def pages(request):
    return request.param


@pytest.fixture(scope="module")
def pdf(pages, book_html, context):
    content = make_pdf.printed(context, pages, book_html)
    return PdfReader(io.BytesIO(content))


@pytest.fixture(scope="module")
def sheets(pdf):
    """What stands on each sheet, and the height on it of the lowest line."""
    found = []
    for page in pdf.pages:
        lowest = [HEAD]

        def note(text, above, own, font, size, lowest=lowest):
            height = own[4] * above[1] + own[5] * above[3] + above[5]
            if text.strip() and height > FOOT:
                lowest.append(height)

        text = page.extract_text(visitor_text=note)
        found.append((" ".join(text.split()), min(lowest)))
    return found


@pytest.fixture(scope="module")
def headings(pdf):
    """Return the depth, text and number of the sheet of each heading."""

    def walk(entries, depth):
        for entry in entries:
            if isinstance(entry, list):
                yield from walk(entry, depth + 1)
            else:
                number = pdf.get_destination_page_number(entry) + 1
                yield depth, " ".join(entry.title.split()), number

    return list(walk(pdf.outline, 1))


@pytest.fixture(scope="module")
def chapters(headings):
    return [(title, number) for depth, title, number in headings if depth == 1]


def test_it_is_tagged_and_says_its_title_and_language(pdf):
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in root
    assert root["/Lang"] == "en"
    assert pdf.metadata.title == BOOK


def test_every_figure_has_its_words(pdf, pages):
    described = sum(
        1
        for number in range(1, pdf.trailer["/Size"])
        if isinstance(element := pdf.get_object(number), dict)
        and element.get("/S") == "/Figure"
        and element.get("/Alt")
    )
    stored = sum(len(built_book.stored_figures(p)) for p in pages if p in NOTEBOOKS)
    assert described > stored, "and the drawings have, too"


def test_contents_name_the_sheet_of_each_heading(sheets, headings, chapters):
    (_, first), (_, after), *_ = chapters
    contents = " ".join(text for text, _ in sheets[first - 1 : after - 1])
    at = 0
    for depth, title, number in headings:
        assert title in sheets[number - 1][0]
        if depth < 3 and number > first:
            entry = f" {title} {number} "
            at = f"{contents} ".find(entry, at)
            assert at >= 0, entry
            at += len(entry) - 1


def test_each_sheet_has_its_number_and_its_chapter(sheets, chapters):
    title = ""
    titles = {number: title for title, number in chapters}
    for number, (text, _) in enumerate(sheets, 1):
        title = titles.get(number, title)
        if number > 1:
            words = [BOOK, number] if title == BOOK else [BOOK, title, number]
            assert text.startswith(" ".join(map(str, words)))


def test_sheets_are_full_until_a_chapter_ends(sheets, chapters):
    begun = {number for _, number in chapters} | {len(sheets) + 1}
    empty = {
        number: round((lowest - FOOT) / (HEAD - FOOT), 2)
        for number, (_, lowest) in enumerate(sheets, 1)
        if number + 1 not in begun
    }
    assert {n: part for n, part in empty.items() if part > MOST_EMPTY} == {}


def test_links_stay_within_it_or_lead_to_the_web(pdf, pages):
    notes = [
        note.get_object() for page in pdf.pages for note in page.get("/Annots", ())
    ]
    addresses = [str(note["/A"]["/URI"]) for note in notes if "/A" in note]
    assert addresses and all(a.startswith("https://") for a in addresses)
    within = [note["/Dest"] for note in notes if "/Dest" in note]
    assert len(within) > 15 * len(pages)
    assert set(within) <= pdf.named_destinations.keys()


def test_nothing_on_paper_asks_for_hands(sheets):
    everything = " ".join(text for text, _ in sheets)
    for control in ("Press Play", "Pause", "Move the slider", "Show code"):
        assert control not in everything, control
    assert "change_across(stripes)" in everything, "a folded cell stays folded"
    assert "figures.panels(" not in everything, "how a figure is drawn"
