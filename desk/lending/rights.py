"""Rights this room asks for; desk/operators/rules.py says which role has them."""

from __future__ import annotations

LEND = "lending"  # lend, take back, extend, remind, reserve
EDIT = "lending.edit"  # the asset book: add, change, retire, lost, written off
REVEAL = "people.reveal"
RETENTION = "retention.run"
