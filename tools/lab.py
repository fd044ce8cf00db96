"""Open the notebooks in JupyterLab, as copies in `work/` that are the reader's own.

    python -m tools.lab [options of `jupyter lab`]

What is the course's own about it, in `labconfig` beside this file and below, is no
more than a default: what the reader has set for JupyterLab holds here, too.
"""

import json
import os
import signal
import subprocess
import sys

from . import copy_notebooks
from .copy_notebooks import ROOT

FIRST = "intro.ipynb"
# What is open, and how wide the side panel is: here, the longest name fits.
WORKSPACES = ".jupyterlab"
WORKSPACE = "default-37a8.jupyterlab-workspace"  # JupyterLab's name for its first one
LAYOUT = {
    "left": {"visible": True, "current": "filebrowser", "widgets": ["filebrowser"]},
    "relativeSizes": [0.26, 0.74],
}


def main(options=None):
    copy_notebooks.main()
    command, told = prepared(ROOT / "work")
    command += sys.argv[1:] if options is None else options
    with subprocess.Popen(command, env={**os.environ, **told}) as lab:
        # Ctrl-C is JupyterLab's, which asks what is meant by it.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        raise SystemExit(lab.wait())


def prepared(work):
    """Return the command, and the variables by which it finds what is the course's."""
    saved = work / WORKSPACES / WORKSPACE
    if not saved.exists():
        saved.parent.mkdir(exist_ok=True)
        data = {"data": {"layout-restorer:data": LAYOUT}, "metadata": {"id": "default"}}
        saved.write_text(json.dumps(data), encoding="utf-8")
    command = [sys.executable, "-m", "jupyterlab", f"--notebook-dir={work}"]
    command += [f"--LabApp.workspaces_dir={saved.parent}"]
    command += [f"--LabApp.default_url=/lab/tree/{FIRST}"]
    if root():
        print(
            "This is root, as in a container, which JupyterLab refuses by default: it "
            "is started with --allow-root."
        )
        command.append("--allow-root")
    paths = [str(ROOT / "tools"), os.environ.get("JUPYTER_CONFIG_PATH")]
    return command, {"JUPYTER_CONFIG_PATH": os.pathsep.join(filter(None, paths))}


def root():
    return hasattr(os, "geteuid") and os.geteuid() == 0


if __name__ == "__main__":
    main()
