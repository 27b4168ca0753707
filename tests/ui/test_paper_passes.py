"""Passes on paper, as a picture and full screen: the code reads, the digits stand there, nobody's name does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPageSize

from desk.codes import token
from desk.codes.rules import Kind, Window
from desk.codes.views import Issued
from desk.core.clock import HOUR_MS, MINUTE_MS, SiteTime
from tests.fakes.clock import START
from tests.ui.paper_now import A4, A6, PaperNow
from tests.ui.test_paper_labels import pages, words
from tests.ui.test_paper_qr import read
from ui import i18n
from ui.hardware.printing import save
from ui.paper import passes
from ui.paper.passes import Slip

NOW = START // MINUTE_MS * MINUTE_MS
WINDOW = Window(NOW, NOW + 6 * HOUR_MS, 8 * 60, 18 * 60, 0b0011111)


@pytest.fixture(autouse=True)
def chinese() -> Iterator[None]:
    i18n.install("zh_CN")
    yield
    i18n.install("zh_CN")


def slip(window: Window = WINDOW, uses: int = 1) -> Slip:
    text = token.sign(bytes(32), "ab" * 8, NOW, NOW + 6 * HOUR_MS, uses)
    issued = Issued("a" * 32, Kind.PASS, "P123456782", text, "482915", window, uses)
    return passes.slip_of(issued, "锦绣苑", "0000-1234", "3-1-12**", SiteTime())


@pytest.mark.parametrize("width", [384, passes.THERMAL_PX, passes.PICTURE_PX])
def test_slip_reads_back(width: int) -> None:
    assert read(passes.slip_image(slip(), width)) == [slip().text]


def test_picture_to_send_reads_back_when_shrunk_by_a_messenger() -> None:
    picture = passes.picture(slip())
    assert read(picture) == read(picture.scaledToWidth(360)) == [slip().text]


@pytest.mark.parametrize("size", [QSize(1366, 768), QSize(1920, 1080), QSize(1024, 768), QSize(3840, 2160)])
def test_full_screen_reads_back_and_fits(size: QSize) -> None:
    picture = passes.screen_image(slip(), size)
    assert picture.size() == size
    assert read(picture) == [slip().text]
    assert not dark(picture, 0, size.height() - 4, size.width(), 4)


def dark(picture: QImage, x: int, y: int, width: int, height: int) -> bool:
    part = picture.copy(x, y, width, height)
    return any(part.pixelColor(i, j).lightness() < 200 for i in range(0, part.width(), 2) for j in range(part.height()))


def on_roll(folder: Path) -> Path:
    path = folder / "slip.pdf"
    save(passes.job(slip()), path)
    return path


def on_printer(folder: Path, page: QPageSize) -> Path:
    paper = PaperNow(folder, "A", chosen="A")
    paper.printers.page = page
    assert paper.papers.send(passes.job(slip()))
    return paper.pdfs()[0]


@pytest.mark.parametrize(("page", "wide"), [(None, 80), (A6, 105), (A4, 210)])
def test_pdf(tmp_path: Path, page: QPageSize | None, wide: int) -> None:
    path = on_roll(tmp_path) if page is None else on_printer(tmp_path, page)
    found = pages(path)
    assert len(found) == 1
    assert read(found[0]) == [slip().text]
    width_mm = found[0].width() / 150 * 25.4
    assert width_mm == pytest.approx(wide, abs=0.5)
    printed = words(path)
    for part in (
        "锦绣苑",
        "482915",
        "P123456782",
        "3-1-12**",
        "0000-1234",
        "19:06起",
        "每天08:00到18:00",
        "请勿转给别",
    ):
        assert part in printed


def test_words_of_windows() -> None:
    assert passes.when_lines(Window(), SiteTime()) == ()
    assert passes.when_lines(WINDOW, SiteTime()) == (
        "11月18日 周三 19:06 起", "11月19日 周四 01:06 止", "每天 08:00 到 18:00", "只在 周一 周二 周三 周四 周五"
    )  # fmt: skip
    assert [passes.uses_line(uses) for uses in (0, 1, 3)] == [
        "有效期内可以多次进门", "只能进门一次", "可以进门 3 次"
    ]  # fmt: skip


def test_no_phone_and_no_household_leave_no_gap() -> None:
    bare = passes.slip_of(
        Issued("a" * 32, Kind.PASS, "P123456782", slip().text, "482915", Window(), 0), "苑", "", "", SiteTime()
    )
    assert read(passes.slip_image(bare)) == [bare.text]
    assert passes.slip_image(bare).height() < passes.slip_image(slip()).height()
