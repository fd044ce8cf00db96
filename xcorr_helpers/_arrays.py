"""Turn the array arguments of the public functions into checked arrays of real numbers.

As in `_arguments`: each check runs before any work, and its message names the argument,
what was wanted and what came.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ._advice import missing_axes
from ._arguments import check_bytes, describe, lengths


def images_and_kernels(images: Any, kernels: Any) -> tuple[np.ndarray, np.ndarray]:
    """Return a batch and its kernels; a missing axis is named by the shapes of both."""
    batch, weights = real_numbers(images, "images"), real_numbers(kernels, "kernels")
    has_all = batch.ndim == weights.ndim == 4
    remedy = "" if has_all else missing_axes(batch.shape, weights.shape)
    if remedy and batch.ndim < 4 and weights.ndim < 4:
        raise ValueError(
            f"images must be (N, H, W, C) and kernels (K, kh, kw, C), got shapes "
            f"{batch.shape} and {weights.shape}: {remedy} may be what you mean"
        )
    check_axes(batch, "images", ["(N, H, W, C)"], remedy=remedy)
    check_axes(weights, "kernels", ["(K, kh, kw, C)"], smallest=1, remedy=remedy)
    return batch, weights


def real_array(
    value: Any, name: str, axes: Sequence[str], *, smallest: int = 0
) -> np.ndarray:
    """Return `value` as an array of real numbers with one of the `axes` notations."""
    array = real_numbers(value, name)
    check_axes(array, name, axes, smallest=smallest)
    return array


def check_axes(
    array: np.ndarray,
    name: str,
    axes: Sequence[str],
    *,
    smallest: int = 0,
    remedy: str = "",
) -> None:
    """Check that an array has one of the `axes` notations.

    The first axis has a length of at least `smallest`, the others of at least 1. A
    `remedy` says how to add a missing axis.
    """
    is_long_enough = len(array) >= smallest and 0 not in array.shape[1:]
    if is_long_enough and array.ndim in lengths(axes):
        return
    wanted = " or ".join(axes)
    if array.ndim not in lengths(axes):
        raise ValueError(
            f"{name} must be {wanted}, got shape {array.shape}"
            + (f": {remedy} may be what you mean" if remedy else "")
        )
    free = "" if smallest else f" but {axes[0][1]}"
    raise ValueError(
        f"{name} must be {wanted} with every size{free} at least 1, got shape "
        f"{array.shape}"
    )


def real_numbers(value: Any, name: str) -> np.ndarray:
    """Return `value` as an array of real numbers of at most 64 bits."""
    array = _as_array(value, name)
    kind, size = array.dtype.kind, array.dtype.itemsize
    if not (kind in "biu" or (kind == "f" and size in (4, 8))):
        remedy = f"convert it first, as in np.asarray({name}, np.float64)"
        if array.dtype.kind == "c":
            remedy = "give its .real and its .imag, one after the other"
        raise TypeError(
            f"{name} must hold float64, float32, integers or booleans, got "
            f"{array.dtype}: {remedy}"
        )
    return array


def _as_array(value: Any, name: str) -> np.ndarray:
    if _holds_masked(value):
        raise TypeError(
            f"{name} must be a plain array, got a masked one: fill it first, as in "
            f"{name}.filled(0)"
        )
    try:
        array = np.asarray(value)
    except Exception as error:  # whatever an object does that is asked for its values
        if isinstance(value, (list, tuple)) and isinstance(error, ValueError):
            raise ValueError(
                f"{name} must be an array of numbers, got a ragged list: all its rows "
                f"must have the same length"
            ) from None
        raise TypeError(
            f"{name} must be an array of numbers, got {describe(value)}, which NumPy "
            f"cannot read: {error}"
        ) from None
    if array.ndim == 0:
        raise TypeError(f"{name} must be an array of numbers, got {describe(value)}")
    return array


def _holds_masked(value: Any, depth: int = 0) -> bool:
    """Find a masked array, whose mask NumPy would drop, in lists however nested."""
    if isinstance(value, (list, tuple)) and depth < 64:  # NumPy's most axes
        return any(_holds_masked(item, depth + 1) for item in value)
    return isinstance(value, np.ma.MaskedArray)


def computing_dtype(*arrays: np.ndarray) -> np.dtype[Any]:
    """Return float32 if all arrays are float32, else float64."""
    all_single = {array.dtype.char for array in arrays} == {"f"}  # in any byte order
    return np.dtype(np.float32 if all_single else np.float64)


def room_for_outputs(
    images: np.ndarray, kernels: np.ndarray, out_shape: Sequence[int], padding: Any
) -> tuple[np.ndarray, np.ndarray]:
    """Return an array for the outputs, not yet filled, and the kernels in its dtype."""
    dtype = computing_dtype(images, kernels)
    shape = (len(images), *out_shape, len(kernels))
    check_bytes(
        shape,
        dtype,
        "an output",
        "images",
        lambda: f"shape {images.shape} with padding {describe(padding)}",
    )
    return np.empty(shape, dtype), kernels.astype(dtype)
