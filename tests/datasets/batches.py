"""The batch reader on a file in memory, for the tests."""

from fuzz.seeds import LABEL
from xcorr_helpers.datasets.cifar_batch import parse_batch
from xcorr_helpers.datasets.data_file import DataFile


def parsed(content: bytes, batch_label: str = LABEL):
    return parse_batch(DataFile("test_batch", content, "Get it again."), batch_label)
