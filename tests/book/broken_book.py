"""Copies of the book's sources that are broken on purpose, and what a build says."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from tools import built_book

SOURCES = ("book", "data", "xcorr_helpers", "_config.yml", "_toc.yml")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def copy_sources(folder):
    """Copy what the build reads, and return the folder."""
    for name in SOURCES:
        source = built_book.ROOT / name
        if source.is_dir():
            ignored = shutil.ignore_patterns("__pycache__", ".*")
            shutil.copytree(source, folder / name, ignore=ignored)
        else:
            shutil.copy(source, folder)
    return folder


def build(folder):
    """Build with the command of the Makefile; return its code and its warnings."""
    makefile = (built_book.ROOT / "Makefile").read_text(encoding="utf-8")
    (command,) = re.findall(
        r"^\t\$\(BIN\)/(jupyter-book .* -W .*)$", makefile, re.MULTILINE
    )
    name, *arguments = shlex.split(command)
    program = shutil.which(name, path=Path(sys.executable).parent)
    run = subprocess.run(
        [program, *arguments], cwd=folder, capture_output=True, text=True, check=False
    )
    lines = COLOUR.sub("", run.stderr).splitlines()
    return run.returncode, [
        line for line in lines if re.search("WARNING|ERROR|CRITICAL", line)
    ]
