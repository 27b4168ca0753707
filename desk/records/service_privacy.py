"""The register of what others were given, and what people ask about their own data. All facts, kept at least three years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import delete, exists, select

from desk.core.clock import SiteTime
from desk.core.errors import Refused
from desk.core.text import clean_line
from desk.records.retention import RetentionRule, forget
from desk.records.rules import PERIODS
from desk.records.rules_register import LONG_TEXT, Wish, checked
from desk.records.rules_requests import Identified, Kind, Outcome, Subject, due_day
from desk.records.tables import DataAnswer, DataRequest, Disclosure, PrivacyAnswer, PrivacyRequest, RegisterEntry
from desk.store.identity import here
from desk.store.unit import Unit

PORTION = 500


@dataclass(frozen=True)
class Asking:
    """What the form says. subject_kind: rules_requests.Subject; subject_id of a resident; about: a visitor's telephone."""

    kind: str = Kind.ACCESS.value
    asked_by: str = ""
    identified: str = ""
    subject_kind: str = Subject.NOBODY.value
    subject_id: str = ""
    about: str = ""
    contact: str = ""
    note: str = ""


def note_disclosure(u: Unit, wish: Wish) -> str:
    """Write down what was given or shown to whom. Right disclosure. Refused: as rules_register.checked."""
    u.actor.require("disclosure")
    said = asdict(checked(wish)) | {"data": list(wish.data)}
    eid = u.add(
        RegisterEntry, at=u.now, operator_id=u.actor.operator_id or None, gate_id=u.gate_id or None, **said
    )  # fmt: skip
    u.audit("disclosure.noted", "register_entry", eid, entry=wish.entry)
    u.changed("disclosures")
    return eid


def take_request(u: Unit, asking: Asking) -> str:
    """Somebody asks about their own data; answered within 15 working days. Right privacy.take.

    Refused: privacy.kind, privacy.asked_by_empty, privacy.identified, privacy.subject.
    """
    u.actor.require("privacy.take")
    _check(asking)
    eid = u.add(
        DataRequest, at=u.now, operator_id=u.actor.operator_id or None, gate_id=u.gate_id or None, kind=asking.kind,
        subject_kind=asking.subject_kind, subject_id=asking.subject_id or None, about=clean_line(asking.about),
        asked_by=clean_line(asking.asked_by), contact=clean_line(asking.contact), identified=asking.identified,
        note=clean_line(asking.note, LONG_TEXT), due_at=_due_at(u),
    )  # fmt: skip
    u.audit("privacy.request_taken", "data_request", eid, kind_asked=asking.kind, identified=asking.identified)
    u.changed("privacy")
    return eid


def answer_request(
    u: Unit,
    request_id: str,
    outcome: str,
    reason: str = "",
    said: str = "",
    erased: int = 0,
    kept: Sequence[Mapping[str, Any]] = (),
) -> None:
    """Settle a request. Right privacy.settle. A later answer supersedes an earlier one.

    Refused: privacy.outcome, privacy.reason_empty (a refusal, whole or in part, gives its reason), store.gone.
    """
    u.actor.require("privacy.settle")
    if outcome not in list(Outcome):
        raise Refused("privacy.outcome")
    if outcome != Outcome.GRANTED and not clean_line(reason):
        raise Refused("privacy.reason_empty")
    old, new = (exists().where(table.id == request_id) for table in (PrivacyRequest, DataRequest))
    if not u.conn.execute(select(old | new)).scalar_one():
        raise Refused("store.gone", kind="data_request")
    u.add(
        DataAnswer, request_id=request_id, at=u.now, operator_id=u.actor.operator_id or None, outcome=outcome,
        reason=clean_line(reason, LONG_TEXT), said=clean_line(said, LONG_TEXT), erased=erased, kept=[dict(one) for one in kept],
    )  # fmt: skip
    u.audit("privacy.request_answered", "data_request", request_id, outcome=outcome, erased=erased, kept=len(kept))
    u.changed("privacy")


def purge_disclosures(u: Unit, cutoff: int, held: frozenset[str]) -> int:
    """A purge for retention. Right retention.run."""
    u.actor.require("retention.run")
    gone = [*_old(u, RegisterEntry, cutoff, held), *_old(u, Disclosure, cutoff, held)]
    for table in (RegisterEntry, Disclosure):
        u.conn.execute(delete(table).where(table.id.in_(gone)))
    forget(u, gone)
    return len(gone)


def purge_requests(u: Unit, cutoff: int, held: frozenset[str]) -> int:
    """A purge for retention: requests and their answers, once both are old. Right retention.run."""
    u.actor.require("retention.run")
    gone = [*_old(u, DataRequest, cutoff, held), *_old(u, PrivacyRequest, cutoff, held)]
    answers: list[str] = []
    for table in (DataAnswer, PrivacyAnswer):
        found = list(u.conn.execute(select(table.id).where(table.request_id.in_(gone))).scalars())
        u.conn.execute(delete(table).where(table.id.in_(found)))
        answers += found
    for asked in (DataRequest, PrivacyRequest):
        u.conn.execute(delete(asked).where(asked.id.in_(gone)))
    forget(u, [*gone, *answers])
    return len(gone)


OWN_RULES = (
    RetentionRule("disclosure", PERIODS["disclosure"].days, purge_disclosures, ("disclosure", "register_entry")),
    RetentionRule("privacy_request", PERIODS["privacy_request"].days, purge_requests, ("privacy_request", "data_request")),
)  # fmt: skip


def _check(asking: Asking) -> None:
    if asking.kind not in list(Kind):
        raise Refused("privacy.kind")
    if not clean_line(asking.asked_by):
        raise Refused("privacy.asked_by_empty")
    if asking.identified not in list(Identified):
        raise Refused("privacy.identified")
    whose = {Subject.PERSON: asking.subject_id, Subject.VISITOR: clean_line(asking.about), Subject.NOBODY: "-"}
    if asking.subject_kind not in list(Subject) or not whose[Subject(asking.subject_kind)]:
        raise Refused("privacy.subject")


def _due_at(u: Unit) -> int:
    """The end of the last day for an answer, UTC ms."""
    time_here = SiteTime(here(u).zone)
    return time_here.at(due_day(time_here.day(u.now)) + timedelta(days=1)) - 1


def _old(u: Unit, table: type[Any], cutoff: int, held: frozenset[str]) -> list[str]:
    query = select(table.id).where(table.at < cutoff, table.id.not_in(held)).order_by(table.num).limit(PORTION)
    return list(u.conn.execute(query).scalars())
