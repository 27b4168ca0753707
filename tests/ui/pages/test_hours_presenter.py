"""Hours over the real store: the month, a log by hand, confirmed, corrected, questioned; a certificate through its steps."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from desk.codes.reads import identify
from desk.codes.rules import Answer
from desk.core.actor import Actor
from desk.core.clock import SiteTime
from desk.store.store import Store
from tests.duty.worlds import BLOCKS, World, small
from tests.fakes.clock import FakeClock
from tests.ui.pages.gate import DeskNow, Shell, ports_of
from ui.pages.hours.model import Ask, DutyCard, HoursModel, Panel
from ui.pages.hours.presenter import HoursPresenter
from ui.paper.certificate import Certificate
from ui.paper.statement import Statement

LOG = {"day": "2026-12-05", "from": "9", "until": "11:30", "content": "搬器材", "place": "广场"}


class Hours:
    def __init__(self, store: Store, clock: FakeClock, actor: Actor) -> None:
        self.shell = Shell()
        self.world: World = small(store, actor)
        clock.set(SiteTime().at(date(2026, 12, 10), 20))
        desk = DeskNow(store, clock, actor)
        desk.session = SimpleNamespace(state=SimpleNamespace(active_id=""))  # type: ignore[attr-defined]
        self.models: list[HoursModel] = []
        self.wrong: list[str] = []
        self.done: list[tuple[str, int]] = []
        self.printed: list[object] = []
        self.presenter = HoursPresenter(ports_of(desk, self.shell))
        self.presenter.show = self.models.append
        self.presenter.wrong = lambda error: self.wrong.append(getattr(error, "code", ""))
        self.presenter.done = lambda what, n: self.done.append((what, n))
        self.presenter.print = self.printed.append
        self.presenter.open()

    @property
    def model(self) -> HoursModel:
        return self.models[-1]

    def log(self, **more: str) -> None:
        self.presenter.ask(Ask.LOG)
        self.presenter.submit({"member": self.world.who["王秀兰"], **LOG, **more})


@pytest.fixture
def hours(store: Store, clock: FakeClock, actor: Actor) -> Hours:
    return Hours(store, clock, actor)


def test_a_log_waits_is_confirmed_and_counts(hours: Hours) -> None:
    assert (hours.model.month, hours.model.counted, len(hours.model.sums)) == ("2026-12", 0, 4)
    hours.log()
    assert (hours.model.panel, hours.done) == (Panel.MONTH, [("log", 1)])
    [one] = hours.model.waits
    assert (one.label, one.day, one.hours, one.minutes, one.flags) == (
        "王老师",
        "12-05",
        "09:00-11:30",
        150,
        ("no_shift",),
    )
    hours.presenter.go(Panel.WAITS)
    hours.presenter.open_record(one.id)
    hours.presenter.verify()
    assert (hours.model.panel, hours.model.waits, hours.model.counted) == (Panel.WAITS, (), 150)
    assert hours.done[-1] == ("verified", 1)


def test_a_form_that_cannot_be_stays_with_what_is_wrong(hours: Hours) -> None:
    hours.log(until="abc")
    hours.presenter.submit({"member": hours.world.who["王秀兰"], **LOG, "content": " "})
    assert hours.wrong == ["hours.time_wrong", "hours.content_empty"]
    assert hours.model.panel is Panel.FORM
    assert hours.presenter.back()
    assert hours.model.panel is Panel.MONTH


def test_until_before_from_is_the_next_morning(hours: Hours) -> None:
    hours.log(**{"from": "22:00", "until": "6:00"})
    assert hours.model.waits[0].minutes == 480


def test_corrected_questioned_refused(hours: Hours) -> None:
    hours.log()
    hours.presenter.verify_all()
    hours.presenter.open_person(hours.world.who["王秀兰"])
    [one] = hours.model.records
    hours.presenter.open_record(one.id)
    hours.presenter.ask(Ask.ASK)
    hours.presenter.submit({"reason": "到十二点"})
    assert hours.model.card is not None
    assert (hours.model.card.record.credit, hours.model.card.record.said) == ("asked", "到十二点")
    hours.presenter.ask(Ask.CORRECT)
    hours.presenter.submit({"from": "9:00", "until": "12:00", "reason": "核对过"})
    assert (hours.model.panel, [one.minutes for one in hours.model.records]) == (Panel.PERSON, [180])
    hours.presenter.open_record(hours.model.records[0].id)
    assert hours.model.card is not None
    assert [one.minutes for one in hours.model.card.before] == [150]
    hours.presenter.ask(Ask.REFUSE)
    hours.presenter.submit({"reason": "没有来"})
    assert [one.credit for one in hours.model.records] == ["refused"]
    assert [one.minutes for one in hours.model.sums if one.label == "王老师"] == [0]


def test_a_certificate_through_its_steps(hours: Hours) -> None:
    hours.log()
    hours.presenter.verify_all()
    hours.presenter.go(Panel.PAPERS)
    hours.presenter.ask(Ask.APPLY)
    year = {"from_day": "2026-01-01", "until_day": "2026-12-10"}
    hours.presenter.submit({"member": hours.world.who["李志强"], "kind": "certificate", **year})
    ahead = {**year, "until_day": "2026-12-11"}
    hours.presenter.submit({"member": hours.world.who["王秀兰"], "kind": "certificate", **ahead})
    assert hours.wrong == ["certificate.no_hours", "certificate.days_ahead"]
    hours.presenter.submit({"member": hours.world.who["王秀兰"], "kind": "certificate", **year, "purpose": "评选"})
    [paper] = hours.model.papers
    assert (hours.model.panel, paper.state, paper.label) == (Panel.PAPERS, "applied", "王老师")
    hours.presenter.open_paper(paper.id)
    hours.presenter.step_paper("accept")
    hours.presenter.ask(Ask.ISSUE)
    assert hours.model.form is not None
    assert {one.key: one.value for one in hours.model.form.fields}["name"] == "锦绣苑"
    hours.presenter.submit({"head": "周敏"})
    assert hours.wrong[-1] == "certificate.lacks"
    hours.presenter.submit(BLOCKS)
    assert hours.model.paper is not None
    assert (hours.model.paper.state, hours.model.paper.minutes) == ("issued", 150)
    hours.presenter.print_paper()
    printed = hours.printed[0]
    assert isinstance(printed, Certificate)
    assert (printed.name, printed.hours, printed.content, printed.head) == ("王秀兰", "2.5", "搬器材", "周敏")
    hours.presenter.step_paper("post")
    assert (hours.model.paper.state, hours.model.paper.left) == ("posted", 7)
    hours.presenter.ask(Ask.WITHDRAW)
    hours.presenter.submit({"reason": "记错了"})
    assert hours.model.paper.state == "withdrawn"


def test_a_statement_is_made_at_once(hours: Hours) -> None:
    hours.log()
    hours.presenter.verify_all()
    hours.presenter.ask(Ask.APPLY)
    who = hours.world.who["王秀兰"]
    hours.presenter.submit({"member": who, "kind": "statement", "from_day": "2026-12-01", "until_day": "2026-12-10"})
    assert hours.model.panel is Panel.PAPERS
    hours.presenter.open_paper(hours.model.papers[0].id)
    hours.presenter.print_paper()
    printed = hours.printed[0]
    assert isinstance(printed, Statement)
    assert [(row.day, row.time, row.hours) for row in printed.rows] == [("2026-12-05", "09:00-11:30", "2.5")]


def test_a_duty_card_is_the_same_until_it_is_lost(hours: Hours) -> None:
    hours.presenter.open_person(hours.world.who["王秀兰"])
    for lost in (False, False, True):
        hours.presenter.print_card(lost)
    first, again, fresh = hours.printed
    assert isinstance(fresh, DutyCard)
    assert first == again
    assert (fresh.label, fresh.text != vars(first)["text"]) == ("王老师", True)
    with hours.world.store.reading() as r:
        assert identify(r, vars(first)["text"]).answer is Answer.REVOKED
        assert identify(r, fresh.text).subject_id == hours.world.who["王秀兰"]


def test_all_at_once_leaves_ones_own_to_somebody_else(hours: Hours, store: Store, actor: Actor) -> None:
    hours.world.add("周敏二", capacity="committee", operator_id=actor.operator_id)
    hours.log()
    hours.log(member=hours.world.who["周敏二"])
    assert {(one.own, one.sure) for one in hours.model.waits} == {(False, True), (True, False)}
    hours.presenter.verify_all()
    assert (hours.done[-1], hours.shell.problems) == (("verified", 1), [])
    assert [one.own for one in hours.model.waits] == [True]


def test_nobody_is_chosen_for_them(hours: Hours) -> None:
    hours.presenter.ask(Ask.LOG)
    assert hours.model.form is not None
    assert hours.model.form.fields[0].value == ""
    hours.presenter.submit({**LOG, "member": ""})
    assert (hours.wrong, hours.model.panel) == (["hours.nobody"], Panel.FORM)
    hours.presenter.back()
    hours.presenter.open_person(hours.world.who["李志强"])
    hours.presenter.ask(Ask.LOG)
    assert hours.model.form.fields[0].value == hours.world.who["李志强"]
