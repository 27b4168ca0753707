"""Announced visits: one written, its pass, cancelling, not coming; and standing passes."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from desk.codes.reads import identify
from desk.codes.service_passes import by_digits
from desk.people.reads import find_household
from desk.reception import reads
from tests.ui.pages.gate import DeskNow, Shell
from ui.pages.expected.model import ExpectedModel
from ui.pages.expected.presenter import ExpectedPresenter
from ui.shell.ports import Ports

WHOLE_DAY = (0, 1439)


class Page:
    def __init__(self, ports: Ports, desk: DeskNow) -> None:
        self.presenter = ExpectedPresenter(ports)
        self.desk = desk
        self.model = ExpectedModel()
        self.done: list[tuple[str, Any]] = []
        self.presenter.show = self._show
        self.presenter.done = lambda act, undo: self.done.append((act, undo))
        self.presenter.refresh()

    def _show(self, model: ExpectedModel) -> None:
        self.model = model

    def home(self) -> str:
        return str(self.desk.ask(find_household, "3-1-1202").id)

    def announce(self, with_pass: bool = False, name: str = "龙测试") -> None:
        self.presenter.begin()
        self.again(with_pass, name)

    def again(self, with_pass: bool = False, name: str = "龙测试") -> None:
        today, _ = self.presenter.now()
        fields = {"kind": "guest", "name": name, "household_id": self.home(), "party_size": 2, "phone": ""}
        self.presenter.announce(today, *WHOLE_DAY, fields, with_pass)


@pytest.fixture
def page(ports: Ports, desk: DeskNow) -> Page:
    return Page(ports, desk)


def test_two_presses_write_one_announcement(page: Page) -> None:
    page.announce()
    page.again()
    assert [(one.name, one.place, one.party) for one in page.model.announced] == [("龙*", "3", 2)]


def test_nobody_named_is_said(page: Page, shell: Shell) -> None:
    page.presenter.begin()
    today, _ = page.presenter.now()
    page.presenter.announce(today, *WHOLE_DAY, {"kind": "guest"}, False)
    assert shell.problems == ["visit.expected_who"]


def test_a_pass_is_good_and_its_digits_find_the_visit(page: Page, shell: Shell, desk: DeskNow) -> None:
    page.announce(with_pass=True)
    name, arguments = shell.went[-1]
    assert (name, arguments["place"]) == ("passcard", "3-1-12**")
    issued = arguments["issued"]
    seen = desk.ask(identify, issued.text)
    assert seen.code is not None
    found = desk.do(lambda u: by_digits(u, issued.digits))
    assert found.found[0].code is not None
    assert found.found[0].code.visitor_ref == seen.code.visitor_ref
    assert page.model.announced[0].code_id == issued.code_id
    page.presenter.give_pass(page.model.announced[0])
    assert shell.went[-1] == ("passcard", {"code_id": issued.code_id})


def test_a_pass_later(page: Page, shell: Shell) -> None:
    page.announce()
    page.presenter.give_pass(page.model.announced[0])
    assert shell.went[-1][0] == "passcard"
    assert shell.went[-1][1]["issued"].uses == 1


@pytest.mark.parametrize("act", ["cancelled", "no_show"])
def test_cancelling_and_not_coming_can_be_taken_back(page: Page, act: str) -> None:
    page.announce()
    one = page.model.announced[0]
    {"cancelled": page.presenter.cancel, "no_show": page.presenter.no_show}[act](one)
    page.presenter.refresh()
    assert page.model.announced == ()
    name, undo = page.done[-1]
    assert name == act
    undo()
    page.presenter.refresh()
    assert len(page.model.announced) == 1


def test_coming_leads_to_the_form(page: Page, shell: Shell) -> None:
    page.announce()
    page.presenter.arrive(page.model.announced[0])
    assert shell.went[-1] == ("admit", {"visit_id": page.model.announced[0].id})


def test_a_standing_pass_is_given_and_taken_back(page: Page, desk: DeskNow, shell: Shell) -> None:
    today, _ = page.presenter.now()
    fields = {"kind": "domestic", "household_id": page.home(), "alias": "王阿姨", "phone": "10400001234"}
    page.presenter.give_standing(dict(fields), today, today + timedelta(days=89), (1, 2, 3), 480, 720, True)
    assert shell.went[-1][0] == "passcard"
    one = page.model.standing[0]
    assert (one.alias, one.hours, one.days, bool(one.code_id)) == ("王*", "08:00-12:00", (1, 2, 3), True)
    page.presenter.revoke(one)
    assert page.model.standing == ()
    assert desk.ask(lambda r: reads.standing(r, running=False))[0].revoked_at is not None


def test_more_than_ninety_days_is_refused(page: Page, shell: Shell) -> None:
    today, _ = page.presenter.now()
    fields = {"kind": "domestic", "household_id": page.home(), "alias": "王阿姨"}
    page.presenter.give_standing(fields, today, today + timedelta(days=120), (1,), 480, 720, False)
    assert shell.problems == ["window.too_long"]
    assert page.model.standing == ()
