"""Lent from a locker: once it is written who took or brought a thing, the door it hangs behind opens. One rule for every face."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.devices.acting import Acts, Answer, Purpose, Role

if TYPE_CHECKING:
    from desk.core.actor import Actor
    from desk.store.unit import Reading

OPEN = "open"


@dataclass(frozen=True)
class Door:
    """Where a thing hangs: a locker's device id and the number of the compartment."""

    asset_id: str
    locker_id: str
    compartment: int


def doors(r: Reading, asset_ids: Iterable[str]) -> tuple[Door, ...]:
    """The doors of those things that hang in a locker, in the order asked."""
    from desk.lending.reads_assets import hung

    wanted = list(asset_ids)
    found = hung(r, wanted)
    return tuple(Door(one, *found[one]) for one in wanted if one in found)


def here(acts: Acts | None, found: Iterable[Door]) -> tuple[Door, ...]:
    """Those whose locker is attached to this computer; a door elsewhere is opened elsewhere."""
    known = {one.id for one in acts.attached(Role.LOCKER)} if acts is not None else set()
    return tuple(one for one in found if one.locker_id in known)


def open_door(acts: Acts, door: Door, purpose: Purpose, done: Answer, actor: Actor | None = None) -> None:
    """Once, after the commit. What comes of it is recorded and answered; never told again by itself."""
    acts.act(door.locker_id, OPEN, {"lock": door.compartment}, purpose=purpose, actor=actor, done=done)
