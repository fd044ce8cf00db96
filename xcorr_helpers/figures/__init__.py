"""The plotly figures of the chapters, in one visual language.

viridis shows values, a blue-white-red scale centred on 0 shows signed results, values
that are written out stand on pale blue, and positions on one pale paper. `WINDOW` is
the colour of the window and of what it makes, in every figure, and of nothing else.
Each figure needs `alt`: what a reader who does not see it should know of it. Values are
rounded, so that every machine stores the same figure.
"""

from . import display
from .channels import channel_stack
from .images import mosaic, panels
from .parts import WINDOW
from .settings import knobs
from .speed import dots, growth, roofline
from .tiles import blocks
from .training import confusion, curves, lines
from .window import sliding_window

__all__ = [
    "WINDOW",
    "blocks",
    "channel_stack",
    "confusion",
    "curves",
    "dots",
    "growth",
    "knobs",
    "lines",
    "mosaic",
    "panels",
    "roofline",
    "sliding_window",
]

display.show_by_bundle()
