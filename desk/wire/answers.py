"""The small JSON messages around pushing and pulling: what a desk asks and what a hub answers. See messages.py for lines."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from desk.wire.messages import BadMessage

MAX_POINTS = 64
ERASURE = "redaction"
T = TypeVar("T")


class Refusal(msgspec.Struct):
    """A line that the hub keeps as evidence but does not apply, or cannot read yet. code: `wire.*` or `hub.*`."""

    id: str
    code: str


class PushAnswer(msgspec.Struct):
    """result: `ok` (lines up to `acked` are stored), `need` (the hub knows only `last`, send from there), `fork` (this
    life of the desk is also lived elsewhere: begin a new one). hub_ms: the hub's UTC milliseconds.

    known: of offered lines, those that stood in the log before: operation id -> (seq, clock)."""

    result: str
    hub_ms: int
    acked: int = 0
    last: int = 0
    last_hash: str = ""
    head: int = 0
    refused: list[Refusal] = []
    known: dict[str, tuple[int, str]] = {}


class PullAsk(msgspec.Struct):
    """The log of a scope from just after (seq, chain)."""

    scope: str
    seq: int
    chain: str
    limit: int = 500


class NoPage(msgspec.Struct):
    """Instead of a page. result: `rewind` (that chain value is not in this hub's log) or `snapshot` (before `floor`)."""

    result: str
    hub_ms: int
    floor: int = 0


class FindAsk(msgspec.Struct):
    """Which of these (seq, chain) is in the hub's log? At most MAX_POINTS, newest first."""

    scope: str
    points: list[tuple[int, str]]


class FindAnswer(msgspec.Struct):
    """index of the first point that is in the log, or -1."""

    index: int
    hub_ms: int


class Thing(msgspec.Struct):
    """One entity in a snapshot. stamps: field -> stamp; deleted, revived: stamps or ''.

    kind ERASURE: whatever has this id was erased for good (`deleted`: by which write), on this end as well.
    """

    kind: str
    eid: str
    fields: dict[str, Any]
    stamps: dict[str, str]
    deleted: str = ""
    revived: str = ""


class SnapshotAsk(msgspec.Struct):
    """token '' begins; `since_ms`: facts written before it are left out (the desk's own retention would erase them)."""

    scope: str
    token: str = ""
    limit: int = 500
    since_ms: int = 0


class SnapshotPage(msgspec.Struct):
    """things in key order; token '' after the last page; start: (seq, chain) to pull from once all pages are in.

    `start` is told by the first page and repeated by every page of the same run: it is carried in the token. end: where
    the log ends, (seq, chain), once the page was read; things may be as new as that, and (0, "") is an older hub's.
    """

    start: tuple[int, str]
    token: str
    things: list[Thing]
    end: tuple[int, str] = (0, "")


class Hello(msgspec.Struct):
    """What a desk says of itself each time it comes back. waiting, oldest_at: its outbox; conflicts: open ones."""

    proto: int
    app: str
    max_op: int
    incarnation: str
    desk_ms: int
    waiting: int = 0
    oldest_at: int = 0
    conflicts: int = 0
    refused: int = 0
    name: str = ""
    tables: dict[str, int] = {}


class HelloAnswer(msgspec.Struct):
    """min_op, max_op: operation versions this hub takes; scopes: what this desk may pull; heads: scope -> newest seq."""

    hub_ms: int
    proto: int
    min_op: int
    max_op: int
    scopes: list[str]
    heads: dict[str, int]
    banner: str = ""


def pack(message: msgspec.Struct) -> bytes:
    return msgspec.json.encode(message)


def unpack(kind: type[T], data: bytes) -> T:
    """Raises BadMessage."""
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise BadMessage("wire.malformed") from None
