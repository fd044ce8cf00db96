"""Give each exhibit of the bug museum a link of its own, and a card where it is shared.

A part of a page has no title and no picture for those who link to it. So each exhibit
has a small page that has them, and that leads on to the exhibit. The pictures are drawn
by `python -m tools.draw_cards`.
"""

import re
from html import escape
from pathlib import Path
from textwrap import shorten

from docutils import nodes

MUSEUM = "book/bug_museum"
LINK = """\
<p class="exhibit-link d-print-none"><a href="{name}.html">
<i class="fa-solid fa-link" aria-hidden="true"></i> Link to this exhibit</a>
<span role="status"></span></p>
"""
# Led on by a script: what follows a redirect would show the museum's title and picture.
PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}, in the bug museum</title>
<meta name="description" content="{text}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="{site}">
<meta property="og:title" content="{title}">
<meta property="og:description" content="{text}">
{addresses}<meta name="twitter:card" content="summary_large_image">
<link rel="icon" href="../_static/{icon}" type="image/svg+xml">
<style>
:root {{ color-scheme: light dark; }}
body {{ font: 1.1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 40rem;
  padding: 0 1rem; }}
img {{ height: auto; max-width: 100%; }}
</style>
<script>location.replace("{museum}#{name}");</script>
</head>
<body><main>
<h1>{title}</h1>
<img src="../_static/exhibits/{name}.png" width="1200" height="630"
  alt="What came out beside what it should be.">
<p>{text}</p>
<p><a href="{museum}#{name}">See it in the bug museum</a></p>
</main></body>
</html>
"""
# Whole ones, known once `_config.yml` says where the book is published.
ADDRESSES = """\
<link rel="canonical" href="{base}/book/{name}.html">
<meta property="og:url" content="{base}/book/{name}.html">
<meta property="og:image" content="{base}/_static/exhibits/{name}.png">
<meta property="og:image:alt" content="What came out beside what it should be.">
"""


def find_exhibits(app, doctree):
    if app.env.docname != MUSEUM:
        return
    app.env.exhibits = {}
    for section in doctree.findall(nodes.section):
        name = next(
            (i for i in section["ids"] if re.fullmatch(r"exhibit-\d+", i)), None
        )
        if name:
            title, first = section[0], next(section.findall(nodes.paragraph))
            text = first.astext().partition(": ")[2]  # "Meant" stands before it
            text = shorten(text[0].upper() + text[1:], 180, placeholder=" …")
            app.env.exhibits[name] = (title.astext(), text)
            section.insert(1, nodes.raw(text=LINK.format(name=name), format="html"))


def exhibit_page(name, title, text, config):
    base = (config.html_baseurl or "").rstrip("/")
    return PAGE.format(
        addresses=ADDRESSES.format(base=escape(base), name=name) if base else "",
        icon=Path(config.html_favicon).name,
        museum=f"{Path(MUSEUM).name}.html",
        name=name,
        site=escape(config.html_title),
        text=escape(text),
        title=escape(title),
    )


def write_pages(app, exception):
    if exception is None and app.builder.name == "html":
        found = getattr(app.env, "exhibits", {})  # none in a book without the museum
        for name, (title, text) in found.items():
            path = Path(app.outdir) / Path(MUSEUM).parent / f"{name}.html"
            path.write_text(exhibit_page(name, title, text, app.config), "utf-8")


def load_script(app, pagename, templatename, context, doctree):
    if pagename == MUSEUM:
        app.add_css_file("exhibits/exhibits.css")
        app.add_js_file("exhibits/exhibits.js", defer="defer")


def setup(app):
    app.connect("doctree-read", find_exhibits)
    app.connect("html-page-context", load_script)
    app.connect("build-finished", write_pages)
    return {"parallel_read_safe": False, "parallel_write_safe": True}
