"""The figure of chapter 4: one window in all channels at once makes one number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
import plotly.graph_objects as go

from .._geometry import Geometry, NamedShape
from .arguments import check_texts, texts, whole_array
from .parts import (
    WINDOW,
    color_axis,
    corners,
    finish,
    first_frame,
    player,
    rounded,
    slider,
)

LIMITS = -(10**6), 10**6  # as much as can be read
GAP = 1.7  # cells between the parts
DIGITS = {"size": 11, "color": "#222"}
DIGIT, NARROW = 6, 20  # pixels of a digit, and of a cell at least
FLAT = 0.8  # height of a cell: it is as wide as its number

Place = tuple[float, float]  # x and y of a corner


def channel_stack(
    image: npt.ArrayLike, kernel: npt.ArrayLike, names: Sequence[str], *, alt: str
) -> go.Figure:
    """Slide a kernel over all channels of an image: slider and play button move it.

    Parameters
    ----------
    image : (height, width, 3) array of whole numbers
    kernel : (kernel_height, kernel_width, 3) array of whole numbers
    names : sequence of str
        The three channels.
    alt : str
        What there is to see, in words.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ValueError
        If a shape is impossible, the kernel the larger one, a name missing or one too
        many, or a value no whole number of at most a million.
    TypeError
        If an argument is of another kind than those above.

    Examples
    --------
    >>> image, kernel = np.arange(36).reshape(3, 4, 3), np.ones((2, 2, 3), dtype=int)
    >>> figure = channel_stack(image, kernel, ["a", "b", "c"], alt="Three channels.")
    >>> figure.frames[1].data[1].text
    ('sum 42', 'sum 46', 'sum 50', '42 + 46 + 50<br><b>= 138</b>')
    """
    image = whole_array(image, "image", ["(height, width, 3)"], *LIMITS)
    kernel_axes = "(kernel_height, kernel_width, 3)"
    kernel = whole_array(kernel, "kernel", [kernel_axes], *LIMITS)
    Geometry.of(
        NamedShape("image", image.shape), NamedShape("kernel", kernel.shape), 1, 0, 1
    )
    names = texts(names, "names", 3, "channel")
    check_texts(alt=alt)
    size = kernel.shape[:2]
    windows = np.lib.stride_tricks.sliding_window_view(image, size, axis=(0, 1))
    sums = np.einsum("rwcij,ijc->rwc", windows, kernel)
    places = _places(image.shape)
    figure = go.Figure()
    for name, channel, weights, (x, y) in zip(
        [f"channel {number} ({name})" for number, name in enumerate(names)],
        np.moveaxis(image, 2, 0),
        np.moveaxis(kernel, 2, 0),
        places,
    ):
        figure.add_trace(_plane(channel, x, y, name, "coloraxis"))
        beside = image.shape[1] + GAP
        figure.add_trace(_plane(weights, beside, y, f"kernel, {name}", "coloraxis2"))
        _label(figure, x, y, name)
        _label(figure, beside, y, "its kernel")
    figure.add_trace(_plane(sums.sum(axis=2), *places[3], "output", "coloraxis3"))
    _label(figure, *places[3], "output")
    figure.add_trace(
        go.Scatter(
            mode="lines",
            line={"color": WINDOW, "width": 3},
            hoverinfo="skip",
        )
    )
    figure.add_trace(
        go.Scatter(
            **_sum_places(image.shape, kernel.shape, sums.shape, places),
            mode="text",
            textposition="middle right",
            hoverinfo="skip",
        )
    )
    moved = [len(figure.data) - 2, len(figure.data) - 1]
    figure.frames = list(_frames(sums, kernel.shape, places, moved))
    _dress(figure, image, kernel, sums.sum(axis=2), alt)
    return figure


def _places(image_shape: Sequence[int]) -> list[Place]:
    """Put the three channels and the output below one another."""
    return [(0, number * (image_shape[0] + GAP)) for number in range(4)]


def _plane(
    values: np.ndarray, x: float, y: float, name: str, coloraxis: str
) -> go.Heatmap:
    return go.Heatmap(
        z=rounded(values),
        x0=x,
        y0=y,
        dx=1,
        dy=1,
        xgap=1,
        ygap=1,
        coloraxis=coloraxis,
        texttemplate="%{z}",
        textfont=DIGITS,
        hovertemplate=f"{name}: %{{z}}<extra></extra>",
    )


def _label(figure: go.Figure, x: float, y: float, text: str) -> None:
    figure.add_annotation(
        x=x - 0.5,
        y=y - 0.5,
        text=text,
        showarrow=False,
        xanchor="left",
        yanchor="bottom",
        borderpad=0,
    )


def _sum_places(
    image_shape: Sequence[int],
    kernel_shape: Sequence[int],
    out_shape: Sequence[int],
    places: Sequence[Place],
) -> dict[str, np.ndarray]:
    """Where the numbers stand: below each kernel, and beside the output."""
    beside = image_shape[1] + GAP - 0.6
    x = [beside] * 3 + [out_shape[1] - 0.2]
    y = [y + kernel_shape[0] + 0.3 for _, y in places[:3]]
    y.append(places[3][1] + (out_shape[0] - 1) / 2)
    return {"x": np.array(x, np.float32), "y": np.array(y, np.float32)}


def _frames(
    sums: np.ndarray,
    kernel_shape: Sequence[int],
    places: Sequence[Place],
    moved: list[int],
) -> Iterator[go.Frame]:
    """Move the outlines in all channels and in the output, and write the sums."""
    out_width = sums.shape[1]
    shapes = [kernel_shape[:2]] * 3 + [(1, 1)]
    for number, parts in enumerate(sums.reshape(-1, 3)):
        row, column = divmod(number, out_width)
        boxes = [
            corners(row + y, column + x, *shape)
            for (x, y), shape in zip(places, shapes)
        ]
        outline = {
            axis: np.concatenate([np.append(box[axis], np.nan) for box in boxes])[:-1]
            for axis in ("x", "y")
        }
        text = [f"sum {_minus(part)}" for part in parts]
        summed = " ".join(
            [
                _minus(parts[0]),
                *(f"{'−' if p < 0 else '+'} {abs(p)}" for p in parts[1:]),
            ]
        )
        text.append(f"{summed}<br><b>= {_minus(parts.sum())}</b>")
        title = f"placement {number}: output row {row}, column {column}"
        yield go.Frame(
            data=[
                {key: axis.astype(np.float32) for key, axis in outline.items()},
                {"text": text},
            ],
            traces=moved,
            name=str(number),
            layout={"title": {"text": title}},
        )


def _minus(number: int) -> str:
    return f"−{-number}" if number < 0 else str(number)


def _cell(*planes: np.ndarray) -> int:
    """Count the pixels that a cell needs for the longest number."""
    longest = max(len(str(number)) for plane in planes for number in plane.flat)
    return max(NARROW, 4 + DIGIT * longest)


def _dress(
    figure: go.Figure,
    image: np.ndarray,
    kernel: np.ndarray,
    output: np.ndarray,
    alt: str,
) -> None:
    """Set axes, colours, controls, and cells as large as their digits need."""
    cell = _cell(image, kernel, output)
    right = image.shape[1] + GAP + max(kernel.shape[1], 4)
    bottom = _places(image.shape)[3][1] + image.shape[0] - kernel.shape[0] + 1
    hidden = {"visible": False, "constrain": "domain"}
    figure.update_xaxes(range=[-0.6, right - 0.4], **hidden)
    figure.update_yaxes(
        range=[bottom - 0.4, -1.7],
        scaleanchor="x",
        scaleratio=FLAT,
        constraintoward="top",
        **hidden,
    )
    wide, tall = cell * (right + 0.2), FLAT * cell * (bottom + 1.3)
    finish(figure, alt, round(200 + tall), needed=round(10 + wide))
    first_frame(figure)
    for axis, planes in (
        ("coloraxis", np.moveaxis(image, 2, 0)),
        ("coloraxis2", np.moveaxis(kernel, 2, 0)),
        ("coloraxis3", [output]),
    ):
        scale = color_axis(list(planes), signed=False, numbers=True)
        figure.update_layout({axis: scale})
    figure.update_layout(
        showlegend=False,
        margin={"l": 5, "r": 5, "t": 60, "b": 140},
        updatemenus=[player({"Play": None}, below=20)],
        sliders=[slider({frame.name: frame.name for frame in figure.frames}, below=65)],
    )
