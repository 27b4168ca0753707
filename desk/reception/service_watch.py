"""The watch list (关注名单): with a reason, an owner and an end; looked at again by a manager; it never refuses anyone."""

from __future__ import annotations

from sqlalchemy import select

from desk.core.clock import DAY_MS
from desk.core.errors import Refused
from desk.core.text import clean_line
from desk.people import names
from desk.people.tokens import phone_digits
from desk.reception import rights
from desk.reception.rules import NAME_MAX, TEXT_MAX
from desk.reception.rules_clean import clean_plate
from desk.reception.tables import WatchEntry
from desk.store.unit import Unit

_W = WatchEntry.__table__.c
LONGEST_MS = 366 * DAY_MS


def add(
    u: Unit, *, reason: str, owner: str, expires_at: int, name: str = "", phone: str = "", plate: str = "",
    advice: str = "",
) -> str:  # fmt: skip
    """Put someone on the list. phone: only its last four digits are kept. expires_at: UTC ms, at most a year ahead.

    Raises Refused("watch.nothing_to_match" | "watch.reason_missing" | "watch.owner_missing" | "watch.expiry" |
    "visit.text_long").
    """
    u.actor.require(rights.WATCH_EDIT)
    if max(map(len, (reason, owner, advice))) > TEXT_MAX or len(name) > NAME_MAX:
        raise Refused("visit.text_long")
    kept = {"name": names.normalise(name), "phone_last4": phone_digits(phone)[-4:], "plate": clean_plate(plate)}
    if not any(kept.values()):
        raise Refused("watch.nothing_to_match")
    if not reason.strip():
        raise Refused("watch.reason_missing")
    if not owner.strip():
        raise Refused("watch.owner_missing")
    _fits(u, expires_at)
    new = u.add(
        WatchEntry, reason=clean_line(reason), advice=clean_line(advice), owner=clean_line(owner), added_at=u.now,
        added_by=u.actor.operator_id or None, expires_at=expires_at, **kept,
    )  # fmt: skip
    u.audit("watch.added", "watch_entry", new)
    u.changed("watch")
    return new


def review(u: Unit, watch_id: str, *, keep_until: int | None) -> None:
    """A manager looked at it: keep until (UTC ms), or None to take it off the list.

    Raises Refused("watch.expiry" | "store.gone").
    """
    u.actor.require(rights.WATCH_REVIEW)
    if keep_until is None:
        u.set(WatchEntry, watch_id, ended_at=u.now)
    else:
        _fits(u, keep_until)
        u.set(WatchEntry, watch_id, expires_at=keep_until)
    u.set(WatchEntry, watch_id, reviewed_at=u.now, reviewed_by=u.actor.operator_id or None)
    u.audit("watch.reviewed", "watch_entry", watch_id, kept=keep_until is not None)
    u.changed("watch")


def expire(u: Unit) -> int:
    """End every entry past its date (nightly, and at start); returns how many."""
    ids = u.conn.execute(
        select(_W.id).where(_W.ended_at.is_(None), _W.deleted_at.is_(None), _W.expires_at < u.now)
    ).scalars()
    ended = list(ids)
    for watch_id in ended:
        u.set(WatchEntry, watch_id, ended_at=u.now)
    if ended:
        u.audit("watch.expired", "watch_entry", count=len(ended))
        u.changed("watch")
    return len(ended)


def _fits(u: Unit, expires_at: int) -> None:
    if not u.now < expires_at <= u.now + LONGEST_MS:
        raise Refused("watch.expiry", days=LONGEST_MS // DAY_MS)
