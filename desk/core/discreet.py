"""Logs without anybody's data: of an error the kind and the place, not the message, in which a library quotes what it choked on."""

from __future__ import annotations

import logging
import sys
import threading
from types import TracebackType

from desk.core.errors import Fault

OF_CODE = (AttributeError, ImportError, NameError, TypeError)  # their messages speak of the program, not of its data
PLAIN = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class Discreet(logging.Formatter):
    """Any format, with traces as `trace` writes them."""

    def format(self, record: logging.LogRecord) -> str:
        record.exc_text = None  # of a formatter that was less discreet
        return super().format(record)

    def formatException(self, ei: object) -> str:
        error = ei[1] if isinstance(ei, tuple) else None
        return trace(error) if isinstance(error, BaseException) else ""


def trace(error: BaseException) -> str:
    """Where it went wrong and of what kind, the first cause first; of a Fault its code."""
    lines: list[str] = []
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        lines[:0] = [*_frames(one.__traceback__), _named(one), *(["then"] if lines else [])]
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    return "\n".join(lines)


def catch(subject: str = "desk") -> None:
    """What nobody caught, on any thread, is logged instead of printed with its message."""
    log = logging.getLogger(subject)
    if logging.lastResort is not None:  # before a log is begun
        logging.lastResort.setFormatter(Discreet())

    def bug(kind: type[BaseException], error: BaseException, tb: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, tb)
        else:
            log.error("bug", exc_info=(kind, error, tb))

    def on_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and args.exc_type is not SystemExit:
            bug(args.exc_type, args.exc_value, args.exc_traceback)

    def unraisable(args: sys.UnraisableHookArgs) -> None:
        if args.exc_value is not None:
            bug(args.exc_type, args.exc_value, args.exc_traceback)

    sys.excepthook, threading.excepthook, sys.unraisablehook = bug, on_thread, unraisable


def _frames(tb: TracebackType | None) -> list[str]:
    found = []
    while tb is not None:
        code = tb.tb_frame.f_code
        found.append(f"  {code.co_filename}:{tb.tb_lineno} {code.co_name}")
        tb = tb.tb_next
    return found


def _named(error: BaseException) -> str:
    kind = f"{type(error).__module__}.{type(error).__qualname__}".removeprefix("builtins.")
    if isinstance(error, Fault):
        return f"{kind}: {error.code}"
    return f"{kind}: {error}" if isinstance(error, OF_CODE) else kind
