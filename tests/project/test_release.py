"""One version, wherever it is written."""

import re
import tomllib

import pytest
import yaml

from tools import built_book
from tools.built_book import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
VERSION = PROJECT["project"]["version"]


def test_changelog_and_citation_name_the_version_and_its_day():
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    version, day = re.search(r"^## (\S+) \((\S+)\)$", changelog, re.MULTILINE).groups()
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert version == citation["version"] == VERSION
    assert day == citation["date-released"]
    wheel = f"/xcorr_helpers-{VERSION}-py3-none-any.whl"
    assert wheel in (ROOT / "RUN.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", built_book.pages())
def test_every_page_shows_the_version(page):
    html = built_book.html_path(page).read_text(encoding="utf-8")
    (shown,) = re.findall(r"Version (\S+) of the course\.", html)
    assert shown == VERSION
