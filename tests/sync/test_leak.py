"""What is local never leaves, what is sealed never leaves in the open: a canary in every such column of every table."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from sqlalchemy import JSON, BigInteger, Boolean, Integer, LargeBinary, insert, select

from desk import app
from desk.store.from_wire import required
from desk.store.kinds import synced_tables
from desk.store.outbox import redact
from desk.store.schema import Base, Id
from desk.store.store import Store
from desk.store.tables import Outbox, Secret
from desk.store.unit import Unit
from desk.store.wire_rows import inner_tables, merge_of, wire_fields
from desk.wire.sharing import Merge, Sharing
from tests.sync.day import a_day
from tests.sync.pair import Pair

app.import_rooms()
TABLES = {mapper.class_.__tablename__: mapper.class_ for mapper in Base.registry.mappers}
WORD = "kanarienvogel"  # no program text, no demo value holds it
BYTES = b"\xca\xfe" + WORD.encode()[:14]
NUMBER = 7_177_177_177_177
ID = BYTES.hex()
FORMS = tuple(form.encode() for form in (WORD, ID, b64encode(BYTES).decode(), str(NUMBER)))
KEPT = {"num", "id", "versions", "deleted_at"}  # written by the unit of work itself
Canary = dict[str, Any]
# Words of the program that rows made of other rows must say to be read at all: such a matter is done and waits for nobody.
READABLE: dict[str, Canary] = {
    "matter": {"kind": "matter", "state": "closed", "open_state": None, "category": "other"},
    "loan": {"state": "returned", "open_state": None},
    "assignment": {"state": "completed", "source": "issue"},
}


def token(column: Any) -> Any:
    """A value of the column's type that is known again in any form of it."""
    kind = column.type
    if isinstance(kind, Id):
        return ID
    if isinstance(kind, LargeBinary):
        return BYTES
    if isinstance(kind, Boolean):
        return True
    if isinstance(kind, JSON):
        return {WORD: [WORD, NUMBER]}
    return NUMBER if isinstance(kind, BigInteger | Integer) else WORD


def columns(table: type[Base], *classes: Sharing) -> Iterator[Any]:
    for column in table.__table__.columns:
        if column.name not in KEPT and Sharing(column.info["cls"]) in classes:
            yield column


def canaries(table: type[Base], *classes: Sharing) -> Canary:
    return {column.name: token(column) for column in columns(table, *classes)}


def whole(table: type[Base], *classes: Sharing) -> Canary:
    """A row with canaries in these columns, and in those of a table whose fields a column holds."""
    inner = {name: canaries(of, *classes) for name, of in inner_tables(table).items()}
    return {**required(table), **canaries(table, *classes), **inner}


def written(u: Unit, *classes: Sharing) -> None:
    """Every way a row of every table gets into the outbox."""
    for name, table in sorted(TABLES.items()):
        if name not in synced_tables():
            continue
        values = whole(table, *classes)
        eid = u.add(table, **values)
        (other,) = u.add_many(table, [dict(values)])
        if merge_of(table) is Merge.RECORD:
            u.set(table, eid, **{**values, **_others(table, values)})
            u.insist(table, eid, **values)
            u.set_many(table, {other: {**values, **_others(table, values)}})
            u.drop(table, eid)
        redact(u, [other])


def _others(table: type[Base], values: Canary) -> Canary:
    """Another value of each number, so that the field is written again."""
    numbers = {name: value + 1 for name, value in values.items() if isinstance(value, int) and value != NUMBER}
    return {name: value for name, value in numbers.items() if not isinstance(values[name], bool)}


def traces(bodies: list[bytes]) -> list[tuple[bytes, bytes]]:
    return [(form, body) for body in bodies for form in FORMS if form in body]


def test_a_canary_that_is_shared_is_found(two_desks: Pair) -> None:
    """The net holds: what may travel does, in every form."""
    with two_desks.a.store.unit(two_desks.a.actor) as u:
        written(u, Sharing.SITE)
    bodies = two_desks.a.bodies()
    assert {form for form, _ in traces(bodies)} == set(FORMS)


@pytest.mark.parametrize("cls", [Sharing.LOCAL, Sharing.SEALED])
def test_no_operation_holds_what_is_local_or_what_is_sealed(two_desks: Pair, cls: Sharing) -> None:
    with two_desks.a.store.unit(two_desks.a.actor) as u:
        written(u, cls)
    bodies = two_desks.a.bodies()
    assert len(bodies) > 4 * len(synced_tables())
    assert traces(bodies) == []
    path = two_desks.a.store.path
    files = [file.read_bytes() for file in path.parent.glob(f"{path.name}*")]
    assert traces(files) == [], "nor do the store's files, which are encrypted"


@pytest.mark.parametrize("cls", [Sharing.LOCAL, Sharing.SEALED])
def test_no_snapshot_holds_it(two_desks: Pair, cls: Sharing) -> None:
    with two_desks.a.store.unit(two_desks.a.actor) as u:
        written(u, cls)
    assert traces([msgspec.json.encode(two_desks.a.things())]) == []


def test_an_allow_list_decides_and_not_a_list_of_secrets(two_desks: Pair) -> None:
    with two_desks.a.store.unit() as u:
        for table in synced_tables().values():
            fields = wire_fields(
                table, {"id": "a" * 32, "unheard_of": WORD, **canaries(table, Sharing.LOCAL)}, u.sealer
            )
            assert fields == {}


def test_a_whole_day_among_canaries_lets_none_out(two_desks: Pair) -> None:
    """Every row that stays here (projections, keys, guards, drafts, the tables of syncing) holds one while a day goes on."""
    with two_desks.a.store.unit() as u:
        for table in TABLES.values():
            if table.__tablename__ not in synced_tables() and table.__tablename__ not in ("sync_self", "outbox"):
                row = {**_keys(table), **canaries(table, *Sharing), **READABLE.get(table.__tablename__, {})}
                u.conn.execute(insert(table).values(**row))
    day = a_day(two_desks.a, two_desks.clock)
    bodies = two_desks.a.bodies()
    assert len(bodies) > 150
    assert traces(bodies) == []
    assert day.visits


def _keys(table: type[Base]) -> Canary:
    """What a row must have beside its own columns."""
    names = {column.name for column in table.__table__.columns}
    values: Canary = {name: value for name, value in (("id", ID), ("versions", {}), ("num", 1)) if name in names}
    return values


def test_the_site_s_keys_stand_in_no_operation(store: Store) -> None:
    with store.unit() as u:
        written(u, *Sharing)
        keys = [bytes(value) for value in u.conn.execute(select(Secret.value)).scalars()]
    with store.reading() as r:
        bodies = [bytes(body) for body in r.conn.execute(select(Outbox.body)).scalars() if body]
    forms = [form for key in keys for form in (key, key.hex().encode(), b64encode(key))]
    assert keys
    assert not [body for body in bodies for form in forms if form in body]
