"""A stand-in for Kaggle's download service on the loopback, for the real kagglehub."""

from __future__ import annotations

import base64
import hashlib
import http.server
import io
import json
import threading
import zipfile
from pathlib import Path
from urllib.parse import urlsplit

# A client without a time limit fails its test, and does not hang.
LONGEST_SILENCE = 20.0


class KaggleServer:
    """Serves `files`, name to content: the whole as a zip, or each alone.

    kagglehub comes here by way of `http_proxy`. The attributes that `heal` sets say
    what goes wrong, and may be changed between two requests.
    """

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files
        self.requested: list[str] = []
        self.ranges: list[str] = []  # what downloads that go on asked for
        self.released = threading.Event()  # ends all silence
        self.heal()

    def heal(self) -> None:
        self.status: int | None = None  # every request is answered with this error
        self.page: bytes | None = None  # or with this page, and no error
        self.page_kind = "text/html"
        # No answer until released: "at once", "then" for the content, or "half-way".
        self.silent: str | None = None
        self.slow = 0.0  # seconds between any two pieces of 20,000 bytes
        self.hangs_up = False  # at once, without an answer
        self.cut = False  # the content ends half-way
        self.resumable = True
        self.md5: str | None = ""  # other than the right one, or none
        self.zipped = False  # a single file comes as a zip
        self.sends_to = "/blob"  # where the content lies
        self.change = lambda content: content

    def __enter__(self) -> KaggleServer:
        handler = type("Handler", (_Handler,), {"kaggle": self})
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        serve = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        serve.daemon = True
        serve.start()
        self.address = f"127.0.0.1:{self._server.server_port}"
        return self

    def __exit__(self, *_: object) -> None:
        self.released.set()
        self._server.shutdown()
        self._server.server_close()

    def blob(self, name: str) -> bytes | None:
        members = self.files
        if name != "archive.zip":
            content = self.files.get(name.removesuffix(".zip"))
            if content is None or not self.zipped:
                return content
            members = {Path(name).stem: content}
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for member, content in members.items():
                archive.writestr(member, content)
        return buffer.getvalue()


class _Handler(http.server.BaseHTTPRequestHandler):
    kaggle: KaggleServer

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        kaggle = self.kaggle
        if kaggle.silent == "at once":
            return self.keep_silent()
        if kaggle.hangs_up:
            return None
        if kaggle.status:
            answer = json.dumps({"code": kaggle.status, "message": "no"})
            return self.answer(kaggle.status, answer.encode(), kind="application/json")
        if kaggle.page is not None:
            return self.answer(200, kaggle.page, kind=kaggle.page_kind)
        name = json.loads(body).get("fileName") or "archive.zip"
        kaggle.requested.append(name)
        if kaggle.zipped and name != "archive.zip":
            name += ".zip"
        return self.answer(302, b"", Location=f"{kaggle.sends_to}/{name}")

    def do_GET(self) -> None:
        kaggle = self.kaggle
        if kaggle.silent == "then":
            return self.keep_silent()
        content = kaggle.blob(urlsplit(self.path).path.removeprefix("/blob/"))
        if content is None:
            return self.answer(404, b"{}")
        content = kaggle.change(content)
        headers = {"Accept-Ranges": "bytes"} if kaggle.resumable else {}
        if kaggle.md5 is not None:
            right = base64.b64encode(hashlib.md5(content).digest()).decode()
            headers["x-goog-hash"] = f"crc32c=AAAAAA==,md5={kaggle.md5 or right}"
        asked = self.headers.get("Range") if kaggle.resumable else None
        if asked is None:
            return self.answer(200, content, **headers)
        kaggle.ranges.append(asked)
        first = int(asked.removeprefix("bytes=").removesuffix("-"))
        if first >= len(content):
            return self.answer(416, b"no such range")
        return self.answer(206, content[first:], **headers)

    def answer(self, status: int, body: bytes, kind: str = "", **headers: str) -> None:
        headers |= {"Content-Length": str(len(body))}
        headers |= {"Content-Type": kind} if kind else {}
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        kaggle, half = self.kaggle, len(body) // 2
        if kaggle.slow:
            for first in range(0, half, 20_000):
                self.wfile.write(body[first : min(first + 20_000, half)])
                kaggle.released.wait(kaggle.slow)
        else:
            self.wfile.write(body[:half])
        if body and kaggle.silent == "half-way":
            self.keep_silent()
        if not kaggle.cut:
            self.wfile.write(body[half:])

    def keep_silent(self) -> None:
        self.close_connection = True
        self.kaggle.released.wait(LONGEST_SILENCE)

    def handle_one_request(self) -> None:
        try:
            super().handle_one_request()
        except ConnectionError:  # the client has hung up, as it should
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Keep the tests' output free of a line for every request."""
