"""Frozen values that leave this room: things as the book and the window show them, loans with masked borrowers."""

from __future__ import annotations

from dataclasses import dataclass

from desk.lending.rules import Bar, LoanState, Part, Stage, Used
from desk.lending.rules_asset import AssetClass, AssetKind, Condition, Step


@dataclass(frozen=True)
class Who:
    """A borrower, masked. how: rules.How; known: False while somebody took something first and nobody wrote down who.

    place: the door, masked; callable: there is a number to ring (of the person, or of the household).
    """

    lending_id: str = ""
    how: str = ""
    known: bool = False
    name: str = ""
    phone: str = ""
    place: str = ""
    household_id: str = ""
    person_id: str = ""
    signed: bool = False
    forgotten: bool = False

    @property
    def label(self) -> str:
        """What stands in a list: the door and the masked name, whichever there is."""
        return " ".join(part for part in (self.place, self.name) if part)


@dataclass(frozen=True)
class LoanRow:
    """A loan. at, due_at: UTC ms; stage: how near its end; asks: a kind word is due; disputed: two desks lent it.

    late_ms: past its end, 0 before. with_others: so many things went out together.
    """

    id: str
    asset_id: str
    tag: str
    name: str
    kind: AssetKind
    state: LoanState
    at: int
    due_at: int
    who: Who
    stage: Stage = Stage.FINE
    asks: bool = False
    reminded_at: int | None = None
    late_ms: int = 0
    extended: int = 0
    emergency: bool = False
    away: bool = False
    over: str = ""
    disputed: bool = False
    gate: str = ""
    operator: str = ""
    returned_at: int | None = None
    returned_gate: str = ""
    condition: str = ""
    missing: tuple[Used, ...] = ()
    with_others: int = 1

    @property
    def overdue(self) -> bool:
        return self.stage >= Stage.DUE


@dataclass(frozen=True)
class KeptRow:
    """A reservation. state: rules.ReserveState, MISSED once its time is over; now: it may be picked up now."""

    id: str
    asset_id: str
    tag: str
    name: str
    kind: AssetKind
    from_at: int
    until_at: int
    state: str
    who: Who
    now: bool = False


@dataclass(frozen=True)
class AssetRow:
    """A thing as lists show it. bars: what speaks against lending it to anybody now, hardest first; empty: it is free.

    usual_ms: how long it is lent; loan: when it is out; kept: the next reservation; left: pieces of a consumable;
    low: they are to be bought; serial: of its live code, "" without one.
    """

    id: str
    tag: str
    name: str
    kind: AssetKind
    cls: AssetClass
    condition: Condition
    bars: tuple[Bar, ...]
    gate_id: str
    gate: str
    place: str
    usual_ms: int
    here: bool = True
    hygiene: bool = False
    emergency: bool = False
    retired: bool = False
    loan: LoanRow | None = None
    disputed: int = 0
    kept: KeptRow | None = None
    left: int = 0
    low: bool = False
    missing: tuple[Used, ...] = ()
    expired: tuple[Part, ...] = ()
    since: int = 0
    serial: str = ""

    @property
    def free(self) -> bool:
        return not self.bars

    @property
    def wants(self) -> bool:
        """Somebody has to do something to it before it goes out again."""
        return self.condition not in (Condition.OK, Condition.WRITTEN_OFF) or bool(self.expired) or self.low


@dataclass(frozen=True)
class StepRow:
    """One line of a thing's history. what: a Step's value, `lent` or `returned`; who: masked."""

    what: str
    at: int
    who: str = ""
    gate: str = ""
    operator: str = ""
    condition: str = ""
    missing: tuple[Used, ...] = ()
    words: str = ""
    kind: Step | None = None


@dataclass(frozen=True)
class AssetCard:
    """Everything about one thing. steps: the newest first."""

    row: AssetRow
    contents: tuple[Part, ...]
    lend_min: int
    inspection_due: str
    value_fen: int
    low_at: int
    note: str
    photo: str
    locker_id: str
    compartment: int | None
    reservations: tuple[KeptRow, ...]
    steps: tuple[StepRow, ...]
    versions: dict[str, str]


@dataclass(frozen=True)
class Summary:
    """What lending has open at this gate, in numbers. asks: loans that ask for a kind word now."""

    out: int = 0
    overdue: int = 0
    soon: int = 0
    unknown: int = 0
    disputed: int = 0
    care: int = 0
    asks: int = 0
    oldest_late_ms: int = 0


@dataclass(frozen=True)
class Full:
    """A borrower in full, for thirty seconds."""

    lending_id: str
    name: str
    phone: str
    place: str
    note: str
