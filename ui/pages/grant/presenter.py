"""Opens one standing pass or permit, shows its code, lets somebody in by it, ends it. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from desk.codes.reads_lists import code
from desk.codes.rules import Status
from desk.codes.serials import show_serial
from desk.core.actor import Actor
from desk.core.clock import SiteTime
from desk.core.masking import mask_name
from desk.operators.reads import labels
from desk.people.reads_doors import door
from desk.reception import reads_grants, service
from desk.reception.views import PermitRow, StandingRow
from ui import moments
from ui.pages.grant.model import Grant
from ui.shell.ports import Ports, Question, ignore
from ui.shell.turns import Turns


class GrantPresenter:
    """`show(grant or None)` and `ended()` are set by the view."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.show: Callable[[Grant | None], None] = ignore
        self.ended: Callable[[], None] = ignore
        self._kind = self._id = ""

    def open(self, kind: str, ref: str) -> None:
        """Another one. kind: `standing` or `permit`."""
        if (kind, ref) != (self._kind, self._id):
            self.show(None)
        self._kind, self._id = kind, ref
        self.refresh()

    def refresh(self) -> None:
        kind, ref, time, actor = self._kind, self._id, self._ports.desk.time, self._ports.desk.actor
        if ref:
            self._turns.read("grant", lambda r: load(r, time, actor, kind, ref), lambda grant: self.show(grant))

    def show_code(self, grant: Grant) -> None:
        """Its pass: to be photographed, printed, saved or read out."""
        self._ports.go.to("passcard", code_id=grant.code_id)

    def register(self, grant: Grant) -> None:
        """Who it was given to stands at the window."""
        self._ports.go.to("admit", type=grant.visitor_type, **{f"{grant.kind}_id": grant.id})

    def end(self, grant: Grant) -> None:
        """It does not hold any longer, from now."""
        verb = service.revoke_standing if grant.kind == "standing" else service.revoke_permit
        self._turns.write("end", lambda u: verb(u, grant.id), lambda _: self._on_ended())

    def ask(self, question: Question, yes: Callable[[], None]) -> None:
        """A question in the view's words."""
        self._ports.say.ask(question, yes)

    def said(self, words: str) -> None:
        self._ports.say.done(words)

    def leave(self) -> None:
        self._ports.go.back()

    def _on_ended(self) -> None:
        self._ports.say.tone("good")
        self.ended()
        self.refresh()


def load(r: Any, time: SiteTime, actor: Actor, kind: str, ref: str) -> Grant:
    """The card. Raises Refused("visit.standing_gone" | "permit.gone")."""
    if kind == "standing":
        row = reads_grants.standing_pass(r, ref)
        grant = _grant(r, time, actor, kind, row, who=row.alias, visitor_type=row.visitor_type.value)
        return _with_code(r, actor, grant, row)
    permit = reads_grants.permit(r, ref)
    return _grant(
        r, time, actor, kind, permit, who=permit.company, visitor_type="contractor" if permit.household_id else "works",
        number=permit.permit_no, workers=tuple(mask_name(name) for name in permit.workers), tools=permit.tools,
    )  # fmt: skip


def _grant(r: Any, time: SiteTime, actor: Actor, kind: str, row: StandingRow | PermitRow, **own: Any) -> Grant:
    given = reads_grants.given(r, kind, row.id)
    right = "pass.revoke" if kind == "standing" else "permit.edit"
    values: dict[str, Any] = {
        "number": "", "workers": (), "tools": "", "serial": "", "code_id": "",
        "place": door(r, row.household_id).label if row.household_id else "",
        "first": moments.day(time.local(row.from_at)), "last": moments.day(time.local(row.until_at - 1)),
        "days": row.weekdays, "hours": moments.hours(row.start_min, row.end_min),
        "given_at": moments.near(time.local(given.at), today=False), "given_by": labels(r).get(given.operator_id, ""),
        "ended_at": moments.near(time.local(row.revoked_at), today=False) if row.revoked_at else "", "may_end": actor.may(right), "may_show": False,
        "may_admit": actor.may("visit.admit"),
    }  # fmt: skip
    return Grant(kind=kind, id=row.id, says=row.says, **{**values, **own})


def _with_code(r: Any, actor: Actor, grant: Grant, row: StandingRow) -> Grant:
    found = code(r, row.code_id) if row.code_id else None
    if found is None or found.status is not Status.LIVE:
        return grant
    shown = actor.may("pass.issue") and not grant.over
    return replace(grant, serial=show_serial(found.serial), code_id=found.code_id, may_show=shown)
