"""A GIF of one frame or more, written byte by byte, its codes uncompressed."""

import struct

CLEAR, END = 256, 257
BITS = 9  # of a code, as long as the decoder's table is cleared in time
RUN = 250


def gif(frames, colours, transparent=None):
    """Return a GIF of frames (height, width) of numbers of 256 colours (256, 3)."""
    height, width = frames[0].shape
    has, index = (0, 0) if transparent is None else (1, transparent)
    parts = [b"GIF89a", struct.pack("<2H3B", width, height, 0xF7, 0, 0)]
    parts.append(colours.tobytes())
    for frame in frames:
        parts.append(b"\x21\xf9" + struct.pack("<2BH2B", 4, 4 | has, 10, index, 0))
        parts.append(b"\x2c" + struct.pack("<4HB", 0, 0, width, height, 0))
        parts.append(blocks(codes(frame.ravel().tolist())))
    return b"".join(parts) + b"\x3b"


def codes(numbers):
    found = []
    for start in range(0, len(numbers), RUN):
        found += [CLEAR, *numbers[start : start + RUN]]
    return [*found, END]


def blocks(found):
    """Pack codes, the first in the lowest bits, into blocks that say their length."""
    whole = sum(code << BITS * k for k, code in enumerate(found))
    data = whole.to_bytes(-(-BITS * len(found) // 8), "little")
    pieces = (data[start : start + 255] for start in range(0, len(data), 255))
    return b"\x08" + b"".join(bytes([len(one)]) + one for one in pieces) + b"\0"
