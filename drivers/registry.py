"""Which drivers there are: every Driver subclass with a NAME in a module under this package, also in a frozen build."""

from __future__ import annotations

import importlib
import inspect
import logging
import pkgutil
from collections.abc import Iterator
from types import ModuleType

import drivers
from drivers.api import Driver, DriverError

log = logging.getLogger("drivers.registry")
PLUMBING = frozenset(
    f"drivers.{name}"
    for name in (
        "__main__ api asked bus framing line modbus options personal ports raw registry several sums talking usb_serial watch wire"
    ).split()
)
SIMULATED = "drivers.simulated."


def module_names() -> list[str]:
    """Dotted names of the modules that may hold drivers; a frozen build must carry the same list."""
    found = pkgutil.walk_packages(drivers.__path__, "drivers.")
    names = (info.name for info in found if not info.ispkg)
    return sorted(name for name in names if name not in PLUMBING and not name.startswith(SIMULATED))


def find() -> dict[str, type[Driver]]:
    """NAME -> driver. A module that will not import (a library of another system) is logged and left out."""
    return {kind.NAME: kind for module in _modules() for kind in _kinds(module)}


def get(name: str) -> type[Driver]:
    """Raises DriverError("driver.unknown")."""
    known = find()
    if name not in known:
        raise DriverError("driver.unknown", name=name, known=",".join(known))
    return known[name]


def _modules() -> Iterator[ModuleType]:
    for name in module_names():
        try:
            yield importlib.import_module(name)
        except ImportError:
            log.warning("driver module %s left out", name, exc_info=True)


def _kinds(module: ModuleType) -> list[type[Driver]]:
    classes = [value for _, value in inspect.getmembers(module, inspect.isclass)]
    return [c for c in classes if issubclass(c, Driver) and c.NAME and c.__module__ == module.__name__]
