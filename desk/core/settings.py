"""Settings of this machine (language, scale, camera...): a small JSON file, never in the store, never synced."""

from __future__ import annotations

import json
import logging
import os
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

log = logging.getLogger("desk.settings")


@dataclass(frozen=True)
class LocalSettings:
    """Every field has a default, so that a lost file costs only comfort."""

    language: str = "zh_CN"
    scheme: str = "light"  # light, dark, contrast
    base_px: int = 24  # 20..40
    volume: int = 70  # 0..100
    muted: bool = False
    speak: bool = False
    camera_id: str = ""
    camera_name: str = ""
    camera_on: bool = True
    scanner_port: str = ""
    printer_name: str = ""
    lock_minutes: int = 10
    extra: dict[str, Any] = field(default_factory=dict)


class SettingsFile:
    """Reads once, writes atomically. Unknown keys of a newer program are kept."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._unknown: dict[str, Any] = {}
        self.now = self._read()

    def change(self, **values: Any) -> LocalSettings:
        """Set fields and write the file; a file that cannot be written is logged and the change holds until the end."""
        self.now = replace(self.now, **values)
        text = json.dumps({**self._unknown, **asdict(self.now)}, ensure_ascii=False, indent=1)
        fresh = self._path.with_suffix(".new")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_text(text, encoding="utf-8")
            os.replace(fresh, self._path)
        except OSError as error:
            log.warning("settings not written: %s", error.strerror)
        return self.now

    def _read(self) -> LocalSettings:
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
            if not isinstance(found, dict):
                raise TypeError("not an object")
        except FileNotFoundError:
            return LocalSettings()
        except (OSError, ValueError, TypeError):
            log.warning("settings unreadable, defaults taken")
            return LocalSettings()
        defaults = {f.name: getattr(LocalSettings(), f.name) for f in fields(LocalSettings)}
        known = {k: v for k, v in found.items() if k in defaults and isinstance(v, type(defaults[k]))}
        self._unknown = {k: v for k, v in found.items() if k not in defaults}
        return LocalSettings(**known)
