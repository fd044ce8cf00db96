"""Typeset maths with a MathJax of our own, on the pages that have any.

Sphinx would load it from another host, and on the first page too, for the equations of
the pages below it. The file used here draws with SVG: it needs no fonts beside it. It
is large, so `late_math.js` loads it, once the first figure is drawn.
"""

from importlib.metadata import files

MATHJAX = "tex-svg-full.js"


def copy_mathjax(app, config):
    # Taken as a file: the package's own extension would choose another build.
    found = [file for file in files("sphinx-mathjax-offline") if file.name == MATHJAX]
    config.html_static_path.append(str(found[0].locate()))
    config.mathjax_path = MATHJAX


def defer_mathjax(app, pagename, templatename, context, doctree):
    has_math = 'class="math ' in context.get("body", "")
    if has_math:
        address = context["pathto"](f"_static/{MATHJAX}", resource=True)
        app.add_js_file("late_math.js", defer="defer", **{"data-mathjax": address})
    context["script_files"] = [
        script
        for script in context.get("script_files", [])
        if not is_mathjax(script, has_math)
    ]


def is_mathjax(script, keep_settings):
    body = script.attributes.get("body", "")  # its settings, written into the page
    is_settings = body.startswith("window.MathJax") and not keep_settings
    return MATHJAX in str(script.filename) or is_settings


def setup(app):
    app.connect("config-inited", copy_mathjax)
    # After Sphinx, which adds it.
    app.connect("html-page-context", defer_mathjax, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
