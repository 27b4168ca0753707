"""Rows of the duty room: the team and when it can, what a month needs, the plan, and what was published and changed.

The plan of a month (roster_cell) is edited; publishing writes down the whole month as one fact (roster_issue). What holds
is worked out: the issue that stands and every change said since (duty_change), as `assignment` rows of this desk.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Index, Text
from sqlalchemy.orm import Mapped

from desk.duty.rules_changes import Kind
from desk.duty.rules_issues import Act
from desk.duty.tables_handover import CountedItem, Handover, HandoverSign
from desk.duty.tables_hours import CertificateAct, ClockEvent, ServiceAct, ServiceCertificate, ServiceRecord
from desk.store.schema import Base, Fact, Id, Projection, Record, district, sealed, site

__all__ = [
    "Assignment", "Availability", "CertificateAct", "ClockEvent", "CountedItem", "DayException", "DutyChange",
    "DutyMember", "Handover", "HandoverSign", "Pair", "RosterAct", "RosterCell", "RosterIssue", "ServiceAct",
    "ServiceCertificate", "ServiceRecord", "Shift", "ShiftTemplate",
]  # fmt: skip


class DutyMember(Record, Base):
    """Somebody who takes shifts. capacity: rules.Capacity; label: surname and 老师, for screens without consent.

    operator_id: their sign-on at the desk, if they have one; person_id: the resident they are, if they are one.
    show_name: they agreed that their name stands on the public screen. minor: under 18; guardian_at: their guardian
    agreed (UTC ms). id_kind, id_no, volunteer_no: for certificates only, when they asked for one.
    most_a_month: shifts they wish at most (0: no wish).
    """

    __tablename__ = "duty_member"
    name: Mapped[str] = sealed(Text)
    phone: Mapped[str] = sealed(Text, default="")
    label: Mapped[str] = site(Text)
    capacity: Mapped[str] = site(Text)
    body_name: Mapped[str] = site(Text, default="")
    skills: Mapped[list[Any]] = site(default=list)
    person_id: Mapped[str | None] = site(Id)
    operator_id: Mapped[str | None] = site(Id)
    show_name: Mapped[bool] = site(default=False)
    minor: Mapped[bool] = site(default=False)
    guardian: Mapped[str] = sealed(Text, default="")
    guardian_at: Mapped[int | None] = site()
    insured_until: Mapped[int | None] = site()
    trained_at: Mapped[int | None] = site()
    pin_hash: Mapped[str | None] = sealed(Text)
    volunteer_no: Mapped[str] = sealed(Text, default="")
    id_kind: Mapped[str] = sealed(Text, default="")
    id_no: Mapped[str] = sealed(Text, default="")
    most_a_month: Mapped[int] = site(default=0)
    note: Mapped[str] = sealed(Text, default="")
    joined_at: Mapped[int] = site()
    left_at: Mapped[int | None] = site()


class Pair(Record, Base):
    """Two of the team wish to serve together (kind `together`) or must not (`apart`)."""

    __tablename__ = "duty_pair"
    one_id: Mapped[str] = site(Id)
    other_id: Mapped[str] = site(Id)
    kind: Mapped[str] = site(Text)


class Availability(Record, Base):
    """When somebody can (`can`) or cannot (`cannot`) or would like to (`likes`): a weekday or days, within hours.

    weekday: 1 Monday to 7 Sunday, 0 for every day from from_day to until_day (ISO days; empty: without end).
    start_min, end_min: minutes of the day. source: chat, sheet, desk.
    """

    __tablename__ = "availability"
    __table_args__ = (Index("ix_availability_member", "member_id"),)
    member_id: Mapped[str] = site(Id)
    says: Mapped[str] = site(Text)
    weekday: Mapped[int] = site(default=0)
    from_day: Mapped[str] = site(Text, default="")
    until_day: Mapped[str] = site(Text, default="")
    start_min: Mapped[int] = site(default=0)
    end_min: Mapped[int] = site(default=1440)
    source: Mapped[str] = site(Text, default="desk")
    reason: Mapped[str] = sealed(Text, default="")


class ShiftTemplate(Record, Base):
    """A shift as it comes every week. end_min <= start_min: ends on the next day.

    mix: what capacities a filled shift must have, [{"of": ["branch", "committee"], "least": 1}], the '1 or 3' of a
    reception sitting. needs: skills somebody of the shift must have. heavy: counts as demanding. sitting: residents are
    received there (a reception day). gate_id: where it is worked.
    """

    __tablename__ = "shift_template"
    name: Mapped[str] = district(Text)
    post: Mapped[str] = site(Text, default="")
    gate_id: Mapped[str] = site(Id)
    place: Mapped[str] = site(Text, default="")
    weekdays: Mapped[list[Any]] = site()
    start_min: Mapped[int] = site()
    end_min: Mapped[int] = site()
    least: Mapped[int] = site(default=1)
    most: Mapped[int] = site(default=1)
    mix: Mapped[list[Any]] = site(default=list)
    needs: Mapped[list[Any]] = site(default=list)
    capacities: Mapped[list[Any]] = site(default=list)
    minors: Mapped[bool] = site(default=False)
    heavy: Mapped[bool] = site(default=False)
    sitting: Mapped[bool] = site(default=False)
    content: Mapped[str] = site(Text, default="")
    from_day: Mapped[str] = site(Text, default="")
    until_day: Mapped[str] = site(Text, default="")
    sort: Mapped[int] = site(default=0)


class DayException(Record, Base):
    """A day that is unlike its weekday: `holiday` (no shifts but those marked extra), `closed` or `extra` for a template."""

    __tablename__ = "duty_day"
    __table_args__ = (Index("ix_duty_day_day", "day"),)
    day: Mapped[str] = site(Text)
    kind: Mapped[str] = site(Text)
    template_id: Mapped[str | None] = site(Id)
    name: Mapped[str] = district(Text, default="")
    least: Mapped[int | None] = site()


class Shift(Record, Base):
    """One shift of one day. Its id follows from template and day, so that every desk opens the same one.

    Cancelled, never deleted: hours already worked stay.
    """

    __tablename__ = "shift"
    __table_args__ = (Index("ix_shift_start", "start_at"),)
    template_id: Mapped[str | None] = site(Id)
    day: Mapped[str] = district(Text)
    name: Mapped[str] = district(Text)
    post: Mapped[str] = site(Text, default="")
    gate_id: Mapped[str] = district(Id)
    place: Mapped[str] = site(Text, default="")
    start_at: Mapped[int] = district()
    end_at: Mapped[int] = district()
    least: Mapped[int] = district(default=1)
    most: Mapped[int] = site(default=1)
    mix: Mapped[list[Any]] = site(default=list)
    needs: Mapped[list[Any]] = site(default=list)
    capacities: Mapped[list[Any]] = site(default=list)
    minors: Mapped[bool] = site(default=False)
    heavy: Mapped[bool] = site(default=False)
    sitting: Mapped[bool] = site(default=False)
    content: Mapped[str] = site(Text, default="")
    cancelled_at: Mapped[int | None] = district()
    cancelled_why: Mapped[str] = site(Text, default="")


class RosterCell(Record, Base):
    """The plan: somebody in a shift, until it is published. One row a shift and member, its id follows from both.

    source: generated, pattern, desk, self. locked: the generator leaves it alone. Taken out: deleted_at.
    """

    __tablename__ = "roster_cell"
    __table_args__ = (Index("ix_roster_cell_shift", "shift_id"),)
    month: Mapped[str] = site(Text)
    shift_id: Mapped[str] = site(Id)
    member_id: Mapped[str] = site(Id)
    capacity: Mapped[str] = site(Text)
    source: Mapped[str] = site(Text, default="desk")
    locked: Mapped[bool] = site(default=False)


class RosterIssue(Fact, Base):
    """A month as published: cells [[shift id, member id, capacity]]. version counts from 1; based_on: the issue before.

    Two issues on one base: the one that was accepted (roster_act) stands, the other is a proposal.
    """

    __tablename__ = "roster_issue"
    __table_args__ = (Index("ix_roster_issue_month", "month"),)
    month: Mapped[str] = district(Text)
    version: Mapped[int] = district()
    based_on: Mapped[str | None] = site(Id)
    cells: Mapped[list[Any]] = site()
    at: Mapped[int] = district()
    why: Mapped[str] = site(Text, default="")
    operator_id: Mapped[str | None] = site(Id)
    device_id: Mapped[str] = site(Id)


class RosterAct(Fact, Base):
    """What became of an issue: accepted (it reached the others first), adopted or declined (a proposal)."""

    __tablename__ = "roster_act"
    __table_args__ = (Index("ix_roster_act_issue", "issue_id"),)
    issue_id: Mapped[str] = site(Id)
    kind: Mapped[str] = site(Text, info={"words": Act})
    at: Mapped[int] = site()
    operator_id: Mapped[str | None] = site(Id)


class DutyChange(Fact, Base):
    """What was said about a published shift: rules_changes.Kind says which. swap_id joins the steps of one swap.

    member_id: whom it is about; other_id: who takes over (or whose shift is given for it); other_shift_id: the shift
    offered in return.
    """

    __tablename__ = "duty_change"
    __table_args__ = (Index("ix_duty_change_shift", "shift_id"), Index("ix_duty_change_swap", "swap_id"))
    kind: Mapped[str] = site(Text, info={"words": Kind})
    at: Mapped[int] = site()
    shift_id: Mapped[str] = site(Id)
    member_id: Mapped[str | None] = site(Id)
    other_id: Mapped[str | None] = site(Id)
    other_shift_id: Mapped[str | None] = site(Id)
    swap_id: Mapped[str | None] = site(Id)
    capacity: Mapped[str] = site(Text, default="")
    reason: Mapped[str] = sealed(Text, default="")
    operator_id: Mapped[str | None] = site(Id)
    gate_id: Mapped[str] = site(Id)


class Assignment(Projection, Base):
    """Who serves in a shift as things stand: worked out of issues, changes and clock events (rules_assignments)."""

    __tablename__ = "assignment"
    __table_args__ = (Index("ix_assignment_shift", "shift_id"), Index("ix_assignment_member", "member_id", "start_at"))
    shift_id: Mapped[str] = site(Id)
    member_id: Mapped[str] = site(Id)
    capacity: Mapped[str] = site(Text)
    start_at: Mapped[int] = site()
    end_at: Mapped[int] = site()
    state: Mapped[str] = site(Text)
    source: Mapped[str] = site(Text)
    in_at: Mapped[int | None] = site()
    out_at: Mapped[int | None] = site()
