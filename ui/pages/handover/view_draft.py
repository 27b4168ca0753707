"""The draft as one column: each group with one tick or a note, what is counted with large plus and minus, a last word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk.duty.rules_handover import NOTE_MAX, Answer, Count, Group, Lack, Topic
from ui.pages.handover.model import HandoverModel
from ui.pages.handover.view_words import ICONS, PAGES, HandoverWords
from ui.theme import current
from ui.widgets import Banner, BigButton, Card, IconView, Themed, label, set_role, show_if

if TYPE_CHECKING:
    from ui.pages.handover.presenter import HandoverPresenter


class NoteLine(QLineEdit):
    """One line of words, as long as is kept."""

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(NOTE_MAX)


class GroupRow(Themed, QFrame):
    """One group. Its tick stands large at the right; `写一句` opens a line under it, and counts as well."""

    def __init__(self, presenter: HandoverPresenter, topic: Topic) -> None:
        super().__init__()
        self.setProperty("role", "note")
        self._presenter, self._words, self.topic = presenter, HandoverWords(), topic
        self._group, self._answer = Group(topic), Answer()
        self._times: Mapping[int, str] = {}
        self._mark, self._title, self._lines = (
            IconView(ICONS[topic], "accent", "tile"),
            label("", "strong"),
            label("", ""),
        )
        self.tick, self.write = BigButton("", "quiet", "square"), BigButton("", "row", "pencil")
        self.look = BigButton("", "row", "eye")
        self.note = NoteLine()
        self.tick.setCheckable(True)
        self.tick.clicked.connect(lambda on: presenter.tick(topic.value, on))
        self.write.clicked.connect(self._on_write)
        page, arguments = PAGES.get(topic, ("", {}))
        self._page = page
        self.look.clicked.connect(lambda: presenter.look_at(page, **arguments))
        self.note.textEdited.connect(lambda text: presenter.note(topic.value, text))
        self._lay_out()
        self.ready()

    def _lay_out(self) -> None:
        self._side = QHBoxLayout()
        for button in (self.look, self.write, self.tick):
            self._side.addWidget(button)
        self._said = QVBoxLayout()
        self._said.setSpacing(0)
        self._said.addWidget(self._title)
        self._said.addWidget(self._lines)
        self._row = QHBoxLayout()
        self._row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._said, 1)
        self._row.addLayout(self._side)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._row)
        self._column.addWidget(self.note)
        show_if(self.note, False)

    def show_group(self, group: Group, answer: Answer, times: Mapping[int, str]) -> None:
        self._group, self._answer, self._times = group, answer, times
        if not self.note.hasFocus() and self.note.text() != answer.note:
            self.note.setText(answer.note)
        show_if(self.note, bool(answer.note) or not self.note.isHidden())
        self.tick.setChecked(answer.tick)
        self._say()

    def ask(self) -> None:
        """This one is missing."""
        set_role(self, tone="bad")
        self.tick.setFocus()

    def restyle(self) -> None:
        theme = current()
        self._column.setContentsMargins(theme.space("l"), theme.space("s"), theme.space("m"), theme.space("s"))
        self._column.setSpacing(theme.space("s"))
        self._row.setSpacing(theme.space("m"))
        self._side.setSpacing(theme.space("s"))
        self._said.setSpacing(0)
        large = theme.large()
        for button in (self.look, self.write):
            button.set_alone(large)

    def retranslate(self) -> None:
        self.write.setText(self.tr("写一句"))
        self.look.setText(self.tr("去看"))
        self.note.setPlaceholderText(self.tr("要交代的话，比如：等住户来接"))
        self.note.setAccessibleName(self.tr("交代一句"))
        self._say()

    def _say(self) -> None:
        group, answer = self._group, self._answer
        set_role(self, tone="ok" if answer.given else group.tone)
        tone = "ok" if answer.given else group.tone or "accent"
        self._mark.show_icon(ICONS[self.topic], tone)
        title = self._words.title(group)
        self._title.setText(title)
        lines = self._words.lines(group, self._times)
        self._lines.setText("\n".join(lines))
        show_if(self._lines, bool(lines))
        show_if(self.look, bool(self._page))
        self.tick.setText(self.tr("看过了"))
        self.tick.set_icon("square-check" if answer.tick else "square")
        for button in (self.tick, self.write, self.look):
            button.setAccessibleDescription(title)

    def _on_write(self) -> None:
        show_if(self.note, True)
        self.note.setFocus()


class CountRow(Themed, QWidget):
    """A thing and how many there are; `对得上` is one press, and a number that differs asks why."""

    def __init__(self, presenter: HandoverPresenter, item_id: str) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._presenter, self._words, self.item_id = presenter, HandoverWords(), item_id
        self._count = Count(item_id, "", 0)
        self._name, self._expected = label("", "strong"), label("", "muted", wrap=False)
        self.minus, self.plus = BigButton("", "quiet", "minus"), BigButton("", "quiet", "plus")
        self._figure = label("", "lead", wrap=False)
        self._figure.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.right = BigButton("", "quiet", "square")
        self.right.setCheckable(True)
        self.note = NoteLine()
        self.minus.clicked.connect(lambda: self._step(-1))
        self.plus.clicked.connect(lambda: self._step(1))
        self.right.clicked.connect(self._on_right)
        self.note.textEdited.connect(lambda text: presenter.count(item_id, self._count.counted, text))
        self._lay_out()
        self.ready()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._expected)
        self._row = QHBoxLayout()
        self._row.addLayout(words, 1)
        for widget in (self.minus, self._figure, self.plus, self.right):
            self._row.addWidget(widget)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._row)
        self._column.addWidget(self.note)
        show_if(self.note, False)

    def show_count(self, count: Count) -> None:
        self._count = count
        if not self.note.hasFocus() and self.note.text() != count.note:
            self.note.setText(count.note)
        show_if(self.note, count.differs)
        self._say()

    def ask(self, why: bool) -> None:
        """This one is missing: its count, or why it differs."""
        (self.note if why else self.right).setFocus()

    def restyle(self) -> None:
        theme = current()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.space("xs"))
        self._row.setSpacing(theme.space("s"))
        self._figure.setMinimumWidth(theme.text() * 2)

    def retranslate(self) -> None:
        self.note.setPlaceholderText(self.tr("为什么对不上？比如：物业借走一把"))
        self.note.setAccessibleName(self.tr("为什么对不上"))
        self.right.setText(self.tr("对得上"))
        self._say()

    def _say(self) -> None:
        count = self._count
        self._name.setText(count.name)
        self._expected.setText(self.tr("应有 {n}").format(n=count.expected))
        self._figure.setText("—" if count.counted is None else str(count.counted))
        set_role(self._figure, tone="bad" if count.differs else "")
        right = count.counted == count.expected
        self.right.setChecked(right)
        self.right.set_icon("square-check" if right else "square")
        self.minus.setAccessibleName(self.tr("{name}少一个").format(name=count.name))
        self.plus.setAccessibleName(self.tr("{name}多一个").format(name=count.name))
        self.right.setAccessibleDescription(count.name)

    def _step(self, by: int) -> None:
        base = self._count.expected if self._count.counted is None else self._count.counted
        self._presenter.count(self.item_id, max(0, base + by))

    def _on_right(self) -> None:
        self._presenter.count(
            self.item_id, None if self._count.counted == self._count.expected else self._count.expected
        )


class DraftView(Themed, QWidget):
    """`show_model(model)`; rows are kept while their topic stays, so that the keyboard stays too."""

    def __init__(self, presenter: HandoverPresenter) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._presenter, self._words, self._model = presenter, HandoverWords(), HandoverModel()
        self.held = Banner("", "warn", "hourglass", closable=False)
        self.rows = {topic: GroupRow(presenter, topic) for topic in Topic}
        self.counts: dict[str, CountRow] = {}
        self.things, self.calm, self.word = Card(), label("", "quiet"), NoteLine()
        self._unknown = label("", "quiet")
        self._last = label("", "strong")
        self._last.setBuddy(self.word)
        self.word.textEdited.connect(presenter.words)
        self._column = QVBoxLayout(self)
        for widget in (self.held, *self.rows.values(), self.things, self._last, self.word, self._unknown, self.calm):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self.ready()

    def show_model(self, model: HandoverModel) -> None:
        self._model = model
        groups = {group.topic: group for group in model.body.groups}
        for topic, row in self.rows.items():
            group = groups.get(topic, Group(topic))
            show_if(row, group.open)
            row.show_group(group, model.body.answer(topic), model.drafted.times)
        self._show_counts(model.body.items)
        if not self.word.hasFocus() and self.word.text() != model.filled.note:
            self.word.setText(model.filled.note)
        self._say()

    def lack(self, what: str, ref: str) -> None:
        """Bring the keyboard to what is missing."""
        if what == Lack.TICK.value:
            self.rows[Topic(ref)].ask()
        elif ref in self.counts:
            self.counts[ref].ask(what == Lack.REASON.value)

    def restyle(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(current().space("m"))

    def retranslate(self) -> None:
        self.things.set_title(self.tr("数一数"))
        self._last.setText(self.tr("还有什么要交代？"))
        self.word.setPlaceholderText(self.tr("可不填"))
        self._say()

    def _show_counts(self, items: Sequence[Count]) -> None:
        gone = self.counts.keys() - {one.item_id for one in items}
        for item_id in gone:
            row = self.counts.pop(item_id)
            self.things.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        for one in items:
            if one.item_id not in self.counts:
                self.counts[one.item_id] = CountRow(self._presenter, one.item_id)
                self.things.body.addWidget(self.counts[one.item_id])
            self.counts[one.item_id].show_count(one)
        show_if(self.things, bool(items))

    def _say(self) -> None:
        model = self._model
        none = [group for group in model.body.groups if group.known and not group.n]
        unknown = any(group.topic is Topic.DEVICES and not group.known for group in model.body.groups)
        self.calm.setText(self._words.nothing(none) if none else "")
        show_if(self.calm, bool(none))
        self._unknown.setText(self._words.unknown() if unknown else "")
        show_if(self._unknown, unknown)
        held = model.drafted.held_at
        words = self.tr("没人接班，{time} 起留下值守。接班的人来了，在这里交班。")
        self.held.show_text(words.format(time=held), "warn", "hourglass")
        show_if(self.held, bool(held))
