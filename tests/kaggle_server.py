"""A stand-in for Kaggle's download service on the loopback, for the real kagglehub."""

from __future__ import annotations

import base64
import hashlib
import http.server
import io
import json
import os
import subprocess
import sys
import threading
import zipfile
from pathlib import Path

# kagglehub reads no address from the environment; its SDK keeps one for this name.
POINT_KAGGLEHUB_HERE = """\
from kagglesdk import kaggle_env
kaggle_env._env_to_endpoint[kaggle_env.KaggleEnv.LOCAL] = {address!r}
"""


class KaggleServer:
    """Serves `files`, name to content: the whole as a zip, or each alone.

    With a `status` every request is answered with that HTTP error instead.
    """

    def __init__(self, files: dict[str, bytes], status: int | None = None) -> None:
        self.files, self.status = files, status
        self.requested: list[str] = []

    def __enter__(self) -> KaggleServer:
        class Handler(_Handler):
            kaggle = self

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        serve = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        serve.daemon = True
        serve.start()
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def blob(self, name: str) -> bytes | None:
        if name != "archive.zip":
            return self.files.get(name)
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            for member, content in self.files.items():
                archive.writestr(member, content)
        return buffer.getvalue()


class _Handler(http.server.BaseHTTPRequestHandler):
    kaggle: KaggleServer

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.kaggle.status:
            answer = json.dumps({"code": self.kaggle.status, "message": "no"})
            return self.answer(self.kaggle.status, answer.encode())
        name = json.loads(body).get("fileName") or "archive.zip"
        self.kaggle.requested.append(name)
        return self.answer(302, b"", {"Location": f"/blob/{name}"})

    def do_GET(self) -> None:
        content = self.kaggle.blob(self.path.removeprefix("/blob/"))
        if content is None:
            return self.answer(404, b"{}")
        md5 = base64.b64encode(hashlib.md5(content).digest()).decode()
        return self.answer(200, content, {"x-goog-hash": f"md5={md5}"})

    def answer(
        self, status: int, body: bytes, headers: dict[str, str] | None = None
    ) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Keep the tests' output free of a line for every request."""


def run_against(
    address: str, code: str, cache: Path
) -> subprocess.CompletedProcess[str]:
    """Run Python code whose kagglehub finds Kaggle at `address`, and nothing else."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("KAGGLE") and not name.lower().endswith("_proxy")
    }
    environment |= {
        "KAGGLEHUB_CACHE": str(cache),
        "KAGGLE_CONFIG_DIR": str(cache),  # holds no credentials
        "KAGGLE_API_ENVIRONMENT": "LOCALHOST",
    }
    script = POINT_KAGGLEHUB_HERE.format(address=address) + code
    return subprocess.run(
        [sys.executable, "-c", script],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
