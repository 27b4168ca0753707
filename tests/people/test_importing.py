"""The import on a real store: one switch, nothing half done, the same file twice changes nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import func, select

from desk.core.actor import NOBODY, Actor
from desk.core.errors import Refused
from desk.people import importing, reads, service
from desk.people.import_plan import SKIP
from desk.people.tables import Binding, Household, Person
from desk.store.store import Store
from desk.store.tables import Outbox
from tests.people import sheets


def state(store: Store) -> tuple[int, ...]:
    with store.reading() as r:
        tables = (Household, Person, Binding, Outbox)
        counts = [int(r.conn.scalar(select(func.count()).select_from(table)) or 0) for table in tables]
        docs = r.conn.exec_driver_sql("SELECT count(*) FROM search_doc").scalar_one()
    return (*counts, int(docs))


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_a_sheet_comes_in_and_is_found(store: Store, actor: Actor, tmp_path: Path, encoding: str) -> None:
    report = importing.run(store, actor, sheets.write_csv(tmp_path / "a.csv", encoding=encoding))
    assert report.totals() == {
        "rows": 4, "households_new": 3, "people_new": 3, "people_changed": 0, "doors_new": 3, "unchanged": 0,
        "refused": 0, "partly": 0, "skipped": 0,
    }  # fmt: skip
    with store.reading() as r:
        for typed in ("zwm", "李𬱖", "liwei", "1234", "沪A12345", "买买提", "3-1-1202"):
            assert reads.search_residents(r, actor, typed), typed
        door = reads.find_household(r, "3栋1单元1202室")
        assert door is not None
        assert [one.masked_name for one in reads.residents_of(r, actor, door.id)] == ["张*", "李*"]
        assert reads.counts(r) == {"households": 3, "residents": 3}


def test_xlsx_too(store: Store, actor: Actor, tmp_path: Path) -> None:
    rows = [(3, 1, 1202, "张伟明", 10400001234.0, "业主", "沪A12345")]
    assert importing.run(store, actor, sheets.write_xlsx(tmp_path / "a.xlsx", rows)).people_new == 1


def test_the_same_file_twice_changes_nothing(store: Store, actor: Actor, tmp_path: Path) -> None:
    path = sheets.write_csv(tmp_path / "a.csv")
    importing.run(store, actor, path)
    before = state(store)
    again = importing.run(store, actor, path)
    assert state(store) == before
    assert (again.unchanged, again.people_new, again.households_new) == (4, 0, 0)


def test_a_dry_run_leaves_no_trace(store: Store, actor: Actor, tmp_path: Path) -> None:
    before = state(store)
    report = importing.run(store, actor, sheets.write_csv(tmp_path / "a.csv"), dry_run=True)
    assert report.people_new == 3
    assert report.columns["name"] == "D"
    assert [(one.place, one.masked_name) for one in report.samples[:2]] == [("3-1-1202", "张*"), ("3-1-1202", "李*")]
    assert state(store) == before


def test_a_change_is_taken_over_or_left(store: Store, actor: Actor, tmp_path: Path) -> None:
    importing.run(store, actor, sheets.write_csv(tmp_path / "a.csv"))
    moved = ("3", "1", "1202", "张伟明", "10411112222", "租客", "沪B99999")
    path = sheets.write_csv(tmp_path / "b.csv", [moved])
    left = importing.run(store, actor, path, on_known=SKIP)
    assert [issue.code for issue in left.issues] == ["people.row_known"]
    assert importing.run(store, actor, path).people_changed == 1
    with store.unit(actor) as u:
        found = reads.search_residents(u, actor, "2222")[0]
        shown = service.reveal(u, found.id, "correction")
    assert (shown.phone, shown.plates, found.ties[0].role) == ("10411112222", ("沪A12345", "沪B99999"), "tenant")
    with store.reading() as r:
        assert not reads.search_residents(r, actor, "10400001234")


def test_bad_rows_are_left_out_and_told_without_names(store: Store, actor: Actor, tmp_path: Path) -> None:
    rows = [*sheets.GOOD, ("", "", "", "王秘密", "", "", ""), ("5", "1", "101", "赵机密", "12", "", "")]
    report = importing.run(store, actor, sheets.write_csv(tmp_path / "a.csv", rows))
    assert (report.count("refused"), report.count("partly"), report.people_new) == (1, 1, 4)
    text = importing.report_csv(report).decode("utf-8-sig")
    assert "6,C,room,refused,people.room_missing" in text
    assert "7,E,phone,partly,people.phone_odd" in text
    for secret in ("王秘密", "赵机密", "12,"):
        assert secret not in text


@pytest.mark.parametrize("stage", [importing.READING, importing.PREPARING, importing.WRITING])
def test_cancel_leaves_nothing(store: Store, actor: Actor, tmp_path: Path, stage: str) -> None:
    path, before = sheets.write_csv(tmp_path / "a.csv"), state(store)
    reached: list[str] = []
    with pytest.raises(Refused) as caught:
        importing.run(
            store, actor, path, progress=lambda now, *_: reached.append(now), cancelled=lambda: stage in reached
        )
    assert caught.value.code == "people.import_cancelled"
    assert state(store) == before


def test_an_edit_between_reading_and_switch_is_seen(store: Store, actor: Actor, tmp_path: Path) -> None:
    path = sheets.write_csv(tmp_path / "a.csv", sheets.GOOD[:1])

    def meanwhile(stage: str, done: int, total: int) -> None:
        if stage == importing.WRITING:
            with store.unit(actor) as u:
                home = service.add_household(u, "3", "1", "1202")
                service.bind(u, service.add_person(u, "张伟明", "10400001234", ["沪A12345"]), home, "owner")

    report = importing.run(store, actor, path, progress=meanwhile)
    assert (report.unchanged, report.people_new, state(store)[:3]) == (1, 0, (1, 1, 1))


def test_ten_thousand_rows(store: Store, actor: Actor, tmp_path: Path) -> None:
    rows = [
        (
            str(i // 90 + 1),
            "",
            str(100 + i // 3 % 30),
            f"张{chr(0x4E00 + i)}{'甲乙丙'[i % 3]}",
            f"1040000{i:04d}",
            "",
            "",
        )
        for i in range(10_000)
    ]
    seen: list[tuple[str, int]] = []
    report = importing.run(
        store,
        actor,
        sheets.write_csv(tmp_path / "a.csv", rows),
        progress=lambda stage, done, _: seen.append((stage, done)),
    )
    assert report.people_new == 10_000
    assert {stage for stage, _ in seen} == {importing.READING, importing.PREPARING, importing.WRITING, importing.DONE}
    with store.reading() as r:
        assert [one.masked_phone for one in reads.search_residents(r, actor, "10400009999")] == ["*******9999"]


def test_the_right_is_asked(store: Store, tmp_path: Path) -> None:
    with pytest.raises(Refused) as caught:
        importing.run(store, NOBODY, sheets.write_csv(tmp_path / "a.csv"))
    assert caught.value.code == "right.missing"


CHILD = """
import sys
from contextlib import suppress
from pathlib import Path
from desk import app
app.import_rooms()
from desk.core.actor import Actor
from desk.core.clock import SystemClock
from desk.people import importing
from desk.store.store import Store
store = Store(Path(sys.argv[1]), bytes(range(32)), SystemClock())
def tell(stage, done, total):
    print(stage, flush=True)
importing.run(store, Actor("", "console", frozenset({"people.import"})), Path(sys.argv[2]), progress=tell)
"""


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
@pytest.mark.parametrize("delay_s", [0.0, 0.05, 0.15, 0.4])
def test_killed_in_the_middle_it_is_all_or_nothing(store: Store, actor: Actor, tmp_path: Path, delay_s: float) -> None:
    rows = [(str(i // 30 + 1), "", str(100 + i % 30), f"张{chr(0x4E00 + i)}甲", "", "", "") for i in range(1500)]
    path = sheets.write_csv(tmp_path / "a.csv", rows)
    before = state(store)
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(store.path), str(path)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    for line in child.stdout:
        if line.strip() == importing.WRITING:
            break
    with suppress(subprocess.TimeoutExpired):
        child.wait(delay_s)  # what varies is the moment of the blow
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()
    assert state(store)[1] in (before[1], 1500)
    assert (state(store) == before) or state(store)[2] == 1500
    assert importing.run(store, actor, path).rows == 1500
    assert state(store)[:3] == (1500, 1500, 1500)
