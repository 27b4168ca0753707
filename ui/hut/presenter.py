"""What the hut does when somebody presses or shows a code: from the first touch to the wiped screen. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from desk.codes.rules import Answer, Kind
from desk.devices.acting import Ended, Role
from desk.hut_set import hut_set
from ui.hut.by_face import ByFace
from ui.hut.leaving import Leaving
from ui.hut.model import HutModel, Step, Thing, Wish
from ui.shell.ports import ignore
from ui.shell.turns import Turns

if TYPE_CHECKING:
    from desk.app import Desk
    from desk.codes.views import Identified
    from desk.core.events import ScanSeen
    from desk.devices.acting import Acts
    from desk.faces.views import Seen
    from desk.hut import Hut, Told
    from desk.hut_reads import Offer, Whom

DEAF = frozenset({Step.BUSY, Step.TICKET, Step.LEAVE, Step.CALLED})  # a code shown now is meant for later
NOT_GOOD = {
    Answer.FORGED: "hut.code_forged", Answer.UNKNOWN: "hut.code_unknown", Answer.FOREIGN: "hut.not_ours",
}  # fmt: skip
ICONS = {
    "wheelchair": "wheelchair",
    "trolley": "package",
    "first_aid": "heartbeat",
    "aed": "heartbeat",
    "tools": "tools",
}


class HutPresenter:
    """`show(model)` draws; `tone(name)` sounds; `left()` once the hut is ended. On the Qt thread."""

    def __init__(self, desk: Desk, tone: Callable[[str], None] = ignore, left: Callable[[], None] = ignore) -> None:
        self._desk, self.tone, self._left = desk, tone, left
        self.show: Callable[[HutModel], None] = ignore
        self.model = HutModel()
        self._turns = Turns(desk, lambda _: self._sorry("hut.not_done"))
        self._hut: Hut | None = None
        self._devices: Acts | None = None
        self._home = ""  # the household that stands there, by its code or a face, until the screen is wiped
        self._told: Told | None = None
        self._alarm = ""
        self._nth = 0  # whoever stands there now; answers meant for somebody before are dropped
        self.by_face = ByFace(desk, self._on_looked, self._on_recognised, self._code_instead)
        self.leaving = Leaving(desk, self._draw_leaving, self._on_left)

    @property
    def wipe_s(self) -> int:
        return hut_set(self._desk.settings.now.extra).wipe_s

    def devices_are_here(self, devices: Acts, hut: Hut) -> None:
        self._devices, self._hut = devices, hut
        self.refresh()

    def refresh(self) -> None:
        """What there is to be had, and whom a call reaches, read again."""
        self._turns.read("state", self._state, self._on_state)

    def wipe(self) -> None:
        """Nobody has touched it for a while, or somebody is done: nothing of them is left."""
        self._nth += 1
        self._home, self._told, self._alarm = "", None, ""
        self._turns.forget()
        self.leaving.wipe()
        now = self.model
        self._draw(
            HutModel(place=now.place, masks=now.masks, things=now.things, couriers=now.couriers, faces=now.faces)
        )
        self.refresh()

    # --- what is pressed ---------------------------------------------------------------------------------------------

    def mask(self) -> None:
        if self._home:
            self._hand_out()
        else:
            self._draw(replace(self.model, step=Step.SCAN, wish=Wish.MASK))

    def face(self) -> None:
        """Somebody would rather be known by the face, from the page that asks for a code; the code works there all the same."""
        if self.model.step is Step.SCAN and self.model.faces and self.by_face.begin():
            self._draw(replace(self.model, step=Step.FACE, looked=None, other=""))

    def code(self) -> None:
        """Another way than the face."""
        if self.model.step is Step.FACE:
            self._code_instead("")

    def faces_are(self, ready: bool) -> None:
        """Whether the lane is open and a camera works."""
        if ready != self.model.faces:
            self._draw(replace(self.model, faces=ready))
        if not ready and self.model.step is Step.FACE:
            self._code_instead("hut.face_stopped")

    def courier(self) -> None:
        """Somebody without a code, from the page that asks for one."""
        if self._hut is None:
            self._sorry("dispense.no_machine")
        elif self.model.step is Step.SCAN:
            self._busy(Wish.MASK)
            self._hut.courier(self._mine(self._on_mask))

    def borrow(self) -> None:
        if self._home:
            self._offer()
        else:
            self._draw(replace(self.model, step=Step.SCAN, wish=Wish.BORROW))

    def pick(self, asset_id: str) -> None:
        """One of the things offered."""
        one = next((one for one in self.model.offers if one.asset_id == asset_id), None)
        if self._hut is None or not self._home or one is None or self.model.step is not Step.PICK:
            return
        from desk.core.ids import new_id

        self._busy(Wish.BORROW, name=one.name)
        allowed = hut_set(self._desk.settings.now.extra)
        lending_id = new_id(self._desk.clock.now_ms())
        self._hut.borrow(lending_id, self._home, asset_id, allowed, self._mine(self._on_thing))

    def damaged(self) -> None:
        """What was just brought back is broken or not whole."""
        if self._hut is not None and self._told is not None and self.model.sure:
            self._busy(Wish.BACK)
            self._hut.damaged(self._told, self._mine(self._on_damaged))

    def help(self) -> None:
        self._draw(replace(self.model, step=Step.HELP))
        self._turns.read("whom", _whom, self._on_whom, lambda _: None)

    def call(self) -> None:
        """Somebody needs help: rings at the gate with somebody there, or says whom to phone."""
        if self._hut is None:
            self._called("", stored=False)
        else:
            self._hut.help(self._mine(self._on_call))

    def leave(self) -> None:
        """Whoever looks after the hut wants the desk back."""
        self._draw(replace(self.model, step=Step.LEAVE))
        self.leaving.begin()

    def on_changed(self, topics: frozenset[str]) -> None:
        """A unit has committed, here or by way of the hub."""
        if self._alarm and topics & {"alarms", "arrived"}:
            alarm = self._alarm
            self._turns.read("seen", lambda r: _seen(r, alarm), self._on_seen, lambda _: None)
        if self._alarm and not self.model.seen and "sync" in topics:  # whether the call got through
            self._turns.read("whom", _whom, self._on_whom, lambda _: None)
        elif self.model.step is Step.HOME and topics & {"stock", "devices", "device_standing", "lending", "arrived"}:
            self.refresh()

    # --- what is shown to the camera or scanner ----------------------------------------------------------------------

    def scan(self, seen: ScanSeen) -> None:
        if self.model.step in DEAF:
            return
        if self.model.step in (Step.DONE, Step.SORRY):
            self.wipe()  # the next one
        self._turns.read("identify", lambda r: _identify(r, seen), lambda answer: self._identified(seen, answer))

    def _identified(self, seen: ScanSeen, answer: Identified) -> None:
        if self._hut is not None:
            self._hut.note_scan(seen, answer, f"hut.{self.model.wish.value or 'shown'}")
        if answer.answer is not Answer.VALID:
            self._sorry(NOT_GOOD.get(answer.answer, "hut.code_not_good"))
        elif answer.kind is Kind.ASSET and self._hut is not None:
            self._busy(Wish.BACK)
            self._hut.give_back(answer.subject_id, self._mine(self._on_thing))
        elif answer.kind is not Kind.INDOOR:
            self._sorry("hut.not_for_borrowing" if self.model.wish is Wish.BORROW else "hut.not_ours")
        else:
            self._household(answer.subject_id)

    def _household(self, household_id: str) -> None:
        self._home = household_id
        if self.model.wish is Wish.MASK:
            self._hand_out()
        elif self.model.wish is Wish.BORROW:
            self._offer()
        else:
            self.tone("good")
            self._draw(replace(self.model, shown=True))

    # --- who stands before the camera --------------------------------------------------------------------------------

    def _on_looked(self, looked: Seen) -> None:
        if self.model.step is Step.FACE:
            self._draw(replace(self.model, looked=looked))

    def _on_recognised(self, household_id: str) -> None:
        if self.model.step is Step.FACE:
            self._household(household_id)

    def _code_instead(self, why: str) -> None:
        """Not recognised is never refused: the code does it, as for everybody else."""
        if self.model.step is Step.FACE:
            if why:
                self.tone("bad")
            self._draw(replace(self.model, step=Step.SCAN, looked=None, other=why))

    # --- answers -----------------------------------------------------------------------------------------------------

    def _hand_out(self) -> None:
        if self._hut is None:
            self._sorry("dispense.no_machine")
        else:
            self._busy(Wish.MASK)
            self._hut.mask(self._home, self._mine(self._on_mask))

    def _on_mask(self, told: Told) -> None:
        self._told_of(told, Wish.MASK)

    def _offer(self) -> None:
        home, lockers = self._home, self._lockers()
        self._turns.read("offers", lambda r: _offers(r, home, lockers), self._on_offers)

    def _on_offers(self, found: tuple[Offer, ...]) -> None:
        if not found:
            self._sorry("hut.nothing")
            return
        things = tuple(
            Thing(
                one.asset_id,
                one.name,
                ICONS.get(one.kind.value, "package"),
                self._local(one.due_at),
                one.door,
                one.place,
            )
            for one in found
        )
        self.tone("good")
        self._draw(replace(self.model, step=Step.PICK, wish=Wish.BORROW, offers=things))

    def _on_thing(self, told: Told) -> None:
        self._told_of(told, self.model.wish)

    def _on_damaged(self, told: Told) -> None:
        self.tone("good" if told.outcome is Ended.DONE else "bad")
        self._draw(replace(self.model, step=Step.DONE, sure=False))

    def _told_of(self, told: Told, wish: Wish) -> None:
        self._told = told
        if told.ticket is not None:
            self.tone("bad")
            self._draw(replace(
                self.model, step=Step.TICKET, wish=wish, number=told.ticket.number, text=told.ticket.text, code=told.code,
                sure=told.outcome is Ended.FAILED,
            ))  # fmt: skip
        elif told.outcome is Ended.DONE:
            self.tone("good")
            due = self._local(told.due_at) if told.due_at else None
            self._draw(replace(
                self.model, step=Step.DONE, wish=wish, door=told.door, where=told.place, due=due, sure=True
            ))  # fmt: skip
        else:
            self._sorry(told.code, dict(told.facts))

    def _on_call(self, told: Told) -> None:
        self._called(told.alarm_id, stored=told.outcome is Ended.DONE)

    def _called(self, alarm_id: str, *, stored: bool) -> None:
        self._alarm = alarm_id
        self.tone("alarm")
        self._draw(replace(self.model, step=Step.CALLED, stored=stored))

    def _on_seen(self, seen: bool) -> None:
        if seen and not self.model.seen and self._alarm:
            self.tone("good")
            self._draw(replace(self.model, seen=True))

    def _on_whom(self, found: Whom) -> None:
        self._draw(replace(self.model, gate=found.gate, who=found.who, phone=found.phone))

    # --- inside ------------------------------------------------------------------------------------------------------

    def _sorry(self, code: str, facts: dict[str, object] | None = None) -> None:
        self.tone("bad")
        self._draw(replace(self.model, step=Step.SORRY, code=code, facts=facts or {}))

    def _busy(self, wish: Wish, name: str = "") -> None:
        self._draw(replace(self.model, step=Step.BUSY, wish=wish, name=name))

    def _mine(self, call: Callable[[Told], None]) -> Callable[[Told], None]:
        """The answer is for whoever stands there now."""
        nth = self._nth
        return lambda told: call(told) if nth == self._nth else None

    def _lockers(self) -> tuple[str, ...]:
        found = self._devices.attached(Role.LOCKER) if self._devices is not None else ()
        return tuple(one.id for one in found if one.ok)

    def _state(self, r: Any) -> tuple[str, str, str]:
        from desk.devices.reads import stock
        from desk.hut_reads import offers
        from desk.store.identity import here

        machines = self._devices.attached(Role.DISPENSER) if self._devices is not None else ()
        left = {one.device_id: one.left for one in stock(r)}
        masks = "" if any(one.ok and left.get(one.id, 0) > 0 for one in machines) else "hut.no_masks"
        things = "" if offers(r, "", self._lockers()) else "hut.nothing"
        place = here(r)
        return f"{place.site_name} · {place.gate_name}", masks, things

    def _on_state(self, found: tuple[str, str, str]) -> None:
        place, masks, things = found
        couriers = hut_set(self._desk.settings.now.extra).couriers
        self._draw(replace(self.model, place=place, masks=masks, things=things, couriers=couriers))

    def _local(self, at: int) -> Any:
        return self._desk.time.local(at)

    def _draw_leaving(self, people: Any, asking: Any, wrong: str) -> None:
        if self.model.step is Step.LEAVE:
            self._draw(replace(self.model, people=people, asking=asking, wrong=wrong))

    def _on_left(self) -> None:
        self._left()

    def _draw(self, model: HutModel) -> None:
        if self.model.step is Step.FACE and model.step is not Step.FACE:
            self.by_face.stop()
        self.model = model
        self.show(model)


def _identify(r: Any, seen: ScanSeen) -> Identified:
    from desk.codes.reads import identify

    return identify(r, seen.text, seen.raw)


def _offers(r: Any, household_id: str, lockers: tuple[str, ...]) -> Any:
    from desk.hut_reads import offers

    return offers(r, household_id, lockers)


def _whom(r: Any) -> Whom:
    from desk.hut_reads import whom

    return whom(r)


def _seen(r: Any, alarm_id: str) -> bool:
    from desk.hut_reads import seen_to

    return seen_to(r, alarm_id)
