"""Operators (shared by the desks of a site), who is on duty here, and the count of wrong PINs here."""

from __future__ import annotations

from sqlalchemy import Index, Text
from sqlalchemy.orm import Mapped

from desk.store.schema import Base, Id, Record, local, sealed, site
from desk.wire.sharing import Merge


class Operator(Record, Base):
    """Somebody who works at the window. pin_hash and badge_hash are sealed: other desks need them, the hub never.

    valid_until: UTC ms, set for first-timers somebody vouched for.
    """

    __tablename__ = "operator"
    __table_args__ = (Index("ix_operator_badge_hash", "badge_hash"),)
    display_name: Mapped[str] = sealed(Text)
    label: Mapped[str] = site(Text)
    role: Mapped[str] = site(Text)
    pin_hash: Mapped[str | None] = sealed(Text)
    badge_hash: Mapped[str | None] = sealed(Text)
    active: Mapped[bool] = site(default=True)
    vouched_by: Mapped[str | None] = site(Id)
    valid_until: Mapped[int | None] = site()
    created_at: Mapped[int] = site()


class OnDuty(Base):
    """A chip on this desk. Survives a restart (then locked). last_at: when last made the active one."""

    __tablename__ = "on_duty"
    __merge__ = Merge.LOCAL
    operator_id: Mapped[str] = local(Id, primary_key=True)
    since: Mapped[int] = local()
    last_at: Mapped[int] = local()


class PinGuard(Base):
    """Wrong tries in a row. subject: an operator id, `desk` or `recovery`; wait_until: UTC ms."""

    __tablename__ = "pin_guard"
    __merge__ = Merge.LOCAL
    subject: Mapped[str] = local(Text, primary_key=True)
    failures: Mapped[int] = local(default=0)
    wait_until: Mapped[int] = local(default=0)
