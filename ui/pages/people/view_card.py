"""A household, opened: who lives there, masked; what else is known of it; and one resident in full for half a minute."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui.pages.people.model import Card as Household
from ui.pages.people.model import PeopleModel, PersonLine, Shown
from ui.texts import sentence
from ui.theme import current
from ui.widgets import BigButton, Card, Column, KeyList, facts, label, show_if
from ui.widgets.row_table import RowTable
from ui.widgets.themed import Themed, set_role

if TYPE_CHECKING:
    from ui.pages.people.presenter import PeoplePresenter

TICK_MS = 200
ROWS = 3
BESIDE_EMS = 40
ICONS = {"standing": "repeat", "permit": "tools", "visit": "history"}


class RevealCard(Card):
    """One resident in full; a countdown says how long it stays."""

    def __init__(self, hide: BigButton) -> None:
        super().__init__(tone="warn")
        self._inside: QWidget | None = None
        self._left = label("", "lead", "warn", wrap=False)
        self.head.addWidget(self._left, 1)
        self.head.addWidget(hide)
        self.body.addStretch(1)
        self._drawn: Shown | None = None

    def draw(self, shown: Shown) -> None:
        self._left.setText(self.tr("还显示 {n} 秒").format(n=shown.left_s))
        same = self._drawn is not None and self._drawn.person_id == shown.person_id
        self._drawn = shown
        if same:
            return
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
        pairs = (
            (self.tr("姓名"), shown.name),
            (self.tr("电话"), shown.phone),
            (self.tr("车牌"), shown.plates),
            (self.tr("房号"), shown.place),
        )
        self._inside = facts([pair for pair in pairs if pair[1]], columns=1)
        self.body.insertWidget(1, self._inside)

    def forget(self) -> None:
        """Nothing in full stays in the widgets."""
        self._drawn = None
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
            self._inside = None


class HouseholdPanel(Themed, QWidget):
    def __init__(self, presenter: PeoplePresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._rows: list[tuple[str, str, str]] = []
        self._beside = True  # the cards stand beside each other
        self._hide = BigButton("", "row", "eye-off")
        self._hide.clicked.connect(presenter.hide)
        self.full = RevealCard(self._hide)
        self.full.hide()
        self.table = RowTable(
            [
                Column(self.tr("姓名"), lambda row: row.name, 6),
                Column(self.tr("身份"), lambda row: sentence(f"people.role.{row.role}"), 5),
                Column(self.tr("电话"), lambda row: row.phone),
            ],
            lambda row: row.id,
        )
        self.table.setAccessibleName(self.tr("这一户的住户"))
        self.table.moved.connect(self._on_moved)
        self.edit, self.add = BigButton("", "row", "pencil"), BigButton("", "row", "user-plus")
        self._nobody = label(self.tr("这一户还没有登记住户。"), "quiet")
        self._people = Card(self.tr("住户"))
        self._people.head.addWidget(self.edit)
        self._people.head.addWidget(self.add)
        self._people.body.addWidget(self._nobody)
        self._people.body.addWidget(self.table, 1)
        self._people.body.addStretch(0)
        self.codes, self.standing = BigButton("", "row", "qrcode"), BigButton("", "row", "repeat")
        self.notes = KeyList()
        self.notes.setAccessibleName(self.tr("通行证、许可和最近来访"))
        self.notes.opened.connect(self._on_note)
        self._none = label(self.tr("没有长期通行证、施工许可，近来也没有来访。"), "muted")
        self._code = label("", "strong")
        self._about = Card(self.tr("这一户"))
        self._about.head.addWidget(self.codes)
        self._about.head.addWidget(self.standing)
        for widget in (self._code, self._none, self.notes):
            self._about.body.addWidget(widget, 1 if widget is self.notes else 0)
        self._about.body.addStretch(0)
        self._build()
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(presenter.tick)
        self.ready()

    def _build(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.addWidget(self._people, 7)
        self._row.addWidget(self._about, 6)
        self._row.addWidget(self.full, 6)
        self._column.addLayout(self._row, 1)

    def draw(self, model: PeopleModel) -> None:
        card = model.card
        if card is None:
            return
        if card.residents != self.table.rows():
            self.table.show_rows(card.residents)
        ids = [one.id for one in card.residents]
        if model.chosen in ids and self.table.currentIndex().row() != ids.index(model.chosen):
            self.table.mark(ids.index(model.chosen))
        show_if(self.table, bool(card.residents))
        show_if(self._nobody, not card.residents)
        show_if(self.edit, model.may_edit and model.may_reveal and bool(card.residents))
        show_if(self.add, model.may_edit)
        show_if(self.standing, model.may_pass)
        self._say_notes(card)
        self._say_full(model.shown)

    def _say_notes(self, card: Household) -> None:
        self._code.setText(
            self.tr("户内码 {serial}").format(serial=card.indoor) if card.indoor else self.tr("还没有户内码")
        )
        set_role(self._code, tone="" if card.indoor else "warn")
        words = {
            "standing": self.tr("长期：{who} {type}，到 {when}"),
            "permit": self.tr("许可：{who} {type}，到 {when}"),
            "visit": self.tr("{when} {who} {type}"),
        }
        rows = [
            (
                f"{one.kind}:{one.id}",
                words[one.kind].format(who=one.words, type=sentence(one.code), when=one.when).strip(),
                ICONS[one.kind],
            )
            for one in card.notes
        ]
        if rows != self._rows:  # the mark stays where it is while nothing changes
            self._rows = rows
            self.notes.set_rows(rows)
        show_if(self.notes, bool(rows))
        show_if(self._none, not rows)

    def _say_full(self, shown: Shown | None) -> None:
        show_if(self.full, shown is not None)
        show_if(self._about, shown is None)
        show_if(self._people, shown is None or self._beside)
        if shown is None:
            self._tick.stop()
            self.full.forget()
        else:
            self.full.draw(shown)
            self._tick.start()

    def _on_moved(self) -> None:
        row = self.table.current_row()
        if isinstance(row, PersonLine):
            self._presenter.mark(row.id)

    def _on_note(self, key: str) -> None:
        kind, _, ref = key.partition(":")
        if ref:
            self._presenter.open_note(kind, ref)

    def retranslate(self) -> None:
        self._hide.setText(self.tr("现在遮住"))
        self.edit.setText(self.tr("改资料"))
        self.add.setText(self.tr("加一位"))
        self.codes.setText(self.tr("门码"))
        self.standing.setText(self.tr("长期通行"))

    def restyle(self) -> None:
        gap = current().space("m")
        self._column.setSpacing(gap)
        self._row.setSpacing(gap)
        self.table.setMinimumHeight(current().height("row") + ROWS * current().height("list"))
        self.notes.setMinimumHeight(2 * current().height("list"))

    def turn(self, width: int) -> None:
        """Side by side where there is room."""
        beside = self._beside = width >= BESIDE_EMS * current().text()
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
