"""The desk and the window joined: pages, keys, scans, who is on duty, the lock. Made once the desk is open."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from desk.app import Desk
from desk.core.errors import Refused
from desk.core.events import ScanSeen
from desk.core.lanes import READ, WRITE
from ui import i18n
from ui.child import Children
from ui.clocked import Clocked
from ui.matter_clock import MatterClock
from ui.shell.acts import Acts
from ui.shell.assisted_bar import AssistedBar
from ui.shell.district import District
from ui.shell.looks import Looks
from ui.shell.page import Page, PageSpec, Ports
from ui.shell.ports import Question
from ui.shell.relief import TOPICS as RELIEF_TOPICS
from ui.shell.relief import Relief
from ui.shell.routing import Front, Router
from ui.shell.shortcuts import FunctionKeys
from ui.shell.stack import RESULT, Stack
from ui.shell.turns import Turns
from ui.shell.voice import Voice
from ui.shell.wedge import ScannerKeys
from ui.shell.window import Window

if TYPE_CHECKING:
    from desk.codes.views import Identified
    from desk.operators.session import Session
    from desk.store.identity import Here
    from desk.sync.reads_now import SyncNow
    from ui.eyes import Eyes
    from ui.scans import Scans

log = logging.getLogger("ui.shell")

SECOND_MS = 1000
LAST_ANSWERS = 3  # questions in a row that a page may ask by itself
AGES_S = 30  # ages on the strip grow by themselves
NOTED = "sync_noted"  # in the machine's settings: up to when a person has read what happened to the hub or this disk
RECEIPT = "matter"  # the kind of a code on a receipt
ASSET = "asset"  # the kind of a code on a thing that is lent
CLOCKS = ("duty", "shift")  # kinds of codes that clock somebody on or off, from any page
BAR_MS = 300  # every unit adds lines to be sent; the bar counts them a moment later


class Shell(QObject):
    """Implements Go (to, back, result, found) for pages and Target for the router."""

    def __init__(self, desk: Desk, window: Window, voice: Voice, specs: Sequence[PageSpec], looks: Looks) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._voice = voice
        self._specs = specs
        self._children = Children(desk, voice.problem, self)
        self.extras: dict[str, Any] = {
            "looks": looks,
            "child": self._children.child,
            "practise": self._children.practise,
        }
        self.stack = Stack(specs, self._make, self._may)
        self._ports = self._new_ports()
        self._turns = Turns(desk, voice.problem)
        self.district, self.relief = District(desk, voice), Relief(desk, voice.problem)
        self.assisted = AssistedBar(desk, voice)
        self._seconds = 0
        self.router = Router(desk, self, voice.problem, self._sign_on)
        self._clocked = Clocked(self._ports)
        self.acts = Acts(self._ports, self.stack.has, self._on_counted, lambda: self.stack.name)
        self.keys = FunctionKeys(self.acts.do, self._on_hold, self._touch, self)
        self._scanner: ScannerKeys | None = None
        self.matter_clock = MatterClock(desk, voice, self.to, self)
        self._second = QTimer(self, interval=SECOND_MS)
        self._second.timeout.connect(self._on_second)
        self._bar_due = QTimer(self, singleShot=True, interval=BAR_MS)
        self._bar_due.timeout.connect(self._refresh_bar)
        looks.changed.connect(self._on_looks)
        self._connect()

    def _connect(self) -> None:
        window, line = self._window, self._window.scan_line
        window.room_chosen.connect(self.to)
        window.urgent_held.connect(lambda: self.acts.do("urgent"))
        window.urgent_tapped.connect(self._on_urgent_tapped)
        window.bar.switch_pressed.connect(lambda: self.to("signon"))
        window.bar.chip_pressed.connect(self._on_chip)
        window.bar.line_pressed.connect(lambda: self.to("sync"))
        self.district.show = window.district.show_words
        self.relief.show = window.relief.show_model
        window.relief.pressed.connect(lambda: self.to("handover"))
        window.show_above(self.assisted)
        self.assisted.pressed.connect(lambda: self.to("assisted"))
        window.district.read.connect(self._on_notice_read)
        window.district.whole.connect(self._on_notice_whole)
        line.entered.connect(self._on_entered)
        line.typed.connect(self._on_typed)
        line.more.connect(lambda: self.to("more"))
        line.camera.connect(lambda: self.to("more"))
        self._voice.answered.connect(self.router.settle)

    def start(self) -> None:
        """Show the first page and begin the seconds."""
        self._window.show_stack(self.stack)
        self._window.show_rooms(self._allowed())
        self.keys.start()
        self._second.start()
        self.matter_clock.start()
        self._show_session()
        self._refresh_bar()
        self.district.refresh()
        self._ask_relief()
        self._on_second()
        if not self.stack.locked:
            self.to(self.stack.home())

    def close(self) -> None:
        self.assisted.leave()  # may be called twice
        self._second.stop()
        self.matter_clock.stop()
        self._bar_due.stop()
        self.keys.stop()
        if self._scanner is not None:
            self._scanner.stop()

    def take_keys(self, scans: Scans) -> None:
        """Listen to keyboard scanners from now on."""
        self._scanner = ScannerKeys(lambda text: scans.take(text, "wedge"), self._on_spoilt, self)
        self._scanner.start()

    def eyes_are_here(self, eyes: Eyes) -> None:
        """The cameras are made: tell the page in front, which may be waiting for their picture."""
        page = self.stack.front()
        if page is not None:
            page.eyes_are_here(eyes)

    # -- Go

    def to(self, page: str, /, **arguments: Any) -> None:
        if self.stack.to(page, **arguments):
            return
        if not self.stack.has(page):
            log.info("no page %s", page)
            self._voice.problem(Refused("program.no_page"))
        elif self.stack.locked:
            self._voice.problem(Refused("session.locked"))
        else:
            self._voice.problem(Refused("right.missing"))

    def back(self) -> None:
        self.stack.back()
        self._window.scan_line.clear()

    def found(self, text: str) -> None:
        self.router.typed(text)

    def digits(self, digits: str) -> None:
        self.router.digits(digits)

    # -- Target

    def front(self) -> Front | None:
        return self.stack.front()

    def busy(self) -> bool:
        return self._voice.asking

    def result(self, answer: Identified) -> None:
        self._window.scan_line.clear()
        if answer.kind is not None and answer.kind.value == RECEIPT and answer.screen.value == "valid":
            self.to("matter", matter_id=answer.subject_id)  # how it stands is the answer
        elif answer.kind is not None and answer.kind.value == ASSET and answer.screen.value == "valid":
            self.to("lending", asset_id=answer.subject_id, scanned=True)  # what is in goes out, what is out comes back
        elif answer.kind is not None and answer.kind.value in CLOCKS and answer.screen.value == "valid":
            self._clocked.run(lambda clocking: clocking.by_code(answer))
        else:
            self.to(RESULT, answer=answer)

    def choose(self, answers: tuple[Identified, ...]) -> None:
        self.to("choices", answers=answers)

    def find(self, text: str) -> None:
        self.to("find", query=text)

    def short_list(self, digits: str) -> None:
        self.to("choices", digits=digits)

    def refuse(self, code: str, facts: dict[str, object]) -> None:
        self._voice.problem(Refused(code, **facts))

    def tone(self, name: str) -> None:
        self._voice.tone(name)

    # -- what happens

    def on_changed(self, topics: frozenset[str]) -> None:
        self.stack.topics_changed(topics)
        if "session" in topics or "operators" in topics:
            self._show_session()
        if "arrived" in topics or "notices" in topics:
            self.district.refresh()
        if topics & RELIEF_TOPICS:
            self._ask_relief()
        if not self._bar_due.isActive():  # a month that is being sent commits all the time
            self._bar_due.start()

    def on_scanned(self, seen: ScanSeen) -> None:
        self.router.scan(seen)

    def _on_entered(self, text: str) -> None:
        if text:
            self.router.typed(text)
            self._window.scan_line.clear()
        else:
            self._window.press_main()

    def _on_typed(self, text: str) -> None:
        """Search while one types, once it cannot be meant as a number to be entered whole."""
        if text and not text.isdigit() and self.stack.has("find") and not self.stack.locked:
            self.stack.to("find", query=text, live=True)

    def _on_spoilt(self) -> None:
        self._voice.problem(Refused("scan.input_method"))

    def _on_hold(self, act: str, on: bool) -> None:
        button = self._window.urgent
        if act == "urgent" and button is not None:
            button.press_hold() if on else button.release_hold()

    def _on_urgent_tapped(self) -> None:
        self._voice.done(self.tr("急事请按住一秒（F12）"))

    def _on_notice_read(self) -> None:
        if self.stack.locked:
            self._voice.problem(Refused("session.locked"))
        else:
            self.district.read()

    def _on_notice_whole(self, text: str) -> None:
        words = self.tr("知道了")
        self._voice.ask(Question(self.tr("街道通知"), text, words, self.tr("稍后再说")), self._on_notice_read)

    def _on_chip(self, operator_id: str) -> None:
        self.to("signon", operator_id=operator_id)

    def _on_counted(self, kind: str, undo: Callable[[], None]) -> None:
        words = self.tr("骑手放行，已记 1 次") if kind == "rider" else self.tr("快递放行，已记 1 次")
        self._voice.undo(words, undo)

    def _on_looks(self) -> None:
        self._ports = self._new_ports()
        self._specs = list(self._specs)
        self._window.retranslate(self._allowed())
        self._bury(self.stack.renew(self._specs), LAST_ANSWERS)
        self._show_session()

    def _bury(self, former: list[Page], rounds: int) -> None:
        """Delete pages that were made anew, once what they asked, and what the answers made them ask, is answered."""
        if not rounds:
            for page in former:
                page.deleteLater()
            return
        waiting = {READ, WRITE}

        def answered(lane: str) -> None:
            waiting.discard(lane)
            if not waiting:
                self._bury(former, rounds - 1)

        for lane in (READ, WRITE):
            self._desk.lanes.run(lane, lambda: None, lambda _, lane=lane: answered(lane))

    def _session(self) -> Session | None:
        """Who is on duty; None until there is a desk."""
        try:
            return self._desk.session
        except Refused:
            return None

    def _touch(self) -> None:
        if session := self._session():
            session.touch()
            self._desk.assisting.touch()

    def _on_second(self) -> None:
        self._seconds += 1
        if self._seconds % AGES_S == 0:
            self._refresh_bar()
            self.district.refresh()
            self._ask_relief()
        self._window.bar.show_time(self._desk.time.local(self._desk.clock.now_ms()))
        session = self._session()
        if session is not None and session.due():
            self._desk.lanes.run(WRITE, session.tick, lambda _: self._show_session())

    def _show_session(self) -> None:
        session = self._session()
        if session is None:
            return
        state = session.state
        people = tuple((chip.operator_id, chip.label) for chip in state.chips)
        self._window.bar.show_people(people, state.active_id, state.locked)
        self._window.show_rooms(self._allowed())
        if state.locked and not self.stack.locked:
            self._window.notes.clear()
            self._window.scan_line.clear()
            if eyes := self.extras.get("eyes"):
                eyes.forget()  # what was half read was held up for somebody else
        self.stack.set_locked(state.locked)
        self._ask_relief()

    def _ask_relief(self) -> None:
        if self._session() is not None:
            self.relief.refresh()

    def _refresh_bar(self) -> None:
        if self._session() is not None:
            noted_at = int(self._desk.settings.now.extra.get(NOTED, 0))
            self._turns.read("bar", lambda r: _here(r, noted_at), self._show_here)

    def _show_here(self, found: tuple[Here, SyncNow]) -> None:
        here, now = found
        self._window.bar.show_place(here.site_name, here.gate_name)
        self._window.bar.show_sync(now)

    def _sign_on(self, badge: str) -> None:
        self.acts.sign_on(badge)

    # -- making pages

    def _make(self, spec: PageSpec) -> Page:
        return spec.make(self._ports)

    def _may(self, spec: PageSpec) -> bool:
        return not spec.right or self._desk.actor.may(spec.right)

    def _allowed(self) -> list[PageSpec]:
        return [spec for spec in self._specs if self._may(spec)]

    def _new_ports(self) -> Ports:
        return Ports(self._desk, self, self._voice, self._desk.clock, i18n.current(), self.extras)


def _here(r: Any, noted_at: int) -> tuple[Here, SyncNow]:
    from desk.store.identity import here
    from desk.sync.reads_now import now

    return here(r), now(r, noted_at)
