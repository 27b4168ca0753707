"""Judges a soak by its figures and tells it in words: no pictures needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from statistics import median
from typing import Any

GROWTH_MB, HANDLES = 20.0, 4
WARM = 500 / 8  # visits: the first hour opens every page once
AT_ONCE = 3  # samples taken together, so that one moment does not decide
Figures = Mapping[str, Any]


def of_day(samples: Sequence[Figures], answer: Figures, log_errors: int, after: Sequence[str]) -> dict[str, Any]:
    """after: faults of store and hub once the day was over. `faults` says what was not reached, empty when all was."""
    warm = [one for one in samples if one["visits"] >= WARM]
    found: dict[str, Any] = {"visits": answer.get("visits", 0), "acts": answer.get("acts", {}), "samples": len(samples)}
    faults = list(after)
    if answer.get("failed", 1):
        faults.append(f"{answer.get('failed', 'unknown')} acts went wrong: {answer.get('failures', [])[:3]}")
    if log_errors:
        faults.append(f"{log_errors} lines of the log are errors: {answer.get('error_texts', [])[:3]}")
    found |= {"stalls": answer.get("stalls", {}), "log_errors": log_errors, "faults": faults}
    if len(warm) <= AT_ONCE:  # too short to say how memory behaves
        return found
    for name in ("rss_mb", "handles", "threads", "widgets", "python_blocks"):
        values = [one[name] for one in warm if one[name] is not None]
        first, last = median(values[:AT_ONCE]), median(values[-AT_ONCE:])
        found[name] = {"first": first, "last": last, "growth": round(last - first, 1), "most": max(values)}
    if found["rss_mb"]["growth"] >= GROWTH_MB:
        faults.append(f"memory grew by {found['rss_mb']['growth']} MB")
    if found["handles"]["growth"] > HANDLES:
        faults.append(f"{found['handles']['growth']} more handles are open than after the first hour")
    return found


def told(report: Figures, samples: Sequence[Figures]) -> str:
    """The whole report as plain text."""
    lines = [f"Soak of {report['program']} ({report['version']}), {report['when']}, {report['where']}", ""]
    if "day" in report:
        lines += _day(report["day"], samples)
    if "kills" in report:
        lines += _kills(report["kills"])
    lines.append("Reached." if report["good"] else "NOT reached.")
    return "\n".join(lines) + "\n"


def _day(day: Figures, samples: Sequence[Figures]) -> list[str]:
    lines = [
        f"A day of {day['visits']} visits in {day.get('minutes', 0)} minutes; the hub went down {day.get('hub_downs', 0)} times.",
        "Acts: " + ", ".join(f"{name} {count}" for name, count in day["acts"].items() if name not in ("home", "rest", "pause")),
        "", f"{'visits':>7} {'s':>7} {'RSS MB':>8} {'handles':>8} {'threads':>8} {'widgets':>8} {'blocks':>9} {'errors':>7}",
    ]  # fmt: skip
    every = max(1, len(samples) // 16)
    shown = [one for n, one in enumerate(samples) if n % every == 0 or n == len(samples) - 1]
    for one in shown:
        lines.append(
            f"{one['visits']:>7} {one['s']:>7.0f} {one['rss_mb'] or 0:>8.1f} {one['handles'] or 0:>8} {one['threads']:>8} "
            f"{one['widgets']:>8} {one['python_blocks']:>9} {one['errors']:>7}"
        )
    for name, what in (
        ("rss_mb", "Memory (MB)"),
        ("handles", "Handles"),
        ("threads", "Threads"),
        ("widgets", "Widgets"),
    ):
        if name in day:
            one = day[name]
            lines.append(f"{what} after the first hour {one['first']}, at the end {one['last']}: {one['growth']:+}; most {one['most']}")  # fmt: skip
    if "rss_mb" not in day:
        lines.append("Too short a day to judge memory and handles by.")
    lines.append(f"Stalls of the window: {day.get('stalls', {})}; error lines in the log: {day.get('log_errors')}")
    return [*lines, *(f"FAULT: {fault}" for fault in day["faults"]), ""]


def _kills(kills: Figures) -> list[str]:
    lines = [
        f"{kills['kills']} times kill -9: {kills['units']} units of work with {kills['records']} records acknowledged, "
        f"{kills['lost']} rounds with a fault; {kills['busy']} kills hit a desk at work, the others a desk that was starting.",
        f"The hub was down for {kills['without_hub']} of them; at the end it agreed: {'no' if kills['end_faults'] else 'yes'}. "
        f"Audit lines at the end: {kills['audit_lines']}. Minutes: {kills['minutes']}; seed {kills['seed']}.",
    ]  # fmt: skip
    return [*lines, *(f"FAULT: {fault}" for fault in kills["faults"]), ""]
