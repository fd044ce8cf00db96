"""Serve the built book to this machine alone, and say where once it is to be seen.

python -m tools.serve [port]
"""

import argparse
import errno
import functools
import http.server
import os
from pathlib import Path

from .browser import QuietHandler

HTML = Path(__file__).parents[1] / "_build" / "html"
PORT = 8000
TRIED = 100  # ports, one after the other
# Windows says the second of a port that another program keeps for itself.
TAKEN = (errno.EADDRINUSE, errno.EACCES)


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
        if server.server_port != port and port:
            print(f"Port {port} is taken: here is the next that is free.")
        address = f"http://127.0.0.1:{server.server_port}"
        print(f"The book is at {address} (Ctrl-C ends it)", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()


def started(port, html):
    """Listen at the port, or at the next that is free; say what else is in the way."""
    handler = functools.partial(QuietHandler, directory=str(html))
    for tried in range(port, port + TRIED):
        try:
            return Server(("127.0.0.1", tried), handler)
        except (OSError, OverflowError) as error:
            if getattr(error, "errno", None) not in TAKEN:
                raise SystemExit(
                    f"The book cannot be served at port {tried} ({error}). Choose "
                    f"another: `make serve PORT={PORT}`, or `python -m tools.serve "
                    f"{PORT}`."
                ) from None
    raise SystemExit(f"No port from {port} to {tried} is free.")


if __name__ == "__main__":
    main()
