"""What comes to the window, as the services take it: to whom, which things, how they came back."""

from __future__ import annotations

from dataclasses import dataclass

from desk.lending.rules import Bar, How, Part, Used
from desk.lending.rules_asset import AssetClass, AssetKind, Condition


@dataclass(frozen=True)
class To:
    """Who takes it. By a household code the household alone; by name whatever they said."""

    how: How = How.LATER
    household_id: str | None = None
    person_id: str | None = None
    name: str = ""
    phone: str = ""
    door: str = ""
    note: str = ""

    @property
    def known(self) -> bool:
        return bool(self.household_id or self.person_id or self.name or self.phone or self.door)


LATER = To()


@dataclass(frozen=True)
class Pick:
    """One thing of a handing out. pieces: of a consumable."""

    asset_id: str
    pieces: int = 1


@dataclass(frozen=True)
class LendDraft:
    """One handing out. lending_id: made with the form, so that two presses lend once. due_at: UTC ms, None as usual.

    over: what a person has seen and goes over. emergency: taken now, whatever speaks against it but what is not there.
    signature: a kept attachment's name.
    """

    lending_id: str
    picks: tuple[Pick, ...]
    to: To = LATER
    due_at: int | None = None
    over: frozenset[Bar] = frozenset()
    emergency: bool = False
    signature: str = ""


@dataclass(frozen=True)
class Back:
    """How a thing came back. missing: gone from a kit; wiped: the hygiene step was done; photo: a kept attachment."""

    condition: Condition = Condition.OK
    missing: tuple[Used, ...] = ()
    wiped: bool = True
    note: str = ""
    photo: str = ""


WELL = Back()


@dataclass(frozen=True)
class AssetDraft:
    """A line of the asset book. gate_id: "" this gate. inspection_due: a day or "". value_fen: 0 unsaid."""

    name: str
    kind: AssetKind = AssetKind.OTHER
    cls: AssetClass = AssetClass.RETURNABLE
    tag: str = ""
    gate_id: str = ""
    place: str = ""
    lend_min: int = 0
    hygiene: bool = False
    emergency: bool = False
    contents: tuple[Part, ...] = ()
    inspection_due: str = ""
    value_fen: int = 0
    low: int = 0
    photo: str = ""
    note: str = ""
    locker_id: str | None = None
    compartment: int | None = None


@dataclass(frozen=True)
class ReserveDraft:
    """A thing is to be kept. reservation_id: made with the form."""

    reservation_id: str
    asset_id: str
    from_at: int
    until_at: int
    to: To
