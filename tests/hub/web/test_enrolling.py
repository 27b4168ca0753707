"""Enrolment end to end: first desk, joining desk, codes that are wrong, used, old or guessed at, keys that change."""

from __future__ import annotations

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desk.core.clock import MINUTE_MS
from desk.core.errors import Refused
from desk.core.ids import new_id
from desk.hub import enrolment, places
from desk.hub.members import SITE_SORT
from desk.wire import enrol
from desk.wire.enrol import EnrolAnswer, InviteAnswer, InviteAsk, RotateAsk
from desk.wire.statements import WIPE, Certificate, Order, believe, key_of
from tests.hub.web.served import NetDesk, Served


def code_of(answer: object) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]  # type: ignore[attr-defined]


def test_the_first_desk_brings_the_site_its_id(served: Served) -> None:
    district = served.district()
    desk = served.desk()
    answer = msgspec.json.decode(desk.enrol(served.code(served.site(district))).content, type=EnrolAnswer)
    assert (answer.site_id, answer.device_id, answer.district_id) == (desk.site_id, desk.device_id, district)
    assert answer.keybox is None
    hub = key_of(answer.hub_pubkey)
    papers = believe(hub, answer.certificate, Certificate)
    assert papers.scopes == [f"s:{desk.site_id}", f"d:{district}"]
    assert desk.hello().json()["scopes"] == papers.scopes
    sites = served.hub.db.read(lambda conn: places.all_of(conn, SITE_SORT))
    assert [(site.id, site.name, site.state) for site in sites] == [(desk.site_id, "锦绣苑", "live")]


def test_a_lost_answer_is_given_again_to_the_same_key_only(served: Served) -> None:
    desk, code = served.desk(), served.code(served.site(served.district()))
    first, again = desk.enrol(code), desk.enrol(code)
    assert (first.status_code, again.status_code) == (200, 200)
    assert again.json()["certificate"]
    other = served.desk(site_id=desk.site_id)
    assert code_of(other.enrol(code)) == (403, "enrol.code_used")


def test_a_desk_joins_by_invitation_and_the_hub_never_sees_the_keys(net: NetDesk, served: Served) -> None:
    k, held = enrol.new_box_key(), {"site-seal": bytes(range(32))}
    box = enrol.seal_keybox(k, net.site_id, held)
    invited = msgspec.json.decode(net.ask("invite", msgspec.json.encode(InviteAsk(box))).content, type=InviteAnswer)
    assert invited.expires_ms == served.hub.now() + 15 * MINUTE_MS
    joiner = served.desk(site_id=net.site_id)
    answer = msgspec.json.decode(joiner.enrol(invited.code, site_id=None).content, type=EnrolAnswer)
    assert answer.site_id == net.site_id
    assert answer.keybox is not None
    assert enrol.open_keybox(k, answer.site_id, answer.keybox) == held
    assert joiner.hello().status_code == 200


def test_a_desk_without_the_sites_keys_needs_an_invitation(net: NetDesk, served: Served) -> None:
    code = served.code(net.site_id)
    assert code_of(served.desk().enrol(code, site_id=None)) == (409, "enrol.needs_invitation")
    planned = served.code(served.site(served.district()))
    assert code_of(served.desk().enrol(planned, site_id=None)) == (409, "enrol.needs_invitation")


def test_codes_wrong_old_and_of_another_site(net: NetDesk, served: Served) -> None:
    assert code_of(served.desk().enrol("0000-0000-0000")) == (403, "enrol.code_wrong")
    assert code_of(served.desk().enrol("门")) == (403, "enrol.code_wrong")
    assert code_of(served.desk().enrol(served.code(net.site_id))) == (409, "enrol.other_site")
    old = served.code(served.site(served.district("新街道")))
    served.clock.advance(15 * MINUTE_MS + 1)
    assert code_of(served.desk().enrol(old)) == (403, "enrol.code_expired")


def test_nobody_takes_over_the_site_of_others(net: NetDesk, served: Served) -> None:
    """A code for a new site does not open one that is there already."""
    code = served.code(served.site(served.district("别处")))
    thief = served.desk(site_id=net.site_id)
    assert code_of(thief.enrol(code)) == (409, "enrol.site_taken")
    assert thief.hello().status_code == 401


def test_nobody_takes_over_the_name_of_another_desk(net: NetDesk, served: Served) -> None:
    twin = served.desk(site_id=net.site_id, device_id=net.device_id)
    assert code_of(twin.enrol(served.code(net.site_id))) == (409, "enrol.device_taken")
    assert net.hello().status_code == 200


def test_guessing_is_slow_and_does_not_stop_others_for_long(served: Served) -> None:
    code = served.code(served.site(served.district()))
    answers = [served.desk().enrol("0000-0000-000" + str(n)) for n in range(6)]
    assert [a.status_code for a in answers] == [403] * 5 + [429]
    assert int(answers[-1].headers["retry-after"]) == 15
    assert code_of(served.desk().enrol(code)) == (429, "enrol.wait")
    served.clock.advance(15_000)
    assert served.desk().enrol(code).status_code == 200


def test_a_request_that_proves_nothing(served: Served) -> None:
    desk, code = served.desk(), served.code(served.site(served.district()))
    body = enrol.signed_ask(desk.key, enrol.EnrolAsk(1, code, "", desk.device_id, desk.site_id, "南门", "0.2.0"))
    forged = body.replace(desk.device_id.encode(), new_id(1).encode())
    assert code_of(served.client.post("/sync/v1/enrol", content=forged)) == (403, "enrol.proof")
    assert code_of(desk.enrol(code, h=2)) == (426, "enrol.newer")
    for junk in (b"", b"{}", b"[]", b"\xff", b'{"h":1}', b"x" * 70_000):
        assert served.client.post("/sync/v1/enrol", content=junk).status_code in (400, 413, 429)


def test_a_key_is_changed_by_the_old_one(net: NetDesk, served: Served) -> None:
    fresh, old = Ed25519PrivateKey.generate(), net.key
    answer = net.ask("rotate", enrol.signed_ask(fresh, RotateAsk("")))
    assert answer.status_code == 200
    assert believe(served.face.key.public_key(), answer.json()["certificate"], Certificate).device_id == net.device_id
    assert net.hello().json()["code"] == "auth.signature"
    net.key = fresh
    assert net.hello().status_code == 200
    stolen = enrol.signed_ask(fresh, RotateAsk(""))
    assert code_of(net.ask("rotate", stolen.replace(b'"sig":"', b'"sig":"A'))) == (403, "enrol.proof")
    assert old is not net.key


def test_a_revoked_desk_comes_back_with_a_new_key_only(net: NetDesk, served: Served) -> None:
    now, key = served.hub.now(), served.face.key
    served.hub.db.write(lambda c: enrolment.revoke(c, now, key, "test", net.site_id, net.device_id, WIPE))
    assert code_of(net.enrol(served.code(net.site_id))) == (409, "enrol.key_revoked")
    order = net.hello().json()["order"]
    net.key = Ed25519PrivateKey.generate()
    served.clock.advance(1000)
    taken = net.enrol(served.code(net.site_id)).json()
    assert net.hello().status_code == 200
    assert (
        believe(key.public_key(), taken["certificate"], Certificate).issued_ms
        > believe(key.public_key(), order, Order).at_ms
    )


def test_an_order_is_made_stricter_never_milder(net: NetDesk, served: Served) -> None:
    now, key = served.hub.now(), served.face.key
    for act in ("wipe", "keep"):
        served.hub.db.write(lambda c, act=act: enrolment.revoke(c, now, key, "t", net.site_id, net.device_id, act))  # type: ignore[misc]
    assert believe(key.public_key(), net.hello().json()["order"], Order).act == "wipe"
    with pytest.raises(Refused, match=r"device\.act"):
        served.hub.db.write(lambda c: enrolment.revoke(c, now, key, "t", net.site_id, net.device_id, "burn"))
    with pytest.raises(Refused, match=r"device\.unknown"):
        served.hub.db.write(lambda c: enrolment.revoke(c, now, key, "t", net.site_id, new_id(1), "keep"))


def test_codes_are_few_and_can_be_taken_back(net: NetDesk, served: Served) -> None:
    code = ""
    for _ in range(5):
        code = served.code(net.site_id)
    with pytest.raises(Refused, match=r"enrol\.many_codes"):
        served.code(net.site_id)
    assert served.hub.db.write(lambda c: enrolment.cancel_codes(c, served.hub.now(), "test", net.site_id)) == 5
    assert code_of(net.enrol(code)) == (403, "enrol.code_wrong")


def test_the_code_itself_is_not_kept(served: Served) -> None:
    """Neither as made nor as typed: only its hash stands in the database."""
    code = served.code(served.site(served.district()))
    from desk.hub.tables_admin import ENROL_CODE

    (row,) = served.hub.db.read(lambda conn: conn.execute(ENROL_CODE.select()).all())
    text = repr(tuple(row))
    assert code not in text
    assert enrol.normal_code(code) not in text
