"""The list of what is counted: name, how many there are, another one, off the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk.duty.rules_handover import COUNT_MAX, NAME_MAX, Count
from ui.pages.handover.model import HandoverModel
from ui.theme import current
from ui.widgets import BigButton, Card, Field, Stepper, Themed, label, show_if

if TYPE_CHECKING:
    from ui.pages.handover.presenter import HandoverPresenter


class ItemRow(Themed, QWidget):
    """One thing; what is changed is kept at once."""

    def __init__(self, presenter: HandoverPresenter, item: Count) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._presenter, self.item = presenter, item
        self.name, self.expected, self.off = QLineEdit(item.name), Stepper(0, COUNT_MAX), BigButton("", "row", "trash")
        self.name.setMaxLength(NAME_MAX)
        self.expected.show_value(item.expected)
        self.name.editingFinished.connect(self._on_edit)
        self.expected.changed.connect(lambda _: self._on_edit())
        self.off.clicked.connect(self._on_off)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.name, 1)
        self._row.addWidget(self.expected)
        self._row.addWidget(self.off)
        self.ready()

    def restyle(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(current().space("m"))

    def retranslate(self) -> None:
        self.name.setAccessibleName(self.tr("名字"))
        self.expected.name(self.tr("{name}应有几个").format(name=self.item.name))
        self.off.setText(self.tr("不数了"))
        self.off.setAccessibleDescription(self.item.name)

    def _on_edit(self) -> None:
        name, expected = self.name.text().strip(), self.expected.value()
        if name and (name, expected) != (self.item.name, self.item.expected):
            self.item = Count(self.item.item_id, name, expected, kind=self.item.kind)
            self._presenter.edit_item(self.item.item_id, name, expected, self.item.kind)

    def _on_off(self) -> None:
        self._presenter.drop_item(self.item.item_id, self.tr("不再数{name}").format(name=self.item.name))


class ItemsView(Themed, QWidget):
    """`show_model(model)`; `add()` puts what is typed on the list."""

    def __init__(self, presenter: HandoverPresenter) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._presenter = presenter
        self.rows: dict[str, ItemRow] = {}
        self.name, self.expected = QLineEdit(), Stepper(0, COUNT_MAX)
        self.name.setMaxLength(NAME_MAX)
        self.expected.show_value(1)
        self.name.returnPressed.connect(self.add)
        self._field, self.key = Field("", self.name), BigButton("", "quiet", "key")
        self.key.setCheckable(True)
        self.list, self.new = Card(), Card()
        self._none = label("", "quiet")
        self.list.body.addWidget(self._none)
        line = QHBoxLayout()
        line.addWidget(self._field, 1)
        for widget in (self.expected, self.key):
            line.addWidget(widget, 0, Qt.AlignmentFlag.AlignBottom)
        self.new.body.addLayout(line)
        self._column = QVBoxLayout(self)
        for card in (self.new, self.list):
            self._column.addWidget(card)
        self._column.addStretch(1)
        self.ready()

    def show_model(self, model: HandoverModel) -> None:
        items = model.drafted.body.items
        for item_id in self.rows.keys() - {one.item_id for one in items}:
            row = self.rows.pop(item_id)
            self.list.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        for one in items:
            if one.item_id not in self.rows:
                self.rows[one.item_id] = ItemRow(self._presenter, one)
                self.list.body.addWidget(self.rows[one.item_id])
        show_if(self._none, not items)

    def add(self) -> None:
        name = self.name.text().strip()
        if not name:
            self._field.set_error(self.tr("请写东西的名字"))
            self.name.setFocus()
            return
        self._field.set_error("")
        self._presenter.add_item(name, self.expected.value(), "key" if self.key.isChecked() else "item")
        self.name.clear()
        self.expected.show_value(1)
        self.name.setFocus()

    def restyle(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().space("m"))

    def retranslate(self) -> None:
        self.list.set_title(self.tr("每次交班都要数的东西"))
        self.new.set_title(self.tr("加一样"))
        self._none.setText(self.tr("还没有。钥匙、对讲机、手电筒，写在下面。"))
        self._field.set_words(self.tr("名字"))
        self.name.setPlaceholderText(self.tr("比如：大门钥匙"))
        self.expected.name(self.tr("应有几个"))
        self.key.setText(self.tr("是钥匙"))
