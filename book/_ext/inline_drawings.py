"""Put the book's own drawings into the page, where they take the page's colours.

A picture that is loaded by an `<img>` does not see the variables of the page's style,
so it cannot follow a switch between light and dark. In a notebook the drawing stays a
plain image with its alternative text, which JupyterLab shows.
"""

import html
import re
from pathlib import Path

from docutils import nodes

FOLDER = "drawings"


def inline_drawings(app, doctree, docname):
    if app.builder.format != "html":
        return
    folder = Path(app.srcdir) / Path(docname).parent / FOLDER
    for image in list(doctree.findall(nodes.image)):
        path = Path(app.srcdir) / image["uri"]
        # Sphinx has warned of one that is missing, and of where.
        if path.parent == folder and path.suffix == ".svg" and path.is_file():
            drawing = drawing_html(path.read_text(encoding="utf-8"), image["alt"])
            image.replace_self(nodes.raw(text=drawing, format="html"))


def drawing_html(source, alt):
    opening = f'<svg class="drawing" role="img" aria-label="{html.escape(alt)}" '
    # Blank lines between the shapes are for whoever edits the file.
    return re.sub(r"\n\s*", "\n", source).strip().replace("<svg ", opening, 1)


def setup(app):
    app.connect("doctree-resolved", inline_drawings)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
