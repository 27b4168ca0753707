"""The day the demonstration opens on: who is expected, what stands on the shelf, permits, a watch entry, codes."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from desk.codes import service as codes
from desk.codes.payload import ALPHABET, id_text, new_key
from desk.codes.rules import Kind, RevokeReason
from desk.core.clock import DAY_MS, HOUR_MS
from desk.demo.names import People
from desk.demo.past import Visitor
from desk.people.rooms import Address
from desk.reception import service as reception
from desk.reception.reads_inside import inside
from desk.reception.rules import Draft, VisitorType
from desk.reception.rules_windows import Window
from desk.reception.service_seed import backdate_goods
from desk.store.identity import House, edit_house
from desk.store.unit import Unit

CAMERA_TEXTS = "demo.camera_texts"  # setting: what the simulated camera shows in turn
HOUSEHOLD_CODES = 40
_GOODS = ("一箱水果", "文件袋", "保温饭盒", "鲜花一束", "儿童自行车", "药品一袋")
_SHELVES = ("A1", "A2", "B1", "B2", "冰箱", "地面")
_STOOD_H = (62, 27, 5, 2, 1, 0)  # hours; over 48 the desk asks to call the household
NIGHT_GUESTS = 2


def fill(u: Unit, rng: random.Random, people: People, homes: Mapping[Address, str], known: Sequence[Visitor]) -> None:
    """One unit of ordinary work, done by the manager of the demonstration."""
    doors = list(homes)
    passes = _expected(u, rng, homes, known)
    _house(u)
    _shelf(u, rng, homes, doors)
    _sleeping_here(u)
    _permits(u, rng, people, homes)
    reception.watch_add(
        u, reason="冒充燃气安检上门推销", owner="物业客服", expires_at=u.now + 90 * DAY_MS, name=people.name(),
        phone=people.phone(), advice="请客气地请对方出示工作证,并打电话给物业核实",
    )  # fmt: skip
    u.put_setting(CAMERA_TEXTS, _codes(u, homes, doors) + passes)


def _house(u: Unit) -> None:
    """What the urgent card and the privacy notice say; numbers nobody has."""
    contacts = (("物业值班室", "1040 0000 0110"), ("社区卫生站", "1040 0000 0122"))
    edit_house(u, House("南门岗亭外墙，白色箱子里，打开就会说话", contacts, "锦绣苑物业服务中心"))


def _shelf(u: Unit, rng: random.Random, homes: Mapping[Address, str], doors: Sequence[Address]) -> None:
    """Six things on the shelf; two of them have stood there for some days."""
    for what, shelf, hours in zip(_GOODS, _SHELVES, _STOOD_H, strict=True):
        parked = reception.park(
            u, household_id=homes[rng.choice(doors)], what=what, shelf=shelf, left_by=rng.choice(("顺丰", "邻居", ""))
        )
        backdate_goods(u, parked.goods_id, u.now - hours * HOUR_MS)


def _sleeping_here(u: Unit) -> None:
    """Two guests who said that they stay the night."""
    guests = [row for row in inside(u) if row.visitor_type is VisitorType.GUEST]
    for row in guests[:NIGHT_GUESTS]:
        reception.stays_overnight(u, row.id, u.now + DAY_MS)


def _expected(u: Unit, rng: random.Random, homes: Mapping[Address, str], known: Sequence[Visitor]) -> list[str]:
    """Nine visits announced for the next hours, three of them with a pass; the texts of the passes."""
    texts = []
    for i, who in enumerate(rng.sample(list(known), 9)):
        kind = who.kind if who.kind is not VisitorType.WORKS else VisitorType.GUEST
        draft = Draft(
            kind, who.name, who.phone, who.plate, who.company, household_id=homes[who.door], party_size=1 + (i == 4) * 3
        )
        at = u.now + (i - 2) * HOUR_MS // 2
        if i % 3:
            reception.expect(u, u.new_id(), draft, at, at + 4 * HOUR_MS)
        else:
            texts.append(reception.expect_with_pass(u, u.new_id(), draft, at, at + 6 * HOUR_MS).text)
    return texts


def _permits(u: Unit, rng: random.Random, people: People, homes: Mapping[Address, str]) -> None:
    workdays = (1, 2, 3, 4, 5)
    for i, company in enumerate(("安居装饰", "匠心家装", "速修水电")):
        window = Window(u.now - 10 * DAY_MS, u.now + (20 + i * 10) * DAY_MS, workdays, 8 * 60, 18 * 60)
        reception.add_permit(
            u, permit_no=f"装修{2026_000 + i + 1}", company=company, window=window,
            household_id=homes[rng.choice(list(homes))], workers=[people.name(sex="m") for _ in range(3)],
            tools="电钻、切割机",
        )  # fmt: skip
    window = Window(u.now - 5 * DAY_MS, u.now + 60 * DAY_MS, workdays, 8 * 60, 19 * 60)
    reception.give_standing(
        u, household_id=homes[rng.choice(list(homes))], alias=people.name(sex="f"), visitor_type=VisitorType.DOMESTIC,
        window=window, phone=people.phone(),
    )  # fmt: skip


def _codes(u: Unit, homes: Mapping[Address, str], doors: Sequence[Address]) -> list[str]:
    """Household codes for the first doors, and one text of every other answer: revoked, unknown here, forged, foreign."""
    issued = codes.issue_batch(u, Kind.INDOOR, [homes[door] for door in doors[:HOUSEHOLD_CODES]])
    codes.revoke(u, issued[-1].code_id, RevokeReason.LOST)
    genuine = issued[0].text
    forged = genuine[:-1] + ALPHABET[(ALPHABET.index(genuine[-1]) + 1) % len(ALPHABET)]
    unknown = id_text(u.secret("code-check"), Kind.INDOOR, new_key())
    return [genuine, issued[1].text, issued[-1].text, unknown, forged, "https://example.invalid/menu"]
