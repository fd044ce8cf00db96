"""The figures of chapter 8: a training's curves, and which class is taken for which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
import plotly.graph_objects as go

from .parts import DECIMALS, NUMBERED, finish


def lines(
    x: npt.ArrayLike,
    series: Mapping[str, npt.ArrayLike],
    *,
    x_title: str,
    y_title: str,
    alt: str,
) -> go.Figure:
    """Draw lines over one x axis, both axes linear.

    Parameters
    ----------
    x : (n,) array
    series : mapping of str to (n,) array
        At most four, by their names.
    x_title, y_title : str
        What the axes count, with the unit.
    alt : str
        What there is to see, in words.

    Returns
    -------
    plotly.graph_objects.Figure

    Examples
    --------
    >>> figure = lines([0, 1], {"a": [9, 4]}, x_title="n", y_title="loss", alt="Down.")
    >>> print(figure.data[0].y)
    [9. 4.]
    """
    figure = go.Figure()
    dashes = ["solid", "dash", "dot", "dashdot"]  # never told apart by colour alone
    for (name, y), dash in zip(series.items(), dashes):
        figure.add_trace(
            go.Scatter(
                x=np.round(np.asarray(x, float), DECIMALS),
                y=np.round(np.asarray(y, float), DECIMALS),
                name=name,
                mode="lines",
                line={"dash": dash, "width": 3},
            )
        )
    figure.update_xaxes(title=x_title, showgrid=True)
    figure.update_yaxes(title=y_title, showgrid=True)
    figure.update_layout(
        legend={"orientation": "h", "y": 1.02, "yanchor": "bottom"}, showlegend=True
    )
    finish(figure, alt, 420)
    return figure


def confusion(counts: npt.ArrayLike, names: Sequence[str], *, alt: str) -> go.Figure:
    """Show how often each class was taken for each, mistakes shaded.

    Parameters
    ----------
    counts : (n, n) array of whole numbers
        Rows are what it is, columns what it was taken for.
    names : sequence of str
        The n classes.
    alt : str
        What there is to see, in words.

    Returns
    -------
    plotly.graph_objects.Figure

    Examples
    --------
    >>> figure = confusion([[8, 2], [1, 9]], ["cat", "dog"], alt="Three mistakes.")
    >>> print(figure.data[0].z)
    [[0 2]
     [1 0]]
    """
    counts = np.asarray(counts)
    mistakes = counts - np.diag(np.diag(counts))  # the shade; all numbers are written
    written = [[str(number) if number else "" for number in row] for row in counts]
    figure = go.Figure(
        go.Heatmap(
            z=mistakes,
            text=written,
            texttemplate="%{text}",
            colorscale=NUMBERED,
            showscale=False,
            textfont={"size": 13, "color": "#222"},
            xgap=1,
            ygap=1,
            hovertemplate="is %{y}, taken for %{x}: %{text}<extra></extra>",
        )
    )
    ticks = {"tickvals": list(range(len(names))), "ticktext": list(names)}
    figure.update_xaxes(title="taken for", constrain="domain", **ticks)
    figure.update_yaxes(
        title="is", autorange="reversed", scaleanchor="x", constrain="domain", **ticks
    )
    finish(figure, alt, 520, needed=440)
    return figure
