"""Chapter 8: what goes wrong with the values of softmax, its powers and shares."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from .._exercise import Program


def _largest(scores: np.ndarray) -> Any:
    return scores.max(axis=1, keepdims=True)


def _shares(powers: np.ndarray) -> Any:
    return powers / powers.sum(axis=1, keepdims=True)


def _powers(scores: np.ndarray) -> Any:
    return np.exp(scores - _largest(scores))


def _standard(scores: np.ndarray) -> Any:
    mean, deviation = scores.mean(1, keepdims=True), scores.std(1, keepdims=True)
    return _shares(np.exp((scores - mean) / deviation))


VALUES: tuple[tuple[str, Program], ...] = (
    (
        "these are the powers, perhaps over the row's largest, which is 1: divide each "
        "row by its sum",
        _powers,
    ),
    (
        "these are the powers, with the largest still in: take it away, and divide "
        "each row by its sum",
        np.exp,
    ),
    (
        "exp is left out: the scores themselves, less the largest, are divided by "
        "their sum",
        lambda s: _shares(s - _largest(s)),
    ),
    (
        "exp is left out: the scores themselves are divided by their sum",
        _shares,
    ),
    (
        "nothing is done yet but to take the largest away: exp, and divide by the sum",
        lambda s: s - _largest(s),
    ),
    ("these are the scores as they came", lambda s: s),
    (
        "these are the logarithms of the shares: the shares are exp of that",
        lambda s: s - _largest(s) - np.log(_powers(s).sum(axis=1, keepdims=True)),
    ),
    (
        "these are the losses, minus the logarithm of each share: the shares are asked "
        "for",
        lambda s: np.log(_powers(s).sum(axis=1, keepdims=True)) - s + _largest(s),
    ),
    (
        "the sign of the scores is turned: the largest score gets the largest share",
        lambda s: _shares(_powers(-s)),
    ),
    (
        "the sign is turned after the largest is taken away: scores - largest, not "
        "largest - scores",
        lambda s: _shares(np.exp(_largest(s) - s)),
    ),
    (
        "the powers are of 2, not of e: np.exp",
        lambda s: _shares(np.exp2(s - _largest(s))),
    ),
    (
        "the powers are of 10, not of e: np.exp",
        lambda s: _shares(10.0 ** (s - _largest(s))),
    ),
    (
        "1 is taken away from each power, as expm1 does: np.exp",
        lambda s: _shares(np.expm1(s - _largest(s))),
    ),
    (
        "the scores are squared, where exp is meant",
        lambda s: _shares(s**2),
    ),
    (
        "the scores are cut off at zero, as by ReLU: negative ones count, too",
        lambda s: _shares(_powers(np.maximum(s, 0))),
    ),
    (
        "the signs of the scores are lost: negative ones get the smaller shares",
        lambda s: _shares(_powers(np.abs(s))),
    ),
    (
        "the scores are made whole first: their decimals count",
        lambda s: _shares(_powers(np.trunc(s))),
    ),
    (
        "the scores are divided by the row's sum before exp: after exp, the powers are",
        lambda s: _shares(np.exp(s / s.sum(axis=1, keepdims=True))),
    ),
    (
        "exp comes after the division: divide the powers by their sum",
        lambda s: np.exp(_shares(s)),
    ),
    (
        "it is divided by the sum of the scores: divide by that of the powers",
        lambda s: _powers(s) / s.sum(axis=1, keepdims=True),
    ),
    (
        "it is divided by exp of the sum: divide by the sum of exp",
        lambda s: np.exp(s) / np.exp(s.sum(axis=1, keepdims=True)),
    ),
    (
        "it is divided by the product of the powers, exp of a sum: divide by their sum",
        lambda s: _powers(s) / np.exp((s - _largest(s)).sum(axis=1, keepdims=True)),
    ),
    (
        "the sum is of powers with the largest still in: take it away there, too",
        lambda s: _powers(s) / np.exp(s).sum(axis=1, keepdims=True),
    ),
    (
        "the largest is taken away in the sum only: above the line, too",
        lambda s: np.exp(s) / _powers(s).sum(axis=1, keepdims=True),
    ),
    (
        "the largest is taken away after exp: before it",
        lambda s: _shares(np.exp(s) - _largest(s)),
    ),
    (
        "the largest power is taken away: take the largest score away, before exp",
        lambda s: _shares(np.exp(s) - np.exp(_largest(s))),
    ),
    (
        "the largest is taken away from the sum only, as brackets are missing: "
        "np.exp(scores - largest)",
        lambda s: np.exp(s) / (np.exp(s).sum(axis=1, keepdims=True) - _largest(s)),
    ),
    (
        "it is divided by the mean of the powers: divide by their sum",
        lambda s: _powers(s) / _powers(s).mean(axis=1, keepdims=True),
    ),
    (
        "it is divided by the root of the sum of squares: divide by the sum",
        lambda s: _powers(s) / np.sqrt((_powers(s) ** 2).sum(1, keepdims=True)),
    ),
    (
        "the division is upside down: power / sum",
        lambda s: _powers(s).sum(axis=1, keepdims=True) / _powers(s),
    ),
    (
        "it is divided by the number of images, too: the loss does so, later, once",
        lambda s: _shares(_powers(s)) / len(s),
    ),
    (
        "it is divided by the number of classes: divide by the row's sum",
        lambda s: _powers(s) / s.shape[1],
    ),
    (
        "softmax is applied twice: to the shares once more",
        lambda s: _shares(_powers(_shares(_powers(s)))),
    ),
    (
        "each score is turned into a share by itself, by a sigmoid: all of a row share "
        "one sum",
        lambda s: 1 / (1 + np.exp(-s)),
    ),
    (
        "only the largest gets anything, a 1, as by argmax: the others get their share",
        lambda s: np.eye(s.shape[1])[s.argmax(axis=1)],
    ),
    (
        "this is the class of the largest score: the share of each class is asked for",
        lambda s: s.argmax(axis=1),
    ),
    (
        "this is the largest share alone: the share of each class is asked for",
        lambda s: _shares(_powers(s)).max(axis=1),
    ),
    (
        "all classes get the same share, 1 / classes: the scores count",
        lambda s: np.full(s.shape, 1 / s.shape[1]),
    ),
    (
        "mean and deviation are taken out first, which changes the shares: only take "
        "the largest away",
        _standard,
    ),
    (
        "the scores are put between 0 and 1 first, which changes the shares: only take "
        "the largest away",
        lambda s: _shares(
            np.exp((s - s.min(1, keepdims=True)) / np.ptp(s, 1, keepdims=True))
        ),
    ),
    (
        "this is 1 less the share, what the other classes got",
        lambda s: 1 - _shares(_powers(s)),
    ),
    (
        "math.exp takes one number: np.exp takes an array",
        lambda s: _shares(np.array(math.exp(s))),
    ),
)
