"""Reception days: from the roster, several matters a visit, nobody goes without an answer or a day."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desk.core.clock import DAY_MS, HOUR_MS
from desk.core.errors import Refused
from desk.core.ids import new_id
from desk.hearings import reads, service
from desk.hearings.drafts import ANONYMOUS, MatterDraft
from desk.hearings.rules import Category, Confirmed, Receiver, SittingState
from desk.hearings.service_sittings import sitting_id_of
from desk.hearings.views import SittingCard
from desk.store.store import Store
from tests.hearings.conftest import WHO, Window

LIU = Receiver("a" * 32, "刘书记", "branch")
SHIFT = "b" * 32


def plan(window: Window) -> service.Plan:
    now = window.clock.now_ms()
    with window.store.reading() as r:
        gate = r.gate_id
    day = window.ask(lambda r: r.now)
    assert day == now
    return service.Plan(SHIFT, "2026-11-18", now, now + 2 * HOUR_MS, "南门接待室", gate, (LIU,))


def sitting(window: Window) -> str:
    one = plan(window)
    window.do(service.plan, [one])
    return sitting_id_of(SHIFT)


def card(window: Window, sitting_id: str) -> SittingCard:
    found = window.ask(reads.sitting, window.actor, sitting_id)
    assert isinstance(found, SittingCard)
    return found


def draft(window: Window, text: str = "楼道堆物", **fields: object) -> MatterDraft:
    return MatterDraft(window.new_id(), Category.HYGIENE, text, **fields)  # type: ignore[arg-type]


def test_the_roster_makes_one_sitting_at_every_desk_and_it_follows(window: Window) -> None:
    one = plan(window)
    assert window.do(service.plan, [one]) == 1
    assert window.do(service.plan, [one]) == 0
    assert window.do(service.plan, [replace(one, place="北门")]) == 1
    found = card(window, sitting_id_of(SHIFT)).row
    assert (found.place, found.state, found.receivers) == ("北门", SittingState.PLANNED, (LIU,))
    assert window.do(service.drop_planned, [SHIFT]) == 1
    with pytest.raises(Refused, match=r"sitting\.gone"):
        card(window, found.id)


def test_a_begun_sitting_follows_no_roster(window: Window) -> None:
    one = plan(window)
    sitting_id = sitting(window)
    assert window.do(service.open_sitting, sitting_id)
    assert not window.do(service.open_sitting, sitting_id)
    assert window.do(service.plan, [replace(one, place="北门")]) == 0
    assert window.do(service.drop_planned, [SHIFT]) == 0


def test_one_visit_with_several_matters_is_written_once(window: Window) -> None:
    sitting_id, hearing_id = sitting(window), window.new_id()
    matters = [draft(window, answer="已联系保洁"), draft(window, "灯不亮", due_at=window.clock.now_ms() + DAY_MS)]
    numbers = window.do(service.record_visit, sitting_id, hearing_id, WHO, matters)
    assert window.do(service.record_visit, sitting_id, hearing_id, WHO, matters) == numbers
    found = card(window, sitting_id)
    assert (found.row.state, found.row.heard, found.row.matters, found.row.unsettled) == (SittingState.OPEN, 1, 2, 0)
    assert found.visits[0].reporter.name == "邹*"
    window.do(service.close_sitting, sitting_id)
    assert card(window, sitting_id).row.state is SittingState.CLOSED
    with pytest.raises(Refused, match=r"sitting\.closed"):
        window.do(service.record_visit, sitting_id, window.new_id(), WHO, [draft(window)])


def test_it_does_not_end_over_a_matter_without_answer_or_day(window: Window) -> None:
    sitting_id, loose = sitting(window), draft(window)
    window.do(service.record_visit, sitting_id, window.new_id(), WHO, [loose])
    with pytest.raises(Refused) as refused:
        window.do(service.close_sitting, sitting_id)
    assert (refused.value.code, refused.value.facts) == ("sitting.unsettled", {"n": 1})
    window.do(service.assign, loose.matter_id, "property", window.clock.now_ms() + DAY_MS)
    window.do(service.close_sitting, sitting_id)


def test_two_sides_of_a_quarrel_stay_apart(window: Window) -> None:
    sitting_id, one, other = sitting(window), window.new_id(), window.new_id()
    window.do(service.record_visit, sitting_id, one, WHO, [draft(window, "楼上太吵", mediation=True)])
    window.do(
        lambda u: service.record_visit(
            u,
            sitting_id,
            other,
            ANONYMOUS,
            [draft(window, "没有吵", mediation=True)],
            mediation=True,
            other_side_of=one,
        )
    )
    visits = sorted(card(window, sitting_id).visits, key=lambda visit: visit.reporter.hearing_id != one)
    assert [visit.reporter.mediation for visit in visits] == [True, True]
    assert visits[1].reporter.other_side_of == one
    assert [len(visit.matters) for visit in visits] == [1, 1]


def test_somebody_unnamed_is_counted_and_nothing_else(window: Window) -> None:
    sitting_id = sitting(window)
    nobody = replace(WHO, anonymous=True)
    window.do(service.record_visit, sitting_id, window.new_id(), nobody, [draft(window)])
    reporter = card(window, sitting_id).visits[0].reporter
    assert (reporter.anonymous, reporter.name, reporter.phone) == (True, "", "")
    with pytest.raises(Refused, match=r"hearing\.nobody"):
        window.do(service.reveal_reporter, reporter.hearing_id, "resident_asks")


def test_a_substitute_stands_beside_the_name_of_the_absent(window: Window) -> None:
    sitting_id = sitting(window)
    window.do(service.stand_in, sitting_id, LIU.member, Receiver("", "陈主任", "committee"))
    assert card(window, sitting_id).row.receivers == (Receiver("", "陈主任", "committee", LIU.member),)
    assert window.do(service.plan, [plan(window)]) == 0


def test_a_substitute_takes_the_place_of_somebody_who_is_in_no_team(window: Window) -> None:
    guest = Receiver("", "周书记", "branch")
    sitting_id = window.do(
        service.begin, day="2026-11-19", end_at=window.clock.now_ms() + HOUR_MS, place="", receivers=[guest, LIU]
    )
    window.do(service.stand_in, sitting_id, "周书记", Receiver("", "陈主任", "committee"))
    assert card(window, sitting_id).row.receivers == (LIU, Receiver("", "陈主任", "committee", "周书记"))


def test_confirmed_by_signature_needs_one(window: Window) -> None:
    sitting_id, hearing_id = sitting(window), window.new_id()
    window.do(service.record_visit, sitting_id, hearing_id, WHO, [draft(window)])
    with pytest.raises(Refused, match=r"hearing\.signature"):
        window.do(service.confirm_hearing, hearing_id, Confirmed.SIGNATURE)
    window.do(service.confirm_hearing, hearing_id, Confirmed.READ_BACK)
    assert card(window, sitting_id).visits[0].reporter.confirmed == "read_back"


def test_a_sitting_in_no_roster_begins_now(window: Window) -> None:
    end = window.clock.now_ms() + HOUR_MS
    with pytest.raises(Refused, match=r"sitting\.receivers"):
        window.do(lambda u: service.begin(u, day="2026-11-18", end_at=end))
    sitting_id = window.do(lambda u: service.begin(u, day="2026-11-18", end_at=end, receivers=(LIU,)))
    assert card(window, sitting_id).row.state is SittingState.OPEN
    assert sitting_id in {row.id for row in window.ask(reads.today)}


def test_today_and_what_comes(window: Window, store: Store) -> None:
    one = plan(window)
    later = replace(one, shift_id=new_id(1), day="2099-01-01", start_at=one.start_at + DAY_MS)
    window.do(service.plan, [later])
    assert [row.day for row in window.ask(reads.coming)] == ["2099-01-01"]
    assert window.ask(reads.past) == ()
