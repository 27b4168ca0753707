"""Everything as it stands now, for a new desk: paged in key order, each page on its own, resumable (SYNC 2.8).

The log is pulled from `start` afterwards, and merging the same writes again changes nothing: so no page needs to fit
the other, and no transaction lasts longer than one page.
"""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any

import msgspec
from sqlalchemy import Connection, case, func, null, or_, select, tuple_

from desk.core.errors import Refused
from desk.hub.incoming import ASIDE
from desk.hub.project import unpack_stamps
from desk.hub.pull import LARGE, PAGE_BYTES, site_of, start
from desk.hub.tables import ENTITY, OP_LOG, PARKED, SITE
from desk.wire.answers import SnapshotAsk
from desk.wire.kinds import Kinds
from desk.wire.messages import MAX_PAGE, BadMessage
from desk.wire.sharing import Merge

_SIZE = func.length(ENTITY.c.fields)
_names = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode


class RawThing(msgspec.Struct):
    """answers.Thing, with the fields as they lie in the database."""

    kind: str
    eid: str
    fields: msgspec.Raw
    stamps: dict[str, str]
    deleted: str = ""
    revived: str = ""


class RawPage(msgspec.Struct):
    """answers.SnapshotPage of RawThing."""

    start: tuple[int, str]
    token: str
    things: list[RawThing]
    end: tuple[int, str]


class Token(msgspec.Struct, array_like=True):
    """Where a run began in the log, what it leaves out, and the last thing it told."""

    seq: int
    chain: str
    since_ms: int
    eid: str = ""
    kind: str = ""


def page(conn: Connection, ask: SnapshotAsk, kinds: Kinds) -> RawPage:
    """The next page. Raises BadMessage for a token that is none, Refused("hub.scope")."""
    site = site_of(ask.scope)
    token = _read(ask.token) if ask.token else _begin(conn, ask.scope, ask.since_ms)
    most = max(1, min(ask.limit, MAX_PAGE))
    rows = conn.execute(_query(site, token, kinds).limit(most + 1)).all()
    things: list[RawThing] = []
    room = PAGE_BYTES
    for row in rows[:most]:
        room -= row.size
        if things and room < 0:
            break
        things.append(_thing(conn, site, row))
    more = len(things) < len(rows)
    following = (
        _write(Token(token.seq, token.chain, token.since_ms, things[-1].eid, rows[len(things) - 1].kind))
        if more
        else ""
    )
    return RawPage((token.seq, token.chain), following, things, _end(conn, site))  # read last: it covers the things


def _begin(conn: Connection, scope: str, since_ms: int) -> Token:
    """A run is followed from the head on; or from before the oldest line this hub does not understand yet, since no
    picture shows what such lines say."""
    site = site_of(scope)
    head = conn.execute(select(SITE.c.head, SITE.c.head_chain, SITE.c.floor).where(SITE.c.site_id == site)).first()
    if head is None:
        raise Refused("hub.scope")
    oldest = select(func.min(PARKED.c.seq)).where(PARKED.c.site_id == site, PARKED.c.state == ASIDE)
    first = conn.execute(oldest).scalar()
    if first is not None and first - 1 >= head.floor:
        link = select(OP_LOG.c.chain).where(OP_LOG.c.site_id == site, OP_LOG.c.seq == first - 1)
        value = conn.execute(link).scalar() if first > 1 else start(scope)
        if value is not None:
            return Token(first - 1, bytes(value).hex(), since_ms)
    return Token(head.head, bytes(head.head_chain).hex(), since_ms)


def _end(conn: Connection, site: bytes) -> tuple[int, str]:
    head = conn.execute(select(SITE.c.head, SITE.c.head_chain).where(SITE.c.site_id == site)).one()
    return int(head.head), bytes(head.head_chain).hex()


def _query(site: bytes, token: Token, kinds: Kinds) -> Any:
    c = ENTITY.c
    body = case((_SIZE <= LARGE, c.fields), else_=null()).label("fields")
    query = select(c.eid, c.kind, body, _SIZE.label("size"), c.stamps, c.deleted, c.revived).where(c.site_id == site)
    if token.eid:
        query = query.where(tuple_(c.eid, c.kind) > tuple_(bytes.fromhex(token.eid), token.kind))
    if token.since_ms:
        facts = [kind.name for kind in kinds if kind.merge is not Merge.RECORD]
        query = query.where(or_(c.ms >= token.since_ms, c.kind.not_in(facts)))
    return query.order_by(c.eid, c.kind)


def _thing(conn: Connection, site: bytes, row: Any) -> RawThing:
    fields = row.fields
    if fields is None:
        whole = select(ENTITY.c.fields).where(
            ENTITY.c.site_id == site, ENTITY.c.eid == row.eid, ENTITY.c.kind == row.kind
        )
        fields = conn.execute(whole).scalar() or b"{}"
    stamps = unpack_stamps(row.stamps, _names(bytes(fields)))
    return RawThing(row.kind, bytes(row.eid).hex(), msgspec.Raw(bytes(fields)), stamps, row.deleted, row.revived)


def _write(token: Token) -> str:
    return urlsafe_b64encode(msgspec.json.encode(token)).decode()


def _read(text: str) -> Token:
    try:
        token = msgspec.json.decode(urlsafe_b64decode(text), type=Token)
        bytes.fromhex(token.eid)
        return token
    except (ValueError, msgspec.DecodeError):
        raise BadMessage("wire.malformed") from None
