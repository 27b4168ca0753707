"""Carrying changes by hand: everything that another desk, or the hub, may lack goes into one sealed file on a stick.

The rule is decisions/013: lives of desks and the hub's log travel as they are, each from where the others are known to be.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from desk.core.clock import DAY_MS
from desk.core.errors import Refused
from desk.core.ids import new_id
from desk.store import carrying, practice, sync_rows
from desk.store import key as keys
from desk.store.carrying import Life
from desk.store.faults import as_trouble
from desk.store.store import SECRETS, Store
from desk.store.unit import Reading
from desk.sync.engine import SYNC
from desk.sync.http import DEVICE_KEY
from desk.wire import boxes, carry
from desk.wire.carry import Have, Head, Piece
from desk.wire.messages import Line, Page, Push, pack_page, pack_push

T = TypeVar("T")
LINES = 500
PIECE_BYTES = 1024 * 1024
WHOLE_MS = 45 * DAY_MS  # younger bodies of what is confirmed are all still here (upkeep.OUTBOX_DAYS)


@dataclass(frozen=True)
class Written:
    """What an export holds. lines: changes; log: lines of the hub's log; readers: `site`, `hub`."""

    path: Path
    lines: int
    log: int
    readers: tuple[str, ...]


def export(store: Store, path: Path, *, hub_only: bool = False, code: str = "") -> Written:
    """Write the file; what stood there before goes only when the new one is whole.

    hub_only: nobody but the hub can open it (what a desk leaves behind that is wiped). code: for a new desk that joins
    with it (as desk.store.key.make_recovery_code): everything from the beginning, with the site's keys.
    Raises Trouble (`store.disk_full`, `store.read_only`), Refused("stick.no_hub" | "stick.join_by_hub" |
    "practice.no_carry").
    """
    with store.reading() as r:
        practice.refuse(r, practice.NO_CARRY)
    key = _device_key(store)
    with store.reading() as r:
        if code and (sync_rows.link(r) is not None or carrying.scopes(r)):
            raise Refused("stick.join_by_hub")  # what the hub has confirmed is not kept here for ever
        made = _Outgoing(r, whole=bool(code))
        head, file_key = _head(r, hub_only, code)
        fresh = path.with_name(path.name + ".new")
        with as_trouble():
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                with fresh.open("wb") as out:
                    carry.write(out, head, file_key, made.pieces(), key)
                    out.flush()
                    os.fsync(out.fileno())
                os.replace(fresh, path)
            finally:
                fresh.unlink(missing_ok=True)
    if not store.sent_away:
        with store.unit(SYNC) as u:
            u.audit("stick.written", lines=made.lines, log=made.log)
    return Written(path, made.lines, made.log, tuple(sorted(head.boxes)))


def _device_key(store: Store) -> Ed25519PrivateKey:
    """A desk that has never been enrolled gets its key now: it will enrol with the same."""
    with store.reading() as r:
        try:
            return Ed25519PrivateKey.from_private_bytes(r.secret(DEVICE_KEY))
        except KeyError:
            pass
    key = Ed25519PrivateKey.generate()
    with store.unit(SYNC) as u:
        u.put_secret(DEVICE_KEY, key.private_bytes_raw())
    return key


def _head(r: Reading, hub_only: bool, code: str) -> tuple[Head, bytes]:
    key, found = carry.new_key(), dict[str, bytes]()
    link = sync_rows.link(r)
    if link is not None:
        found[carry.HUB] = boxes.seal(Ed25519PublicKey.from_public_bytes(bytes(link["hub_key"])), key)
    elif hub_only:
        raise Refused("stick.no_hub")
    if not hub_only:
        found[carry.SITE] = carry.site_box(r.secret("site-seal"), key)
    if code:
        found[carry.TICKET] = json.dumps(keys.wrap(key, code)).encode()
    return Head(r.site_id, r.device_id, new_id(r.now), r.now, carry.boxed(found)), key


class _Outgoing:
    """The pieces of one file, read from one moment of the store."""

    def __init__(self, r: Reading, whole: bool) -> None:
        self._r, self._whole = r, whole
        self._lives = carrying.lives(r)
        self._scopes = carrying.scopes(r)
        self._peers = carrying.held_by(r)
        self._settled = {life.incarnation: self._settled_upto(life) for life in self._lives.values()}
        self.lines = self.log = 0

    def pieces(self) -> Iterator[Piece]:
        yield Piece(carry.HAVE, carry.pack_have(self._have()))
        if self._whole:
            yield Piece(carry.KEYS, carry.pack_keys({name: self._r.secret(name) for name in SECRETS}))
        for scope in self._scopes:
            yield from self._pages(scope)
        for life in sorted(self._lives.values(), key=lambda one: one.incarnation):
            yield from self._life(life)
        yield from self._loose()

    def _have(self) -> Have:
        lives = {key: (life.seq, life.value.hex(), life.device) for key, life in self._lives.items()}
        cursors = {scope: (seq, value.hex()) for scope, (seq, value) in self._scopes.items()}
        life = str(self._r.identity["incarnation"])
        marks = {key: _told(carrying.marks(self._r, key)) for key in self._lives}
        return Have(life, lives, marks, cursors, {key: upto for key, upto in self._settled.items() if upto})

    def _settled_upto(self, life: Life) -> int:
        site = f"s:{self._r.site_id}"
        return carrying.settled_upto(self._r, life) if self._scopes.get(site, (0, b""))[0] else 0

    # --- lines of desks -----------------------------------------------------------------------------------------------

    def _base(self, life: Life) -> int:
        """From where: behind what all others are known to hold of it, and behind what stands in the hub's log."""
        if self._whole:
            return 0
        held = [self._agreed(places.get(life.incarnation), life) for places in self._peers.values()]
        link = sync_rows.link(self._r)
        if link is not None and life.incarnation == str(self._r.identity["incarnation"]):
            held.append(int(link["pushed_seq"]))
        return max(self._settled[life.incarnation], min(held, default=0))

    def _agreed(self, place: tuple[int, bytes] | None, life: Life) -> int:
        """How far another desk's knowledge of a life is ours; where it differs it gets everything."""
        return place[0] if place is not None and self._value(life, place[0]) == place[1] else 0

    def _value(self, life: Life, seq: int) -> bytes | None:
        return carrying.value_at(self._r, life.incarnation, seq)

    def _life(self, life: Life) -> Iterator[Piece]:
        base = self._base(life)
        while rows := carrying.lines(self._r, life.incarnation, base, LINES):
            before = self._value(life, base) if rows[0].seq == base + 1 else None
            part = _within(rows, lambda row: row.body)
            lines = tuple(Line(row.body, row.op_id, digest="" if row.body else row.value.hex()) for row in part)
            if before is None:  # what came before stands in the hub's log and was never here as a piece of this life
                lines = tuple(line for line in lines if line.body)
                push = Push(life.incarnation, 0, "", lines, offered=True)
            else:
                push = Push(life.incarnation, base, before.hex(), lines)
            yield Piece(carry.PUSH, pack_push(push))
            self.lines += len(lines)
            base = part[-1].seq

    def _loose(self) -> Iterator[Piece]:
        after, life = 0, str(self._r.identity["incarnation"])
        while rows := carrying.loose(self._r, after, LINES):
            part = _within(rows, lambda row: row[2])
            lines = tuple(Line(body, op_id) for _, op_id, body in part)
            yield Piece(carry.PUSH, pack_push(Push(life, 0, "", lines, offered=True)))
            self.lines += len(lines)
            after = part[-1][0]

    # --- the hub's log --------------------------------------------------------------------------------------------------

    def _pages(self, scope: str) -> Iterator[Piece]:
        """From the earliest place at which another desk is known to be, as far as the log here is whole."""
        seq = self._from(scope)
        if seq is None:
            return
        while rows := carrying.log_after(self._r, scope, seq, LINES):
            value = carrying.log_value(self._r, scope, seq)
            if value is None or rows[0][0].seq != seq + 1:
                return
            part = _within(rows, lambda row: row[0].body)
            end = (part[-1][0].seq, part[-1][1].hex())
            page = Page(scope, (seq, value.hex()), end, self._scopes[scope][0], tuple(line for line, _ in part))
            yield Piece(carry.PAGE, pack_page(page))
            self.log += len(part)
            seq = end[0]

    def _from(self, scope: str) -> int | None:
        oldest = carrying.oldest_whole(self._r, scope, self._r.now - WHOLE_MS)
        start = (0, sync_rows.scope_start(scope))
        places = [held.get(scope, start) for held in self._peers.values()] or [start]
        known = [seq for seq, value in places if seq >= oldest and carrying.log_value(self._r, scope, seq) == value]
        return min(known, default=None)


def _told(places: list[tuple[int, bytes]]) -> list[tuple[int, str]]:
    return [(seq, value.hex()) for seq, value in places]


def _within(rows: Sequence[T], body: Callable[[T], bytes]) -> list[T]:
    """As many as fit into a piece, at least one."""
    part: list[T] = []
    size = 0
    for row in rows:
        size += len(body(row))
        if part and size > PIECE_BYTES:
            break
        part.append(row)
    return part
