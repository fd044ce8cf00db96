"""Real images for the course: a bundled sample, the full datasets, files of one's own.

All are files of the same two formats and go through the same parsers. The environment
variable ``XCORR_DATA``, which may hold any source, chooses for a whole session.
"""

from .data_file import DatasetError
from .loaders import Dataset, load_cifar10, load_mnist
from .results import benchmark_results
from .sample import sample_path

__all__ = [
    "Dataset",
    "DatasetError",
    "benchmark_results",
    "load_cifar10",
    "load_mnist",
    "sample_path",
]
