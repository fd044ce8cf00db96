"""Put all pages of the built book into one document, to be printed as a whole.

The articles are taken as they were built, numbers included, so that nothing is made
twice; and PDFs of single pages cannot be joined without losing their tags.
"""

import json
import posixpath
import re
from pathlib import Path

from bs4 import BeautifulSoup

from . import built_book, take_away

HERE = Path(__file__)
DRAWING = built_book.ROOT / "book" / "drawings" / "window_plus_offsets.svg"
SCRIPTS = (
    "plotly",
    "figure_",
    "late_math",
    "window.MathJax",
)  # the others serve a screen
NOT_ON_PAPER = (
    ".headerlink, .buttons, .take-away, noscript, .sd-summary-state-marker, "
    "summary > .expanded, "
    "details:has(> summary:-soup-contains('How this figure is drawn'))"
)
SHORT = 16  # lines of code that stay on one sheet
SENTENCE = re.compile(r"(?<=[.!?;:])\s+")
# What asks for the hands of a reader, who has but paper.
CONTROL = re.compile(
    r"\b(press\s+play|play\s+(both|turns)|sliders?|point\s+at)\b", re.I
)
ON_SCREEN = """<p>This page answers to what is done on it, so it needs a screen. It is
<code>{page}.html</code> in the book as a folder of pages, <code>{name}.zip</code>.</p>
"""
DOCUMENT = """<!DOCTYPE html>
<html lang="en" data-theme="light"><head><meta charset="utf-8"><title>{title}</title>
{head}
<style>
{style}
{running}
</style>
<script>
{script}
</script></head>
<body><div class="bd-main"><div class="bd-content"><div class="bd-article-container">
<header class="cover"><p class="title">{title}</p>
<p>{subtitle}</p>
{drawing}
{footer}</header>
<nav class="book-contents"><h1>Contents</h1><ul>
{contents}
</ul></nav>
{articles}
</div></div></div></body></html>"""


def assembled(pages, folder):
    """Return one document of these pages, to be served from the place of the first."""
    built = {
        page: parsed((folder / f"{page}.html").read_text(encoding="utf-8"))
        for page in pages
    }
    articles = {page: soup.select_one("article") for page, soup in built.items()}
    first = built[pages[0]]
    captions = {
        target(pages[0], caption.find_next("a")["href"])[0]: caption.get_text()
        for caption in first.select("nav.bd-docs-nav .caption-text")
    }
    title = first.select_one("article h1")
    for page, article in articles.items():
        for_paper(page, article)
    names = {
        page: {tag["id"] for tag in a.select("[id]")} for page, a in articles.items()
    }
    for page, article in articles.items():
        lead_within(article, page, names)
    return DOCUMENT.format(
        title=text(title),
        subtitle=first.select_one("article p").decode_contents(),
        head=head(built.values()),
        style=HERE.with_suffix(".css").read_text(encoding="utf-8"),
        script=HERE.with_suffix(".js").read_text(encoding="utf-8"),
        running="\n".join(running(page, articles[page]) for page in pages[1:]),
        drawing=DRAWING.read_text(encoding="utf-8"),
        footer=first.select_one(".extra_footer"),
        contents="\n".join(contents(articles, captions)),
        articles="\n".join(map(str, articles.values())),
    )


def parsed(source):
    return BeautifulSoup(source, "html.parser")


def text(heading):
    return " ".join(heading.get_text().split())


def head(built):
    """Take the styles of all pages, and the scripts that draw, each once."""
    tags = [
        str(tag)
        for soup in built
        for tag in soup.select("head link[rel=stylesheet], head script")
        if tag.name == "link" or any(name in str(tag) for name in SCRIPTS)
    ]
    return "\n".join(dict.fromkeys(tags))


def for_paper(page, article):
    """Take away what only a screen can do, and unfold the rest."""
    if article.select_one("#index-explorer, #draw-digit, #own-picture, .ask-copies"):
        heading = article.select_one("h1")
        for part in heading.find_next_siblings():
            part.decompose()
        heading.insert_after(parsed(ON_SCREEN.format(name=take_away.NAME, page=page)))
    for part in article.select(NOT_ON_PAPER):
        part.decompose()
    for folded in article.select("details, details > summary"):
        folded.name = "div"
    for code in article.select("pre"):
        if code.get_text().count("\n") <= SHORT:
            code["class"] = "short"
    for figure in article.select("[aria-label]"):
        figure["aria-label"] = without_controls(figure["aria-label"])
    for paragraph in article.select("p:not(dl.py p)"):
        inner = paragraph.decode_contents()
        if CONTROL.search(inner):
            paragraph.clear()
            paragraph.append(parsed(without_controls(inner)))


def without_controls(sentences):
    kept = [one for one in SENTENCE.split(sentences) if not CONTROL.search(one)]
    return re.sub("[;:]$", ".", " ".join(kept))


def place(page, name=""):
    """Name a page, or a place on it, within the one document."""
    return f"page-{posixpath.basename(page)}" + (f"--{name}" if name else "")


def target(page, address):
    """Return the page and the name to which a page's link leads."""
    path, _, name = address.partition("#")
    there = posixpath.join(posixpath.dirname(page), path)
    return (posixpath.normpath(there).removesuffix(".html") if path else page), name


def lead_within(article, page, names):
    """Make names differ from page to page, and lead the links to them.

    A section may begin on the sheet before its heading: its names go to the heading.
    """
    for heading in article.select("section[id] > :is(h1, h2, h3)"):
        for name in heading.find_previous_siblings("span", id=True):
            heading.insert(0, name.extract())
        if name := heading.parent.attrs.pop("id", None):
            heading["id"] = name
    for tag in article.select("[id]"):
        tag["id"] = place(page, tag["id"])
    article["id"] = place(page)
    article["style"] = f"page: {place(page)}"
    for link in article.select("a[href]"):
        if ":" in link["href"]:
            continue
        there, name = target(page, link["href"])
        if there not in names:
            link.unwrap()
        else:
            known = name if name in names[there] else ""
            link["href"] = f"#{place(there, known)}"


def running(page, article):
    """Return the rule that puts the page's title at the head of its sheets."""
    title = json.dumps(text(article.select_one("h1")), ensure_ascii=False)
    return f"@page {place(page)} {{ @top-right {{ content: {title} }} }}"


def contents(articles, captions):
    """Yield an entry for each title and section; the numbers follow in print."""
    for page, article in articles.items():
        if page in captions:
            yield f'<li class="part">{captions[page]}</li>'
        for heading in article.select("h1, h2"):
            yield (
                f'<li class="is-{heading.name}"><a href="#{heading["id"]}">'
                f"<span>{text(heading)}</span><i></i></a></li>"
            )
