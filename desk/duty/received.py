"""What the duty room makes of rows from other desks: assignments made again, and the screens told."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from desk.duty.service_assignments import rebuild, rebuild_members, rebuild_months
from desk.duty.tables import ClockEvent, DutyChange, RosterAct, RosterIssue
from desk.store.bulk import values_of
from desk.store.unit import Unit

CLOCKED = "clocked"  # topic: somebody came or went at another gate


def shifts(u: Unit, shift_ids: Sequence[str]) -> None:
    """An issue or a change may have come before its shift."""
    rebuild(u, shift_ids)


def issues(u: Unit, issue_ids: Sequence[str]) -> None:
    rebuild_months(u, values_of(u.conn, RosterIssue, issue_ids, "month"))


def acts(u: Unit, act_ids: Sequence[str]) -> None:
    issues(u, values_of(u.conn, RosterAct, act_ids, "issue_id"))


def changes(u: Unit, change_ids: Sequence[str]) -> None:
    """A step of a swap bears on both of its shifts, one of which only its offer names."""
    offers = values_of(u.conn, DutyChange, change_ids, "swap_id")
    whole = [*change_ids, *filter(None, offers)]
    for column in ("shift_id", "other_shift_id"):
        rebuild(u, values_of(u.conn, DutyChange, whole, column))


def clock_events(u: Unit, event_ids: Sequence[str]) -> None:
    """Hours are made of them once all that comes has come: a coming without its going would be taken for forgotten."""
    rebuild(u, values_of(u.conn, ClockEvent, event_ids, "shift_id"))
    u.changed(CLOCKED)


def members(u: Unit, member_ids: Sequence[str]) -> None:
    rebuild_members(u, member_ids)
    u.changed("duty")


def _told(u: Unit, ids: Sequence[str]) -> None:
    """Worked out of the rows when it is asked for."""
    u.changed("duty")


RECEIVED: Mapping[str, Callable[[Unit, Sequence[str]], None]] = {
    "shift": shifts,
    "roster_issue": issues,
    "roster_act": acts,
    "duty_change": changes,
    "clock_event": clock_events,
    "duty_member": members,
    **dict.fromkeys(
        (
            "duty_pair", "availability", "shift_template", "duty_day", "roster_cell", "service_record",
            "service_act", "service_certificate", "certificate_act", "handover", "handover_sign", "counted_item",
        ),
        _told,
    ),
}  # fmt: skip
