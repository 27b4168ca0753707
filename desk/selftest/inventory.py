"""What the program consists of: its modules by file. A packaged program carries the list of the sources it was built from.

Registries look for pages, drivers, commands and tables at run time; what a build left out they would simply not find.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

OURS = ("desk", "drivers", "ui")
FILE = "inventory.json"
LEFT_OUT = "migrations"  # alembic reads its scripts as files; the check of the store runs them


def walked(root: Path) -> list[str]:
    """Dotted names of every module of ours below the project's folder."""
    files = (path for top in OURS for path in (root / top).rglob("*.py"))
    found = (path.relative_to(root).with_suffix("").parts for path in files)
    return sorted(".".join(parts).removesuffix(".__init__") for parts in found if LEFT_OUT not in parts)


def expected(root: Path) -> list[str]:
    """The list the build wrote; from a checkout, what lies there now. root: the folder that holds `resources`."""
    listed = root / FILE
    if listed.is_file():
        return [str(name) for name in json.loads(listed.read_text(encoding="utf-8"))]
    return walked(root)


def pages(modules: Iterable[str]) -> list[str]:
    """Pages of the window."""
    parts = (name.split(".") for name in modules)
    return sorted(p[2] for p in parts if len(p) == 4 and p[:2] == ["ui", "pages"] and p[3] == "page")


def commands(modules: Iterable[str]) -> list[str]:
    """Modules of the command line."""
    return sorted(name.split(".")[2] for name in modules if name.startswith("desk.commands."))


def tables(modules: Iterable[str]) -> list[str]:
    """Modules of tables, each of which brings records."""
    return sorted(name for name in modules if name.startswith("desk.") and name.endswith(".tables"))


def drivers(modules: Iterable[str]) -> list[str]:
    """Modules that may hold drivers: files, not the packages they lie in, and not the simulators."""
    names = [name for name in modules if name.startswith("drivers.") and not name.startswith("drivers.simulated")]
    folders = {name.rpartition(".")[0] for name in names}
    return sorted(name for name in names if name not in folders)
