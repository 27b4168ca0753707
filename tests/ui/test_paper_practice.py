"""Papers of a practice estate say so: on every page, on every slip and label, whoever draws them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from ui.hardware.printing import save
from ui.paper import document, sheet
from ui.paper.job import mark_practice, stamped
from ui.paper.labels import Imprint, Label, Sheet, write_sheets
from ui.paper.sheet import Sheet as List

MARK = "PRACTICE"
LONG = List("清点", ("19:29",), ("姓名", "安全"), tuple((f"何*{n}", "□") for n in range(90)), "签名：")


@pytest.fixture
def practising() -> Iterator[None]:
    mark_practice(True)
    yield
    mark_practice(False)


def _marks(path: Path) -> list[int]:
    """How often the mark stands on each page."""
    pdf = QPdfDocument()
    pdf.load(str(path))
    return [pdf.getAllText(page).text().count(MARK) for page in range(pdf.pageCount())]


@pytest.mark.parametrize(
    "job", [sheet.job(LONG, "list"), document.job("\n\n".join(["一段话"] * 90), "words", "说明")], ids=["list", "words"]
)
def test_every_page_bears_the_mark(qapp: QApplication, practising: None, tmp_path: Path, job: document.Job) -> None:
    save(job, tmp_path / "made.pdf")
    found = _marks(tmp_path / "made.pdf")
    assert len(found) > 1
    assert all(count >= 3 for count in found)


def test_a_sheet_of_labels_bears_it(qapp: QApplication, practising: None, tmp_path: Path) -> None:
    labels = [Label("GD1-PRACTICE-NOT", f"V-{n:04}", "3 栋 101", "") for n in range(3)]
    write_sheets(tmp_path / "labels.pdf", labels, Imprint("锦绣苑", ""), Sheet(), lambda done, of: None, lambda: False)
    assert all(count >= 3 for count in _marks(tmp_path / "labels.pdf"))


def test_a_slip_has_a_strip_above_it(practising: None) -> None:
    plain = QImage(384, 200, QImage.Format.Format_RGB32)
    plain.fill(0xFFFFFFFF)
    made = stamped(plain)
    assert made.width() == 384
    assert made.height() > 200
    dark = [
        (x, y) for x in range(0, 384, 2) for y in range(made.height() - 200) if made.pixelColor(x, y).lightness() < 90
    ]
    assert len(dark) > 100


def test_papers_of_a_real_desk_are_left_alone(qapp: QApplication, tmp_path: Path) -> None:
    save(sheet.job(LONG, "list"), tmp_path / "made.pdf")
    assert not any(_marks(tmp_path / "made.pdf"))
    plain = QImage(QSize(10, 10), QImage.Format.Format_RGB32)
    assert stamped(plain) is plain
