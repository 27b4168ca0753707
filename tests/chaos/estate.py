"""A site of some desks and a hub that knows them, in a folder: what chaos breaks, heals and looks into."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from desk import app
from desk.bench import sync_desks
from desk.bench.sync_desks import BenchDesk
from desk.bench.sync_hub import know


@dataclass(frozen=True)
class Estate:
    """folders: one a desk; their files are opened by one process at a time."""

    database: str
    folders: tuple[Path, ...]
    scope: str

    @classmethod
    def founded(cls, folder: Path, database: str, count: int = 2) -> Estate:
        app.import_rooms()
        folders = tuple(folder / f"desk{number}" for number in range(count))
        for one in folders:
            one.mkdir()
        first = sync_desks.first(folders[0])
        desks = [first, *(sync_desks.another(first, one) for one in folders[1:])]
        know(database, *(desk.who for desk in desks))
        for desk in desks:
            desk.store.close()
        return cls(database, folders, first.scope)

    def agree(self, url: str, rounds: int = 3) -> None:
        """Let every desk come to an agreement with the hub over a good line, one after the other."""
        for _ in range(rounds):
            for folder in self.folders:
                with opened(folder) as desk, desk.line(url) as line:
                    desk.engine(line).once()


@contextmanager
def opened(folder: Path) -> Iterator[BenchDesk]:
    """A desk to look into."""
    desk = sync_desks.reopened(folder)
    try:
        yield desk
    finally:
        desk.store.close()
