"""Choosing a camera: the cameras by name, a large live picture, and a sentence about how it is. Used by the first run and the settings.

`CameraChoice()`; `watch(eyes)` joins it to the cameras of the run (None: still being made), `leave()` lets go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.hardware.choice import Choice as Camera
from ui.shell.preview import Preview
from ui.texts import sentence
from ui.theme import current
from ui.widgets.form import Field
from ui.widgets.pickers import PickBox
from ui.widgets.pill import Pill
from ui.widgets.themed import Themed, label

if TYPE_CHECKING:
    from ui.eyes import Eyes
    from ui.hardware.eye import Glimpse

SHAPE = (16, 9)
TONES = {
    "camera.working": ("ok", "circle-check"),
    "camera.opening": ("info", "hourglass"),
    "camera.off": ("plain", "camera-off"),
}


class Lens(Preview):
    """The live picture, large; nothing to press."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def restyle(self) -> None:
        wide = round(current().text() * 16)
        self.setFixedSize(wide, wide * SHAPE[1] // SHAPE[0])

    def retranslate(self) -> None:
        super().retranslate()
        self.setAccessibleName(self.tr("摄像头画面"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.ignore()


class CameraChoice(Themed, QWidget):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._eyes: Eyes | None = None
        self.lens = Lens()
        self.box = PickBox()
        self.box.picked.connect(self._on_picked)
        self._field = Field("", self.box)
        self.state, self._says = Pill("", "info"), label("", "")
        right = QVBoxLayout()
        right.addWidget(self._field)
        right.addWidget(self.state, 0, Qt.AlignmentFlag.AlignLeft)
        right.addWidget(self._says)
        right.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.lens, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(right, 1)
        self.ready()

    def watch(self, eyes: Eyes | None) -> None:
        """Show the pictures of these eyes from now on."""
        if eyes is None or eyes is self._eyes:
            self._show()
            return
        self._eyes = eyes
        eyes.glimpsed.connect(self._on_glimpse)
        eyes.cameras.state.connect(self._show)
        eyes.cameras.listed.connect(self._show)
        self._show()

    def leave(self) -> None:
        """Hidden or left: no pictures any more."""
        eyes, self._eyes = self._eyes, None
        if eyes is not None:
            eyes.glimpsed.disconnect(self._on_glimpse)
            eyes.cameras.state.disconnect(self._show)
            eyes.cameras.listed.disconnect(self._show)

    def _on_glimpse(self, glimpse: Glimpse) -> None:
        if self.isVisible():
            self.lens.show_picture(glimpse.picture)

    def _on_picked(self, key: str) -> None:
        if self._eyes is not None:
            self._eyes.cameras.choose(Camera.parse(key))

    def _show(self, *_: object) -> None:
        code = self._eyes.cameras.code if self._eyes is not None else "camera.opening"
        self.lens.show_code(code)
        tone, icon = TONES.get(code, ("warn", "alert-triangle"))
        words = {
            "camera.working": self.tr("正常"),
            "camera.opening": self.tr("正在打开"),
            "camera.off": self.tr("已关闭"),
        }.get(code, self.tr("请看一下"))
        self.state.show_state(tone, icon, words)
        self._says.setText(sentence(code))
        if self._eyes is not None:
            self._list(self._eyes)

    def _list(self, eyes: Eyes) -> None:
        rows = [("auto", self.tr("自动选择"))]
        cameras = eyes.cameras.cameras()
        rows += [(Camera("camera", one.id, one.name).text(), one.name) for one in cameras]
        now = eyes.cameras.choice
        if now.kind == "camera" and now.text() not in dict(rows):
            rows.append((now.text(), self.tr("{name}（没有插上）").format(name=now.name or "?")))
        rows += [("demo", self.tr("演示画面（练习用）")), ("off", self.tr("不用摄像头"))]
        if now.kind not in ("auto", "camera", "demo", "off"):
            rows.append((now.text(), self.tr("文件或网络画面")))
        self.box.set_choices(rows)
        self.box.set_key(now.text())

    def restyle(self) -> None:
        self._row.setSpacing(current().space("xl"))

    def retranslate(self) -> None:
        self._field.set_words(self.tr("用哪个摄像头"))
        self._show()
