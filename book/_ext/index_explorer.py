"""The index explorer's scripts, and a directive for its stripped forms.

    ```{index-explorer}
    :form: sum
    :preset: toy
    :name: fig-2-sum

    A sentence, its caption as a figure; JupyterLab shows nothing else of it.
    ```

The page holds all numbers as tables, with the first step's sum: that is what is read
where no script runs. `strip.js` moves through these very tables.
"""

import json
from typing import ClassVar

import explorer_records
import explorer_tables
import own_picture
from docutils import nodes
from docutils.parsers.rst import Directive, directives

# Classic scripts in one namespace, in the order in which they build on each other: a
# page opened from disk may load no modules.
SCRIPTS = (
    *("arithmetic", "relations", "settings", "presets", "address"),
    *("scales", "layouts", "panels", "sentences", "python"),
    *("scroller", "lens", "grid", "sum", "compare", "mistakes", "fit", "board"),
    *("puzzle_list", "puzzle_rules", "puzzles"),
    *("player", "editor", "predict", "controls"),
)

# Those on which the page of a drawn digit builds, and its own.
DRAWING = (
    *("arithmetic", "relations", "scales", "layouts"),
    *("scroller", "lens", "grid", "sum"),
)
DRAW_OWN = (
    *("network", "data", "difference", "wrong", "state", "lighting", "sums"),
    *("pad", "panels", "thumbs", "why", "pressed", "page"),
)
DRAW = [f"draw/{name}" for name in DRAW_OWN]
DRAW_STYLES = ("explorer/cells", "explorer/explorer", "explorer/marks", "draw/draw")


def one_of(names):
    return lambda argument: directives.choice(argument, tuple(names))


class IndexExplorer(Directive):
    has_content = True
    option_spec: ClassVar = {
        "form": one_of(explorer_tables.FORMS),
        "preset": one_of(explorer_tables.PRESETS),
        "name": directives.unchanged_required,
    }

    def run(self):
        if not {"form", "preset"} <= self.options.keys():
            raise self.error("index-explorer needs a form and a preset")
        figure, said = nodes.figure(), nodes.Element()
        self.add_name(figure)
        strip = nodes.raw(text=explorer_tables.strip(**self.options), format="html")
        if not self.content:
            return [strip]
        self.state.nested_parse(self.content, self.content_offset, said)
        figure += [strip, nodes.caption("", "", *said[0].children)]
        return [figure]


def load_explorer(app, pagename, templatename, context, doctree):
    body = context.get("body", "")
    if 'class="xp-strip"' in body or 'id="index-explorer"' in body:
        app.add_css_file("explorer/cells.css")
    if 'class="xp-strip"' in body:
        app.add_css_file("explorer/strip.css")
        app.add_js_file("explorer/strip.js", defer="defer")
    if 'id="index-explorer"' in body:
        styles = "explorer/explorer", "explorer/marks"
        add(app, styles, SCRIPTS, explorer_records.records())
    if 'id="draw-digit"' in body:
        add(app, DRAW_STYLES, DRAWING, {}, DRAW)
    if own_picture.MARK in body:
        own = own_picture.STYLES, own_picture.EXPLORER
        add(app, *own, explorer_records.records(), own_picture.SCRIPTS)


def add(app, styles, explorer, records, own=()):
    """Load styles, some of the explorer's scripts with records, and a page's own."""
    for style in styles:
        app.add_css_file(f"{style}.css")
    for script in explorer:
        data = {"data-records": json.dumps(records)} if script == "arithmetic" else {}
        app.add_js_file(f"explorer/{script}.js", defer="defer", **data)
    for script in own:
        app.add_js_file(f"{script}.js", defer="defer")


def setup(app):
    app.add_directive("index-explorer", IndexExplorer)
    app.connect("html-page-context", load_explorer)
    app.connect("build-finished", own_picture.write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
