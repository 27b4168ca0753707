"""How a state is marked in both lists of the page: a tone, and the sign that goes with it."""

from __future__ import annotations

TONES = {
    "visit.state.admitted": "ok", "visit.presence.overstay": "bad", "visit.presence.uncertain": "warn",
    "visit.presence.unregistered": "warn", "visit.state.refused": "warn", "visit.state.expected": "info",
    "visit.state.arrived": "info", "revoked": "warn",
}  # fmt: skip
MARKS = {"ok": "door-enter", "bad": "clock-exclamation", "warn": "alert-triangle", "info": "calendar-event"}


def tone_of(state: str) -> str:
    """ok, warn, bad, info or "" for a code of ui/texts_visits (or `revoked`)."""
    return TONES.get(state, "")


def mark_of(state: str) -> str:
    """The name of an icon, "" for none."""
    return MARKS.get(tone_of(state), "")
