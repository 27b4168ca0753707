"""An alarm and what is done about it: facts, each written once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, select

from desk.alarms import rights
from desk.alarms.reads_steps import open_ids, steps_of
from desk.alarms.rules import QUIET, TEXT_LONGEST, AlarmNow, Answered, Does, Ring, Sort, Stand, is_twin, reduce, sort_of
from desk.alarms.tables import Alarm, AlarmStep
from desk.alarms.topics import ALARMS
from desk.core.errors import Refused
from desk.core.text import clean_line
from desk.store.unit import Unit

_A = Alarm.__table__.c


@dataclass(frozen=True)
class Heard:
    """What a device told, and what is known of the device."""

    sort: Sort
    key: str
    device_id: str = ""
    device_name: str = ""
    contact: int = 0
    number: str = ""
    place: str = ""
    battery: int | None = None
    ring: Ring = Ring.CHIME
    automation_id: str = ""
    training: bool = False


@dataclass(frozen=True)
class Raised:
    """fresh: a new alarm, and not an open one said again."""

    alarm_id: str
    fresh: bool


def raise_alarm(u: Unit, heard: Heard) -> Raised:
    """Keep an alarm; while one from the same source is open, that it was said again. Right alarms.raise."""
    u.actor.require(rights.RAISE)
    known = _open_of(u, heard.key)
    if known:
        _step(u, known[0], Does.AGAIN)
        return Raised(known[0], False)
    alarm_id = u.add(
        Alarm, kind=heard.sort.value, at=u.now, ring=heard.ring.value, device_id=heard.device_id or None,
        device_name=heard.device_name, contact=heard.contact, key=heard.key, number=heard.number, place=heard.place,
        battery=heard.battery, automation_id=heard.automation_id or None, training=heard.training, gate_id=u.gate_id,
        clock_quality=u.clock_quality.value,
    )  # fmt: skip
    u.audit("alarm.raised", "alarm", alarm_id, kind=heard.sort.value, ring=heard.ring.value, training=heard.training)
    u.changed(ALARMS)
    return Raised(alarm_id, True)


def over(u: Unit, key: str) -> bool:
    """The contact is as it should be, the device is back: said of the open alarm of this source, if there is one."""
    u.actor.require(rights.RAISE)
    known = [alarm_id for alarm_id in _open_of(u, key) if _now(u, alarm_id).over_at is None]
    for alarm_id in known:
        _step(u, alarm_id, Does.OVER)
    return bool(known)


def seen(u: Unit, alarm_id: str) -> None:
    """Somebody sees to it; a second receiver's alarm of the same press with it. Right alarms.take.

    Raises Refused("alarm.gone" | "alarm.closed").
    """
    _wanted(u, alarm_id)
    for one in (alarm_id, *_twins(u, alarm_id)):
        if _now(u, one).stand is Stand.RINGING:
            _step(u, one, Does.SEEN)
    u.audit("alarm.seen", "alarm", alarm_id)


def called(u: Unit, alarm_id: str, whom: str, answered: Answered) -> str:
    """Somebody was rung up; returns the step's id. Right alarms.take. Raises as `seen`."""
    _wanted(u, alarm_id)
    return _step(u, alarm_id, Does.CALLED, whom=clean_line(whom), result=answered.value)


def did(u: Unit, alarm_id: str, text: str) -> str:
    """Something was done. Right alarms.take. Raises as `seen`, and Refused("alarm.words")."""
    _wanted(u, alarm_id)
    words = clean_line(text, TEXT_LONGEST)
    if not words:
        raise Refused("alarm.words")
    return _step(u, alarm_id, Does.DID, text=words)


def close(u: Unit, alarm_id: str, note: str, false_alarm: bool = False) -> None:
    """It is over, and how it went stands in the note; twins with it. Right alarms.take.

    Raises as `seen`, and Refused("alarm.note") without one; a false alarm needs none.
    """
    _wanted(u, alarm_id)
    words = clean_line(note, TEXT_LONGEST)
    if not words and not false_alarm:
        raise Refused("alarm.note")
    for one in (alarm_id, *_twins(u, alarm_id)):
        _step(u, one, Does.FALSE_ALARM if false_alarm else Does.CLOSED, text=words)
    u.audit("alarm.closed", "alarm", alarm_id, false_alarm=false_alarm)


def reopen(u: Unit, alarm_id: str) -> None:
    """It was closed too early, by hand or in error. Right alarms.take. Raises Refused("alarm.gone" | "alarm.open")."""
    u.actor.require(rights.TAKE)
    if _now(u, alarm_id).stand is not Stand.CLOSED:
        raise Refused("alarm.open")
    _step(u, alarm_id, Does.REOPENED)
    u.audit("alarm.reopened", "alarm", alarm_id)


def _wanted(u: Unit, alarm_id: str) -> None:
    u.actor.require(rights.TAKE)
    if _now(u, alarm_id).stand is Stand.CLOSED:
        raise Refused("alarm.closed")


def _now(u: Unit, alarm_id: str) -> AlarmNow:
    row = u.conn.execute(select(_A.kind).where(_A.id == alarm_id)).first()
    if row is None:
        raise Refused("alarm.gone")
    return reduce(steps_of(u, [alarm_id]).get(alarm_id, []), sort_of(row.kind) in QUIET)


def _open_of(u: Unit, key: str) -> list[str]:
    return [row.id for row in _open_rows(u) if row.key == key and row.gate_id == u.gate_id]


def _twins(u: Unit, alarm_id: str) -> list[str]:
    rows = list(_open_rows(u))
    mine = next((row for row in rows if row.id == alarm_id), None)
    if mine is None:
        return []
    return [row.id for row in rows if row.id != alarm_id and is_twin(mine.at, mine.number, row.at, row.number)]


def _open_rows(u: Unit) -> Sequence[Row[Any]]:
    return u.conn.execute(select(Alarm.__table__).where(_A.id.in_(open_ids(u))).order_by(_A.id)).all()


def _step(u: Unit, alarm_id: str, does: Does, **more: str) -> str:
    step = reduce(steps_of(u, [alarm_id]).get(alarm_id, [])).next_step
    step_id = u.add(
        AlarmStep, alarm_id=alarm_id, step=step, kind=does.value, at=u.now, whom=more.get("whom", ""),
        result=more.get("result", ""), text=more.get("text", ""), gate_id=u.gate_id,
        operator_id=u.actor.operator_id or None,
    )  # fmt: skip
    u.changed(ALARMS)
    return step_id
