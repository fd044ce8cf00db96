"""Say in plain Markdown what a notebook by itself cannot look up: terms and sources.

In the book a term leads to the glossary and a source to the bibliography, by roles that
Sphinx resolves. In JupyterLab and in a browser each becomes a link to that page, a
source with its authors and year, and the bibliography a list.
"""

import functools
import json
import re

ROLE = re.compile(r"\{(term|cite:[pt])\}`([^`]+?)(?:\s*<[^`]*>)?`")
EXPLORER = re.compile(
    r"^(`{3,}|:{3,})\{(?:index-explorer|puzzles)\}.*?^\1$", re.MULTILINE | re.DOTALL
)
LISTED = re.compile(r"^```\{bibliography\}.*?^```$", re.MULTILINE | re.DOTALL)
ELSEWHERE = "*Here the book has a part of [the index explorer](explorer.md).*"
GLOSSARY = re.compile(r"^```\{glossary\}\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TERM = re.compile(r"^(\S.*)$", re.MULTILINE)
LABEL = re.compile(r"^(?:\(|:name: |:label: )([\w-]+)(?:\)=)?$", re.MULTILINE)
ESCAPED = re.compile(r"\\(?:\\url |([-.()]))")
LED_TO = re.compile(r"\]\(#([\w-]+)\)")


def plain(text, name, book):
    """Return the Markdown of a page of this name, of the book in this folder."""

    def said(match):
        role, words = match.groups()
        if role == "term":
            return f"[{words}](glossary.md)"
        authors, year = sources(book)[words][0]
        link = "[{}](bibliography.md)".format
        return (
            link(f"{authors}, {year}").join("()")
            if role == "cite:p"
            else (link(f"{authors} ({year})"))
        )

    def led(match):
        page = labels(book).get(match[1], name)
        return match[0] if page == name else f"]({page}#{match[1]})"

    text = GLOSSARY.sub(defined, text)
    text = EXPLORER.sub(ELSEWHERE, text)
    text = LISTED.sub(lambda _: listed(book), ROLE.sub(said, text))
    return LED_TO.sub(led, text)


def defined(match):
    """Put each term above what it means."""
    return re.sub("^ +", "", TERM.sub(r"**\1**  ", match[1]), flags=re.MULTILINE)


def listed(book):
    return "\n".join(f"- {whole}" for _, whole in sources(book).values())


@functools.cache
def sources(book):
    """Read the bibliography: of each source, authors and year, and all of it."""
    from pybtex.backends.markdown import Backend
    from pybtex.database import parse_file
    from pybtex.style.formatting.plain import Style

    entries = parse_file(str(book / "references.bib"))
    found = {}
    for entry in Style().format_bibliography(entries):
        known = entries.entries[entry.key]
        whole = ESCAPED.sub(r"\1", " ".join(entry.text.render(Backend()).split()))
        found[entry.key] = (authors(known), known.fields["year"]), whole
    return found


def authors(entry):
    names = [
        " ".join(map(str, [*person.rich_prelast_names, *person.rich_last_names]))
        for person in entry.persons["author"]
    ]
    return " and ".join(names) if len(names) < 3 else f"{names[0]} et al."


@functools.cache
def labels(book):
    """Find the page on which each label stands that others may lead to."""
    found = {}
    for path in sorted((*book.glob("*.ipynb"), *book.glob("*.md"))):
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".ipynb":
            cells = json.loads(text)["cells"]
            prose = [c["source"] for c in cells if c["cell_type"] == "markdown"]
            text = "\n\n".join(map("".join, prose))
        found |= dict.fromkeys(LABEL.findall(text), path.name)
    return found
