"""Where the packaged program starts: the window, or a command line (`gatehouse-desk desk doctor`, `... desk.hub serve`)."""

from __future__ import annotations

import importlib
import multiprocessing
import sys
from collections.abc import Sequence

FACES = ("ui", "desk", "desk.hub", "drivers")


def choose(words: Sequence[str]) -> tuple[str, list[str]]:
    """Which package's `__main__` is meant, and its arguments.

    `-m desk ...` is understood too, because child processes are started as `sys.executable -m desk ...`,
    and in a packaged program that executable is this one.
    """
    rest = list(words)
    if rest[:1] == ["-m"]:
        rest = rest[1:]
    if rest and rest[0] in FACES:
        return rest[0], rest[1:]
    return "ui", rest


def main() -> int:
    """Hands over to the chosen `__main__`."""
    multiprocessing.freeze_support()
    name, rest = choose(sys.argv[1:])
    sys.argv = [sys.argv[0], *rest]
    code: int | None = importlib.import_module(f"{name}.__main__").main()
    return code or 0


if __name__ == "__main__":
    sys.exit(main())
