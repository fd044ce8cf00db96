"""Images side by side, and many small windows as one picture."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import starmap

import numpy as np
import numpy.typing as npt
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from .._arguments import flag, whole_number
from .arguments import (
    WINDOWS,
    check_texts,
    items,
    panel_numbers,
    pictures,
    rectangles,
    texts,
)
from .parts import (
    Rectangle,
    box,
    color_axis,
    decimals,
    finish,
    index_cells,
    picture,
    pixel_axes,
    rounded,
)

__all__ = ["mosaic", "panels"]


def panels(
    arrays: Sequence[npt.ArrayLike],
    titles: Sequence[str],
    *,
    alt: str,
    columns: int | None = None,
    signed: bool = False,
    numbers: bool = False,
    images: Collection[int] = (),
    positions: Collection[int] = (),
    marked: Mapping[int, Sequence[Rectangle]] | None = None,
) -> go.Figure:
    """Show arrays side by side: one colour scale for all of one channel.

    Parameters
    ----------
    arrays : sequence of (height, width), (height, width, 1 or 3) arrays
        With 3 channels, colours: uint8, or numbers from 0 to 1.
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
    images : collection of int, optional
        The numbers of the panels that are no results among the signed ones.
    positions : collection of int, optional
        The numbers of the panels that hold no values but positions.
    marked : mapping of int to sequence of (row, column, height, width), optional
        For a panel's number, the rectangles to outline in the window's colour.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ValueError
        If a shape is impossible, a value not finite, a colour not from 0 to 1, a title
        missing or one too many, or if there is no such panel, or place in it.
    TypeError
        If an argument is of another kind than those above.

    Examples
    --------
    >>> figure = panels([np.eye(2), np.ones((2, 3))], ["a", "b"], alt="Two arrays.")
    >>> len(figure.data)
    2
    """
    given = [
        pictures(array, f"arrays[{number}]")
        for number, array in enumerate(items(arrays, "arrays", "images"))
    ]
    titles = texts(titles, "titles", len(given), "array")
    check_texts(alt=alt)
    columns = len(given) if columns is None else whole_number(columns, "columns")
    signed, numbers = flag(signed, "signed"), flag(numbers, "numbers")
    unsigned = panel_numbers(images, "images", given)
    indices = panel_numbers(positions, "positions", given)
    boxes = rectangles({} if marked is None else marked, "marked", given)
    shown = _rounded_alike(given, indices)
    rows = -(-len(shown) // columns)
    figure = make_subplots(
        rows,
        columns,
        subplot_titles=titles,
        horizontal_spacing=0.2 / columns,
        vertical_spacing=0.36 / rows,
    )
    for number, array in enumerate(shown):
        cell = {"row": number // columns + 1, "col": number % columns + 1}
        holds_index = number in indices
        drawn = index_cells(array) if holds_index else picture(array, numbers)
        if number in unsigned:
            drawn.update(coloraxis="coloraxis2")
        for trace in (drawn, *starmap(box, boxes.get(number, ()))):
            figure.add_trace(trace, **cell)
        pixel_axes(figure, array.shape, cell)
        if number % columns:  # named once, where all rows begin
            figure.update_yaxes(title=None, **cell)
        if number + columns < len(shown):
            figure.update_xaxes(title=None, **cell)
    results = [array for number, array in enumerate(shown) if number not in unsigned]
    scale = color_axis(results, signed=signed, numbers=numbers)
    tallest = max(array.shape[0] / array.shape[1] for array in shown)
    panel_width = min(570 / columns, 350 if numbers else 480 if columns == 1 else 220)
    height = round(90 + rows * (60 + min(1.0, tallest) * panel_width))
    needed = columns * max(130, 7 * max(map(len, titles))) + 70
    finish(figure, alt, height, needed)
    figure.update_annotations(font={"size": 14})
    figure.update_layout(coloraxis=scale)
    if unsigned:
        values = color_axis([shown[n] for n in unsigned], signed=False, numbers=numbers)
        figure.update_layout(coloraxis2={**values, "showscale": False})
    if scale["showscale"]:
        figure.update_layout(height=height + 50, margin={"b": 95})
    return figure


def _rounded_alike(images: list[np.ndarray], indices: set[int]) -> list[np.ndarray]:
    """Round to the decimals of the largest value: positions and colours are none."""
    values = [image for number, image in enumerate(images) if number not in indices]
    places = decimals(image for image in values if image.ndim == 2)
    return [rounded(image, places) for image in images]


def mosaic(windows: npt.ArrayLike, columns: int, *, alt: str) -> go.Figure:
    """Show many small windows as one picture, in reading order.

    Parameters
    ----------
    windows : (n, height, width) or (n, height, width, 1 or 3) array
        With 3 channels, colours: uint8, or numbers from 0 to 1.
    columns : int
        Windows in a row.
    alt : str
        What there is to see, in words.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ValueError
        If a shape is impossible, a value not finite, or a colour not from 0 to 1.
    TypeError
        If an argument is of another kind than those above.

    Examples
    --------
    >>> figure = mosaic(np.zeros((6, 2, 3, 3)), 3, alt="Six black windows.")
    >>> len(figure.data)
    1
    """
    windows = pictures(windows, "windows", WINDOWS)
    columns = whole_number(columns, "columns")
    check_texts(alt=alt)
    n_windows, height, width = windows.shape[:3]
    rows = -(-n_windows // columns)
    sheet_shape = (
        rows * (height + 1) + 1,
        columns * (width + 1) + 1,
        *windows.shape[3:],
    )
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
    finish(figure, alt, round(60 + 760 * sheet.shape[0] / sheet.shape[1]), 22 * columns)
    figure.update_layout(margin={"l": 10, "r": 10, "t": 20, "b": 20})
    return figure
