"""Around every request: the hub's time in the answer's head, figures, and a log line when something was refused."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from desk.hub.logs import facts

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from desk.hub.face import Face

log = logging.getLogger("desk.hub.web")
DOORS = frozenset(
    {"push", "pull", "find", "snapshot", "digest", "hello", "invite", "rotate", "poll", "enrol", "blob"}
)  # the labels of figures: what somebody types into an address must not make new ones
QUIET = frozenset({200, 201, 204, 206, 304, 404, 405, 409, 410})  # part of every day


class Noted:
    """An ASGI middleware; keeps nothing of a body, a query or an address."""

    def __init__(self, app: ASGIApp, face: Face) -> None:
        self._app, self._face = app, face

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        one = _One(self._face, scope, receive, send)
        try:
            await self._app(scope, one.receive, one.send)
        finally:
            one.done()


class _One:
    def __init__(self, face: Face, scope: Scope, receive: Receive, send: Send) -> None:
        self._face, self._receive, self._send = face, receive, send
        self._notes: Mapping[str, Any] = scope.setdefault("notes", {})
        self._door, self._began = door_of(scope["path"]), time.perf_counter()
        self._status, self._read, self._sent = 500, 0, 0

    async def receive(self) -> Message:
        message = await self._receive()
        self._read += len(message.get("body", b""))
        return message

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._status = message["status"]
            message["headers"] = [*message["headers"], (b"hub-ms", str(self._face.now()).encode())]
        self._sent += len(message.get("body", b""))
        await self._send(message)

    def done(self) -> None:
        took_s = time.perf_counter() - self._began
        self._face.metrics.note(self._door, self._status, took_s, self._read, self._sent)
        said = {"door": self._door, "status": self._status, "ms": round(took_s * 1000, 1), **self._notes}
        log.log(logging.DEBUG if self._status in QUIET else logging.INFO, "request", extra=facts(**said))


def door_of(path: str) -> str:
    """The label of a path: one of a few words."""
    if path.startswith("/sync/v1/"):
        name = path.removeprefix("/sync/v1/").partition("/")[0]
        return name if name in DOORS else "other"
    return "admin" if path.startswith("/admin") else "own"
