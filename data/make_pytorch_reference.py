"""Make ``pytorch_conv2d.npz``: what PyTorch answers on chapter 5's toy.

Run it in an environment of its own; only this script needs PyTorch::

    python -m venv ../reference-env && . ../reference-env/bin/activate
    python -m pip install numpy==2.4.6 torch==2.13.0
    python data/make_pytorch_reference.py

It rewrites the file beside this script and prints its SHA-256, which
`xcorr_helpers/datasets/sample.py` holds. The file holds float64 arrays, channels first,
just as PyTorch returned them:

``output`` : (N, K, out_h, out_w) = (10, 5, 7, 6)
    ``torch.nn.functional.conv2d(images, kernels)``.
``unfold`` : (N, C*kh*kw, n_windows) = (10, 24, 42)
    ``torch.nn.functional.unfold(images, kernel_size=(kh, kw))``.
``grouped_output`` : (N, K, out_h, out_w) = (2, 6, 4, 10)
    ``conv2d`` of the first two images and the grouped kernels, with ``OPTIONS``.
``image_gradient`` : (N, C, H, W) = (2, 3, 8, 9)
``kernel_gradient`` : (K, C // groups, kh, kw) = (6, 1, 2, 4)
    The gradients of the sum of ``grouped_output`` times ``grouped_toy``'s weights.
"""

import hashlib
from pathlib import Path

import numpy as np

N_IMAGES, HEIGHT, WIDTH, CHANNELS = 10, 8, 9, 3
N_KERNELS, KERNEL_HEIGHT, KERNEL_WIDTH = 5, 2, 4
OPTIONS = {"stride": (2, 1), "padding": (1, 2), "dilation": (2, 1), "groups": 3}
PATH = Path(__file__).resolve().parent / "pytorch_conv2d.npz"


def toy() -> tuple[np.ndarray, np.ndarray]:
    """The toy, channels last: images (10, 8, 9, 3) and kernels (5, 2, 4, 3).

    Each pixel spells its own place, ``1000*n + 100*channel + 10*row + col``; the
    kernels are small integers without symmetry.
    """
    n, row, col, channel = np.indices((N_IMAGES, HEIGHT, WIDTH, CHANNELS))
    images = 1000 * n + 100 * channel + 10 * row + col
    shape = (N_KERNELS, KERNEL_HEIGHT, KERNEL_WIDTH, CHANNELS)
    kernels = np.arange(np.prod(shape)).reshape(shape) * 7 % 11 - 5
    return images.astype(np.float64), kernels.astype(np.float64)


def grouped_toy() -> tuple[np.ndarray, np.ndarray]:
    """Kernels (6, 2, 4, 1), two a channel, and weights of (2, 4, 10, 6) outputs."""
    shape, out_shape = (6, KERNEL_HEIGHT, KERNEL_WIDTH, 1), (2, 4, 10, 6)
    kernels = np.arange(np.prod(shape)).reshape(shape) * 5 % 13 - 6
    weights = np.arange(np.prod(out_shape)).reshape(out_shape) * 3 % 7 - 3
    return kernels.astype(np.float64), weights.astype(np.float64)


def channels_first(array: np.ndarray) -> np.ndarray:
    return np.ascontiguousarray(array.transpose(0, 3, 1, 2))


def main() -> None:
    # Imported here, so that the toy can be had without PyTorch.
    import torch
    from torch.nn import functional

    images, kernels = (torch.from_numpy(channels_first(array)) for array in toy())
    own, weights = (torch.from_numpy(channels_first(a)) for a in grouped_toy())
    few = images[:2].clone().requires_grad_()
    own.requires_grad_()
    grouped = functional.conv2d(few, own, **OPTIONS)
    (grouped * weights).sum().backward()
    output = functional.conv2d(images, kernels).numpy()
    unfold = functional.unfold(images, (KERNEL_HEIGHT, KERNEL_WIDTH)).numpy()
    # Sums of integers far below 2**53 are exact, on every machine and in any order.
    results = {
        "output": output,
        "unfold": unfold,
        "grouped_output": grouped.detach().numpy(),
        "image_gradient": few.grad.numpy(),
        "kernel_gradient": own.grad.numpy(),
    }
    for name, array in results.items():
        assert np.array_equal(array, np.round(array)), f"{name}: not exact integers"
    np.savez_compressed(PATH, **results)
    digest = hashlib.sha256(PATH.read_bytes()).hexdigest()
    shapes = {name: array.shape for name, array in results.items()}
    print(f"torch {torch.__version__}: {shapes}")
    print(f"{digest}  {PATH.name}  {PATH.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
