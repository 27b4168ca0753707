"""A label run in a process of its own, so that the scan line never waits for it: order on stdin, progress on stdout.

Order: one JSON object {path, estate, phone_line, columns, rows, margin_x, margin_y, labels: [[text, serial, title, caption]]}.
Answer: a line {"done", "of"} a page, at last {"written": true} or {"fault": code}. Codes come by stdin, never as a file or
an argument. To cancel, end the process: the file appears only when it is whole.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TextIO

from desk.core.errors import Fault
from ui.paper.job import is_practice, mark_practice
from ui.paper.labels import Imprint, Label, Sheet, write_sheets


def order(path: Path, labels: Sequence[Label], imprint: Imprint, sheet: Sheet) -> str:
    """The line to write to the process's stdin (then close it)."""
    return json.dumps(
        {
            "path": str(path), "estate": imprint.estate, "phone_line": imprint.phone_line, "columns": sheet.columns,
            "rows": sheet.rows, "margin_x": sheet.margin_x, "margin_y": sheet.margin_y,
            "practice": is_practice(),
            "labels": [[label.text, label.serial, label.title, label.caption] for label in labels],
        },
        ensure_ascii=False,
    )  # fmt: skip


def run(asked: Mapping[str, Any], out: TextIO) -> int:
    """Carry out an order; returns the exit code."""

    def tell(line: Mapping[str, object]) -> None:
        out.write(json.dumps(line) + "\n")
        out.flush()

    mark_practice(bool(asked.get("practice")))
    try:
        write_sheets(
            Path(asked["path"]),
            [Label(*fields) for fields in asked["labels"]],
            Imprint(asked["estate"], asked["phone_line"]),
            Sheet(asked["columns"], asked["rows"], asked["margin_x"], asked["margin_y"]),
            lambda done, of: tell({"done": done, "of": of}),
        )
    except Fault as fault:
        tell({"fault": fault.code})
        return 1
    tell({"written": True})
    return 0


def main(source: TextIO | None = None, out: TextIO | None = None) -> int:
    """Start without a screen and carry out the order on stdin."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    if hasattr(os, "nice") and source is None:
        os.nice(10)  # whoever stands at the window comes first
    from PySide6.QtGui import QGuiApplication

    app = QGuiApplication.instance() or QGuiApplication([])
    assert app is not None
    return run(json.loads((source or sys.stdin).read()), out or sys.stdout)


if __name__ == "__main__":
    sys.exit(main())
