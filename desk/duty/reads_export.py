"""Service records as rows of a spreadsheet, with the fields the register of volunteers asks for (Order 67, articles 3 and 4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desk.core.clock import SiteTime
from desk.core.masking import mask_id, mask_name, mask_phone
from desk.duty import reads_hours, reads_team
from desk.duty.reads_hours import RecordView
from desk.duty.reads_team import Member
from desk.duty.rules_hours import hours_text
from desk.records.sheets import Cell
from desk.store.unit import Reading

COLUMNS = (
    "service_name", "service_volunteer_no", "service_id_kind", "service_id_no", "service_phone", "service_capacity",
    "service_day", "service_from", "service_until", "service_minutes", "service_hours", "service_content",
    "service_place", "service_organiser", "service_beneficiary", "service_source", "service_credit", "service_record",
)  # fmt: skip


def rows(r: Reading, since: int, until: int, masked: bool) -> Iterator[Sequence[Cell]]:
    """Records that begin within [since, until), the earliest first; each says whether it counts."""
    time = reads_team.site_time(r)
    team = {one.id: one for one in reads_team.members(r, left=True)}
    for one in reads_hours.records(r, since=max(since, 1), until=until):
        yield _row(one, team.get(one.member_id), time, masked)


def count(r: Reading, since: int, until: int) -> int:
    """How many rows there will be."""
    return len(reads_hours.records(r, since=max(since, 1), until=until))


def _row(one: RecordView, who: Member | None, time: SiteTime, masked: bool) -> list[Cell]:
    start, end = time.local(one.start_at), time.local(one.end_at)
    name, id_no = (who.name, who.id_no) if who else ("", "")
    phone, beneficiary = (who.phone if who else ""), one.beneficiary
    if masked:
        name, id_no, phone = mask_name(name), mask_id(id_no) if id_no else "", mask_phone(phone) if phone else ""
        beneficiary = mask_name(beneficiary) if beneficiary else ""
    return [
        name, who.volunteer_no if who and not masked else "", who.id_kind if who else "", id_no, phone, one.capacity,
        start.date().isoformat(), f"{start:%H:%M}", f"{end:%Y-%m-%d %H:%M}" if end.date() != start.date() else f"{end:%H:%M}",
        one.minutes, hours_text(one.minutes), one.content, one.place, one.organiser, beneficiary, one.close,
        one.credit.value, one.id,
    ]  # fmt: skip
