"""Find and the announced visits on the screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui import audit_words
from tests.ui.pages.gate import DeskNow, Shell
from tests.ui.pages.test_find_presenter import ChildNow, admit
from ui import i18n
from ui.pages.expected.model import Announced, ExpectedModel, Standing
from ui.pages.expected.presenter import ExpectedPresenter
from ui.pages.expected.view import ExpectedPage
from ui.pages.find.presenter import FindPresenter
from ui.pages.find.view import FindPage
from ui.shell.ports import Ports
from ui.theme import apply_theme, current


@pytest.fixture(params=["zh_CN", "en"], autouse=True)
def lang(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    apply_theme(qapp, "light", 24)
    yield i18n.install(request.param)
    i18n.install("zh_CN")


@pytest.fixture
def page(ports: Ports, desk: DeskNow, qtbot: QtBot) -> FindPage:
    admit(desk, "龙测试", phone="10400001111")
    ports.extras["child"] = ChildNow
    made = FindPage(FindPresenter(ports))
    qtbot.addWidget(made)
    made.resize(1190, 610)
    made.show()
    made.come_to_front()
    return made


def test_without_a_word_the_history_stands(page: FindPage, shell: Shell) -> None:
    assert page.history.table.isVisible()
    assert page.history.model.rowCount() == 1
    page.history.table.setCurrentIndex(page.history.model.index(0, 0))
    page.history.table.opened.emit(page.history.table.current_row())
    assert shell.went[-1][0] == "visit"


def test_hits_are_grouped_and_open_with_enter(page: FindPage, qtbot: QtBot, shell: Shell) -> None:
    page.on_show(query="龙测试", live=True)
    assert page.hits.isVisible()
    assert len(page.rows()) == 2
    qtbot.keyClick(page.hits, Qt.Key.Key_Return)
    assert shell.went[-1][0] == "visit"


def test_a_household_is_found_with_how_many_live_there(page: FindPage, lang: str) -> None:
    page.on_show(query="3-1-1202", live=True)
    (home,) = [words for words in page.hits.texts() if words.startswith("3-1-1202")]
    assert home.endswith({"zh_CN": "1 位居民", "en": "1 resident"}[lang])


def test_headings_are_passed_over(page: FindPage, qtbot: QtBot) -> None:
    page.on_show(query="龙测试", live=True)
    seen = []
    for _ in range(3):
        seen.append(page.hits.current_row().group)
        qtbot.keyClick(page.hits, Qt.Key.Key_Down)
    assert seen == ["visit", "visitor", "visitor"]


def test_nothing_found_offers_the_form(page: FindPage, shell: Shell) -> None:
    page.on_show(query="齉齉", live=True)
    assert page.nothing.isVisible()
    button = page.main_button()
    assert button is page.register
    button.click()
    assert shell.went[-1][0] == "admit"


def test_an_empty_history_says_how_to_begin(page: FindPage) -> None:
    page.history.states.set_key("refused")
    page.history.states.picked.emit("refused")
    assert page.history.empty.isVisible()
    page.history.now.click()
    assert page.history.table.isVisible()


def test_the_export_shows_progress_and_ends(page: FindPage, tmp_path: object) -> None:
    page.save.click()
    assert page.export.isVisible()
    page.export.ask_path = lambda title, name: f"{tmp_path}/{name}"
    page.export.save.click()
    assert page.export.running
    child = page._presenter._child
    child.finish()
    assert not page.export.running
    assert page.on_back()
    assert page.history.isVisible()


def test_what_happened_meanwhile_stands_in_the_list_when_one_comes_back(page: FindPage, desk: DeskNow) -> None:
    page.on_show(query="龙测试", live=True)
    admit(desk, "熊测试")
    page.refresh()
    page.on_show(query="")
    assert [page.history.model.row(number).name for number in range(2)] == ["熊*", "龙*"]


def test_an_export_is_stopped(page: FindPage, tmp_path: object, shell: Shell) -> None:
    page.save.click()
    page.export.ask_path = lambda title, name: f"{tmp_path}/{name}"
    page.export.save.click()
    child = page._presenter._child
    page.export.progress.cancelled.emit()
    assert child.stopped
    assert shell.problems == []


def test_hits_stand_in_columns_under_their_group(page: FindPage, lang: str) -> None:
    page.on_show(query="龙测试", live=True)
    hits = page.hits
    heads = [hits.model().headerData(n, Qt.Orientation.Horizontal) for n in range(hits.model().columnCount())]
    assert heads[1] == {"zh_CN": "类型", "en": "Type"}[lang]
    assert hits.model().index(0, 0).data().startswith({"zh_CN": "来访记录", "en": "Visits"}[lang])
    assert hits.columnSpan(0, 0) == len(heads)
    assert not hits.model().flags(hits.model().index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    cells = [hits.model().index(1, n).data() for n in range(len(heads))]
    assert cells[0] == "龙*"
    assert cells[4] == {"zh_CN": "在里面", "en": "Inside"}[lang]
    assert hits.columnSpan(1, 0) == 1
    audit_words.settle()
    assert hits.verticalScrollBar().value() == 0


def test_the_mark_stays_when_something_is_written_meanwhile(page: FindPage, desk: DeskNow, qtbot: QtBot) -> None:
    page.on_show(query="龙测试", live=True)
    qtbot.keyClick(page.hits, Qt.Key.Key_Down)
    marked = page.hits.current_row()
    admit(desk, "龙测试")
    page.refresh()
    assert page.hits.current_row() == marked
    page.on_show(query="龙", live=True)
    assert page.hits.current_row() == page.hits.rows()[1]


@pytest.mark.parametrize("base", [24, 40])
def test_columns_hold_their_words(page: FindPage, expected: ExpectedPage, qapp: QApplication, base: int) -> None:
    apply_theme(qapp, "light", base)
    expected.new.click()
    expected.announce.name.setText("龙测试")
    expected.announce.save.click()
    page.on_show(query="龙测试", live=True)
    for one, size in ((page, (1218, 573)), (expected, (1218, 573))):
        one.resize(*size) if base == 40 else one.resize(1190, 610)
        audit_words.settle()
        assert audit_words.cut_columns(one) == []
        assert audit_words.cut_off(one) == []
    page.on_show(query="")
    audit_words.settle()
    assert audit_words.cut_columns(page) == []
    assert not page.history.table.horizontalScrollBar().isVisible()


def test_in_large_print_a_list_shows_several_rows(expected: ExpectedPage, qapp: QApplication) -> None:
    apply_theme(qapp, "light", 40)
    expected.resize(1218, 573)
    rows = tuple(
        Announced(f"{n:032x}", "10:00", "龙*", "guest", "3", 2, "*******0004", n == 0, n == 1, "") for n in range(9)
    )
    expected.show_model(ExpectedModel(announced=rows, may_pass=True, loaded=True))
    audit_words.settle()
    table = expected.announced.table
    assert table.viewport().height() >= 3 * current().table()
    assert not expected.scroller.verticalScrollBar().isVisible()


@pytest.fixture
def expected(ports: Ports, desk: DeskNow, qtbot: QtBot) -> ExpectedPage:
    made = ExpectedPage(ExpectedPresenter(ports))
    qtbot.addWidget(made)
    made.resize(1190, 610)
    made.show()
    made.come_to_front()
    return made


def test_an_empty_list_says_how_to_begin(expected: ExpectedPage) -> None:
    assert expected.announced.empty.isVisible()
    expected.announced.empty.button.click()
    assert expected.announce.isVisible()
    assert expected.main_button() is expected.announce.save


def test_a_visitor_is_announced_with_a_pass(expected: ExpectedPage, qtbot: QtBot, shell: Shell) -> None:
    expected.new.click()
    form = expected.announce
    qtbot.keyClicks(form.door.line, "3-1-1202")
    qtbot.waitUntil(lambda: form.door._list.count() == 1)
    qtbot.keyClick(form.door.line, Qt.Key.Key_Return)
    form.name.setText("龙测试")
    form.with_pass.click()
    assert shell.went[-1][0] == "passcard"
    assert not form.isVisible()
    assert len(expected.announced.table.rows()) == 1
    expected.announced.came.click()
    assert shell.went[-1][0] == "admit"


def test_enter_on_a_row_does_its_first_act(expected: ExpectedPage, qtbot: QtBot, desk: DeskNow, shell: Shell) -> None:
    expected.new.click()
    expected.announce.name.setText("龙测试")
    expected.announce.save.click()
    rows = expected.announced.table
    assert len(rows.rows()) == 1
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(rows.model().index(0, 0)).center())
    assert [one for one in shell.went if one[0] == "admit"] == []
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert shell.went[-1][0] == "admit"
    assert not expected.announce.isVisible()


def test_enter_revokes_nothing(expected: ExpectedPage, qtbot: QtBot) -> None:
    expected.other.click()
    one = Standing("a" * 32, "王阿姨", "domestic", "3-1-1202", (1, 2), "08:00-12:00", "12-31", "", "")
    expected.show_model(ExpectedModel(standing=(one,), may_pass=True, may_revoke=True, loaded=True))
    pressed: list[bool] = []
    expected.standing.revoke.clicked.connect(lambda: pressed.append(True))
    qtbot.keyClick(expected.standing.table, Qt.Key.Key_Return)
    assert expected.standing.revoke.hasFocus()
    assert pressed == []


def test_a_form_without_a_household_says_what_is_missing(expected: ExpectedPage) -> None:
    expected.new.click()
    expected.announce.save.click()
    assert expected.announce.door.error()
    assert expected.on_back()
    assert expected.announced.isVisible()
    expected.other.click()
    expected.new.click()
    expected.give.save.click()
    assert expected.give.door.error()
    assert expected.give._name.error()
