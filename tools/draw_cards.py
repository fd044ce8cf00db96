"""Draw the picture that is shown where a link to an exhibit of the museum is shared.

    python -m tools.draw_cards

Each holds the exhibit's title and its figure, as the notebook stores it, and in itself
a mark of what it was drawn from, by which a test knows whether it is up to date. Needs
Chromium and the built book, whose plotly.js draws the figures.
"""

import base64
import hashlib
import html
import json
import re
import struct
import zlib

import numpy as np

from . import browser, built_book

MUSEUM = "book/bug_museum"
FOLDER = built_book.ROOT / "book" / "_static" / "exhibits"
SHAPE = 630, 1200
SIZE = {"width": SHAPE[1], "height": SHAPE[0]}
HEAD = re.compile(r"^\((exhibit-\d+)\)=\n## (.+)$", re.MULTILINE)
KEY = b"Drawn from\0"
AREAS, STEP = 100, 24  # colours kept, and from one level to the next of the others
PIXELS = """async (source) => {
  const image = new Image();
  image.src = `data:image/png;base64,${source}`;
  await image.decode();
  const { width, height } = image;
  const context = new OffscreenCanvas(width, height).getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  let text = "";
  for (let n = 0; n < data.length; n += 3e4) {
    text += String.fromCharCode(...data.subarray(n, n + 3e4));
  }
  return btoa(text);
}"""
PAGE = """\
<!DOCTYPE html>
<meta charset="utf-8">
<style>
body {{ background: #fff; color: #1f2933; font-family: sans-serif; height: 315px;
  margin: 0; transform: scale(2); transform-origin: 0 0; width: 600px; }}
header {{ border-top: 8px solid #1f6385; padding: 16px 24px 0; }}
p {{ color: #1f6385; font-size: 15px; font-weight: 650; margin: 0 0 4px; }}
h1 {{ font-size: 27px; letter-spacing: -0.01em; line-height: 1.15; margin: 0; }}
#figure {{ bottom: 0; left: 12px; position: absolute; }}
</style>
<header><p>The bug museum · Cross-correlation by index</p><h1>{title}</h1></header>
<div id="figure"></div>
<script>
const {{ data, layout }} = {figure};
for (const key of Object.keys(layout).filter((name) => /^[xy]axis/.test(name))) {{
  Object.assign(layout[key], {{ showticklabels: false, ticks: "", title: "" }});
}}
const margin = {{ l: 20, r: 20, t: 34, b: 16 }};
const draw = () => Plotly.newPlot("figure", data,
  {{ ...layout, width: 576, height: 222, margin }}, {{ staticPlot: true }});
</script>
"""


def exhibits():
    """Yield each exhibit's name, title and figure."""
    name = None
    for cell in built_book.cells(MUSEUM):
        for name, title in HEAD.findall("".join(cell["source"])):
            head = name, title
        for output in cell.get("outputs", []):
            if name and built_book.MIME_TYPE in output.get("data", {}):
                yield *head, output["data"][built_book.MIME_TYPE]


def card_page(title, figure):
    figure = json.dumps(figure, sort_keys=True).replace("<", "\\u003c")
    return PAGE.format(title=html.escape(title), figure=figure)


def mark(page):
    return hashlib.sha256(page.encode()).hexdigest()


def mark_in(png):
    """Return what a picture says it was drawn from."""
    return png.partition(b"tEXt" + KEY)[2][:64].decode("latin-1")


def small_png(pixels, text):
    """Encode (height, width, 3) bytes in few colours, with a mark.

    The areas keep theirs; the edges of letters, which have thousands, are rounded.
    """
    height, width = pixels.shape[:2]
    found, numbers, counts = np.unique(
        pixels.reshape(-1, 3), axis=0, return_inverse=True, return_counts=True
    )
    levels = np.clip((found.astype(int) + STEP // 2) // STEP * STEP, 0, 255)
    is_area = counts >= np.sort(counts)[-AREAS:][0]
    levels[is_area] = found[is_area]
    colours, places = np.unique(levels, axis=0, return_inverse=True)
    if len(colours) > 256:
        raise SystemExit(f"{len(colours)} colours: make STEP larger")
    rows = places.ravel()[numbers.ravel()].astype(np.uint8).reshape(height, width)
    chunks = {
        b"IHDR": struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0),
        b"tEXt": KEY + text.encode(),
        b"PLTE": colours.astype(np.uint8).tobytes(),
        b"IDAT": zlib.compress(np.pad(rows, ((0, 0), (1, 0))).tobytes(), 9),
        b"IEND": b"",
    }
    png = b"\x89PNG\r\n\x1a\n"
    for kind, data in chunks.items():
        check = zlib.crc32(kind + data)
        png += struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)
    return png


def main():
    FOLDER.mkdir(exist_ok=True)
    with browser.started() as context:
        for name, title, figure in exhibits():
            content = card_page(title, figure)
            page = context.new_page()
            page.set_viewport_size(SIZE)
            page.set_content(content)
            page.add_script_tag(path=built_book.HTML / "_static" / "plotly.min.js")
            page.evaluate("draw()")
            shot = base64.b64encode(page.screenshot()).decode()
            colours = base64.b64decode(page.evaluate(PIXELS, shot))
            page.close()
            pixels = np.frombuffer(colours, np.uint8).reshape(*SHAPE, 4)[..., :3]
            path = FOLDER / f"{name}.png"
            path.write_bytes(small_png(pixels, mark(content)))
            print(path, f"{path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
