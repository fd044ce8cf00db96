"""The figure of chapter 6: one slider each for padding, stride and dilation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import plotly.graph_objects as go

from ._figure_parts import (
    WINDOW,
    color_axis,
    corners,
    finish,
    picture,
    pixel_axes,
    rounded,
    slider,
)
from .indices import output_shape

KNOBS = {"padding": (0, 1, 2), "stride": (1, 2, 3), "dilation": (1, 2, 3)}
PLAIN = {"padding": 0, "stride": 1, "dilation": 1}


def knobs(image_shape: Sequence[int], kernel_shape: Sequence[int], *, alt: str) -> go.Figure:
    """Move padding, stride and dilation, one at a time, with a slider for each.

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

    Examples
    --------
    >>> figure = knobs((4, 7), (2, 3), alt="Three sliders over a grid of pixels.")
    >>> figure.frames[4].layout.title.text
    'stride 2: 2 x 3 placements'
    """
    height, width = image_shape
    positions = rounded(np.arange(height * width).reshape(height, width))
    figure = go.Figure(picture(positions, numbers=True))
    pixel_axes(figure, image_shape, {})
    margin = max(KNOBS["padding"]) + 0.5
    figure.update_xaxes(range=[-margin, width - 1 + margin])
    figure.update_yaxes(range=[height - 1 + margin, -margin])
    hidden = {"hoverinfo": "skip", "cliponaxis": False}
    figure.add_trace(go.Scatter(
        mode="lines", fill="toself", fillcolor="rgba(209, 73, 91, 0.45)",
        line={"color": WINDOW, "width": 2}, name="read by the first placement", **hidden,
    ))
    figure.add_trace(go.Scatter(
        mode="markers", marker={"color": WINDOW, "size": 7},
        name="a placement starts", **hidden,
    ))
    figure.add_trace(go.Scatter(
        mode="lines", line={"color": "#777", "width": 2, "dash": "dash"},
        name="padded image", **hidden,
    ))
    figure.frames = [
        go.Frame(
            data=_marks(image_shape, kernel_shape, {**PLAIN, knob: value}),
            traces=[1, 2, 3],
            name=f"{knob} {value}",
            layout={"title": {"text": _title(image_shape, kernel_shape, knob, value)}},
        )
        for knob, values in KNOBS.items()
        for value in values
    ]
    for trace, mark in zip(figure.data[1:], figure.frames[0].data):
        trace.update(x=mark.x, y=mark.y)
    finish(figure, alt, round(480 + 560 * height / width), min_width=560)
    figure.update_layout(
        coloraxis=color_axis([positions], signed=False, numbers=True),
        title={"text": figure.frames[0].layout.title.text, "x": 0.02, "y": 0.97},
        margin={"t": 110, "b": 330},
        legend={"orientation": "h", "y": 1.01, "yanchor": "bottom"},
        sliders=[
            slider(
                {str(value): f"{knob} {value}" for value in values},
                below=60 + 90 * number,
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
    rows, columns = np.indices((out_height, out_width)).reshape(2, -1) * stride - padding
    height, width = image_shape
    border = corners(-padding, -padding, height + 2 * padding, width + 2 * padding)
    starts = {"x": columns - 0.36, "y": rows - 0.33}  # in the pixel's corner
    return [window, starts, border]
