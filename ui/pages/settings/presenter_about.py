"""Version, licences, and the doctor. No Qt."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from desk.core.paths import resources
from desk.core.version import VERSION
from ui.pages.settings.model import AboutModel, Found
from ui.pages.settings.presenter_update import UpdatePresenter
from ui.shell.ports import Ports, ignore

LISTED = Path("licences") / "parts.json"  # a package carries the whole list of what is in it, with the licences' texts
# What a start from the sources names; texts of the licences lie beside the parts.
PARTS = (
    ("Qt, PySide6", "LGPL-3.0"), ("Noto Sans SC", "OFL-1.1"), ("Tabler Icons", "MIT"), ("SQLCipher", "BSD-3-Clause"),
    ("SQLAlchemy", "MIT"), ("alembic", "MIT"), ("zxing-cpp", "Apache-2.0"), ("OpenCV", "Apache-2.0"),
    ("NumPy", "BSD-3-Clause"), ("qrcode", "BSD-3-Clause"), ("cryptography", "Apache-2.0 / BSD-3-Clause"),
    ("argon2-cffi", "MIT"), ("keyring", "MIT"), ("platformdirs", "MIT"), ("pypinyin", "MIT"),
    ("pySerial", "BSD-3-Clause"), ("openpyxl", "MIT"), ("XlsxWriter", "BSD-2-Clause"), ("tzdata", "Apache-2.0"),
)  # fmt: skip


class AboutPresenter:
    def __init__(self, ports: Ports) -> None:
        self.ports = ports
        self.show: Callable[[AboutModel], None] = ignore
        self.model = AboutModel(VERSION, str(ports.desk.home.root))
        self.update = UpdatePresenter(ports)

    def refresh(self) -> None:
        self.show(self.model)
        self.update.refresh()

    def look(self) -> None:
        """Let the doctor look at everything, in a process of its own."""
        if self.model.looking:
            return
        self._draw(looking=True, found=(), looked=False)
        child = self.ports.extras["child"]()
        child.start(("doctor", "--json", "--no-face"), self._on_line, self._on_end)

    def _on_line(self, line: Mapping[str, Any]) -> None:
        if "subject" in line:
            one = Found(str(line["subject"]), bool(line["good"]), str(line["state"]))
            self._draw(found=(*self.model.found, one))

    def _on_end(self, error: Exception | None) -> None:
        self._draw(looking=False, looked=True)
        if error is not None and not self.model.found:
            self.ports.say.problem(error)

    def _draw(self, **values: Any) -> None:
        self.model = replace(self.model, **values)
        self.show(self.model)


def parts() -> tuple[tuple[str, str], ...]:
    """(name, licence) of everything foreign in this program."""
    listed = resources().parent / LISTED
    if not listed.is_file():
        return PARTS
    found = json.loads(listed.read_text(encoding="utf-8"))
    return tuple((f"{one['name']} {one['version']}".strip(), str(one["licence"])) for one in found)


def texts() -> str:
    """Where the texts of the licences lie; '' when started from the sources."""
    folder = (resources().parent / LISTED).parent
    return str(folder) if folder.is_dir() else ""
