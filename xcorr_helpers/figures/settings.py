"""The figure of chapter 6: a slider each for padding, stride and dilation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from typing import Any

import numpy as np
import plotly.graph_objects as go

from .._arguments import shape_of
from ..indices import output_shape
from .arguments import check_texts
from .parts import (
    INDEX,
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
ZERO = "#dcdcdc"  # the paper of the cells that padding adds
Setting = tuple[int, ...]  # one value of each of `KNOBS`
PLAIN: Setting = (0, 1, 1)
# Play turns each knob alone, then one more at a time.
WALK: tuple[Setting, ...] = (
    *(PLAIN, (1, 1, 1), (2, 1, 1)),
    *(PLAIN, (0, 2, 1), (0, 3, 1)),
    *(PLAIN, (0, 1, 2), (0, 1, 3)),
    *((2, 1, 3), (2, 2, 3)),
)


def knobs(
    image_shape: Sequence[int], kernel_shape: Sequence[int], *, alt: str
) -> go.Figure:
    """Turn padding, stride and dilation, alone or together, by a slider each.

    Parameters
    ----------
    image_shape : (int, int)
        (height, width); the pixels, padded ones too, show their flat positions.
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
    >>> print(figure.layout.title.text)
    3 x 5 placements
    """
    image_shape = shape_of(image_shape, "image_shape", ["(height, width)"])
    kernel_shape = shape_of(
        kernel_shape, "kernel_shape", ["(kernel_height, kernel_width)"]
    )
    output_shape(image_shape, kernel_shape, dilation=max(KNOBS["dilation"]))
    check_texts(alt=alt)
    figure = go.Figure([_cells(image_shape, padding) for padding in KNOBS["padding"]])
    figure.add_traces([_window(kernel_shape, gap) for gap in KNOBS["dilation"]])
    figure.add_trace(
        go.Scatter(
            mode="markers",
            marker={"color": WINDOW, "size": 5},
            name="starts",
            hoverinfo="skip",
            cliponaxis=False,
        )
    )
    pixel_axes(figure, image_shape, {})
    figure.update_layout(_ranges(image_shape, PLAIN[0]))
    figure.frames = [
        _frame(image_shape, kernel_shape, setting)
        for setting in product(*KNOBS.values())
    ]
    finish(figure, alt, round(500 + 470 * image_shape[0] / image_shape[1]))
    first_frame(figure)
    figure.update_layout(
        margin={"t": 110, "r": 12, "b": 375, "l": 40},
        updatemenus=[player({"Play": _names(WALK)}, below=65, pace=900)],
        legend={"orientation": "h", "y": 1.01, "yanchor": "bottom"},
        sliders=[
            slider(
                {},
                below=110 + 90 * number,
                currentvalue={"prefix": f"{knob}: ", "xanchor": "left"},
                **steps,
            )
            for number, (knob, steps) in enumerate(zip(KNOBS, _sliders(PLAIN)))
        ],
    )
    return figure


def _cells(image_shape: Sequence[int], padding: int) -> go.Heatmap:
    """Draw a padded image: its positions, the zeros on a paper of their own."""
    is_zero = np.pad(np.zeros(image_shape, np.uint8), padding, constant_values=1)
    cells = index_cells(np.arange(is_zero.size).reshape(is_zero.shape), digits=9)
    return cells.update(
        text=cells.z,
        z=is_zero,
        zmin=0,
        zmax=1,
        colorscale=[[0, INDEX], [1, ZERO]],
        texttemplate="%{text}",
        hovertemplate=cells.hovertemplate.replace("%{z}", "%{text}"),
        visible=padding == PLAIN[0],
    )


def _window(kernel_shape: Sequence[int], dilation: int) -> go.Scatter:
    """Outline each pixel that the first placement reads."""
    boxes = [
        corners(row * dilation, column * dilation, 1, 1)
        for row, column in np.ndindex(*kernel_shape)
    ]
    gap = np.array([np.nan], np.float32)
    outlines = {
        axis: np.concatenate([np.append(box[axis], gap) for box in boxes])[:-1]
        for axis in ("x", "y")
    }
    return go.Scatter(
        **outlines,
        mode="lines",
        fill="toself",
        fillcolor=WINDOW_TINT,
        line={"color": WINDOW, "width": 2},
        name="first window",
        hoverinfo="skip",
        cliponaxis=False,
        visible=dilation == PLAIN[2],
    )


def _ranges(image_shape: Sequence[int], padding: int) -> dict[str, Any]:
    """Count from the first zero, and leave the image where it was on the page."""
    room = max(KNOBS["padding"]) + 0.5
    height, width = image_shape
    return {
        "xaxis": {"range": [padding - room, padding + width - 1 + room]},
        "yaxis": {"range": [padding + height - 1 + room, padding - room]},
    }


def _names(settings: Iterable[Setting]) -> list[str]:
    """Name the frames that show these settings."""
    return ["".join(map(str, setting)) for setting in settings]


def _frame(
    image_shape: Sequence[int], kernel_shape: Sequence[int], setting: Setting
) -> go.Frame:
    """Show one setting: its zeros, its first window, and where placements start."""
    padding, stride, dilation = setting
    out_shape = output_shape(image_shape, kernel_shape, **dict(zip(KNOBS, setting)))
    corner = np.indices(out_shape).reshape(2, -1) * stride - 0.5
    rows, columns = corner.astype(np.float32)  # where they cover no number
    data = [
        *(go.Heatmap(visible=value == padding) for value in KNOBS["padding"]),
        *(go.Scatter(visible=value == dilation) for value in KNOBS["dilation"]),
        go.Scatter(x=columns, y=rows),
    ]
    return go.Frame(
        data=data,
        traces=list(range(len(data))),
        name=_names([setting])[0],
        layout={
            "title": {"text": f"{out_shape[0]} x {out_shape[1]} placements"},
            "sliders": _sliders(setting),
            **_ranges(image_shape, padding),
        },
    )


def _sliders(setting: Setting) -> list[dict[str, Any]]:
    """Put each slider where it is, and lead each of its steps on from there.

    A step of a slider shows a frame, and each frame gives all sliders new steps, so
    that one knob leaves the other two as they are.
    """
    at_once = {"mode": "immediate", "frame": {"duration": 0}}
    found = []
    for number, values in enumerate(KNOBS.values()):
        around = [
            (*setting[:number], value, *setting[number + 1 :]) for value in values
        ]
        steps = [
            {"label": str(value), "method": "animate", "args": [[name], at_once]}
            for value, name in zip(values, _names(around))
        ]
        found.append({"active": values.index(setting[number]), "steps": steps})
    return found
