"""Rows of the public screen. Nothing here may name a person who did not agree to it, a phone of theirs or a door."""

from __future__ import annotations

from sqlalchemy import Index, Text
from sqlalchemy.orm import Mapped

from desk.store.schema import Base, Id, Projection, Record, public, site


class ScreenItem(Record, Base):
    """A notice for the screen and the wall, or an emergency banner (kind `notice`, `official`, `emergency`).

    from_at, until_at: UTC ms; shown only between them. approver: who answers for it (official ones need a name).
    retracted_at: taken down; stands against everything.
    """

    __tablename__ = "screen_item"
    __table_args__ = (Index("ix_screen_item_until", "until_at"),)
    kind: Mapped[str] = public(Text)
    title: Mapped[str] = public(Text)
    text: Mapped[str] = public(Text, default="")
    from_at: Mapped[int] = public()
    until_at: Mapped[int] = public()
    gates: Mapped[str] = public(Text, default="")
    approver: Mapped[str] = site(Text, default="")
    retracted_at: Mapped[int | None] = public()
    printed_at: Mapped[int | None] = site()
    operator_id: Mapped[str | None] = site(Id)
    sort: Mapped[int] = public(default=0)


class ScreenLine(Projection, Base):
    """A line that another room wants shown: kind `shift` or `sitting`, with words that may stand in public.

    key: what it was made from (a shift's or sitting's id), so that it is replaced and taken away again.
    """

    __tablename__ = "screen_line"
    __table_args__ = (Index("ix_screen_line_start", "start_at"),)
    kind: Mapped[str] = public(Text)
    key: Mapped[str] = public(Id)
    start_at: Mapped[int] = public()
    end_at: Mapped[int] = public()
    title: Mapped[str] = public(Text)
    names: Mapped[str] = public(Text)
    place: Mapped[str] = public(Text, default="")
    gate_id: Mapped[str] = public(Id)
