"""Giving out the log: pages that join up, and no page for a desk whose place is in another log."""

from __future__ import annotations

import msgspec
import pytest

from desk.core.ids import new_id
from desk.hub.hub import Hub
from desk.hub.reads import cursors
from desk.wire.answers import Hello, HelloAnswer, NoPage, PullAsk, pack
from desk.wire.messages import MAX_PAGE, Page
from tests.fakes.clock import FakeClock
from tests.hub.toys import ToyDesk, door


def test_pages_join_up_to_the_whole_log(desk: ToyDesk) -> None:
    for _ in range(25):
        desk.write("visit")
    desk.push()
    whole = desk.pull()
    place, found = (0, desk.start), []
    while True:
        page = desk.page(*place, limit=7)
        assert isinstance(page, Page)
        assert page.start == place
        if not page.lines:
            break
        found += page.lines
        place = page.end
    assert (tuple(found), place) == (whole.lines, whole.end)


def test_a_page_never_holds_more_than_a_message_may(desk: ToyDesk) -> None:
    for number in range(8):
        desk.write("visit", purpose=chr(97 + number) * 700_000)
        desk.push(number)
    page = desk.first_page()
    assert isinstance(page, Page)
    assert 1 <= len(page.lines) < 8
    assert [line.body for line in desk.pull().lines] == desk.ops


def test_no_limit_is_above_the_protocols(desk: ToyDesk) -> None:
    for start in range(0, 1200, 300):
        for _ in range(300):
            desk.write("visit")
        desk.push(start)
    page = desk.first_page(limit=10**9)
    assert isinstance(page, Page)
    assert (len(page.lines), page.head) == (MAX_PAGE, 1200)
    first = desk.first_page(limit=-3)
    assert isinstance(first, Page)
    assert len(first.lines) == 1


@pytest.mark.parametrize("chain", ["00" * 16, "", "no hex"])
def test_a_place_in_another_log_is_told_to_step_back(desk: ToyDesk, chain: str) -> None:
    desk.write("visit")
    desk.push()
    answer = desk.page(1, chain)
    assert isinstance(answer, NoPage)
    assert answer.result == "rewind"


def test_a_place_beyond_the_log_is_told_to_step_back(desk: ToyDesk) -> None:
    """As after a hub was restored from an old backup."""
    desk.write("visit")
    desk.push()
    answer = desk.page(7, desk.pull().end[1])
    assert isinstance(answer, NoPage)
    assert answer.result == "rewind"


def test_find_tells_the_newest_common_place(desk: ToyDesk) -> None:
    for _ in range(3):
        desk.write("visit")
    desk.push()
    one = desk.page(0, desk.start, 1)
    assert isinstance(one, Page)
    assert desk.find([(9, "11" * 16), (3, "22" * 16), one.end, (0, desk.start)]) == 2
    assert desk.find([(0, desk.start)]) == 0
    assert desk.find([(3, "22" * 16)]) == -1


def test_a_desk_reads_its_own_site_and_district_only(hub: Hub, clock: FakeClock) -> None:
    district = new_id(clock.now_ms())
    mine, other = ToyDesk.enrolled(hub, clock, district_id=district), ToyDesk.enrolled(hub, clock)
    other.write("visit")
    other.push()
    for scope in (other.scope, f"d:{new_id(0)}", f"s:{district}", "nonsense"):
        status, body = mine.knock("pull", pack(PullAsk(scope, 0, other.start)))
        assert (status, msgspec.json.decode(body)["code"]) == (403, "hub.scope"), scope
    assert door(hub, mine.caller, "hello", hello(mine), HelloAnswer).heads == {mine.scope: 0, f"d:{district}": 0}


def hello(desk: ToyDesk) -> Hello:
    return Hello(1, "0.2.0", 1, desk.incarnation, desk.clock.now_ms(), waiting=3)


def test_a_cursor_is_what_a_desk_asked_after(hub: Hub, desk: ToyDesk) -> None:
    for _ in range(3):
        desk.write("visit")
    desk.push()
    desk.page(*desk.pull().end)
    door(hub, desk.caller, "hello", hello(desk), HelloAnswer)
    assert hub.db.read(lambda conn: cursors(conn, desk.site_id)) == {(desk.device_id, desk.scope): 3}


def test_a_desk_of_another_protocol_is_told_so(hub: Hub, desk: ToyDesk) -> None:
    said = hello(desk)
    said.proto = 2
    assert desk.knock("hello", pack(said))[0] == 426


@pytest.mark.parametrize("name", ["push", "pull", "find", "hello", "snapshot", "digest"])
@pytest.mark.parametrize("body", [b"", b"{}", b"[]", b"\xff", b'{"scope":3}\n', b"[" * 100_000])
def test_nonsense_is_refused_at_every_door(desk: ToyDesk, name: str, body: bytes) -> None:
    status, answer = desk.knock(name, body)
    assert (status, msgspec.json.decode(answer)["code"]) == (400, "wire.malformed")


def test_an_unknown_door(desk: ToyDesk) -> None:
    assert desk.knock("attic", b"{}")[0] == 404
