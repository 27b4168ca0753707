"""What the page of alarms draws."""

from __future__ import annotations

from dataclasses import dataclass, field

from ui.alarms.model import AlarmModel, Line


@dataclass(frozen=True)
class WearerRow:
    """A line of the list. name: masked; since: day of the consent."""

    id: str
    sort: str
    name: str
    calls: int
    since: str
    by: str


@dataclass(frozen=True)
class WearerForm:
    """Somebody being written down. calls: one a line, `女儿 欧阳小梅 104 0000 0021`. person_id: of the resident, "" when
    it is none of the register; person: the resident as lists show one, masked."""

    id: str = ""
    sort: str = "pendant"
    number: str = field(default="", repr=False)
    name: str = field(default="", repr=False)
    door: str = field(default="", repr=False)
    note: str = field(default="", repr=False)
    calls: str = field(default="", repr=False)
    consent_by: str = ""
    person_id: str = ""
    person: str = field(default="", repr=False)


@dataclass(frozen=True)
class Found:
    """A resident as lists show one, masked: label: where, who: the name."""

    id: str
    label: str
    who: str = ""


@dataclass(frozen=True)
class AlarmsModel:
    """Everything of the page. chosen: the alarm one looks at; mute: alarm devices that say nothing now, by name."""

    known: bool = False
    lines: tuple[Line, ...] = ()
    chosen: AlarmModel | None = None
    wearers: tuple[WearerRow, ...] = ()
    mute: tuple[str, ...] = ()
    may_wear: bool = False
    may_take: bool = False
    may_rule: bool = False

    @property
    def open(self) -> int:
        return sum(one.stand != "closed" for one in self.lines)
