"""The bridge between other threads and the Qt loop: answers, bus events and log lines of Qt cross here and nowhere else."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, Slot, qInstallMessageHandler

from desk.core.events import Bus, Changed, DeviceSaid, Event, HealthChanged, ScanSeen

log = logging.getLogger("ui.bridge")
qt_log = logging.getLogger("qt")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_CHATTER = ("qt.multimedia.", "qt.text.font.db", "qt.qpa.fonts", "qt.qpa.keymapper")
_CHATTER_TEXTS = (
    "No RHI backend",  # no graphics card: pictures are converted by the processor
    "does not support propagateSizeHints",  # the offscreen platform, for every window with a smallest size
)


class LoopPost(QObject):
    """`post(call)` from any thread runs the call on the thread this object lives on: the `post` of desk lanes."""

    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._posted.connect(self._run, Qt.ConnectionType.QueuedConnection)
        self._open = True

    def post(self, call: Callable[[], None]) -> None:
        """Queue the call. After close() it is dropped: the screens it speaks to are gone."""
        if self._open:
            self._posted.emit(call)

    def close(self) -> None:
        self._open = False

    @Slot(object)
    def _run(self, call: Callable[[], None]) -> None:
        if not self._open:
            return
        try:
            call()
        except Exception:  # one answer that fails must not take the loop with it
            sys.excepthook(*sys.exc_info())


class BusBridge(QObject):
    """What the desk tells, as queued signals on the Qt thread."""

    changed = Signal(frozenset)
    scanned = Signal(object)  # ScanSeen
    health = Signal(object)  # HealthChanged
    said = Signal(object)  # DeviceSaid

    def __init__(self, bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._leave = bus.subscribe(self._hear)

    def close(self) -> None:
        self._leave()

    def _hear(self, event: Event) -> None:
        if isinstance(event, Changed):
            self.changed.emit(event.topics)
        elif isinstance(event, ScanSeen):
            self.scanned.emit(event)
        elif isinstance(event, HealthChanged):
            self.health.emit(event)
        elif isinstance(event, DeviceSaid):
            self.said.emit(event)


def qt_log_to_logging() -> None:
    """Send Qt's own messages, those of QtMultimedia included, to the log instead of stderr."""
    qInstallMessageHandler(_on_qt_message)


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    category = str(getattr(context, "category", "") or "")
    level = _LEVELS.get(kind, logging.INFO)
    if level == logging.WARNING and (category.startswith(_CHATTER) or any(part in text for part in _CHATTER_TEXTS)):
        level = logging.INFO  # surroundings: a camera's odd format is not a fault of ours
    qt_log.log(level, "%s: %s", category or "default", text)
