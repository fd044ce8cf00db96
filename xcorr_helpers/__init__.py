"""Cross-correlation by an index matrix and one product."""

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

__all__ = [
    "Dataset",
    "DatasetError",
    "benchmark_results",
    "correlate",
    "correlate_input_gradient",
    "correlate_kernel_gradient",
    "correlation_indices",
    "kernel_matrix",
    "load_cifar10",
    "load_mnist",
    "output_shape",
    "sample_path",
    "window_index",
    "window_offsets",
]
