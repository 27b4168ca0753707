"""The asset book and reservations: written, retired, labelled, kept for somebody, called off. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from desk.core.clock import HOUR_MS
from desk.core.ids import new_id
from ui.pages.lending.model import BookForm, KeepForm, Thing
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns

if TYPE_CHECKING:
    from ui.pages.lending.presenter import LendingPresenter


class Book:
    """`page` hears what came of it. Set by the view: `lines(things)` of the whole book, `form(form)` of a line that was
    opened, `labelled(text, serial, thing, estate, phone)`, `kept()` a reservation stands."""

    def __init__(self, ports: Ports, turns: Turns, page: LendingPresenter) -> None:
        self._ports, self._turns, self._page = ports, turns, page
        self.lines: Callable[[tuple[Thing, ...]], None] = ignore
        self.form: Callable[[BookForm], None] = ignore
        self.labelled: Callable[[str, str, Thing, str, str], None] = ignore
        self.kept: Callable[[], None] = ignore

    def refresh(self) -> None:
        time = self._ports.desk.time

        def work(r: Any) -> tuple[Thing, ...]:
            from desk.lending import reads
            from ui.pages.lending import asks

            return tuple(asks.thing(row, time, r.now) for row in reads.assets(r, all_gates=True, retired=True))

        self._turns.read("book", work, lambda found: self.lines(found))

    def begin(self, asset_id: str = "") -> BookForm:
        """A fresh line, or one for a label that stands for nothing yet."""
        return BookForm(asset_id or new_id(self._ports.clock.now_ms()))

    def open(self, asset_id: str) -> None:
        actor, time = self._ports.desk.actor, self._ports.desk.time

        def work(r: Any) -> BookForm:
            from ui.pages.lending import asks

            return asks.book_form(asks.card(r, actor, time, asset_id))

        self._turns.read("line", work, lambda found: self.form(found))

    def save(self, form: BookForm, words: str) -> None:
        """Add it, or change it."""

        def work(u: Any) -> None:
            from desk.lending.reads import draft_of
            from desk.lending.service import add_asset, edit_asset
            from ui.pages.lending import asks

            if form.new:
                add_asset(u, asks.asset_draft(form), form.id)
            else:
                edit_asset(u, form.id, asks.asset_draft(form, draft_of(u, form.id)))

        self._turns.write("save", work, lambda _: self._said(words, form.id))

    def lockers(self) -> tuple[tuple[str, str], ...]:
        """(device id, name) of the lockers attached to this computer."""
        flows = self._ports.extras.get("flows")
        if flows is None or flows.devices is None:
            return ()
        from desk.devices.acting import Role

        return tuple((one.id, one.name) for one in flows.devices.attached(Role.LOCKER))

    def retire(self, asset_id: str, back: bool, words: str) -> None:
        """It is lent no more, or again."""

        def work(u: Any) -> None:
            from desk.lending.service import bring_back_asset, retire_asset

            (bring_back_asset if back else retire_asset)(u, asset_id)

        self._turns.write("retire", work, lambda _: self._said(words, asset_id))

    def label(self, thing: Thing) -> None:
        """Its label: the code it has, or a new one."""

        def work(u: Any) -> Any:
            from desk.codes import reads_lists, service
            from desk.codes.rules import Kind
            from desk.store.identity import here

            live = reads_lists.live_of(u, Kind.ASSET, [thing.id]).get(thing.id)
            issued = service.for_print(u, [live])[0] if live else service.issue(u, Kind.ASSET, thing.id)
            return issued, here(u)

        def done(found: Any) -> None:
            issued, place = found
            self.labelled(place.url_prefix + issued.text, issued.serial, thing, place.site_name, place.gate_phone)
            self.refresh()

        self._turns.write("label", work, done)

    # --- reservations -------------------------------------------------------------------------------------------------

    def keep_form(self) -> KeepForm:
        """A fresh reservation: tomorrow morning."""
        now, time = self._ports.clock.now_ms(), self._ports.desk.time
        tomorrow = date.fromordinal(time.day(now).toordinal() + 1)
        return KeepForm(new_id(now), day=tomorrow.isoformat())

    def keep(self, form: KeepForm, words: str) -> None:
        """Keep it for somebody."""
        time = self._ports.desk.time

        def work(u: Any) -> None:
            from desk.lending.drafts import ReserveDraft
            from desk.lending.service import reserve
            from ui.pages.lending import asks

            start = time.at(date.fromisoformat(form.day), form.hour)
            draft = ReserveDraft(form.id, form.asset_id, start, start + form.hours * HOUR_MS, asks.to_of(form.who))
            reserve(u, draft)

        def done(_: object) -> None:
            self._ports.say.done(words)
            self._page.refresh()
            self.kept()

        self._turns.write("keep", work, done)

    def cancel(self, reservation_id: str, words: str) -> None:
        """They do not need it."""

        def work(u: Any) -> None:
            from desk.lending.service import cancel

            cancel(u, reservation_id)

        def done(_: object) -> None:
            self._ports.say.done(words)
            self._page.refresh()

        self._turns.write("cancel", work, done)

    def _said(self, words: str, asset_id: str) -> None:
        self._ports.say.done(words)
        self.refresh()
        self._page.refresh()
        self.open(asset_id)
