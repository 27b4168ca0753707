"""What the handover page draws: the draft and what was answered, one handover, who may sign, those of before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from desk.duty.rules_handover import Answer, Body, Count, Lack, lacks

NOTES = 200


class Panel(StrEnum):
    DRAFT = "draft"
    READ = "read"  # one that was put down: waits for its second signature, or is of before
    SIGN = "sign"
    PAST = "past"
    ITEMS = "items"


@dataclass(frozen=True)
class Person:
    """Somebody who may sign. has_pin: they can type one; mine: of the shift in question."""

    label: str
    member_id: str = ""
    operator_id: str = ""
    has_pin: bool = False
    mine: bool = False


@dataclass(frozen=True)
class Filled:
    """What was answered so far: by topic, by item, and the words that stand by themselves."""

    answers: Mapping[str, Answer] = field(default_factory=dict)
    counts: Mapping[str, tuple[int | None, str]] = field(default_factory=dict)
    note: str = ""

    @property
    def empty(self) -> bool:
        told = any(answer.given for answer in self.answers.values()) or any(
            n is not None for n, _ in self.counts.values()
        )
        return not (told or self.note.strip())

    def body(self, drafted: Body) -> Body:
        """The draft with what was answered."""
        items = tuple(replace(one, **_counted(self.counts.get(one.item_id))) for one in drafted.items)
        return Body(drafted.groups, self.answers, items, self.note)

    def as_draft(self) -> dict[str, Any]:
        return {} if self.empty else {
            "answers": {topic: [one.tick, one.note] for topic, one in self.answers.items()},
            "counts": {item: list(one) for item, one in self.counts.items()},
            "note": self.note,
        }  # fmt: skip

    @staticmethod
    def of(draft: Mapping[str, Any]) -> Filled:
        answers, counts = draft.get("answers", {}), draft.get("counts", {})
        return Filled(
            {topic: Answer(bool(one[0]), str(one[1])) for topic, one in answers.items()},
            {item: (one[0], str(one[1])) for item, one in counts.items()},
            str(draft.get("note", "")),
        )


def _counted(found: tuple[int | None, str] | None) -> dict[str, Any]:
    return {} if found is None else {"counted": found[0], "note": found[1]}


@dataclass(frozen=True)
class Shift:
    """A shift in words: its name, its hours, who is in it."""

    name: str = ""
    hours: str = ""
    people: tuple[str, ...] = ()


@dataclass(frozen=True)
class Drafted:
    """The draft of this moment. over_min: minutes past the end; held_at: since when somebody stays on, local time."""

    body: Body = field(default_factory=Body)
    shift: Shift | None = None
    shift_id: str = ""
    next: Shift | None = None
    over_min: int = 0
    held_at: str = ""
    times: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Signature:
    """Who signed and when, local time. how: pin, code, desk; on_paper: the moment with its date."""

    label: str
    at: str
    how: str
    on_paper: str = ""


@dataclass(frozen=True)
class Put:
    """A handover that was put down. held_over: it only says that somebody stays; on_paper: the moment with its date.

    times: moments that stand in it, on the screen; paper_times: with their dates. elsewhere: it was made at another gate.
    """

    id: str
    at: str
    body: Body
    shift: Shift | None = None
    held_min: int = 0
    held_over: bool = False
    out: Signature | None = None
    into: Signature | None = None
    gate: str = ""
    newest: bool = False
    times: Mapping[int, str] = field(default_factory=dict)
    on_paper: str = ""
    paper_times: Mapping[int, str] = field(default_factory=dict)
    elsewhere: bool = False

    @property
    def waits(self) -> bool:
        return self.newest and not self.held_over and self.into is None


@dataclass(frozen=True)
class HandoverModel:
    """known: the desk has answered. taking: the signature asked for is the relief's. asking: whose PIN is typed.

    thanks: how many people whoever went helped, None when that is not to be said.
    """

    panel: Panel = Panel.DRAFT
    known: bool = False
    drafted: Drafted = Drafted()
    filled: Filled = Filled()
    put: Put | None = None
    taking: bool = False
    people: tuple[Person, ...] = ()
    asking: Person | None = None
    past: tuple[Put, ...] = ()
    may_items: bool = False
    took: str = ""
    left: str = ""
    thanks: int | None = None

    @property
    def body(self) -> Body:
        return self.filled.body(self.drafted.body)

    @property
    def lacks(self) -> list[tuple[Lack, str]]:
        return lacks(self.body)

    def count(self, item_id: str) -> Count | None:
        return next((one for one in self.body.items if one.item_id == item_id), None)
