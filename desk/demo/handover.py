"""What is counted at the demonstration's gate, and the last days' handovers: all well, one key short, one evening alone."""

from __future__ import annotations

from collections.abc import Sequence

from desk.core.clock import DAY_MS, MINUTE_MS
from desk.duty import reads_handover, reads_shifts, service_handover, service_items
from desk.duty.reads_shifts import ShiftView
from desk.duty.rules_assignments import COUNTING
from desk.duty.rules_handover import Answer, Body, Count, Group, How, Line, Topic
from desk.duty.service_handover import Signer
from desk.store.unit import Unit

ITEMS = (("大门钥匙", 3, "key"), ("车库钥匙", 2, "key"), ("对讲机", 4, "item"), ("手电筒", 2, "item"))
DAYS = 4


def fill(u: Unit) -> None:
    """Things first; then each shift of the post in the last days, signed by who served in it and who came next."""
    for name, expected, kind in ITEMS:
        service_items.add_item(u, name, expected, kind)
    whole = [
        one
        for one in reads_shifts.shifts_between(u, u.now - DAYS * DAY_MS, u.now)
        if one.gate_id == u.gate_id
        and not one.sitting
        and one.cancelled_at is None
        and one.end_at < u.now - DAY_MS // 2
    ]
    for nth, shift in enumerate(whole):
        who, after = _served(u, shift), _served(u, whole[nth + 1]) if nth + 1 < len(whole) else ()
        relief = [one for one in after if one not in who]
        if who and relief:
            _hand_over(u, shift, who[0], relief[0], nth)


def _served(u: Unit, shift: ShiftView) -> tuple[str, ...]:
    return tuple(one.member_id for one in reads_shifts.assignments(u, [shift.id]) if one.state in COUNTING)


def _hand_over(u: Unit, shift: ShiftView, out: str, into: str, nth: int) -> None:
    now, minutes = u.now, (3, 42, 1, 6)[nth % 4]
    u.now = shift.end_at + minutes * MINUTE_MS
    if minutes > 30:
        u.now = shift.end_at + 12 * MINUTE_MS
        service_handover.hold_over(u, shift.id, Signer(How.PIN, out), _body(u, nth))
        u.now = shift.end_at + minutes * MINUTE_MS
    eid = service_handover.make(u, _body(u, nth), Signer(How.PIN, out), shift.id)
    u.now += 2 * MINUTE_MS
    service_handover.accept(u, eid, Signer(How.CODE, into))
    u.now = now


def _body(u: Unit, nth: int) -> Body:
    short = nth % 3 == 1
    groups: Sequence[Group] = (
        Group(Topic.INSIDE, 5 + nth, (Line("guest", 3 + nth), Line("domestic", 2))),
        Group(Topic.GOODS, 2 + nth % 2, more=2 + nth % 2),
    )
    note = Answer(tick=True, note="3 栋的水果，住户说晚上来取") if short else Answer(tick=True)
    answers = {Topic.INSIDE.value: Answer(tick=True), Topic.GOODS.value: note}
    items = tuple(
        _counted(one.count(), short and one.kind == "key" and one.sort == 1) for one in reads_handover.items(u)
    )
    return Body(tuple(groups), answers, items, "门禁卡机有点慢，等它响一声再刷" if nth % 4 == 2 else "")


def _counted(one: Count, short: bool) -> Count:
    note = "物业师傅借走一把，明早还" if short else ""
    return Count(one.item_id, one.name, one.expected, one.expected - short, note, one.kind)
