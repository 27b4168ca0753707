"""A loan and a thing are what their facts say: pure, the same at every desk and in whatever order facts come in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desk.lending.rules import LoanState, Used, still_missing
from desk.lending.rules_asset import Condition, Step

UNDONE = "undone"  # in `over` of a release: the thing never left
UNCERTAIN = "uncertain"


@dataclass(frozen=True)
class Taking:
    """A thing left."""

    id: str
    asset_id: str
    at: int
    due_at: int
    borrower_id: str | None = None
    emergency: bool = False
    away: bool = False
    over: str = ""
    gate_id: str = ""
    operator_id: str | None = None
    clock_quality: str = "trusted"


@dataclass(frozen=True)
class Release:
    """It came back, or (undone) had never left. missing: of a kit."""

    id: str
    loan_id: str
    at: int
    condition: Condition | None = None
    missing: tuple[Used, ...] = ()
    undone: bool = False
    gate_id: str = ""


@dataclass(frozen=True)
class Happened:
    """A step of a loan or of a thing."""

    id: str
    asset_id: str
    kind: Step
    at: int
    loan_id: str = ""
    due_at: int | None = None
    level: int = 0
    corrects: str = ""
    missing: tuple[Used, ...] = ()


@dataclass(frozen=True)
class LoanNow:
    """A loan as its facts make it."""

    taking: Taking
    state: LoanState
    due_at: int
    extended: int = 0
    level: int = 0
    reminded_at: int | None = None
    returned_at: int | None = None
    returned_gate_id: str | None = None
    condition: str = ""
    missing: tuple[Used, ...] = ()


@dataclass(frozen=True)
class ThingNow:
    """A thing as its facts make it. holder: the first open taking; disputed: how many more are open."""

    condition: Condition = Condition.OK
    missing: tuple[Used, ...] = ()
    since: int = 0
    holder: str | None = None
    disputed: int = 0


_MAKES = {
    Step.CLEANED: Condition.OK, Step.REPAIRED: Condition.OK, Step.INSPECTED: Condition.OK, Step.FOUND: Condition.OK,
    Step.DAMAGED: Condition.DAMAGED, Step.LOST: Condition.LOST, Step.WRITTEN_OFF: Condition.WRITTEN_OFF,
}  # fmt: skip
_HEALS: dict[Step, frozenset[Condition]] = {
    Step.CLEANED: frozenset({Condition.DIRTY}),
    Step.REPAIRED: frozenset({Condition.DAMAGED}),
    Step.INSPECTED: frozenset({Condition.OK}),
    Step.FOUND: frozenset({Condition.LOST}),
}
_ENDS = {Condition.LOST: LoanState.LOST, Condition.WRITTEN_OFF: LoanState.WRITTEN_OFF}  # given up, not given back


def loan(taking: Taking, releases: Iterable[Release], events: Iterable[Happened]) -> LoanNow:
    """How a loan stands. The earliest return counts; a return stands over a giving-up, for then the thing is there."""
    steps = _ordered(event for event in events if event.loan_id == taking.id)
    mine = [one for one in live_releases(releases, steps) if one.loan_id == taking.id]
    ended = min(mine, key=lambda one: (one.undone, one.condition in _ENDS, one.at, one.id), default=None)
    longer = [one for one in steps if one.kind is Step.EXTENDED and one.due_at is not None]
    told = [one for one in steps if one.kind is Step.REMINDED and (not longer or one.at >= longer[-1].at)]
    back = ended if ended is not None and not ended.undone else None
    return LoanNow(
        taking, _state(ended), longer[-1].due_at or taking.due_at if longer else taking.due_at, len(longer),
        max((one.level for one in told), default=0), max((one.at for one in told), default=None),
        back.at if back else None, back.gate_id if back else None,
        back.condition.value if back and back.condition else "", back.missing if back else (),
    )  # fmt: skip


def _state(ended: Release | None) -> LoanState:
    if ended is None:
        return LoanState.OUT
    if ended.undone:
        return LoanState.UNDONE
    return _ENDS.get(ended.condition, LoanState.RETURNED) if ended.condition else LoanState.RETURNED


def live_releases(releases: Iterable[Release], events: Iterable[Happened]) -> list[Release]:
    """Without the returns that were taken back."""
    void = {one.corrects for one in events if one.kind is Step.UNDONE and one.corrects}
    return [one for one in {one.id: one for one in releases}.values() if one.id not in void]


def thing(loans: Iterable[LoanNow], releases: Iterable[Release], events: Iterable[Happened]) -> ThingNow:
    """How a thing stands: the newest word about its condition counts, whoever wrote it; of two takings the first has it."""
    steps = _ordered(events)
    marks: list[tuple[int, int, str, Release | Happened]] = [
        (one.at, 0, one.id, one) for one in live_releases(releases, steps) if not one.undone
    ]
    marks += [(one.at, 1, one.id, one) for one in steps]  # of one moment: it came back, then it was seen to
    condition, missing, since = Condition.OK, tuple[Used, ...](), 0
    for at, _, _, one in sorted(marks, key=lambda mark: mark[:3]):
        was = condition
        condition, missing = _after(condition, missing, one)
        since = at if condition is not was else since
    still = sorted((one.taking.at, one.taking.id) for one in loans if one.state is LoanState.OUT)
    return ThingNow(condition, missing, since, still[0][1] if still else None, max(0, len(still) - 1))


def _after(
    condition: Condition, missing: tuple[Used, ...], one: Release | Happened
) -> tuple[Condition, tuple[Used, ...]]:
    if isinstance(one, Release):
        gone = still_missing((*missing, *one.missing))
        said = one.condition or Condition.OK
        return (Condition.INCOMPLETE if gone and said in (Condition.OK, Condition.DIRTY) else said), gone
    if one.kind is Step.RESTOCKED:
        left = still_missing(missing, one.missing)
        return (
            Condition.INCOMPLETE if left else Condition.OK
        ) if condition is Condition.INCOMPLETE else condition, left
    if one.kind not in _MAKES:
        return condition, missing
    heals = _HEALS.get(one.kind)
    if heals is not None and condition not in heals:
        return condition, missing
    made = _MAKES[one.kind]
    return (Condition.INCOMPLETE if made is Condition.OK and missing else made), missing


def _ordered(events: Iterable[Happened]) -> list[Happened]:
    return sorted({one.id: one for one in events}.values(), key=lambda one: (one.at, one.id))
