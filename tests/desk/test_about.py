"""No table of the store is forgotten: each says what erases it or why nothing does, and how its person is found or why nobody."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Table

from desk import app
from desk.about import CARES
from desk.erasing import rules
from desk.store.schema import Base
from desk.wire.sharing import Sharing
from ui.paper import about_words

app.import_rooms()
TABLES: dict[str, Table] = dict(Base.metadata.tables)
KEPT_IN_WORDS = {  # sealed words that no rule erases: each a decision, told in decision 032
    "operator": "label and name of who signs on: the trail names them by it",
    "binding": "", "wearer": "", "service_record": "", "service_certificate": "", "owner_body": "", "asset": "",
}  # fmt: skip


def test_every_table_is_there_and_none_that_is_not() -> None:
    assert set(CARES) == set(TABLES)


@pytest.mark.parametrize("kind", sorted(CARES))
def test_each_says_what_erases_it_or_why_nothing_does(kind: str) -> None:
    care = CARES[kind]
    known = {one.kind for one in rules()}
    assert set(care.retention) <= known, "no such rule"
    assert bool(care.retention) != bool(care.never), "a rule, or a reason, and not both"
    assert care.retention or len(care.never) > 10


@pytest.mark.parametrize("kind", sorted(CARES))
def test_each_says_how_its_person_is_found_or_why_nobody(kind: str) -> None:
    care, table = CARES[kind], TABLES[kind]
    assert (care.found is None) == bool(care.nobody)
    if care.found is None:
        assert len(care.nobody) > 10
        return
    named = {
        *care.found.by,
        *care.own,
        *care.others,
        *([care.at] if care.at else []),
        *([care.found.name] if care.found.name else []),
    }
    assert named <= set(table.c.keys())
    order = list(CARES)
    for of in care.found.by.values():
        before, _, column = of.partition(".")
        if column:
            assert column in TABLES[before].c
            assert order.index(before) < order.index(kind), "what it is found by comes first"


def test_every_rule_erases_a_kind_that_says_so() -> None:
    families = {rule.split(".")[0] for care in CARES.values() for rule in care.retention}
    assert {one.kind.split(".")[0] for one in rules()} <= families


def _sealed(kind: str) -> Iterator[str]:
    yield from (column.name for column in TABLES[kind].c if column.info.get("cls") == Sharing.SEALED.value)


def test_sealed_words_without_a_rule_are_few_and_named() -> None:
    speak = {kind for kind, care in CARES.items() if care.never and list(_sealed(kind))}
    assert speak <= {*KEPT_IN_WORDS, "code", "handover", "house"}


@pytest.mark.parametrize("kind", sorted(kind for kind, care in CARES.items() if care.found))
def test_paper_has_words_for_each(kind: str) -> None:
    assert about_words.kind(kind) != kind
    assert about_words.purpose(kind)
    for column in (*CARES[kind].own, *CARES[kind].others):
        assert about_words.column(column) != column
