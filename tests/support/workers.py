"""How tests are shared out among processes: by file, in a browser by page."""

import os
import re

import numpy as np  # noqa: F401  # takes its threads for this process
import pytest

# Beside another process, threads wait for each other: training takes twice as long.
if "PYTEST_XDIST_WORKER" in os.environ:
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # of kernels

LONGEST = "book/08_train_a_tiny_cnn.ipynb"  # a minute: nothing must wait for it
# They run the same notebooks for their variables, once where they are together.
RUN_NOTEBOOKS = [
    "tests/book/test_exercises.py",
    "tests/book/test_prose.py",
    "tests/book/test_questions.py",
]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    early = (LONGEST, *RUN_NOTEBOOKS)
    items.sort(key=lambda item: not item.nodeid.startswith(early))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    from xdist.scheduler import LoadScopeScheduling

    class ByPlace(LoadScopeScheduling):
        def _split_scope(self, nodeid):
            return place(nodeid)

    config.option.loadscopereorder = False  # in the order above
    return ByPlace(config, log)


def place(nodeid):
    """Name what is kept together: cells need those before them, pages are loaded once.

    A view of the explorer takes long enough to be shared out, too.
    """
    path, _, test = nodeid.partition("::")
    if path in RUN_NOTEBOOKS:
        return "the variables of all notebooks"
    if path.startswith("tests/browser/"):
        found = re.search(r"\[((?:book/\w+)|gather|scatter|toeplitz)\b", test)
        return found[1] if found else path
    return path
