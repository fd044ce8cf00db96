"""Mark the homework of a class: python -m xcorr_helpers.grade FOLDER"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from xcorr_helpers import checks
from xcorr_helpers.checks._exercise import PaperExercise

from .a_class import DONE, Wishes, folder_of_marks, mark, write_all
from .gathering import gather, listed
from .isolation import Isolation, missing
from .kept import Kept
from .layouts import FolderError
from .limits import Limits
from .marking import Ask, Asked, Key, Marker
from .progress import Progress
from .submission import Submission
from .variants import variant

_STOPPED = 130  # what a shell expects of a program that Ctrl-C ended


def main(arguments: Sequence[str] | None = None) -> int:
    """Mark a folder; return 0, or what a shell takes for an error."""
    asked = _parser().parse_args(arguments)
    folder = Path(asked.folder)
    try:
        target = folder_of_marks(folder)
        handed_in = gather(folder)
        isolation = _isolation(asked.without_isolation)
    except FolderError as error:
        print(f"Not marked: {error}", file=sys.stderr)
        return 2
    if handed_in.aside:
        print(f"Left aside:{listed(handed_in.aside)}")
    how = f"without isolation: {asked.without_isolation}, {Limits()}"
    marker = Marker(_ask(isolation), _key(asked.seed), Kept(target / DONE, how))
    progress = Progress(len(handed_in.notebooks))
    try:
        marked = mark(handed_in, marker, progress)
    except KeyboardInterrupt:
        progress.end()
        print("Stopped. What is marked is kept: the same command goes on from there.")
        return _STOPPED
    progress.end()
    wishes = Wishes(not asked.no_code, not asked.without_likely, asked.book)
    write_all(target, handed_in, marked, wishes)
    print(f"Marks, feedback and the page on the class are in {target}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m xcorr_helpers.grade",
        description="Mark a folder of homework notebooks. Marks, a page for each "
        "student and one on the class are written beside it, into FOLDER_marks.",
    )
    add = parser.add_argument
    add(
        "folder",
        metavar="FOLDER",
        help="notebooks by student, or as nbgrader or Moodle hand them out",
    )
    add("--seed", help="the seed with which the class's variants were made")
    add(
        "--book",
        default="",
        metavar="URL",
        type=_address,
        help="where the book is published: pages link to it",
    )
    add("--no-code", action="store_true", help="no code of students on the class page")
    add("--without-likely", action="store_true", help="name a mistake without the word")
    add(
        "--without-isolation",
        action="store_true",
        help="run strangers' code as your "
        "own programs run, where this system cannot keep it apart",
    )
    return parser


def _address(text: str) -> str:
    if not text.startswith(("http://", "https://", "file:///")):
        raise argparse.ArgumentTypeError(f"{text!r} does not begin with https://")
    return text


def _isolation(without: bool) -> Isolation:
    if without:
        return Isolation.none()
    if lacks := missing():
        said = "".join(f"\n  {lack}" for lack in lacks)
        raise FolderError(
            f"this system cannot keep strangers' code apart:{said}\n"
            "  --without-isolation runs it all the same, as your own programs run."
        )
    return Isolation.of_this_system()


def _ask(isolation: Isolation) -> Ask:
    def ask(code: Sequence[str], name: str) -> AbstractContextManager[Asked]:
        return Submission(code, name, isolation, Limits())

    return ask


def _key(seed: str | None) -> Key:
    def key(judge: str, student: str) -> PaperExercise:
        if seed is not None:
            return variant(judge, student, seed).record
        record = checks._record(judge)
        assert isinstance(record, PaperExercise)
        return record

    return key


if __name__ == "__main__":
    sys.exit(main())
