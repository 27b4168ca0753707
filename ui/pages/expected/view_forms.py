"""The two forms: somebody is announced for today or later; a household's standing pass."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, QTime, Signal
from PySide6.QtWidgets import QLineEdit, QTimeEdit

from desk.people.reads_doors import Door
from ui.texts import sentence
from ui.widgets import (
    BigButton,
    Card,
    DateField,
    DoorField,
    Field,
    Form,
    PickBox,
    Stepper,
    Weekdays,
)

if TYPE_CHECKING:
    from ui.pages.expected.presenter import ExpectedPresenter

TYPES = ("guest", "domestic", "contractor", "agent", "official", "works", "other")
HELPERS = ("domestic", "guest", "contractor", "other")
HOURS_AHEAD, MINUTES, MOST_DAYS = 4, 60, 90
EVERY_DAY = (1, 2, 3, 4, 5, 6, 7)
LATEST = 23 * MINUTES + 30


class FormPanel(Card):
    """Shared by both forms: the household and a name; the page puts its three buttons at the foot. closed()."""

    closed = Signal()

    def __init__(self, presenter: ExpectedPresenter) -> None:
        self._presenter = presenter
        self.door_id = ""
        super().__init__(tone="info")
        self.door = DoorField()
        self.door.searched.connect(presenter.find_door)
        self.door.picked.connect(self.pick)
        self.name, self.phone = QLineEdit(), QLineEdit()
        self.kind = PickBox()
        self.start, self.end = QTimeEdit(), QTimeEdit()
        for clock in (self.start, self.end):
            clock.setDisplayFormat("HH:mm")
        self.form = Form(columns=2)
        self.form.add(self.door)
        self._name = self.form.add(Field("", self.name))
        self._phone = self.form.add(Field("", self.phone, optional=True))
        self._kind = self.form.add(Field("", self.kind))
        self.body.addWidget(self.form)
        self.build()
        self.save, self.with_pass = BigButton("", "main", "check"), BigButton("", "quiet", "ticket")
        self.no = BigButton("", "quiet", "", "Esc")
        self.body.addStretch(1)
        self.save.clicked.connect(lambda: self.keep(False))
        self.with_pass.clicked.connect(lambda: self.keep(True))
        self.no.clicked.connect(self.closed)
        self.retranslate()

    def build(self) -> None:
        """More fields."""

    def begin(self) -> None:
        """Empty, ready to be filled in."""
        self._presenter.doors = self.door.show_doors
        for line in (self.name, self.phone):
            line.clear()
        for field in self.form.fields():
            field.set_error("")
        self.pick(None)
        self.door.line.clear()
        self.door.line.setFocus()

    def pick(self, door: Door | None) -> None:
        """A household was picked, or taken back."""
        self.door_id = door.id if door is not None else ""
        self.door.show_door(door)
        if door is not None:
            self.door.set_error("")
            self.name.setFocus()

    def keep(self, with_pass: bool) -> None:
        """Write it down."""

    def values(self) -> dict[str, Any]:
        """What every form says. Plain names of the service."""
        return {"household_id": self.door_id or None, "kind": self.kind.key(), "phone": self.phone.text()}

    def retranslate(self) -> None:
        if not hasattr(self, "no"):
            return
        self.door.set_words(sentence("visit.field.household"))
        self._phone.set_words(sentence("visit.field.phone"))
        self.phone.setPlaceholderText(self.tr("可只填尾号"))
        self._kind.set_words(sentence("visit.field.visitor_type"))
        self.no.setText(self.tr("不做了"))


def minutes(clock: QTimeEdit) -> int:
    """Minutes of the day."""
    return clock.time().hour() * MINUTES + clock.time().minute()


class AnnouncePanel(FormPanel):
    """Called in by a resident."""

    def build(self) -> None:
        self.day, self.party = DateField(), Stepper(1, 200)
        self._more = [self.form.add(Field("", editor)) for editor in (self.day, self.party, self.start, self.end)]

    def begin(self) -> None:
        super().begin()
        self._presenter.begin()
        today, minute = self._presenter.now()
        self.day.setMinimumDate(QDate(today.year, today.month, today.day))
        self.day.setDate(QDate(today.year, today.month, today.day))
        first = min((minute // 30) * 30, LATEST)
        self.start.setTime(QTime(first // MINUTES, first % MINUTES))
        last = min(first + HOURS_AHEAD * MINUTES, LATEST)
        self.end.setTime(QTime(last // MINUTES, last % MINUTES))
        self.party.show_value(1)
        self.kind.set_key(TYPES[0])

    def keep(self, with_pass: bool) -> None:
        if not (self.door_id or self.name.text().strip()):
            self.door.set_error(self.tr("请选哪一户，或者至少写姓名"))
            self.door.line.setFocus()
            return
        fields = {**self.values(), "name": self.name.text(), "party_size": self.party.value()}
        self._presenter.announce(self.day.date().toPython(), minutes(self.start), minutes(self.end), fields, with_pass)  # type: ignore[arg-type]

    def retranslate(self) -> None:
        super().retranslate()
        if not hasattr(self, "no"):
            return
        self.set_title(self.tr("住户来电，记一位预约"))
        self._name.set_words(sentence("visit.field.name"))
        words = (self.tr("哪天"), sentence("visit.field.party_size"), self.tr("从几点"), self.tr("到几点"))
        for field, text in zip(self._more, words, strict=True):
            field.set_words(text)
        self.party.words = self.tr("{n} 人")
        self.party.name(sentence("visit.field.party_size"))
        self.party.show_value(self.party.value())
        self.kind.set_choices([(kind, sentence(f"visit.type.{kind}")) for kind in TYPES])
        self.save.setText(self.tr("记下预约"))
        self.with_pass.setText(self.tr("记下，并给来访证"))


class StandingPanel(FormPanel):
    """For a nanny, a cleaner, a tutor: days, hours, at most 90 days."""

    def build(self) -> None:
        self.first, self.last, self.days = DateField(), DateField(), Weekdays()
        self._more = [self.form.add(Field("", editor)) for editor in (self.first, self.last, self.start, self.end)]
        self._days = Field("", self.days)
        self.body.addWidget(self._days)

    def begin(self) -> None:
        super().begin()
        today, _ = self._presenter.now()
        first = QDate(today.year, today.month, today.day)
        self.first.setMinimumDate(first)
        self.first.setDate(first)
        self.last.setDate(first.addDays(MOST_DAYS - 1))
        self.start.setTime(QTime(8, 0))
        self.end.setTime(QTime(18, 0))
        self.days.set_days((1, 2, 3, 4, 5))
        self.kind.set_key(HELPERS[0])

    def keep(self, with_pass: bool) -> None:
        self.door.set_error("" if self.door_id else self.tr("请选哪一户"))
        self._name.set_error("" if self.name.text().strip() else self.tr("请写一个称呼"))
        if self.form.first_wrong() is not None:
            return
        fields = {**self.values(), "alias": self.name.text()}
        self._presenter.give_standing(
            fields, self.first.date().toPython(), self.last.date().toPython(), self.days.days(),  # type: ignore[arg-type]
            minutes(self.start), minutes(self.end), with_pass,
        )  # fmt: skip

    def retranslate(self) -> None:
        super().retranslate()
        if not hasattr(self, "no"):
            return
        self.set_title(self.tr("常来的人：住户担保，最多 90 天，随时可以收回"))
        self._name.set_words(self.tr("住户怎么称呼"), self.tr("例如 王阿姨"))
        words = (self.tr("从哪天"), self.tr("到哪天"), self.tr("每天从"), self.tr("每天到"))
        for field, text in zip(self._more, words, strict=True):
            field.set_words(text)
        self._days.set_words(self.tr("哪几天来"))
        self.kind.set_choices([(kind, sentence(f"visit.type.{kind}")) for kind in HELPERS])
        self.save.setText(self.tr("记下"))
        self.with_pass.setText(self.tr("记下，并给一张证"))
