"""What the lane of faces holds open, on its own thread: models, vault, gallery. Every call belongs on the lane LANE.

Whatever ends a consent ends its template here (`tidy`), whether the lane is on, off or broken. What each computer holds and
has erased is written down for the other desks, and for those who ask for a result.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desk.core.actor import Actor
from desk.core.errors import Fault, Refused
from desk.faces.rules_lane import Deed, Why
from desk.faces.rules_match import Strictness
from desk.faces.views import Here, LaneNow, State
from desk.operators.rules import SYSTEM

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from desk.app import Desk
    from desk.faces.engine import Engine, Vector
    from desk.faces.matching import Gallery
    from desk.faces.vault import Vault
    from desk.faces.vault_file import Kept

LANE = "faces"
# nobody will ever open such a vault again: to erase one template the whole of it goes
LOST = frozenset(
    {
        "faces.vault_key_missing", "faces.vault_key_wrong", "faces.vault_damaged", "key.damaged", "key.code_wrong",
        "key.passphrase_needed",
    }
)  # fmt: skip


class Keeper:
    """Of one desk. engine and vault are there while the lane is READY; stuck: why a template could not go, or empty."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.engine: Engine | None = None
        self.vault: Vault | None = None
        self.gallery: Gallery | None = None
        self.strictness = Strictness.NORMAL
        self.stuck = ""
        self._looked_at = -1  # day of the site on which a sleeping vault was looked through

    def look(self) -> LaneNow:
        """Open or shut what is recorded for this gate, then `tidy`."""
        from desk.faces.reads_lane import lane_of

        with self._desk.store.reading() as r:
            lane = lane_of(r, r.gate_id)
        self.strictness = Strictness.STRICT if lane.strict else Strictness.NORMAL
        fault = self._open() if lane.on else None
        if lane.on and self._desk.store.sent_away:  # by the hub: what is left of this desk only reads, and knows nobody
            fault = Refused("sync.read_only")
        if fault is not None or not lane.on:
            self.shut()
        try:
            self.tidy()
        except Fault as no:  # told where somebody asks for the result; tried again at every change and every night
            self.stuck = no.code
        if fault is not None:
            return LaneNow(State.BROKEN, fault.code, dict(fault.facts))
        if self.gallery is None:
            return LaneNow(State.OFF, "faces.off")
        return LaneNow(State.READY, "faces.ready", people=len(self.gallery))

    def shut(self) -> None:
        """Nothing of anybody stays in memory."""
        self.engine = self.vault = self.gallery = None

    def tidy(self, actor: Actor = SYSTEM) -> int:
        """Erase every template whose consent does not stand or whose time is over, and write down what went.

        Returns how many others' went with a vault that nobody can open any more. Raises Trouble store.* of a sick disk.
        """
        from desk.faces import vault as vaults
        from desk.faces.reads import standing
        from desk.faces.reads_deeds import held_here

        self.stuck = ""
        with self._desk.store.reading() as r:
            stands, held, day = standing(r), held_here(r), self._desk.time.day(r.now).toordinal()
        over = held - set(stands)
        if self.vault is not None:
            self._settle(self.vault, stands, actor)
        elif over or (day != self._looked_at and (held or vaults.exists(self._desk.home))):
            self._looked_at = day
            return self._settle_asleep(stands, held, actor)
        return 0

    def keep(self, kept: Kept, why: Why = Why.NONE, actor: Actor = SYSTEM) -> None:
        """A template, in the vault and on record; an earlier one of its person goes."""
        from desk.faces.service_deeds import note

        vault = self.opened()
        vault.enrol(kept)
        with self._desk.store.unit(actor) as u:
            note(u, kept.enrolment_id, Deed.ENROLLED, why)
        self.tidy(actor)

    def opened(self) -> Vault:
        """Raises Refused faces.off."""
        if self.vault is None:
            raise Refused("faces.off")
        return self.vault

    def of(self, person_id: str) -> Kept | None:
        """Somebody's template here, while the lane is on."""
        found = self.vault.all() if self.vault is not None else ()
        return next((one for one in found if one.person_id == person_id), None)

    def alike(self, template: Vector) -> list[tuple[str, float]]:
        """Whoever a template resembles, suspended people too."""
        import numpy as np

        from desk.faces.matching import Gallery
        from desk.faces.models import TEMPLATE_MODEL

        fit = [one for one in self.opened().all() if one.model == TEMPLATE_MODEL]
        return Gallery({one.person_id: np.frombuffer(one.vector, "<f4") for one in fit}).nearest(template)

    def destroy(self, why: Why, actor: Actor, for_good: bool = False) -> int:
        """The whole vault of this computer; returns how many templates. for_good: no backup may bring them back."""
        from desk.faces import vault as vaults
        from desk.faces.reads_deeds import held_here
        from desk.faces.service_deeds import note_erased

        inside = {one.enrolment_id for one in self.vault.all()} if self.vault is not None else set()
        with self._desk.store.reading() as r:
            inside |= held_here(r)
        if for_good:
            vaults.note_withdrawn(self._desk.home, inside)
        self.shut()
        vaults.destroy(self._desk.home)
        with self._desk.store.unit(actor) as u:
            note_erased(u, dict.fromkeys(inside, why))
        return len(inside)

    def bring_back(self, path: Path, code: str, actor: Actor) -> int:
        """A sealed backup in place of this vault, also of one that does not open. Raises as Vault.restore."""
        from desk.faces import vault as vaults
        from desk.faces.reads import standing

        vaults.check_backup(path, code)
        with self._desk.store.reading() as r:
            stands = standing(r)
        if self.vault is None:
            try:
                self.vault = self._load(stands)
            except Fault as fault:
                if fault.code not in LOST:
                    raise
                self.destroy(Why.VAULT_LOST, actor)
                self.vault = self._load(stands)
        count = self.vault.restore(path, code, stands)
        self.tidy(actor)
        return count

    # --- inside ------------------------------------------------------------------------------------------------------

    def _open(self) -> Fault | None:
        from desk.faces.reads import standing

        try:
            if self.engine is None:
                from desk.faces.engine import Engine

                self.engine = Engine()
            if self.vault is None:
                with self._desk.store.reading() as r:
                    stands = standing(r)
                self.vault = self._load(stands)
        except Fault as fault:
            return fault
        return None

    def _load(self, stands: Collection[str]) -> Vault:
        from desk.faces import vault as vaults

        return vaults.opened(self._desk.home, stands, self._phrase())

    def _phrase(self) -> str | None:
        """Where a passphrase wraps the store's key, the vault's own key is wrapped by what only the open store knows."""
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF

        from desk.store import key as keys

        if keys.where_key(self._desk.home) != "wrapped":
            return None
        return HKDF(SHA256(), 32, salt=None, info=b"gatehouse faces vault 1").derive(self._desk.store.key).hex()

    def _settle(self, vault: Vault, stands: dict[str, str], actor: Actor) -> None:
        """The vault as the consents say, the record as the vault is, the gallery of both."""
        from desk.faces.matching import Gallery
        from desk.faces.reads import reasons
        from desk.faces.reads_deeds import held_here
        from desk.faces.service_deeds import note, note_erased

        if vault is self.vault:  # first of all nobody is recognised who does not want to be
            wished, usable = set(stands.values()), vault.usable(self._desk.clock.now_ms())
            self.gallery = Gallery({one: vector for one, vector in usable.items() if one in wished})
        vault.keep_only(stands)
        if self._night_was():
            vault.erase(vault.due(self._desk.clock.now_ms()))
        inside = {one.enrolment_id for one in vault.all()}
        with self._desk.store.reading() as r:
            held = held_here(r)
            if inside == held:
                return
            why = reasons(r, held - inside)
        with self._desk.store.unit(actor) as u:
            note_erased(u, why)
            for one in sorted(inside - held):
                note(u, one, Deed.ENROLLED, Why.FOUND)

    def _settle_asleep(self, stands: dict[str, str], held: Collection[str], actor: Actor) -> int:
        """A vault that is not in use: opened for this alone. One that is lost goes whole, if anybody in it wants to go."""
        from desk.faces import vault as vaults
        from desk.faces.reads import reasons
        from desk.faces.service_deeds import note_erased

        over = {one for one in held if one not in stands}
        try:
            vaults.note_withdrawn(self._desk.home, over)
            self._settle(self._load(stands), stands, actor)
        except Fault as fault:
            if fault.code not in LOST:
                raise
            if not over:
                return 0
            vaults.destroy(self._desk.home)
            with self._desk.store.unit(actor) as u:
                note_erased(u, {**dict.fromkeys(held, Why.VAULT_LOST), **reasons(u, over)})
            return len(set(held) - over)
        return 0

    def _night_was(self) -> bool:
        """Time is believed once tonight's erasing has believed it: a clock set to next year ends nobody's enrolment."""
        from desk.chores import erasing_due

        return not erasing_due(self._desk)


def here(one: Kept | None) -> Here:
    """What a computer holds of somebody."""
    from desk.faces.models import TEMPLATE_MODEL

    if one is None:
        return Here.NONE
    if one.model != TEMPLATE_MODEL:
        return Here.OTHER_MODEL
    return Here.SUSPENDED if one.suspended else Here.ENROLLED


def renewed(one: Kept, consent_id: str, confirm_by: int) -> Kept:
    """The same template on a newer consent."""
    return replace(one, enrolment_id=consent_id, confirm_by=min(confirm_by, one.keep_until))
