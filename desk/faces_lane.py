"""The lane of faces as screens use it: off until a manager says why, and every verb answered on the caller's loop.

Joins consents and records (desk.faces) with the vault, the models and their thread (desk.faces_keeping). Everything a person
can ask for about their own enrolment works in every state of the lane, also when nothing of it opens.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from desk.core.errors import Refused
from desk.core.events import Changed, Event
from desk.faces import rights
from desk.faces.views import LaneNow, State
from desk.faces_enrolling import Enrolling
from desk.faces_keeping import LANE, Keeper
from desk.faces_seeing import Capturing, CheckIn, Failed, Subject

if TYPE_CHECKING:
    from pathlib import Path

    from desk.app import Desk
    from desk.core.actor import Actor
    from desk.faces.rules_lane import Wish
    from desk.faces.views import Enrolment, Filing, Found, Lane, Overview, Receipt, Seen, Shot, Withdrawn

T = TypeVar("T")
Done = Callable[[T], None] | None
HEARS = frozenset({"people", "faces", "settings"})  # what may begin or end somebody's consent, or the lane


class Faces:
    """One desk's lane. Every method on the caller's loop; `failed` gets what the verbs raise, else it is logged."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._keeper = Keeper(desk)
        self._enrolling = Enrolling(desk, self._keeper)
        self._listeners: list[Callable[[LaneNow], None]] = []
        self._leave: Callable[[], None] | None = None
        self._asked = False
        self.now = LaneNow(State.OPENING, "faces.opening")

    def start(self) -> None:
        """Open what is recorded for this gate, and follow whatever ends a consent from now on."""
        if self._leave is None:
            self._leave = self._desk.bus.subscribe(self._hear)
            self._look()

    def stop(self) -> None:
        """Nothing of anybody stays in memory."""
        if self._leave is not None:
            self._leave()
            self._leave = None
        self._listeners.clear()
        self._desk.lanes.run(LANE, self._keeper.shut)

    def listen(self, told: Callable[[LaneNow], None]) -> Callable[[], None]:
        """Each change of the state, and how it is now; returns the function that ends it."""
        self._listeners.append(told)
        self._desk.lanes.post(lambda: told(self.now) if told in self._listeners else None)

        def leave() -> None:
            if told in self._listeners:
                self._listeners.remove(told)

        return leave

    def reopen(self) -> None:
        """Try again: something was mended."""
        self._look()

    def tidy(self) -> None:
        """What the desk's chores ask for every few minutes: templates end when their time is over."""
        self._look()

    # --- settings ----------------------------------------------------------------------------------------------------

    def lane(self, done: Done[Lane], failed: Failed | None = None) -> None:
        """What is recorded for this gate."""
        from desk.faces.reads_lane import lane_of

        self._desk.read(lambda r: lane_of(r, r.gate_id), done, failed)

    def switch_on(self, wish: Wish, done: Done[LaneNow] = None, failed: Failed | None = None) -> None:
        """On, or other answers while it is on. Right faces.settings.

        Refused faces.answer_missing(field), faces.assessed_on, faces.assessed_old; Trouble faces.model_missing,
        faces.model_altered: then nothing is recorded.
        """
        from desk.faces.service_lane import switch_on

        who = self._desk.actor

        def work() -> LaneNow:
            from desk.faces.models import load

            load()
            with self._desk.store.unit(who) as u:
                switch_on(u, wish, self._desk.time.day(u.now))
            return self._look_now()

        self._ask(work, done, failed)

    def switch_off(self, done: Done[LaneNow] = None, failed: Failed | None = None) -> None:
        """Templates sleep in the vault; withdrawals and retention go on. Right faces.settings."""
        self._switch_off(False, None if done is None else lambda _: done(self.now), failed)

    def end(self, done: Done[int] = None, failed: Failed | None = None) -> None:
        """Off for good: every template of this computer is destroyed, and no backup brings one back. Right faces.settings.

        Answers how many there were.
        """
        self._switch_off(True, done, failed)

    def set_strict(self, strict: bool, done: Done[None] = None, failed: Failed | None = None) -> None:
        """How sure recognition has to be, at every gate of the site. Right faces.settings."""
        from desk.faces.service_lane import set_strict

        self._desk.write(lambda u: set_strict(u, strict), done, failed)

    def empty(self, done: Done[int] = None, failed: Failed | None = None) -> None:
        """A vault that does not open makes room for an empty one; a backup may be brought back afterwards. Right faces.vault."""
        from desk.faces.rules_lane import Why

        who = self._desk.actor
        self._ask(
            lambda: self._with_right(who, rights.VAULT, lambda: self._keeper.destroy(Why.VAULT_LOST, who)), done, failed
        )

    def backup(self, path: Path, done: Done[str], failed: Failed | None = None) -> None:
        """A sealed copy of the vault where somebody wants it; answers its code, shown once. Right faces.vault; faces.off."""
        who = self._desk.actor
        self._ask(lambda: self._with_right(who, rights.VAULT, lambda: self._enrolling.backup(path, who)), done, failed)

    def restore(self, path: Path, code: str, done: Done[int], failed: Failed | None = None) -> None:
        """Bring a copy back, but those who withdrew since; answers how many. Right faces.vault.

        Refused key.code_wrong, key.code_shape, faces.backup_not_one; Trouble faces.vault_damaged: then nothing was changed.
        """
        who = self._desk.actor
        self._ask(
            lambda: self._with_right(who, rights.VAULT, lambda: self._enrolling.restore(path, code, who)), done, failed
        )

    # --- enrolment ---------------------------------------------------------------------------------------------------

    def person(self, person_id: str, done: Done[Enrolment], failed: Failed | None = None) -> None:
        """Everything about one person's enrolment."""
        self._ask(lambda: self._enrolling.person(person_id), done, failed)

    def agree(
        self,
        person_id: str,
        guardian: str = "",
        minor: bool = False,
        done: Done[str] = None,
        failed: Failed | None = None,
    ) -> None:
        """After the notice and the consent of its own; answers the consent's id. Rights faces.enrol, faces.minor.

        Refused faces.off, faces.guardian_missing.
        """
        who = self._desk.actor
        self._ask(lambda: self._enrolling.agree(person_id, guardian, minor, who), done, failed)

    def declined(self, done: Done[None] = None, failed: Failed | None = None) -> None:
        """Somebody said no: counted, without a name."""
        from desk.faces.service_deeds import declined

        self._desk.write(declined, done, failed)

    def capture(
        self, person_id: str, consent_id: str, told: Callable[[Shot], None], failed: Failed | None = None,
        challenge: bool = True,
    ) -> Capturing:  # fmt: skip
        """Three frames of one person, and before them a turn of the head. Right faces.enrol. Raises Refused faces.off."""
        self._desk.actor.require(rights.ENROL)
        self._ready()
        return Capturing(
            self._desk.lanes, self._keeper, Subject(person_id, consent_id, self._keep), told, failed, challenge
        )

    def receipt(self, consent_id: str, done: Done[Receipt], failed: Failed | None = None) -> None:
        """What a person takes home, again. Refused faces.not_enrolled."""
        self._ask(lambda: self._enrolling.receipt(consent_id), done, failed)

    def suspend(self, person_id: str, suspended: bool, done: Done[None] = None, failed: Failed | None = None) -> None:
        """Not recognised here until it is lifted. Right faces.enrol. Refused faces.not_enrolled, faces.off."""
        who = self._desk.actor
        self._ask(lambda: self._enrolling.suspend(person_id, suspended, who), done, failed)

    def confirm(
        self, person_id: str, guardian: str = "", done: Done[Receipt] = None, failed: Failed | None = None
    ) -> None:
        """They still want it, for another year; under another notice that is a new consent. Right faces.enrol.

        Refused faces.not_enrolled, faces.off, faces.guardian_missing.
        """
        who = self._desk.actor
        self._ask(lambda: self._enrolling.confirm(person_id, guardian, who), done, failed)

    # --- check-in ----------------------------------------------------------------------------------------------------

    def check_in(self, told: Callable[[Seen], None], failed: Failed | None = None, challenge: bool = False) -> CheckIn:
        """Who stands before the camera. challenge: a turn of the head first, where nobody looks on. Raises Refused faces.off."""
        self._ready()
        return CheckIn(self._desk.lanes, self._keeper, told, failed, challenge)

    def among(self, rivals: tuple[str, ...], household_id: str, done: Done[str], failed: Failed | None = None) -> None:
        """Which look-alike lives in a household; empty where that settles nothing."""
        from desk.faces.reads import among

        self._desk.read(lambda r: among(r, rivals, household_id), done, failed)

    # --- withdrawal --------------------------------------------------------------------------------------------------

    def by_code(self, typed: str, done: Done[Found], failed: Failed | None = None) -> None:
        """Whose receipt it is. Refused faces.code_shape, faces.code_unknown."""
        from desk.faces.service import by_code

        self._desk.read(lambda r: by_code(r, typed), done, failed)

    def withdraw(self, person_id: str, done: Done[Withdrawn], failed: Failed | None = None) -> None:
        """Taken back and deleted here at once, in every state of the lane. Right faces.withdraw. Refused faces.not_enrolled."""
        who = self._desk.actor
        self._ask(lambda: self._enrolling.withdraw(person_id, who), done, failed)

    def results(self, consent_id: str, done: Done[Withdrawn], failed: Failed | None = None) -> None:
        """What each gate has said about a withdrawn enrolment by now. Refused faces.code_unknown."""
        self._ask(lambda: self._enrolling.withdrawn(consent_id), done, failed)

    # --- overview ----------------------------------------------------------------------------------------------------

    def overview(self, done: Done[Overview], failed: Failed | None = None) -> None:
        """The count, who is in this vault, and whom to ask again. Right faces.enrol."""
        who = self._desk.actor
        self._ask(lambda: self._with_right(who, rights.ENROL, self._enrolling.overview), done, failed)

    def filing(self, done: Done[Filing], failed: Failed | None = None) -> None:
        """Everything the filing pack says. Right faces.settings."""
        who = self._desk.actor
        self._ask(lambda: self._with_right(who, rights.SETTINGS, self._enrolling.filing), done, failed)

    # --- inside ------------------------------------------------------------------------------------------------------

    def _keep(self, seen: Capturing, twin: bool, done: Done[Receipt], failed: Failed | None) -> None:
        who = self._desk.actor
        self._ask(lambda: self._enrolling.keep(seen, twin, who), done, failed)

    def _switch_off(self, end: bool, done: Done[int], failed: Failed | None) -> None:
        from desk.faces.rules_lane import Why
        from desk.faces.service_lane import switch_off

        who = self._desk.actor

        def work() -> int:
            with self._desk.store.unit(who) as u:
                switch_off(u, end)
            gone = self._keeper.destroy(Why.LANE_ENDED, who, for_good=True) if end else 0
            self._look_now()
            return gone

        self._ask(work, done, failed)

    def _with_right(self, who: Actor, right: str, work: Callable[[], T]) -> T:
        who.require(right)
        return work()

    def _ready(self) -> None:
        if self.now.state is not State.READY:
            raise Refused("faces.off")

    def _ask(self, work: Callable[[], T], done: Done[T], failed: Failed | None) -> None:
        self._desk.lanes.run(LANE, work, done, failed)

    def _look(self) -> None:
        if not self._asked:
            self._asked = True
            self._desk.lanes.run(LANE, self._look_now)

    def _look_now(self) -> LaneNow:
        """On the lane."""
        self._asked = False
        now = self._keeper.look()
        self._desk.lanes.post(lambda: self._told(now))
        return now

    def _told(self, now: LaneNow) -> None:
        if now == self.now:
            return
        self.now = now
        for told in tuple(self._listeners):
            told(now)

    def _hear(self, event: Event) -> None:
        """On whichever thread published it."""
        if isinstance(event, Changed) and event.topics & HEARS:
            self._look()
