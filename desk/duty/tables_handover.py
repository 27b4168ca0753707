"""Rows of the handover: what was handed over, who signed, and the things that are counted."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Index, Text
from sqlalchemy.orm import Mapped

from desk.store.schema import Base, Fact, Id, Record, sealed, site


class Handover(Fact, Base):
    """One handover as it was put down: immutable. body: groups with their counts, ticks and notes, counted items.

    kind: made, or held_over (no relief came). body names things by id and number, people masked.
    """

    __tablename__ = "handover"
    __table_args__ = (Index("ix_handover_at", "at"),)
    kind: Mapped[str] = site(Text)
    at: Mapped[int] = site()
    gate_id: Mapped[str] = site(Id)
    shift_id: Mapped[str | None] = site(Id)
    next_shift_id: Mapped[str | None] = site(Id)
    outgoing_id: Mapped[str | None] = site(Id)
    body: Mapped[dict[str, Any]] = sealed()
    held_minutes: Mapped[int] = site(default=0)
    operator_id: Mapped[str | None] = site(Id)
    clock_quality: Mapped[str] = site(Text, default="trusted")


class HandoverSign(Fact, Base):
    """A signature under a handover: side `out` or `in`, by PIN or code."""

    __tablename__ = "handover_sign"
    __table_args__ = (Index("ix_handover_sign_handover", "handover_id"),)
    handover_id: Mapped[str] = site(Id)
    side: Mapped[str] = site(Text)
    at: Mapped[int] = site()
    member_id: Mapped[str | None] = site(Id)
    operator_id: Mapped[str | None] = site(Id)
    how: Mapped[str] = site(Text)
    note: Mapped[str] = sealed(Text, default="")


class CountedItem(Record, Base):
    """A thing of the post that is counted at every handover: keys, radios, torches. expected: how many there are."""

    __tablename__ = "counted_item"
    name: Mapped[str] = site(Text)
    kind: Mapped[str] = site(Text, default="item")
    expected: Mapped[int] = site(default=1)
    gate_id: Mapped[str] = site(Id)
    sort: Mapped[int] = site(default=0)
