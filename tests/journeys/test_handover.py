"""A shift ends, is handed over and taken over, through the real window; a relief that does not come; a stranger's card."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget

from desk.codes.wedge import SWALLOW_MS
from desk.core.errors import Refused
from desk.core.lanes import WRITE
from desk.duty import (
    reads_clock,
    reads_handover,
    service_clock,
    service_items,
    service_publish,
    service_roster,
    service_team,
    service_templates,
)
from desk.duty.reads_shifts import shifts
from desk.duty.rules_days import Template
from desk.duty.rules_handover import Kind as Made
from desk.duty.service_roster import Edit
from desk.duty.service_team import About
from desk.handing import check_accepted
from desk.operators import service as operators
from desk.people.reads import find_household
from desk.reception import reads, service
from desk.reception.rules import Draft, Proof, VisitorType
from desk.reception.views import AdmitRequest
from tests.journeys.conftest import Running
from ui.pages.handover.model import Panel
from ui.pages.today.model import Kind
from ui.shell.relief import Stand

Picture = Callable[[Running, str], None]
PINS = {"王秀兰": "7153", "李志强": "8264"}
WEEK = (1, 2, 3, 4, 5, 6, 7)


@dataclass
class Team:
    running: Running
    day: date
    who: dict[str, str] = field(default_factory=dict)
    signs: dict[str, str] = field(default_factory=dict)
    cards: dict[str, str] = field(default_factory=dict)

    def at(self, hour: int, minute: int = 0) -> None:
        """The wall goes on; nobody was idle."""
        self.running.clock.set(self.running.program.desk.time.at(self.day, hour, minute))

    def look(self) -> None:
        """Half a minute has passed."""
        self.running.shell._ask_relief()

    def sign_on(self, name: str) -> None:
        session = self.running.program.desk.session
        self.running.program.desk.lanes.run(WRITE, lambda: session.sign_on_pin(self.signs[name], PINS[name]))
        self.running.until(lambda: session.state.active_id == self.signs[name])

    def on_duty(self) -> set[str]:
        return {one.member_id for one in self.running.read(reads_clock.on_duty)}

    def stand(self) -> Stand:
        return self.running.shell.relief.now.stand  # type: ignore[no-any-return]


@pytest.fixture
def team(on_duty: Running) -> Team:
    """Tomorrow 王秀兰 serves 14-17 and 李志强 17-20; two keys are counted; she is there since two."""
    desk = on_duty.program.desk
    found = Team(on_duty, desk.time.day(desk.clock.now_ms()) + timedelta(days=1))

    def build(u: Any) -> None:
        from desk.codes.service import issue_duty

        for name, pin in PINS.items():
            found.signs[name] = operators.add_operator(u, name, "volunteer", pin).operator_id
            found.who[name] = service_team.add_member(u, About(name, operator_id=found.signs[name]))
        found.who["周敏"] = service_team.add_member(u, About("周敏"))
        found.cards.update({name: issue_duty(u, one).text for name, one in found.who.items()})
        service_team.let_go(u, found.who["周敏"])
        for name, start in (("门岗", 840), ("晚班", 1020)):
            one = Template(name, start, start + 180, WEEK, least=1, most=2, gate_id=u.gate_id)
            service_templates.save_template(u, one)
        month = found.day.isoformat()[:7]
        service_roster.open_month(u, month)
        today = {one.name: one.id for one in shifts(u, month) if one.day == found.day.isoformat()}
        edits = [Edit(today["门岗"], found.who["王秀兰"]), Edit(today["晚班"], found.who["李志强"])]
        service_roster.apply(u, edits)
        service_publish.publish(u, month, in_spite=True)
        service_items.add_item(u, "大门钥匙", 2, "key")

    on_duty.write(build)
    found.at(14)
    on_duty.write(lambda u: service_clock.clock_on(u, found.who["王秀兰"]))
    found.sign_on("王秀兰")
    return found


def write(target: QWidget, words: str) -> None:
    """As an input method commits it."""
    target.setFocus()
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(target, event)


def scanner(running: Running, text: str) -> None:
    """A keyboard scanner: a burst of keys and Enter."""
    target = running.window.focusWidget() or running.window
    for char in text:
        running.qtbot.keyClick(target, char)
    running.qtbot.keyClick(target, Qt.Key.Key_Return)
    running.qtbot.wait(2 * SWALLOW_MS)


def type_pin(page: Any, pin: str) -> None:
    for digit in pin:
        page.sign.pad.type_digit(digit)
    page.sign.pad._enter.click()


def admit(running: Running, name: str) -> None:
    """A guest through the form, by whoever acts."""
    before = running.read(reads.today).admitted_today
    running.qtbot.keyClick(running.window.scan_line.field, Qt.Key.Key_F2)
    running.until(lambda: running.front() == "admit")
    page = running.page()
    if page.model.kind != "guest":
        page.types.tile("guest").click()
    write(page.fields.door.line, "3-1-1202")
    running.until(page.fields.door.has_rows)
    running.qtbot.keyClick(page.fields.door.line, Qt.Key.Key_Return)
    write(page.fields.lines["name"].line, name)
    page.side.chooser.tile("phone").click()
    page.main_button().click()
    running.until(lambda: page.model.done is not None)
    assert running.read(reads.today).admitted_today == before + 1
    running.until(lambda: running.window.focusWidget() is running.window.scan_line.field)


def guest(running: Running, name: str) -> None:
    def work(u: Any) -> None:
        home = find_household(u, "3-1-1202")
        assert home is not None
        service.admit(
            u, AdmitRequest(u.new_id(), Draft(VisitorType.GUEST, name=name, household_id=home.id), Proof.PHONE)
        )

    running.write(work)


def drafted(team: Team) -> Any:
    """The line over the page leads to the draft."""
    running = team.running
    team.look()
    running.until(lambda: running.window.relief.isVisible())
    running.window.relief.line.button.click()
    running.until(lambda: running.front() == "handover" and running.page().model.known)
    return running.page()


def answered(team: Team, page: Any) -> None:
    """Tick what is open, count what is counted."""
    for row in page.drafted.rows.values():
        if not row.isHidden():
            row.tick.click()
    for row in page.drafted.counts.values():
        row.right.click()
    team.running.until(lambda: not page.model.lacks)


def handed(team: Team, page: Any, pin: str = PINS["王秀兰"]) -> None:
    page.foot.button(0).click()
    team.running.until(lambda: page.model.panel is Panel.SIGN and page.model.asking is not None)
    type_pin(page, pin)
    team.running.until(lambda: page.model.panel is Panel.READ and page.model.put.waits)


def test_a_shift_ends_is_handed_over_and_the_relief_admits_the_next(team: Team, picture: Picture) -> None:
    running = team.running
    guest(running, "欧阳测试")
    team.at(16, 30)
    team.look()
    running.until(lambda: running.read(reads_handover.due_now) is None)
    assert not running.window.relief.isVisible()
    team.at(16, 42)
    running.shell.to("today")
    running.until(lambda: Kind.HANDOVER in [one.kind for one in running.page().model.matters])
    team.look()
    running.until(lambda: running.window.relief.isVisible())
    picture(running, "handover-1-due")
    page = drafted(team)
    assert not running.window.relief.isVisible()  # it leads here
    running.qtbot.keyClick(running.window.scan_line.field, Qt.Key.Key_Return)
    assert page.model.panel is Panel.DRAFT  # the guest is not ticked yet
    assert running.window.focusWidget() is page.drafted.rows["inside"].tick
    picture(running, "handover-2-draft")
    page.drafted.rows["inside"].tick.click()
    count = next(iter(page.drafted.counts.values()))
    count.minus.click()
    running.until(lambda: count.note.isVisible())
    write(count.note, "物业借走一把")
    running.until(lambda: not page.model.lacks)
    picture(running, "handover-3-all-seen")
    page.foot.button(0).click()
    running.until(lambda: page.model.panel is Panel.SIGN and page.model.asking is not None)
    type_pin(page, "0000")
    running.until(lambda: bool(page.sign.pad._wrong.text()))
    assert running.read(reads_handover.history) == []
    picture(running, "handover-4-wrong-pin")
    type_pin(page, PINS["王秀兰"])
    running.until(lambda: page.model.panel is Panel.READ and page.model.put.waits)
    assert page.model.put.body.items[0].note == "物业借走一把"
    picture(running, "handover-5-waits")
    _nobody_has_signed_yet(team, picture)
    _the_relief_signs(team, picture)


def _nobody_has_signed_yet(team: Team, picture: Picture) -> None:
    """Red over every page; exports wait, visitors do not."""
    running = team.running
    running.shell.to("today")
    running.until(lambda: running.window.relief.isVisible() and team.stand() is Stand.WAITING)
    with pytest.raises(Refused, match=r"handover\.unaccepted"):
        running.read(check_accepted)
    picture(running, "handover-6-unaccepted")
    admit(running, "司马测试")


def _the_relief_signs(team: Team, picture: Picture) -> None:
    running = team.running
    team.at(16, 55)
    running.shell.to("handover")
    page = running.page()
    running.until(lambda: page.model.panel is Panel.READ and page.model.put.waits)
    page.foot.button(0).click()
    running.until(lambda: page.model.asking is not None and page.model.asking.member_id == team.who["李志强"])
    type_pin(page, PINS["李志强"])
    running.until(lambda: bool(page.model.took))
    assert team.on_duty() == {team.who["李志强"]}
    assert running.program.desk.actor.operator_id == team.signs["李志强"]
    picture(running, "handover-7-taken")
    page.foot.button(0).click()
    running.until(lambda: running.front() == "today")
    team.look()
    running.until(lambda: team.stand() is Stand.NONE and not running.window.relief.isVisible())
    running.read(check_accepted)
    admit(running, "诸葛测试")


def test_the_relief_does_not_come_and_whoever_is_there_stays(team: Team, picture: Picture) -> None:
    running = team.running
    team.at(17, 12)
    page = drafted(team)
    running.until(lambda: page.model.drafted.over_min == 12)
    page.foot.press("没人来接班，我留下")
    running.until(lambda: bool(page.model.drafted.held_at))
    picture(running, "handover-8-stays-on")
    (held,) = running.read(reads_handover.history)
    assert (held.kind, held.held_minutes) == (Made.HELD_OVER, 12)
    running.shell.to("today")
    running.until(lambda: running.window.relief.isVisible() and team.stand() is Stand.HELD)
    team.at(19, 30)
    page = drafted(team)
    answered(team, page)
    handed(team, page)
    scanner(running, team.cards["李志强"])
    running.until(lambda: bool(page.model.took))
    made = running.read(reads_handover.history)[0]
    assert (made.held_minutes, made.accepted) == (150, True)
    assert team.on_duty() == {team.who["李志强"]}
    page.foot.press("以前的") if any(act.words == "以前的" for act in page.foot._acts) else page._presenter.go(
        Panel.PAST
    )
    running.until(lambda: len(page.past.rows) == 2)
    picture(running, "handover-9-past")


def test_the_card_of_a_stranger_signs_nothing_and_a_visitor_is_not_held_up(team: Team) -> None:
    running = team.running
    team.at(16, 50)
    page = drafted(team)
    answered(team, page)
    handed(team, page)
    page.foot.button(0).click()
    running.until(lambda: page.model.panel is Panel.SIGN)
    running.window.scan_line.field.setFocus()
    scanner(running, team.cards["周敏"])  # left the team
    running.until(lambda: running.window.notes.line.isVisible() or bool(page.sign.pad._wrong.text()))
    assert not running.read(reads_handover.history)[0].accepted
    assert page.model.panel is Panel.SIGN
    assert running.program.desk.actor.operator_id == team.signs["王秀兰"]
    admit(running, "司马测试")


def test_half_an_answered_draft_survives_the_lock(team: Team) -> None:
    running = team.running
    team.at(16, 50)
    page = drafted(team)
    next(iter(page.drafted.counts.values())).right.click()
    running.until(lambda: not page.model.lacks)
    running.program.desk.lanes.run(WRITE, running.program.desk.session.lock)
    running.until(lambda: running.front() == "signon")
    assert not running.window.relief.isVisible()
    team.sign_on("王秀兰")
    running.until(lambda: running.front() == "today")
    running.shell.to("handover")
    running.until(lambda: running.page().model.panel is Panel.DRAFT and not running.page().model.lacks)
