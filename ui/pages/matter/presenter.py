"""Noting a matter: what the words mean, what is like it, written down with a receipt. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desk.core.ids import new_id
from ui import moments
from ui.matters.camera import Camera
from ui.matters.lines import BodyLine, body_line, line_of
from ui.pages.matter.model import Guess, Noted, NoteForm
from ui.shell.ports import Ports, ignore
from ui.shell.turns import Turns

if TYPE_CHECKING:
    from desk.hearings.drafts import MatterDraft, Reporter


class MatterPresenter:
    """Set by the view: `guessed(guess)`, `kept(name, bytes)` a photo, `noted(noted)`, `lacks(field)`."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports
        self._turns = Turns(ports.desk, ports.say.problem)
        self.guessed: Callable[[Guess], None] = ignore
        self.kept: Callable[[str, bytes], None] = ignore
        self.camera, self._taken = Camera(ports), 0
        self.noted: Callable[[Noted], None] = ignore
        self.lacks: Callable[[str], None] = ignore

    def begin(self) -> NoteForm:
        """A fresh form."""
        return NoteForm(new_id(self._ports.clock.now_ms()))

    def typed(self, form: NoteForm) -> None:
        """Something of the form changed: what it means, and what is like it."""
        actor = self._ports.desk.actor
        self._turns.read("guess", lambda r: _guess(r, actor, form, self._ports), self.guessed)

    def take_photo(self, jpeg: bytes) -> None:
        """Keep a picture at once, sealed; it belongs to nothing until the matter is noted."""

        def work(u: Any) -> str:
            from desk.receiving_days import keep_picture

            return keep_picture(self._ports.desk, u, jpeg)

        self._taken += 1
        self._turns.write(f"photo {self._taken}", work, lambda name: self.kept(name, jpeg))

    def note(self, form: NoteForm) -> None:
        """Write it down."""
        if not form.text.strip() and not form.photos:
            self.lacks("text")
            return
        if not self._turns.busy("note"):
            self._turns.write("note", lambda u: _note(u, form, self._ports), self._done)

    def offer_undo(self, words: str, matter_id: str) -> None:
        """It was noted, in the view's words, and ten seconds to take it back."""
        self._ports.say.undo(words, lambda: self._take_back(matter_id))

    def open(self, matter_id: str) -> None:
        self._ports.go.to("matter", matter_id=matter_id)

    def leave(self) -> None:
        self._ports.go.back()

    def to(self, page: str, **arguments: Any) -> None:
        self._ports.go.to(page, **arguments)

    def _done(self, noted: Noted) -> None:
        self._ports.say.tone("good")
        self.noted(noted)

    def _take_back(self, matter_id: str) -> None:
        def work(u: Any) -> None:
            from desk.hearings.service import undo

            undo(u, matter_id)

        self._turns.write("undo", work, ignore)


def _guess(r: Any, actor: Any, form: NoteForm, ports: Ports) -> Guess:
    from desk.hearings.reads import similar
    from desk.hearings.rules import EMERGENCY_NUMBERS, LIFE, Category
    from desk.hearings.rules_guess import guess
    from desk.hearings.service_bodies import bodies, body_of, limits

    category = Category(form.category) if form.chosen and form.category else guess(form.text) or Category.OTHER
    lines = [body_line(one) for one in bodies(r)]
    code = body_of(r, category)
    life = LIFE.get(category, "")
    same = similar(r, actor, category, form.place) if form.kind == "matter" else ()
    return Guess(
        category.value, next((one for one in lines if one.code == code), BodyLine(code)), limits(r, category).first_min,
        life, (life, *(n for n in EMERGENCY_NUMBERS if n != life)) if life else (),
        tuple(line_of(row, lines, ports.desk.time, r.now) for row in same),
    )  # fmt: skip


def draft_of(form: NoteForm, category: str) -> tuple[MatterDraft, Reporter | None]:
    """What the desk is asked to write."""
    from desk.hearings.drafts import MatterDraft, Reporter
    from desk.hearings.rules import Category, MatterKind

    draft = MatterDraft(
        form.id, Category(category), form.text, form.place, MatterKind(form.kind), form.photos, private=form.private,
        about_post=form.about_post, repeat_of=form.repeat_of,
    )  # fmt: skip
    known = form.name.strip() or form.phone.strip()
    reporter = Reporter(form.name, form.phone, anonymous=form.anonymous) if known and not form.anonymous else None
    return draft, reporter


def _note(u: Any, form: NoteForm, ports: Ports) -> Noted:
    from desk.codes.service import issue_receipt
    from desk.hearings.reads import card
    from desk.hearings.rules import EMERGENCY_NUMBERS, LIFE
    from desk.hearings.service import note
    from desk.hearings.service_bodies import bodies
    from desk.store.identity import here

    category = _guess(u, u.actor, form, ports).category
    note(u, *draft_of(form, category))
    made, place, time = card(u, u.actor, form.id).row, here(u), ports.desk.time
    life = LIFE.get(made.category, "")
    lines = [body_line(one) for one in bodies(u)]
    return Noted(
        form.id, made.short_no, made.kind.value, made.category.value, moments.told(time, made.first_due, u.now),
        next((one for one in lines if one.code == made.owner), BodyLine(made.owner)), issue_receipt(u, form.id).text,
        moments.near(time.local(made.at), today=False), place.site_name, place.gate_phone, bool(form.repeat_of), life,
        (life, *(n for n in EMERGENCY_NUMBERS if n != life)) if life else (),
    )  # fmt: skip
