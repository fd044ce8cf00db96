"""The questions answered in the page: typed, judged as in Python, kept, and counted."""

import pytest

from tests.browser import accessibility
from tests.support.thorough import every_third
from tests.support.typed_answers import (
    LITERALS,
    NO_LITERALS,
    RECORDS,
    drawn,
    hinted,
    reply,
)
from tools import browser, built_book

CHAPTER = "book/02_slide_one_kernel"
SCRIPTS = built_book.ROOT / "book" / "_static" / "questions"
DATA = built_book.HTML / "_static" / "questions"
DRAWN = 500  # answers to each question
# Judges each answer by the scripts of the page, with no page around them.
JUDGE = """([name, texts]) => {
  const { judge, records } = xcorrQuestions;
  return texts.map((text) => {
    const { said, passed } = judge(records[name], text);
    return [said, passed];
  });
}"""

# As the editor under an exercise tells it, where there is one.
CODE_WAS_RIGHT = """(judge) => {
  const line = document.createElement("p");
  line.dataset.judge = judge;
  document.querySelector("#ex-2-window ~ .cell").append(line);
  document.dispatchEvent(new CustomEvent("exercise-right", { detail: judge }));
}"""


@pytest.fixture(scope="module")
def judge(book_html, context):
    """Judge answers to a question as the page does, many at once."""
    page = context.new_page()
    page.evaluate("window.xcorrQuestions = { records: {} };")
    ours = {path.name for path in SCRIPTS.iterdir()}
    records = [path for path in DATA.glob("*.js") if path.name not in ours]
    for path in (DATA / "read.js", DATA / "judge.js", *records):
        page.add_script_tag(path=path)
    yield lambda name, texts: page.evaluate(JUDGE, [name, texts])
    page.close()


def assert_the_same(judge, name, texts):
    for text, said in zip(texts, judge(name, texts), strict=True):
        assert said == reply(name, text), text


WHOLE = "the answer is a whole number."
SHAPE = "the answer is a shape, as in (2, 3), made of whole numbers."
DIGITS = "Drop the point or the exponent: 7, not 7.0 or 7e0."
# Shapes as the book writes them, positions as NumPy prints them, and odd numbers.
SAID = {
    ("shape_with_knobs", "5x4"): "right, (5, 4).",
    ("shape_with_knobs", " 5 \u00d7 4 "): "right, (5, 4).",
    ("shape_with_knobs", "(10 x 11)"): "not (10, 11). The stride is left out.",
    ("shape_with_knobs", "5.0, 4.0"): f"{SHAPE} {DIGITS}",
    ("shape_with_knobs", "[5 4]"): "Type a shape, as in (2, 3).",
    ("shape_of_scatter", "6 x 35 x 24"): "right, (6, 35, 24).",
    ("number_of_visits", "2 x 4"): "Type a whole number, in digits.",
    ("sent_by_placement", "[14 15 16 23 24 25]"): "right, [14, 15, 16, 23, 24, 25].",
    ("sent_by_placement", "14 x 15"): "Type a list of positions, as in [0, 1, 2].",
    ("bytes_of_windows", "40,320"): f"{WHOLE} One number: no brackets, no commas.",
    ("bytes_of_windows", "40,032"): f"{WHOLE} One number: no brackets, no commas.",
    ("impulse_number", "1,002"): f"{WHOLE} One number: no brackets, no commas.",
    ("bytes_of_windows", "80e9"): f"{WHOLE} {DIGITS}",
    ("sent_by_placement", "12, 13, 14, 19, 20, 21"): (
        "not [12, 13, 14, 19, 20, 21]. 12 is the placement's number, and 7 the width "
        "of the output: positions are counted in the image."
    ),
}


@pytest.mark.parametrize(("name", "text"), SAID)
def test_what_the_book_writes_and_numpy_prints_is_read(judge, name, text):
    assert judge(name, [text])[0][0] == reply(name, text)[0] == SAID[name, text]


@pytest.mark.parametrize("name", RECORDS)
def test_what_is_known_is_told_as_in_python(judge, name):
    assert_the_same(judge, name, [*hinted(name), *drawn(name, DRAWN // 10)])


@pytest.mark.parametrize("name", every_third(RECORDS))
def test_whatever_is_typed_is_told_as_in_python(judge, name):
    assert_the_same(judge, name, [*NO_LITERALS, *LITERALS])


@pytest.mark.thorough
@pytest.mark.parametrize("name", RECORDS)
def test_what_is_drawn_is_told_as_in_python(judge, name):
    assert_the_same(judge, name, drawn(name, DRAWN))


def form(page, name):
    return page.locator(f"form[data-ask={name}]")


def answer(page, name, text):
    """Answer as a reader does, and return what is said when it is there."""
    asked = form(page, name)
    if RECORDS[name].choices:
        asked.get_by_role("radio").nth(int(text) - 1).check()
    else:
        asked.get_by_role("textbox").fill(text)
    asked.get_by_role("button", name="Check").click()
    said, _ = reply(name, text)
    asked.get_by_role("status").filter(has_text=said.replace("`", "")).wait_for()
    return asked.get_by_role("status").text_content()


def test_a_question_is_answered_in_its_chapter(chapter):
    page, name = chapter.page, "count_placements"
    assert answer(page, name, "(4, 7)") == reply(name, "(4, 7)")[0]
    assert answer(page, name, "3 by 4") == "Type a shape, as in (2, 3)."
    assert answer(page, name, "4 × 7") == reply(name, "(4, 7)")[0]
    assert answer(page, name, " 5,8 ") == "right, (5, 8)."
    assert "1 of " in page.locator(".reading-minutes").inner_text()
    page.evaluate("xcorrQuestions.progress.forget()")
    assert chapter.problems == []


@pytest.fixture
def visit(home, context):
    """A chapter, of which nothing is answered."""
    with browser.Visit(context, f"{home}/{CHAPTER}.html", home) as visit:
        visit.page.evaluate("xcorrQuestions.progress.forget()")
        visit.page.reload()
        yield visit
        visit.page.evaluate("xcorrQuestions.progress.forget()")


@pytest.mark.thorough
def test_a_reader_is_told_helped_and_counted(visit, home):
    page, name = visit.page, "count_placements"
    asked, solved = form(page, name), page.locator("#ex-2-placements.is-solved")
    answer(page, name, "(4, 7)")
    answer(page, name, "3 by 4")
    assert asked.locator(".ask-offer").count() == 0, "once wrong"
    answer(page, name, "8, 5")
    asked.get_by_role("button", name="Show the hint").click()
    hint = page.locator("#ex-2-placements details")
    assert hint.get_by_text("Where may the kernel").is_visible()
    assert hint.locator("summary:focus").count() == 1
    assert solved.count() == 0
    assert answer(page, name, " 5,8 ") == "right, (5, 8)."
    assert solved.count() == 1
    asked.get_by_role("button", name="Compare with the solution").click()
    assert page.get_by_text("As many steps as the image").is_visible()

    answer(page, "window_of_three_rows", "2")
    assert answer(page, "window_of_three_rows", "4") == "right, 4."
    answer(page, "last_window", "[7, 8, 9, 16, 17, 18]")
    assert (
        page.locator(".reading-minutes")
        .inner_text()
        .endswith("2 of 5 questions answered.")
    )
    in_contents = page.locator(".bd-links .current .ask-mark")
    assert in_contents.text_content() == "2/5, 2 of 5 questions"
    marked = page.locator(".page-toc li:has(> a > .ask-mark)").all_text_contents()
    assert [text.partition("✓")[0] for text in marked] == ["The window", "Exercises"]

    page.evaluate(CODE_WAS_RIGHT, "window_index")
    assert page.locator("#ex-2-window.is-solved").count() == 1

    page.reload()
    assert form(page, name).get_by_role("textbox").input_value() == " 5,8 "
    assert form(page, name).get_by_role("status").text_content() == "right, (5, 8)."
    assert solved.count() == 1
    page.goto(f"{home}/book/test_yourself.html")
    assert groups(page)[0] == ["Missed", "last_window"]
    assert groups(page)[1][0] == "Not answered yet"
    assert groups(page)[2] == ["Answered right", "window_of_three_rows", name]
    told = page.locator(".ask-progress p").inner_text()
    assert told.startswith(f"2 of {len(RECORDS)} answered right, 1 missed.")
    assert answer(page, "last_window", "[6, 7, 8, 15, 16, 17]").startswith("right")

    page.goto(f"{home}/book/intro.html")
    page.locator(".ask-back a").click()
    page.wait_for_url(f"{home}/{CHAPTER}.html*", wait_until="load")
    assert "3 of 5" in page.locator(".reading-minutes").inner_text()
    page.goto(f"{home}/book/test_yourself.html")
    page.evaluate("localStorage.setItem('exercise:2/window_index', 'mine')")
    page.once("dialog", lambda dialog: dialog.accept())
    with page.expect_navigation():
        page.get_by_role("button", name="Forget all").click()
    assert [group[0] for group in groups(page)] == ["Not answered yet"]
    assert page.locator(".bd-links .ask-mark").count() == 0
    kept = page.evaluate("Object.keys(localStorage).filter((key) => key !== 'mode')")
    assert not {*kept} & {"exercise:2/window_index"}
    left_early = f"request failed: {home}/_static/tex-svg-full.js"
    assert set(visit.problems) <= {left_early}


def groups(page):
    """List the headings of the page *Test yourself*, each with its questions."""
    return page.locator("article h2").evaluate_all(
        """all => all.map((heading) => [
          heading.textContent,
          ...[...heading.nextElementSibling.querySelectorAll("form")]
            .map((form) => form.dataset.ask),
        ])"""
    )


# In Chromium a page is told so where a reader has forbidden cookies.
BLOCKED = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("forbidden", "SecurityError"); },
});"""
FULL = """Storage.prototype.setItem = () => {
  throw new DOMException("full", "QuotaExceededError");
};"""


@pytest.mark.thorough
@pytest.mark.parametrize("storage", [FULL, BLOCKED], ids=["full", "blocked"])
def test_what_cannot_be_kept_is_not_said_to_be(home, context, storage):
    page = context.new_page()
    page.add_init_script(storage)
    page.goto(f"{home}/book/test_yourself.html")
    told = page.locator(".ask-progress p")
    gone = "This browser keeps no answers: they are gone when you leave the page."
    assert told.inner_text().endswith(gone)
    assert answer(page, "count_placements", "(5, 8)") == "right, (5, 8)."
    assert (
        answer(page, "shape_of_gather", "(1, 2)")
        == reply("shape_of_gather", "(1, 2)")[0]
    )
    assert told.inner_text() == f"1 of {len(RECORDS)} answered right, 1 missed. {gone}"
    page.reload()
    assert told.inner_text() == f"0 of {len(RECORDS)} answered right. {gone}"
    page.close()


@pytest.mark.thorough
def test_without_scripts_a_question_is_read_and_its_answer_opened(home, context):
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Emulation.setScriptExecutionDisabled", {"value": True})
    page.goto(f"{home}/{CHAPTER}.html")
    assert page.locator("form.ask").count() == 5
    assert page.locator("form.ask").filter(visible=True).count() == 0
    box = page.locator("#ask-window-of-three-rows")
    assert box.get_by_role("listitem").filter(visible=True).count() == 4
    box.get_by_text("Answer", exact=True).click()
    assert box.locator("details p").first.is_visible()
    page.goto(f"{home}/book/test_yourself.html")
    titles = page.locator(".ask-copies > li").filter(visible=True)
    assert titles.get_by_role("link").filter(visible=True).count() == len(RECORDS)
    assert page.get_by_role("button", name="Forget all").count() == 0
    page.close()


@pytest.mark.weekly
@pytest.mark.parametrize("width", browser.HEIGHTS)
@pytest.mark.parametrize("place", [CHAPTER, "book/test_yourself"])
def test_axe_finds_nothing_on_questions_wrong_and_right(home, context, place, width):
    with browser.Visit(context, f"{home}/{place}.html", home, width=width) as visit:
        page = visit.page
        for wrong in ("[7, 8, 9, 16, 17, 18]", "[6, 7, 8]"):
            answer(page, "last_window", wrong)
        assert form(page, "last_window").locator(".ask-offer").is_visible()
        answer(page, "window_of_three_rows", "1")
        answer(page, "count_placements", "(5, 8)")
        assert accessibility.violations(page, thorough=False) == []
        page.evaluate("xcorrQuestions.progress.forget()")
