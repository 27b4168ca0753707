"""Rows of alarms: what was told and what was done about it, who wears a button, what happens by itself. No places kept."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Index, Text
from sqlalchemy.orm import Mapped

from desk.alarms.rules import Does, Sort
from desk.store.schema import Base, Fact, Id, Record, district, sealed, site


class Alarm(Fact, Base):
    """A device called. kind: rules.Sort; ring: rules.Ring; key: what it came from, so that one source has one open alarm.

    device_id, device_name, contact: which device and contact; number: of the button or watch; place: where the device
    is, empty for what somebody wears. training: a device that is not there.
    """

    __tablename__ = "alarm"
    __table_args__ = (Index("ix_alarm_at", "at"),)
    kind: Mapped[str] = district(Text, info={"words": Sort})
    at: Mapped[int] = district()
    ring: Mapped[str] = site(Text, default="chime")
    device_id: Mapped[str | None] = site(Id)
    device_name: Mapped[str] = site(Text, default="")
    contact: Mapped[int] = site(default=0)
    key: Mapped[str] = sealed(Text)
    number: Mapped[str] = sealed(Text, default="")
    place: Mapped[str] = sealed(Text, default="")
    battery: Mapped[int | None] = site()
    automation_id: Mapped[str | None] = site(Id)
    training: Mapped[bool] = site(default=False)
    gate_id: Mapped[str] = district(Id)
    clock_quality: Mapped[str] = site(Text, default="trusted")


class AlarmStep(Fact, Base):
    """What was done about an alarm. kind: rules.Does; step orders those of one alarm; whom, result: of a call."""

    __tablename__ = "alarm_step"
    __table_args__ = (Index("ix_alarm_step_alarm", "alarm_id"),)
    alarm_id: Mapped[str] = site(Id)
    step: Mapped[int] = site()
    kind: Mapped[str] = district(Text, info={"words": Does})
    at: Mapped[int] = district()
    whom: Mapped[str] = sealed(Text, default="")
    result: Mapped[str] = site(Text, default="")
    text: Mapped[str] = sealed(Text, default="")
    gate_id: Mapped[str] = district(Id)
    operator_id: Mapped[str | None] = site(Id)


class Wearer(Record, Base):
    """Somebody who wears a button or a watch, with their own consent or their guardian's.

    number: what the device says of itself; name, door, note: for whoever goes there; person_id: the resident, if known.
    calls: [{"who", "relation", "phone"}] in the order they are to be rung up. consent_by: self or guardian.
    """

    __tablename__ = "wearer"
    sort: Mapped[str] = site(Text)
    number: Mapped[str] = sealed(Text)
    name: Mapped[str] = sealed(Text)
    door: Mapped[str] = sealed(Text, default="")
    note: Mapped[str] = sealed(Text, default="")
    person_id: Mapped[str | None] = site(Id)
    calls: Mapped[list[Any]] = sealed(default=list)
    consent_by: Mapped[str] = site(Text)
    consent_at: Mapped[int] = site()
    operator_id: Mapped[str | None] = site(Id)


class AutomationRow(Record, Base):
    """What a manager set to happen by itself. kind: rules_automation.Does; said: its numbers, as one thing, because they
    belong together. It runs at the desk that has the device."""

    __tablename__ = "automation"
    kind: Mapped[str] = site(Text)
    name: Mapped[str] = site(Text, default="")
    device_id: Mapped[str | None] = site(Id)
    relay_id: Mapped[str | None] = site(Id)
    said: Mapped[dict[str, Any]] = site()
    paused_until: Mapped[int] = site(default=0)
    gate_id: Mapped[str] = site(Id)
    operator_id: Mapped[str | None] = site(Id)


class AutomationRun(Fact, Base):
    """A spray began or ended. run_id: of its beginning (its own id there). kind: began, done, failed, unknown; value: what
    was measured; code: why it did not end well."""

    __tablename__ = "automation_run"
    __table_args__ = (
        Index("ix_automation_run_automation", "automation_id", "at"),
        Index("ix_automation_run_run", "run_id"),
    )
    automation_id: Mapped[str] = site(Id)
    run_id: Mapped[str] = site(Id)
    kind: Mapped[str] = site(Text)
    at: Mapped[int] = site()
    value: Mapped[int] = site(default=0)
    code: Mapped[str] = site(Text, default="")
    gate_id: Mapped[str] = site(Id)
    desk_id: Mapped[str] = site(Id)
