"""bench roster: a month for 60 volunteers, every rule, two months behind it: time, and how even it is beside the best possible."""

from __future__ import annotations

import argparse
import time
from dataclasses import replace
from statistics import median
from typing import Any

NAME = "roster"
HELP = "60 volunteers, 252 places, a month, all rules: seconds to an answer that keeps them, spread beside the least possible"
FEW = 5
FIGURES = (
    "read_s", "first_s", "seconds", "gap", "spread_before", "spread", "least_spread", "spread_all", "least_spread_all",
)  # fmt: skip


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seeds", type=int, default=FEW, help="teams and months to be invented; figures are medians")
    parser.add_argument("--threads", type=int, choices=(1, 2), default=1)
    parser.add_argument("--seconds", type=float, default=20.0, help="time for each")
    parser.add_argument("--no-best", action="store_true", help="do not work out how even each month could be at best")


def run(args: argparse.Namespace) -> dict[str, Any]:
    """Solve one after the other. first_s: a roster that keeps every rule; seconds: it is proven that nothing better exists."""
    begun = time.perf_counter()
    import highspy
    import numpy

    loading = time.perf_counter() - begun
    found = [_one(seed, args) for seed in range(1, max(1, args.seeds) + 1)]
    middle = {name: round(median(one[name] for one in found), 3) for name in FIGURES if name in found[0]}
    return {
        "people": 60, "places": found[0]["places"], "seeds": args.seeds, "threads": args.threads,
        "loading_s": round(loading, 2), "solver": f"HiGHS {highspy.Highs().version()}", "numpy": numpy.__version__,  # type: ignore[no-untyped-call]
        "median": middle, "slowest_s": max(one["seconds"] for one in found),
        "rules_broken": sum(one["rules_broken"] for one in found), "gaps": sum(one["gaps"] for one in found),
        "proven": sum(one["state"] == "best" for one in found), "each": found,
    }  # fmt: skip


def _one(seed: int, args: argparse.Namespace) -> dict[str, Any]:
    from desk.bench import roster_check
    from desk.bench.roster_team import problem
    from desk.duty.problem import Options, Progress
    from desk.duty.solver import solve

    begun = time.perf_counter()
    given = problem(seed, options=Options(args.seconds, threads=args.threads))
    made = time.perf_counter() - begun
    heard: list[Progress] = []
    answer = solve(given, heard.append)
    free = {one.id for one in given.members if not one.most and not one.minor}
    before = [replace(count, now=0) for count in answer.counts]
    everyone = {count.member_id for count in answer.counts if count.now or count.before}
    figures = {
        "seed": seed, "places": answer.wanted, "filled": answer.filled, "read_s": round(made, 2),
        "first_s": round(heard[0].seconds, 2), "seconds": round(answer.seconds, 2), "state": answer.state.value,
        "value": round(answer.value, 1), "bound": round(answer.bound, 1), "gap": round(answer.gap, 5), "gaps": len(answer.gaps),
        "rules_broken": len(roster_check.broken(given, answer)), "spread": roster_check.spread(answer, free),
        "spread_before": roster_check.spread(replace(answer, counts=tuple(before)), free), "spread_all": roster_check.spread(answer, everyone),
    }  # fmt: skip
    if not args.no_best:
        from desk.bench.roster_best import least_spread

        for name, people in (("least_spread", free), ("least_spread_all", everyone)):
            capacities = {one.capacity for one in given.members}
            figures[name] = max(least_spread(given, one, people) for one in sorted(capacities))
    return figures
