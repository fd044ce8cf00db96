"""The commands that a reader is told: they exist, and for Windows, too."""

import importlib.util
import itertools
import re

import pytest

from tools import built_book
from tools.built_book import ROOT

FILES = ("README", "RUN", "CONTRIBUTING", "tools/take_away", "benchmarks/README")
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SAME = re.compile(r"(dask .*\n)+")  # in every shell
PAGES = [*FILES, *built_book.pages()]
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def text(page):
    if page in FILES:
        return (ROOT / f"{page}.md").read_text(encoding="utf-8")
    return built_book.markdown(page)


@pytest.mark.parametrize("page", PAGES)
def test_what_is_told_for_a_shell_is_told_for_powershell(page):
    blocks = [*BLOCK.findall(text(page)), ("", "")]
    for (kind, lines), (following, _) in itertools.pairwise(blocks):
        assert kind not in ("bash", "console", "shell", "zsh"), "call it sh"
        if kind == "sh" and not SAME.fullmatch(lines):
            assert following == "powershell", f"no twin of {lines}"


def test_what_is_told_exists():
    told = "\n".join(map(text, PAGES))
    modules = set(re.findall(r"python3? -m ([\w.]+)", told))
    assert {"tools.install", "tools.build", "tools.lab", "tools.serve"} <= modules
    for name in modules:
        assert importlib.util.find_spec(name), name
    for name in re.findall(r"`make ([a-z-]+)`", told):
        assert re.search(rf"^{name}:", MAKEFILE, re.MULTILINE), name


def test_the_readme_has_each_command_for_windows_and_says_how_long_it_takes():
    kinds = dict(BLOCK.findall(text("README")))
    for line in kinds["sh"].splitlines():
        assert re.search(r": (at once|[\d to]+ (seconds|minutes))$", line), line
    targets = re.findall(r"^make (\w+)", kinds["sh"], re.MULTILINE)
    assert targets == ["book", "serve", "lab", "live", "pdf", "class", "test"]
    for words in (
        *map("build {}".format, ("book", "live", "pdf", "class")),
        "serve",
        "lab",
    ):
        assert f" tools.{words}\n" in kinds["powershell"]
