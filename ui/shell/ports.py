"""What a page may ask of the program: the desk, the way to other pages, and a voice. No Qt, so that presenters may see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from desk.app import Desk
    from desk.codes.views import Identified
    from desk.core.clock import Clock


def ignore(*_: object) -> None:
    """A listener nobody has set yet."""


class Go(Protocol):
    """The way to other pages. Names are those of PageSpec."""

    def to(self, page: str, /, **arguments: Any) -> None:
        """Open a page; the arguments reach its on_show. Esc comes back to the page one was on, as one left it."""
        ...

    def back(self) -> None:
        """To where one was."""
        ...

    def result(self, answer: Identified) -> None:
        """Show an identified scan on the result card."""
        ...

    def found(self, text: str) -> None:
        """Treat a text as if it were typed on the scan line."""
        ...

    def digits(self, digits: str) -> None:
        """Six digits from under a pass: look the pass up and show its card. The desk counts wrong guesses."""
        ...


@dataclass(frozen=True)
class Question:
    """A DialogCard: one question that cannot be undone. Texts are already translated by the view."""

    title: str
    body: str
    yes: str  # the button that does it: a verb, never "OK"
    no: str
    danger: bool = False


class Say(Protocol):
    """The program's voice: one place for bars, cards and tones."""

    def done(self, text: str) -> None:
        """A quiet line that something went well (already translated)."""
        ...

    def undo(self, text: str, undo: Callable[[], None], seconds: int = 10) -> None:
        """The undo bar with its countdown; `undo` is called on the Qt thread when pressed."""
        ...

    def problem(self, error: Exception) -> None:
        """A Refused or Trouble in its own words (ui/texts.py); anything else as the calm card of a bug."""
        ...

    def ask(self, question: Question, yes: Callable[[], None], no: Callable[[], None] = ignore) -> None:
        """One question at a time; a second one waits its turn."""
        ...

    def tone(self, name: str) -> None:
        """`good` (two short tones), `bad` (one low), `alarm`. Nothing when muted."""
        ...


@dataclass(frozen=True)
class Ports:
    """Handed to every page's make()."""

    desk: Desk
    go: Go
    say: Say
    clock: Clock
    lang: str = "zh_CN"
    extras: dict[str, Any] = field(default_factory=dict)
    """What only the composition root can make, by name; absent in presenter tests.

    looks: ui.shell.looks.Looks (language, colours, size); eyes: ui.eyes.Eyes and its cameras, a moment after the start;
    sounds: ui.widgets.sound.Sounds; child(): a fresh ui.child.Child, the command line in a process of its own;
    practise(): the practice estate in a window of its own; notes of a page that must live over a change of language.
    """
