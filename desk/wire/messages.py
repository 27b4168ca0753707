"""The bytes of pushing and pulling: one header line of JSON, then one line an operation, whose body is kept verbatim.

A body is canonical JSON and so holds no line end and no tab: `<meta JSON>\\t<body>`. In a push the meta is only there
when something must be said (an effective clock value kept from before; an erased body; another desk's operation).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

import msgspec

PROTO = 1
MAX_LINES = 500  # of a push, which the hub takes in one transaction
MAX_PAGE = 1000  # of a page, which a desk takes in pieces
MAX_BYTES = 8 * 1024 * 1024  # of one message, unpacked


class BadMessage(ValueError):
    """Bytes that are no message of this protocol. `code`: `wire.malformed`, `wire.too_large`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Line:
    """One operation in a push. body empty: erased by retention, `id`, `digest` and the kind carry it.

    clock: the effective value it already had (kept after the hub went back); digest: its link in the chain (hex), told
    only with an erased body.
    """

    body: bytes
    id: str = ""
    clock: str = ""
    digest: str = ""


@dataclass(frozen=True)
class Push:
    """Lines `base + 1 ...` of one incarnation of a device, after the chain value `base_hash`.

    offered: lines that another device, or a former life of this one, wrote: no numbers, told apart by operation id.
    """

    incarnation: str
    base: int
    base_hash: str
    lines: tuple[Line, ...]
    offered: bool = False


class Logged(msgspec.Struct, frozen=True):
    """One line of a scope's log. chain: told only where the body was erased and it cannot be worked out."""

    seq: int
    op_id: str
    clock: str
    device: str
    body: bytes
    chain: str = ""


@dataclass(frozen=True)
class Page:
    """A piece of a scope's log from just after `start` to `end`; both are (seq, chain hex). head: the newest seq."""

    scope: str
    start: tuple[int, str]
    end: tuple[int, str]
    head: int
    lines: tuple[Logged, ...]


class _PushHead(msgspec.Struct):
    proto: int
    incarnation: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{32}$")]
    base: int
    base_hash: Annotated[str, msgspec.Meta(pattern="^([0-9a-f]{32})?$")]
    n: int
    offered: bool = False


class _LineMeta(msgspec.Struct, omit_defaults=True):
    id: str = ""
    clock: str = ""
    digest: str = ""


class _PageHead(msgspec.Struct):
    scope: str
    start: tuple[int, str]
    end: tuple[int, str]
    head: int
    n: int


_push_head = msgspec.json.Decoder(_PushHead)
_line_meta = msgspec.json.Decoder(_LineMeta)
_page_head = msgspec.json.Decoder(_PageHead)
_logged_meta = msgspec.json.Decoder(tuple[int, str, str, str, str])
_encode = msgspec.json.Encoder().encode


def pack_push(push: Push) -> bytes:
    head = _PushHead(PROTO, push.incarnation, push.base, push.base_hash, len(push.lines), push.offered)
    return _join(_encode(head), (_push_line(line) for line in push.lines))


def unpack_push(data: bytes) -> Push:
    """Raises BadMessage."""
    head, lines = _split(data, _push_head)
    if head.proto != PROTO or head.base < 0:
        raise BadMessage("wire.malformed")
    found = tuple(_read_push_line(line) for line in _counted(lines, head.n, MAX_LINES))
    return Push(head.incarnation, head.base, head.base_hash, found, head.offered)


def pack_page(page: Page) -> bytes:
    head = _PageHead(page.scope, page.start, page.end, page.head, len(page.lines))
    metas = (_encode((x.seq, x.op_id, x.clock, x.device, x.chain)) + b"\t" + x.body for x in page.lines)
    return _join(_encode(head), metas)


def unpack_page(data: bytes) -> Page:
    """Raises BadMessage: a truncated page is refused whole, before anything of it is applied."""
    head, lines = _split(data, _page_head)
    found = tuple(_read_logged(line) for line in _counted(lines, head.n, MAX_PAGE))
    return Page(head.scope, head.start, head.end, head.head, found)


def page_start(data: bytes) -> tuple[int, str]:
    """Where a page begins, without the rest of it. Raises BadMessage."""
    start: tuple[int, str] = _decoded(_page_head, data.partition(b"\n")[0]).start
    return start


def _join(head: bytes, lines: Iterable[bytes]) -> bytes:
    return b"\n".join((head, *lines, b""))


def _split(data: bytes, decoder: Any) -> tuple[Any, Sequence[bytes]]:
    if len(data) > MAX_BYTES:
        raise BadMessage("wire.too_large")
    if not data.endswith(b"\n"):
        raise BadMessage("wire.malformed")
    first, *lines = data[:-1].split(b"\n")
    return _decoded(decoder, first), lines


def _counted(lines: Sequence[bytes], promised: int, most: int) -> Sequence[bytes]:
    if len(lines) != promised:
        raise BadMessage("wire.malformed")
    if promised > most:
        raise BadMessage("wire.too_large")
    return lines


def _push_line(line: Line) -> bytes:
    if not (line.id or line.clock or line.digest):
        return line.body
    return _encode(_LineMeta(line.id, line.clock, line.digest)) + b"\t" + line.body


def _read_push_line(line: bytes) -> Line:
    meta, tab, body = line.partition(b"\t")
    if not tab:
        return Line(line)
    said = _decoded(_line_meta, meta)
    return Line(body, said.id, said.clock, said.digest)


def _read_logged(line: bytes) -> Logged:
    meta, tab, body = line.partition(b"\t")
    if not tab:
        raise BadMessage("wire.malformed")
    seq, op_id, clock, device, chain = _decoded(_logged_meta, meta)
    return Logged(seq, op_id, clock, device, body, chain)


def _decoded(decoder: Any, data: bytes) -> Any:
    try:
        return decoder.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise BadMessage("wire.malformed") from None
