"""What the page of rules draws."""

from __future__ import annotations

from dataclasses import dataclass

HOURS = ("sos", "contact", "after_hours", "dust")
SORTS = ("manhole", "smoke", "water", "door", "contact")


@dataclass(frozen=True)
class RunLine:
    """A spray. ended: began, done, failed, unknown."""

    at: str
    value: int
    ended: str
    code: str = ""


@dataclass(frozen=True)
class RuleForm:
    """A rule being set; numbers as the form shows them. from_at, until_at: `22:00`."""

    id: str = ""
    does: str = "dust"
    name: str = ""
    device_id: str = ""
    contact: int = 1
    sorts: tuple[str, ...] = ()
    chime: bool = True
    open_when: bool = False
    from_at: str = "22:00"
    until_at: str = "06:00"
    limit: int = 75
    minutes: int = 5
    seconds: int = 10
    rest_minutes: int = 60
    relay_id: str = ""
    channel: int = 1


@dataclass(frozen=True)
class RuleRow:
    """A line of the list. paused: until when, "" while it runs; doing: spraying, resting; device, relay: names, "" for one
    that is not at this computer."""

    form: RuleForm
    device: str
    relay: str
    paused: str = ""
    doing: str = ""
    runs: tuple[RunLine, ...] = ()
    gate: str = ""


@dataclass(frozen=True)
class Rings:
    """Where alarms of other gates ring. gate_id "": nowhere else."""

    gate_id: str = ""
    who: str = ""
    phone: str = ""


@dataclass(frozen=True)
class RulesModel:
    """devices: role -> (id, name) of those attached here; gates: (id, name)."""

    known: bool = False
    rows: tuple[RuleRow, ...] = ()
    devices: tuple[tuple[str, str, str], ...] = ()
    gates: tuple[tuple[str, str], ...] = ()
    rings: Rings = Rings()
    may: bool = False

    def of_role(self, *roles: str) -> list[tuple[str, str]]:
        return [(id_, name) for id_, name, role in self.devices if role in roles]
