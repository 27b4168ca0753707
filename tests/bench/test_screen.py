"""The benchmark of the public screen gives figures, and a brief look keeps to its reach already."""

from __future__ import annotations

import argparse

from desk.bench import screen


def test_a_brief_look() -> None:
    found = screen.run(argparse.Namespace(seconds=2))
    assert found["still"]["pictures"] >= 4
    assert found["still"]["cpu_percent_of_a_core"] < 20, "two seconds on a busy machine; the whole run holds the figure"
    assert found["soak"]["turned"] > 20
    assert found["soak"]["handles_growth"] <= screen.TARGETS["handles_growth"]
