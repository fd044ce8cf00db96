"""The parts of a slide, as HTML: what a tagged cell has that can be shown."""

import html
import json
import re

from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from .. import built_book
from . import myst

STYLE = "a11y-high-contrast-light"  # as in the book
FORMATTER = HtmlFormatter(style=STYLE, cssclass="code")
HIDDEN = {"hide-input", "hide-cell"}
FIGURE = """<div class="plotly-figure" role="figure" aria-label="{alt}">
<script type="application/json">{figure}</script>
<div class="plotly-figure-plot"></div>
</div>"""
BOX = '<div class="ask">{}</div>'
WAITS = '<div class="fragment">{}</div>'  # for the next key
FOLDED = "dropdown"
QUESTION = "question"  # or an exercise


def of_code(cell, tag):
    """Show the code of a cell, unless the page folds it, and what came out."""
    source = "".join(cell["source"])
    hidden = HIDDEN & set(cell["metadata"].get("tags", ()))
    shown = tag.get("show", ["output"] if hidden else ["code", "output"])
    parts = []
    if "code" in shown:
        first, last = tag.get("lines", (1, None))
        text = "\n".join(source.splitlines()[first - 1 : last])
        text = re.sub(r"\n{3,}", "\n\n", text)  # space is scarce
        parts.append(highlight(text, PythonLexer(), FORMATTER))
    if "output" in shown:
        outputs = [of_output(o, tag.get("printed", (1, None))) for o in cell["outputs"]]
        parts += map(WAITS.format, outputs) if parts else outputs
    return parts


def of_output(output, lines):
    if "text" in output:
        first, last = lines
        text = "\n".join("".join(output["text"]).splitlines()[first - 1 : last])
        return f'<pre class="printed">{html.escape(text)}</pre>'
    figure = output["data"][built_book.MIME_TYPE]
    content = json.dumps(figure, separators=(",", ":")).replace("<", "\\u003c")
    alt = html.escape(figure["layout"]["meta"]["alt"])
    return FIGURE.format(alt=alt, figure=content)


def of_markdown(cell, tag):
    text = "".join(cell["source"])
    return [part for kind in tag["show"] for part in KINDS[kind](text)]


def drawings(text):
    for block in myst.blocks(text):
        if block.kind == "figure":
            path = built_book.ROOT / "book" / block.title
            alt = html.escape(block.options["alt"])
            opening = f'<svg class="drawing" role="img" aria-label="{alt}" '
            yield path.read_text(encoding="utf-8").replace("<svg ", opening, 1)


def captions(cell, tag):
    """List what is to be seen in the figures and drawings that a slide shows."""
    if cell["cell_type"] == "code":
        figure = cell["metadata"].get("mystnb", {}).get("figure", {})
        return [figure["caption"]] if "caption" in figure else []
    found = myst.blocks("".join(cell["source"])) if "drawing" in tag["show"] else []
    return [block.body for block in found if block.kind == "figure"]


def tables(text):
    bodies = [b.body for b in myst.blocks(text) if b.kind == "table"]
    for table in myst.TABLE.findall("\n\n".join(bodies) or myst.without_blocks(text)):
        yield myst.html(table)


def formulas(text):
    for formula in myst.FORMULA.findall(text):
        yield f'<p class="formula">\\[{html.escape(formula.strip())}\\]</p>'


def quotes(text):
    for quote in myst.QUOTE.findall(text):
        yield myst.html(quote)


def questions(text):
    for block in asked(text):
        yield BOX.format(myst.html(myst.without_blocks(block.body)))


def asked(text):
    """List the questions and the exercises of a text."""
    return [
        block
        for block in myst.blocks(text)
        if block.kind == "exercise"
        or re.search(r"\bquestion\b", block.options.get("class", ""))
    ]


KINDS = {
    "drawing": drawings,
    "table": tables,
    "formula": formulas,
    "quote": quotes,
    QUESTION: questions,
}
