"""What the page on which readers drop a picture loads: scripts, pictures, and kernels.

The pictures are arrays in a script: an image file would not let its pixels be read
where the page is opened from disk.
"""

import base64
import json
import re
from pathlib import Path

import numpy as np

from xcorr_helpers import load_cifar10, load_mnist

MARK = 'id="own-picture"'
SCRIPT = Path("_static", "kernels", "bundled.js")
NETWORK = Path(__file__).parents[1] / "_static" / "draw" / "data.js"
GRID = 2**24  # chapter 8 rounds to its multiples
# Of the explorer's scripts those that compute, and draw grids and sums.
EXPLORER = (
    *("arithmetic", "settings", "address", "scales", "layouts", "panels"),
    *("scroller", "lens", "grid", "sum"),
)
SCRIPTS = [
    f"kernels/{name}"
    for name in (
        *("bundled", "pixels", "steps", "typed", "words", "paint", "shrink"),
        *("cover", "lens", "numbers"),
        *("refused", "fields", "chain", "point", "arrive", "links", "carry", "page"),
    )
]
STYLES = ("explorer/cells", "explorer/explorer", "explorer/marks", "kernels/kernels")
PHOTOS = {"cat": 0, "ship": 1, "frog": 4, "car": 6, "plane": 10, "horse": 13}
DIGITS = {"a five": 0, "a four": 2}


def bundled():
    """Return of each picture its height, width, channels, and bytes in base64."""
    photos, digits = load_cifar10().images, load_mnist().images[..., None]
    found = {name: photos[number] for name, number in PHOTOS.items()}
    found |= {name: digits[number] for name, number in DIGITS.items()}
    return {name: stored(image) for name, image in found.items()}


def stored(image):
    pixels = np.rint(image * 255).astype(np.uint8)
    return [*pixels.shape, base64.b64encode(pixels.tobytes()).decode()]


def learned():
    """Return chapter 8's kernels as the page has its own: sizes, divisor, numbers.

    In thousandths: whole numbers can be read, and changed.
    """
    text = NETWORK.read_text(encoding="utf-8")
    network = json.loads(re.search(r"STORED = (\{.*\});$", text, re.MULTILINE)[1])
    n_kernels, height, width, _ = network["shapes"]["kernels"]
    numbers = np.frombuffer(base64.b64decode(network["numbers"]), "<i4") / GRID
    kernels = numbers[: n_kernels * height * width].reshape(n_kernels, -1)
    return {
        f"chapter 8, kernel {k}": [height, width, 1000, values.tolist()]
        for k, values in enumerate(np.rint(1000 * kernels).astype(int))
    }


def write(app, exception):
    if exception is None and app.builder.format == "html":
        path = Path(app.outdir) / SCRIPT
        path.parent.mkdir(parents=True, exist_ok=True)
        parts = {"xcorrBundled": bundled(), "xcorrLearned": learned()}
        text = "".join(f"window.{n} = {as_json(p)};\n" for n, p in parts.items())
        path.write_text(text, encoding="utf-8")


def as_json(value):
    return json.dumps(value, separators=(",", ":"))
