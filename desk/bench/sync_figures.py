"""Figures of runs: medians over rounds, percentiles, ratios; and saying which stage is under way."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from statistics import median
from typing import Any


def at(times: Sequence[float], share: float) -> float:
    """The value below which `share` (0..1) of them lie."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def spread(prefix: str, times_ms: Sequence[float]) -> dict[str, float]:
    """Median, p99 and the longest, in ms."""
    if not times_ms:
        return {}
    found = {"p50_ms": at(times_ms, 0.5), "p99_ms": at(times_ms, 0.99), "max_ms": max(times_ms)}
    return {f"{prefix}{name}": round(value, 1) for name, value in found.items()}


def medians(runs: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Of every figure the median over the runs; words as the last run said them."""
    names = dict.fromkeys(name for run in runs for name in run)
    return {name: _middle([run[name] for run in runs if name in run]) for name in names}


def _middle(values: Sequence[Any]) -> Any:
    if not all(isinstance(value, int | float) and not isinstance(value, bool) for value in values):
        return values[-1]
    found = median(values)
    return round(found) if all(isinstance(value, int) for value in values) else round(found, 2)


def ratio(ours: Mapping[str, Any], theirs: Mapping[str, Any], name: str) -> float | None:
    """ours / theirs of one figure, None when either did not measure it."""
    if not ours.get(name) or not theirs.get(name):
        return None
    return round(float(ours[name]) / float(theirs[name]), 2)


def stage(words: str) -> None:
    """Tell whoever waits what is being measured; figures go to stdout, this does not."""
    sys.stderr.write(f"bench sync: {words}\n")
    sys.stderr.flush()
