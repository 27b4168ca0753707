"""A notice being written: the words on the left, how it will look on the right, what cannot hang at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QSize, QTime, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QSizePolicy, QTimeEdit, QVBoxLayout, QWidget

from ui.pages.screen.model import Draft
from ui.public_screen.canvas import Canvas
from ui.public_screen.model import preview
from ui.texts import sentence
from ui.theme import current
from ui.widgets import Card, DateField, Field, Form, PickBox, Themed, label, show_if, text_box

if TYPE_CHECKING:
    from ui.pages.screen.presenter import ScreenPresenter

LOOK_MS = 250  # after the last letter
BESIDE_EMS = 42
KINDS = ("notice", "official")


class Picture(Canvas):
    """A canvas that keeps the shape of a monitor."""

    def __init__(self) -> None:
        super().__init__(pace=1.0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * 9 / 16)

    def sizeHint(self) -> QSize:
        return QSize(480, 270)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 180)


class EditPanel(Themed, QWidget):
    """`show_draft(draft)`, `draft()`; the page asks to have it saved."""

    def __init__(self, presenter: ScreenPresenter) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self._presenter = presenter
        self._id = ""
        presenter.check = self._on_checked
        self.kind, self.title, self.words = PickBox(), QLineEdit(), text_box(5)
        self.approver, self.gate = QLineEdit(), PickBox()
        self.from_day, self.from_time = DateField(), QTimeEdit()
        self.until_day, self.until_time = DateField(), QTimeEdit()
        for clock in (self.from_time, self.until_time):
            clock.setDisplayFormat("HH:mm")
        self._lint = label("", "", "warn")
        self._about, self._looks = Card(), Card()
        self.picture = Picture()
        self._look = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._look.timeout.connect(self._on_look)
        self._lay_out()
        self.title.textChanged.connect(self._on_typed)
        self.words.textChanged.connect(self._on_typed)
        self.kind.picked.connect(lambda _: self._on_kind())
        self.ready()

    def _lay_out(self) -> None:
        form = Form(columns=2)
        self._kind = form.add(Field("", self.kind))
        self._gate = form.add(Field("", self.gate))
        wide = Form()
        self._title, self._text = wide.add(Field("", self.title)), wide.add(Field("", self.words, optional=True))
        times = Form(columns=2)
        self._from, self._from_at = times.add(Field("", self.from_day)), times.add(Field("", self.from_time))
        self._until, self._until_at = times.add(Field("", self.until_day)), times.add(Field("", self.until_time))
        self._approver = wide.add(Field("", self.approver))
        for part in (form, wide, times):
            self._about.body.addWidget(part)
        self._about.body.addStretch(1)
        self._looks.body.addWidget(self.picture)
        self._looks.body.addStretch(1)
        self._column, self._both = QVBoxLayout(self), QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._lint)
        self._column.addLayout(self._both, 1)
        self._both.addWidget(self._about, 5)
        self._both.addWidget(self._looks, 4)

    def show_draft(self, draft: Draft) -> None:
        """Fill the form."""
        self._id = draft.id
        self.kind.set_key(draft.kind)
        self.gate.set_key("here" if draft.here_only else "all")
        self.title.setText(draft.title)
        self.words.setPlainText(draft.text)
        self.approver.setText(draft.approver)
        for field, day in ((self.from_day, draft.from_day), (self.until_day, draft.until_day)):
            field.setDate(QDate.fromString(day, "yyyy-MM-dd"))
        for clock, at in ((self.from_time, draft.from_time), (self.until_time, draft.until_time)):
            clock.setTime(QTime.fromString(at, "HH:mm"))
        self._on_kind()
        self._on_look()
        self.title.setFocus()

    def draft(self) -> Draft:
        """What stands in the form."""
        return Draft(
            self._id, self.kind.key() or KINDS[0], self.title.text(), self.words.toPlainText(),
            self.from_day.date().toString("yyyy-MM-dd"), self.from_time.time().toString("HH:mm"),
            self.until_day.date().toString("yyyy-MM-dd"), self.until_time.time().toString("HH:mm"), self.approver.text(),
            self.gate.key() == "here",
        )  # fmt: skip

    def is_new(self) -> bool:
        return not self._id

    def has_words(self) -> bool:
        return bool(self.title.text().strip())

    def retranslate(self) -> None:
        self.kind.set_choices([(kind, sentence(f"screen.kind.{kind}")) for kind in KINDS])
        self.gate.set_choices([("all", self.tr("所有门岗")), ("here", self.tr("只有本门岗"))])
        self._kind.set_words(self.tr("类型"))
        self._gate.set_words(self.tr("在哪里显示"))
        self._title.set_words(self.tr("标题"))
        self._text.set_words(self.tr("内容"))
        self._approver.set_words(self.tr("审定人"), self.tr("谁同意公示的，公示屏上不显示"))
        self._from.set_words(self.tr("从哪天"))
        self._from_at.set_words(self.tr("几点"))
        self._until.set_words(self.tr("到哪天"))
        self._until_at.set_words(self.tr("几点"))
        self._about.set_title(self.tr("写什么"))
        self._looks.set_title(self.tr("屏上是这样"))

    def restyle(self) -> None:
        self._both.setSpacing(current().space("m"))
        self._column.setSpacing(current().space("s"))
        self.picture.set_scheme(current().scheme)
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        beside = self.width() >= BESIDE_EMS * current().text()
        self._both.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        # Over the picture, or over the form when the picture lies below it: a refusal is never out of sight.
        place: QBoxLayout = self._looks.body if beside else self._column
        if place.indexOf(self._lint) < 0:
            place.insertWidget(place.indexOf(self.picture) if beside else 0, self._lint)

    def _on_typed(self) -> None:
        self._look.start()

    def _on_kind(self) -> None:
        show_if(self._approver, self.kind.key() == "official")
        self._on_typed()

    def _on_look(self) -> None:
        draft = self.draft()
        self._presenter.look(draft)
        shown = preview(draft.title[:200], draft.text[:2000], draft.kind == "official")
        self.picture.show_shown(self._presenter.around(shown))

    def _on_checked(self, code: str, facts: dict[str, object]) -> None:
        self._lint.setText(sentence(code, facts) if code else "")
        show_if(self._lint, bool(code))
