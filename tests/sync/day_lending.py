"""The part of a day that is lent: the book, things out and back, kits, pieces, somebody without a name, things kept."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from desk.core.clock import HOUR_MS
from desk.core.ids import new_id
from desk.lending import reads, service
from desk.lending.drafts import AssetDraft, Back, LendDraft, Pick, ReserveDraft, To
from desk.lending.rules import Bar, How, Part, Stage, Used
from desk.lending.rules_asset import AssetClass, AssetKind, Condition, Step
from desk.store.unit import Reading
from tests.sync.gatehouse import Day, Gatehouse, at_gate

WHO = To(How.NAME, name="欧阳兰", phone="10400000002", door="3-1-1202", note="腿脚不便")


def lent(at: Gatehouse, home: str) -> None:
    """One of everything that can be done with things that are lent."""
    chair, kit, cart, coats = _book(at)
    code = To(How.CODE, home)
    both = _lend(at, code, chair, cart)
    at.do(service.sign, both, "")
    first = at.desk.ask(reads.of_lending, both)[0]
    at.do(service.extend, first.id, first.due_at + 48 * HOUR_MS)
    at.do(service.remind, first.id, Stage.SOON, "说晚上还")
    at.do(service.give_back, chair, Back(wiped=False, note="扶手松了"))
    at.do(service.put_right, chair)
    at.do(service.mark, chair, Step.INSPECTED)
    taken = new_id(at.clock.now_ms())
    at.do(service.take_now, taken, kit)
    at.do(service.identify, taken, WHO)
    at.do(service.give_back, kit, Back(missing=(Used("创可贴", 2),)))
    at.do(service.restock, kit, [Used("创可贴", 1)])
    at.do(service.bought, coats, 5)
    at.do(service.lend, LendDraft(new_id(at.clock.now_ms()), (Pick(coats, 2),), WHO))
    at.do(service.counted, coats, 2)
    wrong = _lend(at, WHO, chair)
    at.do(service.undo_lend, wrong)
    _kept(at, chair, code)
    at.do(service.give_up, at.desk.ask(reads.of_lending, both)[1].id, False)


def _book(at: Gatehouse) -> list[str]:
    chair = AssetDraft("轮椅", AssetKind.WHEELCHAIR, tag="轮-01", hygiene=True, emergency=True)
    parts = (Part("创可贴", 10), Part("碘伏", 2, "2026-01-31"))
    kit = AssetDraft("急救包", AssetKind.FIRST_AID, AssetClass.KIT, "包-01", contents=parts, emergency=True)
    coats = AssetDraft("一次性雨衣", AssetKind.RAINCOAT, AssetClass.CONSUMABLE, low=3)
    made = [at.do(service.add_asset, one) for one in (chair, kit, AssetDraft("推车", AssetKind.TROLLEY), coats)]
    at.do(service.edit_asset, made[2], AssetDraft("小推车", AssetKind.TROLLEY, tag="车-01", lend_min=60))
    old = at.do(service.add_asset, AssetDraft("旧雨伞", AssetKind.UMBRELLA))
    at.do(service.retire_asset, old)
    return made


def _lend(at: Gatehouse, to: To, *things: str) -> str:
    lending = new_id(at.clock.now_ms())
    at.do(service.lend, LendDraft(lending, tuple(Pick(one) for one in things), to, over=frozenset({Bar.OUT})))
    return lending


def _kept(at: Gatehouse, chair: str, to: To) -> None:
    now = at.clock.now_ms()
    kept = at.do(service.reserve, ReserveDraft(new_id(now), chair, now, now + 3 * HOUR_MS, to))
    at.do(service.ready, kept)
    back = _lend(at, to, chair)
    at.do(service.give_back, chair, Back(Condition.DAMAGED))
    at.do(service.undo_return, at.desk.ask(reads.of_lending, back)[0].id)
    later = ReserveDraft(new_id(now), chair, now + 60 * HOUR_MS, now + 70 * HOUR_MS, WHO)
    at.do(service.cancel, at.do(service.reserve, later))
    at.do(service.reserve, replace(later, reservation_id=new_id(now)))


def lending_screens(r: Reading, day: Day) -> dict[str, Any]:
    """The book, what is out, what is kept, and the card of each thing."""
    there = at_gate(r, day)
    rows = reads.assets(there, all_gates=True, retired=True)
    return {
        "things": rows,
        "thing cards": {one.id: replace(reads.card(there, one.id), versions={}) for one in rows},
        "out": reads.open_loans(r),
        "back": reads.recent(r, 0),
        "things kept": reads.reservations(r),
        "lending": reads.summary(r),
        "of doors": {door: reads.of_household(r, door) for door in day.doors},
    }
