"""What the hub holds of a scope in a few values, for a desk that checks itself against it."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, select

from desk.core.errors import Refused
from desk.core.ids import made_at
from desk.hub.project import ERASED_KIND, unpack_stamps
from desk.hub.pull import site_of
from desk.hub.tables import ENTITY, SITE
from desk.wire.digest import DigestAnswer, DigestAsk, Sums, of_fact, of_record
from desk.wire.kinds import Kinds
from desk.wire.sharing import Merge

_names = msgspec.json.Decoder(dict[str, msgspec.Raw]).decode
PART = 1_000


def digest(conn: Connection, ask: DigestAsk, kinds: Kinds, hub_ms: int) -> DigestAnswer:
    """All statements must see one moment. Raises Refused("hub.scope")."""
    site = site_of(ask.scope)
    head = conn.execute(select(SITE.c.head, SITE.c.head_chain).where(SITE.c.site_id == site)).first()
    if head is None:
        raise Refused("hub.scope")
    sums, c = Sums(), ENTITY.c
    records = {kind.name for kind in kinds if kind.merge is Merge.RECORD}
    query = select(c.eid, c.kind, c.fields, c.stamps, c.deleted, c.revived).where(
        c.site_id == site, c.kind != ERASED_KIND
    )
    for row in conn.execution_options(yield_per=PART).execute(query):
        eid = bytes(row.eid)
        if row.kind in records:
            stamps = unpack_stamps(row.stamps, _names(bytes(row.fields)))
            sums.add(row.kind, of_record(eid, stamps, row.deleted, row.revived))
        elif made_at(eid.hex()) >= ask.since_ms:
            sums.add(row.kind, of_fact(eid))
    return DigestAnswer(hub_ms, head.head, bytes(head.head_chain).hex(), sums.told())
