"""How fast label sheets are made: `bench labels` starts the program's process with this."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from desk.codes import payload, serials
from desk.codes.rules import Kind
from desk.codes.views import Issued
from ui.paper.labels import MIDDLE, Imprint, label_of, write_sheets


def run(n: int, out: Path) -> dict[str, object]:
    """Write n outdoor codes with invented keys as an A4 PDF at `out`; needs a QGuiApplication.

    Answers labels, pages, seconds, labels a second, megabytes of the file and of the process at its largest.
    """
    secret = bytes(32)
    labels = []
    for _ in range(n):
        text = payload.id_text(secret, Kind.OUTDOOR, payload.new_key())
        labels.append(label_of(Issued("", Kind.OUTDOOR, serials.new_serial(Kind.OUTDOOR, ()), text)))
    started = time.perf_counter()
    write_sheets(out, labels, Imprint.of("锦绣苑", "0000-1234"))
    seconds = time.perf_counter() - started
    return {
        "labels": n,
        "pages": -(-n // MIDDLE.per_page),
        "seconds": round(seconds, 2),
        "labels_per_s": round(n / seconds),
        "file_mb": round(out.stat().st_size / 1e6, 2),
        "memory_mb": _memory_mb(),
    }


def _memory_mb() -> int | None:
    """Largest resident size of this process; None where the system does not tell (Windows)."""
    if sys.platform == "win32":
        return None
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
