"""What the lending page asks the desk, on the lanes: everything of the room, as the view draws it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

from desk.core.actor import Actor
from desk.core.clock import DAY_MS, HOUR_MS, MINUTE_MS, SiteTime
from desk.lending import reads
from desk.lending.drafts import AssetDraft, LendDraft, Pick, To
from desk.lending.rules import Bar, How, Part
from desk.lending.rules_asset import AssetClass, AssetKind
from desk.lending.views import AssetCard, AssetRow, KeptRow, LoanRow
from desk.lent import shift_starts
from ui import moments
from ui.pages.lending.model import BookForm, Card, Form, Home, Kept, Loan, Step, Thing, Used, Weighed, Who

EVENING = 21  # o'clock: by then a thing lent "for today" is back
EDIT = "lending.edit"


def home(r: Any, actor: Actor, time: SiteTime) -> Home:
    """The book of this gate, what is out anywhere, what is kept."""
    rows = reads.assets(r)
    out = reads.open_loans(r, shift_starts(r))
    loans = tuple(loan(one, time, r.now) for one in out)
    return Home(
        True, tuple(thing(one, time, r.now) for one in rows), loans,
        tuple(kept(one, time, r.now) for one in reads.reservations(r)), sum(one.overdue for one in out),
        sum(not one.who.known for one in out), actor.may(EDIT),
    )  # fmt: skip


def card(r: Any, actor: Actor, time: SiteTime, asset_id: str) -> Card:
    """One thing."""
    found: AssetCard = reads.card(r, asset_id)
    gone = {one.name: one.used for one in found.row.missing}
    past = {one.name for one in found.row.expired}
    steps = tuple(
        Step(one.what, moments.told(time, one.at, r.now), one.who, one.operator, one.condition, one.words)
        for one in found.steps
    )
    return Card(
        thing(found.row, time, r.now),
        tuple(Used(one.name, one.want, gone.get(one.name, 0), one.until, one.name in past) for one in found.contents),
        steps, tuple(kept(one, time, r.now) for one in found.reservations), actor.may(EDIT), found.lend_min,
        found.inspection_due, found.value_fen, found.low_at, found.note, found.row.tag, found.row.name,
        found.locker_id, found.compartment or 0,
    )  # fmt: skip


def weigh(r: Any, time: SiteTime, form: Form) -> Weighed:
    """What stands against each thing for whoever takes it, and when the first of them is due."""
    due = due_of(form.due, r.now, time)
    found = reads.for_these(r, list(form.things), to_of(form.who), due)
    rows = [
        row for row in reads.assets(r, all_gates=True) if row.id in form.things and row.cls is not AssetClass.CONSUMABLE
    ]
    soonest = due if due is not None else min((r.now + row.usual_ms for row in rows), default=r.now)
    bars = {eid: tuple(bar.value for bar in one) for eid, one in found.items()}
    return Weighed(bars, moments.told(time, soonest, r.now) if rows else "")


def draft(form: Form, now: int, time: SiteTime, emergency: bool = False) -> LendDraft:
    pieces = dict(zip(form.things, form.pieces, strict=False))
    picks = tuple(Pick(one, max(1, pieces.get(one, 1))) for one in form.things)
    over = frozenset(Bar(one) for one in form.over)
    return LendDraft(form.id, picks, to_of(form.who), due_of(form.due, now, time), over, emergency)


def to_of(who: Who) -> To:
    how = How(who.how) if who.how else How.NAME
    return To(how, who.door_id or None, None, who.name, who.phone)


def due_of(key: str, now: int, time: SiteTime) -> int | None:
    """The moment of a choice (UTC ms), None for as usual."""
    if key in ("h1", "h2", "h4"):
        return now + int(key[1:]) * HOUR_MS
    if key in ("d1", "d3", "d7"):
        return now + int(key[1:]) * DAY_MS
    if key == "today":
        tonight = time.at(time.day(now), EVENING)
        return tonight if tonight > now + MINUTE_MS else now + HOUR_MS
    return None


def later(key: str, due_at: int, now: int, time: SiteTime) -> int:
    """The new end of a loan: what the choice means, counted from its end or from now, whichever is later."""
    from_ = max(due_at, now)
    if key == "tonight":
        tonight = time.at(time.day(now), EVENING)
        return tonight if tonight > from_ else time.at(time.day(from_) + timedelta(days=1), EVENING)
    return from_ + (int(key[1:]) * HOUR_MS if key.startswith("h") else int(key[1:]) * DAY_MS)


def thing(row: AssetRow, time: SiteTime, now: int) -> Thing:
    return Thing(
        row.id, title(row.tag, row.name), row.kind.value, row.cls.value, row.condition.value,
        tuple(bar.value for bar in row.bars), row.place, row.gate, row.here, row.hygiene, row.emergency, row.retired,
        row.left, row.low, loan(row.loan, time, now) if row.loan else None, kept(row.kept, time, now) if row.kept else None,
        row.serial, row.usual_ms // MINUTE_MS,
    )  # fmt: skip


def loan(row: LoanRow, time: SiteTime, now: int) -> Loan:
    told = moments.teller(time, now)
    return Loan(
        row.id, row.asset_id, row.who.lending_id, title(row.tag, row.name), row.kind.value, row.who.label,
        row.who.known, told(row.at), told(row.due_at), row.late_ms // MINUTE_MS,
        max(0, row.due_at - now) // MINUTE_MS, int(row.stage), row.asks, told(row.reminded_at), row.emergency,
        row.disputed, row.away, row.gate, row.with_others - 1,
    )  # fmt: skip


def kept(row: KeptRow, time: SiteTime, now: int) -> Kept:
    same = time.day(row.from_at) == time.day(row.until_at)
    end = f"{time.local(row.until_at):%H:%M}" if same else moments.told(time, row.until_at, now)
    span = f"{moments.told(time, row.from_at, now)}–{end}"
    return Kept(row.id, row.asset_id, title(row.tag, row.name), row.who.label, span, row.state, row.now)


def title(tag: str, name: str) -> str:
    """`轮-01 轮椅`: the number that stands on it, and what it is."""
    return " ".join(part for part in (tag, name) if part)


def asset_draft(form: BookForm, standing: AssetDraft | None = None) -> AssetDraft:
    """A line of the book as the desk takes it; hours that are no number count as unsaid. standing: what the form does not
    show stays as it is there."""
    hours = form.hours.strip().replace("，", ".")
    minutes = round(float(hours) * 60) if re.fullmatch(r"\d{1,4}(\.\d{1,2})?", hours) else 0
    hangs = bool(form.locker and form.door)
    return replace(
        standing or AssetDraft(form.name), name=form.name, kind=AssetKind(form.kind), cls=AssetClass(form.cls),
        tag=form.tag, place=form.place, lend_min=minutes, hygiene=form.hygiene, emergency=form.emergency,
        contents=parts(form.contents), inspection_due=form.inspection.strip(), low=form.low,
        locker_id=form.locker if hangs else None, compartment=form.door if hangs else None,
    )  # fmt: skip


def parts(text: str) -> tuple[Part, ...]:
    """One thing a line: `创可贴 10 2026-12-31`; number and day may be left out."""
    found = []
    for line in text.splitlines():
        words = line.split()
        until = words.pop() if len(words) > 1 and re.fullmatch(r"\d{4}-\d{2}-\d{2}", words[-1]) else ""
        want = int(words.pop()) if len(words) > 1 and words[-1].isdigit() else 1
        if words:
            found.append(Part(" ".join(words), want, until))
    return tuple(found)


def book_form(found: Card) -> BookForm:
    """The form of a line that is there."""
    lines = [" ".join(part for part in (one.name, str(one.want), one.until) if part) for one in found.parts]
    hours = f"{found.lend_min / 60:g}" if found.lend_min else ""
    one = found.thing
    return BookForm(
        one.id, found.name, found.tag, one.kind, one.cls, one.place, hours, "\n".join(lines), found.inspection,
        found.low_at, one.hygiene, one.emergency, False, found.locker, found.door,
    )  # fmt: skip
