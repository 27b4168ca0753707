"""Notices, emergency sentences and the monitor of the public screen. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from desk.core.errors import Refused
from desk.core.text import clean_line
from ui.pages.screen.asks import ask, key_of, span_of, wanted, where_of
from ui.pages.screen.model import Draft, Row, ScreenModel
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns

if TYPE_CHECKING:
    from desk.screen.rules import Item

DAYS = 3  # a new notice hangs for, unless somebody says otherwise


class ScreenPresenter:
    """`show(model)`, `edit(draft)`, `saved()`, `check(code, facts)` and `retracted(title, id)` are set by the view."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[ScreenModel], None] = ignore
        self.edit: Callable[[Draft], None] = ignore
        self.saved: Callable[[], None] = ignore
        self.check: Callable[[str, dict[str, object]], None] = ignore
        self.retracted: Callable[[str, str], None] = ignore
        self.printed: Callable[[dict[str, Any]], None] = ignore
        self._items: dict[str, Item] = {}

    @property
    def screen(self) -> Any:
        """The running public screen (ui.public_screen.host.PublicScreen), or None."""
        return self._ports.extras.get("screen")

    def refresh(self) -> None:
        self._turns.read("screen", ask, self._answered)

    # -- notices

    def new(self) -> None:
        """An empty form for the next days."""
        today = self._ports.desk.time.day(self._ports.clock.now_ms())
        local = self._ports.desk.time.local(self._ports.clock.now_ms())
        self.edit(
            Draft(
                from_day=today.isoformat(), from_time=f"{local:%H:%M}", until_day=(today + timedelta(days=DAYS)).isoformat()
            )
        )  # fmt: skip

    def open(self, item_id: str) -> None:
        """A notice in the form."""
        if item := self._items.get(item_id):
            start, end = (self._ports.desk.time.local(at) for at in (item.from_at, item.until_at))
            self.edit(
                Draft(
                    item.id, item.kind.value, item.title, item.text, start.date().isoformat(), f"{start:%H:%M}",
                    end.date().isoformat(), f"{end:%H:%M}", item.approver, bool(item.gates),
                )
            )  # fmt: skip

    def look(self, draft: Draft) -> None:
        """Say at once what would be refused, while one writes. The form is not looked at while it is empty."""
        if not draft.title.strip() and not draft.text.strip():
            self.check("", {})
            return

        def work(r: Any) -> Refused | None:
            from desk.screen import service

            try:
                service.checked(r, draft.title or "…", draft.text)
            except Refused as no:
                return no
            return None

        self._turns.read("look", work, lambda no: self.check(no.code if no else "", dict(no.facts) if no else {}))

    def around(self, preview: Any) -> Any:
        """The preview with what stands on the screen around it (both ui.public_screen.model.Shown)."""
        if self.screen is None:
            return preview
        return replace(preview, head=self.screen.shown.head, beside=self.screen.shown.beside)

    def save(self, draft: Draft) -> bool:
        """Put it up. False while the last one is being written, or with a time nobody can read."""
        try:
            spans = self._at(draft.from_day, draft.from_time), self._at(draft.until_day, draft.until_time)
        except ValueError:
            self._ports.say.problem(Refused("screen.time_wrong"))
            return False

        def work(u: Any) -> Item:
            from desk.screen import service

            return service.save(u, wanted(u, draft, spans), draft.id)

        return self._turns.write("save", work, self._on_saved)

    def busy(self) -> bool:
        return self._turns.busy("save")

    def retract(self, item_id: str) -> None:
        """Down at once; ten seconds to put it back."""
        title = self._items[item_id].title if item_id in self._items else ""

        def work(u: Any) -> None:
            from desk.screen import service

            service.retract(u, item_id)

        self._turns.write("retract", work, lambda _: self.retracted(title, item_id))

    def offer_undo(self, words: str, item_id: str) -> None:
        """In the view's words."""
        self._ports.say.undo(words, lambda: self._put_back(item_id))

    def _put_back(self, item_id: str) -> None:
        def work(u: Any) -> None:
            from desk.screen import service

            service.put_back(u, item_id)

        self._turns.write("back", work, ignore)

    # -- what the site prepares

    def save_sentences(self, pairs: Sequence[tuple[str, str]]) -> bool:
        def work(u: Any) -> None:
            from desk.screen import service_settings
            from desk.screen.rules import Sentence

            service_settings.prepare(u, [Sentence(title, text) for title, text in pairs])

        return self._turns.write("sentences", work, lambda _: self._on_saved(None))

    def save_numbers(self, pairs: Sequence[tuple[str, str]], rules: str) -> bool:
        def work(u: Any) -> None:
            from desk.screen import service_settings
            from desk.screen.rules import Number

            service_settings.say_numbers(u, [Number(name, phone) for name, phone in pairs])
            service_settings.say_rules(u, rules)

        return self._turns.write("numbers", work, lambda _: self._on_saved(None))

    # -- the monitor

    def choose(self, key: str, on: bool, scheme: str) -> None:
        """Which monitor, whether at all, in which colours: of this computer only."""
        screen = self.screen
        if screen is None:
            return
        from ui.public_screen.placing import Chosen

        found = next((one for one in screen.keeper.monitors() if key_of(one) == key), None)
        now = screen.keeper.chosen
        if found is not None:
            screen.choose(Chosen(on, found.name, found.serial, found.model, scheme))
        else:
            screen.choose(Chosen(on, now.name, now.serial, now.model, scheme))
        self.refresh()

    # -- paper

    def wall(self) -> None:
        """What stands on the screen, for A4 on the notice wall."""

        def work(r: Any) -> dict[str, Any]:
            from desk.screen import reads

            return {"wall": reads.board(r)}

        self._turns.read("wall", work, self.printed)

    def board(self) -> None:
        """Hours, phones and rules for a laminated board."""

        def work(r: Any) -> dict[str, Any]:
            from desk.screen import reads
            from desk.store.identity import here, house

            return {"board": reads.board(r), "rules": reads.rules(r), "here": here(r), "house": house(r)}

        self._turns.read("board", work, self.printed)

    def lies_on_paper(self, ids: Sequence[str]) -> None:
        """These were printed; said only by those who may edit."""
        if ids and self._ports.desk.actor.may("screen.edit"):

            def work(u: Any) -> None:
                from desk.screen import service

                service.printed(u, list(ids))

            self._turns.write("printed", work, ignore)

    # -- the way

    def emergency(self) -> None:
        self._ports.go.to("takeover")

    def leave(self) -> None:
        self._ports.go.back()

    def done(self, words: str) -> None:
        self._ports.say.done(words)

    # -- answers

    def _on_saved(self, _: object) -> None:
        self._ports.say.tone("good")
        self.saved()
        self.refresh()

    def _answered(self, found: dict[str, Any]) -> None:
        items: tuple[Item, ...] = found["items"]
        self._items = {item.id: item for item in items}
        time, late = self._ports.desk.time, found["late"]
        rows = tuple(
            Row(item.id, item.kind.value, found["states"][item.id], item.title, span_of(time, item, late), bool(item.printed_at))
            for item in items
            if item.kind.value != "emergency"
        )  # fmt: skip
        self.show(
            ScreenModel(
                True, rows, where_of(self.screen), found["emergency"], self._ports.desk.actor.may("screen.edit"), found["sentences"],
                found["numbers"], found["rules"],
            )
        )  # fmt: skip

    def _at(self, day: str, clock: str) -> int:
        """UTC ms of a day and a time of the site. Raises ValueError."""
        hour, _, minute = clean_line(clock).replace("：", ":").partition(":")
        return self._ports.desk.time.at(date.fromisoformat(day), int(hour), int(minute or 0))
