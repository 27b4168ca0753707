"""Who acts: carried by every unit of work, so that a service can refuse and the audit trail can name."""

from __future__ import annotations

from dataclasses import dataclass, field

from desk.core.errors import Refused


@dataclass(frozen=True)
class Actor:
    """An operator as a unit of work sees them. `rights` are the codes of desk/operators/rules.py."""

    operator_id: str
    role: str
    rights: frozenset[str] = field(default_factory=frozenset)

    def may(self, right: str) -> bool:
        return right in self.rights

    def require(self, right: str) -> None:
        """Raises Refused("right.missing") so that the screen can say whom to ask."""
        if not self.may(right):
            raise Refused("right.missing", right=right, role=self.role)


NOBODY = Actor("", "nobody")
