"""The figures of chapters 9 and 10: times side by side, and a machine's roofline."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import plotly.graph_objects as go

from .._arguments import positive_number, text
from .arguments import check_texts
from .parts import finish, rounded_positive, three_digits
from .series import MARKS, named, numbers_by, pair_of_numbers, rings

__all__ = ["dots", "growth", "roofline"]

_LEGEND = {"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0}
_LOGARITHMIC = {"type": "log", "showgrid": True, "dtick": 1}


def dots(
    series: Mapping[str, Mapping[str, float]], *, x_title: str, alt: str
) -> go.Figure:
    """Show one positive number a row, on a logarithmic axis.

    Parameters
    ----------
    series : mapping of str to mapping of str to float
        For each series, at most eight, by its name, the numbers of its rows.
    x_title : str
        What the axis counts, with the unit.
    alt : str
        What there is to see, in words.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ValueError
        If a number is not above 0, a text empty, or if there are over eight series.
    TypeError
        If an argument is of another kind than those above.

    Examples
    --------
    >>> figure = dots({"run": {"loop": 90, "product": 2}}, x_title="ms", alt="Rows.")
    >>> print(figure.data[0].y)
    ('loop', 'product')
    """
    series = numbers_by(series, "names", text)
    check_texts(x_title=x_title, alt=alt)
    figure = go.Figure()
    for (name, rows), mark in zip(series.items(), MARKS):
        figure.add_trace(
            go.Scatter(
                x=[three_digits(x) for x in rows.values()],
                y=list(rows),
                name=name,
                mode="markers",
                marker={"size": 11, "symbol": mark},
                hovertemplate="%{y}: %{x}<extra></extra>",
            )
        )
    figure.update_xaxes(title=x_title, **_LOGARITHMIC)
    figure.update_yaxes(autorange="reversed", showgrid=True)
    figure.update_layout(legend=_LEGEND, showlegend=len(series) > 1)
    names = [name for rows in series.values() for name in rows]
    needed = 8 * max(map(len, names)) + 180  # room for the longest name and the dots
    finish(figure, alt, 130 + 30 * len(set(names)), needed)
    return figure


def growth(
    series: Mapping[str, Mapping[float, float]],
    *,
    x_title: str,
    y_title: str,
    alt: str,
    ringed: Mapping[str, float] | None = None,
) -> go.Figure:
    """Draw how numbers grow, each series at its own places, both axes logarithmic.

    Parameters
    ----------
    series : mapping of str to mapping of float to float
        For each series, at most eight, by its name, positive numbers by their places.
    x_title, y_title : str
        What the axes count, with the unit.
    alt : str
        What there is to see, in words.
    ringed : mapping of str to float, optional
        For a series, the place to put a ring around.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ValueError
        If a number is not above 0, a text empty, if there are over eight series, or
        nothing is where the ring should be.
    TypeError
        If an argument is of another kind than those above.

    Examples
    --------
    >>> figure = growth({"a": {1: 2, 10: 20}}, x_title="n", y_title="ms", alt="Up.")
    >>> print(figure.data[0].x)
    (1, 10)
    """
    series = numbers_by(series, "places", positive_number)
    ringed_points = rings({} if ringed is None else ringed, series)
    check_texts(x_title=x_title, y_title=y_title, alt=alt)
    figure = go.Figure()
    for (name, numbers), mark in zip(series.items(), MARKS):
        figure.add_trace(
            go.Scatter(
                x=list(numbers),
                y=[three_digits(y) for y in numbers.values()],
                name=name,
                mode="lines+markers",
                line={"width": 2},
                marker={"size": 8, "symbol": mark},
            )
        )
    for x, y in ringed_points:
        figure.add_trace(
            go.Scatter(
                x=[x],
                y=[three_digits(y)],
                mode="markers",
                showlegend=False,
                marker={
                    "size": 18,
                    "symbol": "circle-open",
                    "color": "#777",
                    "line": {"width": 2},
                },
                hoverinfo="skip",
            )
        )
    figure.update_xaxes(title=x_title, **_LOGARITHMIC)
    figure.update_yaxes(title=y_title, **_LOGARITHMIC)
    if min(min(numbers.values()) for numbers in series.values()) < 1e-3:
        figure.update_yaxes(exponentformat="e")  # 1e-4, for 100µ looks like a unit
    figure.update_layout(legend=_LEGEND, showlegend=True)
    finish(figure, alt, 460)
    return figure


def roofline(
    points: Mapping[str, tuple[float, float]],
    *,
    bandwidth: float,
    peak: float,
    alt: str,
) -> go.Figure:
    """Show what each method attains under what the machine allows.

    Parameters
    ----------
    points : mapping of str to (float, float)
        For each method, at most eight, operations for each byte moved, and operations
        a second in units of 10**9.
    bandwidth, peak : float
        10**9 bytes and 10**9 operations a second.
    alt : str
        What there is to see, in words.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ValueError
        If a number is not above 0, or the text empty, or with over eight methods.
    TypeError
        If an argument is of another kind than those above.

    Examples
    --------
    >>> figure = roofline({"copy": (0.1, 1)}, bandwidth=20, peak=200, alt="A roof.")
    >>> print(figure.data[0].y)
    [  1. 200. 200.]
    """
    points = {
        name: pair_of_numbers(point, f"points[{name!r}]")
        for name, point in named(points, "points", "pairs", len(MARKS)).items()
    }
    bandwidth = positive_number(bandwidth, "bandwidth")
    peak = positive_number(peak, "peak")
    check_texts(alt=alt)
    low = min(x for x, _ in points.values()) / 2
    high = max(10 * peak / bandwidth, 2 * max(x for x, _ in points.values()))
    roof = np.array([low, peak / bandwidth, high])  # straight lines between them
    heights = np.minimum(roof * bandwidth, peak)
    figure = go.Figure(
        go.Scatter(
            x=rounded_positive(roof),
            y=rounded_positive(heights),
            name="the roof",
            mode="lines",
            line={"color": "#777", "width": 3},
            hoverinfo="skip",
        )
    )
    for (name, (x, y)), mark in zip(points.items(), MARKS):
        figure.add_trace(
            go.Scatter(
                x=[three_digits(x)],
                y=[three_digits(y)],
                name=name,
                mode="markers",
                marker={"size": 12, "symbol": mark},
                hovertemplate=f"{name}: %{{y}}<extra></extra>",
            )
        )
    figure.update_xaxes(title="operations for each byte moved", **_LOGARITHMIC)
    figure.update_yaxes(title="billion operations a second", **_LOGARITHMIC)
    figure.update_layout(legend=_LEGEND)
    finish(figure, alt, 480)
    return figure
