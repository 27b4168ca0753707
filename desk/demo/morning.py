"""My first morning: ten tasks at the practice gate, and how far somebody has come. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

KEPT = "morning"  # in this machine's settings: which tasks are done, and nothing about who did them


class Task(StrEnum):
    """In the order in which a morning brings them."""

    SIGN_ON = "sign_on"
    COURIER = "courier"
    GUEST = "guest"
    HOUSEHOLD = "household"
    PASS = "pass"  # noqa: S105 - a visitor's pass, not a password
    PARCEL = "parcel"
    FETCHED = "fetched"
    LEAVE = "leave"
    SOS = "sos"
    HANDOVER = "handover"


TASKS = tuple(Task)


@dataclass(frozen=True)
class Morning:
    """at: the place in TASKS that is in front, len(TASKS) when the morning is over; shown: whether the panel stands open."""

    at: int = 0
    done: frozenset[Task] = frozenset()
    shown: bool = True

    @property
    def task(self) -> Task | None:
        """What is to be done now; None at the end."""
        return TASKS[self.at] if self.at < len(TASKS) else None

    @property
    def over(self) -> bool:
        return self.at >= len(TASKS)


def did(now: Morning, task: Task) -> Morning:
    """This task was done: on to the next one."""
    return replace(on(now), done=now.done | {task}) if now.task is task else now


def on(now: Morning) -> Morning:
    """The next task, whether this one was done or skipped."""
    return replace(now, at=min(now.at + 1, len(TASKS)))


def back(now: Morning) -> Morning:
    """The task before."""
    return replace(now, at=max(now.at - 1, 0))


def kept(extra: Mapping[str, Any]) -> Morning:
    """As it was kept; whatever does not fit begins anew."""
    found = extra.get(KEPT)
    found = found if isinstance(found, dict) else {}
    at, done = found.get("at"), found.get("done")
    names = done if isinstance(done, list) else []
    return Morning(
        at if type(at) is int and 0 <= at <= len(TASKS) else 0,
        frozenset(task for task in TASKS if task.value in names),
        found.get("shown") is not False,
    )


def packed(now: Morning) -> dict[str, Any]:
    """For the settings of this machine."""
    return {"at": now.at, "done": [task.value for task in TASKS if task in now.done], "shown": now.shown}
