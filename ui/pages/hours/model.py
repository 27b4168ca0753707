"""What the hours page draws."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Panel(StrEnum):
    MONTH = "month"
    PERSON = "person"  # one person's records of the month
    WAITS = "waits"
    RECORD = "record"
    PAPERS = "papers"  # statements and certificates
    PAPER = "paper"
    FORM = "form"


class Ask(StrEnum):
    """What a form is for."""

    LOG = "log"
    CORRECT = "correct"
    REFUSE = "refuse"
    ASK = "ask"
    APPLY = "apply"
    ISSUE = "issue"
    DECLINE = "decline"
    WITHDRAW = "withdraw"


@dataclass(frozen=True)
class Sum:
    """A person's month. minutes: what counts; waiting: records that wait."""

    member_id: str
    label: str
    capacity: str
    minutes: int
    times: int
    waiting: int


@dataclass(frozen=True)
class Record:
    """One record in a list and on its card. day, hours: on the site's clock; flags, credit, close: codes of hours.*.

    own: it is of whoever acts at the desk, whose hours somebody else confirms.
    """

    id: str
    member_id: str
    label: str
    day: str
    hours: str
    minutes: int
    content: str
    place: str
    credit: str
    close: str
    flags: tuple[str, ...] = ()
    reason: str = ""
    said: str = ""
    start: str = ""
    end: str = ""
    own: bool = False

    @property
    def sure(self) -> bool:
        """May be confirmed with the others: nobody questions it, it is of some length, and of somebody else."""
        return self.credit == "waits" and self.minutes > 0 and not self.own


@dataclass(frozen=True)
class Card:
    """A record that was opened. before: those it stands for, the newest first; own: it is of whoever acts at the desk."""

    record: Record
    before: tuple[Record, ...] = ()
    own: bool = False


@dataclass(frozen=True)
class Paper:
    """A statement, certificate or application. left: days it still hangs, while it is posted."""

    id: str
    kind: str
    member_id: str
    label: str
    period: str
    state: str
    at: str
    number: str = ""
    minutes: int = 0
    purpose: str = ""
    reason: str = ""
    left: int = 0
    own: bool = False


@dataclass(frozen=True)
class FormField:
    """One line of a form. kind: text, day, time or pick; the words are the view's, by key."""

    key: str
    kind: str = "text"
    value: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    optional: bool = False


@dataclass(frozen=True)
class FormModel:
    """A form to be filled in. about: the record or paper it is for, in words."""

    ask: Ask
    fields: tuple[FormField, ...]
    about: str = ""
    id: str = ""
    key: int = 0


@dataclass(frozen=True)
class DutyCard:
    """What a duty card says. text: of its code, to be printed and kept nowhere."""

    text: str
    serial: str
    label: str
    capacity: str
    estate: str


@dataclass(frozen=True)
class HoursModel:
    """month: 2026-12. counted: minutes of everybody that count; waits: everything that waits, of any month."""

    panel: Panel = Panel.MONTH
    known: bool = False
    month: str = ""
    sums: tuple[Sum, ...] = ()
    counted: int = 0
    waits: tuple[Record, ...] = ()
    person: Sum | None = None
    records: tuple[Record, ...] = ()
    card: Card | None = None
    papers: tuple[Paper, ...] = ()
    paper: Paper | None = None
    form: FormModel | None = None
    back: tuple[Panel, ...] = ()
    may_clock: bool = False
    may_verify: bool = False
    may_certify: bool = False
    may_card: bool = False
    may_export: bool = False
    draft: Mapping[str, str] = field(default_factory=dict)
