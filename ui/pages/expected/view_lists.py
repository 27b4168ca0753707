"""The two lists with their acts: announced visits, standing passes. A row is chosen, its acts stand below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.expected.model import ExpectedModel
from ui.pages.expected.view_tables import ActTable, AnnouncedTable, StandingTable
from ui.theme import current
from ui.widgets import ActBar, BigButton, EmptyState, Themed, least_height, show_if

if TYPE_CHECKING:
    from ui.pages.expected.presenter import ExpectedPresenter


LEAST_ROWS = 4


class ListPanel(Themed, QWidget):
    """A table, and below it what can be done with the chosen row. asked(): a new one is wanted."""

    asked = Signal()

    def __init__(self, icon: str, table: ActTable) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self.table = table
        self.table.opened.connect(lambda _: self._enter())
        self.empty = EmptyState(icon, "", "", " ")
        self.empty.acted.connect(self.asked)
        self.acts: list[BigButton] = []
        self._bar = ActBar(gap="s")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.table, 1)
        self._column.addWidget(self.empty, 1)
        self._column.addWidget(self._bar)
        self.table.moved.connect(self.say_acts)

    def act(self, icon: str, work: Callable[[Any], None]) -> BigButton:
        """A button that acts on the chosen row."""
        button = BigButton("", "row", icon)
        button.clicked.connect(lambda: self._do(work))
        self._bar.add(button)
        self.acts.append(button)
        return button

    def _do(self, work: Callable[[Any], None]) -> None:
        one = self.chosen()
        if one is not None:
            work(one)

    def _enter(self) -> None:
        """The row's first act; where it does not fit, the keyboard goes to the one that does: nothing is revoked by Enter."""
        fitting = [button for button in self.acts if not button.isHidden() and button.isEnabled()]
        if fitting and fitting[0] is self.acts[0]:
            fitting[0].click()
        elif fitting:
            fitting[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen(self) -> Any:
        """The row under the mark, or None."""
        return self.table.current_row()

    def fill(self, rows: Sequence[Any]) -> None:
        """Other rows; the mark stays on its row."""
        self.table.show_rows(rows)
        show_if(self.table, bool(rows))
        show_if(self._bar, bool(rows))
        show_if(self.empty, not rows)
        self.say_acts()

    def be_tight(self, tight: bool) -> None:
        """Little height for the size of the text: the acts stay on one line."""
        self._bar.be_tight(tight)

    def say_acts(self) -> None:
        """Which acts fit the chosen row."""

    def restyle(self) -> None:
        self._column.setSpacing(current().space("m"))
        self.table.setMinimumHeight(current().table("row") + least_height(LEAST_ROWS))


class AnnouncedPanel(ListPanel):
    """Today's list."""

    def __init__(self, presenter: ExpectedPresenter) -> None:
        super().__init__("calendar-plus", AnnouncedTable())
        self._model = ExpectedModel()
        self.came = self.act("door-enter", presenter.arrive)
        self.give = self.act("ticket", presenter.give_pass)
        self.cancel = self.act("x", presenter.cancel)
        self.no_show = self.act("clock-exclamation", presenter.no_show)
        self.look = self.act("eye", presenter.open)
        self.ready()

    def show_model(self, model: ExpectedModel) -> None:
        """Draw the list."""
        self._model = model
        self.fill(model.announced)

    def say_acts(self) -> None:
        one = self.chosen()
        show_if(self.give, self._model.may_pass)
        show_if(self.no_show, bool(one and not one.waiting))
        self.give.setText(self.tr("再看来访证") if one and one.code_id else self.tr("给来访证"))

    def retranslate(self) -> None:
        self.came.setText(self.tr("来了，去登记"))
        self.cancel.setText(self.tr("住户取消"))
        self.no_show.setText(self.tr("没有来"))
        self.look.setText(self.tr("打开"))
        self.empty.show_state(
            "calendar-plus",
            self.tr("今天还没有预约"),
            self.tr("住户打电话说有人要来，就在这里记一位；来的时候不用再问。"),
        )
        self.empty.button.setText(self.tr("记一位预约"))
        self.show_model(self._model)


class StandingListPanel(ListPanel):
    """Standing passes that still run."""

    def __init__(self, presenter: ExpectedPresenter) -> None:
        super().__init__("ticket", StandingTable())
        self._model = ExpectedModel()
        self.show_code = self.act("qrcode", presenter.show_code)
        self.revoke = self.act("trash", presenter.revoke)
        self.ready()

    def show_model(self, model: ExpectedModel) -> None:
        """Draw the list."""
        self._model = model
        self.fill(model.standing)

    def say_acts(self) -> None:
        one = self.chosen()
        show_if(self.show_code, bool(one and one.code_id and self._model.may_pass))
        show_if(self.revoke, self._model.may_revoke)

    def retranslate(self) -> None:
        self.show_code.setText(self.tr("再看这张证"))
        self.revoke.setText(self.tr("住户收回"))
        self.empty.show_state(
            "ticket",
            self.tr("还没有长期通行证"),
            self.tr("保姆、钟点工、家教这些常来的人，住户担保一次，以后一查就放行。"),
        )
        self.empty.button.setText(self.tr("开一张"))
        self.show_model(self._model)
