"""The programs themselves, enrolled and invited by their own commands, over a bad line and killed in mid-round."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from desk import app
from desk.core.clock import SystemClock
from desk.core.ids import new_id
from desk.operators.rules import COMMAND
from desk.reception import service as reception
from desk.reception.rules import Draft, Proof, VisitorType
from desk.reception.views import AdmitRequest
from desk.store.store import Founding, Store
from tests.chaos import agreement
from tests.chaos.faults import dice, smooth
from tests.chaos.processes import free_port
from tests.chaos.programs import HubProgram, desk, desk_begun
from tests.chaos.proxy import FaultProxy

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="kill -9 as POSIX has it"),
    pytest.mark.timeout(300),
]


@contextmanager
def opened(home: Path) -> Iterator[Store]:
    made = app.build(home)
    made.open()
    try:
        yield made.store
    finally:
        made.close()


def visits(home: Path, count: int) -> set[str]:
    """So many visitors let in at this gate."""
    done = set()
    with opened(home) as store:
        for _ in range(count):
            visit = new_id(SystemClock().now_ms())
            draft = Draft(VisitorType.OTHER, "欧阳测试", "10400001234", purpose="送材料")
            with store.unit(COMMAND) as u:
                reception.admit(u, AdmitRequest(visit, draft, Proof.OVERRIDE, reason="演练"))
            done.add(visit)
    return done


def founded(home: Path) -> Path:
    made = app.build(home)
    made.found(Founding("锦绣苑", "南门", throwaway=True))
    made.close()
    return home


def done(home: Path, *words: str) -> dict[str, object]:
    code, said, complaint = desk(home, *words)
    assert code == 0, complaint
    return said


def agree(*homes: Path) -> None:
    for _ in range(3):
        for home in homes:
            done(home, "sync", "--once")


def storm(line: FaultProxy, homes: tuple[Path, Path], log: Path, rounds: int, seed: int) -> tuple[set[str], int]:
    """Work, and rounds over a bad line of which some are killed; returns the visits, and how many rounds did not end."""
    chance, said, cut = random.Random(seed), set[str](), 0
    line.plan = dice(seed, 0.4)
    for turn in range(rounds):
        home = homes[turn % 2]
        said |= visits(home, 2)
        with desk_begun(home, log, "sync", "--once") as child:
            if chance.random() < 0.5:
                child.rest(chance.uniform(0.3, 1.5))
            else:
                child.ended()
        cut += child.code != 0
    line.plan = smooth
    return said, cut


def through(tmp_path: Path, database: str, rounds: int, seed: int) -> None:
    homes = founded(tmp_path / "south"), tmp_path / "north"
    port = free_port()
    with FaultProxy(port) as line, HubProgram(database, port, line.url, tmp_path / "hub.log") as hub:
        said = visits(homes[0], 3)
        assert done(homes[0], "sync", "enrol", hub.said()["code"]["ticket"])["enrolled"] is True
        done(homes[0], "sync", "--once")
        invitation = str(done(homes[0], "sync", "invite")["ticket"])
        assert done(homes[1], "sync", "enrol", invitation, "--gate", "北门")["joined"] is True
        more, cut = storm(line, homes, tmp_path / "desk.log", rounds, seed)
        assert cut, "a storm that cuts nothing proves nothing"
        agree(*homes)
        hub.stop()
    with ExitStack() as held:
        stores = {home.name: held.enter_context(opened(home)) for home in homes}
        with stores["south"].reading() as r:
            scope = f"s:{r.site_id}"
        agreement.check_stores(database, scope, stores, said | more)


def test_two_desks_a_hub_and_a_bad_line(tmp_path: Path, sqlite: str) -> None:
    through(tmp_path, sqlite, rounds=6, seed=3)


@pytest.mark.heavy
@pytest.mark.parametrize("seed", range(5))
def test_two_desks_a_hub_and_a_long_storm(tmp_path: Path, database: str, seed: int) -> None:
    through(tmp_path, database, rounds=20, seed=seed)
