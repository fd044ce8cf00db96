"""The figures of chapters 5 and 8: lines, and which class is taken for which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
import plotly.graph_objects as go

from .._arguments import LARGEST_NUMBER
from .arguments import check_texts, texts, whole_array
from .parts import NUMBERED, decimals, finish, rounded_positive
from .series import DASHES, over_x

MOST = 10**12  # counts in a cell, as many as can be read


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
        At most six, by their names; NaN leaves a gap.
    x_title, y_title : str
        What the axes count, with the unit.
    alt : str
        What there is to see, in words.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ValueError
        If an array is not as long as the others, a value infinite, or a text empty.
    TypeError
        If an argument is of another kind than those above.

    Examples
    --------
    >>> figure = lines([0, 1], {"a": [9, 4]}, x_title="n", y_title="loss", alt="Down.")
    >>> print(figure.data[0].y)
    [9. 4.]
    """
    places, heights = over_x(x, series, "series")
    check_texts(x_title=x_title, y_title=y_title, alt=alt)
    figure = go.Figure()
    digits = decimals(heights.values())
    for (name, y), dash in zip(heights.items(), DASHES):
        figure.add_trace(
            go.Scatter(
                x=np.round(places.astype(float), decimals([places])),
                y=np.round(y, digits),
                name=name,
                mode="lines" if len(y) > 1 else "markers",
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
        Positive values by their name, at most six; NaN leaves a gap.
    x_title, y_title : str
        What the axes count, with the unit.
    alt : str
        What there is to see, in words.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ValueError
        If an array is not as long as the others, a value not above 0, or a text empty.
    TypeError
        If an argument is of another kind than those above.

    Examples
    --------
    >>> figure = curves([1, 10], {"a": [2, 20]}, x_title="n", y_title="MB", alt="Up.")
    >>> figure.layout.xaxis.type
    'log'
    """
    places, heights = over_x(x, lines, "lines", 1 / LARGEST_NUMBER)
    check_texts(x_title=x_title, y_title=y_title, alt=alt)
    figure = go.Figure()
    for (name, y), dash in zip(heights.items(), DASHES):
        line = {"dash": dash, "width": 3}
        y = rounded_positive(y)
        figure.add_trace(go.Scatter(x=places, y=y, name=name, line=line))
    figure.update_xaxes(type="log", title=x_title, showgrid=True, dtick=1)
    figure.update_yaxes(type="log", title=y_title, showgrid=True, dtick=1)
    figure.update_layout(legend={"orientation": "h", "y": 1.02, "yanchor": "bottom"})
    finish(figure, alt, 420)
    return figure


def confusion(
    counts: npt.ArrayLike, names: Sequence[str], *, kind: str, alt: str
) -> go.Figure:
    """Show how often each class was taken for each, mistakes shaded.

    Parameters
    ----------
    counts : (n, n) array of whole numbers
        Rows are what it is, columns what it was taken for.
    names : sequence of str
        The n classes.
    kind : str
        What they are classes of, in one word.
    alt : str
        What there is to see, in words.

    Returns
    -------
    plotly.graph_objects.Figure

    Raises
    ------
    ValueError
        If the counts are not square, or not whole numbers, or not one for each name.
    TypeError
        If an argument is of another kind than those above.

    Examples
    --------
    >>> counts, names = [[8, 2], [1, 9]], ["cat", "dog"]
    >>> figure = confusion(counts, names, kind="animal", alt="Three mistakes.")
    >>> print(figure.data[0].z)
    [[0 2]
     [1 0]]
    """
    counts = whole_array(counts, "counts", ["(n, n)"], 0, MOST)
    names = texts(names, "names", len(counts), "class")
    check_texts(kind=kind, alt=alt)
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
        title=f"true {kind}",
        autorange="reversed",
        scaleanchor="x",
        constrain="domain",
        **ticks,
    )
    finish(figure, alt, 520, needed=440)
    return figure
