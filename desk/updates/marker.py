"""The marker: an update is on its way from A to B, the data is in backup C. It outlives every crash in between."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields, replace

from desk.core.paths import Home
from desk.updates import folder as kept

FILE = "marker.json"
HANDED, TRYING, MIGRATING, RESTORING, FAILED = "handed", "trying", "migrating", "restoring", "failed"


@dataclass(frozen=True)
class Marker:
    """before, after: versions; backup: file of the data as it was, with its schema; installer: the verified file;
    step: one of the words above; tries: how often the new version began its trial; reason: why it did not pass.
    """

    before: str
    after: str
    backup: str
    revision: str
    installer: str
    step: str = HANDED
    tries: int = 0
    reason: str = ""

    def at(self, step: str, **values: str | int) -> Marker:
        """The same update, a step on."""
        return replace(self, step=step, **values)  # type: ignore[arg-type]


def read(home: Home) -> Marker | None:
    """None when no update is on its way, or nobody can read what stood there."""
    found = kept.read(home, FILE)
    kinds = {f.name: int if f.name == "tries" else str for f in fields(Marker)}
    known = {name: found[name] for name, kind in kinds.items() if isinstance(found.get(name), kind)}
    try:
        return Marker(**known)
    except TypeError:
        return None


def write(home: Home, marker: Marker) -> Marker:
    """Keep it; it is on the disk when this returns."""
    kept.write(home, FILE, asdict(marker))
    return marker


def clear(home: Home) -> None:
    """The update is over, one way or the other."""
    path = home.updating
    path.unlink(missing_ok=True)
    if path.parent.is_dir():
        kept.sync(path.parent)


def there(home: Home) -> bool:
    """Whether one lies there, readable or not; costs a look at the disk and no more."""
    return home.updating.exists()
