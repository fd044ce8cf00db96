"""The loaders with the real kagglehub, against a server that answers, or fails to."""

from __future__ import annotations

import getpass
import threading
import traceback

import pytest

from tests.datasets.kaggle_here import NOWHERE
from tests.datasets.small_datasets import CIFAR10, MNIST
from xcorr_helpers.datasets import DatasetError, load_cifar10, load_mnist
from xcorr_helpers.datasets.time_limit import silence_limited

NO_NETWORK_NEEDED = 'or use source="sample", which is bundled and needs no network.'


def test_mnist_is_downloaded_once_with_progress_shown(kaggle, capfd):
    labels = load_mnist("test", source="kaggle").labels
    assert labels.tolist() == [5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5]
    progress = capfd.readouterr().err
    assert "100%|" in progress and "B/s]" in progress
    assert kaggle.requested == ["archive.zip"]
    kaggle.be_at(NOWHERE)
    assert load_mnist("test", source="kaggle").images.shape == (11, 28, 28)
    assert load_mnist("train", source="kaggle").images.shape == (12, 28, 28)
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("zipped", [False, True])
def test_of_cifar10_only_the_files_of_the_split_are_downloaded(kaggle, capfd, zipped):
    kaggle.zipped = zipped
    assert load_cifar10("test", source="kaggle").labels.tolist() == [6, 0]
    assert "100%|" in capfd.readouterr().err
    assert kaggle.requested == ["cifar-10-batches-py/test_batch"]
    kaggle.be_at(NOWHERE)
    assert load_cifar10("test", source="kaggle").images.shape == (2, 32, 32, 3)
    assert capfd.readouterr().err == ""


# What goes wrong: how, what the error says of it, and what it says to do.

AGAIN = "Check the network connection and try again"
KEY = (
    "The dataset is public, but the key of a Kaggle account that is set up on this "
    "machine must be valid: renew it or remove it"
)
SIGN_IN = (
    "Open any page in a browser, since the network may want you to sign in first, and "
    "try again"
)
SILENCE = "nothing came from the server for 0.3 seconds"
LONGER = "Try again later, or with a longer timeout"
PAGE = b"<html>Sign in to the network</html>"
SERVER_FAULTS = {
    "401": (
        {"status": 401},
        "the server answered with the error 401",
        KEY,
    ),
    "403": (
        {"status": 403},
        "the server answered with the error 403",
        KEY,
    ),
    "404": (
        {"status": 404},
        "the server answered with the error 404",
        "Kaggle may have moved the dataset: try again later",
    ),
    "429": (
        {"status": 429},
        "the server answered with the error 429",
        "Kaggle is asked too often from this network: try again in some minutes",
    ),
    "500": (
        {"status": 500},
        "the server answered with the error 500",
        "Try again later",
    ),
    "a page": ({"page": PAGE}, "what arrived is no archive", SIGN_IN),
    "a page for JSON": (
        {"page": PAGE, "page_kind": "application/json"},
        "the server's answer is not Kaggle's (JSONDecodeError)",
        SIGN_IN,
    ),
    "a hang-up": ({"hangs_up": True}, "the connection was cut", AGAIN),
    "a cut": ({"cut": True}, "the connection was cut", AGAIN),
    "a cut for good": (
        {"cut": True, "resumable": False},
        "the connection was cut",
        AGAIN,
    ),
    "silence at once": ({"silent": "at once"}, SILENCE, LONGER),
    "silence then": ({"silent": "then"}, SILENCE, LONGER),
    "silence half-way": ({"silent": "half-way"}, SILENCE, LONGER),
    "another MD5": (
        {"md5": "1B2M2Y8AsgTpgAmY7PhCfg=="},
        "what arrived is not what was sent (its MD5 differs)",
        "Try again",
    ),
    "no archive": (
        {"change": lambda content: b"x" * 5000},
        "what arrived is no archive",
        SIGN_IN,
    ),
    "a bad CRC": (
        {"change": lambda content: content.replace(bytes(784), b"x" * 784, 1)},
        "the archive that arrived is damaged",
        "Try again",
    ),
}
KEPT_TO_GO_ON = {"a cut", "a cut for good", "silence half-way"}


@pytest.mark.parametrize("fault", SERVER_FAULTS)
def test_mnist_from_a_server_with_a_fault(kaggle, fault):
    how, what, advice = SERVER_FAULTS[fault]
    vars(kaggle).update(how)
    home = kaggle.cache / "datasets" / MNIST
    neighbours = [
        home / "2.archive",
        home / "versions" / "1" / "notes.txt",
        home.parent / "other" / "1.archive",
    ]
    for path in neighbours:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("mine")
    with pytest.raises(DatasetError) as caught:
        load_mnist(source="kaggle", timeout=0.3)
    assert str(caught.value) == (
        f"{MNIST} could not be downloaded from Kaggle: {what}. "
        f"{advice}, {NO_NETWORK_NEEDED}"
    )
    assert (home / "1.archive").exists() == (fault in KEPT_TO_GO_ON)
    kaggle.released.set()
    kaggle.recovers()
    assert [path.read_text() for path in neighbours] == ["mine"] * 3
    assert not (home / "1.archive").exists()


@pytest.mark.parametrize("fault", ["403", "404", "a cut", "silence half-way"])
@pytest.mark.parametrize("zipped", [False, True])
def test_cifar10_from_a_server_with_a_fault(kaggle, fault, zipped):
    how, what, advice = SERVER_FAULTS[fault]
    vars(kaggle).update(how, zipped=zipped)
    with pytest.raises(DatasetError) as caught:
        load_cifar10(source="kaggle", timeout=0.3)
    assert str(caught.value) == (
        f"{CIFAR10} could not be downloaded from Kaggle: {what}. "
        f"{advice}, {NO_NETWORK_NEEDED}"
    )
    kaggle.released.set()
    kaggle.recovers(load_cifar10)


def test_a_cifar10_file_in_a_damaged_zip(kaggle):
    kaggle.zipped = True
    kaggle.change = lambda content: content.replace(b"batch_label", b"batch_lapel")
    with pytest.raises(DatasetError, match="the archive that arrived is damaged"):
        load_cifar10(source="kaggle")
    folder = kaggle.cache / "datasets" / CIFAR10 / "versions/1/cifar-10-batches-py"
    assert list(folder.iterdir()) == []
    kaggle.recovers(load_cifar10)


def test_a_download_goes_on_where_it_was_cut(kaggle):
    kaggle.cut = True
    with pytest.raises(DatasetError, match="the connection was cut"):
        load_mnist(source="kaggle")
    arrived = (kaggle.cache / "datasets" / MNIST / "1.archive").stat().st_size
    assert arrived >= 1_000_000
    kaggle.recovers()
    assert kaggle.ranges == [f"bytes={arrived}-"]


@pytest.mark.parametrize(
    ("address", "what", "advice"),
    [
        (NOWHERE, "there is no connection to the server", AGAIN),
        (
            "http://nowhere.invalid",
            "the name of the server cannot be looked up",
            AGAIN,
        ),
        (
            "https://127.0.0.1:{port}",  # which speaks no TLS
            "no secure connection to the server can be made",
            SIGN_IN,
        ),
    ],
)
def test_offline_and_then_online(kaggle, address, what, advice):
    kaggle.be_at(address.format(port=kaggle.address.rpartition(":")[2]))
    with pytest.raises(DatasetError) as caught:
        load_mnist(source="kaggle")
    assert str(caught.value) == (
        f"{MNIST} could not be downloaded from Kaggle: {what}. "
        f"{advice}, {NO_NETWORK_NEEDED}"
    )
    kaggle.recovers()


def test_a_proxy_that_does_not_answer(kaggle, monkeypatch):
    kaggle.be_at("http://kaggle.invalid")
    monkeypatch.setenv("http_proxy", NOWHERE)
    with pytest.raises(DatasetError, match=r"the proxy does not answer. Check the pro"):
        load_mnist(source="kaggle")
    monkeypatch.delenv("http_proxy")
    kaggle.recovers()


# What has arrived is wrong, and the server says that it is right.


@pytest.mark.parametrize("name", ["train-images.idx3-ubyte", "t10k-labels.idx1-ubyte"])
def test_an_archive_with_another_mnist_is_not_kept(kaggle, name):
    right = kaggle.files[name]
    kaggle.files[name] = right[:-1] + b"\7"
    for _ in range(2):
        with pytest.raises(DatasetError) as caught:
            load_mnist(source="kaggle")
        path = kaggle.cache / "datasets" / MNIST / "versions" / "1" / name
        assert str(caught.value) == (
            f"{path}: the file is not MNIST's: its MD5 is not the expected one. "
            f"It is not kept. {SIGN_IN}, {NO_NETWORK_NEEDED}"
        )
    kaggle.files[name] = right
    kaggle.recovers()


def test_a_page_in_the_place_of_a_cifar10_file_is_not_kept(kaggle):
    kaggle.page = PAGE
    with pytest.raises(DatasetError, match="it is not a batch of CIFAR-10") as caught:
        load_cifar10(source="kaggle")
    assert str(caught.value).endswith(f"It is not kept. {SIGN_IN}, {NO_NETWORK_NEEDED}")
    kaggle.recovers(load_cifar10)


LEFT_OVER = {
    "of another size": b"x" * 4_000_000,
    "that is wrong": b"x" * 2_000_000,
    "of the same size": None,
    "of nothing": b"",
}


@pytest.mark.parametrize("md5", ["", None])
@pytest.mark.parametrize("left", LEFT_OVER)
def test_a_damaged_archive_from_before_is_no_obstacle(kaggle, left, md5):
    """As a call of kagglehub itself leaves one, for good."""
    archive = kaggle.cache / "datasets" / MNIST / "1.archive"
    archive.parent.mkdir(parents=True)
    content = LEFT_OVER[left]
    if content is None:
        content = b"x" * len(kaggle.blob("archive.zip"))
    archive.write_bytes(content)
    kaggle.md5 = md5
    assert len(load_mnist(source="kaggle").images) == 12
    assert not archive.exists()


def test_a_damaged_file_from_before_is_no_obstacle(kaggle):
    name = "cifar-10-batches-py/test_batch"
    file = kaggle.cache / "datasets" / CIFAR10 / "versions" / "1" / name
    file.parent.mkdir(parents=True)
    file.write_bytes(b"x" * len(kaggle.files[name]))
    assert len(load_cifar10(source="kaggle").images) == 2


# The time limit.


def test_the_requests_of_other_threads_keep_their_own_time_limit(monkeypatch):
    from requests.adapters import HTTPAdapter

    limits = []
    monkeypatch.setattr(
        HTTPAdapter,
        "send",
        lambda self, request, stream, timeout: limits.append(timeout),
    )
    with silence_limited(7):
        HTTPAdapter().send("a request", timeout=3)
        other = threading.Thread(target=HTTPAdapter().send, args=("a request", True, 3))
        other.start()
        other.join()
    assert limits == [7, 3]


# Credentials.


@pytest.mark.parametrize("fault", ["401", "silence then"])
@pytest.mark.parametrize("end", ["", "\n", "\u2026"])
def test_no_credential_is_asked_for_or_shown(kaggle, fault, end, monkeypatch, capfd):
    def ask(*_, **__):
        raise AssertionError("a credential was asked for")

    monkeypatch.setattr("builtins.input", ask)
    monkeypatch.setattr(getpass, "getpass", ask)
    monkeypatch.setenv("KAGGLE_USERNAME", "a-secret-name" + end)
    monkeypatch.setenv("KAGGLE_KEY", "a-secret-key" + end)
    vars(kaggle).update(SERVER_FAULTS[fault][0])
    for token in (None, "a-secret-token" + end):
        if token:
            monkeypatch.setenv("KAGGLE_API_TOKEN", token)
        with pytest.raises(DatasetError) as caught:
            load_mnist(source="kaggle", timeout=0.3)
        seen = "".join(traceback.format_exception(caught.value))
        assert "a-secret" not in seen + "".join(capfd.readouterr())
    kaggle.released.set()


def test_malformed_credentials_are_named_and_not_shown(kaggle, tmp_path, monkeypatch):
    expected = (
        f"{MNIST} could not be downloaded from Kaggle: a Kaggle account is set up on "
        f"this machine, and malformed. {KEY}, {NO_NETWORK_NEEDED}"
    )
    (tmp_path / "kaggle.json").write_text("a-secret")
    for token in (None, "a-secret\n", "a-secret\u2026"):
        if token:
            monkeypatch.setenv("KAGGLE_API_TOKEN", token)
        with pytest.raises(DatasetError) as caught:
            load_mnist(source="kaggle")
        assert str(caught.value) == expected
        assert caught.value.__suppress_context__
    monkeypatch.delenv("KAGGLE_API_TOKEN")
    (tmp_path / "kaggle.json").unlink()
    kaggle.recovers()
