"""A photo for a card: asked for by itself, taken now, printed, and kept nowhere. Saying no is a button of the same size.

`ask(window, ports, taken)`: `taken(image)` gets the face cut out, once; it is not called for a no, or without a face.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from desk.core.errors import Refused
from ui.matters.camera import Camera, Taken
from ui.paper import portrait
from ui.widgets.dialog_card import DialogCard

if TYPE_CHECKING:
    from ui.shell.ports import Ports


def ask(window: QWidget, ports: Ports, taken: Callable[[QImage], None]) -> DialogCard:
    """A consent of its own: not the one to faces, and not a condition of the card."""
    card = DialogCard(
        window,
        QCoreApplication.translate("Portrait", "卡上印本人照片吗？"),
        QCoreApplication.translate(
            "Portrait",
            "请本人站到摄像头前面，自己决定。照片只印在这张卡上：不保存，也不用来刷脸。不印照片，卡一样能用。",
        ),
    )
    card.add_button(QCoreApplication.translate("Portrait", "本人同意，拍一张"), "quiet", "yes")
    card.add_button(QCoreApplication.translate("Portrait", "不印照片"), "quiet", "", "Esc")
    card.closed.connect(lambda result: _take(ports, taken) if result == "yes" else None)
    card.open()
    return card


def _take(ports: Ports, taken: Callable[[QImage], None]) -> None:
    camera = Camera(ports)
    image = camera.still()
    if image is None:
        return

    def found(one: Taken) -> None:
        if not one.faces:
            ports.say.problem(Refused("picture.no_face"))
            return
        taken(portrait.cut(one.image, max(one.faces, key=lambda face: face.width() * face.height())))

    camera.look(lambda: image, found, lambda: None)
