"""python -m ui, and the program itself once packaged. `desk ...` as first word runs the command line instead."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence

from desk.core import discreet, private

STARTED_NS = time.monotonic_ns()
FORMER_FCITX = ("fcitx", "fcitx5")


def main(argv: Sequence[str] | None = None) -> int:
    if argv is None:  # the program itself, not a test
        private.keep()
        discreet.catch()
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == ["desk"]:
        from desk.__main__ import main as desk_main

        return desk_main(words[1:])
    if words == ["--job", "labels"]:  # a label run in a process of its own, see ui/paper/run.py
        from ui.paper.labels_job import main as labels_main

        return labels_main()
    from ui.options import parse

    options = parse(words)
    if options.selftest is not None:
        from ui.selftest import run as selftest

        return selftest(options.selftest, options.quick)
    from ui.hut.chosen import is_hut
    from ui.hut.watch import watch, watched

    if is_hut(options) and not watched() and not options.probe and options.tour is None:
        return watch(words)
    # The wheels carry no fcitx plug-in; fcitx5 speaks the ibus protocol too.
    if os.environ.get("QT_IM_MODULE") in FORMER_FCITX:
        os.environ["QT_IM_MODULE"] = "ibus"
    from ui.app import run

    return run(options, STARTED_NS)


if __name__ == "__main__":
    sys.exit(main())
