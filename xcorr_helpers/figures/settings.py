"""The figure of chapter 6: one slider each for padding, stride and dilation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import plotly.graph_objects as go

from .._arguments import shape_of
from ..indices import output_shape
from .arguments import check_texts
from .parts import (
    WINDOW,
    WINDOW_TINT,
    corners,
    finish,
    first_frame,
    index_cells,
    pixel_axes,
    player,
    slider,
)

KNOBS = {"padding": (0, 1, 2), "stride": (1, 2, 3), "dilation": (1, 2, 3)}
PLAIN = {"padding": 0, "stride": 1, "dilation": 1}


def knobs(
    image_shape: Sequence[int], kernel_shape: Sequence[int], *, alt: str
) -> go.Figure:
    """Move padding, stride and dilation, one at a time, by a slider each or by playing.

    Parameters
    ----------
    image_shape : (int, int)
        (height, width); the pixels are labelled with their flat positions.
    kernel_shape : (int, int)
        (kernel_height, kernel_width)
    alt : str
        What there is to see, in words.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ValueError
        If a size is impossible, or the kernel at its widest is larger than the image.
    TypeError
        If an argument is of another kind than those above.

    Examples
    --------
    >>> figure = knobs((4, 7), (2, 3), alt="Three sliders over a grid of pixels.")
    >>> figure.frames[4].layout.title.text
    'stride 2: 2 x 3 placements'
    """
    height, width = image_shape = shape_of(
        image_shape, "image_shape", ["(height, width)"]
    )
    kernel_shape = shape_of(
        kernel_shape, "kernel_shape", ["(kernel_height, kernel_width)"]
    )
    output_shape(image_shape, kernel_shape, dilation=max(KNOBS["dilation"]))
    check_texts(alt=alt)
    positions = np.arange(height * width).reshape(height, width)
    figure = go.Figure(index_cells(positions, digits=11))
    pixel_axes(figure, image_shape, {})
    margin = max(KNOBS["padding"]) + 0.5
    figure.update_xaxes(range=[-margin, width - 1 + margin])
    figure.update_yaxes(range=[height - 1 + margin, -margin])
    hidden = {"hoverinfo": "skip", "cliponaxis": False}
    figure.add_trace(
        go.Scatter(
            mode="lines",
            fill="toself",
            fillcolor=WINDOW_TINT,
            line={"color": WINDOW, "width": 2},
            name="first window",
            **hidden,
        )
    )
    figure.add_trace(
        go.Scatter(
            mode="markers",
            marker={"color": WINDOW, "size": 6},
            name="starts",
            **hidden,
        )
    )
    figure.add_trace(
        go.Scatter(
            mode="lines",
            line={"color": "#777", "width": 2, "dash": "dash"},
            name="padded image",
            **hidden,
        )
    )
    figure.frames = [
        go.Frame(
            data=_marks(image_shape, kernel_shape, {**PLAIN, knob: value}),
            traces=[1, 2, 3],
            name=f"{knob} {value}",
            layout={
                "title": {"text": _title(image_shape, kernel_shape, knob, value)},
                "sliders": _settings(knob, value),
            },
        )
        for knob, values in KNOBS.items()
        for value in values
    ]
    finish(figure, alt, round(500 + 470 * height / width))
    first_frame(figure)
    figure.update_layout(
        margin={"t": 110, "b": 375},
        updatemenus=[player({"Play": None}, below=65, pace=900)],
        legend={"orientation": "h", "y": 1.01, "yanchor": "bottom"},
        sliders=[
            slider(
                {str(value): f"{knob} {value}" for value in values},
                below=110 + 90 * number,
                currentvalue={"prefix": f"{knob}: ", "xanchor": "left"},
            )
            for number, (knob, values) in enumerate(KNOBS.items())
        ],
    )
    return figure


def _title(
    image_shape: Sequence[int], kernel_shape: Sequence[int], knob: str, value: int
) -> str:
    options: dict[str, Any] = {knob: value}
    out_height, out_width = output_shape(image_shape, kernel_shape, **options)
    return f"{knob} {value}: {out_height} x {out_width} placements"


def _settings(knob: str, value: int) -> list[dict[str, int]]:
    """Set the slider that is moved, and the other two back to where they do nothing."""
    return [
        {"active": values.index(value if name == knob else PLAIN[name])}
        for name, values in KNOBS.items()
    ]


def _marks(
    image_shape: Sequence[int], kernel_shape: Sequence[int], options: dict[str, int]
) -> list[dict[str, np.ndarray]]:
    """Outline what the first placement reads, mark all starts, outline the padding."""
    padding, stride, dilation = (options[knob] for knob in KNOBS)
    out_height, out_width = output_shape(
        image_shape, kernel_shape, stride=stride, padding=padding, dilation=dilation
    )
    gap = [np.nan]
    boxes = [
        corners(i * dilation - padding, j * dilation - padding, 1, 1)
        for i, j in np.ndindex(*kernel_shape)
    ]
    window = {
        axis: np.concatenate([np.append(box[axis], gap) for box in boxes])[:-1]
        for axis in ("x", "y")
    }
    rows, columns = (
        np.indices((out_height, out_width)).reshape(2, -1) * stride - padding
    )
    height, width = image_shape
    border = corners(-padding, -padding, height + 2 * padding, width + 2 * padding)
    starts = {"x": columns - 0.36, "y": rows - 0.33}  # in the pixel's corner
    return [window, starts, border]
