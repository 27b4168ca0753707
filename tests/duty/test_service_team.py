"""The team: who is taken in, what is refused, availability of a month said anew and given back."""

from __future__ import annotations

import pytest

from desk.core.actor import Actor
from desk.core.clock import DAY_MS
from desk.core.errors import Refused
from desk.duty import reads_team, service_team
from desk.duty.rules import Says
from desk.duty.rules_availability import Line
from desk.duty.service_team import About
from desk.operators.rules import actor_of
from desk.operators.service import add_operator
from desk.records.reads_audit import AuditFilter, lines
from desk.store.store import Store
from tests.fakes.clock import FakeClock

VOLUNTEER = actor_of("0" * 31 + "2", "volunteer")


def add(store: Store, actor: Actor, name: str, **more: object) -> str:
    with store.unit(actor) as u:
        return service_team.add_member(u, About(name, **more))  # type: ignore[arg-type]


def test_a_member_is_as_typed_in(store: Store, actor: Actor) -> None:
    eid = add(
        store, actor, " 欧阳\u202e兰 ", capacity="committee", phone="1040 000-0123", skills=("急救", "急救", "手语")
    )
    with store.reading() as r:
        found = reads_team.member(r, eid)
    assert found is not None
    assert (found.name, found.label, found.phone, found.skills) == (
        "欧阳兰",
        "欧阳老师",
        "10400000123",
        ("急救", "手语"),
    )
    assert found.person.capacity == "committee"


def test_two_of_one_surname_get_words_of_their_own(store: Store, actor: Actor) -> None:
    for name in ("王秀兰", "王建国", "王小兰"):
        add(store, actor, name)
    with store.reading() as r:
        assert {one.label for one in reads_team.members(r)} == {"王老师", "王*国老师", "王*兰老师"}


def test_the_same_name_is_asked_about_once(store: Store, actor: Actor) -> None:
    add(store, actor, "王秀兰")
    with pytest.raises(Refused) as no:
        add(store, actor, "王秀兰")
    assert no.value.code == "duty.name_known"
    with store.unit(actor) as u:
        service_team.add_member(u, About("王秀兰"), same_name=True)
    with store.reading() as r:
        assert len(reads_team.members(r)) == 2


@pytest.mark.parametrize(
    ("about", "code"),
    [(About(" \u200b"), "duty.name_empty"), (About("王", "boss"), "duty.capacity_unknown"),
     (About("王", phone="call me"), "duty.phone_wrong"), (About("王", most_a_month=100), "duty.wish_wrong"),
     (About("王", minor=True, guardian_at=10**14), "duty.guardian_ahead")],
)  # fmt: skip
def test_what_is_not_taken(store: Store, actor: Actor, about: About, code: str) -> None:
    with pytest.raises(Refused) as no, store.unit(actor) as u:
        service_team.add_member(u, about)
    assert no.value.code == code


def test_a_name_of_50000_characters_is_cut(store: Store, actor: Actor) -> None:
    eid = add(store, actor, "长" * 50_000, note="话" * 50_000)
    with store.reading() as r:
        found = reads_team.member(r, eid)
    assert found is not None
    assert (len(found.name), len(found.note)) == (64, 200)


def test_a_grown_up_has_no_guardian(store: Store, actor: Actor, clock: FakeClock) -> None:
    eid = add(store, actor, "小明", minor=True, guardian="王秀兰", guardian_at=clock.now_ms())
    with store.unit(actor) as u:
        service_team.edit_member(u, eid, About("小明", guardian="王秀兰", guardian_at=1))
    with store.reading() as r:
        found = reads_team.member(r, eid)
    assert found is not None
    assert (found.guardian, found.guardian_at) == ("", None)


def test_one_sign_on_is_one_member(store: Store, actor: Actor) -> None:
    with store.unit(actor) as u:
        chip = add_operator(u, "王秀兰", "volunteer")
    eid = add(store, actor, "王秀兰", operator_id=chip.operator_id)
    with pytest.raises(Refused) as no:
        add(store, actor, "李志强", operator_id=chip.operator_id)
    assert no.value.code == "duty.operator_taken"
    with store.reading() as r:
        found = reads_team.member_of_operator(r, chip.operator_id)
    assert found is not None
    assert found.id == eid


def test_looking_at_a_member_is_written_down(store: Store, actor: Actor) -> None:
    eid = add(store, actor, "王秀兰", phone="10400000123")
    with store.unit(actor) as u:
        assert service_team.open_member(u, eid).phone == "10400000123"
    with store.reading() as r:
        assert lines(r, AuditFilter())[0].action == "duty.member_opened"
    for who, one in ((VOLUNTEER, eid), (actor, "f" * 32)):
        with pytest.raises(Refused), store.unit(who) as u:
            service_team.open_member(u, one)


def test_leaving_and_coming_back(store: Store, actor: Actor) -> None:
    eid = add(store, actor, "王秀兰")
    with store.unit(actor) as u:
        service_team.let_go(u, eid)
    with store.reading() as r:
        assert not reads_team.members(r)
        assert [one.id for one in reads_team.members(r, left=True)] == [eid]
    with store.unit(actor) as u:
        service_team.take_back(u, eid)
    with store.reading() as r:
        assert [one.id for one in reads_team.members(r)] == [eid]


def test_a_volunteer_does_not_edit_the_team(store: Store) -> None:
    with pytest.raises(Refused) as no:
        add(store, VOLUNTEER, "王秀兰")
    assert no.value.code == "right.missing"


def test_pairs_are_one_whoever_is_named_first(store: Store, actor: Actor) -> None:
    one, other = add(store, actor, "王秀兰"), add(store, actor, "李志强")
    with store.unit(actor) as u:
        first = service_team.pair(u, one, other, "together")
        assert service_team.pair(u, other, one, "apart") == first
    with store.reading() as r:
        assert [(p.kind, {p.one_id, p.other_id}) for p in reads_team.pairs(r)] == [("apart", {one, other})]
    with pytest.raises(Refused), store.unit(actor) as u:
        service_team.pair(u, one, one, "together")


def test_a_month_said_anew_and_given_back(store: Store, actor: Actor) -> None:
    one, other = add(store, actor, "王秀兰"), add(store, actor, "李志强")

    def on(day: int) -> Line:
        return Line("", Says.CAN, from_day=f"2026-12-{day:02d}", until_day=f"2026-12-{day:02d}")

    with store.unit(actor) as u:
        service_team.say(u, Line(one, Says.CANNOT, weekday=7))
        service_team.say_month(u, "2026-12", {one: [on(5)], other: [on(6)]}, "chat")
        before = service_team.say_month(u, "2026-12", {one: [on(7), on(8)]}, "chat")
    assert [line.from_day for line in before[one]] == ["2026-12-05"]
    with store.unit(actor) as u:
        service_team.say_month(u, "2026-12", before, "chat")
    with store.reading() as r:
        said = reads_team.lines(r)
    assert [(line.says, line.from_day) for line in said[one]] == [("cannot", ""), ("can", "2026-12-05")]
    assert [line.from_day for line in said[other]] == ["2026-12-06"]


def test_a_list_of_names_adds_those_that_are_new(store: Store, actor: Actor, clock: FakeClock) -> None:
    add(store, actor, "王秀兰")
    clock.advance(DAY_MS)
    with store.unit(actor) as u:
        assert len(service_team.add_many(u, ["王秀兰", "李志强", "李志强", " "], "unit")) == 1
    with pytest.raises(Refused) as no, store.unit(actor) as u:
        service_team.add_many(u, [f"名{n}" for n in range(301)], "unit")
    assert no.value.code == "duty.list_long"
