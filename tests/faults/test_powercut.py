"""Power cut at any write, under the real sqlcipher3: nothing acknowledged is lost, nothing is half there."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from sqlalchemy import func, select

from desk import app
from desk.core.clock import SystemClock
from desk.store import outbox, search
from desk.store.integrity import all_faults
from desk.store.store import Store
from desk.store.tables import AuditLine, Gate
from tests.faults import powercut
from tests.faults.powercut_writer import KEY

needs_compiler = pytest.mark.skipif(
    powercut.compiler() is None, reason="the recorder is built by a C compiler; none is here"
)
UNITS = 60


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> list[powercut.Step]:
    folder = tmp_path_factory.mktemp("powercut")
    watched = folder / "home"
    watched.mkdir()
    shim = powercut.build(folder)
    return powercut.record(
        shim, watched, folder / "log", ["-m", "tests.faults.powercut_writer", str(watched), str(UNITS), "7"]
    )


def acknowledged(steps: list[powercut.Step], cut: int) -> int:
    return max((int(s.data) for s in steps[:cut] if s.path.endswith("acks") and s.kind == "w"), default=-1)


def survives(steps: list[powercut.Step], cut: int, seed: int, mode: str, folder: Path) -> None:
    """Open what is left and hold it against what had been acknowledged before the cut."""
    powercut.after_cut(steps, cut, seed, mode, folder)
    acked = acknowledged(steps, cut)
    if acked < 0:
        return  # the store was still being made: the founding starts again from nothing (test_opening)
    store = Store(folder / "desk.db", KEY, SystemClock())
    with store.reading() as r:
        gates = r.conn.execute(select(func.count()).select_from(Gate)).scalar_one() - 1
        audits = r.conn.execute(select(func.count()).where(AuditLine.action == "gate.added")).scalar_one()
        found = [n for n in range(1, gates + 1) if search.find(r.conn, f'"门{n}"', search.DocKind.VISIT, 1) == [n]]
        assert outbox.first_break(r) is None
    store.close()
    assert gates >= acked, f"lost {acked - gates} acknowledged units at step {cut} ({mode}, seed {seed})"
    assert gates == audits == len(found)
    assert all_faults(folder / "desk.db", KEY) == []


@needs_compiler
def test_the_recorder_sees_writes_and_syncs(recorded: list[powercut.Step]) -> None:
    kinds = {step.kind for step in recorded}
    assert {"w", "s"} <= kinds
    assert acknowledged(recorded, len(recorded)) == UNITS
    wal_syncs = [s for s in recorded if s.kind == "s" and s.path.endswith("-wal")]
    assert len(wal_syncs) >= UNITS, "FULL means a sync of the log for every commit"


@needs_compiler
@pytest.mark.parametrize("mode", ["worst", "random"])
def test_nothing_acknowledged_is_lost_at_any_cut(recorded: list[powercut.Step], tmp_path: Path, mode: str) -> None:
    app.import_rooms()
    dice = random.Random(11)
    cuts = sorted(dice.sample(range(1, len(recorded) + 1), 25))
    for cut in cuts:
        survives(recorded, cut, cut, mode, tmp_path / f"{cut}")


@needs_compiler
@pytest.mark.heavy
@pytest.mark.timeout(3600)
def test_every_single_cut(recorded: list[powercut.Step], tmp_path: Path) -> None:
    app.import_rooms()
    for mode in ("worst", "random"):
        for cut in range(1, len(recorded) + 1):
            survives(recorded, cut, cut, mode, tmp_path / f"{mode}{cut}")


@needs_compiler
def test_the_simulator_can_lose(recorded: list[powercut.Step], tmp_path: Path) -> None:
    """A test of the test: with the syncs of the log forgotten, acknowledged units do go missing."""
    last = next(n for n, s in enumerate(recorded) if s.path.endswith("acks") and s.data == b"59\n")
    lying = [s for s in recorded[: last + 1] if not (s.kind == "s" and s.path.endswith("-wal"))]
    app.import_rooms()
    with pytest.raises(AssertionError, match="acknowledged units"):
        survives(lying, len(lying), 3, "worst", tmp_path / "lying")
