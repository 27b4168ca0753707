"""Banners, undo, dialog card, form, page, search line, progress: what they say and when they are gone."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ui.theme import apply_theme
from ui.widgets import (
    KINDS,
    AttentionRow,
    Banner,
    BigButton,
    DialogCard,
    EmptyState,
    Field,
    FlowLayout,
    Form,
    Page,
    ProgressCard,
    ResultHead,
    ResultMark,
    SearchField,
    Sounds,
    UndoBar,
    text_box,
    tone_of,
)
from ui.widgets.card import Fact, facts


class Hands:
    """A clock that goes on when told."""

    def __init__(self) -> None:
        self.ms = 0

    def __call__(self) -> int:
        return self.ms


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> None:
    apply_theme(qapp)


def undo_bar(qtbot: QtBot) -> tuple[UndoBar, Hands, list[str]]:
    hands, told = Hands(), []
    holder = QWidget()
    bar = UndoBar(now_ms=hands, parent=holder)
    bar.holder = holder  # a parent nobody holds is deleted with its children
    qtbot.addWidget(holder)
    holder.show()
    bar.undone.connect(lambda: told.append("undone"))
    bar.expired.connect(lambda: told.append("expired"))
    return bar, hands, told


def test_an_act_can_be_taken_back_once_within_ten_seconds(qtbot: QtBot) -> None:
    bar, hands, told = undo_bar(qtbot)
    bar.offer("已放行 1 位骑手。", lambda: told.append("call"))
    hands.ms = 9_999
    bar.tick()
    assert bar.isVisible()
    assert (bar.seconds_left(), bar.text()) == (1, "已放行 1 位骑手。")
    assert "1" in bar.button.text()
    qtbot.mouseClick(bar.button, Qt.MouseButton.LeftButton)
    bar.take_back()
    assert told == ["call", "undone"]
    assert not bar.isVisible()


def test_after_ten_seconds_it_stands(qtbot: QtBot) -> None:
    bar, hands, told = undo_bar(qtbot)
    bar.offer("已放行 1 位骑手。", lambda: told.append("call"))
    hands.ms = 10_000
    bar.tick()
    bar.take_back()
    assert told == ["expired"]
    assert not bar._timer.isActive()


def test_a_new_offer_replaces_the_old_one(qtbot: QtBot) -> None:
    bar, hands, told = undo_bar(qtbot)
    bar.offer("一", lambda: told.append("first"))
    hands.ms = 9_000
    bar.offer("二", lambda: told.append("second"))
    assert bar.seconds_left() == 10
    bar.take_back()
    assert told == ["second", "undone"]


def test_closing_the_bar_lets_the_act_stand(qtbot: QtBot) -> None:
    bar, _, told = undo_bar(qtbot)
    bar.offer("一", lambda: told.append("call"))
    qtbot.mouseClick(bar._close, Qt.MouseButton.LeftButton)
    assert told == ["expired"]


def test_an_undo_that_offers_again_is_shown(qtbot: QtBot) -> None:
    bar, _, told = undo_bar(qtbot)
    bar.offer("一", lambda: bar.offer("已撤销，可以再放行。", lambda: told.append("redo")))
    bar.take_back()
    assert bar.isVisible()
    assert bar.text() == "已撤销，可以再放行。"


def test_a_banner_tells_and_goes(qtbot: QtBot) -> None:
    banner = Banner("打印机快没纸了", "warn", action="怎么办")
    qtbot.addWidget(banner)
    banner.show()
    with qtbot.waitSignal(banner.acted):
        qtbot.mouseClick(banner.button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(banner.closed):
        qtbot.mouseClick(banner._close, Qt.MouseButton.LeftButton)
    assert not banner.isVisible()
    assert banner._close.accessibleName()


def window(qtbot: QtBot) -> tuple[QWidget, QLineEdit]:
    made, field = QWidget(), QLineEdit()
    QVBoxLayout(made).addWidget(field)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    field.setFocus()
    return made, field


def open_card(made: QWidget, told: list[str]) -> DialogCard:
    card = DialogCard(made, "要作废这张证吗？", "作废后不能恢复。", "alert-triangle", "bad")
    card.add_button("作废", "danger", "revoke")
    card.add_button("不作废", "main", "keep", "Esc")
    card.closed.connect(told.append)
    card.open()
    return card


def test_a_card_answers_once_gives_the_keyboard_back_and_is_gone(qtbot: QtBot) -> None:
    made, field = window(qtbot)
    told: list[str] = []
    card = open_card(made, told)
    assert DialogCard.on(made) is card
    assert card.geometry() == made.rect()
    focused = QApplication.focusWidget()
    assert isinstance(focused, BigButton)
    assert focused.text() == "不作废"
    qtbot.keyClick(focused, Qt.Key.Key_Return)
    card.finish("revoke")
    assert told == ["keep"]
    assert field.hasFocus()
    qtbot.waitUntil(lambda: not isValid(card))
    assert DialogCard.on(made) is None


def test_escape_answers_nothing_and_tab_stays_inside(qtbot: QtBot) -> None:
    made, field = window(qtbot)
    told: list[str] = []
    card = open_card(made, told)
    for _ in range(5):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert card.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert not field.hasFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert told == [""]


def test_a_second_card_takes_the_place_of_the_first(qtbot: QtBot) -> None:
    made, field = window(qtbot)
    first: list[str] = []
    second: list[str] = []
    open_card(made, first)
    card = open_card(made, second)
    assert (first, second) == ([""], [])
    assert DialogCard.on(made) is card
    card.finish("keep")
    assert field.hasFocus()


def test_a_card_follows_its_window(qtbot: QtBot) -> None:
    made, _ = window(qtbot)
    card = open_card(made, [])
    made.resize(700, 400)
    qtbot.waitUntil(lambda: card.geometry() == made.rect())
    assert card.rect().contains(card._card.geometry())


def test_two_hundred_cards_leave_nothing_behind(qtbot: QtBot) -> None:
    made, _ = window(qtbot)
    for _ in range(200):
        open_card(made, []).finish("keep")
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert [child for child in made.children() if isinstance(child, DialogCard)] == []


def test_a_field_names_its_editor_and_says_what_is_wrong(qtbot: QtBot) -> None:
    field = Field("电话", QLineEdit(), "可以只填后 4 位")
    qtbot.addWidget(field)
    field.show()
    reader = QAccessible.queryAccessibleInterface(field.editor)
    assert reader.text(QAccessible.Text.Name) == "电话"
    assert field.editor.accessibleDescription() == "可以只填后 4 位"
    field.set_error("电话少了 4 位。请补全，或者留空。")
    assert (field.error(), field.editor.property("state")) == ("电话少了 4 位。请补全，或者留空。", "error")
    assert field._mark.isVisible()
    field.set_error("")
    assert field._below.text() == "可以只填后 4 位"
    assert not field._mark.isVisible()


def test_the_first_wrong_field_gets_the_keyboard(qtbot: QtBot) -> None:
    form = Form(columns=2)
    fields = [form.add(Field(words, QLineEdit())) for words in ("姓名", "电话", "车牌")]
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    assert form.first_wrong() is None
    fields[1].set_error("电话少了 4 位。")
    fields[2].set_error("车牌不完整。")
    assert form.first_wrong() is fields[1]
    assert fields[1].editor.hasFocus()


def test_tab_leaves_a_box_for_notes(qtbot: QtBot) -> None:
    made, _ = window(qtbot)
    box, after = text_box(), QLineEdit()
    made.layout().addWidget(box)
    made.layout().addWidget(after)
    qtbot.waitUntil(after.isVisible)
    box.setFocus()
    qtbot.keyClicks(box, "a")
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert (box.toPlainText(), after.hasFocus()) == ("a", True)


def test_the_search_line_reads_unfinished_chinese_input(qtbot: QtBot) -> None:
    field, told = SearchField("姓名"), []
    qtbot.addWidget(field)
    field.edited.connect(told.append)
    for preedit in ("zh", "zhang", "zhang'w"):
        QApplication.sendEvent(field, QInputMethodEvent(preedit, []))
    done = QInputMethodEvent("", [])
    done.setCommitString("张伟")
    QApplication.sendEvent(field, done)
    assert told == ["zh", "zhang", "zhangw", "张伟"]
    assert field.text() == "张伟"


def test_the_search_line_puts_unfinished_input_where_the_cursor_is(qtbot: QtBot) -> None:
    field = SearchField()
    qtbot.addWidget(field)
    field.setText("张明")
    field.setCursorPosition(1)
    QApplication.sendEvent(field, QInputMethodEvent("xiao", []))
    assert field.words() == "张xiao明"


def test_the_search_line_s_keys(qtbot: QtBot) -> None:
    field, told = SearchField(), []
    qtbot.addWidget(field)
    field.entered.connect(told.append)
    qtbot.keyClicks(field, " 3-1-1202 ")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told == ["3-1-1202"]
    with qtbot.waitSignal(field.left_down):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""


def test_enter_on_a_page_is_its_main_action_and_escape_leaves(qtbot: QtBot) -> None:
    page, pressed = Page("上午好"), []
    field, main, other = QLineEdit(), BigButton("放行", "main"), BigButton("返回")
    page.body.addWidget(field)
    page.set_main(main)
    page.add_action(other)
    main.clicked.connect(lambda: pressed.append("main"))
    other.clicked.connect(lambda: pressed.append("other"))
    qtbot.addWidget(page)
    page.show()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(other, Qt.Key.Key_Return)
    assert pressed == ["main", "other"]
    main.setEnabled(False)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert pressed == ["main", "other"]
    with qtbot.waitSignal(page.left):
        qtbot.keyClick(field, Qt.Key.Key_Escape)


def test_a_page_taller_than_the_window_scrolls_and_keeps_its_actions(qtbot: QtBot) -> None:
    page = Page("很多人")
    for number in range(40):
        page.body.addWidget(AttentionRow("warn", "clock", f"第 {number} 位", "超时", "处理"))
    page.set_main(BigButton("全部处理", "main"))
    qtbot.addWidget(page)
    page.resize(900, 500)
    page.show()
    qtbot.waitExposed(page)
    assert page.height() == 500
    assert page.scroller.verticalScrollBar().maximum() > 0
    assert page.rect().contains(page._foot.geometry())


def test_attention_and_empty_state_act(qtbot: QtBot) -> None:
    row, empty = (
        AttentionRow("warn", "clock", "超时 2 小时", "3 栋", "处理"),
        EmptyState("users", "空", "怎么开始", "登记"),
    )
    for widget in (row, empty):
        qtbot.addWidget(widget)
        with qtbot.waitSignal(widget.acted):
            qtbot.mouseClick(widget.button, Qt.MouseButton.LeftButton)
    assert row.button.accessibleDescription() == "超时 2 小时"
    row.show_matter("info", "check", "处理好了")
    assert row.property("tone") == "info"


def test_progress_has_a_number_and_can_be_stopped(qtbot: QtBot) -> None:
    card, told = ProgressCard("正在导入住户"), []
    qtbot.addWidget(card)
    card.cancelled.connect(lambda: told.append(1))
    card.set_progress(3200, 10_000)
    assert "3,200" in card._figure.text()
    assert "32%" in card._figure.text()
    qtbot.mouseClick(card._cancel, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(card._cancel, Qt.MouseButton.LeftButton)
    assert told == [1]
    card.finish("停下了，一户也没有导入。", "warn")
    assert card._figure.text() == "停下了，一户也没有导入。"


def test_the_answers_differ_in_shape_not_only_in_colour(qtbot: QtBot) -> None:
    shapes = {}
    for kind in KINDS:
        mark = ResultMark(kind, 100)
        qtbot.addWidget(mark)
        picture = mark.grab().toImage()
        points = ((x, y) for x in range(4, 100, 4) for y in range(4, 100, 4))
        shapes[kind] = frozenset(p for p in points if picture.pixelColor(*p).lightness() < 160)
    for one in KINDS:
        for other in KINDS:
            different = len(shapes[one] ^ shapes[other])
            assert one == other or different > 40, (one, other, different)


def test_a_result_that_is_none_is_an_error(qtbot: QtBot) -> None:
    head = ResultHead("valid", "来访证有效，可以放行")
    qtbot.addWidget(head)
    head.show_result("expired", "来访证过期了", "请业主重新预约，或按来访登记。")
    assert head._sentence.property("tone") == tone_of("expired")
    with pytest.raises(KeyError):
        head.show_result("maybe", "")


def test_flow_wraps_and_balances(qtbot: QtBot) -> None:
    holder = QWidget()
    flow = FlowLayout(holder, gap="m", equal=True, columns=4)
    parts = [QLineEdit() for _ in range(4)]
    for part in parts:
        part.setMinimumWidth(200)
        flow.addWidget(part)
    qtbot.addWidget(holder)
    holder.show()
    for width, tops in ((900, 1), (700, 2), (300, 4)):
        holder.resize(width, 600)
        QApplication.processEvents()
        assert len({part.y() for part in parts}) == tops
        assert len({part.width() for part in parts}) == 1
        assert max(part.geometry().right() for part in parts) < width
    assert flow.heightForWidth(300) > flow.heightForWidth(900)
    parts[0].hide()
    holder.resize(660, 600)
    QApplication.processEvents()
    assert len({part.y() for part in parts[1:]}) == 1


def test_sounds_without_a_device_are_silent_and_keep_their_settings(qtbot: QtBot) -> None:
    sounds = Sounds(volume=50)
    for name in ("good", "bad", "alarm", "tick"):
        sounds.play(name)
    with qtbot.waitSignal(sounds.changed):
        sounds.set_muted(True)
    assert sounds.muted()
    sounds.set_volume(130)
    assert (sounds.volume(), sounds.muted()) == (100, False)


def test_no_timer_outlives_its_widget(qtbot: QtBot) -> None:
    bar, _, _ = undo_bar(qtbot)
    bar.offer("一", lambda: None)
    timer: QTimer = bar._timer
    holder = bar.holder
    holder.deleteLater()
    qtbot.waitUntil(lambda: not isValid(holder))
    assert not isValid(timer)


def test_an_undo_that_stands_aside_keeps_its_seconds(qtbot: QtBot) -> None:
    bar, hands, told = undo_bar(qtbot)
    bar.offer("已放行", lambda: told.append("call"))
    hands.ms += 4000
    bar.stand_aside()
    assert bar.isHidden()
    assert bar.offered
    hands.ms += 60_000
    bar.come_back()
    assert bar.isVisible()
    assert bar.seconds_left() == 6
    bar.take_back()
    assert told == ["call", "undone"]
    bar.come_back()
    assert bar.isHidden()


def test_the_buttons_of_a_question_stand_whole(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    card = DialogCard(window, "补办 H 280 182 194？", "旧码马上作废，贴着的旧标签不能再用。", "info-circle")
    card.add_button("先不补办", "quiet", "no", "Esc")
    card.add_button("补办新码", "main", "yes")
    card.open()
    layout = card._foot.layout()
    assert layout is not None
    qtbot.waitUntil(lambda: card._foot.height() >= layout.heightForWidth(card._foot.width()), timeout=2000)


def test_values_of_facts_stand_under_one_another(qtbot: QtBot) -> None:
    holder = facts([("Plate", "A12345"), ("Agreed by the household", "by phone"), ("Code", "H 1")], columns=1)
    qtbot.addWidget(holder)
    holder.resize(900, 400)
    holder.show()
    values = [words[1] for words in (fact.findChildren(QLabel) for fact in holder.findChildren(Fact))]
    assert len({value.x() for value in values}) == 1
    assert len(values) == 3
