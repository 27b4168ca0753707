"""What people of the simulation do with things that are lent: two gates lend one thing, both know it in the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from sqlalchemy import select

from desk.core.clock import HOUR_MS
from desk.lending import service
from desk.lending.drafts import AssetDraft, Back, LendDraft, Pick, ReserveDraft, To
from desk.lending.rules import Bar, How, Part, Stage, Used
from desk.lending.rules_asset import AssetClass, AssetKind, Condition, Step
from desk.lending.tables import Asset, Borrower, Loan, Reservation
from desk.store.unit import Unit

WHO = (To(How.NAME, name="欧阳兰", phone="10400000002"), To(How.NAME, name="张伟", door="3-1-1202"))
OVER = frozenset(Bar)
PARTS = (Part("创可贴", 9),)


def add(u: Unit, rng: Random) -> None:
    kit = AssetDraft("急救包", AssetKind.FIRST_AID, AssetClass.KIT, contents=PARTS)
    coats = AssetDraft("雨衣", AssetKind.RAINCOAT, AssetClass.CONSUMABLE, low=3)
    chair = AssetDraft(f"轮椅{rng.randrange(9)}", AssetKind.WHEELCHAIR, hygiene=True)
    service.add_asset(u, rng.choice((chair, chair, kit, coats)))


def _thing(u: Unit, rng: Random, *classes: AssetClass) -> str:
    asked = select(Asset.id).where(Asset.deleted_at.is_(None)).order_by(Asset.id)
    if classes:
        asked = asked.where(Asset.cls.in_([one.value for one in classes]))
    found = list(u.conn.execute(asked).scalars())
    return rng.choice(found) if found else ""


def _loan(u: Unit, rng: Random) -> str:
    found = list(u.conn.execute(select(Loan.id).order_by(Loan.id)).scalars())
    return rng.choice(found) if found else ""


def lend(u: Unit, rng: Random) -> None:
    if thing := _thing(u, rng):
        service.lend(u, LendDraft(u.new_id(), (Pick(thing),), rng.choice(WHO), u.now + 5 * HOUR_MS, OVER))


def take(u: Unit, rng: Random) -> None:
    if thing := _thing(u, rng, AssetClass.RETURNABLE, AssetClass.KIT):
        service.take_now(u, u.new_id(), thing)


def back(u: Unit, rng: Random) -> None:
    if thing := _thing(u, rng, AssetClass.RETURNABLE, AssetClass.KIT):
        said = rng.choice((Condition.OK, Condition.OK, Condition.DIRTY, Condition.DAMAGED))
        service.give_back(u, thing, Back(said, wiped=rng.random() < 0.7))


def used(u: Unit, rng: Random) -> None:
    if thing := _thing(u, rng, AssetClass.KIT):
        service.give_back(u, thing, Back(missing=(Used("创可贴", rng.randrange(1, 4)),)))


def fill(u: Unit, rng: Random) -> None:
    if thing := _thing(u, rng, AssetClass.KIT):
        service.restock(u, thing, rng.choice((None, [Used("创可贴", 1)])))


def pieces(u: Unit, rng: Random) -> None:
    if thing := _thing(u, rng, AssetClass.CONSUMABLE):
        rng.choice((service.bought, service.counted))(u, thing, rng.randrange(1, 20))


def right(u: Unit, rng: Random) -> None:
    if thing := _thing(u, rng):
        rng.choice((service.put_right, lambda u, it: service.mark(u, it, rng.choice((Step.DAMAGED, Step.LOST)))))(
            u, thing
        )


def on(u: Unit, rng: Random) -> None:
    loan = _loan(u, rng)
    act = rng.randrange(5)
    if act == 0:
        service.extend(u, loan, u.now + rng.choice((6, 9)) * HOUR_MS, True)
    elif act == 1:
        service.remind(u, loan, rng.choice((Stage.SOON, Stage.LATE)))
    elif act == 2:
        service.undo_return(u, loan)
    elif act == 3:
        service.give_up(u, loan, rng.random() < 0.5)
    else:
        whose = u.conn.execute(select(Loan.borrower_id).where(Loan.id == loan)).scalar()
        service.undo_lend(u, whose or "")


def name(u: Unit, rng: Random) -> None:
    found = list(u.conn.execute(select(Borrower.id).order_by(Borrower.id)).scalars())
    if found:
        service.identify(u, rng.choice(found), rng.choice(WHO))


def keep(u: Unit, rng: Random) -> None:
    found = list(u.conn.execute(select(Reservation.id).order_by(Reservation.id)).scalars())
    if found and rng.random() < 0.5:
        rng.choice((service.ready, service.cancel))(u, rng.choice(found))
    elif thing := _thing(u, rng, AssetClass.RETURNABLE):
        service.reserve(u, ReserveDraft(u.new_id(), thing, u.now, u.now + 9 * HOUR_MS, rng.choice(WHO)))


BEGIN: Sequence[Callable[[Unit, Random], None]] = (add, add, add)
ACTS = (
    (1, add), (6, lend), (2, take), (5, back), (1, used), (1, fill), (1, pieces), (2, right), (3, on), (1, name), (2, keep),
)  # fmt: skip
