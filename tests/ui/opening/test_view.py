"""The page before the desk opens: words, main action and fields of each state, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.pages.at_once import desk_at
from ui import i18n
from ui.opening.model import Copy, OpeningModel
from ui.opening.presenter import OpeningPresenter
from ui.opening.view import OpeningPage

COPY = Copy("2026-11-21", "03:00", "gatehouse-20261121-030000.gdbackup")
STATES = [
    OpeningModel("key.passphrase_needed", form="passphrase"),
    OpeningModel("key.missing", form="code", copy=COPY),
    OpeningModel("key.missing", form="file"),
    OpeningModel("store.damaged", form="restore", looking=True),
    OpeningModel("store.damaged", form="restore", copy=COPY),
    OpeningModel("store.damaged", form="restore", copy=COPY, busy="restoring"),
    OpeningModel("store.missing", form="restore", copy=COPY, fresh=True),
    OpeningModel("store.newer"),
    OpeningModel("update.failed", {"old": "0.1.0", "new": "0.2.0", "reason": "self-test: store"}, folder="/data"),
    OpeningModel("store.disk_full", folder="/data"),
    OpeningModel(""),
]


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[OpeningPage]:
    desk = desk_at(tmp_path / "home")
    made = OpeningPage(OpeningPresenter(desk, lambda: None, lambda: None, lambda: None))
    qtbot.addWidget(made)
    made.show()
    yield made
    i18n.install(i18n.SOURCE)
    desk.close()


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
@pytest.mark.parametrize("state", STATES, ids=lambda one: f"{one.code}-{one.form}-{one.busy or one.looking}")
def test_every_state_has_a_heading_and_a_next_step(page: OpeningPage, state: OpeningModel, lang: str) -> None:
    i18n.install(lang)
    page.show_model(state)
    assert page.heading()
    assert page.main.text().strip()
    assert page.main.isEnabled() == (not state.busy and not state.looking)
    assert page.editor.isVisible() == (state.form in ("passphrase", "code") and not state.looking)
    chinese = any("\u4e00" <= c <= "\u9fff" for c in page.heading() + page.main.text())
    assert chinese == (lang == "zh_CN")


def test_the_button_names_the_day(page: OpeningPage, qtbot: QtBot) -> None:
    page.show_model(STATES[4])
    assert page.main.text() == "恢复到 11月21日 03:00"
    i18n.install("en")
    qtbot.waitUntil(lambda: page.main.text() == "Restore 21 November, 03:00")


def test_a_passphrase_is_never_readable_and_forgotten_with_its_form(page: OpeningPage) -> None:
    page.show_model(STATES[0])
    page.editor.setText("eight letters")
    assert page.editor.displayText() != "eight letters"
    page.show_model(STATES[1])
    assert not page.editor.text()
