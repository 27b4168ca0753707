"""The two lists with their acts: announced visits, standing passes. A row is chosen, its acts stand beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.expected.model import Announced, ExpectedModel, Standing
from ui.texts import sentence
from ui.theme import current
from ui.widgets import BigButton, EmptyState, FlowLayout, KeyList, Themed, label, least_height, show_if

if TYPE_CHECKING:
    from ui.pages.expected.presenter import ExpectedPresenter


LEAST_ROWS = 4


class ActList(KeyList):
    """entered(): Enter on the marked row; a click only marks it."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem():
            if not event.isAutoRepeat():
                self.entered.emit()
            return
        super().keyPressEvent(event)


class ListPanel(Themed, QWidget):
    """Rows on the left, what can be done with the chosen one below. asked(): a new one is wanted."""

    asked = Signal()

    def __init__(self, icon: str) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self.rows: dict[str, Any] = {}
        self.list = ActList()
        self.list.entered.connect(self._enter)
        self.empty = EmptyState(icon, "", "", " ")
        self.empty.acted.connect(self.asked)
        self.acts: list[BigButton] = []
        self._chosen = label("", "quiet")
        self._bar = QWidget()
        self._bar.setProperty("role", "clear")
        self._flow = FlowLayout(self._bar, gap="s")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.list, 1)
        self._column.addWidget(self.empty, 1)
        self._column.addWidget(self._bar)
        self.list.currentItemChanged.connect(lambda *_: self.say_acts())

    def act(self, icon: str, work: Callable[[Any], None]) -> BigButton:
        """A button that acts on the chosen row."""
        button = BigButton("", "row", icon)
        button.clicked.connect(lambda: self._do(work))
        self._flow.addWidget(button)
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
        return self.rows.get(self.list.key())

    def fill(self, rows: list[tuple[Any, str, str]]) -> None:
        """Rows of (object with an id, words, icon); the mark stays on its row."""
        key = self.list.key()
        self.rows = {one.id: one for one, _, _ in rows}
        self.list.set_rows([(one.id, words, icon) for one, words, icon in rows])
        for number in range(self.list.count()):
            if self.list.item(number).data(Qt.ItemDataRole.UserRole) == key:
                self.list.setCurrentRow(number)
        show_if(self.list, bool(rows))
        show_if(self._bar, bool(rows))
        show_if(self.empty, not rows)
        self.say_acts()

    def say_acts(self) -> None:
        """Which acts fit the chosen row."""

    def restyle(self) -> None:
        self._column.setSpacing(current().space("m"))
        self.list.setMinimumHeight(least_height(LEAST_ROWS))


class AnnouncedPanel(ListPanel):
    """Today's list."""

    def __init__(self, presenter: ExpectedPresenter) -> None:
        super().__init__("calendar-plus")
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
        self.fill([(one, self._words(one), self._icon(one)) for one in model.announced])

    def _icon(self, one: Announced) -> str:
        return "user" if one.waiting else "clock-exclamation" if one.late else "calendar-event"

    def _words(self, one: Announced) -> str:
        parts = [one.when, one.name or self.tr("没有留姓名"), sentence(f"visit.type.{one.kind}")]
        parts.append(self.tr("{b} 栋").format(b=one.place) if one.place else "")
        parts.append(self.tr("{n} 人", "", one.party).format(n=one.party) if one.party > 1 else "")
        parts.append(one.more)
        parts.append(self.tr("在门口等") if one.waiting else self.tr("过了半小时") if one.late else "")
        parts.append(self.tr("有来访证") if one.code_id else "")
        return "   ".join(part for part in parts if part)

    def say_acts(self) -> None:
        one = self.chosen()
        show_if(self.give, self._model.may_pass)
        show_if(self.no_show, bool(one and not one.waiting))
        self.give.setText(self.tr("再看来访证") if one and one.code_id else self.tr("给来访证"))

    def retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("今天的预约"))
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
        super().__init__("ticket")
        self._model = ExpectedModel()
        self.show_code = self.act("qrcode", presenter.show_code)
        self.revoke = self.act("trash", presenter.revoke)
        self.ready()

    def show_model(self, model: ExpectedModel) -> None:
        """Draw the list."""
        self._model = model
        self.fill([(one, self._words(one), "alert-triangle" if one.says else "ticket") for one in model.standing])

    def _words(self, one: Standing) -> str:
        short = QLocale.FormatType.ShortFormat
        days = self.tr("每天") if len(one.days) == 7 else " ".join(QLocale().dayName(day, short) for day in one.days)
        parts = [one.alias, sentence(f"visit.type.{one.kind}"), one.place, days, one.hours]
        parts.append(self.tr("到 {date}").format(date=one.until))
        parts.append(sentence(f"visit.says.{one.says}") if one.says else "")
        return "   ".join(part for part in parts if part)

    def say_acts(self) -> None:
        one = self.chosen()
        show_if(self.show_code, bool(one and one.code_id and self._model.may_pass))
        show_if(self.revoke, self._model.may_revoke)

    def retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("长期通行证"))
        self.show_code.setText(self.tr("再看这张证"))
        self.revoke.setText(self.tr("住户收回"))
        self.empty.show_state(
            "ticket",
            self.tr("还没有长期通行证"),
            self.tr("保姆、钟点工、家教这些常来的人，住户担保一次，以后一查就放行。"),
        )
        self.empty.button.setText(self.tr("开一张"))
        self.show_model(self._model)
