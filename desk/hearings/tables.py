"""Rows of hearings: sittings of a reception day, who was heard, and matters as their events make them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Index, Text, text
from sqlalchemy.orm import Mapped

from desk.hearings.rules_matter import Event
from desk.store.schema import Base, Fact, Id, Projection, Record, attachment, district, local, sealed, site


class Sitting(Record, Base):
    """Officers receive residents: when, where, who. Its id follows from the shift, so that every desk has the same one.

    receivers: [{"member": id, "label": words, "capacity": c, "instead_of": id}]. state: planned, open, closed.
    """

    __tablename__ = "sitting"
    __table_args__ = (Index("ix_sitting_start", "start_at"),)
    shift_id: Mapped[str | None] = site(Id)
    day: Mapped[str] = district(Text)
    start_at: Mapped[int] = district()
    end_at: Mapped[int] = district()
    place: Mapped[str] = site(Text, default="")
    gate_id: Mapped[str] = district(Id)
    receivers: Mapped[list[Any]] = site(default=list)
    state: Mapped[str] = district(Text, default="planned")
    opened_at: Mapped[int | None] = site()
    closed_at: Mapped[int | None] = site()
    closed_by: Mapped[str | None] = site(Id)
    summarised_at: Mapped[int | None] = site()


class Hearing(Record, Base):
    """Somebody was heard: at a sitting or at the window. anonymous: nothing about who it was is kept.

    confirmed_how: signature, read_back, none; signature: the attachment's name.
    """

    __tablename__ = "hearing"
    __table_args__ = (Index("ix_hearing_at", "at"), Index("ix_hearing_sitting", "sitting_id"))
    sitting_id: Mapped[str | None] = site(Id)
    at: Mapped[int] = site()
    anonymous: Mapped[bool] = site(default=False)
    person_id: Mapped[str | None] = site(Id)
    household_id: Mapped[str | None] = site(Id)
    name: Mapped[str] = sealed(Text, default="")
    phone: Mapped[str] = sealed(Text, default="")
    door: Mapped[str] = sealed(Text, default="")
    mediation: Mapped[bool] = site(default=False)
    other_side_of: Mapped[str | None] = site(Id)
    receiver_id: Mapped[str | None] = site(Id)
    confirmed_how: Mapped[str] = site(Text, default="")
    confirmed_at: Mapped[int | None] = site()
    signature: Mapped[str] = attachment(Text, kind="picture", default="")
    gate_id: Mapped[str] = site(Id)
    operator_id: Mapped[str | None] = site(Id)


class MatterEvent(Fact, Base):
    """What happened to a matter, once and for all. kind: rules_matter.Event. body sets fields of the matter.

    step orders the events of one matter; corrects: the event this one takes back. An escalation's id follows from matter
    and level, so that two desks cannot both escalate. said_at: when somebody was told by phone. photos: attachments.
    """

    __tablename__ = "matter_event"
    __table_args__ = (Index("ix_matter_event_matter", "matter_id"),)
    matter_id: Mapped[str] = site(Id)
    step: Mapped[int] = site()
    kind: Mapped[str] = district(Text, info={"words": Event})
    at: Mapped[int] = district()
    corrects: Mapped[str | None] = site(Id)
    said_at: Mapped[int | None] = site()
    category: Mapped[str] = district(Text, default="")
    level: Mapped[int] = district(default=0)
    text: Mapped[str] = sealed(Text, default="")
    photos: Mapped[list[Any]] = attachment(kind="picture", default=list)
    body: Mapped[dict[str, Any]] = sealed(info={"fields_of": "matter"})
    gate_id: Mapped[str] = district(Id)
    operator_id: Mapped[str | None] = site(Id)
    clock_quality: Mapped[str] = site(Text, default="trusted")


class Matter(Projection, Base):
    """A matter or an incident as it stands: what rules_matter.reduce makes of its events.

    kind: matter or incident. first_due, resolve_due: UTC ms of the two clocks. first_replied_at: a person answered with
    content. short_no: what the receipt says. owner_body: who has it; first_owner_id: who took it first and answers for it
    until somebody accepts.
    """

    __tablename__ = "matter"
    __table_args__ = (
        Index("ix_matter_open", "open_state", sqlite_where=text("open_state IS NOT NULL")),
        Index("ix_matter_at", "at"),
        Index("ix_matter_hearing", "hearing_id"),
    )
    kind: Mapped[str] = site(Text)
    state: Mapped[str] = district(Text)
    open_state: Mapped[str | None] = local(Text)
    at: Mapped[int] = district()
    short_no: Mapped[str] = site(Text)
    hearing_id: Mapped[str | None] = site(Id)
    sitting_id: Mapped[str | None] = site(Id)
    repeat_of: Mapped[str | None] = site(Id)
    category: Mapped[str] = district(Text)
    urgency: Mapped[str] = site(Text, default="normal")
    place: Mapped[str] = sealed(Text, default="")
    text: Mapped[str] = sealed(Text, default="")
    photos: Mapped[list[Any]] = site(default=list)
    private: Mapped[bool] = site(default=False)
    about_post: Mapped[bool] = site(default=False)
    mediation: Mapped[bool] = site(default=False)
    supporters: Mapped[int] = site(default=0)
    answer: Mapped[str] = sealed(Text, default="")
    commitment: Mapped[str] = sealed(Text, default="")
    owner_body: Mapped[str] = site(Text, default="")
    first_owner_id: Mapped[str | None] = site(Id)
    owner_accepted_at: Mapped[int | None] = site()
    due_at: Mapped[int | None] = site()
    first_due: Mapped[int | None] = district()
    first_replied_at: Mapped[int | None] = district()
    resolve_due: Mapped[int | None] = district()
    waiting_until: Mapped[int | None] = site()
    call_back_at: Mapped[int | None] = site()
    reopened: Mapped[int] = site(default=0)
    level: Mapped[int] = district(default=0)
    told_at: Mapped[int | None] = site()
    clock_uncertain: Mapped[bool] = site(default=False)
    closed_at: Mapped[int | None] = district()
    anonymised_at: Mapped[int | None] = local()
    gate_id: Mapped[str] = district(Id)
    operator_id: Mapped[str | None] = site(Id)


class OwnerBody(Record, Base):
    """A body that answers for matters: property, committee, repair. phones: [{"who", "phone"}]; level: of escalation."""

    __tablename__ = "owner_body"
    code: Mapped[str] = site(Text)
    name: Mapped[str] = site(Text)
    level: Mapped[int] = site(default=0)
    phones: Mapped[list[Any]] = sealed(default=list)
    categories: Mapped[list[Any]] = site(default=list)
    sort: Mapped[int] = site(default=0)
