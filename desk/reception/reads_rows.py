"""From a stored visit to what a list may show: masked, building only, with its presence of this moment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desk.core.clock import ClockQuality
from desk.core.masking import mask_name, mask_phone, mask_plate
from desk.reception.rules import VisitorType, VisitState
from desk.reception.rules_presence import Presence, Stay, presence
from desk.reception.views import VisitRow

Row = Mapping[Any, Any]


def stay_of(row: Row) -> Stay:
    """What presence is judged by."""
    return Stay(
        VisitState(row["state"]), VisitorType(row["visitor_type"]), row["in_at"] or row["at"],
        row["due_at"] or row["in_at"] or row["at"], row["auto_closed_at"], bool(row["minor_alone"]),
        row["watch_id"] is not None, bool(row["overnight"]),
    )  # fmt: skip


def presence_of(row: Row, now: int) -> Presence:
    return presence(stay_of(row), now)


def visit_row_view(row: Row, now: int) -> VisitRow:
    """One line of a list."""
    return VisitRow(
        num=row["num"], id=row["id"], state=VisitState(row["state"]), presence=presence_of(row, now),
        visitor_type=VisitorType(row["visitor_type"]), name=mask_name(row["name"]), phone=mask_phone(row["phone"]),
        plate=mask_plate(row["plate"]), company=row["company"], building=row["building"],
        party_size=row["party_size"], purpose_code=row["purpose_code"], at=row["at"], in_at=row["in_at"],
        out_at=row["out_at"], out_source=row["out_source"], due_at=row["due_at"], expected_at=row["expected_at"],
        minor_alone=bool(row["minor_alone"]), watched=row["watch_id"] is not None, overnight=bool(row["overnight"]),
        clock_uncertain=row["clock_quality"] != ClockQuality.TRUSTED, anonymised=row["anonymised_at"] is not None,
    )  # fmt: skip
