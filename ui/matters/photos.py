"""PhotoRow: take a picture with the camera of the window, or choose a file, and see what was taken.

`PhotoRow(take, no_camera, eyes)`: `take(make)` is called with a function that answers JPEG bytes; `show_photos(names)` counts
them, `show_picture(name, bytes)` draws one. Signal `opened(name)`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QToolButton, QWidget

from ui.hardware import pictures
from ui.theme import current
from ui.widgets import BigButton, Themed, label, show_if

Make = Callable[[], bytes]


class PhotoRow(Themed, QWidget):
    opened = Signal(str)

    def __init__(self, take: Callable[[Make], None], no_camera: Callable[[], None], eyes: Callable[[], Any]) -> None:
        super().__init__()
        self._take, self._no_camera, self._eyes = take, no_camera, eyes
        self.shoot, self.choose = BigButton("", "row", "camera"), BigButton("", "row", "photo")
        self._count = label("", "muted", wrap=False)
        self._thumbs: dict[str, QToolButton] = {}
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        for widget in (self.shoot, self.choose, self._count):
            self._line.addWidget(widget)
        self._line.addStretch(1)
        self.shoot.clicked.connect(self._on_shoot)
        self.choose.clicked.connect(self._on_choose)
        self._names: tuple[str, ...] = ()
        self.ready()

    def show_photos(self, names: Sequence[str]) -> None:
        """Which pictures belong to it; a small one of each once it is here."""
        self._names = tuple(names)
        for name in [one for one in self._thumbs if one not in names]:
            self._thumbs.pop(name).deleteLater()
        for name in names:
            if name not in self._thumbs:
                self._thumbs[name] = self._thumb(name)
        self._say()

    def show_picture(self, name: str, data: bytes | None) -> None:
        thumb = self._thumbs.get(name)
        image = pictures.image_of(data)
        if thumb is not None and not image.isNull():
            side = current().height("row")
            small = image.scaled(
                side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            )
            thumb.setIcon(QIcon(QPixmap.fromImage(small)))
            thumb.setIconSize(QSize(side, side))
            show_if(thumb, True)

    def set_open(self, can: bool) -> None:
        """Whether more may be added."""
        show_if(self.shoot, can)
        show_if(self.choose, can)

    def add_file(self, path: Path) -> None:
        """Take a file as if it were chosen in the dialog."""
        self._take(lambda: pictures.from_file(path))

    def retranslate(self) -> None:
        self.shoot.setText(self.tr("拍照"))
        self.choose.setText(self.tr("选照片"))
        self._say()

    def _say(self) -> None:
        n = len(self._names)
        self._count.setText(self.tr("{n} 张照片", "", n).format(n=n) if n else self.tr("没有照片"))

    def _thumb(self, name: str) -> QToolButton:
        made = QToolButton()
        made.setAccessibleName(self.tr("看照片"))
        made.setFixedSize(current().height("row"), current().height("row"))
        made.clicked.connect(lambda: self.opened.emit(name))
        self._line.insertWidget(self._line.count() - 1, made)
        show_if(made, False)
        return made

    def _on_shoot(self) -> None:
        eyes = self._eyes()
        gray = eyes.still() if eyes is not None else None
        if gray is None:
            self._no_camera()
        else:
            self._take(lambda: pictures.from_camera(gray))

    def _on_choose(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self, self.tr("选照片"), "", self.tr("照片 (*.jpg *.jpeg *.png *.webp)")
        )
        for name in names:
            self.add_file(Path(name))
