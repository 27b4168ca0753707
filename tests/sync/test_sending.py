"""A batch made ahead is made anew once something was written meanwhile: what is erased is not sent from memory."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import insert

from desk.core.actor import Actor
from desk.store import outbox
from desk.store.store import Store
from desk.store.tables import Gate
from desk.store.tables_sync import SyncLink
from desk.sync.sending import Sender
from desk.sync.transport import OK, PUSH, Answer
from desk.wire.answers import PushAnswer, pack
from desk.wire.messages import Push, unpack_push

NOBODY = Actor("", "sync", frozenset())
CANARY = "CANARY"


class Hub:
    """Takes all, asked ahead of time. looking: what happens at the desk while it looks at a batch."""

    def __init__(self, looking: Callable[[Push], None] = lambda push: None) -> None:
        self.sent: list[bytes] = []
        self.looking = looking

    def ask(self, door: str, body: bytes) -> Answer:
        self.ahead(door, body)
        push = unpack_push(body)
        self.looking(push)
        return Answer(OK, pack(PushAnswer("ok", 0, push.base + len(push.lines))))

    def ahead(self, door: str, body: bytes) -> None:
        assert door == PUSH
        if body not in self.sent:
            self.sent.append(body)

    def told(self, door: str, body: bytes, answer: Answer) -> None:
        raise AssertionError("nobody tells the answer to a push")


def linked(store: Store) -> str:
    """A desk with a hub and some lines; the last is about the thing whose id is returned."""
    with store.unit() as u:
        u.conn.execute(insert(SyncLink).values(one=1, hub_key=bytes(32)))
    for name in ("一门", CANARY):
        with store.unit() as u:
            eid = u.add(Gate, name=name)
    return eid


def send_all(store: Store, hub: Hub) -> int:
    """Line by line; returns how many."""
    sender, sent = Sender(store, hub, NOBODY), 0
    sender.limit = 1
    while sender.anything():
        sent += sender.push().lines
    return sent


def test_each_batch_is_sent_once(store: Store) -> None:
    linked(store)
    hub = Hub()
    count = send_all(store, hub)
    assert [unpack_push(body).base for body in hub.sent] == list(range(count))
    assert CANARY.encode() in b"".join(hub.sent)
    with store.reading() as r:
        assert outbox.states(r) == {"acked": count}


def test_what_is_erased_while_the_hub_looks_at_the_line_before_is_not_sent(store: Store) -> None:
    eid, erased = linked(store), list[int]()
    with store.reading() as r:
        last = outbox.end(r)[1]

    def looking(push: Push) -> None:
        if push.base == last - 2 and not erased:
            with store.unit() as u:
                erased.append(outbox.redact(u, [eid]))

    hub = Hub(looking)
    count = send_all(store, hub)
    assert (erased, count) == ([1], last + 1)
    assert CANARY.encode() not in b"".join(hub.sent)


def test_others_take_a_lone_change_in_before_it_is_noted_here(store: Store) -> None:
    linked(store)
    sender, noted = Sender(store, Hub(), NOBODY), list[int]()

    def rest() -> None:
        with store.reading() as r:
            noted.append(outbox.states(r).get("acked", 0))

    sent = sender.push(rest).lines
    with store.reading() as r:
        assert (noted, outbox.states(r)) == ([0], {"acked": sent})
    sender.limit = 1
    for name in ("二门", "三门"):
        with store.unit() as u:
            u.add(Gate, name=name)
    sender.push(rest)
    assert noted == [0], "while more waits nobody rests"
