"""An update from the first look to the hand-over: who may, when it may disturb, the backup before, the marker.

What comes after the next start is in desk/updates/trial.py; decision 035 tells the whole way.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desk.core.clock import DAY_MS
from desk.core.errors import Fault, Refused
from desk.core.events import HealthChanged
from desk.core.version import VERSION
from desk.updates import folder as kept
from desk.updates import handing, marker, rules
from desk.updates.here import Installed, installed
from desk.updates.rules import Offer

if TYPE_CHECKING:
    from desk.app import Desk
    from desk.core.actor import Actor
    from desk.core.paths import Home

log = logging.getLogger("desk.updating")
RIGHT = "update"
LOOK_EACH_MS = DAY_MS
Told = Callable[[int, int], object]


@dataclass(frozen=True)
class Known:
    """What the desk remembers of the last look. found_at, till, looked_at: UTC ms, 0 for none; place: where it was found."""

    offer: Offer | None = None
    place: str = ""
    found_at: int = 0
    till: int = 0
    looked_at: int = 0


def address(desk: Desk) -> str:
    """Where this desk looks by itself: a mirror of its own, else the publisher's, '' for none."""
    own = desk.settings.now.extra.get(kept.SETTING)
    return own if isinstance(own, str) and own else kept.shipped_address()


def known(desk: Desk, version: str = VERSION) -> Known:
    """What was found and is still newer than this program."""
    box = kept.read(desk.home, kept.KNOWN)
    numbers = {name: box[name] for name in ("found_at", "till", "looked_at") if isinstance(box.get(name), int)}
    said = box.get("offer")
    if not isinstance(said, dict):
        return Known(looked_at=numbers.get("looked_at", 0))
    size = said.get("size")
    offer = rules.offer_of(str(said.get("file")), size if isinstance(size, int) else 0, said)
    if offer is None or rules.best([offer], offer.kind, version) is None:
        return Known(looked_at=numbers.get("looked_at", 0))
    return Known(offer, str(box.get("place", "")), **numbers)


def look(desk: Desk, place: str = "", here: Installed | None = None, version: str = VERSION) -> Known:
    """Ask a place (the address when none is named) and remember the answer. Anybody may look; nothing is fetched.

    Raises Refused or Trouble of `update.*`: no root shipped, no address, not reachable, forged, older, expired.
    """
    from desk.updates.source import source_of
    from desk.updates.trusted import Trusted

    here = here or installed()
    handing.possible(here.kind)
    root = kept.shipped_root()
    place = place or address(desk)
    if not place:
        raise Refused("update.no_address")
    offers = Trusted(desk.home, root, source_of(place)).offers()
    offer, now, before = rules.best(offers, here.kind, version), desk.clock.now_ms(), known(desk, version)
    if offer is None:
        return _keep(desk, Known(looked_at=now))
    same = before.offer is not None and before.offer.version == offer.version
    return _keep(desk, Known(offer, place, before.found_at if same else now, before.till if same else 0, looked_at=now))


def off() -> str:
    """Why this computer takes no updates from us (a code), '' when it does."""
    try:
        handing.possible(installed().kind)
        kept.shipped_root()
    except Refused as refused:
        return refused.code
    return ""


def look_due(desk: Desk) -> bool:
    """True once a day where there is an address and a root."""
    if not address(desk) or off():
        return False
    return desk.clock.now_ms() - known(desk).looked_at >= LOOK_EACH_MS


def choices(desk: Desk, now: Known) -> tuple[int, ...]:
    """Moments it may be put off to (UTC ms): the next quiet hour, tomorrow at ten; none once the week is over."""
    at = desk.clock.now_ms()
    asked = (rules.next_quiet(desk.time, at), rules.tomorrow(desk.time, at))
    return tuple(dict.fromkeys(till for till in asked if rules.may_put_off(now.found_at, till)))


def put_off(desk: Desk, actor: Actor, till: int) -> Known:
    """Not now. Right update; refused past a week after it was found (update.week_over)."""
    actor.require(RIGHT)
    now = known(desk)
    if now.offer is None:
        raise Refused("update.nothing")
    if not rules.may_put_off(now.found_at, till):
        raise Refused("update.week_over")
    return _keep(desk, replace(now, till=till))


def waits(desk: Desk) -> bool:
    """Whether an update is due and somebody should be told."""
    now = known(desk)
    return now.offer is not None and rules.reminds(now.found_at, now.till, desk.clock.now_ms())


def remind(desk: Desk) -> None:
    """What the desk does by itself: look at its address once a day, and say that an update waits. It never begins one."""
    if look_due(desk):
        try:
            look(desk)
        except Fault as fault:
            log.info("no look for updates: %s", fault.code)
            _keep(desk, replace(known(desk), looked_at=desk.clock.now_ms()))
    waiting, urgent = waits(desk), (found := known(desk).offer) is not None and found.security
    code = "update.waiting_security" if urgent else "update.waiting"
    desk.bus.publish(HealthChanged("update", code if waiting else "update.none_waiting", ok=not waiting))


def fetch(desk: Desk, actor: Actor, told: Told = lambda done, total: None) -> handing.Ready:
    """The verified installer into the data folder. Right update. Raises `update.*`."""
    from desk.updates.source import source_of
    from desk.updates.trusted import Trusted

    actor.require(RIGHT)
    now = known(desk)
    if now.offer is None:
        raise Refused("update.nothing")
    trusted = Trusted(desk.home, kept.shipped_root(), source_of(now.place))
    offer = rules.best(trusted.offers(), now.offer.kind, VERSION)  # what was found yesterday may have been taken back
    if offer is None:
        raise Refused("update.withdrawn", version=now.offer.version)
    _keep(desk, replace(now, offer=offer))
    return handing.ready(trusted.fetch(offer, told), offer.kind)


def apply(desk: Desk, actor: Actor, one: handing.Ready, here: Installed | None = None) -> bool:
    """Close the store, back it up, write the marker, hand over. Right update.

    True: installed, start anew; False: end this program now, the installer waits for that (Windows).
    Raises what `handing.hand_over` raises; then nothing was changed, the marker is gone, and the desk is closed.
    """
    from desk.store import backup

    actor.require(RIGHT)
    now, here, home = known(desk), here or installed(), desk.home
    if now.offer is None:
        raise Refused("update.nothing")
    if command := handing.by_hand(one, here):
        raise Refused("update.by_hand", command=command)
    with desk.store.unit(actor) as u:
        u.audit("update.begun", before=VERSION, after=now.offer.version, security=now.offer.security)
    store = desk.store
    key = store.key
    store.close()
    info = backup.write(home.database, key, home.backups, desk.clock.now_ms())
    marker.write(home, marker.Marker(VERSION, now.offer.version, str(info.path), info.revision, str(one.file)))
    return _handed(home, one, here)


def _handed(home: Home, one: handing.Ready, here: Installed) -> bool:
    try:
        return handing.hand_over(one, here)
    except Refused:
        marker.clear(home)
        raise


def _keep(desk: Desk, now: Known) -> Known:
    offer = asdict(now.offer) if now.offer is not None else None
    values = {"offer": offer, "place": now.place, "found_at": now.found_at, "till": now.till}
    kept.write(desk.home, kept.KNOWN, {**values, "looked_at": now.looked_at})
    return now


def stick() -> Path | None:
    """The first stick that is plugged in and carries updates."""
    from desk.core import sticks

    for one in sticks.seen():
        for folder in (one.folder, one.folder / "updates", one.folder / "gatehouse-updates"):
            if (folder / "metadata" / "timestamp.json").is_file():
                return one.folder
    return None
