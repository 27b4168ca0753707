"""What a handover holds and what it still lacks: groups of open things, one tick or a note each, things counted. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from desk.core.clock import HOUR_MS, MINUTE_MS
from desk.core.text import clean_line

AHEAD_MS = 20 * MINUTE_MS  # so long before the end of a shift the draft is there
RELIEF_MS = 30 * MINUTE_MS  # a shift that begins this soon after another relieves it
LATE_MS = 2 * HOUR_MS  # so long after its end a shift still asks for its handover
NOTE_MAX = 200
NAME_MAX = 40
LINES_MAX = 8  # of one group that stand by themselves; the others are counted
COUNT_MAX = 999
FORM = 1  # of the body


class Topic(StrEnum):
    """What a group is about, in the order it is handed over. The values are stored."""

    OVERSTAY = "overstay"
    INSIDE = "inside"
    MATTERS = "matters"
    INCIDENTS = "incidents"  # what happened in this shift and was only written down
    GOODS = "goods"
    LENDING = "lending"
    WATCH = "watch"
    DUTY = "duty"
    NOTICES = "notices"
    DEVICES = "devices"


class Kind(StrEnum):
    MADE = "made"
    HELD_OVER = "held_over"  # no relief came: whoever is there stays


class Side(StrEnum):
    OUT = "out"
    IN = "in"


class How(StrEnum):
    """What somebody signed with."""

    PIN = "pin"
    CODE = "code"  # a card of the team, or the badge they sign on with
    DESK = "desk"  # they act at the desk; only for staying on


class Lack(StrEnum):
    TICK = "tick"  # a group with neither tick nor note
    COUNT = "count"  # a thing that was not counted
    REASON = "reason"  # a count that differs, without a note


@dataclass(frozen=True)
class Line:
    """One open thing. what: its code (a visitor's type, a matter's category); n: people or things.

    ref: id of what it is about, empty where several are one line; name: masked; place: building or shelf; number: as it is
    read out; at: UTC ms; minutes: left until an answer is owed or a limit runs out, negative once it has; tone: "", warn, bad.
    """

    what: str
    n: int = 1
    ref: str = ""
    name: str = ""
    place: str = ""
    number: str = ""
    at: int | None = None
    minutes: int | None = None
    tone: str = ""


@dataclass(frozen=True)
class Group:
    """Open things of one kind. n: how many, people where it is about people; more: how many have no line of their own.

    known: False where nothing here can say; then a person looks and nothing has to be ticked.
    """

    topic: Topic
    n: int = 0
    lines: tuple[Line, ...] = ()
    more: int = 0
    known: bool = True

    @property
    def open(self) -> bool:
        return self.known and self.n > 0

    @property
    def tone(self) -> str:
        tones = {line.tone for line in self.lines}
        return next((tone for tone in ("bad", "warn") if tone in tones), "")


@dataclass(frozen=True)
class Answer:
    """What was said of a group."""

    tick: bool = False
    note: str = ""

    @property
    def given(self) -> bool:
        return self.tick or bool(self.note.strip())


@dataclass(frozen=True)
class Count:
    """A thing that is counted. counted None: nobody has counted it yet."""

    item_id: str
    name: str
    expected: int
    counted: int | None = None
    note: str = ""
    kind: str = "item"

    @property
    def differs(self) -> bool:
        return self.counted is not None and self.counted != self.expected


@dataclass(frozen=True)
class Body:
    """A handover as it is put down. answers: by topic; note: what else there is to say."""

    groups: tuple[Group, ...] = ()
    answers: Mapping[str, Answer] = field(default_factory=dict)
    items: tuple[Count, ...] = ()
    note: str = ""

    def answer(self, topic: Topic) -> Answer:
        return self.answers.get(topic.value, Answer())


def lacks(body: Body) -> list[tuple[Lack, str]]:
    """What is missing before it can be signed: (what, topic or item id), in the order it is read."""
    found = [
        (Lack.TICK, group.topic.value) for group in body.groups if group.open and not body.answer(group.topic).given
    ]
    for item in body.items:
        if item.counted is None:
            found.append((Lack.COUNT, item.item_id))
        elif item.differs and not item.note.strip():
            found.append((Lack.REASON, item.item_id))
    return found


def packed(body: Body) -> dict[str, Any]:
    """For keeping: plain values, texts made harmless, empty ones left out."""
    return {
        "v": FORM,
        "groups": [_packed_group(group, body.answer(group.topic)) for group in body.groups],
        "items": [
            {
                "id": item.item_id, "name": clean_line(item.name, NAME_MAX), "kind": item.kind,
                "expected": item.expected, "counted": item.counted, "note": clean_line(item.note, NOTE_MAX),
            }
            for item in body.items
        ],
        "note": clean_line(body.note, NOTE_MAX),
    }  # fmt: skip


def unpacked(kept: Any) -> Body:
    """What was kept, from this desk or another; what cannot be read is left out."""
    whole = kept if isinstance(kept, dict) else {}
    groups, answers = list[Group](), dict[str, Answer]()
    for raw in _list(whole.get("groups")):
        group = _group(raw)
        if group is not None:
            groups.append(group)
            answers[group.topic.value] = Answer(raw.get("tick") is True, _text(raw.get("note"), NOTE_MAX))
    items = tuple(_count(raw) for raw in _list(whole.get("items")))
    return Body(tuple(groups), answers, items, _text(whole.get("note"), NOTE_MAX))


def scrubbed(kept: Any) -> dict[str, Any]:
    """What is still kept when nobody asks any more: how many there were, and what was counted. No name, no word."""
    body = unpacked(kept)
    plain = Body(
        tuple(Group(group.topic, group.n, known=group.known) for group in body.groups),
        {topic: Answer(answer.tick) for topic, answer in body.answers.items()},
        tuple(Count(one.item_id, one.name, one.expected, one.counted, kind=one.kind) for one in body.items),
    )
    return packed(plain)


def is_bare(kept: Any) -> bool:
    """Nothing in it could name anybody."""
    return bool(kept == scrubbed(kept))


def due(now: int, start_at: int, end_at: int, held: bool = False) -> bool:
    """The shift's handover is to be made now. held: its people stay on until relief comes, however late that is."""
    begun = max(start_at, end_at - AHEAD_MS) <= now
    return begun and (held or now <= end_at + LATE_MS)


def held_minutes(now: int, end_at: int | None) -> int:
    """Whole minutes somebody stayed beyond the end of their shift."""
    return 0 if end_at is None else max(0, now - end_at) // MINUTE_MS


def relief_near(end_at: int, next_start: int | None) -> bool:
    """Somebody comes to take over, so whoever goes waits for them."""
    return next_start is not None and next_start - end_at <= RELIEF_MS


def stays_on(now_ids: Collection[str], next_ids: Collection[str]) -> bool:
    """The next shift has nobody new: there is nothing to hand over."""
    return bool(next_ids) and set(next_ids) <= set(now_ids)


def folded(topic: Topic, lines: Sequence[Line]) -> Group:
    """A group whose first lines stand, and the rest as a number."""
    shown = tuple(lines[:LINES_MAX])
    whole = sum(line.n for line in lines)
    return Group(topic, whole, shown, whole - sum(line.n for line in shown))


def _packed_group(group: Group, answer: Answer) -> dict[str, Any]:
    made: dict[str, Any] = {"topic": group.topic.value, "n": group.n, "tick": answer.tick}
    note = clean_line(answer.note, NOTE_MAX)
    lines = [{name: value for name, value in vars(line).items() if value not in ("", None)} for line in group.lines]
    more: dict[str, Any] = {"note": note, "lines": lines, "more": group.more, "unknown": not group.known}
    return made | {name: value for name, value in more.items() if value}


def _group(raw: Mapping[str, Any]) -> Group | None:
    topic = raw.get("topic")
    if topic not in list(Topic):
        return None
    lines = tuple(_line(one) for one in _list(raw.get("lines")))
    return Group(
        Topic(str(topic)), _whole(raw.get("n")) or 0, lines, _whole(raw.get("more")) or 0, not raw.get("unknown")
    )


def _line(raw: Mapping[str, Any]) -> Line:
    return Line(
        _text(raw.get("what")), _whole(raw.get("n"), 1) or 0, _text(raw.get("ref")), _text(raw.get("name")),
        _text(raw.get("place")), _text(raw.get("number")), _whole(raw.get("at")), _whole(raw.get("minutes")),
        _text(raw.get("tone")),
    )  # fmt: skip


def _count(raw: Mapping[str, Any]) -> Count:
    return Count(
        _text(raw.get("id")), _text(raw.get("name")), _whole(raw.get("expected")) or 0, _whole(raw.get("counted")),
        _text(raw.get("note"), NOTE_MAX), _text(raw.get("kind")) or "item",
    )  # fmt: skip


def _list(value: Any) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _text(value: Any, most: int = NOTE_MAX) -> str:
    return clean_line(value, most) if isinstance(value, str) else ""


def _whole(value: Any, otherwise: int | None = None) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else otherwise
