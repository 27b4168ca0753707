"""Giving out a scope's log, page by page, only to a desk whose place in it is a place in this log (SYNC 2.7)."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, bindparam, case, func, null, select

from desk.core.errors import Refused, Trouble
from desk.hub import bulk
from desk.hub.safety import Safety
from desk.hub.tables import LIFE, OP_LOG, SITE
from desk.wire import chain
from desk.wire.answers import MAX_POINTS, FindAsk, NoPage, PullAsk
from desk.wire.messages import MAX_PAGE, Logged, Page

PAGE_BYTES = 2 * 1024 * 1024  # of bodies; a larger one goes alone
LARGE = 16 * 1024  # larger bodies are fetched one by one, so that 500 of them never lie in memory together

_SIZE = func.length(OP_LOG.c.body)
_BODY = case((_SIZE <= LARGE, OP_LOG.c.body), else_=null())
_HEAD = select(SITE.c.head, SITE.c.head_chain, SITE.c.floor).where(SITE.c.site_id == bindparam("site"))
_ROWS = (
    select(OP_LOG.c.seq, OP_LOG.c.op_id, OP_LOG.c.clock, OP_LOG.c.life, OP_LOG.c.chain, _BODY, _SIZE)
    .where(OP_LOG.c.site_id == bindparam("site"), OP_LOG.c.seq >= bindparam("seq"))
    .order_by(OP_LOG.c.seq)
    .limit(bindparam("most"))
)
_ONE = select(OP_LOG.c.body).where(OP_LOG.c.site_id == bindparam("site"), OP_LOG.c.seq == bindparam("seq"))
_LIVES = select(LIFE.c.life, LIFE.c.device_id).where(LIFE.c.site_id == bindparam("site"))


def site_of(scope: str) -> bytes:
    """The (pseudo-)site whose log a scope is. Raises Refused("hub.scope")."""
    try:
        found = bytes.fromhex(scope[2:])
    except ValueError:
        found = b""
    if scope[:2] not in ("s:", "d:") or len(found) != 16:
        raise Refused("hub.scope")
    return found


def start(scope: str) -> bytes:
    """The chain value before a scope's first line."""
    return chain.start("scope:" + scope)


def page(conn: Connection, ask: PullAsk, safety: Safety, hub_ms: int) -> Page | NoPage:
    """The next piece of the log, or why there is none."""
    site = site_of(ask.scope)
    head = conn.execute(_HEAD, {"site": site}).first()
    if head is None:
        raise Refused("hub.scope")
    if ask.seq < head.floor:
        return NoPage("snapshot", hub_ms, head.floor)
    most = max(1, min(ask.limit, MAX_PAGE))
    rows = conn.execute(_ROWS, {"site": site, "seq": ask.seq, "most": most + 1}).all()
    known: bytes | None = start(ask.scope) if ask.seq == 0 else None
    if ask.seq and rows and rows[0].seq == ask.seq:
        known, rows = bytes(rows[0].chain), rows[1:]
    if not safety.same_chain(_hex(ask.chain), known):
        return NoPage("rewind", hub_ms, head.floor)
    lines = _lines(conn, site, ask.seq, rows[:most])
    end = (lines[-1].seq, bytes(rows[len(lines) - 1].chain).hex()) if lines else (ask.seq, ask.chain)
    return Page(ask.scope, (ask.seq, ask.chain), end, max(head.head, end[0]), tuple(lines))


def _lines(conn: Connection, site: bytes, seq: int, rows: Any) -> list[Logged]:
    """As many lines as fit; raises Trouble("hub.log_gap") rather than leaving one out."""
    lives: dict[int, str] | None = None
    lines: list[Logged] = []
    room = PAGE_BYTES
    for number, op_id, clock, life, link, body, size in rows:
        seq += 1
        room -= size or 0
        if lines and room < 0:
            break
        if number != seq:
            raise Trouble("hub.log_gap")
        if size and body is None:
            body = conn.execute(_ONE, {"site": site, "seq": seq}).scalar()
        if lives is None:
            lives = {row.life: bytes(row.device_id).hex() for row in conn.execute(_LIVES, {"site": site})}
        device = lives.get(life) or clock[17:]
        told = "" if body else bytes(link).hex()
        lines.append(Logged(number, bytes(op_id).hex(), clock, device, bytes(body or b""), told))
    return lines


def find(conn: Connection, ask: FindAsk) -> int:
    """The index of the first point that is in this log, or -1."""
    site = site_of(ask.scope)
    points = ask.points[:MAX_POINTS]
    rows = bulk.find(conn, OP_LOG, ("seq", "chain"), site, "seq", (seq for seq, _ in points))
    known = {row[0]: bytes(row[1]) for row in rows}
    known[0] = start(ask.scope)
    for index, (seq, told) in enumerate(points):
        if known.get(seq) == _hex(told):
            return index
    return -1


def _hex(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError:
        return b""
