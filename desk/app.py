"""Wires the Qt-free half of the program. Tests, the command line and ui/app.py all call `build`."""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil

import desk


def import_rooms() -> None:
    """Import every room's tables, so that the schema is whole before a store is opened."""
    for room in pkgutil.iter_modules(desk.__path__):
        if room.ispkg and importlib.util.find_spec(f"desk.{room.name}.tables"):
            importlib.import_module(f"desk.{room.name}.tables")

