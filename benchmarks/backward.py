"""Both gradients: by us, by PyTorch, and by their definition.

Each way takes what the gradient is of, images, kernels, and the gradient of the
outputs, and returns the call that is timed. It gives (N, H, W, C) or (K, kh, kw, C).
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from xcorr_helpers import correlate_input_gradient, correlate_kernel_gradient

from .cases import Case
from .contenders import CORRELATE, PYTORCH
from .ways import Call, tensors

OF = ("images", "kernels")
Backward = Callable[[str, np.ndarray, np.ndarray, np.ndarray], Call]


def ours(
    of: str, images: np.ndarray, kernels: np.ndarray, gradient: np.ndarray
) -> Call:
    image, kernel = images.shape[1:], kernels.shape[1:]
    if of == "images":
        return lambda: correlate_input_gradient(gradient, kernels, image)
    return lambda: correlate_kernel_gradient(gradient, images, kernel)


def pytorch(channels_last: bool) -> Backward:
    """Call what PyTorch calls behind `backward`, for one of its gradients alone."""

    def prepare(
        of: str, images: np.ndarray, kernels: np.ndarray, gradient: np.ndarray
    ) -> Call:
        import torch

        arrays = *tensors(channels_last, gradient, images, kernels), None  # no bias
        steps = [1, 1], [0, 0], [1, 1], False, [0, 0], 1
        place, mask = OF.index(of), [of == "images", of == "kernels", False]
        backward = torch.ops.aten.convolution_backward
        return lambda: backward(*arrays, *steps, mask)[place].permute(0, 2, 3, 1)

    return prepare


CONTENDERS = {
    CORRELATE.name: ours,
    PYTORCH[0].name: pytorch(channels_last=False),
    PYTORCH[1].name: pytorch(channels_last=True),
}


def gradient_calls(case: Case, dtype: str, of: str) -> dict[str, Call]:
    """Prepare every contender's call."""
    arrays = *case.arrays(dtype), case.gradient(dtype)
    return {name: prepare(of, *arrays) for name, prepare in CONTENDERS.items()}


def defined(
    of: str, images: np.ndarray, kernels: np.ndarray, gradient: np.ndarray
) -> np.ndarray:
    """Compute a gradient as it is defined, one kernel value at a time."""
    result = np.zeros({"images": images, "kernels": kernels}[of].shape)
    _, height, width, _ = gradient.shape
    for i, j in np.ndindex(kernels.shape[1:3]):
        window = np.s_[:, i : i + height, j : j + width]
        if of == "images":
            result[window] += gradient @ kernels[:, i, j]
        else:
            result[:, i, j] = np.tensordot(gradient, images[window], ((0, 1, 2),) * 2)
    return result
