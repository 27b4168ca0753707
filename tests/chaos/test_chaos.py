"""Real processes over a bad line, killed in the middle of things: afterwards everything agrees and nothing is lost.

A sample runs always; all failpoints, seeds, and both databases with --heavy.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.chaos import agreement, failpoints, shifted
from tests.chaos.estate import Estate
from tests.chaos.faults import dice
from tests.chaos.storm import Storm

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="kill -9 as POSIX has it"),
    pytest.mark.timeout(300),
]
HUB_PLACES = (
    "push.1_device", "push.2_compared", "push.3_numbered", "push.4_projected", "push.5_logged", "push.6_head",
    "push.7_committed",
)  # fmt: skip
DESK_PLACES = (
    "unit.1_before", "unit.2_written", "unit.3_committed", "hello.1_asking", "hello.2_answered", "push.1_asking",
    "push.2_answered", "pull.1_asking", "pull.2_answered",
)  # fmt: skip
DAY_S = 86_400


def survived(storm: Storm) -> Storm:
    storm.rage()
    storm.heal()
    said = storm.said()
    assert len(said) >= storm.actions, "desks that did nothing prove nothing"
    agreement.check(storm.estate, said)
    return storm


def test_a_good_line_and_no_death(tmp_path: Path, database: str) -> None:
    storm = survived(Storm(tmp_path, Estate.founded(tmp_path, database)))
    assert (storm.deaths, storm.faults()) == (0, set())


def test_a_bad_line(tmp_path: Path, sqlite: str) -> None:
    storm = survived(Storm(tmp_path, Estate.founded(tmp_path, sqlite), dice(5, 0.4)))
    assert storm.faults(), "the line was bad"


@pytest.mark.parametrize(("place", "turn"), [("push.4_projected", 2), ("push.7_committed", 1)])
def test_the_hub_dies_within_a_push(tmp_path: Path, database: str, place: str, turn: int) -> None:
    storm = Storm(tmp_path, Estate.founded(tmp_path, database), hub=failpoints.at(place, turn))
    assert survived(storm).deaths == 1


@pytest.mark.parametrize(("place", "turn"), [("unit.2_written", 7), ("push.2_answered", 1), ("pull.2_answered", 3)])
def test_a_desk_dies_within_a_round(tmp_path: Path, sqlite: str, place: str, turn: int) -> None:
    storm = Storm(tmp_path, Estate.founded(tmp_path, sqlite), desks={0: failpoints.at(place, turn)})
    assert survived(storm).deaths == 1


@pytest.mark.skipif(shifted.library() is None, reason="libfaketime is not installed")
def test_clocks_a_day_off_either_way(tmp_path: Path, sqlite: str) -> None:
    desks = {0: shifted.by(-DAY_S), 1: shifted.by(DAY_S)}
    storm = survived(Storm(tmp_path, Estate.founded(tmp_path, sqlite), desks=desks))
    assert storm.deaths == 0


@pytest.mark.heavy
@pytest.mark.parametrize("turn", [1, 2, 5])
@pytest.mark.parametrize("place", HUB_PLACES)
def test_every_place_of_the_hub(tmp_path: Path, database: str, place: str, turn: int) -> None:
    storm = Storm(tmp_path, Estate.founded(tmp_path, database), dice(turn, 0.2), hub=failpoints.at(place, turn))
    assert survived(storm).deaths >= 1


@pytest.mark.heavy
@pytest.mark.parametrize("turn", [1, 2, 6])
@pytest.mark.parametrize("place", DESK_PLACES)
def test_every_place_of_a_desk(tmp_path: Path, sqlite: str, place: str, turn: int) -> None:
    desks = {0: failpoints.at(place, turn), 1: failpoints.at(place, turn + 1)}
    actions = 24 + 4 * turn  # on a bad line some rounds end before they come to the place
    storm = Storm(tmp_path, Estate.founded(tmp_path, sqlite), dice(turn, 0.2), actions=actions, desks=desks, seed=turn)
    assert survived(storm).deaths >= 1


@pytest.mark.heavy
@pytest.mark.parametrize("seed", range(20))
def test_anybody_dies_at_any_moment(tmp_path: Path, database: str, seed: int) -> None:
    storm = Storm(tmp_path, Estate.founded(tmp_path, database, 3), dice(seed, 0.4), actions=60, kills=6, seed=seed)
    assert survived(storm).deaths >= 1
