"""The disclosure register and requests of people about their own data, and who may write them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from desk.core.actor import Actor
from desk.core.clock import DAY_MS, SiteTime
from desk.core.errors import Refused
from desk.operators.rules import RIGHTS, Role, actor_of
from desk.records import reads_privacy, retention, service_holds, service_privacy
from desk.records.rules_register import NEEDED, Entry, Wish
from desk.records.rules_requests import due_day
from desk.records.service_privacy import Asking
from desk.records.tables import Disclosure, PrivacyAnswer, PrivacyRequest
from desk.store.store import Store
from desk.store.unit import Unit
from tests.fakes.clock import FakeClock

GIVEN = Wish(
    "authority", "某派出所", "周警官", "1 号", "刑事诉讼法", "查案", data=("visits",), period_from="2026-11-01",
    period_until="2026-11-02", given="两行",
)  # fmt: skip
ASKED = Asking("copy", "赵测试", "document")
SOMEONE = "f" * 32
VERBS: dict[str, tuple[str, Callable[[Unit], object]]] = {
    "note_disclosure": ("disclosure", lambda u: service_privacy.note_disclosure(u, GIVEN)),
    "take_request": ("privacy.take", lambda u: service_privacy.take_request(u, ASKED)),
    "answer_request": ("privacy.settle", lambda u: service_privacy.answer_request(u, SOMEONE, "granted")),
    "place_hold": ("retention.hold", lambda u: service_holds.place_hold(u, "visit", SOMEONE, "x", "x", u.now + 1)),
    "release_hold": ("retention.hold", lambda u: service_holds.release_hold(u, SOMEONE)),
    "run_retention": ("retention.run", lambda u: retention.run_retention(u, ())),
    "set_days": ("settings.site", lambda u: retention.set_days(u, (), "x", 1)),
}


@pytest.mark.parametrize("role", [*Role, "locked", "nobody"])
@pytest.mark.parametrize("verb", VERBS)
def test_rights_matrix(verb: str, role: str, store: Store) -> None:
    right, call = VERBS[verb]
    code = ""
    try:
        with store.unit(actor_of(SOMEONE, role)) as u:
            call(u)
    except Refused as refused:
        code = refused.code
    assert (code == "right.missing") == (role not in RIGHTS[right])


def test_the_register(store: Store, actor: Actor) -> None:
    with store.unit(actor) as u:
        eid = service_privacy.note_disclosure(u, GIVEN)
    with store.reading() as r:
        (line,) = reads_privacy.disclosures(r)
    assert (line.id, line.officer, line.operator_id) == (eid, "周警官", actor.operator_id)
    assert (line.recipient, line.basis, line.data, line.period_until) == (
        "某派出所", "刑事诉讼法", ("visits",), "2026-11-02",
    )  # fmt: skip


@pytest.mark.parametrize(("entry", "field"), [(entry, field) for entry in Entry for field in NEEDED[entry]])
def test_the_register_wants_what_each_sort_must_say(store: Store, actor: Actor, entry: Entry, field: str) -> None:
    whole = replace(GIVEN, entry=entry.value, method="当面", basis="合同")
    with store.unit(actor) as u:
        service_privacy.note_disclosure(u, whole)
    with pytest.raises(Refused) as refused, store.unit(actor) as u:
        service_privacy.note_disclosure(u, replace(whole, **{field: " \u200b"}))
    assert (refused.value.code, refused.value.facts) == ("disclosure.incomplete", {"field": field})


def test_looking_at_recordings_names_no_kind_of_data(store: Store, actor: Actor) -> None:
    with store.unit(actor) as u:
        service_privacy.note_disclosure(u, replace(GIVEN, entry="viewing", data=()))
    with store.reading() as r:
        assert [(one.entry, one.data) for one in reads_privacy.disclosures(r)] == [("viewing", ())]


def test_what_0_1_wrote_stands_in_the_same_lists(store: Store, actor: Actor, clock: FakeClock) -> None:
    with store.unit(actor) as u:
        u.add(
            Disclosure, at=u.now - DAY_MS, operator_id=None, authority="某所", officer="赵", document="2 号", scope="一天",
            given="三行",
        )  # fmt: skip
        old = u.add(
            PrivacyRequest, at=u.now - DAY_MS, operator_id=None, kind="copy", asked_by="钱测试", due_at=u.now
        )  # fmt: skip
        u.add(PrivacyAnswer, request_id=old, at=u.now - DAY_MS, operator_id=None, outcome="refused", reason="没有")
        new = service_privacy.take_request(u, ASKED)
        service_privacy.note_disclosure(u, GIVEN)
    with store.reading() as r:
        assert [one.recipient for one in reads_privacy.disclosures(r)] == ["某派出所", "某所"]
        assert reads_privacy.count_disclosures(r, 0, clock.now_ms()) == 1
        assert [(one.id, one.outcome, one.reason) for one in reads_privacy.requests(r)] == [
            (new, "", ""), (old, "refused", "没有"),
        ]  # fmt: skip
    with store.unit(actor) as u:
        service_privacy.answer_request(u, old, "granted", said="给了一份")
    with store.reading() as r:
        assert reads_privacy.request(r, old).said == "给了一份"
        with pytest.raises(Refused, match=r"store\.gone"):
            reads_privacy.request(r, SOMEONE)


def test_a_request_is_open_until_answered_and_the_last_answer_counts(store: Store, actor: Actor, clock: FakeClock) -> None:  # fmt: skip
    with store.unit(actor) as u:
        asking = Asking("delete", "赵测试", "known", "person", SOMEONE, contact="0000")
        eid = service_privacy.take_request(u, asking)
    with store.reading() as r:
        (view,) = reads_privacy.requests(r, open_only=True)
    day = SiteTime().day
    assert day(view.due_at) == due_day(day(clock.now_ms()))
    assert day(view.due_at + 1) > day(view.due_at)
    assert not view.overdue(view.due_at)
    assert view.overdue(view.due_at + 1)
    with store.unit(actor) as u:
        service_privacy.answer_request(u, eid, "refused", "法定保存期未满")
    clock.advance(1)
    with store.unit(actor) as u:
        service_privacy.answer_request(u, eid, "granted")
    with store.reading() as r:
        assert reads_privacy.requests(r, open_only=True) == []
        assert reads_privacy.requests(r)[0].outcome == "granted"


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda u: service_privacy.take_request(u, replace(ASKED, kind="sing")), "privacy.kind"),
        (lambda u: service_privacy.take_request(u, replace(ASKED, asked_by=" ")), "privacy.asked_by_empty"),
        (lambda u: service_privacy.take_request(u, replace(ASKED, identified="")), "privacy.identified"),
        (lambda u: service_privacy.take_request(u, replace(ASKED, subject_kind="visitor")), "privacy.subject"),
        (lambda u: service_privacy.take_request(u, replace(ASKED, subject_kind="cat")), "privacy.subject"),
        (lambda u: service_privacy.note_disclosure(u, replace(GIVEN, entry="gift")), "disclosure.entry"),
        (lambda u: service_privacy.note_disclosure(u, replace(GIVEN, data=("gossip",))), "disclosure.data"),
        (lambda u: service_privacy.note_disclosure(u, replace(GIVEN, period_from="2026-11-03")), "disclosure.period"),
        (lambda u: service_privacy.note_disclosure(u, replace(GIVEN, period_until="soon")), "disclosure.period"),
        (lambda u: service_privacy.answer_request(u, SOMEONE, "maybe"), "privacy.outcome"),
        (lambda u: service_privacy.answer_request(u, SOMEONE, "refused"), "privacy.reason_empty"),
        (lambda u: service_privacy.answer_request(u, SOMEONE, "granted"), "store.gone"),
    ],
)
def test_refusals(store: Store, actor: Actor, call: Callable[[Unit], object], code: str) -> None:
    with pytest.raises(Refused) as refused, store.unit(actor) as u:
        call(u)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("asked", "due"),
    [
        ("2026-11-23", "2026-12-14"),
        ("2026-11-27", "2026-12-18"),
        ("2026-11-28", "2026-12-18"),
        ("2026-11-29", "2026-12-18"),
    ],
)
def test_fifteen_working_days(asked: str, due: str) -> None:
    assert due_day(date.fromisoformat(asked)) == date.fromisoformat(due)
