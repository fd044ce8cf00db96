"""`judges`: what `xcorr_helpers.checks` holds, chapter by chapter.

The functions are found, so that none is left out. Their examples are: some are answers.
"""

import importlib
from itertools import groupby

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.util.docutils import SphinxDirective

PACKAGE = "xcorr_helpers.checks"


class Judges(SphinxDirective):
    def run(self):
        checks = importlib.import_module(PACKAGE)
        judges = [getattr(checks, name) for name in checks.__all__]
        judges.sort(key=place)
        return [
            self.section(importlib.import_module(module), list(group))
            for module, group in groupby(judges, lambda judge: judge.__module__)
        ]

    def section(self, module, judges):
        self.env.note_dependency(module.__file__)
        title = module.__doc__.removeprefix("The judges of ").strip().removesuffix(".")
        section = nodes.section(ids=[nodes.make_id(f"judges-{title}")])
        section += nodes.title("", title.capitalize())
        names = [judge.__name__ for judge in judges]
        lines = [f".. autofunction:: {PACKAGE}.{name}" for name in names]
        source = StringList(["```{eval-rst}", *lines, "```"], source=module.__file__)
        self.state.nested_parse(source, self.content_offset, section)
        return section


def place(judge):
    """Sort chapter 10 behind chapter 9."""
    module = judge.__module__
    return len(module), module, judge.__code__.co_firstlineno


def without_examples(app, what, name, obj, options, lines):
    if name.startswith(f"{PACKAGE}.") and "Examples" in lines:
        del lines[lines.index("Examples") :]


def setup(app):
    app.add_directive("judges", Judges)
    # Before napoleon turns the headings into something else.
    app.connect("autodoc-process-docstring", without_examples, priority=400)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
