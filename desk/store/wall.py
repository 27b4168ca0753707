"""The computer's clock in doubt, and a manager's word that it is right now."""

from __future__ import annotations

from dataclasses import dataclass

from desk.core.clock import MINUTE_MS
from desk.core.errors import Refused
from desk.store.unit import STARTED, Reading, Unit, in_doubt

SEEN_MS = 15 * MINUTE_MS  # the time somebody called right may be this far from the one it is written at


@dataclass(frozen=True)
class Wall:
    """now: what the computer says; newest: the latest time anything was written here. UTC ms."""

    now: int
    newest: int
    doubt: bool


def wall(r: Reading) -> Wall:
    """How the clock stands."""
    return Wall(r.now, r.newest_ms, in_doubt(r.now, r.newest_ms))


def confirm(u: Unit, seen_at: int) -> None:
    """Somebody has looked: the clock is right now, the later times written here were wrong. Right clock.confirm.

    Passes and erasing follow the clock again. The order of what this desk writes (desk.wire.hlc) does not go back: it
    counts on from its highest value until the clock has caught up. A clock in no doubt is left as it is.
    seen_at: UTC ms of the time they had before them. Refused: clock.never_set, clock.moved (it is another time by now).
    """
    u.actor.require("clock.confirm")
    if u.now < STARTED:
        raise Refused("clock.never_set")
    if abs(u.now - seen_at) > SEEN_MS:
        raise Refused("clock.moved")
    if not in_doubt(u.now, u.newest_ms):
        return
    u.audit("clock.confirmed", newest=u.newest_ms, now=u.now)
    u.trust_wall()
    u.changed("clock")
