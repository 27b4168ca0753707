"""Legal holds, retention reports, the register of what was handed over, requests of people about their own data.

Disclosure, PrivacyRequest and PrivacyAnswer are what 0.1 wrote: still read and erased in time, never written any more.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Text
from sqlalchemy.orm import Mapped

from desk.store.schema import Base, Fact, Id, Record, sealed, site


class LegalHold(Record, Base):
    """An authority's order to keep one thing past its time. expires_at: UTC ms; released_at: lifted earlier."""

    __tablename__ = "legal_hold"
    subject_kind: Mapped[str] = site(Text)
    subject_id: Mapped[str] = site(Id, index=True)
    authority: Mapped[str] = site(Text)
    reason: Mapped[str] = site(Text)
    placed_at: Mapped[int] = site()
    placed_by: Mapped[str | None] = site(Id)
    expires_at: Mapped[int] = site()
    released_at: Mapped[int | None] = site()


class RetentionRun(Fact, Base):
    """What one run erased. results: a list of {kind, days, cutoff, erased, held, complete}; digest: BLAKE2b of it all.

    postponed: "" or why nothing was erased; postponed_since: UTC ms of the first of such runs in a row.
    """

    __tablename__ = "retention_run"
    at: Mapped[int] = site(index=True)
    clock_quality: Mapped[str] = site(Text)
    why: Mapped[str] = site(Text)
    postponed: Mapped[str] = site(Text, default="")
    postponed_since: Mapped[int | None] = site()
    results: Mapped[list[Any]] = site()
    digest: Mapped[str] = site(Text)


class Disclosure(Fact, Base):
    """Data handed to an authority: who asked, by which document, for what, what was given. Kept at least 3 years."""

    __tablename__ = "disclosure"
    at: Mapped[int] = site(index=True)
    operator_id: Mapped[str | None] = site(Id)
    authority: Mapped[str] = site(Text)
    officer: Mapped[str] = sealed(Text)
    document: Mapped[str] = site(Text)
    scope: Mapped[str] = site(Text)
    given: Mapped[str] = site(Text)


class PrivacyRequest(Fact, Base):
    """Somebody asks about their own data, at the window. due_at: UTC ms by which an answer is owed."""

    __tablename__ = "privacy_request"
    at: Mapped[int] = site(index=True)
    operator_id: Mapped[str | None] = site(Id)
    kind: Mapped[str] = site(Text)
    subject_kind: Mapped[str] = site(Text, default="")
    subject_id: Mapped[str | None] = site(Id)
    asked_by: Mapped[str] = sealed(Text)
    contact: Mapped[str] = sealed(Text, default="")
    note: Mapped[str] = sealed(Text, default="")
    due_at: Mapped[int] = site()


class PrivacyAnswer(Fact, Base):
    """What became of a request; a refusal gives its reason (PIPL 50)."""

    __tablename__ = "privacy_answer"
    request_id: Mapped[str] = site(Id, index=True)
    at: Mapped[int] = site()
    operator_id: Mapped[str | None] = site(Id)
    outcome: Mapped[str] = site(Text)
    reason: Mapped[str] = sealed(Text, default="")


class RegisterEntry(Fact, Base):
    """Data that somebody else was given or shown: who, on what ground, of which days, what. Kept at least 3 years (ND 12).

    entry: rules_register.Entry; data: words of rules_register.DATA; period_from, period_until: days of the site.
    """

    __tablename__ = "register_entry"
    at: Mapped[int] = site(index=True)
    operator_id: Mapped[str | None] = site(Id)
    gate_id: Mapped[str | None] = site(Id)
    entry: Mapped[str] = site(Text)
    recipient: Mapped[str] = site(Text)
    officer: Mapped[str] = sealed(Text, default="")
    document: Mapped[str] = site(Text, default="")
    basis: Mapped[str] = site(Text)
    purpose: Mapped[str] = site(Text)
    method: Mapped[str] = site(Text, default="")
    data: Mapped[list[Any]] = site(default=list)
    period_from: Mapped[str] = site(Text, default="")
    period_until: Mapped[str] = site(Text, default="")
    given: Mapped[str] = sealed(Text, default="")


class DataRequest(Fact, Base):
    """Somebody asks about their own data, at the window. due_at: UTC ms by which an answer is owed.

    identified: how it was seen who asks, never a number (rules_requests.Identified). subject_kind: `person`, or `visitor`
    by their telephone (`about`), or "" when nothing here is known of them.
    """

    __tablename__ = "data_request"
    at: Mapped[int] = site(index=True)
    operator_id: Mapped[str | None] = site(Id)
    gate_id: Mapped[str | None] = site(Id)
    kind: Mapped[str] = site(Text)
    subject_kind: Mapped[str] = site(Text, default="")
    subject_id: Mapped[str | None] = site(Id, index=True)
    about: Mapped[str] = sealed(Text, default="")
    asked_by: Mapped[str] = sealed(Text)
    contact: Mapped[str] = sealed(Text, default="")
    identified: Mapped[str] = site(Text)
    note: Mapped[str] = sealed(Text, default="")
    due_at: Mapped[int] = site()


class DataAnswer(Fact, Base):
    """What became of a request; a refusal gives its reason (PIPL 50).

    said: what was answered, in words. erased: how many things went; kept: {kind, why, count} of what could not.
    """

    __tablename__ = "data_answer"
    request_id: Mapped[str] = site(Id, index=True)
    at: Mapped[int] = site()
    operator_id: Mapped[str | None] = site(Id)
    outcome: Mapped[str] = site(Text)
    reason: Mapped[str] = sealed(Text, default="")
    said: Mapped[str] = sealed(Text, default="")
    erased: Mapped[int] = site(default=0)
    kept: Mapped[list[Any]] = site(default=list)
