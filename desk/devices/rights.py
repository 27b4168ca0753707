"""Rights this room asks for; desk/operators/rules.py says which role has them."""

from __future__ import annotations

EDIT = "device.edit"
USE = "device.use"
ADMIT = "visit.fast"  # of reception: whom a rider passes under a lock, that person lifts the barrier
RETENTION = "retention.run"
