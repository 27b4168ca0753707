"""Duty on the screen: each panel, both languages, the keyboard alone, 200 %."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desk.core.errors import Refused
from tests.ui.pages.test_today_view import Desk
from ui import i18n
from ui.pages.duty import view
from ui.pages.duty.model import DutyModel, Line, Member, Own, Panel, Person, Risk, Sheet
from ui.pages.duty.view import DutyPage
from ui.paper.roster_sheet import PICTURE_PX, Day, Slot

LINES = (
    Line("a", "王老师", "volunteer", "上午门岗", "08:00-11:00", "on", "07:55"),
    Line("b", "李老师", "property", "上午门岗", "08:00-11:00", "missing"),
    Line("c", "陈老师", "committee", "下午门岗", "14:00-17:00", "later"),
    Line("d", "赵老师", "branch", "", "", "done", "09:30"),
)
TODAY = DutyModel(
    known=True, lines=LINES, on=1, next_at="14:00", may_clock=True, handover=True,
    risks=(Risk("s", "14:00", "下午门岗", ("duty.risk.empty",)), Risk("t", "明天 08:00", "上午门岗", ("duty.risk.short",))),
)  # fmt: skip
WANG = Person("a", "王老师", "volunteer", "上午门岗", "08:00-11:00", "07:55", asks_pin=True)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> DutyPage:
    made = DutyPage(desk)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(1196, 617)
    made.show()
    qtbot.waitExposed(made)
    made.show_model(TODAY)
    return made


def cells(page: DutyPage, row: int) -> list[str]:
    model = page.today.table.model()
    return [model.index(row, n).data() for n in range(model.columnCount())]


def test_the_day_says_who_is_here_and_what_needs_somebody(page: DutyPage, desk: Desk) -> None:
    assert page.heading() == "现在有 1 人在岗"
    assert cells(page, 0) == ["王老师", "志愿者", "上午门岗", "08:00-11:00", "07:55 起在岗"]
    assert [cells(page, n)[4] for n in (1, 2, 3)] == ["还没来", "还没到时间", "09:30 下岗"]
    assert cells(page, 3)[2] == "没有排班"
    assert page.today.risk.isVisible()
    page.today.risk.acted.emit()
    assert desk.asked[-1] == ("go", "roster", {"panel": "risk"})


def test_a_row_opens_its_person_and_enter_opens_the_team(page: DutyPage, desk: Desk, qtbot: QtBot) -> None:
    page.today.table.opened.emit(LINES[1])
    assert desk.asked[-1] == ("choose", "b")
    page.today.table.opened.emit(LINES[3])  # gone home: nothing to do
    assert desk.asked[-1] == ("choose", "b")
    qtbot.keyClick(page, Qt.Key.Key_Return)
    assert desk.asked[-1] == ("go_panel", Panel.WHO)


def test_an_empty_day_says_what_will_appear(page: DutyPage) -> None:
    page.show_model(DutyModel(known=True))
    assert page.heading() == "现在没有人在岗"
    assert page.today._empty.isVisible()
    assert not page.today.table.isVisible()


def test_the_team_is_searched_and_enter_takes_the_marked_one(page: DutyPage, desk: Desk, qtbot: QtBot) -> None:
    team = (Member("a", "王老师", "volunteer", True), Member("b", "李老师", "property"))
    page.show_model(DutyModel(Panel.WHO, known=True, team=team))
    page.who.line.setText("wang")
    assert ("search", "wang") in desk.asked
    qtbot.keyClick(page.who.line, Qt.Key.Key_Return)
    assert desk.asked[-1] == ("choose", "a")
    page.show_model(DutyModel(Panel.WHO, known=True))
    assert page.who._empty.isVisible()


def test_one_person_types_their_pin_or_the_desk_records_it(page: DutyPage, desk: Desk) -> None:
    page.show_model(DutyModel(Panel.PERSON, known=True, person=WANG, may_clock=True))
    assert page.heading() == "王老师在岗，07:55 来的。要下岗吗？"
    for digit in "7153":
        page.person.pad.type_digit(digit)
    page.person.pad._enter.click()
    assert desk.asked[-1] == ("by_pin", "7153")
    page._on_wrong(Refused("operator.pin_wrong", tries_left=3))
    assert "3" in page.person.pad._wrong.text()
    assert page.main_button() is None  # the pad is the way; recording it for them is not what Enter does
    page.foot.press("由值班台代记下岗")
    assert desk.asked[-1] == ("by_desk",)
    page.person.said.setText("10:40")
    page.foot.press("由值班台代记下岗")
    assert desk.asked[-1] == ("by_desk", "10:40")
    page._on_wrong(Refused("clock.said_ahead"))
    assert page.person._said.error()
    page.on_hide()
    assert (page.person.said.text(), page.person._said.error()) == ("", "")


def test_every_key_of_the_pad_is_to_be_seen(page: DutyPage) -> None:
    """On 1366x768 with a second line under the heading, the acts and a note above the scan line."""
    page.resize(1118, 600)
    page.show_model(DutyModel(Panel.PERSON, known=True, person=WANG, may_clock=True))
    assert page.person.pad.sizeHint().height() <= 348
    page._on_wrong(Refused("operator.pin_wrong", tries_left=3))
    assert page.person.pad.sizeHint().height() <= 348  # what was wrong stands where the dots were
    assert not page.person.pad._dots.isVisible()
    page.person.pad.type_digit("7")
    assert page.person.pad._dots.isVisible()


def test_oneself_is_one_press(page: DutyPage, desk: Desk, qtbot: QtBot) -> None:
    own = Person("a", "王老师", "volunteer", asks_pin=True, own=True)
    page.show_model(DutyModel(Panel.PERSON, known=True, person=own, may_clock=True))
    assert not page.person.pad.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_Return)
    assert desk.asked[-1] == ("by_desk",)


def test_my_shifts(page: DutyPage, desk: Desk) -> None:
    mine = (Own("s", "12-01", 2, "上午门岗", "08:00-11:00", "南门岗亭", "confirmed"),)
    page.show_model(DutyModel(Panel.MINE, known=True, me="王老师", mine=mine))
    assert page.heading() == "王老师，接下来您有 1 个班"
    page.mine.table.opened.emit(mine[0])
    assert desk.asked[-1] == ("go", "roster", {"shift_id": "s"})
    page.show_model(DutyModel(Panel.MINE, known=True))
    assert page.heading() == "您还不在值班队里"


def test_the_month_is_saved_as_a_picture(
    page: DutyPage, desk: Desk, tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    week = tuple(Day(n, (Slot("08:00-11:00", "上午门岗", ("王老师",)),)) for n in range(1, 8))
    page.show_model(
        DutyModel(Panel.SHEET, known=True, month="2026-12", sheet=Sheet("2026-12", "锦绣苑 南门", True, (week,)))
    )
    assert not page.sheet._picture.pixmap().isNull()
    target = f"{tmp_path}/month.png"
    monkeypatch.setattr(view.QFileDialog, "getSaveFileName", lambda *_: (target, ""))
    page.foot.button(0).click()
    assert QImage(target).width() == PICTURE_PX
    page.show_model(DutyModel(Panel.SHEET, known=True, month="2027-01", sheet=Sheet("2027-01", "锦绣苑", False)))
    assert page.sheet._empty.isVisible()
    page.foot.button(0).click()
    assert desk.asked[-1] == ("go", "roster")


def test_in_english(page: DutyPage) -> None:
    i18n.install("en")
    page.retranslate()
    page.today.retranslate()
    page.today.table.retranslate()
    assert page.heading() == "1 person is on duty"
    assert cells(page, 0)[4] == "Here since 07:55"
    i18n.install(i18n.SOURCE)
