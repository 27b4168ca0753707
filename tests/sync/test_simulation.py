"""Seeded histories of desks, a hub and everything that goes wrong; and that each safety part is needed to pass them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sync.parts import PARTS, WHOLE
from tests.sync.run import one
from tests.sync.world import NETWORK_ONLY, World

KEPT = (  # each found a mistake once
    54,  # a write whose clock was held down twice, to two values
    136,  # a desk that came in by a snapshot, a hub that went back to before it, and the author gone
    191,  # a clock held down to the very millisecond of an earlier write
    239,  # a first write after a snapshot, before any page was pulled
    250, 331,
)  # fmt: skip
SAMPLE = range(2000, 2024)


@pytest.fixture(scope="module")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("templates")


@pytest.mark.parametrize("seed", KEPT)
def test_a_history_that_once_went_wrong(seed: int, templates: Path) -> None:
    assert one(seed, 60, str(templates)) == (seed, "")


@pytest.mark.parametrize("start", range(SAMPLE.start, SAMPLE.stop, 8))
def test_a_sample_of_histories(start: int, templates: Path) -> None:
    bad = [story for seed in range(start, start + 8) if (story := one(seed, 60, str(templates))[1])]
    assert not bad, bad[0]


def test_a_bad_line_alone(templates: Path, tmp_path: Path) -> None:
    World(7, tmp_path, templates, faults=NETWORK_ONLY).live()


@pytest.mark.parametrize("name", PARTS)
def test_without_this_part_something_is_lost(name: str, templates: Path) -> None:
    """The test of the test: with one part switched off the simulation must fail, in a history that passes with it."""
    seed = PARTS[name].seed
    assert one(seed, 60, str(templates), without=name)[1]
    assert one(seed, 60, str(templates)) == (seed, "")


@pytest.mark.heavy
def test_many_histories(templates: Path) -> None:
    assert WHOLE.seed == 0
    bad = [seed for seed in range(20_000, 20_200) if one(seed, 60, str(templates))[1]]
    assert bad == []
