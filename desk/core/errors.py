"""The two faults that are not bugs, sorted by who can act on them."""

from __future__ import annotations


class Fault(Exception):
    """A fault with a stable code (`room.fact`) and the facts its sentence needs; `ui/texts.py` owns the sentence.

    Facts are shown to people and may be logged: put no personal data in them.
    """

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        return self.code + (f" {self.facts}" if self.facts else "")


class Refused(Fault):
    """A person can act on it: shown to them, never logged as an error."""


class Trouble(Fault):
    """The surroundings are at fault (disk full, device gone): shown once, retried."""
