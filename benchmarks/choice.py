"""How good is the t that the strips choose, and would other constants choose better?"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from math import log
from typing import Any
from unittest import mock

import numpy as np

from xcorr_helpers._engine import strip_cost

from .cases import geometry_of
from .contenders import strips_name
from .targets import Row, geometric_mean, rounded

START = (0, 15, 30, 60, 90, 120, 180, 240, 360, 480, 720)
COPY = (1, 2, 3, 4, 6, 8, 12, 20, 30, 60)


def strip_medians(row: Row) -> dict[int, float]:
    """Return the measured medians by t."""
    prefix = strips_name(0)[:-1]
    return {
        int(name.removeprefix(prefix)): result["median"]
        for name, result in row["kept_memory"].items()
        if name.startswith(prefix)
    }


def loss(row: Row, t: int) -> float:
    """Tell how many times the best time `t` takes, or the measured t next to it."""
    medians = strip_medians(row)
    nearest = min(medians, key=lambda measured: abs(log(measured / t)))
    return medians[nearest] / min(medians.values())


def fit(rows: Iterable[Row], dtype: str) -> dict[str, Any]:
    """Search for the COPY_COST of a dtype whose choices lose least over all cases."""
    rows = [row for row in rows if row["dtype"] == dtype]

    def mean_loss(cost: tuple[float, float]) -> float:
        with mock.patch.dict(strip_cost.COPY_COST, {np.dtype(dtype): cost}):
            return geometric_mean(loss(row, _chosen(row)) for row in rows)

    in_use = strip_cost.COPY_COST[np.dtype(dtype)]
    best = min(product(START, COPY), key=mean_loss)
    return {
        "start": best[0],
        "copy": best[1],
        "loss": rounded(mean_loss(best)),
        "start_in_use": in_use[0],
        "copy_in_use": in_use[1],
        "loss_in_use": rounded(mean_loss(in_use)),
    }


def _chosen(row: Row) -> int:
    geometry = geometry_of(row["images"], row["kernels"])
    return strip_cost.best_t(geometry, row["kernels"][0], row["dtype"])
