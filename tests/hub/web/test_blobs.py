"""Files: in parts, on from where a cut was, never another thing than their name says, never another site's."""

from __future__ import annotations

import os
from hashlib import sha256

import httpx
import pytest

from desk.core.clock import DAY_MS
from desk.hub import blobs
from tests.hub.web.served import NetDesk, Served


def put(
    desk: NetDesk, data: bytes, start: int, end: int, *, name: str = "", kind: str = "picture", size: int = 0
) -> httpx.Response:
    target = f"/sync/v1/blob/{name or sha256(data).hexdigest()}?kind={kind}"
    field = f"bytes {start}-{end - 1}/{size or len(data)}"
    return desk.request("PUT", target, data[start:end], **{"Content-Range": field})


def asked(desk: NetDesk, data: bytes) -> httpx.Response:
    target = f"/sync/v1/blob/{sha256(data).hexdigest()}?kind=picture"
    return desk.request("PUT", target, b"", **{"Content-Range": f"bytes */{len(data)}"})


def fetched(desk: NetDesk, name: str) -> bytes:
    found = b""
    while True:
        answer = desk.request("GET", f"/sync/v1/blob/{name}", Range=f"bytes={len(found)}-")
        assert answer.status_code in (200, 206), answer.text
        found += answer.content
        if answer.status_code == 200 or len(found) == int(answer.headers["content-range"].partition("/")[2]):
            return found


def sent(desk: NetDesk, data: bytes, part: int = blobs.PART) -> httpx.Response:
    for start in range(0, len(data), part):
        answer = put(desk, data, start, min(start + part, len(data)))
        assert answer.status_code in (200, 201), answer.text
    return answer


def test_a_file_goes_in_parts_and_comes_out_whole(net: NetDesk) -> None:
    data = os.urandom(2 * blobs.MIB + 12_345)
    assert sent(net, data).status_code == 201
    assert fetched(net, sha256(data).hexdigest()) == data
    assert put(net, data, 0, 10).json()["have"] == len(data)  # it is there already


def test_it_goes_on_after_a_cut(net: NetDesk, served: Served) -> None:
    data = os.urandom(300_000)
    assert asked(net, data).json()["have"] == 0
    put(net, data, 0, 100_000)
    assert net.request("GET", f"/sync/v1/blob/{sha256(data).hexdigest()}").status_code == 404
    answer = asked(net, data)
    assert answer.json()["have"] == 100_000
    wrong = put(net, data, 50_000, 150_000)
    assert (wrong.status_code, wrong.json()["code"], wrong.json()["have"]) == (409, "blob.at", 100_000)
    assert put(net, data, 100_000, 300_000).status_code == 201
    assert fetched(net, sha256(data).hexdigest()) == data


def test_what_is_not_what_its_name_says_is_dropped(net: NetDesk) -> None:
    data, other = os.urandom(1000), sha256(b"other").hexdigest()
    answer = put(net, data, 0, 1000, name=other)
    assert (answer.status_code, answer.json()["code"]) == (422, "blob.mismatch")
    assert net.request("GET", f"/sync/v1/blob/{other}").status_code == 404
    assert put(net, b"other", 0, 5).status_code == 201


def test_limits_of_size_and_class(net: NetDesk) -> None:
    data = b"x" * 10
    for kind, size, status, code in (
        ("picture", 9 * blobs.MIB, 413, "blob.too_large"), ("film", 10, 400, "blob.kind"), ("", 10, 400, "blob.kind"),
    ):  # fmt: skip
        answer = put(net, data, 0, 10, kind=kind, size=size)
        assert (answer.status_code, answer.json()["code"]) == (status, code)
    big = os.urandom(blobs.PART + 1)
    assert put(net, big, 0, len(big)).status_code == 413
    assert put(net, data, 0, 10, name="../../etc/passwd").status_code == 404
    assert put(net, data, 0, 10, name="A" * 64).json()["code"] == "blob.name"


@pytest.mark.parametrize(
    "field", ["", "bytes 0-9", "bytes 5-4/10", "bytes 0-9/10/11", "bytes 0-98/99", "bytes */x", "lines 0-9/10"]
)
def test_a_range_that_makes_no_sense(net: NetDesk, field: str) -> None:
    data = b"x" * 10
    target = f"/sync/v1/blob/{sha256(data).hexdigest()}?kind=picture"
    answer = net.request("PUT", target, data, **{"Content-Range": field})
    assert (answer.status_code, answer.json()["code"]) == (416, "blob.range")
    assert net.request("GET", target, Range="bytes=-5").status_code == 416


def test_another_site_has_its_own(net: NetDesk, served: Served) -> None:
    data = os.urandom(1000)
    sent(net, data)
    other = served.enrolled("临江苑")
    assert other.request("GET", f"/sync/v1/blob/{sha256(data).hexdigest()}").status_code == 404
    assert asked(other, data).json()["have"] == 0


def test_a_file_that_nobody_finishes_is_forgotten(net: NetDesk, served: Served) -> None:
    half, whole = os.urandom(1000), os.urandom(1000)
    put(net, half, 0, 500)
    sent(net, whole)
    served.clock.advance(15 * DAY_MS)
    served.hub.db.write(lambda conn: blobs.forget(conn, served.hub.now()))
    assert asked(net, half).json()["have"] == 0
    assert fetched(net, sha256(whole).hexdigest()) == whole


def test_a_site_has_so_much_room(net: NetDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blobs, "SITE_LIMIT", 1500)
    sent(net, b"a" * 1000)
    answer = put(net, b"b" * 1000, 0, 1000)
    assert (answer.status_code, answer.json()["code"]) == (507, "blob.site_full")
