"""The screen draws only what changed, nothing smaller than 48 px at 1080p, and an emergency over everything."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from desk.screen.rules import LineKind, Named, Number
from tests.ui.public_screen.test_model import LI, NOW, WANG, board, item, line
from ui import i18n
from ui.public_screen import ink, pictures
from ui.public_screen.canvas import Canvas
from ui.public_screen.model import Alarm, Head, Shown, What, notice, shown
from ui.theme.tokens import SCHEMES

SIZES = [(1920, 1080), (3840, 2160), (1366, 768), (1080, 1920), (1280, 1024)]


def full() -> Shown:
    week = tuple(line(day, hour, WANG, LI) for day in range(7) for hour in (6, 9, 14))
    notices = (item("停水", text="周六上午停水，请提前接水。\n" * 4), item("公示", text="长" * 240))
    sittings = (line(2, 9, LI, WANG, kind=LineKind.SITTING),)
    return shown(
        board(week=week, notices=notices, sittings=sittings, open_matters=7, numbers=(Number("物业", "12345"),)), NOW
    )


@pytest.fixture
def canvas(qtbot: Any) -> Canvas:
    made = Canvas()
    qtbot.addWidget(made)
    made.resize(1920, 1080)
    made.show()
    qtbot.waitExposed(made)
    return made


def settle(canvas: Canvas, qtbot: Any) -> int:
    before = -1
    while before != canvas.painted():
        before = canvas.painted()
        qtbot.wait(30)
    return before


def test_nothing_is_drawn_while_nothing_changes(canvas: Canvas, qtbot: Any) -> None:
    canvas.show_shown(full())
    drawn = settle(canvas, qtbot)
    for _ in range(5):
        canvas.show_shown(full())
    assert settle(canvas, qtbot) == drawn


def test_a_new_minute_draws_the_head_alone(canvas: Canvas, qtbot: Any) -> None:
    screen = full()
    canvas.show_shown(screen)
    settle(canvas, qtbot)
    before = [panel.painted for panel in canvas._panels()]
    canvas.show_shown(replace(screen, head=replace(screen.head, time="09:41")))
    settle(canvas, qtbot)
    after = [panel.painted for panel in canvas._panels()]
    assert [now - then for now, then in zip(after, before, strict=True)] == [1, 0, 0, 0, 0]


def test_pictures_take_turns_and_one_alone_needs_no_timer(canvas: Canvas, qtbot: Any) -> None:
    canvas.show_shown(full())
    assert canvas._turn.isActive()
    first = canvas.rotation.now
    canvas._on_turn()
    assert canvas.rotation.now != first
    assert canvas.picture.model == canvas.rotation.now
    canvas.show_shown(shown(board(notices=(item("甲"),)), NOW))
    assert not canvas._turn.isActive()
    canvas.show_shown(full())
    canvas.hide()
    assert not canvas._turn.isActive(), "out of sight nothing ticks"


def test_an_emergency_covers_everything_and_goes_again(canvas: Canvas) -> None:
    screen = full()
    canvas.show_shown(replace(screen, alarm=Alarm("火警", "走楼梯")))
    assert canvas.alarm.isVisible()
    assert canvas.alarm.geometry() == canvas.rect()
    assert not canvas._turn.isActive()
    canvas.show_shown(screen)
    assert not canvas.alarm.isVisible()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_no_letter_is_smaller_than_can_be_read(
    size: tuple[int, int], lang: str, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every font a panel asks for, and every line, on every monitor."""
    asked: list[float] = []
    letters = ink.Look.letters
    monkeypatch.setattr(
        ink.Look, "letters", lambda look, px, bold=False: (asked.append(px), letters(look, px, bold))[1]
    )
    i18n.install(lang)
    made = Canvas()
    qtbot.addWidget(made)
    made.resize(*size)
    for screen in (full(), shown(board(), NOW), replace(full(), alarm=Alarm("火警", "走楼梯"))):
        made.show_shown(screen)
        for _ in screen.turns:
            assert not made.grab().isNull()
            made._on_turn()
    i18n.install("zh_CN")
    assert asked
    assert min(asked) >= ink.LEAST


def test_three_who_receive_together_all_stand_in_a_row(qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    rooms: dict[str, tuple[float, float]] = {}
    drawn = pictures.line

    def watched(painter: Any, look: ink.Look, rect: QRectF, text: str, size: float, *rest: Any, **more: Any) -> float:
        rooms[text] = (ink.width_of(look, text, ink.LEAST, more.get("bold", False)), rect.width())
        return drawn(painter, look, rect, text, size, *rest, **more)

    monkeypatch.setattr(pictures, "line", watched)
    three = (WANG, LI, Named("王*红老师", "owners"))
    made = Canvas()
    qtbot.addWidget(made)
    made.resize(1920, 1080)
    week = (replace(line(3, 9, *three), title="上午接待"), line(3, 14, WANG, LI))
    made.show_shown(shown(board(week=week), NOW))
    made.grab()
    wide, room = rooms["王、李、王*红老师"]
    assert wide <= room
    assert "王老师、李老师" in rooms


def test_a_notice_of_any_length_stands_whole_in_its_picture(qtbot: Any) -> None:
    """What the estimate of lines calls one picture fits one in the letters of the screen."""
    for text in ("长" * 240, "\n".join(["一行字"] * 8), "word " * 60, "一二三四五六七八九十" * 17 + "\nAB12 " * 9):
        for turn in notice("x", "标题" * 15, text, official=True):
            metrics = QFontMetricsF(ink.font(ink.LEAST))
            flags = 0x1000 | 0x1 | 0x20
            box = metrics.boundingRect(QRectF(0, 0, 1920 - 560 - 144, 1e6), flags, turn.text)
            assert box.height() <= 1080 - 180 - 116 - 36 - 76 - 24 - 40 - 174, turn.text


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_scheme_is_drawn(canvas: Canvas, scheme: str) -> None:
    canvas.show_shown(full())
    canvas.set_scheme(scheme)
    assert not canvas.grab().isNull()


def test_another_language_is_drawn_anew(canvas: Canvas, qtbot: Any) -> None:
    canvas.show_shown(full())
    drawn = settle(canvas, qtbot)
    canvas.say_again()
    assert settle(canvas, qtbot) > drawn


def test_before_anything_is_known_the_screen_is_quiet(qtbot: Any) -> None:
    made = Canvas()
    qtbot.addWidget(made)
    assert made.shown.turns[0].what is What.QUIET
    assert made.shown.head == Head()
