"""A stand-in for Kaggle's download service on the loopback, for the real kagglehub."""

from __future__ import annotations

import base64
import hashlib
import http.server
import io
import json
import ssl
import threading
import zipfile
from contextlib import suppress
from pathlib import Path
from urllib.parse import urlsplit

# A client without a time limit fails its test, and does not hang.
LONGEST_SILENCE = 20.0


class KaggleServer:
    """Serves `files`, name to content: the whole as a zip, or each alone."""

    def __init__(
        self, files: dict[str, bytes], tls: ssl.SSLContext | None = None
    ) -> None:
        self.files = files
        self.tls = tls
        self.asked_to_mount = False  # as Colab's own machines are
        self.requested: list[str] = []
        self.ranges: list[str] = []  # what downloads that go on asked for
        self.released = threading.Event()  # ends all silence
        self.heal()

    def heal(self) -> None:
        """Put back what may be changed for something to go wrong."""
        self.status = 0  # every request is answered with this error
        self.page = b""  # or with this page, and no error
        self.silent = ""  # until released: "at once" or "half-way"
        self.slow = 0.0  # seconds between any two pieces of the content
        self.hangs_up = False  # at once, without an answer
        self.cut = False  # the content ends half-way
        self.resumable = True
        self.md5: str | None = ""  # other than the right one, or none
        self.zipped = False  # a single file comes as a zip
        self.sends_to = "/blob"  # where the content lies
        self.tunnel = 0  # as a proxy, it answers with this error
        self.change = lambda content: content

    def __enter__(self) -> KaggleServer:
        handler = type("Handler", (_Handler,), {"kaggle": self})
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        if self.tls:
            secure = self.tls.wrap_socket(self._server.socket, server_side=True)
            self._server.socket = secure
        threading.Thread(target=self._server.serve_forever, args=(0.01,)).start()
        self.address = f"127.0.0.1:{self._server.server_port}"
        return self

    def __exit__(self, *_: object) -> None:
        self.released.set()
        self._server.shutdown()
        self._server.server_close()

    def blob(self, name: str) -> bytes:
        file = name.removesuffix(".zip")
        if file == name:
            return self.files[name]
        whole = name == "archive.zip"
        members = self.files if whole else {Path(file).name: self.files[file]}
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for member, content in members.items():
                archive.writestr(member, content)
        return buffer.getvalue()


class _Handler(http.server.BaseHTTPRequestHandler):
    kaggle: KaggleServer

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        kaggle, name = self.kaggle, asked.get("fileName") or "archive.zip"
        if urlsplit(self.path).path.startswith("/kagglehub/"):
            kaggle.asked_to_mount = True
            self.answer(200, b'{"slug": "mnist"}', {"Content-Type": "application/json"})
        elif kaggle.silent == "at once":
            self.keep_silent()
        elif kaggle.status:
            answer = json.dumps({"code": kaggle.status, "message": "no"}).encode()
            self.answer(kaggle.status, answer, {"Content-Type": "application/json"})
        elif kaggle.page:
            self.answer(200, kaggle.page, {"Content-Type": "text/html"})
        elif not kaggle.hangs_up:
            kaggle.requested.append(name)
            name += ".zip" if kaggle.zipped and name != "archive.zip" else ""
            self.answer(302, b"", {"Location": f"{kaggle.sends_to}/{name}"})

    def do_CONNECT(self) -> None:
        self.answer(self.kaggle.tunnel, b"", {"Proxy-Authenticate": "Basic"})

    def do_GET(self) -> None:
        kaggle = self.kaggle
        path = urlsplit(self.path).path
        content = kaggle.change(kaggle.blob(path.removeprefix("/blob/")))
        headers = {"Accept-Ranges": "bytes"} if kaggle.resumable else {}
        if kaggle.md5 is not None:
            right = base64.b64encode(hashlib.md5(content).digest()).decode()
            headers["x-goog-hash"] = f"crc32c=AAAAAA==,md5={kaggle.md5 or right}"
        if not (kaggle.resumable and "Range" in self.headers):
            return self.answer(200, content, headers)
        kaggle.ranges.append(self.headers["Range"])
        first = int(kaggle.ranges[-1].removeprefix("bytes=").removesuffix("-"))
        found = first < len(content)
        return self.answer(206 if found else 416, content[first:], headers)

    def answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in (headers | {"Content-Length": str(len(body))}).items():
            self.send_header(name, value)
        self.end_headers()
        kaggle, half = self.kaggle, len(body) // 2
        for first in range(0, half, 20_000):
            self.wfile.write(body[first : min(first + 20_000, half)])
            kaggle.released.wait(kaggle.slow)
        if body and kaggle.silent == "half-way":
            self.keep_silent()
        if not kaggle.cut:
            self.wfile.write(body[half:])

    def keep_silent(self) -> None:
        self.close_connection = True
        self.kaggle.released.wait(LONGEST_SILENCE)

    def handle_one_request(self) -> None:
        with suppress(ConnectionError):  # the client has hung up, as it should
            super().handle_one_request()

    def log_message(self, *_: object) -> None:
        pass
