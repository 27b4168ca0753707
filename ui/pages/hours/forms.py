"""Forms of the hours page: what they ask, and what becomes of the answers. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from desk.core.errors import Fault, Refused
from ui.pages.hours import asks
from ui.pages.hours.model import Ask, FormField, FormModel, Panel, Record

if TYPE_CHECKING:
    from ui.pages.hours.presenter import HoursPresenter

NOBODY = ("", "hours.pick")
KINDS = ("certificate", "statement")
PAPERS = ("id_kind", "id_no", "volunteer_no", "name", "head", "handler", "contact")


class Forms:
    def __init__(self, presenter: HoursPresenter) -> None:
        self._p = presenter
        self._count = 0

    def open(self, what: Ask) -> None:
        """Show a form with what is known already."""
        p = self._p
        if what in (Ask.LOG, Ask.APPLY):
            p.turns.read("team", asks.team, lambda team: self._show(what, self._with_team(what, team)))
        elif what is Ask.ISSUE and p.model.paper is not None:
            who, kind = p.model.paper.member_id, p.model.paper.kind
            p.turns.read("issuing", lambda r: asks.issuing(r, who), lambda known: self._show(what, _issue(known, kind)))
        elif what is Ask.CORRECT and p.model.card is not None:
            one = p.model.card.record
            fields = (
                FormField("from", "time", _clock(one.start)), FormField("until", "time", _clock(one.end)), FormField("reason"),
            )  # fmt: skip
            self._show(what, fields)
        else:
            self._show(what, (FormField("reason"),))

    def submit(self, values: Mapping[str, str]) -> None:
        """Write it, or say on the form what is wrong."""
        p, form = self._p, self._p.model.form
        if form is None:
            return
        if values.get("member") == "":
            p.wrong(Refused("hours.nobody"))
            return
        try:
            work = self._work(form, values)
        except Fault as fault:
            p.wrong(fault)
            return
        if work is not None:
            p.turns.write("form", work, lambda found: self._done(form.ask, found), p.wrong)

    def _show(self, what: Ask, fields: tuple[FormField, ...]) -> None:
        self._count += 1
        p = self._p
        p.change(form=FormModel(what, fields, self._about(what), self._id(what), self._count))
        p.go(Panel.FORM)

    def _with_team(self, what: Ask, team: tuple[tuple[str, str], ...]) -> tuple[FormField, ...]:
        p = self._p
        chosen = p.model.person.member_id if p.model.person else ""
        team = team if chosen else (NOBODY, *team)  # the first of the list is not whoever was meant
        today = p.ports.desk.time.day(p.ports.clock.now_ms())
        if what is Ask.LOG:
            return (
                FormField("member", "pick", chosen, team), FormField("day", "day", today.isoformat()),
                FormField("from", "time", ""), FormField("until", "time", ""), FormField("content"),
                FormField("place", optional=True),
            )  # fmt: skip
        return (
            FormField("member", "pick", chosen, team),
            FormField("kind", "pick", KINDS[0], tuple((kind, f"certificate.kind.{kind}") for kind in KINDS)),
            FormField("from_day", "day", today.replace(month=1, day=1).isoformat()),
            FormField("until_day", "day", today.isoformat()), FormField("purpose", optional=True),
        )  # fmt: skip

    def _about(self, what: Ask) -> str:
        card, paper = self._p.model.card, self._p.model.paper
        if what in (Ask.CORRECT, Ask.REFUSE, Ask.ASK) and card is not None:
            return f"{card.record.label} · {card.record.day} {card.record.hours}"
        if what in (Ask.ISSUE, Ask.DECLINE, Ask.WITHDRAW) and paper is not None:
            return f"{paper.label} · {paper.period}"
        return ""

    def _id(self, what: Ask) -> str:
        card, paper = self._p.model.card, self._p.model.paper
        if what in (Ask.CORRECT, Ask.REFUSE, Ask.ASK):
            return card.record.id if card else ""
        return paper.id if paper else ""

    def _work(self, form: FormModel, values: Mapping[str, str]) -> Callable[[Any], Any] | None:
        """What to write; None for a form of nothing. Raises Refused("hours.time_wrong")."""
        from desk.duty import service_certificates as papers
        from desk.duty import service_hours as hours

        why = values.get("reason", "")
        if form.ask is Ask.LOG:
            start, end = self._span(date.fromisoformat(values["day"]), values)
            entry = hours.Log(values["member"], start, end, values["content"], values.get("place", ""))
            return lambda u: hours.log(u, entry)
        if form.ask is Ask.CORRECT and self._p.model.card is not None:
            start, end = self._span(_day(self._p.model.card.record), values)
            return lambda u: hours.correct(u, form.id, start, end, why)
        if form.ask is Ask.APPLY:
            return lambda u: _apply(u, values)
        if form.ask is Ask.ISSUE:
            holder = {name: values.get(name, "") for name in PAPERS[:3]}
            issuer = {name: values.get(name, "") for name in PAPERS[3:]}
            return lambda u: papers.issue(u, form.id, issuer, holder)
        verbs: dict[Ask, Callable[[Any, str, str], None]] = {
            Ask.REFUSE: hours.refuse, Ask.ASK: hours.ask, Ask.DECLINE: papers.refuse, Ask.WITHDRAW: papers.withdraw,
        }  # fmt: skip
        verb = verbs.get(form.ask)
        return (lambda u: verb(u, form.id, why)) if verb is not None else None

    def _span(self, day: date, values: Mapping[str, str]) -> tuple[int, int]:
        """From and until on the site's clock; until at or before from is the next day."""
        from desk.duty.rules_clock import minute_of

        time = self._p.ports.desk.time
        start, end = minute_of(values["from"]), minute_of(values["until"])
        last = day if end > start else day + timedelta(days=1)
        return _at(time, day, start), _at(time, last, end)

    def _done(self, what: Ask, found: Any) -> None:
        p = self._p
        p.back()
        if what in (Ask.CORRECT, Ask.REFUSE) and p.model.panel is Panel.RECORD:
            p.change(card=None)
            p.back()
        if what is Ask.APPLY and p.model.panel is not Panel.PAPERS:
            p.go(Panel.PAPERS)
        p.after(what.value)


def _apply(u: Any, values: Mapping[str, str]) -> str:
    """A statement is issued at once by whoever may; a certificate is applied for."""
    from desk.duty import service_certificates as papers

    found = (values["member"], values["from_day"], values["until_day"])
    if values["kind"] == "statement" and u.actor.may("duty.certify"):
        return str(papers.statement(u, *found).id)
    return papers.apply(u, *found, values["kind"], values.get("purpose", ""))


def _issue(known: Mapping[str, str], kind: str) -> tuple[FormField, ...]:
    names = PAPERS if kind == "certificate" else ("volunteer_no", "name", "contact")
    return tuple(FormField(name, value=known.get(name, ""), optional=name == "volunteer_no") for name in names)


def _clock(iso: str) -> str:
    return f"{datetime.fromisoformat(iso):%H:%M}"


def _day(one: Record) -> date:
    return datetime.fromisoformat(one.start).date()


def _at(time: Any, day: date, minute: int) -> int:
    if minute == 24 * 60:
        return int(time.at(day + timedelta(days=1)))
    return int(time.at(day, minute // 60, minute % 60))
