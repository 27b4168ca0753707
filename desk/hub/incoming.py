"""What a desk pushed, read and judged line by line before any lock is taken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

import msgspec

from desk.wire import chain, merge, ops
from desk.wire.kinds import Kinds
from desk.wire.messages import BadMessage, Line, Push
from desk.wire.ops import Op

ASIDE, REFUSED = "aside", "refused"
KIND_UNKNOWN, ACT_UNKNOWN, TOO_NEW = "hub.kind_unknown", "hub.act_unknown", "wire.too_new"
NOT_YOURS = "hub.kind_not_yours"
NOT_KEPT = frozenset(
    {"wire.field_unknown", "wire.not_sealed", NOT_YOURS}
)  # must not reach a desk: not even as evidence
_HEX32 = re.compile("[0-9a-f]{32}")
_CLOCK = re.compile("[0-9a-f]{16}-[0-9a-f]{8}")


@dataclass(slots=True)
class Incoming:
    """One line. dseq 0 and no dhash: offered. state: '' (applies), ASIDE, REFUSED, with a code. body None: erased, or
    not to be kept; `sent` is what the chain of the log is made with. kept: the clock value it had before, as its desk says;
    clock: the one it counts by here."""

    dseq: int
    dhash: bytes | None
    op_id: bytes
    sent: bytes
    body: bytes | None
    kept: str = ""
    op: Op | None = None
    eid: bytes | None = None
    kind: str = ""
    state: str = ""
    code: str = ""
    clock: str = ""


class _Hint(msgspec.Struct):
    """What can be read of an operation of a version that this hub does not know."""

    id: str = ""
    k: str = ""
    eid: str = ""


_hint = msgspec.json.Decoder(_Hint)


def read(push: Push, kinds: Kinds, by_hub: bool = False) -> list[Incoming]:
    """Every line of a push with its place in the device's chain. Raises BadMessage where the frame itself is wrong.

    by_hub: the hub's own words.
    """
    if push.offered:
        return [_judged(line, kinds, 0, None, by_hub) for line in push.lines]
    digest = _bytes16(push.base_hash)
    found = []
    for dseq, line in enumerate(push.lines, push.base + 1):
        digest = chain.link(digest, line.body) if line.body else _bytes16(line.digest)
        found.append(_judged(line, kinds, dseq, digest, by_hub))
    return found


def _judged(line: Line, kinds: Kinds, dseq: int, dhash: bytes | None, by_hub: bool) -> Incoming:
    kept = line.clock if _CLOCK.fullmatch(line.clock) else ""
    if not line.body:
        return Incoming(dseq, dhash, _bytes16(line.id), b"", None, kept)
    try:
        op = ops.parse(line.body)
    except ops.BadOp as bad:
        return _unread(line, bad.code, dseq, dhash, kept)
    state, code = judge(op, kinds, by_hub)
    body = None if code in NOT_KEPT else line.body
    return Incoming(
        dseq, dhash, bytes.fromhex(op.id), line.body, body, kept, op, bytes.fromhex(op.eid), op.kind, state, code
    )


def judge(op: Op, kinds: Kinds, by_hub: bool = True) -> tuple[str, str]:
    """(state, code) of an operation: ('', '') applies; one that leaks or makes no sense is refused, a newer one waits.

    by_hub False: a desk wrote it, and what only the hub says is refused.
    """
    if op.act == merge.REDACT:
        return ("", "") if erased_eids(op) else (REFUSED, "wire.malformed")
    if op.act not in merge.ACTS:
        return ASIDE, ACT_UNKNOWN
    kind = kinds.get(op.kind)
    if kind is None:
        return ASIDE, KIND_UNKNOWN
    if kind.by_hub and not by_hub:
        return REFUSED, NOT_YOURS
    fault = kind.fault(op.f)
    return (REFUSED, fault) if fault else ("", "")


def erased_eids(op: Op) -> list[bytes]:
    """The entities a redaction names; nothing when it is no proper one."""
    named = op.f.get("eids")
    if not isinstance(named, Sequence) or isinstance(named, str):
        return []
    if not all(isinstance(eid, str) and _HEX32.fullmatch(eid) for eid in named):
        return []
    return [bytes.fromhex(eid) for eid in named]


def _unread(line: Line, code: str, dseq: int, dhash: bytes | None, kept: str) -> Incoming:
    """A line that is no operation to this hub: kept as it came, under its id or, without one, under its digest."""
    try:
        hint = _hint.decode(line.body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        hint = _Hint()
    named = line.id or hint.id
    op_id = bytes.fromhex(named) if _HEX32.fullmatch(named) else digest_of(line.body)
    eid = bytes.fromhex(hint.eid) if _HEX32.fullmatch(hint.eid) else None
    state = ASIDE if code == TOO_NEW else REFUSED
    return Incoming(dseq, dhash, op_id, line.body, line.body, kept, None, eid, hint.k[:40], state, code)


def digest_of(body: bytes) -> bytes:
    return blake2b(body, digest_size=16).digest()


def _bytes16(text: str) -> bytes:
    if not _HEX32.fullmatch(text):
        raise BadMessage("wire.malformed")
    return bytes.fromhex(text)
