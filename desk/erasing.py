"""What is erased when: the rules of all rooms in one list, and the run a desk makes by itself."""

from __future__ import annotations

from desk.alarms import reads as alarms_reads
from desk.alarms import service_retention as alarms
from desk.alarms.service_wearers import forget_wearers
from desk.app import Desk
from desk.codes import service_retention as codes
from desk.devices import service_dispense as devices
from desk.duty import service_handover_retention as handovers
from desk.duty import service_retention as duty
from desk.faces import service_retention as faces
from desk.hearings import service_retention as hearings
from desk.lending import service_retention as lending
from desk.operators.rules import SYSTEM
from desk.operators.service_expiry import forget_first_timers
from desk.people.service import forget_moved_out, forget_visitors
from desk.people.service_erased import erased_among
from desk.reception import service_retention as reception
from desk.records.retention import RetentionReport, RetentionRule, run_retention
from desk.records.service_privacy import OWN_RULES
from desk.screen import service_retention as screen
from desk.store.unit import Reading, Unit


def rules() -> tuple[RetentionRule, ...]:
    """Every kind of data that has an end."""
    return (
        *reception.retention_rules(),
        *codes.retention_rules(),
        *hearings.retention_rules(),
        *duty.retention_rules(),
        *handovers.retention_rules(),
        *screen.retention_rules(),
        *alarms.retention_rules(),
        *lending.retention_rules(),
        *devices.retention_rules(),
        *faces.retention_rules(),
        RetentionRule("visitor.returning", 30, _forget_visitors),
        RetentionRule("resident.moved_out", 90, forget_moved_out, ("person",)),
        RetentionRule("first_timer", 30, forget_first_timers, ("operator",)),
        *OWN_RULES,
    )


def erase(desk: Desk, why: str = "night", confirmed: bool = False) -> RetentionReport:
    """One run, as the desk itself. why: `start`, `night`, `restore`, `asked`. Belongs on the disk-write lane.

    Files that only erased things named go after it: a file cannot be put back with a unit that fails.
    """
    from desk.sync.blobs import Blobs  # brings the HTTP client with it: not at start

    with desk.store.unit(SYSTEM) as u:
        report = run_retention(u, rules(), why, confirmed or why == "restore")
        forget_wearers(u, erased_wearers(u))
    Blobs(desk.store, desk.home.root).sweep()
    return report


def erased_wearers(r: Reading) -> list[str]:
    """Residents who wear a button and were erased for good since: what is known of the button goes with them."""
    return erased_among(r, {one.person_id for one in alarms_reads.wearers(r) if one.person_id})


def _forget_visitors(u: Unit, cutoff: int, held: frozenset[str]) -> int:
    """The list that fills forms holds nothing a hold needs: the visits themselves are what is kept."""
    return forget_visitors(u, cutoff)
