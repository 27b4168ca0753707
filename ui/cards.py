"""An identity document laid on the reader: into the form that is open, else an offer to begin one. In memory only, and not for long."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from desk.core.errors import Refused
from desk.core.events import DeviceSaid
from desk.reception.rules_card import Card, card_of
from ui.texts import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from desk.app import Desk

KINDS = frozenset({"identity", "identity_failed"})
HELD_MS = 60_000  # whoever laid it there has walked on by then
ADMIT = "admit"


class Places(Protocol):
    """ui.shell.shell.Shell, as far as a document goes."""

    stack: Any

    def front(self) -> Any: ...
    def to(self, page: str, /, **arguments: Any) -> None: ...


class Voice(Protocol):
    """ui.shell.voice.Voice, as far as a document goes."""

    def offer(self, text: str, action: str, act: Callable[[], object]) -> None: ...
    def problem(self, error: Exception) -> None: ...


class Cards(QObject):
    """Belongs to the Qt thread."""

    def __init__(self, desk: Desk, places: Places, voice: Voice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._places, self._voice = desk, places, voice
        self._held: Card | None = None
        self._drop = QTimer(self, singleShot=True, interval=HELD_MS)
        self._drop.timeout.connect(self._let_go)

    def hear(self, said: DeviceSaid) -> None:
        """What a reader told. A locked desk takes nothing; a document that cannot be read is said."""
        if self._places.stack.locked:
            self._voice.problem(Refused("session.locked"))
            return
        if not self._desk.actor.may("visit.admit"):
            return
        card = card_of(said.fields, self._desk.time.day(said.at_ms)) if said.kind == "identity" else None
        if card is None:
            self._voice.problem(Refused("visit.card_unread"))
            return
        page = self._places.front()
        if page is None or not page.on_card(card):
            self._offer(card)

    def _offer(self, card: Card) -> None:
        """Without a name: the screen faces a queue."""
        self._held = card
        self._drop.start()
        words = QCoreApplication.translate("Cards", "读到一张{kind}，还没有填到哪里").format(
            kind=sentence(f"visit.id.{card.kind.value}")
        )
        self._voice.offer(words, QCoreApplication.translate("Cards", "登记来访"), self._begin)

    def _begin(self) -> None:
        card = self._held
        self._let_go()
        if card is not None:
            self._places.to(ADMIT, card=card)

    def _let_go(self) -> None:
        self._held = None
        self._drop.stop()
