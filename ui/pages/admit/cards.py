"""What a document that a machine read puts into the form, and when a person is asked first. No Qt, no desk."""

from __future__ import annotations

from dataclasses import replace

from desk.people import names
from desk.reception.rules import VisitorType
from desk.reception.rules_card import Card
from ui.pages.admit.form import Filled
from ui.pages.admit.model import CardRead


def clashes(form: Filled, card: Card, keeps: bool) -> bool:
    """Whether something else stands in the form already: typed, half typed, or of the document before."""
    typed = form.values.get("name", "").strip()
    if typed and not same(typed, card.name):
        return True
    number = "".join(form.values.get("id_number", "").upper().split())
    return keeps and bool(number) and number != card.number


def taken(form: Filled, card: Card, keeps: bool) -> Filled:
    """The form with the document. Its kind and number only where the site keeps any."""
    values = {**form.values, "name": card.name}
    id_kind = form.id_kind
    if keeps:
        values["id_number"], id_kind = card.number, card.kind.value
    declined = [name for name in form.declined if name not in ("name", "id_number" if keeps else "")]
    same_one = same(form.values.get("name", ""), card.name)
    return replace(
        form, kind=form.kind or VisitorType.GUEST.value, values=values, declined=declined, id_kind=id_kind, card=card,
        person_id=form.person_id if same_one else "", known=form.known if same_one else "",
        watch_id=form.watch_id if same_one else "", watch=form.watch if same_one else "",
    )  # fmt: skip


def shown(form: Filled) -> CardRead | None:
    """The document in the form, as long as its name stands there."""
    card = form.card
    if card is None or not same(form.values.get("name", ""), card.name):
        return None
    return CardRead(card.kind.value, card.masked, card.doubts)


def same(one: str, other: str) -> bool:
    """The same name but for blanks and the case of letters."""
    return names.normalise(one).casefold() == names.normalise(other).casefold()
