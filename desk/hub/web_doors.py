"""The doors of desks over HTTP: read a body with a limit, believe its signature, hand it to the hub, pack the answer."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
from sqlalchemy import Connection
from starlette.requests import Request
from starlette.responses import Response

from desk.core.errors import Refused
from desk.hub import blobs, bodies, doors, enrolment, guards
from desk.hub.gate import Admitted, Denied
from desk.hub.polling import Listener
from desk.hub.push import Caller
from desk.wire.answers import NoPage, PullAsk, unpack
from desk.wire.enrol import MAX_ASK, EnrolAsk, InviteAnswer, InviteAsk, RotateAnswer, RotateAsk
from desk.wire.messages import BadMessage, pack_page

if TYPE_CHECKING:
    from desk.hub.face import Face

T = TypeVar("T")
JSON, LINES = "application/json", "application/octet-stream"
READ_S = 60.0  # to send one body; a desk on a thin line sends smaller batches
WRITING = frozenset({"push", "hello", "invite", "rotate"})
SHORT = frozenset({"push", "pull", "hello"})  # the others read more
MOST_SCOPES = 8
ALONG = 100  # lines that go along with news
_CHAIN = re.compile("[0-9a-f]{32}")
_SCOPE = re.compile("[sd]:[0-9a-f]{32}")


class SyncDoors:
    """`/sync/v1/...`."""

    def __init__(self, face: Face) -> None:
        self._face = face
        self._own: Mapping[str, Callable[[Admitted, bytes], bytes]] = {"invite": self._invite, "rotate": self._rotate}

    async def door(self, request: Request) -> Response:
        """POST: push, pull, find, snapshot, digest, hello; and invite, rotate."""
        name = request.path_params["door"]
        body = await self._body(request, bodies.SENT_LIMIT)
        todo = partial(self._answer, name, _Asked.of(request), body)
        do = self._face.answer if name in SHORT else self._face.work
        status, answer, encoding = await do(todo, writes=name in WRITING)
        head = {"Content-Encoding": encoding} if encoding else {}
        return Response(answer, status, headers=head, media_type=LINES if name == "pull" else JSON)

    async def enrol(self, request: Request) -> Response:
        """POST, not signed: the code is what is believed, and guessing it is slow."""
        body = await self._body(request, MAX_ASK)
        ask = unpack(EnrolAsk, bodies.unpack(body, request.headers.get("content-encoding", ""), MAX_ASK))
        address = request.client.host if request.client else ""
        source, now_ms, key = enrolment.source(address), self._face.now(), self._face.key
        await self._face.read(lambda conn: guards.check(conn, now_ms, "enrol.wait", source))
        try:
            answer = await self._face.write(lambda conn: enrolment.enrol(conn, now_ms, key, ask))
        except Refused:
            await self._face.write(lambda conn: guards.note_wrong(conn, now_ms, source))
            raise
        await self._face.write(lambda conn: guards.forgive(conn, source))
        return Response(msgspec.json.encode(answer), media_type=JSON)

    async def poll(self, request: Request) -> Response:
        """GET ?wait=SECONDS&SCOPE=SEQ...: the heads that are not what the asker knows, as soon as there are any; with
        &chain=VALUE of the site's log at SEQ, its next lines themselves when nothing else has news."""
        asked = _Asked.of(request)
        admitted = await self._face.answer(lambda: asked.admitted(self._face, b""), writes=False)
        wait_s, known, chain = _poll(request)
        if not set(known) <= admitted.scopes:
            raise Denied(403, "hub.scope")
        asked.note(admitted)
        scope, caller = f"s:{admitted.site_id}", Caller(admitted.site_id, admitted.device_id)
        place = (known[scope], chain) if chain and scope in known else None
        listener = Listener(admitted.device_id, place)
        heads = await self._face.waiters.wait(known, wait_s, listener)
        if listener.page and place:
            self._face.hub.seen.pulled(caller, scope, place[0], self._face.now())
            body, encoding = bodies.pack(listener.page, asked.fields.get("accept-encoding", ""))
            return Response(body, headers={"Content-Encoding": encoding} if encoding else {}, media_type=LINES)
        if chain and heads.keys() == {scope}:
            ask = PullAsk(scope, known[scope], chain, ALONG)
            work = partial(self._along, ask, caller, asked)
            if found := await self._face.answer(work, writes=False):
                head = {"Content-Encoding": found[1]} if found[1] else {}
                return Response(found[0], headers=head, media_type=LINES)
        return Response(msgspec.json.encode({"hub_ms": self._face.now(), "heads": heads}), media_type=JSON)

    async def blob_in(self, request: Request) -> Response:
        """PUT ?kind=KIND with Content-Range: one piece of a file; `bytes */SIZE` and no body asks how much is there."""
        body = await self._body(request, blobs.PART)
        asked, face = _Asked.of(request), self._face
        named, kind = request.path_params["digest"], request.query_params.get("kind", "")
        field = request.headers.get("content-range", "")

        def take() -> blobs.State:
            admitted = asked.admitted(face, body)
            digest, piece = blobs.digest_of(named), blobs.piece_of(field, len(body))
            work = partial(_take, site_id=admitted.site_id, digest=digest, kind=kind, piece=piece, data=body)
            return face.hub.db.write(lambda conn: work(conn, face.now()))

        state = await face.work(take, writes=True)
        if state.size == 0:
            raise Refused("blob.mismatch")
        return Response(_state(face, state), 201 if state.whole else 200, media_type=JSON)

    async def blob_out(self, request: Request) -> Response:
        """GET with Range `bytes=N-`: from there on, at most one part; ask on from where it ended."""
        asked, face = _Asked.of(request), self._face
        named, start = request.path_params["digest"], blobs.wanted_of(request.headers.get("range", ""))

        def give() -> tuple[bytes, blobs.State]:
            admitted = asked.admitted(face, b"")
            digest = blobs.digest_of(named)
            return face.hub.db.read(lambda conn: blobs.give(conn, admitted.site_id, digest, start))

        data, state = await face.work(give, writes=False)
        if len(data) == state.size:
            return Response(data, media_type=LINES)
        head = {"Content-Range": f"bytes {start}-{start + len(data) - 1}/{state.size}"}
        return Response(data, 206, headers=head, media_type=LINES)

    async def _body(self, request: Request, limit: int) -> bytes:
        """The body as sent; what it may take is set aside while it is read."""
        said = request.headers.get("content-length", "")
        size = int(said[:15]) if said.isascii() and said.isdigit() else limit
        if size > limit:
            raise BadMessage("wire.too_large")
        with self._face.room.hold(size):
            async with asyncio.timeout(READ_S):
                return await bodies.read(request.stream(), limit)

    def _answer(self, name: str, asked: _Asked, body: bytes) -> tuple[int, bytes, str]:
        """On a thread: believe, unpack (only then: a bomb from a stranger is never opened), answer, pack."""
        admitted = asked.admitted(self._face, body)
        asked.note(admitted)
        plain = bodies.unpack(body, asked.fields.get("content-encoding", ""))
        status = 200
        if own := self._own.get(name):
            answer = own(admitted, plain)
        else:
            status, answer = doors.answer(self._face.hub, Caller(admitted.site_id, admitted.device_id), name, plain)
        return status, *bodies.pack(answer, asked.fields.get("accept-encoding", ""))

    def _along(self, ask: PullAsk, caller: Caller, asked: _Asked) -> tuple[bytes, str] | None:
        """The page after the place where a waiter stands; None: it has to ask by itself and hear why not."""
        page = self._face.hub.pull(caller, ask)
        if isinstance(page, NoPage):
            return None
        return bodies.pack(pack_page(page), asked.fields.get("accept-encoding", ""))

    def _invite(self, admitted: Admitted, body: bytes) -> bytes:
        """A code for a further desk of this site, with the box of keys for it."""
        ask, now_ms = unpack(InviteAsk, body), self._face.now()
        if not ask.keybox:
            raise BadMessage("wire.malformed")
        code = self._write(
            lambda conn: enrolment.make_code(conn, now_ms, admitted.device_id, admitted.site_id, ask.keybox)
        )
        return msgspec.json.encode(InviteAnswer(code.text, code.expires_ms, self._face.now()))

    def _rotate(self, admitted: Admitted, body: bytes) -> bytes:
        """A new key for this device; from the next request on the old one is not believed."""
        ask, now_ms, key = unpack(RotateAsk, body), self._face.now(), self._face.key
        papers = self._write(
            lambda conn: enrolment.rotate(conn, now_ms, key, admitted.site_id, admitted.device_id, ask)
        )
        return msgspec.json.encode(RotateAnswer(papers, self._face.now()))

    def _write(self, change: Callable[[Connection], T]) -> T:
        return self._face.hub.db.write(change)


class _Asked:
    """What of a request is looked at on a thread."""

    def __init__(self, method: str, target: str, fields: Mapping[str, str], notes: dict[str, Any]) -> None:
        self.method, self.target, self.fields, self._notes = method, target, fields, notes

    @classmethod
    def of(cls, request: Request) -> _Asked:
        query = request.scope["query_string"]
        raw = request.scope.get("raw_path") or request.scope["path"].encode()
        target = raw.partition(b"?")[0] + (b"?" + query if query else b"")
        return cls(request.method, target.decode("latin-1"), request.headers, request.scope.setdefault("notes", {}))

    def admitted(self, face: Face, body: bytes) -> Admitted:
        """Raises Denied."""
        return face.gate.admit(self.method, self.target, self.fields, body)

    def note(self, admitted: Admitted) -> None:
        """For the log line of this request."""
        self._notes.update(site=admitted.site_id, device=admitted.device_id)


def _poll(request: Request) -> tuple[float, dict[str, int], str]:
    """(seconds, scope -> number it knows, chain value of the site's). Raises BadMessage."""
    wait_s, known, chain = 25.0, {}, ""
    for name, value in request.query_params.multi_items():
        if name == "chain" and _CHAIN.fullmatch(value):
            chain = value
            continue
        if not (value.isascii() and value.isdigit() and len(value) <= 18):
            raise BadMessage("wire.malformed")
        if name == "wait":
            wait_s = float(value)
        elif _SCOPE.fullmatch(name):
            known[name] = int(value)
        else:
            raise BadMessage("wire.malformed")
    if not 0 < len(known) <= MOST_SCOPES:
        raise BadMessage("wire.malformed")
    return wait_s, known, chain


def _take(conn: Connection, now_ms: int, **what: Any) -> blobs.State:
    return blobs.take(conn, now_ms, **what)


def _state(face: Face, state: blobs.State) -> bytes:
    return msgspec.json.encode({"have": state.have, "size": state.size, "hub_ms": face.now()})
