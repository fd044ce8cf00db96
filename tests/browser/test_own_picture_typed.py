"""What is typed wrong on the page of kernels stays, with the reason."""

import pytest

from tests.browser.kernels_page import PROBLEM, READY

RANGE = ".op-range"
FIRST = '.op-numbers [data-number="0"]'


@pytest.fixture
def page(own_picture):
    page = own_picture()
    page.locator("#own-picture summary").click()
    return page


def problem(page):
    return page.locator(PROBLEM).inner_text()


REFUSED = [
    (FIRST, "0,5", 'not "0,5". A comma is not read: write 0.5.'),
    (FIRST, "-1/3", "A fraction is not read: write it as a decimal, -0.3333."),
    (FIRST, "", "The field is empty."),
    ("[name=divisor]", "0", "Nothing can be divided by 0."),
    ("[name=stride]", "0", 'stride must be a whole number from 1 to 12, not "0".'),
]
AS_WELL = [
    (FIRST, "1e2", "An e is not read: write all digits, 100."),
    (FIRST, "−1", "The minus is another sign: write -1."),
    ("[name=divisor]", "1/9", "decimal, 0.1111."),
    ("[name=padding]", "-1", "whole number from 0 to 6"),
    ("[name=dilation]", "40", "whole number from 1 to 12"),
    ("[name=kernelHeight]", "40", "height must be a whole number from 1 to 7"),
]


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [*REFUSED, *(pytest.param(*case, marks=pytest.mark.thorough) for case in AS_WELL)],
)
def test_what_is_refused_stays_with_the_reason(field, typed, said, page):
    old = page.locator(RANGE).inner_text()
    field = page.locator(field)
    field.fill(typed)
    field.press("Tab")
    page.locator("[name=shown][value=clip]").check()
    page.wait_for_function(READY)
    assert field.input_value() == typed
    assert field.get_attribute("aria-invalid") == "true"
    assert said in problem(page)
    assert problem(page).endswith("Until then the result is that of the old numbers.")
    assert page.locator("h2", has_text="still of the old numbers").is_visible()
    assert page.locator(RANGE).inner_text() == old
    field.fill("2")
    field.press("Tab")
    page.wait_for_function(READY)
    assert problem(page) == ""
    assert field.get_attribute("aria-invalid") is None
    assert page.locator(".op-old").text_content() == ""
    assert page.locator(RANGE).inner_text() != old


def test_another_kernel_takes_the_place_of_what_was_refused(page):
    page.locator(FIRST).fill("0,5")
    page.locator("[name=kernelWidth]").fill("4")
    page.wait_for_function(READY)
    assert page.locator(FIRST).input_value() == "0,5", "with the kernel in another size"
    assert "write 0.5" in problem(page)
    page.locator("[name=kernel]").select_option("blur")
    page.wait_for_function(READY)
    assert page.locator(FIRST).input_value() == "1"
    assert problem(page) == ""


def test_a_row_that_is_not_there_is_refused_and_a_press_replaces_it(page):
    row = page.locator("[name=row]")
    row.fill("999")
    row.press("Tab")
    assert problem(page) == (
        'The row of the result must be a whole number from 0 to 29, not "999".'
    )
    assert row.input_value() == "999"
    assert page.locator(".op-old").text_content() == "", "the result is as it was"
    page.locator(".op-after").press("ArrowDown")
    assert row.input_value() == "9"
    assert problem(page) == ""
