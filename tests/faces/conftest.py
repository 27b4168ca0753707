"""One engine for all tests of faces, on one thread, and the six portraits whose licences allow it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest

from desk.core.paths import Home
from desk.faces.engine import Engine, Picture

PORTRAITS = Path(__file__).parent / "portraits"


@pytest.fixture(scope="session")
def engine() -> Iterator[Engine]:
    threads = cv2.getNumThreads()
    cv2.setNumThreads(1)
    yield Engine()
    cv2.setNumThreads(threads)


@pytest.fixture(scope="session")
def portraits() -> dict[str, Picture]:
    return {file.stem: np.asarray(cv2.imread(str(file)), np.uint8) for file in sorted(PORTRAITS.glob("*.jpg"))}


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A throw-away data folder, with its keys in it."""
    return Home(tmp_path / "desk", private=True)
