"""The log of a run: a rotating file in the data folder, stderr, and the two hooks that catch what nobody caught."""

from __future__ import annotations

import json
import logging
import logging.handlers
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from desk.core import discreet, private
from desk.core.discreet import PLAIN, Discreet

log = logging.getLogger("ui")

FILE_BYTES, FILES = 2_000_000, 3
CHATTY = ("httpx", "httpcore")  # a line for each request would push everything else out of the files


class JsonLines(Discreet):
    """One JSON object a line: t (seconds), level, subject, text, trace."""

    def format(self, record: logging.LogRecord) -> str:
        record.exc_text = None
        line = {"t": round(record.created, 3), "level": record.levelname, "subject": record.name}
        line["text"] = record.getMessage()
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def start(folder: Path, as_json: bool) -> None:
    """Log to stderr, and to `folder` where it can be written."""
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    for chatty in CHATTY:
        logging.getLogger(chatty).setLevel(logging.WARNING)
    screen = logging.StreamHandler(sys.stderr)
    screen.setLevel(logging.INFO if as_json else logging.WARNING)
    screen.setFormatter(JsonLines() if as_json else Discreet(PLAIN))
    root.addHandler(screen)
    try:
        private.folder(folder)
        file = logging.handlers.RotatingFileHandler(
            folder / "desk.log", maxBytes=FILE_BYTES, backupCount=FILES, encoding="utf-8", delay=True
        )
        file.setFormatter(Discreet(PLAIN))
        root.addHandler(file)
    except OSError as error:
        log.warning("no log file: %s", error.strerror)


def catch_bugs(show: Callable[[], None]) -> None:
    """A bug anywhere is logged with its trace and shown as one calm card; the program goes on."""
    discreet.catch("ui")
    logged = sys.excepthook

    def on_bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        logged(kind, error, trace)
        if not issubclass(kind, KeyboardInterrupt):
            show()

    def on_thread_bug(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and args.exc_type is not SystemExit:
            on_bug(args.exc_type, args.exc_value, args.exc_traceback)

    sys.excepthook = on_bug
    threading.excepthook = on_thread_bug
