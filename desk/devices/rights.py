"""Rights this room asks for; desk/operators/rules.py says which role has them."""

from __future__ import annotations

EDIT = "device.edit"
USE = "device.use"
RETENTION = "retention.run"
