"""Make ``pytorch_layers.npz``: what PyTorch answers beyond chapter 5's ``conv2d``.

Run it in an environment of its own, that of `make_pytorch_reference.py`::

    python data/make_pytorch_layers.py

It rewrites the file beside this script and prints its SHA-256, which
`xcorr_helpers/datasets/sample.py` holds. For each layer in ``LAYERS`` the file holds
``NAME_images``, ``NAME_kernels`` and ``NAME_output``: float64 arrays, channels first,
just as PyTorch took and returned them.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np

PATH = Path(__file__).resolve().parent / "pytorch_layers.npz"


class Layer(NamedTuple):
    """A call of ``torch.nn.functional``, with shapes as this course has them."""

    function: str
    images: tuple[int, ...]  # (N, ..., C)
    kernels: tuple[int, ...]  # (K, ..., C // groups) or (C_in, ..., C_out // groups)
    options: Mapping[str, Any] = MappingProxyType({})
    pad: Mapping[str, Any] = MappingProxyType({})  # for `functional.pad`, before


# Lengths of axes differ, so that no two can be exchanged unnoticed.
SOUND, ITS_KERNELS = (3, 11, 6), (10, 4, 6)
IMAGE, ITS_OWN = (1, 10, 13, 8), (6, 2, 3, 8)
FILM, ITS = (1, 6, 9, 11, 10), (12, 2, 3, 4, 10)
SMALL, LAID = (1, 2, 5, 8), (8, 3, 6, 12)
AROUND = (2, 1, 3, 0)  # left, right, top, bottom
LAYERS = {
    "conv1d": Layer("conv1d", SOUND, ITS_KERNELS),
    "conv1d_knobs": Layer(
        "conv1d",
        SOUND,
        (10, 4, 3),
        {"stride": 2, "padding": 4, "dilation": 3, "groups": 2},
    ),
    "conv1d_same": Layer("conv1d", SOUND, ITS_KERNELS, {"padding": "same"}),
    # As long as the sound, and no output reads what comes after it.
    "conv1d_causal": Layer("conv1d", SOUND, ITS_KERNELS, pad={"pad": (3, 0)}),
    "conv2d_groups": Layer("conv2d", IMAGE, (6, 2, 3, 4), {"groups": 2}),
    "conv2d_depthwise": Layer(
        "conv2d", IMAGE, (16, 2, 3, 1), {"groups": 8, "padding": (1, 2)}
    ),
    "conv2d_pointwise": Layer("conv2d", IMAGE, (6, 1, 1, 8)),
    "conv2d_same": Layer(
        "conv2d", IMAGE, ITS_OWN, {"padding": "same", "dilation": (3, 2)}
    ),
    "conv2d_reflect": Layer(
        "conv2d", IMAGE, ITS_OWN, pad={"pad": AROUND, "mode": "reflect"}
    ),
    "conv2d_circular": Layer(
        "conv2d", IMAGE, ITS_OWN, pad={"pad": AROUND, "mode": "circular"}
    ),
    "conv3d": Layer("conv3d", FILM, ITS),
    "conv3d_knobs": Layer(
        "conv3d",
        FILM,
        (12, 2, 3, 4, 5),
        {"stride": (1, 2, 3), "padding": (3, 1, 2), "dilation": (4, 3, 2), "groups": 2},
    ),
    "conv_transpose2d": Layer("conv_transpose2d", SMALL, LAID),
    "conv_transpose2d_stride": Layer(
        "conv_transpose2d", (1, 2, 3, 1), (1, 3, 4, 1), {"stride": 2}
    ),
    "conv_transpose2d_knobs": Layer(
        "conv_transpose2d",
        SMALL,
        (8, 3, 6, 7),
        {
            "stride": (2, 3),
            "padding": (1, 4),
            "output_padding": (1, 2),
            "dilation": (1, 2),
            "groups": 2,
        },
    ),
    "conv_transpose2d_depthwise": Layer(
        "conv_transpose2d", SMALL, (8, 3, 6, 1), {"stride": 4, "groups": 8}
    ),
    # The rows' output_padding is smaller than the dilation, and not than the stride.
    "conv_transpose2d_dilated": Layer(
        "conv_transpose2d",
        SMALL,
        (8, 3, 4, 12),
        {
            "stride": (1, 2),
            "padding": (1, 0),
            "output_padding": (3, 2),
            "dilation": (4, 3),
        },
    ),
}


def inputs(layer: Layer) -> tuple[np.ndarray, np.ndarray]:
    """The images and kernels of a layer, channels last.

    Each pixel spells its own place, in an image ``1000*n + 100*channel + 10*row + col``
    and so on for other axes; the kernels are small integers without symmetry.
    """
    n, *place, channel = np.indices(layer.images)
    images = sum(10**digit * axis for digit, axis in enumerate(place[::-1]))
    digits = max(2, len(place))
    images = 10 ** (digits + 1) * n + 10**digits * channel + images
    kernels = np.arange(np.prod(layer.kernels)).reshape(layer.kernels) * 7 % 11 - 5
    return images.astype(np.float64), kernels.astype(np.float64)


def channels_first(array: np.ndarray) -> np.ndarray:
    return np.ascontiguousarray(np.moveaxis(array, -1, 1))


def main() -> None:
    # Imported here, so that the inputs can be had without PyTorch.
    import torch
    from torch.nn import functional

    results = {}
    for name, layer in LAYERS.items():
        images, kernels = map(channels_first, inputs(layer))
        given = torch.from_numpy(images)
        if layer.pad:
            given = functional.pad(given, **layer.pad)
        compute = getattr(functional, layer.function)
        output = compute(given, torch.from_numpy(kernels), **layer.options).numpy()
        # Sums of integers far below 2**53 are exact, on every machine.
        assert np.array_equal(output, np.round(output)), f"{name}: not exact integers"
        arrays = {"images": images, "kernels": kernels, "output": output}
        results |= {f"{name}_{kind}": array for kind, array in arrays.items()}
        print(f"{name}: {images.shape}, {kernels.shape} -> {output.shape}")
    np.savez_compressed(PATH, **results)
    digest = hashlib.sha256(PATH.read_bytes()).hexdigest()
    print(f"torch {torch.__version__}")
    print(f"{digest}  {PATH.name}  {PATH.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
