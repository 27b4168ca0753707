"""Words and values of the import of residents: headings people write, roles, a good row, something to tell."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from desk.people.rooms import Address
from desk.people.rules import ROLES

HEADER_WITHIN = 10  # rows that may stand above the header (a title, a date)
FIELDS = ("name", "phone", "building", "unit", "room", "address", "role", "plate")
_HEADERS = {
    "name": "姓名 名字 住户姓名 居民姓名 业主姓名 户主姓名 业主 户主 住户 人员姓名 称呼 name fullname residentname resident owner householder",
    "phone": "电话 手机 手机号 手机号码 联系电话 联系方式 电话号码 移动电话 联系人电话 phone mobile tel telephone cell phonenumber mobilephone",
    "building": "楼栋 栋 幢 座 楼号 楼栋号 幢号 栋号 楼幢 楼 号楼 楼宇 building block bldg tower buildingno",
    "unit": "单元 单元号 门 门洞 unit entrance stairwell unitno",
    "room": "室 房号 房间 房间号 室号 户号 门牌 门牌号 房屋号 room roomno flat apartment apt door doorno",
    "address": "地址 住址 房屋地址 详细地址 房屋 房产 住房 户址 房屋坐落 address household home dwelling",
    "role": "身份 关系 与户主关系 与业主关系 类型 人员类型 住户类型 居住类型 居住性质 role relation relationship type",
    "plate": "车牌 车牌号 车牌号码 车辆 机动车号牌 plate plateno licenseplate licenceplate car vehicle",
}
HEADERS = {word: name for name, words in _HEADERS.items() for word in words.split()}
_ROLES = {
    "owner": "业主 户主 产权人 房主 本人 owner householder landlord",
    "tenant": "租客 租户 承租人 租住 租赁 租 tenant renter lodger",
    "family": "家属 家人 家庭成员 配偶 夫妻 夫 妻 丈夫 妻子 子女 子 女 儿子 女儿 父母 父亲 母亲 父 母 亲属 孙子 孙女 祖父母 family spouse child parent",
    "helper": "保姆 家政 住家保姆 护工 月嫂 helper nanny carer caregiver",
    "resident": "住户 居民 居住人 同住人 同住 常住 其他 其它 resident occupant other",
}
ROLE_WORDS = {word: role for role, words in _ROLES.items() for word in words.split()} | {role: role for role in ROLES}
REFUSED, PARTLY, SKIPPED = "refused", "partly", "skipped"


@dataclass(frozen=True)
class Issue:
    """Something to tell about one row. Holds where, never what stood there.

    grade: `refused` (the row was left out), `partly` (only that cell was left out), `skipped` (nothing to do).
    column: letter above the column, "" for the whole row. field: one of FIELDS or "".
    """

    row: int
    column: str
    field: str
    code: str
    grade: str = REFUSED
    other_row: int = 0


@dataclass(frozen=True)
class Entry:
    """One good row: a door, and who lives there (name "" for a door alone, role "" when not said)."""

    row: int
    address: Address
    name: str = ""
    name_key: str = ""
    phone: str = ""
    plates: tuple[str, ...] = ()
    role: str = ""


@dataclass(frozen=True)
class Columns:
    """Field -> the columns it stands in (several phones: the first that is filled counts)."""

    of: Mapping[str, tuple[int, ...]]
    header_row: int


@dataclass
class Outcome:
    """What reading rows gave so far."""

    entries: list[Entry] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    rows: int = 0
    columns: Columns | None = None


def heading(text: str) -> str:
    """A header cell as it is looked up: `*手机号码（必填）` -> `手机号码`."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    plain = re.sub(r"[(\[【].*?[)\]】]", "", plain)
    return "".join(c for c in plain if c.isalnum())
