"""Why a download failed and what to do about it, in a learner's words.

No text of a request's own error is repeated: it may hold the signed address of a file,
or the key of a Kaggle account.
"""

from __future__ import annotations

import errno
import socket
import tarfile
import zipfile
import zlib
from collections.abc import Iterator

__all__ = ["explained"]

CHECK_NETWORK = "Check the network connection and try again"
TRY_LATER = "Try again later"
SIGN_IN = (
    "Open any page in a browser, since the network may want you to sign in first, and "
    "try again"
)
KEY = (
    "The dataset is public, but the key of a Kaggle account that is set up on this "
    "machine must be valid: renew it or remove it"
)
BY_STATUS = {
    401: KEY,
    403: KEY,
    404: "Kaggle may have moved the dataset: try again later",
    429: "Kaggle is asked too often from this network: try again in some minutes",
}
ELSEWHERE = "set the environment variable KAGGLEHUB_CACHE to a folder elsewhere"
MAKE_ROOM = f"Make room, or {ELSEWHERE}"
MAKE_WRITABLE = f"Make it writable, or {ELSEWHERE}"


def explained(error: Exception, timeout: float) -> tuple[str, str]:
    """Return what happened and what to do, each without a full stop."""
    import filelock
    import requests  # kagglehub's own
    from kagglehub.exceptions import DataCorruptionError

    response = getattr(error, "response", None)
    if response is not None:
        status = response.status_code
        return (
            f"the server answered with the error {status}",
            BY_STATUS.get(status, TRY_LATER),
        )
    if _is_of_credentials(error):
        return "a Kaggle account is set up on this machine, and malformed", KEY
    if isinstance(error, requests.RequestException):
        return _explained_request(error, timeout)
    if isinstance(error, filelock.Timeout):
        what = (
            f"another process is at it, and has got no further for {timeout:g} seconds"
        )
        return what, "Try again when it has ended"
    if isinstance(error, DataCorruptionError):
        return "what arrived is not what was sent (its MD5 differs)", "Try again"
    if isinstance(error, (zipfile.BadZipFile, tarfile.TarError, zlib.error, EOFError)):
        return "the archive that arrived is damaged", "Try again"
    if isinstance(error, ValueError) and "archive" in str(error):
        return "what arrived is no archive", SIGN_IN
    if isinstance(error, OSError):
        reason = error.strerror or type(error).__name__
        place = "" if error.filename is None else f" ({error.filename})"
        full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        what = f"it cannot be stored: {reason}{place}"
        return what, MAKE_ROOM if full else MAKE_WRITABLE
    return f"kagglehub failed with {type(error).__name__}", TRY_LATER


def _is_of_credentials(error: Exception) -> bool:
    """Tell whether an account's key could not be read, or not be sent as a header."""
    import requests

    if isinstance(error, (requests.exceptions.InvalidHeader, UnicodeEncodeError)):
        return True
    of_text = isinstance(error, ValueError) and not isinstance(error, OSError)
    return of_text and ("credentials" in str(error) or "header value" in str(error))


def _explained_request(error: Exception, timeout: float) -> tuple[str, str]:
    import requests

    causes = list(_causes(error))

    def is_due_to(*kinds: type[BaseException]) -> bool:
        return any(isinstance(cause, kinds) for cause in causes)

    if is_due_to(socket.gaierror):
        return "the name of the server cannot be looked up", CHECK_NETWORK
    if is_due_to(requests.exceptions.SSLError):
        return "no secure connection to the server can be made", SIGN_IN
    if is_due_to(requests.exceptions.ProxyError):
        return "the proxy does not answer", "Check the proxy settings and try again"
    if is_due_to(TimeoutError, requests.Timeout):
        what = f"nothing came from the server for {timeout:g} seconds"
        return what, "Try again later, or with a longer timeout"
    if is_due_to(ConnectionResetError, requests.exceptions.ChunkedEncodingError):
        return "the connection was cut", CHECK_NETWORK
    if is_due_to(requests.ConnectionError):
        return "there is no connection to the server", CHECK_NETWORK
    what = f"the server's answer is not Kaggle's ({type(error).__name__})"
    return what, SIGN_IN


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """Go from requests' error to urllib3's and on to the socket's."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
