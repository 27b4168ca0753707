"""What a machine-read document gives a visit: its kind, what to look at, and nothing of it in any text."""

from __future__ import annotations

from datetime import date

import pytest

from desk.reception.rules import IdKind
from desk.reception.rules_card import CHILD, EXPIRED, MISREAD, NOT_YET, card_of
from drivers.cards.resident_text import identity
from drivers.simulated.cards import FIELDS
from drivers.simulated.cards import Card as Played

TODAY = date(2026, 5, 4)


@pytest.mark.parametrize(
    ("layout", "kind", "name"),
    [
        ("mainland", IdKind.RESIDENT, "测试甲"),
        ("hk_macau_taiwan", IdKind.HMT, "测试乙"),
        ("foreign_2017", IdKind.FOREIGN_PR, "样本"),
        ("foreign_2023", IdKind.FOREIGN_PR, "样例"),
    ],
)
def test_every_layout_of_card_is_a_kind_of_document(layout: str, kind: IdKind, name: str) -> None:
    assert layout in FIELDS
    card = card_of(identity(Played(layout, 1).text).fields, TODAY)
    assert card is not None
    assert (card.kind, card.name) == (kind, name)
    assert card.number not in repr(card)
    assert name not in repr(card)
    assert card.masked[3:-2].strip("*") == ""


@pytest.mark.parametrize(
    ("fields", "doubts"),
    [
        ({"birth": "2012-05-05"}, (CHILD,)),
        ({"birth": "2012-05-04"}, ()),
        ({"valid_to": "2026-05-03"}, (EXPIRED,)),
        ({"valid_to": "2026-05-04"}, ()),
        ({"valid_to": "long_term", "valid_from": ""}, ()),
        ({"valid_from": "2026-05-05"}, (NOT_YET,)),
        ({"number_fits": False, "valid_to": "2020-01-01"}, (EXPIRED, MISREAD)),
    ],
)
def test_what_a_person_should_look_at(fields: dict[str, str | bool], doubts: tuple[str, ...]) -> None:
    card = card_of({"layout": "mainland", "name": "测试甲", **fields}, TODAY)
    assert card is not None
    assert card.doubts == doubts


def test_a_latin_name_stands_for_a_missing_one_and_none_is_no_card() -> None:
    latin = card_of({"layout": "foreign_2017", "name": "", "name_latin": "SAMPLE, PERSON"}, TODAY)
    assert latin is not None
    assert latin.name == "SAMPLE, PERSON"
    assert card_of({"layout": "mainland", "name": ""}, TODAY) is None
