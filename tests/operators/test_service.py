"""Verbs on operators: each refuses without its right, and nobody can lock everyone out."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import select

from desk.core.actor import Actor
from desk.core.errors import Refused
from desk.operators import reads, service
from desk.operators.rules import RIGHTS, Role, actor_of
from desk.operators.tables import Operator
from desk.store.store import Store
from desk.store.unit import Unit
from tests.fakes import outbox as outbox_fake
from tests.operators.conftest import OTHER_PIN, PIN, Add

SOMEONE = "f" * 32
VERBS: dict[str, tuple[str, Callable[[Unit, str], object]]] = {
    "add_operator": ("operators.edit", lambda u, x: service.add_operator(u, "李四", "guard")),
    "edit_operator": ("operators.edit", lambda u, x: service.edit_operator(u, x, role="guard")),
    "set_pin": ("operators.edit", lambda u, x: service.set_pin(u, x, OTHER_PIN)),
    "bind_badge": ("operators.edit", lambda u, x: service.bind_badge(u, x, "04A1B2C3D4")),
    "issue_badge": ("operators.edit", lambda u, x: service.issue_badge(u, x)),
    "note_badge_photo": ("operators.edit", lambda u, x: service.note_badge_photo(u, x)),
    "clear_badge": ("operators.edit", lambda u, x: service.clear_badge(u, x)),
    "vouch": ("operators.vouch", lambda u, x: service.vouch(u, "赵小明", u.now + 1)),
}
WITHOUT_RIGHT = {"make_first_manager"}  # guarded by there being no manager


def test_the_matrix_names_every_verb() -> None:
    verbs = {n for n, f in vars(service).items() if callable(f) and not n.startswith("_") and f.__module__ == service.__name__}  # fmt: skip
    assert verbs == set(VERBS) | WITHOUT_RIGHT


@pytest.mark.parametrize("role", [*Role, "locked", "nobody"])
@pytest.mark.parametrize("verb", VERBS)
def test_rights_matrix(verb: str, role: str, store: Store, add: Add) -> None:
    right, call = VERBS[verb]
    someone = add("王桂芳", "volunteer", PIN).operator_id
    if role in RIGHTS[right]:
        with store.unit(actor_of(SOMEONE, role)) as u:
            call(u, someone)
        return
    with pytest.raises(Refused) as refused, store.unit(actor_of(SOMEONE, role)) as u:
        call(u, someone)
    assert refused.value.code == "right.missing"
    assert refused.value.facts == {"right": right, "role": role}


def test_ones_own_pin_needs_no_right_but_not_while_locked(store: Store, add: Add) -> None:
    chip = add("王桂芳", "volunteer", PIN)
    with store.unit(actor_of(chip.operator_id, "volunteer")) as u:
        service.set_pin(u, chip.operator_id, OTHER_PIN)
    with pytest.raises(Refused), store.unit(Actor(chip.operator_id, "locked")) as u:
        service.set_pin(u, chip.operator_id, PIN)


def test_the_last_manager_stays(store: Store, actor: Actor, add: Add) -> None:
    one = add("李四", "manager", PIN)
    add("王五", "manager")  # cannot sign on: no PIN, no badge
    for change in ({"role": "guard"}, {"active": False}):
        with pytest.raises(Refused) as refused, store.unit(actor) as u:
            service.edit_operator(u, one.operator_id, **change)  # type: ignore[arg-type]
        assert refused.value.code == "operator.last_manager"
    add("赵六", "manager", OTHER_PIN)
    with store.unit(actor) as u:
        assert service.edit_operator(u, one.operator_id, active=False) is None


def test_labels_differ_and_follow_a_new_name(store: Store, actor: Actor, add: Add) -> None:
    assert [add(name).label for name in ("王桂芳", "王建国", "王卫国", "王爱国")] == ["王老师", "王*国老师", "王老师2", "王老师3"]  # fmt: skip
    first = add("李四")
    with store.unit(actor) as u:
        renamed = service.edit_operator(u, first.operator_id, display_name="  李\u202e五 ")
    assert renamed is not None
    assert renamed.label == "李老师"
    with store.reading() as r:
        assert "李五" in {o.display_name for o in reads.everyone(r)}


@pytest.mark.parametrize(("name", "role", "code"), [(" \u200b", "guard", "operator.name_empty"), ("李四", "root", "operator.role_unknown")])  # fmt: skip
def test_bad_input(name: str, role: str, code: str, store: Store, actor: Actor) -> None:
    with pytest.raises(Refused) as refused, store.unit(actor) as u:
        service.add_operator(u, name, role)
    assert refused.value.code == code


def test_a_badge_belongs_to_one(store: Store, actor: Actor, add: Add) -> None:
    one, two = add("李四"), add("王五")
    with store.unit(actor) as u:
        service.bind_badge(u, one.operator_id, "04A1B2C3D4")
        service.bind_badge(u, one.operator_id, "04A1B2C3D4")
    for text, code in (("04A1B2C3D4", "operator.badge_taken"), ("1234", "operator.badge_short")):
        with pytest.raises(Refused) as refused, store.unit(actor) as u:
            service.bind_badge(u, two.operator_id, text)
        assert refused.value.code == code
    with store.unit(actor) as u:
        service.clear_badge(u, one.operator_id)
        assert reads.owner_of_badge(u, "04A1B2C3D4") is None


def test_no_pin_stands_anywhere_and_equal_pins_look_different(store: Store, add: Add) -> None:
    add("李四", "guard", "60417352")
    add("王五", "guard", "60417352")
    with store.reading() as r:
        hashes = r.conn.execute(select(Operator.pin_hash)).scalars().all()
    assert len(set(hashes)) == 2
    assert all(h.startswith("$argon2id$") for h in hashes)
    assert "60417352" not in outbox_fake.text(store)


def test_lists(store: Store, actor: Actor, add: Add) -> None:
    one, gone = add("李四", "guard", PIN), add("王五", "guard")
    with store.unit(actor) as u:
        service.edit_operator(u, gone.operator_id, active=False)
        service.vouch(u, "赵小明", u.now + 1000)
        late = service.vouch(u, "钱小亮", u.now)
    with store.reading() as r:
        assert [c.label for c in reads.sign_on_list(r)] == ["李老师", "赵老师"]
        assert late.operator_id in reads.labels(r)
        assert reads.chip(r, one.operator_id) == one
        assert [o.active for o in reads.everyone(r)][-1] is False
        assert len(reads.everyone(r, with_inactive=False)) == 3
