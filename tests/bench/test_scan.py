"""The scan benchmark stops its clock only at a card that names the person, and answers for every scan."""

from __future__ import annotations

import argparse
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desk.bench import scan
from desk.core.masking import mask_name
from ui.pages.result.model import Next, ResultModel
from ui.pages.result.view import ResultPage
from ui.probes.scan import SURNAMES, names

VISITOR = mask_name("欧阳测试")


class Silent:
    """A presenter whose card is drawn by hand."""

    show: Any = None
    done: Any = None

    def act(self) -> None: ...

    register = open_household = open_lent = hand_out = leave = check_clock = act


def card(qtbot: QtBot, visitor: str) -> ResultPage:
    page = ResultPage(Silent())  # type: ignore[arg-type]
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show_model(ResultModel("valid", "code.valid", "code.next.valid", Next.ADMIT, visitor=visitor))
    return page


def test_a_card_names_the_person_once_it_can_be_seen(qtbot: QtBot) -> None:
    page = card(qtbot, VISITOR)
    assert not names(page, VISITOR)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(lambda: names(page, VISITOR))


@pytest.mark.parametrize("visitor", ["", mask_name("司马测试"), "欧阳测试"])
def test_nobody_another_person_and_an_unmasked_name_do_not_count(qtbot: QtBot, visitor: str) -> None:
    page = card(qtbot, visitor)
    with qtbot.waitExposed(page):
        page.show()
    assert not names(page, VISITOR)


def test_two_cards_after_each_other_never_look_alike() -> None:
    masked = [mask_name(f"{one}测试") for one in SURNAMES]
    assert len(set(masked)) == len(masked) > 10


def test_every_scan_is_timed_and_the_idle_desk_weighed() -> None:
    parser = argparse.ArgumentParser()
    scan.add_arguments(parser)
    found = scan.run(parser.parse_args(["--scans", "3"]))
    assert found["scans"] == 3
    assert 0 < found["p50_ms"] <= found["p95_ms"] <= found["max_ms"]
    assert found["idle_percent_of_a_core"] > 0
