"""Where things lie on this machine: one data folder ("home") a desk."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

APP = "gatehouse-desk"


@dataclass(frozen=True)
class Home:
    """The data folder of a desk. `private`: named by --home, so its key lies in it and not in the OS keyring."""

    root: Path
    private: bool = False

    @property
    def database(self) -> Path:
        return self.root / "desk.db"

    @property
    def key_file(self) -> Path:
        return self.root / "key.json"

    @property
    def settings_file(self) -> Path:
        return self.root / "settings.json"

    @property
    def backups(self) -> Path:
        return self.root / "backups"

    @property
    def logs(self) -> Path:
        return self.root / "logs"

    @property
    def prints(self) -> Path:
        """Papers saved as PDF because no printer was there; names stand on them, so they go the next night."""
        return self.root / "prints"

    @property
    def staging(self) -> Path:
        return self.root / "staging"

    @property
    def updating(self) -> Path:
        """There while an update is on its way, see desk/updates/marker.py."""
        return self.root / "updates" / "marker.json"

    @property
    def exists(self) -> bool:
        return self.database.exists()


def home(given: Path | None = None) -> Home:
    """The home named on the command line, or the user's own."""
    if given is not None:
        return Home(given.absolute(), private=True)
    import platformdirs  # 20 ms that a start with --home does not need

    return Home(Path(platformdirs.user_data_dir(APP, appauthor=False)))


def resources() -> Path:
    """The folder of fonts, icons and texts, in a checkout and in a packaged program."""
    packed = getattr(sys, "_MEIPASS", None)
    root = Path(packed) if packed else Path(__file__).resolve().parents[2]
    return root / "resources"
