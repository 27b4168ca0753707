"""What goes to a printer: dots that somebody else drew, kept nowhere, and the order to print them once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from desk.core.actor import Actor
from desk.devices.acting import Answer, Draw, Plain, Purpose
from desk.devices.doing import Order
from desk.devices.driven import Driven
from desk.devices.views import Begun
from drivers.printers.job import Bitmap, Code, Job

if TYPE_CHECKING:
    from desk.store.unit import Unit

__all__ = ["EXPIRY_S", "Bitmap", "Code", "packed", "print_order"]
EXPIRY_S = 600.0


def packed(parts: Sequence[Bitmap | Code], cut: bool = True, drawer: bool = False, copies: int = 1) -> str:
    """A job as one text. Raises ValueError (drivers.api.DriverError) for what no printer could print."""
    return Job(tuple(parts), cut, drawer, copies).packed()


def print_order(draw: Draw, purpose: Purpose, actor: Actor, done: Answer | None) -> Order:
    """Waits for the printer for ten minutes: yesterday's passes must not come out in the morning."""
    copy: list[bool] = []

    def begin(u: Unit, one: Driven) -> Begun:
        from desk.devices import reads, service

        copy.append(bool(purpose.subject_id) and reads.printed_before(u, purpose))
        begun = service.begin(u, one.set_up, "print", {"copy": True} if copy[0] else {}, purpose)
        return replace(begun, params={})

    def private() -> Mapping[str, Plain]:
        return {"job": draw(copy[0])}

    return Order("print", {}, purpose, private, actor, done, begin, EXPIRY_S, waits=True)
