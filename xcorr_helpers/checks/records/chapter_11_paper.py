"""Chapter 11, on paper: what a group reads, and how large a layer makes images."""

from __future__ import annotations

from typing import Any

from .._exercise import PaperExercise
from .._predict import compare
from .._result import Result


def groups_read(answer: Any) -> Result:
    """Judge which channels output channel 5 reads, of 12 channels in 4 groups.

    There are 8 kernels, so output channels 0 to 7.

    Parameters
    ----------
    answer : list of int
        The numbers of the channels, in order.

    Examples
    --------
    >>> result = groups_read([5])
    groups_read: not [5]. That is the output channel's number: a group of them reads \
several channels.
    """
    return compare(GROUPS_READ, answer)


def transposed_shape(answer: Any) -> Result:
    """Judge the shape that a transposed convolution makes.

    The images have the shape (10, 5, 8, 6), the kernels (6, 4, 3, 2), as channels in,
    rows, columns, channels out. The stride is 3, the padding 1.

    Parameters
    ----------
    answer : tuple of int
        The shape.

    Examples
    --------
    >>> result = transposed_shape((10, 5, 8, 6))
    transposed_shape: not (10, 5, 8, 6). That is what goes in: the stride makes it \
larger, and the kernels give it other channels.
    """
    return compare(TRANSPOSED_SHAPE, answer)


_FOUR = "Four is the number of groups: how many channels are in one?"
_TWO = "Two is the number of kernels in a group: how many channels are in one?"
_ONE = "That is one channel: a group has more of them."
_STEPS = "Every third channel is taken: a group has neighbours."
_START = "A group begins at its number times 3, as that many channels are in each."


def _neighbours(count: int, said: str) -> dict[Any, str]:
    """Say the same of each list of so many channels."""
    starts = range(12 - count + 1)
    return {tuple(range(start, start + count)): said for start in starts}


GROUPS_READ = PaperExercise(
    name="groups_read",
    axes=(),
    answer=(6, 7, 8),
    positions=True,
    listed="channels",
    mistakes={
        **_neighbours(1, _ONE),
        **_neighbours(2, _TWO),
        **_neighbours(4, _FOUR),
        **{(n, n + 3, n + 6): _STEPS for n in range(6)},
        (2, 5, 8, 11): _STEPS,
        # Of another group, or of none.
        **{(n, n + 1, n + 2): _START for n in (1, 2, 4, 8, 10)},
        (0, 1, 2): "That is group 0: which group has output channel 5?",
        (3, 4, 5): "Either 5 is divided by the 3 channels of a group: output channels "
        "are sorted by the kernels of a group; or its group is 5 % 4, as if kernels "
        "were dealt out in turn.",
        (9, 10, 11): "That is the last group, 3: groups are counted from 0, and two "
        "kernels are in each.",
        (15, 16, 17): "There are only 12 channels: 5 is a kernel, not a group.",
        (7, 8, 9): "One too far: channels are counted from 0.",
        (5, 6, 7): "A group's channels begin at its number times 3, not at the output "
        "channel's number.",
        # Too many, or too few.
        (4, 5): "These are the output channels of the group: which channels do they "
        "read?",
        (10, 11): "Each output channel has not two channels of its own: it shares "
        "those of its group.",
        tuple(range(6, 12)): "Those are two groups: a kernel reads one.",
        tuple(range(12)): "Those are all channels: with groups, a kernel reads some.",
        tuple(range(8)): "Those are the output channels: how many channels go in?",
        tuple(range(9)): "Those are the channels of the groups before it, too.",
        tuple(range(6)): "Those are the channels before the group: it reads its own.",
        (5,): "That is the output channel's number: a group of them reads several "
        "channels.",
        (6,): "That is the first of them: the group has more.",
        (7,): "That is the one in the middle: the group has more.",
        (2,): "That is the group: which channels does it read?",
        (3,): "That is how many there are: which ones?",
        # In another order.
        (2, 6, 10): "The channels are dealt out in turn, every fourth: a group has "
        "neighbours.",
        (1, 5, 9): "The channels are dealt out in turn, every fourth: a group has "
        "neighbours, and 5 // 2 is its number.",
        (8, 7, 6): "These are the ones, backwards: a group's channels are counted "
        "upward.",
    },
)


def _made(height: int, width: int, channels: int = 2, n: int = 10) -> tuple[int, ...]:
    return n, height, width, channels


TRANSPOSED_SHAPE = PaperExercise(
    name="transposed_shape",
    axes=("image", "output row", "output column", "channel"),
    answer=(10, (5 - 1) * 3 - 2 + 4, (8 - 1) * 3 - 2 + 3, 2),
    mistakes={
        _made(5, 8, 6): "That is what goes in: the stride makes it larger, and the "
        "kernels give it other channels.",
        _made(5, 8): "The stride makes rows and columns larger.",
        _made(2, 3): "That is the way forward: here a stride makes the image larger.",
        _made(2, 3, 6): "That is the way forward, and with the channels that go in.",
        # The axes of channels and images.
        _made(14, 22, 6): "These are the channels that go in: the kernels' last axis "
        "says what comes out.",
        _made(16, 24, 6): "These are the channels that go in; and the padding is left "
        "out.",
        _made(12, 20): "The padding is taken away twice from each side.",
        _made(14, 22, 2, 6): "The images stay the first axis: 6 is the number of "
        "channels that go in.",
        _made(14, 22, 12): "The two numbers of channels are not multiplied: the "
        "kernels add over those that go in.",
        _made(14, 22, 2, 1): "All ten images are there.",
        (10, 2, 14, 22): "That is PyTorch's order: here the channels come last.",
        (14, 22, 2): "The images' axis stays in front.",
        (10, 14, 22): "The channels' axis stays at the end.",
        (14, 22): "Images and channels are axes, too.",
        # Sizes.
        _made(16, 24): "The padding is left out: here it takes rows and columns away.",
        _made(18, 26): "The padding is added: here it takes rows and columns away.",
        _made(15, 23): "The padding is taken away once: it is taken from both sides.",
        _made(17, 25): "Either the last placement is counted as a whole stride further "
        "on, 5 * 3, not (5 - 1) * 3; or the padding is added once, where it is taken "
        "from both sides.",
        _made(13, 22): "The kernel is taken to be 3 x 3: it has 4 rows.",
        _made(14, 23): "The kernel is taken to be 4 x 4: it has 3 columns.",
        _made(13, 23): "The kernel's height and width are exchanged: it has 4 rows and "
        "3 columns.",
        _made(22, 14): "Rows come first.",
        _made(15, 24): "That is 5 * 3 and 8 * 3: the kernel reaches further than its "
        "first value, and the padding takes away.",
        _made(
            13, 21, 4
        ): "The kernels are read as in PyTorch, channels out before rows "
        "and columns: here they come last.",
        _made(13, 21): "The last row and the last column are forgotten: the kernel "
        "reaches 4 rows from where the last pixel starts.",
        _made(19, 27): "5 * 3 + 4 and 8 * 3 + 3: the last pixel starts at (5 - 1) * 3, "
        "and the padding takes away.",
        _made(10, 19): "The kernel is left out: where the last pixel starts, it has 4 "
        "rows and 3 columns.",
        _made(12, 21): "That is where the last pixel starts, (5 - 1) * 3: the kernel "
        "reaches on from there, and the padding takes away.",
        _made(6, 8): "The stride is left out: neighbouring pixels start three outputs "
        "apart.",
        _made(8, 10): "Stride and padding are left out: that is a full correlation.",
        _made(
            1, 2
        ): "That is the way forward, without the padding: here a stride makes "
        "the image larger.",
        _made(11, 20): "The kernel is taken to be one pixel: from the last start it "
        "reaches 4 rows and 3 columns.",
    },
)
