"""Draw what a function reads beside what was due."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from ..figures.parts import NUMBERED, PALE, SIGNED, corners, finish, picture, pixel_axes
from ._reads import Reads, row_of

_WRONG = "#b07c10"  # not the window's: that colour shows nothing else
_MOST_NAMED = 4  # wrong cells in the alt text
_MOST_WRITTEN = 12  # columns of cells that have room for a number
_CELL = 30  # pixels that a number, or two, take
_PANEL = 270  # pixels that a panel is wide


def drawing(reads: Reads) -> go.Figure:
    """Draw one output's inputs as they lie, and all outputs as a matrix, twice each."""
    wrong_rows = _wrong_rows(reads)
    output = _most_to_see(reads, wrong_rows)
    texts = [reads.texts(matrix, output) for matrix in (reads.due, reads.came)]
    due, came = (reads.weights(matrix) for matrix in (reads.due, reads.came))
    rows = [[row_of(each, output).reshape(reads.shape) for each in (due, came)]]
    if max(len(due), len(came)) > 1:
        rows.append([due, came])
    heights = [_PANEL * min(1.4, max(len(m) / m.shape[1] for m in row)) for row in rows]
    figure = make_subplots(
        len(rows),
        2,
        row_heights=heights,
        subplot_titles=[
            *(f"output {output}, {whose}" for whose in ("as due", "yours")),
            *(f"all outputs, {whose}" for whose in ("as due", "yours")),
        ][: 2 * len(rows)],
        horizontal_spacing=0.12,
        vertical_spacing=90 / (sum(heights) + 90),
    )
    _fill(figure, rows, texts)
    high = max(float(np.abs(each).max(initial=0)) for each in (due, came)) or 1.0
    scale = {"colorscale": NUMBERED, "cmin": 0, "cmax": high}
    if not reads.order:  # wide, so that the numbers stand out
        scale = {"colorscale": SIGNED, "cmin": -PALE * high, "cmax": PALE * high}
    figure.update_layout(coloraxis={**scale, "showscale": False})
    finish(
        figure,
        _in_words(reads, output, texts, len(wrong_rows)),
        round(sum(heights) + 90 * len(rows) + 20),
        2 * _CELL * reads.shape[1] + 110 if reads.shape[1] <= _MOST_WRITTEN else 0,
    )
    return figure.update_annotations(font={"size": 14})


def _fill(
    figure: go.Figure, rows: Sequence[Sequence[np.ndarray]], texts: Sequence[np.ndarray]
) -> None:
    for number, row in enumerate(rows):
        wrong = _differ(*row) if number else texts[0] != texts[1]
        for place, grid in enumerate(row):
            cell = {"row": number + 1, "col": place + 1}
            cells = picture(grid, numbers=False)
            if not number and grid.shape[1] <= _MOST_WRITTEN:
                cells.update(text=texts[place], texttemplate="%{text}")
                cells.update(textfont={"size": 13, "color": "#222"})
            figure.add_trace(cells, **cell)
            if place:
                figure.add_trace(_outlines(wrong, 1 if number else 2), **cell)
            pixel_axes(figure, grid.shape, cell)
            if number:
                figure.update_xaxes(title="input", **cell)
                figure.update_yaxes(title="output", **cell)
            if place:
                figure.update_yaxes(title=None, **cell)


def _outlines(wrong: np.ndarray, thick: int) -> go.Scatter:
    """Outline cells, all in one line that is broken between them."""
    xs: list[float] = []
    ys: list[float] = []
    for row, column in np.argwhere(wrong).tolist():
        box = corners(row, column, 1, 1)
        xs += [*map(float, box["x"]), np.nan]
        ys += [*map(float, box["y"]), np.nan]
    return go.Scatter(
        x=np.array(xs, np.float32),
        y=np.array(ys, np.float32),
        mode="lines",
        cliponaxis=False,
        line={"color": _WRONG, "width": thick},
        hoverinfo="skip",
        showlegend=False,
    )


def _differ(due: np.ndarray, came: np.ndarray) -> np.ndarray:
    """Mark what differs in what came; where nothing was due, all of it."""
    wrong = np.ones(came.shape, bool)
    both = min(len(due), len(came))
    wrong[:both] = ~np.isclose(due[:both], came[:both])
    return wrong


def _most_to_see(reads: Reads, wrong: Sequence[int]) -> int:
    """Choose the first wrong output that reads most, as it is due."""
    counts = np.count_nonzero(reads.weights(reads.due), axis=1)
    inside = [output for output in wrong if output < len(counts)]
    if inside:
        return max(inside, key=lambda output: counts[output])
    return wrong[0] if wrong else 0


def _wrong_rows(reads: Reads) -> list[int]:
    outputs = range(max(len(reads.due), len(reads.came)))
    return [
        output
        for output in outputs
        if (reads.texts(reads.due, output) != reads.texts(reads.came, output)).any()
    ]


def _in_words(
    reads: Reads, output: int, texts: Sequence[np.ndarray], n_wrong: int
) -> str:
    """Say which cells are wrong, and how."""
    size = " x ".join(map(str, reads.shape))
    start = f"What output {output} reads of {size} cells, as due and as it came"
    cells = np.argwhere(texts[0] != texts[1]).tolist()
    if not cells:
        return (
            f"{start}: both are alike, in this output and in all others. {reads.beyond}"
        )
    told = []
    for row, column in cells[:_MOST_NAMED]:
        due, came = (text[row, column] or "none" for text in texts)
        told.append(f"row {row}, column {column}: {came} for {due}")
    more = f"; and {len(cells) - len(told)} more" if len(cells) > len(told) else ""
    others = f" {n_wrong} outputs differ." if n_wrong > 1 else ""
    return (
        f"{start}. Wrong cells: {'; '.join(told)}{more}.{others} {reads.beyond}".strip()
    )
