"""What is marked `thorough` is left out, unless asked for, and named at the end."""

from collections import Counter

import pytest

LEFT_OUT = pytest.StashKey[Counter]()


def pytest_addoption(parser):
    parser.addoption(
        "--thorough", action="store_true", help="run what is thorough and slow, too"
    )


def pytest_configure(config):
    config.stash[LEFT_OUT] = Counter()


@pytest.hookimpl(trylast=True)  # once all marks are there
def pytest_collection_modifyitems(config, items):
    if config.option.thorough:
        return
    kept, left = [], []
    for item in items:
        (left if item.get_closest_marker("thorough") else kept).append(item)
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
        terminalreporter.section(f"left out: {left_out.total()}, run by --thorough")
        for path, count in sorted(left_out.items()):
            terminalreporter.write_line(f"{count:4} {path}")
