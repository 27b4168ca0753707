"""Agreeing with the hub, on screen: how it stands, what a person has to settle, linking, inviting. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desk.core.errors import Refused
from ui.pages.sync import asks
from ui.pages.sync.model import Found, Line, Panel, SyncModel
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns

if TYPE_CHECKING:
    from desk.sync.enrolling import Invitation
    from desk.sync.reads_conflicts import Values

NOTED = "sync_noted"  # see ui.shell.shell
TICKET_LEAST = 12  # letters; shorter is no ticket
AFTER = {Panel.REASON: Panel.CONFLICT}


class SyncPresenter:
    """`show(model)`, `told(what, count)` (something went well: agreed, settled, linked, unlinked, out, in) are set by the
    view; `wrong_value(error)` says at the field what was not right."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[SyncModel], None] = ignore
        self.told: Callable[[str, int], None] = ignore
        self.wrong_value: Callable[[Exception], None] = ignore
        self.model = SyncModel()
        self._until_s = 0.0

    # -- coming and going

    def open(self, section: str = "") -> None:
        """Came to the front. section: `link` opens the way to a hub."""
        self.refresh()
        if section == "link" and self.model.may_link:
            self.change(panel=Panel.LINK, wrong=None)

    def leave(self) -> None:
        """Another page is in front: nothing in full, and no ticket, stays behind."""
        self._hide()
        if self.model.panel in (Panel.INVITE, Panel.HAND, Panel.REASON):
            self.change(panel=Panel.HOME, invitation=None, by_hand=None)
        self._turns.forget()

    def refresh(self) -> None:
        """Everything afresh; a form or a ticket that is open stays."""
        actor = self._ports.desk.actor
        self.model = replace(
            self.model, may_link=actor.may("settings.site"), may_note=actor.may("settings.desk"),
            may_reveal=actor.may("people.reveal"), has_line=self._line is not None,
            may_carry=self._line is not None and self._line.carries and actor.may("settings.site"),
        )  # fmt: skip
        noted_at = int(self._ports.desk.settings.now.extra.get(NOTED, 0))
        self._turns.read("all", lambda r: asks.everything(r, actor, noted_at), self._on_found)

    def back(self) -> bool:
        """One panel back; False when the page itself may be left."""
        if self.model.panel is Panel.HOME:
            return False
        self._hide()
        self.change(panel=AFTER.get(self.model.panel, Panel.HOME), invitation=None, by_hand=None, wrong=None, ticket="")
        return True

    def go_back(self) -> None:
        if not self.back():
            self._ports.go.back()

    def change(self, **fields: Any) -> None:
        self.model = replace(self.model, **fields)
        self.show(self.model)

    # -- the line

    def agree(self) -> None:
        """A round with the hub, now."""
        self._do("agree", lambda line, done, failed: line.agree(done, failed))

    def link(self, text: str) -> None:
        """A ticket was pasted or scanned."""
        text = text.strip()
        if len(text) < TICKET_LEAST:
            self.change(wrong=Refused("sync.not_a_ticket"))
            return
        self.change(ticket=text)
        self._do("enrol", lambda line, done, failed: line.enrol(text, done, failed))

    def scanned(self, text: str) -> bool:
        """A code came in while this page is in front; True when it is a ticket."""
        if self.model.panel is not Panel.LINK or not text.lstrip().startswith("{"):
            return False
        if not self.model.busy:
            self.link(text)
        return True

    def invite(self) -> None:
        """A further desk is to join: a ticket to hold before its camera."""
        self._do("invite", lambda line, done, failed: line.invite(done, failed))

    def invite_by_file(self, folder: Path) -> None:
        """A further desk is to join where there is no hub: a file, and a code to write down."""
        self._do("hand", lambda line, done, failed: line.invite_by_file(folder, done, failed))

    def unlink(self) -> None:
        """No hub from now on; the view has asked before."""
        self._do("unlink", lambda line, done, failed: line.unlink(done, failed))

    def write_stick(self, folder: Path) -> None:
        self._do("out", lambda line, done, failed: line.write_stick(folder, done, failed))

    def read_stick(self, path: Path) -> None:
        self._do("in", lambda line, done, failed: line.read_stick(path, done, failed))

    # -- what a person settles

    def open_conflict(self, num: int) -> None:
        self._hide()
        self.change(panel=Panel.CONFLICT, chosen=num, wrong=None)

    def choose(self, choice: str) -> None:
        """`standing` or `lost`."""
        num = self.model.chosen

        def work(u: Any) -> None:
            from desk.app import hooks
            from desk.sync import service

            service.settle(u, num, choice, hooks())

        self._turns.write("settle", work, self._on_settled)

    def write_other(self, text: str) -> None:
        """Neither: this one."""
        num = self.model.chosen

        def work(u: Any) -> None:
            from desk.app import hooks
            from desk.sync import service

            service.settle_with(u, num, text, hooks())

        self._turns.write("settle", work, self._on_settled, self._on_wrong_value)

    def ask_reason(self) -> None:
        self.change(panel=Panel.REASON)

    def reveal(self, reason: str) -> None:
        """Both values in full for half a minute; the reason goes into the trail."""
        num = self.model.chosen

        def work(u: Any) -> Any:
            from desk.sync import service

            return service.reveal(u, num, reason), u.now

        self._turns.write("reveal", work, lambda found: self._on_revealed(*found))

    def tick(self) -> None:
        """A second has passed."""
        if self.model.values is not None:
            left = self._until_s - self._ports.clock.monotonic_s()
            if left <= 0:
                self._hide()
            elif self.model.left_s != -int(-left // 1):
                self.change(left_s=-int(-left // 1))
        invitation = self.model.invitation
        if invitation is not None and self._ports.clock.now_ms() >= invitation.expires_ms:
            self.change(invitation=None, panel=Panel.HOME, wrong=Refused("enrol.code_expired"))

    def note_pass(self, num: int) -> None:
        """Somebody has read that a pass was used at two gates."""

        def work(u: Any) -> None:
            from desk.sync import service

            service.noted(u, num)

        self._turns.write(f"note {num}", work, lambda _: self.refresh())

    def note_refused(self) -> None:
        """Somebody has read why lines were refused."""
        ids = [one.op_id for one in self.model.found.refused] if self.model.found else []

        def work(u: Any) -> None:
            from desk.sync import service

            service.refusals_seen(u, ids)

        self._turns.write("refused", work, lambda _: self.refresh())

    def note_past(self) -> None:
        """Somebody has read that this disk was copied, or that the hub went back."""
        settings = self._ports.desk.settings
        settings.change(extra={**settings.now.extra, NOTED: self._ports.clock.now_ms()})
        self.refresh()

    def open_double(self, household_id: str) -> None:
        self._ports.go.to("people", household_id=household_id)

    # -- the voice, for the view's words

    def say_done(self, words: str) -> None:
        self._ports.say.done(words)

    def ask(self, question: Any, yes: Callable[[], None]) -> None:
        self._ports.say.ask(question, yes)

    def now_ms(self) -> int:
        return self._ports.clock.now_ms()

    def local(self, at_ms: int) -> Any:
        """On the site's clock."""
        return self._ports.desk.time.local(at_ms)

    def day(self, at_ms: int) -> Any:
        return self._ports.desk.time.day(at_ms)

    # -- inside

    @property
    def _line(self) -> Line | None:
        line: Line | None = self._ports.extras.get("line")
        return line

    def _do(self, what: str, act: Callable[[Line, Callable[[Any], None], Callable[[Exception], None]], None]) -> None:
        if self._line is None or self.model.busy:
            return
        self.change(busy=what, wrong=None)
        act(self._line, lambda value: self._on_done(what, value), self._on_failed)

    def _on_done(self, what: str, value: Any) -> None:
        self.model = replace(self.model, busy="")
        if what == "invite":
            invitation: Invitation = value
            self.change(panel=Panel.INVITE, invitation=invitation)
            return
        if what == "hand":
            self.change(panel=Panel.HAND, by_hand=value)
            return
        self._ports.say.tone("good")
        self.change(panel=Panel.HOME, ticket="")
        self.told(what, value if isinstance(value, int) else 0)
        self.refresh()

    def _on_failed(self, error: Exception) -> None:
        self._ports.say.tone("bad")
        self.change(busy="", wrong=error)
        self.refresh()

    def _on_found(self, found: Found) -> None:
        self.model = replace(self.model, found=found)
        if self.model.panel in (Panel.CONFLICT, Panel.REASON) and self.model.conflict() is None:
            self._hide()
            self.model = replace(self.model, panel=Panel.HOME)
        self.show(self.model)

    def _on_settled(self, _: object) -> None:
        self._hide()
        self._ports.say.tone("good")
        self.change(panel=Panel.HOME, chosen=0)
        self.told("settled", 0)
        self.refresh()

    def _on_wrong_value(self, error: Exception) -> None:
        if isinstance(error, Refused) and error.code != "right.missing":
            self.wrong_value(error)
        else:
            self._ports.say.problem(error)

    def _on_revealed(self, values: Values, now: int) -> None:
        span_s = min((values.until - now) / 1000, 30.0)
        self._until_s = self._ports.clock.monotonic_s() + span_s
        self.change(panel=Panel.CONFLICT, values=values, left_s=round(span_s))

    def _hide(self) -> None:
        if self.model.values is not None:
            self.change(values=None, left_s=0)
