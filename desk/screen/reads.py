"""What the public screen, the notice wall and their editor ask: one board from public words alone."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from desk.core.clock import DAY_MS, SiteTime
from desk.screen.rules import (
    TEXT_LONGEST,
    TITLE_LONGEST,
    Item,
    Kind,
    Line,
    LineKind,
    Number,
    Sentence,
    State,
    names_of,
    plain_phone,
    state_of,
)
from desk.screen.rules_board import Board
from desk.screen.tables import ScreenItem, ScreenLine
from desk.store.identity import here
from desk.store.unit import Reading

__all__ = [
    "NUMBERS",
    "PREPARED",
    "RULES",
    "Board",
    "Reading",
    "board",
    "has_ended",
    "item",
    "items",
    "lines",
    "moment",
    "numbers",
    "prepared",
    "public_phones",
    "rules",
]  # fmt: skip

PREPARED, NUMBERS, RULES = "screen.prepared", "screen.numbers", "screen.rules"
USUAL = (
    Sentence("紧急情况，请听从工作人员指挥", "请不要乘电梯，从楼梯走到空地。\n请照看好老人和孩子。"),
    Sentence("火警，请马上离开楼房", "弯腰走楼梯，不要乘电梯，不要回去拿东西。\n到空地集合，等清点人数。"),
    Sentence("大风暴雨，请留在室内", "关好门窗，收回阳台上的东西。\n不要站在树下和广告牌下。"),
    Sentence("临时停水停电，正在抢修", "请关好水龙头和电器。\n恢复时间会在这里通知。"),
)
WEEK = timedelta(days=7)
KEPT_MS = 60 * DAY_MS  # how long what has ended stays in the editor's list
_I, _L = ScreenItem.__table__, ScreenLine.__table__


def moment(r: Reading) -> int:
    """The latest time known: the wall's, or that of the newest thing written (unless a manager called it wrong)."""
    return max(r.now, r.newest_ms)


def board(r: Reading, at: int | None = None) -> Board:
    """The board of this gate; the roster of all gates where this one has none. at: the latest moment seen (UTC ms)."""
    late = max(moment(r), at or 0)
    place = here(r)
    time = SiteTime(place.zone)
    monday = time.day(late) - timedelta(days=time.day(late).weekday())
    since, until = time.at(monday), time.at(monday + WEEK)
    found = lines(r)
    here_too = [one for one in found if one.gate_id == r.gate_id]
    elsewhere = () if any(one.kind is LineKind.SHIFT for one in here_too) else found
    mine = [*here_too, *(one for one in elsewhere if one.kind is LineKind.SHIFT and one.gate_id != r.gate_id)]
    ours = [one for one in _alive(r, late) if one.at_gate(r.gate_id)]
    day = time.day(late)
    shifts = [one for one in mine if one.kind is LineKind.SHIFT]
    week = [one for one in shifts if since <= one.start_at < until]
    coming = [one for one in shifts if until <= one.start_at < time.at(monday + 2 * WEEK)]
    ahead = bool(coming) and all(one.end_at <= late for one in week)
    emergencies = [one for one in ours if one.kind is Kind.EMERGENCY and state_of(one, late) is State.SHOWN]
    counted = next((one.number for one in mine if one.kind is LineKind.OPEN), None)
    return Board(
        late, place.site_name, place.gate_name, place.gate_phone, place.zone,
        max(emergencies, key=lambda one: one.from_at, default=None),
        tuple(one for one in ours if one.kind is not Kind.EMERGENCY),
        tuple(coming if ahead else week),
        tuple(one for one in mine if one.kind is LineKind.OFFICER),
        tuple(one for one in mine if one.kind is LineKind.SITTING and time.day(one.start_at) == day),
        counted, ahead, numbers(r),
    )  # fmt: skip


def items(r: Reading) -> tuple[Item, ...]:
    """Every notice of the editor's list: those to come and shown by their end, then what ended in the last 60 days."""
    late = moment(r)
    asked = select(_I).where(_I.c.deleted_at.is_(None), _I.c.until_at > late - KEPT_MS)
    found = [_item(row) for row in r.conn.execute(asked.order_by(_I.c.sort, _I.c.until_at, _I.c.id)).mappings()]
    order = {State.SHOWN: 0, State.COMING: 1, State.ENDED: 2, State.RETRACTED: 2}
    old = [State.ENDED, State.RETRACTED]
    recent = [
        one for one in found if state_of(one, late) in old and (one.retracted_at or one.until_at) > late - KEPT_MS
    ]
    alive = [one for one in found if state_of(one, late) not in old]
    alive.sort(key=lambda one: order[state_of(one, late)])
    return (*alive, *sorted(recent, key=lambda one: -(one.retracted_at or one.until_at)))


def item(r: Reading, item_id: str) -> Item | None:
    row = r.conn.execute(select(_I).where(_I.c.id == item_id, _I.c.deleted_at.is_(None))).mappings().first()
    return None if row is None else _item(row)


def has_ended(r: Reading, since: int, until: int) -> bool:
    """Did a notice end in (since, until] (UTC ms)?"""
    asked = select(_I.c.num).where(_I.c.deleted_at.is_(None), _I.c.until_at > since, _I.c.until_at <= until)
    return r.conn.execute(asked.limit(1)).first() is not None


def lines(r: Reading, kinds: Collection[LineKind] = tuple(LineKind)) -> tuple[Line, ...]:
    """Lines of other rooms by their beginning."""
    asked = select(_L).where(_L.c.kind.in_([kind.value for kind in kinds])).order_by(_L.c.start_at, _L.c.id)
    return tuple(_line(row) for row in r.conn.execute(asked).mappings())


def prepared(r: Reading, usual: tuple[Sentence, ...] = USUAL) -> tuple[Sentence, ...]:
    """Sentences of an emergency; until the site has written its own the usual ones, which a screen gives in its language."""
    rows = r.setting(PREPARED, None)
    found = tuple(
        Sentence(str(row.get("title", "")), str(row.get("text", "")))
        for row in (rows if isinstance(rows, list) else ())
        if isinstance(row, dict) and row.get("title")
    )
    return found or usual


def numbers(r: Reading) -> tuple[Number, ...]:
    """Telephone numbers everybody may see, without 110, 119, 120, which are always there."""
    rows = r.setting(NUMBERS, None)
    if isinstance(rows, list):
        kept = [row for row in rows if isinstance(row, dict) and row.get("phone")]
        return tuple(Number(str(row.get("name", "")), str(row["phone"])) for row in kept)
    return ()


def rules(r: Reading) -> str:
    """The house rules of the printed board, a line each; empty for the usual ones."""
    return str(r.setting(RULES, "") or "")


def public_phones(r: Reading) -> frozenset[str]:
    """Digits of the numbers a notice may name: the gate's and those of the screen."""
    phones = [here(r).gate_phone, *(one.phone for one in numbers(r))]
    return frozenset(plain for phone in phones if (plain := plain_phone(phone)))


def _alive(r: Reading, late: int) -> list[Item]:
    """What is shown now or will be, and is not taken down."""
    asked = select(_I).where(_I.c.deleted_at.is_(None), _I.c.retracted_at.is_(None), _I.c.until_at > late)
    return [_item(row) for row in r.conn.execute(asked.order_by(_I.c.sort, _I.c.from_at, _I.c.id)).mappings()]


def _item(row: Mapping[Any, Any]) -> Item:
    """No longer than a notice may be, whatever another program sent."""
    kind = Kind(row["kind"]) if row["kind"] in frozenset(Kind) else Kind.NOTICE
    gates = tuple(one for one in (row["gates"] or "").split(",") if one)
    return Item(
        row["id"], kind, row["title"][: 2 * TITLE_LONGEST], row["text"][: 2 * TEXT_LONGEST], row["from_at"], row["until_at"], gates, row["approver"] or "",
        row["retracted_at"], row["printed_at"], row["sort"] or 0,
    )  # fmt: skip


def _line(row: Mapping[Any, Any]) -> Line:
    kind = LineKind(row["kind"])
    counted = kind is LineKind.OPEN
    return Line(
        kind, row["key"], row["start_at"], row["end_at"], row["title"], () if counted else names_of(row["names"]),
        row["place"], row["gate_id"], int(row["names"]) if counted and row["names"].isdigit() else 0,
    )  # fmt: skip
