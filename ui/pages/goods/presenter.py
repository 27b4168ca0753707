"""The shelf: taking in, handing out by code or by the desk, reminding. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from desk.core.clock import HOUR_MS
from desk.core.ids import new_id
from ui import moments
from ui.pages.goods.model import Code, Form, Full, Shelf, Taken, Thing
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns

if TYPE_CHECKING:
    from desk.people.reads_doors import Door
    from desk.reception.views import GoodsRow

REASON = "delivery"  # why a door is looked at on this page
ENOUGH = 500


class GoodsPresenter:
    """Set by the view: `shelf`, `thing(thing, code)` opened (code: typed before, may be empty), `parked(code)`, `taken`,
    `full`, `doors`, `lacks` (which field of the form is missing), `nothing(code)` waits under this code."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.shelf: Callable[[Shelf], None] = ignore
        self.thing: Callable[[Thing, str], None] = ignore
        self.parked: Callable[[Code], None] = ignore
        self.taken: Callable[[Taken], None] = ignore
        self.full: Callable[[Full], None] = ignore
        self.doors: Callable[[tuple[Door, ...]], None] = ignore
        self.lacks: Callable[[str], None] = ignore
        self.nothing: Callable[[str], None] = ignore

    def refresh(self) -> None:
        def work(r: Any) -> Any:
            from desk.reception import reads

            return r.now, reads.shelf(r, ENOUGH)

        self._turns.read("shelf", work, lambda found: self.shelf(self._shelf(*found)))

    def open(self, goods_id: str, code: str = "") -> None:
        """One thing, to hand it out or to remind its household."""

        def work(r: Any) -> Any:
            from desk.reception import reads

            return r.now, reads.goods_card(r, goods_id)

        self._turns.read("card", work, lambda found: self.thing(self._thing(found[1], found[0]), code))

    def by_code(self, code: str) -> None:
        """The taker says a code."""
        said = "".join(code.split())

        def work(r: Any) -> Any:
            from desk.reception import reads

            return reads.goods_by_code(r, said)

        def found(rows: tuple[GoodsRow, ...]) -> None:
            if rows:
                self.open(rows[0].id, said)
            else:
                self._ports.say.tone("bad")
                self.nothing(said)

        if said:
            self._turns.read("code", work, found)

    def search_doors(self, text: str) -> None:
        actor = self._ports.desk.actor

        def work(r: Any) -> Any:
            from desk.people.reads_doors import find_doors

            return find_doors(r, actor, text)

        self._turns.read("doors", work, self.doors)

    def begin(self) -> Form:
        """A fresh form."""
        return Form(new_id(self._ports.clock.now_ms()))

    def park(self, form: Form) -> None:
        """Take it in; the code is told once."""
        if not form.door_id and not form.unknown:
            self.lacks("door")
            return
        if not form.door_id and not form.what.strip():
            self.lacks("what")
            return
        self._turns.write("park", lambda u: _park(u, form), self._parked)

    def hand_out(self, goods_id: str, code: str = "", taken_by: str = "") -> None:
        """By the code the taker says, or to somebody the desk knows."""

        def work(u: Any) -> bool:
            from desk.reception.service import hand_out

            return hand_out(u, goods_id, code=code, taken_by=taken_by)

        self._turns.write("hand_out", work, lambda done: self._taken(Taken(goods_id, not done)))

    def offer_undo(self, words: str, what: Taken) -> None:
        if what.again:
            self._ports.say.done(words)
        else:
            self._ports.say.undo(words, lambda: self._put_back(what.id))

    def remind(self, goods_id: str, words: str) -> None:
        """The household was told."""

        def work(u: Any) -> None:
            from desk.reception.service import reminded

            reminded(u, goods_id)

        def done(_: object) -> None:
            self._ports.say.done(words)
            self.open(goods_id)

        self._turns.write("remind", work, done)

    def reveal(self, goods_id: str) -> None:
        """The door, for as long as the house allows; written into the trail."""

        def work(u: Any) -> Full:
            from desk.people.rules import REVEAL_MS
            from desk.reception.service import reveal_goods

            found = reveal_goods(u, goods_id, REASON)
            return Full(goods_id, found.room, found.left_by, REVEAL_MS // 1000)

        self._turns.write("reveal", work, self.full)

    def leave(self) -> None:
        self._ports.go.back()

    def say(self, words: str) -> None:
        self._ports.say.done(words)

    def problem(self, error: Exception) -> None:
        self._ports.say.problem(error)

    def _parked(self, found: tuple[Any, Any, int]) -> None:
        parked, place, now = found
        self._ports.say.tone("good")
        self.parked(
            Code(
                parked.goods_id, parked.code, parked.shelf, parked.building, place.site_name, place.gate_phone,
                moments.near(self._ports.desk.time.local(now), today=False),
            )
        )  # fmt: skip

    def _taken(self, what: Taken) -> None:
        self._ports.say.tone("good")
        self._turns.forget("card")  # asked for when the change was told: it would open the thing once more
        self.taken(what)

    def _put_back(self, goods_id: str) -> None:
        def work(u: Any) -> None:
            from desk.reception.service import undo_hand_out

            undo_hand_out(u, goods_id)

        self._turns.write("undo", work, ignore)

    def _shelf(self, now: int, rows: tuple[GoodsRow, ...]) -> Shelf:
        return Shelf(tuple(self._thing(row, now) for row in rows), sum(row.overdue for row in rows))

    def _thing(self, row: GoodsRow, now: int) -> Thing:
        return Thing(
            row.id, row.shelf, row.what, row.building, self._time(row.at, now), max(0, now - row.at) // HOUR_MS,
            row.overdue, self._time(row.reminded_at, now), self._time(row.taken_at, now),
        )  # fmt: skip

    def _time(self, at_ms: int | None, now: int) -> str:
        return moments.told(self._ports.desk.time, at_ms, now)


def form_with(form: Form, door: Door | None) -> Form:
    """The form with another household, or none."""
    if door is None:
        return replace(form, door_id="", door="", who="")
    return replace(form, door_id=door.id, door=door.label, who=door.who, unknown=False)


def _park(u: Any, form: Form) -> tuple[Any, Any, int]:
    from desk.reception.service import park
    from desk.store.identity import here

    parked = park(
        u, household_id=form.door_id or None, what=form.what, shelf=form.shelf, left_by=form.left_by, goods_id=form.id
    )
    return parked, here(u), u.now
