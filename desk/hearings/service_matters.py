"""Verbs of a matter: noted at the window or at a sitting, handed on, answered, followed up, closed, taken back."""

from __future__ import annotations

from sqlalchemy import select

from desk.codes.reads import site_time
from desk.codes.service import issue_receipt
from desk.core.errors import Refused
from desk.hearings import rights
from desk.hearings.drafts import MatterDraft, Reporter
from desk.hearings.rules import MOST_PHOTOS, PLACE_LONGEST, Category, MatterKind, text_of
from desk.hearings.rules_clocks import due_at, resolve_at
from desk.hearings.rules_matter import UNDOABLE, Event, MatterNow
from desk.hearings.service_bodies import body_of, limits
from desk.hearings.service_events import events_of, happen, now_of
from desk.hearings.service_people import heard
from desk.hearings.tables import MatterEvent
from desk.store.unit import Unit

_E = MatterEvent.__table__.c
_UNDO = {Event.CLOSED: rights.CLOSE}


def note(
    u: Unit, draft: MatterDraft, reporter: Reporter | None = None, *, hearing_id: str = "", sitting_id: str = "",
    first_owner: str = "",
) -> str:  # fmt: skip
    """Write a matter or an incident down and start its clocks; returns its number on the receipt. Twice is once.

    hearing_id: whom it was heard from, when that is written already; else the reporter is. first_owner: who took it.
    Raises Refused("right.missing" | "matter.empty" | "matter.too_long" | "matter.photos" | "matter.gone").
    """
    u.actor.require(rights.NOTE)
    if (known := _number(u, draft.matter_id)) is not None:
        return known
    body = _body(u, draft)
    if not hearing_id and reporter is not None:
        hearing_id = heard(u, reporter, sitting_id=sitting_id) or ""
    body |= {
        "hearing_id": hearing_id or None, "sitting_id": sitting_id or None,
        "first_owner_id": first_owner or u.actor.operator_id or None,
        "short_no": issue_receipt(u, draft.matter_id).serial,
    }  # fmt: skip
    if draft.repeat_of:
        _join(u, draft, body)
    else:
        body |= _clocks(u, draft)
    happen(u, draft.matter_id, Event.NOTED, body, photos=draft.photos)
    if draft.answer.strip():
        answer(u, draft.matter_id, draft.answer)
    elif draft.due_at is not None and not draft.repeat_of:
        happen(u, draft.matter_id, Event.ASSIGNED, {"owner_body": body["owner_body"], "due_at": draft.due_at})
    u.audit("matter.noted", "matter", draft.matter_id, kind=draft.kind.value, category=draft.category.value)
    return str(body["short_no"])


def _number(u: Unit, matter_id: str) -> str | None:
    noted = _E.matter_id == matter_id, _E.kind == Event.NOTED.value
    body = u.conn.execute(select(_E.body).where(*noted)).scalar()
    return str(body.get("short_no", "")) if isinstance(body, dict) else None


def _body(u: Unit, draft: MatterDraft) -> dict[str, object]:
    text, place = text_of(draft.text), text_of(draft.place, PLACE_LONGEST)
    if not text and not draft.photos:
        raise Refused("matter.empty")
    if len(draft.photos) > MOST_PHOTOS:
        raise Refused("matter.photos", most=MOST_PHOTOS)
    owner = draft.owner_body or (body_of(u, draft.category) if draft.kind is MatterKind.MATTER else "")
    return {
        "kind": draft.kind.value, "category": draft.category.value, "text": text, "place": place,
        "urgency": "urgent" if draft.urgent else "normal", "private": draft.private, "about_post": draft.about_post,
        "mediation": draft.mediation, "owner_body": owner, "call_back_at": draft.call_back_at,
    }  # fmt: skip


def _clocks(u: Unit, draft: MatterDraft) -> dict[str, object]:
    """An incident that nobody is to answer has no clock."""
    if draft.kind is not MatterKind.MATTER:
        return {}
    allowed = limits(u, draft.category)
    return {"first_due": due_at(u.now, allowed, site_time(u)), "resolve_due": resolve_at(u.now, allowed)}


def _join(u: Unit, draft: MatterDraft, body: dict[str, object]) -> None:
    """Somebody else with a matter that is known: one clock, the earliest, and one more who waits to hear."""
    first = now_of(u, draft.repeat_of)
    root = str(first.fields.get("repeat_of") or draft.repeat_of)
    body["repeat_of"] = root
    due = _clocks(u, draft).get("first_due")
    happen(u, root, Event.SUPPORTED, {"first_due": due} if due else {}, photos=draft.photos)


def correct(u: Unit, matter_id: str, *, text: str, place: str, category: Category) -> MatterNow:
    """Better words. Another category has other limits, counted from when it was noted: nothing begins anew."""
    u.actor.require(rights.NOTE)
    now = now_of(u, matter_id)
    body: dict[str, object] = {"text": text_of(text), "place": text_of(place, PLACE_LONGEST)}
    if category.value != now.fields.get("category"):
        body["category"] = category.value
        if now.first is not None and now.fields.get("first_due"):
            allowed = limits(u, category)
            body["first_due"] = due_at(now.first.at, allowed, site_time(u))
            body["resolve_due"] = resolve_at(now.first.at, allowed)
    return happen(u, matter_id, Event.CORRECTED, body)


def add_photos(u: Unit, matter_id: str, photos: tuple[str, ...]) -> MatterNow:
    """Pictures taken later, of how it looks afterwards for instance."""
    u.actor.require(rights.NOTE)
    if len(now_of(u, matter_id).photos) + len(photos) > MOST_PHOTOS:
        raise Refused("matter.photos", most=MOST_PHOTOS)
    return happen(u, matter_id, Event.CORRECTED, photos=photos)


def answer(u: Unit, matter_id: str, text: str) -> MatterNow:
    """An answer on the spot, by whoever receives."""
    u.actor.require(rights.WORK)
    return happen(u, matter_id, Event.ANSWERED, {"answer": _content(text)}, text=_content(text))


def assign(u: Unit, matter_id: str, owner_body: str, due: int | None) -> MatterNow:
    """Hand it to a body, with a day by which (UTC ms). The first clock goes on as it did. Right matters.assign."""
    u.actor.require(rights.ASSIGN)
    if due is not None and due <= u.now:
        raise Refused("matter.due_past")
    if not owner_body:
        raise Refused("matter.no_owner")
    now = happen(u, matter_id, Event.ASSIGNED, {"owner_body": owner_body, "due_at": due})
    u.audit("matter.assigned", "matter", matter_id, owner=owner_body)
    return now


def accept(u: Unit, matter_id: str, by: str = "") -> MatterNow:
    """The body has taken it: it answers from now on. by: who said so, in words."""
    u.actor.require(rights.WORK)
    return happen(u, matter_id, Event.ACCEPTED, text=text_of(by, PLACE_LONGEST))


def told(u: Unit, matter_id: str, to: str, said_at: int | None = None) -> MatterNow:
    """Somebody was told by phone, at a moment (UTC ms, now when left out). Does the duty of telling; stops no clock."""
    u.actor.require(rights.WORK)
    if not to.strip():
        raise Refused("matter.told_whom")
    if said_at is not None and said_at > u.now:
        raise Refused("matter.told_later")
    now = happen(u, matter_id, Event.TOLD, text=text_of(to, PLACE_LONGEST), said_at=said_at or u.now)
    u.audit("matter.told", "matter", matter_id, level=now.level)
    return now


def reply(u: Unit, matter_id: str, text: str) -> MatterNow:
    """What a person says about it: stops the first clock. Raises Refused("matter.reply_empty")."""
    u.actor.require(rights.WORK)
    said = _content(text)
    now = happen(u, matter_id, Event.REPLIED, {"answer": said}, text=said)
    u.audit("matter.replied", "matter", matter_id)
    return now


def wait(u: Unit, matter_id: str, reason: str, until: int | None) -> MatterNow:
    """For parts, for a meeting. No clock stops for it."""
    u.actor.require(rights.WORK)
    return happen(u, matter_id, Event.WAITING, {"waiting_until": until}, text=_content(reason))


def resolve(u: Unit, matter_id: str, text: str, photos: tuple[str, ...] = ()) -> MatterNow:
    """Done, in the eyes of whoever did it; the resident still has to say so."""
    u.actor.require(rights.WORK)
    said = _content(text)
    return happen(u, matter_id, Event.RESOLVED, {"answer": said}, text=said, photos=photos)


def called(u: Unit, matter_id: str, said: str, again_at: int | None) -> MatterNow:
    """The resident was called back. again_at: when to try again (UTC ms), None when that is not needed."""
    u.actor.require(rights.WORK)
    return happen(u, matter_id, Event.CALLED, {"call_back_at": again_at}, text=text_of(said, PLACE_LONGEST))


def confirm(u: Unit, matter_id: str, said: str = "") -> MatterNow:
    """The resident is content."""
    u.actor.require(rights.WORK)
    return happen(u, matter_id, Event.CONFIRMED, {"call_back_at": None}, text=text_of(said))


def reopen(u: Unit, matter_id: str, why: str) -> MatterNow:
    """Not done after all: the body owes a reply again, and the second level hears of it if none comes."""
    u.actor.require(rights.WORK)
    now = now_of(u, matter_id)
    body: dict[str, object] = {"waiting_until": None}
    if now.fields.get("first_due"):
        allowed = limits(u, Category(now.fields.get("category", Category.OTHER.value)))
        body |= {"first_due": due_at(u.now, allowed, site_time(u)), "resolve_due": resolve_at(u.now, allowed)}
    fresh = happen(u, matter_id, Event.REOPENED, body, text=_content(why))
    u.audit("matter.reopened", "matter", matter_id, times=fresh.reopened)
    return fresh


def close(u: Unit, matter_id: str, why: str = "") -> MatterNow:
    """For good, until it is opened again. Right matters.close. Raises Refused("matter.no_answer_yet")."""
    u.actor.require(rights.CLOSE)
    now = happen(u, matter_id, Event.CLOSED, {"call_back_at": None}, text=text_of(why))
    u.audit("matter.closed", "matter", matter_id)
    return now


def undo(u: Unit, matter_id: str) -> MatterNow:
    """Take the newest act back that may be taken back; whoever may not do it may not undo it either.

    Raises Refused("right.missing" | "matter.nothing_to_undo").
    """
    u.actor.require(rights.WORK)
    events = events_of(u.conn, matter_id)
    gone = {event.corrects for event in events if event.kind is Event.UNDONE}
    live = [event for event in events if event.kind in UNDOABLE and event.id not in gone]
    if not live:
        raise Refused("matter.nothing_to_undo")
    last = max(live, key=lambda event: (event.step, event.id))
    u.actor.require(_UNDO.get(last.kind, rights.WORK))
    now = happen(u, matter_id, Event.UNDONE, corrects=last.id)
    root = str(now.fields.get("repeat_of") or "")
    if last.kind is Event.NOTED and root:
        _leave(u, root, last.at)
    u.audit("matter.undone", "matter", matter_id, act=last.kind.value)
    return now


def _leave(u: Unit, root: str, at: int) -> None:
    """It was no repetition after all: one less waits for the first one."""
    joined = [event for event in events_of(u.conn, root) if event.kind is Event.SUPPORTED and event.at == at]
    if joined:
        happen(u, root, Event.UNDONE, corrects=joined[-1].id)


def _content(text: str) -> str:
    said = text_of(text)
    if not said:
        raise Refused("matter.reply_empty")
    return said
