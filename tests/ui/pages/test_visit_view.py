"""The card of a visit and the pass card on the screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desk.core.clock import HOUR_MS
from desk.core.ids import new_id
from desk.operators.rules import actor_of
from desk.reception import service
from desk.reception.rules import Draft, VisitorType
from tests.ui.pages.gate import DeskNow, Shell
from tests.ui.pages.test_visit_presenter import admit
from ui import i18n
from ui.pages.passcard.presenter import PassPresenter
from ui.pages.passcard.view import PassPage
from ui.pages.visit.presenter import VisitPresenter
from ui.pages.visit.view import VisitPage
from ui.shell.ports import Ports
from ui.texts import sentence


@pytest.fixture(params=["zh_CN", "en"], autouse=True)
def lang(request: pytest.FixtureRequest) -> str:
    i18n.install(request.param)
    return str(request.param)


@pytest.fixture
def page(ports: Ports, desk: DeskNow, qtbot: QtBot) -> VisitPage:
    made = VisitPage(VisitPresenter(ports))
    qtbot.addWidget(made)
    made.resize(1190, 610)
    made.show()
    made.come_to_front(visit_id=admit(desk))
    return made


def test_a_reveal_counts_down_and_hides_itself(page: VisitPage) -> None:
    page.reveal.click()
    panel = page.panels["reveal"]
    assert panel.isVisible()
    panel.tiles["visitor_here"].click()  # type: ignore[attr-defined]
    assert page.full.isVisible()
    assert page.full.seconds_left() == 30
    for _ in range(30):
        page.full._tick()
    assert not page.full.isVisible()
    assert page.full._shown is None


def test_going_away_hides_what_was_revealed(page: VisitPage) -> None:
    page.reveal.click()
    page.panels["reveal"].tiles["emergency"].click()  # type: ignore[attr-defined]
    page.go_behind()
    assert not page.full.isVisible()


def test_a_correction_needs_a_reason(page: VisitPage) -> None:
    page.correct.click()
    panel = page.panels["correct"]
    panel.lines["plate"].setText("沪A12345")  # type: ignore[attr-defined]
    panel.save()
    assert panel.isVisible()
    panel.reason.setText("x")  # type: ignore[attr-defined]
    panel.save()
    assert not panel.isVisible()
    assert page.model is not None
    assert page.model.plate == "沪A·**345"


def test_the_kind_of_document_stands_before_what_is_kept_of_its_number(page: VisitPage) -> None:
    assert page.model is not None
    assert "" not in dict(page._pairs(page.model)).values()
    shown = replace(page.model, id_kind="passport", id_masked="Q00****01")
    assert f"{sentence('visit.id.passport')} Q00****01" in dict(page._pairs(shown)).values()


def hold(page: VisitPage) -> None:
    page.hold.click()
    panel: Any = page.panels["hold"]
    panel.authority.setText("示例派出所")
    panel.reason.setText("来函 17 号")
    panel.main().click()


def test_a_hold_is_placed_shown_and_released(page: VisitPage, shell: Shell) -> None:
    assert not page.holds.isVisible()
    hold(page)
    assert page.holds.isVisible()
    (row,) = page.holds.rows
    assert any(day in row._title.text() for day in ("2027-05-17", "17 May 2027"))
    assert "示例派出所" in row._sub.text()
    row.button.click()
    assert not page.holds.isVisible()
    assert page.holds.rows == []


def test_a_hold_asks_for_what_is_missing(page: VisitPage, qtbot: QtBot) -> None:
    page.hold.click()
    panel: Any = page.panels["hold"]
    panel.authority.setText("示例派出所")
    qtbot.keyClick(panel.authority, Qt.Key.Key_Return)
    assert panel.isVisible()
    assert panel._why.error()
    assert not panel._fields[0].error()
    panel.reason.setText("来函 17 号")
    qtbot.keyClick(panel.reason, Qt.Key.Key_Return)
    assert not panel.isVisible()
    assert page.holds.isVisible()
    page.hold.click()
    assert not page.holds.isVisible()
    assert (panel.authority.text(), panel.reason.text()) == ("", "")


def test_who_may_not_hold_has_no_button(page: VisitPage, desk: DeskNow) -> None:
    hold(page)
    desk.actor = actor_of(desk.actor.operator_id, "guard")
    page.refresh()
    assert not page.hold.isVisible()
    assert page.holds.isVisible()
    assert page.holds.rows[0].button.isHidden()
    assert "示例派出所" not in page.holds.rows[0]._sub.text()


def test_esc_closes_the_panel_first(page: VisitPage) -> None:
    page.watch.click()
    assert page.on_back()
    assert not page.panels["watch"].isVisible()
    assert not page.on_back()


def test_enter_checks_out_and_offers_undo(page: VisitPage, shell: Shell) -> None:
    button = page.main_button()
    assert button is page.out
    button.click()
    assert len(shell.undo_) == 1
    assert page.main_button() is page.leave


@pytest.fixture
def card(ports: Ports, desk: DeskNow, qtbot: QtBot) -> PassPage:
    made = PassPage(PassPresenter(ports))
    qtbot.addWidget(made)
    made.resize(1190, 610)
    made.show()
    draft = Draft(VisitorType.GUEST, name="龙测试")
    issued = desk.do(lambda u: service.expect_with_pass(u, new_id(u.now), draft, u.now, u.now + HOUR_MS))
    made.come_to_front(issued=issued, place="3-1-12**")
    return made


def test_a_pass_is_shown_full_screen_until_a_key(card: PassPage, qtbot: QtBot) -> None:
    for button in (card.photo, card.read):
        button.click()
        full = card.full
        assert full is not None
        assert full.isVisible()
        qtbot.keyClick(full, Qt.Key.Key_Escape)
        assert card.full is None


def test_a_pass_is_saved_as_a_picture_that_reads(card: PassPage, tmp_path: Path, shell: Shell) -> None:
    import cv2
    import zxingcpp

    path = tmp_path / "pass.png"
    card.ask_path = lambda title, name: str(path)
    card.picture.click()
    assert not QImage(str(path)).isNull()
    assert card.model is not None
    # Only squares: now and then strokes of the words beside it read as a bar code of four digits.
    found = zxingcpp.read_barcodes(cv2.imread(str(path)), formats=zxingcpp.BarcodeFormat.QRCode)
    assert [code.text for code in found] == [card.model.issued.text]
    assert len(shell.said) == 1


def test_a_file_that_cannot_be_written_is_said(card: PassPage, tmp_path: Path, shell: Shell) -> None:
    card.ask_path = lambda title, name: str(tmp_path / "gone" / "pass.png")
    card.picture.click()
    assert shell.problems == ["paper.not_written"]
