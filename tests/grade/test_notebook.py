"""Notebooks as JSON: what is read, and what costs nobody but its author."""

import json

import pytest

from tests.grade import classroom
from xcorr_helpers.grade import notebook
from xcorr_helpers.grade.homework import HOMEWORK

BROKEN = {
    "empty": "",
    "cut short": '{"cells": [{"cell_type"',
    "no object": "[1, 2]",
    "no cells": '{"nbformat": 4}',
    "cells of another kind": '{"cells": "all"}',
    "version 3": '{"worksheets": [{"cells": []}]}',
    "deep": "[" * 100_000,
    "a huge number": '{"cells": [' + "9" * 5_000 + "]}",
    "not UTF-8": b"\xff\xfe\x00",
    "too many cells": json.dumps({"cells": [{}] * 2_001}),
    "too much code": json.dumps(
        {"cells": [{"cell_type": "code", "source": "#" * 500_001}]}
    ),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_broken_notebook_costs_its_author_only(tmp_path, kind):
    folder = tmp_path / "in"
    expected = classroom.write_class(folder, 1, 1)
    (folder / "Bert").mkdir()
    data = BROKEN[kind]
    data = data if isinstance(data, bytes) else data.encode()
    (folder / "Bert" / "homework_1.ipynb").write_bytes(data)
    classroom.marked(folder, tmp_path / "marks")
    rows = classroom.rows(tmp_path / "marks")
    broken = [row for row in rows if row["student"] == "Bert"]
    assert [row["points"] for row in broken] == ["0"] * len(HOMEWORK[1])
    assert all(row["mistake"].startswith("the ") for row in broken)
    whole = sum(found["right"] for found in expected.values())
    assert sum(row["points"] == "1" for row in rows) == whole


def test_a_large_file_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(notebook, "MOST_BYTES", 1_000_000)
    path = tmp_path / "homework_1.ipynb"
    path.write_text(" " * 1_000_001)
    assert notebook.read(path).problem == (
        "the notebook cannot be read: it has more than 1 MB"
    )


def test_cells_of_any_form_are_read_as_far_as_they_are_cells(tmp_path):
    path = tmp_path / "one.ipynb"
    cells = [
        *(None, 3, {}, {"source": 5}, {"cell_type": "code", "source": ["a", 1]}),
        {"cell_type": "code", "source": ["a = 1\n", "b = 2"], "metadata": []},
        {"cell_type": "code", "source": "c", "metadata": {"nbgrader": "x"}},
        {"cell_type": "code", "source": "d", "metadata": {"nbgrader": {"grade_id": 5}}},
        {"cell_type": "markdown", "source": "half: \ud800"},
    ]
    path.write_text("\ufeff" + json.dumps({"cells": cells}), encoding="utf-8")
    read = notebook.read(path)
    assert [cell.source for cell in read.cells] == ["a = 1\nb = 2", "c", "d", "half: ?"]
    assert [cell.is_code for cell in read.cells] == [True, True, True, False]
    assert {cell.name for cell in read.cells} == {""}
