"""What the page of the public screen draws."""

from __future__ import annotations

from dataclasses import dataclass

SECTIONS = ("list", "edit", "monitor", "sentences", "numbers")


@dataclass(frozen=True)
class Row:
    """A notice in the list. kind, state: words of desk.screen.rules; span: from when to when."""

    id: str
    kind: str
    state: str
    title: str
    span: str
    printed: bool = False

    @property
    def alive(self) -> bool:
        return self.state in ("shown", "coming")


@dataclass(frozen=True)
class Draft:
    """A notice that is being written. from_day, until_day: ISO; from_time, until_time: `08:00`."""

    id: str = ""
    kind: str = "notice"
    title: str = ""
    text: str = ""
    from_day: str = ""
    from_time: str = "00:00"
    until_day: str = ""
    until_time: str = "20:00"
    approver: str = ""
    here_only: bool = False


@dataclass(frozen=True)
class Place:
    """A monitor that may be chosen."""

    key: str
    name: str
    model: str
    size: str


@dataclass(frozen=True)
class Where:
    """Where the public screen stands. at: name of the monitor it is on; missing: the chosen one is not plugged in."""

    on: bool = False
    at: str = ""
    missing: bool = False
    chosen: str = ""
    scheme: str = ""
    places: tuple[Place, ...] = ()


@dataclass(frozen=True)
class ScreenModel:
    known: bool = False
    rows: tuple[Row, ...] = ()
    where: Where = Where()
    emergency: str = ""
    may_edit: bool = False
    sentences: tuple[tuple[str, str], ...] = ()
    numbers: tuple[tuple[str, str], ...] = ()
    rules: str = ""

    @property
    def shown(self) -> int:
        return sum(row.state == "shown" for row in self.rows)
