"""The program's voice: undo bar, quiet lines, problems in plain words, one question at a time, tones."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desk.core.errors import Fault, Refused
from ui import texts
from ui.shell.ports import Question, ignore
from ui.theme import current
from ui.widgets.banner import Banner, UndoBar
from ui.widgets.dialog_card import DialogCard
from ui.widgets.sound import Sounds
from ui.widgets.themed import Themed, show_if

log = logging.getLogger("ui.shell")

QUIET_MS = 4000  # a line that something went well
BRIEF_MS = 3000  # the same while something can still be undone: that line comes back afterwards
PROBLEM_MS = 12_000  # long enough to be read twice


class Notes(Themed, QFrame):
    """The place above the scan line, for one line at a time; it takes no room while empty.

    A line of the moment goes before the undo bar, whose countdown waits for it, and both before what is lost for longer.
    brief(bool): a line that goes by itself came or went.
    """

    brief = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "clear")
        self.line = Banner()
        self.line.hide()
        self.undo = UndoBar()
        self.health = Banner()
        self.health.hide()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.health)
        self._column.addWidget(self.line)
        self._column.addWidget(self.undo)
        self._lost = ""
        self._passing = self._on_top = False
        self.line.closed.connect(self.hide_line)
        self.undo.undone.connect(self._take_turns)
        self.undo.expired.connect(self._take_turns)
        self.health.closed.connect(self._forget_health)
        self.ready()

    def restyle(self) -> None:
        self._column.setSpacing(current().space("s"))
        self._make_room()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # a line came or went: the room under it with it
            self._make_room()
        return super().event(event)

    def _make_room(self) -> None:
        # Margins only: setSpacing asks for another layout each time, which would go round and round.
        side, high = current().space("xl"), current().space("s")
        shown = any(not widget.isHidden() for widget in (self.line, self.undo, self.health))
        above = high if self._on_top and shown else 0
        self._column.setContentsMargins(side, above, side, high if shown else 0)
        if self.passing() != self._passing:
            self._passing = self.passing()
            self.brief.emit(self._passing)

    def passing(self) -> bool:
        """Something stands here that goes by itself."""
        return not (self.line.isHidden() and self.undo.isHidden())

    def be_on_top(self, on_top: bool) -> None:
        """It stands at the top of the window, in place of the bar."""
        self._on_top = on_top
        self._make_room()

    def show_line(self, text: str, tone: str) -> None:
        """A line of the moment, before everything else."""
        self.line.show_text(text, tone)
        self.undo.stand_aside()
        self.health.hide()
        self.line.show()

    def hide_line(self) -> None:
        """It has been read, or its time is over."""
        self.line.hide()
        self._take_turns()

    def offer_undo(self, text: str, undo: Callable[[], object]) -> None:
        """The bar that takes an act back; the line of the act before is old by now."""
        self.line.hide()
        self.health.hide()
        self.undo.offer(text, undo)

    def show_health(self, text: str) -> None:
        """What is lost and what to do; stands until it is closed or the loss is over. "" takes it away."""
        self._lost = text
        self.health.show_text(text, "warn")
        self._take_turns()

    def clear(self) -> None:
        """The desk was locked or somebody else acts: what stands here is not theirs."""
        self.line.hide()
        self.undo.withdraw()
        self._take_turns()

    def _forget_health(self) -> None:
        self._lost = ""
        self._take_turns()

    def _take_turns(self) -> None:
        if self.line.isHidden():
            self.undo.come_back()
        show_if(self.health, bool(self._lost) and self.line.isHidden() and not self.undo.offered)


class Voice(QObject):
    """Implements ui.shell.ports.Say over a window. answered(): a question has left the window."""

    answered = Signal()

    def __init__(self, window: QWidget, notes: Notes, sounds: Sounds) -> None:
        super().__init__(window)
        self._window = window
        self._notes = notes
        self._sounds = sounds
        self._questions: deque[tuple[Question, Callable[[], None], Callable[[], None]]] = deque()
        self._asking = False
        self._act: Callable[[], object] = ignore
        self._quiet = QTimer(self, singleShot=True)
        self._quiet.timeout.connect(notes.hide_line)
        notes.line.acted.connect(self._on_act)

    def done(self, text: str) -> None:
        self._line(text, "ok", BRIEF_MS if self._notes.undo.offered else QUIET_MS)

    def offer(self, text: str, action: str, act: Callable[[], object], tone: str = "ok") -> None:
        """A line that something went well (tone `warn`: did not), with one thing to do next; both already translated."""
        self._line(text, tone, PROBLEM_MS)
        self._act = act
        self._notes.line.set_action(action)

    def undo(self, text: str, undo: Callable[[], None], seconds: int = 10) -> None:
        self._quiet.stop()
        self._notes.offer_undo(text, undo)

    def problem(self, error: Exception) -> None:
        """Say it; the caller's lane or hook has logged what needs a log."""
        if isinstance(error, Fault):
            self._line(texts.of_error(error), "warn" if isinstance(error, Refused) else "bad", PROBLEM_MS)
            self.tone("bad")
        else:
            self.bug()

    def bug(self) -> None:
        """One calm card, however many things go wrong at once."""
        if not self._asking:
            self.ask(Question(self.tr("出了点意外"), texts.sentence("program.bug"), self.tr("知道了"), ""), ignore)

    def ask(self, question: Question, yes: Callable[[], None], no: Callable[[], None] = ignore) -> None:
        self._questions.append((question, yes, no))
        self._next()

    def hush(self) -> None:
        """What was asked has become pointless: every question leaves the window unanswered, and what was said with it."""
        self._questions.clear()
        if (card := DialogCard.on(self._window)) is not None:
            card.finish("")
        self._notes.clear()

    def tone(self, name: str) -> None:
        self._sounds.play(name)

    def alarm(self, real: bool) -> None:
        """An alarm sounds. A real one also where the sound is off; a practised one keeps to the settings."""
        self._sounds.play("alarm", even_muted=real)

    @property
    def asking(self) -> bool:
        """True while a question stands over the window."""
        return self._asking

    def _line(self, text: str, tone: str, ms: int) -> None:
        self._act = ignore
        self._notes.line.set_action("")
        self._notes.show_line(text, tone)
        self._quiet.start(ms)

    def _on_act(self) -> None:
        self._notes.hide_line()
        self._act()

    def _next(self) -> None:
        if self._asking or not self._questions:
            return
        question, yes, no = self._questions.popleft()
        self._asking = True
        card = DialogCard(
            self._window, question.title, question.body, "alert-triangle" if question.danger else "info-circle"
        )
        if question.no:
            card.add_button(question.no, "quiet", "no", "Esc")
        card.add_button(question.yes, "danger" if question.danger else "main", "yes")
        card.closed.connect(lambda result: self._answered(yes if result == "yes" else no))
        card.open()

    def _answered(self, then: Callable[[], None]) -> None:
        self._asking = False
        then()
        self._next()
        self.answered.emit()
