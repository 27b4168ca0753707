"""Two gates and a hub: what is hung at one gate hangs at the other and goes at both; a receipt is good at any gate."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from desk.codes.service import issue_receipt
from desk.core.clock import HOUR_MS
from desk.core.ids import new_id
from desk.hearings import service as hearings
from desk.hearings.drafts import MatterDraft
from desk.hearings.rules import Category
from desk.screen import reads, service
from desk.screen.rules import Kind, Wanted
from tests.journeys.conftest import Moved, Running, Start
from tests.journeys.gates import act, agree, two_gates
from tests.journeys.reading import read
from tests.sync.net.hubs import HubProcess


def titles(one: Running) -> list[str]:
    """On the public screen of this gate."""
    assert one.program.screen is not None
    return [turn.title for turn in one.program.screen.shown.turns if turn.title]


def alarm(one: Running) -> bool:
    assert one.program.screen is not None
    return one.program.screen.shown.alarm is not None


def hang(one: Running, title: str) -> None:
    def work(u: Any) -> None:
        service.save(u, Wanted(Kind.NOTICE, title, "", u.now, u.now + HOUR_MS))

    act(one, work)


def noted(one: Running, words: str) -> tuple[str, str]:
    """A resident complains at this gate; the matter and the text of the receipt."""
    matter_id = new_id(one.program.desk.clock.now_ms())
    with one.program.desk.store.unit(one.program.desk.actor) as u:
        hearings.note(u, MatterDraft(matter_id, Category.FACILITY, words))
        return matter_id, issue_receipt(u, matter_id).text


def test_screens_of_two_gates_say_the_same(hub: HubProcess, tmp_path: Path, world: Moved, start: Start) -> None:
    south, north = two_gates(hub, tmp_path, world, start)
    hang(south, "周六停水")
    agree(south, north)
    north.until(lambda: titles(north) == ["周六停水"])
    matter_id, receipt = noted(south, "三号楼门厅的灯不亮")
    agree(south, north)
    north.shell.found(receipt)
    north.until(lambda: north.front() == "matter" and north.page().card.model is not None)
    assert north.page().card.model.line.id == matter_id
    assert "三号楼门厅的灯不亮" in read(north.window)
    item = south.read(lambda r: reads.items(r)[0].id)
    act(south, lambda u: service.retract(u, item))
    act(north, service.take_over)
    agree(south, north)
    south.until(lambda: alarm(south) and not titles(south))
    north.until(lambda: alarm(north) and not titles(north))
    act(south, service.end_emergency)
    agree(south, north)
    north.until(lambda: not alarm(north))
    assert not alarm(south)
