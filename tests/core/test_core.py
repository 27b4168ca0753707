"""Clock, ids, masking, events, lanes, settings and text: the floor everything stands on."""

from __future__ import annotations

import json
import threading
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.core import masking
from desk.core.actor import NOBODY, Actor
from desk.core.clock import DAY_MS, HOUR_MS, SiteTime
from desk.core.errors import Refused
from desk.core.events import Bus, Changed, Event
from desk.core.ids import is_id, made_at, new_id
from desk.core.lanes import READ, Lanes
from desk.core.settings import SettingsFile
from desk.core.text import clean_line
from tests.conftest import LogWatch


@given(st.integers(0, 2**48 - 2))
def test_ids_sort_by_time_and_are_version_seven(now: int) -> None:
    first, second = new_id(now), new_id(now + 1)
    assert is_id(first)
    assert first < second
    assert (made_at(first), made_at(second)) == (now, now + 1)
    assert first[12] == "7"
    assert first[16] in "89ab"


def test_ids_of_one_moment_differ() -> None:
    assert len({new_id(5) for _ in range(1000)}) == 1000


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("欧阳修", "欧阳*"), ("王芳", "王*"), ("龑", "龑*"), ("", ""), ("Anna Smith", "Anna *"),
        ("买买提·艾力", "买买提*"), ("𬱖明", "𬱖*"), ("单于", "单*"),
    ],
)  # fmt: skip
def test_names_are_masked_to_the_surname(name: str, masked: str) -> None:
    assert masking.mask_name(name) == masked


@given(st.text(alphabet="0123456789", min_size=5, max_size=18))
def test_a_masked_phone_shows_only_its_tail(phone: str) -> None:
    masked = masking.mask_phone(phone)
    assert masked.endswith(phone[-4:])
    assert set(masked[:-4]) == {"*"}


def test_plates_rooms_and_numbers_are_masked() -> None:
    assert masking.mask_plate("沪A12345") == "沪A·**345"
    assert masking.mask_room("3", "1", "1202") == "3-1-12**"
    assert masking.mask_id("110101199001011234") == "110*************34"


def test_site_days_follow_the_site_and_not_the_computer() -> None:
    site = SiteTime("Asia/Shanghai")
    midnight = site.at(date(2026, 11, 22))
    assert site.day(midnight) == date(2026, 11, 22)
    assert site.day(midnight - 1) == date(2026, 11, 21)
    assert site.day_start(midnight + 5 * HOUR_MS) == midnight
    assert site.hour_start(midnight + HOUR_MS + 1) == midnight + HOUR_MS
    assert site.at(date(2026, 11, 23)) - midnight == DAY_MS


def test_a_right_is_required_by_name() -> None:
    Actor("x", "manager", frozenset({"scan"})).require("scan")
    with pytest.raises(Refused) as refused:
        NOBODY.require("scan")
    assert refused.value.facts == {"right": "scan", "role": "nobody"}


def test_a_listener_that_throws_does_not_silence_the_others(log_watch: LogWatch) -> None:
    bus, heard = Bus(), []

    def throw(event: Event) -> None:
        raise RuntimeError("a bug")

    bus.subscribe(throw)
    leave = bus.subscribe(heard.append)
    log_watch.expect("listener failed")
    bus.publish(Changed(frozenset({"a"})))
    leave()
    bus.publish(Changed(frozenset({"b"})))
    assert heard == [Changed(frozenset({"a"}))]


def test_a_lane_answers_in_order_and_survives_a_bug(log_watch: LogWatch) -> None:
    lanes, answers, faults = Lanes(), [], []

    def fail() -> None:
        raise ValueError("a bug")

    log_watch.expect("bug on lane")
    for number in range(20):
        lanes.run(READ, lambda n=number: n, answers.append)
    lanes.run(READ, fail, failed=faults.append)
    lanes.run(READ, lambda: 20, answers.append)
    lanes.close()
    assert answers == list(range(21))
    assert isinstance(faults[0], ValueError)


def test_two_lanes_work_at_the_same_time() -> None:
    lanes, met = Lanes(), threading.Barrier(2, timeout=5)
    done: list[int] = []
    lanes.run("a", met.wait, done.append)
    lanes.run("b", met.wait, done.append)
    lanes.close()
    assert sorted(done) == [0, 1]


def test_settings_survive_a_broken_file_and_keep_unknown_keys(tmp_path: Path, log_watch: LogWatch) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"language": "en", "base_px": "wrong", "from_the_future": 1}', encoding="utf-8")
    file = SettingsFile(path)
    assert (file.now.language, file.now.base_px) == ("en", 24)
    file.change(volume=10)
    assert json.loads(path.read_text(encoding="utf-8"))["from_the_future"] == 1
    assert SettingsFile(path).now.volume == 10
    log_watch.expect("settings unreadable")
    path.write_text("{half", encoding="utf-8")
    assert SettingsFile(path).now.language == "zh_CN"


@given(st.text())
def test_cleaned_lines_hold_nothing_that_moves_or_hides(text: str) -> None:
    cleaned = clean_line(text)
    assert len(cleaned) <= 200
    assert cleaned == clean_line(cleaned)
    assert not any(ord(c) < 32 or c in "\u202e\u200f\u2066\ufeff" for c in cleaned)
