"""The recovery code shown large, with the two ways to paper. Used by the first run and the settings."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desk.core.errors import Fault
from ui.texts import of_error
from ui.theme import current
from ui.widgets.buttons import BigButton
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.themed import Themed, label, set_role, show_if


class CodeCard(Themed, QWidget):
    """`show_code(code, estate)`; "" empties it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self._estate = ""
        self._card = Card(tone="accent")
        self.code = label("", "code")
        self.code.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._card.body.addWidget(self.code)
        self._why = label("", "quiet")
        self._print, self._save = BigButton("", "quiet", "printer"), BigButton("", "quiet", "download")
        self._print.clicked.connect(self._on_print)
        self._save.clicked.connect(self._on_save)
        self._said = label("", "strong", tone="ok")
        self._said.hide()
        ways = QWidget()
        ways.setProperty("role", "clear")
        flow = FlowLayout(ways, gap="m")
        flow.addWidget(self._print)
        flow.addWidget(self._save)
        self._all = QVBoxLayout(self)
        self._all.setContentsMargins(0, 0, 0, 0)
        for widget in (self._card, self._why, ways, self._said):
            self._all.addWidget(widget)
        self.ready()

    def show_code(self, code: str, estate: str) -> None:
        self._estate = estate
        self.code.setText(code)
        self.code.setAccessibleDescription(" ".join(code))
        self._say("", "ok")

    def save(self, path: Path) -> None:
        """Write the code as a PDF."""
        from ui.paper.document import save_pdf

        try:
            save_pdf(self._document(), path)
        except Fault as error:
            self._say(of_error(error), "bad")
        else:
            words = self.tr("已存成「{name}」。请存在 U 盘里收好，不要留在这台电脑上。")
            self._say(words.format(name=path.name), "ok")

    def _document(self) -> str:
        from ui.paper.notice import recovery_text

        return recovery_text(self._estate, self.code.text())

    def _on_print(self) -> None:
        from ui.paper.document import job
        from ui.shell import papers

        words = self.tr("恢复码")
        papers.send(job(self._document(), words, words, key=self.code.text(), private=True), self)

    def _on_save(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("存到哪里？"), self.tr("恢复码.pdf"), "PDF (*.pdf)")
        if name:
            self.save(Path(name))

    def _say(self, words: str, tone: str) -> None:
        self._said.setText(words)
        set_role(self._said, tone=tone)
        show_if(self._said, bool(words))

    def retranslate(self) -> None:
        self._why.setText(self.tr("请不要拍照发到微信，也不要和这台电脑放在一起。没有 0、1、I、O 这几个容易看错的字。"))
        self._print.setText(self.tr("打印"))
        self._save.setText(self.tr("存成文件"))

    def restyle(self) -> None:
        self._all.setSpacing(current().space("m"))
