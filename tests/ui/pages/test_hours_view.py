"""Hours on the screen: each panel, what may be done in it, forms that keep what was typed, both languages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.core.errors import Refused
from tests.ui.pages.test_today_view import Desk
from tests.ui.paper_now import PaperNow
from tests.ui.test_paper_hours import PAPER as WORDS
from ui import i18n
from ui.pages.hours.model import Ask, Card, FormField, FormModel, HoursModel, Panel, Paper, Record, Sum
from ui.pages.hours.view import HoursPage

WAITS = Record(
    "r", "a", "王老师", "12-01", "14:00-17:00", 180, "门岗", "南门", "waits", "auto", ("forgot",), "", "",
    "2026-12-01T14:00:00+08:00", "2026-12-01T17:00:00+08:00",
)  # fmt: skip
COUNTS = replace(WAITS, id="s", credit="counts", close="clock", flags=())
MONTH = HoursModel(
    known=True, month="2026-12", sums=(Sum("a", "王老师", "volunteer", 330, 2, 1), Sum("b", "李老师", "unit", 0, 0, 0)),
    counted=330, waits=(WAITS,), may_clock=True, may_verify=True, may_certify=True, may_export=True,
)  # fmt: skip
APPLIED = Paper("p", "certificate", "a", "王老师", "2026-01-01 – 2026-12-31", "applied", "12-20 10:00")


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> HoursPage:
    made = HoursPage(desk)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(1196, 617)
    made.show()
    qtbot.waitExposed(made)
    made.show_model(MONTH)
    return made


def words(page: HoursPage) -> list[str]:
    return [act.words for act in page._acts()]


def test_the_month(page: HoursPage, desk: Desk, qtbot: QtBot) -> None:
    assert page.heading() == "2026年12月，大家一共服务了 5.5 小时"
    model = page.month.table.model()
    assert [model.index(0, n).data() for n in range(5)] == ["王老师", "志愿者", "5.5 小时", "2", "1"]
    qtbot.keyClick(page, Qt.Key.Key_Return)
    assert desk.asked[-1] == ("go", Panel.WAITS)
    page.later.click()
    assert desk.asked[-1] == ("step", 1)
    page.month.table.opened.emit(MONTH.sums[0])
    assert desk.asked[-1] == ("open_person", "a")


def test_what_waits_and_why(page: HoursPage, desk: Desk) -> None:
    page.show_model(replace(MONTH, panel=Panel.WAITS))
    model = page.waits.table.model()
    assert model.index(0, 4).data() == "忘了下岗，按班次结束算"
    assert words(page) == ["1 条都对，确认", "返回"]
    page.foot.button(0).click()
    assert desk.asked[-1] == ("verify_all",)
    log = replace(WAITS, id="l", close="log", content="送通知", flags=("no_shift",))
    page.show_model(replace(MONTH, panel=Panel.WAITS, waits=(log,)))
    assert model.index(0, 4).data() == "送通知 · 没有排班"
    page.show_model(replace(MONTH, panel=Panel.WAITS, waits=()))
    assert (page.heading(), page.waits.empty.isVisible()) == ("都确认好了", True)


@pytest.mark.parametrize(
    ("record", "own", "may", "acts"),
    [
        (WAITS, False, True, ["对，计入", "改时间", "不计入", "返回"]),
        (COUNTS, False, True, ["改时间", "不计入", "本人说有误", "返回"]),
        (WAITS, True, True, ["返回"]),  # one's own: somebody else
        (COUNTS, False, False, ["本人说有误", "返回"]),  # a volunteer
    ],
)
def test_a_record_and_what_may_be_said_of_it(
    page: HoursPage, record: Record, own: bool, may: bool, acts: list[str]
) -> None:
    page.show_model(replace(MONTH, panel=Panel.RECORD, card=Card(record, (WAITS,), own), may_verify=may))
    assert page.heading() == "王老师 12-01 14:00-17:00"
    assert words(page) == acts


@pytest.mark.parametrize(
    ("state", "number", "acts"),
    [
        ("applied", "", ["受理", "不受理", "返回"]),
        ("accepted", "", ["出具", "不受理", "返回"]),
        ("issued", "2026-048391275", ["打印", "开始公示", "撤回", "返回"]),
        ("posted", "2026-048391275", ["打印", "撤回", "返回"]),
        ("withdrawn", "2026-048391275", ["打印", "返回"]),
        ("refused", "", ["返回"]),
    ],
)
def test_a_paper_step_by_step(page: HoursPage, state: str, number: str, acts: list[str]) -> None:
    page.show_model(replace(MONTH, panel=Panel.PAPER, paper=replace(APPLIED, state=state, number=number, left=7)))
    assert words(page) == acts
    page.show_model(replace(MONTH, panel=Panel.PAPERS, papers=(APPLIED,)))
    assert page.heading() == "1 张证明要办"


def form(key: int = 1) -> FormModel:
    fields = (
        FormField("member", "pick", "a", (("a", "王老师"), ("b", "李老师"))), FormField("day", "day", "2026-12-05"),
        FormField("from", "time"), FormField("until", "time"), FormField("content"), FormField("place", optional=True),
    )  # fmt: skip
    return FormModel(Ask.LOG, fields, key=key)


def test_a_form_keeps_what_was_typed_and_says_what_is_wrong(page: HoursPage, desk: Desk, qtbot: QtBot) -> None:
    shown = replace(MONTH, panel=Panel.FORM, form=form())
    page.show_model(shown)
    assert page.heading() == "补记一次服务"
    page.form.set_values({"from": "9", "content": "搬器材", "member": "b", "day": "2026-12-06"})
    page.show_model(replace(shown, counted=1))  # something else was committed meanwhile
    page._on_wrong(Refused("hours.time_wrong"))
    assert page.form._wrong.isVisible()
    assert page.form.values() == {
        "member": "b", "day": "2026-12-06", "from": "9", "until": "", "content": "搬器材", "place": "",
    }  # fmt: skip
    qtbot.keyClick(page, Qt.Key.Key_Return)
    assert desk.asked[-1][0] == "submit"
    assert page.draft() == {"ask": "log", "values": page.form.values()}


def test_a_draft_comes_back(page: HoursPage, desk: Desk) -> None:
    page.restore({"ask": "log", "values": {"content": "搬器材"}})
    assert desk.asked[-1] == ("ask", Ask.LOG)
    page.show_model(replace(MONTH, panel=Panel.FORM, form=form(2)))
    assert page.form.values()["content"] == "搬器材"


def test_a_paper_is_printed(page: HoursPage, paper: PaperNow) -> None:
    page._on_print(WORDS)
    assert paper.titles() == ["志愿服务证明"]


def test_in_english(page: HoursPage) -> None:
    i18n.install("en")
    page.retranslate()
    assert page.heading() == "Dec 2026: 5.5 hours served by all"
    assert words(page)[0] == "See the 1 that waits"
    i18n.install(i18n.SOURCE)
