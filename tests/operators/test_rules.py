"""The rights table says what DOMAIN C20 asks; chips show no full name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.operators.rules import RIGHTS, Role, chip_labels, needs_pin_to_switch, rights_of

NAMED = """scan visit.admit visit.fast visit.checkout visit.bulk_checkout visit.correct visit.watch rollcall goods pass.issue
pass.revoke codes.issue codes.revoke codes.read people.read people.edit people.import people.browse people.reveal watch.edit
watch.review retention.hold settings.site settings.desk operators.edit operators.vouch audit.read export.visits export.people
backup restore device.edit disclosure clock.confirm""".split()


def test_every_right_of_the_plan_is_there_and_somebody_has_it() -> None:
    assert set(NAMED) <= set(RIGHTS)
    assert all(RIGHTS.values())


def test_a_technician_sees_no_personal_data() -> None:
    personal = ("people.", "visit.", "export.", "codes.", "watch.", "audit.", "disclosure", "rollcall", "privacy.")
    assert not [right for right in rights_of("technician") if right.startswith(personal)]


def test_a_volunteer_neither_browses_nor_exports_nor_imports() -> None:
    assert not rights_of("volunteer") & {"people.browse", "export.visits", "export.people", "people.import", "audit.read"}  # fmt: skip


def test_an_auditor_changes_nothing_at_the_window() -> None:
    reads = {"audit.read", "export.visits", "export.service", "codes.read", "duty.read", "alarms.read"}
    assert rights_of("auditor") == reads


def test_a_word_that_is_no_role_may_nothing() -> None:
    assert rights_of("root") == frozenset()


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [("王桂芳", "王老师", "王*芳老师"), ("欧阳修", "欧阳老师", "欧阳*修老师"), ("Anna Smith", "Anna", "Anna S."), ("阿依古丽·买买提", "阿依古丽老师", "阿依古丽*提老师")],
)  # fmt: skip
def test_chips(name: str, first: str, second: str) -> None:
    assert chip_labels(name)[:2] == (first, second)


@given(st.sampled_from(Role), st.sampled_from(Role))
def test_switching_up_always_asks_unless_told_never(one: Role, two: Role) -> None:
    assert not needs_pin_to_switch("never", one, two)
    assert needs_pin_to_switch("always", one, two)
    assert needs_pin_to_switch("higher", one, two) == bool(rights_of(two) - rights_of(one))
