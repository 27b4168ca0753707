"""Putting a hub on the network: the application, the address it may have, and the server that runs it."""

from __future__ import annotations

import gc
import socket
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

import uvicorn
from starlette.applications import Starlette

from desk.core.errors import Refused, Trouble
from desk.hub import admin_pages, tls, web
from desk.hub.face import Face, Where
from desk.hub.hub import Hub

KEEP_ALIVE_S = 75  # longer than the longest poll
GRACE_S = 10
BACKLOG = 2048


@dataclass(frozen=True)
class Listen:
    """Where and how to listen. url: how others reach it when that is not host and port (behind a proxy); shared: other
    processes of this hub may listen on the same port, and the system deals the connections out (Linux)."""

    host: str = "127.0.0.1"
    port: int = 8440
    cert: Path | None = None
    key: Path | None = None
    insecure_http: bool = False
    url: str = ""
    pin: bool | None = None
    shared: bool = False

    def check(self) -> None:
        """Raises Refused: `hub.tls_needed` (neither a certificate nor plain HTTP asked for), `hub.http_not_here` (plain
        HTTP on an address that others reach), `hub.cert_without_key`, `hub.no_shared_port` (not on this system)."""
        if self.shared and not hasattr(socket, "SO_REUSEPORT"):
            raise Refused("hub.no_shared_port")
        if (self.cert is None) != (self.key is None):
            raise Refused("hub.cert_without_key")
        if self.cert is not None:
            tls.pin_of(self.cert)
        elif not self.insecure_http:
            raise Refused("hub.tls_needed")
        elif not tls.is_loopback(self.host):
            raise Refused("hub.http_not_here", host=self.host)

    def where(self, port: int, metrics_token: str = "") -> Where:
        """How the network reaches it. A certificate that signed itself is always pinned, any other when asked for."""
        scheme = "https" if self.cert else "http"
        host = f"[{_seen_as(self.host)}]" if ":" in _seen_as(self.host) else _seen_as(self.host)
        pinned = self.cert is not None and (tls.signed_itself(self.cert) if self.pin is None else self.pin)
        pin = tls.pin_of(self.cert) if self.cert and pinned else ""
        return Where((self.url or f"{scheme}://{host}:{port}").rstrip("/"), pin, metrics_token)


def build_app(hub: Hub, where: Where | None = None, *, one_of_many: bool = False) -> tuple[Face, Starlette]:
    """The application of one process. one_of_many: see Face."""
    face = Face(hub, where or Where("http://127.0.0.1"), one_of_many=one_of_many)
    return face, web.build(face, admin_pages.routes(face))


def bind(listen: Listen) -> socket.socket:
    """The open door, before anything is said of it. Raises Trouble("hub.port_taken"); port 0 takes any free one."""
    listen.check()
    family = socket.AF_INET6 if ":" in listen.host else socket.AF_INET
    # Named protocol: without it asyncio does not set TCP_NODELAY, and an answer in two pieces takes 40 ms longer.
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if listen.shared:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        made.bind((listen.host.strip("[]"), listen.port))
        made.listen(BACKLOG)  # who comes before the server runs waits in the line
    except OSError:
        made.close()
        raise Trouble("hub.port_taken", host=listen.host, port=listen.port) from None
    return made


def serve(face: Face, app: Starlette, listen: Listen, door: socket.socket) -> None:
    """Run until a signal ends it; waiting desks are sent home first, so that ending takes no 25 seconds."""
    _collect_seldom()
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        server_header=False,
        # Only a proxy on this machine is believed about who asks; every other machine speaks for itself.
        proxy_headers=bool(listen.url) and tls.is_loopback(listen.host),
        forwarded_allow_ips="127.0.0.1,::1",
        ssl_certfile=listen.cert,
        ssl_keyfile=listen.key,
        timeout_keep_alive=KEEP_ALIVE_S,
        timeout_graceful_shutdown=GRACE_S,
        backlog=BACKLOG,
    )
    _Server(config, face).run(sockets=[door])


def _collect_seldom() -> None:
    """A thousand connections are looked through in 0.15 s, every seven seconds, and nothing is ever found: reference
    counts free what requests leave. So what stands now is left alone, and everything is gone through a hundred times less."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 100)


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, face: Face) -> None:
        super().__init__(config)
        self._face = face

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self._face.close_soon()
        super().handle_exit(sig, frame)


def _seen_as(host: str) -> str:
    """The address to tell others when listening on all of them: the one this machine would send from. Nothing is sent."""
    if host not in ("0.0.0.0", "::", ""):  # noqa: S104 - compared, not listened on
        return host.strip("[]")
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # RFC 5737: an address nobody has
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"
