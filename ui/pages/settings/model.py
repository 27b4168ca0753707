"""What the settings draw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

LOCK_CHOICES = (2, 5, 10, 20, 30, 60, 0)
SWITCH_CHOICES = ("higher", "always", "never")
ROLES = ("volunteer", "guard", "shift_lead", "manager", "auditor", "technician")
WATCH_DAYS = (30, 90, 180, 365)


@dataclass(frozen=True)
class Section:
    """One room of the settings. right: needed to change what is there, "" for everybody; closed: without it nothing is
    shown at all (full names, the trail)."""

    key: str
    icon: str
    right: str = ""
    closed: bool = False


SECTIONS = (
    Section("looks", "palette"),
    Section("place", "building-arch", "settings.site"),
    Section("devices", "camera", "device.edit"),
    Section("faces", "mood-smile", "faces.settings"),
    Section("hut", "machine-dispenser", "settings.desk"),
    Section("operators", "users", "operators.edit", closed=True),
    Section("keeping", "lock", "settings.site"),
    Section("backup", "database", "backup"),
    Section("moving", "truck-delivery", "diagnose"),
    Section("watch", "flag", "watch.edit", closed=True),
    Section("export", "file-export", "export.visits", closed=True),
    Section("privacy", "user-shield", "privacy.take"),
    Section("registers", "list-check", "disclosure", closed=True),
    Section("audit", "history", "audit.read", closed=True),
    Section("about", "info-circle"),
)
ALIASES = {"urgent": "place", "camera": "devices", "scanner": "devices", "records": "audit", "requests": "privacy"}


@dataclass(frozen=True)
class HomeModel:
    """Front page. may: sections this person may change; worries: codes of what needs somebody (backup.old, ...)."""

    may: frozenset[str] = frozenset()
    worries: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlaceModel:
    site_name: str = ""
    address: str = ""
    gate_name: str = ""
    gate_phone: str = ""
    url_prefix: str = ""
    aed: str = ""
    contacts: str = ""  # a line each: name and phone
    handler: str = ""


@dataclass(frozen=True)
class LooksModel:
    language: str = "zh_CN"
    scheme: str = "light"
    base_px: int = 24
    volume: int = 70
    muted: bool = False
    speak: bool = False


@dataclass(frozen=True)
class DevicesModel:
    """printer: what the desk prints on at once, "" to be asked each time."""

    printer: str = ""


@dataclass(frozen=True)
class Person:
    operator_id: str
    name: str
    label: str
    role: str
    has_pin: bool
    has_badge: bool
    active: bool
    until: str = ""


@dataclass(frozen=True)
class OperatorsModel:
    """badge: text of a badge just made, with its owner's label, to be printed once."""

    people: tuple[Person, ...] = ()
    open_id: str = ""
    badge: str = ""

    @property
    def opened(self) -> Person | None:
        return next((one for one in self.people if one.operator_id == self.open_id), None)


@dataclass(frozen=True)
class Kept:
    """How long one kind is kept. longest 0: no limit."""

    kind: str
    days: int
    usual: int
    shortest: int
    longest: int


@dataclass(frozen=True)
class ReportLine:
    kind: str
    days: int
    erased: int
    held: int


@dataclass(frozen=True)
class HoldRow:
    id: str
    authority: str
    reason: str
    until: str


@dataclass(frozen=True)
class KeepingModel:
    lock_minutes: int = 10
    switch_pin: str = "higher"
    keep_id: bool = False
    kinds: tuple[Kept, ...] = ()
    report_at: str = ""
    postponed: str = ""
    clock_now: str = ""
    clock_newest: str = ""  # later than clock_now, when the clock is in doubt; else empty
    clock_now_ms: int = 0
    lines: tuple[ReportLine, ...] = ()
    holds: tuple[HoldRow, ...] = ()


@dataclass(frozen=True)
class CopyRow:
    """A backup. sealed: opens elsewhere with the recovery code."""

    path: str
    when: str
    mb: float
    sealed: bool


@dataclass(frozen=True)
class StickRow:
    """A stick that is plugged in. folder: where; gb: free."""

    folder: str
    label: str
    gb: float
    read_only: bool = False


@dataclass(frozen=True)
class BackupModel:
    """busy: `writing` | `checking` | "". done/total: bytes of the copy so far. said: (code of ui/texts, facts).

    sticks: plugged in now; away: when a copy last left this computer, on what (away_on); days: how often one should, 0 never;
    late: days since then, when they are too many; drilled: when a backup was last tried and was good.
    """

    rows: tuple[CopyRow, ...] = ()
    age_h: int | None = None
    last: str = ""
    where_key: str = ""
    busy: str = ""
    done: int = 0
    total: int = 0
    said: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)
    code: str = ""
    sticks: tuple[StickRow, ...] = ()
    away: str = ""
    away_on: str = ""
    days: int = 7
    late: int = 0
    drilled: str = ""


@dataclass(frozen=True)
class ExportModel:
    """stage: "" | `running` | `done`."""

    stage: str = ""
    done: int = 0
    total: int = 0
    file: str = ""
    rows: int = 0


@dataclass(frozen=True)
class AuditRow:
    """where: the gate of the desk that wrote it, else the tail of that desk's id; "" on this one."""

    num: int
    when: str
    who: str
    action: str
    sure: bool
    where: str = ""


@dataclass(frozen=True)
class AuditModel:
    """verified: "" | `busy` | `whole` | `changed` | `missing` | `cut`; others: lines that other desks wrote, and vouch for;
    elsewhere: whether there are any."""

    people: tuple[tuple[str, str], ...] = ()
    elsewhere: bool = False
    verified: str = ""
    lines: int = 0
    first_break: int = 0
    others: int = 0


@dataclass(frozen=True)
class RequestRow:
    """A request in the list; due and late while nobody has answered."""

    id: str
    when: str
    kind: str
    asked_by: str
    due: str
    outcome: str
    late: bool


@dataclass(frozen=True)
class PrivacyModel:
    requests: tuple[RequestRow, ...] = ()
    may_settle: bool = False
    handler: str = ""


@dataclass(frozen=True)
class Match:
    """A resident found for a form, masked."""

    id: str
    who: str
    place: str


@dataclass(frozen=True)
class AnswerModel:
    """A request somebody answers. held: (kind, how many); person_id: whose record can be opened; may_erase: right now."""

    id: str = ""
    kind: str = ""
    asked_by: str = field(default="", repr=False)
    identified: str = ""
    note: str = field(default="", repr=False)
    due: str = ""
    late: bool = False
    held: tuple[tuple[str, int], ...] = ()
    person_id: str = ""
    consents: tuple[str, ...] = ()
    may_erase: bool = False


@dataclass(frozen=True)
class EntryRow:
    """A line of the register of what others were given."""

    id: str
    when: str
    entry: str
    recipient: str
    sub: str


@dataclass(frozen=True)
class ConsentRow:
    """A consent or a withdrawal. who: masked."""

    when: str
    who: str
    purpose: str
    act: str
    guardian: bool
    notice: str


@dataclass(frozen=True)
class RegisterModel:
    entries: tuple[EntryRow, ...] = ()
    consents: tuple[ConsentRow, ...] = ()


@dataclass(frozen=True)
class WatchLine:
    id: str
    who: str
    reason: str
    owner: str
    until: str
    due: bool


@dataclass(frozen=True)
class WatchModel:
    rows: tuple[WatchLine, ...] = ()
    may_review: bool = False


@dataclass(frozen=True)
class Found:
    """A line of the doctor: subject, whether good, what it says in its own words."""

    subject: str
    good: bool
    state: str


@dataclass(frozen=True)
class AboutModel:
    version: str = ""
    folder: str = ""
    found: tuple[Found, ...] = ()
    looking: bool = False
    looked: bool = False
