"""Mark the homework of a class: python -m xcorr_helpers.grade FOLDER"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

from .a_class import DONE, folder_of_marks, mark, write_all, write_notes
from .gathering import Class, gather, listed
from .isolation import Isolation
from .kept import Kept
from .layouts import FolderError
from .limits import Limits
from .marking import Ask, Asked, Marker
from .others import others_answers
from .own_numbers import fits, record_of, refuse_strange, to_look_at
from .probe import missing
from .progress import Progress
from .roll import called, read_list
from .submission import NotStartedError, Submission
from .wishes import Wishes

Lines = tuple[tuple[str, str], ...]
_STOPPED = 130  # what a shell expects of a program that Ctrl-C ended
_SHOWN = 12  # lines on the screen; the notes have all


def main(arguments: Sequence[str] | None = None) -> int:
    """Mark a folder; return 0, or what a shell takes for an error."""
    asked = _parser().parse_args(arguments)
    for screen in (sys.stdout, sys.stderr):
        if isinstance(screen, io.TextIOWrapper):
            screen.reconfigure(errors="replace")  # names in letters it does not have
    try:
        target, doubts = _marked(asked)
    except KeyboardInterrupt:
        print("Stopped. What is marked is kept: the same command goes on from there.")
        return _STOPPED
    except (FolderError, NotStartedError, ValueError, OSError) as error:
        print(f"Not marked: {error}", file=sys.stderr)
        return 2
    print(f"Marks, feedback and the page on the class are in {target}")
    if doubts:
        _show("To look at", doubts)
    return 0


def _marked(asked: argparse.Namespace) -> tuple[Path, Lines]:
    """Read all, then mark, then write; return the folder of marks, and doubts."""
    folder = Path(asked.folder)
    target = folder_of_marks(folder)
    handed_in, doubts, nothing = _gathered(folder, asked)
    isolation = _isolation(asked.without_isolation)
    target.mkdir(exist_ok=True)  # before the work, not after it
    notes = [("Left aside", handed_in.aside), ("To look at", doubts)]
    if asked.students:
        notes.append(("In the list, and handed in nothing", nothing))
    for title, lines in notes:
        if lines:
            _show(title, lines)
    how = f"without isolation: {asked.without_isolation}, {Limits()}"
    key = partial(record_of, seed=asked.seed)
    theirs = partial(fits, seed=asked.seed)
    marker = Marker(_ask(isolation), key, Kept(target / DONE, how), theirs)
    with Progress(len(handed_in.notebooks)) as progress:
        marked = mark(handed_in, marker, progress)
    wishes = Wishes(
        codes=not asked.no_code,
        likely=not asked.without_likely,
        book=asked.book,
        varied=asked.seed is not None,
    )
    if asked.students and asked.seed:
        names = read_list(Path(asked.students))
        same = tuple(others_answers(marked, names, asked.seed))
        notes.append(("Answers that are another's", same))
        doubts = (*doubts, *same)
    write_all(target, marked, wishes)
    write_notes(target, notes)
    return target, doubts


def _gathered(folder: Path, asked: argparse.Namespace) -> tuple[Class, Lines, Lines]:
    """Read all; return also what is to be looked at, and who handed in nothing."""
    names = read_list(Path(asked.students)) if asked.students else None
    handed_in = gather(folder)
    unknown: Lines = ()
    nothing: Lines = ()
    if names:
        roll = called(handed_in, names)
        handed_in, unknown, nothing = roll.handed_in, roll.unknown, roll.missing
    refuse_strange(handed_in, asked.seed)
    return handed_in, (*unknown, *to_look_at(handed_in, asked.seed)), nothing


def _show(title: str, lines: Lines) -> None:
    more = f"\n  ... and {len(lines) - _SHOWN} more" * (len(lines) > _SHOWN)
    print(f"{title}:{listed(lines[:_SHOWN])}{more}")


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
        "--students",
        metavar="NAMES.TXT",
        help="the list that made the variants: folders may spell the names otherwise",
    )
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
    if text and not text.startswith(("http://", "https://", "file:///")):
        raise argparse.ArgumentTypeError(f"{text!r} does not begin with https://")
    return text


def _isolation(without: bool) -> Isolation:
    if without:
        return Isolation(apart=False)
    if lacks := missing():
        said = "".join(f"\n  {lack}" for lack in lacks)
        raise FolderError(
            f"this system cannot keep strangers' code apart:{said}\n"
            "  --without-isolation runs it all the same, as your own programs run."
        )
    return Isolation()


def _ask(isolation: Isolation) -> Ask:
    def ask(code: Sequence[str], name: str) -> AbstractContextManager[Asked]:
        return Submission(code, name, isolation, Limits())

    return ask


if __name__ == "__main__":
    sys.exit(main())
