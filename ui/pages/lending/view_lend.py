"""The form of a handing out: which things, to whom, until when; what speaks against it stands beside each thing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.pages.lending.model import Form, Home, Thing, Weighed
from ui.pages.lending.view_who import WhoFields
from ui.pages.lending.view_words import LendingWords
from ui.theme import current
from ui.widgets import BigButton, Card, Field, IconView, PickBox, Sides, Stepper, Themed, label, show_if

if TYPE_CHECKING:
    from ui.pages.lending.presenter import LendingPresenter

ITEMS_MAX = 12
PIECES_MAX = 99


class Item(Themed, QWidget):
    """One thing of the form: what it is, what speaks against it, a tick to go over that, how many, away with it."""

    def __init__(self, thing: Thing) -> None:
        super().__init__()
        self.thing, self._words = thing, LendingWords()
        self.setProperty("role", "clear")
        self._mark, self._name = IconView(thing.icon, "accent", "tile"), label(thing.title, "strong")
        self._why: QLabel = label("", "", tone="warn")
        self.over, self.away = QCheckBox(), BigButton("", "row", "x")
        self.pieces = Stepper(1, min(PIECES_MAX, max(1, thing.left)))
        words, self._row = QVBoxLayout(), QHBoxLayout(self)
        for part in (self._name, self._why, self.over):
            words.addWidget(part)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._mark)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.pieces)
        self._row.addWidget(self.away)
        show_if(self.pieces, thing.gives)
        self.show_bars(())
        self.ready()

    def show_bars(self, bars: tuple[str, ...]) -> None:
        """What speaks against it."""
        self._bars = bars
        self._why.setText(self._words.bars(bars))
        show_if(self._why, bool(bars))
        show_if(self.over, bool(bars) and not self._words.forbidden(bars))

    def over_bars(self) -> tuple[str, ...]:
        """What a person saw and goes over."""
        return self._bars if self.over.isChecked() else ()

    def stops(self) -> bool:
        """It cannot be handed over as things stand."""
        return self._words.forbidden(self._bars) or (bool(self._bars) and not self.over.isChecked())

    def retranslate(self) -> None:
        self.over.setText(self.tr("东西就在手里，照样借"))
        self.away.setText(self.tr("去掉"))
        self.away.setAccessibleDescription(self.thing.title)
        self.show_bars(self._bars)

    def restyle(self) -> None:
        self._row.setSpacing(current().space("m"))


class LendView(Themed, QWidget):
    """`begin(thing=None, who=None)`, `add(thing)`, `form()`, `restore(form)`; `lend()` is the main act."""

    def __init__(self, presenter: LendingPresenter) -> None:
        super().__init__()
        self._presenter, self._words = presenter, LendingWords()
        self._form, self._home = Form(), Home()
        self.items: list[Item] = []
        self.who, self.due, self.more = WhoFields(presenter), PickBox(), PickBox()
        self._due, self._more = Field("", self.due), Field("", self.more)
        self._until, self._lack = label("", "muted"), label("", "", tone="bad")
        self.more.picked.connect(self._on_more)
        self.due.picked.connect(lambda _: self.weigh())
        self.who.changed.connect(self.weigh)
        self.who.entered.connect(self.lend)
        presenter.weighed = self.show_weighed
        left, right = Card(), Card()
        self._holder, self._list = QWidget(), QVBoxLayout()
        self._holder.setProperty("role", "clear")
        self._holder.setLayout(self._list)
        self._list.setContentsMargins(0, 0, 0, 0)
        for widget in (self._holder, self._more, self._lack):
            left.body.addWidget(widget)
        left.body.addStretch(1)
        for widget in (self.who, self._due, self._until):
            right.body.addWidget(widget)
        right.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Sides(left, right, (5, 6), ems=34), 1)
        self.ready()

    def begin(self) -> None:
        """An empty form, or the one half filled in."""
        if not self.form().as_draft():
            self.restore(self._presenter.begin())

    def clear(self) -> None:
        self.restore(Form())

    def show_home(self, home: Home) -> None:
        self._home = home
        self._say()

    def add(self, thing: Thing) -> None:
        """One thing more; one that stands there already is not added twice."""
        if not any(item.thing.id == thing.id for item in self.items) and len(self.items) < ITEMS_MAX:
            item = Item(thing)
            item.away.clicked.connect(lambda: self._drop(item))
            item.over.toggled.connect(lambda _: self._lack.clear())
            self.items.append(item)
            self._list.addWidget(item)
            self._say()
            self.weigh()

    def form(self) -> Form:
        """What is filled in."""
        return replace(
            self._form, things=tuple(item.thing.id for item in self.items),
            pieces=tuple(item.pieces.value() for item in self.items), due=self.due.key() or "usual", who=self.who.who(),
            over=tuple(dict.fromkeys(bar for item in self.items for bar in item.over_bars())),
        )  # fmt: skip

    def restore(self, form: Form) -> None:
        """Show a form; things that are not there any more are left out."""
        while self.items:
            self._remove(self.items[0])
        self._form = form
        self.who.show_who(form.who)
        self.due.set_key(form.due or "usual")
        known = {thing.id: thing for thing in self._home.things}
        for one in form.things:
            if one in known:
                self.add(known[one])
        self._lack.clear()
        self._say()

    def weigh(self) -> None:
        form = self.form()
        if form.things:
            self._presenter.weigh(form)

    def show_weighed(self, weighed: Weighed) -> None:
        for item in self.items:
            item.show_bars(weighed.bars.get(item.thing.id, ()))
        until = self.tr("请在 {time} 前还").format(time=weighed.due) if weighed.due else ""
        self._until.setText(until if self.items else "")

    def lend(self) -> None:
        form = self.form()
        self._lack.clear()
        if not form.things:
            self._lack.setText(self.tr("请先扫物品码，或从下面选一件"))
        elif any(item.stops() for item in self.items):
            self._lack.setText(self.tr("有一件不能直接借：换一件，或者勾上“照样借”"))
        elif not form.who.known:
            self.who.set_error(self.tr("请选房号，或写称呼和电话"))
        else:
            self._presenter.lend(form if form.id else replace(form, id=self._presenter.begin().id))

    def retranslate(self) -> None:
        self._due.set_words(self.tr("借多久"))
        self._more.set_words(self.tr("再加一件"))
        self.due.set_choices(self._words.dues())
        if not self.due.key():
            self.due.set_key("usual")
        self._say()

    def restyle(self) -> None:
        self._list.setSpacing(current().space("m"))

    def _say(self) -> None:
        here = {item.thing.id for item in self.items}
        first = self.tr("扫物品码，或在这里选") if not self.items else self.tr("不加了")
        free = [one for one in self._home.things if one.id not in here and not one.retired and (one.free or one.gives)]
        self.more.set_choices([("", first), *((one.id, one.title) for one in free)])
        self.more.set_key("")
        show_if(self._holder, bool(self.items))
        if not self.items:
            self._until.clear()

    def _on_more(self, key: str) -> None:
        thing = next((one for one in self._home.things if one.id == key), None)
        if thing is not None:
            self.add(thing)

    def _drop(self, item: Item) -> None:
        self._remove(item)
        self._say()
        self.weigh()

    def _remove(self, item: Item) -> None:
        self.items.remove(item)
        self._list.removeWidget(item)
        item.hide()
        item.deleteLater()
