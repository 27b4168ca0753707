"""Applying a theme: live, whole, with the bundled font; icons in any colour and size; the gallery's sheets fit."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu, QScrollArea, QTableView, QWidget
from pytestqt.qtbot import QtBot

from ui.theme import SCHEMES, apply_theme, current, fonts, gallery, icons
from ui.theme.resources import RESOURCES
from ui.widgets import BigButton, Card, Chooser, NavRail, label


@pytest.fixture(autouse=True)
def _back_to_light(qapp: QApplication):
    apply_theme(qapp)
    yield
    apply_theme(qapp)


def test_the_bundled_font_is_used_everywhere(qtbot: QtBot, qapp: QApplication) -> None:
    widget = label("龑䶮欧阳·12", "heading")
    qtbot.addWidget(widget)
    widget.show()
    assert fonts.family() == "Noto Sans SC"
    assert QFontInfo(widget.font()).family() == "Noto Sans SC"
    assert widget.font().hintingPreference() == QFont.HintingPreference.PreferNoHinting
    assert widget.font().pixelSize() == current().text("title")
    assert QFontInfo(widget.font()).bold()


@pytest.mark.parametrize("kind", [QTableView, QMenu])
def test_lists_keep_the_font_where_the_system_has_one_of_its_own_for_them(
    kind: type[QWidget], qtbot: QtBot, qapp: QApplication
) -> None:
    family = "QAbstractItemView" if kind is QTableView else "QMenu"
    before = QApplication.font(family)
    qapp.setFont(QFont("DejaVu Sans", 7), family)  # as Windows has it
    try:
        widget = kind()
        qtbot.addWidget(widget)
        widget.ensurePolished()
        assert widget.font().family() == fonts.family()
        assert widget.font().pixelSize() == current().text()
    finally:
        qapp.setFont(before, family)


def test_a_switch_reaches_widgets_that_are_already_there(qtbot: QtBot, qapp: QApplication) -> None:
    button, words = BigButton("放行", "main"), label("欧阳*")
    card = Card()
    card.body.addWidget(button)
    card.body.addWidget(words)
    qtbot.addWidget(card)
    card.show()
    before = button.height()
    apply_theme(qapp, "dark", 40)
    qtbot.waitUntil(lambda: button.height() > before)
    assert current().scheme == "dark"
    assert words.font().pixelSize() == 40
    assert words.palette().color(QPalette.ColorRole.WindowText) == QColor(current().colors.ink)


def test_placeholder_and_disabled_text_are_readable(qtbot: QtBot, qapp: QApplication) -> None:
    field = QLineEdit()
    field.setPlaceholderText("例如 沪A12345")
    qtbot.addWidget(field)
    field.show()
    muted = QColor(current().colors.muted)
    assert field.palette().color(QPalette.ColorRole.PlaceholderText) == muted
    assert qapp.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == muted


@pytest.mark.parametrize("scheme", SCHEMES)
def test_icons_come_in_the_colour_asked_for(qapp: QApplication, scheme: str) -> None:
    apply_theme(qapp, scheme)
    color = QColor(current().colors.accent)
    picture = icons.pixmap("circle", 48, color.name()).toImage()
    ratio = picture.devicePixelRatio()
    edge = picture.pixelColor(round(24 * ratio), round(6 * ratio))
    assert (edge.red(), edge.green(), edge.blue()) == (color.red(), color.green(), color.blue())
    assert picture.pixelColor(round(24 * ratio), round(24 * ratio)).alpha() == 0


def test_every_icon_can_be_drawn_and_no_drawing_is_loaded_twice(qapp: QApplication) -> None:
    for name in icons.names():
        picture = icons.pixmap(name, 24, "#000000").toImage()
        drawn = any(picture.pixelColor(x, y).alpha() for x in range(picture.width()) for y in range(picture.height()))
        assert drawn, name


def test_an_icon_that_is_not_there_says_so(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icons.pixmap("no-such-icon", 24, "#000000")


def test_licences_go_with_the_resources() -> None:
    assert "SIL OPEN FONT LICENSE" in (RESOURCES / "fonts" / "OFL.txt").read_text(encoding="utf-8").upper()
    assert "MIT License" in (RESOURCES / "icons" / "LICENSE.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("base", [20, 24, 40])
def test_the_screens_fit_1366_by_768(qtbot: QtBot, qapp: QApplication, scheme: str, base: int) -> None:
    apply_theme(qapp, scheme, base)
    for sheet in ("today", "result"):
        widget = gallery.render(sheet, qapp)
        qtbot.addWidget(widget)
        assert (widget.width(), widget.height()) == (1366, 768), (sheet, widget.minimumSizeHint())
        rail = widget.findChild(NavRail)
        assert rail is not None
        assert rail.collapsed() == (base >= 30)
        for area in widget.findChildren(QScrollArea):
            assert not area.horizontalScrollBar().isVisible()
            if base <= 24:
                assert not area.verticalScrollBar().isVisible(), sheet


@pytest.mark.parametrize("base", [20, 24, 40])
def test_targets_are_big_enough_and_have_names(qtbot: QtBot, qapp: QApplication, base: int) -> None:
    apply_theme(qapp, "light", base)
    for sheet in gallery.SHEETS:
        widget = gallery.render(sheet, qapp)
        qtbot.addWidget(widget)
        small = [b for b in widget.findChildren(QAbstractButton) if b.isVisible() and min(b.width(), b.height()) < 48]
        assert [(type(b).__name__, b.text(), b.size().toTuple()) for b in small] == []
        main = [b for b in widget.findChildren(BigButton) if b.isVisible() and b.property("role") in ("main", "tile")]
        assert [b.text() for b in main if b.height() < 60] == []
        bare = [b for b in widget.findChildren(BigButton) if not (b.text() or b.accessibleName())]
        assert bare == []


def test_the_text_in_a_button_is_never_wider_than_its_room(qtbot: QtBot, qapp: QApplication) -> None:
    for base in (20, 24, 40):
        apply_theme(qapp, "light", base)
        button = BigButton("Register a visitor and print the slip", "tile", "user-plus", "F2")
        qtbot.addWidget(button)
        width = button.minimumSizeHint().width()
        button.resize(width, button.heightForWidth(width))
        button.show()
        room = button.width() - button._around()
        rect = button._words_rect(room)
        assert rect.width() <= room + 1
        assert rect.height() <= button.height()


def test_the_gallery_writes_a_picture(tmp_path: Path) -> None:
    out = tmp_path / "gallery.png"
    done = subprocess.run(
        [sys.executable, "-m", "ui.theme.gallery", str(out), "--sheet", "results", "--scheme", "dark"],
        cwd=RESOURCES.parent,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    assert out.read_bytes().startswith(b"\x89PNG")


def test_widgets_load_neither_multimedia_nor_svg_before_they_are_needed() -> None:
    code = "import sys, ui.widgets, ui.theme; print([m for m in sys.modules if m.startswith('PySide6.Qt')])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=RESOURCES.parent, capture_output=True, text=True, timeout=60
    )
    assert set(eval(done.stdout)) == {"PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets"}


def test_making_widgets_opens_no_windows(qtbot: QtBot, qapp: QApplication) -> None:
    before = {w for w in qapp.topLevelWidgets() if w.isVisible()}
    made: list[QWidget] = [build() for build, _ in gallery.SHEETS.values()]
    for widget in made:
        qtbot.addWidget(widget)
    assert {w for w in qapp.topLevelWidgets() if w.isVisible()} <= before


def test_the_chooser_of_the_gallery_shows_its_choice(qtbot: QtBot, qapp: QApplication) -> None:
    widget = gallery.render("controls", qapp)
    qtbot.addWidget(widget)
    chooser = widget.findChild(Chooser)
    assert chooser is not None
    assert chooser.choice() == "domestic"
