"""Hearing one visitor of a sitting: their matters, what was written read back, signed or said right. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from desk.core.clock import DAY_MS, MINUTE_MS
from desk.core.ids import new_id
from ui import moments
from ui.matters.camera import Camera
from ui.matters.lines import body_line, line_of
from ui.pages.hearings.model import Hint, MatterForm, VisitForm, Written
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns


class VisitPresenter:
    """Set by the view: `hinted(hint)`, `kept(name, bytes)`, `written(written)`, `confirmed()`, `lacks(field)`."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.hinted: Callable[[Hint], None] = ignore
        self.kept: Callable[[str, bytes], None] = ignore
        self.camera, self._taken = Camera(ports), 0
        self.written: Callable[[Written], None] = ignore
        self.confirmed: Callable[[], None] = ignore
        self.lacks: Callable[[str], None] = ignore

    def begin(self, sitting_id: str, other_side_of: str = "") -> VisitForm:
        """A fresh form; of the other side in a quarrel, beside the first one."""
        return VisitForm(
            self._id(), sitting_id, other_side_of=other_side_of, mediation=bool(other_side_of), now=self.matter()
        )  # fmt: skip

    def matter(self) -> MatterForm:
        """One more matter."""
        return MatterForm(self._id())

    def typed(self, form: MatterForm) -> None:
        """What the words seem to say."""
        self._turns.read("hint", lambda r: _hint(r, self._ports, form), self.hinted)

    def take_photo(self, jpeg: bytes) -> None:
        self._keep(jpeg, lambda name: self.kept(name, jpeg))

    def put_aside(self, form: VisitForm) -> VisitForm | None:
        """The matter in hand is whole, another one begins; None when something is missing."""
        missing = lacking(form.now)
        if missing:
            self.lacks(missing)
            return None
        return replace(form, matters=(*form.matters, form.now), now=self.matter())

    def write(self, form: VisitForm) -> None:
        """Write the visit down with everything it came with."""
        matters = form.matters if form.now.empty and form.matters else (*form.matters, form.now)
        missing = next((lack for one in matters if (lack := lacking(one))), "")
        if missing:
            self.lacks(missing)
        elif not self._turns.busy("write"):
            self._turns.write("write", lambda u: _write(u, self._ports, replace(form, matters=matters)), self._written)

    def sign(self, hearing_id: str, data: bytes) -> None:
        """Signed: the picture is kept, and stands beside what was heard."""
        self._keep(data, lambda name: self._confirm(hearing_id, "signature", name))

    def say_right(self, hearing_id: str) -> None:
        """Read back, and the resident said that it is right."""
        self._confirm(hearing_id, "read_back")

    def not_now(self, hearing_id: str) -> None:
        self._confirm(hearing_id, "none")

    def speak(self, words: str) -> None:
        """Aloud, where that is switched on."""
        if speech := self._ports.extras.get("speech"):
            speech.say(words)

    def say(self, words: str) -> None:
        self._ports.say.done(words)

    def _written(self, written: Written) -> None:
        self._ports.say.tone("good")
        self.written(written)

    def _confirm(self, hearing_id: str, how: str, signature: str = "") -> None:
        def work(u: Any) -> None:
            from desk.hearings.rules import Confirmed
            from desk.hearings.service import confirm_hearing

            confirm_hearing(u, hearing_id, Confirmed(how), signature)

        self._turns.write("confirm", work, lambda _: self.confirmed())

    def _keep(self, found: bytes, done: Callable[[str], None]) -> None:
        def work(u: Any) -> str:
            from desk.receiving_days import keep_picture

            return keep_picture(self._ports.desk, u, found)

        self._taken += 1
        self._turns.write(f"photo {self._taken}", work, done)

    def _id(self) -> str:
        return new_id(self._ports.clock.now_ms())


def lacking(form: MatterForm) -> str:
    """Which field of a matter is missing: nobody goes without an answer, or somebody who owes one by a day."""
    if form.empty:
        return "text"
    if form.repeat_of:
        return ""
    if form.outcome == "answer" and not form.answer.strip():
        return "answer"
    return "owner" if form.outcome == "owner" and not form.owner else ""


def _hint(r: Any, ports: Ports, form: MatterForm) -> Hint:
    from desk.hearings.reads import similar
    from desk.hearings.rules import EMERGENCY_NUMBERS, LIFE
    from desk.hearings.service_bodies import bodies, body_of

    category = _category(form)
    lines = [body_line(one) for one in bodies(r)]
    life = LIFE.get(category, "")
    same = similar(r, ports.desk.actor, category, form.place)
    return Hint(
        category.value, body_of(r, category), tuple(line_of(row, lines, ports.desk.time, r.now) for row in same),
        (life, *(n for n in EMERGENCY_NUMBERS if n != life)) if life else (),
    )  # fmt: skip


def _category(form: MatterForm) -> Any:
    from desk.hearings.rules import Category
    from desk.hearings.rules_guess import guess

    return Category(form.category) if form.chosen and form.category else guess(form.text) or Category.OTHER


def _write(u: Any, ports: Ports, form: VisitForm) -> Written:
    from desk.codes.service import issue_receipt
    from desk.hearings.drafts import MatterDraft, Reporter
    from desk.hearings.reads import sitting
    from desk.hearings.service import bodies, record_visit
    from desk.store.identity import here

    time = ports.desk.time
    drafts = []
    for one in form.matters:
        owed = one.outcome == "owner" and not one.repeat_of
        due = time.day_start(u.now) + (one.due_days + 1) * DAY_MS - MINUTE_MS if owed else None
        drafts.append(
            MatterDraft(
                one.id, _category(one), one.text, one.place, photos=one.photos, mediation=form.mediation,
                answer=one.answer if one.outcome == "answer" and not one.repeat_of else "",
                owner_body=one.owner if owed else "", due_at=due, repeat_of=one.repeat_of,
            )
        )  # fmt: skip
    reporter = Reporter(form.name, form.phone, form.door, anonymous=form.anonymous)
    record_visit(
        u, form.sitting_id, form.id, reporter, drafts, mediation=form.mediation, other_side_of=form.other_side_of
    )
    lines = [body_line(one) for one in bodies(u)]
    visit = next(one for one in sitting(u, u.actor, form.sitting_id).visits if one.reporter.hearing_id == form.id)
    place = here(u)
    return Written(
        form.id, form.sitting_id, "" if form.anonymous else visit.reporter.name,
        tuple(line_of(row, lines, time, u.now) for row in visit.matters),
        {one.id: one.answer for one in form.matters if one.outcome == "answer"},
        {row.id: issue_receipt(u, row.id).text for row in visit.matters}, place.site_name, place.gate_phone,
        moments.near(time.local(u.now), today=False),
    )  # fmt: skip
