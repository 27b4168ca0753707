"""Label sheets: every code on every page of the real PDF reads back; a cancelled or failed run leaves no file."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtSvg import QSvgRenderer

from desk.codes import payload, serials
from desk.codes.rules import Kind
from desk.codes.views import Issued
from desk.core.errors import Trouble
from tests.ui.test_paper_qr import read
from ui.paper import files, labels, labels_job
from ui.paper.labels import LARGE, MIDDLE, SMALL, Imprint, Label, Sheet
from ui.probes import labels as probe

IMPRINT = Imprint.of("锦绣苑", "0000-1234")


def some(count: int, prefix: str = "") -> list[Label]:
    made = []
    for _ in range(count):
        text = payload.id_text(bytes(32), Kind.OUTDOOR, payload.new_key())
        issued = Issued("", Kind.OUTDOOR, serials.new_serial(Kind.OUTDOOR, ()), text)
        made.append(labels.label_of(issued, prefix))
    return made


def pages(path: Path, dpi: int = 150) -> list[QImage]:
    """The PDF as a printer would see it, on white."""
    document = QPdfDocument()
    assert document.load(str(path)) == QPdfDocument.Error.None_
    found = []
    for number in range(document.pageCount()):
        points = document.pagePointSize(number)
        size = QSize(round(points.width() * dpi / 72), round(points.height() * dpi / 72))
        page = QImage(size, QImage.Format.Format_RGB32)
        page.fill(0xFFFFFFFF)
        painter = QPainter(page)
        painter.drawImage(0, 0, document.render(number, size))
        painter.end()
        found.append(page)
    document.close()
    return found


def words(path: Path) -> str:
    document = QPdfDocument()
    document.load(str(path))
    text = "".join(document.getAllText(number).text() for number in range(document.pageCount()))
    document.close()
    return "".join(text.split())


@pytest.mark.parametrize(("sheet", "count"), [(SMALL, 45), (MIDDLE, 30), (LARGE, 7)])
@pytest.mark.parametrize("prefix", ["", "https://estate.example/c?id="])
def test_every_label_of_the_pdf_reads_back(tmp_path: Path, sheet: Sheet, count: int, prefix: str) -> None:
    made, steps, path = some(count, prefix), [], tmp_path / "labels.pdf"
    assert labels.write_sheets(path, made, IMPRINT, sheet, lambda done, of: steps.append((done, of)))
    seen = [text for page in pages(path) for text in read(page)]
    assert sorted(seen) == sorted(label.text for label in made)
    assert steps == [(sheet.per_page, count), (count, count)]
    printed = words(path)
    assert all(label.serial.replace(" ", "") in printed for label in made)
    assert printed.count("0000-1234") == printed.count("锦绣苑") == count  # text that can be searched and copied


def test_nothing_on_a_label_says_who_lives_there(tmp_path: Path) -> None:
    path = tmp_path / "labels.pdf"
    labels.write_sheets(path, some(1), IMPRINT)
    printed = words(path)
    # 户 and 门 come out of a PDF as the radicals of the same glyph
    assert set(printed) <= set("锦绣苑户⼾外码门⻔岗电话-D0123456789")


def test_cancelled_there_is_no_file(tmp_path: Path) -> None:
    path, steps = tmp_path / "labels.pdf", []
    done = labels.write_sheets(
        path, some(80), IMPRINT, MIDDLE, lambda done, of: steps.append(done), lambda: len(steps) == 2
    )
    assert not done
    assert steps == [24, 48]
    assert list(tmp_path.iterdir()) == []


def test_an_older_file_stays_when_the_new_one_is_cancelled(tmp_path: Path) -> None:
    path = tmp_path / "labels.pdf"
    path.write_bytes(b"old")
    assert not labels.write_sheets(path, some(2), IMPRINT, cancelled=lambda: True)
    assert path.read_bytes() == b"old"


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(Trouble) as trouble:
        labels.write_sheets(tmp_path / "gone" / "labels.pdf", some(1), IMPRINT)
    assert trouble.value.code == "paper.not_written"


def write_sheet(path: Path) -> None:
    labels.write_sheets(path, some(30), IMPRINT)


def write_picture(path: Path) -> None:
    files.save_png(labels.label_image(some(1)[0], IMPRINT), path)


@pytest.mark.skipif(sys.platform == "win32", reason="file size limits are POSIX")
@pytest.mark.parametrize("write", [write_sheet, write_picture])
def test_a_full_disk_is_told_and_leaves_nothing(tmp_path: Path, write: Callable[[Path], None]) -> None:
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4_096, hard))
    try:
        with pytest.raises(Trouble, match=r"paper\.not_written"):
            write(tmp_path / "labels")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("prefix", ["", "https://estate.example/c?id="])
def test_single_picture_and_svg(tmp_path: Path, prefix: str) -> None:
    label = some(1, prefix)[0]
    path = tmp_path / "label.png"
    files.save_png(labels.label_image(label, IMPRINT), path)
    assert read(QImage(str(path))) == [label.text]
    svg = labels.label_svg(label, Imprint.of("<&\"'>", ""))
    renderer = QSvgRenderer(svg.encode())
    picture = QImage(600, 600, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    renderer.render(painter)
    painter.end()
    assert read(picture) == [label.text]
    assert label.serial in svg


def test_long_names_are_cut_not_wrapped(tmp_path: Path) -> None:
    label = Label(some(1)[0].text, "D 123 456 782", "户外码", "88弄3号楼2单元1202室" * 4)
    assert read(labels.label_image(label, Imprint.of("很长的小区名字" * 10, "0000-1234" * 6))) == [label.text]


def test_a_run_in_its_own_process(tmp_path: Path) -> None:
    made, path, out = some(30), tmp_path / "labels.pdf", io.StringIO()
    assert labels_job.main(io.StringIO(labels_job.order(path, made, IMPRINT, MIDDLE)), out) == 0
    told = [json.loads(line) for line in out.getvalue().splitlines()]
    assert told == [{"done": 24, "of": 30}, {"done": 30, "of": 30}, {"written": True}]
    assert sorted(text for page in pages(path) for text in read(page)) == sorted(label.text for label in made)


def test_a_run_that_cannot_write(tmp_path: Path) -> None:
    out = io.StringIO()
    order = labels_job.order(tmp_path / "gone" / "labels.pdf", some(1), IMPRINT, MIDDLE)
    assert labels_job.main(io.StringIO(order), out) == 1
    assert json.loads(out.getvalue()) == {"fault": "paper.not_written"}


def test_probe(tmp_path: Path) -> None:
    figures = probe.run(25, tmp_path / "labels.pdf")
    assert (figures["labels"], figures["pages"]) == (25, 2)
