"""The readers under test, and who judges what they make of a file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from xcorr_helpers.datasets.cifar_batch import parse_batch
from xcorr_helpers.datasets.data_file import DataFile, DatasetError
from xcorr_helpers.datasets.idx import idx_size, parse_images, parse_labels

from . import seeds
from .decoders import decode_batch, decode_idx, gunzip
from .seeds import LABEL, MAX_ITEMS

__all__ = ["READERS", "Reader", "WrongAnswer"]


class WrongAnswer(Exception):
    """A reader took a file for something that is not in it, or refused a good one."""


@dataclass(frozen=True)
class Reader:
    judge: Callable[[bytes], bool]  # whether the file was read; raises WrongAnswer
    seeds: Callable[[], list[bytes]]
    payload: int  # bytes of the largest array that the expected shape allows


def idx_judge(parse, name: str, item_shape: tuple[int, ...], largest: int):
    """Make the judge of an IDX reader: it reads a file if, and only if, it is right."""

    def judge(content: bytes) -> bool:
        plain: bytes | None = content
        if name.endswith(".gz"):
            plain = gunzip(content, idx_size(item_shape, MAX_ITEMS))
        expected = None if plain is None else decode_idx(plain, item_shape, MAX_ITEMS)
        if expected is not None and expected.max() > largest:
            expected = None
        try:
            found = parse(DataFile(name, content, "Get it again."), MAX_ITEMS)
        except DatasetError as error:
            if expected is not None:
                raise WrongAnswer("a good file is refused") from error
            return False
        if expected is None:
            raise WrongAnswer("a file that is not right is read")
        if found.dtype != np.uint8 or not np.array_equal(found, expected):
            raise WrongAnswer("other values than the file's")
        return True

    return judge


def judge_batch(content: bytes) -> bool:
    """Read a batch; where that works, CPython's own machine must read the same."""
    try:
        images, labels = parse_batch(DataFile("test_batch", content, ""), LABEL)
    except DatasetError:
        return False
    try:
        expected_images, expected_labels = decode_batch(content, LABEL)
    except Exception as error:
        raise WrongAnswer("a file that is no batch is read") from error
    if images.dtype != np.uint8 or not np.array_equal(images, expected_images):
        raise WrongAnswer("other pixels than the file's")
    if labels.dtype != np.int64 or labels.tolist() != expected_labels:
        raise WrongAnswer("other labels than the file's")
    return True


READERS = {
    "IDX images": Reader(
        idx_judge(parse_images, "images", (28, 28), 255), seeds.images, MAX_ITEMS * 784
    ),
    "IDX labels": Reader(
        idx_judge(parse_labels, "labels", (), 9), seeds.labels, MAX_ITEMS
    ),
    "IDX images, gzipped": Reader(
        idx_judge(parse_images, "images.gz", (28, 28), 255),
        seeds.packed_images,
        MAX_ITEMS * 784,
    ),
    "CIFAR-10 batch": Reader(judge_batch, seeds.batches, 10_000 * 3072),
}
