"""The register of what others were given, and the requests of people about their own data, as exports."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from desk.core.clock import SiteTime
from desk.core.masking import mask_name
from desk.records.exports import ExportKind
from desk.records.reads_privacy import count_disclosures, disclosures, requests
from desk.records.sheets import Cell
from desk.store.identity import here
from desk.store.unit import Reading

EVERYTHING = 1_000_000
REGISTER = (
    "register_at", "register_by", "register_entry", "register_recipient", "register_officer", "register_document",
    "register_basis", "register_purpose", "register_method", "register_data", "register_from", "register_until",
    "register_given",
)  # fmt: skip
REQUESTS = (
    "request_at", "request_kind", "request_who", "request_identified", "request_due", "request_outcome", "request_answered",
    "request_reason", "request_erased", "request_kept",
)  # fmt: skip


def register_export(labels: Callable[[Reading], Mapping[str, str]]) -> ExportKind:
    """labels: operator id -> word on the chip (wired in the composition)."""

    def rows(r: Reading, since: int, until: int, masked: bool) -> Iterator[list[Cell]]:
        names, time = labels(r), SiteTime(here(r).zone)
        for one in reversed(disclosures(r, EVERYTHING, since, until)):
            officer = mask_name(one.officer) if masked else one.officer
            yield [
                _moment(time, one.at), names.get(one.operator_id, ""), one.entry, one.recipient, officer, one.document,
                one.basis, one.purpose, one.method, " ".join(one.data), one.period_from, one.period_until, one.given,
            ]  # fmt: skip

    return ExportKind("disclosures", "disclosure", REGISTER, rows, count_disclosures)


def requests_export() -> ExportKind:
    """Who asked for what, and by when they were answered."""

    def rows(r: Reading, since: int, until: int, masked: bool) -> Iterator[list[Cell]]:
        time = SiteTime(here(r).zone)
        for one in reversed(requests(r, limit=EVERYTHING)):
            if since <= one.at < until:
                kept = " ".join(f"{line.kind}:{line.why}:{line.count}" for line in one.kept)
                yield [
                    _moment(time, one.at), one.kind, mask_name(one.asked_by) if masked else one.asked_by, one.identified,
                    _moment(time, one.due_at), one.outcome, _moment(time, one.answered_at), one.reason, one.erased, kept,
                ]  # fmt: skip

    return ExportKind("requests", "privacy.settle", REQUESTS, rows)


def _moment(time: SiteTime, at: int | None) -> str:
    return time.local(at).strftime("%Y-%m-%d %H:%M") if at is not None else ""
