"""The figure of chapter 5: a batch is worked through in blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from .._arguments import shape_of, whole_number
from .arguments import check_texts, items
from .parts import (
    WINDOW,
    WINDOW_TINT,
    corners,
    finish,
    first_frame,
    player,
    rounded,
    slider,
)

WAITING = "rgba(127, 140, 153, 0.25)"  # on a light page and on a dark one
DONE = "#3b7cb0"
DONE_TINT = "rgba(59, 124, 176, 0.55)"
Part = tuple[int, int, int, int]  # first image, first placement, images, placements


def blocks(
    n_images: int,
    index_shape: Sequence[int],
    sizes: Sequence[tuple[int, int]],
    *,
    alt: str,
    itemsize: int = 8,
) -> go.Figure:
    """Work through a batch in blocks: what is gathered, what it takes, what is done.

    Parameters
    ----------
    n_images : int
    index_shape : (int, int)
        (n_windows, window_size)
    sizes : sequence of (int, int)
        Ways to cut: images in a block, placements in a block. Each gets a slider.
    alt : str
        What there is to see, in words.
    itemsize : int
        Bytes of one value.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ValueError
        If a number is below 1, or if two of `sizes` are the same, or one is too large.
    TypeError
        If an argument is of another kind than those above.

    Examples
    --------
    >>> figure = blocks(5, (6, 4), [(2, 6), (1, 3)], alt="Five images in blocks.")
    >>> [len(control.steps) for control in figure.layout.sliders]
    [3, 10]
    >>> figure.frames[2].layout.title.text
    'image 4, placements 0 to 5<br>1 · 6 · 4 · 8 = 192 bytes held'
    """
    n_images = whole_number(n_images, "n_images")
    itemsize = whole_number(itemsize, "itemsize")
    index_shape = shape_of(index_shape, "index_shape", ["(n_windows, window_size)"])
    ways = _ways(sizes, (n_images, index_shape[0]))
    check_texts(alt=alt)
    n_windows, window_size = index_shape
    figure = make_subplots(2, 1, row_heights=[0.74, 0.26], vertical_spacing=0.28)
    everything = rounded(np.zeros((n_images, n_windows)))
    figure.add_trace(
        go.Heatmap(
            z=everything,
            colorscale=[[0, WAITING], [1, WAITING]],
            showscale=False,
            xgap=1,
            ygap=1,
            hovertemplate="image %{y}, placement %{x}<extra></extra>",
        ),
        1,
        1,
    )
    done = {"color": DONE, "width": 1}
    now = {"color": WINDOW, "width": 3}
    for name, line, fill, row in (
        ("output written", done, DONE_TINT, 1),
        ("gathered now", now, WINDOW_TINT, 1),
        ("bytes held", now, WINDOW_TINT, 2),
    ):
        figure.add_trace(
            go.Scatter(
                mode="lines",
                fill="toself",
                line=line,
                fillcolor=fill,
                name=name,
                hoverinfo="skip",
                cliponaxis=False,
                showlegend=row == 1,
            ),
            row,
            1,
        )
    labels = {}
    frames: list[go.Frame] = []
    for way, size in enumerate(ways):
        made = list(_frames(n_images, index_shape, itemsize, size, (way, len(ways))))
        labels[_label(size, n_windows)] = [frame.name for frame in made]
        frames += made
    figure.frames = frames
    all_bytes = n_images * n_windows * window_size * itemsize
    finish(figure, alt, 720)
    _dress(figure, n_images, n_windows, all_bytes, labels)
    return figure


def _ways(sizes: Any, most: tuple[int, int]) -> list[tuple[int, int]]:
    """Return the ways to cut, each of which gets a slider of its own."""
    ways = []
    for number, size in enumerate(items(sizes, "sizes", "(images, placements)")):
        name = f"sizes[{number}]"
        images, placements = shape_of(size, name, ["(images, placements)"])
        way = images, placements
        if images > most[0] or placements > most[1] or way in ways:
            raise ValueError(
                f"{name} must be at most {most}, all there are, and another one than "
                f"those before, got {way}"
            )
        ways.append(way)
    return ways


def _label(size: tuple[int, int], n_windows: int) -> str:
    images = "1 image" if size[0] == 1 else f"{size[0]} images"
    return images if size[1] == n_windows else f"{images}, {size[1]} placements"


def _parts(n_images: int, n_windows: int, size: tuple[int, int]) -> Iterator[Part]:
    """Cut as `correlate` does: for each run of placements, all images."""
    for placement in range(0, n_windows, size[1]):
        for image in range(0, n_images, size[0]):
            yield (
                image,
                placement,
                min(size[0], n_images - image),
                min(size[1], n_windows - placement),
            )


def _frames(
    n_images: int,
    index_shape: Sequence[int],
    itemsize: int,
    size: tuple[int, int],
    ways: tuple[int, int],
) -> Iterator[go.Frame]:
    """Move the block, grow what is done behind it, and write what it takes."""
    n_windows, window_size = index_shape
    way, n_ways = ways
    for step, part in enumerate(_parts(n_images, n_windows, size)):
        image, placement, images, placements = part
        held = images * placements * window_size * itemsize
        title = (
            f"image{_range(image, images)}, "
            f"placement{_range(placement, placements)}<br>"
            f"{images} · {placements} · {window_size} · {itemsize} = {held:,} "
            "bytes held"
        )
        bar = {"x": np.array([0, held, held, 0, 0]), "y": np.array([0, 0, 1, 1, 0])}
        yield go.Frame(
            data=[
                _done(n_images, image, placement, placements),
                corners(image, placement, images, placements),
                bar,
            ],
            traces=[1, 2, 3],
            name=f"{way}-{step}",
            layout={
                "title": {"text": title},
                "sliders": [{"active": step * (way == i)} for i in range(n_ways)],
            },
        )


def _range(first: int, count: int) -> str:
    return f" {first}" if count == 1 else f"s {first} to {first + count - 1}"


def _done(n_images: int, image: int, placement: int, run: int) -> dict[str, np.ndarray]:
    """Outline what was written before: whole runs of placements, a part of this one."""
    right = placement + (run if image else 0)
    x = np.array([0, right, right, placement, placement, 0, 0], np.float32) - 0.5
    y = np.array([0, 0, image, image, n_images, n_images, 0], np.float32) - 0.5
    return {"x": x, "y": y}


def _dress(
    figure: go.Figure,
    n_images: int,
    n_windows: int,
    all_bytes: int,
    labels: dict[str, list[str]],
) -> None:
    """Set axes, the line for everything at once, and the controls."""
    figure.update_xaxes(
        title="placement", range=[-0.5, n_windows - 0.5], dtick=6, row=1
    )
    figure.update_yaxes(title="image", range=[n_images - 0.5, -0.5], dtick=1, row=1)
    figure.update_xaxes(title="bytes of gathered values", range=[0, all_bytes], row=2)
    figure.update_yaxes(visible=False, range=[0, 1], row=2)
    figure.add_annotation(
        x=all_bytes,
        y=0.5,
        text=f"all at once: {all_bytes:,}",
        showarrow=False,
        xanchor="right",
        row=2,
        col=1,
    )
    first_frame(figure)
    figure.update_layout(
        margin={"t": 120, "b": 310},
        legend={"orientation": "h", "y": 1.02, "yanchor": "bottom"},
        updatemenus=[
            player({f"Play {label}": names}, below=70 + 120 * number)
            for number, (label, names) in enumerate(labels.items())
        ],
        sliders=[
            slider(
                {str(step): name for step, name in enumerate(names)},
                below=115 + 120 * number,
            )
            for number, names in enumerate(labels.values())
        ],
    )
