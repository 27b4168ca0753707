"""An invented estate for the benchmarks: visitors who come again, residents, phones and plates that belong to nobody."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from desk.core.clock import DAY_MS, HOUR_MS, MINUTE_MS, SystemClock
from desk.reception.rules import VisitorType
from desk.reception.service_seed import PastVisit
from desk.store.store import Founding, Store

KEY = bytes(range(32))
# Common surnames by weight, then names a desk meets less often (public statistics of surnames, rounded).
SURNAMES = (
    ("王", 72), ("李", 71), ("张", 68), ("刘", 54), ("陈", 46), ("杨", 31), ("黄", 22), ("赵", 21), ("吴", 20), ("周", 20),
    ("徐", 15), ("孙", 15), ("马", 13), ("朱", 13), ("胡", 12), ("郭", 12), ("何", 11), ("林", 11), ("高", 10), ("罗", 10),
    ("郑", 9), ("梁", 8), ("谢", 8), ("宋", 7), ("唐", 7), ("许", 6), ("韩", 6), ("冯", 6), ("邓", 6), ("曹", 6),
    ("彭", 5), ("曾", 5), ("肖", 5), ("田", 5), ("董", 5), ("潘", 4), ("袁", 4), ("蔡", 4), ("蒋", 4), ("余", 4),
    ("于", 4), ("杜", 4), ("叶", 4), ("程", 4), ("魏", 4), ("苏", 4), ("吕", 4), ("丁", 3), ("任", 3), ("卢", 3),
    ("姚", 3), ("沈", 3), ("钟", 3), ("姜", 3), ("崔", 3), ("谭", 3), ("陆", 3), ("范", 3), ("汪", 3), ("廖", 3),
    ("石", 2), ("金", 2), ("韦", 2), ("贾", 2), ("夏", 2), ("付", 2), ("方", 2), ("邹", 2), ("熊", 2), ("白", 2),
    ("孟", 2), ("秦", 2), ("邱", 2), ("侯", 2), ("江", 2), ("尹", 2), ("薛", 2), ("闫", 2), ("段", 2), ("雷", 2),
    ("单", 1), ("仇", 1), ("解", 1), ("区", 1), ("查", 1), ("翟", 1), ("覃", 1), ("缪", 1), ("朴", 1), ("盖", 1),
    ("欧阳", 1), ("司马", 1), ("上官", 1), ("尉迟", 1), ("诸葛", 1), ("慕容", 1),
)  # fmt: skip
GIVEN = (
    "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂玲辉红建华文斌玉梅鑫宇博浩晨轩梓涵子怡欣雨佳琪思远志国海"
    "波峰鹏飞婷雪莹倩颖琳燕春秋冬青云龙凤金银珠宝德福禄寿喜庆祥瑞安康乐天成立新民生光荣华东南西北中正义仁信诚"
    "𬱖𫖮龑昉昕晗曦玥珺琰瑾瑜璟璇钰铭锐钧泽润沐溪汐澜"
)
COMPANIES = (
    "安居装饰",
    "顺达物流",
    "洁净家政",
    "城建维修",
    "友邻中介",
    "燃气公司",
    "供电所",
    "通信服务",
    "电梯维保",
    "绿化队",
)
PROVINCES = "沪苏浙皖京粤鲁豫"
PURPOSES = ("family", "repair", "renovation", "cleaning", "viewing", "duty", "other")
TYPES = (
    (VisitorType.GUEST, 50), (VisitorType.DOMESTIC, 14), (VisitorType.CONTRACTOR, 14), (VisitorType.AGENT, 6),
    (VisitorType.OFFICIAL, 4), (VisitorType.WORKS, 5), (VisitorType.OTHER, 7),
)  # fmt: skip


@dataclass(frozen=True)
class Invented:
    """Someone who does not exist."""

    name: str
    phone: str
    plate: str
    company: str
    kind: VisitorType


@cache
def _weights() -> tuple[list[str], list[int]]:
    return [name for name, _ in SURNAMES], [weight for _, weight in SURNAMES]


def name(rng: random.Random) -> str:
    head = rng.choices(*_weights())[0]
    return head + "".join(rng.choice(GIVEN) for _ in range(1 if rng.random() < 0.2 else 2))


def phone(rng: random.Random) -> str:
    """Eleven digits that start as no number in use does (1 0...)."""
    return f"10{rng.randrange(10**9):09d}"


def plate(rng: random.Random) -> str:
    tail = "".join(rng.choice("0123456789ABCDEFGHJKLMNPQRSTUVWXYZ" if i > 2 else "0123456789") for i in range(5))
    return f"{rng.choice(PROVINCES)}{rng.choice('ABCDEFG')}{tail}"


def visitors(rng: random.Random, count: int) -> list[Invented]:
    kinds, weights = [kind for kind, _ in TYPES], [weight for _, weight in TYPES]
    return [
        Invented(
            name(rng), phone(rng) if rng.random() < 0.8 else phone(rng)[-4:], plate(rng) if rng.random() < 0.3 else "",
            "" if (kind := rng.choices(kinds, weights)[0]) in (VisitorType.GUEST, VisitorType.OTHER)
            else rng.choice(COMPANIES), kind,
        )
        for _ in range(count)
    ]  # fmt: skip


def doors(count: int) -> list[tuple[str, str, str]]:
    """(building, unit, room), 60 a building."""
    return [
        (str(1 + i // 60), str(1 + i // 30 % 2), f"{1 + i % 30 // 2}0{1 + i % 2}") for i in range(count)
    ]  # fmt: skip


def visits(
    rng: random.Random, people: Sequence[Invented], where: Sequence[tuple[str, str, str]], count: int, end: int
) -> Iterator[PastVisit]:
    """Visits oldest first, the last one shortly before `end` (UTC ms); regulars come more often than others."""
    start = end - count * 4 * MINUTE_MS
    for i in range(count):
        who = people[min(int(rng.expovariate(4) * len(people)), len(people) - 1)]
        building, unit, room = where[rng.randrange(len(where))]
        at = start + i * 4 * MINUTE_MS
        yield PastVisit(
            at, at + rng.randrange(1, 6) * HOUR_MS, at + DAY_MS // 2, who.kind, who.name, who.phone, who.plate,
            who.company, rng.choice(PURPOSES), 1, None, building, unit, room,
        )  # fmt: skip


def found(folder: Path) -> Store:
    """A fresh throw-away store in a folder."""
    return Store.found(folder / "bench.db", KEY, SystemClock(), Founding("测试苑", "南门", throwaway=True))
