"""Who is inside, and the acts on the list: leaving one by one or together, staying the night. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from desk.core.clock import MINUTE_MS
from ui import moments
from ui.pages.inside.model import Closed, InsideModel, InsideRow, Section
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns

if TYPE_CHECKING:
    from desk.reception.views import VisitRow

Rows = dict[Section, list[Any]]
NOON = 12
BULK = "visit.bulk_checkout"


class InsidePresenter:
    """`show(model)`, `closed(what)` and `stays(nights, visit_id)` are set by the view."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[InsideModel], None] = ignore
        self.closed: Callable[[Closed], None] = ignore
        self.stays: Callable[[int, str], None] = ignore
        self._model = InsideModel()
        self._rows: dict[Section, tuple[InsideRow, ...]] = {}

    def choose(self, section: Section) -> None:
        """Another part of the page; what is known of it at once, then fresh."""
        self._model = replace(self._model, section=section, rows=self._rows.get(section, ()))
        self.show(self._model)
        self.refresh()

    def refresh(self) -> None:
        self._turns.read("inside", _read, self._answered)

    def open(self, visit_id: str) -> None:
        """The card of a visit."""
        self._ports.go.to("visit", visit_id=visit_id)

    def begin(self) -> None:
        self._ports.go.to("admit")

    def roll_call(self) -> None:
        self._ports.go.to("rollcall", begin=True)

    def leave(self, visit_id: str) -> None:
        """One visitor, or the group they came with, has left."""
        self._turns.write("leave", lambda u: _close(u, visit_id), self._left)

    def leave_many(self, visit_ids: Sequence[str], reason: str) -> None:
        """Many at once, with the reason the operator gave."""
        ids = tuple(visit_ids)
        self._turns.write("leave", lambda u: _close_many(u, ids, reason), self._left)

    def offer_undo(self, words: str, what: Closed) -> None:
        """What was done, in the view's words, and ten seconds to take it back."""
        self._ports.say.undo(words, lambda: self._undo(what.visit_ids))

    def overnight(self, visit_id: str, nights: int) -> None:
        """Stays until noon after so many nights."""
        time, now = self._ports.desk.time, self._ports.clock.now_ms()
        until = time.at(time.day(now) + timedelta(days=nights), NOON)

        def work(u: Any) -> None:
            from desk.reception.service import stays_overnight

            stays_overnight(u, visit_id, until)

        self._turns.write("stay", work, lambda _: self._stays(nights, visit_id))

    def say(self, words: str) -> None:
        self._ports.say.done(words)

    def _stays(self, nights: int, visit_id: str) -> None:
        self._ports.say.tone("good")
        self.stays(nights, visit_id)

    def _left(self, what: Closed) -> None:
        self._ports.say.tone("good")
        self.closed(what)

    def _undo(self, visit_ids: Sequence[str]) -> None:
        def work(u: Any) -> None:
            from desk.reception.service import undo

            for visit_id in visit_ids:
                undo(u, visit_id)

        self._turns.write("undo", work, ignore)

    def _answered(self, found: tuple[int, Rows]) -> None:
        now, rows = found
        self._rows = {section: tuple(self._row(row, now, section) for row in rows[section]) for section in Section}
        section = self._model.section
        if section is Section.NIGHT and not self._rows[section]:
            section = Section.HERE
        self._model = InsideModel(
            section, self._rows[section],
            {one: sum(row.people for row in self._rows[one]) for one in Section},
            sum(row.over_min > 0 for row in self._rows[Section.HERE]),
            self._ports.desk.actor.may(BULK),
        )  # fmt: skip
        self.show(self._model)

    def _row(self, row: VisitRow, now: int, section: Section) -> InsideRow:
        since = row.in_at if row.in_at is not None else row.at
        over = section is Section.HERE and row.presence.value == "overstay" and row.due_at is not None
        flags = tuple(
            word
            for word, on in (
                ("minor", row.minor_alone), ("watched", row.watched), ("overnight", row.overnight),
                ("closed", row.state.value == "auto_closed"),
            )
            if on
        )  # fmt: skip
        return InsideRow(
            row.id, row.visitor_type.value, row.name, row.company, row.building, row.party_size, self._time(since, now),
            (now - since) // MINUTE_MS, max(1, (now - (row.due_at or now)) // MINUTE_MS) if over else 0, flags,
        )  # fmt: skip

    def _time(self, at_ms: int, now: int) -> str:
        return moments.told(self._ports.desk.time, at_ms, now)


def _read(r: Any) -> tuple[int, Rows]:
    from desk.reception.reads_inside import by_presence, night_rows
    from desk.reception.reads_rows import visit_row_view
    from desk.reception.rules_presence import Presence

    found = by_presence(r)
    over = sorted(found[Presence.OVERSTAY], key=lambda row: row["due_at"] or 0)
    here, loose = found[Presence.INSIDE][::-1], found[Presence.UNREGISTERED][::-1]

    def views(rows: Sequence[Any]) -> list[Any]:
        return [visit_row_view(row, r.now) for row in rows]

    return r.now, {
        Section.HERE: views([*over, *here]),
        Section.NIGHT: views(night_rows(r, [*over, *here, *loose])),
        Section.UNREGISTERED: views(loose),
        Section.UNCERTAIN: views(found[Presence.UNCERTAIN][::-1]),
    }


def _close(u: Any, visit_id: str) -> Closed:
    from desk.reception.reads_visits import visit
    from desk.reception.rules import OutSource
    from desk.reception.service import checkout

    row = visit(u, visit_id).row
    checkout(u, visit_id, OutSource.DESK)
    return Closed((visit_id,), row.party_size, row.name)


def _close_many(u: Any, visit_ids: Sequence[str], reason: str) -> Closed:
    """Only those still open: what another gate closed a moment ago is not ours to take back."""
    from desk.reception.reads_visits import visit
    from desk.reception.service import bulk_checkout

    rows = [row for row in (visit(u, one).row for one in visit_ids) if row.state.value in ("admitted", "auto_closed")]
    open_ids = tuple(row.id for row in rows)
    bulk_checkout(u, open_ids, reason)
    return Closed(open_ids, sum(row.party_size for row in rows))
