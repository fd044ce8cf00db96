"""Write what a teacher needs for a class into `_build/class`, anew.

    python -m tools.classroom [names.txt]

The seed comes in the variable SEED, so that it stands in no log.
"""

import os
import shutil
import sys
from pathlib import Path

from live.wheels import build_course

from .. import export_quiz
from ..built_book import ROOT
from . import key, names, student
from .graders import as_json
from .homework import homework
from .own import class_answers, own_texts
from .teacher import teacher_page

FOLDER = ROOT / "_build" / "class"
SLIDES = "slides"  # made by another command, which is slow: they stay
SESSIONS = (1, 2, 3, 4)


def main(words=None, folder=FOLDER):
    words = sys.argv[1:] if words is None else words
    students = names.read(Path(words[0])) if words else []
    seed = os.environ.get("SEED", "")
    answers = class_answers(students, seed)  # refuses a seed before anything is gone
    clear(folder)
    print("student", flush=True)
    write(folder / "student", student.files())
    wheel = build_course(folder / "student")
    start = student.START.format(wheel=wheel.name, packages=" ".join(student.PACKAGES))
    (folder / "student" / "START.md").write_text(start, encoding="utf-8")
    print("homework", flush=True)
    write(folder / "homework", all_homework(students, seed))
    print("quiz", flush=True)
    of_names = ["--students", *words[:1], "--seed", seed] if students else []
    export_quiz.main(of_names, folder / "quiz")
    print("key", flush=True)
    write(folder / "key", key.files())
    if answers:
        text = key.variants_page(answers)
        (folder / "key" / "variants.html").write_text(text, encoding="utf-8")
    page = teacher_page(wheel.name)
    (folder / "teacher.html").write_text(page, encoding="utf-8")


def clear(folder):
    """Remove what was made before, but for the slides."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.iterdir():
        if path.is_dir() and path.name != SLIDES:
            shutil.rmtree(path)


def all_homework(students, seed):
    """Yield each student's notebooks, or without names those of the book's numbers."""
    for session in SESSIONS if not students else ():
        yield f"homework_{session}.ipynb", as_json(homework(session)).encode()
    for name in students:
        print("a student's", flush=True)
        for session in SESSIONS:
            texts = own_texts(session, name, seed)
            made = as_json(homework(session, texts, name))
            yield f"{name}/homework_{session}.ipynb", made.encode()


def write(folder, files):
    for name, content in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


if __name__ == "__main__":
    main()
