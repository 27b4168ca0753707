"""The admit form on the screen, every state, both languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.people.reads_doors import Door
from desk.reception.service_minimum import keep_id_number
from tests.ui.pages.gate import DeskNow, Shell
from ui import i18n
from ui.pages.admit.model import AdmitModel, PermitLine
from ui.pages.admit.presenter import AdmitPresenter
from ui.pages.admit.view import AdmitPage
from ui.shell.ports import Ports
from ui.texts import capital, inner, sentence


@pytest.fixture(params=["zh_CN", "en"])
def page(request: pytest.FixtureRequest, ports: Ports, qtbot: QtBot) -> Iterator[AdmitPage]:
    i18n.install(request.param)
    made = AdmitPage(AdmitPresenter(ports))
    qtbot.addWidget(made)
    made.resize(1190, 610)
    made.show()
    made.come_to_front()
    yield made
    made._keep.stop()


def test_the_first_state_asks_who_it_is_and_enter_means_a_guest(page: AdmitPage) -> None:
    assert page.types.isVisible()
    assert page.main_button() is page.types.tile("guest")
    assert not page.go.isVisible()


def test_only_what_a_type_needs_is_shown(page: AdmitPage) -> None:
    page.types.tile("contractor").click()
    assert page.fields.lines["company"].isVisible()
    assert page.permit.isVisible()
    assert not page.side.minor.isVisible()
    page.kind.click()
    page.types.tile("guest").click()
    assert not page.fields.lines["company"].isVisible()
    assert not page.permit.isVisible()
    assert page.side.minor.isVisible()


def test_admitting_with_the_keyboard_alone(page: AdmitPage, qtbot: QtBot, shell: Shell) -> None:
    page.types.tile("guest").click()
    door = page.fields.door
    qtbot.keyClicks(door.line, "3-1-1202")
    qtbot.waitUntil(lambda: door._list.count() == 1)
    qtbot.keyClick(door.line, Qt.Key.Key_Return)
    assert page.model.door is not None
    qtbot.keyClicks(page.fields.lines["name"].line, "long")
    assert page.side.chooser is not None
    page.side.chooser.tile("phone").setFocus()
    qtbot.keyClick(page.side.chooser.tile("phone"), Qt.Key.Key_Space)
    assert page.model.lacks == ()
    button = page.main_button()
    assert button is page.go
    button.click()
    button = page.main_button()
    assert page.model.done is not None
    assert page.done_card.isVisible()
    assert len(shell.undo_) == 1
    assert button is not None
    button.click()
    assert shell.went[-1] == ("back", {})


def test_what_is_missing_is_marked_and_has_the_keyboard(page: AdmitPage) -> None:
    page.types.tile("guest").click()
    page.go.click()
    assert page.fields.door.error()
    assert page.fields.lines["name"].error()
    assert page.fields.first_missing() is page.fields.door.line


def test_a_refused_field_is_closed(page: AdmitPage) -> None:
    page.types.tile("guest").click()
    line = page.fields.lines["name"]
    line._no.click()
    assert not line.line.isEnabled()
    assert page.model.declined == ("name",)
    line._no.click()
    assert line.line.isEnabled()


def test_the_reason_is_asked_only_from_who_decides(page: AdmitPage) -> None:
    page.types.tile("guest").click()
    assert not page.side.reason.isVisible()
    assert page.side.chooser is not None
    page.side.chooser.tile("override").click()
    assert page.side.reason.isVisible()
    page.side._reasons[0].click()
    assert page.model.reason == page.side._reasons[0].text()
    assert not page.side._quick.isVisible()


def test_a_permit_that_does_not_hold_is_a_warning_everywhere(page: AdmitPage, qtbot: QtBot) -> None:
    line = PermitLine("p1", "装修1", "测试装饰", "12-01", "", 0, "window.weekday")
    says = sentence("visit.says.window.weekday")
    door = Door("h1", "3-1-1202")
    lacks = AdmitModel(
        kind="contractor", door=door, optional=("permit",), proof="override", proofs=("override",), permits=(line,),
        permit="p1", permit_says=line.says, lacks=("reason",),
    )  # fmt: skip
    page.show_model(lacks)
    row = page.permit.row(0)
    assert (row.property("role"), row.property("tone")) == ("pill", "warn")
    assert row.text().startswith(capital(says))
    assert says in page.heading()
    assert page.side.not_now.isVisible()
    assert page.side.reason.isVisible()
    assert page.go.text() in ("由我决定，放行", "Admit: my decision")
    assert not page.go.isEnabled()
    assert page._lack.isVisible()
    assert inner(sentence("visit.field.reason")) in page._lack.text()
    qtbot.keyClick(page, Qt.Key.Key_Return)
    assert page.focusWidget() is page.side.reason
    page.show_model(replace(lacks, reason="物业通知过", lacks=()))
    assert page.go.isEnabled()
    assert not page._lack.isVisible()
    page.show_model(replace(lacks, permit="", permit_says="", lacks=("proof",)))
    assert page.permit.row(0).property("role") == "quiet"
    assert not page.side.not_now.isVisible()
    assert page.go.text() in ("放行", "Admit")
    assert says not in page.heading()


def test_every_word_changes_with_the_language(page: AdmitPage) -> None:
    page.types.tile("guest").click()
    has = any("\u4e00" <= char <= "\u9fff" for char in page.go.text() + page.heading() + page.kind.text())
    assert has is (i18n.current() == "zh_CN")


def test_a_stepper_has_its_bounds(page: AdmitPage) -> None:
    page.types.tile("guest").click()
    party = page.fields.party
    assert not party._minus.isEnabled()
    party._plus.click()
    assert page.model.party == 2
    party._minus.click()
    assert page.model.party == 1


def test_a_document_is_asked_for_only_where_the_site_keeps_numbers(page: AdmitPage, desk: DeskNow) -> None:
    page.types.tile("guest").click()
    page.fields._more.click()
    number = page.fields.lines["id_number"]
    assert not page.fields.id_kind.isVisible()
    assert not number.isVisible()
    desk.do(lambda u: keep_id_number(u, True))
    page.come_to_front()
    assert page.fields.id_kind.isVisible()
    assert page.fields.id_kind.count() == 7  # six documents, and none
    assert not number.isVisible()
    page.fields.id_kind.picked.emit("resident_id")
    assert number.isVisible()
    number.line.setText("990101190001010001")
    number.typed.emit("990101190001010001")
    assert number.error()
    page.fields.id_kind.picked.emit("passport")
    assert not number.error()
    page.fields.id_kind.picked.emit("")
    assert not number.isVisible()
    assert page.model.values["id_number"] == ""


def test_a_wrong_number_behind_more_is_brought_out(page: AdmitPage) -> None:
    wrong = AdmitModel(
        kind="guest", optional=("id_number",), keep_id=True, id_kind="resident_id", values={"id_number": "1"},
        lacks=("id_number",),
    )  # fmt: skip
    page.show_model(wrong)
    assert not page.fields.lines["id_number"].isVisible()
    page.show_model(replace(wrong, wrong=True))
    assert page.fields.lines["id_number"].isVisible()
    assert page.fields.lines["id_number"].error()
