"""A desk's file from a stick, taken in at the hub by whoever looks after it, and the file that goes back to that desk.

For a gate without any line, and for what a desk left behind that was revoked. Operations are told apart by their ids, so
that the same desk may bring the same lines once more over the wire.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import Connection

from desk.core.errors import Refused
from desk.core.ids import new_id
from desk.hub import enrolment, members, places
from desk.hub.batch import Caller
from desk.hub.enrolment import Standing
from desk.hub.hub import Hub
from desk.hub.pull import start
from desk.wire import boxes, carry
from desk.wire.answers import NoPage, PullAsk
from desk.wire.carry import BadCarry, Have, Head, Piece
from desk.wire.messages import BadMessage, Line, Push, pack_page, unpack_push

MOST_BYTES = 256 * 1024 * 1024
NOBODY = "0" * 32


@dataclass(frozen=True)
class Carried:
    """What a file brought. new: lines that the log did not have; reader: None for a revoked desk, which gets no answer."""

    site_id: str
    device_id: str
    lines: int
    new: int
    have: Have
    reader: Standing | None


def take(hub: Hub, key: Ed25519PrivateKey, data: bytes, who: str) -> Carried:
    """Look through the whole file, then take it in. who: for the hub's own trail.

    Raises Refused: `stick.not_one`, `stick.newer`, `stick.damaged`, `stick.sealed_elsewhere`, `stick.too_big`,
    `stick.unknown_writer` (no desk of this hub wrote it, or it was changed).
    """
    if len(data) > MOST_BYTES:
        raise Refused("stick.too_big")
    try:
        head, standing, pieces = _opened(hub, key, data)
        have, pushes = _sorted(pieces)
    except BadCarry as bad:
        raise Refused(bad.code) from None
    except BadMessage:
        raise Refused("stick.damaged") from None
    caller, before = Caller(head.site_id, head.writer), _head(hub, head.site_id)
    for push in pushes:
        _enter(hub, caller, push)
    after, now, count = _head(hub, head.site_id), hub.now(), sum(len(push.lines) for push in pushes)
    hub.db.write(
        lambda conn: places.audit(conn, now, who, "stick.taken", head.site_id, device=head.writer, lines=after - before)
    )
    return Carried(head.site_id, head.writer, count, after - before, have, None if standing.revoked else standing)


def answer(hub: Hub, key: Ed25519PrivateKey, carried: Carried, out: BinaryIO) -> int:
    """The hub's log from where that desk stands, for it alone; returns how many lines."""
    assert carried.reader is not None
    file_key, now = carry.new_key(), hub.now()
    box = boxes.seal(carried.reader.key, file_key)
    head = Head(carried.site_id, "", new_id(now), now, carry.boxed({carry.DEVICE: box}))
    pages = _Pages(hub, carried)
    carry.write(out, head, file_key, pages.pieces(), key)
    return pages.count


class _Pages:
    def __init__(self, hub: Hub, carried: Carried) -> None:
        self._hub, self._carried = hub, carried
        self._caller = Caller(carried.site_id, carried.device_id)
        self.count = 0

    def pieces(self) -> Iterator[Piece]:
        scopes = [f"s:{self._carried.site_id}", *(self._carried.reader.scopes if self._carried.reader else ())]
        yield Piece(carry.HAVE, carry.pack_have(Have(NOBODY)))
        for scope in scopes:
            seq, value = self._carried.have.cursors.get(scope, (0, start(scope).hex()))
            yield from self._scope(scope, seq, value)

    def _scope(self, scope: str, seq: int, value: str) -> Iterator[Piece]:
        """Nothing where that desk's place is not in this log: only a line can mend that."""
        while True:
            page = self._hub.pull(self._caller, PullAsk(scope, seq, value))
            if isinstance(page, NoPage) or not page.lines:
                return
            yield Piece(carry.PAGE, pack_page(page))
            self.count += len(page.lines)
            seq, value = page.end


def _opened(hub: Hub, key: Ed25519PrivateKey, data: bytes) -> tuple[Head, Standing, list[Piece]]:
    source = BytesIO(data)
    head, said = carry.read_head(source)
    standing = hub.db.read(lambda conn: enrolment.standing(conn, head.site_id, head.writer))
    if standing is None:
        raise Refused("stick.unknown_writer")

    def opener(box: bytes) -> bytes:
        try:
            return boxes.unseal(key, box)
        except boxes.ClosedBox:
            raise BadCarry("stick.sealed_elsewhere") from None

    file_key = carry.key_of(head, {carry.HUB: opener})
    return head, standing, list(carry.read(source, said, file_key, standing.key))


def _sorted(pieces: list[Piece]) -> tuple[Have, list[Push]]:
    """Every line by its id: the numbers of a life are the wire's business."""
    have = next((carry.unpack_have(piece.body) for piece in pieces if piece.sort == carry.HAVE), None)
    if have is None:
        raise BadCarry("stick.damaged")
    pushes = []
    for piece in pieces:
        if piece.sort == carry.PUSH:
            push = unpack_push(piece.body)
            lines = tuple(Line(line.body, line.id) for line in push.lines if line.body)
            pushes.append(Push(push.incarnation, 0, "", lines, offered=True))
    return have, pushes


def _enter(hub: Hub, caller: Caller, push: Push) -> None:
    if push.lines:
        hub.carried(caller, push)


def _head(hub: Hub, site_id: str) -> int:
    scope = f"s:{site_id}"

    def look(conn: Connection) -> int:
        return int(members.heads(conn, [scope]).get(scope, 0))

    return hub.db.read(look)
