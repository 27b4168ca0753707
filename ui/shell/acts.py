"""What the function keys do: the fast lane counts over every card, the others open their page. No Qt."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desk.core.errors import Refused
from desk.core.ids import new_id
from desk.core.lanes import WRITE
from ui.shell.ports import Ports
from ui.shell.turns import Turns

if TYPE_CHECKING:
    from desk.operators.session import DutyState

log = logging.getLogger("ui.acts")

FAST = ("rider", "courier")
ARGUMENTS = {"rollcall": {"begin": True}, "takeover": {"now": True}}  # one key freezes the roll
PAGES = {
    "help": "help",
    "admit": "admit",
    "goods": "goods",
    "rollcall": "rollcall",
    "urgent": "urgent",
    "takeover": "takeover",
    "matter": "matter",
    "lend": "lending",
}


class Acts:
    """`counted(kind, undo)` tells the view that one passage was counted, so that it says so in its own words.

    `front()` names the page in front, so that F1 opens its chapter of the manual.
    """

    def __init__(
        self,
        ports: Ports,
        has: Callable[[str], bool],
        counted: Callable[[str, Callable[[], None]], None],
        front: Callable[[], str] = str,
    ) -> None:
        self._ports = ports
        self._has = has
        self._counted = counted
        self._front = front
        self._turns = Turns(ports.desk, ports.say.problem)

    def do(self, act: str) -> None:
        """One of the names in the table of shortcuts."""
        if act in FAST:
            self.count(act)
        elif act == "lock":
            self.lock()
        elif act == "help":
            self._ports.go.to(PAGES[act], about=self._front())
        elif self._has(PAGES.get(act, "")):
            self._ports.go.to(PAGES[act], **ARGUMENTS.get(act, {}))
        else:
            self._ports.say.problem(Refused("program.no_page"))

    def count(self, kind: str) -> None:
        """One rider or courier, now. Every press counts, also while the last one is still being written."""
        tally_id = new_id(self._ports.clock.now_ms())

        def work(u: Any) -> str:
            from desk.reception.rules import VisitorType
            from desk.reception.service_tally import count

            return count(u, VisitorType(kind), tally_id=tally_id)

        self._turns.write(tally_id, work, lambda counted: self._done(kind, counted))

    def lock(self) -> None:
        """Lock the desk; the forms stay as they are."""
        session = self._ports.desk.session
        self._ports.desk.lanes.run(WRITE, session.lock, None, self._ports.say.problem)

    def sign_on(self, badge: str) -> None:
        """A card or printed badge was scanned: its owner acts from now on."""
        session = self._ports.desk.session
        self._ports.desk.lanes.run(
            WRITE, lambda: session.sign_on_badge(badge), self._signed_on, self._ports.say.problem
        )

    def _signed_on(self, _: DutyState) -> None:
        self._ports.say.tone("good")

    def _done(self, kind: str, tally_id: str) -> None:
        self._ports.say.tone("good")
        self._counted(kind, lambda: self._take_back(tally_id))
        if flows := self._ports.extras.get("flows"):
            flows.passed("tally", tally_id)

    def _take_back(self, tally_id: str) -> None:
        def work(u: Any) -> bool:
            from desk.reception.service_tally import undo_count

            return undo_count(u, tally_id)

        self._turns.write("undo", work, lambda _: None)
