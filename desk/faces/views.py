"""What screens see of this room: frozen, without a template or a face in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from desk.faces.rules import Hint
from desk.faces.rules_capture import Outcome
from desk.faces.rules_challenge import Turn
from desk.faces.rules_kept import Held
from desk.faces.rules_match import Answer

Box = tuple[float, float, float, float]  # left, top, width, height in shares of the frame


class State(StrEnum):
    """Of the lane at this computer."""

    OFF = "off"
    OPENING = "opening"
    READY = "ready"
    BROKEN = "broken"


@dataclass(frozen=True)
class LaneNow:
    """code and facts: the sentence that says it; people: whoever may be recognised here now."""

    state: State
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)
    people: int = 0


@dataclass(frozen=True)
class Lane:
    """What is recorded for a gate: whether it is on, since when, on which answers."""

    on: bool = False
    at: int = 0
    purpose: str = ""
    necessity: str = ""
    assessment: str = ""
    assessed_on: str = ""
    handler: str = ""
    contact: str = ""
    place: str = ""
    notice_version: str = ""
    strict: bool = False
    operator_id: str = ""


class Here(StrEnum):
    """Whether this computer holds somebody's template. OTHER_MODEL: made by an older program, they come again."""

    NONE = "none"
    ENROLLED = "enrolled"
    SUSPENDED = "suspended"
    OTHER_MODEL = "other_model"


class Result(StrEnum):
    """Of one enrolment at one gate. DELETED 已删除; WAITING 等待联网; NONE: it never was there; HOLDS: agreed, and there."""

    DELETED = "deleted"
    WAITING = "waiting"
    NONE = "none"
    HOLDS = "holds"


@dataclass(frozen=True)
class GateResult:
    """at: since when that is so (UTC ms, 0 if nothing is known); code: the fault that keeps it from going here."""

    gate_id: str
    gate: str
    here: bool
    result: Result
    at: int = 0
    code: str = ""


@dataclass(frozen=True)
class Found:
    """Whose receipt bears a code. stands: they have not taken it back yet."""

    person_id: str
    consent_id: str
    stands: bool
    agreed_at: int


@dataclass(frozen=True)
class Enrolment:
    """Everything about one person's enrolment. consent_id: empty when nothing stands; told_anew: the notice has changed."""

    person_id: str
    consent_id: str = ""
    agreed_at: int = 0
    notice_version: str = ""
    guardian: bool = False
    minor: bool = False
    here: Here = Here.NONE
    keep_until: int = 0
    confirm_by: int = 0
    told_anew: bool = False
    gates: tuple[GateResult, ...] = ()


@dataclass(frozen=True)
class Receipt:
    """What a person takes home. code: to withdraw with, at any gate; times UTC ms."""

    consent_id: str
    person_id: str
    code: str
    enrolled_at: int
    keep_until: int
    confirm_by: int
    gate: str
    handler: str
    contact: str


@dataclass(frozen=True)
class Withdrawn:
    """at: when it was taken back. others_lost: templates of others that went with a vault nobody could open any more."""

    consent_id: str
    at: int
    gates: tuple[GateResult, ...]
    others_lost: int = 0


@dataclass(frozen=True)
class Enrolled:
    """One line of who is in this computer's vault."""

    person_id: str
    consent_id: str
    here: Here
    enrolled_at: int
    confirm_by: int
    told_anew: bool = False


@dataclass(frozen=True)
class Overview:
    """held: of the whole handler; here: everybody in this vault; to_confirm: whom to ask within a month, or to tell of another notice."""

    held: Held
    here: tuple[Enrolled, ...] = ()
    to_confirm: tuple[Enrolled, ...] = ()


@dataclass(frozen=True)
class GateCount:
    """One gate in the filing pack: its lane as recorded, and how many templates its computers hold."""

    gate: str
    lane: Lane
    people: int


@dataclass(frozen=True)
class Filing:
    """What the authority wants to know. method: what makes templates; done: what was done in three years, by rules_lane.Deed."""

    made_at: int
    site: str
    address: str
    held: Held
    gates: tuple[GateCount, ...]
    method: str
    digests: Mapping[str, str]
    done: Mapping[str, int]
    minors: int = 0


@dataclass(frozen=True)
class Shot:
    """What one frame of a capture came to. like: whom the face resembles, for the operator alone, of outcome DOUBLE."""

    hint: Hint
    turn: Turn | None
    box: Box | None
    taken: int
    left: int
    taken_now: bool
    outcome: Outcome
    like: str = ""


@dataclass(frozen=True)
class Seen:
    """What one frame of a check-in came to; answer: once, then no more."""

    hint: Hint
    turn: Turn | None
    box: Box | None
    answer: Answer | None = None
