"""Rights this room asks for; desk/operators/rules.py says which role has them."""

from __future__ import annotations

NOTE = "matters.note"
WORK = "matters.work"
ASSIGN = "matters.assign"
CLOSE = "matters.close"
SETTINGS = "matters.settings"
HOLD = "hearings.hold"
END = "hearings.close"
SUMMARY = "hearings.summary"
REVEAL = "people.reveal"
RETENTION = "retention.run"
