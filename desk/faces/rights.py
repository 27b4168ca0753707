"""Rights this room asks for; desk/operators/rules.py says which role has them."""

from __future__ import annotations

ENROL = "faces.enrol"  # agree, capture, suspend, confirm
MINOR = "faces.minor"  # the same for a child under fourteen
WITHDRAW = "faces.withdraw"  # everybody on duty: nobody is sent away who wants to be forgotten
SETTINGS = "faces.settings"  # switch it on and off, the filing pack
VAULT = "faces.vault"  # a sealed backup of the vault, and bringing one back
RETENTION = "retention.run"
