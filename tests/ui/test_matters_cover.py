"""A photo before it is kept: drag paints over, a tap uncovers, the keyboard does both, and only what is seen is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui import i18n
from ui.hardware import faces
from ui.matters import cover
from ui.matters.camera import Taken
from ui.widgets import label

FACE = QRect(100, 50, 60, 80)


@pytest.fixture(autouse=True)
def chinese_again() -> Iterator[None]:
    yield
    i18n.install("zh_CN")


@pytest.fixture
def pad(qtbot: QtBot) -> cover.CoverPad:
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    made = cover.CoverPad(Taken(image, (FACE,)), QSize(200, 400))
    qtbot.addWidget(made)
    made.show()
    return made


def is_covered(pad: cover.CoverPad, x: int, y: int) -> bool:
    return pad.image().pixelColor(x, y).name() == faces.COVER.name()


def test_a_drag_paints_over_and_a_tap_uncovers(pad: cover.CoverPad, qtbot: QtBot) -> None:
    assert pad.size() == QSize(200, 150), "whole, however large it is"
    assert is_covered(pad, 120, 80)
    assert not is_covered(pad, 300, 200)
    qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(140, 90))
    qtbot.mouseMove(pad, QPoint(160, 110))
    qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(170, 120))
    assert is_covered(pad, 300, 200)
    qtbot.mouseClick(pad, Qt.MouseButton.LeftButton, pos=QPoint(60, 40))
    assert not is_covered(pad, 120, 80)
    assert is_covered(pad, 300, 200)
    qtbot.mouseClick(pad, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert len(pad.boxes) == 1, "a tap beside does nothing"
    qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=QPoint(190, 140))
    qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=QPoint(900, 900))
    assert pad.boxes[-1].right() <= 399, "never outside the picture"


def test_the_keyboard_paints_over_too(pad: cover.CoverPad, qtbot: QtBot) -> None:
    for _ in range(40):
        qtbot.keyClick(pad, Qt.Key.Key_Right)
        qtbot.keyClick(pad, Qt.Key.Key_Down)
    for _ in range(2):
        qtbot.keyClick(pad, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(pad, Qt.Key.Key_Space)
    assert len(pad.boxes) == 2
    assert pad.boxes[-1].bottom() == 299
    assert is_covered(pad, pad.boxes[-1].center().x(), pad.boxes[-1].center().y())
    qtbot.keyClick(pad, Qt.Key.Key_Space)
    assert pad.boxes == [FACE]


@pytest.mark.parametrize(
    ("lang", "some", "none"), [("zh_CN", "找到 1 张脸", "没有找到脸"), ("en", "1 face was found", "No face was found")]
)
def test_only_what_was_looked_at_is_used(qtbot: QtBot, lang: str, some: str, none: str) -> None:
    i18n.install(lang)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    image = QImage(1600, 1200, QImage.Format.Format_RGB32)
    used: list[Callable[[], QImage]] = []
    for found, words in (((FACE,), some), ((), none)):
        for result in ("yes", ""):
            card = cover.ask(window, Taken(image, found), used.append)
            texts = [one.text() for one in card.findChildren(type(label("")))]
            assert any(words in text for text in texts), texts
            card.finish(result)
    assert len(used) == 2
    assert used[0]().pixelColor(120, 80).name() == faces.COVER.name()
