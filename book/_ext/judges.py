"""`judges`: what `xcorr_helpers.checks` holds, chapter by chapter.

The functions are found, so that none is left out. Their examples are: some are answers.
"""

import importlib
import re
from itertools import groupby

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective

PACKAGE = "xcorr_helpers.checks"
RECORD = re.compile(rf"{PACKAGE}\.records\.chapter_(\d+)_\w+")


class Judges(SphinxDirective):
    def run(self):
        checks = importlib.import_module(PACKAGE)
        public = [getattr(checks, name) for name in checks.__all__]
        judges = [judge for judge in public if RECORD.fullmatch(judge.__module__)]
        judges.sort(key=place)
        return [
            self.section(f"Chapter {chapter}", list(group))
            for chapter, group in groupby(judges, key=chapter_of)
        ]

    def section(self, title, judges):
        for judge in judges:
            self.env.note_dependency(judge.__code__.co_filename)
        section = nodes.section(ids=[nodes.make_id(f"judges-{title}")])
        section += nodes.title("", title)
        names = [judge.__name__ for judge in judges]
        lines = [f".. autofunction:: {PACKAGE}.{name}" for name in names]
        source = StringList(["```{eval-rst}", *lines, "```"], source=PACKAGE)
        self.state.nested_parse(source, self.content_offset, section)
        return section


def chapter_of(judge):
    return int(RECORD.fullmatch(judge.__module__).group(1))


def place(judge):
    return chapter_of(judge), judge.__module__, judge.__code__.co_firstlineno


def without_examples(app, what, name, obj, options, lines):
    if name.startswith(f"{PACKAGE}.") and "Examples" in lines:
        del lines[lines.index("Examples") :]


def setup(app):
    app.add_directive("judges", Judges)
    # Before napoleon turns the headings into something else.
    app.connect("autodoc-process-docstring", without_examples, priority=400)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
