"""Real images for the course: a bundled sample, the full datasets, files of one's own.

All are files of the same two formats and go through the same parsers. The environment
variable ``XCORR_DATA``, which may hold any source, chooses for a whole session.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Any, Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from .._arguments import positive_seconds
from .catalog import MNIST_SIZES, SOURCE_VARIABLE, cifar10_batches, mnist_files
from .data_file import DatasetError
from .idx import parse_images, parse_labels
from .sample import sample_path

__all__ = ["Dataset", "DatasetError", "load_cifar10", "load_mnist", "sample_path"]

Split = Literal["train", "test"]
Source = str | os.PathLike[str]

CIFAR10_CLASSES = (
    "airplane",
    "automobile",
    "bird",
    "cat",
    "deer",
    "dog",
    "frog",
    "horse",
    "ship",
    "truck",
)


class Dataset(NamedTuple):
    """Images with what they show.

    Parameters
    ----------
    images : float array, (N, H, W) or (N, H, W, C)
        Brightness of each pixel (and channel), from 0 (none) to 1 (full).
    labels : int64 array, (N,)
        The class of each image, an index into `class_names`.
    class_names : tuple of str
        What the classes are called.
    """

    images: npt.NDArray[np.floating[Any]]
    labels: npt.NDArray[np.int64]
    class_names: tuple[str, ...]


def load_mnist(
    split: Split = "train",
    *,
    source: Source | None = None,
    dtype: npt.DTypeLike = np.float64,
    timeout: float = 30.0,
) -> Dataset:
    """Load handwritten digits, white on black.

    Parameters
    ----------
    split : "train" or "test"
        The full training split has 60,000 images, the test split 10,000. The sample
        holds 500 training images of each digit and no test images; its first six are
        the training split's first six.
    source : "sample", "kaggle", the path of a folder, or None
        "sample" is bundled. "kaggle" downloads the full dataset once. In a folder lie
        files of your own, such as Fashion-MNIST's, under MNIST's names
        (``train-images-idx3-ubyte`` and so on, or with a dot before ``idx3``), gzipped
        with ``.gz`` at the end, or not: any number of images of 28 x 28 bytes, each
        with a label from 0 to 255. None asks the environment variable ``XCORR_DATA``,
        and takes the sample if that is not set.
    dtype : float32 or float64
        Of the images.
    timeout : float
        Seconds in which nothing arrives, after which a download is given up.

    Returns
    -------
    Dataset
        images (N, 28, 28) in [0, 1], labels (N,), class_names "0" to "9", or to the
        largest label in a folder's file.

    Raises
    ------
    ValueError
        If there is no such split, source or folder, or `timeout` is not above 0.
    TypeError
        If `dtype` is another one, or `timeout` is no number.
    DatasetError
        If the images cannot be had: not in the sample or folder, not downloaded, or
        damaged; or if a file is not what its name says.

    Warns
    -----
    UserWarning
        If a folder holds a file in several forms. The one that is not gzipped is read.

    References
    ----------
    Y. LeCun, L. Bottou, Y. Bengio and P. Haffner, "Gradient-based learning applied to
    document recognition", Proceedings of the IEEE 86(11), 1998.

    Examples
    --------
    >>> images, labels, class_names = load_mnist()
    >>> images.shape, images.dtype
    ((5000, 28, 28), dtype('float64'))
    >>> print(labels[:6])
    [5 0 4 1 9 2]

    From a folder, here that of the sample:

    >>> folder = sample_path("mnist/train-images.idx3-ubyte.gz").parent
    >>> load_mnist("train", source=folder).images.shape
    (5000, 28, 28)
    """
    chosen_source, float_dtype = _checked(split, source, dtype)
    seconds = positive_seconds(timeout, "timeout")
    images_file, labels_file = mnist_files(split, chosen_source, seconds)
    size = None if isinstance(chosen_source, Path) else MNIST_SIZES[split]
    images, labels = parse_images(images_file, size), parse_labels(labels_file, size)
    if len(images) != len(labels):
        raise labels_file.error(
            f"it holds {len(labels):,} labels, for {len(images):,} images "
            f"in {images_file.name}"
        )
    n_classes = 10 if size else int(labels.max()) + 1
    return _dataset(images, labels, tuple(map(str, range(n_classes))), float_dtype)


def load_cifar10(
    split: Split = "test",
    *,
    source: Source | None = None,
    dtype: npt.DTypeLike = np.float64,
    timeout: float = 30.0,
) -> Dataset:
    """Load small colour photographs of ten kinds of animals and vehicles.

    Parameters
    ----------
    split : "train" or "test"
        The full training split has 50,000 images, the test split 10,000. The sample
        holds the first 20 test images and no training images.
    source : "sample", "kaggle", the path of a folder, or None
        "sample" is bundled. "kaggle" downloads the files of the split once, 31 MB for
        each 10,000 images. In a folder, or in its ``cifar-10-batches-py``, lie the
        files of the Python version, byte for byte: no others are opened. None asks the
        environment variable ``XCORR_DATA``, and takes the sample if that is not set.
    dtype : float32 or float64
        Of the images.
    timeout : float
        Seconds in which nothing arrives, after which a download is given up.

    Returns
    -------
    Dataset
        images (N, 32, 32, 3) in [0, 1], the channels red, green and blue; labels (N,);
        class_names "airplane" to "truck".

    Raises
    ------
    ValueError
        If there is no such split, source or folder, or `timeout` is not above 0.
    TypeError
        If `dtype` is another one, or `timeout` is no number.
    DatasetError
        If the images cannot be had: not in the sample or folder, not downloaded, or
        damaged.

    References
    ----------
    A. Krizhevsky, "Learning multiple layers of features from tiny images", technical
    report, University of Toronto, 2009.

    Examples
    --------
    >>> images, labels, class_names = load_cifar10()
    >>> images.shape, images.dtype
    ((20, 32, 32, 3), dtype('float64'))
    >>> class_names[labels[0]]
    'cat'
    """
    chosen_source, float_dtype = _checked(split, source, dtype)
    seconds = positive_seconds(timeout, "timeout")
    batches = list(cifar10_batches(split, chosen_source, seconds))
    images = np.concatenate([images for images, _ in batches])
    labels = np.concatenate([labels for _, labels in batches])
    return _dataset(images, labels, CIFAR10_CLASSES, float_dtype)


def _checked(
    split: Split, source: Source | None, dtype: npt.DTypeLike
) -> tuple[str | Path, np.dtype[Any]]:
    """Check the arguments that both loaders share; return the source and the dtype."""
    if not isinstance(split, str) or split not in ("train", "test"):
        raise ValueError(f'split must be "train" or "test", not {split!r}')
    chosen, origin = source, ""
    if chosen is None:
        chosen = os.environ.get(SOURCE_VARIABLE) or "sample"
        origin = f" (from the environment variable {SOURCE_VARIABLE})"
    if isinstance(chosen, str) and chosen in ("sample", "kaggle"):
        return chosen, _float_dtype(dtype)
    if isinstance(chosen, (str, os.PathLike)) and os.path.isdir(chosen):
        return Path(chosen), _float_dtype(dtype)
    raise ValueError(
        'source must be "sample", "kaggle" or the path of a folder that there is, '
        f"not {str(chosen) if isinstance(chosen, Path) else chosen!r}{origin}"
    )


def _float_dtype(dtype: npt.DTypeLike) -> np.dtype[Any]:
    found = None
    if dtype is not None:  # which NumPy would read as float64
        with suppress(Exception):  # NumPy has several for what it cannot read
            found = np.dtype(dtype)
    if found is None or found not in (np.dtype(np.float32), np.dtype(np.float64)):
        came = repr(dtype) if found is None else str(found)
        raise TypeError(f"dtype must be float32 or float64, not {came}")
    return found


def _dataset(
    images: npt.NDArray[np.uint8],
    labels: npt.NDArray[np.integer[Any]],
    class_names: tuple[str, ...],
    dtype: np.dtype[Any],
) -> Dataset:
    """Scale the bytes to [0, 1], without a second array of floats."""
    scaled = np.divide(images, 255, dtype=dtype)
    return Dataset(scaled, labels.astype(np.int64), class_names)
