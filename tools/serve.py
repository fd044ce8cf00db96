"""Serve the built book to this machine alone, and say where once it is to be seen.

python -m tools.serve [port]
"""

import argparse
import functools
import http.server
import os
from pathlib import Path

HTML = Path(__file__).parents[1] / "_build" / "html"
PORT = 8000


class Server(http.server.ThreadingHTTPServer):
    # Where Windows reuses an address, it shares it with who has it.
    allow_reuse_address = os.name != "nt"


def main(argv=None, html=HTML):
    parser = argparse.ArgumentParser(prog="python -m tools.serve")
    parser.add_argument("port", nargs="?", type=int, default=PORT)
    port = parser.parse_args(argv).port
    if not (html / "index.html").is_file():
        raise SystemExit("The book is not built: run `make book` first.")
    with started(port, html) as server:
        address = f"http://localhost:{server.server_port}"
        print(f"The book is at {address} (Ctrl-C ends it)", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()


def started(port, html):
    """Listen at a port, or end with what is in the way."""
    handler = functools.partial(
        http.server.SimpleHTTPRequestHandler, directory=str(html)
    )
    try:
        return Server(("127.0.0.1", port), handler)
    except (OSError, OverflowError) as error:
        why = getattr(error, "strerror", None) or error
        raise SystemExit(
            f"The book cannot be served at port {port} ({why}): another program may "
            f"have it. Choose another port: `make serve PORT={other(port)}`, or "
            f"`python -m tools.serve {other(port)}`."
        ) from None


def other(port):
    return port + 1 if 1024 <= port < 65535 else PORT


if __name__ == "__main__":
    main()
