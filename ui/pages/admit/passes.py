"""The pass of a visit that has just begun: given on its own page, or printed at once as the desk has chosen. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desk.codes.views import Issued
from ui.pages.admit import acts
from ui.pages.admit.model import Done, PassState
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns

if TYPE_CHECKING:
    from ui.flows import Flows

Paper = Callable[[Issued, str, Any, Callable[[bool], None]], None]  # issued, place, the gate's words, came out


class Passes:
    """`paper` is set by the view: it draws and prints. changed: the state is another."""

    def __init__(self, ports: Ports, turns: Turns, changed: Callable[[], None]) -> None:
        self._ports, self._turns, self._changed = ports, turns, changed
        self.paper: Paper = ignore
        self.state = PassState.NONE
        self._issued: Issued | None = None
        self._done: Done | None = None

    def admitted(self, done: Done) -> None:
        """They are in, whatever becomes of the paper."""
        self.forget()
        self._done = done
        flows: Flows | None = self._ports.extras.get("flows")
        wanted = flows.print_pass() if flows is not None and not done.repeated else "never"
        if wanted == "ask":
            self._turn(PassState.ASKED)
        elif wanted == "always":
            self.print()

    def forget(self) -> None:
        """The next visitor."""
        self._done = self._issued = None
        self.state = PassState.NONE

    def print(self) -> None:
        """Issued once, printed as often as somebody asks."""
        done = self._done
        if done is None:
            return
        if self._issued is not None:
            self._to_paper(done, self._issued)
        else:
            self._turns.write(
                "pass", lambda u: acts.give_pass(u, done), lambda made: self._made(done, made), self._fell
            )

    def give(self) -> None:
        """On a page of its own: to photograph, to read out, to save."""
        done = self._done
        if done is None:
            return
        if self._issued is not None:
            self._show(done, self._issued)
        else:
            self._turns.write("pass", lambda u: acts.give_pass(u, done), lambda made: self._shown(done, made))

    def _made(self, done: Done, issued: Issued) -> None:
        if done is self._done:
            self._issued = issued
        self._to_paper(done, issued)

    def _to_paper(self, done: Done, issued: Issued) -> None:
        if done is self._done:
            self._turn(PassState.SENT)
        place = done.place
        self._turns.read(
            "here", acts.here, lambda here: self.paper(issued, place, here, lambda out: self._out(done, out))
        )

    def _out(self, done: Done, came_out: bool) -> None:
        if done is self._done:
            self._turn(PassState.PRINTED if came_out else PassState.FAILED)

    def _shown(self, done: Done, issued: Issued) -> None:
        if done is self._done:
            self._issued = issued
        self._show(done, issued)

    def _show(self, done: Done, issued: Issued) -> None:
        self._ports.go.to("passcard", issued=issued, place=done.place)

    def _fell(self, error: Exception) -> None:
        self._turn(PassState.FAILED)
        self._ports.say.problem(error)

    def _turn(self, state: PassState) -> None:
        self.state = state
        self._changed()
