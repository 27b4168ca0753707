"""Rights this room asks for; desk/operators/rules.py says which role has them."""

from __future__ import annotations

from desk.core.actor import Actor

READ = "alarms.read"
TAKE = "alarms.take"  # see to it, write down what was done, close it
WEARERS = "alarms.wearers"
AUTOMATIONS = "automations.edit"
RAISE = "alarms.raise"  # nobody's: a device says it
RETENTION = "retention.run"

USE = "device.use"  # of the room of devices: a relay is switched, an alarm acknowledged

MACHINE = Actor("", "device", frozenset({RAISE, USE}))
