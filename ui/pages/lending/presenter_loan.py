"""What is out: taken back, lent longer, reminded, written down, given up; and what is done to a thing between loans. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ui.pages.lending.model import Back, Full, Who
from ui.shell.ports import Ports
from ui.shell.turns import Turns

if TYPE_CHECKING:
    from desk.core.clock import SiteTime
    from ui.pages.lending.presenter import LendingPresenter

REASON = "resident_asks"  # why a borrower is looked at on this page: they are asked for what is theirs to give back


class Loans:
    """`page` hears what came of it."""

    def __init__(self, ports: Ports, turns: Turns, page: LendingPresenter) -> None:
        self._ports, self._turns, self._page = ports, turns, page

    def give_back(self, asset_id: str, condition: str, gone: Mapping[str, int], wiped: bool, note: str = "") -> None:
        """It is here again, whoever brought it. gone: parts of a kit that were used, by name."""

        time = self._ports.desk.time

        def work(u: Any) -> Back:
            return _give_back(u, time, asset_id, condition, gone, wiped, note)

        def done(back: Back) -> None:
            self._ports.say.tone("good")
            self._turns.forget("card")  # asked for when the change was told: it would open the thing once more
            self._page.back(back)
            if back.loan_id:
                self._page.open_doors((asset_id,), "loan", back.loan_id)

        if not self._turns.busy("back"):
            self._turns.write("back", work, done)

    def offer_undo(self, words: str, back: Back) -> None:
        """Ten seconds to say that it was the wrong one."""
        if back.loan_id:
            self._ports.say.undo(words, lambda: self._write("undo_return", back.loan_id, asset_id=back.asset_id))
        else:
            self._ports.say.done(words)

    def extend(self, loan_id: str, asset_id: str, key: str, words: str) -> None:
        """Longer, by a choice of asks.later."""
        time = self._ports.desk.time

        def work(u: Any) -> None:
            from desk.lending import reads
            from desk.lending.service import extend
            from ui.pages.lending import asks

            row = reads.loan(u, loan_id)
            extend(u, loan_id, asks.later(key, row.due_at if row is not None else u.now, u.now, time))

        self._turns.write("extend", work, lambda _: self._said(asset_id, words))

    def remind(self, loan_id: str, asset_id: str, stage: int, words: str) -> None:
        """Somebody rang and asked kindly."""

        def work(u: Any) -> None:
            from desk.lending.rules import Stage
            from desk.lending.service import remind

            remind(u, loan_id, Stage(stage))

        self._turns.write("remind", work, lambda _: self._said(asset_id, words))

    def identify(self, lending_id: str, asset_id: str, who: Who, words: str) -> None:
        """Who it was."""

        def work(u: Any) -> None:
            from desk.lending.service import identify
            from ui.pages.lending import asks

            identify(u, lending_id, asks.to_of(who))

        self._turns.write("identify", work, lambda _: self._said(asset_id, words))

    def reveal(self, lending_id: str) -> None:
        """Whom to ring, for as long as the house allows; written into the trail."""

        def work(u: Any) -> Full:
            from desk.lending.service import reveal
            from desk.people.rules import REVEAL_MS

            found = reveal(u, lending_id, REASON)
            return Full(lending_id, found.name, found.phone, found.place, REVEAL_MS // 1000)

        self._turns.write("reveal", work, lambda found: self._page.full(found))

    def give_up(self, loan_id: str, asset_id: str, words: str) -> None:
        """It will not come back."""
        self._write("give_up", loan_id, asset_id=asset_id, words=words)

    def put_right(self, asset_id: str, words: str) -> None:
        """Wiped down, repaired, found."""
        self._write("put_right", asset_id, asset_id=asset_id, words=words)

    def restock(self, asset_id: str, words: str) -> None:
        """Everything is back in the kit."""
        self._write("restock", asset_id, asset_id=asset_id, words=words)

    def broken(self, asset_id: str, words: str) -> None:
        """Somebody saw on the shelf that it is broken."""

        def work(u: Any) -> None:
            from desk.lending.rules_asset import Step
            from desk.lending.service import mark

            mark(u, asset_id, Step.DAMAGED)

        self._turns.write("broken", work, lambda _: self._said(asset_id, words))

    def count(self, asset_id: str, pieces: int, words: str) -> None:
        """So many pieces are there."""
        self._write("counted", asset_id, pieces, asset_id=asset_id, words=words)

    def _write(self, verb: str, *args: Any, asset_id: str, words: str = "") -> None:
        def work(u: Any) -> None:
            from desk.lending import service

            getattr(service, verb)(u, *args)

        self._turns.write(verb, work, lambda _: self._said(asset_id, words))

    def _said(self, asset_id: str, words: str) -> None:
        if words:
            self._ports.say.done(words)
        self._page.refresh()
        if words:
            self._page.open(asset_id)


def _give_back(
    u: Any, time: SiteTime, asset_id: str, condition: str, gone: Mapping[str, int], wiped: bool, note: str
) -> Back:  # fmt: skip
    from desk.lending import drafts, reads
    from desk.lending.rules import Used
    from desk.lending.rules_asset import Condition
    from desk.lending.service import give_back
    from desk.store.identity import here
    from ui.pages.lending import asks

    missing = tuple(Used(name, used) for name, used in gone.items() if used > 0)
    given = give_back(u, asset_id, drafts.Back(Condition(condition), missing, wiped, note))
    row = reads.asset(u, asset_id)
    name = asks.title(row.tag, row.name) if row is not None else ""
    return Back(
        asset_id,
        name,
        given.condition.value,
        given.late_ms // 60_000,
        given.loan_id,
        here(u).site_name,
        f"{time.local(u.now):%m-%d %H:%M}",
    )
