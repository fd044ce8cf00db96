"""The full datasets, downloaded once through kagglehub and then kept in its cache.

kagglehub sets itself no time limit, and leaves behind what it could not finish, damaged
or not. So it runs as a program of its own, and what it brings is checked.
"""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from typing import Any

from . import kaggle_program
from .data_file import DataFile, DatasetError
from .known_files import read_known_file

__all__ = ["read_from_kaggle"]

NO_NETWORK_NEEDED = 'use source="sample", which is bundled and needs no network'


def read_from_kaggle(
    dataset: str, wanted: Sequence[str], timeout: float, *, whole: Sequence[str] = ()
) -> dict[str, DataFile]:
    """Read known files of a dataset, which is downloaded if it is not in the cache.

    With `whole`, all the files there are, they arrive together and are all checked;
    without, the one that is wanted is downloaded alone. A DatasetError says why not.
    """
    cache = os.environ.get("KAGGLEHUB_CACHE") or Path.home() / ".cache" / "kagglehub"
    home = Path(cache, "datasets", dataset)
    # How kagglehub lays out what is complete, and what is left of a download.
    folder, mark, left = home / "versions/1", home / "1.complete", [home / "1.archive"]
    complete = mark.exists() and folder.exists()
    if not whole:
        # kagglehub itself would not look for one file in the whole dataset.
        file, mark = folder / wanted[0], home / f".complete/1/{wanted[0]}.complete"
        left = [file, file.with_name(f"{file.name}.zip")]
        complete = complete or (mark.exists() and file.exists())

    def read(names: Sequence[str], remedy: str) -> dict[str, DataFile]:
        remedy = f"{remedy}, or {NO_NETWORK_NEEDED}."
        return {name: read_known_file(folder / name, remedy) for name in names}

    if complete:
        return read(wanted, f"Delete the folder {home} to have it downloaded again")
    begun = any(path.exists() for path in left)
    asked: dict[str, Any] = {
        "handle": f"{dataset}/versions/1",
        "file": None if whole else wanted[0],
    }
    asked |= {"home": str(home), "left": list(map(str, left)), "timeout": timeout}
    try:
        if fault := _run(asked):
            what = f"{dataset} could not be downloaded from Kaggle: {fault}"
            raise DatasetError(f"{what}, or {NO_NETWORK_NEEDED}.")
        return read(whole or wanted, f"It is not kept. {kaggle_program.SIGN_IN}")
    except DatasetError:
        if mark.exists():  # it has arrived, and is wrong
            for path in (mark, *left):
                path.unlink(missing_ok=True)
        if begun and not any(path.exists() for path in left):
            # What an earlier call had left was at fault.
            return read_from_kaggle(dataset, wanted, timeout, whole=whole)
        raise


def _run(asked: dict[str, Any]) -> str:
    """Run the program, showing what it shows; return what went wrong, if anything."""
    if sys.platform == "emscripten":
        return "a page in a browser may not. Run the notebook on a machine of your own"
    # It finds what this process finds, and nothing in the folder that it lies in.
    command = [sys.executable, "-P", kaggle_program.__file__, json.dumps(asked)]
    own = {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "utf-8:replace"}
    # Not what Kaggle's own notebooks have, nor what Colab mounts, some day or never.
    own |= {"DISABLE_KAGGLE_CACHE": "1", "DISABLE_COLAB_CACHE": "1"}
    with Popen(
        command, env=os.environ | own, stdin=DEVNULL, stdout=PIPE, stderr=PIPE
    ) as program:
        assert program.stdout and program.stderr
        try:
            # Not line by line: progress goes back to the start of its line.
            for text in io.TextIOWrapper(program.stderr, "utf-8", newline=""):
                print(text, end="", file=sys.stderr, flush=True)
            fault = program.stdout.read().decode()
        except BaseException:  # Ctrl-C, which Jupyter sends to this process alone
            program.kill()
            raise
    if program.returncode and not fault:
        return f"the program for it ended with {program.returncode}. Try again later"
    return fault
