"""Fold a section that is an aside, with all its cells, under its title.

Its title begins with "Aside:", so that whoever reads the notebook itself, where nothing
is folded, may skip it, too.
"""

from docutils import nodes
from sphinx_design.shared import create_component

MARK = "Aside: "


def fold(app, doctree):
    for section in list(doctree.findall(nodes.section)):
        title, *content = section.children
        if title.astext().startswith(MARK):
            folded = create_component(
                "dropdown",
                opened=False,
                type="dropdown",
                has_title=True,
                icon=None,
                chevron=None,
                container_classes=["sd-mb-3", "aside"],
                title_classes=[],
                body_classes=[],
            )
            folded += nodes.rubric("", "", *title.children, ids=section["ids"])
            folded += content
            section.replace_self(folded)


def setup(app):
    # Before the contents of the page are listed, which are those of the main line.
    app.connect("doctree-read", fold, priority=400)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
