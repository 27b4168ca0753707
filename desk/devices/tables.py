"""Rows of attached devices: what is attached to this computer, what was done with it and came of it, stock in it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON, Index, Integer, Text
from sqlalchemy.orm import Mapped

from desk.devices.rules import StockWhy
from desk.store.schema import Base, Fact, Id, Ledger, Record, district, local, site
from desk.wire.sharing import Merge


class Device(Base):
    """A device of this computer, as a person has set it up. It never leaves: another desk has another socket.

    address: of drivers.ports, survives a replug; options: those of the driver without `port`; training: it is not there,
    the program plays it (address empty). off: set up, not in use.
    """

    __tablename__ = "device"
    __merge__ = Merge.LOCAL
    num: Mapped[int] = local(Integer, primary_key=True)
    id: Mapped[str] = local(Id, unique=True)
    name: Mapped[str] = local(Text)
    role: Mapped[str] = local(Text)
    driver: Mapped[str] = local(Text)
    address: Mapped[str] = local(Text, default="")
    options: Mapped[dict[str, Any]] = local(JSON, default=dict)
    place: Mapped[str] = local(Text, default="")
    training: Mapped[bool] = local(default=False)
    off: Mapped[bool] = local(default=False)
    added_at: Mapped[int] = local()
    added_by: Mapped[str | None] = local(Id)


class DevicePending(Base):
    """An action of this desk that has begun and has no certain end: `running`, or `unknown` until a person has looked."""

    __tablename__ = "device_pending"
    __merge__ = Merge.LOCAL
    num: Mapped[int] = local(Integer, primary_key=True)
    action_id: Mapped[str] = local(Id, unique=True)
    state: Mapped[str] = local(Text)


class DeviceAction(Fact, Base):
    """A device is about to be told to do something: committed before it is told.

    attached_id, attached_name, role: the device; params: what it was told, without personal data; subject_kind and
    subject_id: what for (visit, loan, dispensed, test...). operator_id empty: the program itself.
    """

    __tablename__ = "device_action"
    __table_args__ = (
        Index("ix_device_action_at", "at"),
        Index("ix_device_action_attached", "attached_id", "at"),
        Index("ix_device_action_subject", "subject_id"),
    )
    attached_id: Mapped[str] = site(Id)
    attached_name: Mapped[str] = site(Text)
    role: Mapped[str] = district(Text)
    action: Mapped[str] = district(Text)
    params: Mapped[dict[str, Any]] = site(default=dict)
    subject_kind: Mapped[str] = site(Text, default="")
    subject_id: Mapped[str | None] = site(Id)
    training: Mapped[bool] = district(default=False)
    at: Mapped[int] = district()
    gate_id: Mapped[str] = district(Id)
    device_id: Mapped[str] = site(Id)
    operator_id: Mapped[str | None] = site(Id)
    clock_quality: Mapped[str] = site(Text, default="trusted")


class DeviceOutcome(Fact, Base):
    """What came of an action: done, failed, unknown; after an unknown a second one by the person who looked.

    operator_id empty: said by the device or the program.
    """

    __tablename__ = "device_outcome"
    __table_args__ = (Index("ix_device_outcome_action", "action_id"),)
    action_id: Mapped[str] = site(Id)
    outcome: Mapped[str] = district(Text)
    code: Mapped[str] = district(Text, default="")
    at: Mapped[int] = district()
    operator_id: Mapped[str | None] = site(Id)


class StockItem(Record, Base):
    """What lies in a machine and runs out: masks, paper. Its home is one desk, which alone counts it (home_id).

    kind: rules.StockKind; attached_id: the device that hands it out, slot: its number there (0: there is only one);
    full: how many a refill brings; low: when to fetch some.
    """

    __tablename__ = "stock_item"
    __table_args__ = (Index("ix_stock_item_attached", "attached_id"),)
    name: Mapped[str] = site(Text)
    kind: Mapped[str] = district(Text)
    home_id: Mapped[str] = site(Id)
    gate_id: Mapped[str] = district(Id)
    attached_id: Mapped[str | None] = site(Id)
    slot: Mapped[int] = site(default=0)
    full: Mapped[int] = site(default=0)
    low: Mapped[int] = site(default=0)
    sort: Mapped[int] = site(default=0)


class StockEntry(Ledger, Base):
    """More or less of a stock item (account: its id). why: rules.StockWhy; action_id: the action that took it."""

    __tablename__ = "stock_entry"
    __table_args__ = (
        Index("ix_stock_entry_account", "account", "at"),
        Index("ix_stock_entry_action", "action_id"),
    )
    account: Mapped[str] = site(Text)
    amount: Mapped[int] = site()
    why: Mapped[str] = district(Text, info={"words": StockWhy})
    action_id: Mapped[str | None] = site(Id)
    at: Mapped[int] = district()
    gate_id: Mapped[str] = district(Id)
    device_id: Mapped[str] = site(Id)
    operator_id: Mapped[str | None] = site(Id)


class Dispensed(Fact, Base):
    """Somebody is handed one: a household by its code, a courier without a name, or somebody by the desk's own hand.

    who: rules.Taker; item_id: of the stock; day: of the site's calendar. Whether it came out is its action's outcome.
    """

    __tablename__ = "dispensed"
    __table_args__ = (Index("ix_dispensed_day", "day"), Index("ix_dispensed_household", "household_id"))
    item_id: Mapped[str] = site(Id)
    action_id: Mapped[str] = site(Id)
    who: Mapped[str] = district(Text)
    household_id: Mapped[str | None] = site(Id)
    day: Mapped[str] = district(Text)
    at: Mapped[int] = site()
    gate_id: Mapped[str] = district(Id)
    device_id: Mapped[str] = site(Id)
    operator_id: Mapped[str | None] = site(Id)
    clock_quality: Mapped[str] = site(Text, default="trusted")
