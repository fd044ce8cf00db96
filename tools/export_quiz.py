"""Write the paper exercises for a learning platform: Moodle XML and QTI 2.1.

    python -m tools.export_quiz
    python -m tools.export_quiz --students class.txt --seed "the teacher's secret"

Leaves the exercises as they stand in the book in `_build/class/quiz`, and with students
and a seed the variants, too: of each exercise one for each student, in a category of
its own, from which a quiz can draw. The seed is in no file; the keys are in all.
"""

import argparse
from pathlib import Path

from xcorr_helpers.grade.variants import VARIED, in_book, variant

from .quiz.content_package import content_package
from .quiz.moodle import moodle_xml
from .quiz.question import question

FOLDER = Path(__file__).parents[1] / "_build" / "class" / "quiz"


def main(argv=None, folder=FOLDER):
    parser = argparse.ArgumentParser(prog="python -m tools.export_quiz")
    parser.add_argument("--students", type=Path, help="a file with a name a line")
    parser.add_argument("--seed", help="the teacher's secret, as at `make class`")
    given = parser.parse_args(argv)
    if (given.students is None) != (given.seed is None):
        parser.error("variants need both, --students and --seed")
    made = {"exercises": [question(in_book(judge)) for judge in VARIED]}
    if given.students:
        made["variants"] = variants(names(given.students), given.seed)
    folder.mkdir(parents=True, exist_ok=True)
    for name, questions in made.items():
        write(folder, name, questions)
        print(f"{len(questions)} {name} are in {folder / name}.moodle.xml and .qti.zip")


def names(path):
    """Read the names of students; empty lines and doubled gaps do not count."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise SystemExit(f"The names cannot be read: {error}") from None
    except UnicodeDecodeError:
        raise SystemExit(f"{path} is no text in UTF-8: save it as such.") from None
    found = [" ".join(line.split()) for line in lines if line.strip()]
    if not found:
        raise SystemExit(f"{path} holds no names: write one a line.")
    return found


def variants(students, seed):
    """Make each student's questions, those of one exercise together."""
    try:
        return [
            question(variant(judge, student, seed), student)
            for judge in VARIED
            for student in students
        ]
    except ValueError as error:
        raise SystemExit(f"No variants: {error}") from None


def write(folder, name, questions):
    """Write both files."""
    moodle = moodle_xml(questions, f"Cross-correlation by an index, {name}")
    (folder / f"{name}.moodle.xml").write_bytes(moodle)
    package = content_package(questions, f"cross-correlation-{name}")
    (folder / f"{name}.qti.zip").write_bytes(package)


if __name__ == "__main__":
    main()
