"""Views of the public screen's pages, in both languages: what hangs, what is written, the emergency, the briefing."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.core.clock import HOUR_MS
from desk.screen import service
from desk.screen.rules import Kind, Wanted
from tests.ui.pages.gate import DeskNow, Shell
from ui import i18n
from ui.pages.briefing.model import BriefingModel, Shift
from ui.pages.briefing.presenter import BriefingPresenter
from ui.pages.briefing.view import BriefingPage
from ui.pages.screen.model import Place, Where
from ui.pages.screen.presenter import ScreenPresenter
from ui.pages.screen.view import ScreenPage
from ui.pages.takeover.presenter import TakeoverPresenter
from ui.pages.takeover.view import TakeoverPage
from ui.shell.ports import Ports


def stand(qtbot: QtBot, page: Any, **arguments: Any) -> Any:
    qtbot.addWidget(page)
    page.resize(1196, 617)
    page.show()
    qtbot.waitExposed(page)
    page.on_show(**arguments)
    return page


@pytest.fixture
def page(qtbot: QtBot, ports: Ports) -> ScreenPage:
    return stand(qtbot, ScreenPage(ScreenPresenter(ports)))


def hang(desk: DeskNow, title: str = "周六停水") -> None:
    now = desk.clock.now_ms()
    desk.do(lambda u: service.save(u, Wanted(Kind.NOTICE, title, "请接水", now, now + HOUR_MS)))


def test_an_empty_list_says_how_to_begin(page: ScreenPage) -> None:
    assert page.heading() == "公示屏现在没有公告"
    assert page.list._empty.isVisible()
    assert page.main_button() is not None


def test_a_notice_is_written_seen_and_hung(page: ScreenPage, qtbot: QtBot, shell: Shell) -> None:
    page.press_main()
    assert page.section == "edit"
    assert not page.form._approver.isVisible()
    page.form.title.setText("周六停水")
    page.form.words.setPlainText("请打 10400001234")
    qtbot.waitUntil(lambda: "电话" in page.form._lint.text())
    assert page.form.picture.shown.turns[0].title == "周六停水"
    page.press_main()
    assert shell.problems == ["screen.looks_like.phone"]
    assert page.section == "edit", "what was written stays"
    page.form.words.setPlainText("请提前接水")
    qtbot.waitUntil(lambda: not page.form._lint.text())
    page.press_main()
    assert page.section == "list"
    assert [row.row.title for row in page.list.rows] == ["周六停水"]
    assert page.heading() == "公示屏正在放 1 条公告"


def test_an_announcement_asks_who_approved_it(page: ScreenPage, shell: Shell) -> None:
    page.press_main()
    page.form.kind.set_key("official")
    page.form._on_kind()
    assert page.form._approver.isVisible()
    page.form.title.setText("公示")
    page.press_main()
    assert shell.problems == ["screen.approver_missing"]


def test_half_written_words_live_over_a_change_of_language(qtbot: QtBot, page: ScreenPage, ports: Ports) -> None:
    page.press_main()
    page.form.title.setText("写到一半")
    draft = page.draft()
    i18n.install("en")
    other = stand(qtbot, ScreenPage(ScreenPresenter(ports)))
    other.restore(draft)
    assert other.section == "edit"
    assert other.form.title.text() == "写到一半"
    assert other.heading() == "Write a notice"


def test_taken_down_with_one_press_and_offered_back(page: ScreenPage, desk: DeskNow, shell: Shell) -> None:
    hang(desk)
    page.refresh()
    page.list.rows[0].down.click()
    page.refresh()
    assert shell.said == ["已撤下：周六停水"]
    assert page.list.rows[0].row.state == "retracted"
    assert not page.list.rows[0].down.isVisibleTo(page)


def test_esc_leads_from_a_panel_to_the_list_and_then_away(page: ScreenPage) -> None:
    for section in ("monitor", "sentences", "numbers"):
        page.open(section)
        assert page.on_back()
        assert page.section == "list"
    assert not page.on_back()


def test_the_monitor_panel_says_where_it_is(page: ScreenPage) -> None:
    told: list[tuple[str, bool, str]] = []
    page.monitor.chosen.disconnect()
    page.monitor.chosen.connect(lambda *said: told.append(said))
    page.open("monitor")
    assert page.monitor._none.isVisible()
    hall = Place("HDMI-1|S|M", "HDMI-1", "Maker", "1920 × 1080")
    page.monitor.show_where(Where(True, "HDMI-1", False, hall.key, "dark", (hall,)))
    assert "HDMI-1" in page.monitor._says.text()
    assert page.monitor.place.key() == hall.key
    page.monitor.place.set_key("")
    page.monitor._on_picked()
    assert told == [("", False, "dark")]
    page.monitor.show_where(Where(True, "", True, "", "", (hall,)))
    assert "没有接上" in page.monitor._says.text()


def test_sentences_are_shown_and_saved(page: ScreenPage, shell: Shell) -> None:
    page.open("sentences")
    assert page.sentences.pairs()[0][0]
    page.sentences._rows[0][0].editor.setText("着火了，快走")  # type: ignore[attr-defined]
    page.press_main()
    assert page.section == "list"
    assert page.model.sentences[0][0] == "着火了，快走"


def test_the_emergency_card_marks_what_stands(qtbot: QtBot, ports: Ports) -> None:
    page = stand(qtbot, TakeoverPage(TakeoverPresenter(ports)), now=True)
    assert page.heading().startswith("公示屏正在显示：")
    assert [button.isEnabled() for button in page.shows] == [False, True, True, True]
    page.shows[1].click()
    assert [button.isEnabled() for button in page.shows] == [True, False, True, True]
    assert page._hint.isVisible(), "no public screen here"
    qtbot.keyClick(page, Qt.Key.Key_Return)
    assert page.heading() == "要在公示屏上显示哪一句？"
    assert not page.end.isVisible()


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_the_briefing_says_no_name_aloud(qtbot: QtBot, ports: Ports, lang: str) -> None:
    i18n.install(lang)
    page = stand(qtbot, BriefingPage(BriefingPresenter(ports)))
    page.show_model(
        BriefingModel(
            True, 8, (Shift("08:00", "11:00", "门岗", ("王老师", "张建国"), now=True), Shift("06:00", "07:00", "早班", (), over=True)),
            (("09:00", "11:00", "接待室"),), 4, "09:30", 12, 1, 2, 1, 7, 1, 1, 2, ("停水",), True,
        )
    )  # fmt: skip
    shown = "\n".join(words.text() for words in page.words.values())
    assert "王老师" in shown
    spoken = page.spoken()
    assert not any(name in spoken for name in ("王", "张建国", "停水"))
    assert "7" in spoken
    assert "08:00" in spoken
    assert ("早上好" if lang == "zh_CN" else "Good morning") in page.heading()
