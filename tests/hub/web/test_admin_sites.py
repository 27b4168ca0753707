"""Sites, desks, accounts and the officer's page through the API, on both databases."""

from __future__ import annotations

import csv
import io
from typing import Any

import httpx
import openpyxl
import pytest

from desk.core.clock import DAY_MS, HOUR_MS
from desk.hub import figures
from desk.wire import enrol
from desk.wire.statements import Order, believe
from tests.hub.web.conftest import signed_in
from tests.hub.web.estate import SITES, Estate
from tests.hub.web.served import Served


def site_of(client: httpx.Client, name: str) -> dict[str, Any]:
    (found,) = [one for one in client.get("/overview").json()["sites"] if one["name"] == name]
    return found


def test_the_overview_shows_each_desk_as_it_is(admin: httpx.Client, estate: Estate) -> None:
    said = admin.get("/overview").json()
    assert {one["name"] for one in said["sites"]} == {*SITES, "南园新苑"}
    assert said["totals"]["desks"] == len(SITES)
    desks = {one["name"]: one["desks"][0] for one in said["sites"] if one["desks"]}
    assert {name: desk["condition"] for name, desk in desks.items() if desk["condition"] != "live"} == {
        "望江公寓": "silent",
        "学府里": "clock",
    }
    busy = desks["和平新村"]
    assert (busy["waiting"], busy["faces"], busy["app"]) == (1240, 120, "0.2.0")
    assert desks["学府里"]["clock_off"] == 11 * 60_000
    assert said["hub_ms"] - desks["望江公寓"]["heard_at"] == 3 * HOUR_MS
    assert busy["behind"] == 0


def test_a_code_of_the_page_enrols_a_desk(admin: httpx.Client, real: Served, estate: Estate) -> None:
    made = admin.post(f"/sites/{estate.planned}/codes").json()
    ticket = enrol.read_ticket(made["text"])
    assert (ticket.code, ticket.url) == (made["code"], made["url"])
    assert made["svg"].lstrip().startswith("<?xml")
    assert "style=" not in made["svg"]
    assert site_of(admin, "南园新苑")["codes"] == 1
    desk = real.desk()
    assert desk.enrol(made["code"]).status_code == 200
    assert site_of(admin, "南园新苑")["site_id"] == desk.site_id
    assert admin.get(f"/sites/{estate.planned}").json()["code"] == "place.unknown"


def test_a_new_site_from_its_name_to_its_end(admin: httpx.Client, estate: Estate) -> None:
    district = admin.post("/districts", json={"name": " 滨江\u202e街道 "}).json()["id"]
    made = admin.post("/sites", json={"name": "月季园", "district_id": district}).json()["id"]
    assert admin.patch(f"/places/{made}", json={"name": "月季苑", "district_id": estate.district_id}).status_code == 204
    assert site_of(admin, "月季苑")["district_id"] == estate.district_id
    assert [one["name"] for one in admin.get("/overview").json()["districts"]].count("滨江街道") == 1
    admin.post(f"/sites/{made}/codes")
    assert admin.delete(f"/sites/{made}/codes").json() == {"codes": 1}
    assert admin.delete(f"/sites/{made}").status_code == 204
    assert admin.get(f"/sites/{made}").status_code == 404
    used = estate.gates["锦绣苑"].caller.site_id
    assert admin.delete(f"/sites/{used}").json()["code"] == "place.in_use"
    assert admin.patch(f"/places/{used}", json={"name": "  "}).json()["code"] == "place.name"
    assert admin.post("/sites", json={"name": "x", "district_id": used}).json()["code"] == "place.unknown"


def test_revoking_at_the_page(admin: httpx.Client, real: Served, estate: Estate) -> None:
    desk = real.desk()
    desk.enrol(admin.post(f"/sites/{estate.planned}/codes").json()["code"])
    path = f"/sites/{desk.site_id}/desks/{desk.device_id}/revoke"
    assert admin.post(path, json={"act": "burn"}).status_code == 422
    assert admin.post(path, json={"act": "wipe"}).status_code == 204
    shown = admin.get(f"/sites/{desk.site_id}").json()["site"]["desks"][0]
    assert (shown["condition"], shown["act"], shown["told_at"]) == ("revoked", "wipe", None)
    order = believe(real.face.key.public_key(), desk.hello().json()["order"], Order)
    assert order.act == "wipe"
    assert admin.get(f"/sites/{desk.site_id}").json()["site"]["desks"][0]["told_at"] == real.hub.now()


def test_what_a_site_has_to_settle(admin: httpx.Client, estate: Estate) -> None:
    said = admin.get(f"/sites/{estate.gates['锦绣苑'].caller.site_id}").json()
    assert {(one["kind"], one["code"], one["state"]) for one in said["parked"]} == {
        ("person", "wire.not_sealed", "refused"),
        ("wish", "hub.kind_unknown", "aside"),
    }
    assert (said["site"]["refused"], said["site"]["aside"]) == (1, 1)


def test_clashes_are_told_without_values(admin: httpx.Client, estate: Estate) -> None:
    """Two desks give one gate another phone, neither knowing of the other."""
    one = estate.gates["锦绣苑"]
    two = estate.enrolled("锦绣苑", "北门", one.caller.site_id)
    for gate, phone in ((one, "10400000001"), (two, "10400000002")):
        estate.clock.advance(1000)
        gate.push(("gate", one.gate_id, {"phone": phone}))
    answer = admin.get(f"/sites/{one.caller.site_id}")
    assert {(c["kind"], c["field"]) for c in answer.json()["clashes"]} >= {("gate", "phone")}
    assert "1040000000" not in answer.text


def test_accounts_and_the_trail(admin: httpx.Client, estate: Estate) -> None:
    made = admin.post("/accounts", json={"name": "赵老师", "role": "officer", "district_id": estate.district_id}).json()
    assert admin.post("/accounts", json={"name": "赵老师", "role": "admin"}).json()["code"] == "account.name_taken"
    assert admin.post("/accounts", json={"name": "无处", "role": "officer"}).json()["code"] == "place.unknown"
    again = admin.post(f"/accounts/{made['id']}/password").json()
    assert again["password"] != made["password"]
    estate.clock.advance(1)
    admin.post("/districts", json={"name": "新街道"})
    trail = admin.get("/audit?most=5").json()
    assert [(line["who"], line["action"]) for line in trail[:1]] == [
        ("管理员", "district.made"),
    ]
    older = admin.get(f"/audit?before={trail[-1]['id']}").json()
    assert not {line["id"] for line in older} & {line["id"] for line in trail}
    assert {"account.added", "account.password"} <= {line["action"] for line in [*trail, *older]}
    assert made["password"] not in admin.get("/audit").text


# --- the officer's page ---------------------------------------------------------------------------------------------


def gates(client: httpx.Client, estate: Estate) -> dict[str, dict[str, Any]]:
    return {row["site_name"]: row for row in client.get(f"/districts/{estate.district_id}/gates").json()["gates"]}


def test_a_row_a_gate_without_personal_data(officer: httpx.Client, estate: Estate) -> None:
    rows = gates(officer, estate)
    assert rows["望江公寓"]["condition"] == "silent"
    assert (rows["南园新苑"]["condition"], rows["南园新苑"]["gate_name"]) == ("planned", "")
    assert (rows["锦绣苑"]["visits_today"], rows["锦绣苑"]["refused"]) == (9 + 3 + 40 + 5, 0)
    text = officer.get(f"/districts/{estate.district_id}/gates").text
    assert "c2VhbGVk" not in text


def test_a_notice_is_ticked_as_it_comes(officer: httpx.Client, estate: Estate) -> None:
    path = f"/districts/{estate.district_id}/notices"
    one, two = estate.gates["锦绣苑"], estate.gates["临江苑"]
    chosen = [one.caller.site_id, two.caller.site_id]
    notice_id = officer.post(path, json={"level": "emergency", "text": "雷暴预警", "site_ids": chosen}).json()["id"]

    def ticks() -> dict[str, tuple[int, list[str]]]:
        (found,) = officer.get(path).json()
        assert (found["notice_id"], found["stands"]) == (notice_id, True)
        return {tick["site_name"]: (tick["have"], tick["shown"]) for tick in found["ticks"]}

    assert ticks() == {"锦绣苑": (0, []), "临江苑": (0, [])}
    one.pull(estate.district_id)
    assert ticks() == {"锦绣苑": (1, []), "临江苑": (0, [])}
    shown = {"notice_id": notice_id, "gate_id": one.gate_id, "at": estate.clock.now_ms()}
    one.push(("notice_delivered", "", shown), ("notice_delivered", "", shown))
    assert ticks() == {"锦绣苑": (1, ["南门"]), "临江苑": (0, [])}
    assert officer.delete(f"{path}/{notice_id}").status_code == 204
    assert officer.get(path).json()[0]["stands"] is False
    assert officer.delete(f"{path}/{'0' * 32}").json()["code"] == "notice.unknown"


def test_a_notice_reaches_the_desks_of_its_district_alone(officer: httpx.Client, real: Served, estate: Estate) -> None:
    """It stands in the district's log, which every desk of it pulls and no other may."""
    from desk.hub.push import Caller
    from desk.wire.answers import PullAsk
    from desk.wire.chain import start

    officer.post(f"/districts/{estate.district_id}/notices", json={"level": "notice", "text": "停水通知"})
    scope = f"d:{estate.district_id}"
    ask = PullAsk(scope, 0, start(f"scope:{scope}").hex())
    page: Any = real.hub.pull(estate.gates["锦绣苑"].caller, ask)
    assert [b"district_notice" in line.body for line in page.lines] == [True]
    stranger = real.enrolled("别处", real.district("别的街道"))
    from desk.core.errors import Refused

    with pytest.raises(Refused, match=r"hub\.scope"):
        real.hub.pull(Caller(stranger.site_id, stranger.device_id), ask)


def test_words_that_are_no_notice(officer: httpx.Client, estate: Estate, real: Served) -> None:
    path = f"/districts/{estate.district_id}/notices"
    other = real.enrolled("别处", real.district("别的街道")).site_id
    past = real.hub.now() - 1
    for body, status, code in (
        ({"level": "notice", "text": "\u200b\u202e "}, 400, "notice.text"),
        ({"level": "notice", "text": "x", "site_ids": [other]}, 404, "place.unknown"),
        ({"level": "notice", "text": "x", "until_at": past}, 400, "notice.until"),
        ({"level": "shout", "text": "x"}, 422, "admin.invalid"),
        ({"level": "notice", "text": "x" * 201}, 422, "admin.invalid"),
    ):
        answer = officer.post(path, json=body)
        assert (answer.status_code, answer.json()["code"]) == (status, code), body
    for _ in range(20):
        assert officer.post(path, json={"level": "notice", "text": "一条"}).status_code == 201
    assert officer.post(path, json={"level": "notice", "text": "再一条"}).json()["code"] == "notice.many"
    assert officer.post(path, json={"level": "emergency", "text": "紧急"}).status_code == 201


def sheet(client: httpx.Client, estate: Estate, month: str = "2026-11", lang: str = "zh_CN") -> list[list[str]]:
    answer = client.get(f"/districts/{estate.district_id}/sheet?month={month}&format=csv&lang={lang}")
    assert answer.status_code == 200, answer.text
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert f"gatehouse-{month}.csv" in answer.headers["content-disposition"]
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_the_monthly_sheet_adds_up(officer: httpx.Client, estate: Estate) -> None:
    head, *rows = sheet(officer, estate)
    assert len(rows) == len(SITES) + 2
    mine = dict(zip(head, next(row for row in rows if row[0] == "锦绣苑"), strict=True))
    assert (mine["来访登记"], mine["人次"], mine["亲友"], mine["维修装修"], mine["外卖快速通行"]) == (
        "12",
        "24",
        "9",
        "3",
        "40",
    )
    total = dict(zip(head, rows[-1], strict=True))
    for column in head[1:]:
        assert int(total[column]) == sum(int(row[head.index(column)]) for row in rows[:-1]), column
    assert sheet(officer, estate, lang="en")[0][:3] == ["Site", "Desks", "Visits"]
    assert sheet(officer, estate, "2026-10")[-1][2] == "0"
    assert officer.get(f"/districts/{estate.district_id}/sheet?month=2026-13").status_code == 422


def test_the_sheet_as_a_workbook(officer: httpx.Client, estate: Estate) -> None:
    answer = officer.get(f"/districts/{estate.district_id}/sheet?month=2026-11&format=xlsx")
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    rows = [[str(cell) for cell in row] for row in book["2026-11"].iter_rows(values_only=True)]
    assert rows == sheet(officer, estate)


def test_a_name_is_no_formula(admin: httpx.Client, estate: Estate) -> None:
    site = estate.gates["锦绣苑"].caller.site_id
    admin.patch(f"/places/{site}", json={"name": "=HYPERLINK(1)"})
    assert "'=HYPERLINK(1)" in [row[0] for row in sheet(admin, estate)]
    answer = admin.get(f"/districts/{estate.district_id}/sheet?month=2026-11&format=xlsx")
    page = openpyxl.load_workbook(io.BytesIO(answer.content))["2026-11"]
    assert {cell.data_type for cell in page["A"]} == {"s"}


def test_numbers_outlive_what_they_were_counted_from(officer: httpx.Client, real: Served, estate: Estate) -> None:
    """Retention erases visits; the sheet of that month stays as it was."""
    gate = estate.gates["锦绣苑"]
    site = bytes.fromhex(gate.caller.site_id)
    before = sheet(officer, estate)
    real.hub.db.write(lambda c: figures.keep(c, site, figures.recent(real.hub.now())))
    from desk.hub.reads import entities

    gone = [
        eid.hex() for eid, kind in real.hub.db.read(lambda c: entities(c, gate.caller.site_id)) if kind == "visit_event"
    ]
    real.hub.erase(gate.caller.site_id, gone)
    assert sheet(officer, estate) == before
    real.clock.advance(40 * DAY_MS)
    with signed_in(real, estate.officer) as later:
        assert sheet(later, estate) == before


def test_an_undone_admission_does_not_count(officer: httpx.Client, estate: Estate) -> None:
    gate = estate.gates["锦绣苑"]
    before = gates(officer, estate)["锦绣苑"]["visits_today"]
    fact = {
        "visit_id": "0" * 32,
        "step": 1,
        "kind": "admitted",
        "at": 1,
        "gate_id": gate.gate_id,
        "visitor_type": "guest",
    }
    from desk.core.ids import new_id

    wrong = new_id(estate.clock.now_ms())
    gate.push(
        ("visit_event", wrong, fact), ("visit_event", "", {**fact, "kind": "undone", "corrects": wrong, "step": 2})
    )
    estate.clock.advance(61_000)
    assert gates(officer, estate)["锦绣苑"]["visits_today"] == before
    gate.visits(2)
    estate.clock.advance(61_000)
    assert gates(officer, estate)["锦绣苑"]["visits_today"] == before + 2
