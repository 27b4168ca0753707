"""How the set-up speaks to the person who runs it: plain words, one line per thing it does."""

from __future__ import annotations

import sys


class Stop(Exception):
    """Set-up cannot go on; the text says what is missing and what the person can type."""


def say(text: str) -> None:
    """One line, at once, so that a long download is not a silent one."""
    print(text, flush=True)


def complain(text: str) -> None:
    """One message on the error stream."""
    print(text, file=sys.stderr, flush=True)
