"""The whole program on the small estate, driven for audits: one run per look, every page brought to the front in turn."""

from __future__ import annotations

import gc
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk.core.lanes import READ, WRITE
from tests.fakes.clock import FakeClock
from tests.ui import estate
from ui import i18n, pages
from ui.app import Program
from ui.bridge import qt_log_to_logging
from ui.options import Options
from ui.theme import apply_theme

PATIENCE_S = 20.0
POLL_MS = 2
SOON_MS = 140  # a timer this short is a redraw that follows a commit (ui.shell.page.QUIET_MS), or a search one typed


class Stage:
    """One run of the program: `lang`, `scheme`, `base` text size."""

    def __init__(self, app: QApplication, template: Path, lang: str, scheme: str, base: int) -> None:
        qt_log_to_logging()
        self._app = app
        self._folder = tempfile.TemporaryDirectory()
        self.lang, self.base = lang, base
        home = Path(self._folder.name) / "home"
        shutil.copytree(template, home)
        self.program = Program(
            app, Options(home=home, camera="off", lang=lang, scheme=scheme, base_px=base), FakeClock()
        )
        self.window = self.program.window
        self.program.show()
        self.until(lambda: self.program.eyes is not None)
        for lane in ("chores", "updates"):  # every lane has its thread before the first test counts threads
            self.done(lane, lambda: None)
        self.sign_on()

    @property
    def shell(self) -> Any:
        return self.program.shell

    def until(self, condition: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE_S
        while not condition():
            assert time.monotonic() < end, "waited in vain"
            QTest.qWait(POLL_MS)

    def sign_on(self) -> None:
        from desk.operators.reads import sign_on_list

        desk = self.program.desk
        with desk.store.reading() as r:
            managers = [chip for chip in sign_on_list(r) if chip.role == "manager"]
        self.done(WRITE, lambda: desk.session.sign_on_pin(managers[0].operator_id, estate.PIN))
        self.until(lambda: not self.shell.stack.locked)
        self.rest()

    def done(self, lane: str, work: Callable[[], Any]) -> Any:
        """Run something on a lane and wait for its answer."""
        told: list[Any] = []
        self.program.desk.lanes.run(lane, work, told.append, told.append)
        self.until(lambda: bool(told))
        return told[0]

    def rest(self) -> None:
        """Until questions under way are answered and what they drew is drawn: twice in a row nothing more was due."""
        calm = 0
        while calm < 2:
            self.done(WRITE, lambda: None)
            self.done(READ, lambda: None)
            QTest.qWait(POLL_MS)
            calm = 0 if self._due() else calm + 1
            self.until(lambda: not self._due())
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # no loop of ours runs that would do it
        self._app.processEvents()

    def _due(self) -> bool:
        """Whether something will be drawn anew in a moment."""
        tops: list[QObject] = [self.program, *self._app.topLevelWidgets()]
        timers = (timer for top in tops for timer in top.findChildren(QTimer))
        return any(t.isSingleShot() and t.isActive() and t.interval() <= SOON_MS for t in timers)

    def home(self) -> None:
        """Nothing typed, nothing said, today in front."""
        self.window.notes.clear()
        self.window.scan_line.clear()
        self.shell.stack.to("today")
        self.window.scan_line.field.setFocus()

    def go(self, page: str, **arguments: Any) -> Any:
        self.shell.to(page, **arguments)
        self.rest()
        return self.page()

    def page(self) -> Any:
        return self.shell.stack.front()

    def front(self) -> str:
        return str(self.shell.stack.name)

    def scan(self, name: str) -> None:
        """Hold one of the estate's codes before the desk and open its card."""
        from desk.codes.reads import identify

        with self.program.desk.store.reading() as r:
            answer = identify(r, r.setting(estate.SCANS)[name])
        self.shell.result(answer)
        self.rest()

    def close(self) -> None:
        self.window.close()
        self.program.close()
        self.window.deleteLater()
        self.program.deleteLater()
        i18n.install(i18n.SOURCE)
        apply_theme(self._app)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self._app.processEvents()
        self._folder.cleanup()
        gc.collect()


def names() -> list[str]:
    """Pages of a founded desk: the first run has its own window."""
    return [spec.name for spec in pages.specs() if spec.name not in ("welcome", "setup")]


def in_rail() -> set[str]:
    return {spec.name for spec in pages.specs() if spec.in_rail}
