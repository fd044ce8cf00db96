"""Fetch reveal.js, which shows the slides: pinned by its hash, and kept in a cache.

The package of somebody else's carries it, for Sphinx. Of it nothing is installed, and
only reveal.js's own files are taken.
"""

import zipfile

from live.pinned_wheel import PinnedWheel

WHEEL = PinnedWheel(
    "sphinx-revealjs==3.2.1",  # with reveal.js 5.2.1
    "805bed3ca459346e0f01967d5ed1c40d6b7b917de1541e1e4566c8341fe7017b",
)
WITHIN = "sphinx_revealjs/_static/revealjs/"  # of the wheel
TAKEN = {
    "LICENSE": "reveal-LICENSE.txt",
    "dist/reset.css": "reset.css",
    "dist/reveal.css": "reveal.css",
    "dist/reveal.js": "reveal.js",
    "plugin/notes/notes.js": "notes.js",
}
NOWHERE = (
    f"reveal.js ({WHEEL.requirement}, by its hash) is neither in the cache nor to be "
    "had from the package index."
)


def put(folder):
    """Put reveal.js into a folder, downloading it where it is not kept yet."""
    if not WHEEL.is_there():
        raise SystemExit(NOWHERE)
    folder.mkdir(parents=True)
    with zipfile.ZipFile(WHEEL.path) as wheel:
        for name, short in TAKEN.items():
            (folder / short).write_bytes(wheel.read(WITHIN + name))
