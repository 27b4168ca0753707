"""Who else is in the site: only what is known."""

from __future__ import annotations

from desk.core.actor import Actor
from desk.core.ids import new_id
from desk.store import sync_rows
from desk.store.store import Store
from desk.store.tables import Gate
from desk.store.unit import Unit
from desk.sync.reads_site import others
from desk.wire.messages import Logged
from desk.wire.ops import Op
from tests.fakes.clock import FakeClock

NORTH, STRANGER = "11" * 16, "22" * 16


def pulled(u: Unit, seq: int, device: str, kind: str, **fields: object) -> None:
    op = Op(new_id(u.now), f"{u.now:012x}0000-{device[-8:]}", kind, "add", new_id(u.now), "", u.now, fields)
    line = Logged(seq, op.id, op.hlc, device, op.canonical())
    sync_rows.append_log(u, f"s:{u.site_id}", [(line, bytes(16), op.eid, False)])


def test_gates_heard_of_and_gates_that_are_silent(store: Store, actor: Actor, clock: FakeClock) -> None:
    with store.unit(actor) as u:
        north, east = u.add(Gate, name="北门"), u.add(Gate, name="东门")
        pulled(u, 1, NORTH, "tally", gate_id=north)
        pulled(u, 2, u.device_id, "tally", gate_id=u.gate_id)
    heard = clock.now_ms()
    clock.advance(1000)
    with store.unit(actor) as u:
        pulled(u, 3, STRANGER, "consent", purpose="care")
        pulled(u, 4, "0" * 32, "district_notice", text="...")
    with store.reading() as r:
        found = [(one.gate, one.device, one.heard_at) for one in others(r)]
    assert found == [("", STRANGER[-4:], clock.now_ms()), ("北门", NORTH[-4:], heard), ("东门", "", None)]
    assert east


def test_alone_there_is_nobody_else(store: Store) -> None:
    with store.reading() as r:
        assert others(r) == ()
