"""What is said of a published shift from this page: they come, cannot, somebody stands in, a swap. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from ui.pages.roster.model import Panel, Pick

if TYPE_CHECKING:
    from ui.pages.roster.presenter import RosterPresenter


class Changing:
    """Acts on the opened shift and its marked member."""

    def __init__(self, presenter: RosterPresenter) -> None:
        self._presenter = presenter

    def confirm(self) -> None:
        self._say("confirm")

    def excuse(self) -> None:
        self._say("excuse")

    def no_show(self) -> None:
        self._say("no_show")

    def leave(self) -> None:
        self._say("leave")

    def join(self, member_id: str) -> None:
        """One more, at once."""
        shift = self._presenter.model.chosen
        self._write("join", lambda u, verbs: verbs.join(u, shift, member_id))

    def pick(self, what: Pick, swap: str = "", shift_id: str = "") -> None:
        """Choose who: a stand-in, whom to offer it to, who takes an offer."""
        presenter = self._presenter
        fields: dict[str, Any] = {"panel": Panel.ASK, "pick": what, "swap": swap, "candidates": ()}
        presenter.change(**fields, **({"chosen": shift_id} if shift_id else {}))
        presenter.ask_candidates()

    def picked(self, member_id: str) -> None:
        """Somebody was chosen ("": anybody may take the offer)."""
        model = self._presenter.model
        shift, member, swap = model.chosen, model.member, model.swap
        if model.pick is Pick.STAND_IN:
            self._write("stand_in", lambda u, verbs: verbs.stand_in(u, shift, member, member_id), Panel.SHIFT)
        elif model.pick is Pick.OFFER:
            self._presenter.change(taker=member_id)
            if member_id and self._presenter.model.returns:
                self._presenter.change(panel=Panel.RETURN)
            else:
                self.offer("")
        else:
            self._write("accept", lambda u, verbs: verbs.accept(u, swap, member_id), Panel.SWAPS)

    def offer(self, in_return: str) -> None:
        """Offer the opened shift to the taker, for one of theirs or for nothing."""
        model = self._presenter.model
        shift, member, taker = model.chosen, model.member, model.taker
        self._write("offer", lambda u, verbs: verbs.offer(u, shift, member, taker, in_return), Panel.SHIFT)

    def set_approval(self, rule: str) -> None:
        """Who approves swaps from now on."""
        self._write("approval", lambda u, verbs: verbs.set_approval(u, rule))

    def accept(self, swap_id: str) -> None:
        self._write("accept", lambda u, verbs: verbs.accept(u, swap_id), Panel.SWAPS)

    def approve(self, swap_id: str) -> None:
        self._write("approve", lambda u, verbs: verbs.approve(u, swap_id) or swap_id, Panel.SWAPS)

    def refuse(self, swap_id: str) -> None:
        self._write("refuse", lambda u, verbs: verbs.refuse(u, swap_id), Panel.SWAPS)

    def withdraw(self, swap_id: str) -> None:
        self._write("withdraw", lambda u, verbs: verbs.withdraw(u, swap_id), Panel.SWAPS)

    def undo(self, change_id: str) -> None:
        """Take back what was said."""
        self._write("undo", lambda u, verbs: verbs.undo(u, change_id))

    def cancel_shift(self, why: str) -> None:
        from desk.duty import service_roster

        shift = self._presenter.model.chosen
        self._write("cancelled", lambda u, _: service_roster.cancel_shift(u, shift, why))

    def restore_shift(self) -> None:
        from desk.duty import service_roster

        shift = self._presenter.model.chosen
        self._write("restored", lambda u, _: service_roster.restore_shift(u, shift))

    def _say(self, verb: str) -> None:
        model = self._presenter.model
        shift, member = model.chosen, model.member
        self._write(verb, lambda u, verbs: getattr(verbs, verb)(u, shift, member))

    def _write(self, what: str, work: Callable[[Any, Any], Any], panel: Panel | None = None) -> None:
        from desk.duty import service_changes

        self._presenter.turns.write(
            "change", lambda u: work(u, service_changes), lambda answer: self._on_said(what, answer, panel)
        )

    def _on_said(self, what: str, answer: Any, panel: Panel | None) -> None:
        """`answer` is the id that undo takes, where there is one."""
        presenter = self._presenter
        if panel is not None:
            presenter.go(panel)
        presenter.told(what, 0, answer if isinstance(answer, str) else "")
        presenter.refresh()
