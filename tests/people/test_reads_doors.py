"""Doors for a picker, by room or by somebody who lives there."""

from __future__ import annotations

from desk.core.actor import NOBODY, Actor
from desk.people.reads_doors import door, find_doors
from desk.people.service import add_person, bind
from desk.people.service_households import add_household
from desk.store.store import Store


def test_by_room_by_pinyin_and_only_for_who_may_read(store: Store, actor: Actor) -> None:
    with store.unit(actor) as u:
        home = add_household(u, "3", "1", "1202")
        bind(u, add_person(u, "欧阳测试"), home, "owner")
    with store.reading() as r:
        assert [(one.id, one.label, one.who) for one in find_doors(r, actor, "3-1-1202")] == [(home, "3-1-1202", "")]
        found = find_doors(r, actor, "ouyang")
        assert [(one.id, one.who) for one in found] == [(home, "欧阳*")]
        assert find_doors(r, NOBODY, "ouyang") == ()
        assert door(r, home).label == "3-1-12**"
        assert door(r, "0" * 32).label == ""
