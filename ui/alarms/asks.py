"""Alarms as the screens ask for them. On the desk's lanes; no Qt."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ui import moments
from ui.alarms.model import AlarmModel, CallLine, Done, Line, Watch

if TYPE_CHECKING:
    from desk.alarms.views import AlarmCard, AlarmRow

TAIL = 4


def line(time: Any, row: AlarmRow, now: int) -> Line:
    """A row of the list."""
    return Line(
        row.id, row.sort.value, row.stand.value, moments.told(time, row.at, now), row.device_name, row.contact, row.gate,
        row.training, row.worn, row.ring.value == "paused", row.now.false_alarm, -1 if row.battery is None else row.battery,
    )  # fmt: skip


def watch(r: Any, time: Any) -> Watch:
    """What stands over the screen of this desk, and what somebody is at."""
    from desk.alarms import reads
    from desk.alarms.rules import Ring, Stand

    rows = reads.ringing(r)
    rings = [row for row in rows if row.stand is Stand.RINGING]
    return Watch(
        tuple(row.id for row in rings), tuple(line(time, row, r.now) for row in rows if row.stand is Stand.TAKEN),
        any(row.ring is Ring.CHIME for row in rings), any(row.ring is Ring.CHIME and not row.training for row in rings),
        reads.newest_of(rings),
    )  # fmt: skip


def whole(r: Any, time: Any, alarm_id: str) -> AlarmModel:
    """One alarm. Raises Refused("alarm.gone")."""
    from desk.alarms import reads
    from desk.operators.reads import labels
    from desk.store.identity import here

    card, place = reads.card(r, alarm_id), here(r)
    return model_of(card, time, r.now, labels(r), place.address or place.site_name)


def model_of(card: AlarmCard, time: Any, now: int, people: dict[str, str], address: str) -> AlarmModel:
    row, wears = card.row, card.wearer
    said = {step.whom: step.answered.value for step in card.steps if step.answered is not None}
    calls = tuple(CallLine(one.who, one.relation, one.phone, one.house, said.get(one.who, "")) for one in card.calls)
    done = tuple(
        Done(
            moments.told(time, step.at, now), step.does.value, people.get(step.operator_id or "", ""), step.whom,
            step.answered.value if step.answered is not None else "", step.text,
        )
        for step in card.steps
    )  # fmt: skip
    return AlarmModel(
        row.id, row.sort.value, row.stand.value, moments.told(time, row.at, now), wears.name if wears else "", card.place,
        wears.note if wears else "", card.number[-TAIL:], row.device_name, row.device_id, row.contact, row.gate, address, row.training,
        row.ring.value != "chime", row.now.again, row.now.over_at is not None, calls, done, bool(card.number),
        card.clock_uncertain,
    )  # fmt: skip


def masked(alarm: AlarmModel) -> AlarmModel:
    """As it stands in the list of what was: nobody in full, no number to dial."""
    from desk.core.masking import mask_name

    calls = tuple(replace(one, who=mask_name(one.who), phone="") for one in alarm.calls)
    done = tuple(replace(one, whom=mask_name(one.whom) if one.whom else "") for one in alarm.done)
    name = mask_name(alarm.name) if alarm.name else ""
    return replace(alarm, name=name, place="" if name else alarm.place, note="", calls=calls, done=done)
