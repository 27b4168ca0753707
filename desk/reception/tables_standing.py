"""Rows that are edited: goods on the shelf, the watch list, standing passes of households, renovation permits."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Index, Text, text
from sqlalchemy.orm import Mapped

from desk.store.schema import Base, Id, Record, sealed, site


class Goods(Record, Base):
    """A thing left at the gate for a household, until someone takes it. `code`: what the taker says."""

    __tablename__ = "goods"
    __table_args__ = (Index("ix_goods_waiting", "at", sqlite_where=text("taken_at IS NULL")),)
    at: Mapped[int] = site()
    code: Mapped[str] = sealed(Text)
    shelf: Mapped[str] = site(Text, default="")
    what: Mapped[str] = sealed(Text, default="")
    left_by: Mapped[str] = sealed(Text, default="")
    household_id: Mapped[str | None] = site(Id)
    building: Mapped[str] = site(Text, default="")
    unit: Mapped[str] = site(Text, default="")
    room: Mapped[str] = site(Text, default="")
    gate_id: Mapped[str] = site(Id)
    operator_id: Mapped[str | None] = site(Id)
    reminded_at: Mapped[int | None] = site()
    taken_at: Mapped[int | None] = site()
    taken_how: Mapped[str] = site(Text, default="")
    taken_by: Mapped[str] = sealed(Text, default="")
    handed_by: Mapped[str | None] = site(Id)


class WatchEntry(Record, Base):
    """Someone to look out for (关注名单): a hint for a person at the gate, never a refusal by the machine."""

    __tablename__ = "watch_entry"
    name: Mapped[str] = sealed(Text, default="")
    phone_last4: Mapped[str] = sealed(Text, default="")
    plate: Mapped[str] = sealed(Text, default="")
    reason: Mapped[str] = sealed(Text)
    advice: Mapped[str] = sealed(Text, default="")
    owner: Mapped[str] = site(Text)
    added_at: Mapped[int] = site()
    added_by: Mapped[str | None] = site(Id)
    expires_at: Mapped[int] = site()
    reviewed_at: Mapped[int | None] = site()
    reviewed_by: Mapped[str | None] = site(Id)
    ended_at: Mapped[int | None] = site()


class RecurringPass(Record, Base):
    """A household's standing pass for a nanny, a cleaner, a tutor: days and hours, at most 90 days, revocable."""

    __tablename__ = "recurring_pass"
    household_id: Mapped[str] = site(Id, index=True)
    building: Mapped[str] = site(Text, default="")
    unit: Mapped[str] = site(Text, default="")
    room: Mapped[str] = site(Text, default="")
    alias: Mapped[str] = sealed(Text)
    visitor_type: Mapped[str] = site(Text)
    phone_last4: Mapped[str] = sealed(Text, default="")
    plate: Mapped[str] = sealed(Text, default="")
    from_at: Mapped[int] = site()
    until_at: Mapped[int] = site()
    weekdays: Mapped[list[Any]] = site()
    start_min: Mapped[int] = site()
    end_min: Mapped[int] = site()
    code_id: Mapped[str | None] = site(Text)
    person_id: Mapped[str | None] = site(Id)
    issued_by: Mapped[str | None] = site(Id)
    revoked_at: Mapped[int | None] = site()
    revoked_why: Mapped[str] = sealed(Text, default="")


class Permit(Record, Base):
    """A renovation or works permit of a household (or of the estate): company, dates, daily hours, workers, tools."""

    __tablename__ = "permit"
    permit_no: Mapped[str] = site(Text, index=True)
    company: Mapped[str] = sealed(Text)
    household_id: Mapped[str | None] = site(Id)
    building: Mapped[str] = site(Text, default="")
    unit: Mapped[str] = site(Text, default="")
    room: Mapped[str] = site(Text, default="")
    from_at: Mapped[int] = site()
    until_at: Mapped[int] = site()
    weekdays: Mapped[list[Any]] = site()
    start_min: Mapped[int] = site()
    end_min: Mapped[int] = site()
    workers: Mapped[list[Any]] = sealed()
    tools: Mapped[str] = sealed(Text, default="")
    revoked_at: Mapped[int | None] = site()
