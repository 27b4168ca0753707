"""Rows of lending: things, who took them, what left and what came back, steps between, stock, reservations."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Index, Text, text
from sqlalchemy.orm import Mapped

from desk.lending.rules_asset import Step
from desk.store.schema import (
    Base,
    Claim,
    Fact,
    Id,
    Ledger,
    Projection,
    Record,
    attachment,
    district,
    local,
    sealed,
    site,
)


class Asset(Record, Base):
    """A thing that is lent, or a sort of things that are given away. Its home is a gate: only there is it handed out freely.

    tag: what stands on it. cls: returnable, consumable, kit. lend_min: usual minutes, 0 = as its kind. hygiene: wiped down
    after each use. emergency: may be taken first and written down later. contents: [{"name", "want", "until"}], until a
    day. inspection_due: a day. value_fen: what it costs. locker_id, compartment: where it hangs, if in a locker.
    low: stock below which it is to be bought.
    """

    __tablename__ = "asset"
    __table_args__ = (Index("ix_asset_gate", "gate_id", "kind"),)
    tag: Mapped[str] = site(Text)
    name: Mapped[str] = site(Text)
    kind: Mapped[str] = district(Text)
    cls: Mapped[str] = district(Text)
    gate_id: Mapped[str] = district(Id)
    place: Mapped[str] = site(Text, default="")
    lend_min: Mapped[int] = site(default=0)
    hygiene: Mapped[bool] = site(default=False)
    emergency: Mapped[bool] = site(default=False)
    contents: Mapped[list[Any]] = site(default=list)
    inspection_due: Mapped[str] = site(Text, default="")
    value_fen: Mapped[int] = site(default=0)
    low: Mapped[int] = site(default=0)
    photo: Mapped[str] = attachment(Text, kind="picture", default="")
    note: Mapped[str] = sealed(Text, default="")
    locker_id: Mapped[str | None] = site(Id)
    compartment: Mapped[int | None] = site()
    retired_at: Mapped[int | None] = site()
    sort: Mapped[int] = site(default=0)


class Borrower(Record, Base):
    """One handing out: to whom, for one thing or several at once. Of a household code only the household is kept.

    how: code, card, name, later (taken first, written down later), locker. signature: the attachment's name.
    """

    __tablename__ = "borrower"
    __table_args__ = (Index("ix_borrower_household", "household_id"), Index("ix_borrower_at", "at"))
    at: Mapped[int] = site()
    how: Mapped[str] = site(Text)
    household_id: Mapped[str | None] = site(Id)
    person_id: Mapped[str | None] = site(Id)
    name: Mapped[str] = sealed(Text, default="")
    phone: Mapped[str] = sealed(Text, default="")
    door: Mapped[str] = sealed(Text, default="")
    note: Mapped[str] = sealed(Text, default="")
    signature: Mapped[str] = attachment(Text, kind="picture", default="")
    identified_at: Mapped[int | None] = site()
    gate_id: Mapped[str] = site(Id)
    operator_id: Mapped[str | None] = site(Id)


class AssetClaim(Claim, Base):
    """A thing left (item: its id), or came back (releases: the claim that took it). Both of two takings are kept.

    On leaving: borrower, due (UTC ms), emergency, whether it went over a warning (away: not at its home gate; over: the
    reservation or the state it went against). On coming back: condition, missing [{"name", "used"}]. No words: who has what is never forgotten with whoever said them.
    """

    __tablename__ = "asset_claim"
    __table_args__ = (Index("ix_asset_claim_item", "item"), Index("ix_asset_claim_releases", "releases"))
    item: Mapped[str] = site(Text, default="")
    releases: Mapped[str | None] = site(Id)
    at: Mapped[int] = district()
    borrower_id: Mapped[str | None] = site(Id)
    reservation_id: Mapped[str | None] = site(Id)
    due_at: Mapped[int | None] = site()
    emergency: Mapped[bool] = site(default=False)
    away: Mapped[bool] = site(default=False)
    over: Mapped[str] = site(Text, default="")
    condition: Mapped[str] = district(Text, default="")
    missing: Mapped[list[Any]] = site(default=list)
    gate_id: Mapped[str] = district(Id)
    operator_id: Mapped[str | None] = site(Id)
    clock_quality: Mapped[str] = site(Text, default="trusted")


class LoanEvent(Fact, Base):
    """What happened to a loan while it was out, or to a thing between loans. kind: rules_asset.Step.

    due_at: the new end of an extended loan. level: of a reminder. corrects: the taking or return that an UNDONE takes back.
    text, photo: words and a picture of how it came back, or of what was said on the phone.
    """

    __tablename__ = "loan_event"
    __table_args__ = (Index("ix_loan_event_asset", "asset_id"), Index("ix_loan_event_loan", "loan_id"))
    asset_id: Mapped[str] = site(Id)
    loan_id: Mapped[str | None] = site(Id)
    kind: Mapped[str] = district(Text, info={"words": Step})
    at: Mapped[int] = district()
    due_at: Mapped[int | None] = site()
    level: Mapped[int] = site(default=0)
    corrects: Mapped[str | None] = site(Id)
    missing: Mapped[list[Any]] = site(default=list)
    text: Mapped[str] = sealed(Text, default="")
    photo: Mapped[str] = attachment(Text, kind="picture", default="")
    gate_id: Mapped[str] = district(Id)
    operator_id: Mapped[str | None] = site(Id)
    clock_quality: Mapped[str] = site(Text, default="trusted")


class AssetStock(Ledger, Base):
    """Pieces of a consumable that came (+) or were given out (-). account: the asset's id. why: bought, given, counted."""

    __tablename__ = "asset_stock"
    __table_args__ = (Index("ix_asset_stock_account", "account"),)
    account: Mapped[str] = site(Text)
    amount: Mapped[int] = site()
    why: Mapped[str] = site(Text)
    at: Mapped[int] = site()
    borrower_id: Mapped[str | None] = site(Id)
    gate_id: Mapped[str] = site(Id)
    operator_id: Mapped[str | None] = site(Id)


class Reservation(Record, Base):
    """A thing is kept for somebody from a moment on. state: reserved, ready, taken, cancelled, missed."""

    __tablename__ = "reservation"
    __table_args__ = (Index("ix_reservation_asset", "asset_id", "from_at"),)
    asset_id: Mapped[str] = site(Id)
    from_at: Mapped[int] = site()
    until_at: Mapped[int] = site()
    state: Mapped[str] = site(Text, default="reserved")
    household_id: Mapped[str | None] = site(Id)
    person_id: Mapped[str | None] = site(Id)
    name: Mapped[str] = sealed(Text, default="")
    phone: Mapped[str] = sealed(Text, default="")
    door: Mapped[str] = sealed(Text, default="")
    note: Mapped[str] = sealed(Text, default="")
    loan_id: Mapped[str | None] = site(Id)
    at: Mapped[int] = site()
    gate_id: Mapped[str] = site(Id)
    operator_id: Mapped[str | None] = site(Id)


class Loan(Projection, Base):
    """A loan as it stands: what rules makes of its taking, its return and the steps between. Its id is the taking's.

    state: out, returned, lost, written_off, undone. level: of the last reminder. extended: how often.
    """

    __tablename__ = "loan"
    __table_args__ = (
        Index("ix_loan_open", "open_state", sqlite_where=text("open_state IS NOT NULL")),
        Index("ix_loan_asset", "asset_id"),
        Index("ix_loan_borrower", "borrower_id"),
        Index("ix_loan_at", "at"),
    )
    asset_id: Mapped[str] = site(Id)
    borrower_id: Mapped[str | None] = site(Id)
    state: Mapped[str] = site(Text)
    open_state: Mapped[str | None] = local(Text)
    at: Mapped[int] = site()
    due_at: Mapped[int] = site()
    extended: Mapped[int] = site(default=0)
    level: Mapped[int] = site(default=0)
    reminded_at: Mapped[int | None] = site()
    emergency: Mapped[bool] = site(default=False)
    away: Mapped[bool] = site(default=False)
    over: Mapped[str] = site(Text, default="")
    returned_at: Mapped[int | None] = site()
    returned_gate_id: Mapped[str | None] = site(Id)
    condition: Mapped[str] = site(Text, default="")
    missing: Mapped[list[Any]] = site(default=list)
    clock_uncertain: Mapped[bool] = site(default=False)
    gate_id: Mapped[str] = site(Id)
    operator_id: Mapped[str | None] = site(Id)


class AssetNow(Projection, Base):
    """How a thing stands. Its id is the asset's. condition: rules_asset.Condition; since: when it came to be so (UTC ms).

    loan_id: who has it (the first open taking); disputed: further open takings that a person must settle.
    """

    __tablename__ = "asset_now"
    condition: Mapped[str] = site(Text, default="ok")
    missing: Mapped[list[Any]] = site(default=list)
    since: Mapped[int] = site(default=0)
    loan_id: Mapped[str | None] = site(Id)
    disputed: Mapped[int] = site(default=0)
