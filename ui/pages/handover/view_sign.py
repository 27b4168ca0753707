"""Who signs: names as large tiles, then a pad for the PIN; a card before the camera does the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.pages.handover.model import HandoverModel, Person
from ui.texts import of_error
from ui.theme import current
from ui.widgets import BigButton, FlowLayout, PinPad, Themed, label, show_if

if TYPE_CHECKING:
    from ui.pages.handover.presenter import HandoverPresenter


class SignView(Themed, QWidget):
    """`show_model(model)`; `wrong(error)` on the pad."""

    def __init__(self, presenter: HandoverPresenter) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._presenter = presenter
        self._people: tuple[Person, ...] = ()
        self._asking: Person | None = None
        self.pad = PinPad()
        self.pad.entered.connect(presenter.pin)
        self._none = label("", "quiet")
        self.tiles: list[BigButton] = []
        self._names, self._holder = QWidget(), QWidget()
        for part in (self._names, self._holder):
            part.setProperty("role", "clear")
        self._flow = FlowLayout(self._names, gap="m", equal=True, columns=3)
        row = QHBoxLayout(self._holder)
        row.addStretch(1)
        row.addWidget(self.pad, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        self._column = QVBoxLayout(self)
        for widget in (self._none, self._names, self._holder):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self.ready()

    def show_model(self, model: HandoverModel) -> None:
        if model.people != self._people:
            self._people = model.people
            self._show_names()
        fresh = model.asking is not None and model.asking != self._asking
        self._asking = model.asking
        show_if(self._holder, model.asking is not None)
        show_if(self._names, model.asking is None)
        show_if(self._none, model.asking is None and not model.people)
        if fresh:
            self.pad.clear()
            self.pad.setFocus()

    def wrong(self, error: Exception) -> None:
        self.pad.shake(of_error(error))

    def restyle(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().space("m"))
        self._flow.set_columns(2 if current().large() else 3)

    def retranslate(self) -> None:
        self._none.setText(self.tr("这里还没有能签字的人，请扫工作码。"))
        self._show_names()

    def _show_names(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.tiles = []
        for person in self._people:
            tile = BigButton(person.label, "tile", "user-check" if person.mine else "user")
            shift = self.tr("这一班") if person.mine else ""
            how = "" if person.has_pin else self.tr("请扫工作码")
            tile.set_sub(" · ".join(filter(None, (shift, how))))
            tile.clicked.connect(lambda _=False, one=person: self._presenter.choose(one))
            self.tiles.append(tile)
            self._flow.addWidget(tile)
