"""Files of pictures, made byte by byte: what a reader may drop."""

import struct
import zlib

import numpy as np

SIGNATURE = b"\x89PNG\r\n\x1a\n"
KINDS = {1: 0, 2: 4, 3: 2, 4: 6}  # PNG's numbers, by channels


def chunk(name, data):
    check = zlib.crc32(name + data)
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", check)


def rows(pixels):
    """Compress pixels of 8 or 16 bits, each row after the number of no filter."""
    lines = np.ascontiguousarray(pixels, pixels.dtype.newbyteorder(">"))
    lines = lines.view(np.uint8).reshape(len(pixels), -1)
    return zlib.compress(np.pad(lines, ((0, 0), (1, 0))).tobytes(), 1)


def head(pixels):
    height, width, channels = pixels.shape
    depth = 8 * pixels.dtype.itemsize
    return chunk(
        b"IHDR", struct.pack(">2I5B", width, height, depth, KINDS[channels], 0, 0, 0)
    )


def png(pixels, *more):
    """Return a PNG of pixels (height, width, channels), with more chunks before."""
    parts = [head(pixels), *more, chunk(b"IDAT", rows(pixels)), chunk(b"IEND", b"")]
    return SIGNATURE + b"".join(parts)


def animated(first, second):
    """Return an animated PNG of two frames."""
    height, width, _ = first.shape
    frame = struct.pack(">4I2H2B", width, height, 0, 0, 1, 10, 0, 0)
    later = [
        chunk(b"IDAT", rows(first)),
        chunk(b"fcTL", struct.pack(">I", 1) + frame),
        chunk(b"fdAT", struct.pack(">I", 2) + rows(second)),
        chunk(b"IEND", b""),
    ]
    return SIGNATURE + b"".join(
        [
            head(first),
            chunk(b"acTL", struct.pack(">2I", 2, 0)),
            chunk(b"fcTL", struct.pack(">I", 0) + frame),
            *later,
        ]
    )


def exif(orientation):
    """Return the note of how the camera was held."""
    entry = struct.pack(">HHIHH", 0x112, 3, 1, orientation, 0)
    return b"MM\0*" + struct.pack(">IH", 8, 1) + entry + struct.pack(">I", 0)


def turned(pixels, orientation):
    """Return a PNG with such a note."""
    return png(pixels, chunk(b"eXIf", exif(orientation)))


def area_means(pixels, shape):
    """Reduce pixels to a shape: each new one the mean of the area that it covers."""
    down, across = map(shares, pixels.shape[:2], shape[:2])
    return across @ np.tensordot(down, pixels.astype(float), 1)


def shares(size, reduced):
    """Return how much of each old row or column is in each new one."""
    edges = np.arange(reduced + 1) * size / reduced
    old = np.arange(size)
    overlap = np.minimum(edges[1:, None], old + 1) - np.maximum(edges[:-1, None], old)
    return np.clip(overlap, 0, None) * reduced / size
