"""The pass on the screen: code and six digits, and every way to give it to the visitor."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDir, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from desk.core.errors import Fault
from ui.shell.page import Page
from ui.theme import current
from ui.theme.fonts import font
from ui.widgets import BigButton, Card, label, show_if

if TYPE_CHECKING:
    from ui.pages.passcard.presenter import PassModel, PassPresenter
    from ui.paper.passes import Slip

CODE_CHARS = 13  # side of the code on the card, in letters of the base text


class FullScreen(QWidget):
    """Covers the window, white in every theme, until a key or a click. closed()."""

    closed = Signal()

    def __init__(self, window: QWidget, slip: Slip, digits_only: bool) -> None:
        super().__init__(window)
        self._slip, self._digits_only = slip, digits_only
        self._picture = QPixmap()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(slip.digits)
        self.setGeometry(window.rect())
        self._before = window.focusWidget()
        self.show()
        self.raise_()
        self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        from ui.paper.passes import screen_image

        if not self._digits_only:
            self._picture = QPixmap.fromImage(screen_image(self._slip, self.size()))
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        painter.setPen(Qt.GlobalColor.black)
        if not self._digits_only:
            painter.drawPixmap(0, 0, self._picture)
            self._say_how_back(painter)
            return
        painter.setFont(font(self.width() // 7, bold=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._slip.digits)
        painter.setFont(font(current().text("lead")))
        foot = self.rect().adjusted(0, 0, 0, -current().space("xxl"))
        words = self.tr("请慢慢念给住户，念两遍。按任意键返回。")
        painter.drawText(foot, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, words)

    def _say_how_back(self, painter: QPainter) -> None:
        """In the corner, away from the white the code needs around it."""
        edge = current().space("l")
        painter.setFont(font(current().text("small")))
        corner = self.rect().adjusted(0, edge, -2 * edge, 0)
        painter.drawText(corner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, self.tr("按任意键返回"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.finish()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.finish()

    def finish(self) -> None:
        """Back to the card."""
        self.hide()
        if self._before is not None and isValid(self._before):
            self._before.setFocus()
        self.deleteLater()
        self.closed.emit()


class PassPage(Page):
    """One pass."""

    def __init__(self, presenter: PassPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        presenter.show = self.show_model
        self.model: PassModel | None = None
        self._slip: Slip | None = None
        self.full: FullScreen | None = None
        self.ask_path: Callable[[str, str], str] = self._ask_path
        card = Card()
        row = QHBoxLayout()
        self._code = QLabel()
        self._code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row.addWidget(self._code)
        words = QVBoxLayout()
        self._hint, self._digits = label("", "quiet"), label("", "number", wrap=False)
        self._lines = label("", "lead")
        self._serial = label("", "muted")
        words.addStretch(1)
        for part in (self._hint, self._digits, self._lines, self._serial):
            words.addWidget(part)
        words.addStretch(1)
        row.addLayout(words, 1)
        card.body.addLayout(row, 1)
        self.body.addWidget(card, 1)
        self._make_buttons()
        self.ready()

    def _make_buttons(self) -> None:
        self.photo = BigButton("", "main", "camera")
        self.read = BigButton("", "quiet", "phone")
        self.picture = BigButton("", "quiet", "photo")
        self.paper = BigButton("", "quiet", "printer")
        self.leave = BigButton("", "quiet", "", "Esc")
        self.set_main(self.photo)
        for button in (self.read, self.picture, self.paper, self.leave):
            self.add_action(button)
        self.photo.clicked.connect(lambda: self._show_full(digits_only=False))
        self.read.clicked.connect(lambda: self._show_full(digits_only=True))
        self.picture.clicked.connect(self._save_picture)
        self.paper.clicked.connect(self._print)
        self.leave.clicked.connect(self._presenter.leave)

    def on_show(self, **arguments: Any) -> None:
        if "issued" in arguments or "code_id" in arguments:
            self._presenter.open(
                arguments.get("issued"), str(arguments.get("place", "")), str(arguments.get("code_id", ""))
            )

    def on_hide(self) -> None:
        self._close_full()

    def show_model(self, model: PassModel | None) -> None:
        """Draw a pass; nothing while it is being made."""
        self.model = model
        for button in (self.photo, self.read, self.picture, self.paper):
            button.setEnabled(model is not None)
        self._slip = None
        if model is not None:
            from ui.paper.passes import slip_of

            self._slip = slip_of(model.issued, model.estate, model.phone, model.place, model.time)
        self._draw()

    def _draw(self) -> None:
        slip = self._slip
        for part in (self._code, self._hint, self._digits, self._lines, self._serial):
            show_if(part, slip is not None)
        if slip is None:
            return
        from ui.paper import qr

        self._code.setPixmap(QPixmap.fromImage(qr.image(slip.text, current().text() * CODE_CHARS)))
        self._digits.setText(slip.digits)
        self._lines.setText("\n".join(part for part in (slip.household, *slip.when, slip.uses) if part))
        self._serial.setText(self.tr("编号 {serial}").format(serial=slip.serial))

    def _show_full(self, digits_only: bool) -> None:
        if self._slip is not None:
            self.full = FullScreen(self.window(), self._slip, digits_only)
            self.full.closed.connect(self._full_gone)

    def _full_gone(self) -> None:
        self.full = None

    def _close_full(self) -> None:
        if self.full is not None:
            self.full.finish()

    def _save_picture(self) -> None:
        from ui.paper.files import save_png
        from ui.paper.passes import picture

        slip = self._slip
        if slip is None:
            return
        path = self.ask_path(self.tr("存成图片"), f"{slip.serial.replace(' ', '')}.png")
        if path:
            self._try(lambda: save_png(picture(slip), Path(path)), self.tr("图片已存好，可以发给来访人"))

    def _print(self) -> None:
        from ui.paper.passes import job
        from ui.shell import papers

        if self._slip is not None:
            papers.send(job(self._slip), self)

    def _try(self, work: Callable[[], None], words: str) -> None:
        try:
            work()
        except Fault as fault:
            self._presenter.problem(fault)
        else:
            self._presenter.said(words)

    def _ask_path(self, title: str, name: str) -> str:
        return QFileDialog.getSaveFileName(self, title, str(Path(QDir.homePath()) / name))[0]

    def retranslate(self) -> None:
        self.set_heading(self.tr("来访证做好了，请交给来访人"), self.tr("四种办法，选一种就行"))
        self._hint.setText(self.tr("扫不出时，报这六位数"))
        self.photo.setText(self.tr("大屏给来人拍照"))
        self.read.setText(self.tr("电话里念数字"))
        self.picture.setText(self.tr("存成图片"))
        self.paper.setText(self.tr("打印小票"))
        self.leave.setText(self.tr("返回"))
        if self.model is not None:
            self.show_model(self.model)

    def restyle(self) -> None:
        super().restyle()
        if self._is_ready:
            self._draw()
