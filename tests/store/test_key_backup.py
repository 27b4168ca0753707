"""Key, recovery code, backup and restore: a dead computer is not a dead archive."""

from __future__ import annotations

import json
import os
import stat
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select, update

from desk import app
from desk.core.clock import DAY_MS, HOUR_MS
from desk.core.errors import Refused, Trouble
from desk.core.paths import Home
from desk.restoring import restore
from desk.store import backup, outbox
from desk.store import key as keys
from desk.store.store import Founding, Store
from desk.store.tables import Gate, Site, SyncSelf
from tests.conftest import KEY
from tests.fakes.clock import FakeClock


def gates(store: Store) -> set[str]:
    with store.reading() as r:
        return set(r.conn.execute(select(Gate.name)).scalars())


def test_a_private_home_keeps_its_key_in_a_file_nobody_else_reads(tmp_path: Path) -> None:
    home = Home(tmp_path / "home", private=True)
    key = keys.make_key()
    assert keys.save_key(home, key) == "file"
    assert keys.load_key(home) == key
    if os.name == "posix":
        assert stat.S_IMODE(home.key_file.stat().st_mode) == 0o600


def test_a_wrapped_key_needs_its_passphrase(tmp_path: Path) -> None:
    home = Home(tmp_path, private=True)
    key = keys.make_key()
    keys.save_key(home, key, "门卫室")
    assert keys.where_key(home) == "wrapped"
    with pytest.raises(Refused, match=r"key\.passphrase_needed"):
        keys.load_key(home)
    with pytest.raises(Refused, match=r"key\.code_wrong"):
        keys.load_key(home, "别的")
    assert keys.load_key(home, "门卫室") == key
    assert key.hex() not in home.key_file.read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"where":"file","key":"zz"}', '{"where":"file","key":"00"}'])
def test_a_broken_key_file_is_trouble_and_never_another_key(tmp_path: Path, text: str) -> None:
    home = Home(tmp_path, private=True)
    home.key_file.write_text(text, encoding="utf-8")
    with pytest.raises(Trouble):
        keys.load_key(home)


def test_recovery_codes_are_read_as_people_type_them() -> None:
    code = keys.make_recovery_code()
    assert keys.clean_recovery_code(code.lower().replace("-", " ")) == code
    for wrong in ("", "ABCD", code + "A", code[:-1] + "0"):
        with pytest.raises(Refused, match=r"key\.code_shape"):
            keys.clean_recovery_code(wrong)


def test_a_backup_opens_on_another_computer_by_its_recovery_code(tmp_path: Path, clock: FakeClock) -> None:
    old = app.build(tmp_path / "old", clock=clock)
    code = old.found(Founding("锦绣苑", "南门"))
    with old.store.unit() as u:
        u.add(Gate, name="北门")
    info = backup.write(old.home.database, old.store.key, tmp_path / "stick", clock.now_ms())
    with old.store.reading() as r:
        before = r.conn.execute(select(SyncSelf.incarnation)).scalar_one()
    old.close()

    new = app.build(tmp_path / "new", clock=clock)
    with pytest.raises(Refused, match=r"key\.code_wrong"):
        restore(new, backup.inspect(info.path), keys.make_recovery_code())
    restore(new, backup.inspect(info.path), code)
    assert "北门" in gates(new.store)
    with new.store.reading() as r:
        assert r.conn.execute(select(SyncSelf.incarnation)).scalar_one() != before
        assert outbox.first_break(r) is None
    new.close()
    again = app.build(tmp_path / "new", clock=clock)
    again.open()
    assert "北门" in gates(again.store)
    again.close()


def test_restoring_keeps_what_stood_there(tmp_path: Path, clock: FakeClock) -> None:
    desk = app.build(tmp_path / "home", clock=clock)
    desk.found(Founding("锦绣苑", "南门"))
    info = backup.write(desk.home.database, desk.store.key, tmp_path / "stick", clock.now_ms())
    with desk.store.unit() as u:
        u.add(Gate, name="后来的门")
    desk.close()
    back = app.build(tmp_path / "home", clock=clock)
    restore(back, info)
    assert "后来的门" not in gates(back.store)
    back.close()
    assert list((tmp_path / "home").glob("desk.db.aside-*"))


def test_a_backup_is_encrypted_and_says_no_name(store: Store, tmp_path: Path, actor: object) -> None:
    with store.unit() as u:
        u.add(Gate, name="独一无二的门名")
    info = backup.write(store.path, KEY, tmp_path / "b", store.clock.now_ms())
    assert "独一无二的门名".encode() not in info.path.read_bytes()
    with zipfile.ZipFile(info.path) as file:
        assert json.loads(file.read("meta.json"))["site"] == "锦绣苑"
        assert b"SQLite format" not in file.read("desk.db")[:32]


@pytest.mark.parametrize("cut", [0.2, 0.6, 0.98])
def test_a_torn_backup_is_refused_and_the_store_still_stands(store: Store, tmp_path: Path, cut: float) -> None:
    info = backup.write(store.path, KEY, tmp_path / "b", store.clock.now_ms())
    whole = info.path.read_bytes()
    info.path.write_bytes(whole[: int(len(whole) * cut)])
    with pytest.raises((Refused, Trouble), match=r"backup\."):
        backup.check(backup.inspect(info.path), tmp_path, KEY)
    assert "南门" in gates(store)


def test_a_flipped_byte_in_a_backup_is_found(store: Store, tmp_path: Path) -> None:
    info = backup.write(store.path, KEY, tmp_path / "b", store.clock.now_ms())
    data = bytearray(info.path.read_bytes())
    data[len(data) // 2] ^= 1
    info.path.write_bytes(bytes(data))
    with pytest.raises(Trouble, match=r"backup\.damaged"):
        backup.check(info, tmp_path, KEY)


def test_other_files_are_no_backup(tmp_path: Path) -> None:
    path = tmp_path / f"x{backup.SUFFIX}"
    path.write_bytes(b"hello")
    with pytest.raises(Refused, match=r"backup\.not_one"):
        backup.inspect(path)
    assert backup.listed(tmp_path) == []


def test_old_backups_go_but_the_newest_stays(store: Store, tmp_path: Path, clock: FakeClock) -> None:
    made = []
    for _ in range(3):
        made.append(backup.write(store.path, KEY, tmp_path / "b", clock.now_ms()))
        clock.advance(10 * DAY_MS)
    gone = backup.rotate(tmp_path / "b", clock.now_ms())
    assert gone == [made[1].path, made[0].path]
    assert [info.path for info in backup.listed(tmp_path / "b")] == [made[2].path]


def test_backing_up_never_waits_for_or_stops_a_writer(store: Store, tmp_path: Path) -> None:
    with store.unit() as u:
        u.add(Gate, name="正在写")
        info = backup.write(store.path, KEY, tmp_path / "b", store.clock.now_ms())
    assert info.path.exists()
    assert "正在写" in gates(store)


def test_names_bear_the_time_of_the_site_and_older_names_in_utc_keep_their_place(store: Store, tmp_path: Path) -> None:
    folder, base = tmp_path / "b", round(datetime(2026, 11, 21, 20, 30, tzinfo=UTC).timestamp() * 1000)
    older, newer = (backup.write(store.path, KEY, folder, base + hours * HOUR_MS) for hours in (0, 1))
    assert older.path.name == "gatehouse-20261122-043000.gdbackup"  # Asia/Shanghai
    in_utc = folder / "gatehouse-20261121-203000.gdbackup"
    older.path.rename(in_utc)
    assert [info.path for info in backup.listed(folder)] == [newer.path, in_utc]
    assert backup.rotate(folder, base + 40 * DAY_MS) == [in_utc]


def test_an_hour_that_comes_twice_overwrites_nothing(store: Store, tmp_path: Path) -> None:
    with store.unit() as u:
        u.conn.execute(update(Site).values(zone="Europe/Berlin"))
    twice = [round(datetime(2026, 10, 25, hour, 30, tzinfo=UTC).timestamp() * 1000) for hour in (0, 1)]
    made = [backup.write(store.path, KEY, tmp_path / "b", at).path.name for at in twice]
    assert made == ["gatehouse-20261025-023000.gdbackup", "gatehouse-20261025-023000-2.gdbackup"]
    assert len(backup.listed(tmp_path / "b")) == 2
