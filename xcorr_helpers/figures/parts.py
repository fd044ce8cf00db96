"""The parts that the figures are made of: style, pixels, outlines, axes, player."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import plotly.graph_objects as go

WINDOW = "#d1495b"
WINDOW_TINT = "rgba(209, 73, 91, 0.45)"
INDEX = "#f6efd9"  # the paper of every cell that holds a position
SIGNED = [[0, "#2166ac"], [0.5, "#f7f7f7"], [1, "#b2182b"]]
NUMBERED = [[0, "#f3f7fa"], [1, "#8fbcd9"]]  # pale, so that dark digits stand out
PALE = 1.7  # the range of signed numbers that are written, over the largest
DECIMALS = 3
NARROWEST = 340  # pixels that a figure has on a phone
Rectangle = tuple[int, int, int, int]  # row, column, height, width

_HOVER = "row %{y}, column %{x}: %{z}<extra></extra>"
_DIGITS = {"size": 13, "color": "#222"}
_AXIS = {
    "showgrid": False,
    "zeroline": False,
    "ticks": "outside",
    "automargin": True,
    "title": {"standoff": 7},
}
_TEMPLATE = go.layout.Template(
    layout={
        "font": {"family": "sans-serif", "size": 13, "color": "#222"},
        "margin": {"l": 50, "r": 20, "t": 50, "b": 45},
        "paper_bgcolor": "#fff",
        "plot_bgcolor": "#fff",
        "xaxis": _AXIS,
        "yaxis": _AXIS,
        # None of them the window's; 3:1 on a light page and on a dark one.
        "colorway": ["#3b7cb0", "#b07c10", "#008a9e", "#8a63b5"],
    }
)


def decimals(arrays: Iterable[npt.ArrayLike]) -> int:
    """Count decimals: at least `DECIMALS`, and three digits of the largest value."""
    sizes = [np.nan_to_num(np.abs(np.asarray(array, float))) for array in arrays]
    largest = max((float(size.max()) for size in sizes), default=0.0)
    if largest == 0:
        return DECIMALS
    return min(max(DECIMALS, 2 - math.floor(math.log10(largest))), 300)


def rounded(array: npt.ArrayLike, places: int | None = None) -> np.ndarray:
    """Make an array small to store: bytes for colours, else few decimals."""
    array = np.asarray(array)
    if array.ndim == 3:
        is_stored = array.dtype == np.uint8
        return array if is_stored else np.round(array * 255).astype(np.uint8)
    places = decimals([array]) if places is None else places
    values = np.round(array.astype(float), places) + 0.0  # makes -0.0 a plain 0.0
    # Once rounded: last digits are not the same on every machine.
    in_bytes = values.size and values.min() >= 0 and values.max() <= 255
    if in_bytes and np.array_equal(values, np.round(values)):
        return values.astype(np.uint8)
    with np.errstate(over="ignore"):
        single = values.astype(np.float32)
    # Whole numbers above 2**24, for one, are others in float32.
    return single if np.abs(single - values).max() <= 0.5 * 10.0**-places else values


def three_digits(number: float) -> float:
    """Round to three digits, for an axis that is logarithmic."""
    return float(f"{number:.3g}")


def rounded_positive(values: np.ndarray) -> np.ndarray:
    """Round for a logarithmic axis: to few decimals, small numbers to three digits."""
    few = np.round(values, DECIMALS)
    small = values < 0.01
    few[small] = [three_digits(value) for value in values[small]]
    return few


def picture(array: np.ndarray, numbers: bool) -> go.Heatmap | go.Image:
    """Draw one array: colours if it has three channels, else values."""
    if array.ndim == 3:
        return go.Image(z=array, hoverinfo="skip")
    text = {"texttemplate": "%{z}", "textfont": _DIGITS} if numbers else {}
    return go.Heatmap(z=array, coloraxis="coloraxis", hovertemplate=_HOVER, **text)


def index_cells(positions: npt.ArrayLike, digits: int = 13) -> go.Heatmap:
    """Draw positions, all on one paper, since none is more than another."""
    return go.Heatmap(
        z=rounded(positions),
        colorscale=[[0, INDEX], [1, INDEX]],
        showscale=False,
        texttemplate="%{z}",
        textfont={**_DIGITS, "size": digits},
        xgap=1,
        ygap=1,
        hovertemplate=_HOVER.replace("%{z}", "position %{z}"),
    )


def corners(row: int, column: int, height: int, width: int) -> dict[str, np.ndarray]:
    """List the corners of a rectangle of pixels, the first one twice."""
    x = column - 0.5 + width * np.array([0, 1, 1, 0, 0], np.float32)
    y = row - 0.5 + height * np.array([0, 0, 1, 1, 0], np.float32)
    return {"x": x, "y": y}


def box(row: int, column: int, height: int, width: int) -> go.Scatter:
    """Outline a rectangle of pixels in the window's colour."""
    return go.Scatter(
        **corners(row, column, height, width),
        mode="lines",
        cliponaxis=False,
        line={"color": WINDOW, "width": 4},
        hoverinfo="skip",
        showlegend=False,
    )


def pixel_axes(
    figure: go.Figure, shape: Sequence[int], cell: Mapping[str, int]
) -> None:
    """Square pixels, row 0 on top, every tick a whole pixel."""
    height, width = shape[:2]
    steps = {
        size: 1 if size < 12 else 5 if size < 40 else 20 for size in (height, width)
    }
    anchor = next(figure.select_yaxes(**cell)).anchor or "x"
    figure.update_xaxes(
        title={"text": "column"},
        range=[-0.5, width - 0.5],
        dtick=steps[width],
        constrain="domain",
        **cell,
    )
    figure.update_yaxes(
        title={"text": "row"},
        range=[height - 0.5, -0.5],
        dtick=steps[height],
        scaleanchor=anchor,
        constrain="domain",
        constraintoward="top",
        **cell,
    )


def color_axis(
    arrays: Sequence[np.ndarray], *, signed: bool, numbers: bool
) -> dict[str, Any]:
    """Make one colour scale for all arrays that are not colours already."""
    values = [array for array in arrays if array.ndim == 2]
    low = min((float(array.min()) for array in values), default=0.0)
    high = max((float(array.max()) for array in values), default=1.0)
    if numbers:
        signed = low < 0
    if signed:
        high = (max(abs(low), abs(high)) or 1.0) * (PALE if numbers else 1)
        low = -high
    return {
        "colorscale": SIGNED if signed else NUMBERED if numbers else "Viridis",
        "cmin": low,
        "cmax": high,
        "showscale": bool(values) and not numbers,
        "colorbar": {
            "orientation": "h",
            "thickness": 10,
            "len": 0.6,
            "outlinewidth": 0,
            "x": 0,
            "xanchor": "left",
            "y": 0,
            "yanchor": "bottom",
            "yref": "container",
        },
    }


_STILL = {"mode": "immediate", "transition": {"duration": 0}}
_AT_ONCE = {**_STILL, "frame": {"duration": 0, "redraw": True}}


def slider(frames: Mapping[str, str], below: int, **options: Any) -> dict[str, Any]:
    """Make a slider `below` pixels under the plot; `frames` are names by label."""
    return {
        "x": 0,
        "len": 1,
        "y": 0,
        "yanchor": "top",
        "pad": {"t": below},
        "currentvalue": {"visible": False},
        "steps": [
            {"label": label, "method": "animate", "args": [[name], _AT_ONCE]}
            for label, name in frames.items()
        ],
        **options,
    }


def player(
    plays: Mapping[str, Sequence[str] | None], below: int, pace: int = 350
) -> dict[str, Any]:
    """Make play buttons, each with its frames' names, None for all, and a pause."""
    playing = {
        **_STILL,
        "frame": {"duration": pace, "redraw": True},
        "fromcurrent": True,
    }
    buttons = [
        {"label": label, "method": "animate", "args": [names, playing]}
        for label, names in plays.items()
    ]
    pause = {"label": "Pause", "method": "animate", "args": [[None], _AT_ONCE]}
    return {
        "type": "buttons",
        "direction": "left",
        "showactive": False,
        "x": 0,
        "xanchor": "left",
        "y": 0,
        "yanchor": "top",
        "pad": {"t": below},
        "buttons": [*buttons, pause],
    }


def first_frame(figure: go.Figure) -> None:
    """Show what the first frame shows before anybody moves anything."""
    first = figure.frames[0]
    for number, mark in zip(first.traces, first.data):
        figure.data[number].update(mark)
    figure.update_layout(title={"text": first.layout.title.text, "x": 0.02})


def finish(figure: go.Figure, alt: str, height: int, needed: int = 0) -> None:
    """Set what all figures share; the book scrolls a figure that needs a wider page."""
    meta = {"alt": alt, "min_width": needed} if needed > NARROWEST else {"alt": alt}
    figure.update_layout(template=_TEMPLATE, height=height, meta=meta)
