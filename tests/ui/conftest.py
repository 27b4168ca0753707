"""A Qt application for the face's tests, with Qt's own log lines under the house rule of no surprises."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from ui.bridge import qt_log_to_logging


@pytest.fixture(autouse=True)
def app(qapp: QApplication) -> Iterator[QApplication]:
    qt_log_to_logging()
    yield qapp
    qapp.processEvents()
    gc.collect()
