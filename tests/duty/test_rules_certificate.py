from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.codes import token
from desk.core.errors import Refused
from desk.duty.rules_certificate import (
    CHARS,
    POSTED_MS,
    Act,
    Claims,
    Kind,
    Proof,
    State,
    check_step,
    found_in,
    is_number,
    lacks,
    number_of,
    prove,
    read,
    seal_of,
    sign,
    state_of,
)

SEED = bytes(range(32))
PUBLIC = token.public_key(SEED)
KEYS = {token.key_id(PUBLIC): PUBLIC}
ID = "0" * 31 + "a"
GOOD = Claims(
    token.key_id(PUBLIC), ID, "2026-12-20", "2026-01-01", "2026-12-19", 12_345, Kind.CERTIFICATE,
    number_of(2026, 4839127), seal_of(ID, "王秀兰", "31010419500101002X"),
)  # fmt: skip


@given(
    st.dates(min_value=date(2000, 1, 1), max_value=date(2170, 1, 1)),
    st.integers(0, 2**32 - 1), st.sampled_from(Kind), st.integers(0, 10**8 - 1), st.text(max_size=20),
)  # fmt: skip
def test_a_code_says_what_was_signed(day: date, minutes: int, kind: Kind, drawn: int, name: str) -> None:
    claims = replace(
        GOOD, issued_day=str(day), minutes=minutes, kind=kind, number=number_of(2026, drawn), seal=seal_of(ID, name, "")
    )
    text = sign(SEED, claims)
    found = read(text)
    assert len(text) == CHARS
    assert found is not None
    assert found[0] == claims
    assert prove(*found, KEYS) is Proof.GOOD


@given(st.integers(3, CHARS - 1), st.sampled_from("0123456789ABCXYZ $%*+-./:"))
def test_one_letter_changed_proves_nothing(at: int, letter: str) -> None:
    text = sign(SEED, GOOD)
    changed = text[:at] + letter + text[at + 1 :]
    found = read(changed)
    if changed != text and found is not None:
        assert prove(*found, KEYS) is not Proof.GOOD


def test_under_another_key_it_is_another_site_s() -> None:
    found = read(sign(bytes(32), GOOD))
    assert found is not None
    assert prove(*found, KEYS) is Proof.OTHER_KEY


@given(st.text(max_size=300))
def test_any_text_is_read_or_not(text: str) -> None:
    assert read(text) is None or text.startswith("V1:")


def test_the_code_is_found_in_a_file() -> None:
    text = sign(SEED, GOOD)
    assert found_in(b"%PDF-1.7 V1: x " + text.encode() + b"</dc:source>") == text
    assert found_in(b"%PDF-1.7 V1:" + bytes(500)) == ""


def test_the_seal_is_the_holder_s() -> None:
    assert seal_of(ID, " 王秀兰 ", "31010419500101002x") == GOOD.seal
    assert seal_of(ID, "王秀梅", "31010419500101002X") != GOOD.seal
    assert seal_of("0" * 32, "王秀兰", "31010419500101002X") != GOOD.seal


@given(st.integers(0, 10**8 - 1))
def test_a_number_tells_a_slip_of_the_pen(drawn: int) -> None:
    number = number_of(2026, drawn)
    assert is_number(number)
    last = "0" if number[-1] != "0" else "1"
    assert not is_number(number[:-1] + last)


STEPS = [(1, "a", Act.APPLIED), (2, "b", Act.ACCEPTED), (3, "c", Act.ISSUED), (4, "d", Act.POSTED)]


@given(st.permutations(STEPS))
def test_where_it_stands_does_not_hang_on_the_order(acts: list[tuple[int, str, Act]]) -> None:
    assert state_of(acts, 5) is State.POSTED
    assert state_of(acts, 4 + POSTED_MS) is State.DONE
    assert state_of([*acts, (9, "e", Act.WITHDRAWN)], 4 + POSTED_MS) is State.WITHDRAWN


def test_each_step_after_the_one_before() -> None:
    assert state_of(STEPS[:1], 9) is State.APPLIED
    assert state_of([*STEPS[:1], (2, "x", Act.REFUSED)], 9) is State.REFUSED
    for state, act in (
        (State.APPLIED, Act.ISSUED), (State.ISSUED, Act.ISSUED), (State.ACCEPTED, Act.POSTED),
        (State.APPLIED, Act.WITHDRAWN), (State.WITHDRAWN, Act.POSTED), (State.DONE, Act.REFUSED),
    ):  # fmt: skip
        with pytest.raises(Refused) as refused:
            check_step(state, act)
        assert refused.value.code == "certificate.step"
    check_step(State.DONE, Act.WITHDRAWN)


def test_what_the_four_blocks_lack() -> None:
    assert lacks({"name": "王秀兰"}, {}, Kind.STATEMENT) == []
    assert lacks({"name": "王秀兰"}, {"name": "锦绣苑", "head": "周"}, Kind.CERTIFICATE) == [
        "holder.id_kind", "holder.id_no", "issuer.handler", "issuer.contact",
    ]  # fmt: skip
