"""The card of things that need somebody: a row each, one action each, and the line of guests who did not sign out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.today.model import TodayModel
from ui.pages.today.view_words import LOOKS, TodayWords
from ui.theme import current
from ui.widgets import AttentionRow, BigButton, Card, Scroller, show_if

if TYPE_CHECKING:
    from ui.pages.today.presenter import TodayPresenter


class _List(Scroller):
    """Scrolls by itself, so that the undo bar coming and going does not move the buttons of the page."""

    def __init__(self, content: QWidget) -> None:
        self.tall = False
        super().__init__(content)

    def minimumSizeHint(self) -> QSize:
        whole = self.widget().sizeHint().height() if self.widget() is not None else 0
        return QSize(current().text() * 12, whole if self.tall else min(whole, current().height("tile") * 2))

    def sizeHint(self) -> QSize:
        return QSize(current().text() * 20, self.minimumSizeHint().height())


class AttentionCard(Card):
    """`show_model(model)`; rows are kept while what they are about stays, so that the keyboard stays too."""

    def __init__(self, presenter: TodayPresenter) -> None:
        self._words = TodayWords()
        self._presenter = presenter
        self._model = TodayModel(known=False)
        self._rows: list[AttentionRow] = []
        self._calm: AttentionRow | None = None
        self._fold: BigButton | None = None
        super().__init__("…")
        self._calm = AttentionRow("ok", "circle-check", "")
        self._fold = BigButton("", "plain", "users")
        self._fold.clicked.connect(lambda: presenter.go("inside", section=self._fold_section()))
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._calm)
        self._column.addStretch(1)
        self._list = _List(content)
        self.body.addWidget(self._list, 1)
        self.body.addWidget(self._fold)
        self.ready()

    def set_tall(self, tall: bool) -> None:
        """Show the whole list and let the page scroll (large text), instead of scrolling by itself."""
        self._list.tall = tall
        self._list.updateGeometry()

    def rows(self) -> list[AttentionRow]:
        return list(self._rows)

    def fold(self) -> BigButton:
        assert self._fold is not None
        return self._fold

    def show_model(self, model: TodayModel) -> None:
        """Draw the list."""
        self._model = model
        while len(self._rows) > len(model.matters):
            gone = self._rows.pop()
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self._rows) < len(model.matters):
            self._add_row()
        self._say()

    def restyle(self) -> None:
        super().restyle()
        if self._fold is not None:
            self._column.setSpacing(current().space("s"))

    def retranslate(self) -> None:
        if self._fold is not None:
            self._say()

    def _add_row(self) -> None:
        row = AttentionRow("info", "info-circle", "", "", "…")
        nth = len(self._rows)
        row.acted.connect(lambda: self._presenter.open(self._model.matters[nth]))
        self._column.insertWidget(1 + nth, row)
        self._rows.append(row)

    def _say(self) -> None:
        assert self._calm is not None
        assert self._fold is not None
        model = self._model
        self.set_title(self.tr("需要留意"))
        for row, matter in zip(self._rows, model.matters, strict=False):
            title, sub, act = self._words.line(matter)
            tone, icon = LOOKS[matter.kind]
            row.show_matter(tone, icon, title, sub)
            row.button.setText(act)
            show_if(row.button, bool(matter.page))
        self._calm.show_matter(
            "ok",
            "circle-check",
            self.tr("都好，没有要处理的事"),
            self.tr("有人超时、寄放过久或预约未到时，会出现在这里。"),
        )
        show_if(self._calm, model.known and not model.matters)
        self._fold.setText(self._fold_words())
        show_if(self._fold, bool(model.unregistered or model.uncertain))
        self._list.updateGeometry()

    def _fold_words(self) -> str:
        model = self._model
        if model.unregistered:
            return self.tr("另有 {n} 位亲友未登记离开", "", model.unregistered).format(n=model.unregistered)
        return self.tr("另有 {n} 位不确定是否还在").format(n=model.uncertain)

    def _fold_section(self) -> str:
        return "unregistered" if self._model.unregistered else "uncertain"
