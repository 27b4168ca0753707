"""What other programs ask of this one: `--probe NAME` prints one JSON object and ends."""

from __future__ import annotations

import json
import logging
import os
import sys
import time
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ui import logs
from ui.options import Options

STARTED = "GATEHOUSE_STARTED_NS"
"""time.time_ns() when the parent started us; without it, times count from our own first line."""
LONGEST_MS, LONGEST_DAY_MS, LONGEST_SOAK_MS = 120_000, 580_000, 10 * 3_600_000


def run(app: QApplication, options: Options, started_ns: int) -> int:
    """Exit code 0 when there is an answer."""
    if options.probe == "cameras":
        from ui.probes.cameras import look

        return say(look())
    if options.probe == "labels":
        from ui.probes.labels import run as write_labels

        assert options.out is not None
        return say(write_labels(options.count or 1000, options.out))
    if options.probe == "paper":
        from ui.probes.paper import run as write_paper

        assert options.out is not None
        return say(write_paper(options.count or 2000, options.out))
    if options.probe == "screen":
        from ui.probes.screen import run as stand

        return say(stand(app, options))
    return _with_program(app, options, started_ns)


def _with_program(app: QApplication, options: Options, started_ns: int) -> int:
    from ui.app import Program

    if options.probe != "soak":  # which writes the log of an ordinary run
        logging.basicConfig(level=logging.WARNING, stream=sys.stderr)

    program = Program(app, options)
    probe: Any
    if options.probe == "startup":
        from ui.probes.startup import Startup

        probe = Startup(program, begun_ns(started_ns))
    elif options.probe == "day":
        from ui.probes.day import DayProbe

        probe = DayProbe(program, options.count or 500)
    elif options.probe == "devices":
        from ui.probes.devices import DevicesProbe

        probe = DevicesProbe(program, options.count or 300)
    elif options.probe == "cards":
        from ui.probes.cards import CardsProbe

        probe = CardsProbe(program, options.count or 10)
    elif options.probe == "faces":
        from ui.probes.faces import FacesProbe

        assert options.out is not None
        probe = FacesProbe(program, options.count or 20, options.out)
    elif options.probe == "soak":
        from ui.probes.soak import SoakProbe

        assert options.out is not None
        logs.start(program.desk.home.logs, options.json_log)
        logs.catch_bugs(lambda: None)
        probe = SoakProbe(program, options.count or 500, options.out)
    else:
        from ui.probes.scan import ScanProbe

        probe = ScanProbe(program, options.count or 40)
    longest_ms = {"day": LONGEST_DAY_MS, "soak": LONGEST_SOAK_MS}.get(options.probe, LONGEST_MS)
    if options.probe == "devices":
        longest_ms += 1000 * (options.count or 300)
    QTimer.singleShot(longest_ms, lambda: QApplication.exit(1))
    program.show()
    code = app.exec()
    program.close()
    return say(probe.answer) if code == 0 else code


def begun_ns(started_ns: int) -> int:
    """When this process began, on the monotonic clock."""
    told = os.environ.get(STARTED, "")
    if not told.isdigit():
        return started_ns
    return time.monotonic_ns() - (time.time_ns() - int(told))


def say(answer: dict[str, object]) -> int:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()
    return 0
