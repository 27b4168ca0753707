"""The card of a standing pass or a permit over the real store: what it says, and who may do what with it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk.codes.reads import identify
from desk.codes.rules import Answer
from desk.core.clock import DAY_MS
from desk.operators.service import add_operator
from desk.people.reads import find_household
from desk.reception import service
from desk.reception.rules import VisitorType
from desk.reception.rules_windows import Window
from tests.ui.pages.gate import DeskNow, Shell
from tests.ui.pages.house import MORNING, VOLUNTEER
from ui.pages.grant.model import Grant
from ui.pages.grant.presenter import GrantPresenter
from ui.shell.ports import Ports


class Bench:
    def __init__(self, ports: Ports) -> None:
        self.presenter, self.shown, self.ended = GrantPresenter(ports), list[Grant | None](), 0
        self.presenter.show = self.shown.append
        self.presenter.ended = self._on_ended

    def _on_ended(self) -> None:
        self.ended += 1

    @property
    def model(self) -> Grant:
        assert self.shown[-1] is not None
        return self.shown[-1]


@pytest.fixture
def bench(ports: Ports, desk: DeskNow) -> Bench:
    desk.clock.set(MORNING)
    return Bench(ports)


def home(desk: DeskNow) -> str:
    return str(desk.ask(find_household, "3-1-1202").id)


def window(desk: DeskNow, days: tuple[int, ...] = (1, 2, 3, 4, 5, 6, 7)) -> Window:
    day = desk.time.day_start(desk.clock.now_ms())
    return Window(day, day + 30 * DAY_MS, days, 480, 1080)


def a_permit(desk: DeskNow, household: bool = True) -> str:
    return str(
        desk.do(
            lambda u: service.add_permit(
                u, permit_no="装修7", company="测试装饰", window=window(desk, (1, 2, 3, 4, 5)),
                household_id=home(desk) if household else None, workers=["司马测试", "令狐测试"], tools="电锤",
            )
        )
    )  # fmt: skip


def a_pass(desk: DeskNow, with_code: bool = True) -> tuple[str, str]:
    """Its id, and the text of its code."""
    ref, issued = desk.do(
        lambda u: service.give_standing(
            u, household_id=home(desk), alias="司徒阿姨", visitor_type=VisitorType.DOMESTIC, window=window(desk),
            with_code=with_code,
        )
    )  # fmt: skip
    return ref, issued.text if issued is not None else ""


def test_a_permit_says_firm_days_hours_workers_and_who_gave_it(bench: Bench, desk: DeskNow) -> None:
    giver = desk.do(lambda u: add_operator(u, "陈秀兰", "manager", "73914"))
    desk.actor = replace(desk.actor, operator_id=giver.operator_id)
    ref = a_permit(desk)
    bench.presenter.open("permit", ref)
    model = bench.model
    assert (model.who, model.number, model.place, model.tools) == ("测试装饰", "装修7", "3-1-12**", "电锤")
    assert (model.first, model.last, model.days, model.hours) == (
        "2026-11-19",
        "2026-12-18",
        (1, 2, 3, 4, 5),
        "08:00-18:00",
    )
    assert model.workers == ("司马*", "令狐*")
    assert (model.given_by, model.given_at) == (giver.label, "11-19 08:00")
    assert (model.says, model.may_end, model.may_admit, model.may_show) == ("", True, True, False)


def test_a_permit_ends_at_once_and_stays_readable(bench: Bench, desk: DeskNow, shell: Shell) -> None:
    bench.presenter.open("permit", a_permit(desk))
    bench.presenter.end(bench.model)
    assert (bench.model.says, bench.model.ended_at, bench.model.over) == ("window.revoked", "11-19 08:00", True)
    assert (bench.ended, shell.tones, shell.problems) == (1, ["good"], [])


def test_a_standing_pass_ends_together_with_its_code(bench: Bench, desk: DeskNow) -> None:
    ref, text = a_pass(desk)
    bench.presenter.open("standing", ref)
    assert (bench.model.who, bench.model.may_show, bool(bench.model.serial)) == ("司徒*", True, True)
    bench.presenter.end(bench.model)
    assert (bench.model.over, bench.model.may_show, bench.model.code_id) == (True, False, "")
    assert desk.ask(identify, text).answer is Answer.REVOKED


def test_a_pass_without_a_code_has_nothing_to_show(bench: Bench, desk: DeskNow) -> None:
    bench.presenter.open("standing", a_pass(desk, with_code=False)[0])
    assert (bench.model.serial, bench.model.may_show, bench.model.may_end) == ("", False, True)


def test_a_volunteer_reads_a_permit_and_does_not_end_it(bench: Bench, desk: DeskNow, shell: Shell) -> None:
    ref = a_permit(desk)
    desk.actor = VOLUNTEER
    bench.presenter.open("permit", ref)
    assert (bench.model.may_end, bench.model.may_admit) == (False, True)
    bench.presenter.end(bench.model)
    assert (bench.ended, shell.problems) == (0, ["right.missing"])


def test_out_of_its_days_it_is_not_over(bench: Bench, desk: DeskNow) -> None:
    desk.clock.advance(2 * DAY_MS)  # a Saturday
    bench.presenter.open("permit", a_permit(desk))
    assert (bench.model.says, bench.model.over) == ("window.weekday", False)


def test_what_leads_on(bench: Bench, desk: DeskNow, shell: Shell) -> None:
    permit, (standing, _) = a_permit(desk), a_pass(desk)
    bench.presenter.open("permit", permit)
    bench.presenter.register(bench.model)
    bench.presenter.open("standing", standing)
    bench.presenter.register(bench.model)
    bench.presenter.show_code(bench.model)
    bench.presenter.leave()
    assert shell.went == [
        ("admit", {"type": "contractor", "permit_id": permit}),
        ("admit", {"type": "domestic", "standing_id": standing}),
        ("passcard", {"code_id": bench.model.code_id}),
        ("back", {}),
    ]


def test_a_permit_of_the_estate_is_for_works(bench: Bench, desk: DeskNow) -> None:
    bench.presenter.open("permit", a_permit(desk, household=False))
    assert (bench.model.visitor_type, bench.model.place) == ("works", "")


def test_another_one_clears_the_card_first_and_one_gone_is_said(bench: Bench, desk: DeskNow, shell: Shell) -> None:
    bench.presenter.open("permit", a_permit(desk))
    bench.presenter.open("permit", "0" * 32)
    assert (bench.shown[-1], shell.problems) == (None, ["permit.gone"])
