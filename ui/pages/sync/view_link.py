"""The technician's panels: linking by a code of the hub, and the code that invites a further computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from desk.core.clock import MINUTE_MS
from ui import texts
from ui.pages.sync.model import SyncModel
from ui.theme import current
from ui.widgets.card import Card
from ui.widgets.form import Field, text_box
from ui.widgets.themed import Themed, label, show_if

if TYPE_CHECKING:
    from ui.pages.sync.presenter import SyncPresenter


class LinkPanel(Themed, QWidget):
    """A code is scanned, or its text is pasted."""

    def __init__(self, presenter: SyncPresenter) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._presenter = presenter
        self.ticket: QPlainTextEdit = text_box(3)
        self.ticket.setTabChangesFocus(True)
        self.ticket.textChanged.connect(lambda: self._field.set_error(""))
        self._field = Field("", self.ticket)
        self._how = label("")
        self._steps = label("", "quiet")
        self._card = Card()
        for widget in (self._how, self._field, self._steps):
            self._card.body.addWidget(widget)
        self._all = QVBoxLayout(self)
        self._all.setContentsMargins(0, 0, 0, 0)
        self._all.addWidget(self._card)
        self._all.addStretch(1)
        self.ready()

    def draw(self, model: SyncModel) -> None:
        self.ticket.setEnabled(not model.busy)
        if model.ticket and model.busy and self.ticket.toPlainText() != model.ticket:
            self.ticket.setPlainText(model.ticket)
        self._field.set_error(texts.of_error(model.wrong) if model.wrong is not None else "")

    def begin(self) -> None:
        self.ticket.clear()

    def go_on(self) -> None:
        self._presenter.link(self.ticket.toPlainText())

    def hideEvent(self, event: QHideEvent) -> None:
        """The code opens the estate to whoever has it: it goes with the panel."""
        self.ticket.clear()
        super().hideEvent(event)

    def restyle(self) -> None:
        self._all.setSpacing(current().space("m"))

    def retranslate(self) -> None:
        self._how.setText(self.tr("把中心网页上的二维码对着摄像头，或者用扫码枪扫一下。"))
        self._field.set_words(self.tr("扫不了？把码的文字粘贴在这里"))
        self._steps.setText(self.tr("码只能用一次，15 分钟内有效。连上以后，本机已有的记录会自动送过去，不影响放行。"))


class QrView(Themed, QWidget):
    """A code as large as its place, dark on white in every scheme, as cameras want it."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.ready()

    def show_code(self, text: str) -> None:
        self._text = text
        self.update()

    def minimumSizeHint(self) -> QSize:
        edge = current().text() * 8
        return QSize(edge, edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._text:
            return
        from desk.codes.matrix import Level, matrix
        from ui.paper import qr

        qr.draw(QPainter(self), matrix(self._text, Level.M), QRectF(self.rect()))


class InvitePanel(Themed, QWidget):
    """The code to hold before the other computer's camera, and how long it is good for."""

    def __init__(self, presenter: SyncPresenter) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._presenter = presenter
        self.model = SyncModel()
        self.qr = QrView()
        self._how, self._left = label("", "lead"), label("", "strong")
        self._safe = label("", "quiet")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout()
        for widget in (self._how, self._left, self._safe):
            column.addWidget(widget)
        column.addStretch(1)
        self._row.addWidget(self.qr, 1, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(column, 1)
        self.ready()

    def fit(self, high: int) -> None:
        """How high the place is that is seen at once: the code is never cut."""
        self.qr.setFixedHeight(max(self.qr.minimumSizeHint().height(), high))

    def draw(self, model: SyncModel) -> None:
        self.model = model
        invitation = model.invitation
        self.qr.show_code(invitation.ticket if invitation is not None else "")
        show_if(self._left, invitation is not None)
        if invitation is not None:
            minutes = max(1, -(-(invitation.expires_ms - self._presenter.now_ms()) // MINUTE_MS))
            self._left.setText(self.tr("还有 {n} 分钟有效，只能用一次", "", minutes).format(n=minutes))

    def restyle(self) -> None:
        self._row.setSpacing(current().space("xl"))

    def retranslate(self) -> None:
        self.qr.setAccessibleName(self.tr("邀请码（二维码）"))
        self._how.setText(self.tr("在新电脑上打开门岗台，选「加入已有的小区」，再用它的摄像头扫这个码。"))
        self._how.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._safe.setText(self.tr("码里有小区的钥匙：只给要加入的那台电脑看，不要拍照，不要发到群里。"))
        self.draw(self.model)


class HandPanel(Themed, QWidget):
    """The code of a file that lets a further computer in: to be written down, not to lie with the file."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self.model = SyncModel()
        self.code = label("", "code", wrap=False)
        self._file, self._how, self._safe = label("", "quiet"), label(""), label("", "quiet")
        self._card = Card()
        for widget in (self._file, self.code, self._how, self._safe):
            self._card.body.addWidget(widget)
        self._all = QVBoxLayout(self)
        self._all.setContentsMargins(0, 0, 0, 0)
        self._all.addWidget(self._card)
        self._all.addStretch(1)
        self.ready()

    def draw(self, model: SyncModel) -> None:
        self.model = model
        given = model.by_hand
        self.code.setText(given.code if given is not None else "")
        self._file.setText(self.tr("文件：{file}").format(file=given.file) if given is not None else "")

    def restyle(self) -> None:
        self._all.setSpacing(current().space("m"))

    def retranslate(self) -> None:
        self._how.setText(
            self.tr("把 U 盘插到新电脑上，打开门岗台，选「加入已有的小区」，再点「用 U 盘里的文件」，输入这个码。")
        )
        self._safe.setText(
            self.tr("文件和码在一起就能打开小区的资料：码抄在纸上，不要存进 U 盘，不要发到群里。加入以后请删掉文件。")
        )
        self.draw(self.model)
