"""The figure of chapter 2: a kernel slides over an image, its sums make another."""

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

WEIGHT = "#8a1c30"  # the window's colour, dark enough to be read on any value


def sliding_window(
    image: npt.ArrayLike,
    kernel: npt.ArrayLike,
    *,
    alt: str,
    every: int = 1,
    numbers: bool = False,
) -> go.Figure:
    """Slide a kernel over an image: a slider and a play button move it.

    Parameters
    ----------
    image : (height, width) array
    kernel : (kernel_height, kernel_width) array
    alt : str
        What there is to see, in words.
    every : int
        Stop at each placement whose number is a multiple of this.
    numbers : bool
        Write each value into its pixel, the kernel's below those that they meet, and
        the sum above; put the output below the image.

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
    >>> image, kernel = np.arange(12).reshape(3, 4), np.array([[1, 3], [2, 0]])
    >>> figure = sliding_window(image, kernel, alt="With its sums.", numbers=True)
    >>> figure.frames[1].layout.title.text.split("<br>")[1:]
    ['1*1 + 3*2', ' + 2*5 + 0*6 = <b>17</b>']
    """
    image = finite_array(image, "image", ["(height, width)"])
    kernel = finite_array(kernel, "kernel", ["(kernel_height, kernel_width)"])
    Geometry.of(
        NamedShape("image", image.shape), NamedShape("kernel", kernel.shape), 1, 0, 1
    )
    check_texts(alt=alt)
    every, numbers = whole_number(every, "every"), flag(numbers, "numbers")
    image, kernel = image.astype(float), kernel.astype(float)  # bytes would overflow
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
    if numbers:
        figure.data[0].texttemplate = "%{z}<br> "  # with room below for the kernel's
        figure.add_trace(_weights(kernel), **cells[0])
    figure.frames = _frames(image, kernel, every, numbers)
    if numbers:  # the same columns below each other
        figure.update_xaxes(range=[-0.5, image.shape[1] - 0.5], row=2)
        figure.update_xaxes(tickvals=np.arange(output.shape[1]), row=2)
        top = {"y": 1, "yanchor": "top", "pad": {"t": 30}, "font": {"size": 15}}
        figure.update_layout(title=top)
    tall = (image.shape[0] + output.shape[0]) * 34 if numbers else 240
    said = 18 * len(kernel) if numbers else 0  # pixels that the sum needs
    finish(figure, alt, 330 + tall + said)
    first_frame(figure)
    figure.update_layout(
        margin={"t": 90 + said, "b": 170},
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


def _weights(kernel: np.ndarray) -> go.Scatter:
    """Write the kernel's values small, each below the pixel's value that it meets."""
    return go.Scatter(
        **_places(0, 0, kernel.shape),
        mode="text",
        text=[f"×{_short(weight)}" for weight in kernel.ravel()],
        textfont={"size": 12, "color": WEIGHT},
        cliponaxis=False,
        hoverinfo="skip",
        showlegend=False,
    )


def _places(row: int, column: int, shape: tuple[int, ...]) -> dict[str, np.ndarray]:
    """Where the kernel's values stand when its corner lies on a pixel."""
    down, right = np.indices(shape).reshape(2, -1).astype(np.float32)
    return {"x": column + right, "y": row + np.float32(0.24) + down}


def _frames(
    image: np.ndarray, kernel: np.ndarray, every: int, numbers: bool
) -> list[go.Frame]:
    """Move the two outlines, and say where the window starts and what its sum is."""
    offsets = window_offsets(image.shape, kernel.shape)
    out_width = output_shape(image.shape, kernel.shape)[1]
    windows = np.lib.stride_tricks.sliding_window_view(image, kernel.shape)
    frames = []
    for number in range(0, len(offsets), every):
        row, column = divmod(number, out_width)
        marks = [corners(row, column, *kernel.shape), corners(row, column, 1, 1)]
        title = f"placement {number} starts at flat position {offsets[number]}"
        if numbers:
            marks.append(_places(row, column, kernel.shape))
            title += f"<br>{_sum_in_words(windows[row, column], kernel)}"
        frames.append(
            go.Frame(
                data=marks,
                traces=list(range(2, 2 + len(marks))),
                name=str(number),
                layout={"title": {"text": title}},
            )
        )
    return frames


def _sum_in_words(pixels: np.ndarray, kernel: np.ndarray) -> str:
    """Write the products, one row of the kernel in a line, and their sum."""
    words = ""
    for row, weights in zip(pixels, kernel):
        for pixel, weight in zip(row, weights):
            sign = "−" if weight < 0 else "+"
            words += f" {sign} {_short(abs(weight))}*{_short(pixel)}"
        words += "<br>"
    first = "−" if words.startswith(" −") else ""
    total = _short((pixels * kernel).sum())
    return f"{first}{words[3:].removesuffix('<br>')} = <b>{total}</b>"


def _short(number: float) -> str:
    """Write a whole number whole, another one with four digits."""
    is_whole = number == round(number) and abs(number) < 1e9
    return (f"{number:.0f}" if is_whole else f"{number:.4g}").replace("-", "−")
