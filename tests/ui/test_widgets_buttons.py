"""Buttons, holds, tiles, rail, chooser, pad: what a hand and a keyboard do with them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import apply_theme, current
from ui.widgets import (
    BigButton,
    Choice,
    Chooser,
    Column,
    HoldButton,
    KeysetModel,
    KeyTable,
    NavItem,
    NavRail,
    Pill,
    PillButton,
    PinPad,
    Tile,
)


class Hands:
    """A clock that goes on when told."""

    def __init__(self) -> None:
        self.ms = 0

    def __call__(self) -> int:
        return self.ms


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> None:
    apply_theme(qapp)


def test_enter_and_space_press_a_button_once(qtbot: QtBot) -> None:
    button = BigButton("放行", "main", key="回车")
    qtbot.addWidget(button)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    qtbot.keyClick(button, Qt.Key.Key_Return)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    again = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", True)
    QApplication.sendEvent(button, again)
    assert len(pressed) == 2


def test_a_button_in_a_narrow_row_wraps_its_words(qtbot: QtBot) -> None:
    holder, button = QWidget(), BigButton("Write down a matter that somebody brought to the window")
    QVBoxLayout(holder).addWidget(button)
    qtbot.addWidget(holder)
    holder.resize(900, 300)
    holder.show()
    qtbot.waitUntil(lambda: button.height() == current().height("button"))
    holder.resize(holder.minimumSizeHint().width(), 300)
    qtbot.waitUntil(lambda: button.height() > current().height("button"))


def test_a_tile_grows_with_its_row_and_a_button_does_not(qtbot: QtBot) -> None:
    holder, tile, button = QWidget(), BigButton("外卖骑手", "tile"), BigButton("换人")
    row = QHBoxLayout(holder)
    row.addWidget(tile)
    row.addWidget(button)
    qtbot.addWidget(holder)
    holder.resize(600, 300)
    holder.show()
    qtbot.waitUntil(lambda: tile.height() > 200)
    assert button.height() == current().height("button")


def test_the_key_is_told_to_a_screen_reader(qtbot: QtBot) -> None:
    button = BigButton("快递员", "tile", "truck-delivery", "F6")
    qtbot.addWidget(button)
    assert button.accessibleDescription() == "F6"
    button.set_key("F5")
    assert (button.key(), button.accessibleDescription()) == ("F5", "F5")


def test_a_wrong_icon_is_found_where_it_is_named(qtbot: QtBot) -> None:
    with pytest.raises(FileNotFoundError):
        BigButton("放行", icon="no-such-icon")


def test_a_hold_acts_after_a_second_and_only_once(qtbot: QtBot) -> None:
    hands, held, let_go = Hands(), [], []
    button = HoldButton("急事", icon="urgent", key="F12", now_ms=hands)
    qtbot.addWidget(button)
    button.held.connect(lambda: held.append(1))
    button.let_go.connect(lambda: let_go.append(1))
    qtbot.mousePress(button, Qt.MouseButton.LeftButton)
    hands.ms = 600
    button.tick()
    assert (button.share(), held) == (0.6, [])
    hands.ms = 1000
    button.tick()
    button.tick()
    qtbot.mouseRelease(button, Qt.MouseButton.LeftButton)
    assert (held, let_go) == ([1], [])


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_letting_go_early_does_nothing(qtbot: QtBot, key: Qt.Key) -> None:
    hands, held, let_go = Hands(), [], []
    button = HoldButton("急事", now_ms=hands)
    qtbot.addWidget(button)
    button.held.connect(lambda: held.append(1))
    button.let_go.connect(lambda: let_go.append(1))
    qtbot.keyPress(button, key)
    hands.ms = 990
    button.tick()
    qtbot.keyRelease(button, key)
    hands.ms = 5000
    button.tick()
    assert (held, let_go, button.share()) == ([], [1], 0.0)


def test_a_key_that_repeats_itself_is_one_hold(qtbot: QtBot) -> None:
    hands = Hands()
    button = HoldButton("急事", now_ms=hands)
    qtbot.addWidget(button)
    button.press_hold()
    hands.ms = 500
    button.press_hold()
    assert button.share() == 0.5
    button.release_hold()
    button.setEnabled(False)
    button.press_hold()
    assert button.share() == 0.0


def test_a_real_second_of_holding_is_enough(qtbot: QtBot) -> None:
    button = HoldButton("急事", hold_ms=60)
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.held, timeout=3000):
        button.press_hold()


def test_a_tile_says_its_figure_and_can_be_pressed(qtbot: QtBot) -> None:
    tile = Tile("users", "8", "人在场", "1 位施工超时")
    qtbot.addWidget(tile)
    assert (tile.accessibleName(), tile.accessibleDescription()) == ("8 人在场", "1 位施工超时")
    tile.show_figure("9", "人在场")
    assert (tile.accessibleName(), tile.accessibleDescription()) == ("9 人在场", "")
    with qtbot.waitSignal(tile.clicked):
        qtbot.keyClick(tile, Qt.Key.Key_Return)


def test_a_narrow_tile_puts_its_words_below(qtbot: QtBot) -> None:
    tile = Tile("motorbike", "1,046", "rider and courier passes", "12 in this hour")
    qtbot.addWidget(tile)
    wide = tile.heightForWidth(tile.sizeHint().width())
    assert tile.heightForWidth(tile.minimumSizeHint().width()) > wide


def rail() -> NavRail:
    items = [NavItem("today", "home", "今日"), NavItem("admit", "user-plus", "登记"), NavItem("more", "dots", "更多")]
    made = NavRail(items, "门岗台")
    made.add_foot(BigButton("急事", "alarm", "urgent", "F12"))
    return made


def test_the_rail_tells_what_was_chosen(qtbot: QtBot) -> None:
    made, told = rail(), []
    qtbot.addWidget(made)
    made.chosen.connect(told.append)
    made.set_current("today")
    assert told == []
    qtbot.mouseClick(made.button("admit"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(made.button("admit"), Qt.MouseButton.LeftButton)
    assert told == ["admit", "admit"]
    made.set_current("")
    assert not any(made.button(key).isChecked() for key in ("today", "admit", "more"))


def test_the_rail_shows_icons_alone_with_tooltips_when_text_is_large(qtbot: QtBot, qapp: QApplication) -> None:
    made = rail()
    qtbot.addWidget(made)
    made.show()
    wide = made.sizeHint().width()
    apply_theme(qapp, "light", 40)
    assert made.collapsed()
    assert made.sizeHint().width() < wide
    assert (made.button("admit").toolTip(), made.button("admit").text()) == ("登记", "登记")
    made.set_collapsed(False)
    assert made.button("admit").toolTip() == ""
    assert made.sizeHint().width() > wide


def test_arrows_walk_the_rail(qtbot: QtBot) -> None:
    made = rail()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.button("today").setFocus()
    qtbot.keyClick(made.button("today"), Qt.Key.Key_Down)
    assert made.button("admit").hasFocus()
    qtbot.keyClick(made.button("admit"), Qt.Key.Key_Up)
    assert made.button("today").hasFocus()


def test_pills_change_together(qtbot: QtBot) -> None:
    pill, button = Pill("已同步", "ok", "cloud-check"), PillButton("陈阿姨 当班", "info", "user-check")
    qtbot.addWidget(pill)
    qtbot.addWidget(button)
    pill.show_state("warn", "cloud-off", "没有网络，待传 3 条")
    button.show_state("bad", "lock", "已锁")
    assert (pill.text(), pill.property("tone")) == ("没有网络，待传 3 条", "warn")
    assert (button.text(), button.property("tone")) == ("已锁", "bad")


def chooser() -> Chooser:
    return Chooser([Choice("guest", "users", "亲友"), Choice("domestic", "home-heart", "家政", "保姆、钟点工")])


def test_only_a_person_choosing_is_told(qtbot: QtBot) -> None:
    made, told = chooser(), []
    qtbot.addWidget(made)
    made.chosen.connect(told.append)
    made.set_choice("guest")
    assert (made.choice(), told) == ("guest", [])
    made.resize(made.sizeHint())
    made.show()
    far = made.tile("domestic").rect().bottomRight() / 2
    qtbot.mouseClick(made.tile("domestic"), Qt.MouseButton.LeftButton, pos=far)
    assert (made.choice(), told) == ("domestic", ["domestic"])
    made.set_choice("")
    assert (made.choice(), told) == ("", ["domestic"])


def test_arrows_move_the_choice(qtbot: QtBot) -> None:
    made = chooser()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.set_choice("guest")
    made.tile("guest").setFocus()
    qtbot.keyClick(made.tile("guest"), Qt.Key.Key_Right)
    assert made.choice() == "domestic"


def test_the_pad_takes_fingers_and_keys_and_forgets(qtbot: QtBot) -> None:
    pad, got = PinPad(least=4, most=6), []
    qtbot.addWidget(pad)
    pad.entered.connect(got.append)
    for digit in "12":
        pad.type_digit(digit)
    qtbot.keyClicks(pad, "3")
    qtbot.keyClick(pad, Qt.Key.Key_Return)
    assert (got, pad.count()) == ([], 3)
    qtbot.keyClicks(pad, "x4")
    qtbot.keyClick(pad, Qt.Key.Key_Backspace)
    qtbot.keyClicks(pad, "56789")
    assert pad.count() == 6
    qtbot.keyClick(pad, Qt.Key.Key_Enter)
    assert (got, pad.count()) == (["123567"], 0)


def test_the_pad_never_shows_a_digit(qtbot: QtBot) -> None:
    pad = PinPad()
    qtbot.addWidget(pad)
    qtbot.keyClicks(pad, "739")
    assert pad._dots.text() == "● ● ● ○"
    pad.shake("密码不对，还可以试 4 次。")
    assert (pad.count(), pad._dots.text()) == (0, "○ ○ ○ ○")
    assert pad._wrong.text() == "密码不对，还可以试 4 次。"


@pytest.mark.parametrize("words", ["Sign off", "Called off", "office", "放行"])
def test_words_with_room_are_drawn_on_one_line(qtbot: QtBot, words: str) -> None:
    """A line breaker counts fractions of a pixel (letters drawn together): what was measured to fit must not break."""
    button = BigButton(words, "quiet", "door-exit")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    room = button.width() - button._around()
    assert not button._drawn_flags(room) & int(Qt.TextFlag.TextWordWrap)
    assert button._drawn_flags(button._words_width() - 1) & int(Qt.TextFlag.TextWordWrap)


def test_plain_words_stand_in_the_middle_of_the_room_for_bold_ones(qtbot: QtBot) -> None:
    button = BigButton("Not signed out 22", "row")
    button.setCheckable(True)
    qtbot.addWidget(button)
    plain, whole = button._drawn_words(10_000), button._words_width()
    button.setChecked(True)
    assert plain < whole == button._drawn_words(10_000)


def test_a_main_button_shows_that_enter_presses_it(qtbot: QtBot) -> None:
    main, quiet, other = BigButton("放行", "main"), BigButton("放行"), BigButton("登记来访", "main", key="F2")
    for one in (main, quiet, other):
        qtbot.addWidget(one)
    assert [one.accessibleDescription() for one in (main, quiet, other)] == ["回车", "", "F2"]
    bare = main.width_at(0)
    main.set_spare(1)
    assert main.width_at(0) == bare > main.sizeHint().width()
    main.set_kind("quiet")
    assert main.accessibleDescription() == ""


def test_a_tile_says_in_a_second_line_what_it_means(qtbot: QtBot) -> None:
    tile = BigButton("小区施工", "tile", "building")
    qtbot.addWidget(tile)
    low = tile.heightForWidth(376)
    tile.set_sub("物业请来的，比如修路、换水管、装电梯、清洗外墙的施工队")
    assert tile.accessibleDescription().startswith("物业")
    assert tile.heightForWidth(376) > low
    tile.resize(376, tile.heightForWidth(376))
    assert not tile.grab().isNull()


def test_over_a_list_the_main_button_does_not_promise_enter(qtbot: QtBot) -> None:
    """There Enter opens the marked row."""
    holder, main, line = QWidget(), BigButton("登记寄放", "main"), QLineEdit()
    table = KeyTable(KeysetModel((Column("编号", str, 6),), lambda after, reply: reply([1] if after is None else [])))
    column = QVBoxLayout(holder)
    for one in (table, line, main):
        column.addWidget(one)
    qtbot.addWidget(holder)
    holder.show()
    holder.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    with_cap = main.grab().toImage()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    assert main.grab().toImage() != with_cap
    line.setFocus()
    assert main.grab().toImage() == with_cap
