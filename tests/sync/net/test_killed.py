"""kill -9 in the middle of a round, of a join, of a file: done again, it is as if nothing had been."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select

from desk import app, joining, syncing
from desk.app import Desk
from desk.hub.tables import OP_LOG
from desk.operators.rules import COMMAND
from desk.store import identity
from tests.chaos import failpoints
from tests.chaos.processes import KILLED, Process
from tests.sync.net.hubs import HubProcess, enrolled, gates, standing, write

Closing = Callable[[Desk], Desk]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 and its exit code are POSIX")


def run(folder: Path, words: list[str], place: str = "", turn: int = 1) -> int:
    extra = failpoints.at(place, turn) if place else {}
    with Process(["-m", "tests.sync.net.victim", *words], folder / "victim.log", extra) as child:
        return child.ended()


def reopened(folder: Path) -> Desk:
    desk = app.build(folder)
    desk.open()
    return desk


def counted(hub: HubProcess, site: str) -> tuple[int, int]:
    """(lines, different operations) of a site's log."""
    query = select(func.count(), func.count(OP_LOG.c.op_id.distinct())).where(OP_LOG.c.site_id == bytes.fromhex(site))
    row = hub.change(lambda conn, now: conn.execute(query).one())
    return int(row[0]), int(row[1])


@pytest.mark.parametrize(
    ("place", "turn"),
    [("hello.2_answered", 1), ("push.1_asking", 1), ("push.2_answered", 1), ("pull.2_answered", 2), ("unit.2_written", 3),
     ("unit.3_committed", 4)],
)  # fmt: skip
def test_in_the_middle_of_a_round(hub: HubProcess, tmp_path: Path, closing: Closing, place: str, turn: int) -> None:
    desk = enrolled(hub, tmp_path / "a")
    made = set(write(desk, "0400-1", 4))
    with desk.store.reading() as r:
        site = r.site_id
    desk.close()
    words = ["sync", "--once", "--home", str(tmp_path / "a")]
    assert run(tmp_path, words, place, turn) == KILLED
    assert run(tmp_path, words) == 0
    again = closing(reopened(tmp_path / "a"))
    assert made <= set(gates(again))
    with again.store.reading() as r:
        assert identity.here(r).waiting == 0
    lines, different = counted(hub, site)
    assert lines == different


@pytest.mark.parametrize(
    ("place", "turn"),
    [("unit.3_committed", 1), ("snapshot.2_answered", 1), ("unit.2_written", 4), ("push.2_answered", 1)],
)
def test_in_the_middle_of_joining(hub: HubProcess, tmp_path: Path, closing: Closing, place: str, turn: int) -> None:
    first = closing(enrolled(hub, tmp_path / "a"))
    write(first, "0401-1", 5)
    syncing.once(first)
    ticket = syncing.invite(first, COMMAND).ticket
    words = ["sync", "enrol", ticket, "--gate", "北门", "--home", str(tmp_path / "b")]
    assert run(tmp_path, words, place, turn) == KILLED
    assert not (tmp_path / "b" / "desk.db").exists()
    assert run(tmp_path, words) == 0
    second = closing(reopened(tmp_path / "b"))
    syncing.once(second)
    syncing.once(first)
    assert gates(first) == gates(second)
    assert [gate for gate in gates(first).values() if gate.startswith("北门")] == ["北门 "]


@pytest.mark.parametrize("turn", [1, 2])
def test_in_the_middle_of_a_file(tmp_path: Path, closing: Closing, turn: int) -> None:
    first = closing(standing(tmp_path / "a"))
    _, code = syncing.invite_by_file(first, tmp_path / "join", COMMAND)
    second = app.build(tmp_path / "b")
    joining.join_by_file(second, tmp_path / "join", code, gate_name="北门")
    second.close()
    made = set(write(first, "0402-1", 150))
    syncing.export(first, tmp_path / "1", COMMAND)
    words = ["sync", "import", str(tmp_path / "1"), "--home", str(tmp_path / "b")]
    assert run(tmp_path, words, "unit.2_written", turn) == KILLED
    assert run(tmp_path, words) == 0
    again = closing(reopened(tmp_path / "b"))
    assert made <= set(gates(again))
