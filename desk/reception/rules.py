"""Words of a visit: visitor types and the fields each asks for, what a host may confirm by, and when one may enter."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from desk.reception.rules_id import resident_number

NAME_MAX = 64
TEXT_MAX = 200
PARTY_MAX = 200
MINOR_AGE = 14


class VisitorType(StrEnum):
    """Who stands at the window (DOMAIN C1). The values are stored."""

    GUEST = "guest"  # 亲友
    COURIER = "courier"  # 快递
    RIDER = "rider"  # 外卖
    DOMESTIC = "domestic"  # 家政
    CONTRACTOR = "contractor"  # 维修/装修
    AGENT = "agent"  # 中介
    OFFICIAL = "official"  # 公务
    WORKS = "works"  # 施工
    OTHER = "other"


FAST_LANE = (VisitorType.RIDER, VisitorType.COURIER)


class VisitState(StrEnum):
    """`overstay` is not here: it is derived from the limit (rules_presence)."""

    DRAFT = "draft"
    EXPECTED = "expected"
    ARRIVED = "arrived"
    ADMITTED = "admitted"
    LEFT = "left"
    REFUSED = "refused"
    NO_SHOW = "no_show"
    CANCELLED = "cancelled"
    AUTO_CLOSED = "auto_closed"


OPEN_STATES = (VisitState.EXPECTED, VisitState.ARRIVED, VisitState.ADMITTED)


class Proof(StrEnum):
    """What lets a visitor in: at least one of these (DOMAIN C1)."""

    PHONE = "phone"  # the host said so on the telephone
    INTERCOM = "intercom"
    CODE = "code"  # the household's indoor code was scanned here
    PREREG = "prereg"  # a registration made beforehand was matched
    PASS = "pass"  # noqa: S105 - a visitor pass was scanned and found valid
    RECURRING = "recurring"  # the household's standing pass for this helper
    OVERRIDE = "override"  # the operator decided, with a reason
    NONE = "none"


class OutSource(StrEnum):
    """How an exit became known."""

    VISITOR = "visitor"  # told us in passing
    DESK = "desk"
    SCAN = "camera-QR"
    AUTO = "auto"
    BULK = "bulk"
    REENTRY = "reentry"  # came in again, so had left before


class IdKind(StrEnum):
    """Documents a visitor may show; shown is not kept."""

    NONE = "none"
    RESIDENT = "resident_id"  # 居民身份证
    HK_MACAO = "hk_macao_permit"  # 港澳居民来往内地通行证
    TAIWAN = "taiwan_permit"  # 台湾居民来往大陆通行证
    PASSPORT = "passport"
    FOREIGN_PR = "foreign_pr"  # 外国人永久居留身份证
    OTHER = "other"
    HMT = "hmt_permit"  # 港澳台居民居住证; this and the two below are read, no longer offered
    DRIVING = "driving"
    OFFICER = "officer"  # 军官证


ID_KINDS = (
    IdKind.RESIDENT, IdKind.HK_MACAO, IdKind.TAIWAN, IdKind.PASSPORT, IdKind.FOREIGN_PR, IdKind.OTHER
)  # fmt: skip
"""What a form offers, the most usual first."""
PURPOSES = ("family", "delivery", "repair", "renovation", "cleaning", "care", "viewing", "duty", "meeting", "other")


@dataclass(frozen=True)
class TypeRule:
    """What one visitor type is asked. `required` may always be declined; what stands in neither list is not asked.

    limit_ms: how long a visit of this type lasts before it counts as past its limit.
    raises_row: an overstay of this type is a row of its own; the others fold into one line.
    """

    required: tuple[str, ...]
    optional: tuple[str, ...]
    limit_h: float
    raises_row: bool = False


_PERSON = ("phone", "plate", "party_size", "items_in", "id_number", "badge_no", "note")
TYPE_RULES: dict[VisitorType, TypeRule] = {
    VisitorType.GUEST: TypeRule(("name", "household"), ("purpose", "overnight", *_PERSON), 12),
    VisitorType.DOMESTIC: TypeRule(("name", "household"), ("company", "purpose", *_PERSON), 12),
    VisitorType.CONTRACTOR: TypeRule(("name", "household", "company"), ("permit", "purpose", *_PERSON), 10, True),
    VisitorType.WORKS: TypeRule(("name", "company"), ("permit", "household", "purpose", *_PERSON), 10, True),
    VisitorType.AGENT: TypeRule(("name", "company", "household"), ("purpose", *_PERSON), 4),
    VisitorType.OFFICIAL: TypeRule(("name", "company"), ("household", "purpose", *_PERSON), 12),
    VisitorType.OTHER: TypeRule(("purpose",), ("name", "company", "household", *_PERSON), 4),
    VisitorType.COURIER: TypeRule((), ("company", "household", "plate", "note"), 1 / 3),
    VisitorType.RIDER: TypeRule((), ("company", "household", "plate", "note"), 1 / 3),
}
MINOR_RULE = TypeRule(("household",), (), 4, True)
FIELDS = tuple(dict.fromkeys(field for rule in TYPE_RULES.values() for field in (*rule.required, *rule.optional)))
PERSONAL = ("name", "phone", "plate", "company", "id_number", "badge_no", "items_in", "purpose")


def fields_for(kind: VisitorType, minor_alone: bool = False) -> TypeRule:
    """The fields to show. A child under 14 who comes alone is asked for nothing but the household to call."""
    return MINOR_RULE if minor_alone else TYPE_RULES[kind]


@dataclass(frozen=True)
class Draft:
    """What was typed or filled in about a visit. `id_number` is raw and lives in memory only; the store never sees it.

    declined: names of fields the visitor would not give. stays_until: UTC ms an overnight guest or host named.
    """

    visitor_type: VisitorType
    name: str = ""
    phone: str = ""
    plate: str = ""
    company: str = ""
    purpose_code: str = ""
    purpose: str = ""
    household_id: str | None = None
    party_size: int = 1
    minor_alone: bool = False
    overnight: bool = False
    stays_until: int | None = None
    items_in: str = ""
    badge_no: str = ""
    permit_id: str | None = None
    id_kind: IdKind = IdKind.NONE
    id_number: str = ""
    note: str = ""
    declined: tuple[str, ...] = ()

    def has(self, field: str) -> bool:
        """Whether a field of the type table is filled."""
        if field == "household":
            return bool(self.household_id)
        if field == "permit":
            return bool(self.permit_id)
        if field == "purpose":
            return bool(self.purpose_code or self.purpose.strip())
        value = getattr(self, field)
        return bool(value.strip() if isinstance(value, str) else value)


def missing_fields(draft: Draft) -> tuple[str, ...]:
    """Required fields that are neither filled nor declined, in the order of the form."""
    rule = fields_for(draft.visitor_type, draft.minor_alone)
    return tuple(field for field in rule.required if not draft.has(field) and field not in draft.declined)


def lack(draft: Draft, proof: Proof, reason: str = "") -> str | None:
    """The code of what still stands between this draft and admission, or None.

    Codes: visit.party_size, visit.text_long, visit.fields_missing, visit.id_number, visit.call_host, visit.no_proof,
    visit.reason_missing. The service adds what only the store can tell (a pass, a permit, a matched registration).
    """
    if not 1 <= draft.party_size <= PARTY_MAX:
        return "visit.party_size"
    if text_too_long(draft):
        return "visit.text_long"
    if missing_fields(draft):
        return "visit.fields_missing"
    if id_number_wrong(draft):
        return "visit.id_number"
    if proof is Proof.NONE:
        return "visit.no_proof"
    if draft.minor_alone and proof not in (Proof.PHONE, Proof.INTERCOM, Proof.OVERRIDE):
        return "visit.call_host"
    if proof is Proof.OVERRIDE and not reason.strip():
        return "visit.reason_missing"
    return None


def id_number_wrong(draft: Draft) -> bool:
    """Whether a number was mistyped, where a standard tells. An empty or declined one is never wrong."""
    typed = draft.id_number.strip() and "id_number" not in draft.declined
    return bool(typed) and draft.id_kind is IdKind.RESIDENT and not resident_number(draft.id_number)


def text_too_long(draft: Draft) -> bool:
    texts: Collection[str] = (draft.company, draft.purpose, draft.items_in, draft.note)
    short: Collection[str] = (draft.phone, draft.plate, draft.badge_no, draft.id_number)
    return len(draft.name) > NAME_MAX or any(len(t) > TEXT_MAX for t in texts) or any(len(t) > NAME_MAX for t in short)
