"""What is marked `thorough` or `weekly` is left out, unless asked for, and counted.

Who asks for what is weekly asks for what is thorough, too: a test may be both.
"""

from collections import Counter

import pytest

LEFT_OUT = pytest.StashKey[Counter]()
MARKS = {"thorough": "what is thorough and slow", "weekly": "what takes minutes alone"}


def every_third(cases):
    """Ask a third of what goes one way each time, thoroughly another, weekly all."""
    marks = (), pytest.mark.thorough, pytest.mark.weekly
    return [
        pytest.param(case, marks=marks[place % 3]) for place, case in enumerate(cases)
    ]


def pytest_addoption(parser):
    for mark, what in MARKS.items():
        parser.addoption(f"--{mark}", action="store_true", help=f"run {what}, too")


def pytest_configure(config):
    config.stash[LEFT_OUT] = Counter()


@pytest.hookimpl(trylast=True)  # once all marks are there
def pytest_collection_modifyitems(config, items):
    asked = config.option
    not_asked = [m for m in MARKS if not (asked.weekly or getattr(asked, m))]
    kept, left = [], []
    for item in items:
        marked = any(map(item.get_closest_marker, not_asked))
        (left if marked else kept).append(item)
    config.stash[LEFT_OUT].update(item.nodeid.partition("::")[0] for item in left)
    config.hook.pytest_deselected(items=left)
    items[:] = kept


def pytest_sessionfinish(session):
    if hasattr(session.config, "workeroutput"):  # one process of several
        session.config.workeroutput["left_out"] = dict(session.config.stash[LEFT_OUT])


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node):
    # Each process leaves out the same; one that has crashed says nothing.
    said = getattr(node, "workeroutput", {}).get("left_out", {})
    node.config.stash[LEFT_OUT] |= Counter(said)


def pytest_terminal_summary(terminalreporter, config):
    if left_out := config.stash[LEFT_OUT]:
        option = "--weekly" if config.option.thorough else "--thorough"
        terminalreporter.section(f"left out: {left_out.total()}, run by {option}")
        for path, count in sorted(left_out.items()):
            terminalreporter.write_line(f"{count:4} {path}")
