"""The barrier of the gate: told to lift once somebody has been let through, never before that is written, and only once."""

from __future__ import annotations

from desk.devices.acting import Acted, Acts, Answer, Attached, Ended, Purpose, Role

OPEN = "open"
SEEN = "contact"  # what proves that the arm is up; a relay alone only proves that the pulse was given


def barrier(acts: Acts | None) -> Attached | None:
    """The barrier of this desk: of several one that works, None when there is none."""
    found = list(acts.attached(Role.BARRIER)) if acts is not None else []
    return next((one for one in found if one.ok), found[0] if found else None)


def lift(acts: Acts, one: Attached, purpose: Purpose, done: Answer) -> None:
    """Once. Whatever comes of it is recorded and answered; nothing here tells it a second time."""
    acts.act(one.id, OPEN, purpose=purpose, done=done)


def told(acted: Acted) -> str:
    """The code of what to say: `barrier.up` (a contact saw it), `barrier.pulsed` (nobody saw it), else `barrier.failed` or
    `barrier.unknown`, whose cause is the answer's own code."""
    if acted.outcome is Ended.DONE:
        return "barrier.up" if acted.fields.get("proof") == SEEN else "barrier.pulsed"
    return "barrier.failed" if acted.outcome is Ended.FAILED else "barrier.unknown"
