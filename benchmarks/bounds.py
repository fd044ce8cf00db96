"""What no arrangement of bands can beat: its products, its copies, its output."""

from __future__ import annotations

import threading
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from unittest import mock

import numpy as np
from numpy.lib.array_utils import byte_bounds

from xcorr_helpers._engine.bands import correlate_bands
from xcorr_helpers._engine.threads import share_out

from .cases import Case, geometry_of
from .measure import THREADS, settle, summary, timed
from .ways import Call

Product = tuple[np.ndarray, np.ndarray, np.ndarray]


def bounds(case: Case, dtype: str) -> tuple[dict[str, Call], dict[str, int]]:
    """Prepare calls that do one part of `correlate` each; count their work."""
    images, kernels = case.arrays(dtype)
    out = np.zeros(case.out, dtype)  # its memory is there already
    products: dict[int, list[Product]] = defaultdict(list)  # of each thread
    matmul = np.matmul

    def note(values: np.ndarray, matrix: np.ndarray, out: np.ndarray) -> None:
        products[threading.get_ident()].append((values, matrix, out))
        matmul(values, matrix, out=out)

    def correlate(product: Any) -> None:
        """Correlate with `product` where the engine calls `np.matmul`."""
        geometry = geometry_of(images.shape, kernels.shape)
        with mock.patch("numpy.matmul", product):
            correlate_bands(images, kernels, out, geometry)

    correlate(matmul)  # lets the threads and BLAS begin
    correlate(note)

    def products_alone() -> None:
        """Do the very products again, on values that lie where they were multiplied."""
        share_out(
            lambda shares: [matmul(a, b, out=c) for s in shares for a, b, c in s],
            products.values(),
        )

    def output_alone() -> None:
        """Write to a fresh result: the system hands out its memory page by page."""
        fresh = np.empty(case.out, dtype).reshape(-1)
        share_out(
            lambda parts: [part.fill(0) for part in parts],
            np.array_split(fresh, THREADS),
        )

    done = [product for share in products.values() for product in share]
    counts = {
        "band_multiplications": sum(a.size * b.shape[-1] for a, b, _ in done),
        "copied_bytes": sum(int(np.diff(byte_bounds(a))[0]) for a, _, _ in done),
    }
    calls = {
        "products_alone": products_alone,
        "copies_alone": lambda: correlate(lambda values, matrix, out: None),
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
