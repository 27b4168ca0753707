"""Every released version's store opens in today's program, with all that was in it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desk import app
from desk.people import reads as people
from desk.reception import reads
from desk.records.reads_audit import verify
from desk.store import migrate, outbox
from desk.store.integrity import all_faults
from desk.store.store import Store
from tests.conftest import KEY, Anyone
from tests.fakes.clock import FakeClock

FILES = sorted(Path(__file__).parent.glob("*.db"))
ACTOR = Anyone("0" * 31 + "1", "manager")


def test_there_is_one_of_every_release() -> None:
    assert [file.stem for file in FILES] == ["0.1.0"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_released_store_opens_and_nothing_is_missing(file: Path, tmp_path: Path, clock: FakeClock) -> None:
    app.import_rooms()
    path = tmp_path / "desk.db"
    shutil.copyfile(file, path)
    clock.advance(2 * 3_600_000)
    store = Store(path, KEY, clock)
    assert migrate.current(path, KEY) == migrate.head()
    with store.reading() as r:
        found = reads.find(r, "yan")
        today = reads.today(r)
        residents = people.search_residents(r, ACTOR, "ouyang")
        assert outbox.first_break(r) is None
        assert verify(r).first_break is None
    store.close()
    assert [(row.name, row.state.value) for row in found] == [("龑*", "left")]
    assert (today.inside, today.goods_waiting, today.tally.last) == (0, 1, ("courier", ""))
    assert len(residents) == 1
    assert all_faults(path, KEY) == []
