"""Every page and the states worth looking at: how a person at the desk comes there."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import select

from desk.core.lanes import WRITE
from tests.ui import stage
from tests.ui.stage import Stage

Way = Callable[[Stage], Any]

OPENED = (
    "result",
    "choices",
    "visit",
    "passcard",
    "grant",
)  # cards: they come with what they show, never from the rail
SETTINGS = (
    "looks",
    "place",
    "devices",
    "faces",
    "operators",
    "keeping",
    "backup",
    "moving",
    "watch",
    "export",
    "privacy",
    "registers",
    "audit",
    "about",
)


def _go(page: str, **arguments: Any) -> Way:
    return lambda on: on.go(page, **arguments)


def _contents(on: Stage) -> None:
    on.go("help")
    on.page().contents_button.click()
    on.rest()


def _type(kind: str) -> Way:
    def enter(on: Stage) -> None:
        on.go("admit")
        on.page().types.chosen.emit(kind)
        on.rest()

    return enter


def _scan(name: str) -> Way:
    return lambda on: on.scan(name)


def _with_id(page: str, argument: str, find: Callable[[Any], str]) -> Way:
    def enter(on: Stage) -> None:
        with on.program.desk.store.reading() as r:
            found = find(r)
        on.go(page, **{argument: found})

    return enter


def _visit(state: str) -> Callable[[Any], str]:
    def find(r: Any) -> str:
        from desk.reception.tables import Visit

        return str(r.conn.execute(select(Visit.id).where(Visit.state == state)).scalars().first())

    return find


def _out(r: Any) -> str:
    from desk.lending.reads import open_loans

    return next(row.asset_id for row in open_loans(r) if row.who.known)


def _kit(r: Any) -> str:
    from desk.lending.reads import assets

    return next(row.id for row in assets(r) if row.condition.value == "incomplete")


def _door(r: Any) -> str:
    from desk.people.reads import find_household
    from tests.ui.estate import DOORS

    found = find_household(r, DOORS[0].label)
    assert found is not None
    return found.id


def _pass(r: Any) -> str:
    from desk.codes.rules import Kind
    from desk.codes.tables import Code

    return str(r.conn.execute(select(Code.id).where(Code.kind == Kind.PASS.value)).scalars().first())


def _grant(kind: str) -> Way:
    def enter(on: Stage) -> None:
        from desk.reception.reads import permits, standing

        with on.program.desk.store.reading() as r:
            ref = (permits(r) if kind == "permit" else standing(r))[0].id
        on.go("grant", kind=kind, ref=ref)

    return enter


def _past_assisted(on: Stage) -> None:
    """One session of before, with something done in it."""
    from desk.people.rules_assisted import How

    desk = on.program.desk
    with desk.store.reading() as r:
        door = _door(r)
    if not _told(desk):
        on.done(WRITE, lambda: desk.assisting.begin(door, How.KNOWN, "欧阳*", "3-1-1202"))
        on.done(WRITE, lambda: desk.assisting.end())
    on.go("assisted")
    on.page().presenter.past()
    on.rest()


def _told(desk: Any) -> bool:
    from desk.people.reads_assisted import past

    with desk.store.reading() as r:
        return bool(past(r, desk.actor))


def _new_notice(on: Stage) -> None:
    on.go("screen")
    on.rest()
    on.page().main_button().click()
    on.rest()


STATES: dict[str, dict[str, Way]] = {
    "choices": {"digits": _go("choices", digits="120233")},
    "result": {name: _scan(name) for name in ("pass", "early", "door", "revoked", "unknown", "forged", "foreign")},
    "admit": {kind: _type(kind) for kind in ("guest", "contractor", "other")},
    "find": {"room": _go("find", query="1202"), "nothing": _go("find", query="88888888")},
    "inside": {name: _go("inside", section=name) for name in ("unregistered", "uncertain")},
    "expected": {"new": _go("expected", new=True)},
    "people": {"household": _with_id("people", "household_id", _door)},
    "rollcall": {"open": _go("rollcall", begin=True)},
    "settings": {name: _go("settings", section=name) for name in SETTINGS},
    "visit": {
        "inside": _with_id("visit", "visit_id", _visit("admitted")),
        "gone": _with_id("visit", "visit_id", _visit("left")),
    },
    "grant": {kind: _grant(kind) for kind in ("permit", "standing")},
    "sync": {"link": _go("sync", section="link")},
    "help": {"chapter": _go("help", about="roster"), "contents": _contents},
    "screen": {
        "edit": _new_notice,
        **{name: _go("screen", section=name) for name in ("monitor", "sentences", "numbers")},
    },
    "assisted": {"picked": _with_id("assisted", "household_id", _door), "past": _past_assisted},
    "passcard": {"code": _with_id("passcard", "code_id", _pass)},
    "lending": {
        **{name: _go("lending", panel=name) for name in ("lend", "now", "keep", "book")},
        "out": _with_id("lending", "asset_id", _out),
        "kit": _with_id("lending", "asset_id", _kit),
    },
}
CASES = [
    (page, state)
    for page in stage.names()
    for state in ((() if page in OPENED else ("",)) + tuple(STATES.get(page, {})))
]


def enter(on: Stage, page: str, state: str) -> Any:
    """Come there; answers the page in front, which must be the one meant."""
    on.home()
    way = STATES.get(page, {}).get(state)
    way(on) if way is not None else on.go(page)
    assert on.front() == page, f"{on.front()} came to the front"
    return on.page()


@contextlib.contextmanager
def at(on: Stage, page: str, state: str) -> Iterator[Any]:
    """There for a while; inner panels are closed afterwards, so that the next one finds the page as it was made."""
    yield enter(on, page, state)
    front = on.page()
    for _ in range(4):
        if not front.on_back():
            break
        on.rest()
