from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from desk.core.actor import Actor
from desk.core.clock import SiteTime
from desk.core.errors import Refused
from desk.duty import service_hours, service_team
from desk.duty.service_team import About
from desk.exporting import kinds
from desk.operators.rules import actor_of
from desk.records.exports import Order, export
from desk.store.store import Store
from tests.duty.worlds import World
from tests.fakes.clock import FakeClock

AT = SiteTime().at(date(2026, 12, 5), 22)


@pytest.fixture
def world(store: Store, actor: Actor, clock: FakeClock) -> World:
    found = World(store, actor)
    clock.set(SiteTime().at(date(2026, 12, 10)))
    with store.unit(actor) as u:
        about = About(
            "王秀兰", phone="10400001111", volunteer_no="3101040001", id_kind="居民身份证", id_no="310104190001010019"
        )
        found.who["王秀兰"] = service_team.add_member(u, about)
        first = service_hours.log(
            u, service_hours.Log(found.who["王秀兰"], AT, AT + 8 * 3_600_000, "=夜巡", beneficiary="李志强")
        )
        service_hours.verify(u, [first])
        service_hours.log(
            u, service_hours.Log(found.who["王秀兰"], AT - 86_400_000, AT - 86_400_000 + 5_460_000, "值守")
        )
    return found


def written(world: World, path: Path, actor: Actor, **more: object) -> list[dict[str, str]]:
    order = Order(kinds()["service"], path, **more)  # type: ignore[arg-type]
    assert export(world.store, order, actor).rows == 2
    return list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))


def test_masked_unless_a_manager_says_why(world: World, tmp_path: Path, actor: Actor) -> None:
    first, second = written(world, tmp_path / "a.csv", actor_of("", "shift_lead"))
    assert (first["service_name"], first["service_phone"], first["service_volunteer_no"]) == ("王*", "*******1111", "")
    assert "310104190001010019" not in (tmp_path / "a.csv").read_text(encoding="utf-8")
    assert (second["service_from"], second["service_until"], second["service_minutes"], second["service_hours"]) == (
        "22:00", "2026-12-06 06:00", "480", "8",
    )  # fmt: skip
    assert (first["service_credit"], second["service_credit"]) == ("waits", "counts")
    assert second["service_content"].startswith("'=")  # never a formula
    full = written(world, tmp_path / "b.csv", actor, masked=False, reason="上报")
    assert (full[1]["service_name"], full[1]["service_id_no"], full[1]["service_beneficiary"]) == (
        "王秀兰", "310104190001010019", "李志强",
    )  # fmt: skip


def test_a_volunteer_may_not(world: World, tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        written(world, tmp_path / "c.csv", actor_of("", "volunteer"))
    assert refused.value.code == "right.missing"
