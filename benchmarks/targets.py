"""What `correlate` shall reach, and whether it does. A row is one case in one dtype."""

from __future__ import annotations

from collections.abc import Iterable
from math import exp, log
from typing import Any

from .cases import CASES, DTYPES, GROUPS, SMALL
from .contenders import CORRELATE, CORRELATE2D, PYTORCH, TENSORDOT

MEANS = {"float32": 0.7, "float64": None, "all": 0.45}  # geometric, in PyTorch's time
GRADIENT_MEANS = {"images": 0.9, "kernels": 0.6}
CORRELATE2D_TIMES = 8  # times as fast as a loop of it
SMALL_CORRELATE2D = 5.0  # times the time of a single call

Row = dict[str, Any]
AIMS = {case.name: case.targets for case in (*CASES, *GROUPS, *SMALL)}


def rounded(number: float) -> float:
    return float(f"{number:.4g}")


def median_of(row: Row, name: str) -> float:
    return row["times"].get(name, {}).get("median", float("nan"))


def pytorch_median(row: Row) -> float:
    """The better of PyTorch's two memory formats."""
    return min(median_of(row, contender.name) for contender in PYTORCH)


def pytorch_ratio(row: Row) -> float:
    return rounded(median_of(row, CORRELATE.name) / pytorch_median(row))


def pytorch_target(row: Row) -> float:
    return AIMS[row["name"]][DTYPES.index(row["dtype"])]


def target(row: Row, other: str, seconds: float, aim: float) -> Row:
    """Say what share of another's `seconds` ours are, and whether that will do."""
    ratio = rounded(median_of(row, CORRELATE.name) / seconds)
    names = {"case": row["name"], "dtype": row["dtype"], "against": other}
    return names | {"ratio": ratio, "target": aim, "met": ratio <= aim}


def targets(rows: Iterable[Row]) -> list[Row]:
    """Compare `correlate` with PyTorch, and with the others that were timed."""
    found = []
    for row in rows:
        found.append(target(row, "PyTorch", pytorch_median(row), pytorch_target(row)))
        for name, aim in (
            (TENSORDOT.name, 1.0),
            (CORRELATE2D.name, 1 / CORRELATE2D_TIMES),
        ):
            if name in row["times"]:
                found.append(target(row, name, median_of(row, name), aim))
    return found


def small_targets(rows: Iterable[Row]) -> list[Row]:
    """Compare one image with one call of SciPy's, more of them with PyTorch."""
    return [
        target(row, "PyTorch", pytorch_median(row), pytorch_target(row))
        if row["images"][0] > 1
        else target(
            row, CORRELATE2D.name, median_of(row, CORRELATE2D.name), SMALL_CORRELATE2D
        )
        for row in rows
    ]


def geometric_mean(ratios: Iterable[float]) -> float:
    logs = [log(ratio) for ratio in ratios]
    return exp(sum(logs) / len(logs))


def pytorch_means(rows: Iterable[Row]) -> dict[str, float]:
    """Return the geometric means of the ratios to PyTorch, of each dtype and of all."""
    rows = list(rows)
    parts = {dtype: [row for row in rows if row["dtype"] == dtype] for dtype in DTYPES}
    return {
        name: rounded(geometric_mean(map(pytorch_ratio, part)))
        for name, part in {**parts, "all": rows}.items()
    }
