"""A real web server on this computer that serves a folder, and can be as bad as servers are."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


class Server(ThreadingHTTPServer):
    """cut: bytes of a target after which the line breaks; drip: bytes one at a time until told to stop; endless: more than
    was signed; moved: sends on to another address; asked: what was asked for, with its Range."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.folder = folder
        self.cut = 0
        self.drip = self.endless = False
        self.moved = ""
        self.asked: list[tuple[str, str]] = []
        self.over = threading.Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is what is tested."""


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        wanted = self.headers.get("Range", "")
        self.server.asked.append((self.path, wanted))
        if self.server.moved:
            self.send_response(302)
            self.send_header("Location", self.server.moved + self.path)
            self.end_headers()
            return
        path = self.server.folder / self.path.lstrip("/")
        if not path.is_file():
            self.send_error(404)
            return
        data = path.read_bytes()
        start = int(hit[1]) if (hit := re.match(r"bytes=(\d+)-", wanted)) else 0
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
        target = self.path.startswith("/targets/")
        if not (target and self.server.endless):
            self.send_header("Content-Length", str(len(data) - start))
        self.end_headers()
        self._send(data[start:], target)

    def _send(self, data: bytes, target: bool) -> None:
        if target and self.server.endless:
            while not self.server.over.is_set():
                self.wfile.write(bytes(1 << 16))
        elif target and self.server.drip:
            for byte in data:
                self.wfile.write(bytes([byte]))
                self.wfile.flush()
                if self.server.over.wait(0.02):
                    return
        else:
            self.wfile.write(data[: self.server.cut] if target and self.server.cut else data)

    def log_message(self, *_: Any) -> None:
        """Quiet."""


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    server = Server(folder)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()
        thread.join()
