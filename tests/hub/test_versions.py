"""Old desks with today's hub, and desks of tomorrow with today's hub: nothing is lost, nothing is misread."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from desk.core.ids import new_id
from desk.hub import reads
from desk.hub.db import Db
from desk.hub.hub import Hub
from desk.wire import ops
from desk.wire.answers import Hello, HelloAnswer, Thing
from desk.wire.kinds import Kinds
from desk.wire.kinds_list import KINDS
from tests.fakes.clock import FakeClock
from tests.hub.test_push import verified
from tests.hub.test_snapshot import run
from tests.hub.toys import ToyDesk, door
from tests.stores.keep_operations import BATCH, sum_of

FOLDER = Path(__file__).resolve().parents[1] / "stores" / "operations"
VERSIONS = sorted(path.stem for path in FOLDER.glob("*.ndjson"))
NEWEST = VERSIONS[-1]
DAY = 86_400_000


def kept(version: str) -> list[bytes]:
    return (FOLDER / f"{version}.ndjson").read_bytes().splitlines()


@pytest.fixture
def today(db: Db, clock: FakeClock) -> ToyDesk:
    """A desk of whatever version with a hub of today's kinds; the hub's clock is long after all kept operations."""
    clock.set(clock.now_ms() + 400 * DAY)
    return ToyDesk.enrolled(Hub(db, KINDS, clock), clock)


@pytest.mark.parametrize("version", VERSIONS)
def test_what_an_older_desk_wrote_is_taken_whole_and_means_the_same(today: ToyDesk, version: str) -> None:
    today.ops = kept(version)
    for base in range(0, len(today.ops), BATCH):
        answer = today.push(base, base + BATCH)
        assert (answer.result, answer.refused) == ("ok", [])
    erased = [op for op in map(ops.parse, today.ops) if op.act == "redact"]
    lines = verified(today).lines
    assert len(lines) == len(today.ops)
    assert all(line.body for line in lines) or erased
    assert sum_of(today.hub, today.site_id) == (FOLDER / f"{version}.sum").read_text().strip()
    assert today.hub.overview(today.site_id).clashes == 0


@pytest.mark.parametrize("version", VERSIONS)
def test_a_new_desk_is_told_all_of_it(today: ToyDesk, version: str) -> None:
    today.ops = kept(version)
    for base in range(0, len(today.ops), BATCH):
        today.push(base, base + BATCH)
    things: list[Thing] = run(today, 37)
    held = today.hub.db.read(lambda conn: reads.entities(conn, today.site_id))
    assert {(thing.eid, thing.kind) for thing in things} == {(eid.hex(), kind) for eid, kind in held}


# --- today's desks with the hub of the version before ----------------------------------------------------------------


def of_version(version: str) -> Kinds:
    """What a hub of a version knew of kinds."""
    known = json.loads((FOLDER / f"{version}.kinds.json").read_text(encoding="utf-8"))["kinds"]
    return Kinds(kind for kind in KINDS if kind.name in known)


def test_an_older_hub_carries_what_it_does_not_know_and_understands_it_after_its_upgrade(
    db: Db, clock: FakeClock
) -> None:
    clock.set(clock.now_ms() + 400 * DAY)
    old = of_version("0.2.0")
    desk = ToyDesk.enrolled(Hub(db, old, clock), clock)
    desk.ops = kept(NEWEST)
    refused = set()
    for base in range(0, len(desk.ops), BATCH):
        answer = desk.push(base, base + BATCH)
        assert (answer.result, answer.acked) == ("ok", min(base + BATCH, len(desk.ops)))
        refused |= {(no.id, no.code) for no in answer.refused}
    unknown = [op for op in map(ops.parse, desk.ops) if op.kind not in old and op.act != "redact"]
    assert refused == {(op.id, "hub.kind_unknown") for op in unknown}
    assert len(unknown) > 100
    lines = verified(desk).lines
    bodies = [line.body for line in lines]
    assert [body for body in bodies if body] == [body for body, sent in zip(desk.ops, bodies, strict=True) if sent]
    waiting = {line.op_id for line in lines if line.body}  # what was erased later has nothing left to understand
    upgraded = Hub(db, KINDS, clock)
    assert upgraded.upgraded() == sum(op.id in waiting for op in unknown) > 100
    assert upgraded.overview(desk.site_id).aside == 0
    assert sum_of(upgraded, desk.site_id) == (FOLDER / f"{NEWEST}.sum").read_text().strip()


# --- desks of tomorrow ------------------------------------------------------------------------------------------------


def newer(body: bytes, **changes: Any) -> bytes:
    return msgspec.json.encode(msgspec.json.decode(body) | changes, order="sorted")


def test_lines_of_a_later_version_are_carried_and_kept_for_the_upgrade(today: ToyDesk, clock: FakeClock) -> None:
    today.ops = [newer(body, v=ops.VERSION + 1, mood="sunny") for body in kept(NEWEST)[:50]]
    answer = today.push()
    assert (answer.acked, {no.code for no in answer.refused}) == (50, {"wire.too_new"})
    assert [line.body for line in verified(today).lines] == today.ops
    assert [line.op_id for line in verified(today).lines] == [msgspec.json.decode(body)["id"] for body in today.ops]
    assert today.hub.overview(today.site_id).aside == 50
    assert today.push().refused == answer.refused


@pytest.mark.parametrize("changes", [{"k": "flying_lamp"}, {"act": "fold"}])
def test_a_later_kind_or_act_is_carried_too(today: ToyDesk, changes: dict[str, str]) -> None:
    today.ops = [newer(kept(NEWEST)[0], **changes), kept(NEWEST)[1]]
    answer = today.push()
    assert [no.code for no in answer.refused] in (["hub.kind_unknown"], ["hub.act_unknown"])
    assert [line.body for line in verified(today).lines] == today.ops


def test_what_a_line_says_beside_what_we_know_is_kept_byte_for_byte(today: ToyDesk) -> None:
    today.ops = [newer(body, mood="sunny") for body in kept(NEWEST)[:5]]
    assert today.push().refused == []
    assert [line.body for line in verified(today).lines] == today.ops


def test_the_hub_says_what_it_takes(today: ToyDesk) -> None:
    said = Hello(1, "9.9.9", ops.VERSION + 7, new_id(0), today.clock.now_ms())
    answer = door(today.hub, today.caller, "hello", said, HelloAnswer)
    assert (answer.min_op, answer.max_op) == (1, ops.VERSION)
