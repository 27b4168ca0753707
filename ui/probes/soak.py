"""--probe soak: a working day at the desk, hour after hour; what the program holds meanwhile and what goes wrong.

`--count N`: visits. `--out FOLDER`: `day.jsonl` gets a line of figures every ten visits, `ledger.jsonl` a line for every
committed unit of work, and `plan.json`, where it is there, says over how many seconds the visits are spread (`lasts_s`) and
the `first` one's number.
"""

from __future__ import annotations

import json
import logging
import time
from collections import Counter
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from ui import memory
from ui.probes.soak_acts import Day, due
from ui.probes.soak_gauge import Gauge
from ui.probes.soak_ledger import Ledger
from ui.tour import Condition, Drive, Stage

log = logging.getLogger("ui.probes")

TICK_MS = 5
SETTLE_MS = 1000
PATIENCE_S = 30.0  # an act that waits longer has gone wrong; the day goes on
SAMPLE_EVERY = 10
DESCRIBED, PICTURES = 20, 5  # failed acts told in words, and shown


class SoakProbe(QObject):
    """Ends the program when `count` visitors have come."""

    def __init__(self, program: Any, count: int, folder: Path) -> None:
        super().__init__()
        self.answer: dict[str, Any] = {}
        self._program, self._count, self._folder = program, count, folder
        plan = folder / "plan.json"
        self._plan: dict[str, Any] = json.loads(plan.read_text(encoding="utf-8")) if plan.exists() else {}
        self._gauge = Gauge(self)
        self._day = Day(Stage(program))
        self._done: Counter[str] = Counter()
        self._failed: list[str] = []
        self._samples = 0
        self._last: dict[str, Any] = {}
        self._act: tuple[str, Drive] | None = None
        self._wait: Condition | None = None
        self._since_s = 0.0
        self._acts = self._whole_day()
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        program.on_ready.append(self._begin)

    def _begin(self) -> None:
        self._ledger = Ledger(self._folder / "ledger.jsonl", self._program.desk.store)
        self._gauge.begin()
        QTimer.singleShot(self._plan.get("settle_ms", SETTLE_MS), self._tick.start)

    def _whole_day(self) -> Any:
        """(name, act) one after the other; None is a pause."""
        yield "sign_on", self._day.sign_on()
        yield "home", self._day.home()
        self._sample(0)
        first, lasts_s, began_s = int(self._plan.get("first", 1)), float(self._plan.get("lasts_s", 0)), time.monotonic()
        for number in range(first, first + self._count):
            for name in due(number):
                yield name, getattr(self._day, name)(number)
                yield "home", self._day.home()
            if (number - first + 1) % SAMPLE_EVERY == 0:
                yield "rest", self._day.rest()
                self._sample(number - first + 1)
            yield "pause", self._until(began_s + (number - first + 1) * lasts_s / self._count)

    def _until(self, at_s: float) -> Drive:
        """A quiet moment, not counted against anybody's patience."""
        while (left_s := at_s - time.monotonic()) > 0:
            self._since_s = time.monotonic() + left_s
            yield lambda: time.monotonic() >= at_s

    def _on_tick(self) -> None:
        if self._wait is not None and not self._ready():
            return
        try:
            if self._act is None:
                self._act = next(self._acts)
                self._since_s, self._gauge.doing = time.monotonic(), self._act[0]
            self._wait = next(self._act[1])
        except StopIteration:
            self._finish()
        except (AssertionError, AttributeError, LookupError, RuntimeError, TypeError, ValueError) as error:
            self._go_wrong(repr(error))

    def _ready(self) -> bool:
        """Whether what the act waits for has come; an act that waited too long is given up."""
        assert self._wait is not None
        try:
            if self._wait():
                return True
        except (AssertionError, AttributeError, LookupError, RuntimeError, TypeError, ValueError) as error:
            self._go_wrong(repr(error))
            return False
        if time.monotonic() - self._since_s > PATIENCE_S:
            self._go_wrong("waited in vain")
        return False

    def _finish(self) -> None:
        if self._act is None:  # no act is left
            self._tick.stop()
            self._end()
            return
        self._done[self._act[0]] += 1
        self._act = self._wait = None

    def _go_wrong(self, why: str) -> None:
        assert self._act is not None
        shell = self._program.shell
        where = f"{self._act[0]} {self._done[self._act[0]] + 1} on {shell.stack.name if shell else '-'}: {why}"
        if len(self._failed) < PICTURES:
            self._program.window.grab().save(str(self._folder / f"wrong-{len(self._failed) + 1}.png"))
        self._failed.append(where[:200])
        log.warning("an act of the day went wrong: %s", where)
        self._act = self._wait = None
        if self._done["sign_on"] == 0:
            QApplication.exit(1)

    def _sample(self, visits: int) -> None:
        if self._plan.get("trim"):
            memory.give_back()
        self._last = {"visits": visits, **self._gauge.sample()}
        with (self._folder / "day.jsonl").open("a", encoding="ascii") as file:
            file.write(json.dumps(self._last) + "\n")

    def _end(self) -> None:
        self.answer = {
            "visits": self._count, "acts": dict(sorted(self._done.items())), "failed": len(self._failed),
            "failures": self._failed[:DESCRIBED], "stalls": self._gauge.stalls_told(), "last": self._last,
            "error_texts": self._gauge.errors.texts, "platform": QApplication.platformName(),
        }  # fmt: skip
        QApplication.exit(0)
