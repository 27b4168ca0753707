"""The card for the wall: one page, with the steps of the manual, the keys and this gate's numbers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desk.screen.rules import Number
from tests.ui.public_screen.test_model import board
from tests.ui.test_paper_wall import HERE, read
from ui import i18n
from ui.paper import gate_card
from ui.paper.document import save_pdf
from ui.paper.one_page import poster

FULL = board(numbers=tuple(Number(f"物业 {n} 号", f"1040 0000 011{n}") for n in range(8)))


@pytest.fixture(params=i18n.LANGUAGES)
def lang(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    yield i18n.install(request.param)
    i18n.install(i18n.SOURCE)


def test_it_is_one_page_in_either_language(lang: str, tmp_path: Path) -> None:
    save_pdf(gate_card.text(FULL, "明珠路 88 弄"), tmp_path / "card.pdf", poster)
    count, words = read(tmp_path / "card.pdf")
    assert count == 1
    for there in (
        "F2",
        "F12",
        "120",
        "119",
        "110",
        "1040000001" + "17",
        HERE.site_name,
        HERE.gate_name,
        "明珠路88弄",
        "4.",
    ):
        assert there in words, there


def test_a_name_from_outside_makes_no_heading(lang: str) -> None:
    assert "\n# x" not in gate_card.text(board(numbers=(Number("\n# x", "1040 0000 0110"),)))
