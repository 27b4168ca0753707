"""The sync page on the screen: every state in both languages, the two big buttons, nothing secret left behind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.codes.reads_twice import UsedTwice
from desk.core.clock import HOUR_MS, MINUTE_MS, SiteTime
from desk.core.errors import Trouble
from desk.sync.enrolling import Invitation
from desk.sync.reads_conflicts import Conflict, Side, Values
from desk.sync.reads_now import AsideLines, RefusedLine, SyncNow, WaitingKind
from desk.sync.reads_site import Other
from desk.sync.rules_now import Ages, State
from tests.ui.audit_words import cut_off
from ui import i18n
from ui.pages.sync.model import Double, Found, Panel, SyncModel
from ui.pages.sync.view import SyncPage
from ui.shell.strip import StripWords

NOW = 1_795_000_000_000
AGES = Ages(NOW, waiting=41, oldest_at=NOW - 2 * HOUR_MS, agreed_at=NOW - 3 * HOUR_MS, pulled_at=NOW - 3 * HOUR_MS)
ONE = Conflict(
    7, "person", "e" * 32, "phone", "欧阳*", Side("*******2222", "text", "王老师", NOW - HOUR_MS, "北门"),
    Side("*******1111", "text", "陈老师", NOW - 2 * HOUR_MS), NOW, True, True, True,
)  # fmt: skip
FULL = Found(
    SyncNow(State.NO_LINE, AGES, 1, 2, 3, "sync.tls", "https://hub.example.org"),
    (WaitingKind("visit_event", 30, 0, NOW - 2 * HOUR_MS), WaitingKind("unknown", 11, 0, NOW)),
    (
        RefusedLine("a" * 32, "setting", "wire.field_unknown", NOW),
        RefusedLine("b" * 32, "goods", "wire.too_large", NOW),
    ),
    (AsideLines("parcel", "sync.newer_kind", 3, NOW),),
    (ONE,),
    (UsedTwice(3, "c" * 32, "P-1", "3-1-12**", NOW - HOUR_MS, "南门", NOW, "北门"),),
    (Double("household", "3-1-12**", 2, "d" * 32), Double("person", "欧阳*", 2)),
    (Other("北门", "a1b2", NOW - MINUTE_MS), Other("", "c3d4", NOW - HOUR_MS), Other("东门", "", None)),
)


class Desk:
    """Remembers what the view asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[Any, ...]] = []
        self.show = self.told = self.wrong_value = None
        self.time = SiteTime()

    def local(self, at: int) -> Any:
        return self.time.local(at)

    def day(self, at: int) -> Any:
        return self.time.day(at)

    def now_ms(self) -> int:
        return NOW

    def __getattr__(self, name: str) -> Any:
        return lambda *args: self.asked.append((name, *args))


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> Iterator[SyncPage]:
    made = SyncPage(desk)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(1200, 620)
    made.show()
    yield made
    i18n.install(i18n.SOURCE)


def model(found: Found | None = FULL, **fields: Any) -> SyncModel:
    return SyncModel(
        found=found, may_link=True, may_note=True, may_reveal=True, has_line=True, may_carry=True, **fields
    )


def state_of(state: State, **ages: Any) -> Found:
    return Found(SyncNow(state, replace(AGES, **ages)))


def draw(page: SyncPage, shown: SyncModel) -> None:
    """Show a model, and let what follows from it happen."""
    page.show_model(shown)
    for _ in range(3):
        QApplication.processEvents()


def chinese(text: str) -> bool:
    return any("\u4e00" <= c <= "\u9fff" for c in text)


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
@pytest.mark.parametrize("state", list(State))
def test_every_state_says_how_it_stands_and_what_to_do(page: SyncPage, lang: str, state: State) -> None:
    i18n.install(lang)
    draw(page, model(state_of(state, linked=state is not State.ALONE, copied_at=NOW, went_back_at=NOW)))
    assert page.heading()
    assert chinese(page.heading()) == (lang == "zh_CN")
    main = page.main_button()
    assert main is not None
    assert main.isEnabled()
    assert cut_off(page) == []


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
@pytest.mark.parametrize("panel", list(Panel))
def test_every_panel_full(page: SyncPage, lang: str, panel: Panel) -> None:
    i18n.install(lang)
    invitation = Invitation('{"h":1}', "", NOW + 14 * MINUTE_MS)
    draw(page, model(panel=panel, chosen=7, invitation=invitation, wrong=Trouble("sync.no_line")))
    assert page.heading()
    assert "{" not in page.heading()
    assert cut_off(page) == []


def test_alone_the_words_are_quiet(page: SyncPage) -> None:
    draw(page, model(state_of(State.ALONE, linked=False, agreed_at=None)))
    assert page.heading() == "这台电脑自己工作，没有连中心"
    assert page.main_button().text() == "连到中心"  # type: ignore[union-attr]


def test_a_volunteer_may_look_and_not_link(page: SyncPage) -> None:
    draw(page, SyncModel(found=state_of(State.ALONE, linked=False), has_line=True))
    assert page.main_button() is None
    assert not page.home.craft.isVisible()


def test_two_values_two_buttons_and_a_field(page: SyncPage, desk: Desk) -> None:
    draw(page, model(panel=Panel.CONFLICT, chosen=7))
    assert page.heading() == "欧阳*：两个人改了电话"
    assert (page.conflict.standing.value(), page.conflict.lost.value()) == ("*******2222", "*******1111")
    page.conflict.lost.use.click()
    page.conflict.other.setText("10400003333")
    page.conflict.write.click()
    page.foot.button(0).click()
    assert desk.asked[-3:] == [("choose", "lost"), ("write_other", "10400003333"), ("ask_reason",)]
    draw(page, model(panel=Panel.CONFLICT, chosen=7, values=Values(7, "10400002222", "10400001111", 0), left_s=30))
    assert page.conflict.lost.value() == "10400001111"
    assert "30" in page.conflict.note()


def test_who_may_not_settle_sees_no_buttons(page: SyncPage) -> None:
    found = replace(FULL, conflicts=(replace(ONE, may=False),))
    draw(page, model(found, panel=Panel.CONFLICT, chosen=7))
    assert not page.conflict.lost.use.isVisible()
    assert not page.conflict.other.isVisible()
    assert "值班长" in page.conflict.note()


def test_who_when_and_at_which_gate(page: SyncPage) -> None:
    draw(page, model(panel=Panel.CONFLICT, chosen=7))
    assert page.conflict.standing._who.text().startswith("王老师 · 北门 · ")
    assert page.conflict.lost._who.text().startswith("陈老师 · ")


def test_a_row_that_says_the_same_keeps_the_keyboard(page: SyncPage) -> None:
    draw(page, model())
    rows = page.home.findChildren(type(page.home.wrong))
    button = next(row.button for row in rows if row.isVisible() and row.button.isVisible())
    button.setFocus()
    draw(page, model())
    assert page.focusWidget() is button
    assert button.isVisible()
    draw(page, model(replace(FULL, conflicts=(), passes=(), refused=(), doubles=())))
    assert not button.isVisible()


def test_rows_ask_for_what_they_say(page: SyncPage, desk: Desk) -> None:
    draw(page, model())
    for row in page.home.findChildren(type(page.home.wrong)):
        if row.isVisible() and row.button.isVisible():
            row.button.click()
    assert {"open_conflict", "note_pass", "note_refused", "open_double"} <= {asked[0] for asked in desk.asked}


def test_unlinking_is_asked_first(page: SyncPage, desk: Desk) -> None:
    draw(page, model())
    page.home.unlink.click()
    assert desk.asked[-1][0] == "ask"
    assert desk.asked[-1][1].danger


def test_files_of_a_stick(page: SyncPage, desk: Desk, tmp_path: Any) -> None:
    draw(page, model())
    page.ask_folder, page.ask_file = lambda: tmp_path, lambda: tmp_path / "a.gdcarry"
    page.home.out.click()
    page.home.inn.click()
    assert desk.asked[-2:] == [("write_stick", tmp_path), ("read_stick", tmp_path / "a.gdcarry")]


@pytest.mark.parametrize(
    ("now", "whole"),
    [
        (SyncNow(State.ALONE, replace(AGES, linked=False)), "不联网也能用 · 都存在本机"),
        (SyncNow(State.NO_LINE, AGES), "3 小时没有线路 · 待传 41 条 · 最早 2 小时前"),
        (SyncNow(State.NO_LINE, replace(AGES, waiting=0)), "3 小时没有线路 · 没有要传的"),
        (SyncNow(State.STUCK, AGES), "3 小时前与中心对齐 · 待传 41 条 · 最早 2 小时前"),
        (SyncNow(State.AGREED, replace(AGES, waiting=0, agreed_at=NOW)), "刚刚与中心对齐 · 都已存好"),
        (SyncNow(State.NEVER, replace(AGES, agreed_at=None)), "还没有与中心对齐过 · 待传 41 条 · 最早 2 小时前"),
        (SyncNow(State.NO_LINE, AGES, 1, 1), "3 小时没有线路 · 待传 41 条 · 最早 2 小时前 · 2 处要看"),
    ],
)
def test_the_strip_never_lies(qapp: Any, now: SyncNow, whole: str) -> None:
    strip = StripWords().strip(now)
    assert strip.texts[0] == whole
    assert all(len(text) <= len(whole) for text in strip.texts)
    if now.state is State.NO_LINE:
        assert all("3 小时" in text for text in strip.texts), "and so is for how long"
    if now.waiting and now.state is not State.ALONE:
        assert all("41" in text for text in strip.texts), "what waits is said however narrow it is"


@pytest.mark.parametrize(
    ("state", "tone", "icon"),
    [
        (State.ALONE, "plain", "device-desktop"), (State.AGREED, "ok", "cloud-check"), (State.SENDING, "info", "cloud-up"),
        (State.NO_LINE, "warn", "cloud-off"), (State.REVOKED, "bad", "ban"),
    ],
)  # fmt: skip
def test_colour_and_icon_say_what_the_words_say(qapp: Any, state: State, tone: str, icon: str) -> None:
    strip = StripWords().strip(SyncNow(state, AGES))
    assert (strip.tone, strip.icon) == (tone, icon)


def test_no_icon_of_the_strip_stands_for_two_things_that_differ(qapp: Any) -> None:
    looks = [(strip.tone, strip.icon) for strip in (StripWords().strip(SyncNow(state, AGES)) for state in State)]
    assert sum(tone == "ok" for tone, _ in looks) == 1, "green is for what agrees, alone"
    assert sum(icon == "cloud-off" for _, icon in looks) == 1, "a crossed-out cloud is a line that is gone"
