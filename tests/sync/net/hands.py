"""Histories in which desks carry files to each other, with a hub for some or for none until the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import update

from desk.core.errors import Refused
from desk.store.tables_sync import SyncLink
from desk.sync import stick, stick_in
from tests.sync.desks import Sim
from tests.sync.world import Faults, World

EXPECTED = {"stick.gap", "stick.nothing_new", "stick.own"}
HUB_KEY = Ed25519PrivateKey.generate().public_key().public_bytes_raw()


@dataclass(frozen=True)
class Hands:
    """Weights. hub: rounds with a hub before the end; restore: disks brought back."""

    hub: int = 0
    restore: int = 2
    clone: int = 1
    clock: int = 2
    erase: int = 1


class HandWorld(World):
    """Files may be left lying, taken twice, taken late, or by the wrong desk."""

    def __init__(self, seed: int, folder: Path, template_in: Path, hands: Hands, steps: int = 60) -> None:
        quiet = Faults(
            network=0,
            clock=hands.clock,
            desk_restore=0,
            clone=0,
            hub_restore=0,
            death=0,
            crash=0,
            join=0,
            compact=0,
            **_none(),
        )
        super().__init__(seed, folder, template_in, quiet, steps)
        self.hands = hands
        self.files: list[Path] = []
        self.refused: list[str] = []
        for desk in self.desks:
            with desk.store.unit() as u:
                u.conn.execute(update(SyncLink).values(hub_key=HUB_KEY))

    def step(self) -> None:
        hands = self.hands
        acts: Sequence[tuple[str, int, Callable[[Sim], None]]] = (
            ("write", 24, lambda desk: desk.write()),
            ("hand over", 14, self._hand_over),
            ("write a file", 4, lambda desk: self._export(desk) and None),
            ("take an old file", 6, self._take_old),
            ("round", hands.hub, lambda desk: desk.exchange("round")),
            ("time", 4, self._time_passes),
            ("clock", hands.clock, self._clock_jumps),
            ("save", hands.restore, lambda desk: desk.save(self.folder, self.steps)),
            ("restore", hands.restore, lambda desk: desk.restore()),
            ("clone", hands.clone, self._clone),
            ("erase", hands.erase, self._erase),
        )
        name, _, act = self.rng.choices(acts, [weight for _, weight, _ in acts])[0]
        desk = self.rng.choice(self.desks)
        self.log.append(f"{name} {desk.name}")
        act(desk)

    def _export(self, desk: Sim) -> Path:
        path = self.folder / f"{len(self.files)}.gdcarry"
        stick.export(desk.store, path)
        self.files.append(path)
        desk.learn()
        return path

    def _hand_over(self, desk: Sim) -> None:
        others = [one for one in self.desks if one is not desk]
        self._take(self.rng.choice(others), self._export(desk))

    def _take_old(self, desk: Sim) -> None:
        if self.files:
            self._take(desk, self.rng.choice(self.files))

    def _take(self, desk: Sim, path: Path) -> None:
        try:
            took = stick_in.take(desk.store, path, {}, desk.tables)
            self.log.append(f"  {desk.name} took {path.name}: {took}")
        except Refused as no:
            self.log.append(f"  {desk.name} refused {path.name}: {no.code}")
            self.refused.append(no.code)
        desk.learn()

    def heal(self) -> None:
        """No file was refused for anything but its order; then all meet a hub."""
        assert set(self.refused) <= EXPECTED, set(self.refused)
        super().heal()

    def hand_round(self, rounds: int = 3) -> None:
        """Everybody's file to everybody, until all have heard of each other's positions."""
        for _ in range(rounds):
            for desk in list(self.desks):
                path = self._export(desk)
                for other in self.desks:
                    if other is not desk:
                        self._take(other, path)


def _none() -> dict[str, Any]:
    """Faults that came later to the simulation."""
    known = {"network", "clock", "desk_restore", "clone", "hub_restore", "death", "crash", "join", "compact"}
    return {name: 0 for name in Faults.__dataclass_fields__ if name not in known}
