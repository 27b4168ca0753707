"""A handover that was put down, to be read: what was open, what was said and counted, who signed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.handover.model import HandoverModel, Put
from ui.pages.handover.view_words import ICONS, HandoverWords
from ui.theme import current
from ui.widgets import AttentionRow, Card, EmptyState, IconView, Themed, facts, label, set_role, show_if

if TYPE_CHECKING:
    from ui.pages.handover.presenter import HandoverPresenter


class Line(Themed, QFrame):
    """One thing: a mark, what it is, what was said."""

    def __init__(self, icon: str, tone: str, title: str, sub: str) -> None:
        super().__init__()
        self.setProperty("role", "note")
        set_role(self, tone=tone)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(title, "strong"))
        if sub:
            words.addWidget(label(sub, ""))
        self._row = QHBoxLayout(self)
        self._row.addWidget(IconView(icon, tone or "accent"), 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(words, 1)
        self.ready()

    def restyle(self) -> None:
        theme = current()
        self._row.setContentsMargins(theme.space("l"), theme.space("s"), theme.space("m"), theme.space("s"))
        self._row.setSpacing(theme.space("m"))


class ReadView(Themed, QWidget):
    """`show_put(put)`."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._words = HandoverWords()
        self.put: Put | None = None
        self.head = Card()
        self._lines = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.head)
        self._column.addLayout(self._lines)
        self._column.addStretch(1)
        self._facts: QWidget | None = None
        self.ready()

    def show_put(self, put: Put) -> None:
        if put != self.put:
            self.put = put
            self._say()

    def restyle(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().space("m"))
        self._lines.setSpacing(current().space("s"))

    def retranslate(self) -> None:
        self._say()

    def _say(self) -> None:
        if self._facts is not None:
            self.head.body.removeWidget(self._facts)
            self._facts.hide()
            self._facts.deleteLater()
            self._facts = None
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if self.put is None:
            return
        self._facts = facts(self._head(self.put))
        self.head.body.addWidget(self._facts)
        for row in self._rows(self.put):
            self._lines.addWidget(row)

    def _head(self, put: Put) -> list[tuple[str, str]]:
        found = [(self.tr("哪个门"), put.gate)] if put.elsewhere and put.gate else []
        if put.shift is not None:
            found.append((self.tr("班次"), self._words.shift(put.shift)))
        found.append((self.tr("写于"), put.at))
        if put.out is not None:
            found.append((self.tr("交班"), self._words.signature(put.out)))
        if put.into is not None:
            found.append((self.tr("接班"), self._words.signature(put.into)))
        elif not put.held_over:
            found.append((self.tr("接班"), self.tr("还没人签")))
        if put.held_min:
            found.append((self.tr("延时"), self._words.span(put.held_min)))
        return found

    def _rows(self, put: Put) -> list[Line]:
        body, words = put.body, self._words
        rows = list[Line]()
        for group in body.groups:
            if group.open:
                answer = body.answer(group.topic)
                sub = [*words.lines(group, put.times), words.answer(answer)]
                tone = "warn" if answer.note else group.tone
                rows.append(Line(ICONS[group.topic], tone, words.title(group), "\n".join(filter(None, sub))))
        for one in body.items:
            tone = "warn" if one.differs else ""
            icon = "key" if one.kind == "key" else "list-check"
            rows.append(Line(icon, tone, f"{one.name}　{words.counted(one)}", one.note))
        if body.note:
            rows.append(Line("pencil", "info", self.tr("交代"), body.note))
        if not rows:
            rows.append(Line("circle-check", "ok", self.tr("没有要交代的事"), ""))
        return rows


class PastView(Themed, QWidget):
    """Those of before, the newest first; one press opens one."""

    def __init__(self, presenter: HandoverPresenter) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._presenter, self._words = presenter, HandoverWords()
        self._past: tuple[Put, ...] = ()
        self._empty = EmptyState("clipboard-list", "", "")
        self.rows: list[AttentionRow] = []
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._empty, 1)
        self._column.addStretch(1)
        self.ready()

    def show_model(self, model: HandoverModel) -> None:
        if model.past != self._past:
            self._past = model.past
            self._say()

    def restyle(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().space("s"))

    def retranslate(self) -> None:
        self._empty.show_state(
            "clipboard-list", self.tr("还没有交过班"), self.tr("交班单会按时间排在这里，可以再打印。")
        )
        self._say()

    def _say(self) -> None:
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for put in self._past:
            row = AttentionRow(*self._look(put), self._words.state(put), self._sub(put), self.tr("看一下"))
            row.acted.connect(lambda one=put.id: self._presenter.look(one))
            self._column.insertWidget(len(self.rows) + 1, row)
            self.rows.append(row)
        show_if(self._empty, not self._past)

    @staticmethod
    def _look(put: Put) -> tuple[str, str]:
        if put.held_over:
            return "warn", "hourglass"
        return ("bad", "alert-octagon") if put.waits else ("ok" if put.into is not None else "info", "clipboard-list")

    def _sub(self, put: Put) -> str:
        gate = put.gate if put.elsewhere else ""
        shift = self._words.shift(put.shift) if put.shift is not None else ""
        differing = [one.name for one in put.body.items if one.differs]
        short = self.tr("{what}对不上").format(what=self._words.join(differing)) if differing else ""
        return " · ".join(filter(None, (gate, put.at, shift, short, self._words.held(put.held_min))))
