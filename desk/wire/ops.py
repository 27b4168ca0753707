"""The operation: one line of the outbox, kept byte for byte from the desk to the hub and back (SYNC 2.3)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Annotated, Any

import msgspec

VERSION = 1
MAX_BODY = 768 * 1024  # bytes; the roll call of a large estate is about 200 KB
MAX_FIELDS = 500
ERASED = b""  # stands for a body that retention has erased; its hash is carried on


class Op(msgspec.Struct, frozen=True):
    """One change. `f`: fields; `base`: per field, the clock value the author saw; `at`: wall ms; `off`: hub offset ms.

    act: add (fact or new record), set (fields), del, undel, redact (`f`: {"eids": [...]} whose bodies are erased).
    """

    id: str
    hlc: str
    kind: str
    act: str
    eid: str
    by: str
    at: int
    f: Mapping[str, Any] = {}
    base: Mapping[str, str] = {}
    off: int | None = None
    tx: str = ""
    txn: int = 1

    def canonical(self) -> bytes:
        """UTF-8 JSON with sorted keys and no spaces: the bytes that are hashed and sent."""
        line: dict[str, Any] = {
            "v": VERSION, "id": self.id, "hlc": self.hlc, "k": self.kind, "act": self.act, "eid": self.eid,
            "f": dict(self.f), "by": self.by, "at": self.at, "off": self.off, "tx": self.tx, "txn": self.txn,
        }  # fmt: skip
        if self.base:
            line["base"] = dict(self.base)
        return json.dumps(line, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


class BadOp(ValueError):
    """Bytes that are no operation. `code`: `wire.too_large`, `wire.malformed`, `wire.too_new`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


_Hex32 = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{32}$")]
_Stamp = Annotated[str, msgspec.Meta(max_length=64)]


class _Line(msgspec.Struct):
    """What a line must look like; fields it has beyond these survive, because the bytes are kept as they came."""

    v: Annotated[int, msgspec.Meta(ge=1)]
    id: _Hex32
    hlc: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{16}-[0-9a-f]{8}$")]
    k: Annotated[str, msgspec.Meta(pattern="^[a-z][a-z0-9_]{0,39}$")]
    act: Annotated[str, msgspec.Meta(pattern="^[a-z]{1,12}$")]
    eid: _Hex32
    by: Annotated[str, msgspec.Meta(max_length=64)]
    at: Annotated[int, msgspec.Meta(ge=-(2**62), le=2**62)]
    f: dict[str, Any] = {}
    base: dict[str, _Stamp] = {}
    off: Annotated[int, msgspec.Meta(ge=-(2**62), le=2**62)] | None = None
    tx: Annotated[str, msgspec.Meta(max_length=64)] = ""
    txn: Annotated[int, msgspec.Meta(ge=0, le=2**31)] = 1


class _Version(msgspec.Struct):
    """All that is sure of a line of a version yet to come."""

    v: int


_decoder = msgspec.json.Decoder(_Line)
_version = msgspec.json.Decoder(_Version)


def _newer(body: bytes) -> bool:
    """Whether a line that does not look like ours says of itself that it is of a later version."""
    try:
        return _version.decode(body).v > VERSION
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return False


def parse(body: bytes) -> Op:
    """Read a line from outside. Raises BadOp; a version above ours is told apart from nonsense (`wire.too_new`)."""
    if len(body) > MAX_BODY:
        raise BadOp("wire.too_large")
    try:
        line = _decoder.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise BadOp("wire.too_new" if _newer(body) else "wire.malformed") from None
    if line.v > VERSION:
        raise BadOp("wire.too_new")
    if len(line.f) > MAX_FIELDS or len(line.base) > MAX_FIELDS:
        raise BadOp("wire.too_large")
    return Op(
        line.id, line.hlc, line.k, line.act, line.eid, line.by, line.at, line.f, line.base, line.off, line.tx, line.txn
    )
