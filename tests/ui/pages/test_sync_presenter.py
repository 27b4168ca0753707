"""Agreeing with the hub on screen: what is asked of the desk and of the line, without a window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desk.core.clock import HOUR_MS, MINUTE_MS
from desk.core.errors import Refused, Trouble
from desk.operators.rules import COMMAND
from desk.people import service as people
from desk.people.service_households import add_household
from desk.people.tables import Household, Person
from desk.store import sync_rows
from desk.store.store import Founding
from desk.store.tables import Outbox
from desk.store.tables_sync import SyncLink
from desk.sync.enrolling import Invitation
from desk.sync.rules_now import State
from tests.sync.elsewhere import set_there
from tests.ui.pages.at_once import Voice, desk_at, ports_of
from ui.pages.sync.model import Panel
from ui.pages.sync.presenter import NOTED, SyncPresenter

TICKET = '{"h":1,"url":"https://hub.example.org","pin":"","code":"7K2M-9PQR-41XZ"}'


class LineNow:
    """A line whose answers are there at once."""

    carries = True

    def __init__(self) -> None:
        self.asked: list[tuple[str, Any]] = []
        self.answer: Any = None
        self.error: Exception | None = None

    def _told(self, what: str, about: Any, done: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
        self.asked.append((what, about))
        if self.error is not None:
            failed(self.error)
        else:
            done(self.answer)

    def agree(self, done: Any, failed: Any) -> None:
        self._told("agree", None, done, failed)

    def enrol(self, ticket: str, done: Any, failed: Any) -> None:
        self._told("enrol", ticket, done, failed)

    def invite(self, done: Any, failed: Any) -> None:
        self._told("invite", None, done, failed)

    def unlink(self, done: Any, failed: Any) -> None:
        self._told("unlink", None, done, failed)

    def write_stick(self, folder: Path, done: Any, failed: Any) -> None:
        self._told("out", folder, done, failed)

    def read_stick(self, path: Path, done: Any, failed: Any) -> None:
        self._told("in", path, done, failed)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Any]:
    found = desk_at(tmp_path / "home")
    found.found(Founding("锦绣苑", "南门", throwaway=True))
    found.session.make_first_manager("陈秀兰", "73914")
    yield found
    found.close()


@pytest.fixture
def voice() -> Voice:
    return Voice()


@pytest.fixture
def line() -> LineNow:
    return LineNow()


@pytest.fixture
def presenter(desk: Any, voice: Voice, line: LineNow) -> SyncPresenter:
    made = SyncPresenter(ports_of(desk, voice, line=line))
    made.heard = []  # type: ignore[attr-defined]
    made.told = lambda what, count: made.heard.append((what, count))  # type: ignore[attr-defined]
    made.open()
    return made


def link(desk: Any, **values: object) -> None:
    with desk.store.unit(COMMAND) as u:
        u.project(SyncLink, one=1, hub_key=bytes(32), **values)


def conflict(desk: Any) -> str:
    """Two desks wrote a phone each; its person."""
    with desk.store.unit(COMMAND) as u:
        person = people.add_person(u, "欧阳小满")
    with desk.store.unit(COMMAND) as u:
        people.edit_person(u, person, "欧阳小满", "10400001111")
        set_there(u, Person, person, phone="10400002222")
    return person


def test_alone_and_linked(desk: Any, presenter: SyncPresenter) -> None:
    assert presenter.model.found is not None
    assert presenter.model.found.now.state is State.ALONE
    assert (presenter.model.may_link, presenter.model.has_line, presenter.model.may_carry) == (True, True, True)
    link(desk, last_pull_at=desk.clock.now_ms() - HOUR_MS)
    presenter.refresh()
    assert presenter.model.found.now.state is State.NO_LINE


def test_agreeing_tells_how_it_went(presenter: SyncPresenter, line: LineNow) -> None:
    presenter.agree()
    assert line.asked == [("agree", None)]
    assert presenter.heard == [("agree", 0)]  # type: ignore[attr-defined]
    line.error = Trouble("sync.no_line")
    presenter.agree()
    assert presenter.model.wrong is line.error
    assert presenter.model.busy == ""


def test_a_ticket_is_pasted_or_scanned(presenter: SyncPresenter, line: LineNow) -> None:
    assert not presenter.scanned(TICKET), "a code means something else while one is not linking"
    presenter.open("link")
    assert presenter.model.panel is Panel.LINK
    presenter.link("abc")
    assert isinstance(presenter.model.wrong, Refused)
    assert line.asked == []
    assert not presenter.scanned("一张名片")
    line.error = Refused("enrol.code_used")
    assert presenter.scanned(TICKET)
    assert line.asked == [("enrol", TICKET)]
    assert presenter.model.panel is Panel.LINK
    line.error = None
    presenter.link(TICKET)
    assert presenter.model.panel is Panel.HOME
    assert presenter.heard == [("enrol", 0)]  # type: ignore[attr-defined]


def test_an_invitation_stands_until_its_time(desk: Any, presenter: SyncPresenter, line: LineNow) -> None:
    line.answer = Invitation(TICKET, "7K2M", desk.clock.now_ms() + 15 * MINUTE_MS)
    presenter.invite()
    assert presenter.model.panel is Panel.INVITE
    presenter.tick()
    assert presenter.model.invitation is not None
    desk.clock.advance(15 * MINUTE_MS)
    presenter.tick()
    assert (presenter.model.panel, presenter.model.invitation) == (Panel.HOME, None)
    presenter.invite()
    presenter.leave()
    assert presenter.model.invitation is None, "no ticket stays behind another page"


def test_the_stick_and_unlinking(presenter: SyncPresenter, line: LineNow, tmp_path: Path) -> None:
    line.answer = 41
    presenter.write_stick(tmp_path)
    presenter.read_stick(tmp_path / "a.gdcarry")
    presenter.unlink()
    assert [what for what, _ in line.asked] == ["out", "in", "unlink"]
    assert presenter.heard[:2] == [("out", 41), ("in", 41)]  # type: ignore[attr-defined]


@pytest.mark.parametrize(("choice", "phone"), [("standing", "10400002222"), ("lost", "10400001111")])
def test_choosing_between_two(desk: Any, presenter: SyncPresenter, choice: str, phone: str) -> None:
    person = conflict(desk)
    presenter.refresh()
    assert presenter.model.found is not None
    presenter.open_conflict(presenter.model.found.conflicts[0].num)
    presenter.choose(choice)
    assert presenter.model.panel is Panel.HOME
    assert presenter.model.found.conflicts == ()
    assert presenter.heard == [("settled", 0)]  # type: ignore[attr-defined]
    with desk.store.reading() as r:
        from desk.people.reads import draft

        assert draft(r, desk.actor, person).phone == phone


def test_another_value_is_told_at_the_field(desk: Any, presenter: SyncPresenter) -> None:
    conflict(desk)
    presenter.refresh()
    wrong: list[Exception] = []
    presenter.wrong_value = wrong.append
    assert presenter.model.found is not None
    presenter.open_conflict(presenter.model.found.conflicts[0].num)
    presenter.write_other("12")
    assert [error.code for error in wrong] == ["people.phone_odd"]  # type: ignore[attr-defined]
    presenter.write_other("10400003333")
    assert presenter.model.found.conflicts == ()


def test_in_full_for_half_a_minute(desk: Any, presenter: SyncPresenter) -> None:
    conflict(desk)
    presenter.refresh()
    assert presenter.model.found is not None
    presenter.open_conflict(presenter.model.found.conflicts[0].num)
    presenter.ask_reason()
    presenter.reveal("correction")
    assert presenter.model.panel is Panel.CONFLICT
    assert presenter.model.values is not None
    assert (presenter.model.values.lost, presenter.model.left_s) == ("10400001111", 30)
    desk.clock.advance(10_000)
    presenter.tick()
    assert presenter.model.left_s == 20
    desk.clock.advance(20_000)
    presenter.tick()
    assert presenter.model.values is None


def test_what_was_read_is_not_told_again(desk: Any, presenter: SyncPresenter) -> None:
    link(desk, forked_at=desk.clock.now_ms(), last_pull_at=desk.clock.now_ms())
    with desk.store.unit(COMMAND) as u:
        op_id = u.conn.execute(Outbox.__table__.select()).first().op_id
        sync_rows.refused(u, {op_id: "wire.field_unknown"})
    desk.clock.advance(1000)
    presenter.refresh()
    assert presenter.model.found is not None
    assert presenter.model.found.now.state is State.COPIED
    presenter.note_past()
    presenter.note_refused()
    assert desk.settings.now.extra[NOTED] == desk.clock.now_ms()
    assert presenter.model.found.now.state is not State.COPIED
    assert presenter.model.found.refused == ()


def test_a_door_entered_twice_opens_its_household(desk: Any, presenter: SyncPresenter, voice: Voice) -> None:
    with desk.store.unit(COMMAND) as u:
        both = {add_household(u, "3", "1", "1202"), u.add(Household, building="3", unit="1", room="1202", sort_key="")}
    presenter.refresh()
    assert presenter.model.found is not None
    (double,) = presenter.model.found.doubles
    assert (double.kind, double.count) == ("household", 2)
    assert double.household_id in both
    presenter.open_double(double.household_id)
    assert voice.went == [("people", {"household_id": double.household_id})]


def test_without_a_line_nothing_is_promised(desk: Any, voice: Voice) -> None:
    presenter = SyncPresenter(ports_of(desk, voice))
    presenter.open()
    presenter.agree()
    assert (presenter.model.has_line, presenter.model.busy) == (False, "")
