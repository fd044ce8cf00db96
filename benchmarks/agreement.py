"""Do all contenders compute the same? Otherwise their times mean nothing."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from xcorr_helpers import correlate

from .backward import OF, defined, gradient_calls
from .cases import Case
from .contenders import Contender
from .ways import definition

# Of the largest sum that there can be: room for rounding, not for a wrong pixel.
TOLERANCE = {"float32": 1e-5, "float64": 1e-13}


def reference(images: np.ndarray, kernels: np.ndarray) -> np.ndarray:
    """Correlate in float64 by index, group by group; a corner by definition."""
    channels = kernels.shape[3]
    groups = images.shape[3] // channels
    pixels = images.astype(float)
    weights = np.split(kernels.astype(float), groups)
    outs = []
    for group, some in enumerate(weights):
        part = pixels[..., group * channels : (group + 1) * channels]
        outs.append(correlate(part, some, method="index"))
        if group in (0, groups - 1):
            _vouch(outs[-1], part, some)
    return np.concatenate(outs, axis=3)


def _vouch(out: np.ndarray, images: np.ndarray, kernels: np.ndarray) -> None:
    _, height, width, _ = kernels.shape
    corner = definition(images[:1, : height + 1, : width + 2], kernels[:2])()
    if wrong(corner, out[:1, :2, :3, :2], "float64", largest_sum(images, kernels)):
        raise AssertionError("the index method contradicts the definition")


def largest_sum(values: np.ndarray, factors: np.ndarray) -> float:
    """Bound what sums over the first three axes of `factors` can reach."""
    return np.abs(values).max() * np.abs(factors).sum(axis=(0, 1, 2)).max()


def wrong(out: np.ndarray, right: np.ndarray, dtype: str, largest: float) -> str:
    """Say how `out` differs from what is right, beyond rounding, or say nothing: ""."""
    out = np.asarray(out)
    if out.shape != right.shape or out.dtype != dtype:
        return f"gives {out.dtype} {out.shape} for {dtype} {right.shape}"
    off = np.abs(out - right).max()
    if off <= TOLERANCE[dtype] * largest:  # not so where it is NaN
        return ""
    return f"is off by {off:.2g} where values reach {largest:.2g}"


def disagreements(case: Case, dtype: str, contenders: Iterable[Contender]) -> list[str]:
    """Compare all contenders on a few images of a case."""
    images, kernels = case.few().arrays(dtype)
    right = reference(images, kernels)
    largest = largest_sum(images, kernels.transpose(1, 2, 3, 0))
    found = []
    for contender in contenders:
        out = contender.prepare(images, kernels)()
        if problem := wrong(out, right, dtype, largest):
            found.append(f"{case.name}, {dtype}: {contender.name} {problem}")
    return found


def gradient_disagreements(case: Case, dtype: str) -> list[str]:
    """Compare the gradients with their definition."""
    few = case.few()
    images, kernels = few.arrays(dtype)
    gradient = few.gradient(dtype)
    exact = [array.astype(float) for array in (images, kernels, gradient)]
    largest = {
        "images": largest_sum(gradient, kernels),
        "kernels": largest_sum(images, gradient),
    }
    found = []
    for of in OF:
        right = defined(of, *exact)
        for name, call in gradient_calls(few, dtype, of).items():
            if problem := wrong(call(), right, dtype, largest[of]):
                what = f"{case.name}, {dtype}, gradient of {of}"
                found.append(f"{what}: {name} {problem}")
    return found
