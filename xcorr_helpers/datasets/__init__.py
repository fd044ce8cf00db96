"""Real images for the course: a bundled sample, or the full datasets from Kaggle.

Both sources are files of the same two formats and go through the same parsers. The
environment variable ``XCORR_DATA``, "sample" or "kaggle", chooses for a whole session.
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
