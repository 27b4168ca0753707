"""An assisted session while it lasts: begun with whoever stands there, noted act by act, ended by itself.

Everything a person does at the desk goes through Desk.write; while a session lasts each unit notes what it wrote. What the
desk does by itself, and what is done with another's rights, is not theirs.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from desk.people.rules_assisted import How, Why, over

if TYPE_CHECKING:
    from desk.app import Desk
    from desk.core.actor import Actor
    from desk.store.unit import Unit

T = TypeVar("T")


@dataclass(frozen=True)
class Helped:
    """The session under way. who, door: as the banner says them, masked, and never written; count: things done."""

    id: str
    household_id: str
    who: str
    door: str
    how: How
    begun_at: int
    touched_at: int
    actor: Actor
    count: int = 0


class Assisting:
    """One desk's. `begin` and `end` belong on the disk-write lane; `changed` is called after each change, on any thread."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._lock = threading.Lock()
        self.now: Helped | None = None
        self.changed: Callable[[], None] = lambda: None

    def begin(self, household_id: str, how: How, who: str, door: str) -> Helped:
        """Raises Refused: `assisted.running`, and those of the service (right assisted.hold)."""
        from desk.core.errors import Refused
        from desk.people import service_assisted

        if self.now is not None:
            raise Refused("assisted.running")
        actor, now = self._desk.actor, self._desk.clock.now_ms()
        with self._desk.store.unit(actor) as u:
            session = service_assisted.begin(u, household_id, how.value)
        self.now = Helped(session, household_id, who, door, how, now, now, actor)
        self.changed()
        return self.now

    def touch(self) -> None:
        """Somebody pressed or moved something."""
        with self._lock:
            if self.now is not None:
                self.now = replace(self.now, touched_at=self._desk.clock.now_ms())

    def due(self) -> Why | None:
        """Why it is to end now: idle, too long, or somebody else acts at the desk."""
        helped = self.now
        if helped is None:
            return None
        state = self._desk.session.state
        if state.locked or state.active_id != helped.actor.operator_id:
            return Why.LOCKED
        return over(self._desk.clock.now_ms(), helped.begun_at, helped.touched_at)

    def end(self, why: Why = Why.DONE) -> Helped | None:
        """It is over; None when it was already."""
        from desk.people import service_assisted

        with self._lock:
            helped, self.now = self.now, None
        if helped is not None:
            with self._desk.store.unit(helped.actor) as u:
                service_assisted.end(u, helped.id, helped.household_id, why)
            self.changed()
        return helped

    def noting(self, u: Unit, work: Callable[[Unit], T]) -> T:
        """Do it, and say in the same unit in whose name it was done."""
        helped = self.now
        if helped is None or u.actor.operator_id != helped.actor.operator_id or self.due() is not None:
            return work(u)
        from desk.people import reads_assisted, service_assisted

        before = reads_assisted.last_line(u)
        value = work(u)
        done = service_assisted.note(u, helped.id, helped.household_id, before)
        with self._lock:
            if done and self.now is not None:
                self.now = replace(self.now, count=self.now.count + len(done))
        return value
