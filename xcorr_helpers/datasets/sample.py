"""The bundled sample: where its files lie, and what they must hash to."""

from __future__ import annotations

import hashlib
from pathlib import Path

from .data_file import DataFile, read_data_file

__all__ = ["bundled", "sample_file", "sample_path"]

# Printed by data/make_sample.py, and the other programs there that make a file.
SHA256 = {
    "mnist/train-images.idx3-ubyte.gz": (
        "b1921ab5f1bfed7fec0cc1b6b96bf42dd77b15fec2f5e9789fdcd98554d31b7e"
    ),
    "mnist/train-labels.idx1-ubyte.gz": (
        "0fcdde3be72465162005c2c5a937c8f3932602c3aa0c93d12c7fd6806b6a016c"
    ),
    "cifar-10-batches-py/test_batch": (
        "4113d36f325ad1ec55f5cb17b562f046546b3bc164fb778a0e6cf24ae7c6c511"
    ),
    "pytorch_layers.npz": (
        "a5b73501a3d40fb2e3e24aa352befad25eccc0e86f77d60f488e4523a34f601c"
    ),
    "pytorch_conv2d.npz": (
        "5be830228f996d2419196c939ee1655de635603467ec7bc58e703880c6331b33"
    ),
    "template_matching.npz": (
        "64c6784374ef6afcfe235c38017191239d6a5786816f151ab8df6954f0e797f2"
    ),
}
MAX_SIZE = 2_000_000
REMEDY = (
    "It belongs to the sample that is bundled with xcorr_helpers: install the package "
    "again or, in a clone of the course, restore the folder data."
)

PACKAGE = Path(__file__).resolve().parents[1]


def bundled(name: str, in_clone: str) -> Path:
    """Find a file that an installed package carries in its data, and a clone there."""
    inside, outside = PACKAGE / "data" / name, PACKAGE.parent / in_clone
    return outside if outside.is_file() and not inside.is_file() else inside


def sample_path(name: str) -> Path:
    """Find a file of the bundled sample, and check that it is intact.

    Parameters
    ----------
    name : str
        Its name in the sample, such as "pytorch_conv2d.npz".

    Returns
    -------
    pathlib.Path
        Where it lies. Its SHA-256 is the one that this package knows.

    Raises
    ------
    ValueError
        If the sample has no file of that name.
    DatasetError
        If the file is missing, or a single bit of it has changed.

    Examples
    --------
    PyTorch's answer to chapter 5's toy, channels first:

    >>> import numpy as np
    >>> with np.load(sample_path("pytorch_conv2d.npz")) as reference:
    ...     print(reference["output"].shape)
    (10, 5, 7, 6)
    """
    return Path(sample_file(name).name)


def sample_file(name: str) -> DataFile:
    """Read a file of the sample whose SHA-256 is right."""
    if not isinstance(name, str) or name not in SHA256:
        raise ValueError(f"name must be one of {', '.join(SHA256)}, not {name!r}")
    file = read_data_file(bundled(name, f"data/{name}"), MAX_SIZE, REMEDY)
    if hashlib.sha256(file.content).hexdigest() != SHA256[name]:
        raise file.error("the file has changed: its SHA-256 is not the expected one")
    return file
