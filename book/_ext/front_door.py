"""Write the book's `index.html`, which leads to its first page.

The one that would be written otherwise has no icon, which browsers then ask for in
vain, and nothing to follow where a browser does not redirect.
"""

from html import escape
from pathlib import Path

PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url={first}">
<link rel="icon" href="_static/{icon}" type="image/svg+xml">
<title>{title}</title>
</head>
<body><a href="{first}">{title}</a></body>
</html>
"""


def write_index(app, exception):
    if exception is None and app.builder.name == "html":
        page = PAGE.format(
            first=app.builder.get_target_uri(app.config.root_doc),
            icon=Path(app.config.html_favicon).name,
            title=escape(app.config.html_title),
        )
        (Path(app.outdir) / "index.html").write_text(page, encoding="utf-8")


def setup(app):
    # Before sphinx-external-toc, which writes one where none is.
    app.connect("build-finished", write_index, priority=400)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
