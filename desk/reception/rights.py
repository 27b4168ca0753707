"""Rights this room asks for; desk/operators/rules.py says which role has them."""

from __future__ import annotations

ADMIT = "visit.admit"
FAST = "visit.fast"
CHECKOUT = "visit.checkout"
BULK = "visit.bulk_checkout"
CORRECT = "visit.correct"
GOODS = "goods"
PASS_ISSUE = "pass.issue"  # noqa: S105 - a right, not a secret
PASS_REVOKE = "pass.revoke"  # noqa: S105 - a right, not a secret
PERMIT = "permit.edit"
WATCH_EDIT = "watch.edit"
WATCH_REVIEW = "watch.review"
ROLL_CALL = "rollcall"
REVEAL = "people.reveal"
EXPORT = "export.visits"
RETENTION = "retention.run"
