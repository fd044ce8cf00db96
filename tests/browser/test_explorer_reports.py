"""The explorer opens where a judge's report sends its reader."""

import re

import pytest

from tests.browser.explorer_page import PROBLEM
from xcorr_helpers import checks
from xcorr_helpers.checks._explorer import _SHOWN

SENT = re.compile(r"expected (-?[\d.]+), got .*?^  explorer: \S+#(\S+)$", re.S | re.M)
THERE = """(address) => {
  const settings = xcorrExplorer.fromAddress(address);
  return xcorrExplorer.derive(settings)[settings.panel][settings.cell];
}"""


@pytest.mark.thorough
def test_each_case_that_failed_is_shown_with_the_number_that_is_due(explorer):
    page = explorer()
    for judge in _SHOWN:
        mistakes = checks._record(judge).mistakes
        reports = [
            checks.result(judge, program).report
            for _, program in mistakes[:: len(mistakes) // 12]
        ]
        sent = [found.groups() for found in map(SENT.search, reports) if found]
        assert sent, judge
        for due, address in sent:
            assert page.evaluate(THERE, address) == float(due), f"{judge} {address}"


def test_what_a_function_reads_is_outlined_and_its_mistake_named(explorer):
    # The address is that of the report in the judge's docstring.
    found = re.findall(r"explorer: \S+#(.*)", checks.window_index.__doc__)
    page = explorer(*found)
    assert page.locator(PROBLEM).inner_text() == ""
    question = page.locator(".xp-question").inner_text()
    assert question == "What your function reads for output[0, 0]:"
    assert page.locator(".xp-counts").inner_text() == "✓ 3 right, ✗ 3 wrong, + 3 missed"
    assert "not its height" in page.locator(".xp-told").inner_text()
    page.locator(".xp-predict").click()
    assert page.locator(".xp-ask").is_hidden()
