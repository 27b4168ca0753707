"""Things go out and come back at a real window: codes, names, emergencies, kits, several at once, two presses."""

from __future__ import annotations

import pytest

from desk.core.clock import DAY_MS, HOUR_MS, MINUTE_MS
from desk.core.errors import Refused
from desk.lending import reads, service
from desk.lending.drafts import AssetDraft, Back, LendDraft, Pick, ReserveDraft, To
from desk.lending.rules import Bar, How, Stage, Used
from desk.lending.rules_asset import AssetClass, Condition, Step
from desk.lending.views import AssetCard, LoanRow
from desk.store.tables import Gate
from tests.lending.conftest import LI, Window


def out(window: Window) -> tuple[LoanRow, ...]:
    return window.ask(reads.open_loans)  # type: ignore[no-any-return]


def test_several_at_once_by_household_code_keep_nothing_but_the_household(window: Window) -> None:
    lent = window.lend(window.chair, window.trolley)
    rows = window.ask(reads.of_household, window.home)
    assert {row.id for row in rows} == set(lent.loans)
    assert {row.with_others for row in rows} == {2}
    assert (rows[0].who.name, rows[0].who.phone, rows[0].who.place) == ("", "", "3-1-12**")
    assert lent.due_at == window.clock.now_ms() + 2 * HOUR_MS  # the trolley's, which is the sooner one
    assert window.thing(window.chair).bars == (Bar.OUT,)


def test_pressed_twice_it_is_lent_once(window: Window) -> None:
    draft = LendDraft(window.new_id(), (Pick(window.trolley),), LI)
    first = window.do(service.lend, draft)
    again = window.do(service.lend, draft)
    assert (again.repeated, again.loans) == (True, first.loans)
    assert len(out(window)) == 1


def test_a_name_is_masked_and_revealed_with_a_reason(window: Window) -> None:
    lent = window.lend(window.trolley, to=LI)
    who = out(window)[0].who
    assert (who.name, who.phone, who.place) == ("李*", "*******1234", "3-1-12**")
    with pytest.raises(Refused, match=r"people\.reason_missing"):
        window.do(service.reveal, lent.lending_id, "")
    full = window.do(service.reveal, lent.lending_id, "resident_asks")
    assert (full.name, full.phone, full.place) == ("李测试", "10400001234", "3-1-1202")


def test_taken_now_and_written_down_later(window: Window) -> None:
    window.clock.advance(1)
    window.do(service.mark, window.chair, Step.DAMAGED)
    lent = window.do(service.take_now, window.new_id(), window.chair)
    row = out(window)[0]
    assert (row.who.known, row.emergency, row.over) == (False, True, "damaged")
    assert window.ask(reads.summary).unknown == 1
    with pytest.raises(Refused, match=r"lending\.who"):
        window.do(service.identify, lent.lending_id, To())
    window.do(service.identify, lent.lending_id, window.by_code)
    assert window.ask(reads.summary).unknown == 0
    assert window.ask(reads.of_household, window.home)[0].id == row.id


def test_nobody_borrows_without_a_name_unless_it_burns(window: Window) -> None:
    with pytest.raises(Refused, match=r"lending\.who"):
        window.lend(window.chair, to=To())


def test_anyone_returns_with_one_scan(window: Window) -> None:
    window.lend(window.chair, hours=1)
    window.clock.advance(3 * HOUR_MS)
    given = window.do(service.give_back, window.chair)
    assert (given.condition, given.late_ms, given.others) == (Condition.OK, 2 * HOUR_MS, 0)
    assert window.thing(window.chair).free
    assert out(window) == ()


def test_a_wheelchair_not_wiped_is_not_lent_until_it_is(window: Window) -> None:
    window.lend(window.chair)
    window.do(service.give_back, window.chair, Back(wiped=False))
    assert window.thing(window.chair).bars == (Bar.DIRTY,)
    with pytest.raises(Refused) as refused:
        window.lend(window.chair)
    assert (refused.value.code, refused.value.facts["bar"]) == ("lending.barred", "dirty")
    window.clock.advance(1)
    assert window.do(service.put_right, window.chair) is Condition.OK
    window.lend(window.chair)


def test_what_is_gone_from_a_kit_keeps_it_in_until_it_is_filled(window: Window) -> None:
    window.lend(window.kit, over=frozenset({Bar.EXPIRED}))
    with pytest.raises(Refused, match=r"lending\.not_in_kit"):
        window.do(service.give_back, window.kit, Back(missing=(Used("剪刀", 1),)))
    given = window.do(service.give_back, window.kit, Back(missing=(Used("创可贴", 4),), note="用了四片"))
    assert given.condition is Condition.INCOMPLETE
    assert window.thing(window.kit).missing == (Used("创可贴", 4),)
    window.clock.advance(1)
    assert window.do(service.restock, window.kit, [Used("创可贴", 1)]) is Condition.INCOMPLETE
    window.clock.advance(1)
    assert window.do(service.restock, window.kit) is Condition.OK
    assert window.thing(window.kit).bars == (Bar.EXPIRED,)
    assert [part.name for part in window.thing(window.kit).expired] == ["碘伏"]
    found: AssetCard = window.ask(reads.card, window.kit)
    assert {row.what for row in found.steps} == {"lent", "returned", "restocked", "noted"}


def test_pieces_are_given_and_counted_not_lent(window: Window) -> None:
    with pytest.raises(Refused) as refused:
        window.lend(window.coats)
    assert refused.value.facts["bar"] == "none_left"
    assert window.do(service.bought, window.coats, 5) == 5
    window.do(service.lend, LendDraft(window.new_id(), (Pick(window.coats, 3),), window.by_code))
    row = window.thing(window.coats)
    assert (row.left, row.low) == (2, True)
    assert out(window) == ()
    assert window.do(service.counted, window.coats, 1) == 1
    assert window.thing(window.coats).left == 1


def test_it_stands_here_though_it_is_written_down_as_out(window: Window) -> None:
    first = window.lend(window.trolley)
    with pytest.raises(Refused, match=r"lending\.barred"):
        window.lend(window.trolley, to=LI)
    second = window.lend(window.trolley, to=LI, over=frozenset({Bar.OUT}))
    assert [row.id for row in out(window)] == list(second.loans)
    assert window.ask(reads.loan, first.loans[0]).state == "returned"


def test_a_reserved_thing_is_refused_to_others_and_found_for_its_own(window: Window) -> None:
    now = window.clock.now_ms()
    kept = window.do(
        service.reserve, ReserveDraft(window.new_id(), window.chair, now + HOUR_MS, now + 4 * HOUR_MS, window.by_code)
    )
    with pytest.raises(Refused) as refused:
        window.lend(window.chair, to=LI)
    assert refused.value.facts["bar"] == "reserved"
    window.lend(window.chair, to=LI, hours=0.5)  # back before it is wanted
    window.do(service.give_back, window.chair)
    window.lend(window.chair)
    assert window.ask(reads.reservations) == ()
    window.do(service.undo_lend, window.ask(reads.open_loans)[0].who.lending_id)
    assert [row.id for row in window.ask(reads.reservations)] == [kept]
    with pytest.raises(Refused, match=r"lending\.kept_then"):
        window.do(
            service.reserve, ReserveDraft(window.new_id(), window.chair, now + 2 * HOUR_MS, now + 5 * HOUR_MS, LI)
        )
    window.do(service.cancel, kept)
    with pytest.raises(Refused, match=r"lending\.not_kept"):
        window.do(service.ready, kept)


def test_longer_without_coming_back_unless_somebody_waits(window: Window) -> None:
    now = window.clock.now_ms()
    lent = window.lend(window.chair, hours=2)
    window.do(service.reserve, ReserveDraft(window.new_id(), window.chair, now + 4 * HOUR_MS, now + 6 * HOUR_MS, LI))
    window.do(service.extend, lent.loans[0], now + 3 * HOUR_MS)
    with pytest.raises(Refused, match=r"lending\.kept_then"):
        window.do(service.extend, lent.loans[0], now + 5 * HOUR_MS)
    with pytest.raises(Refused, match=r"lending\.due"):
        window.do(service.extend, lent.loans[0], now + 3 * HOUR_MS)
    row = out(window)[0]
    assert (row.due_at, row.extended) == (now + 3 * HOUR_MS, 1)


def test_a_kind_word_at_each_stage_once(window: Window) -> None:
    lent = window.lend(window.trolley, hours=1)
    seen = list[tuple[Stage, bool]]()
    due = window.clock.now_ms() + HOUR_MS
    shift = (due + 5 * HOUR_MS,)
    for minutes in (29, 2, 30, 120, 300):
        window.clock.advance(minutes * MINUTE_MS)
        row = window.ask(reads.open_loans, shift)[0]
        seen.append((row.stage, row.asks))
        if row.asks:
            window.do(service.remind, lent.loans[0], row.stage)
            assert not window.ask(reads.open_loans, shift)[0].asks
    assert seen == [
        (Stage.FINE, False), (Stage.SOON, True), (Stage.DUE, False), (Stage.LATE, True), (Stage.SHIFT, True),
    ]  # fmt: skip


def test_a_foreign_thing_is_warned_of_and_says_so(window: Window) -> None:
    with window.store.unit(window.actor) as u:
        north = u.add(Gate, name="北门")
    far = window.do(service.add_asset, AssetDraft("北门推车", gate_id=north))
    assert window.ask(reads.asset, far).bars == (Bar.AWAY,)
    assert far not in {row.id for row in window.ask(reads.assets)}
    window.lend(far, over=frozenset({Bar.AWAY}))
    assert out(window)[0].away


def test_what_was_pressed_by_mistake_is_taken_back(window: Window) -> None:
    lent = window.lend(window.chair, window.trolley)
    window.do(service.give_back, window.chair)
    with pytest.raises(Refused, match=r"lending\.not_out"):
        window.do(service.undo_lend, lent.lending_id)
    chair = next(row for row in window.ask(reads.of_lending, lent.lending_id) if row.asset_id == window.chair)
    window.do(service.undo_return, chair.id)
    assert len(out(window)) == 2
    window.do(service.undo_lend, lent.lending_id)
    assert out(window) == ()
    assert window.thing(window.chair).free


def test_lost_and_found_again(window: Window) -> None:
    lent = window.lend(window.trolley)
    with pytest.raises(Refused, match=r"lending\.still_out"):
        window.do(service.retire_asset, window.trolley)
    window.do(service.give_up, lent.loans[0])
    assert window.thing(window.trolley).bars == (Bar.LOST,)
    with pytest.raises(Refused, match=r"lending\.barred"):
        window.do(service.take_now, window.new_id(), window.trolley)
    window.clock.advance(DAY_MS)
    window.do(service.give_back, window.trolley)  # somebody brings it
    assert window.thing(window.trolley).free
    window.do(service.retire_asset, window.trolley)
    assert window.trolley not in {row.id for row in window.ask(reads.assets)}


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (AssetDraft("  "), "lending.name"),
        (AssetDraft("推车", lend_min=100_000), "lending.minutes"),
        (AssetDraft("推车", inspection_due="明天"), "lending.day"),
    ],
)
def test_the_book_takes_no_nonsense(window: Window, draft: AssetDraft, code: str) -> None:
    with pytest.raises(Refused, match=code.replace(".", r"\.")):
        window.do(service.add_asset, draft)


def test_what_can_be_given_away_is_not_taken_back(window: Window) -> None:
    with pytest.raises(Refused, match=r"lending\.consumable"):
        window.do(service.give_back, window.coats)
    with pytest.raises(Refused, match=r"lending\.not_consumable"):
        window.do(service.bought, window.chair, 1)
    assert window.thing(window.coats).cls is AssetClass.CONSUMABLE
    assert LI.how is How.NAME
