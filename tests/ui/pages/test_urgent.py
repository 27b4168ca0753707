"""The urgent card: settings read whatever they hold, numbers and what to say, the alarm, both languages."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.core.actor import Actor
from desk.store.store import Store
from tests.fakes.clock import FakeClock
from tests.ui.pages.gate import DeskNow, Shell, ports_of
from tests.ui.pages.house import House
from tests.ui.pages.test_today_view import Desk
from ui import i18n
from ui.pages.urgent.model import Contact, UrgentModel
from ui.pages.urgent.presenter import UrgentPresenter
from ui.pages.urgent.view import UrgentPage
from ui.theme import apply_theme

FULL = UrgentModel("锦绣苑", "南门", "明珠路 88 弄", "0000-1234", "值班室墙上", (Contact("物业值班", "0000-0101"),))


@pytest.fixture
def house(desk: DeskNow, store: Store, clock: FakeClock, actor: Actor, tmp_path: Path) -> House:
    return House(store, clock, actor, tmp_path)


@pytest.fixture
def desk_() -> Desk:
    return Desk()


@pytest.fixture
def page(qtbot: QtBot, desk_: Desk) -> UrgentPage:
    made = UrgentPage(desk_)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(1196, 617)
    made.show()
    qtbot.waitExposed(made)
    made.show_model(FULL)
    return made


def read(house: House, shell: Shell) -> UrgentModel:
    shown: list[UrgentModel] = []
    presenter = UrgentPresenter(ports_of(house, shell))
    presenter.show = shown.append
    presenter.refresh()
    return shown[-1]


def test_what_is_not_filled_in_is_empty_and_works_locked(house: House, shell: Shell) -> None:
    house.session = SimpleNamespace(state=SimpleNamespace(locked=True))
    model = read(house, shell)
    assert (model.estate, model.gate, model.phone, model.aed, model.contacts, model.locked) == (
        "锦绣苑", "南门", "0000-1234", "", (), True,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ([{"name": "物业", "phone": "0000-1"}, {"name": "没有电话"}, "wrong"], (Contact("物业", "0000-1"),)),
        ("nonsense", ()),
        (None, ()),
        ([{"phone": "0000-2"}], (Contact("", "0000-2"),)),
    ],
)
def test_the_card_opens_whatever_the_settings_hold(
    house: House, shell: Shell, written: object, read_as: tuple[Contact, ...]
) -> None:
    house.do(lambda u: u.put_setting("urgent.contacts", written))
    house.do(lambda u: u.put_setting("urgent.aed", "值班室墙上"))
    model = read(house, shell)
    assert (model.contacts, model.aed) == (read_as, "值班室墙上")


def test_each_number_says_what_to_say(page: UrgentPage) -> None:
    said = set()
    for button in page.numbers:
        button.click()
        said.add(page._guide.text())
        assert button.accessibleName()
    assert len(said) == 3
    page.grab()


def test_our_own_address_is_there_to_read_out(page: UrgentPage) -> None:
    assert page._address.text() == "明珠路 88 弄"
    assert page._back_on.text() == "回电请打 0000-1234"
    assert page._people.text() == "物业值班  0000-0101"
    assert not page._hint.isVisible()


def test_what_is_missing_is_named_and_a_locked_desk_is_sent_nowhere(page: UrgentPage, desk_: Desk) -> None:
    page.show_model(UrgentModel("锦绣苑", "南门"))
    assert page._hint.text() == "平时请管理员在“设置 · 急事”里填好：小区地址、门岗电话、除颤器位置、联系人"
    page._fill.click()
    assert desk_.asked[-1] == ("fill_in",)
    page.show_model(UrgentModel("锦绣苑", "南门", locked=True))
    assert not page._fill.isVisible()


def test_enter_does_nothing_here(page: UrgentPage) -> None:
    assert page.main_button() is None


def test_the_alarm_rings_until_stopped_or_left(page: UrgentPage, desk_: Desk) -> None:
    page.alarm.click()
    assert page.ringing()
    assert (desk_.asked[-1], page.alarm.text()) == (("alarm",), "停止警报")
    page.alarm.click()
    assert not page.ringing()
    page.alarm.click()
    page.on_hide()
    assert not page.ringing()


def test_the_roll_is_called_from_here(house: House, shell: Shell) -> None:
    presenter = UrgentPresenter(ports_of(house, shell))
    presenter.roll_call()
    presenter.fill_in()
    presenter.alarm()
    presenter.leave()
    assert shell.went == [("rollcall", {"begin": True}), ("settings", {"section": "urgent"}), ("back", {})]
    assert shell.tones == ["alarm"]


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_all_of_it_fits_on_one_screen(page: UrgentPage, qapp: QApplication, lang: str) -> None:
    i18n.install(lang)
    page.show_model(FULL)
    qapp.processEvents()
    assert page.scroller.verticalScrollBar().maximum() == 0


def test_large_text_scrolls_down_but_never_sideways(page: UrgentPage, qapp: QApplication) -> None:
    apply_theme(qapp, "contrast", 40)
    page.resize(1270, 560)
    qapp.processEvents()
    assert page.scroller.horizontalScrollBar().maximum() == 0
    assert page.body.indexOf(page._acts) == 1
