"""What no arrangement of strips can beat: its products, its copies, its output."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from types import SimpleNamespace
from typing import Any
from unittest import mock

import numpy as np

from xcorr_helpers._engine import strips
from xcorr_helpers._engine.threads import share_out

from .cases import Case, geometry_of
from .contenders import Call
from .measure import THREADS, settle, summary, timed

Product = tuple[np.ndarray, np.ndarray, np.ndarray]


def strips_with(**functions: Any) -> AbstractContextManager:
    """Let the strips use other functions in the place of some of NumPy's."""
    return mock.patch.object(strips, "np", SimpleNamespace(**(vars(np) | functions)))


def bounds(case: Case, dtype: str) -> tuple[dict[str, Call], dict[str, int]]:
    """Prepare calls that do one part of `correlate`'s strips each; count their work."""
    images, kernels = case.arrays(dtype)
    out = np.zeros(case.out, dtype)  # its memory is there already
    products: list[Product] = []

    def note(values: np.ndarray, matrix: np.ndarray, out: np.ndarray) -> None:
        products.append((values, matrix, out))
        np.matmul(values, matrix, out=out)

    def correlate() -> None:
        geometry = geometry_of(images.shape, kernels.shape)
        strips.correlate_strips(images, kernels, out, geometry)

    with strips_with(matmul=note):
        correlate()

    def products_alone() -> None:
        """Do the very products again, on values that lie where they were multiplied."""
        share_out(
            lambda part: [np.matmul(a, b, out=c) for a, b, c in part],
            products,
            strips.MOST_THREADS,
        )

    def copies_alone() -> None:
        with strips_with(matmul=lambda values, matrix, out: None):
            correlate()

    def output_alone() -> None:
        """Write to a fresh result: the system hands out its memory page by page."""
        fresh = np.empty(case.out, dtype).reshape(-1)
        share_out(
            lambda parts: [part.fill(0) for part in parts],
            np.array_split(fresh, THREADS),
            THREADS,
        )

    counts = {
        "strip_multiplications": sum(a.size * b.shape[1] for a, b, _ in products),
        "copied_bytes": sum(a.nbytes for a, _, _ in products),
    }
    calls = {
        "products_alone": products_alone,
        "copies_alone": copies_alone,
        "output_alone": output_alone,
    }
    return calls, counts


def rates(dtype: str) -> dict[str, float]:
    """Measure what this machine gives at best, on all threads."""
    import torch

    values = np.ones(2**27 // np.dtype(dtype).itemsize, dtype)
    into = np.zeros_like(values)
    halves = list(zip(np.array_split(into, THREADS), np.array_split(values, THREADS)))
    side = 2_048
    square = np.random.default_rng(0).random((side, side)).astype(dtype)
    result, tensor = np.empty_like(square), torch.from_numpy(square)

    def copy() -> None:
        with ThreadPoolExecutor(THREADS) as pool:
            list(pool.map(lambda pair: np.copyto(*pair), halves))

    def rate(call: Call, work: float) -> float:
        times = []
        for _ in range(8):
            settle()
            times.append(timed(call))
        return work / 1e9 / summary(times[1:])["median"]

    return {
        "copy_gb_s": rate(copy, 2 * values.nbytes),
        "product_gflop_s": rate(
            lambda: np.matmul(square, square, out=result), 2 * side**3
        ),
        "pytorch_product_gflop_s": rate(lambda: tensor @ tensor, 2 * side**3),
    }
