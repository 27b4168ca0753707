"""Duty over the real store: the day, found by pinyin, clocked and taken back, my shifts, the month for the wall."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from icalendar import Calendar

from desk.core.actor import Actor
from desk.core.clock import SiteTime
from desk.duty import service_team
from desk.duty.service_team import About
from desk.store.store import Store
from tests.duty.worlds import World, small
from tests.fakes.clock import FakeClock
from tests.ui.pages.gate import DeskNow, Shell, ports_of
from ui.pages.duty.model import DutyModel, Panel
from ui.pages.duty.presenter import DutyPresenter


class LanesNow:
    """Lanes that answer on the spot."""

    def run(self, lane: str, work: Callable[[], Any], done: Any = None, failed: Any = None) -> None:
        try:
            value = work()
        except Exception as error:
            failed(error)
        else:
            done(value)


class Duty:
    def __init__(self, store: Store, clock: FakeClock, actor: Actor) -> None:
        self.clock, self.shell = clock, Shell()
        self.world: World = small(store, actor)
        self.desk = DeskNow(store, clock, actor)
        self.desk.lanes = LanesNow()  # type: ignore[attr-defined]
        self.desk.session = SimpleNamespace(state=SimpleNamespace(chips=()))  # type: ignore[attr-defined]
        self.models: list[DutyModel] = []
        self.wrong: list[Exception] = []
        self.presenter = DutyPresenter(ports_of(self.desk, self.shell))
        self.presenter.show, self.presenter.wrong = self.models.append, self.wrong.append

    @property
    def model(self) -> DutyModel:
        return self.models[-1]

    def at(self, day: int, hour: int, minute: int = 0) -> None:
        self.clock.set(SiteTime().at(date(2026, 12, day), hour, minute))


@pytest.fixture
def duty(store: Store, clock: FakeClock, actor: Actor) -> Duty:
    made = Duty(store, clock, actor)
    made.world.put("2026-12-01", "王秀兰", "李志强")
    made.world.put("2026-12-02", "李志强")
    made.world.publish(in_spite=True)
    made.at(1, 13, 50)
    return made


def test_the_day_at_a_glance(duty: Duty) -> None:
    duty.presenter.open()
    assert [(line.label, line.here, line.hours) for line in duty.model.lines] == [
        ("李老师", "later", "14:00-17:00"), ("王老师", "later", "14:00-17:00"),
    ]  # fmt: skip
    assert (duty.model.on, duty.model.next_at, duty.model.may_clock) == (0, "14:00", True)
    assert duty.model.risks


def test_found_by_pinyin_clocked_on_by_the_desk_and_taken_back(duty: Duty) -> None:
    duty.presenter.go_panel(Panel.WHO)
    for text in ("wang", "wxl", "王", "wangxiu"):
        duty.presenter.search(text)
        assert [one.label for one in duty.model.team] == ["王老师"]
    duty.presenter.choose(duty.model.team[0].id)
    person = duty.model.person
    assert person is not None
    assert (person.shift, person.hours, person.on, person.asks_pin, person.own) == (
        "门岗",
        "14:00-17:00",
        "",
        False,
        False,
    )
    duty.presenter.by_desk()
    assert (duty.model.panel, duty.model.on, duty.model.lines[0].here) == (Panel.TODAY, 1, "on")
    assert duty.shell.said == ["王老师上岗了：门岗 14:00-17:00"]
    duty.shell.undo_[0]()
    duty.presenter.refresh()
    assert duty.model.on == 0


def test_late_done_and_absent(duty: Duty) -> None:
    duty.at(1, 14, 5)
    duty.presenter.open()
    assert {line.here for line in duty.model.lines} == {"missing"}
    duty.presenter.choose(duty.world.who["王秀兰"])
    duty.presenter.by_desk()
    duty.at(1, 16, 58)
    duty.presenter.choose(duty.world.who["王秀兰"])
    assert duty.model.person is not None
    assert duty.model.person.on == "14:05"
    duty.presenter.by_desk()
    assert duty.shell.said[-1] == "王老师下岗了，辛苦了！"
    duty.at(1, 18)
    duty.presenter.refresh()
    assert [(line.label, line.here, line.time) for line in duty.model.lines] == [
        ("王老师", "done", "16:58"), ("李老师", "absent", ""),
    ]  # fmt: skip


def test_who_forgot_says_when_they_came(duty: Duty) -> None:
    duty.at(1, 14, 30)
    duty.presenter.choose(duty.world.who["王秀兰"])
    duty.presenter.by_desk("abc")
    assert [getattr(error, "code", "") for error in duty.wrong] == ["hours.time_wrong"]
    duty.presenter.by_desk("14:05")
    assert [(line.label, line.here, line.time) for line in duty.model.lines[:1]] == [("王老师", "on", "14:05")]
    duty.presenter.choose(duty.world.who["王秀兰"])
    duty.presenter.by_desk("13:00")  # before they came
    assert getattr(duty.wrong[-1], "code", "") == "clock.said_before_in"
    duty.at(2, 0, 30)
    duty.presenter.choose(duty.world.who["李志强"])
    duty.presenter.by_desk("23:50")  # still ahead today: yesterday's
    assert duty.model.lines[0].label == "李老师"


def test_a_wrong_pin_is_said_on_the_pad(duty: Duty) -> None:
    duty.presenter.choose(duty.world.who["王秀兰"])
    duty.presenter.by_pin("1111")
    assert [getattr(error, "code", "") for error in duty.wrong] == ["clock.no_pin"]
    assert duty.model.panel is Panel.PERSON
    assert duty.presenter.back()
    assert not duty.presenter.back()


def test_my_shifts_and_their_calendar(duty: Duty) -> None:
    duty.presenter.go_panel(Panel.MINE)
    assert (duty.model.me, duty.model.mine) == ("", ())
    about = About("李志强", operator_id=duty.desk.actor.operator_id)
    duty.desk.do(lambda u: service_team.edit_member(u, duty.world.who["李志强"], about))
    duty.presenter.refresh()
    assert duty.model.me == "李老师"
    assert [(one.day, one.weekday, one.state) for one in duty.model.mine] == [
        ("12-01", 2, "published"), ("12-02", 3, "published"),
    ]  # fmt: skip
    files: list[bytes] = []
    duty.presenter.calendar = files.append
    duty.presenter.ask_calendar()
    assert len(Calendar.from_ical(files[0]).walk("VEVENT")) == 2


def test_the_month_for_the_wall(duty: Duty) -> None:
    duty.presenter.open(panel="sheet", month="2026-12")
    sheet = duty.model.sheet
    assert sheet is not None
    assert sheet.published
    assert [day.number for day in sheet.weeks[0]] == [0, 1, 2, 3, 4, 5, 6]
    assert sheet.weeks[0][1].slots[-1].people in (("李老师", "王老师"), ("王老师", "李老师"))
    assert sheet.weeks[0][3].slots[-1].short
    duty.presenter.step(1)
    assert duty.model.sheet is not None
    assert (duty.model.sheet.month, duty.model.sheet.published) == ("2027-01", False)
