"""The workflows run the course's own commands, pinned, and may do no more than that.

They run elsewhere: that they are well-formed is `make lint`'s to find.
"""

import re

import pytest
import yaml

from tools import machines
from tools.built_book import ROOT

PATHS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TOLD = "".join(
    (ROOT / f"{name}.md").read_text(encoding="utf-8")
    for name in ("README", "CONTRIBUTING")
)
each_workflow = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)


def read(name):
    path = ROOT / ".github" / "workflows" / f"{name}.yml"
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    return workflow | {"on": workflow.pop(True)}  # YAML 1.1 reads `on` as true


def jobs():
    for path in PATHS:
        for name, job in read(path.stem)["jobs"].items():
            yield f"{path.stem}/{name}", job


def test_the_workflows_are_there():
    names = ["links", "newest", "pages", "test", "thorough"]
    assert [path.stem for path in PATHS] == names


@each_workflow
def test_every_action_is_pinned_by_commit_with_its_version_beside(path):
    used = re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))
    assert used
    for action in used:
        pinned = re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action)
        assert pinned or action == "./.github/workflows/test.yml"


@each_workflow
def test_a_workflow_may_only_read(path):
    assert read(path.stem)["permissions"] == {"contents": "read"}
    assert "secrets" not in path.read_text(encoding="utf-8")
    assert "pull_request_target" not in read(path.stem)["on"]


def test_only_publishing_may_do_more():
    more = {name: job["permissions"] for name, job in jobs() if "permissions" in job}
    assert more == {"pages/deploy": {"pages": "write", "id-token": "write"}}


def test_every_job_ends_and_keeps_no_credentials():
    for name, job in jobs():
        if "uses" in job:
            continue
        assert job["timeout-minutes"] <= 60, name
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"] == {"persist-credentials": False}, name


def test_every_command_is_one_of_the_makefile_and_told():
    commands = [s["run"] for _, j in jobs() for s in j.get("steps", ()) if "run" in s]
    assert len(commands) == 6
    for command in commands:
        targets = re.fullmatch(r"make PYTHON=python( [a-z]+)+", command)
        assert targets, command
        for target in command.split()[2:]:
            assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE), target
            assert f"make {target}" in TOLD, target


def test_every_system_and_every_supported_python_is_tried():
    matrix = read("test")["jobs"]["test"]["strategy"]["matrix"]
    assert matrix["system"] == ["ubuntu", "macos", "windows"]
    assert matrix["python"] == list(machines.PYTHONS)
    assert {each["system"] for each in matrix["include"]} == set(matrix["system"])


def test_ci_installs_what_is_locked_but_for_the_weekly_run():
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "make LOCKED=1 THOROUGH=1 lint pyodide test\n" in ci
    assert "make LOCKED=1 notice" in ci
    for name, job in jobs():
        if "make PYTHON" in str(job.get("steps")):
            assert job["env"]["LOCKED"], name
    assert "!inputs.newest" in read("test")["jobs"]["test"]["env"]["LOCKED"]
    everything = {"newest": True, "thorough": True}
    assert read("newest")["jobs"]["test"]["with"] == everything
    for weekly in ("newest", "links", "thorough"):
        assert read(weekly)["on"]["schedule"][0]["cron"].endswith("* * 1")


def test_numpy_for_the_browser_is_kept_by_its_hash():
    fetching = [job["steps"] for _, job in jobs() if "realnumpy" in str(job)]
    assert len(fetching) == 3
    for steps in fetching:
        (kept,) = [s["with"] for s in steps if "actions/cache@" in s.get("uses", "")]
        assert kept["path"] == "~/.cache/xcorr-helpers"
        assert kept["key"] == "${{ hashFiles('live/fetch_real_numpy.py') }}"


def test_everything_is_run_each_week_and_before_the_book_is_published():
    assert "--nbval -n 2 $(if $(THOROUGH),--thorough)\n" in MAKEFILE
    assert "inputs.thorough" in read("test")["jobs"]["test"]["env"]["THOROUGH"]
    assert read("pages")["jobs"]["test"]["with"] == {"thorough": True}
    assert read("pages")["jobs"]["build"]["env"]["THOROUGH"] == "1"


def test_only_a_book_that_has_passed_everywhere_is_published():
    found = read("pages")["jobs"]
    assert found["deploy"]["needs"] == "build" and found["build"]["needs"] == "test"
    assert found["test"]["uses"] == "./.github/workflows/test.yml"
    (command,) = [step["run"] for step in found["build"]["steps"] if "run" in step]
    assert " realnumpy test " in command and command.endswith(" live")
    assert "continue-on-error" not in str(found) and "always()" not in str(found)
