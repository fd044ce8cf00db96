"""A program that has kagglehub download, and says what went wrong, if anything.

It repeats no text of a request's own error, which may hold a signed address or a key.
"""

import errno
import json
import math
import os
import re
import signal
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Any, TextIO

CHECK_NETWORK = "Check the network connection and try again"
SIGN_IN = (
    "Open any page in a browser, since the network may want you to sign in first, and "
    "try again"
)
KEY = (
    "The dataset is public, but the key of a Kaggle account that is set up on this "
    "machine must be valid: renew it or remove it"
)
ELSEWHERE_OR_LATER = "Try again later, or on another network"
STATUS = "the server answered with the error {status}"
MALFORMED = f"a Kaggle account is set up on this machine, and malformed. {KEY}"
NOT_STORED = "it cannot be stored: {reason}"
ELSEWHERE = "or set the environment variable KAGGLEHUB_CACHE to a folder elsewhere"
FAULTS = {  # by what is to be found in an error, its classes, or those of its causes
    "^(proxy|status) 407": "the proxy wants a name and a password (407). Put them into "
    "its address, as in HTTPS_PROXY=http://NAME:PASSWORD@HOST:PORT, and try again",
    "^proxy 403": "the proxy does not let you through to the server (403). Ask those "
    "who run the network, or try again on another",
    "^proxy": f"the proxy cannot reach the server ({{status}}). {ELSEWHERE_OR_LATER}",
    "^status 40[13] with a key": f"{STATUS}. {KEY}",
    "^status 40[13]": f"{STATUS}, though no account is needed, and none is used here. "
    f"The network may not let you through. {ELSEWHERE_OR_LATER}",
    "^status 404": f"{STATUS}. Kaggle may have moved the dataset: try again later",
    "^status 429": f"{STATUS}. Kaggle is asked too often from this network: try again "
    "in some minutes",
    "^status": f"{STATUS}. Try again later",
    "InvalidHeader|UnicodeEncodeError": MALFORMED,
    "gaierror": f"the name of the server cannot be looked up. {CHECK_NETWORK}",
    "CERTIFICATE_VERIFY_FAILED": "the server's certificate is not trusted here, as on "
    "a network with certificates of its own. Set the environment variable "
    "REQUESTS_CA_BUNDLE to the file of them, which those who run the network have, and "
    "try again",
    "SSLError": f"no secure connection to the server can be made. {SIGN_IN}",
    "ConnectionReset|ChunkedEncoding": f"the connection was cut. {CHECK_NETWORK}",
    "ProxyError": "the proxy does not answer. Check the proxy settings and try again",
    "ConnectionError": f"there is no connection to the server. {CHECK_NETWORK}",
    "RequestException": f"the server's answer is not Kaggle's ({{name}}). {SIGN_IN}",
    "ImportError": "it needs the package kagglehub. Install it by `pip install "
    '"xcorr-helpers[kaggle]"`',
    "ENOSPC|EDQUOT|EFBIG": f"{NOT_STORED}. Make room, {ELSEWHERE}",
    "OSError": f"{NOT_STORED}. Make it writable, {ELSEWHERE}",
    "DataCorruption": "what arrived is not what was sent (its MD5 differs). Try again",
    "BadZip|tarfile|zlib|EOFError": "the archive that arrived is damaged. Try again",
    "credentials|header value": MALFORMED,
    "archive": f"what arrived is no archive. {SIGN_IN}",
    "": "kagglehub failed with {name}. Try again later",
}
SILENT = (
    "nothing came from the server for {:g} seconds. Try again later, or with a longer "
    "timeout"
)
NOT_ALONE = (
    "another process is at it, and has got no further for {:g} seconds. Try again when "
    "it has ended"
)


def main() -> None:
    """Try what the argument, in JSON, asks for; print what went wrong, if anything."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C ends it without a word
    answers, sys.stdout = sys.stdout, sys.stderr  # where kagglehub's own words go
    asked = json.loads(sys.argv[1])
    sys.modules["IPython"] = None  # type: ignore[assignment]  # slow, and of no use
    with suppress(ImportError):
        import kagglehub

        # In small pieces, for the watch to see them arrive; it sets the only limit.
        limits = {"DEFAULT_CONNECT_TIMEOUT": None, "DEFAULT_READ_TIMEOUT": None}
        vars(kagglehub.clients).update(limits, CHUNK_SIZE=2**14)
    threading.Thread(target=watch, args=(asked, answers), daemon=True).start()
    print(fault_of(asked), end="", file=answers)


def watch(asked: dict[str, Any], answers: TextIO) -> None:
    """End this process once nothing in the dataset's folder has grown for too long."""
    size, end = -1, math.inf
    while time.monotonic() < end:
        grown = 0
        with suppress(OSError):  # a file has just gone
            grown = sum(f.lstat().st_size for f in Path(asked["home"]).rglob("*"))
        if grown != size:
            size, end = grown, time.monotonic() + asked["timeout"]
        time.sleep(0.05)
    words = SILENT if asked.get("alone") else NOT_ALONE
    print(words.format(asked["timeout"]), end="", file=answers, flush=True)
    os._exit(1)


def fault_of(asked: dict[str, Any]) -> str:
    """Let kagglehub download; say what went wrong and what to do, if anything."""
    try:
        import filelock
        import kagglehub
        import requests  # kagglehub's own

        Path(asked["home"]).mkdir(parents=True, exist_ok=True)
        with filelock.FileLock(f"{asked['home']}/1.lock"):
            asked["alone"] = True
            try:
                kagglehub.dataset_download(asked["handle"], asked["file"])
            except requests.RequestException:
                raise  # and let the next call go on from what has arrived
            except Exception:
                for path in asked["left"]:
                    Path(path).unlink(missing_ok=True)
                raise
    except Exception as error:
        return explained(error)
    return ""


def explained(error: BaseException) -> str:
    """Say what happened and what to do."""
    response = getattr(error, "response", None)
    status = getattr(response, "status_code", None)
    found = f"status {status} " if status else ""
    request = getattr(response, "request", None)
    if "Authorization" in getattr(request, "headers", ()):
        found += "with a key "
    # How http.client puts what a proxy says when it is asked for the way to a server.
    if refused := re.search(r"Tunnel connection failed: (\d+)", str(error)):
        status = refused[1]
        found = f"proxy {status} "
    found += errno.errorcode.get(getattr(error, "errno", None) or 0, "")
    cause: BaseException | None = error
    while cause is not None:  # from requests' error to urllib3's and on to the socket's
        found += str(type(cause).mro())
        cause = cause.__cause__ or cause.__context__
    found += str(error)
    words = next(FAULTS[sign] for sign in FAULTS if re.search(sign, found))
    name = type(error).__name__
    reason = getattr(error, "strerror", None) or name
    place = getattr(error, "filename", None)
    reason += f" ({place})" if place else ""
    return words.format(status=status, name=name, reason=reason)


if __name__ == "__main__":
    main()
