"""Reservations: what is kept for whom, and the form of a new one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import moments
from ui.pages.lending.model import Home, KeepForm, Kept
from ui.pages.lending.view_who import WhoFields
from ui.theme import current
from ui.widgets import AttentionRow, Card, DateField, Field, Form, PickBox, Sides, Themed, label, show_if

if TYPE_CHECKING:
    from ui.pages.lending.presenter import LendingPresenter

HOURS = (1, 2, 3, 4, 8, 24, 48)


class KeepView(Themed, QWidget):
    """`begin(asset_id)`, `show_home(home)`; `keep()` is the main act."""

    def __init__(self, presenter: LendingPresenter) -> None:
        super().__init__()
        self._book, self._form, self._home = presenter.book, KeepForm(), Home()
        self.thing, self.day, self.hour, self.hours = PickBox(), DateField(), PickBox(), PickBox()
        self.who = WhoFields(presenter)
        self._fields = [Field("", one) for one in (self.thing, self.day, self.hour, self.hours)]
        self._none, self._list = label("", "muted"), QVBoxLayout()
        self.rows: list[AttentionRow] = []
        left, right, holder = Card(), Card("…"), QWidget()
        self._right = right
        lines = Form(columns=2)
        for field in self._fields:
            lines.add(field)
        for widget in (lines, self.who):
            left.body.addWidget(widget)
        left.body.addStretch(1)
        holder.setProperty("role", "clear")
        holder.setLayout(self._list)
        self._list.setContentsMargins(0, 0, 0, 0)
        right.body.addWidget(self._none)
        right.body.addWidget(holder)
        right.body.addStretch(1)
        self.who.entered.connect(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Sides(left, right, (6, 5), ems=34), 1)
        self.ready()

    def begin(self, asset_id: str = "") -> None:
        """A fresh form, for a thing."""
        self._form = replace(self._book.keep_form(), asset_id=asset_id)
        self.who.show_who(self._form.who)
        self.day.setDate(QDate.fromString(self._form.day, Qt.DateFormat.ISODate))
        self.hour.set_key(str(self._form.hour))
        self.hours.set_key(str(self._form.hours))
        self._say_things()
        self.thing.set_key(asset_id or (self._lendable()[0][0] if self._lendable() else ""))

    def form(self) -> KeepForm:
        """What is filled in."""
        return replace(
            self._form, asset_id=self.thing.key(), day=self.day.date().toString(Qt.DateFormat.ISODate),
            hour=int(self.hour.key() or 9), hours=int(self.hours.key() or 2), who=self.who.who(),
        )  # fmt: skip

    def keep(self) -> None:
        form = self.form()
        if not form.asset_id:
            self._fields[0].set_error(self.tr("请选要预约的东西"))
        elif not form.who.known:
            self.who.set_error(self.tr("请选房号，或写称呼和电话"))
        else:
            self._book.keep(form, self.tr("预约好了"))

    def show_home(self, home: Home) -> None:
        self._home = home
        self._say_things()
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self._row(one) for one in home.kept]
        for row in self.rows:
            self._list.addWidget(row)
        show_if(self._none, not home.kept)

    def retranslate(self) -> None:
        self._right.set_title(self.tr("已经预约的"))
        self._none.setText(self.tr("还没有人预约。预约过的，别人来借时会提醒。"))
        words = (self.tr("预约哪一件"), self.tr("哪一天"), self.tr("几点来拿"), self.tr("用多久"))
        for field, word in zip(self._fields, words, strict=True):
            field.set_words(word)
        self.hour.set_choices([(str(hour), moments.hour(hour * 60)) for hour in range(6, 23)])
        spans = [(str(n), self.tr("{n} 小时").format(n=n)) for n in HOURS]
        self.hours.set_choices(spans)
        self.show_home(self._home)

    def restyle(self) -> None:
        self._list.setSpacing(current().space("s"))

    def _lendable(self) -> list[tuple[str, str]]:
        return [(one.id, one.title) for one in self._home.things if not one.gives and not one.retired]

    def _say_things(self) -> None:
        self.thing.set_choices(self._lendable())

    def _row(self, kept: Kept) -> AttentionRow:
        tone, icon = ("ok", "bell") if kept.now else ("info", "calendar-event")
        row = AttentionRow(tone, icon, kept.title, f"{kept.span}　{kept.who}", self.tr("取消"))
        row.acted.connect(lambda: self._book.cancel(kept.id, self.tr("预约取消了")))
        return row
