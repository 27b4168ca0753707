from __future__ import annotations

from datetime import UTC, datetime

from icalendar import Calendar

from desk.core.actor import Actor
from desk.duty import ical, reads_shifts, reads_team, service_roster
from desk.store.store import Store
from tests.duty.worlds import World, small


def made(world: World, only: str = "") -> Calendar:
    with world.store.reading() as r:
        shifts = [one for one in reads_shifts.shifts(r, "2026-12") if one.day <= "2026-12-02"]
        held = reads_shifts.by_shift(reads_shifts.assignments(r, [one.id for one in shifts]))
        return Calendar.from_ical(ical.calendar("锦绣苑", shifts, held, reads_team.labels(r), r.now, only))  # type: ignore[return-value]


def test_the_month_as_a_calendar_reads_back(store: Store, actor: Actor) -> None:
    world = small(store, actor)
    world.put("2026-12-01", "王秀兰", "李志强")
    world.put("2026-12-02", "李志强")
    world.publish(in_spite=True)
    with store.unit(actor) as u:
        service_roster.cancel_shift(u, world.shift("2026-12-02").id, "停电")
    events = {str(one["summary"]) + str(one.decoded("dtstart").date()): one for one in made(world).walk("VEVENT")}
    gate = events["门岗2026-12-01"]
    assert gate.decoded("dtstart") == datetime(2026, 12, 1, 6, tzinfo=UTC)  # 14:00 in Shanghai
    assert gate.decoded("dtend") == datetime(2026, 12, 1, 9, tzinfo=UTC)
    assert str(gate["description"]) in ("王老师、李老师", "李老师、王老师")
    assert (str(gate["uid"]), str(gate["status"])) == (f"{world.shift('2026-12-01').id}@gatehouse-desk", "CONFIRMED")
    assert str(events["门岗2026-12-02"]["status"]) == "CANCELLED"


def test_of_one_member_only_theirs(store: Store, actor: Actor) -> None:
    world = small(store, actor)
    world.put("2026-12-01", "王秀兰")
    world.put("2026-12-02", "李志强")
    world.publish(in_spite=True)
    [one] = made(world, world.who["王秀兰"]).walk("VEVENT")
    assert one.decoded("dtstart").day == 1
