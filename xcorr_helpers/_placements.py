"""Where a kernel is placed along one, two or three axes: `Geometry` for any number."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from ._arguments import (
    LARGEST_INDEX,
    Pair,
    completed,
    describe,
    is_sequence,
    of_numpy,
    pair,
    same_pair,
    whole_number,
    whole_numbers,
)
from ._geometry import (
    NamedShape,
    Sizes,
    check_channels,
    check_padded,
    does_not_fit,
    extent,
)

__all__ = ["AnyPadding", "IntOrTuple", "Placements"]

IntOrTuple = int | tuple[int, ...]
AnyPadding = (
    int
    | tuple[int, ...]
    | tuple[tuple[int, int], ...]
    | Literal["valid", "same", "full"]
)


class Placements(NamedTuple):
    """Where a kernel is placed in an image of any axes, by checked and plain numbers.

    `stride`, `padding`, `dilation` and `out_shape` have one entry an axis.
    """

    image: Sizes  # channels last
    kernel: Sizes  # with the channels of a group
    stride: Sizes
    padding: tuple[Pair, ...]
    dilation: Sizes
    out_shape: Sizes
    groups: int

    @classmethod
    def of(
        cls,
        image: NamedShape,
        kernel: NamedShape,
        stride: IntOrTuple,
        padding: AnyPadding,
        dilation: IntOrTuple,
        *,
        groups: int,
    ) -> Placements:
        """Check that the kernel fits into the padded image.

        Of both shapes, the first axis counts images or kernels, and the last channels.
        """
        groups = whole_number(groups, "groups")
        (*sizes, channels), (*kernel_sizes, own) = image.shape[1:], kernel.shape[1:]
        check_channels(image, channels, kernel, own, groups)
        steps = _steps(stride, "stride", len(sizes))
        gaps = _steps(dilation, "dilation", len(sizes))
        spans = tuple(map(extent, kernel_sizes, gaps))
        pads = _paddings(padding, tuple(sizes), spans, steps)
        padded = tuple(size + sum(pad) for size, pad in zip(sizes, pads))
        if any(span > size for span, size in zip(spans, padded)):
            raise does_not_fit(kernel, spans, gaps, padded)
        check_padded((*padded, channels), padding)
        out_shape = tuple(
            (size - span) // step + 1 for size, span, step in zip(padded, spans, steps)
        )
        return cls(
            image.shape[1:], kernel.shape[1:], steps, pads, gaps, out_shape, groups
        )


def _by_axis(value: Any, n_axes: int, smallest: int) -> Sizes:
    values = value if is_sequence(value) else (value,) * n_axes
    if len(values) != n_axes:
        raise ValueError
    return whole_numbers(values, smallest)


def _steps(value: Any, name: str, n_axes: int) -> Sizes:
    """Return a stride or a dilation as one number an axis."""
    try:
        numbers = _by_axis(value, n_axes, 1)
    except (TypeError, ValueError) as error:
        raise completed(
            error,
            f"{name} must be a whole number of at least 1, or a tuple of one for each "
            f"axis (here {n_axes}), got {describe(value)}",
        ) from None
    if max(numbers) > LARGEST_INDEX:
        raise ValueError(
            f"{name} must be at most {LARGEST_INDEX}, the largest index here, got "
            f"{describe(value)}"
        )
    return numbers


def _paddings(
    padding: Any, sizes: Sizes, spans: Sizes, stride: Sizes
) -> tuple[Pair, ...]:
    """Return `padding` as (before, after) of each axis."""
    try:
        if not isinstance(padding, str):
            parts = tuple(padding) if is_sequence(padding) else ()
            if len(parts) == len(sizes) and all(map(is_sequence, parts)):
                return tuple(pair(part, 0) for part in parts)
            return tuple((n, n) for n in _by_axis(padding, len(sizes), 0))
        if padding == "valid":
            return ((0, 0),) * len(sizes)
        if padding == "full":
            return tuple((span - 1, span - 1) for span in spans)
        if padding != "same":
            raise ValueError
    except (TypeError, ValueError) as error:
        raise completed(
            error,
            f"padding must be a whole number of at least 0, a tuple of one or of "
            f"(before, after) for each axis (here {len(sizes)}), "
            f'"valid", "same" or "full", got {describe(padding)}{of_numpy(padding)}',
        ) from None
    return tuple(map(same_pair, sizes, spans, stride))
