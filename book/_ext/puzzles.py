"""The puzzles: a directive that lists those of a level, and a script that has them all.

    ```{puzzles} easy
    ```

What they are stands in puzzles.toml. The explorer judges them (puzzle_rules.js).
"""

import json
import tomllib
from html import escape
from pathlib import Path

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

BOOK = Path(__file__).parents[1]
SOURCE = BOOK / "puzzles.toml"
PAGE, EXPLORER = "book/puzzles", "book/explorer"
SCRIPT = Path("_static", "explorer", "puzzle_list.js")
AFTER = """\
 <span class="puzzle-after">after chapter {chapter}</span>
<span class="puzzle-solved" hidden>solved</span>"""
TAUGHT = """\
<p class="puzzle-taught" hidden>{taught} <a href="{place}">Chapter {chapter}</a></p>"""


def puzzles():
    return tomllib.loads(SOURCE.read_text(encoding="utf-8"))["puzzle"]


class Puzzles(SphinxDirective):
    required_arguments = 1

    def run(self):
        self.env.note_dependency(str(SOURCE))
        found = [
            (number, puzzle)
            for number, puzzle in enumerate(puzzles(), start=1)
            if puzzle["level"] == self.arguments[0]
        ]
        if not found:
            raise self.error(f"no puzzle is {self.arguments[0]}")
        items = [item(puzzle) for _, puzzle in found]
        start = found[0][0]
        return [nodes.enumerated_list("", *items, start=start, classes=["puzzles"])]


def item(puzzle):
    """Return a puzzle: its title, what it asks, and what it shows once it is solved."""
    link = nodes.reference(
        "", puzzle["title"], refuri=f"explorer.html#puzzle={puzzle['name']}"
    )
    begin = nodes.raw("", f'<div data-puzzle="{puzzle["name"]}">', format="html")
    chapter = int(puzzle["place"][:2])
    taught = TAUGHT.format(
        taught=escape(puzzle["taught"]), place=puzzle["place"], chapter=chapter
    )
    return nodes.list_item(
        "",
        begin,
        nodes.paragraph(
            "", "", link, nodes.raw("", AFTER.format(chapter=chapter), format="html")
        ),
        nodes.paragraph("", puzzle["asks"]),
        nodes.raw("", f"{taught}</div>", format="html"),
    )


def load(app, pagename, templatename, context, doctree):
    if pagename in (PAGE, EXPLORER):
        app.add_css_file("puzzles/puzzles.css")
        # Before the explorer starts, which asks what is solved.
        app.add_js_file("puzzles/solved.js", priority=400, defer="defer")


def write(app, exception):
    if exception is None and app.builder.format == "html":
        path = Path(app.outdir) / SCRIPT
        path.parent.mkdir(parents=True, exist_ok=True)
        data = json.dumps(puzzles(), ensure_ascii=False, indent=1)
        path.write_text(f"window.xcorrExplorer.PUZZLES = {data};\n", encoding="utf-8")


def setup(app):
    app.add_directive("puzzles", Puzzles)
    app.connect("html-page-context", load)
    app.connect("build-finished", write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
