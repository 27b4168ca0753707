"""The roster on the screen: every panel in both languages and at 200 %, a month that fits, keys and dragging."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.duty import service_templates
from desk.duty.rules import Need
from desk.duty.rules_days import Template
from tests.ui.pages.gate import DeskNow, Shell
from tests.ui.pages.readable import faults
from tests.ui.pages.team_day import fill
from ui import i18n
from ui.pages.roster.model import Panel, Pick, Proposal
from ui.pages.roster.presenter import RosterPresenter
from ui.pages.roster.view import RosterPage
from ui.pages.roster.view_words import box_story
from ui.shell.ports import Ports
from ui.theme import apply_theme

LOOKS = [("zh_CN", 24), ("en", 24), ("zh_CN", 40), ("en", 40)]


def make(qtbot: QtBot, ports: Ports) -> RosterPage:
    page = RosterPage(RosterPresenter(ports))
    qtbot.addWidget(page)
    page.resize(1198, 612)
    page.show()
    qtbot.waitExposed(page)
    page.on_show()
    return page


@pytest.fixture
def page(qtbot: QtBot, ports: Ports, desk: DeskNow) -> RosterPage:
    fill(desk)
    return make(qtbot, ports)


def ahead(page: RosterPage) -> str:
    """A published shift still ahead with one person."""
    boxes = page.model.boxes
    return next(b.id for b in boxes if not b.begun and len(b.cells) == 1 and b.cells[0].state == "published")


def _given(fault: str) -> bool:
    """Names of people and shifts are what somebody typed."""
    return any(words in fault for words in ("老师", "门岗", "接待", "巡逻", "医院"))


def panels(page: RosterPage) -> Iterator[str]:
    presenter = page._presenter
    yield "month"
    presenter.choose(page.model.gaps[0].id)
    yield "a gap"
    presenter.zoom(2)
    yield "week"
    presenter.zoom(-1)
    one = ahead(page)
    presenter.open_shift(one)
    yield "shift"
    presenter.changing.pick(Pick.OFFER)
    yield "ask"
    presenter.change(panel=Panel.RETURN, taker=next(c.who.id for b in page.model.boxes if not b.begun for c in b.cells))
    yield "return"
    presenter.edit_shift(one)
    yield "edit"
    for panel in (Panel.GAPS, Panel.SWAPS, Panel.RISK):
        presenter.go(panel)
        yield panel.value
    presenter.change(panel=Panel.PROPOSALS, proposals=(Proposal("a", 2, 0, 3), Proposal("b", 3, 0, 1)))
    yield "proposals"
    presenter.change(panel=Panel.MONTH)
    presenter.take_out(one, page.model.box(one).cells[0].who.id)  # type: ignore[union-attr]
    yield "changed"
    presenter.go(Panel.PUBLISH)
    yield "publish"
    presenter.change(panel=Panel.MONTH)
    presenter.step(1)
    yield "empty"


@pytest.mark.parametrize(("lang", "base"), LOOKS)
def test_every_panel_can_be_read_and_reached(
    qtbot: QtBot, qapp: QApplication, ports: Ports, desk: DeskNow, lang: str, base: int
) -> None:
    apply_theme(qapp, "light", base)
    i18n.install(lang)
    fill(desk)
    page = make(qtbot, ports)
    found = [f"{name}: {fault}" for name in panels(page) for fault in faults(page, page.main_button(), lang, _given)]
    assert not found, "\n".join(found)


def test_a_month_fits_without_scrolling(page: RosterPage) -> None:
    grid = page.month.grid
    assert grid.grid.columnCount() == 30
    assert grid.horizontalScrollBar().maximum() == 0
    assert grid.verticalScrollBar().maximum() == 0
    assert page.scroller.verticalScrollBar().maximum() == 0


def test_a_gap_is_said_in_words(page: RosterPage) -> None:
    box = page.model.gaps[0]
    page._presenter.choose(box.id)
    assert "缺" in page.month._trouble.text()
    assert "位可以来" in page.month._trouble.text()
    assert "上午" in page.month._facts.text() or "下午" in page.month._facts.text()
    index = page.month.grid.grid.index_of(box.id)
    assert page.month.grid.grid.data(index, Qt.ItemDataRole.AccessibleTextRole) == box_story(box)


def test_keys_open_take_out_lock_and_undo(page: RosterPage, qtbot: QtBot) -> None:
    grid, eid = page.month.grid, ahead(page)
    grid.setFocus()
    page._presenter.choose(eid)
    qtbot.keyClick(grid, Qt.Key.Key_L)
    assert page.model.box(eid).cells[0].locked  # type: ignore[union-attr]
    qtbot.keyClick(grid, Qt.Key.Key_Delete)
    assert page.model.box(eid).cells == ()  # type: ignore[union-attr]
    assert page.back_one.isVisible()
    qtbot.keyClick(grid, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(page.model.box(eid).cells) == 1  # type: ignore[union-attr]
    qtbot.keyClick(grid, Qt.Key.Key_Return)
    assert page.model.panel is Panel.SHIFT
    assert page.on_back()
    assert page.model.panel is Panel.MONTH


def test_arrows_walk_and_the_band_follows(page: RosterPage, qtbot: QtBot) -> None:
    grid = page.month.grid
    grid.setFocus()
    page._presenter.choose(page.model.boxes[0].id)
    before = page.month._facts.text()
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert page.model.chosen != page.model.boxes[0].id
    assert page.month._facts.text() != before


def test_somebody_is_dragged_to_another_day(page: RosterPage, qtbot: QtBot) -> None:
    grid = page.month.grid
    boxes = [b for b in page.model.boxes if not b.begun and b.row == page.model.rows[0].key and len(b.cells) == 1]
    one, other = boxes[0], boxes[3]
    who = one.cells[0].who.id
    start, end = grid.rect_of(one.id).center(), grid.rect_of(other.id).center()
    view = grid.viewport()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(view, start + QPoint(20, 0))
    qtbot.mouseMove(view, end)
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)
    assert who in [cell.who.id for cell in page.model.box(other.id).cells]  # type: ignore[union-attr]
    assert page.model.box(one.id).cells == ()  # type: ignore[union-attr]


def test_enter_on_a_candidate_puts_them_in(page: RosterPage, qtbot: QtBot, shell: Shell) -> None:
    box = page.model.gaps[1]
    page._presenter.open_shift(box.id)
    page.shift.others.setFocus()
    qtbot.keyClick(page.shift.others, Qt.Key.Key_Down)
    qtbot.keyClick(page.shift.others, Qt.Key.Key_Return)
    found = page.model.box(box.id)
    assert found is not None
    assert len(found.cells) == len(box.cells) + 1
    assert shell.said[-1] == "排进来了，公布以后算数"
    shell.undo_[-1]()
    assert len(page.model.box(box.id).cells) == len(box.cells)  # type: ignore[union-attr]


def test_the_bar_takes_back_its_own_change_alone(page: RosterPage, shell: Shell) -> None:
    one, other = page.model.gaps[1].id, page.model.gaps[2].id
    for eid in (one, other):
        page._presenter.open_shift(eid)
        page._presenter.put(eid, page.model.candidates[0].who.id)
    before = [len(page.model.box(eid).cells) for eid in (one, other)]  # type: ignore[union-attr]
    page.back_one.click()  # by the button beside the heading
    shell.undo_[-1]()  # and once more by the bar, which speaks of the same change
    after = [len(page.model.box(eid).cells) for eid in (one, other)]  # type: ignore[union-attr]
    assert after == [before[0], before[1] - 1]


def test_rules_nobody_can_keep_stand_above_the_month(page: RosterPage, desk: DeskNow) -> None:
    desk.do(
        lambda u: service_templates.save_template(
            u, Template("义诊", 540, 600, (3,), least=30, most=30, needs=("针灸",), needs_mix=(Need(("deputy",), 3),))
        )
    )
    page._presenter.step(1)
    page._presenter.begin()
    assert page.month.rules.isVisible()
    said = page.month.rules.text()
    assert "「义诊」每班要 30 人，队里能值的只有 23 人。" in said
    assert "「义诊」要有 3 位人大代表，队里只有 1 位。" in said


def test_nothing_set_up_says_where_to_begin(qtbot: QtBot, ports: Ports) -> None:
    page = make(qtbot, ports)
    assert page.month.empty.isVisible()
    assert "值班队伍" in page.month.empty._how.text()
    assert page.main_button().text() == "值班队伍"  # type: ignore[union-attr]


def test_what_was_looked_at_survives(page: RosterPage, qtbot: QtBot, ports: Ports) -> None:
    page._presenter.step(-1)
    page._presenter.zoom(2)
    page.publishing.why.setText("下雪")
    again = make(qtbot, ports)
    again.restore(page.draft())
    again.on_show()
    assert (again.model.month, again.model.week) == ("2026-10", 2)
    assert again.publishing.why.text() == "下雪"
