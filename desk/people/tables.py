"""Rows of people: households, persons, who belongs where, what they agreed to, and visitors who came before.

Columns worked out of others (keys for comparing and sorting) are local: each desk makes its own.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, Index, Text
from sqlalchemy.orm import Mapped

from desk.store.schema import Base, Fact, Id, Projection, Record, local, sealed, site


class Household(Record, Base):
    """A door: building, unit (often empty) and room, as rooms.address cleans them."""

    __tablename__ = "household"
    __business_key__ = ("building", "unit", "room")
    __table_args__ = (Index("ix_household_place", "building", "unit", "room"), Index("ix_household_order", "sort_key"))
    building: Mapped[str] = site(Text)
    unit: Mapped[str] = site(Text, default="")
    room: Mapped[str] = site(Text)
    sort_key: Mapped[str] = local(Text, default="")


class Person(Record, Base):
    """A resident. name_key and name_pinyin (syllables joined by blanks) are what names are compared by."""

    __tablename__ = "person"
    __table_args__ = (Index("ix_person_name_key", "name_key"), Index("ix_person_phone_last4", "phone_last4"))
    name: Mapped[str] = sealed(Text)
    phone: Mapped[str] = sealed(Text, default="")
    plates: Mapped[list[Any]] = sealed(JSON, default=list)
    name_key: Mapped[str] = local(Text, default="")
    name_pinyin: Mapped[str] = local(Text, default="")
    phone_last4: Mapped[str] = local(Text, default="")


class Binding(Fact, Base):
    """A person belongs to a household from a moment on. Ended by a BindingEnd; the two make a set that merges freely."""

    __tablename__ = "binding"
    __table_args__ = (Index("ix_binding_person", "person_id"), Index("ix_binding_household", "household_id"))
    person_id: Mapped[str] = site(Id)
    household_id: Mapped[str] = site(Id)
    role: Mapped[str] = site(Text)
    from_at: Mapped[int] = site()
    operator_id: Mapped[str | None] = site(Id)


class BindingEnd(Fact, Base):
    """The end of one binding: its id, when, and why (rules.END_REASONS)."""

    __tablename__ = "binding_end"
    __table_args__ = (Index("ix_binding_end_binding", "binding_id"),)
    binding_id: Mapped[str] = site(Id)
    until_at: Mapped[int] = site()
    reason: Mapped[str] = site(Text)
    operator_id: Mapped[str | None] = site(Id)


class Consent(Fact, Base):
    """A person (or their guardian) agreed to one purpose under one version of the notice, or took it back."""

    __tablename__ = "consent"
    __table_args__ = (Index("ix_consent_person", "person_id", "purpose"),)
    person_id: Mapped[str] = site(Id)
    purpose: Mapped[str] = site(Text)
    act: Mapped[str] = site(Text)
    notice_version: Mapped[str] = site(Text)
    guardian: Mapped[bool] = site(default=False)
    at: Mapped[int] = site()
    operator_id: Mapped[str | None] = site(Id)


class KnownVisitor(Projection, Base):
    """A visitor who came before, so that the form fills itself. Made here from visits, never sent, purged by seen_at."""

    __tablename__ = "known_visitor"
    __table_args__ = (
        Index("ix_known_visitor_name_key", "name_key"),
        Index("ix_known_visitor_name_pinyin", "name_pinyin"),
        Index("ix_known_visitor_phone_last4", "phone_last4"),
        Index("ix_known_visitor_plate", "plate"),
        Index("ix_known_visitor_seen_at", "seen_at"),
    )
    name: Mapped[str] = local(Text)
    phone: Mapped[str] = local(Text, default="")
    plate: Mapped[str] = local(Text, default="")
    name_key: Mapped[str] = local(Text)
    name_pinyin: Mapped[str] = local(Text, default="")
    phone_last4: Mapped[str] = local(Text, default="")
    household_id: Mapped[str | None] = local(Id)
    visitor_type: Mapped[str] = local(Text, default="")
    seen_at: Mapped[int] = local()
    visits: Mapped[int] = local(default=1)


class VisitorForgotten(Fact, Base):
    """A visitor asked at one desk to be left out of the forms of all. marks: keyed digests (people.service_forgotten)."""

    __tablename__ = "visitor_forgotten"
    __table_args__ = (Index("ix_visitor_forgotten_at", "at"),)
    at: Mapped[int] = site()
    marks: Mapped[list[Any]] = sealed(JSON, default=list)
    operator_id: Mapped[str | None] = site(Id)
