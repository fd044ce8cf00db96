"""Copies of the book's sources that are broken on purpose, and what a build says."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from tools import build as course_build
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
    """Build with the command of `make book`; return its code and its warnings."""
    name, *arguments = course_build.SPHINX
    assert "-W" in arguments and "-n" in arguments
    program = shutil.which(name, path=Path(sys.executable).parent)
    run = subprocess.run(
        [program, *arguments], cwd=folder, capture_output=True, text=True, check=False
    )
    lines = COLOUR.sub("", run.stderr).splitlines()
    return run.returncode, [
        line for line in lines if re.search("WARNING|ERROR|CRITICAL", line)
    ]
