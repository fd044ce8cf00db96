"""The names of a class: what is no folder, or no other than one before, is refused."""

import pytest

from tools.classroom import names


@pytest.fixture
def read(tmp_path):
    def of(text):
        path = tmp_path / "names.txt"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return names.read(path)

    return of


def test_names_are_read_line_by_line(read):
    text = "\ufeffAnna Berg\r\n\n  Bo   Öst \nCai O'Neil\nO\u0308zil\n李 小龍"
    assert read(text) == ["Anna Berg", "Bo Öst", "Cai O'Neil", "Özil", "李 小龍"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Anna\nBo\nanna", r"line 3: 'anna' stands in line 1 already.*as in 'anna 2'"),
        ("Anna\nAnna", "line 2: 'Anna' stands in line 1"),
        ("Bo O\u0308st\nBo Öst", "line 2"),
        ("../etc", "has / in it"),
        ("A\\B", "in it"),
        ("A:B", "in it"),
        (".hidden", "with a point"),
        ("Anna.", "with a point"),
        ("..", "with a point"),
        ("a\u202eb", "U\\+202E"),
        ("nul", "a device"),
        ("COM1.x", "a device"),
        ("x" * 81, "81 characters"),
        ("homework_1", "the name of a notebook"),
        ("\n \n", "has no names"),
        (b"\xff\xfea", "UTF-8"),
    ],
)
def test_what_is_refused(read, text, said):
    with pytest.raises(SystemExit, match=f"(?s)names.txt.*{said}"):
        read(text)


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(SystemExit, match="cannot be read: No such file"):
        names.read(tmp_path / "none.txt")
