"""The long poll: news at once in this process, within a second from another, and a thousand who wait for nothing."""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

import httpx

from desk.hub.along import Along
from desk.hub.hub import Hub
from desk.hub.polling import Listener, Waiters
from desk.wire import chain
from desk.wire.messages import Page, unpack_page
from tests.fakes.clock import FakeClock
from tests.hub.toys import KINDS
from tests.hub.web.served import NetDesk, Served


def test_what_is_known_already_waits_its_time(net: NetDesk) -> None:
    began = time.monotonic()
    answer = net.poll(1, **{f"s{net.site_id}": 0})
    assert (answer.status_code, answer.json()["heads"]) == (200, {})
    assert 0.9 < time.monotonic() - began < 5


def test_what_is_not_known_is_told_at_once(net: NetDesk) -> None:
    net.write(gate="南门")
    net.push()
    assert net.poll(25, **{f"s{net.site_id}": 0}).json()["heads"] == {f"s:{net.site_id}": 1}
    assert net.poll(25, **{f"s{net.site_id}": 7}).json()["heads"] == {f"s:{net.site_id}": 1}  # this hub went back


def test_what_is_new_comes_along_with_the_news(net: NetDesk) -> None:
    scope = f"s:{net.site_id}"
    net.write(gate="南门")
    net.push()
    here = chain.start(f"scope:{scope}").hex()
    answer = net.request("GET", f"/sync/v1/poll?wait=25&{scope}=0&chain={here}")
    page = unpack_page(answer.content)
    assert (page.start, [line.body for line in page.lines]) == ((0, here), net.ops)
    elsewhere = net.request("GET", f"/sync/v1/poll?wait=25&{scope}=0&chain={'00' * 16}")
    assert elsewhere.json()["heads"] == {scope: 1}, "who stands in another log asks by itself and hears why not"


def waiting(served: Served, count: int) -> None:
    began = time.monotonic()
    while served.face.waiters.count < count:
        assert time.monotonic() - began < 30, served.face.waiters.count


def test_a_push_wakes_who_waits(net: NetDesk, served: Served) -> None:
    with ThreadPoolExecutor() as pool:
        told = pool.submit(net.poll, 25, **{f"s{net.site_id}": 0})
        waiting(served, 1)
        net.write(gate="南门")
        began = time.monotonic()
        net.push()
        assert told.result(20).json()["heads"] == {f"s:{net.site_id}": 1}
        assert time.monotonic() - began < 1


def test_a_push_brings_itself_along_to_who_waits_where_it_begins(net: NetDesk, served: Served) -> None:
    scope = f"s:{net.site_id}"
    here = chain.start(f"scope:{scope}").hex()
    targets = [f"/sync/v1/poll?wait=25&{scope}=0&chain={value}" for value in (here, "00" * 16)]
    with ThreadPoolExecutor() as pool:
        told = [pool.submit(net.request, "GET", target) for target in targets]
        waiting(served, 2)
        net.write(gate="南门")
        net.push()
        page = unpack_page(told[0].result(20).content)
        assert (page.start, [line.body for line in page.lines]) == ((0, here), net.ops)
        assert told[1].result(20).json()["heads"] == {scope: 1}


def test_who_wrote_it_is_told_after_everybody_else() -> None:
    async def story() -> list[str]:
        async def ask(_scopes: list[str]) -> dict[str, int]:
            return {"s:a": 1}

        waiters, order = Waiters(ask), list[str]()

        async def wait(name: str) -> None:
            listener = Listener(name, (1, "c"))
            await waiters.wait({"s:a": 1}, 30, listener)
            order.append(f"{name} {listener.page.decode()[:1]}")

        tasks = [asyncio.create_task(wait(name)) for name in ("author", "reader", "revoked")]
        while waiters.count < len(tasks) or not all(task.done() for task in asked(waiters)):
            await asyncio.sleep(0.01)
        page = Page("s:a", (1, "c"), (2, "d"), 2, ())
        waiters.poke("a", 2, Along(page, frozenset({"author", "reader"}), "author"))
        await asyncio.gather(*tasks)
        return order

    order = asyncio.run(story())
    assert sorted(order[:2]) == ["reader {", "revoked "]
    assert order[2:] == ["author {"]


def asked(waiters: Waiters) -> list[asyncio.Task[None]]:
    return [waiters._asking] if waiters._asking is not None else []


def test_what_another_process_took_in_is_seen_by_the_ticker(net: NetDesk, served: Served, clock: FakeClock) -> None:
    """The same database, a second hub object: nothing pokes the waiters of the first."""
    other = Hub(served.hub.db, KINDS, clock)
    with ThreadPoolExecutor() as pool:
        told = pool.submit(net.poll, 25, **{f"s{net.site_id}": 0})
        waiting(served, 1)
        net.write(gate="南门")
        from desk.hub.doors import answer
        from desk.hub.push import Caller

        assert answer(other, Caller(net.site_id, net.device_id), "push", net.batch())[0] == 200
        assert told.result(20).json()["heads"] == {f"s:{net.site_id}": 1}


def test_nonsense_is_refused(net: NetDesk) -> None:
    for query in (
        "",
        "wait=1",
        "wait=-1&x=1",
        f"s:{net.site_id}=-1",
        f"s:{net.site_id}=1e9",
        "s:x=1",
        "wait=9" + "9" * 30,
    ):
        answer = net.request("GET", f"/sync/v1/poll?{query}")
        assert answer.status_code == 400, query


def test_a_thousand_wait_and_one_question_a_second_serves_them_all(net: NetDesk, served: Served) -> None:
    asked: list[int] = []
    crowd_size = 1000 if served.hub.db.dialect == "postgresql" else 250  # once is enough
    told = served.face.hub.db.read
    other = served.enrolled("临江苑")

    async def crowd() -> tuple[int, int, float]:
        limits = httpx.Limits(max_connections=None, max_keepalive_connections=0)
        async with httpx.AsyncClient(base_url=served.url, timeout=60, limits=limits) as client:
            target = f"/sync/v1/poll?wait=25&s:{net.site_id}=0"
            tasks = [
                asyncio.create_task(client.get(target, headers=net.signed("GET", target))) for _ in range(crowd_size)
            ]
            while served.face.waiters.count < crowd_size:
                assert not any(task.done() for task in tasks)
                await asyncio.sleep(0.05)
            asked.clear()
            await asyncio.sleep(2.5)
            questions = len(asked)
            began = time.monotonic()
            assert other.hello().status_code == 200  # the hub still answers others quickly
            took_s = time.monotonic() - began
            net.write(gate="南门")
            net.push()
            answers = await asyncio.gather(*tasks)
            return sum(a.json()["heads"] == {f"s:{net.site_id}": 1} for a in answers), questions, took_s

    def counted(ask: object, **how: object) -> object:
        asked.append(1)
        return told(ask, **how)  # type: ignore[arg-type]

    served.face.hub.db.read = counted  # type: ignore[method-assign,assignment]
    got, questions, took_s = asyncio.run(crowd())
    assert got == crowd_size
    assert questions <= 4
    assert took_s < 2


def test_waiters_leave_nothing_behind() -> None:
    async def story() -> tuple[dict[str, int], dict[str, int], int]:
        heads = {"s:a": 1}

        async def ask(_scopes: list[str]) -> dict[str, int]:
            return dict(heads)

        waiters = Waiters(ask)
        none = await waiters.wait({"s:a": 1}, 0.01)
        waiting_one = asyncio.create_task(waiters.wait({"s:a": 1, "d:b": 0}, 30))
        await asyncio.sleep(0)
        waiters.close()
        closed = await waiting_one
        return none, closed, waiters.count

    assert asyncio.run(story()) == ({}, {}, 0)


class Asked:
    """A database that is asked for heads; `late` holds an answer back until it is set."""

    def __init__(self, head: int) -> None:
        self.head, self.times = head, 0
        self.late = asyncio.Event()
        self.late.set()

    async def __call__(self, scopes: list[str]) -> dict[str, int]:
        self.times, now = self.times + 1, self.head
        await self.late.wait()
        return dict.fromkeys(scopes, now)


def test_what_was_seen_a_moment_ago_is_not_asked_again() -> None:
    async def story() -> list[int]:
        asked = Asked(3)
        waiters, counts = Waiters(asked, tick_s=0.05), list[int]()
        for seq in (3, 3, 2):
            await waiters.wait({"s:a": seq}, 0.01)
            counts.append(asked.times)
        waiters.poke("a", 4)
        assert await waiters.wait({"s:a": 4}, 0.01) == {}, "what this process took in is known to it"
        counts.append(asked.times)
        asked.head = 5  # another process took something in
        await asyncio.sleep(0.15)
        assert await waiters.wait({"s:a": 4}, 5) == {"s:a": 5}
        return counts

    assert asyncio.run(story()) == [1, 1, 2, 2]


def test_an_answer_that_was_overtaken_hides_nothing() -> None:
    async def story() -> dict[str, int]:
        asked = Asked(3)
        waiters = Waiters(asked)
        await waiters.wait({"s:a": 3}, 0.01)
        asked.late.clear()
        tick = asyncio.create_task(waiters.wait({"s:a": 2}, 1))  # asks: it is not at the newest
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        waiters.poke("a", 4)
        asked.late.set()
        await tick
        asked.head = 4
        return await waiters.wait({"s:a": 3}, 1)

    assert asyncio.run(story()) == {"s:a": 4}
