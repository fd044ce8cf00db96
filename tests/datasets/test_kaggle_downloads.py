"""The loaders with the real kagglehub, against a server that answers, or fails to."""

from __future__ import annotations

import sys
import traceback

import pytest
import requests

from tests.datasets.small_datasets import CIFAR10, MNIST
from xcorr_helpers.datasets import DatasetError, load_cifar10, load_mnist
from xcorr_helpers.datasets.kaggle_program import KEY, SIGN_IN, explained

NOWHERE = "http://127.0.0.1:9"  # no one listens at the port "discard"
NO_NETWORK_NEEDED = 'or use source="sample", which is bundled and needs no network.'
DATASET = {load_mnist: MNIST, load_cifar10: CIFAR10}


def refused(load, fault: str, **options) -> str:
    with pytest.raises(DatasetError) as caught:
        load(source="kaggle", **options)
    assert str(caught.value).startswith(
        f"{DATASET[load]} could not be downloaded from Kaggle: {fault}"
    )
    assert str(caught.value).endswith(f", {NO_NETWORK_NEEDED}")
    return "".join(traceback.format_exception(caught.value))


def test_mnist_is_downloaded_once_with_progress_shown(kaggle_apart, capfd, monkeypatch):
    labels = load_mnist("test", source="kaggle").labels
    assert labels.tolist() == [5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5]
    progress = capfd.readouterr().err
    assert "100%|██████████|" in progress and "B/s]" in progress
    assert kaggle_apart.requested == ["archive.zip"]
    monkeypatch.setattr(sys, "executable", None)  # no other program is needed
    assert load_mnist("test", source="kaggle").images.shape == (11, 28, 28)
    assert load_mnist("train", source="kaggle").images.shape == (12, 28, 28)
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("zipped", [False, True])
def test_of_cifar10_only_the_files_of_the_split_are_downloaded(kaggle, zipped):
    kaggle.zipped = zipped
    assert load_cifar10("test", source="kaggle").labels.tolist() == [6, 0]
    assert kaggle.requested == ["cifar-10-batches-py/test_batch"]


# What goes wrong on the way: how, and what the error says of it and of what to do.

AGAIN = "Check the network connection and try again"
CUT = f"the connection was cut. {AGAIN}"
SILENCE = (
    "nothing came from the server for 0.5 seconds. Try again later, or with a longer "
    "timeout"
)
DAMAGED = "the archive that arrived is damaged. Try again"
PAGE = b"<html>Sign in to the network</html>"
FAULTS = {
    "an error": ({"status": 403}, f"the server answered with the error 403. {KEY}"),
    "a page": ({"page": PAGE}, f"what arrived is no archive. {SIGN_IN}"),
    "a page for JSON": (
        {"page": PAGE, "page_kind": "application/json"},
        f"the server's answer is not Kaggle's (JSONDecodeError). {SIGN_IN}",
    ),
    "a hang-up": ({"hangs_up": True}, CUT),
    "a cut": ({"cut": True}, CUT),
    "a cut for good": ({"cut": True, "resumable": False}, CUT),
    "silence at once": ({"silent": "at once"}, SILENCE),
    "silence then": ({"silent": "then"}, SILENCE),
    "silence half-way": ({"silent": "half-way"}, SILENCE),
    "another MD5": (
        {"md5": "1B2M2Y8AsgTpgAmY7PhCfg=="},
        "what arrived is not what was sent (its MD5 differs). Try again",
    ),
    "no archive": (
        {"change": lambda content: b"x" * 5000},
        f"what arrived is no archive. {SIGN_IN}",
    ),
    "a bad CRC": (
        {"change": lambda content: content.replace(bytes(784), b"x" * 784, 1)},
        DAMAGED,
    ),
    "no server of that name": (
        {"sends_to": "https://nowhere.invalid"},
        f"the name of the server cannot be looked up. {AGAIN}",
    ),
    "a server without TLS": (
        {"sends_to": "https://{}"},
        f"no secure connection to the server can be made. {SIGN_IN}",
    ),
    "no server": (
        {"sends_to": NOWHERE.replace("http", "https")},
        f"there is no connection to the server. {AGAIN}",
    ),
}
KEPT_TO_GO_ON = {"a cut", "a cut for good", "silence half-way"}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_explained_and_the_next_call_recovers(fault, request):
    kaggle = request.getfixturevalue("kaggle_apart" if "silence" in fault else "kaggle")
    how, words = FAULTS[fault]
    vars(kaggle).update(how)
    kaggle.sends_to = kaggle.sends_to.format(kaggle.address)
    home = kaggle.cache / "datasets" / MNIST
    names = "2.archive", "versions/1/notes.txt", "../other/1.archive"
    for path in (neighbours := [home / name for name in names]):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("mine")
    refused(load_mnist, words, timeout=0.5 if "silence" in fault else 30)
    arrived = home / "1.archive"
    assert arrived.exists() == (fault in KEPT_TO_GO_ON)
    goes_on = fault in KEPT_TO_GO_ON - {"a cut for good"}
    ranges = [f"bytes={arrived.stat().st_size}-"] if goes_on else []
    kaggle.recovers()
    assert kaggle.ranges[-1:] == ranges or fault == "a cut for good"
    assert [path.read_text() for path in neighbours] == ["mine"] * 3
    assert not arrived.exists()


@pytest.mark.parametrize(
    "how, words",
    [
        ({"status": 404}, "the server answered with the error 404"),
        ({"cut": True}, CUT),
        ({"cut": True, "zipped": True}, CUT),
        (
            {"change": lambda zipped: zipped.replace(b"data", b"date"), "zipped": True},
            DAMAGED,
        ),
    ],
)
def test_a_fault_with_one_file_alone(kaggle, how, words):
    vars(kaggle).update(how)
    refused(load_cifar10, words)
    kaggle.recovers(load_cifar10)


def test_what_arrives_slowly_arrives(kaggle_apart):
    """The limit is one to silence, not to the whole."""
    kaggle_apart.files["long"], kaggle_apart.slow = bytes(600_000), 0.2
    assert len(load_mnist(source="kaggle", timeout=1).images) == 12


def test_a_proxy_that_does_not_answer(kaggle, monkeypatch):
    with monkeypatch.context() as patches:
        patches.setenv("http_proxy", NOWHERE)
        words = "the proxy does not answer. Check the proxy settings and try again"
        refused(load_mnist, words)
    kaggle.recovers()


def test_without_kagglehub(kaggle_apart, tmp_path, monkeypatch):
    (tmp_path / "kagglehub.py").write_text("raise ImportError")
    monkeypatch.syspath_prepend(tmp_path)
    refused(load_mnist, "it needs the packages kagglehub and filelock. Install them")


@pytest.mark.parametrize(
    "status, advice",
    [
        (401, KEY),
        (404, "Kaggle may have moved the dataset: try again later"),
        (429, "Kaggle is asked too often from this network: try again in some minutes"),
        (500, "Try again later"),
    ],
)
def test_an_error_that_the_server_answers_with(status, advice):
    response = requests.Response()
    response.status_code = status
    error = requests.HTTPError("a-secret", response=response)
    expected = f"the server answered with the error {status}. {advice}"
    assert explained(error) == expected


def test_an_error_that_nobody_has_thought_of():
    words = "kagglehub failed with RuntimeError. Try again later"
    assert explained(RuntimeError("a-secret")) == words


# What has arrived is wrong, though the server says that it is right.


@pytest.mark.parametrize("load", DATASET)
def test_other_content_is_not_kept(kaggle, load):
    name = {load_mnist: "t10k-labels.idx1-ubyte"}.get(
        load, "cifar-10-batches-py/test_batch"
    )
    right = kaggle.files[name]
    kaggle.files[name] = b"<html>Sign in</html>"
    for _ in range(2):
        with pytest.raises(DatasetError) as caught:
            load(source="kaggle")
        path = kaggle.cache / "datasets" / DATASET[load] / "versions/1" / name
        assert str(caught.value).startswith(f"{path}: the file is not ")
        assert "it is a page of HTML" in str(caught.value)
        assert str(caught.value).endswith(
            f". It is not kept. {SIGN_IN}, {NO_NETWORK_NEEDED}"
        )
    kaggle.files[name] = right
    kaggle.recovers(load)


LEFT_OVER = {
    "of another size": lambda size: b"x" * (size + 1_000_000),
    "that is wrong": lambda size: b"x" * (size // 2),
    "of the same size": lambda size: b"x" * size,
    "of nothing": lambda size: b"",
}


@pytest.mark.parametrize("md5", ["", None])
@pytest.mark.parametrize("left", LEFT_OVER)
def test_a_damaged_archive_from_before_is_no_obstacle(kaggle, left, md5):
    """As a call of kagglehub itself leaves one, for good."""
    archive = kaggle.cache / "datasets" / MNIST / "1.archive"
    archive.parent.mkdir(parents=True)
    archive.write_bytes(LEFT_OVER[left](len(kaggle.blob("archive.zip"))))
    kaggle.md5 = md5
    kaggle.recovers() if md5 == "" else load_mnist(source="kaggle")
    assert not archive.exists()


def test_a_damaged_file_from_before_is_no_obstacle(kaggle):
    name = "cifar-10-batches-py/test_batch"
    file = kaggle.cache / "datasets" / CIFAR10 / "versions" / "1" / name
    file.parent.mkdir(parents=True)
    file.write_bytes(b"x" * len(kaggle.files[name]))
    kaggle.md5 = None
    assert load_cifar10(source="kaggle").labels.tolist() == [6, 0]


# Credentials.


@pytest.mark.parametrize("where", ["kaggle", "kaggle_apart"])
@pytest.mark.parametrize("end", ["", "\n", "\u2026"])
def test_no_credential_is_shown(where, end, monkeypatch, capfd, request):
    request.getfixturevalue(where).status = 401
    for name in ("KAGGLE_USERNAME", "KAGGLE_KEY", "KAGGLE_API_TOKEN"):
        monkeypatch.setenv(name, f"a-secret{end}")
    for _ in range(2):
        shown = refused(load_mnist, "")
        assert "a-secret" not in shown + "".join(capfd.readouterr())
        monkeypatch.delenv("KAGGLE_API_TOKEN", raising=False)


def test_malformed_credentials_are_named(kaggle, tmp_path, monkeypatch):
    words = f"a Kaggle account is set up on this machine, and malformed. {KEY}"
    (tmp_path / "kaggle.json").write_text("a-secret")
    refused(load_mnist, words)
    for token in ("a-secret\n", "a-secret\u2026"):
        monkeypatch.setenv("KAGGLE_API_TOKEN", token)
        refused(load_mnist, words)
    monkeypatch.delenv("KAGGLE_API_TOKEN")
    (tmp_path / "kaggle.json").unlink()
    kaggle.recovers()
