"""Make ``template_matching.npz``: what others answer on chapter 12's toy.

Run it in an environment of its own; only this script needs the two::

    python -m venv ../reference-env && . ../reference-env/bin/activate
    python -m pip install numpy==2.4.6 scikit-image==0.26.0
    python -m pip install opencv-python-headless==5.0.0.93
    python data/make_matching_reference.py

It rewrites the file beside this script and prints its SHA-256, which
`xcorr_helpers/datasets/sample.py` holds. OpenCV's results are float32, scikit-image's
float64, both just as they were returned. In the names, ``grey`` is the toy, ``colour``
the same with three channels, ``flat`` a template of a single value:

``grey_TM_CCORR``, and so on for the six measures : (H - h + 1, W - w + 1) = (5, 9)
    ``cv2.matchTemplate(image, template, cv2.TM_CCORR)`` of the toy.
``colour_TM_CCORR``, and so on : (5, 9)
    The same of the toy in colour.
``flat_TM_CCOEFF_NORMED`` : (5, 9)
    Of the toy and a template without contrast.
``skimage`` : (5, 9)
    ``skimage.feature.match_template(image, template)`` of the toy.
``skimage_colour`` : (5, 9, 1)
    The same of the toy in colour.
``skimage_padded`` : (H, W) = (6, 11)
    ``match_template(image, template, pad_input=True)`` of the toy.
"""

import hashlib
from pathlib import Path

import numpy as np

MEASURES = {
    "cc": "TM_CCORR",
    "ncc": "TM_CCORR_NORMED",
    "zcc": "TM_CCOEFF",
    "zncc": "TM_CCOEFF_NORMED",
    "ssd": "TM_SQDIFF",
    "nssd": "TM_SQDIFF_NORMED",
}
PATH = Path(__file__).resolve().parent / "template_matching.npz"
ROWS = """
    2 1 3 0 1 9 9 9 9 2 1
    0 2 1 2 0 9 9 9 9 1 0
    1 0 2 1 3 9 9 9 9 0 2
    3 1 4 2 1 0 2 0 1 3 1
    0 5 1 5 2 1 1 9 3 1 2
    2 0 1 0 3 2 6 1 9 2 0
"""


def toy() -> tuple[np.ndarray, np.ndarray]:
    """The toy: an image (6, 11), and a template (2, 3) that was cut from it."""
    image = np.array([row.split() for row in ROWS.strip().splitlines()], np.uint8)
    return image, image[3:5, 1:4].copy()


def colour_toy() -> tuple[np.ndarray, np.ndarray]:
    """The toy in colour, (6, 11, 3) and (2, 3, 3): its channels differ."""
    image, _ = toy()
    row, column = np.indices(image.shape)
    others = (image * 3 + column) % 10, (image + 2 * row + column) % 7
    colour = np.stack([image, *others], axis=2).astype(np.uint8)
    return colour, colour[3:5, 1:4].copy()


def main() -> None:
    # Imported here, so that the toy can be had without the two.
    import cv2
    import skimage
    from skimage.feature import match_template

    results = {}
    for name, (image, template) in (("grey", toy()), ("colour", colour_toy())):
        for way in MEASURES.values():
            single = image.astype(np.float32), template.astype(np.float32)
            results[f"{name}_{way}"] = cv2.matchTemplate(*single, getattr(cv2, way))
    image, template = toy()
    flat = np.full(template.shape, 4, np.float32), cv2.TM_CCOEFF_NORMED
    results["flat_TM_CCOEFF_NORMED"] = cv2.matchTemplate(
        image.astype(np.float32), *flat
    )
    results["skimage"] = match_template(image, template)
    results["skimage_colour"] = match_template(*colour_toy())
    results["skimage_padded"] = match_template(image, template, pad_input=True)
    np.savez_compressed(PATH, **results)
    digest = hashlib.sha256(PATH.read_bytes()).hexdigest()
    print(f"OpenCV {cv2.__version__}, scikit-image {skimage.__version__}")
    print({name: array.shape for name, array in results.items()})
    print(f"{digest}  {PATH.name}  {PATH.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
