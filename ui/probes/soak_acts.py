"""What happens at a gatehouse in a day, each as one act through the window's own pages, buttons, keys and camera.

Behind the scenes (a service, not the window): a visitor is announced, which households do on their phones; a badge is issued;
a device is played with (somebody presses the button they wear).
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt

from desk.core.lanes import WRITE
from ui.pages.duty.model import Panel
from ui.pages.result.model import Next
from ui.probes.scan import badge_of_somebody
from ui.tour import Drive, Stage
from ui.widgets.dialog_card import DialogCard

PASSES_AT_ONCE = 10  # announced together
BUTTON = "841904"  # a help button of the demonstration
PAGES = (
    "today", "inside", "expected", "people", "codes", "goods", "roster", "hours", "team", "hearings", "handover", "devices",
    "screen", "sync", "settings", "help",
)  # fmt: skip
QUERIES = ("ouyang", "1202", "wxm", "张", "A12")
LENT = ("racket", "pump", "trolley")
NAMES = ("欧阳小满", "司马知夏", "诸葛沐阳", "慕容予安", "上官书瑶")


class Day:
    """One day at the desk: what has been begun, and whose turn it is."""

    def __init__(self, stage: Stage, seed: int = 0) -> None:
        self.stage = stage
        self.badge = ""
        self._passes: list[str] = []
        self._seed = seed
        self._pages, self._queries = itertools.cycle(PAGES), itertools.cycle(QUERIES)
        self._turn = seed

    # -- coming and going

    def sign_on(self) -> Drive:
        from desk.operators.rules import COMMAND

        box = self.stage.write(badge_of_somebody, COMMAND)
        yield box.full
        self.badge = box.value
        yield lambda: self.stage.program.eyes is not None
        self.stage.desk.lanes.run(WRITE, lambda: self.stage.desk.session.sign_on_badge(self.badge))
        yield lambda: not self._shell().stack.locked

    def visit(self, number: int) -> Drive:
        """A pass before the camera or the scanner, Enter; two of three leave again by the same pass."""
        if not self._passes:
            box = self.stage.write(_announce)
            yield box.full
            self._passes = list(box.value)
        text = self._passes.pop()
        yield from self._scanned(text, number % 2 == 0, Next.ADMIT)
        self.stage.press(Qt.Key.Key_Return, "\r")
        yield lambda: self._front() != "result"
        if number % 3:
            yield from self._scanned(text, number % 2 == 1, Next.CHECK_OUT)
            self._page("result").main_button().click()
            yield lambda: self._front() != "result"

    def form(self, number: int) -> Drive:
        """Somebody with no pass and no door in mind: the form, on the operator's word."""
        self.stage.go("admit", type="other", name=f"过客{number}")
        yield lambda: self._front() == "admit" and self._page("admit").model.kind == "other"
        page = self._page("admit")
        page._presenter.change(purpose_code="meeting", proof="override", reason="测量")
        yield lambda: not page.model.lacks
        page.main_button().click()
        yield lambda: page.model.done is not None
        page.main_button().click()
        yield lambda: page.model.done is None or self._front() != "admit"

    def passages(self, number: int) -> Drive:
        """Riders and couriers: one key each."""
        self._shell().acts.do("rider")
        if number % 2:
            self._shell().acts.do("courier")
        yield from self.rest()

    def leave(self, number: int) -> Drive:
        """The first of the list of those inside goes."""
        self.stage.go("inside", section="here")
        page = self._page("inside")
        yield lambda: self._front() == "inside"
        yield from self.rest()
        if page.model.rows:
            page.table.mark(0)
            gone = page.model.rows[0].visit_id
            page.leave.click()
            yield lambda: not page.model.rows or page.model.rows[0].visit_id != gone

    # -- the other rooms

    def parcel(self, number: int) -> Drive:
        """Put down for a household, the code told (on paper now and then), fetched by it."""
        self.stage.press(Qt.Key.Key_F7)
        yield lambda: self._front() == "goods"
        page = self._page("goods")
        while page.on_back():
            pass
        page.foot.button(0).click()
        self.stage.type("3-1", page.park.door.line)
        yield page.park.door.has_rows
        page.park.door.pick_first()
        self.stage.type("一箱水果", page.park.what)
        self.stage.type("A3", page.park.shelf)
        page.foot.button(0).click()
        yield lambda: page.panel == "code"
        code = "".join(page.code.slip().code.split())
        if number % 10 == 1:
            page.foot.button(1).click()
        page.on_back()
        self.stage.go("goods", code=code)
        yield lambda: page.panel == "thing"
        page.foot.button(0).click()
        yield lambda: page.panel == "shelf"

    def lend(self, number: int) -> Drive:
        """A thing to a household, and back."""
        self.stage.press(Qt.Key.Key_F8)
        yield lambda: self._front() == "lending" and self._page("lending").model.known
        page = self._page("lending")
        while page.on_back():
            pass
        yield from self.rest()
        free = [
            one for one in page.model.things
            if one.kind in LENT and not one.out and not one.cares and not page._words.forbidden(one.bars)
        ]  # fmt: skip
        if not free:
            return
        thing = free[number % len(free)]
        page._on_thing(thing)
        self.stage.type("3-1", page.lend.who.door.line)
        yield page.lend.who.door.has_rows
        page.lend.who.door.pick_first()
        yield lambda: bool(page.lend.items) and bool(page.lend._until.text())
        page.foot.button(0).click()
        yield lambda: page.panel == "done"
        page.foot.button(0).click()
        self.stage.go("lending", asset_id=thing.id)
        yield lambda: page.panel == "thing" and page.thing.loan is not None
        page.foot.button(0).click()
        yield lambda: page.panel == "home"

    def matter(self, number: int) -> Drive:
        """Somebody reports something; now and then with a photo, or a receipt on paper."""
        self.stage.press(Qt.Key.Key_F9)
        yield lambda: self._front() == "matter"
        page = self._page("matter")
        while page.panel != "note" and page.on_back():
            pass
        yield lambda: page.panel == "note"
        page.note.said.setPlainText("东门的门禁坏了，刷卡没反应")
        self.stage.type("东门", page.note.place)
        yield lambda: bool(page.note.pad.choice())
        if number % 4 == 0:
            page.note.photos.shoot.click()
            yield lambda: self._question() is not None
            self._question().finish("yes")
            yield lambda: bool(page.note.form().photos) and not page.note.photos.lacks()
        page.foot.button(0).click()
        yield lambda: page.panel == "noted"
        if number % 4 == 1:
            page.foot.button(0).click()
        page.on_back()

    def clock_on(self, number: int) -> Drive:
        """A member of the team comes on duty or goes, written by the desk."""
        self.stage.go("duty")
        page = self._page("duty")
        yield lambda: self._front() == "duty" and page.model.known
        page._presenter.go_panel(Panel.WHO)
        yield lambda: page.model.panel is Panel.WHO and bool(page.model.team)
        team = page.model.team
        page._presenter.choose(team[number % len(team)].id)
        yield lambda: page.model.panel is Panel.PERSON
        page._by_desk()
        yield from self.rest()
        while page.on_back():
            pass

    def roster(self, number: int) -> Drive:
        """The month's sheet on paper: a PDF where there is no printer."""
        self.stage.go("duty")
        page = self._page("duty")
        page._presenter.go_panel(Panel.SHEET)
        yield lambda: page.model.sheet is not None
        page._on_print()
        while page.on_back():
            pass

    def alarm(self, number: int) -> Drive:
        """A button is pressed; taken, put down with a note."""
        cover, receiver = self.stage.program.alarms.cover, self._receiver()
        yield lambda: receiver() is not None and receiver().health.ready
        receiver().stage.hand(f"press {BUTTON}")
        yield lambda: cover.isVisible() and bool(cover.alarm.name)
        cover.take.click()
        yield lambda: not cover.alarm.ringing
        cover.note.setText("楼组长到了，人没事")
        cover.close_.click()
        yield lambda: not cover.isVisible()

    def lock(self, number: int) -> Drive:
        """The desk is locked and opened again by a badge at the scanner."""
        self._shell().acts.do("lock")
        yield lambda: self._shell().stack.locked
        self.stage.scanner(self.badge)
        yield lambda: not self._shell().stack.locked

    def look(self, number: int) -> Drive:
        """A page opened, something looked for."""
        page, query = next(self._pages), next(self._queries)
        if self._shell().stack.has(page):
            self.stage.go(page)
            yield from self.rest()
        self.stage.program.window.scan_line.typed.emit(query)
        yield from self.rest()
        self.stage.program.window.scan_line.clear()

    def chores(self, number: int) -> Drive:
        """What the program does by itself every few minutes."""
        self.stage.program._run_chores()
        yield from self.rest()

    def home(self) -> Drive:
        """Back to the first page, whatever stood open."""
        self.stage.hold_up("")
        if (card := self._question()) is not None:  # of an act that went wrong
            card.finish("no")
        self.stage.program.window.notes.clear()
        self.stage.go("today")
        yield lambda: self._front() == "today"

    def rest(self) -> Drive:
        """Until both lanes have answered what was asked before."""
        from desk.core.lanes import READ

        told: list[str] = []
        for lane in (WRITE, READ):
            self.stage.desk.lanes.run(lane, lambda: "", told.append)
        yield lambda: len(told) == 2

    # -- hands and eyes

    def _scanned(self, text: str, camera: bool, wanted: Next) -> Drive:
        self.stage.program.eyes.scans.forget()  # type: ignore[union-attr]  # there since sign_on
        if camera:
            self.stage.hold_up(text)
        else:
            self.stage.program.eyes.scans.take(text, "wedge")  # type: ignore[union-attr]
        yield lambda: self._shown(wanted)
        self.stage.hold_up("")

    def _shown(self, wanted: Next) -> bool:
        model = self._page("result").model if self._front() == "result" else None
        return model is not None and bool(model.visitor) and model.next is wanted

    def _receiver(self) -> Callable[[], Any]:
        def found() -> Any:
            machines = self.stage.program.machines
            devices = machines.devices if machines is not None else None
            one = (
                next((one for one in devices.attached() if one.role.value == "sos_receiver"), None) if devices else None
            )
            return devices.driven(one.id) if devices and one else None

        return found

    def _question(self) -> Any:
        return DialogCard.on(self.stage.program.window)

    def _shell(self) -> Any:
        return self.stage.program.shell

    def _front(self) -> str:
        return self.stage.front()

    def _page(self, name: str) -> Any:
        return self.stage.page(name)


PLAN: tuple[tuple[int, str], ...] = (
    (2, "passages"), (4, "look"), (5, "parcel"), (6, "leave"), (8, "lend"), (10, "matter"), (12, "clock_on"),
    (20, "roster"), (25, "alarm"), (50, "lock"), (50, "chores"),
)  # fmt: skip
"""(every so many visits, what happens then): besides the visits themselves."""
FORM_EVERY = 5  # of the visits, by the form instead of a pass


def due(number: int) -> list[str]:
    """Names of the acts of visit `number`, in order."""
    return ["form" if number % FORM_EVERY == 0 else "visit", *(name for every, name in PLAN if number % every == 0)]


def _announce(u: Any) -> list[str]:
    """Passes of announced visitors with invented names."""
    from desk.core.clock import HOUR_MS
    from desk.reception.rules import Draft, VisitorType
    from desk.reception.service import expect_with_pass

    drafts = [Draft(VisitorType.GUEST, f"{NAMES[n % len(NAMES)]}{n}") for n in range(PASSES_AT_ONCE)]
    return [expect_with_pass(u, u.new_id(), one, u.now - HOUR_MS // 2, u.now + HOUR_MS).text for one in drafts]
