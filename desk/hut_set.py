"""The unattended hut as this computer is set to it: whether it is one, and what it allows. Light: read before there is a window."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from desk.core.actor import Actor
from desk.core.settings import SettingsFile

KEPT = "hut"  # in this machine's settings
RIGHT = "settings.desk"  # to make this desk a hut, and to end it
WIPES_S = (15, 30, 45, 60)
THINGS_MOST = 9


@dataclass(frozen=True)
class HutSet:
    """on: the program opens as a hut. wipe_s: seconds without a touch after which nothing of a person is left on the
    screen. couriers: a mask without a code. things: how many things of this gate a household may have at once."""

    on: bool = False
    wipe_s: int = 30
    couriers: bool = True
    things: int = 2


def hut_set(extra: Mapping[str, Any]) -> HutSet:
    """What is kept; whatever does not fit is as usual."""
    kept = extra.get(KEPT)
    kept = kept if isinstance(kept, dict) else {}
    usual = HutSet()
    wipe_s, things = kept.get("wipe_s"), kept.get("things")
    return HutSet(
        kept.get("on") is True,
        wipe_s if wipe_s in WIPES_S else usual.wipe_s,
        kept.get("couriers") is not False,
        things if type(things) is int and 1 <= things <= THINGS_MOST else usual.things,
    )


def keep(settings: SettingsFile, wanted: HutSet, actor: Actor) -> HutSet:
    """Remember it on this machine. Right settings.desk. Returns what holds now."""
    actor.require(RIGHT)
    held = hut_set({KEPT: asdict(wanted)})
    settings.change(extra={**settings.now.extra, KEPT: asdict(held)})
    return held
