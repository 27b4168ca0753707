"""A standing pass or a permit opened: running or over, and who gave it out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desk.core.clock import DAY_MS
from desk.core.errors import Refused
from desk.reception import reads_grants, service
from desk.reception.rules import VisitorType
from desk.reception.rules_windows import Window
from tests.reception.conftest import Gate


def window(gate: Gate) -> Window:
    return Window(gate.clock.now_ms(), gate.clock.now_ms() + 30 * DAY_MS)


def a_permit(gate: Gate) -> str:
    return str(gate.do(service.add_permit, permit_no="装-7", company="测试装饰", window=window(gate), workers=["甲"]))


def a_pass(gate: Gate) -> str:
    standing_id, _ = gate.do(
        service.give_standing, household_id=gate.home, alias="司徒阿姨", visitor_type=VisitorType.DOMESTIC,
        window=window(gate),
    )  # fmt: skip
    return str(standing_id)


def test_who_gave_it_and_when_comes_from_the_trail(gate: Gate) -> None:
    at = gate.clock.now_ms()
    made = {"permit": a_permit(gate), "standing": a_pass(gate)}
    gate.clock.advance(DAY_MS)
    a_permit(gate)
    for kind, ref in made.items():
        assert gate.ask(reads_grants.given, kind, ref) == reads_grants.Given(at, gate.actor.operator_id)


def test_what_the_trail_does_not_know_has_no_giver(gate: Gate) -> None:
    assert gate.ask(reads_grants.given, "permit", gate.new_id()).operator_id == ""


def test_one_that_is_over_can_still_be_opened(gate: Gate) -> None:
    permit, standing = a_permit(gate), a_pass(gate)
    at = gate.clock.now_ms()
    gate.do(service.revoke_permit, permit)
    gate.do(service.revoke_standing, standing)
    gate.clock.advance(DAY_MS)
    gate.do(service.revoke_permit, permit)  # a second press
    seen = gate.ask(reads_grants.permit, permit)
    assert (seen.says, seen.revoked_at, seen.workers) == ("window.revoked", at, ("甲",))
    assert gate.ask(reads_grants.standing_pass, standing).says == "window.revoked"


@pytest.mark.parametrize(
    ("question", "code"),
    [(reads_grants.permit, r"permit\.gone"), (reads_grants.standing_pass, r"visit\.standing_gone")],
)
def test_one_that_never_was(gate: Gate, question: Callable[..., object], code: str) -> None:
    with pytest.raises(Refused, match=code):
        gate.ask(question, gate.new_id())
