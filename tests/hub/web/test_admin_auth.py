"""Who may do what at the admin API: signing in, sessions, csrf, roles, rates, and what never gets out."""

from __future__ import annotations

import httpx
import pytest

from desk.core.clock import HOUR_MS, MINUTE_MS
from desk.hub import accounts
from desk.hub.accounts import IDLE_MS, LONGEST_SESSION_MS
from desk.hub.pace import BURST, PER_S, Pace
from tests.hub.web.conftest import signed_in
from tests.hub.web.estate import PASSWORD, Estate
from tests.hub.web.served import Served


def code_of(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def test_nothing_is_shown_to_who_is_not_signed_in(real: Served, estate: Estate) -> None:
    with httpx.Client(base_url=real.url + "/admin/api") as client:
        for path in (
            "/session",
            "/overview",
            f"/sites/{estate.planned}",
            f"/districts/{estate.district_id}/gates",
            "/audit",
        ):
            assert code_of(client.get(path)) == (401, "account.signed_out"), path
        client.cookies.set("gatehouse", "x" * 43)
        assert code_of(client.get("/overview")) == (401, "account.signed_out")


def test_the_cookie_is_for_this_host_and_no_script(real: Served, estate: Estate) -> None:
    answer = httpx.post(real.url + "/admin/api/session", json={"name": estate.admin, "password": PASSWORD})
    cookie = answer.headers["set-cookie"].lower()
    assert {"httponly", "samesite=strict", "path=/"} <= {part.strip() for part in cookie.split(";")}
    token = answer.cookies["gatehouse"]
    row = real.hub.db.read(lambda c: c.execute(accounts.SESSION.select()).all())[-1]
    assert token not in repr(tuple(row))


def test_a_change_needs_the_csrf_token(admin: httpx.Client) -> None:
    del admin.headers["X-CSRF-Token"]
    assert code_of(admin.post("/districts", json={"name": "新街道"})) == (403, "admin.csrf")
    admin.headers["X-CSRF-Token"] = "guess"
    assert code_of(admin.delete("/session")) == (403, "admin.csrf")


def test_what_another_page_sends_is_refused(admin: httpx.Client, real: Served) -> None:
    for head in (
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
    ):
        assert code_of(admin.post("/districts", json={"name": "x"}, headers=head)) == (403, "admin.cross_site"), head
        assert code_of(admin.get("/overview", headers=head)) == (403, "admin.cross_site"), head
    own = {"Sec-Fetch-Site": "same-origin", "Origin": real.url}
    assert admin.post("/districts", json={"name": "新街道"}, headers=own).status_code == 201
    form = admin.post("/districts", content=b'{"name":"x"}', headers={"Content-Type": "text/plain"})
    assert form.status_code == 422


def test_guessing_passwords_is_slow_for_the_name_and_the_address(real: Served, estate: Estate) -> None:
    with httpx.Client(base_url=real.url + "/admin/api") as client:
        for _ in range(5):
            assert code_of(client.post("/session", json={"name": estate.admin, "password": "wrong"})) == (
                403,
                "account.wrong",
            )
        slowed = client.post("/session", json={"name": estate.admin, "password": PASSWORD})
        assert code_of(slowed) == (429, "account.wait")
        assert slowed.headers["retry-after"] == "15"
        assert code_of(client.post("/session", json={"name": "nobody", "password": "x"})) == (429, "account.wait")
        real.clock.advance(15_000)
        assert client.post("/session", json={"name": estate.admin, "password": PASSWORD}).status_code == 201


def test_an_unknown_name_is_answered_like_a_wrong_password(real: Served, estate: Estate) -> None:
    with httpx.Client(base_url=real.url + "/admin/api") as client:
        unknown = client.post("/session", json={"name": "nobody", "password": "x"})
        wrong = client.post("/session", json={"name": estate.admin, "password": "x"})
    assert unknown.json()["code"] == wrong.json()["code"] == "account.wrong"


def test_a_session_ends_by_itself(admin: httpx.Client, real: Served) -> None:
    for _ in range(5):
        real.clock.advance(IDLE_MS - MINUTE_MS)
        assert admin.get("/session").status_code == 200
    assert 5 * (IDLE_MS - MINUTE_MS) < LONGEST_SESSION_MS
    real.clock.advance(IDLE_MS + 1)
    assert code_of(admin.get("/session")) == (401, "account.signed_out")


def test_a_session_in_use_ends_too(admin: httpx.Client, real: Served) -> None:
    while_hours = LONGEST_SESSION_MS // HOUR_MS
    for _ in range(while_hours):
        real.clock.advance(HOUR_MS)
        last = admin.get("/session")
    real.clock.advance(MINUTE_MS)
    assert last.status_code == 200
    assert admin.get("/session").status_code == 401


def test_signing_out_ends_it_on_the_hub(real: Served, estate: Estate) -> None:
    with signed_in(real, estate.admin) as client:
        cookie = dict(client.cookies)
        assert client.delete("/session").status_code == 204
        client.cookies.update(cookie)
        assert client.get("/session").status_code == 401


def test_a_given_password_has_to_be_changed_first(real: Served, admin: httpx.Client, estate: Estate) -> None:
    made = admin.post("/accounts", json={"name": "王老师", "role": "officer", "district_id": estate.district_id}).json()
    with signed_in(real, "王老师", made["password"]) as client:
        assert client.get("/session").json()["must_change"] is True
        assert code_of(client.get(f"/districts/{estate.district_id}/gates")) == (403, "account.must_change")
        for new, code in (
            ("short", "account.password_short"),
            ("王老师王老师王老师王", "account.password_easy"),
            ("aaaaaaaaaaaa", "account.password_easy"),
        ):
            assert code_of(client.post("/session/password", json={"old": made["password"], "new": new})) == (400, code)
        assert code_of(client.post("/session/password", json={"old": "wrong", "new": "good-enough-1"})) == (
            403,
            "account.wrong",
        )
        changed = client.post("/session/password", json={"old": made["password"], "new": "good-enough-1"}).json()
        assert changed["must_change"] is False
        client.headers["X-CSRF-Token"] = changed["csrf"]
        assert client.get(f"/districts/{estate.district_id}/gates").status_code == 200
    assert (
        httpx.post(real.url + "/admin/api/session", json={"name": "王老师", "password": made["password"]}).status_code
        == 403
    )


def test_changing_a_password_ends_the_other_sessions(real: Served, estate: Estate, admin: httpx.Client) -> None:
    with signed_in(real, estate.admin) as other:
        assert admin.post("/session/password", json={"old": PASSWORD, "new": "another-good-1"}).status_code == 200
        assert other.get("/session").status_code == 401
    assert admin.get("/session").status_code == 200


def test_an_officer_sees_one_district_and_nothing_else(officer: httpx.Client, real: Served, estate: Estate) -> None:
    other = real.district("别的街道")
    assert officer.get(f"/districts/{estate.district_id}/gates").status_code == 200
    site = estate.gates["锦绣苑"].caller.site_id
    refused = [
        officer.get(f"/districts/{other}/gates"), officer.get(f"/districts/{other}/sheet?month=2026-11"),
        officer.post(f"/districts/{other}/notices", json={"level": "notice", "text": "x"}),
        officer.get("/overview"), officer.get(f"/sites/{site}"), officer.post(f"/sites/{site}/codes"),
        officer.get("/accounts"), officer.post("/accounts", json={"name": "x", "role": "admin"}), officer.get("/audit"),
        officer.post("/districts", json={"name": "x"}), officer.patch(f"/places/{site}", json={"name": "x"}),
    ]  # fmt: skip
    assert [code_of(answer) for answer in refused] == [(403, "account.not_allowed")] * len(refused)


def test_a_closed_account_is_out_at_once(
    real: Served, admin: httpx.Client, officer: httpx.Client, estate: Estate
) -> None:
    everyone = {one["name"]: one for one in admin.get("/accounts").json()}
    assert admin.delete(f"/accounts/{everyone[estate.officer]['id']}").status_code == 204
    assert officer.get("/session").status_code == 401
    assert code_of(admin.delete(f"/accounts/{everyone[estate.admin]['id']}")) == (409, "account.last_admin")
    assert (
        httpx.post(real.url + "/admin/api/session", json={"name": estate.officer, "password": PASSWORD}).status_code
        == 403
    )


def test_what_was_typed_is_not_told_back(real: Served) -> None:
    answer = httpx.post(real.url + "/admin/api/session", json={"name": "x", "password": "secret-" * 30, "more": "秘密"})
    assert code_of(answer) == (422, "admin.invalid")
    assert "secret" not in answer.text
    assert "秘密" not in answer.text
    assert answer.json()["fields"] == ["body.more", "body.password"]


def test_bodies_are_small(real: Served) -> None:
    url = real.url + "/admin/api/session"
    assert httpx.post(url, content=b" " * 300_000).json()["code"] == "admin.http_413"
    assert httpx.post(url, content=iter([b"{}"])).json()["code"] == "admin.http_413"


def test_every_answer_forbids_what_the_page_does_not_need(real: Served) -> None:
    for path in ("/admin/", "/admin/app.js", "/admin/api/session", "/admin/nothing"):
        head = httpx.get(real.url + path).headers
        assert "default-src 'none'" in head["content-security-policy"]
        assert "unsafe" not in head["content-security-policy"]
        assert (head["x-content-type-options"], head["x-frame-options"]) == ("nosniff", "DENY")
    assert httpx.get(real.url + "/admin/api/session").headers["cache-control"] == "no-store"
    assert httpx.get(real.url + "/", follow_redirects=True).status_code == 200


def test_a_page_is_sent_again_only_when_it_changed(real: Served) -> None:
    first = httpx.get(real.url + "/admin/app.css")
    again = httpx.get(real.url + "/admin/app.css", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_asking_without_end_is_slowed_down(real: Served) -> None:
    with httpx.Client(base_url=real.url) as client:
        codes = [client.get("/admin/api/session").json()["code"] for _ in range(int(BURST) + 5)]
        assert codes[: int(BURST)] == ["account.signed_out"] * int(BURST)
        assert codes[-1] == "admin.slow_down"
        real.clock.advance(1000)
        assert client.get("/admin/api/session").json()["code"] == "account.signed_out"


def test_one_address_does_not_slow_another() -> None:
    pace = Pace(per_s=1, burst=2)
    assert [pace.allows("a", 0), pace.allows("a", 0), pace.allows("a", 0), pace.allows("b", 0)] == [
        True,
        True,
        False,
        True,
    ]
    assert [pace.allows("a", 1), pace.allows("a", 1), pace.allows("a", 100)] == [True, False, True]
    assert PER_S > 1


@pytest.mark.parametrize("name", ["", " ", "x" * 41])
def test_names_that_are_none(admin: httpx.Client, name: str) -> None:
    assert admin.post("/accounts", json={"name": name, "role": "admin"}).status_code in (400, 422)
