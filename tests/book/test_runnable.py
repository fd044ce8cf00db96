"""Each exercise in which a function is written says how it is run, and is run here."""

import re

from tools import built_book
from xcorr_helpers import checks
from xcorr_helpers.checks._exercise import CodeExercise

LINE = re.compile(r'<p class="run-instead" data-judge="(\w+)">(.*?)</p>')
TEXT = "To run this cell on your machine, take the notebook (How to run it)."


def test_each_exercise_with_a_function_says_once_how_it_is_run(book_html):
    judges = []
    for page in built_book.notebooks():
        path = book_html / f"{page}.html"
        for judge, line in LINE.findall(path.read_text(encoding="utf-8")):
            judges.append(judge)
            assert re.sub("<.*?>", "", line) == TEXT
            notebook, how = re.findall('href="(.*?)"', line)
            assert (path.parent / notebook).resolve().name == f"{path.stem}.ipynb"
            assert (path.parent / notebook).is_file()
            assert how == "intro.html#how-to-run-it"
    records = {name: checks._record(name) for name in checks._WHERE}
    written = [n for n, it in records.items() if isinstance(it, CodeExercise)]
    assert sorted(judges) == sorted(written)
