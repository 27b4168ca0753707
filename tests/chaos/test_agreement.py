"""The check of agreement finds what it is there to find: a check that cannot fail would pass every storm."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import delete, update

from desk.core.clock import SystemClock
from desk.hub import db as hub_db
from desk.hub import doors
from desk.hub.hub import Hub
from desk.hub.push import Caller
from desk.hub.tables import ENTITY, OP_LOG
from desk.operators.rules import COMMAND
from desk.people import service as people
from desk.people.tables import Person
from desk.store.tables import AuditLine, Gate
from desk.store.tables_sync import SyncCursor
from desk.sync.transport import Answer
from desk.wire.kinds_list import KINDS
from tests.chaos import agreement
from tests.chaos.estate import Estate, opened


class Direct:
    """A line without a wire."""

    def __init__(self, hub: Hub, caller: Caller) -> None:
        self.hub, self.caller = hub, caller

    def ask(self, door: str, body: bytes) -> Answer:
        return Answer(*doors.answer(self.hub, self.caller, door, body))


@pytest.fixture
def agreed(tmp_path: Path) -> tuple[Estate, str]:
    """Two desks that agree, and somebody both know."""
    estate = Estate.founded(tmp_path, str(tmp_path / "hub.db"))
    with opened(estate.folders[0]) as desk, desk.store.unit(COMMAND) as u:
        person = people.add_person(u, "欧阳测试", "10400000001")
    for folder in (*estate.folders, estate.folders[0]):
        db = hub_db.open_db(estate.database)
        with opened(folder) as desk:
            caller = Caller(desk.who.site_id, desk.who.device_id)
            desk.engine(Direct(Hub(db, KINDS, SystemClock()), caller)).once()
        db.close()
    return estate, person


def on_desk(statement: object) -> Callable[[Estate], None]:
    def harm(estate: Estate) -> None:
        with opened(estate.folders[1]) as desk, desk.store.unit() as u:
            u.conn.execute(statement)  # type: ignore[call-overload]

    return harm


def on_hub(statement: object) -> Callable[[Estate], None]:
    def harm(estate: Estate) -> None:
        db = hub_db.open_db(estate.database)
        db.write(lambda conn: conn.execute(statement))  # type: ignore[call-overload]
        db.close()

    return harm


def test_desks_that_agree_agree(agreed: tuple[Estate, str]) -> None:
    estate, person = agreed
    agreement.check(estate, {person})
    with pytest.raises(AssertionError, match="said to be done"):
        agreement.check(estate, {person, "f" * 32})


def test_what_still_waits_is_found(agreed: tuple[Estate, str]) -> None:
    estate, person = agreed
    with opened(estate.folders[1]) as desk, desk.store.unit(COMMAND) as u:
        people.add_person(u, "司马测试", "10400000002")
    with pytest.raises(AssertionError, match="wait"):
        agreement.check(estate, {person})


@pytest.mark.parametrize(
    ("harm", "says"),
    [
        (on_desk(delete(Person)), "lacks what was said"), (on_desk(update(Person).values(name="某某")), "person"),
        (on_desk(delete(Gate)), "only at"), (on_desk(delete(AuditLine)), "trail breaks"),
        (on_desk(update(SyncCursor).values(seq=1)), "not at the hub's head"),
        (on_hub(delete(OP_LOG).where(OP_LOG.c.seq == 2)), "gaps"),
        (on_hub(update(OP_LOG).where(OP_LOG.c.seq == 2).values(body=b"{}")), "chain breaks"),
        (on_hub(delete(ENTITY).where(ENTITY.c.kind == "person")), "only at"),
    ],
)  # fmt: skip
def test_harm_is_found(agreed: tuple[Estate, str], harm: Callable[[Estate], None], says: str) -> None:
    estate, person = agreed
    harm(estate)
    with pytest.raises(AssertionError, match=says):
        agreement.check(estate, {person})
