"""What the card of a standing pass or of a permit draws."""

from __future__ import annotations

from dataclasses import dataclass

OVER = ("window.revoked", "window.expired")


@dataclass(frozen=True)
class Grant:
    """Masked. kind: `standing` or `permit`; who: the helper's name or the firm; days: ISO weekdays; hours: "" the whole day.

    says: window.* code why it does not hold now, "" when it does; serial, code_id: of the live pass that goes with it.
    """

    kind: str
    id: str
    who: str
    visitor_type: str
    number: str
    place: str
    first: str
    last: str
    days: tuple[int, ...]
    hours: str
    workers: tuple[str, ...]
    tools: str
    given_at: str
    given_by: str
    says: str
    ended_at: str
    serial: str
    code_id: str
    may_end: bool
    may_show: bool
    may_admit: bool

    @property
    def over(self) -> bool:
        """Ended for good; what is given next is a new one."""
        return self.says in OVER
