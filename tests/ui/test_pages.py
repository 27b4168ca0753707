"""Pages keep their contract: light declarations, presenters without Qt, views without services, strangers to each other."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from ui import pages

ROOT = Path(__file__).resolve().parents[2]
ROOMS = [ROOT / "ui" / "pages" / name for name in pages.names()]
HEAVY = ("sqlalchemy", "cv2", "zxingcpp", "pypinyin", "PySide6.QtMultimedia", "numpy")


def imports_of(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {one.name for one in node.names}
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_no_qt_in_presenters_and_models(room: Path) -> None:
    for path in [*room.glob("presenter*.py"), *room.glob("model*.py")]:
        assert not [name for name in imports_of(path) if name.startswith(("PySide6", "ui.widgets", "ui.theme"))], (
            path.name
        )


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_views_ask_their_presenter_only(room: Path) -> None:
    for path in room.glob("view*.py"):
        wrong = [n for n in imports_of(path) if ".service" in n or n.endswith(".tables")]
        assert not wrong, f"{path.name}: {wrong}"


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_pages_are_strangers(room: Path) -> None:
    for path in room.glob("*.py"):
        others = [n for n in imports_of(path) if n.startswith("ui.pages.") and n.split(".")[2] != room.name]
        assert not others, f"{path.name}: {others}"


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_a_page_is_declared_in_its_own_room(room: Path) -> None:
    assert not (room / "__init__.py").read_text(encoding="utf-8").strip()
    spec = next(one for one in pages.specs() if one.name == room.name)
    assert spec.title
    assert spec.label()


def test_the_window_paints_before_anything_heavy_is_imported() -> None:
    """In a process of its own: what ui.app and the declarations of all pages load."""
    code = f"import sys, ui.app; from ui import pages; pages.specs(); print([n for n in {HEAVY!r} if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
