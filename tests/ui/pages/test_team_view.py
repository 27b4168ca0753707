"""The team on the screen: every panel in both languages and at 200 %, forms, the pasted list, ticks a row a second."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.duty import reads_team
from tests.ui.pages.gate import DeskNow, Shell
from tests.ui.pages.readable import faults
from tests.ui.pages.team_day import fill
from ui import i18n
from ui.pages.team.model import LineForm, Panel, TemplateRow
from ui.pages.team.presenter import TeamPresenter
from ui.pages.team.view import TeamPage
from ui.shell.ports import Ports
from ui.theme import apply_theme

LOOKS = [("zh_CN", 24), ("en", 24), ("zh_CN", 40), ("en", 40)]


def make(qtbot: QtBot, ports: Ports) -> TeamPage:
    page = TeamPage(TeamPresenter(ports))
    qtbot.addWidget(page)
    page.resize(1198, 612)
    page.show()
    qtbot.waitExposed(page)
    page.on_show()
    return page


@pytest.fixture
def page(qtbot: QtBot, ports: Ports, desk: DeskNow) -> TeamPage:
    fill(desk)
    return make(qtbot, ports)


def _given(fault: str) -> bool:
    """Names of people, shifts and skills are what somebody typed."""
    given = ("老师", "门岗", "接待", "巡逻", "急救", "手语", "用电脑", "小区", "周二", "周三", "诸葛", "元旦", "王秀兰")
    return any(words in fault for words in given) or "of QLineEdit" in fault


def panels(page: TeamPage, desk: DeskNow) -> Iterator[str]:
    presenter = page._presenter
    yield "home"
    minor = next(one.id for one in desk.ask(reads_team.members) if one.minor)
    presenter.open_member(minor)
    yield "member"
    presenter.go(Panel.PIN)
    yield "pin"
    presenter.back()
    presenter.go(Panel.TIMES)
    presenter.add_line(LineForm("cannot", "2", "", "morning"))
    yield "times"
    presenter.change(panel=Panel.HOME)
    presenter.go(Panel.PASTE)
    yield "paste"
    name = desk.ask(reads_team.members)[0].label
    presenter.listening.read(f"1. {name} 周二上午\n2. 诸葛小明 周三\n3. {name} 12月32日")
    page.paste.table.mark(1)
    yield "heard"
    for panel in (Panel.SHEET, Panel.SHIFTS, Panel.DAYS):
        presenter.change(panel=Panel.HOME)
        presenter.go(panel)
        yield panel.value
    page.days.kind.set_key("extra")
    page.days.kind.picked.emit("extra")
    page.days.template.set_key(page.model.templates[0].id)
    page.days.least.show_value(3)
    page.days.add()
    assert page.model.days[-1].least == 3
    yield "extra days"
    presenter.open_template(page.model.templates[1])
    yield "template"
    presenter.change(panel=Panel.HOME)
    presenter.new_member()
    yield "new"


@pytest.mark.parametrize(("lang", "base"), LOOKS)
def test_every_panel_can_be_read_and_reached(
    qtbot: QtBot, qapp: QApplication, ports: Ports, desk: DeskNow, lang: str, base: int
) -> None:
    apply_theme(qapp, "light", base)
    i18n.install(lang)
    fill(desk)
    page = make(qtbot, ports)
    found = [
        f"{name}: {fault}" for name in panels(page, desk) for fault in faults(page, page.main_button(), lang, _given)
    ]
    assert not found, "\n".join(found)


def test_a_pin_is_pressed_twice(page: TeamPage, desk: DeskNow, shell: Shell) -> None:
    page._presenter.open_member(page.model.here[0].id)
    page.member.note.setText("半句")
    page._presenter.go(Panel.PIN)
    for pin in ("5824", "5825", "5824", "5824"):
        for digit in pin:
            page.pin.pad.type_digit(digit)
        page.pin.pad._enter.click()
    assert shell.said == ["密码设好了"]
    assert page.member.note.text() == "半句"  # the form behind it is as it was
    found = desk.ask(reads_team.member, page.model.form.id)
    assert found is not None
    assert found.has_pin
    page._presenter.go(Panel.PIN)
    page.foot.press("不再用密码")
    assert shell.said[-1] == "不再用密码了"


def test_an_empty_team_says_how_to_begin(qtbot: QtBot, ports: Ports) -> None:
    page = make(qtbot, ports)
    assert page.heading() == "值班队伍还没有人"
    assert page.home.empty.isVisible()
    page.main_button().click()  # type: ignore[union-attr]
    assert page.model.panel is Panel.MEMBER
    assert page.window().focusWidget() is page.member.name
    page.member.name.setText("王秀兰")
    page.main_button().click()  # type: ignore[union-attr]
    assert page.heading() == "值班队伍有 1 位"


def test_a_wrong_form_stays_as_typed(page: TeamPage, shell: Shell) -> None:
    page._presenter.new_member()
    page.member.name.setText("王秀兰")
    page.member.phone.setText("打我电话")
    page.main_button().click()  # type: ignore[union-attr]
    assert shell.problems == ["duty.phone_wrong"]
    assert (page.member.name.text(), page.member.phone.text()) == ("王秀兰", "打我电话")


def test_the_guardian_is_asked_of_minors_only(page: TeamPage) -> None:
    page._presenter.new_member()
    assert not page.member.guardian.isVisible()
    page.member.minor.setChecked(True)
    assert page.member.guardian.isVisible()
    page.member.agreed.setChecked(True)
    assert page.member.form().guardian_day == page.model.today


def test_the_box_is_read_while_one_types(page: TeamPage, qtbot: QtBot) -> None:
    page._presenter.go(Panel.PASTE)
    page.paste.box.setPlainText("1. 诸葛小明 周三\n2. 不知道")
    qtbot.waitUntil(lambda: len(page.model.heard) == 2)
    page.paste.table.mark(0)
    assert page.paste.who.isVisible()
    page._presenter.listening.settle(page.model.heard[0], page.model.here[0].id)
    assert page.main_button().text() == "存看懂的 1 行"  # type: ignore[union-attr]
    page.main_button().click()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: page.paste.box.toPlainText() == "2. 不知道")


def test_letters_tick_and_enter_goes_on(page: TeamPage, qtbot: QtBot) -> None:
    page._presenter.go(Panel.SHEET)
    grid = page.sheet.grid
    assert page.window().focusWidget() is grid
    qtbot.keyClick(grid, "a")
    qtbot.keyClick(grid, "c")
    qtbot.keyClick(grid, "c")
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert [letters for _, letters in page.model.ticks] == ["A", ""]
    assert grid.currentIndex().row() == 2
    assert grid.horizontalScrollBar().maximum() == 0
    paper = page.acts.paper(page.model)
    assert len(paper.heads) == len(paper.rows[0]) == 15
    assert len(paper.rows) == 24


def test_half_filled_things_survive(page: TeamPage, qtbot: QtBot, ports: Ports) -> None:
    page._presenter.new_member()
    page.member.name.setText("半个")
    again = make(qtbot, ports)
    again.restore(page.draft())
    assert again.member.name.text() == "半个"
    page._presenter.open_template(TemplateRow(name="夜班"))
    page.template.name.setText("夜班二")
    again = make(qtbot, ports)
    again.restore(page.draft())
    assert again.template.name.text() == "夜班二"
    page._presenter.change(panel=Panel.HOME)
    page._presenter.go(Panel.PASTE)
    page.paste.box.setPlainText("1. 诸葛小明 周三")
    again = make(qtbot, ports)
    again.restore(page.draft())
    assert again.paste.box.toPlainText() == "1. 诸葛小明 周三"
    qtbot.waitUntil(lambda: len(again.model.heard) == 1)


def test_typing_is_not_disturbed_by_a_refresh(page: TeamPage) -> None:
    page._presenter.open_member(page.model.here[0].id)
    page.member.note.setText("半句")
    page.refresh()
    assert page.member.note.text() == "半句"
