"""Doors over HTTP: who is believed, what is taken in, and what a stranger or a wrong clock is told."""

from __future__ import annotations

import gzip

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desk.hub import enrolment
from desk.wire.answers import FindAsk, PullAsk, pack
from desk.wire.chain import start
from desk.wire.messages import unpack_page
from desk.wire.signing import WINDOW_MS
from desk.wire.statements import KEEP, WIPE, Order, believe
from tests.hub.web.served import NetDesk, Served


def pull(desk: NetDesk, **head: str) -> bytes:
    begin = start(f"scope:s:{desk.site_id}").hex()
    return pack(PullAsk(f"s:{desk.site_id}", 0, begin))


def test_what_is_pushed_comes_back_in_a_pull(net: NetDesk) -> None:
    op = net.write(gate="南门", purpose="看望")
    answer = net.push()
    assert (answer.result, answer.acked, answer.head) == ("ok", 1, 1)
    page = unpack_page(net.ask("pull", pull(net)).content)
    assert [line.op_id for line in page.lines] == [op.id]


def test_bodies_are_packed_both_ways(net: NetDesk) -> None:
    for _ in range(40):
        net.write(gate="南门")
    net.push()
    body = pull(net)
    plain = net.request("POST", "/sync/v1/pull", body, **{"Accept-Encoding": "identity"})
    packed = net.request("POST", "/sync/v1/pull", body, **{"Accept-Encoding": "gzip"})
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.content == plain.content
    assert int(packed.headers["content-length"]) < len(plain.content) / 2


def test_every_answer_tells_the_hubs_time(net: NetDesk, served: Served) -> None:
    assert net.hello().headers["hub-ms"] == str(served.clock.now_ms())


def test_a_stranger_is_not_believed(served: Served, net: NetDesk) -> None:
    stranger = served.desk(site_id=net.site_id)
    assert (stranger.hello().status_code, stranger.hello().json()["code"]) == (401, "auth.unknown_key")
    bare = served.client.post("/sync/v1/hello", content=b"{}")
    assert (bare.status_code, bare.json()["code"]) == (401, "auth.unsigned")
    thief = served.desk(site_id=net.site_id, device_id=net.device_id, key=Ed25519PrivateKey.generate())
    assert thief.hello().json()["code"] == "auth.signature"


def test_another_site_is_not_read(served: Served, net: NetDesk) -> None:
    other = served.enrolled("临江苑")
    for scope in (f"s:{other.site_id}", f"d:{other.device_id}", "x", "s:", "s:" + "0" * 32):
        answer = net.ask("pull", pack(PullAsk(scope, 0, "00" * 16)))
        assert (answer.status_code, answer.json()["code"]) == (403, "hub.scope"), scope
    assert net.poll(0, **{f"s{other.site_id}": 0}).json()["code"] == "hub.scope"


def test_a_request_sent_twice_counts_once(net: NetDesk, served: Served) -> None:
    body = pull(net)
    fields = net.signed("POST", "/sync/v1/pull", body)
    first = served.client.post("/sync/v1/pull", content=body, headers=fields)
    again = served.client.post("/sync/v1/pull", content=body, headers=fields)
    assert (first.status_code, again.status_code, again.json()["code"]) == (200, 401, "auth.replayed")


def test_a_request_is_good_for_its_window_only(net: NetDesk, served: Served) -> None:
    fields = net.signed("POST", "/sync/v1/hello", b"{}")
    served.clock.advance(WINDOW_MS + 2000)
    answer = served.client.post("/sync/v1/hello", content=b"{}", headers=fields)
    assert (answer.status_code, answer.json()["code"]) == (401, "auth.clock")


def test_an_altered_body_is_not_believed(net: NetDesk, served: Served) -> None:
    net.write(gate="南门")
    body = net.batch()
    fields = net.signed("POST", "/sync/v1/push", body)
    altered = body.replace("南门".encode(), "北门".encode())
    answer = served.client.post("/sync/v1/push", content=altered, headers=fields)
    assert (answer.status_code, answer.json()["code"]) == (401, "auth.signature")
    assert net.push().head == 1


@pytest.mark.parametrize("off_ms", [-86_400_000, 86_400_000, 300 * 365 * 86_400_000])
def test_a_wrong_clock_recovers_with_the_time_it_is_told(net: NetDesk, off_ms: int) -> None:
    net.off_ms = off_ms
    refused = net.hello()
    assert (refused.status_code, refused.json()["code"]) == (401, "auth.clock")
    net.off_ms += refused.json()["hub_ms"] - (net.served.clock.now_ms() + off_ms)
    assert net.hello().status_code == 200


@pytest.mark.parametrize("act", [KEEP, WIPE])
def test_a_revoked_desk_is_told_what_to_do(net: NetDesk, served: Served, act: str) -> None:
    now, key = served.hub.now(), served.face.key
    served.hub.db.write(lambda c: enrolment.revoke(c, now, key, "test", net.site_id, net.device_id, act))
    for answer in (net.hello(), net.ask("push", net.batch()), net.poll(0, **{f"s{net.site_id}": 0})):
        assert (answer.status_code, answer.json()["code"]) == (403, "revoked")
        order = believe(key.public_key(), answer.json()["order"], Order)
        assert (order.device_id, order.act) == (net.device_id, act)


def test_an_unknown_door_and_an_unknown_method(net: NetDesk, served: Served) -> None:
    assert net.ask("nonsense", b"{}").status_code == 404
    assert served.client.get("/sync/v1/push").status_code == 405
    assert served.client.get("/nothing").status_code == 404


def test_find_over_http(net: NetDesk) -> None:
    answer = net.ask("find", pack(FindAsk(f"s:{net.site_id}", [])))
    assert (answer.status_code, answer.json()["index"]) == (200, -1)


def test_health_needs_no_signature(served: Served) -> None:
    assert served.client.get("/healthz").json() == {"ok": True}
    assert served.client.get("/readyz").json() == {"ok": True}


def test_figures_count_doors_and_name_nobody(net: NetDesk, served: Served) -> None:
    net.hello()
    served.client.get("/sync/v1/" + net.site_id)
    page = served.client.get("/metrics").text
    assert 'hub_requests_total{door="hello",status="200"} 1.0' in page
    assert net.site_id not in page
    assert "南门" not in page


def test_a_gzip_that_is_none(net: NetDesk) -> None:
    for body in (b"\x1f\x8b nonsense", gzip.compress(b"{}")[:-4], gzip.compress(b"{}") + b"tail"):
        answer = net.request("POST", "/sync/v1/hello", body, **{"Content-Encoding": "gzip"})
        assert (answer.status_code, answer.json()["code"]) == (400, "wire.malformed")
    answer = net.request("POST", "/sync/v1/hello", b"{}", **{"Content-Encoding": "br"})
    assert (answer.status_code, answer.json()["code"]) == (415, "wire.encoding")
