"""PhotoRow: take a picture with the camera of the window, or choose files, and see what was taken.

`PhotoRow(take, camera)`: each picture is looked at first (ui.matters.cover), then `take(bytes)` is called with a JPEG.
`show_photos(names)` says which belong to it, `show_picture(name, bytes)` draws one, also while it has not come here yet (None).
Signal `removed(name)`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QToolButton, QVBoxLayout, QWidget

from ui.hardware import pictures
from ui.matters import cover
from ui.matters.camera import Camera, Taken
from ui.theme import current
from ui.widgets import BigButton, DialogCard, FlowLayout, Themed, label, show_if

MOST = 6  # as desk.hearings.rules.MOST_PHOTOS
Make = Callable[[], QImage]


class PhotoRow(Themed, QWidget):
    """own: a picture may be taken out again, because the form is still open."""

    removed = Signal(str)

    def __init__(self, take: Callable[[bytes], None], camera: Camera, own: bool = True) -> None:
        super().__init__()
        self._take, self._camera, self._own = take, camera, own
        self.shoot, self.choose = BigButton("", "row", "camera"), BigButton("", "row", "photo")
        self._count = label("", "muted", wrap=False)
        self._thumbs: dict[str, QToolButton] = {}
        self._data: dict[str, bytes] = {}
        self._waiting: list[Make] = []
        self.card: DialogCard | None = None  # over the window while a picture is looked at
        holder, small = QWidget(), QWidget()
        for part in (holder, small):
            part.setProperty("role", "clear")
        line = FlowLayout(holder, gap="s")
        for widget in (self.shoot, self.choose, self._count):
            line.addWidget(widget)
        self._line, self._small = FlowLayout(small, gap="s"), small
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (holder, small):
            column.addWidget(part)
        self.shoot.clicked.connect(self._on_shoot)
        self.choose.clicked.connect(self._on_choose)
        self._names: tuple[str, ...] = ()
        self._may = True
        self.ready()

    def show_photos(self, names: Sequence[str]) -> None:
        """Which pictures belong to it; a small one of each once it is here."""
        self._names = tuple(names)
        for name in [one for one in self._thumbs if one not in names]:
            thumb = self._thumbs.pop(name)
            self._line.removeWidget(thumb)
            thumb.hide()
            thumb.deleteLater()
            self._data.pop(name, None)
        for name in names:
            if name not in self._thumbs:
                self._thumbs[name] = self._thumb(name)
        self._say()

    def lacks(self) -> tuple[str, ...]:
        """Those that are not drawn yet."""
        return tuple(name for name in self._names if name not in self._data)

    def show_picture(self, name: str, data: bytes | None) -> None:
        """Draw one, if it belongs here."""
        thumb, image = self._thumbs.get(name), pictures.image_of(data)
        if thumb is not None and data and not image.isNull():
            self._data[name] = data
            thumb.setIcon(QIcon(QPixmap.fromImage(_square(image))))
        self._say()

    def data(self, name: str) -> bytes | None:
        """What was drawn, None while it has not come."""
        return self._data.get(name)

    def set_open(self, can: bool) -> None:
        """Whether more may be added."""
        self._may = can
        self._say()

    def add_file(self, path: Path) -> None:
        """Take a file as if it were chosen in the dialog."""
        self._add(lambda: pictures.from_file(path))

    def retranslate(self) -> None:
        self.shoot.setText(self.tr("拍照"))
        self.choose.setText(self.tr("选照片"))
        for thumb in self._thumbs.values():
            thumb.setAccessibleName(self.tr("看照片"))
        self._say()

    def restyle(self) -> None:
        side = current().height("row")
        for thumb in self._thumbs.values():
            thumb.setFixedSize(side, side)
            thumb.setIconSize(QSize(side, side))

    def _say(self) -> None:
        n, coming = len(self._names), len(self.lacks())
        words = self.tr("{n} 张照片", "", n).format(n=n) if n else self.tr("没有照片")
        if coming:
            words = self.tr("{words}，{n} 张还没传到这里").format(words=words, n=coming)
        self._count.setText(words)
        for name, thumb in self._thumbs.items():
            show_if(thumb, name in self._data)
        show_if(self._small, bool(self._data))
        for button in (self.shoot, self.choose):
            show_if(button, self._may and n < MOST)

    def _thumb(self, name: str) -> QToolButton:
        made = QToolButton()
        made.setAccessibleName(self.tr("看照片"))
        side = current().height("row")
        made.setFixedSize(side, side)
        made.setIconSize(QSize(side, side))
        made.clicked.connect(lambda: self._on_open(name))
        self._line.addWidget(made)
        show_if(made, False)
        return made

    def _on_open(self, name: str) -> None:
        image = pictures.image_of(self._data.get(name))
        if not image.isNull():
            self.card = cover.look(self.window(), image, (lambda: self.removed.emit(name)) if self._own else None)

    def _on_shoot(self) -> None:
        image = self._camera.still()
        if image is not None:
            self._add(lambda: image)

    def _on_choose(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self, self.tr("选照片"), "", self.tr("照片 (*.jpg *.jpeg *.png *.webp)")
        )
        for name in names:
            self.add_file(Path(name))

    # -- one after another: each is looked at before it is kept

    def _add(self, make: Make) -> None:
        self._waiting.append(make)
        if len(self._waiting) == 1:
            self._camera.look(make, self._on_taken, self._next)

    def _next(self) -> None:
        """The one that was looked at is done with."""
        self._waiting.pop(0)
        if len(self._names) >= MOST:
            self._waiting.clear()
        if self._waiting:
            self._camera.look(self._waiting[0], self._on_taken, self._next)

    def _on_taken(self, taken: Taken) -> None:
        self.card = cover.ask(self.window(), taken, lambda make: self._camera.keep(make, self._take))
        self.card.closed.connect(lambda _: self._next())


def _square(image: QImage) -> QImage:
    """The middle of a picture, as small as it is shown."""
    side = current().height("row")
    grown = image.scaled(
        side, side, Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    )
    return grown.copy((grown.width() - side) // 2, (grown.height() - side) // 2, side, side)
