"""The loaders with the real kagglehub, against a server that answers, or fails to."""

from __future__ import annotations

import errno
import ssl
import subprocess
import sys

import pytest
import requests

from tests.datasets.kaggle_here import CIFAR10_FILE, DATASETS, NO_NETWORK_NEEDED, fails
from tests.datasets.kaggle_server import KaggleServer
from tests.support.thorough import every_third
from xcorr_helpers.datasets import DatasetError, load_cifar10, load_mnist
from xcorr_helpers.datasets.kaggle_program import KEY, MALFORMED, SIGN_IN, explained

NOWHERE = "127.0.0.1:9"  # no one listens at the port "discard"


def test_mnist_is_downloaded_once_with_progress_shown(kaggle_apart, capfd, monkeypatch):
    monkeypatch.setenv("KAGGLE_KERNEL_RUN_TYPE", "Interactive")  # as on Kaggle itself
    monkeypatch.setenv("KAGGLE_DATA_PROXY_URL", f"http://{NOWHERE}")
    labels = load_mnist("test", source="kaggle").labels
    assert labels.tolist() == [5, 6, 7, 8, 9, 0, 1, 2, 3, 4, 5]
    progress = capfd.readouterr().err
    assert "100%|██████████|" in progress and "B/s]" in progress
    assert kaggle_apart.requested == ["archive.zip"]
    monkeypatch.setattr(sys, "executable", None)  # no program is needed any more
    assert load_mnist("test", source="kaggle").images.shape == (11, 28, 28)
    assert load_mnist("train", source="kaggle").images.shape == (12, 28, 28)
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("zipped", [False, True])
def test_of_cifar10_only_the_files_of_the_split_are_downloaded(kaggle, zipped):
    kaggle.zipped = zipped
    assert load_cifar10("test", source="kaggle").labels.tolist() == [6, 0]
    assert kaggle.requested == [CIFAR10_FILE]


AGAIN = "Check the network connection and try again"
CUT = f"the connection was cut. {AGAIN}"
SILENT = "nothing came from the server for 2 seconds. Try again later, or with a longer"
DAMAGED = "the archive that arrived is damaged. Try again"
NO_ARCHIVE = f"what arrived is no archive. {SIGN_IN}"
NOT_THAT = "what arrived is not what was sent (its MD5 differs). Try again"
NO_NAME = f"the name of the server cannot be looked up. {AGAIN}"
NO_TLS = f"no secure connection to the server can be made. {SIGN_IN}"
NO_SERVER = f"there is no connection to the server. {AGAIN}"
NO_ACCOUNT = (
    "though no account is needed, and none is used here. The network may not let"
)
PAGE = b"<html>Sign in to the network</html>"
FAULTS = {
    "error": ({"status": 403}, f"the server answered with the error 403, {NO_ACCOUNT}"),
    "page": ({"page": PAGE}, NO_ARCHIVE),
    "hang-up": ({"hangs_up": True}, CUT),
    "cut": ({"cut": True}, CUT),
    "cut for good": ({"cut": True, "resumable": False}, CUT),
    "silence": ({"silent": "at once"}, SILENT),
    "silence half-way": ({"silent": "half-way"}, SILENT),
    "MD5": ({"md5": "1B2M2Y8AsgTpgAmY7PhCfg=="}, NOT_THAT),
    "no archive": ({"change": lambda _: b"x" * 5000}, NO_ARCHIVE),
    "CRC": ({"change": lambda all: all.replace(bytes(784), b"x" * 784, 1)}, DAMAGED),
    "name": ({"sends_to": "https://nowhere.invalid"}, NO_NAME),
    "TLS": ({"sends_to": "https://{}"}, NO_TLS),
    "server": ({"sends_to": f"https://{NOWHERE}"}, NO_SERVER),
}
KEPT_TO_GO_ON = {"cut", "cut for good", "silence half-way"}


@pytest.mark.parametrize("fault", every_third(FAULTS))
def test_a_fault_is_explained_and_the_next_call_recovers(fault, request):
    silence = "silence" in fault
    kaggle = request.getfixturevalue("kaggle_apart" if silence else "kaggle")
    how, words = FAULTS[fault]
    vars(kaggle).update(how)
    kaggle.sends_to = kaggle.sends_to.format(kaggle.address)
    home = kaggle.archive.parent
    for path in (home / "2.archive", home / "versions/1/mine"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("mine")
    fails(words, timeout=2 if silence else 30)
    assert kaggle.archive.exists() == (fault in KEPT_TO_GO_ON)
    goes_on = fault in KEPT_TO_GO_ON - {"cut for good"}
    ranges = [f"bytes={kaggle.archive.stat().st_size}-"] if goes_on else []
    kaggle.recovers()
    assert fault == "cut for good" or kaggle.ranges == ranges
    assert (home / "2.archive").read_text() == "mine"
    assert (home / "versions/1/mine").read_text() == "mine"
    assert not kaggle.archive.exists()


ONE_FILE_FAULTS = [
    ({"status": 404}, "the server answered with the error 404"),
    ({"cut": True}, CUT),
    ({"cut": True, "zipped": True}, CUT),
    ({"change": lambda file: file.replace(b"data", b"date"), "zipped": True}, DAMAGED),
]


@pytest.mark.parametrize("how, words", ONE_FILE_FAULTS)
def test_a_fault_with_one_file_alone(kaggle, how, words):
    vars(kaggle).update(how)
    fails(words, load_cifar10)
    kaggle.recovers(load_cifar10)


def test_what_arrives_slowly_arrives(kaggle_apart):
    """The limit is one to silence, not to the whole."""
    kaggle_apart.files["long"], kaggle_apart.slow = bytes(600_000), 0.2
    assert len(load_mnist(source="kaggle", timeout=2).images) == 12


def test_a_proxy_that_does_not_answer(kaggle, monkeypatch):
    with monkeypatch.context() as patches:
        patches.setenv("http_proxy", f"http://{NOWHERE}")
        fails("the proxy does not answer. Check the proxy settings and try again")
    kaggle.recovers()


REFUSALS = {
    407: "the proxy wants a name and a password (407). Put them into its address, as "
    "in HTTPS_PROXY=http://NAME:PASSWORD@HOST:PORT, and try again",
    403: "the proxy does not let you through to the server (403). Ask those who run "
    "the network, or try again on another",
    502: "the proxy cannot reach the server (502). Try again later, or on another "
    "network",
}


@pytest.mark.parametrize("status", REFUSALS)
def test_a_proxy_that_answers_is_not_said_to_be_silent(kaggle, status, monkeypatch):
    """It is asked for a tunnel, as there is no other way to what is encrypted."""
    with monkeypatch.context() as patches:
        patches.setenv("https_proxy", f"http://{kaggle.address}")
        kaggle.tunnel, kaggle.sends_to = status, "https://storage.invalid"
        fails(REFUSALS[status])
    kaggle.recovers()


def test_a_proxy_that_stands_before_an_open_server_is_told_from_it(kaggle):
    kaggle.status = 407
    fails(REFUSALS[407])


@pytest.fixture
def certificate(tmp_path):
    """One that nobody here trusts, with its key, as such a network has."""
    made, key = tmp_path / "certificate.pem", tmp_path / "key.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    command += ["-subj", "/CN=network", "-addext", "subjectAltName=IP:127.0.0.1"]
    try:
        command += ["-keyout", str(key), "-out", str(made)]
        subprocess.run(command, check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("needs openssl, to make a certificate")
    return made, key


def test_a_network_with_certificates_of_its_own(kaggle, certificate, monkeypatch):
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(*certificate)
    with KaggleServer(kaggle.files, tls) as secure:
        kaggle.sends_to = f"https://{secure.address}/blob"
        said = fails("the server's certificate is not trusted here")
        assert "REQUESTS_CA_BUNDLE" in said and SIGN_IN not in said
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate[0]))
        assert len(load_mnist(source="kaggle").images) == 12, "what is advised helps"


def test_on_colab_nothing_is_waited_for_that_may_never_come(kaggle_apart, monkeypatch):
    """kagglehub would wait for Colab to mount the files, and without a limit."""
    monkeypatch.setenv("TBE_RUNTIME_ADDR", kaggle_apart.address)
    monkeypatch.setenv("COLAB_CACHE_MOUNT_FOLDER", str(kaggle_apart.cache / "nothing"))
    assert len(load_mnist(source="kaggle", timeout=10).images) == 12
    assert not kaggle_apart.asked_to_mount


@pytest.mark.parametrize("status", [401, 403])
def test_a_key_is_named_only_where_there_is_one(kaggle, status, monkeypatch):
    kaggle.status = status
    words = f"the server answered with the error {status}"
    fails(f"{words}, {NO_ACCOUNT}")
    monkeypatch.setenv("KAGGLE_USERNAME", "somebody")
    monkeypatch.setenv("KAGGLE_KEY", "a-secret")
    fails(f"{words}. {KEY}")


def test_without_kagglehub(kaggle_apart, tmp_path, monkeypatch):
    (tmp_path / "kagglehub.py").write_text("raise ImportError")
    monkeypatch.syspath_prepend(tmp_path)
    fails(
        "it needs the package kagglehub. Install it by `pip install "
        '"xcorr-helpers[kaggle]"`, or use source="sample"'
    )


def answered(status: int) -> requests.HTTPError:
    response = requests.Response()
    response.status_code = status
    return requests.HTTPError("a-secret", response=response)


ERRORS = [
    (answered(401), NO_ACCOUNT),
    (answered(404), "Kaggle may have moved the dataset: try again later"),
    (answered(429), "Kaggle is asked too often from this network: try again in some"),
    (answered(500), "the server answered with the error 500. Try again later"),
    (requests.JSONDecodeError("a-secret", "", 0), "answer is not Kaggle's (JSONDecod"),
    (OSError(errno.ENOSPC, "reason", "place"), "reason (place). Make room, or"),
    (
        OSError(errno.EROFS, "reason", "place"),
        "reason (place). Make it writable, or",
    ),
    (OSError("a-secret"), "it cannot be stored: OSError. Make it writable, or set"),
    (RuntimeError("a-secret"), "kagglehub failed with RuntimeError. Try again later"),
]


@pytest.mark.parametrize("error, words", ERRORS)
def test_an_error_is_explained_and_not_repeated(error, words):
    assert words in explained(error)
    assert "a-secret" not in explained(error)


# What has arrived is wrong, though the server says that it is right.


@pytest.mark.parametrize("load", DATASETS)
def test_other_content_is_not_kept(kaggle, load):
    name = "t10k-labels.idx1-ubyte" if load is load_mnist else CIFAR10_FILE
    right, kaggle.files[name] = kaggle.files[name], PAGE
    for _ in range(2):
        with pytest.raises(DatasetError, match="it is a page of HTML") as caught:
            load(source="kaggle")
        end = f". It is not kept. {SIGN_IN}, {NO_NETWORK_NEEDED}"
        assert str(caught.value).endswith(end)
    kaggle.files[name] = right
    kaggle.recovers(load)


@pytest.mark.parametrize("md5", ["", pytest.param(None, marks=pytest.mark.weekly)])
@pytest.mark.parametrize("left", ["too long", "half", "as long", "empty", "whole"])
@pytest.mark.parametrize("load", DATASETS)
def test_a_left_over_is_no_obstacle(kaggle, left, md5, load):
    """As a call of kagglehub itself leaves one, if damaged, for good."""
    file = kaggle.archive
    if load is load_cifar10:
        file = file.parents[2] / DATASETS[load] / "versions/1" / CIFAR10_FILE
    whole = kaggle.blob("archive.zip" if load is load_mnist else CIFAR10_FILE)
    size = len(whole)
    sizes = {"too long": size + 9, "half": size // 2, "as long": size, "empty": 0}
    file.parent.mkdir(parents=True)
    file.write_bytes(whole if left == "whole" else b"x" * sizes[left])
    kaggle.md5 = md5
    assert len(load(source="kaggle").images) in (12, 2)
    assert not kaggle.archive.exists()


# Credentials.


@pytest.mark.parametrize("where", ["kaggle", "kaggle_apart"])
@pytest.mark.parametrize("end", every_third(["", "\n", "\u2026"]))
def test_no_credential_is_shown(where, end, monkeypatch, capfd, request):
    request.getfixturevalue(where).status = 401
    for name in ("KAGGLE_USERNAME", "KAGGLE_KEY", "KAGGLE_API_TOKEN"):
        monkeypatch.setenv(name, f"a-secret{end}")
    for _ in range(2):
        assert "a-secret" not in fails("") + "".join(capfd.readouterr())
        monkeypatch.delenv("KAGGLE_API_TOKEN", raising=False)


def test_malformed_credentials_are_named(kaggle, tmp_path, monkeypatch):
    (tmp_path / "kaggle.json").write_text("a-secret")
    fails(MALFORMED)
    for token in ("a-secret\n", "a-secret\u2026"):
        monkeypatch.setenv("KAGGLE_API_TOKEN", token)
        fails(MALFORMED)
    monkeypatch.delenv("KAGGLE_API_TOKEN")
    (tmp_path / "kaggle.json").unlink()
    kaggle.recovers()
