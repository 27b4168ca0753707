"""Questions of the hours page to the desk, answered as the page's models. Run on the disk-read lane; no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui import moments
from ui.clocked import hours_between
from ui.pages.hours.model import Card, DutyCard, Paper, Record, Sum

if TYPE_CHECKING:
    from desk.duty.reads_certificates import CertificateView
    from desk.duty.reads_hours import RecordView
    from ui.paper.certificate import Certificate
    from ui.paper.statement import Statement

DAY_MS = 86_400_000


def month(r: Any, wanted: str, time: Any, operator_id: str) -> dict[str, Any]:
    """Fields of the model: everybody's month, and what waits at all."""
    from desk.duty import reads_hours, reads_team

    labels = reads_team.labels(r)
    found = reads_hours.month(r, wanted)
    sums = tuple(Sum(s.member_id, s.label, s.capacity, s.counted, s.times, s.waits) for s in found)
    me = reads_team.member_of_operator(r, operator_id)
    own = me.id if me is not None else ""
    waits = tuple(record_of(one, labels, time, own) for one in reads_hours.waits(r))
    return {"known": True, "sums": sums, "counted": sum(s.minutes for s in sums), "waits": waits}


def of_person(r: Any, member_id: str, wanted: str, time: Any) -> tuple[Record, ...]:
    """A person's records of a month, the newest first."""
    from desk.duty import reads_hours, reads_team
    from desk.duty.rules import month_bounds

    labels = reads_team.labels(r)
    found = reads_hours.records(r, member_id, *month_bounds(time, wanted))
    return tuple(record_of(one, labels, time) for one in reversed(found))


def card(r: Any, record_id: str, operator_id: str, time: Any) -> Card | None:
    from desk.duty import reads_hours, reads_team

    found = reads_hours.record(r, record_id)
    if found is None:
        return None
    labels, who = reads_team.labels(r), reads_team.member(r, found.member_id)
    before = tuple(record_of(one, labels, time) for one in reads_hours.story(r, record_id)[1:])
    own = who is not None and bool(who.operator_id) and who.operator_id == operator_id
    return Card(record_of(found, labels, time), before, own)


def papers(r: Any, operator_id: str, time: Any) -> tuple[Paper, ...]:
    from desk.duty import reads_certificates, reads_team

    team = {one.id: one for one in reads_team.members(r, left=True)}
    return tuple(_paper(one, team, operator_id, time, r.now) for one in reads_certificates.certificates(r))


def team(r: Any) -> tuple[tuple[str, str], ...]:
    """(id, label) of everybody, for choosing."""
    from desk.duty import reads_team

    return tuple((one.id, one.label) for one in reads_team.members(r))


def issuing(r: Any, member_id: str) -> dict[str, str]:
    """What is known already of the blocks of a certificate."""
    from desk.duty import reads_certificates, reads_team
    from desk.store.identity import here

    who, before, place = reads_team.member(r, member_id), reads_certificates.last_issuer(r), here(r)
    found = {name: before.get(name, "") for name in ("name", "head", "handler", "contact")}
    found["name"] = found["name"] or place.site_name
    found["contact"] = found["contact"] or place.gate_phone
    if who is not None:
        found |= {"id_kind": who.id_kind, "id_no": who.id_no, "volunteer_no": who.volunteer_no}
    return found


def words_of(r: Any, certificate_id: str, time: Any) -> Statement | Certificate | None:
    """An issued paper in words, as it was issued; None when it is not."""
    from desk.duty import reads_certificates
    from desk.duty.rules_hours import hours_text
    from ui.paper.certificate import Certificate
    from ui.paper.statement import Served, Statement
    from ui.texts import sentence

    one = reads_certificates.certificate(r, certificate_id)
    if one is None or not one.number:
        return None
    rows = reads_certificates.listed(r, one)
    issued = moments.day(time.local(one.issued_at))
    hours, period = hours_text(one.minutes), _period(one)
    if one.kind == "statement":
        served = tuple(
            Served(
                moments.day(time.local(row.start_at)), hours_between(time, row.start_at, row.end_at),
                hours_text(row.minutes), row.content, row.place, sentence(f"duty.capacity.{row.capacity}"),
            )
            for row in rows
        )  # fmt: skip
        return Statement(
            one.number, one.holder["name"], one.holder["volunteer_no"], period, hours, len(rows), one.issuer["name"],
            one.issuer["contact"], issued, one.code, served,
        )  # fmt: skip
    content = "、".join(dict.fromkeys(filter(None, (row.content for row in rows))))
    return Certificate(
        one.number, one.holder["name"], one.holder["id_kind"], one.holder["id_no"], one.holder["volunteer_no"], period,
        hours, content[:200], one.issuer["name"], one.issuer["head"], one.issuer["handler"], one.issuer["contact"],
        issued, one.purpose, one.code,
    )  # fmt: skip


def duty_card(u: Any, person: Sum, lost: bool = False, photo: bool = False) -> DutyCard:
    """The card somebody clocks on by; made when they have none. lost: the one they had is good for nothing from now on.

    photo: they agreed to have theirs on it.
    """
    from desk.codes.reads_lists import live_of
    from desk.codes.rules import Kind
    from desk.codes.serials import show_serial
    from desk.codes.service import issue_duty, reissue
    from desk.store.identity import here

    if photo:
        from desk.duty.service_team import note_card_photo

        note_card_photo(u, person.member_id)
    before = live_of(u, Kind.DUTY, [person.member_id]).get(person.member_id) if lost else None
    issued = reissue(u, before) if before else issue_duty(u, person.member_id)
    return DutyCard(issued.text, show_serial(issued.serial), person.label, person.capacity, here(u).site_name)


def record_of(one: RecordView, labels: dict[str, str], time: Any, own: str = "") -> Record:
    """own: member id of whoever acts at the desk."""
    start = time.local(one.start_at)
    return Record(
        one.id, one.member_id, labels.get(one.member_id, ""), moments.month_day(start),
        hours_between(time, one.start_at, one.end_at), one.minutes, one.content, one.place, one.credit.value, one.close,
        tuple(one.flags), one.reason, one.said, start.isoformat(), time.local(one.end_at).isoformat(),
        one.member_id == own,
    )  # fmt: skip


def _paper(one: CertificateView, team: dict[str, Any], operator_id: str, time: Any, now: int) -> Paper:
    who = team.get(one.member_id)
    left = max(0, -(-(one.done_at - now) // DAY_MS)) if one.state.value == "posted" else 0
    return Paper(
        one.id, one.kind, one.member_id, who.label if who else "", _period(one), one.state.value,
        moments.told(time, one.issued_at or one.at, now), one.number, one.minutes, one.purpose, one.reason, left,
        who is not None and bool(who.operator_id) and who.operator_id == operator_id,
    )  # fmt: skip


def _period(one: CertificateView) -> str:
    return f"{one.from_day} – {one.until_day}"
