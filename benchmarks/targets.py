"""What `correlate` shall reach, and whether it does. A row is one case in one dtype."""

from __future__ import annotations

from collections.abc import Iterable
from math import exp, log
from typing import Any

from .cases import CASES
from .contenders import CORRELATE, CORRELATE2D, PYTORCH, TENSORDOT

GEOMETRIC_MEAN = 0.45
CORRELATE2D_TIMES = 8  # times as fast as a loop of it

Row = dict[str, Any]


def rounded(number: float) -> float:
    return float(f"{number:.4g}")


def median_of(row: Row, name: str) -> float:
    return row["times"][name].get("median", float("nan"))


def pytorch_median(row: Row) -> float:
    """The better of PyTorch's two memory formats."""
    return min(median_of(row, contender.name) for contender in PYTORCH)


def targets(rows: Iterable[Row]) -> list[Row]:
    """Compare `correlate` with the others; a ratio is its time in theirs."""
    found = []
    for row in rows:
        ours = median_of(row, CORRELATE.name)
        for other, seconds, target in (
            ("PyTorch", pytorch_median(row), pytorch_target(row)),
            (CORRELATE2D.name, median_of(row, CORRELATE2D.name), 1 / CORRELATE2D_TIMES),
            (TENSORDOT.name, median_of(row, TENSORDOT.name), 1.0),
        ):
            ratio = rounded(ours / seconds)
            found.append(
                {
                    "case": row["name"],
                    "dtype": row["dtype"],
                    "against": other,
                    "ratio": ratio,
                    "target": target,
                    "met": ratio <= target,
                }
            )
    return found


def pytorch_target(row: Row) -> float:
    if row["dtype"] == "float64":
        return 1.0
    return {case.name: case.target for case in CASES}[row["name"]]


def geometric_mean(ratios: Iterable[float]) -> float:
    logs = [log(ratio) for ratio in ratios]
    return exp(sum(logs) / len(logs))


def pytorch_geometric_mean(found: Iterable[Row]) -> float:
    return rounded(
        geometric_mean(t["ratio"] for t in found if t["against"] == "PyTorch")
    )
