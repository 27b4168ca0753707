"""Every widget in every state on one picture: `python -m ui.theme.gallery OUT.png [--scheme dark] [--base 40] [--sheet today]`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from ui.theme import SCHEMES, apply_theme
from ui.theme.sheets import controls, fields, result, results, surfaces, today

SHEETS: dict[str, tuple[Callable[[], QWidget], QSize | None]] = {
    "today": (today.build, QSize(1366, 768)),
    "result": (result.build, QSize(1366, 768)),
    "controls": (controls.build, None),
    "fields": (fields.build, None),
    "surfaces": (surfaces.build, None),
    "results": (results.build, None),
}
WIDTH = 1366


def render(sheet: str, app: QApplication) -> QWidget:
    """A shown sheet at its size: the two screens at 1366x768, the others as tall as they need."""
    build, size = SHEETS[sheet]
    widget = build()
    widget.resize(size or QSize(WIDTH, 768))
    widget.show()
    for _ in range(4):
        app.processEvents()
    if size is None:
        widget.resize(WIDTH, max(200, widget.heightForWidth(WIDTH), widget.minimumSizeHint().height()))
        for _ in range(4):
            app.processEvents()
    return widget


def main(arguments: Sequence[str] | None = None) -> int:
    """Saves the sheets; with several sheets the name of each goes before the ending of OUT.png."""
    parser = argparse.ArgumentParser(prog="python -m ui.theme.gallery")
    parser.add_argument("out")
    parser.add_argument("--scheme", choices=SCHEMES, default="light")
    parser.add_argument("--base", type=int, default=24)
    parser.add_argument("--sheet", choices=[*SHEETS, "all"], default="all")
    asked = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    apply_theme(app, asked.scheme, asked.base)
    stem, dot, ending = asked.out.rpartition(".")
    for sheet in SHEETS if asked.sheet == "all" else [asked.sheet]:
        widget = render(sheet, app)
        widget.grab().save(f"{stem}-{sheet}{dot}{ending}" if asked.sheet == "all" else asked.out)
        widget.close()
        widget.deleteLater()
    return 0


if __name__ == "__main__":
    sys.exit(main())
