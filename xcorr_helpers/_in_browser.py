"""What is different where Python itself runs in the browser."""

from __future__ import annotations

import sys
import warnings

__all__ = ["IN_BROWSER", "prepare_browser"]

IN_BROWSER = sys.platform == "emscripten"


def prepare_browser() -> None:
    """Let cells show figures, and nothing in red that the reader cannot help."""
    # Of threadpoolctl 3.6, which asks Pyodide in a way that is going out of use.
    warnings.filterwarnings("ignore", "JsProxy.as_object_map", RuntimeWarning)
    if "IPython" in sys.modules:
        _show_by_bundle()


def _show_by_bundle() -> None:
    """Let the running IPython shell display a figure by its MIME bundle alone.

    Plotly's own way ends in the same bundle, but refuses to work without nbformat,
    which is not to be had in a browser, and of which it uses nothing but the version.
    Only a figure that a cell displays is helped, not one that is told to `show()`.
    """
    from IPython import get_ipython
    from plotly.basedatatypes import BaseFigure

    shell = get_ipython()
    if shell is None:
        return

    def show(figure: BaseFigure) -> None:
        shell.display_pub.publish(figure._repr_mimebundle_())

    shell.display_formatter.ipython_display_formatter.for_type(BaseFigure, show)
