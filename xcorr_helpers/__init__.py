"""Cross-correlation, which is what `conv2d` computes, in two lines of NumPy.

    index = offsets[:, None] + window
    output = image.ravel()[index] @ kernel.ravel()

`window` holds the positions of the flat image that the kernel reads at its first
place, `offsets` where each place starts. `correlate(images, kernels)` does this for
whole batches with channels, strides, padding, dilation and groups, in bounded memory.

The book builds both lines from nothing: in the course's folder, `make book` puts it at
_build/html/index.html.

Examples
--------
>>> import numpy as np
>>> image, kernel = np.arange(45.0).reshape(5, 9), np.array([[1, 0, -1], [2, 1, 0]])
>>> window = window_index(image.shape, kernel.shape)
>>> offsets = window_offsets(image.shape, kernel.shape)
>>> index = offsets[:, None] + window
>>> output = image.ravel()[index] @ kernel.ravel()
>>> images, kernels = image[None, :, :, None], kernel[None, :, :, None]
>>> np.array_equal(output.reshape(1, 4, 7, 1), correlate(images, kernels))
True
"""

from .any_axes import correlate_nd
from .correlation import correlate
from .datasets import Dataset, DatasetError, load_cifar10, load_mnist, sample_path
from .datasets.results import benchmark_results
from .gradients import correlate_input_gradient, correlate_kernel_gradient
from .indices import (
    correlation_indices,
    kernel_matrix,
    output_shape,
    window_index,
    window_offsets,
)
from .matching import match_template
from .transposed import correlate_transposed

__all__ = [
    "Dataset",
    "DatasetError",
    "benchmark_results",
    "correlate",
    "correlate_input_gradient",
    "correlate_kernel_gradient",
    "correlate_nd",
    "correlate_transposed",
    "correlation_indices",
    "kernel_matrix",
    "load_cifar10",
    "load_mnist",
    "match_template",
    "output_shape",
    "sample_path",
    "window_index",
    "window_offsets",
]
