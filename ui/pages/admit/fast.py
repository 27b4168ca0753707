"""The tiles of the fast lane: one passage counted, and how to take it back. No Qt."""

from __future__ import annotations

from collections.abc import Callable

from desk.core.ids import new_id
from ui.pages.admit import acts
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns


def count(ports: Ports, turns: Turns, kind: str, told: Callable[[str, Callable[[], None]], None]) -> None:
    """told: the kind, and what undoes it."""
    tally_id = new_id(ports.clock.now_ms())

    def back() -> None:
        turns.write("undo", lambda u: acts.undo_count(u, tally_id), ignore)

    def counted(_: object) -> None:
        told(kind, back)
        if flows := ports.extras.get("flows"):
            flows.passed("tally", tally_id)

    turns.write(tally_id, lambda u: acts.count(u, kind, tally_id), counted)
