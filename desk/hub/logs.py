"""The hub's log: one JSON object a line on stderr, never a name, a number of a person, a body, a query or an address."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from typing import Any, TextIO

FACTS = "facts"  # the `extra` under which a line carries its facts


class JsonLines(logging.Formatter):
    """`{"at", "level", "subject", "event", ...facts}`; the trace of a bug stands in `trace`."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "subject": record.name,
            "event": record.getMessage(),
            **getattr(record, FACTS, {}),
        }
        if record.exc_info:
            line["trace"] = _trace(record)
        return json.dumps(line, ensure_ascii=False, default=str)


def _trace(record: logging.LogRecord) -> list[str]:
    """Where it went wrong and of what kind; not the message, in which a database quotes the row it choked on."""
    kind, _, tb = record.exc_info or (None, None, None)
    found = [] if kind is None else [kind.__name__]
    while tb is not None:
        found.append(f"{tb.tb_frame.f_code.co_filename}:{tb.tb_lineno} {tb.tb_frame.f_code.co_name}")
        tb = tb.tb_next
    return found


def begin(stream: TextIO | None = None, level: int = logging.INFO) -> logging.Handler:
    """Everything this process logs goes out as JSON lines; the server's own access log, which holds addresses, is off."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access"):
        logging.getLogger(name).handlers[:] = []
        logging.getLogger(name).propagate = name != "uvicorn.access"
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    return handler


def facts(**named: Any) -> dict[str, Any]:
    """For `extra=`: what stands beside the event."""
    return {FACTS: named}
