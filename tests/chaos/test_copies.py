"""Files put back from yesterday, and one disk in two machines: real processes over a bad line, and nothing is lost.

A sample of each runs always; more histories, and deaths in between, with --heavy.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desk.store import outbox, sync_rows
from desk.store.unit import Reading
from tests.chaos import agreement
from tests.chaos.estate import Estate, opened
from tests.chaos.faults import dice
from tests.chaos.storm import Storm

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="kill -9 as POSIX has it"),
    pytest.mark.timeout(300),
]
ACTIONS = 8


class Days:
    """Days at one estate, each a storm. kills: how often somebody dies on each."""

    def __init__(self, folder: Path, database: str, seed: int, kills: int = 0) -> None:
        self.folder, self.estate, self.seed, self.kills = folder, Estate.founded(folder, database), seed, kills

    def day(self, settled: bool = True) -> Storm:
        """settled: at the end of it everything has reached the hub."""
        self.seed += 1
        storm = Storm(self.folder, self.estate, dice(self.seed, 0.3), actions=ACTIONS, kills=self.kills, seed=self.seed)
        storm.rage()
        if settled:
            storm.heal()
        return storm

    def ended(self) -> set[str]:
        """A last day after which all agree; returns what was said to be done on any of them."""
        said = self.day().said()
        agreement.check(self.estate, said)
        return said

    def lives(self) -> list[str]:
        """Under which life each desk writes."""
        return [outbox.end(r)[0] for r in self._read()]

    def went_back(self) -> list[bool]:
        """Which desks have seen that the hub was put back."""
        return [bool((sync_rows.link(r) or {}).get("went_back_at")) for r in self._read()]

    def _read(self) -> Iterator[Reading]:
        for folder in self.estate.folders:
            with opened(folder) as desk, desk.store.reading() as r:
                yield r


def copied(source: Path, target: Path) -> None:
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target)


def a_desk_is_put_back(days: Days) -> set[str]:
    """What it had sent after the copy comes back to it, and it goes on under a new life."""
    days.day()
    copied(days.estate.folders[1], days.folder / "backup")
    days.day()
    before = days.lives()
    copied(days.folder / "backup", days.estate.folders[1])
    said = days.ended()
    assert [one == other for one, other in zip(before, days.lives(), strict=True)] == [True, False]
    return said


def a_disk_stands_in_two_machines(days: Days) -> set[str]:
    """Both work on; the hub cannot know which is the right one, and need not."""
    days.day(settled=False)
    twin = days.folder / "desk9"
    copied(days.estate.folders[1], twin)
    days.estate = replace(days.estate, folders=(*days.estate.folders, twin))
    days.day(settled=False)
    said = days.ended()
    assert len(set(days.lives())) == 3
    return said


def the_hub_is_put_back(days: Days) -> set[str]:
    """The desks give it what it forgot, also what another wrote."""
    days.day()
    files = [Path(days.estate.database + end) for end in ("", "-wal", "-shm")]
    for file in files:
        if file.exists():
            shutil.copyfile(file, days.folder / f"kept{file.name}")
    days.day()
    for file in files:
        file.unlink(missing_ok=True)
        if (days.folder / f"kept{file.name}").exists():
            shutil.copyfile(days.folder / f"kept{file.name}", file)
    said = days.ended()
    assert days.went_back() == [True, True]
    return said


STORIES = (a_desk_is_put_back, a_disk_stands_in_two_machines, the_hub_is_put_back)


@pytest.mark.parametrize("story", STORIES)
def test_a_story_of_copies(tmp_path: Path, sqlite: str, story: Callable[[Days], set[str]]) -> None:
    assert len(story(Days(tmp_path, sqlite, 1))) >= 3 * ACTIONS


@pytest.mark.heavy
@pytest.mark.parametrize("seed", range(10, 60, 10))
@pytest.mark.parametrize("story", STORIES)
def test_a_story_of_copies_and_deaths(
    tmp_path: Path, sqlite: str, story: Callable[[Days], set[str]], seed: int
) -> None:
    assert len(story(Days(tmp_path, sqlite, seed, kills=2))) >= 3 * ACTIONS
