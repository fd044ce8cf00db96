"""Where a kernel is placed in an image: the arithmetic behind every output size."""

from __future__ import annotations

from typing import NamedTuple

from ._arguments import (
    LARGEST_INDEX,
    IntOrPair,
    Padding,
    Pair,
    came,
    extent,
    int_pair,
    padding_pairs,
    with_channels,
)

__all__ = ["Placements", "placements"]


class Placements(NamedTuple):
    """Where a kernel is placed in an image, by checked and plain numbers."""

    image: tuple[int, ...]  # (height, width, channels)
    kernel: tuple[int, ...]
    stride: Pair
    padding: tuple[Pair, Pair]
    dilation: Pair
    out_shape: Pair

    @property
    def before(self) -> Pair:
        """The padding above and to the left."""
        return self.padding[0][0], self.padding[1][0]


def placements(
    image: tuple[int, ...],
    kernel: tuple[int, ...],
    stride: IntOrPair,
    padding: Padding,
    dilation: IntOrPair,
    *,
    image_is: str,
    kernel_is: str,
) -> Placements:
    """Check that a kernel fits into an image; messages call them what they are."""
    image, kernel = with_channels(image, kernel, image_is, kernel_is)
    steps, gaps = int_pair(stride, "stride"), int_pair(dilation, "dilation")
    pads = padding_pairs(padding, image, kernel, steps, gaps)
    padded = [image[axis] + sum(pads[axis]) for axis in (0, 1)]
    spans = [extent(kernel[axis], gaps[axis]) for axis in (0, 1)]
    if spans[0] > padded[0] or spans[1] > padded[1]:
        raise ValueError(
            f"{kernel_is} must fit into the padded image: it spans {spans[0]} x "
            f"{spans[1]} pixels with dilation {gaps}, the padded image has {padded[0]} "
            f"x {padded[1]}"
        )
    if padded[0] * padded[1] * image[2] > LARGEST_INDEX:
        raise ValueError(
            f"padding must give a padded image of at most {LARGEST_INDEX} values, as "
            f"many as an index can count, got {came(padding)}, which gives "
            f"{padded[0]} x {padded[1]} x {image[2]}"
        )
    out_height, out_width = (
        (size - span) // step + 1 for size, span, step in zip(padded, spans, steps)
    )
    return Placements(image, kernel, steps, pads, gaps, (out_height, out_width))
