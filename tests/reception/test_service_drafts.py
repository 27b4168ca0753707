"""A form half filled in is kept here alone, and not for long."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from desk.core.clock import DAY_MS, HOUR_MS
from desk.core.errors import Refused
from desk.operators.rules import SYSTEM
from desk.reception.reads_drafts import kept_draft
from desk.reception.service_drafts import drop_draft, forget_drafts, keep_draft
from desk.store.tables import Outbox
from tests.reception.conftest import Gate


def test_the_newest_words_are_kept_and_taken_away(gate: Gate) -> None:
    gate.do(keep_draft, "admit", {"name": "欧"})
    gate.do(keep_draft, "admit", {"name": "欧阳测试"})
    assert gate.ask(kept_draft, "admit") == {"name": "欧阳测试"}
    assert gate.ask(kept_draft, "other") == {}
    gate.do(drop_draft, "admit")
    assert gate.ask(kept_draft, "admit") == {}


def test_a_draft_is_never_sent(gate: Gate) -> None:
    def lines(r: object) -> int:
        return int(r.conn.execute(select(func.count()).select_from(Outbox)).scalar_one())  # type: ignore[attr-defined]

    before = gate.ask(lines)
    gate.do(keep_draft, "admit", {"name": "欧阳测试"})
    assert gate.ask(lines) == before


def test_yesterdays_draft_is_not_offered_and_goes_at_night(gate: Gate) -> None:
    gate.do(keep_draft, "admit", {"name": "欧阳测试"})
    gate.clock.advance(13 * HOUR_MS)
    assert gate.ask(kept_draft, "admit") == {}
    with gate.store.unit(SYSTEM) as u:
        assert forget_drafts(u, u.now - DAY_MS) == 0
        assert forget_drafts(u, u.now) == 1


def test_only_those_who_admit_keep_drafts(gate: Gate) -> None:
    with pytest.raises(Refused, match=r"right\.missing"), gate.store.unit(SYSTEM) as u:
        keep_draft(u, "admit", {})
