"""The reception page: today's sitting, open matters, call-backs, the month. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from desk.core.text import clean_line
from ui import moments
from ui.matters.lines import BodyLine, body_line, line_of
from ui.pages.hearings.model import BodyForm, Call, Home, Limit, Month, Owed, OwedList, Receiver, Sitting, Visit
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns

if TYPE_CHECKING:
    from desk.hearings.views import CallBack, SittingCard, SittingRow, Summary

ENDED_DAYS = 7


class HearingsPresenter:
    """Set by the view: `show(home)`, `month(month)`, `began(sitting_id)`, `closed()`, `saved(code of a body)`, `number(matter_id, phone, seconds)`."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[Home], None] = ignore
        self.month: Callable[[Month], None] = ignore
        self.began: Callable[[str], None] = ignore
        self.closed: Callable[[], None] = ignore
        self.saved: Callable[[str], None] = ignore
        self.number: Callable[[str, str, int], None] = ignore

    def refresh(self) -> None:
        """Everything of the day."""
        self._turns.read("home", lambda r: _home(r, self._ports), self.show)

    def plan(self) -> None:
        """Have today's sittings as the roster has them, at once."""
        desk = self._ports.desk

        def work(u: Any) -> int:
            from desk.receiving_days import plan_sittings

            return plan_sittings(u, desk.time)

        self._turns.write("plan", work, lambda _: self.refresh())

    def begin(self, label: str, capacity: str, hours: int, place: str) -> None:
        """A sitting in no roster, from now on."""

        def work(u: Any) -> str:
            from desk.core.clock import HOUR_MS
            from desk.hearings.rules import Receiver as Who
            from desk.hearings.service import begin

            day = self._ports.desk.time.day(u.now).isoformat()
            return begin(u, day=day, end_at=u.now + hours * HOUR_MS, place=place, receivers=[Who("", label, capacity)])

        self._turns.write("begin", work, self._began)

    def stand_in(self, sitting_id: str, absent: str, label: str, capacity: str) -> None:
        """Somebody receives instead of a receiver, or as one more."""

        def work(u: Any) -> str:
            from desk.hearings.rules import Receiver as Who
            from desk.hearings.service import stand_in

            stand_in(u, sitting_id, absent, Who("", label, capacity))
            return sitting_id

        self._turns.write("stand_in", work, self._began)

    def close(self, sitting_id: str) -> None:
        """All is settled."""

        def work(u: Any) -> None:
            from desk.hearings.service import close_sitting

            close_sitting(u, sitting_id)

        self._turns.write("close", work, lambda _: self._closed())

    def save(self, form: BodyForm, category: str, limit: Limit) -> None:
        """A body with its phones and what it is asked about, and the limits of a kind."""

        def work(u: Any) -> str:
            from desk.hearings.rules import Category, Limits
            from desk.hearings.service import Phone, save_body, save_limits

            phones = [Phone(*one) for one in form.phones]
            code = save_body(u, form.code, form.name, form.level, phones, form.categories)
            save_limits(u, Category(category), Limits(**vars(limit)))
            return code

        self._turns.write("save", work, self._saved)

    def drop(self, code: str) -> None:
        """A body the site added is there no longer."""

        def work(u: Any) -> None:
            from desk.hearings.service import drop_body

            drop_body(u, code)

        self._turns.write("drop", work, lambda _: self._saved(""))

    def owed(self, code: str, then: Callable[[OwedList], None]) -> None:
        """What a body has on its hands, for paper."""
        self._turns.read("owed", lambda r: _owed(r, self._ports, code), then)

    def reveal(self, matter_id: str, hearing_id: str) -> None:
        """The number to call back, for as long as the house allows; written into the trail."""

        def work(u: Any) -> tuple[str, int]:
            from desk.hearings.service import reveal_reporter
            from desk.people.rules import REVEAL_MS

            full = reveal_reporter(u, hearing_id, "resident_asks")
            return "　".join(part for part in (full.name, full.phone) if part), REVEAL_MS // 1000

        self._turns.write("reveal", work, lambda found: self.number(matter_id, *found))

    def ask_month(self, month: str = "") -> None:
        """A month (`2026-11`), this one when left out."""
        self._turns.read("month", lambda r: _month(r, self._ports, month), self.month)

    def report(self, then: Callable[[], None]) -> None:
        """A report goes out once whoever was handed the desk has signed for it."""

        def work(r: Any) -> None:
            from desk.handing import check_accepted

            check_accepted(r)

        self._turns.read("report", work, lambda _: then())

    def printed(self, sitting_ids: tuple[str, ...]) -> None:
        """The summary hangs on the wall."""

        def work(u: Any) -> None:
            from desk.hearings.service import summarised

            summarised(u, sitting_ids)

        if sitting_ids:
            self._turns.write("printed", work, ignore)

    def open_matter(self, matter_id: str) -> None:
        self._ports.go.to("matter", matter_id=matter_id)

    def note(self, **arguments: Any) -> None:
        self._ports.go.to("matter", **arguments)

    def say(self, words: str) -> None:
        self._ports.say.done(words)

    def leave(self) -> None:
        self._ports.go.back()

    def _began(self, sitting_id: str) -> None:
        self._ports.say.tone("good")
        self.began(sitting_id)
        self.refresh()

    def _saved(self, code: str) -> None:
        self._ports.say.tone("good")
        self.saved(code)
        self.refresh()

    def _closed(self) -> None:
        self._ports.say.tone("good")
        self.closed()
        self.refresh()


def _home(r: Any, ports: Ports) -> Home:
    from desk.core.clock import DAY_MS
    from desk.hearings import reads
    from desk.hearings.service_bodies import all_limits, bodies

    actor, time = ports.desk.actor, ports.desk.time
    lines = tuple(body_line(one) for one in bodies(r))
    found = reads.open_matters(r, actor)
    recent = reads.recent(r, actor, r.now - ENDED_DAYS * DAY_MS)
    today = tuple(_sitting(reads.sitting(r, actor, row.id), lines, time, r.now) for row in reads.today(r))
    stages, owed = [row.first.value for row in found], {row.id for row in found}
    return Home(
        True, today, tuple(_plain(row, time, r.now) for row in reads.coming(r)),
        tuple(line_of(row, lines, time, r.now) for row in found),
        tuple(line_of(row, lines, time, r.now) for row in recent if row.id not in owed),
        tuple(_call(one, time, r.now) for one in reads.call_backs(r, actor)), stages.count("over"),
        stages.count("alarm") + stages.count("amber"), lines, actor.may("hearings.close"), actor.may("hearings.summary"),
        actor.may("matters.settings"), {one.value: Limit(**vars(limit)) for one, limit in all_limits(r).items()},
    )  # fmt: skip


def _owed(r: Any, ports: Ports, code: str) -> OwedList:
    from desk.hearings import reads
    from desk.hearings.service_bodies import bodies
    from desk.store.identity import here

    lines, time, place = tuple(body_line(one) for one in bodies(r)), ports.desk.time, here(r)

    def paper(at: int | None) -> str:
        return moments.near(time.local(at), today=False) if at is not None else ""

    items = tuple(
        Owed(
            line_of(one.row, lines, time, r.now), paper(one.row.at),
            paper(one.row.first_due if one.row.first_left is not None else one.row.due_at),
            f"{paper(one.row.told_at)} {clean_line(one.told_to)}".strip(),
        )
        for one in reads.owed(r, ports.desk.actor, code)
    )  # fmt: skip
    owner = next((one for one in lines if one.code == code), BodyLine(code))
    return OwedList(owner, items, place.site_name, place.gate_phone, paper(r.now))


def _plain(row: SittingRow, time: Any, now: int) -> Sitting:
    start, end = time.local(row.start_at), time.local(row.end_at)
    day = "" if time.day(row.start_at) == time.day(now) else moments.month_day(start)
    return Sitting(
        row.id, row.state.value, f"{start:%H:%M}-{end:%H:%M}", day, row.place, row.gate, row.here,
        tuple(Receiver(one.member, one.label, one.capacity, one.instead_of) for one in row.receivers), row.heard,
        row.matters, row.unsettled,
    )  # fmt: skip


def _sitting(card: SittingCard, bodies: tuple[BodyLine, ...], time: Any, now: int) -> Sitting:
    visits = tuple(
        Visit(
            visit.reporter.hearing_id, moments.told(time, visit.at, now), visit.reporter.name, visit.reporter.door,
            visit.reporter.anonymous, visit.reporter.confirmed, visit.reporter.mediation, visit.reporter.other_side_of,
            tuple(line_of(row, bodies, time, now) for row in visit.matters),
        )
        for visit in card.visits
    )  # fmt: skip
    return Sitting(**{**vars(_plain(card.row, time, now)), "visits": visits})


def _call(one: CallBack, time: Any, now: int) -> Call:
    matter, who = one.matter, one.reporter
    return Call(
        matter.id, who.hearing_id, matter.short_no, who.name, who.phone, matter.category.value, matter.text, one.answer,
        moments.told(time, one.at, now),
    )  # fmt: skip


def _month(r: Any, ports: Ports, month: str) -> Month:
    from desk.hearings import reads
    from desk.store.identity import here

    month = month or reads.month_of(r, r.now)
    found: Summary = reads.summary(r, month)
    first = date.fromisoformat(f"{month}-01")
    before, after = date(first.year - (first.month == 1), (first.month - 2) % 12 + 1, 1), date(first.year + first.month // 12, first.month % 12 + 1, 1)  # fmt: skip
    this = reads.month_of(r, r.now)
    return Month(
        month, found.sittings, found.heard, found.matters, found.incidents, found.ended,
        found.still_open, found.in_time, found.late, found.raised,
        tuple((category.value, n) for category, n in found.by_category), found.by_owner,
        tuple((category.value, place, text, answer) for category, place, text, answer in found.words), found.sitting_ids,
        here(r).site_name, moments.day(ports.desk.time.local(r.now)), before.isoformat()[:7],
        after.isoformat()[:7] if month < this else "",
    )  # fmt: skip
