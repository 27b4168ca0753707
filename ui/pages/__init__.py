"""The registry of pages: a package here with a `page.py` that holds PAGE is a page of the program, frozen or not."""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.shell.page import PageSpec


def names() -> list[str]:
    """Packages beside this file that declare a page. PyInstaller's importer answers pkgutil too; the build lists them as
    hidden imports."""
    packages = (module.name for module in pkgutil.iter_modules(__path__) if module.ispkg)
    return sorted(name for name in packages if importlib.util.find_spec(f"{__name__}.{name}.page"))


def specs() -> list[PageSpec]:
    """Every page's declaration in rail order. Importing them stays light: see ui/shell/page.py."""
    found = [importlib.import_module(f"{__name__}.{name}.page").PAGE for name in names()]
    return sorted(found, key=lambda spec: spec.order)
