"""The disclosure register and requests of people about their own data, and who may write them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desk.core.actor import Actor
from desk.core.clock import DAY_MS
from desk.core.errors import Refused
from desk.operators.rules import RIGHTS, Role, actor_of
from desk.records import reads_privacy, retention, service_holds, service_privacy
from desk.store.store import Store
from desk.store.unit import Unit
from tests.fakes.clock import FakeClock

GIVEN = {"authority": "某派出所", "officer": "周警官", "document": "1 号", "scope": "一天", "given": "两行"}
SOMEONE = "f" * 32
VERBS: dict[str, tuple[str, Callable[[Unit], object]]] = {
    "note_disclosure": ("disclosure", lambda u: service_privacy.note_disclosure(u, **GIVEN)),
    "take_request": ("privacy.take", lambda u: service_privacy.take_request(u, "copy", asked_by="赵测试")),
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
        eid = service_privacy.note_disclosure(u, **GIVEN)
    with store.reading() as r:
        (line,) = reads_privacy.disclosures(r)
    assert (line.id, line.officer, line.operator_id) == (eid, "周警官", actor.operator_id)


@pytest.mark.parametrize("field", list(GIVEN))
def test_the_register_wants_every_field(store: Store, actor: Actor, field: str) -> None:
    with pytest.raises(Refused) as refused, store.unit(actor) as u:
        service_privacy.note_disclosure(u, **{**GIVEN, field: " \u200b"})
    assert (refused.value.code, refused.value.facts) == ("disclosure.incomplete", {"field": field})


def test_a_request_is_open_until_answered_and_the_last_answer_counts(store: Store, actor: Actor, clock: FakeClock) -> None:  # fmt: skip
    with store.unit(actor) as u:
        eid = service_privacy.take_request(u, "delete", asked_by="赵测试", contact="0000", subject_kind="person", subject_id=SOMEONE)  # fmt: skip
    with store.reading() as r:
        (view,) = reads_privacy.requests(r, open_only=True)
    assert view.due_at == clock.now_ms() + 15 * DAY_MS
    assert not view.overdue(view.due_at)
    assert view.overdue(view.due_at + 1)
    with store.unit(actor) as u:
        service_privacy.answer_request(u, eid, "refused", "法定保存期未满")
        service_privacy.answer_request(u, eid, "granted")
    with store.reading() as r:
        assert reads_privacy.requests(r, open_only=True) == []
        assert reads_privacy.requests(r)[0].outcome == "granted"


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda u: service_privacy.take_request(u, "sing", asked_by="赵测试"), "privacy.kind"),
        (lambda u: service_privacy.take_request(u, "copy", asked_by=" "), "privacy.asked_by_empty"),
        (lambda u: service_privacy.answer_request(u, SOMEONE, "maybe"), "privacy.outcome"),
        (lambda u: service_privacy.answer_request(u, SOMEONE, "refused"), "privacy.reason_empty"),
        (lambda u: service_privacy.answer_request(u, SOMEONE, "granted"), "store.gone"),
    ],
)
def test_refusals(store: Store, actor: Actor, call: Callable[[Unit], object], code: str) -> None:
    with pytest.raises(Refused) as refused, store.unit(actor) as u:
        call(u)
    assert refused.value.code == code
