"""A JPEG of flat blocks, written byte by byte, that notes how the camera was held."""

import struct

import numpy as np

from tests.support.pictures import exif

SIDE = 8  # pixels of a block
QUANTUM = 8  # makes the one number of a flat block its grey, less 128


def jpeg(greys, orientation):
    """Return a baseline JPEG: of each grey (rows, columns) a block of 8 x 8 pixels."""
    height, width = np.array(greys.shape) * SIDE
    parts = [
        segment(0xE1, b"Exif\0\0" + exif(orientation)),
        segment(0xDB, bytes([0] + [QUANTUM] * SIDE**2)),
        segment(0xC0, struct.pack(">B2H4B", 8, height, width, 1, 1, 0x11, 0)),
        # How many bits a difference has: twelve codes of four bits.
        segment(0xC4, bytes([0, 0, 0, 0, 12, *[0] * 12, *range(12)])),
        # Nothing follows in the block: one code of one bit.
        segment(0xC4, bytes([0x10, 1, *[0] * 15, 0])),
        segment(0xDA, bytes([1, 1, 0, 0, 63, 0])),
        scan(greys.astype(int).ravel() - 128),
    ]
    return b"\xff\xd8" + b"".join(parts) + b"\xff\xd9"


def segment(marker, data):
    return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data


def scan(levels):
    """Return the blocks, each by its difference from the one before."""
    bits = ""
    for difference in np.diff(levels, prepend=0).tolist():
        size = abs(difference).bit_length()
        value = difference if difference > 0 else difference + 2**size - 1
        bits += f"{size:04b}" + (f"{value:0{size}b}" if size else "") + "0"
    bits += "1" * (-len(bits) % 8)
    data = int(bits, 2).to_bytes(len(bits) // 8, "big")
    return data.replace(b"\xff", b"\xff\0")  # else it would begin a segment
