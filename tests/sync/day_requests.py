"""The part of a day with requests of people about their own data, and the register of what others were given."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from desk.records import reads_privacy, service_privacy
from desk.records.rules_register import Entry, Wish
from desk.records.service_privacy import Asking
from desk.records.tables import Disclosure, PrivacyAnswer, PrivacyRequest
from desk.store.unit import Reading, Unit
from tests.sync.gatehouse import Gatehouse

GIVEN = Wish(
    Entry.AUTHORITY.value, "某所", "赵警官", "1 号", "刑事诉讼法", "查案", "当面", ("visits", "pictures"), "2026-11-01", "2026-11-02",
    "两行",
)  # fmt: skip
KEPT = ({"kind": "hearing", "why": "open", "count": 1},)


def asked_about(at: Gatehouse, resident: str) -> None:
    """One of everything, and what 0.1 wrote of it."""
    at.do(as_before)
    at.do(service_privacy.note_disclosure, GIVEN)
    at.do(service_privacy.note_disclosure, replace(GIVEN, entry=Entry.VIEWING.value, data=()))
    copy = Asking("copy", "欧阳试", "known", "person", resident, contact="10400000001")
    one = at.do(service_privacy.take_request, copy)
    at.do(service_privacy.answer_request, one, "partly", "还没有结束", "给了一份", 3, KEPT)
    at.do(
        service_privacy.take_request,
        Asking("delete", "慕容测试", "called", "visitor", about="10400000003", note="都删掉"),
    )


def as_before(u: Unit) -> None:
    """The rows of version 0.1."""
    who = u.actor.operator_id or None
    u.add(
        Disclosure,
        at=u.now,
        operator_id=who,
        authority="某所",
        officer="赵警官",
        document="1 号",
        scope="一天",
        given="两行",
    )
    asked = u.add(
        PrivacyRequest, at=u.now, operator_id=who, kind="copy", subject_kind="", subject_id=None, asked_by="欧阳试",
        contact="10400000001", note="", due_at=u.now + 1,
    )  # fmt: skip
    u.add(PrivacyAnswer, request_id=asked, at=u.now, operator_id=who, outcome="granted", reason="")


def request_screens(r: Reading) -> dict[str, Any]:
    """What the page of requests and the register say."""
    asked = reads_privacy.requests(r)
    return {
        "disclosures": reads_privacy.disclosures(r),
        "requests": asked,
        "request": [reads_privacy.request(r, one.id) for one in asked],
    }
