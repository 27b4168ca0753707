"""The list of all visits: any length, read as one scrolls; narrowed by state and type, begun at a day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.find.model import FILTERS, HistoryRow
from ui.pages.find.view_marks import mark_of, tone_of
from ui.texts import sentence
from ui.theme import current
from ui.widgets import (
    BigButton,
    Column,
    DateField,
    EmptyState,
    FlowLayout,
    KeysetModel,
    KeyTable,
    PickBox,
    Themed,
    label,
    least_height,
    show_if,
)

if TYPE_CHECKING:
    from ui.pages.find.presenter import FindPresenter

PAGE, LEAST_ROWS, NARROW_EMS = 200, 4, 38
WIDEST = 16_777_215  # as wide as it likes, in Qt
TYPES = ("guest", "domestic", "contractor", "agent", "official", "works", "other")


class HistoryPanel(Themed, QWidget):
    """opened(visit_id)."""

    opened = Signal(str)

    def __init__(self, presenter: FindPresenter) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._presenter = presenter
        self.states, self.kinds = PickBox(), PickBox()
        self.day = DateField()
        self.now = BigButton("", "row", "refresh")
        self._jumped = self._tight = self._narrow = False
        self.model = KeysetModel((), self._fetch, PAGE, self)
        self.table = KeyTable(self.model)
        self.empty = EmptyState("history", "", "")
        self.empty.hide()
        self._bar = QWidget()
        self._bar.setProperty("role", "clear")
        flow = FlowLayout(self._bar, gap="m")
        self._from = label("", "quiet", wrap=False)
        for widget in (self.states, self.kinds, self._from, self.day, self.now):
            flow.addWidget(widget)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._bar)
        self._column.addWidget(self.table, 1)
        self._column.addWidget(self.empty, 1)
        self.states.picked.connect(lambda key: presenter.narrow(states=key))
        self.kinds.picked.connect(lambda key: presenter.narrow(kind=key))
        self.day.dateChanged.connect(self._on_day)
        self.now.clicked.connect(self._to_now)
        self.table.opened.connect(lambda row: self.opened.emit(row.id))
        self.model.arrived.connect(lambda _: self._show_empty())
        self.ready()

    def begin(self) -> None:
        """The page was made: today's date stands in the field, the newest rows are read."""
        today = self._presenter.today()
        self.day.blockSignals(True)
        self.day.setMaximumDate(QDate(today.year, today.month, today.day))
        self.day.setDate(QDate(today.year, today.month, today.day))
        self.day.blockSignals(False)
        self.renew()

    def renew(self) -> None:
        """Other rows are wanted, or there are new ones: read from the beginning, unless somebody has scrolled away."""
        self.model.reload()

    def settled(self) -> bool:
        """True while the top of the list is in sight: new rows may push in."""
        return self.table.verticalScrollBar().value() == 0 and not self._jumped

    def _fetch(self, after: HistoryRow | None, reply: Callable[[Sequence[HistoryRow]], None]) -> None:
        self._presenter.fetch(after, reply, PAGE)

    def _show_empty(self) -> None:
        none = self.model.rowCount() == 0
        self.table.setVisible(not none)
        self.empty.setVisible(none)

    def _on_day(self, day: QDate) -> None:
        self._jumped = True
        picked = day.toPython()
        self._presenter.jump(picked if picked != self._presenter.today() else None)  # type: ignore[arg-type]

    def _to_now(self) -> None:
        self._jumped = False
        self.states.set_key("all")
        self.kinds.set_key("")
        self._presenter.narrow("all", "")
        self._presenter.jump(None)
        self.begin()

    def _columns(self) -> tuple[Column, ...]:
        narrow = self._narrow
        when = Column(self.tr("时间"), lambda row: row.when, 7 if narrow else 6)
        name = Column(self.tr("来访人"), self._name, 0 if narrow else 6, icon=lambda row: "flag" if row.watched else "")
        place = Column(self.tr("楼栋"), lambda row: self.tr("{b} 栋").format(b=row.place) if row.place else "", 3.5)
        now = Column(
            self.tr("现在"), lambda row: sentence(row.state), 8 if narrow else 0,
            icon=lambda row: mark_of(row.state), tone=lambda row: tone_of(row.state),
        )  # fmt: skip
        if narrow:
            return (when, name, place, now)
        kind = Column(self.tr("类型"), lambda row: sentence(f"visit.type.{row.kind}"), 7)
        party = Column(self.tr("人数"), lambda row: str(row.party), 3, right=True)
        return (when, name, kind, place, party, now, Column(self.tr("离开"), lambda row: row.left, 6))

    def _name(self, row: HistoryRow) -> str:
        name = row.name or self.tr("没有留姓名")
        if self._narrow and row.party > 1:
            return self.tr("{name} · {n} 人", "", row.party).format(name=name, n=row.party)
        return name

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < NARROW_EMS * current().text()
        if narrow != self._narrow:
            self._narrow = narrow
            self.model.set_columns(self._columns())

    def retranslate(self) -> None:
        words = {
            "all": self.tr("全部来过的"), "inside": self.tr("在里面"), "left": self.tr("已离开"),
            "refused": self.tr("没来或没放行"), "expected": self.tr("预约"),
        }  # fmt: skip
        self.states.set_choices([(key, words[key]) for key in FILTERS])
        self.kinds.set_choices([("", self.tr("全部类型")), *((kind, sentence(f"visit.type.{kind}")) for kind in TYPES)])
        self._from.setText(self.tr("从这天往前"))
        for box, text in ((self.states, self.tr("状态")), (self.kinds, self.tr("类型"))):
            box.setAccessibleName(text)
        self.day.setAccessibleName(self.tr("从这天往前"))
        self.now.setAccessibleName(self.tr("回到现在"))
        self.now.setToolTip(self.tr("回到现在"))
        self._fit_bar()
        self.table.setAccessibleName(self.tr("全部来访"))
        self.model.set_columns(self._columns())
        self.empty.show_state(
            "history", self.tr("这里会列出每一次来访"), self.tr("现在没有符合的。换个条件，或者按 F2 登记第一位。")
        )

    def restyle(self) -> None:
        self._column.setSpacing(current().space("m"))
        self.table.setMinimumHeight(current().table("row") + least_height(LEAST_ROWS))
        self._fit_bar()

    def be_tight(self, tight: bool) -> None:
        """Everything above the list on one line, where there is little height for the size of the text."""
        self._tight = tight
        self._fit_bar()

    def _fit_bar(self) -> None:
        letters, tight = current().text(), self._tight
        self.now.setText("" if tight else self.tr("回到现在"))  # the sign alone
        # In a tight window all stand on one line: what is chosen may be cut there, and is whole in the list of the box.
        for box, least, most in ((self.states, 9.0, 8.9), (self.kinds, 7.0, 9.1), (self.day, 8.0, 9.7)):
            box.setMinimumWidth(round(letters * (most if tight else least)))
            box.setMaximumWidth(round(letters * most) if tight else WIDEST)
        show_if(self._from, not tight)
