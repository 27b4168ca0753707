"""What the handover page asks of the desk, as its models. No Qt; everything here runs on the reading lane."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from ui import moments
from ui.pages.handover.model import Drafted, Person, Put, Shift, Signature

if TYPE_CHECKING:
    from desk.core.actor import Actor
    from desk.core.clock import SiteTime
    from desk.devices.acting import Attached
    from desk.duty.reads_handover import Due, HandoverView, Signed
    from desk.duty.reads_shifts import ShiftView
    from desk.duty.rules_handover import Body, Line
    from desk.operators.session import DutyState

PAST_SHOWN = 40


def everything(
    r: Any, actor: Actor, time: SiteTime, attached: Sequence[Attached] = ()
) -> tuple[Drafted, Put | None, Due | None]:
    """The draft, and the handover that waits for its second signature. attached: devices the program looks after."""
    from desk.handing_draft import draft

    found = draft(r, actor, lambda _: _faults(attached))
    due = found.due
    waiting = _puts(r, [found.waiting], time)[0] if found.waiting is not None else None
    if due is None:
        return Drafted(found.body, times=_times(found.body, time, r.now)), waiting, None
    shift = _shift(due.shift, due.members, found.labels, time)
    after = _shift(due.next, due.next_members, found.labels, time) if due.next is not None else None
    drafted = Drafted(
        found.body, shift, due.shift.id, after, due.over_minutes, moments.told(time, due.held, r.now),
        _times(found.body, time, r.now),
    )  # fmt: skip
    return drafted, waiting, due


def _faults(attached: Sequence[Attached]) -> list[Line] | None:
    """A line for each device that does not work; None where the program looks after none: a person has to."""
    from desk.duty.rules_handover import Line

    if not attached:
        return None
    return [Line(one.code, ref=one.id, name=one.name, place=one.place, tone="bad") for one in attached if not one.ok]


def put(r: Any, handover_id: str, time: SiteTime) -> Put | None:
    """One handover of before."""
    from desk.duty import reads_handover

    found = reads_handover.handover(r, handover_id)
    return _puts(r, [found], time)[0] if found is not None else None


def past(r: Any, time: SiteTime) -> tuple[Put, ...]:
    """Those of before at every gate, the newest first."""
    from desk.duty import reads_handover

    return tuple(_puts(r, reads_handover.history(r, PAST_SHOWN, everywhere=True), time))


def people(r: Any, state: DutyState, taking: bool, handover_id: str = "", due: Due | None = None) -> tuple[Person, ...]:
    """Who may sign, the likeliest first: of the shift in question, signed on here, then everybody who can sign on."""
    from desk.duty import reads_handover, reads_team
    from desk.operators.reads import sign_on_list

    team = {one.id: one for one in reads_team.members(r)}
    chips = {one.operator_id: one for one in sign_on_list(r)}
    put_down = reads_handover.handover(r, handover_id) if handover_id else None
    mine = _of_shift(r, taking, put_down, due)
    found = {one: _person(team[one], chips, mine=True) for one in mine if one in team}
    by_operator = {one.operator_id: one for one in team.values() if one.operator_id}
    here = [chip.operator_id for chip in state.chips]
    for operator_id in (*here, *(chips if taking else ())):
        member, chip = by_operator.get(operator_id), chips.get(operator_id)
        if member is not None:
            found.setdefault(member.id, _person(member, chips))
        elif chip is not None and chip.role not in ("auditor", "technician"):
            found.setdefault(operator_id, Person(chip.label, "", operator_id, chip.has_pin))
    left = put_down.signs[0] if taking and put_down is not None and put_down.signs else None
    return tuple(one for one in found.values() if left is None or not _is(one, left))


def _of_shift(r: Any, taking: bool, put_down: HandoverView | None, due: Due | None) -> tuple[str, ...]:
    from desk.duty import reads_shifts

    if not taking:
        return due.members if due is not None else ()
    if put_down is None or not put_down.next_shift_id:
        return ()
    return tuple(one.member_id for one in reads_shifts.assignments(r, [put_down.next_shift_id]))


def _person(member: Any, chips: Any, mine: bool = False) -> Person:
    chip = chips.get(member.operator_id)
    has_pin = member.has_pin or (chip is not None and chip.has_pin)
    return Person(member.label, member.id, member.operator_id if chip is not None else "", has_pin, mine)


def _is(person: Person, signed: Signed) -> bool:
    same = person.member_id and person.member_id == signed.member_id
    return bool(same or (person.operator_id and person.operator_id == signed.operator_id))


def _puts(r: Any, found: Sequence[HandoverView], time: SiteTime) -> list[Put]:
    """Handovers with the words for whom and what they name, each of which is looked up once."""
    from desk.duty import reads_handover, reads_shifts, reads_team
    from desk.duty.rules_handover import Kind, Side
    from desk.operators.reads import labels
    from desk.store.identity import gate_names

    team, operators, gates = reads_team.labels(r), labels(r), gate_names(r)
    shifts = reads_shifts.shifts_by_id(r, [one.shift_id for one in found if one.shift_id])
    newest = reads_handover.newest(r)

    def signature(one: Signed | None) -> Signature | None:
        if one is None:
            return None
        words = team.get(one.member_id) or operators.get(one.operator_id, "")
        return Signature(words, moments.told(time, one.at, r.now), one.how, moments.moment(time.local(one.at)))

    def put(one: HandoverView) -> Put:
        shift = shifts.get(one.shift_id)
        return Put(
            one.id, moments.told(time, one.at, r.now), one.body,
            _shift(shift, (), {}, time) if shift is not None else None, one.held_minutes, one.kind is Kind.HELD_OVER,
            signature(one.sign(Side.OUT)), signature(one.sign(Side.IN)), gates.get(one.gate_id, ""), one.id == newest,
            _times(one.body, time, r.now), moments.moment(time.local(one.at)), _times(one.body, time, None), one.gate_id != r.gate_id,
        )  # fmt: skip

    return [put(one) for one in found]


def _shift(shift: ShiftView, members: Iterable[str], labels: dict[str, str], time: SiteTime) -> Shift:
    start, end = time.local(shift.start_at), time.local(shift.end_at)
    people = tuple(filter(None, (labels.get(one, "") for one in members)))
    return Shift(shift.name, f"{start:%H:%M}-{end:%H:%M}", people)


def _times(body: Body, time: SiteTime, now: int | None) -> dict[int, str]:
    """Every moment that stands in it, on the site's clock; now None: with its date, as paper is read on another day."""
    found = {line.at for group in body.groups for line in group.lines if line.at is not None}
    return {
        at: moments.told(time, at, now) if now is not None else moments.near(time.local(at), today=False)
        for at in found
    }
