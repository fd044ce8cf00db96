"""Where a kernel is placed in an image: the arithmetic behind every output size."""

from __future__ import annotations

import math
from typing import Any, NamedTuple

from ._advice import other_layout
from ._arguments import (
    LARGEST_INDEX,
    IntOrPair,
    Padding,
    Pair,
    describe,
    int_pair,
    padding_pairs,
    whole_number,
)

__all__ = ["Geometry", "NamedShape", "extent"]

Sizes = tuple[int, ...]


class NamedShape(NamedTuple):
    """A checked shape, and what a message calls the argument that has it."""

    name: str
    shape: Sizes  # (height, width), (height, width, channels) or a batch of those

    @property
    def sizes(self) -> Sizes:
        """The shape without the axis of a batch."""
        return self.shape[-3:]

    def __str__(self) -> str:
        return f"{self.name} {self.shape}"


class Geometry(NamedTuple):
    """Where a kernel is placed in an image, by checked and plain numbers.

    It is made once in a call, and passed whole.
    """

    image: Sizes  # (height, width, channels)
    kernel: Sizes  # with the channels of a group
    stride: Pair
    padding: tuple[Pair, Pair]
    dilation: Pair
    out_shape: Pair
    groups: int = 1

    @classmethod
    def of(
        cls,
        image: NamedShape,
        kernel: NamedShape,
        stride: IntOrPair,
        padding: Padding,
        dilation: IntOrPair,
        *,
        groups: int = 1,
    ) -> Geometry:
        """Check that the kernel fits into the padded image."""
        groups = whole_number(groups, "groups")
        image_sizes, kernel_sizes = _with_channels(image, kernel, groups)
        steps, gaps = int_pair(stride, "stride"), int_pair(dilation, "dilation")
        spans = extent(kernel_sizes[0], gaps[0]), extent(kernel_sizes[1], gaps[1])
        pads = padding_pairs(padding, image_sizes, spans, steps)
        padded = image_sizes[0] + sum(pads[0]), image_sizes[1] + sum(pads[1])
        if spans[0] > padded[0] or spans[1] > padded[1]:
            raise does_not_fit(kernel, spans, gaps, padded)
        check_padded((*padded, image_sizes[2]), padding)
        out_height = (padded[0] - spans[0]) // steps[0] + 1
        out_shape = out_height, (padded[1] - spans[1]) // steps[1] + 1
        return cls(image_sizes, kernel_sizes, steps, pads, gaps, out_shape, groups)

    @property
    def before(self) -> Pair:
        """The padding above and to the left."""
        return self.padding[0][0], self.padding[1][0]

    @property
    def window_size(self) -> int:
        """How many values one placement reads."""
        return math.prod(self.kernel)

    @property
    def is_pointwise(self) -> bool:
        """Whether each pixel is a window, and nothing else is."""
        return (
            self.kernel[:2] == self.stride == (1, 1)
            and self.out_shape == self.image[:2]
            and not any(map(any, self.padding))
        )


def extent(size: int, dilation: int) -> int:
    """Return how many pixels a kernel axis of `size` values spans."""
    return (size - 1) * dilation + 1


def check_groups(groups: int, n_kernels: int, name: str) -> None:
    """Check that each group gets as many kernels; `name` says whose number it is."""
    if n_kernels % groups:
        raise ValueError(
            f"groups must divide the number of kernels, got {groups} for {n_kernels} "
            f"of {name}"
        )


def _with_channels(
    image: NamedShape, kernel: NamedShape, groups: int
) -> tuple[Sizes, Sizes]:
    """Return both sizes with channels, one if none is given, if they go together."""
    image_sizes, kernel_sizes = image.sizes, kernel.sizes
    if len(image_sizes) != len(kernel_sizes):
        raise ValueError(
            f"{image} and {kernel} must have the same number of axes: give both "
            f"their channels, or neither"
        )
    if len(image_sizes) == 2:
        image_sizes, kernel_sizes = (*image_sizes, 1), (*kernel_sizes, 1)
    check_channels(image, image_sizes[2], kernel, kernel_sizes[2], groups)
    if math.prod(image_sizes) > LARGEST_INDEX:
        raise ValueError(
            f"{image} must have at most {LARGEST_INDEX} values, as many as an index "
            f"can count"
        )
    return image_sizes, kernel_sizes


def check_channels(
    image: NamedShape, channels: int, kernel: NamedShape, own: int, groups: int
) -> None:
    """Check that each kernel has its `own` channels: those of a group."""
    if channels % groups:
        raise ValueError(
            f"groups must divide the channels, got {groups} for {channels} of {image}"
        )
    wanted = channels // groups
    if wanted != own:
        remedy = other_layout(image.shape, kernel.shape) if groups == 1 else ""
        of_group = f" in each of {groups} groups" if groups > 1 else ""
        raise ValueError(
            f"{kernel} must have as many channels as {image}{of_group}: {wanted}, not "
            f"{own}" + (f"; channels go last: {remedy} would fit" if remedy else "")
        )


def check_padded(padded: Sizes, padding: Any) -> None:
    """Refuse an image, here with its `padding`, that an index cannot count."""
    if math.prod(padded) > LARGEST_INDEX:
        raise ValueError(
            f"padding must give a padded image of at most {LARGEST_INDEX} values, "
            f"as many as an index can count, got {describe(padding)}, which gives "
            f"{by(padded)}"
        )


def does_not_fit(
    kernel: NamedShape, spans: Sizes, dilation: Sizes, padded: Sizes
) -> ValueError:
    return ValueError(
        f"{kernel} must fit into the padded image: it spans {by(spans)} pixels with "
        f"dilation {dilation}, the padded image has {by(padded)}"
    )


def by(sizes: Sizes) -> str:
    """Write sizes as one says them.

    Examples
    --------
    >>> by((4, 5, 7))
    '4 x 5 x 7'
    """
    return " x ".join(map(str, sizes))
