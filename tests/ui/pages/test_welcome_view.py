"""The first run on the screen: each step in both languages, the keyboard where it is needed, nothing secret left behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.pages.at_once import Looks, Voice, desk_at, ports_of
from ui import i18n
from ui.pages.welcome.model import JOIN_STEPS, STEPS, Answers, Imported, Joining, WelcomeModel
from ui.pages.welcome.presenter import WelcomePresenter
from ui.pages.welcome.view import WelcomePage

CODE = "K7QM-ABCD-EFGH-JKLM-NPQR"
NAMES = Answers("锦绣苑", "明珠路 88 弄", "南门", "1040", "陈秀兰")
STATES = [
    *(
        WelcomeModel(step, answers=NAMES, can_go_back=step != "language", keyring=True)
        for step in STEPS
        if step != "code"
    ),
    *(WelcomeModel(step, answers=NAMES, keyring=True, joined=True) for step in JOIN_STEPS if step != "code"),
    WelcomeModel("join", joined=True, joining=Joining("working", 12), busy=True),
    WelcomeModel("join", joined=True, joining=Joining("paused", 3)),
    WelcomeModel("join", joined=True, joining=Joining("file", file="a-join.gdcarry")),
    WelcomeModel("join", joined=True, joining=Joining("reading", file="a-join.gdcarry"), busy=True),
    WelcomeModel("language", wiped=True),
    WelcomeModel("code", code=CODE, joined=True),
    WelcomeModel("manager", pin="again"),
    WelcomeModel("manager", pin="made"),
    WelcomeModel("key", keyring=False),
    WelcomeModel("key", kept="wrapped"),
    WelcomeModel("code", code=CODE),
    WelcomeModel("code", typing=True),
    WelcomeModel("code", unlock="陈老师"),
    WelcomeModel("people", imported=Imported("checking", "a.xlsx", 3, 12)),
    WelcomeModel("people", imported=Imported("checked", "a.xlsx", rows=12, homes=8, people=9, left_out=1)),
    WelcomeModel("people", imported=Imported("done", "a.xlsx", rows=12, homes=8, people=9)),
]


@pytest.fixture
def page(qtbot: QtBot, tmp_path: Path) -> Iterator[WelcomePage]:
    desk = desk_at(tmp_path / "home")
    made = WelcomePage(WelcomePresenter(ports_of(desk, Voice(), looks=Looks())))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    yield made
    i18n.install(i18n.SOURCE)
    desk.close()


def chinese(text: str) -> bool:
    return any("\u4e00" <= c <= "\u9fff" for c in text)


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
@pytest.mark.parametrize(
    "state", STATES, ids=lambda s: f"{s.step}-{s.pin}-{s.kept}{s.imported.stage}{s.unlock and 'pin'}"
)
def test_every_state_says_where_one_is_and_what_comes_next(page: WelcomePage, state: WelcomeModel, lang: str) -> None:
    i18n.install(lang)
    page.show_model(state)
    assert page.heading()
    assert str(state.number) in page._where.text()
    assert page.part().isVisible()
    assert sum(part.isVisible() for part in page.parts.values()) == 1
    assert chinese(page.heading().replace("陈老师", "")) == (lang == "zh_CN")
    busy_inside = state.unlock or state.imported.stage in ("checking", "checked", "writing")
    busy_inside = busy_inside or state.joining.stage in ("working", "reading")
    assert page.next.isVisible() == (not busy_inside)


def test_enter_in_a_line_goes_on_and_an_empty_one_is_marked(page: WelcomePage, qtbot: QtBot) -> None:
    page.presenter.begin()
    page.presenter.next()
    estate: Any = page.parts["estate"]
    qtbot.keyClick(estate.editor("site_name"), Qt.Key.Key_Return)
    assert estate.fields["site_name"].error()
    qtbot.keyClicks(estate.editor("site_name"), "J")
    assert not estate.fields["site_name"].error()
    qtbot.keyClick(estate.editor("site_name"), Qt.Key.Key_Return)
    assert page.model.step == "gate"
    assert page.on_back()
    assert page.model.step == "estate"


def test_the_passphrase_is_gone_once_the_step_is_left(page: WelcomePage) -> None:
    page.show_model(WelcomeModel("key", keyring=True))
    key: Any = page.parts["key"]
    key.choose("phrase")
    key._fields["passphrase"].editor.setText("eight letters")
    page.show_model(WelcomeModel("manager"))
    assert not key._fields["passphrase"].editor.text()


def test_an_empty_passphrase_is_not_taken_for_none(page: WelcomePage) -> None:
    page.show_model(WelcomeModel("key", keyring=True))
    key: Any = page.parts["key"]
    key.choose("phrase")
    page.next.click()
    assert key._fields["passphrase"].error()
    assert page.model.step == "key"


def test_the_risk_of_an_open_key_is_said_only_where_it_is_one(page: WelcomePage) -> None:
    key: Any = page.parts["key"]
    for state, risk in (
        (WelcomeModel("key", keyring=True), False),
        (WelcomeModel("key", keyring=False), True),
        (WelcomeModel("key", kept="file"), True),
        (WelcomeModel("key", kept="wrapped"), False),
    ):
        page.show_model(state)
        assert key._risk.isVisible() == risk, state


def test_dashes_come_by_themselves(page: WelcomePage, qtbot: QtBot) -> None:
    page.show_model(WelcomeModel("code", typing=True))
    code: Any = page.parts["code"]
    qtbot.keyClicks(code.typed, "k7qmabcdefgh")
    assert code.typed.text() == "K7QM-ABCD-EFGH"


def test_the_code_is_hidden_while_it_is_typed_back(page: WelcomePage) -> None:
    page.show_model(WelcomeModel("code", code=CODE))
    code: Any = page.parts["code"]
    assert code.card.code.text() == CODE
    page.show_model(WelcomeModel("code", typing=True))
    assert code.card.code.text() == ""
