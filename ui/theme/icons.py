"""Icons: Tabler outline drawings from `resources/icons`, drawn in a token colour at any size and pixel density."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap

from ui.theme.resources import RESOURCES

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer


@cache
def names() -> tuple[str, ...]:
    """Every icon there is."""
    return tuple(sorted(p.stem for p in (RESOURCES / "icons").glob("*.svg")))


def known(name: str) -> str:
    """The name, if it is one of `names()` or ""; raises FileNotFoundError where the mistake is made, not while painting."""
    if name and name not in names():
        raise FileNotFoundError(f"no icon {name!r} in resources/icons")
    return name


@cache
def _source(name: str) -> str:
    return (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=256)
def _renderer(name: str, color: str) -> QSvgRenderer:
    # Imported here: a window without icons does not pay for the SVG module.
    from PySide6.QtSvg import QSvgRenderer

    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", color).encode()))


def paint(painter: QPainter, name: str, rect: QRectF, color: str) -> None:
    """Draws an icon into a rectangle; raises FileNotFoundError when `name` is not one of `names()`."""
    drawing = _renderer(name, color)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing.render(painter, rect)
    painter.restore()


@lru_cache(maxsize=512)
def _pixmap(name: str, px: int, color: str, density: float) -> QPixmap:
    known(name)
    picture = QPixmap(round(px * density), round(px * density))
    picture.setDevicePixelRatio(density)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint(painter, name, QRectF(0, 0, px, px), color)
    painter.end()
    return picture


def pixmap(name: str, px: int, color: str) -> QPixmap:
    """An icon of `px` logical pixels for the densest screen attached."""
    app = QGuiApplication.instance()
    density = app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0
    return _pixmap(name, px, color, density)


def icon(name: str, px: int, color: str, disabled: str = "") -> QIcon:
    """A QIcon for actions, menus and table cells."""
    made = QIcon(pixmap(name, px, color))
    if disabled:
        made.addPixmap(pixmap(name, px, disabled), QIcon.Mode.Disabled)
    return made
