"""Puts a prepared sentence over every public screen of the site, and ends it. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ui import moments
from ui.pages.takeover.model import Prepared, TakeoverModel
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns

if TYPE_CHECKING:
    from desk.screen.rules import Sentence
    from desk.screen.rules_board import Board


class TakeoverPresenter:
    """`show(model)` is set by the view."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[TakeoverModel], None] = ignore

    def refresh(self) -> None:
        self._turns.read("takeover", _ask, self._answered)

    def key_held(self) -> None:
        """The first sentence, now; when one stands already, the card only tells so."""

        def work(u: Any) -> None:
            from desk.screen import reads, service
            from ui.public_screen.usual import usual

            if reads.board(u).emergency is None:
                service.take_over(u, usual=usual())

        self._turns.write("take", work, lambda _: self._done())

    def take(self, nth: int) -> None:
        """This sentence, in place of what stands."""

        def work(u: Any) -> None:
            from desk.screen import service
            from ui.public_screen.usual import usual

            service.take_over(u, nth, usual())

        self._turns.write("take", work, lambda _: self._done())

    def end(self) -> None:
        """Back to the ordinary screen."""

        def work(u: Any) -> int:
            from desk.screen import service

            return service.end_emergency(u)

        self._turns.write("end", work, lambda _: self.refresh())

    def edit(self) -> None:
        """Where the sentences are written."""
        self._ports.go.to("screen", section="sentences")

    def leave(self) -> None:
        self._ports.go.back()

    def _done(self) -> None:
        self._ports.say.tone("alarm")
        self.refresh()

    def _answered(self, found: tuple[tuple[Sentence, ...], Board]) -> None:
        sentences, board = found
        item = board.emergency
        time = self._ports.desk.time
        screen = self._ports.extras.get("screen")
        since = ""
        if item is not None:
            since = moments.told(time, item.from_at, board.moment)
        self.show(
            TakeoverModel(
                True, tuple(Prepared(nth, one.title, one.text) for nth, one in enumerate(sentences)),
                item.title if item is not None else "", since, screen is not None and screen.keeper.at is not None,
                self._ports.desk.actor.may("screen.edit"),
            )
        )  # fmt: skip


def _ask(r: Any) -> tuple[tuple[Sentence, ...], Board]:
    from desk.screen import reads
    from ui.public_screen.usual import usual

    return reads.prepared(r, usual()), reads.board(r)
