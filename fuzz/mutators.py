"""Mutations that know a little of the formats, and so get behind the first check.

Each takes a file and `mutate_bytes`, libFuzzer's own mutation of plain bytes.
"""

from __future__ import annotations

import gzip
import io
import pickle
import pickletools
import random
import struct
import zlib
from collections.abc import Callable
from itertools import pairwise

from .seeds import ROWS, batches

__all__ = ["MUTATORS"]

MutateBytes = Callable[[bytes], bytes]
SEEDS = batches()


def mutate_idx(content: bytes, mutate_bytes: MutateBytes, rng: random.Random) -> bytes:
    """Mutate any byte; sometimes make the number of items fit what is there."""
    content = mutate_bytes(content)
    if rng.random() < 0.25 and len(content) > 8:
        per_item, header = (784, 16) if content[3] == 3 else (1, 8)
        n_items = max(len(content) - header, 0) // per_item
        content = content[:4] + struct.pack(">I", n_items) + content[8:]
        content = content[: header + n_items * per_item]
    return content


def mutate_gzip(content: bytes, mutate_bytes: MutateBytes, rng: random.Random) -> bytes:
    """Mutate the file, or what it unpacks to, in one or more members."""
    if rng.random() < 0.4:
        return mutate_bytes(content)
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as stream:
            plain = stream.read(20_000)
    except (EOFError, OSError, zlib.error):
        return mutate_bytes(content)
    plain = mutate_idx(plain, mutate_bytes, rng)
    level = rng.choice((0, 1, 9))
    cuts = sorted(rng.choices(range(len(plain) + 1), k=rng.choice((0, 0, 1, 2))))
    parts = [plain[a:b] for a, b in pairwise([0, *cuts, len(plain)])]
    return b"".join(gzip.compress(part, level, mtime=0) for part in parts)


def mutate_batch(
    content: bytes, mutate_bytes: MutateBytes, rng: random.Random
) -> bytes:
    """Mutate bytes, those of the pixels seldom; or move whole instructions about."""
    if rng.random() < 0.3:
        content = rng.choice(SEEDS)  # what libFuzzer keeps is mostly broken early
    if rng.random() < 0.4:
        # In place of the pixels a token, or nearly all mutations would hit them.
        for block, token in TOKENS.items():
            content = content.replace(block, token)
        content = mutate_bytes(content)
        for block, token in TOKENS.items():
            content = content.replace(token, block)
        return content
    pieces = instructions(content)
    for _ in range(rng.choice((1, 1, 2, 4))):
        at, other = rng.randrange(len(pieces)), rng.randrange(len(pieces))
        match rng.randrange(5):
            case 0:
                pieces[at] = rng.choice(VOCABULARY)
            case 1:
                pieces.insert(at, rng.choice(VOCABULARY))
            case 2:
                pieces.insert(at, pieces[other])
            case 3:
                pieces[at], pieces[other] = pieces[other], pieces[at]
            case _:
                pieces[at] = pieces[at][:1] + mutate_bytes(pieces[at][1:] or b"\0")
    return b"".join(pieces)


def instructions(content: bytes) -> list[bytes]:
    """Cut a pickle between its instructions, as far as it can be understood."""
    starts = []
    try:
        for _, _, start in pickletools.genops(content):
            starts.append(start or 0)
    except Exception:  # of many kinds; the rest is then one piece
        pass
    starts = starts or [0]
    return [content[a:b] for a, b in pairwise([*starts, len(content)])]


def _vocabulary() -> list[bytes]:
    """Every instruction there is, those of good batches, and the names of attacks."""
    codes = [opcode.code.encode("latin-1") for opcode in pickletools.opcodes]
    arguments = (
        b"",
        b"\0",
        b"\xff" * 4,
        b"\xff" * 8,
        b"os\nsystem\n",
        b"1000000000000\n",
    )
    found = {code + argument for code in codes for argument in arguments}
    names = (
        "os\nsystem", "builtins\neval", "builtins\ngetattr", "numpy\nload",
        "numpy.core.multiarray\nscalar", "numpy\nndarray", "numpy\ndtype",
        "numpy._core.multiarray\n_reconstruct", "copyreg\n_reconstructor",
    )  # fmt: skip
    found |= {b"c" + name.encode() + b"\n" for name in names}
    found |= {b"i" + name.encode() + b"\n" for name in names}
    for seed in SEEDS:
        found |= {piece for piece in instructions(seed) if len(piece) < 200}
    found |= {pickle.dumps(value, 3)[2:-1] for value in (10**30, -1, True, [], {}, ())}
    return sorted(found)


VOCABULARY = _vocabulary()
SAMPLE = next(piece for piece in instructions(SEEDS[0]) if len(piece) > 50_000)
TOKENS = {
    SAMPLE[5:]: b"<sample>",
    ROWS.tobytes(): b"<both>",
    ROWS[0].tobytes(): b"<first>",
}
MUTATORS = {
    "IDX images": mutate_idx,
    "IDX labels": mutate_idx,
    "IDX images, gzipped": mutate_gzip,
    "CIFAR-10 batch": mutate_batch,
}
