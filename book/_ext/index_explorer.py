"""Load the scripts of the index explorer on its page, and on no other.

They are classic scripts in one namespace, in the order in which they build on each
other: a page opened from disk may load no modules.
"""

SCRIPTS = (
    "arithmetic",
    "relations",
    "settings",
    "presets",
    "panels",
    "sentences",
    "grid",
    "board",
    "controls",
)


def load_explorer(app, pagename, templatename, context, doctree):
    if 'id="index-explorer"' in context.get("body", ""):
        app.add_css_file("explorer/explorer.css")
        for script in SCRIPTS:
            app.add_js_file(f"explorer/{script}.js", defer="defer")


def setup(app):
    app.connect("html-page-context", load_explorer)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
