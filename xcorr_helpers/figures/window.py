"""The figure of chapter 2: a window slides over an image, its numbers make another."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from .._arguments import flag, whole_number
from .._geometry import Geometry, NamedShape
from ..indices import output_shape, window_offsets
from .arguments import check_texts, finite_array
from .parts import (
    box,
    color_axis,
    corners,
    finish,
    first_frame,
    picture,
    pixel_axes,
    player,
    rounded,
    slider,
)


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
        Write each value into its pixel, and put the output below the image.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ValueError
        If a shape is impossible, a value not finite, or the kernel the larger one.
    TypeError
        If an argument is of another kind than those above.

    Examples
    --------
    >>> figure = sliding_window(np.eye(3, 4), np.ones((2, 2)), alt="A window of ones.")
    >>> len(figure.frames)
    6
    """
    image = finite_array(image, "image", ["(height, width)"])
    kernel = finite_array(kernel, "kernel", ["(kernel_height, kernel_width)"])
    Geometry.of(
        NamedShape("image", image.shape), NamedShape("kernel", kernel.shape), 1, 0, 1
    )
    check_texts(alt=alt)
    every, numbers = whole_number(every, "every"), flag(numbers, "numbers")
    image = image.astype(float)  # a sum of bytes would overflow
    windows = np.lib.stride_tricks.sliding_window_view(image, kernel.shape)
    output = (windows * kernel).sum(axis=(2, 3))
    figure, cells = _two_panels(image, output, numbers)
    for number, (array, cell) in enumerate(zip((image, output), cells), start=1):
        axis = f"coloraxis{number}"
        shown = picture(rounded(array), numbers).update(coloraxis=axis)
        figure.add_trace(shown, **cell)
        pixel_axes(figure, array.shape, cell)
        scale = color_axis([array], signed=number == 2 and not numbers, numbers=numbers)
        figure.update_layout({axis: {**scale, "showscale": False}})
    for shape, cell in zip((kernel.shape, (1, 1)), cells):
        figure.add_trace(box(0, 0, *shape), **cell)
    figure.frames = _frames(image.shape, kernel.shape, every)
    if numbers:  # the same columns below each other
        figure.update_xaxes(range=[-0.5, image.shape[1] - 0.5], row=2)
        figure.update_xaxes(tickvals=np.arange(output.shape[1]), row=2)
    tall = (image.shape[0] + output.shape[0]) * 34 if numbers else 240
    finish(figure, alt, 330 + tall)
    first_frame(figure)
    figure.update_layout(
        margin={"t": 90, "b": 170},
        updatemenus=[player({"Play": None}, below=65)],
        sliders=[
            slider({frame.name: frame.name for frame in figure.frames}, below=110)
        ],
    )
    return figure


def _two_panels(
    image: np.ndarray, output: np.ndarray, below: bool
) -> tuple[go.Figure, list[dict[str, int]]]:
    """Lay out two panels, below each other or side by side, pixels of one size."""
    titles = ["image", "output"]
    if below:
        heights = [image.shape[0], output.shape[0]]
        figure = make_subplots(
            2, 1, subplot_titles=titles, row_heights=heights, vertical_spacing=0.24
        )
        return figure, [{"row": 1, "col": 1}, {"row": 2, "col": 1}]
    widths = [image.shape[1], output.shape[1]]
    figure = make_subplots(
        1, 2, subplot_titles=titles, column_widths=widths, horizontal_spacing=0.2
    )
    return figure, [{"row": 1, "col": 1}, {"row": 1, "col": 2}]


def _frames(
    image_shape: tuple[int, ...], kernel_shape: tuple[int, ...], every: int
) -> list[go.Frame]:
    """Move the two outlines, and say where the window starts."""
    offsets = window_offsets(image_shape, kernel_shape)
    out_height, out_width = output_shape(image_shape, kernel_shape)
    frames = []
    for number in range(0, out_height * out_width, every):
        row, column = divmod(number, out_width)
        boxes = [corners(row, column, *kernel_shape), corners(row, column, 1, 1)]
        title = f"placement {number} starts at flat position {offsets[number]}"
        frames.append(
            go.Frame(
                data=boxes,
                traces=[2, 3],
                name=str(number),
                layout={"title": {"text": title}},
            )
        )
    return frames
