"""Draw stored Plotly figures from one plotly.js of our own.

Plotly stores a figure in a notebook as JSON alone, which MyST-NB does not know. Here
the JSON goes into the page as it is, for `plotly_boot.js` to draw; `plotly.min.js` is
made of the installed Plotly package's, so that nothing is fetched from elsewhere.
"""

import html
import json
from pathlib import Path

import plotly
import plotly_bundle
from docutils import nodes
from myst_nb.core.render import load_mime_renders
from sphinx.util import logging

MIME_TYPE = "application/vnd.plotly.v1+json"
DEFAULT_HEIGHT = 450  # plotly.js's own
PLOTLY_JS = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
SCRIPTS = (
    "figure_colours.js",
    "figure_controls.js",
    "figure_fit.js",
    "plotly_boot.js",
)
KINDS = ("bar", "heatmap", "histogram", "image")  # of trace, beside scatter

# The alternative text is the figure's name for a screen reader, and is the text to
# read where no script runs. The plot's box has its final size before it is drawn.
FIGURE = """\
<div class="plotly-figure" role="figure" aria-label="{alt}">
<script type="application/json">{figure}</script>
<div class="plotly-figure-plot" style="{size}"></div>
<noscript><p class="plotly-figure-alt">Figure: {alt}</p></noscript>
</div>
"""

logger = logging.getLogger(__name__)


class PlotlyFigure:
    """MyST-NB's renderer for the one mime type that Plotly stores."""

    mime_priority_overrides = (("html", MIME_TYPE, 1),)

    @staticmethod
    def handle_mime(renderer, data, inline):
        # What is left alone here, MyST-NB warns of when it drops it.
        if inline or data.mime_type != MIME_TYPE:
            return None
        figure = data.content
        layout = figure.get("layout", {})
        meta = layout.get("meta") or {}
        if not meta.get("alt"):
            renderer.logger.warning(
                "a figure without alternative text: set layout.meta['alt']",
                subtype="plotly_alt",
                line=data.line,
            )
        for trace in figure["data"]:
            if trace.get("type", "scatter") not in ("scatter", *KINDS):
                renderer.logger.warning(
                    f"plotly.js here draws no {trace['type']}: add it to KINDS",
                    subtype="plotly_kind",
                    line=data.line,
                )
        text = figure_html(figure, meta.get("alt", ""), layout, meta)
        return [nodes.raw(text=text, format="html", classes=["output", "plotly"])]


def figure_html(figure, alt, layout, meta):
    size = f"height:{layout.get('height', DEFAULT_HEIGHT)}px"
    if "min_width" in meta:
        size += f";min-width:{meta['min_width']}px"
    # With "<" escaped, nothing in the data can close the script.
    text = json.dumps(figure, separators=(",", ":"), allow_nan=False)
    return FIGURE.format(
        alt=html.escape(alt), figure=text.replace("<", "\\u003c"), size=size
    )


def make_plotly(app, config):
    """Make the small plotly.js, or take the whole one where that fails."""
    made = Path(app.outdir).parent / "plotly" / PLOTLY_JS.name
    made.parent.mkdir(parents=True, exist_ok=True)
    source = PLOTLY_JS.read_bytes()
    try:
        made.write_bytes(plotly_bundle.smaller(source, KINDS))
    except plotly_bundle.UnknownStructure as problem:
        # No warning, which would end the build: the book is right, only slow.
        logger.info("PAGES WILL BE SLOW: the whole plotly.js is used, %s", problem)
        made.write_bytes(source)
    config.html_static_path.append(str(made))


def load_plotly(app, pagename, templatename, context, doctree):
    # Only where there is something to draw, and before all that can wait for it.
    if 'class="plotly-figure"' in context.get("body", ""):
        app.add_js_file(
            PLOTLY_JS.name, priority=100, defer="defer", fetchpriority="high"
        )
        for script in SCRIPTS:
            app.add_js_file(script, priority=100, defer="defer")


def setup(app):
    # MyST-NB finds renderers through entry points, which only installed packages have.
    renderers = load_mime_renders()
    if PlotlyFigure not in renderers:
        renderers.append(PlotlyFigure)
    app.connect("config-inited", make_plotly)
    app.connect("html-page-context", load_plotly)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
