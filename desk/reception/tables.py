"""Rows of the gate: a visit as its events make it, the fast lane's tally, and the events themselves."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Index, Text, text
from sqlalchemy.orm import Mapped

from desk.reception.rules import IdKind, Proof, VisitorType
from desk.reception.rules_events import EventKind
from desk.reception.tables_standing import Goods, Permit, RecurringPass, WatchEntry
from desk.store.schema import Base, Fact, Id, Projection, district, local, sealed, site
from desk.wire.sharing import Merge

__all__ = [
    "FormDraft", "Goods", "Permit", "RecurringPass", "RollCall", "RollCallMark", "Tally", "Visit", "VisitEvent",
    "WatchEntry",
]  # fmt: skip


class Visit(Projection, Base):
    """One visit as it stands: what rules_events.reduce makes of its events. `num` follows the order of admission.

    open_state: the state while expected, arrived or admitted, else NULL (a small index over what is going on).
    name, phone, plate and the texts are the visitor's; building, unit and room are the host's door.
    person_id: the desk's own visitor index, which never travels.
    """

    __tablename__ = "visit"
    __table_args__ = (
        Index("ix_visit_open", "open_state", sqlite_where=text("open_state IS NOT NULL")),
        Index("ix_visit_auto_closed", "auto_closed_at", sqlite_where=text("auto_closed_at IS NOT NULL")),
        Index("ix_visit_at", "at"),
        Index("ix_visit_personal", "at", sqlite_where=text("anonymised_at IS NULL")),
        Index("ix_visit_household", "household_id", "num", sqlite_where=text("household_id IS NOT NULL")),
        Index("ix_visit_person", "person_id", "num", sqlite_where=text("person_id IS NOT NULL")),
    )
    state: Mapped[str] = site(Text)
    open_state: Mapped[str | None] = local(Text)
    next_step: Mapped[int] = local(default=1)
    at: Mapped[int] = site()
    visitor_type: Mapped[str] = district(Text, info={"words": VisitorType})
    party_size: Mapped[int] = district(default=1)
    minor_alone: Mapped[bool] = site(default=False)
    overnight: Mapped[bool] = site(default=False)
    name: Mapped[str] = sealed(Text, default="")
    phone: Mapped[str] = sealed(Text, default="")
    plate: Mapped[str] = sealed(Text, default="")
    company: Mapped[str] = sealed(Text, default="")
    purpose_code: Mapped[str] = site(Text, default="")
    purpose: Mapped[str] = sealed(Text, default="")
    items_in: Mapped[str] = sealed(Text, default="")
    items_out: Mapped[str] = sealed(Text, default="")
    badge_no: Mapped[str] = site(Text, default="")
    note: Mapped[str] = sealed(Text, default="")
    declined: Mapped[list[Any]] = site(default=list)
    id_kind: Mapped[str] = site(Text, default="none", info={"words": IdKind})
    id_masked: Mapped[str] = sealed(Text, default="")
    id_hash: Mapped[str] = sealed(Text, default="")
    household_id: Mapped[str | None] = site(Id)
    building: Mapped[str] = site(Text, default="")
    unit: Mapped[str] = site(Text, default="")
    room: Mapped[str] = site(Text, default="")
    person_id: Mapped[str | None] = local(Id)
    code_id: Mapped[str | None] = site(Text)
    pass_serial: Mapped[str] = site(Text, default="")
    recurring_id: Mapped[str | None] = site(Id)
    permit_id: Mapped[str | None] = site(Id)
    watch_id: Mapped[str | None] = site(Id)
    proof: Mapped[str] = site(Text, default="none", info={"words": Proof})
    override_reason: Mapped[str] = sealed(Text, default="")
    expected_at: Mapped[int | None] = site()
    expected_until: Mapped[int | None] = site()
    due_at: Mapped[int | None] = site()
    in_at: Mapped[int | None] = site()
    out_at: Mapped[int | None] = site()
    out_source: Mapped[str] = site(Text, default="")
    auto_closed_at: Mapped[int | None] = site()
    gate_id: Mapped[str | None] = site(Id)
    operator_id: Mapped[str | None] = site(Id)
    clock_quality: Mapped[str] = site(Text, default="trusted")
    anonymised_at: Mapped[int | None] = local()


class VisitEvent(Fact, Base):
    """What happened to a visit, once and for all. `step` orders the events of one visit; `body` sets fields of it."""

    __tablename__ = "visit_event"
    __table_args__ = (Index("ix_visit_event_visit", "visit_id"),)
    visit_id: Mapped[str] = site(Id)
    step: Mapped[int] = site()
    kind: Mapped[str] = district(Text, info={"words": EventKind})
    at: Mapped[int] = site()
    source: Mapped[str] = site(Text, default="")
    corrects: Mapped[str | None] = site(Id)
    reason: Mapped[str] = sealed(Text, default="")
    gate_id: Mapped[str] = site(Id)
    operator_id: Mapped[str | None] = site(Id)
    clock_quality: Mapped[str] = site(Text, default="trusted")
    visitor_type: Mapped[str] = district(Text, default="")
    party_size: Mapped[int] = district(default=1)
    body: Mapped[dict[str, Any]] = sealed(info={"fields_of": "visit"})


class Tally(Fact, Base):
    """One passage of the fast lane: a count, never a person. `at`: the moment counted (an undo repeats the moment of
    what it takes back, so that its hour is right again); `n`: 1, or -1 for an undo; platform: a button's word."""

    __tablename__ = "tally"
    __table_args__ = (Index("ix_tally_at", "at"),)
    at: Mapped[int] = district()
    kind: Mapped[str] = district(Text)
    n: Mapped[int] = district(default=1)
    platform: Mapped[str] = district(Text, default="")
    corrects: Mapped[str | None] = site(Id)
    gate_id: Mapped[str] = district(Id)
    operator_id: Mapped[str | None] = site(Id)
    clock_quality: Mapped[str] = site(Text, default="trusted")


class RollCall(Fact, Base):
    """Opening and end of a roll call. kind: opened (its id is the call's), drill (said to be an exercise), or closed.

    body of `opened`: {"certain": [visit ids], "uncertain": [visit ids], "people": n}; of `closed`: the report's counts.
    No names: they come from the visits, and go with them.
    """

    __tablename__ = "roll_call"
    __table_args__ = (Index("ix_roll_call_call", "call_id"),)
    kind: Mapped[str] = site(Text)
    call_id: Mapped[str] = site(Id)
    at: Mapped[int] = site()
    gate_id: Mapped[str] = site(Id)
    operator_id: Mapped[str | None] = site(Id)
    drill: Mapped[bool] = site(default=False)
    body: Mapped[dict[str, Any]] = site()


class RollCallMark(Fact, Base):
    """Someone on the roll was seen, had left, or was not found. The newest mark of a visit counts."""

    __tablename__ = "roll_call_mark"
    __table_args__ = (Index("ix_roll_call_mark_call", "call_id"),)
    call_id: Mapped[str] = site(Id)
    visit_id: Mapped[str] = site(Id)
    mark: Mapped[str] = site(Text)
    at: Mapped[int] = site()
    operator_id: Mapped[str | None] = site(Id)


class FormDraft(Base):
    """A form half filled in, so that a crash or a power cut does not cost the person at the window their words. One a form."""

    __tablename__ = "form_draft"
    __merge__ = Merge.LOCAL
    form: Mapped[str] = local(Text, primary_key=True)
    at: Mapped[int] = local()
    body: Mapped[dict[str, Any]] = local()
