"""What happens in front of the camera: the guided capture, and being recognised. Frames pass through, none is kept. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desk.core.errors import Refused
from desk.faces.rules_capture import Outcome
from desk.faces.rules_match import Verdict
from desk.faces.views import Seen, Shot
from ui.clocked import Clocked
from ui.faces.hints import Hints, code_of, hint_of
from ui.pages.faces.model import Check, Panel, Who
from ui.shell.ports import Ports
from ui.shell.turns import Turns
from ui.texts import sentence

if TYPE_CHECKING:
    from desk.faces_seeing import Capturing, CheckIn
    from ui.pages.faces.presenter import FacesPresenter


class Live:
    """Of one page. `frame(picture, at_ms)` is fed by the view while `wants` says so."""

    def __init__(self, ports: Ports, page: FacesPresenter) -> None:
        self._ports, self._page = ports, page
        self._turns = Turns(ports.desk, ports.say.problem)
        self._clocked = Clocked(ports)
        self._seeing: Capturing | CheckIn | None = None
        self._keeping = False
        self._hints = Hints(ports.clock.monotonic_s)
        self._rivals: tuple[str, ...] = ()

    @property
    def wants(self) -> bool:
        """Whether frames are looked at now."""
        return self._seeing is not None

    def frame(self, picture: Any, at_ms: int) -> None:
        if self._seeing is not None:
            self._seeing.frame(picture, at_ms)

    def stop(self) -> None:
        """What was made of the frames is dropped."""
        seeing, self._seeing = self._seeing, None
        self._keeping, self._rivals = False, ()
        self._hints.forget()
        self._page.hush()
        if seeing is not None:
            seeing.close()

    def camera(self, code: str) -> None:
        """How the camera is. One that was lost has the capture begin anew: nobody else may step in meanwhile."""
        lost = self._page.model.camera == "camera.working" and code != "camera.working"
        self._page.change(camera=code)
        if lost:
            self.again()

    def closed(self) -> None:
        """The lane was switched off, or broke, in the middle."""
        self.stop()
        self._ports.say.problem(Refused("faces.off"))
        self._page.change(panel=Panel.HOME, shot=None, seen=None)

    def again(self) -> None:
        """Begin anew with whoever stands there."""
        self._keeping = False
        self._page.change(shot=None, seen=None, like=Who())
        if self._seeing is not None:
            self._seeing.again()

    # -- the capture

    def capture(self, person_id: str, consent_id: str) -> None:
        self.stop()
        try:
            self._seeing = self._page.faces.capture(person_id, consent_id, self._on_shot, self._on_failed)
        except Refused as no:
            self._ports.say.problem(no)
            return
        self._page.change(panel=Panel.CAPTURE, shot=None, like=Who(), wrong="")

    def keep(self, twin: bool = False) -> None:
        """Made into a template and kept; the frames are gone already. twin: somebody looked and says they are two."""
        seeing: Any = self._seeing
        if seeing is not None and not self._keeping:
            self._keeping = True
            seeing.keep(twin, self._on_kept, self._on_failed)

    def _on_shot(self, shot: Shot) -> None:
        before = self._page.model.shot
        self._page.change(shot=shot)
        if shot.taken_now:
            self._ports.say.tone("good")
        if shot.outcome is Outcome.DONE:
            self.keep()
        elif shot.outcome is Outcome.DOUBLE:
            if before is None or before.outcome is not Outcome.DOUBLE:
                self._ports.say.tone("bad")
                self._turns.read(
                    "like", lambda r: self._page.who(r, shot.like), lambda who: self._page.change(like=who)
                )
        elif shot.outcome is Outcome.MORE:
            self._speak(f"faces.turn.{shot.turn.value}" if shot.turn and shot.hint.value == "good" else hint_of(shot))

    def _on_kept(self, receipt: Any) -> None:
        self.stop()
        self._ports.say.tone("good")
        self._page.on_receipt(receipt)

    # -- being recognised

    def check(self, clocking: bool) -> None:
        self.stop()
        fields: dict[str, Any] = {"clocking": clocking, "check": Check.LOOKING, "seen": None, "who": Who(), "wrong": ""}
        self._page.change(panel=Panel.CHECK, **fields)
        try:
            self._seeing = self._page.faces.check_in(self._on_seen, self._on_failed)
        except Refused as no:
            self._page.change(panel=Panel.HOME)
            self._ports.say.problem(no)

    def household(self, household_id: str) -> bool:
        """The second factor of look-alikes: the code of their household. True when it was asked for."""
        if self._page.model.check is not Check.SECOND:
            return False
        self._page.faces.among(self._rivals, household_id, self._on_settled, self._ports.say.problem)
        return True

    def _on_seen(self, seen: Seen) -> None:
        self._page.change(seen=seen)
        answer = seen.answer
        if answer is None:
            if self._page.model.check is Check.LOOKING:
                self._speak(code_of(seen))
        elif answer.verdict is Verdict.ACCEPT:
            self._known(answer.person_id)
        elif answer.verdict is Verdict.ASK:
            self._rivals = answer.rivals
            self._ports.say.tone("bad")
            self._page.change(check=Check.SECOND)
        else:
            self._page.change(check=Check.UNKNOWN)

    def _on_settled(self, person_id: str) -> None:
        self._rivals = ()
        if person_id:
            self._known(person_id)
        else:
            self._page.change(check=Check.UNKNOWN)

    def _known(self, person_id: str) -> None:
        self._turns.read("known", lambda r: self._page.who(r, person_id), self._on_known)

    def _on_known(self, who: Who) -> None:
        if self._page.model.panel is not Panel.CHECK:
            return
        if self._page.model.clocking:
            self._clocked.run(lambda clocking: clocking.by_face(who.person_id), self._on_clocked, self._on_not_clocked)
            return
        self._ports.say.tone("good")
        self._page.change(check=Check.KNOWN, who=who)

    def _on_clocked(self, _: Any) -> None:
        self._ports.go.back()

    def _on_not_clocked(self, error: Exception) -> None:
        self._ports.say.problem(error)
        self._page.change(check=Check.UNKNOWN)

    # -- both

    def _on_failed(self, error: Exception) -> None:
        self._keeping = False
        self._ports.say.problem(error)

    def _speak(self, code: str) -> None:
        """Hints are read aloud: whoever looks into the camera cannot read the screen of the desk."""
        speech = self._ports.extras.get("speech")
        if speech is not None and self._hints.due(code):
            speech.read(sentence(code))
