"""The plotly figures of the chapters, in one visual language.

viridis shows values, a blue-white-red scale centred on 0 shows signed results, and
`WINDOW` is the colour of the window and of what it makes, in every figure. Each figure
needs `alt`: what a reader who does not see it should know of it. Values are rounded, so
that every machine stores the same figure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from ._figure_parts import (
    DECIMALS,
    WINDOW,
    Rectangle,
    add_player,
    box,
    color_axis,
    corners,
    finish,
    picture,
    pixel_axes,
    rounded,
)
from ._knobs_figure import knobs
from ._training_figures import confusion, lines
from .indices import output_shape, window_offsets

__all__ = [
    "WINDOW",
    "confusion",
    "curves",
    "knobs",
    "lines",
    "mosaic",
    "panels",
    "sliding_window",
]

def panels(
    arrays: Sequence[npt.ArrayLike],
    titles: Sequence[str],
    *,
    alt: str,
    columns: int | None = None,
    signed: bool = False,
    numbers: bool = False,
    marked: Mapping[int, Sequence[Rectangle]] | None = None,
) -> go.Figure:
    """Show images side by side: one colour scale for all of one channel.

    Parameters
    ----------
    arrays : sequence of (height, width) or (height, width, 3) arrays
        With 3 channels, colours from 0 to 1.
    titles : sequence of str
        One an array.
    alt : str
        What there is to see, in words.
    columns : int, optional
        Panels in a row; all in one row if not given.
    signed : bool
        Use the scale that is centred on 0.
    numbers : bool
        Write each value into its pixel.
    marked : mapping of int to sequence of (row, column, height, width), optional
        For a panel's number, the rectangles to outline in the window's colour, in pixels.

    Returns
    -------
    plotly.graph_objects.Figure

    Examples
    --------
    >>> figure = panels([np.eye(2), np.ones((2, 3))], ["a", "b"], alt="Two arrays.")
    >>> len(figure.data)
    2
    """
    shown = [rounded(array) for array in arrays]
    columns = columns or len(shown)
    rows = -(-len(shown) // columns)
    figure = make_subplots(
        rows, columns, subplot_titles=titles, horizontal_spacing=0.08,
        vertical_spacing=0.36 / rows,
    )
    for number, array in enumerate(shown):
        cell = {"row": number // columns + 1, "col": number % columns + 1}
        figure.add_trace(picture(array, numbers), **cell)
        for rectangle in (marked or {}).get(number, ()):
            figure.add_trace(box(*rectangle), **cell)
        pixel_axes(figure, array.shape, cell)
    figure.update_layout(coloraxis=color_axis(shown, signed=signed, numbers=numbers))
    tallest = max(array.shape[0] / array.shape[1] for array in shown)
    height = round(90 + rows * (60 + min(1.0, tallest) * 570 / columns))
    finish(figure, alt, height, min_width=0 if columns == 1 else 180 * columns + 200)
    return figure


def mosaic(windows: npt.ArrayLike, columns: int, *, alt: str) -> go.Figure:
    """Show many small windows as one picture, in reading order.

    Parameters
    ----------
    windows : (n, height, width) or (n, height, width, 3) array
        With 3 channels, colours from 0 to 1.
    columns : int
        Windows in a row.
    alt : str
        What there is to see, in words.

    Returns
    -------
    plotly.graph_objects.Figure

    Examples
    --------
    >>> figure = mosaic(np.zeros((6, 2, 3, 3)), 3, alt="Six black windows.")
    >>> len(figure.data)
    1
    """
    windows = np.asarray(windows)
    n_windows, height, width = windows.shape[:3]
    rows = -(-n_windows // columns)
    sheet_shape = (rows * (height + 1) + 1, columns * (width + 1) + 1, *windows.shape[3:])
    sheet = np.full(sheet_shape, windows.max())  # what no window covers stays bright
    for number, window in enumerate(windows):
        top = number // columns * (height + 1) + 1
        left = number % columns * (width + 1) + 1
        sheet[top : top + height, left : left + width] = window
    figure = go.Figure(picture(rounded(sheet), numbers=False))
    pixel_axes(figure, sheet.shape, {})
    figure.update_xaxes(visible=False)
    figure.update_yaxes(visible=False)
    scale = color_axis([sheet], signed=False, numbers=False)
    figure.update_layout(coloraxis={**scale, "showscale": False})
    finish(figure, alt, round(60 + 760 * sheet.shape[0] / sheet.shape[1]), min_width=640)
    figure.update_layout(margin={"l": 10, "r": 10, "t": 20, "b": 20})
    return figure


def sliding_window(
    image: npt.ArrayLike,
    kernel: npt.ArrayLike,
    *,
    alt: str,
    every: int = 1,
    numbers: bool = False,
) -> go.Figure:
    """Slide a kernel over an image: a slider and a play button move the window.

    Parameters
    ----------
    image : (height, width) array
    kernel : (kernel_height, kernel_width) array
    alt : str
        What there is to see, in words.
    every : int
        Stop at each placement whose number is a multiple of this.
    numbers : bool
        Write each value into its pixel.

    Returns
    -------
    plotly.graph_objects.Figure

    Examples
    --------
    >>> figure = sliding_window(np.eye(3, 4), np.ones((2, 2)), alt="A window of ones.")
    >>> len(figure.frames)
    6
    """
    image, kernel = np.asarray(image), np.asarray(kernel)
    windows = np.lib.stride_tricks.sliding_window_view(image, kernel.shape)
    output = (windows * kernel).sum(axis=(2, 3))
    offsets = window_offsets(image.shape, kernel.shape)
    out_height, out_width = output_shape(image.shape, kernel.shape)
    figure = make_subplots(
        1, 2, subplot_titles=["image", "output"], horizontal_spacing=0.08,
        column_widths=[image.shape[1], out_width],
    )
    for column, array in enumerate((rounded(image), rounded(output)), start=1):
        axis = f"coloraxis{column}"
        figure.add_trace(picture(array, numbers).update(coloraxis=axis), 1, column)
        pixel_axes(figure, array.shape, {"row": 1, "col": column})
        scale = color_axis([array], signed=column == 2 and not numbers, numbers=numbers)
        figure.update_layout({axis: {**scale, "showscale": False}})
    frames = []
    for number in range(0, out_height * out_width, every):
        row, column = divmod(number, out_width)
        start = int(offsets[number])
        boxes = [corners(row, column, *kernel.shape), corners(row, column, 1, 1)]
        title = f"placement {number} starts at flat position {start}"
        layout = {"title": {"text": title}}
        frames.append(go.Frame(data=boxes, traces=[2, 3], layout=layout, name=str(number)))
    figure.add_trace(box(0, 0, *kernel.shape), 1, 1)
    figure.add_trace(box(0, 0, 1, 1), 1, 2)
    figure.frames = frames
    height = round(290 + 340 * image.shape[0] / image.shape[1])
    finish(figure, alt, height, min_width=620)
    title = {"text": frames[0].layout.title.text, "x": 0.02, "y": 0.96}
    figure.update_layout(margin={"t": 80, "b": 160}, title=title)
    add_player(figure)
    return figure


def curves(
    x: npt.ArrayLike,
    lines: Mapping[str, npt.ArrayLike],
    *,
    x_title: str,
    y_title: str,
    alt: str,
) -> go.Figure:
    """Draw lines over one x axis, both axes logarithmic.

    Parameters
    ----------
    x : (n,) array
        Positive.
    lines : mapping of str to (n,) array
        Positive values by their name.
    x_title, y_title : str
        What the axes count, with the unit.
    alt : str
        What there is to see, in words.

    Returns
    -------
    plotly.graph_objects.Figure

    Examples
    --------
    >>> figure = curves([1, 10], {"a": [2, 20]}, x_title="n", y_title="MB", alt="Up.")
    >>> figure.layout.xaxis.type
    'log'
    """
    figure = go.Figure()
    dashes = ["solid", "dash", "dot", "dashdot"]  # never told apart by colour alone
    for (name, y), dash in zip(lines.items(), dashes):
        line = {"dash": dash, "width": 3}
        y = np.round(np.asarray(y, float), DECIMALS)
        figure.add_trace(go.Scatter(x=np.asarray(x), y=y, name=name, line=line))
    figure.update_xaxes(type="log", title=x_title, showgrid=True, dtick=1)
    figure.update_yaxes(type="log", title=y_title, showgrid=True, dtick=1)
    figure.update_layout(legend={"orientation": "h", "y": 1.02, "yanchor": "bottom"})
    finish(figure, alt, 420)
    return figure
