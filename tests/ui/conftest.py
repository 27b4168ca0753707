"""A Qt application for the face's tests, with Qt's own log lines under the house rule of no surprises."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from tests.ui.paper_now import PaperNow
from ui.bridge import qt_log_to_logging
from ui.shell import papers


@pytest.fixture(autouse=True)
def app(qapp: QApplication) -> Iterator[QApplication]:
    qt_log_to_logging()
    yield qapp
    qapp.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # nothing of this test is restyled by the next


@pytest.fixture
def paper(tmp_path: Path) -> Iterator[PaperNow]:
    """One printer, chosen for the desk; what is sent comes out as PDF."""
    now = PaperNow(tmp_path, "门岗小票机", chosen="门岗小票机")
    papers.install(now.papers)
    yield now
    papers.install(None)
