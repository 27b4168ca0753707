"""Reading the hub's answers: what they mean for the desk, as Refused (a person can act) or Trouble (tried again)."""

from __future__ import annotations

from typing import TypeVar

from desk.core.errors import Refused, Trouble
from desk.sync.transport import OK, REVOKED, TOO_OLD, Answer
from desk.wire.answers import unpack
from desk.wire.messages import BadMessage

T = TypeVar("T")


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


def heard(kind: type[T], answer: Answer) -> T:
    """A good answer, read. Raises as `answered` does, and Trouble("sync.page_broken") for one that was cut."""
    return said(kind, answered(answer))


def said(kind: type[T], body: bytes) -> T:
    """Raises Trouble("sync.page_broken")."""
    try:
        return unpack(kind, body)
    except BadMessage:
        raise Trouble("sync.page_broken") from None
