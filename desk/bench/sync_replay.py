"""A day's operations told again as another day of another desk: other ids, times and clock values, the same shape.

Ids and clock values stand in a body as quoted hex of one length, moments as thirteen digits, so they are put in their
places without parsing.
Sealed fields belong to their entity: they are sealed anew where a real desk is to open them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import groupby
from typing import Any

from desk.wire.seal import Sealer

_MARK = re.compile(rb'"([0-9a-f]{32}|[0-9a-f]{16}-[0-9a-f]{8}(?:\.[0-9a-f]{8})?)"')
_MOMENT = re.compile(rb'":(1[0-9]{12})(?=[,}])')  # a field that holds UTC milliseconds
_UNIT = re.compile(rb'"tx":"([0-9a-f]{32})"')
_BOXED = b'{"s":"'


@dataclass(frozen=True)
class Told:
    """One operation as it was: its body, and its sealed fields in the order they stand in it."""

    body: bytes
    plain: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Piece:
    """A unit of work: what one press of a button wrote. at: UTC ms."""

    at: int
    ops: tuple[Told, ...]


class Replay:
    """What a day looks like. sealer: the site's, when sealed fields are to be opened again by a desk of that site."""

    def __init__(self, bodies: Sequence[bytes], sealer: Sealer | None = None) -> None:
        self.sealer = sealer
        self.pieces = tuple(self._piece(list(group)) for _, group in groupby(bodies, _unit_of))
        self.count = sum(len(piece.ops) for piece in self.pieces)
        ids = (json.loads(body)["id"] for body in bodies)
        self._by_tail = {op_id[-8:].encode(): op_id.encode() for op_id in ids}

    def told(self, piece: Piece, salt: bytes, shift_ms: int, device: str) -> list[bytes]:
        """The unit's bodies as the device (its id) wrote them `shift_ms` later. The same salt gives the same ids."""

        def other(found: re.Match[bytes]) -> bytes:
            return b'"' + self._other(found[1], salt, shift_ms, device[-8:].encode()) + b'"'

        def later(found: re.Match[bytes]) -> bytes:
            return b'":%d' % (int(found[1]) + shift_ms)

        return [self._sealed(one, _MOMENT.sub(later, _MARK.sub(other, one.body))) for one in piece.ops]

    def _piece(self, bodies: Sequence[bytes]) -> Piece:
        return Piece(int(json.loads(bodies[0])["at"]), tuple(self._told(body) for body in bodies))

    def _told(self, body: bytes) -> Told:
        if self.sealer is None or _BOXED not in body:
            return Told(body)
        op = json.loads(body)
        return Told(body, tuple(self.sealer.open(box[name], op["k"], name, op["eid"]) for box, name in _boxes(op["f"])))

    def _other(self, mark: bytes, salt: bytes, shift_ms: int, device: bytes) -> bytes:
        moved = b"%012x" % (int(mark[:12], 16) + shift_ms)
        if len(mark) == 32:
            return moved + b"7" + blake2b(salt + mark, digest_size=10).hexdigest()[:19].encode()
        clock = moved + mark[12:17] + device
        if len(mark) == 25:
            return clock
        whole = self._by_tail.get(mark[-8:])
        return clock + b"." + (self._other(whole, salt, shift_ms, device)[-8:] if whole else mark[-8:])

    def _sealed(self, one: Told, body: bytes) -> bytes:
        if not one.plain or self.sealer is None:
            return body
        op = json.loads(body)
        for (box, name), value in zip(list(_boxes(op["f"])), one.plain, strict=True):
            box[name] = self.sealer.seal(value, op["k"], name, op["eid"])
        return json.dumps(op, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _unit_of(body: bytes) -> bytes:
    found = _UNIT.search(body)
    return found[1] if found else b""


def _boxes(fields: dict[str, Any]) -> list[tuple[dict[str, Any], str]]:
    """(holder, field) of every sealed value."""
    found: list[tuple[dict[str, Any], str]] = []
    for name, value in fields.items():
        if isinstance(value, dict):
            found += [(fields, name)] if set(value) == {"s"} else _boxes(value)
    return found
