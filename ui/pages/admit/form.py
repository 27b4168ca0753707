"""The admit form as it stands: everything typed or picked so far, what is still missing, and its draft. No Qt, no desk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from desk.people.reads_doors import Door
from desk.reception.rules import Draft, IdKind, Proof, VisitorType, fields_for, id_number_wrong, lack, missing_fields
from desk.reception.rules_card import Card
from ui.pages.admit.model import TEXT_FIELDS

PLAIN = ("phone", "intercom", "override")
KEPT = tuple(name for name in TEXT_FIELDS if name != "id_number")  # a raw id number lives in memory only


@dataclass
class Filled:
    """One visitor's form. visit_id: made with the form, so that a second press of *admit* is the same visit."""

    visit_id: str = ""
    kind: str = ""
    values: dict[str, str] = field(default_factory=dict)
    declined: list[str] = field(default_factory=list)
    door: Door | None = None
    party: int = 1
    minor: bool = False
    nights: int = 0
    purpose_code: str = ""
    id_kind: str = ""  # of the document that was shown; "": none
    proof: str = "none"
    reason: str = ""
    permit: str = ""
    permit_says: str = ""  # window.* code why the picked permit does not hold now; looked up again, never kept
    agreed: str = "none"  # the confirmation there was before such a permit left only the operator's own word
    person_id: str = ""
    known: str = ""
    watch_id: str = ""
    watch: str = ""
    standing_id: str = ""
    announced: bool = False  # visit_id is that of an expected visit
    dismissed: list[str] = field(default_factory=list)  # refs a person said are somebody else
    card: Card | None = None  # the document a machine read; in memory only
    code: Any = None  # desk.codes.views.Identified of the household code that was scanned

    def draft(self) -> Draft:
        """As the service takes it."""
        texts = {name: self.values.get(name, "") for name in TEXT_FIELDS}
        plain = Draft(VisitorType(self.kind), **texts)  # type: ignore[arg-type]  # every one of TEXT_FIELDS is a text
        return replace(
            plain, purpose_code=self.purpose_code,
            household_id=self.door.id if self.door else None, party_size=self.party, minor_alone=self.minor,
            overnight=self.nights > 0, permit_id=self.permit or None, id_kind=IdKind(self.id_kind or "none"), declined=tuple(self.declined),
        )  # fmt: skip

    def fields(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        rule = fields_for(VisitorType(self.kind), self.minor)
        return rule.required, rule.optional

    def proofs(self) -> tuple[str, ...]:
        """Ways to confirm that are open: what was scanned or matched comes first.

        Over a permit that does not hold now only the operator's own word with a reason counts, as the desk demands.
        """
        if self.permit_says:
            return ("override",)
        found = []
        if self.code is not None and not self.minor:
            found.append("code")
        if self.announced and not self.minor:
            found.append("prereg")
        if self.standing_id and not self.minor:
            found.append("recurring")
        return (*found, *PLAIN)

    def settle(self) -> None:
        """Drop a confirmation that no longer fits: another door than the code's, a child alone."""
        if self.code is not None and (self.door is None or self.door.id != self.code.subject_id):
            self.code = None
        self._settle_permit()
        if self.proof not in (*self.proofs(), "none"):
            self.proof = "none"

    def _settle_permit(self) -> None:
        """A permit that does not hold asks for the operator's word; another one gives back what was agreed before."""
        if self.permit_says:
            if self.proof != "override":
                self.agreed, self.proof = self.proof, "override"
        elif self.agreed != "none":
            if self.proof == "override" and not self.reason.strip():
                self.proof = self.agreed
            self.agreed = "none"

    def lacks(self) -> tuple[str, ...]:
        """What still stands between this form and admission, in the order of the form."""
        draft, proof = self.draft(), Proof(self.proof)
        fields = sorted(missing_fields(draft), key=lambda name: name != "household")  # the household stands first
        if id_number_wrong(draft):
            fields.append("id_number")
        if fields:
            return (*fields, "reason") if self.permit_says and not self.reason.strip() else tuple(fields)
        code = lack(draft, proof, self.reason)
        return {
            None: (), "visit.no_proof": ("proof",), "visit.call_host": ("proof",), "visit.reason_missing": ("reason",)
        }.get(code, (str(code),))  # fmt: skip

    def copy(self) -> Filled:
        """For another thread to read, while the person goes on typing."""
        return replace(self, values=dict(self.values), declined=list(self.declined), dismissed=list(self.dismissed))

    def is_begun(self) -> bool:
        """Whether there is anything in it that would be a pity to lose."""
        return bool(self.kind and (any(v.strip() for v in self.values.values()) or self.door or self.minor))

    def as_draft(self) -> dict[str, Any]:
        """JSON-able; without the scanned code (it is judged by the second) and without a raw id number."""
        if not self.is_begun():
            return {}
        door = {"id": self.door.id, "label": self.door.label, "who": self.door.who} if self.door else None
        return {
            "visit_id": self.visit_id, "kind": self.kind, "values": {n: self.values.get(n, "") for n in KEPT},
            "declined": self.declined, "door": door, "party": self.party, "minor": self.minor,
            "nights": self.nights, "purpose_code": self.purpose_code, "id_kind": self.id_kind, "reason": self.reason, "permit": self.permit,
            "proof": self.proof, "person_id": self.person_id, "known": self.known, "watch_id": self.watch_id,
            "watch": self.watch, "standing_id": self.standing_id, "announced": self.announced,
        }  # fmt: skip


def from_draft(kept: Mapping[str, Any]) -> Filled:
    """The form of `as_draft`; unknown words of another version are passed over."""
    known = {name: kept[name] for name in Filled.__dataclass_fields__ if name in kept}
    door = known.pop("door", None)
    form = Filled(**known)
    form.door = Door(**door) if door else None
    form.settle()
    return form
