"""Store chapter 8's network in the book, for the page on which a reader draws a digit.

python -m tools.store_network

It reads `work/my_network.json`, which the chapter writes when it is executed, and adds
the pictures that the page offers: the first digit held out, and the mistakes that the
network was surest of. A script, since a page opened from disk may read nothing else.
"""

from __future__ import annotations

import base64
import json
from pathlib import Path

import numpy as np

from xcorr_helpers import correlate, load_mnist

ROOT = Path(__file__).parents[1]
FILE = ROOT / "work" / "my_network.json"
STORED = ROOT / "book" / "_static" / "draw" / "data.js"
NAMES = ("kernels", "kernel_bias", "weights", "bias")
GRID = 2**24  # training rounds to its multiples
N_WORST = 9  # as many as the chapter shows


def arrays(network: dict) -> dict[str, np.ndarray]:
    """Return the arrays that a network's file holds."""
    return {name: np.reshape(network[name], network["shapes"][name]) for name in NAMES}


def scores(cnn: dict[str, np.ndarray], images: np.ndarray) -> np.ndarray:
    """Compute the chapter's forward pass, without its index."""
    maps = np.maximum(correlate(images, cnn["kernels"]) + cnn["kernel_bias"], 0)
    n, height, width, count = maps.shape
    maps = maps[:, : height // 2 * 2, : width // 2 * 2]
    pooled = maps.reshape(n, height // 2, 2, width // 2, 2, count).max(axis=(2, 4))
    return pooled.reshape(n, -1) @ cnn["weights"] + cnn["bias"]


def held_out() -> tuple[np.ndarray, np.ndarray]:
    """Return the sample's images that the chapter holds out, and their labels."""
    mnist = load_mnist(source="sample")
    return mnist.images[4000:, ..., None], mnist.labels[4000:]


def worst(cnn: dict[str, np.ndarray]) -> list[tuple[int, int]]:
    """List the mistakes that it was surest of: which image, and what it took it for."""
    images, labels = held_out()
    found = scores(cnn, images)
    powers = np.exp(found - found.max(axis=1, keepdims=True))
    shares = powers.max(axis=1) / powers.sum(axis=1)
    said = found.argmax(axis=1)
    mistaken = np.flatnonzero(said != labels)
    surest = mistaken[np.argsort(-shares[mistaken], kind="stable")][:N_WORST]
    return [(int(n), int(said[n])) for n in surest]


def encoded(values: np.ndarray) -> str:
    return base64.b64encode(values.tobytes()).decode()


def script(network: dict) -> str:
    """Return the script that holds a network and the pictures."""
    cnn = arrays(network)
    whole = [np.rint(value.ravel() * GRID) for value in cnn.values()]
    for name, value, rounded in zip(NAMES, cnn.values(), whole):
        if (rounded / GRID != value.ravel()).any() or (abs(rounded) >= 2**31).any():
            raise ValueError(f"{name} is not on the grid of chapter 8's training")
    images, labels = held_out()
    pictures = [
        {
            "digit": int(labels[n]),
            "taken": taken,
            "pixels": encoded(np.rint(images[n] * 255).astype(np.uint8)),
        }
        for n, taken in [(0, int(labels[0])), *worst(cnn)]
    ]
    numbers = encoded(np.concatenate(whole).astype("<i4"))
    stored = {"shapes": {name: value.shape for name, value in cnn.items()}}
    return "\n".join(
        (
            "// Made by `python -m tools.store_network`: a network, and digits.",
            f"xcorrDraw.STORED = {json.dumps(stored | {'numbers': numbers})};",
            f"xcorrDraw.PICTURES = {json.dumps(pictures)};\n",
        )
    )


def main() -> None:
    network = json.loads(FILE.read_text(encoding="utf-8"))
    STORED.write_text(script(network), encoding="utf-8")
    print(f"{STORED.name}: {STORED.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
