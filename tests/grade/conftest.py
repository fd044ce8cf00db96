"""What the tests of the marking share."""

import sys
import tempfile
from pathlib import Path

import pytest

from tests.conftest import not_here
from xcorr_helpers.grade.isolation import Isolation
from xcorr_helpers.grade.probe import missing


@pytest.fixture(scope="session")
def isolation():
    """The real one: no test of it runs without."""
    if sys.platform != "linux":
        pytest.skip("only Linux has an isolation")
    if absent := missing():
        not_here(" ".join(absent))
    return Isolation()


@pytest.fixture
def open_folder():
    """A folder in which any user may read and write, as those of pytest are not."""
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder
