"""The hut looks at a face: the picture as in a mirror, what to do in large words, and the code as the other way."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desk.faces.rules import Hint
from ui.faces.hints import code_of
from ui.faces.mirror import Mirror
from ui.hut.giant import Giant
from ui.hut.panels import Panel
from ui.texts import sentence
from ui.theme import current
from ui.widgets.themed import label

MIRROR_EMS = 16


class FacePanel(Panel):
    def __init__(self, presenter: Any) -> None:
        super().__init__(presenter)
        self.mirror, self._more = Mirror(MIRROR_EMS), label("", "lead")
        self.code = Giant("qrcode", "card", flat=True)
        self.code.clicked.connect(lambda _=False: presenter.code())
        self.title.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        said = QVBoxLayout()
        said.addStretch(1)
        said.addWidget(self.title)
        said.addWidget(self._more)
        said.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(current().space("xl"))
        row.addWidget(self.mirror, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(said, 1)
        whole = QVBoxLayout(self)
        whole.addLayout(row, 1)
        whole.addWidget(self.code)
        self.ready()

    def draw(self) -> None:
        looked = self.model.looked
        self.title.setText(sentence(code_of(looked)))
        self._more.setText(self.tr("只认登记过人脸的住户，照片不保存。住户码一样能用。"))
        self.mirror.show_face(looked.box if looked else None, bool(looked and looked.hint is Hint.GOOD))
        self.mirror.show_turn(looked.turn.value if looked and looked.turn and looked.hint is Hint.GOOD else "")
        self.code.say(self.tr("改用住户码"))

    def forget(self) -> None:
        """No picture stays."""
        self.mirror.darken()
