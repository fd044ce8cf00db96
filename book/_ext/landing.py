"""The first page: two buttons, the table of the chapters as cards, a style of its own.

In the notebook these are links and a table, which JupyterLab shows. A card adds what
the book knows of a chapter: its drawing, and the minutes that were measured.
"""

from html import escape
from pathlib import Path

from docutils import nodes
from reading_minutes import about

BUTTONS, CHAPTERS = "hero-words", "chapter-list"  # classes in the notebook
CARDS = "drawings/cards"


def make_buttons(app, doctree, docname):
    for words in doctree.findall(nodes.container):
        if BUTTONS in words["classes"] and app.builder.format == "html":
            links = words[-1].findall(nodes.reference)
            html = "".join(
                f'<a href="{link["refuri"]}">{escape(link.astext())}</a>'
                for link in links
            )
            # Raw, so that a link's preview does not show their names.
            buttons = nodes.raw("", f'<p class="buttons">{html}</p>', format="html")
            words[-1].replace_self(buttons)


def make_cards(app, doctree, docname):
    for table in list(doctree.findall(nodes.table)):
        if CHAPTERS in table["classes"] and app.builder.format == "html":
            rows = table.next_node(nodes.tbody).children
            cards = [card(app, docname, row) for row in rows]
            table.replace_self(nodes.bullet_list("", *cards, classes=["chapter-cards"]))


def card(app, docname, row):
    chapter, adds, shapes = (entry.children for entry in row.children)
    link = row.next_node(nodes.reference)
    name = str(Path(docname).parent / Path(link["refuri"]).stem)
    return nodes.list_item(
        "",
        drawing(app, docname, name),
        *chapter,
        nodes.container("", *adds, classes=["adds"]),
        nodes.container("", *shapes, classes=["shapes"]),
        nodes.paragraph("", about(app.env, name), classes=["minutes"]),
    )


def drawing(app, docname, name):
    path = Path(app.srcdir) / Path(docname).parent / CARDS / f"{Path(name).name}.svg"
    return nodes.raw("", path.read_text(encoding="utf-8").strip(), format="html")


def style(app, pagename, templatename, context, doctree):
    if pagename == app.config.root_doc:
        app.add_css_file("landing.css")
        context["theme_secondary_sidebar_items"] = []


def setup(app):
    app.connect("doctree-resolved", make_buttons)
    app.connect("doctree-resolved", make_cards)
    # Before the theme asks what stands in the sidebar.
    app.connect("html-page-context", style, priority=400)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
