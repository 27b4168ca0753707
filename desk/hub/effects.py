"""What follows from the things of a site: holders, tasks for double claims and double entries, balances (SYNC 2.5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Any

from sqlalchemy import Connection, and_, or_, select

from desk.hub import bulk, shown
from desk.hub.project import Key, Pictures
from desk.hub.tables import BALANCE, CLAIM, TASK
from desk.wire.kinds import Kind, Kinds
from desk.wire.merge import Claim, Entity, holding
from desk.wire.sharing import Merge

DOUBLE_CLAIM, DOUBLE_ENTRY = "double_claim", "double_entry"
CLAIM_COLUMNS = ("site_id", "eid", "kind", "item", "stamp", "released")
TASK_COLUMNS = ("site_id", "sort", "eid", "kind", "item", "opened_at", "closed_at")
LONGEST = 200  # characters of a word that stands in an index: PostgreSQL takes 2,700 bytes there
MOST = 2**53  # of one entry; sums of them stay within what a database counts by
BALANCE_COLUMNS = ("site_id", "kind", "account", "amount")
Item = tuple[str, str]  # kind, item
Row = tuple[Any, ...]


def store(conn: Connection, pictures: Pictures, kinds: Kinds, at: int) -> None:
    """Bring claims, tasks and balances up to the things of this batch."""
    touched = set(pictures.now) | {p for p in pictures.before if p[0] in pictures.newly_erased}
    by_merge: dict[Merge, list[Key]] = {}
    keyed: list[tuple[Key, Kind]] = []
    shown.store(conn, pictures, touched)
    for place in touched:
        kind = kinds.get(place[1])
        if kind is not None and kind.merge in (Merge.CLAIM, Merge.LEDGER):
            by_merge.setdefault(kind.merge, []).append(place)
        elif kind is not None and kind.key:
            keyed.append((place, kind))
    if ledgers := by_merge.get(Merge.LEDGER):
        _balances(conn, pictures, ledgers)
    if claims := by_merge.get(Merge.CLAIM):
        _claims(conn, pictures, claims, at)
    if keyed:
        _entries(conn, pictures, keyed, at)


# --- ledgers ---------------------------------------------------------------------------------------------------------


def entry(thing: Entity | None) -> tuple[str, int] | None:
    """(account, amount) of a ledger's entry, or None for one that says neither."""
    if thing is None or thing.gone:
        return None
    account, amount = thing.fields.get("account"), thing.fields.get("amount")
    if not isinstance(account, str) or type(amount) is not int or abs(amount) > MOST:
        return None
    return _word(account), amount


def _balances(conn: Connection, pictures: Pictures, places: Iterable[Key]) -> None:
    moved: dict[Item, int] = {}
    for place in places:
        for found, sign in ((entry(pictures.before.get(place)), -1), (entry(pictures.now.get(place)), 1)):
            if found:
                account = (place[1], found[0])
                moved[account] = moved.get(account, 0) + sign * found[1]
    moved = {account: amount for account, amount in moved.items() if amount}
    rows = bulk.find(conn, BALANCE, BALANCE_COLUMNS, pictures.site, "account", (name for _, name in moved))
    held = {(row[1], row[2]): row[3] for row in rows}
    fresh = [(pictures.site, *account, held.get(account, 0) + amount) for account, amount in moved.items()]
    bulk.put(conn, BALANCE, BALANCE_COLUMNS, fresh)


# --- claims ----------------------------------------------------------------------------------------------------------


def _claims(conn: Connection, pictures: Pictures, places: list[Key], at: int) -> None:
    told = dict(_told(pictures, places))
    held = {row[1]: tuple(row) for row in bulk.find(conn, CLAIM, CLAIM_COLUMNS, pictures.site, "eid", told)}
    rows = {eid: _joined(pictures.site, eid, held.get(eid), news) for eid, news in told.items()}
    bulk.put(conn, CLAIM, CLAIM_COLUMNS, list(rows.values()))
    items = {(row[2], row[3]) for row in (*rows.values(), *held.values()) if row[3]}
    settle(conn, pictures.site, DOUBLE_CLAIM, items, at)


def _told(pictures: Pictures, places: list[Key]) -> Iterator[tuple[bytes, list[Row]]]:
    """For each claim that something is said of: a list of (kind, item, stamp, released)."""
    found: dict[bytes, list[Row]] = {}
    for place in places:
        thing = pictures.now.get(place)
        if thing is None:  # erased: what it took or gave back stands
            continue
        said = claim_of(place, thing)
        if said:
            found.setdefault(said[0], []).append((place[1], *said[1:]))
    yield from found.items()


def claim_of(place: Key, thing: Entity) -> tuple[bytes, str, str, int] | None:
    """What a claim or a release says: (id of the claim, item, stamp, released), item '' where only released."""
    given_back = thing.fields.get("releases")
    if isinstance(given_back, str) and len(given_back) == 32:
        try:
            return bytes.fromhex(given_back), "", "", 0 if thing.gone else 1
        except ValueError:
            return None
    item = thing.fields.get("item")
    if not isinstance(item, str) or not item:
        return None
    return place[0], _word(item), thing.stamps["item"], int(thing.gone)


def _joined(site: bytes, eid: bytes, held: Row | None, news: list[Row]) -> Row:
    kind, item, stamp, released = held[2:] if held else ("", "", "", 0)
    for said_kind, said_item, said_stamp, said_released in news:
        kind, released = said_kind, max(released, said_released)
        if said_item:
            item, stamp = said_item, said_stamp
    return site, eid, kind, item, stamp, released


def _entries(conn: Connection, pictures: Pictures, keyed: list[tuple[Key, Kind]], at: int) -> None:
    """Things that people know by a key, as claims of that key: the oldest entry (by its id, as at the desks) has it."""
    held = {row[0]: tuple(row) for row in _claimed(conn, pictures.site, (place[0] for place, _ in keyed))}
    rows: dict[bytes, Row] = {}
    for (eid, name), kind in keyed:
        thing = pictures.now.get((eid, name))
        item = business_key(kind, thing) or (held[eid][2] if eid in held else "")
        if item:
            rows[eid] = (pictures.site, eid, name, item, "", int(thing is None or thing.gone))
    bulk.put(conn, CLAIM, CLAIM_COLUMNS, list(rows.values()))
    items = {(row[2], row[3]) for row in rows.values()} | {(row[1], row[2]) for row in held.values()}
    settle(conn, pictures.site, DOUBLE_ENTRY, items, at)


def _claimed(conn: Connection, site: bytes, eids: Iterable[bytes]) -> list[Row]:
    """(entity, kind, item)."""
    return [
        (bytes(row[0]), row[1], row[2]) for row in bulk.find(conn, CLAIM, ("eid", "kind", "item"), site, "eid", eids)
    ]


def business_key(kind: Kind, thing: Entity | None) -> str:
    """What people know a thing by, as one word: `3-1-1202`; "" while nothing of it was said."""
    said = [str(thing.fields.get(name) or "") for name in kind.key] if thing is not None else []
    return _word("-".join(said)) if any(said) else ""


def _word(text: str) -> str:
    """What stands for it in an index: itself, unless it is far too long to be one; PostgreSQL takes no NUL."""
    text = text.replace("\0", "\ufffd")
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…{blake2b(text.encode(), digest_size=8).hexdigest()}"


def settle(conn: Connection, site: bytes, sort: str, items: Iterable[Item], at: int) -> None:
    """A task for each further open claim of these things; closed once it is released or has become the holder."""
    wanted = list(items)
    for start in range(0, len(wanted), 100):
        part = wanted[start : start + 100]
        disputed = set(_disputed(conn, site, part))
        known = select(TASK).where(TASK.c.site_id == site, TASK.c.sort == sort, _among(TASK, part))
        tasks = {row.eid: row for row in conn.execute(known)}
        rows: list[Row] = [(site, sort, eid, kind, item, _opened(tasks, eid, at), None) for eid, kind, item in disputed]
        still = {eid for eid, _, _ in disputed}
        rows += [
            (site, sort, eid, row.kind, row.item, row.opened_at, at)
            for eid, row in tasks.items()
            if eid not in still and row.closed_at is None
        ]
        bulk.put(conn, TASK, TASK_COLUMNS, rows)


def _opened(tasks: dict[bytes, Any], eid: bytes, at: int) -> int:
    return int(tasks[eid].opened_at) if eid in tasks else at


def _among(table: Any, items: list[Item]) -> Any:
    return or_(*(and_(table.c.kind == kind, table.c.item == item) for kind, item in items))


def _disputed(conn: Connection, site: bytes, items: list[Item]) -> Iterator[tuple[bytes, str, str]]:
    rows = conn.execute(select(CLAIM).where(CLAIM.c.site_id == site, _among(CLAIM, items))).all()
    for kind, item in items:
        claims = [
            Claim(row.eid.hex(), item, row.stamp, bool(row.released))
            for row in rows
            if (row.kind, row.item) == (kind, item)
        ]
        for eid in holding(item, claims).disputed:
            yield bytes.fromhex(eid), kind, item
