"""Opening: a newer store is refused untouched, a damaged one loses nothing silently, a full disk speaks plainly."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from sqlalchemy import select

from desk import app
from desk.core.actor import Actor
from desk.core.errors import Refused, Trouble
from desk.people.service import add_person
from desk.store import backup, migrate
from desk.store.engine import raw_connection
from desk.store.integrity import all_faults
from desk.store.schema import Base
from desk.store.store import Founding, Store
from desk.store.tables import Gate, Outbox
from desk.wire.sharing import Merge, Sharing
from tests.conftest import KEY
from tests.fakes.clock import FakeClock


def test_a_store_of_a_newer_program_is_refused_and_not_touched(store: Store, clock: FakeClock) -> None:
    store.checkpoint()
    store.close()
    conn = raw_connection(store.path, KEY)
    conn.execute("UPDATE alembic_version SET version_num = '9999'")
    conn.close()
    before = store.path.read_bytes()
    with pytest.raises(Refused, match=r"store\.newer"):
        Store(store.path, KEY, clock)
    assert store.path.read_bytes() == before


def test_a_wrong_key_is_trouble_and_changes_nothing(store: Store, clock: FakeClock) -> None:
    store.checkpoint()
    store.close()
    before = store.path.read_bytes()
    with pytest.raises(Trouble, match=r"store\.damaged"):
        Store(store.path, bytes(32), clock)
    assert store.path.read_bytes() == before


@pytest.mark.parametrize("at", [0, 20, 5000])
def test_a_damaged_store_is_named_and_kept(tmp_path: Path, clock: FakeClock, at: int) -> None:
    desk = app.build(tmp_path, clock=clock)
    desk.found(Founding("锦绣苑", "南门"))
    info = backup.write(desk.home.database, desk.store.key, desk.home.backups, clock.now_ms())
    desk.store.checkpoint()
    desk.close()
    data = bytearray(desk.home.database.read_bytes())
    data[at : at + 4000] = os.urandom(4000)
    desk.home.database.write_bytes(bytes(data))
    again = app.build(tmp_path, clock=clock)
    with pytest.raises(Trouble, match=r"store\.damaged"):
        again.open()
    again.close()
    assert desk.home.database.read_bytes() == bytes(data)
    assert backup.listed(desk.home.backups)[0].path == info.path


def test_a_full_disk_refuses_the_unit_and_keeps_what_was_there(store: Store) -> None:
    with store.unit() as u:
        u.add(Gate, name="先到的")

    def flood() -> None:
        with store.unit() as u:
            u.conn.exec_driver_sql("PRAGMA max_page_count = 1")
            for number in range(2000):
                u.add(Gate, name=f"{number}" * 50)

    with pytest.raises(Trouble, match=r"store\.disk_full"):
        flood()
    with store.reading() as r:
        names = r.conn.execute(select(Gate.name)).scalars().all()
    assert "先到的" in names
    assert len(names) == 2


def test_head_is_what_the_models_say(store: Store) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.runtime.migration import MigrationContext

    app.import_rooms()
    engine = migrate.migration_engine(store.path, KEY)
    with engine.connect() as conn:
        options = {"include_name": migrate.include_name, "render_as_batch": True}
        drift = compare_metadata(MigrationContext.configure(conn, opts=options), Base.metadata)
    engine.dispose()
    assert drift == []


def test_a_fresh_store_is_whole(store: Store) -> None:
    assert all_faults(store.path, KEY) == []


def test_migrating_an_older_store_writes_a_backup_first(
    tmp_path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = app.build(tmp_path, clock=clock)
    desk.found(Founding("锦绣苑", "南门"))
    desk.close()
    monkeypatch.setattr(migrate, "needs_upgrade", lambda path, key: True)
    again = app.build(tmp_path, clock=clock)
    again.open()
    again.close()
    assert len(backup.listed(again.home.backups)) == 1


def test_a_second_founding_is_refused(tmp_path: Path, clock: FakeClock) -> None:
    desk = app.build(tmp_path, clock=clock)
    desk.found(Founding("锦绣苑", "南门"))
    with pytest.raises(Refused, match=r"desk\.already_founded"):
        desk.found(Founding("别处", "北门"))
    desk.close()


def test_a_founding_cut_short_can_be_repeated(tmp_path: Path, clock: FakeClock) -> None:
    tmp_path.joinpath("founding.db").write_bytes(b"half a file")
    desk = app.build(tmp_path, clock=clock)
    desk.found(Founding("锦绣苑", "南门"))
    desk.close()
    assert shutil.disk_usage(tmp_path).total > 0
    assert not tmp_path.joinpath("founding.db").exists()


def test_every_column_says_who_may_see_it() -> None:
    app.import_rooms()
    missing = [str(c) for t in Base.metadata.tables.values() for c in t.columns if "cls" not in c.info]
    assert missing == []
    kinds = {m.class_.__tablename__: m.class_.__merge__ for m in Base.registry.mappers}
    assert set(kinds.values()) <= set(Merge)
    for mapper in Base.registry.mappers:
        table = mapper.local_table
        if Merge(mapper.class_.__merge__) in (Merge.LOCAL, Merge.PROJECTION):
            continue
        assert {"id", "num"} <= {c.name for c in table.columns}, table.name


def test_no_local_column_is_reachable_from_the_wire() -> None:
    from desk.store.wire_rows import wire_columns, wire_fields
    from desk.wire.seal import Sealer

    sealer = Sealer(bytes(32))

    app.import_rooms()
    for mapper in Base.registry.mappers:
        if Merge(mapper.class_.__merge__) not in (Merge.FACT, Merge.RECORD):
            continue
        secret = {c.name for c in mapper.local_table.columns if c.info["cls"] == Sharing.LOCAL}
        assert not secret & wire_columns(mapper.class_)
        assert not secret & set(wire_fields(mapper.class_, dict.fromkeys((*secret, "id"), "canary"), lambda: sealer))


def test_a_sealed_field_travels_as_ciphertext_that_only_the_site_opens(store: Store, actor: Actor) -> None:
    from desk.people.tables import Person
    from desk.wire.seal import Sealer

    with store.unit(actor) as u:
        person = add_person(u, "欧阳春晓", "10400001234")
    with store.reading() as r:
        bodies = r.conn.execute(select(Outbox.body).where(Outbox.eid == person)).scalars().all()
        sealer = Sealer(r.secret("site-seal"))
    assert bodies
    assert not any("欧阳".encode() in body or b"10400001234" in body for body in bodies)
    sealed = json.loads(bodies[0])["f"]["name"]
    assert sealer.open(sealed, Person.__tablename__, "name", person) == "欧阳春晓"
    for wrong in (("person", "phone", person), ("household", "name", person), ("person", "name", "0" * 32)):
        with pytest.raises(ValueError, match="not sealed"):
            sealer.open(sealed, *wrong)
    with pytest.raises(ValueError, match="not sealed"):
        Sealer(bytes(32)).open(sealed, "person", "name", person)
