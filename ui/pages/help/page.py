"""Help: what to do now, and the keys. F1 from anywhere."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.shell.page import Page, PageSpec, Ports
from ui.shell.shortcuts import SHORTCUTS
from ui.widgets.buttons import BigButton
from ui.widgets.card import Card, facts
from ui.widgets.themed import label


class HelpPage(Page):
    """Four sentences and the table of keys; nothing to learn by heart."""

    def __init__(self, ports: Ports) -> None:
        super().__init__()
        self._first, self._keys = Card(), Card()
        self._words = [label("") for _ in range(4)]
        for words in self._words:
            self._first.body.addWidget(words)
        self._table = facts([])
        self.body.addWidget(self._first)
        self.body.addWidget(self._keys)
        self.body.addStretch(1)
        self._back = BigButton("", "main", "arrow-left", "Esc")
        self._back.clicked.connect(ports.go.back)
        self.set_main(self._back)
        self.ready()

    def retranslate(self) -> None:
        self.set_heading(self.tr("来人了怎么办？看下面四句话"))
        self._first.set_title(self.tr("平常这样做"))
        sentences = (
            self.tr("1. 请来人把码对准摄像头，或者用扫码枪扫。画面会说能不能放行。"),
            self.tr("2. 没有码：在下面一行输入姓名、拼音、房号或电话尾号，按回车。"),
            self.tr("3. 第一次来：按 F2 登记。骑手按 F5，快递按 F6，不用写任何东西。"),
            self.tr("4. 做错了：屏幕下方有“撤销”，十秒内都能改回来。"),
        )
        for words, text in zip(self._words, sentences, strict=True):
            words.setText(text)
        self._keys.set_title(self.tr("快捷键"))
        self._table.deleteLater()
        self._table = facts(self._rows())
        self._keys.body.addWidget(self._table)
        self._back.setText(self.tr("返回"))

    def _rows(self) -> list[tuple[str, str]]:
        hold = self.tr("{word}（按住一秒）")
        rows = [(s.label, hold.format(word=s.title()) if s.hold else s.title()) for s in SHORTCUTS]
        return [*rows, (self.tr("回车"), self.tr("做屏幕上最大的那个按钮")), ("Esc", self.tr("返回"))]


def make(ports: Ports) -> Page:
    return HelpPage(ports)


PAGE = PageSpec("help", str(QT_TRANSLATE_NOOP("pages", "帮助")), "help-circle", 930, make, in_rail=False)
