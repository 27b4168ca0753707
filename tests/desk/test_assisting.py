"""Assisted sessions: begun only with somebody recognised, noted act by act, ended by themselves, and nothing personal kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue
from typing import Any

import pytest
from sqlalchemy import select

from desk import app
from desk.app import Desk
from desk.core.actor import Actor
from desk.core.clock import MINUTE_MS
from desk.core.errors import Refused
from desk.operators import service as operators
from desk.operators.rules import COMMAND, RIGHTS, Role, actor_of
from desk.people import reads_assisted, service_assisted
from desk.people.rules_assisted import HOLD, IDLE_MS, LONGEST_MS, READ, How, Why
from desk.people.service_households import add_household
from desk.reception import service as reception
from desk.reception.service_goods import undo_hand_out
from desk.store.store import Founding
from desk.store.tables import AuditLine
from tests.fakes.clock import FakeClock

PIN = "73914"
WHO = "欧阳*"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = app.build(tmp_path / "home", clock=FakeClock())
    made.found(Founding("锦绣苑", "南门", throwaway=True))
    manager = made.session.make_first_manager("陈秀兰", PIN).active_id
    with made.store.unit(COMMAND) as u:
        volunteer = operators.add_operator(u, "王测试", "volunteer", PIN).operator_id
        door = add_household(u, "3", "1", "1202")
    made.session.sign_on_pin(volunteer, PIN)
    made.facts = {"manager": manager, "volunteer": volunteer, "door": str(door)}  # type: ignore[attr-defined]
    yield made
    made.close()


def begin(desk: Desk, how: How = How.KNOWN) -> str:
    return desk.assisting.begin(desk.facts["door"], how, WHO, "3 栋").id  # type: ignore[attr-defined]


def did(desk: Desk, work: Callable[[Any], Any], actor: Actor | None = None) -> Any:
    """A person does it at the desk: through Desk.write, as every page does."""
    told: Queue[Any] = Queue()
    desk.write(work, told.put, told.put, actor)
    return told.get(timeout=10)


def park(desk: Desk, actor: Actor | None = None) -> Any:
    door = desk.facts["door"]  # type: ignore[attr-defined]
    return did(desk, lambda u: reception.park(u, household_id=door, what="水果", shelf="A1"), actor)


def lines(desk: Desk) -> list[tuple[str, str, dict[str, Any]]]:
    """The trail of it."""
    with desk.store.reading() as r:
        found = r.conn.execute(
            select(AuditLine.action, AuditLine.subject_id, AuditLine.detail)
            .where(AuditLine.action.like("assisted.%"))
            .order_by(AuditLine.num)
        ).all()
    return [(row.action, row.subject_id, row.detail) for row in found]


@pytest.mark.parametrize("how", list(How))
def test_what_is_done_meanwhile_is_noted_with_the_household_and_nothing_personal(desk: Desk, how: How) -> None:
    session = begin(desk, how)
    park(desk)
    park(desk, COMMAND)  # done by the desk, not by the one who helps
    assert desk.assisting.now is not None
    assert desk.assisting.now.count == 1
    desk.assisting.end()
    park(desk)  # afterwards
    door = desk.facts["door"]  # type: ignore[attr-defined]
    assert lines(desk) == [
        ("assisted.begun", door, {"session": session, "how": how.value}),
        ("assisted.did", door, {"session": session, "what": ["goods.parked"]}),
        ("assisted.ended", door, {"session": session, "why": "done"}),
    ]
    assert WHO not in str(lines(desk))
    assert "水果" not in str(lines(desk))


def test_what_is_refused_is_not_noted(desk: Desk) -> None:
    begin(desk)
    assert isinstance(did(desk, lambda u: undo_hand_out(u, "0" * 32)), Refused)
    assert [action for action, _, _ in lines(desk)] == ["assisted.begun"]
    assert desk.assisting.now is not None
    assert desk.assisting.now.count == 0


def test_an_alarm_meanwhile_is_nobodys_wish(desk: Desk) -> None:
    begin(desk)
    did(desk, lambda u: u.audit("alarm.seen", "alarm", u.new_id()))
    assert [action for action, _, _ in lines(desk)] == ["assisted.begun"]


def test_it_ends_by_itself(desk: Desk) -> None:
    clock: Any = desk.clock
    begin(desk)
    assert desk.assisting.due() is None
    clock.advance(IDLE_MS - 1)
    desk.assisting.touch()
    clock.advance(IDLE_MS - 1)
    assert desk.assisting.due() is None
    clock.advance(1)
    assert desk.assisting.due() is Why.IDLE
    park(desk)  # what is done before anybody noticed is not theirs any more
    assert len(lines(desk)) == 1
    desk.assisting.end(Why.IDLE)
    assert desk.assisting.now is None
    begin(desk)
    for _ in range(LONGEST_MS // MINUTE_MS):
        clock.advance(MINUTE_MS)
        desk.assisting.touch()
        desk.session.touch()
    assert desk.assisting.due() is Why.LONG


def test_a_lock_and_another_person_end_it(desk: Desk) -> None:
    begin(desk)
    desk.session.lock()
    assert desk.assisting.due() is Why.LOCKED
    desk.assisting.end(Why.LOCKED)  # whoever began it ends it, though the desk is locked
    assert lines(desk)[-1][2]["why"] == "locked"
    desk.session.sign_on_pin(desk.facts["volunteer"], PIN)  # type: ignore[attr-defined]
    begin(desk)
    desk.session.sign_on_pin(desk.facts["manager"], PIN)  # type: ignore[attr-defined]
    assert desk.assisting.due() is Why.LOCKED


def test_one_at_a_time_and_ended_once(desk: Desk) -> None:
    begin(desk)
    with pytest.raises(Refused, match=r"assisted\.running"):
        begin(desk)
    assert desk.assisting.end() is not None
    assert desk.assisting.end() is None


def test_nobody_is_helped_unrecognised_or_unknown(desk: Desk) -> None:
    with desk.store.unit(COMMAND) as u:
        with pytest.raises(Refused, match=r"assisted\.how"):
            service_assisted.begin(u, desk.facts["door"], "")  # type: ignore[attr-defined]
        with pytest.raises(Refused, match=r"store\.gone"):
            service_assisted.begin(u, "0" * 32, How.KNOWN.value)


def test_receipt_and_list_say_what_was_done(desk: Desk) -> None:
    session = begin(desk, How.DOCUMENT)
    park(desk)
    park(desk)
    ended = desk.assisting.end()
    assert ended is not None
    lead = actor_of("1" * 32, Role.SHIFT_LEAD)
    with desk.store.reading() as r:
        told = reads_assisted.one(r, desk.actor, session, ended.begun_at)
        assert told is not None
        assert [act.action for act in told.acts] == ["goods.parked", "goods.parked"]
        assert (told.how, told.why) == ("document", "done")
        assert reads_assisted.past(r, lead) == (told,)
        with pytest.raises(Refused, match=r"right\.missing"):
            reads_assisted.past(r, desk.actor)


def test_who_may() -> None:
    assert {role.value for role in RIGHTS[HOLD]} == {"volunteer", "guard", "shift_lead", "manager"}
    assert {role.value for role in RIGHTS[READ]} == {"shift_lead", "manager"}
