"""The two benchmarks of the gate run on small sizes and say what they promise (never how fast)."""

from __future__ import annotations

import argparse
from types import ModuleType
from typing import Any

import pytest

from desk.bench import admit, search


def figures(module: ModuleType, *options: str) -> dict[str, Any]:
    parser = argparse.ArgumentParser()
    module.add_arguments(parser)
    found = module.run(parser.parse_args(options))
    assert isinstance(found, dict)
    return found


def test_search_reports_times_of_every_class_and_the_weight_of_the_index() -> None:
    found = figures(search, "--visits", "400", "--visitors", "90", "--residents", "120", "--queries", "40")
    assert (found["visits"], found["queries"], len(found["p95_by_class"])) == (400, 40, 17)
    assert 0 < found["p50_ms"] <= found["p95_ms"] <= found["p99_ms"] <= found["max_ms"]
    assert 0 < found["index_mb"] < 5


def test_admit_writes_the_same_rows_twice_and_compares() -> None:
    found = figures(admit, "--admissions", "4", "--visits", "60")
    assert found["rows"] == pytest.approx(
        {"visit": 1, "visit_event": 1, "audit_line": 1, "known_visitor": 1, "outbox": 2, "search_doc": 2}, abs=1
    )
    assert found["ratio"] == pytest.approx(found["p50_ms"] / found["bare_p50_ms"], rel=0.2)
