"""What the hub writes itself: notices of a district, erasure asked for at the admin page."""

from __future__ import annotations

import pytest

from desk.core.errors import Refused
from desk.core.ids import new_id
from desk.hub.hub import Hub
from desk.hub.publish import Words
from desk.wire import ops
from desk.wire.messages import Page
from tests.fakes.clock import FakeClock
from tests.hub.toys import ToyDesk


def test_a_districts_words_reach_its_desks(hub: Hub, clock: FakeClock) -> None:
    district = new_id(clock.now_ms())
    desk = ToyDesk.enrolled(hub, clock, district_id=district)
    told: list[tuple[str, int]] = []
    hub.on_grown(lambda place, head, _new: told.append((place, head)))
    (eid,) = hub.publish(district, [Words("resident", fields={"note": "台风"})])
    hub.publish(district, [Words("resident", "set", eid, {"note": "台风已过"}), Words("resident", "del", eid)])
    assert told == [(district, 1), (district, 3)]
    from desk.hub.pull import start

    page = desk.page(0, start(f"d:{district}").hex(), scope=f"d:{district}")
    assert isinstance(page, Page)
    found = [ops.parse(line.body) for line in page.lines]
    assert [(op.act, op.eid, op.by) for op in found] == [("add", eid, "hub"), ("set", eid, "hub"), ("del", eid, "hub")]
    clocks = [line.clock for line in page.lines]
    assert clocks == sorted(set(clocks))


def test_the_hub_may_not_write_what_a_desk_may_not(hub: Hub, desk: ToyDesk) -> None:
    with pytest.raises(Refused) as no:
        hub.publish(desk.site_id, [Words("visit", fields={"face_template": "x"})])
    assert no.value.code == "wire.field_unknown"
    with pytest.raises(Refused) as no:
        hub.publish(new_id(0), [Words("visit")])
    assert no.value.code == "hub.scope"


def test_erasing_from_the_hub_is_a_line_that_every_desk_gets(hub: Hub, desk: ToyDesk) -> None:
    made = desk.write("resident", phone="1040000001")
    desk.push()
    hub.erase(desk.site_id, [made.eid])
    first, second = desk.pull().lines
    assert first.body == b""
    assert ops.parse(second.body).f == {"eids": [made.eid]}
    assert ops.parse(second.body).act == "redact"
