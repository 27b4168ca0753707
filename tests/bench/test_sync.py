"""bench sync as a whole on small sizes: real hub, real desks, every part says what it promises (never how fast)."""

from __future__ import annotations

import argparse
import shutil
import sys
from typing import Any

import pytest

from desk.bench import sync, sync_postgres

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="figures are taken where hubs run"),
    pytest.mark.timeout(240),
]
SMALL = (
    "--records", "120", "--rounds", "1", "--live", "2", "--waiting", "300", "--desks", "4", "--crowd-s", "3", "--arrive-s", "1",
    "--residents", "300", "--days", "2",
)  # fmt: skip


def figures(parts: str, *more: str) -> dict[str, Any]:
    parser = argparse.ArgumentParser()
    sync.add_arguments(parser)
    found = sync.run(parser.parse_args([*SMALL, "--parts", parts, *more]))
    assert isinstance(found, dict)
    return found


def test_the_exchange_runs_both_ways_on_every_base_there_is(tmp_path_factory: pytest.TempPathFactory) -> None:
    found = figures("exchange", "--pouchdb", str(tmp_path_factory.mktemp("nothing")))
    bases = {"sqlite", "postgresql"} if sync_postgres.binaries() else {"sqlite"}
    assert set(found["exchange"]["ratios"]) == bases
    for base in bases:
        one = found["exchange"][base]
        assert one["operations"] == 123, "with the three of the founding"
        assert min(one["push_per_s"], one["pull_per_s"], one["live_median_ms"]) > 0
    assert "pouchdb" in found["not_measured"], "not measured is said, not left out"


def test_a_desk_that_was_away_comes_to_rest_and_its_loop_is_watched() -> None:
    found = figures("return", "--no-postgres")["return"]
    assert found["operations"] >= 300
    assert found["longest_stall_ms"] >= found["stall_p99_ms"] >= 0
    assert found["seconds"] > 0
    assert found["admissions_refused"] == 0, "syncing never keeps somebody at the gate out"


def test_a_crowd_works_without_an_error() -> None:
    found = figures("crowd", "--no-postgres", "--times", "200")["crowd"]
    assert (found["desks"], found["sites"], found["errors"], found["unsent"]) == (4, 2, 0, 0)
    assert found["pushes"] >= 4
    assert found["pulled"] >= found["operations"] > 0, "what one wrote, the others of its site heard"
    assert found["push_p50_ms"] <= found["push_p99_ms"] <= found["push_max_ms"]


def test_a_year_is_taken_over_and_goes_on_after_a_cut() -> None:
    found = figures("year", "--no-postgres")["year"]
    assert found["things"] > 4_000, "residents and two days"
    assert found["pages_before_cut"] < found["pages"] <= found["pages_before_cut"] + found["pages_after_cut"] + 1
    assert found["pages_after_cut"] < found["pages"]


def test_the_wire_is_weighed_by_the_hub() -> None:
    found = figures("wire")["wire"]
    assert found["records"]["operations"] == 120
    assert found["day"]["operations"] > 1_000
    for one in found.values():
        assert 20 < one["push_bytes"] < one["body_bytes"]
        assert 20 < one["pull_bytes"] < one["body_bytes"]


@pytest.mark.skipif(shutil.which("node") is None, reason="no node here")
def test_the_rival_is_measured_where_its_modules_are() -> None:
    from desk.bench import sync_pouchdb

    if sync_pouchdb.lacking(None):
        pytest.skip(sync_pouchdb.lacking(None))
    found = figures("exchange", "--no-postgres")["exchange"]
    assert found["fullCouchDB"]["docs"] == 120
    assert found["ratios"]["sqlite"]["push"] > 0
