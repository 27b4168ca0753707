"""A desk's data folder, and a publisher with a folder of updates."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.core.paths import Home
from tests.fakes.publisher import Publisher


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home", private=True)


@pytest.fixture
def publisher(tmp_path: Path) -> Publisher:
    return Publisher(tmp_path / "stick")
