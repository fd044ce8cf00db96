"""Do all contenders compute the same? Otherwise their times mean nothing."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from xcorr_helpers import correlate

from .cases import Case
from .contenders import Contender, definition

# Of the largest sum that a window can give: room for rounding, not for a wrong pixel.
TOLERANCE = {"float32": 1e-5, "float64": 1e-13}


def reference(images: np.ndarray, kernels: np.ndarray) -> np.ndarray:
    """Correlate in float64 by index; the definition in loops vouches for a corner."""
    out = correlate(images.astype(float), kernels.astype(float), method="index")
    _, height, width, _ = kernels.shape
    corner = definition(images[:1, : height + 1, : width + 2], kernels[:2])()
    if wrong(corner, out[:1, :2, :3, :2], images, kernels):
        raise AssertionError("the index method contradicts the definition")
    return out


def wrong(
    out: np.ndarray, right: np.ndarray, images: np.ndarray, kernels: np.ndarray
) -> str:
    """Say how `out` differs from what is right, beyond rounding, or say nothing: ""."""
    out = np.asarray(out)
    if out.shape != right.shape or out.dtype != images.dtype:
        return f"gives {out.dtype} {out.shape} for {images.dtype} {right.shape}"
    largest = np.abs(images).max() * np.abs(kernels).sum(axis=(1, 2, 3)).max()
    off = np.abs(out - right).max()
    if off <= TOLERANCE[str(images.dtype)] * largest:  # not so where it is NaN
        return ""
    return f"is off by {off:.2g} where values reach {largest:.2g}"


def disagreements(case: Case, dtype: str, contenders: Iterable[Contender]) -> list[str]:
    """Compare all contenders on two images of a case's width, 64 placements high."""
    n, height, *rest = case.images
    few = case._replace(images=(min(2, n), min(height, case.kernels[1] + 63), *rest))
    images, kernels = few.arrays(dtype)
    right = reference(images, kernels)
    found = []
    for contender in contenders:
        problem = wrong(contender.prepare(images, kernels)(), right, images, kernels)
        if problem:
            found.append(f"{case.name}, {dtype}: {contender.name} {problem}")
    return found
