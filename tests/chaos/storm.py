"""One storm over an estate: desks work and agree over a bad line while processes die; then everything is healed."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.chaos.estate import Estate
from tests.chaos.faults import Plan, smooth
from tests.chaos.processes import BEAT_S, Process, answers, free_port
from tests.chaos.proxy import FaultProxy

HUB, DESK = ("-m", "tests.chaos.victim_hub"), ("-m", "tests.chaos.victims")
CALM: Mapping[str, str] = {}


@dataclass
class Storm:
    """hub, desks: what is added to the environment of the first hub, and of the first process of each desk (by number).

    After its first death a process is started again without it. kills: how often a random process is killed besides.
    """

    folder: Path
    estate: Estate
    plan: Plan = smooth
    actions: int = 24
    hub: Mapping[str, str] = field(default_factory=dict)
    desks: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    kills: int = 0
    seed: int = 0
    deaths: int = 0

    def __post_init__(self) -> None:
        self.port = free_port()
        self._dice = random.Random(self.seed)

    def rage(self) -> None:
        """Until every desk has done its work."""
        with ExitStack() as held:
            hub = held.enter_context(self._hub(self.hub))
            line = held.enter_context(FaultProxy(self.port, self.plan))
            desks = {
                number: held.enter_context(self._desk(number, line.url, self.desks.get(number, CALM)))
                for number in range(len(self.estate.folders))
            }
            while any(desk.code != 0 for desk in desks.values()):  # all of them may lie dead at once
                hub = self._revived(held, hub)
                for number, desk in desks.items():
                    if desk.code not in (None, 0):
                        self.deaths += 1
                        desks[number] = held.enter_context(self._desk(number, line.url, CALM))
                self._kill_somebody([hub, *desks.values()])
                hub.rest(BEAT_S)

    def heal(self) -> None:
        """Everybody speaks with the hub over a good line."""
        with self._hub(CALM):
            self.estate.agree(f"http://127.0.0.1:{self.port}")

    def said(self) -> set[str]:
        """Ids of what was told a person to be done."""
        lines = [line.split() for log in self.folder.glob("desk*.log") for line in log.read_text("utf-8").splitlines()]
        return {words[1] for words in lines if len(words) == 2 and words[0] in ("visit", "person")}

    def faults(self) -> set[str]:
        """Codes of what desks met."""
        lines = [line.split() for log in self.folder.glob("desk*.log") for line in log.read_text("utf-8").splitlines()]
        return {words[1] for words in lines if len(words) == 2 and words[0] == "fault"}

    def _revived(self, held: ExitStack, hub: Process) -> Process:
        if hub.code is None:
            return hub
        self.deaths += 1
        return held.enter_context(self._hub(CALM))

    def _kill_somebody(self, alive: list[Process]) -> None:
        if self.kills and self._dice.random() < 0.05:
            self.kills -= 1
            self._dice.choice(alive).kill()

    @contextmanager
    def _hub(self, extra: Mapping[str, str]) -> Iterator[Process]:
        words = [*HUB, self.estate.database, str(self.port)]
        with Process(words, self.folder / "hub.log", extra) as hub:
            hub.until(lambda: answers(self.port), "the hub")
            yield hub

    def _desk(self, number: int, url: str, extra: Mapping[str, str]) -> Process:
        words = [*DESK, str(self.estate.folders[number]), url, str(self.actions)]
        return Process(words, self.folder / f"desk{number}.log", extra)
