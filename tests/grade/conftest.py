"""What the tests of the marking share."""

import pytest

from tests.conftest import not_here
from xcorr_helpers.grade.isolation import Isolation
from xcorr_helpers.grade.probe import missing


@pytest.fixture(scope="session")
def isolation():
    """The real one: no test of it runs without."""
    if absent := missing():
        not_here(" ".join(absent))
    return Isolation()
