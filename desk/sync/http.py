"""The transport over HTTP: every request signed (RFC 9421) in the hub's time, which a refusal for the clock teaches."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desk.core.clock import Clock
from desk.core.errors import Refused, Trouble
from desk.store import practice
from desk.store.store import Store
from desk.store.unit import Reading
from desk.sync.ahead import Ahead
from desk.sync.line import READ_S, Line, Reply, packed
from desk.sync.transport import OK, REVOKED, REWIND, SNAPSHOT, TOO_OLD, Answer
from desk.wire.messages import BadMessage, unpack_page
from desk.wire.signing import sign

log = logging.getLogger("desk.sync.http")
DEVICE_KEY = "device-key"
BASE = "/sync/v1/"
LINES = "application/octet-stream"
DENIED = 401
MEANT = frozenset({OK, REVOKED, REWIND, SNAPSHOT, TOO_OLD})  # the engine knows what these mean
SLOW = {"digest": 180.0}  # the hub reads all of a site for it


@dataclass(frozen=True)
class Who:
    """Who signs."""

    site_id: str
    device_id: str
    key: Ed25519PrivateKey = field(repr=False)


@dataclass(frozen=True)
class News:
    """Scopes whose newest number is another than the desk knows; page: the answer to its next question, if it is one."""

    heads: Mapping[str, int]
    page: bytes = b""


class _Said(msgspec.Struct):
    """What a hub says instead of an answer."""

    code: str = ""
    order: str = ""
    wait_s: int = 0


class HttpTransport:
    """A desk's way to its hub. order: the signed order that came with the last `revoked`, or ''."""

    def __init__(self, url: str, pin: str, who: Who, clock: Clock, offset_ms: int = 0) -> None:
        self.line = Line(url, pin)
        self.order = ""
        self._who, self._clock, self._offset_ms = who, clock, offset_ms
        self._ahead = Ahead(self._asked)

    def ask(self, door: str, body: bytes) -> Answer:
        """One question of the engine. Raises Trouble as `Line.send` does, `sync.hub_trouble`, `sync.not_a_hub`;
        Refused: `sync.unknown_here` (the hub does not know this desk), `sync.not_believed` (it does not believe it)."""
        return self._ahead.ask(door, body)

    def ahead(self, door: str, body: bytes) -> None:
        """Begin a question that `ask` will bring the answer of."""
        self._ahead.begin(door, body)

    def _asked(self, door: str, body: bytes) -> Answer:
        sent, fields = packed(body)
        reply = self._request("POST", BASE + door, sent, fields, SLOW.get(door, READ_S))
        if reply.status not in MEANT:
            raise trouble_of(reply)
        return Answer(reply.status, reply.body)

    def poll(self, heads: Mapping[str, int], wait_s: int, chain: str = "") -> News:
        """Wait at the hub until a scope's newest number is not the one told; no heads when the time is over.

        chain: the chain value of the site's log at the number told: then what is new of it comes along with the news.
        """
        also = [f"chain={chain}"] if chain else []
        query = "&".join([f"wait={wait_s}", *(f"{scope}={seq}" for scope, seq in heads.items()), *also])
        reply = self.request("GET", f"{BASE}poll?{query}", b"", {}, wait_s + 15.0)
        if reply.status == REVOKED:
            raise Refused("sync.revoked")
        if reply.status != OK:
            raise trouble_of(reply)
        if reply.fields.get("content-type", "").startswith(LINES):
            return _with_page(reply.body)
        return News(dict(_decoded(_Heads, reply.body).heads))

    def request(
        self, method: str, target: str, body: bytes, fields: Mapping[str, str], read_s: float = READ_S
    ) -> Reply:
        """A signed request and the hub's reply, whatever it is; a wrong clock is corrected and asked again once."""
        self._ahead.settle()
        return self._request(method, target, body, fields, read_s)

    def _request(self, method: str, target: str, body: bytes, fields: Mapping[str, str], read_s: float) -> Reply:
        reply = self._once(method, target, body, fields, read_s)
        if reply.status == DENIED:
            code = said(reply).code
            log.info("signed anew: %s", code)
            if code in ("auth.clock", "auth.stale", "auth.replayed"):
                reply = self._once(method, target, body, fields, read_s)
        if reply.status == DENIED:
            code = said(reply).code
            raise Refused("sync.unknown_here" if code == "auth.unknown_key" else "sync.not_believed", why=code)
        if reply.status == REVOKED:
            self._forbidden(reply)
        return reply

    def told(self, door: str, body: bytes, answer: Answer) -> None:
        """The answer to a question that has not been asked yet."""
        self._ahead.told(door, body, answer)

    def cut(self) -> None:
        """From any thread: whatever is under way ends with Trouble("sync.stopped")."""
        self.line.cut()

    def close(self) -> None:
        self.line.cut()
        self._ahead.settle()
        self.line.close()

    def _once(self, method: str, target: str, body: bytes, fields: Mapping[str, str], read_s: float) -> Reply:
        """Once more, anew signed, when a connection that was kept turns out dead: every request may come twice."""
        try:
            return self._signed(method, target, body, fields, read_s)
        except Trouble as trouble:
            if trouble.code != "sync.no_line" or self.line.fresh:
                raise
        return self._signed(method, target, body, fields, read_s)

    def _signed(self, method: str, target: str, body: bytes, fields: Mapping[str, str], read_s: float) -> Reply:
        asked = self._clock.now_ms()
        who = self._who
        signature = sign(who.key, who.site_id, who.device_id, method, target, body, asked + self._offset_ms)
        reply = self.line.send(method, target, body, {**fields, **signature}, read_s)
        if reply.hub_ms is None:
            raise stranger(reply)
        self._offset_ms = reply.hub_ms - self._clock.now_ms()
        return reply

    def _forbidden(self, reply: Reply) -> None:
        """Only `revoked` is told to the engine as such; the other ways of being forbidden are no order."""
        what = said(reply)
        self.order = what.order or self.order
        if what.code == "hub.device_unknown":
            raise Refused("sync.unknown_here", why=what.code)
        if what.code not in ("revoked", "hub.revoked"):
            raise trouble_of(reply)


class _Heads(msgspec.Struct):
    heads: dict[str, int]


def opened(store: Store, clock: Clock) -> HttpTransport:
    """The transport of a desk that is enrolled. Raises Trouble("sync.not_linked")."""
    with store.reading() as r:
        return of_reading(r, clock)


def of_reading(r: Reading, clock: Clock) -> HttpTransport:
    """The same within a reading. Raises Refused("practice.no_hub") in a practice estate: no way leads out of it."""
    practice.refuse(r, practice.NO_HUB)
    url = r.identity["hub_url"]
    try:
        key = Ed25519PrivateKey.from_private_bytes(r.secret(DEVICE_KEY))
    except KeyError:
        raise Trouble("sync.not_linked") from None
    if not url:
        raise Trouble("sync.not_linked")
    pin, offset = str(r.identity["hub_spki_sha256"] or ""), int(r.identity["hub_offset_ms"] or 0)
    return HttpTransport(str(url), pin, Who(r.site_id, r.device_id, key), clock, offset)


def said(reply: Reply) -> _Said:
    """The code of a refusal; empty where the body is none of ours."""
    try:
        return msgspec.json.decode(reply.body, type=_Said)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return _Said()


def trouble_of(reply: Reply) -> Trouble:
    what = said(reply)
    facts: dict[str, Any] = {"wait_s": what.wait_s} if what.wait_s else {}
    return Trouble("sync.hub_trouble", status=reply.status, why=what.code, **facts)


def stranger(reply: Reply) -> Trouble:
    """Somebody between us and the hub answered: a proxy whose hub is away, or the sign-in page of a hotspot."""
    if reply.status >= 500:
        return Trouble("sync.hub_trouble", status=reply.status, why="")
    return Trouble("sync.not_a_hub", status=reply.status)


def _with_page(body: bytes) -> News:
    try:
        page = unpack_page(body)
    except BadMessage:
        raise Trouble("sync.page_broken") from None
    return News({page.scope: page.head}, body)


def _decoded(kind: type[_Heads], body: bytes) -> _Heads:
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise Trouble("sync.page_broken") from None
