"""A first-timer's name goes in time; everybody else's stays."""

from __future__ import annotations

from desk.core.actor import Actor
from desk.core.clock import DAY_MS
from desk.operators import reads, service
from desk.operators.rules import SYSTEM
from desk.operators.service_expiry import forget_first_timers
from desk.store import outbox
from desk.store.store import Store
from tests.fakes import outbox as outbox_fake
from tests.fakes.clock import FakeClock
from tests.operators.conftest import PIN, Add


def test_names_go_labels_stay(store: Store, actor: Actor, clock: FakeClock, add: Add) -> None:
    add("李四", "guard", PIN)
    with store.unit(actor) as u:
        gone = service.vouch(u, "赵测试", u.now + DAY_MS)
        held = service.vouch(u, "钱测试", u.now + DAY_MS)
    clock.advance(40 * DAY_MS)
    with store.unit(SYSTEM) as u:
        held_ids = frozenset({held.operator_id})
        assert forget_first_timers(u, u.now - 39 * DAY_MS, held_ids) == 0
        assert forget_first_timers(u, u.now - 30 * DAY_MS, held_ids) == 1
        assert forget_first_timers(u, u.now - 30 * DAY_MS, held_ids) == 0
    with store.reading() as r:
        names = {o.display_name for o in reads.everyone(r)}
        bodies = outbox_fake.text(store).encode()
        assert outbox.first_break(r) is None
        assert reads.labels(r)[gone.operator_id] == "赵老师"
    assert names == {"李四", "钱测试", ""}
    assert "赵测试".encode() not in bodies
    assert "钱测试".encode() in bodies
