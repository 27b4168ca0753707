"""A publisher of updates with keys made for one test: never those of the program, and none of them is kept."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from securesystemslib.signer import CryptoSigner

PACKAGING = str(Path(__file__).resolve().parents[2] / "packaging")
if PACKAGING not in sys.path:
    sys.path.append(PACKAGING)

import release  # noqa: E402 - found through the line above

NOTES = {"zh_CN": "登记更快了。", "en": "Registering is faster."}
NAMES = release.KINDS


class Publisher:
    """`folder` is what would lie on the stick; `root` what would lie in resources/."""

    def __init__(self, folder: Path, days_ago: int = 0) -> None:
        self.folder, self._scratch = folder, folder.with_name(folder.name + "-dist")
        self._scratch.mkdir(parents=True)
        self.keys = {name: CryptoSigner.generate_ed25519() for name in release.KEYS}
        self.repository = release.Repository(folder, self.keys, datetime.now(UTC) - timedelta(days=days_ago))
        self.root = self.repository.found().read_bytes()

    def publish(
        self, version: str, payload: bytes, kinds: tuple[str, ...] = ("deb",), security: bool = False
    ) -> dict[str, str]:
        """A release of every kind asked for; returns the files' names by kind."""
        files = {}
        for kind in kinds:
            files[kind] = self._scratch / NAMES[kind].format(version)
            files[kind].write_bytes(payload)
        self.repository.publish(files, version, NOTES, security)
        return {kind: path.name for kind, path in files.items()}

    def target(self, name: str) -> Path:
        return self.folder / "targets" / name
