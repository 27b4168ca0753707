"""Words of the sub-district: shown until read, told once to the district, an emergency before everything else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from desk.operators.rules import COMMAND
from desk.store.store import Founding
from desk.store.tables_sync import DistrictNotice, NoticeDelivered
from tests.ui.pages.at_once import Voice, desk_at
from ui.shell.district import District, Words
from ui.shell.district_banner import DistrictBanner

WATER = "明天上午停水检修，请提前告诉独居老人。"


class Tones(Voice):
    def __init__(self) -> None:
        super().__init__()
        self.tones: list[str] = []

    def tone(self, name: str) -> None:
        self.tones.append(name)


@pytest.fixture
def desk(tmp_path: Path) -> Any:
    found = desk_at(tmp_path / "home")
    found.found(Founding("锦绣苑", "南门", throwaway=True))
    yield found
    found.close()


def notice(desk: Any, text: str = WATER, level: str = "notice", **fields: Any) -> None:
    with desk.store.unit(COMMAND) as u:
        u.add(DistrictNotice, level=level, text=text, **{"sites": [], "from_at": 0, "until_at": None, **fields})


def watched(desk: Any, voice: Tones) -> tuple[District, list[Words | None]]:
    district, shown = District(desk, voice), list[Words | None]()
    district.show = shown.append
    district.refresh()
    return district, shown


def test_read_once_and_the_district_hears_of_it(desk: Any) -> None:
    notice(desk)
    notice(desk, "别的小区", sites=["f" * 32])
    notice(desk, "过期了", until_at=1)
    district, shown = watched(desk, Tones())
    assert shown[-1] is not None
    assert (shown[-1].text, shown[-1].emergency, shown[-1].more) == (WATER, False, 0)
    district.read()
    assert shown[-1] is None
    with desk.store.reading() as r:
        rows = r.conn.execute(select(NoticeDelivered.notice_id, NoticeDelivered.gate_id)).all()
        assert [(row.notice_id, row.gate_id) for row in rows] == [(shown[0].id, r.gate_id)]  # type: ignore[union-attr]
    district.read()


def test_an_emergency_comes_first_and_sounds_once(desk: Any) -> None:
    voice = Tones()
    notice(desk)
    notice(desk, "台风，请勿外出。", "emergency")
    district, shown = watched(desk, voice)
    assert shown[-1] is not None
    assert (shown[-1].emergency, shown[-1].more) == (True, 1)
    district.refresh()
    assert voice.tones == ["alarm"]
    district.read()
    assert shown[-1].text == WATER


def test_the_banner_cuts_what_is_long_and_tells_it_whole(qtbot: QtBot) -> None:
    banner = DistrictBanner()
    qtbot.addWidget(banner)
    banner.show_words(None)
    assert banner.isHidden()
    banner.show_words(Words("a", WATER, emergency=False))
    assert banner.text() == WATER
    assert banner._more.isHidden()
    banner.show_words(Words("b", WATER * 9, emergency=True, more=2))
    assert banner.text().endswith("…")
    assert "2" in banner._who.text()
    with qtbot.waitSignal(banner.whole) as told:
        banner._more.click()
    assert told.args == [WATER * 9]
    with qtbot.waitSignal(banner.read):
        banner.done.click()
