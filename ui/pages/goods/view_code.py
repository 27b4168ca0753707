"""The pick-up code after taking in: large, once, with a slip to print."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from ui.pages.goods.model import Code
from ui.paper.slip import Slip
from ui.theme import current
from ui.theme.fonts import font
from ui.widgets import Card, label

LARGE = 2.6  # of the token `number`: read from across the desk


class CodeView(Card):
    def __init__(self) -> None:
        self._code = Code("", "", "", "", "", "", "")
        self._digits = QLabel()
        self._digits.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        super().__init__("…", "ok")
        self._where, self._how = label("", "lead"), label("", "quiet")
        self.body.addStretch(1)
        for words in (self._digits, self._where, self._how):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.body.addWidget(words)
        self.body.addStretch(2)
        self.ready()

    def show_code(self, code: Code) -> None:
        self._code = code
        self._say()

    def clear(self) -> None:
        """Not on the screen any longer than needed."""
        self.show_code(Code("", "", "", "", "", "", ""))

    def slip(self) -> Slip:
        """Words of the slip: no door and no name."""
        code = self._code
        phone = self.tr("门岗电话 {phone}").format(phone=code.phone) if code.phone else ""
        where = self.tr("放在 {shelf}").format(shelf=code.shelf) if code.shelf else ""
        lines = (where, self.tr("{time} 寄放").format(time=code.at), phone, self.tr("凭码领取，请勿转给别人。"))
        return Slip(code.estate, self.tr("取件码"), spaced(code.code), tuple(line for line in lines if line))

    def restyle(self) -> None:
        super().restyle()
        self._digits.setFont(font(round(current().text("number") * LARGE), bold=True))

    def retranslate(self) -> None:
        if hasattr(self, "_how"):
            self._say()

    def _say(self) -> None:
        code = self._code
        self.set_title(self.tr("取件码"))
        self._digits.setText(spaced(code.code))
        self._digits.setAccessibleName(" ".join(code.code))
        where = [self.tr("放在 {shelf}").format(shelf=code.shelf)] if code.shelf else []
        if code.building:
            where.append(self.tr("给 {building} 栋").format(building=code.building))
        self._where.setText(" · ".join(where))
        self._how.setText(self.tr("只显示这一次，不要写在物品上。"))


def spaced(digits: str) -> str:
    """`48 21`: read in pairs."""
    return " ".join(digits[at : at + 2] for at in range(0, len(digits), 2))
