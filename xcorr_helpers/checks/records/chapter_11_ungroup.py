"""Chapter 11: the outputs of groups, one group behind the other."""

from __future__ import annotations

from typing import Any

import numpy as np

from .._cases import Dice
from .._exercise import Case, CodeExercise
from .._judge import judge
from .._result import Result
from .chapter_11_parts import parts as parts_of
from .chapter_11_parts import toy_images, toy_kernels
from .chapter_11_ungroup_mistakes import MISTAKES


def ungroup(function: Any) -> Result:
    """Judge a function that puts the outputs of groups one behind the other.

    Parameters
    ----------
    function : callable
        Called as `function(parts)`, with an array of shape (groups, N, out_height,
        out_width, K // groups). It returns one of shape (N, out_height, out_width, K):
        first the kernels of group 0, then those of group 1, and so on.

    Examples
    --------
    >>> result = ungroup(lambda parts: np.concatenate(parts, axis=-1))
    ungroup: right on 21 cases, from parts 2 x 3 x 1 x 1 x 4 to 4 x 2 x 5 x 7 x 3.
    """
    return judge(UNGROUP, function)


def _cases() -> list[Case]:
    dice = Dice(115)
    toy = np.stack(parts_of(toy_images(), toy_kernels(), 2))
    cases: list[Case] = [(toy,)]
    while len(cases) < 12:
        shape = dice.numbers(5, 2, 7)
        if np.prod(shape) < 1000:
            draw = dice.quarters if len(cases) % 3 == 2 else dice.whole
            cases.append((draw(*shape),))
    special = (
        (2, 2, 3, 4, 2),  # as many kernels as groups
        (3, 2, 4, 5, 1),  # groups of one kernel
        (1, 3, 2, 5, 4),  # one group
        (1, 2, 3, 4, 2),
        (4, 1, 3, 5, 2),
        (2, 3, 1, 1, 4),
    )
    cases += [(dice.whole(*shape),) for shape in special]
    cases.append((dice.bytes(3, 2, 4, 5, 2),))
    cases.append((dice.large(2, 3, 5, 4, 3),))
    cases.append((np.asfortranarray(dice.whole(4, 2, 3, 5, 3)),))
    return cases


def _joined(parts: np.ndarray) -> np.ndarray:
    return np.concatenate(list(parts), axis=-1)


def _by_transpose(parts: np.ndarray) -> np.ndarray:
    groups, n_images, out_height, out_width, group_kernels = parts.shape
    moved = parts.transpose(1, 2, 3, 0, 4)
    return moved.reshape(n_images, out_height, out_width, groups * group_kernels)


def _by_loop(parts: np.ndarray) -> np.ndarray:
    groups, n_images, out_height, out_width, group_kernels = parts.shape
    out = np.zeros((n_images, out_height, out_width, groups * group_kernels))
    for group in range(groups):
        first = group * group_kernels
        out[:, :, :, first : first + group_kernels] = parts[group]
    return out


UNGROUP = CodeExercise(
    name="ungroup",
    arguments=("parts",),
    axes=("image", "output row", "output column", "kernel"),
    make_cases=_cases,
    reference=_joined,
    ways=(_by_transpose, _by_loop),
    mistakes=MISTAKES,
    array_axes={"parts": ("group", "image", "row", "column", "kernel")},
)
