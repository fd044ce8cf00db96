"""What the page on which readers drop a picture loads: scripts, and bundled pictures.

The pictures are arrays in a script: an image file would not let its pixels be read
where the page is opened from disk.
"""

import base64
import json
from pathlib import Path

import numpy as np

from xcorr_helpers import load_cifar10, load_mnist

MARK = 'id="own-picture"'
SCRIPT = Path("_static", "kernels", "bundled.js")
# Of the explorer's scripts those that compute, and draw grids and sums.
EXPLORER = (
    *("arithmetic", "settings", "address", "scales", "layouts", "panels"),
    *("scroller", "lens", "grid", "sum"),
)
SCRIPTS = (
    *("bundled", "pixels", "steps", "words", "view"),
    *("numbers", "point", "arrive", "carry", "page"),
)
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


def write(app, exception):
    if exception is None and app.builder.format == "html":
        path = Path(app.outdir) / SCRIPT
        path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(bundled(), separators=(",", ":"))
        path.write_text(f"window.xcorrBundled = {text};\n", encoding="utf-8")


def load(app, records):
    for style in STYLES:
        app.add_css_file(f"{style}.css")
    for script in EXPLORER:
        data = {"data-records": records} if script == "arithmetic" else {}
        app.add_js_file(f"explorer/{script}.js", defer="defer", **data)
    for script in SCRIPTS:
        app.add_js_file(f"kernels/{script}.js", defer="defer")
