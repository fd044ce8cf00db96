"""What holds for every test, those of the notebooks included."""

import os
import signal
from pathlib import Path

import pytest
from hypothesis import settings

pytest_plugins = ["tests.support.thorough", "tests.support.workers"]

# The stored outputs are those of the bundled sample, whatever the reader works with.
os.environ.pop("XCORR_DATA", None)

# A shell starts what runs in the background deaf to Ctrl-C, which tests send.
signal.signal(signal.SIGINT, signal.default_int_handler)

settings.register_profile("course", deadline=None)  # machines differ in speed
settings.load_profile("course")


@pytest.fixture(scope="session", autouse=True)
def unpublished():
    """What a judge prints does not hang on where this copy of the book is published."""
    from xcorr_helpers.checks import _explorer

    _explorer._CONFIG = Path("nowhere")
