"""Which exports there are: the rows of all rooms in one list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desk import consenting
from desk.duty import reads_export as service
from desk.operators.reads import labels
from desk.operators.rules import COMMAND
from desk.people import reads as people
from desk.people.rules import Resident
from desk.reception.reads_export import export_columns, export_rows
from desk.records.audit_export import audit_export
from desk.records.exports import ExportKind
from desk.records.register_export import register_export, requests_export
from desk.records.sheets import Cell
from desk.store.unit import Reading

PAGE = 500
PEOPLE_COLUMNS = ("name", "phone", "plates", "places", "roles")


def kinds() -> dict[str, ExportKind]:
    """name -> kind."""
    found = (
        ExportKind("visits", "export.visits", tuple(export_columns()), export_rows),
        ExportKind("people", "export.people", PEOPLE_COLUMNS, _people, lambda r, since, until: people.counts(r)["residents"]),
        audit_export(labels),
        ExportKind("service", "export.service", service.COLUMNS, service.rows, service.count),
        register_export(labels),
        requests_export(),
        ExportKind("consents", "disclosure", consenting.COLUMNS, consenting.rows),
    )  # fmt: skip
    return {kind.name: kind for kind in found}


def _people(r: Reading, since: int, until: int, masked: bool) -> Iterator[Sequence[Cell]]:
    """All residents; the time span means nothing here. Rights were checked before the first row."""
    after = 0
    while page := people.browse(r, COMMAND, after, PAGE):
        for one in page:
            yield _resident(r, one, masked)
        after = page[-1].num


def _resident(r: Reading, one: Resident, masked: bool) -> list[Cell]:
    name, phone, plates = one.masked_name, one.masked_phone, one.masked_plates
    if not masked:
        full = people.draft(r, COMMAND, one.id)
        name, phone, plates = full.name, full.phone, full.plates
    places = " ".join(tie.place for tie in one.ties)
    return [name, phone, " ".join(plates), places, " ".join(dict.fromkeys(tie.role for tie in one.ties))]
