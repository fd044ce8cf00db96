"""The figures of chapter 9: times side by side, and the roofline of a machine."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import cycle

import numpy as np
import numpy.typing as npt
import plotly.graph_objects as go

from .parts import DECIMALS, finish

_MARKS = [
    "circle",
    "square",
    "diamond",
    "triangle-up",
    "cross",
    "x",
    "star",
    "pentagon",
]
_LEGEND = {"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0}
_LOGARITHMIC = {"type": "log", "showgrid": True, "dtick": 1}


def dots(
    series: Mapping[str, Mapping[str, float]], *, x_title: str, alt: str
) -> go.Figure:
    """Show one positive number a row, on a logarithmic axis.

    Parameters
    ----------
    series : mapping of str to mapping of str to float
        For each series, by its name, the numbers of its rows.
    x_title : str
        What the axis counts, with the unit.
    alt : str
        What there is to see, in words.

    Returns
    -------
    plotly.graph_objects.Figure

    Examples
    --------
    >>> figure = dots({"run": {"loop": 90, "product": 2}}, x_title="ms", alt="Rows.")
    >>> print(figure.data[0].y)
    ('loop', 'product')
    """
    figure = go.Figure()
    for (name, rows), mark in zip(series.items(), cycle(_MARKS)):
        figure.add_trace(
            go.Scatter(
                x=[_three_digits(x) for x in rows.values()],
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
    needed = 8 * max(map(len, names)) + 250  # room for the longest name and the dots
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
        For each series, by its name, positive numbers by their places.
    x_title, y_title : str
        What the axes count, with the unit.
    alt : str
        What there is to see, in words.
    ringed : mapping of str to float, optional
        For a series, the place to put a ring around.

    Returns
    -------
    plotly.graph_objects.Figure

    Examples
    --------
    >>> figure = growth({"a": {1: 2, 10: 20}}, x_title="n", y_title="ms", alt="Up.")
    >>> print(figure.data[0].x)
    (1, 10)
    """
    figure = go.Figure()
    for (name, numbers), mark in zip(series.items(), cycle(_MARKS)):
        figure.add_trace(
            go.Scatter(
                x=list(numbers),
                y=[_three_digits(y) for y in numbers.values()],
                name=name,
                mode="lines+markers",
                line={"width": 2},
                marker={"size": 8, "symbol": mark},
            )
        )
    for name, x in (ringed or {}).items():
        figure.add_trace(
            go.Scatter(
                x=[x],
                y=[_three_digits(series[name][x])],
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
    figure.update_layout(legend=_LEGEND, showlegend=True)
    finish(figure, alt, 460)
    return figure


def _three_digits(number: float) -> float:
    return float(f"{number:.3g}")


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
        For each method, operations for each byte moved, and operations a second in
        units of 10**9.
    bandwidth, peak : float
        10**9 bytes and 10**9 operations a second.
    alt : str
        What there is to see, in words.

    Returns
    -------
    plotly.graph_objects.Figure

    Examples
    --------
    >>> figure = roofline({"copy": (0.1, 1)}, bandwidth=20, peak=200, alt="A roof.")
    >>> print(figure.data[0].y)
    [  1. 200. 200.]
    """
    low = min(x for x, _ in points.values()) / 2
    high = max(10 * peak / bandwidth, 2 * max(x for x, _ in points.values()))
    roof = np.array([low, peak / bandwidth, high])  # straight lines between them
    heights = np.minimum(roof * bandwidth, peak)
    figure = go.Figure(
        go.Scatter(
            x=np.round(roof, DECIMALS),
            y=np.round(heights, DECIMALS),
            name="the roof",
            mode="lines",
            line={"color": "#777", "width": 3},
            hoverinfo="skip",
        )
    )
    for (name, (x, y)), mark in zip(points.items(), cycle(_MARKS)):
        figure.add_trace(
            go.Scatter(
                x=[_three_digits(x)],
                y=[_three_digits(y)],
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


def curves(
    x: npt.ArrayLike,
    lines: Mapping[str, npt.ArrayLike],
    *,
    x_title: str,
    y_title: str,
    alt: str,
) -> go.Figure:
    """Draw lines over one x axis, both axes logarithmic.

    Parameters
    ----------
    x : (n,) array
        Positive.
    lines : mapping of str to (n,) array
        Positive values by their name.
    x_title, y_title : str
        What the axes count, with the unit.
    alt : str
        What there is to see, in words.

    Returns
    -------
    plotly.graph_objects.Figure

    Examples
    --------
    >>> figure = curves([1, 10], {"a": [2, 20]}, x_title="n", y_title="MB", alt="Up.")
    >>> figure.layout.xaxis.type
    'log'
    """
    figure = go.Figure()
    dashes = ["solid", "dash", "dot", "dashdot"]  # never told apart by colour alone
    for (name, y), dash in zip(lines.items(), dashes):
        line = {"dash": dash, "width": 3}
        y = np.round(np.asarray(y, float), DECIMALS)
        figure.add_trace(go.Scatter(x=np.asarray(x), y=y, name=name, line=line))
    figure.update_xaxes(type="log", title=x_title, showgrid=True, dtick=1)
    figure.update_yaxes(type="log", title=y_title, showgrid=True, dtick=1)
    figure.update_layout(legend={"orientation": "h", "y": 1.02, "yanchor": "bottom"})
    finish(figure, alt, 420)
    return figure
