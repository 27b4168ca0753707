"""Finding anything as one types, and paging through the history."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest

from desk.core.clock import DAY_MS, HOUR_MS, MINUTE_MS
from desk.core.ids import new_id
from desk.people.reads import find_household
from desk.reception import service
from desk.reception.rules import Draft, Proof, VisitorType
from desk.reception.views import AdmitRequest
from tests.ui.pages.gate import DeskNow, Shell
from ui.pages.find.model import FindModel, HistoryRow
from ui.pages.find.presenter import FindPresenter
from ui.shell.ports import Ports


class Page:
    def __init__(self, ports: Ports) -> None:
        self.presenter = FindPresenter(ports)
        self.model = FindModel()
        self.presenter.show = self._show

    def _show(self, model: FindModel) -> None:
        self.model = model

    def groups(self, text: str, field: str = "") -> set[str]:
        self.presenter.search(text, field)
        return {hit.group for hit in self.model.hits}

    def rows(self, after: HistoryRow | None = None, limit: int = 50) -> Sequence[HistoryRow]:
        found: list[Sequence[HistoryRow]] = []
        self.presenter.fetch(after, found.append, limit)
        return found[0]


@pytest.fixture
def page(ports: Ports, desk: DeskNow) -> Page:
    admit(desk, "龙测试", phone="10400001111", plate="沪A12345")
    return Page(ports)


def admit(desk: DeskNow, name: str, **fields: Any) -> str:
    door = desk.ask(find_household, "3-1-1202")
    draft = Draft(VisitorType.GUEST, name=name, household_id=door.id, **fields)
    return str(desk.do(lambda u: service.admit(u, AdmitRequest(new_id(u.now), draft, Proof.PHONE))).visit_id)


@pytest.mark.parametrize("text", ["龙测试", "long", "lcs", "1111", "12345", "龙c"])
def test_a_visit_is_found_however_one_types(page: Page, text: str) -> None:
    assert "visit" in page.groups(text)
    assert "龙测试" not in [hit.title for hit in page.model.hits]


def test_a_room_finds_its_household_and_who_went_there(page: Page) -> None:
    assert {"household", "visit"} <= page.groups("3-1-1202")
    assert "person" not in page.groups("3-1-1202", "room")


def test_residents_visitors_goods_and_passes_are_found(page: Page, desk: DeskNow) -> None:
    assert "person" in page.groups("ouyang")
    assert "visitor" in page.groups("龙测试")
    desk.do(lambda u: service.park(u, household_id="", what="一箱水果", shelf="A1", left_by="龙测试"))
    assert "goods" in page.groups("龙测试")
    draft = Draft(VisitorType.GUEST, name="熊测试")
    issued = desk.do(lambda u: service.expect_with_pass(u, new_id(u.now), draft, u.now, u.now + HOUR_MS))
    assert "pass" in page.groups(issued.serial)
    assert "expected" in page.groups("熊测试")


def test_enter_opens_the_only_hit(page: Page, shell: Shell) -> None:
    page.presenter.search("5-101", live=False)
    assert shell.went[-1][0] == "people"
    page.presenter.search("3-1", live=True)
    assert len(shell.went) == 1


def test_nobody_found_leads_to_the_form_with_the_name(page: Page, shell: Shell) -> None:
    assert page.groups("齉齉") == set()
    page.presenter.register()
    assert shell.went[-1] == ("admit", {"type": "guest", "name": "齉齉"})
    page.presenter.search("99999")
    page.presenter.register()
    assert shell.went[-1][1]["name"] == ""


def test_every_kind_of_hit_opens_something(page: Page, shell: Shell, desk: DeskNow) -> None:
    for text in ("龙测试", "ouyang", "3-1-1202"):
        page.presenter.search(text)
        for hit in page.model.hits:
            page.presenter.open(hit)
            assert shell.went[-1][0] in ("visit", "admit", "people")


def test_the_history_goes_on_behind_its_last_row(page: Page, desk: DeskNow) -> None:
    for number in range(6):
        desk.clock.advance(MINUTE_MS)
        admit(desk, f"客{number}测试")
    first = page.rows(limit=4)
    rest = page.rows(first[-1], limit=4)
    assert len(first) == 4
    assert len(rest) == 3
    assert len({row.num for row in (*first, *rest)}) == 7


def test_the_history_is_narrowed_and_begun_at_a_day(page: Page, desk: DeskNow) -> None:
    desk.clock.advance(2 * DAY_MS)
    admit(desk, "熊测试")
    page.presenter.narrow(states="left")
    assert page.rows() == []
    page.presenter.narrow(states="inside")
    assert len(page.rows()) == 2
    page.presenter.jump(page.presenter.today() - timedelta(days=1))
    assert [row.name for row in page.rows()] == ["龙*"]
    page.presenter.jump(None)
    assert len(page.rows()) == 2


class ChildNow:
    """Stands for the process of its own: writes down the words and answers at once."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.stopped = False

    def start(self, words: Sequence[str], on_line: Any, on_end: Any) -> None:
        self.words, self._line, self._end = list(words), on_line, on_end

    def cancel(self) -> None:
        self.stopped = True
        self._end(None)

    def finish(self) -> None:
        self._line({"done": 3, "total": 7})
        self._line({"rows": 7, "file": "x", "masked": True})
        self._end(None)


def test_an_export_runs_in_a_process_of_its_own(page: Page, ports: Ports) -> None:
    child = ChildNow()
    ports.extras["child"] = lambda: child
    told: list[Any] = []
    page.presenter.progress = lambda done, total: told.append((done, total))
    page.presenter.ended = lambda good, rows: told.append((good, rows))
    assert page.presenter.may_export
    page.presenter.export("/tmp/x.xlsx", date(2026, 11, 1), date(2026, 11, 22), "{}")
    assert child.words[:4] == ["export", "visits", "--format", "xlsx"]
    assert "--full" not in child.words
    child.finish()
    assert told == [(3, 7), (True, 7)]
