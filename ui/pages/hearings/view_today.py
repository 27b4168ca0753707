"""Today's sitting, big: when, where, who receives, who has come; and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.matters.lines import Line
from ui.matters.words import MatterWords
from ui.pages.hearings.model import Home, Sitting, Visit
from ui.pages.hearings.view_words import HearingsWords
from ui.theme import current
from ui.widgets import AttentionRow, BigButton, Card, EmptyState, PickBox, Pill, Sides, Themed, label, show_if

if TYPE_CHECKING:
    from ui.pages.hearings.presenter import HearingsPresenter

TONES = {
    "planned": ("info", "clock"),
    "open": ("ok", "messages"),
    "closed": ("plain", "circle-check"),
    "summarised": ("plain", "circle-check"),
}


class TodayView(Themed, QWidget):
    """`sitting()` is the one that is shown. Signals: `other(visit)` the other side of a quarrel comes, `read(visit)`."""

    stand_in = Signal()
    read = Signal(object)
    other = Signal(object)

    def __init__(self, presenter: HearingsPresenter) -> None:
        super().__init__()
        self._presenter, self._words, self._matters = presenter, HearingsWords(), MatterWords()
        self.home, self._chosen = Home(), ""
        self.choose = PickBox()
        self.choose.picked.connect(self._on_choose)
        self._card, self._list = Card(), Card()
        self._when, self._where, self._who = label("", "heading"), label("", "lead"), label("", "lead")
        self.state = Pill("")
        self._counts = label("", "strong")
        self.substitute = BigButton("", "row", "switch-horizontal")
        self.substitute.clicked.connect(self.stand_in)
        self._empty = EmptyState("messages", "", "")
        self._coming = label("", "muted")
        self._rows = QVBoxLayout()
        self._lay_out()
        self.ready()

    def _lay_out(self) -> None:
        top, low = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self._when, 1)
        top.addWidget(self.state)
        low.addWidget(self._counts, 1)
        low.addWidget(self.substitute)
        self._card.body.addWidget(self.choose)
        self._card.body.addLayout(top)
        for words in (self._where, self._who):
            self._card.body.addWidget(words)
        self._card.body.addLayout(low)
        self._card.body.addStretch(1)
        self._card.body.addWidget(self._coming)
        holder = QWidget()
        holder.setProperty("role", "clear")
        holder.setLayout(self._rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._list.body.addWidget(holder, 1)
        self._both = Sides(self._card, self._list, (5, 6), ems=30)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._both, 1)
        column.addWidget(self._empty, 1)

    def sitting(self) -> Sitting | None:
        """The one chosen, else the one that is open, else the first of the day."""
        found = self.home.today
        chosen = next((one for one in found if one.id == self._chosen), None)
        return chosen or next((one for one in found if one.state == "open"), found[0] if found else None)

    def show_home(self, home: Home) -> None:
        self.home = home
        self._say()

    def choose_sitting(self, sitting_id: str) -> None:
        self._chosen = sitting_id
        self._say()

    def restyle(self) -> None:
        self._rows.setSpacing(current().space("s"))

    def retranslate(self) -> None:
        self._say()

    def _say(self) -> None:
        sitting, words = self.sitting(), self._words
        show_if(self._both, sitting is not None)
        show_if(self._empty, sitting is None and self.home.known)
        coming = [f"{one.day} {one.hours} {words.receivers(one)}" for one in self.home.coming[:3]]
        self._coming.setText(self.tr("接下来：{list}").format(list="；".join(coming)) if coming else "")
        how = self.tr("排班里有接待班次时，会自己出现在这里。居民现在就来了，可以临时开一场；一件小事按 F9 也行。")
        self._empty.show_state(
            "messages", self.tr("今天没有排接待"), how + ("\n" + self._coming.text() if coming else "")
        )
        self.choose.set_choices([(one.id, f"{one.hours} {one.gate or one.place}") for one in self.home.today])
        show_if(self.choose, len(self.home.today) > 1)
        if sitting is None:
            return
        self.choose.set_key(sitting.id)
        self._when.setText(" ".join(part for part in (sitting.day, sitting.hours) if part))
        self._where.setText(" · ".join(dict.fromkeys(part for part in (sitting.gate, sitting.place) if part)))
        self._who.setText(self.tr("接待：{who}").format(who=words.receivers(sitting)))
        self._counts.setText(words.counts(sitting))
        tone, icon = TONES.get(sitting.state, ("plain", ""))
        self.state.show_state(tone, icon, words.state(sitting))
        self.substitute.setText(self.tr("换人或加人"))
        show_if(self.substitute, sitting.runs)
        self._list.set_title(self.tr("来过的居民"))
        self._say_visits(sitting)

    def _say_visits(self, sitting: Sitting) -> None:
        while self._rows.count():
            item = self._rows.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.deleteLater()
        if not sitting.visits:
            self._rows.addWidget(label(self.tr("第一位居民坐下以后，按「来了一位居民」。"), "muted"))
        for visit in reversed(sitting.visits):
            self._add_visit(sitting, visit)
        self._rows.addStretch(1)

    def _add_visit(self, sitting: Sitting, visit: Visit) -> None:
        title = self._words.who(visit)
        if visit.mediation:
            title = (
                self.tr("{who}（调解，另一方也要听）").format(who=title)
                if not visit.other_side_of
                else self.tr("{who}（调解的另一方）").format(who=title)
            )
        ask = "" if visit.confirmed else self.tr("读给居民听")
        row = AttentionRow("accent", "user", title, f"{visit.at}　{self._words.confirmed(visit)}", ask)
        row.acted.connect(lambda: self.read.emit(visit))
        self._rows.addWidget(row)
        for line in visit.lines:
            self._rows.addWidget(self._line(line))
        heard = any(one.other_side_of == visit.hearing_id for one in sitting.visits)
        if visit.mediation and not visit.other_side_of and not heard and sitting.runs:
            button = BigButton(self.tr("另一方来了"), "row", "users")
            button.clicked.connect(lambda: self.other.emit(visit))
            self._rows.addWidget(button)

    def _line(self, line: Line) -> QWidget:
        words = self._matters
        loose = line.state in ("recorded", "assigned", "reopened") and not line.ended and not (line.owner and line.due)
        sub = " · ".join(part for part in (words.owner(line) if line.owner else "", words.clock(line)) if part)
        tone, icon = (
            ("warn", "clock-exclamation")
            if loose
            else ("ok" if line.ended else "accent", "circle-check" if line.ended else "clock")
        )
        made = AttentionRow(
            tone, icon, words.pair(words.category(line.category), words.what(line)), sub, self.tr("打开")
        )
        made.acted.connect(lambda: self._presenter.open_matter(line.id))
        return made

    def _on_choose(self, key: str) -> None:
        self._chosen = key
        self._say()
