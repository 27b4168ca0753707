"""What was done with enrolments, written down; and that a consent rests on somebody's own say, a child's on a guardian's."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from desk.core.clock import DAY_MS
from desk.core.errors import Refused
from desk.core.text import clean_line
from desk.faces import rights, service
from desk.faces.reads import Said, agreed
from desk.faces.reads_deeds import was_minor
from desk.faces.rules_kept import CONFIRM_DAYS
from desk.faces.rules_lane import Deed, Why
from desk.faces.tables import FaceDeed
from desk.faces.topics import FACES
from desk.store.unit import Unit


def agree(
    u: Unit, person_id: str, notice_version: str, guardian: str = "", minor: bool = False, spent: Collection[str] = ()
) -> str:
    """A separate consent under the notice as it is now; returns its id. Right faces.enrol, for a child faces.minor as well.

    guardian: who agrees for them, in words. Whoever agreed under this notice within a year (at another gate) keeps that
    consent, unless its template was erased here (`spent`). Raises Refused faces.guardian_missing.
    """
    u.actor.require(rights.ENROL)
    said = clean_line(guardian)
    if minor:
        u.actor.require(rights.MINOR)
        if not said:
            raise Refused("faces.guardian_missing")
    stood = agreed(u, person_id)
    if stood is not None and stood.id not in spent and _same(stood, notice_version, bool(said), u.now):
        return stood.id
    consent = service.agree(u, person_id, notice_version, bool(said))
    _add(u, consent, Deed.AGREED, minor=minor, guardian=said)
    u.changed(FACES)
    return consent


def agree_anew(u: Unit, said: Said, notice_version: str, guardian: str = "") -> str:
    """The same person under another notice; a child's guardian is asked again. Right faces.enrol.

    Raises Refused faces.guardian_missing.
    """
    u.actor.require(rights.ENROL)
    if said.guardian and not clean_line(guardian):
        raise Refused("faces.guardian_missing")
    return agree(u, said.person_id, notice_version, guardian, was_minor(u, said.id))


def declined(u: Unit) -> None:
    """Somebody said no. That it was said is counted, nothing of who: no disadvantage can come of it. Right faces.enrol."""
    u.actor.require(rights.ENROL)
    u.audit("faces.declined", "gate", u.gate_id)


def note(u: Unit, enrolment_id: str, deed: Deed, why: Why = Why.NONE) -> None:
    """One deed at this computer, and a line in the trail."""
    _add(u, enrolment_id, deed, why)
    u.audit(f"faces.{deed.value}", "face_enrolment", enrolment_id, **({"why": why.value} if why else {}))
    u.changed(FACES)


def note_erased(u: Unit, why: Mapping[str, Why]) -> None:
    """These templates are gone from this computer."""
    for enrolment_id, reason in sorted(why.items()):
        note(u, enrolment_id, Deed.ERASED, reason)


def _same(stood: Said, notice_version: str, guardian: bool, now: int) -> bool:
    fresh = now - stood.at < CONFIRM_DAYS * DAY_MS
    return fresh and stood.notice_version == notice_version and stood.guardian == guardian


def _add(u: Unit, enrolment_id: str, deed: Deed, why: Why = Why.NONE, minor: bool = False, guardian: str = "") -> None:
    u.add(
        FaceDeed, enrolment_id=enrolment_id, deed=deed.value, why=why.value, at=u.now, gate_id=u.gate_id,
        device_id=u.device_id, minor=minor, guardian=guardian, operator_id=u.actor.operator_id or None,
    )  # fmt: skip
