"""Every section on the screen: a heading, no right without words, secrets not left in fields, both languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk import erasing
from desk.core.clock import DAY_MS
from desk.operators.rules import COMMAND
from desk.operators.service import add_operator
from desk.store.store import Founding
from desk.store.wall import wall
from tests.ui import audit_words
from tests.ui.pages.at_once import Looks, Voice, desk_at, ports_of
from ui import i18n
from ui.pages.settings import view_words
from ui.pages.settings.model import SECTIONS, BackupModel, CopyRow, ExportModel, Person
from ui.pages.settings.presenter import SettingsPresenter
from ui.pages.settings.view import SettingsPage
from ui.theme import current

PIN = "73914"
KEYS = [one.key for one in SECTIONS]


class Shown:
    def __init__(self, page: SettingsPage, desk: Any, voice: Voice) -> None:
        self.page, self.desk, self.voice = page, desk, voice

    def panel(self, key: str) -> Any:
        self.page.open(key)
        return self.page.panel()

    def become(self, role: str) -> None:
        with self.desk.store.unit(COMMAND) as u:
            chip = add_operator(u, "王桂芬", role, "58206")
        self.desk.session.sign_on_pin(chip.operator_id, "58206")
        self.page.refresh()


@pytest.fixture
def shown(qtbot: QtBot, tmp_path: Path) -> Iterator[Shown]:
    desk, voice = desk_at(tmp_path / "home"), Voice()
    desk.found(Founding("锦绣苑", "南门", throwaway=True))
    desk.session.make_first_manager("陈秀兰", PIN)
    scanner = SimpleNamespace(health=SimpleNamespace(code="device.off"))
    page = SettingsPage(SettingsPresenter(ports_of(desk, voice, looks=Looks(), scanner=scanner)))
    qtbot.addWidget(page)
    page.resize(1198, 600)
    page.show()
    page.come_to_front()
    yield Shown(page, desk, voice)
    page.go_behind()
    i18n.install(i18n.SOURCE)
    desk.close()


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
@pytest.mark.parametrize("key", KEYS)
def test_every_section_opens_says_what_it_is_and_goes_back(shown: Shown, qtbot: QtBot, key: str, lang: str) -> None:
    i18n.install(lang)
    panel = shown.panel(key)
    qtbot.waitUntil(lambda: any("\u4e00" <= c <= "\u9fff" for c in shown.page.heading()) == (lang == "zh_CN"))
    assert panel.isVisible()
    assert shown.page.on_back()
    assert shown.page.key == ""
    assert not panel.isVisible()
    assert not shown.page.on_back()


def test_a_volunteer_is_told_who_may_and_sees_no_names(shown: Shown) -> None:
    shown.become("volunteer")
    closed = {one.key for one in SECTIONS if one.closed}
    for key in KEYS:
        panel = shown.panel(key)
        may = key in ("looks", "privacy", "about")
        assert shown.page._note.isVisible() == (not may), key
        assert panel.isVisible() == (key not in closed), key
        if not may:
            assert not shown.page.main.isVisible(), key
    assert not shown.panel("place").form.isEnabled()
    shown.page._note.acted.emit()
    assert shown.voice.went[-1][0] == "signon"


def test_half_typed_lines_survive_a_refresh_and_a_page_made_anew(shown: Shown) -> None:
    place = shown.panel("place")
    place.edits["aed"].setText("门卫室墙上")
    place.edits["aed"].textEdited.emit("门卫室墙上")
    shown.page.refresh()
    assert place.edits["aed"].text() == "门卫室墙上"
    draft = shown.page.draft()
    fresh = SettingsPage(shown.page.presenter)
    fresh.restore(draft)
    assert fresh.key == "place"
    assert fresh.panel().edits["aed"].text() == "门卫室墙上"
    fresh.deleteLater()


def test_a_pin_is_typed_twice_for_a_new_person(shown: Shown) -> None:
    panel = shown.panel("operators")
    shown.page.main.click()
    assert panel.step == "new"
    panel.name.setText("王桂芬")
    for pin in ("58206", "58207", "58206", "58206"):
        for digit in pin:
            panel.pad.type_digit(digit)
        panel.pad._enter.click()
    assert panel.step == "one"
    assert panel.model.opened.name == "王桂芬"
    assert shown.page.heading() == "王桂芬"
    assert panel.back()
    assert panel.step == "list"


def test_a_badge_is_saved_once_as_a_card(shown: Shown, tmp_path: Path) -> None:
    panel = shown.panel("operators")
    panel.presenter.open(panel.model.people[0].operator_id)
    panel.presenter.make_badge(panel.model.open_id)
    assert panel._paper.isVisible()
    panel.save_badge(tmp_path / "badge.pdf")
    assert (tmp_path / "badge.pdf").read_bytes().startswith(b"%PDF")
    panel.back()
    assert not panel.model.badge


def test_the_backup_says_how_far_it_is_and_asks_before_it_restores(shown: Shown) -> None:
    panel = shown.panel("backup")
    panel.show_model(BackupModel(busy="writing", done=3_000_000, total=12_000_000))
    assert panel._progress.isVisible()
    assert not shown.page.main.isVisible()
    row = CopyRow("/backups/x.gdbackup", "2026-11-18 03:00", 4.2, True)
    panel.show_model(BackupModel(rows=(row,), age_h=5, last="2026-11-18 03:00"))
    shown.voice.yes = False
    panel._ask(row, "")
    assert "2026-11-18 03:00" in shown.voice.asked[0].title
    assert shown.voice.asked[0].danger


def test_the_new_recovery_code_goes_when_one_leaves(shown: Shown) -> None:
    panel = shown.panel("backup")
    panel._on_renew()
    assert panel.code.code.text() == panel.model.code != ""
    shown.page.open("about")
    assert panel.code.code.text() == ""


def test_a_full_export_needs_its_reason(shown: Shown) -> None:
    panel = shown.panel("export")
    panel.full.setChecked(True)
    shown.page.main.click()
    assert panel._reason_field.error()
    panel.show_model(ExportModel("running", 10, 100, "v.xlsx"))
    assert panel._progress.isVisible()
    assert not shown.page.main.isVisible()
    panel.show_model(ExportModel("done", file="v.xlsx", rows=100))
    assert "100" in panel._said.text()


def test_a_time_against_the_law_is_said_at_its_field(shown: Shown) -> None:
    panel = shown.panel("keeping")
    panel.days["disclosure"].setValue(10)
    panel._on_days("disclosure")
    assert panel._fields["disclosure"].error()


def test_the_notice_is_a_page_to_print(shown: Shown, tmp_path: Path) -> None:
    panel = shown.panel("privacy")
    for lang in ("zh_CN", "en"):
        i18n.install(lang)
        panel.save_notice(tmp_path / f"{lang}.pdf")
        assert (tmp_path / f"{lang}.pdf").stat().st_size > 10_000


def test_people_put_away_stay_readable(shown: Shown) -> None:
    panel = shown.panel("operators")
    panel.show_model(type(panel.model)((Person("1", "王桂芬", "王老师", "guard", True, False, False),)))
    assert "0" in shown.page.heading()


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_every_kind_of_data_that_ends_has_words(qapp: QApplication, lang: str) -> None:
    i18n.install(lang)
    said = {rule.kind: view_words.kind(rule.kind) for rule in erasing.rules()}
    i18n.install(i18n.SOURCE)
    assert [kind for kind, words in said.items() if words == kind] == []
    assert len(set(said.values())) == len(said)
    assert all(any("\u4e00" <= c <= "\u9fff" for c in words) == (lang == "zh_CN") for words in said.values())


def test_the_sample_has_the_size_under_the_hand(shown: Shown) -> None:
    panel = shown.panel("looks")
    for px in (20, 36):
        panel.size.setValue(px)
        assert panel._sample.fontInfo().pixelSize() == px
    panel._settle.stop()


def test_the_audit_trail_has_a_name_for_the_ear(shown: Shown, qtbot: QtBot) -> None:
    panel = shown.panel("audit")
    assert panel.table.accessibleName() == "操作记录"
    i18n.install("en")
    qtbot.waitUntil(lambda: panel.table.accessibleName() == "Audit trail")


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
@pytest.mark.parametrize("high", [617, 543])  # at 768 px, and with a line of the moment under it
def test_the_trail_scrolls_and_the_page_around_it_stands_still(
    shown: Shown, qtbot: QtBot, lang: str, high: int
) -> None:
    i18n.install(lang)
    with shown.desk.store.unit(COMMAND) as u:
        for _ in range(40):
            u.audit("session.locked")
    shown.page.resize(1198, high)
    panel = shown.panel("audit")
    panel.act()
    qtbot.waitUntil(lambda: panel.model.verified == "whole")
    panel.show_model(replace(panel.model, elsewhere=True, others=1_234))
    audit_words.settle()
    assert panel.table_model.rowCount() > 40
    assert panel.table.verticalScrollBar().maximum() > 0
    assert audit_words.scrolls_within_scroll(shown.page) == []
    assert panel.table.viewport().height() >= current().table()


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_a_manager_says_that_the_clock_is_right_now(shown: Shown, lang: str) -> None:
    i18n.install(lang)
    clock = shown.desk.clock
    right = clock.now_ms()
    clock.set(right + 40 * DAY_MS)
    with shown.desk.store.unit(COMMAND) as u:
        u.audit("test.line")
    clock.set(right)
    panel = shown.panel("keeping")
    panel.presenter.refresh()
    assert panel._clock.isVisible()
    shown.voice.yes = False
    panel.clock_right.click()
    assert panel._clock.isVisible(), "only looked"
    shown.voice.yes = True
    panel.clock_right.click()
    assert not panel._clock.isVisible()
    assert shown.voice.problems == []
    with shown.desk.store.reading() as r:
        assert not wall(r).doubt
