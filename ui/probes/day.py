"""--probe day: a day of visits through the real window with the preview on; what the program holds of memory meanwhile.

Every visit goes the way of a person at the desk: a scan and Enter on its card, or the form; riders in between, pages opened,
lists searched. Needs a throw-away data folder.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Generator
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from ui.probes.scan import badge_of_somebody, memory_mb

TICK_MS = 5
SETTLE_MS = 3000
PASSES_AT_ONCE = 25  # issued behind the scenes; a desk has a few hundred live ones at most
FORM_EVERY, PAGES_EVERY, RIDER_EVERY = 5, 4, 2
MARKS = (0, 100, 200, 300, 400, 500)  # visits after which the memory is read
PAGES = ("today", "inside", "expected", "people", "codes", "goods", "settings", "help")
QUERIES = ("ouyang", "1202", "wxm", "张", "A12")

Condition = Callable[[], bool]


class DayProbe(QObject):
    """Ends the program when `count` visitors are in."""

    def __init__(self, program: Any, count: int) -> None:
        super().__init__()
        self.answer: dict[str, object] = {}
        self._program = program
        self._count = count
        self._texts: list[str] = []
        self._memory: dict[int, float] = {}
        self._wait: Condition | None = None
        self._drive = self._day()
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        program.on_ready.append(lambda: QTimer.singleShot(SETTLE_MS, self._tick.start))

    def _on_tick(self) -> None:
        if self._wait is not None and not self._wait():
            return
        try:
            self._wait = next(self._drive)
        except StopIteration:
            self._tick.stop()
            self._end()

    def _day(self) -> Generator[Condition, None, None]:
        yield from self._sign_on()
        pages, queries = itertools.cycle(PAGES), itertools.cycle(QUERIES)
        for done in range(self._count + 1):
            if done in MARKS:
                yield from self._rest()
                self._memory[done] = memory_mb() or 0.0
            if done == self._count:
                return
            yield from self._by_form(done) if done % FORM_EVERY == 0 else self._by_pass()
            if done % RIDER_EVERY == 0:
                self._program.shell.acts.do("rider")
            if done % PAGES_EVERY == 0:
                yield from self._look_around(next(pages), next(queries))

    def _sign_on(self) -> Generator[Condition, None, None]:
        from desk.core.lanes import WRITE
        from desk.operators.rules import COMMAND

        desk, told = self._program.desk, []
        desk.write(badge_of_somebody, told.append, actor=COMMAND)
        yield lambda: bool(told) and self._program.eyes is not None
        desk.lanes.run(WRITE, lambda: desk.session.sign_on_badge(told[0]))
        yield lambda: not self._program.shell.stack.locked

    def _by_pass(self) -> Generator[Condition, None, None]:
        """A pass is scanned, Enter lets in."""
        if not self._texts:
            told: list[list[str]] = []
            self._program.desk.write(lambda u: _passes(u, PASSES_AT_ONCE), told.append)
            yield lambda: bool(told)
            self._texts = told[0]
        shell = self._program.shell
        self._program.eyes.scans.take(self._texts.pop(), "wedge")
        yield lambda: shell.stack.name == "result" and bool(shell.stack.front().model.visitor)
        shell.stack.front().main_button().click()
        yield lambda: shell.stack.name != "result"

    def _by_form(self, number: int) -> Generator[Condition, None, None]:
        """Somebody with no pass and no door in mind: the form, on the operator's word."""
        shell = self._program.shell
        shell.to("admit", type="other", name=f"过客{number}")
        yield lambda: shell.stack.name == "admit" and shell.stack.front().model.kind == "other"
        page = shell.stack.front()
        page._presenter.change(purpose_code="meeting", proof="override", reason="测量")
        yield lambda: not page.model.lacks
        page.main_button().click()
        yield lambda: page.model.done is not None
        page.main_button().click()
        yield lambda: page.model.done is None or shell.stack.name != "admit"

    def _look_around(self, page: str, query: str) -> Generator[Condition, None, None]:
        shell, line = self._program.shell, self._program.window.scan_line
        if shell.stack.has(page):
            shell.to(page)
            yield from self._rest()
        line.typed.emit(query)
        yield from self._rest()
        shell.to("today")
        yield from self._rest()

    def _rest(self) -> Generator[Condition, None, None]:
        """Until both lanes have answered what was asked before."""
        from desk.core.lanes import READ, WRITE

        told: list[str] = []
        for lane in (WRITE, READ):
            self._program.desk.lanes.run(lane, lambda: "", told.append)
        yield lambda: len(told) == 2

    def _end(self) -> None:
        """An act that failed has ended the day early: then there is no answer."""
        last_mark = max(mark for mark in MARKS if mark <= self._count)
        if last_mark not in self._memory:
            QApplication.exit(1)
            return
        first, last = self._memory.get(100, self._memory[0]), self._memory[last_mark]
        self.answer = {
            "visits": self._count,
            "memory_mb": {str(n): mb for n, mb in self._memory.items()},
            "most_mb": max(self._memory.values()),
            "growth_mb": round(last - first, 1),
        }
        QApplication.exit(0)


def _passes(u: Any, count: int) -> list[str]:
    """Passes of announced visitors with invented names."""
    from desk.core.clock import HOUR_MS
    from desk.reception.rules import Draft, VisitorType
    from desk.reception.service import expect_with_pass

    names = ("欧阳小满", "司马知夏", "诸葛沐阳", "慕容予安", "上官书瑶")
    return [
        expect_with_pass(
            u, u.new_id(), Draft(VisitorType.GUEST, f"{names[n % 5]}{n}"), u.now - HOUR_MS // 2, u.now + HOUR_MS
        ).text
        for n in range(count)
    ]
