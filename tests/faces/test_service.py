"""Consent carries everything: who may be known, the code on the receipt, the count, and the end of a template."""

from __future__ import annotations

import numpy as np
import pytest

from desk.core.actor import Actor
from desk.core.clock import DAY_MS
from desk.core.errors import Refused
from desk.core.paths import Home
from desk.faces import reads, service, vault
from desk.faces.models import TEMPLATE_MODEL
from desk.faces.rules_kept import ends
from desk.faces.vault_file import Kept
from desk.people import service as people
from desk.store.store import Store
from tests.fakes.clock import FakeClock

NOTICE = "2026-1"


@pytest.fixture
def two(store: Store, actor: Actor) -> tuple[str, str]:
    with store.unit(actor) as u:
        door = people.add_household(u, "3", "1", "1202")
        made = [people.add_person(u, name, "10400000031") for name in ("欧阳兰", "司徒青")]
        for one in made:
            people.bind(u, one, door, "owner")
    return made[0], made[1]


def agreed(store: Store, actor: Actor, *persons: str) -> list[str]:
    with store.unit(actor) as u:
        return [service.agree(u, one, NOTICE) for one in persons]


def standing(store: Store) -> dict[str, str]:
    with store.reading() as r:
        return reads.standing(r)


def kept(consent: str, person: str) -> Kept:
    until, confirm = ends(1)
    vector = np.ones(128, "<f4").tobytes()
    return Kept(consent, person, vector, TEMPLATE_MODEL, 1, until, confirm)


def test_whoever_agreed_stands_until_they_take_it_back(store: Store, actor: Actor, two: tuple[str, str]) -> None:
    first, second = agreed(store, actor, *two)
    assert standing(store) == {first: two[0], second: two[1]}
    with store.unit(actor) as u:
        service.withdraw(u, two[0], NOTICE)
    assert standing(store) == {second: two[1]}
    with pytest.raises(Refused, match=r"faces\.not_enrolled"), store.unit(actor) as u:
        service.withdraw(u, two[0], NOTICE)


def test_a_consent_to_something_else_is_none(store: Store, actor: Actor, two: tuple[str, str]) -> None:
    with store.unit(actor) as u:
        people.give_consent(u, two[0], "public_display", NOTICE)
    assert standing(store) == {}


def test_agreeing_anew_is_another_enrolment(store: Store, actor: Actor, two: tuple[str, str], clock: FakeClock) -> None:
    (first,) = agreed(store, actor, two[0])
    clock.advance(1000)
    (anew,) = agreed(store, actor, two[0])
    assert standing(store) == {anew: two[0]}
    assert first != anew
    with store.reading() as r:
        assert reads.meter(r).people == 1


def test_the_code_of_the_receipt_names_who_withdraws(store: Store, actor: Actor, two: tuple[str, str]) -> None:
    consents = agreed(store, actor, *two)
    with store.reading() as r:
        code = service.withdrawal_code(r, consents[1])
        assert service.by_code(r, code.lower().replace("-", " ")).person_id == two[1]
        with pytest.raises(Refused, match=r"faces\.code_unknown"):
            service.by_code(r, "AAAA-BBBB-CCCC")
        with pytest.raises(Refused, match=r"faces\.code_shape"):
            service.by_code(r, "AAAA")
    with store.unit(actor) as u:
        service.withdraw(u, two[1], NOTICE)
    with store.reading() as r:
        assert not service.by_code(r, code).stands


def test_a_month_after_moving_out_it_is_over(
    store: Store, actor: Actor, two: tuple[str, str], clock: FakeClock
) -> None:
    (consent,) = agreed(store, actor, two[0])
    with store.unit(actor) as u:
        people.move_out(u, two[0], u.now)
    clock.advance(29 * DAY_MS)
    assert standing(store) == {consent: two[0]}
    clock.advance(2 * DAY_MS)
    assert standing(store) == {}


def test_a_withdrawal_ends_the_template_whatever_comes_between(
    store: Store, actor: Actor, two: tuple[str, str], home: Home
) -> None:
    first, second = agreed(store, actor, *two)
    open_vault = vault.opened(home, standing(store))
    open_vault.enrol(kept(first, two[0]))
    open_vault.enrol(kept(second, two[1]))
    with store.unit(actor) as u:
        service.withdraw(u, two[0], NOTICE)
    # The program stops here: the vault was not told.
    again = vault.opened(home, standing(store))
    assert set(again.usable(2)) == {two[1]}
    agreed(store, actor, two[0])
    assert set(vault.opened(home, standing(store)).usable(2)) == {two[1]}  # a new consent brings no old template back


def test_consents_that_came_from_another_desk_end_it_too(
    store: Store, actor: Actor, two: tuple[str, str], home: Home
) -> None:
    first, second = agreed(store, actor, *two)
    open_vault = vault.opened(home, standing(store))
    open_vault.enrol(kept(first, two[0]))
    with store.unit(actor) as u:
        people.withdraw_consent(u, two[0], "face", NOTICE)
    assert open_vault.keep_only(standing(store)) == [first]
    assert second not in open_vault.keep_only(standing(store))


def test_neither_log_nor_audit_says_more_than_ids(store: Store, actor: Actor, two: tuple[str, str]) -> None:
    (consent,) = agreed(store, actor, two[0])
    with store.reading() as r:
        lines = "".join(str(row) for row in r.conn.exec_driver_sql("SELECT action, detail FROM audit_line"))
        assert service.withdrawal_code(r, consent) not in lines
    assert "欧阳兰" not in lines
