"""How a cell shows a figure: by its MIME bundle alone, which every front end draws.

Plotly's own way ends in the same bundle, but imports nbformat for it, of which it uses
nothing but the version: seconds that a reader waits at the first figure of a notebook,
and not to be had in a browser.
"""

from __future__ import annotations

import os
import sys
import warnings

from plotly.basedatatypes import BaseFigure

# There, or where a reader has asked for another, plotly has a way that it knows better.
LEFT_TO_PLOTLY = (
    "AZURE_NOTEBOOKS_HOST",
    "COCALC_PROJECT_ID",
    "COLAB_NOTEBOOK_ID",
    "DATABRICKS_RUNTIME_VERSION",
    "KAGGLE_KERNEL_RUN_TYPE",
    "PLOTLY_RENDERER",
)


def show_by_bundle() -> None:
    """Let the running kernel show a figure so, but not one that is told to `show()`."""
    if sys.platform == "emscripten":
        # Of threadpoolctl 3.6, which asks Pyodide in a way that is going out of use.
        warnings.filterwarnings("ignore", "JsProxy.as_object_map", RuntimeWarning)
    if "IPython" not in sys.modules or any(map(os.environ.get, LEFT_TO_PLOTLY)):
        return
    from IPython import get_ipython
    from plotly.io.base_renderers import PlotlyRenderer

    shell = get_ipython()
    if getattr(shell, "kernel", None) is None:  # a terminal draws nothing itself
        return

    def show(figure: BaseFigure) -> None:
        shell.display_pub.publish(PlotlyRenderer().to_mimebundle(figure.to_dict()))

    shell.display_formatter.ipython_display_formatter.for_type(BaseFigure, show)
