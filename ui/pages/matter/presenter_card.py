"""One matter: how it stands, and every act on it. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from desk.core.clock import DAY_MS
from desk.core.text import clean_line
from ui import moments
from ui.matters.camera import Camera
from ui.matters.lines import BodyLine, body_line, line_of
from ui.pages.matter.model import ActDraft, CardModel, Full, Happening
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns

if TYPE_CHECKING:
    from desk.hearings.views import EventRow, MatterCard

ACT_ORDER = ("reply", "told", "accept", "assign", "wait", "resolve", "called", "confirm", "reopen", "close")
_RIGHT = {"assign": "matters.assign", "close": "matters.close"}
REASON = "resident_asks"


class CardPresenter:
    """Set by the view: `show(card)`, `full(full)` who said it, `photo(name, bytes or None)`, `acted(act)`."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[CardModel], None] = ignore
        self.full: Callable[[Full], None] = ignore
        self.photo: Callable[[str, bytes | None], None] = ignore
        self.acted: Callable[[str], None] = ignore
        self.camera, self._taken = Camera(ports), 0

    def open(self, matter_id: str) -> None:
        """A matter, with its clocks as they stand now."""
        self._turns.read("card", lambda r: _card(r, self._ports, matter_id), self.show)

    def load_photo(self, name: str) -> None:
        desk = self._ports.desk

        def work(r: Any) -> bytes | None:
            from desk.receiving_days import picture

            return picture(desk, r, name)

        self._turns.read(f"photo {name}", work, lambda data: self.photo(name, data))

    def act(self, matter_id: str, draft: ActDraft) -> None:
        """One of ACT_ORDER, with what was typed."""
        self._turns.write("act", lambda u: _act(u, self._ports, matter_id, draft), lambda _: self._acted(draft.act))

    def add_photo(self, matter_id: str, jpeg: bytes) -> None:
        """A picture taken later."""

        def work(u: Any) -> None:
            from desk.hearings.service import add_photos
            from desk.receiving_days import keep_picture

            add_photos(u, matter_id, (keep_picture(self._ports.desk, u, jpeg),))

        self._taken += 1
        self._turns.write(f"photo {self._taken}", work, lambda _: self._acted("photo"))

    def reveal(self, hearing_id: str) -> None:
        """Whom to call, for as long as the house allows; written into the trail."""

        def work(u: Any) -> Full:
            from desk.hearings.service import reveal_reporter
            from desk.people.rules import REVEAL_MS

            found = reveal_reporter(u, hearing_id, REASON)
            return Full(found.name, found.phone, found.door, REVEAL_MS // 1000)

        self._turns.write("reveal", work, self.full)

    def offer_undo(self, words: str, matter_id: str) -> None:
        def work(u: Any) -> None:
            from desk.hearings.service import undo

            undo(u, matter_id)

        self._ports.say.undo(words, lambda: self._turns.write("undo", work, ignore))

    def to(self, page: str, **arguments: Any) -> None:
        self._ports.go.to(page, **arguments)

    def leave(self) -> None:
        self._ports.go.back()

    def now_word(self) -> str:
        """`14:05`, to begin the line of a phone call with."""
        return f"{self._ports.desk.time.local(self._ports.clock.now_ms()):%H:%M}"

    def _acted(self, act: str) -> None:
        self._ports.say.tone("good")
        self.acted(act)


def _card(r: Any, ports: Ports, matter_id: str) -> CardModel:
    from desk.codes.reads_lists import live_of
    from desk.codes.reads_rows import by_id
    from desk.codes.rules import Kind
    from desk.codes.service import issued_of
    from desk.hearings.reads import card
    from desk.hearings.rules import EMERGENCY_NUMBERS, LIFE
    from desk.hearings.service_bodies import bodies
    from desk.store.identity import gate_names, here

    found, time = card(r, ports.desk.actor, matter_id), ports.desk.time
    lines = tuple(body_line(one) for one in bodies(r))
    code_id = live_of(r, Kind.MATTER, [matter_id]).get(matter_id)
    code_row = by_id(r, code_id) if code_id else None
    life, place = LIFE.get(found.row.category, ""), here(r)
    return CardModel(
        line_of(found.row, lines, time, r.now), found.answer, found.first_owner,
        moments.told(time, found.row.first_due, r.now), moments.told(time, found.waiting_until, r.now), found.reopened,
        found.private, found.about_post, found.mediation, found.row.clock_uncertain, found.photos,
        found.reporter, _history(found, lines, time, r.now), tuple(line_of(row, lines, time, r.now) for row in found.same), lines,
        _acts(found, ports.desk.actor), life, (life, *(n for n in EMERGENCY_NUMBERS if n != life)) if life else (),
        issued_of(r, code_row).text if code_row is not None else "", place.site_name, place.gate_phone,
        gate_names(r).get(found.row.gate_id, ""),
        (_paper(time, found.row.at), _paper(time, found.row.first_due), told_words(time, found.events)),
    )  # fmt: skip


def told_words(time: Any, events: Sequence[EventRow]) -> str:
    """`11-19 14:05 陈主任`: when somebody was told by phone last, and who; "" when nobody was."""
    told = [one for one in events if one.kind.value == "told"]
    last = max(told, key=lambda one: one.said_at or one.at, default=None)
    return f"{_paper(time, last.said_at or last.at)} {clean_line(last.text)}".strip() if last is not None else ""


def _paper(time: Any, at: int | None) -> str:
    return moments.near(time.local(at), today=False) if at is not None else ""


def _history(found: MatterCard, lines: tuple[BodyLine, ...], time: Any, now: int) -> tuple[Happening, ...]:
    names = {one.code: one.name for one in lines}
    owner, rows = "", []
    for event in found.events:
        owner = event.owner or owner
        rows.append(
            Happening(
                event.kind.value, moments.told(time, event.at, now), event.text, event.level,
                moments.told(time, event.said_at, now), owner, names.get(owner, ""), event.operator, event.gate,
            )
        )  # fmt: skip
    return tuple(rows)


def _acts(found: MatterCard, actor: Any) -> tuple[str, ...]:
    """What may be done as it stands, in the order a day brings it."""
    state, repeated = found.row.state.value, bool(found.row.repeat_of)
    ended = state in ("closed", "withdrawn")
    said = state in ("answered", "replied", "resolved", "confirmed")
    wanted = {
        "reply": not ended and state not in ("confirmed", "resolved"), "told": not ended and state != "confirmed",
        "accept": bool(found.row.owner) and not found.row.accepted and not ended and state != "confirmed",
        "assign": not ended and state != "confirmed", "wait": not ended and not said,
        "resolve": not ended and state not in ("resolved", "confirmed"), "called": not ended,
        "confirm": said and state != "confirmed", "reopen": said or state == "closed",
        "close": not ended and (said or found.row.first.value == "none") and (said or found.answer != ""),
    }  # fmt: skip
    if repeated:
        wanted = {"called": not ended, "confirm": False}
    return tuple(act for act in ACT_ORDER if wanted.get(act) and actor.may(_RIGHT.get(act, "matters.work")))


def _act(u: Any, ports: Ports, matter_id: str, draft: ActDraft) -> None:
    from desk.hearings import service

    day = ports.desk.time.day_start(u.now) + (draft.due_days + 1) * DAY_MS - 60_000 if draft.due_days else None
    match draft.act:
        case "reply":
            service.reply(u, matter_id, draft.text)
        case "told":
            service.told(u, matter_id, draft.text, _said_at(ports, u.now, draft.time))
        case "accept":
            service.accept(u, matter_id, draft.text)
        case "assign":
            service.assign(u, matter_id, draft.owner, day)
        case "wait":
            service.wait(u, matter_id, draft.text, day)
        case "resolve":
            service.resolve(u, matter_id, draft.text)
        case "called":
            service.called(u, matter_id, draft.text, day)
        case "confirm":
            service.confirm(u, matter_id, draft.text)
        case "reopen":
            service.reopen(u, matter_id, draft.text)
        case "close":
            service.close(u, matter_id, draft.text)


def _said_at(ports: Ports, now: int, word: str) -> int | None:
    """`14:05` of today, or of yesterday when that is yet to come; None for what is no time: it was now."""
    try:
        said = datetime.strptime(word.strip().replace("：", ":"), "%H:%M")  # noqa: DTZ007 - a time of the site's day
    except ValueError:
        return None
    time = ports.desk.time
    at = time.at(time.day(now), said.hour, said.minute)
    return at if at <= now else time.at(time.day(now) - timedelta(days=1), said.hour, said.minute)
