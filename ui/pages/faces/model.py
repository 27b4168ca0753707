"""What the page of faces draws."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from desk.faces.views import Enrolment, Lane, LaneNow, Receipt, Seen, Shot, State, Withdrawn


class Panel(StrEnum):
    """Which part of the page is shown."""

    HOME = "home"
    PERSON = "person"
    NOTICE = "notice"
    CONSENT = "consent"
    AGE = "age"
    CAPTURE = "capture"
    RECEIPT = "receipt"
    ASK = "ask"
    GONE = "gone"
    CHECK = "check"


LIVE = frozenset({Panel.CAPTURE, Panel.CHECK})


class Check(StrEnum):
    """How far a check-in is."""

    LOOKING = "looking"
    KNOWN = "known"
    SECOND = "second"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Who:
    """A resident, masked. place: as far as the floor."""

    person_id: str = ""
    name: str = ""
    place: str = ""
    household_id: str = ""


@dataclass(frozen=True)
class FacesModel:
    """who: whose enrolment is open; like: whom the face resembles, for the operator; clocking: a check-in that clocks on."""

    panel: Panel = Panel.HOME
    now: LaneNow = field(default_factory=lambda: LaneNow(State.OPENING, "faces.opening"))
    lane: Lane = field(default_factory=Lane)
    who: Who = Who()
    enrolment: Enrolment | None = None
    shot: Shot | None = None
    like: Who = Who()
    receipt: Receipt | None = None
    gone: Withdrawn | None = None
    seen: Seen | None = None
    check: Check = Check.LOOKING
    clocking: bool = False
    camera: str = "camera.opening"
    busy: bool = False
    wrong: str = ""
    may_enrol: bool = False
    may_minor: bool = False
    may_link: bool = False
    team: tuple[tuple[str, str], ...] = ()  # id and label of everybody in it
    member: str = ""  # which of them `who` is

    @property
    def ready(self) -> bool:
        return self.now.state is State.READY
