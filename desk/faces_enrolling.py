"""One person's enrolment from agreeing to forgetting: consent in the store, template in the vault, both on record.

Every call belongs on the lane of faces. What was captured becomes one template in memory and goes straight into the vault.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.core.clock import DAY_MS
from desk.core.errors import Fault, Refused
from desk.faces import rights
from desk.faces.rules_kept import CONFIRM_DAYS, ends
from desk.faces.rules_lane import Deed, Why
from desk.faces.views import Enrolled, Enrolment, Filing, Overview, Receipt, Withdrawn
from desk.faces_keeping import Keeper, here, renewed

if TYPE_CHECKING:
    from pathlib import Path

    from desk.app import Desk
    from desk.core.actor import Actor
    from desk.faces.vault_file import Kept
    from desk.faces.views import Lane
    from desk.faces_seeing import Capturing
    from desk.store.unit import Reading

ASK_BEFORE_MS = 30 * DAY_MS  # whose year is nearly over stands in the list of whom to ask


class Enrolling:
    """The verbs; the names are those of desk.faces_lane.Faces."""

    def __init__(self, desk: Desk, keeper: Keeper) -> None:
        self._desk, self._keeper = desk, keeper

    def person(self, person_id: str) -> Enrolment:
        """Whatever the state of the lane; what is here is known while it is on."""
        from desk.faces.reads import agreed
        from desk.faces.reads_deeds import results, was_minor
        from desk.faces.reads_lane import lane_of, lanes_on

        kept = self._keeper.of(person_id)
        with self._desk.store.reading() as r:
            said = agreed(r, person_id)
            if said is None:
                return Enrolment(person_id)
            lane = lane_of(r, r.gate_id)
            return Enrolment(
                person_id, said.id, said.at, said.notice_version, said.guardian, was_minor(r, said.id), here(kept),
                kept.keep_until if kept else 0, kept.confirm_by if kept else 0,
                lane.on and said.notice_version != lane.notice_version, results(r, said.id, True, lanes_on(r)),
            )  # fmt: skip

    def agree(self, person_id: str, guardian: str, minor: bool, who: Actor) -> str:
        from desk.faces.service_deeds import agree
        from desk.faces.vault import erased_here

        with self._desk.store.unit(who) as u:
            return agree(u, person_id, self._lane(u).notice_version, guardian, minor, erased_here(self._desk.home))

    def keep(self, seen: Capturing, twin: bool, who: Actor) -> Receipt:
        """Raises Refused faces.no_consent when it was taken back, or given by somebody else, in between."""
        from desk.faces.models import TEMPLATE_MODEL
        from desk.faces.reads import standing
        from desk.faces.vault_file import Kept

        who.require(rights.ENROL)
        vector = seen.template(twin)
        with self._desk.store.reading() as r:
            now, stands = r.now, standing(r)
        person_id, consent_id = seen.who.person_id, seen.who.consent_id
        if stands.get(consent_id) != person_id:
            raise Refused("faces.no_consent")
        until, confirm_by = ends(now)
        self._keeper.keep(
            Kept(consent_id, person_id, vector.astype("<f4").tobytes(), TEMPLATE_MODEL, now, until, confirm_by),
            actor=who,
        )
        seen.forget()
        return self.receipt(consent_id)

    def receipt(self, consent_id: str) -> Receipt:
        from desk.faces.reads import standing
        from desk.faces.reads_lane import lane_of
        from desk.faces.service import withdrawal_code
        from desk.store.identity import here as place

        with self._desk.store.reading() as r:
            person_id = standing(r).get(consent_id, "")
            kept = self._keeper.of(person_id)
            if kept is None or kept.enrolment_id != consent_id:
                raise Refused("faces.not_enrolled")
            lane = lane_of(r, r.gate_id)
            return Receipt(
                consent_id, person_id, withdrawal_code(r, consent_id), kept.enrolled_at, kept.keep_until, kept.confirm_by,
                place(r).gate_name, lane.handler, lane.contact,
            )  # fmt: skip

    def suspend(self, person_id: str, suspended: bool, who: Actor) -> None:
        from desk.faces.service_deeds import note

        who.require(rights.ENROL)
        kept = self._kept(person_id)
        self._keeper.opened().suspend(kept.enrolment_id, suspended)
        self._keeper.tidy(who)
        with self._desk.store.unit(who) as u:
            note(u, kept.enrolment_id, Deed.SUSPENDED if suspended else Deed.RESUMED)

    def confirm(self, person_id: str, guardian: str, who: Actor) -> Receipt:
        from desk.faces.reads import agreed
        from desk.faces.service_deeds import agree_anew, note

        who.require(rights.ENROL)
        kept = self._kept(person_id)
        with self._desk.store.unit(who) as u:
            said, lane, by = agreed(u, person_id), self._lane(u), u.now + CONFIRM_DAYS * DAY_MS
            if said is None:
                raise Refused("faces.not_enrolled")
            if said.notice_version == lane.notice_version:
                note(u, said.id, Deed.CONFIRMED)
                consent = said.id
            else:
                consent = agree_anew(u, said, lane.notice_version, guardian)
        if consent == said.id:
            self._keeper.opened().confirm(consent, by)
        else:
            self._keeper.keep(renewed(kept, consent, by), Why.ANEW, who)
        return self.receipt(consent)

    def withdraw(self, person_id: str, who: Actor) -> Withdrawn:
        """The act first, which every desk will get; then what is here. What keeps it from going stands in the result."""
        from desk.faces.reads import agreed
        from desk.faces.service import withdraw

        with self._desk.store.unit(who) as u:
            said = agreed(u, person_id)
            withdraw(u, person_id, said.notice_version if said else "", bool(said and said.guardian))
        lost, stuck = 0, ""
        try:
            lost = self._keeper.tidy(who)
        except Fault as fault:
            stuck = fault.code
        return self.withdrawn(said.id if said else "", lost, stuck)

    def withdrawn(self, consent_id: str, lost: int = 0, stuck: str = "") -> Withdrawn:
        """Raises Refused faces.code_unknown for what is no consent to be recognised."""
        from desk.faces.reads import acts, standing
        from desk.faces.reads_deeds import results
        from desk.faces.reads_lane import lanes_on

        with self._desk.store.reading() as r:
            said = {one.id: one for one in acts(r)}
            given = said.get(consent_id)
            if given is None:
                raise Refused("faces.code_unknown")
            later = [one.at for one in said.values() if one.person_id == given.person_id and not one.given]
            ended = min((at for at in later if at >= given.at), default=0)
            code = stuck or self._keeper.stuck
            gates = {r.gate_id, *lanes_on(r)}
            return Withdrawn(consent_id, ended, results(r, consent_id, consent_id in standing(r), gates, code), lost)

    def backup(self, path: Path, who: Actor) -> str:
        from desk.store import key as keys

        who.require(rights.VAULT)
        code = keys.make_recovery_code()
        self._keeper.opened().backup(path, code)
        with self._desk.store.unit(who) as u:
            u.audit("faces.backup")
        return code

    def restore(self, path: Path, code: str, who: Actor) -> int:
        from desk.store import key as keys

        who.require(rights.VAULT)
        count = self._keeper.bring_back(path, keys.clean_recovery_code(code), who)
        with self._desk.store.unit(who) as u:
            u.audit("faces.restored", people=count)
            u.changed("faces")
        return count

    def overview(self) -> Overview:
        from desk.faces.reads import acts, meter
        from desk.faces.reads_lane import lane_of

        with self._desk.store.reading() as r:
            held, version, now = meter(r), lane_of(r, r.gate_id).notice_version, r.now
            told = {one.id: one.notice_version for one in acts(r)}
        vault = self._keeper.vault
        rows = tuple(
            Enrolled(
                one.person_id, one.enrolment_id, here(one), one.enrolled_at, one.confirm_by,
                told.get(one.enrolment_id) != version,
            )
            for one in (vault.all() if vault is not None else ())
        )  # fmt: skip
        soon = tuple(one for one in rows if one.told_anew or one.confirm_by - now < ASK_BEFORE_MS)
        return Overview(held, rows, tuple(sorted(soon, key=lambda one: one.confirm_by)))

    def filing(self) -> Filing:
        from desk.faces.reads_lane import filing

        with self._desk.store.reading() as r:
            return filing(r)

    # --- inside ------------------------------------------------------------------------------------------------------

    def _lane(self, r: Reading) -> Lane:
        """Raises Refused faces.off: nobody agrees to what is not there."""
        from desk.faces.reads_lane import lane_of

        lane = lane_of(r, r.gate_id)
        if not lane.on:
            raise Refused("faces.off")
        return lane

    def _kept(self, person_id: str) -> Kept:
        self._keeper.opened()
        kept = self._keeper.of(person_id)
        if kept is None:
            raise Refused("faces.not_enrolled")
        return kept
