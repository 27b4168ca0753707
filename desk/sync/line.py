"""One HTTP line to a hub: TLS, time-outs, packed bodies both ways, answers with a limit; it can be cut at any moment."""

from __future__ import annotations

import socket
import threading
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

import httpx

from desk.core.errors import Refused, Trouble
from desk.sync.tls import PinnedContext, WrongPin, is_loopback, trusted
from desk.wire.messages import MAX_BYTES

CONNECT_S, WRITE_S, READ_S = 10.0, 60.0, 60.0
IDLE_S = 45.0  # a connection idle for longer is not used again: hubs close theirs after 75 s, proxies after 60
SENT_LIMIT = MAX_BYTES + 64 * 1024  # gzip of noise is a little longer than the noise
SMALL, LEVEL, GZIP = 400, 5, zlib.MAX_WBITS | 16
HUB_TIME = "hub-ms"
OPENED = frozenset({"connection.connect_tcp.complete", "connection.start_tls.complete"})


@dataclass(frozen=True)
class Reply:
    """What came back; body unpacked; hub_ms None: whoever answered is no hub."""

    status: int
    body: bytes
    hub_ms: int | None
    fields: Mapping[str, str] = field(default_factory=dict)


class Line:
    """Used by one thread; `cut` by any."""

    def __init__(self, url: str, pin: str = "") -> None:
        """Raises Refused("sync.insecure_url"): plain HTTP is for this machine's own addresses only."""
        found = httpx.URL(url)
        near = is_loopback(found.host)
        if found.scheme != "https" and not (found.scheme == "http" and near):
            raise Refused("sync.insecure_url")
        self.prefix = found.path.rstrip("/")  # a proxy may keep the hub under a path of its own
        self._client = httpx.Client(
            base_url=found.copy_with(path="/"),
            verify=PinnedContext.of(pin) if pin else trusted() if found.scheme == "https" else False,
            timeout=httpx.Timeout(READ_S, connect=CONNECT_S, write=WRITE_S),
            limits=httpx.Limits(max_connections=2, keepalive_expiry=IDLE_S),
            headers={"Accept": "*/*", "Accept-Encoding": "gzip", "User-Agent": "gatehouse-desk"},
            trust_env=not near,
        )
        self._lock = threading.Lock()
        self._sockets: list[socket.socket] = []
        self._over = False
        self._fresh = False

    def send(self, method: str, target: str, body: bytes, fields: Mapping[str, str], read_s: float = READ_S) -> Reply:
        """One exchange; the body goes as it is. target: path and query.

        Raises Trouble: `sync.no_line`, `sync.stopped` (cut), `sync.tls` (no authority vouches for the hub),
        `sync.pin` (somebody else answers at its address), `sync.page_broken` (an answer without end or sense).
        """
        if self._over:
            raise Trouble("sync.stopped")
        self._fresh = False
        try:
            request = self._client.build_request(
                method, self.prefix + target, content=body or None, headers=dict(fields),
                timeout=httpx.Timeout(read_s, connect=CONNECT_S, write=WRITE_S), extensions={"trace": self._seen},
            )  # fmt: skip
            answer = self._client.send(request, stream=True)
            try:
                return _reply(answer)
            finally:
                answer.close()
        except (httpx.TransportError, OSError) as error:
            raise self._trouble(error) from None

    @property
    def fresh(self) -> bool:
        """Whether the last exchange opened its own connection: one that was kept may be dead without saying so."""
        return self._fresh

    def cut(self) -> None:
        """End whatever is under way, now and from now on."""
        self._over = True
        with self._lock:
            sockets, self._sockets = self._sockets, []
        for one in sockets:
            with suppress(OSError, ValueError):
                one.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        self._over = True
        self._client.close()

    def _seen(self, event: str, info: Mapping[str, Any]) -> None:
        if event not in OPENED:
            return
        self._fresh = True
        found = info["return_value"].get_extra_info("socket")
        with self._lock:
            self._sockets = [*self._sockets[-3:], found]
        if self._over:
            self.cut()

    def _trouble(self, error: BaseException) -> Trouble:
        if self._over:
            return Trouble("sync.stopped")
        for cause in _causes(error):
            if isinstance(cause, WrongPin):
                return Trouble("sync.pin")
            if type(cause).__name__ == "SSLCertVerificationError":
                return Trouble("sync.tls")
        return Trouble("sync.no_line")


def packed(body: bytes) -> tuple[bytes, dict[str, str]]:
    """(bytes to send, header fields): gzip where it is worth the work."""
    if len(body) < SMALL:
        return body, {}
    folding = zlib.compressobj(LEVEL, zlib.DEFLATED, GZIP)
    return folding.compress(body) + folding.flush(), {"Content-Encoding": "gzip"}


def _reply(answer: httpx.Response) -> Reply:
    said = answer.headers.get(HUB_TIME, "")
    hub_ms = int(said) if said.isascii() and said.isdigit() and len(said) < 18 else None
    encoding = answer.headers.get("content-encoding", "").strip().lower()
    body = _unpacked(_raw(answer), encoding)
    return Reply(answer.status_code, body, hub_ms, {name.lower(): value for name, value in answer.headers.items()})


def _raw(answer: httpx.Response) -> Iterator[bytes]:
    size = 0
    for part in answer.iter_raw():
        size += len(part)
        if size > SENT_LIMIT:
            raise Trouble("sync.page_broken")
        yield part


def _unpacked(parts: Iterator[bytes], encoding: str) -> bytes:
    """Never more than MAX_BYTES, however well it was packed."""
    if encoding not in ("", "identity", "gzip"):
        raise Trouble("sync.page_broken")
    unfolding = zlib.decompressobj(GZIP) if encoding == "gzip" else None
    found, size = [], 0
    for part in parts:
        try:
            plain = part if unfolding is None else unfolding.decompress(part, MAX_BYTES + 1 - size)
        except zlib.error:
            raise Trouble("sync.page_broken") from None
        size += len(plain)
        if size > MAX_BYTES or (unfolding is not None and unfolding.unconsumed_tail):
            raise Trouble("sync.page_broken")
        found.append(plain)
    if unfolding is not None and not unfolding.eof and found:
        raise Trouble("sync.page_broken")
    return b"".join(found)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
