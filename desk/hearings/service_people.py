"""Writing down who was heard."""

from __future__ import annotations

from desk.hearings import rights
from desk.hearings.drafts import Reporter
from desk.hearings.tables import Hearing
from desk.store.unit import Unit


def heard(
    u: Unit, reporter: Reporter, *, sitting_id: str = "", receiver_id: str = "", hearing_id: str = "",
    mediation: bool = False, other_side_of: str = "",
) -> str | None:  # fmt: skip
    """Write down who was heard; None when there is nothing to write (nobody known, and no sitting).

    Of somebody who wishes to stay unnamed nothing is kept but that somebody was there.
    """
    u.actor.require(rights.NOTE)
    if not reporter.known and not sitting_id:
        return None
    who = reporter if reporter.known else Reporter(anonymous=True)
    hearing_id = u.add(
        Hearing, id=hearing_id or u.new_id(), sitting_id=sitting_id or None, at=u.now, anonymous=who.anonymous,
        person_id=who.person_id, household_id=who.household_id, name=who.name.strip(), phone=who.phone.strip(),
        door=who.door.strip(), mediation=mediation, other_side_of=other_side_of or None,
        receiver_id=receiver_id or None, gate_id=u.gate_id, operator_id=u.actor.operator_id or None,
    )  # fmt: skip
    u.changed("hearings")
    return hearing_id
