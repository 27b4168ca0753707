"""Things of the demonstration: a wheelchair that is out too long, one taken in a hurry, a kit to be filled, a trolley kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace

from desk.core.clock import DAY_MS, HOUR_MS, MINUTE_MS, SiteTime
from desk.core.errors import Refused
from desk.demo.names import People
from desk.devices.acting import Role
from desk.devices.reads import devices as attached
from desk.lending import service
from desk.lending.drafts import AssetDraft, Back, LendDraft, Pick, ReserveDraft, To
from desk.lending.rules import How, Part, Used
from desk.lending.rules_asset import AssetClass, AssetKind
from desk.people.rooms import Address
from desk.store.unit import Unit

HUT = "24 小时小屋"
_PARTS = (Part("创可贴", 10), Part("碘伏棉签", 12), Part("纱布", 4), Part("冰袋", 2))
_BOOK = (
    AssetDraft("轮椅", AssetKind.WHEELCHAIR, tag="轮-01", place="门后", hygiene=True, emergency=True),
    AssetDraft("轮椅", AssetKind.WHEELCHAIR, tag="轮-02", place="门后", hygiene=True, emergency=True),
    AssetDraft("小推车", AssetKind.TROLLEY, tag="车-01", place="岗亭外"),
    AssetDraft("小推车", AssetKind.TROLLEY, tag="车-02", place="岗亭外"),
    AssetDraft("急救包", AssetKind.FIRST_AID, AssetClass.KIT, "包-01", place="二号柜", contents=_PARTS, emergency=True),
    AssetDraft("急救包", AssetKind.FIRST_AID, AssetClass.KIT, "包-02", place="二号柜", contents=_PARTS, emergency=True),
    AssetDraft("雨伞", AssetKind.UMBRELLA, tag="伞-03", place="伞架"),
    AssetDraft("羽毛球拍", AssetKind.RACKET, tag="拍-01", place=HUT),
    AssetDraft("助行器", AssetKind.WALKER, tag="助-01", place="门后", hygiene=True),
    AssetDraft("打气筒", AssetKind.PUMP, tag="气-01", place=HUT),
    AssetDraft("一次性雨衣", AssetKind.RAINCOAT, AssetClass.CONSUMABLE, place="抽屉", low=5),
)


def fill(u: Unit, people: People, homes: Mapping[Address, str], time: SiteTime) -> None:
    """The book, and what the last days left open."""
    locker = next((one.id for one in attached(u) if one.role is Role.LOCKER), "")
    hung = [one.tag for one in _BOOK if one.place == HUT]
    book = [
        replace(one, locker_id=locker, compartment=hung.index(one.tag) + 1) if locker and one.place == HUT else one
        for one in _BOOK
    ]
    chair, spare, cart, other, kit, used, umbrella, *_, coats = [service.add_asset(u, one) for one in book]
    doors = [homes[door] for door in list(homes)[11:40:7]]
    codes = [To(How.CODE, door) for door in doors] or [To(How.NAME, name=people.name(), phone=people.phone())]
    with _then(u, 2 * DAY_MS):
        service.bought(u, coats, 30)
        _lend(u, codes[0], used)
    with _then(u, 26 * HOUR_MS):
        service.give_back(u, used, Back(missing=(Used("创可贴", 3), Used("冰袋", 1))))
        _lend(u, codes[-1], umbrella)
    with _then(u, 4 * HOUR_MS):
        _lend(u, codes[0], chair, hours=1)
    with _then(u, 100 * MINUTE_MS):
        _lend(u, To(How.NAME, name=people.name(), phone=people.phone(), door="7-2-501"), cart)
    with _then(u, 20 * MINUTE_MS):
        service.take_now(u, u.new_id(), spare)
    start = max(u.now + 3 * HOUR_MS, time.at(time.day(u.now), 16))
    service.reserve(u, ReserveDraft(u.new_id(), other, start, start + 2 * HOUR_MS, codes[-1]))
    _ = kit


def _lend(u: Unit, to: To, asset_id: str, hours: float = 0) -> None:
    due = u.now + round(hours * HOUR_MS) if hours else None
    service.lend(u, LendDraft(u.new_id(), (Pick(asset_id),), to, due))


@contextmanager
def _then(u: Unit, ago_ms: int) -> Iterator[None]:
    """As if it were that long ago. Raises Refused("seed.not_throwaway") in any other store."""
    if not u.is_throwaway:
        raise Refused("seed.not_throwaway")
    now = u.now
    u.now = now - ago_ms
    try:
        yield
    finally:
        u.now = now
