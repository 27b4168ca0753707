"""Panels of the duty page: the day, the team to choose from, one person at the clock, one's own shifts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.pages.duty.model import DutyModel, Line, Member, Own
from ui.pages.duty.view_words import DutyWords
from ui.texts import of_error
from ui.theme import current
from ui.widgets import (
    AttentionRow,
    Card,
    Column,
    EmptyState,
    Field,
    PinPad,
    RowTable,
    SearchField,
    Sides,
    Themed,
    label,
    least_height,
    show_if,
)

if TYPE_CHECKING:
    from ui.pages.duty.presenter import DutyPresenter

OF_TIME = ("clock.said", "hours.time")  # codes about a time that was told
PAD_EMS = 36  # a pad and its card stand side by side from this width on
SAID_MAX = 8  # 08:05 or 8点半
ICONS = {"on": "user-check", "missing": "clock-exclamation", "done": "check", "absent": "alert-triangle"}
TONES = {"on": "ok", "missing": "warn", "absent": "bad", "later": "muted", "done": "muted"}


class DayTable(RowTable):
    NARROW_EMS = 40

    def __init__(self) -> None:
        self._words = DutyWords()
        super().__init__((), lambda line: (line.member_id, line.shift, line.hours), marks=False)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("今天当班的人"))
        self.set_columns(self.columns())

    def columns(self) -> list[Column]:
        words = self._words
        found = [
            Column(self.tr("姓名"), lambda line: line.label, 5),
            Column(self.tr("身份"), lambda line: words.capacity(line.capacity), 8.5),
            Column(self.tr("班次"), words.shift),
            Column(self.tr("时间"), lambda line: line.hours, 6.5),
            Column(
                self.tr("情况"), words.here, 10, icon=lambda line: ICONS.get(line.here, "clock"),
                tone=lambda line: TONES[line.here],
            ),
        ]  # fmt: skip
        if self.narrow():
            del found[1]
        return found


class TodayView(Themed, QWidget):
    """Shifts at risk, then everybody of today."""

    def __init__(self, presenter: DutyPresenter) -> None:
        super().__init__()
        self._presenter, self._words = presenter, DutyWords()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.risk = AttentionRow("warn", "calendar-user", "", action=" ")
        self.risk.acted.connect(self._on_risk)
        self.risk.hide()
        self._column.addWidget(self.risk)
        self.table, self._empty = DayTable(), EmptyState("calendar-user", "", "")
        self.table.opened.connect(self._on_opened)
        self.table.pressed_cell.connect(lambda line, _: self._on_opened(line))
        self._column.addWidget(self.table, 1)
        self._column.addWidget(self._empty, 1)
        self._model = DutyModel()
        self.ready()

    def show_model(self, model: DutyModel) -> None:
        self._model = model
        show_if(self.risk, bool(model.risks))
        if model.risks:
            self.risk.show_matter("warn", "calendar-user", *self._words.risks(model.risks))
            self.risk.button.setText(self.tr("去安排"))
        self.table.show_rows(model.lines)
        show_if(self.table, bool(model.lines))
        show_if(self._empty, model.known and not model.lines)

    def retranslate(self) -> None:
        self._empty.show_state(
            "calendar-user",
            self.tr("今天谁当班会列在这里"),
            self.tr("排班公布以后，或者有人上岗，这里就有名字。"),
        )
        self.show_model(self._model)

    def restyle(self) -> None:
        self._column.setSpacing(current().space("s"))
        self.table.setMinimumHeight(least_height(3))

    def _on_risk(self) -> None:
        if len(self._model.risks) == 1:
            self._presenter.go("roster", shift_id=self._model.risks[0].shift_id)
        else:
            self._presenter.go("roster", panel="risk")

    def _on_opened(self, line: Line) -> None:
        if line.here in ("on", "missing", "later"):
            self._presenter.choose(line.member_id)


class TeamTable(RowTable):
    def __init__(self) -> None:
        self._words = DutyWords()
        super().__init__((), lambda one: one.id)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("队员"))
        self.set_columns(
            [
                Column(self.tr("姓名"), lambda one: one.label, 8),
                Column(self.tr("身份"), lambda one: self._words.capacity(one.capacity)),
                Column(
                    self.tr("情况"), lambda one: self.tr("在岗") if one.on else "", 6,
                    icon=lambda one: "user-check" if one.on else "", tone=lambda one: "ok" if one.on else "",
                ),
            ]
        )  # fmt: skip


class WhoView(Themed, QWidget):
    """A line for the name, and everybody it fits."""

    def __init__(self, presenter: DutyPresenter) -> None:
        super().__init__()
        self.line, self.table = SearchField(), TeamTable()
        self.line.edited.connect(presenter.search)
        self.line.left_down.connect(self.table.setFocus)
        self.line.entered.connect(lambda _: self._open_marked())
        self.table.opened.connect(self._on_opened)
        self.table.pressed_cell.connect(lambda one, _: self._on_opened(one))
        self._presenter = presenter
        self._empty = EmptyState("users-group", "", "", " ")
        self._empty.acted.connect(lambda: presenter.go("team"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.line)
        self._column.addWidget(self.table, 1)
        self._column.addWidget(self._empty, 1)
        self.ready()

    def show_model(self, model: DutyModel) -> None:
        self.table.show_rows(model.team)
        show_if(self.table, bool(model.team))
        show_if(self._empty, not model.team)

    def begin(self) -> None:
        """Came here: the keyboard is in the line."""
        self.line.clear()
        self.line.setFocus()

    def retranslate(self) -> None:
        self.line.setPlaceholderText(self.tr("姓名或拼音，比如 wang"))
        self.line.setAccessibleName(self.tr("找队员"))
        self._empty.show_state(
            "users-group", self.tr("没有这位队员"), self.tr("换个写法找找；新来的，请班长先加进队里。")
        )
        self._empty.button.setText(self.tr("去队员页"))

    def restyle(self) -> None:
        self._column.setSpacing(current().space("m"))
        self.table.setMinimumHeight(least_height(3))

    def _open_marked(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self._on_opened(row)

    def _on_opened(self, one: Member) -> None:
        self._presenter.choose(one.id)


class PersonView(Themed, QWidget):
    """One person at the clock: their PIN, or a word why there is none."""

    def __init__(self, presenter: DutyPresenter) -> None:
        super().__init__()
        self.pad = PinPad()
        self.pad.entered.connect(presenter.by_pin)
        self._hint = label("", "lead")
        self.said = QLineEdit()
        self.said.setMaxLength(SAID_MAX)
        self._said = Field("", self.said, optional=True)
        self.said.textEdited.connect(lambda _: self._said.set_error(""))
        self._card = Card()
        self._card.body.addWidget(self._hint)
        self._card.body.addWidget(self._said)
        self._card.body.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(Sides(self._card, self.pad, (2, 3), PAD_EMS, under=True))
        self._column.addStretch(1)
        self._model = DutyModel()
        self.ready()

    def show_model(self, model: DutyModel) -> None:
        self._model = model
        person = model.person
        if person is None:
            return
        show_if(self.pad, person.asks_pin and not person.own)
        show_if(self._said, model.may_clock)
        self._say()

    def begin(self) -> None:
        """Came here: the keyboard is on the pad, when there is one."""
        self.clear()
        if self.pad.isVisibleTo(self):
            self.pad.setFocus()

    def wrong(self, error: Exception) -> None:
        """Under the time they said, when that is wrong; else on the pad."""
        if getattr(error, "code", "").startswith(OF_TIME):
            self._said.set_error(of_error(error))
            self.said.setFocus()
        else:
            self.pad.shake(of_error(error))

    def clear(self) -> None:
        self.pad.clear()
        self.said.clear()
        self._said.set_error("")

    def retranslate(self) -> None:
        self.said.setPlaceholderText(self.tr("比如 8:05"))
        self._say()

    def _say(self) -> None:
        person = self._model.person
        self._hint.setText(self._words())
        going = person is not None and person.on
        words = self.tr("几点走的") if going else self.tr("几点来的")
        self._said.set_words(words, self.tr("就是现在，不用填。填了要班长确认。"))

    def _words(self) -> str:
        person = self._model.person
        if person is None:
            return ""
        if person.own:
            return self.tr("是您自己，按回车就行。")
        if person.asks_pin:
            return self.tr("请本人输密码，或者扫值班码。代记的时长要班长确认。")
        return self.tr("请扫值班码。没有带，可以由值班台代记，时长要班长确认。")


class MineTable(RowTable):
    NARROW_EMS = 36

    def __init__(self) -> None:
        self._words = DutyWords()
        super().__init__((), lambda one: one.shift_id, marks=False)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("我的班"))
        self.set_columns(self.columns())

    def columns(self) -> list[Column]:
        found = [
            Column(self.tr("日期"), self._words.own_day, 7),
            Column(self.tr("时间"), lambda one: one.hours, 6.5),
            Column(self.tr("班次"), lambda one: one.name),
            Column(self.tr("地点"), lambda one: one.place, 7),
            Column(self.tr("情况"), self._words.state, 6),
        ]
        if self.narrow():
            del found[3]
        return found


class MineView(Themed, QWidget):
    """The shifts of whoever acts at the desk."""

    def __init__(self, presenter: DutyPresenter) -> None:
        super().__init__()
        self.table, self._empty = MineTable(), EmptyState("calendar-event", "", "")
        self.table.opened.connect(lambda one: self._open(presenter, one))
        self.table.pressed_cell.connect(lambda one, _: self._open(presenter, one))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.table, 1)
        self._column.addWidget(self._empty, 1)
        self._model = DutyModel()
        self.ready()

    def show_model(self, model: DutyModel) -> None:
        self._model = model
        self.table.show_rows(model.mine)
        show_if(self.table, bool(model.mine))
        show_if(self._empty, not model.mine)
        how = (
            self.tr("请班长在队员页把您的登录名和队员对上。")
            if not model.me
            else self.tr("排班公布以后，您的班会列在这里。")
        )
        self._empty.show_state("calendar-event", self.tr("您的班会列在这里"), how)

    def retranslate(self) -> None:
        self.show_model(self._model)

    def restyle(self) -> None:
        self.table.setMinimumHeight(least_height(3))

    @staticmethod
    def _open(presenter: DutyPresenter, one: Own) -> None:
        presenter.go("roster", shift_id=one.shift_id)
