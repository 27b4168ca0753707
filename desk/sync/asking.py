"""Reading the hub's answers: what they mean for the desk, as Refused (a person can act) or Trouble (tried again)."""

from __future__ import annotations

from desk.core.errors import Refused, Trouble
from desk.sync.transport import OK, REVOKED, TOO_OLD, Answer


def answered(answer: Answer) -> bytes:
    """The body of a good answer.

    Raises Refused("sync.revoked"), Refused("sync.too_old"), Trouble("sync.hub_trouble", status=...).
    """
    if answer.status == OK:
        return answer.body
    if answer.status == REVOKED:
        raise Refused("sync.revoked")
    if answer.status == TOO_OLD:
        raise Refused("sync.too_old")
    raise Trouble("sync.hub_trouble", status=answer.status)
