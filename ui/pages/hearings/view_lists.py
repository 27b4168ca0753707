"""Two lists: every open matter with its time, and who waits to be called."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.matters.words import MatterWords, spaced
from ui.pages.hearings.model import Call, Home, OwedList
from ui.paper.matter_slip import BodyPaper, Slip
from ui.theme import current
from ui.widgets import (
    AttentionRow,
    BigButton,
    Column,
    EmptyState,
    FlowLayout,
    PickBox,
    RowTable,
    Scroller,
    Themed,
    least_height,
    show_if,
)

if TYPE_CHECKING:
    from ui.pages.hearings.presenter import HearingsPresenter

SECOND_MS = 1000


class MatterTable(RowTable):
    NARROW_EMS = 38

    def __init__(self) -> None:
        self._words = MatterWords()
        super().__init__((), lambda line: line.id, marks=False)

    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("事项"))
        self.set_columns(self.columns())

    def columns(self) -> list[Column]:
        words = self._words
        found = [
            Column(self.tr("时间"), words.clock, 10, icon=words.icon, tone=words.tone),
            Column(self.tr("类别"), lambda line: words.category(line.category), 6),
            Column(self.tr("什么事"), lambda line: " · ".join(p for p in (words.what(line), line.place) if p)),
            Column(self.tr("谁办"), words.owner, 7),
            Column(self.tr("记下"), lambda line: line.at, 7),
        ]
        return [found[0], found[2], found[3]] if self.narrow() else found


class MattersView(Themed, QWidget):
    """Open ones, or those of the last days that are done; of everybody, or of one body, and then on paper too: wanted(body, on a sheet)."""

    wanted = Signal(str, bool)

    def __init__(self, presenter: HearingsPresenter) -> None:
        super().__init__()
        self._words = MatterWords()
        self.table, self._empty = MatterTable(), EmptyState("report", "", "")
        self.done = BigButton("", "row", "history")
        self.done.setCheckable(True)
        self.done.clicked.connect(self._say)
        self.owner = PickBox()
        self.owner.picked.connect(lambda _: self._say())
        self.slip, self.sheet = BigButton("", "row", "printer"), BigButton("", "row", "printer")
        self.slip.clicked.connect(lambda: self.wanted.emit(self.owner.key(), False))
        self.sheet.clicked.connect(lambda: self.wanted.emit(self.owner.key(), True))
        self.table.opened.connect(lambda line: presenter.open_matter(line.id))
        self.table.pressed_cell.connect(lambda line, _: presenter.open_matter(line.id))
        self._home = Home()
        self._top = QWidget()
        self._top.setProperty("role", "clear")
        flow = FlowLayout(self._top, gap="s")
        for widget in (self.owner, self.done, self.slip, self.sheet):
            flow.addWidget(widget)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._top)
        for widget in (self.table, self._empty):
            self._column.addWidget(widget, 1)
        self.ready()

    def show_home(self, home: Home) -> None:
        self._home = home
        self._say_owners()
        self._say()

    def paper(self, found: OwedList) -> BodyPaper:
        """What a body owes, in words."""
        words = self._words
        owner = words.body(found.owner)
        slips = tuple(
            Slip(
                found.estate, spaced(one.line.number), owner, words.category(one.line.category),
                "" if one.line.hidden else one.line.place, words.what(one.line) if one.line.hidden else one.line.text,
                one.noted_at, one.due, words.overdue(one.line), one.told,
            )
            for one in found.items
        )  # fmt: skip
        made_at = self.tr("{time} 打印").format(time=found.made_at)
        return BodyPaper(found.owner.code, found.estate, owner, made_at, slips, words.phones(found.owner), found.phone)

    def _say_owners(self) -> None:
        """Everybody, and each body that has something on its hands."""
        counted = Counter(line.owner for line in self._home.lines if line.owner)
        kept = self.owner.key()
        bodies = [one for one in self._home.bodies if counted[one.code]]
        choices = [(one.code, f"{self._words.body(one)} {counted[one.code]}") for one in bodies]
        self.owner.set_choices([("", self.tr("所有单位")), *choices])
        self.owner.set_key(kept if counted[kept] else "")

    def restyle(self) -> None:
        self._column.setSpacing(current().space("s"))
        self.table.setMinimumHeight(least_height(3))

    def retranslate(self) -> None:
        self.done.setText(self.tr("看最近的"))
        self.owner.setAccessibleName(self.tr("谁办"))
        self.slip.setText(self.tr("打小条给他们"))
        self.sheet.setText(self.tr("打印整页"))
        self._say_owners()
        self._empty.show_state(
            "report",
            self.tr("没有在办的事"),
            self.tr("居民在窗口说的事、接待时没有当场答复的事，会列在这里，时间最紧的在最上面。"),
        )
        self._say()

    def _say(self) -> None:
        owner = self.owner.key()
        lines = self._home.ended if self.done.isChecked() else self._home.lines
        rows = tuple(line for line in lines if not owner or line.owner == owner)
        self.table.show_rows(rows)
        for button in (self.slip, self.sheet):
            show_if(button, bool(owner and rows) and not self.done.isChecked())
        show_if(self.table, bool(rows))
        show_if(self._empty, not rows and self._home.known)
        show_if(self.owner, bool(lines))


class CallsView(Themed, QWidget):
    """Each one a row with what to tell them; the number only for a while."""

    def __init__(self, presenter: HearingsPresenter) -> None:
        super().__init__()
        self._presenter, self._words = presenter, MatterWords()
        self._calls: tuple[Call, ...] = ()
        self._known = False
        self._shown: dict[str, tuple[str, int]] = {}
        presenter.number = self._on_number
        self._second = QTimer(self, interval=SECOND_MS)
        self._second.timeout.connect(self._on_second)
        self._empty = EmptyState("phone", "", "")
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        holder.setProperty("role", "clear")
        holder.setLayout(self._rows)
        self._scroll = Scroller(holder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._scroll, self._empty):
            column.addWidget(widget, 1)
        self.ready()

    def show_home(self, home: Home) -> None:
        self._calls, self._known = home.calls, home.known
        self._say()

    def cover(self) -> None:
        """No number stands there any longer."""
        self._second.stop()
        self._shown.clear()
        self._say()

    def restyle(self) -> None:
        self._rows.setSpacing(current().space("m"))

    def retranslate(self) -> None:
        self._empty.show_state(
            "phone",
            self.tr("今天没有要回的电话"),
            self.tr("有了答复、居民还不知道的，会列在这里；打过电话，到那件事里按「居民满意」或「没办好」。"),
        )
        self._say()

    def _say(self) -> None:
        show_if(self._scroll, bool(self._calls))
        show_if(self._empty, not self._calls and self._known)
        while self._rows.count():
            item = self._rows.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.deleteLater()
        for call in self._calls:
            self._add(call)
        self._rows.addStretch(1)

    def _add(self, call: Call) -> None:
        number, seconds = self._shown.get(call.matter_id, ("", 0))
        title = number or "　".join(part for part in (call.name, call.phone) if part)
        told = (
            self.tr("告诉居民：{answer}").format(answer=call.answer)
            if call.answer
            else self.tr("还没有答复，说一声在办")
        )
        when = self.tr("约了 {time}").format(time=call.when) if call.when else ""
        what = (
            f"{self._words.category(call.category)}：{call.text}" if call.text else self._words.category(call.category)
        )
        sub = " · ".join(part for part in (what, when, told) if part)
        row = AttentionRow(
            "accent", "phone", title, sub, self.tr("{n} 秒后收起").format(n=seconds) if seconds else self.tr("看号码")
        )
        row.button.setEnabled(not seconds)
        row.acted.connect(lambda: self._presenter.reveal(call.matter_id, call.hearing_id))
        open_ = BigButton(self.tr("打过了"), "row", "arrow-right")
        open_.clicked.connect(lambda: self._presenter.open_matter(call.matter_id))
        layout = row.layout()
        assert layout is not None
        layout.addWidget(open_)
        self._rows.addWidget(row)

    def _on_number(self, matter_id: str, number: str, seconds: int) -> None:
        self._shown[matter_id] = (number, seconds)
        self._second.start()
        self._say()

    def _on_second(self) -> None:
        self._shown = {one: (number, left - 1) for one, (number, left) in self._shown.items() if left > 1}
        if not self._shown:
            self._second.stop()
        self._say()
