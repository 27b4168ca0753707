"""The list of what waits, and the line for a pick-up code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.goods.model import Shelf
from ui.pages.goods.view_words import GoodsWords
from ui.theme import current
from ui.widgets import Column, EmptyState, Field, RowTable, SearchField, Themed, least_height, show_if

if TYPE_CHECKING:
    from ui.pages.goods.presenter import GoodsPresenter


class ShelfTable(RowTable):
    NARROW_EMS = 34

    def __init__(self) -> None:
        self._words = GoodsWords()
        super().__init__((), lambda thing: thing.id, marks=False)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("架上的东西"))
        self.set_columns(self.columns())

    def columns(self) -> list[Column]:
        words = self._words
        found = [
            Column(self.tr("架号"), lambda thing: thing.shelf, 4),
            Column(self.tr("物品"), lambda thing: thing.what),
            Column(self.tr("哪栋"), words.place, 6),
            Column(self.tr("放了"), words.since, 5),
            Column(
                self.tr("情况"), words.state, 8, icon=lambda thing: "bell" if thing.overdue else "",
                tone=lambda thing: "warn" if thing.overdue and not thing.reminded else "",
            ),
        ]  # fmt: skip
        if self.narrow():
            del found[2]
        return found


class ShelfView(Themed, QWidget):
    """`code` takes what the taker says; a row opens its card."""

    def __init__(self, presenter: GoodsPresenter) -> None:
        super().__init__()
        self.code = SearchField()
        self.code.setMaxLength(12)
        self.code.entered.connect(presenter.by_code)
        self._field = Field("", self.code, beside=True)
        self.table, self._empty = ShelfTable(), EmptyState("package", "", "")
        self.table.opened.connect(lambda thing: presenter.open(thing.id))
        self.table.pressed_cell.connect(lambda thing, _: presenter.open(thing.id))
        presenter.nothing = self._on_nothing
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._field)
        self._column.addWidget(self.table, 1)
        self._column.addWidget(self._empty, 1)
        self.ready()

    def show_shelf(self, shelf: Shelf) -> None:
        self.table.show_rows(shelf.things)
        show_if(self.table, bool(shelf.things))
        show_if(self._empty, not shelf.things)
        show_if(self._field, bool(shelf.things))

    def begin(self) -> None:
        """Came back to the list."""
        self.code.clear()
        self._field.set_error("")

    def error(self) -> str:
        return self._field.error()

    def retranslate(self) -> None:
        self._field.set_words(self.tr("取件码"))
        self.code.setPlaceholderText(self.tr("取件人报的数字，输完按回车"))
        self._empty.show_state(
            "package",
            self.tr("寄放的东西会列在这里"),
            self.tr("按“登记寄放”记下是什么、放哪里、给哪一户，就有取件码。"),
        )

    def restyle(self) -> None:
        self._column.setSpacing(current().space("m"))
        self.table.setMinimumHeight(least_height(3))

    def _on_nothing(self, code: str) -> None:
        self._field.set_error(self.tr("架上没有取件码是 {code} 的东西。请再问一遍，或从下面找。").format(code=code))
