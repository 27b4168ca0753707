"""What comes to the window, as the services take it: who, and what is to be written down."""

from __future__ import annotations

from dataclasses import dataclass

from desk.hearings.rules import Category, MatterKind


@dataclass(frozen=True)
class Reporter:
    """Who says it. anonymous: nothing about who it was is kept, whatever else stands here. door: as it was said."""

    name: str = ""
    phone: str = ""
    door: str = ""
    household_id: str | None = None
    person_id: str | None = None
    anonymous: bool = False

    @property
    def known(self) -> bool:
        return not self.anonymous and bool(self.name or self.phone or self.door or self.household_id or self.person_id)


ANONYMOUS = Reporter(anonymous=True)


@dataclass(frozen=True)
class MatterDraft:
    """One matter. matter_id: made with the form, so that two presses note it once. answer: given on the spot.

    owner_body: code of who has it, "" for who usually has such things; due_at: until when (UTC ms). private: accuses
    somebody by name; about_post: about us at the gate, so others look after it. repeat_of: the matter it belongs to.
    call_back_at: when the reporter wants to hear (UTC ms). photos: attachments that are kept already.
    """

    matter_id: str
    category: Category
    text: str = ""
    place: str = ""
    kind: MatterKind = MatterKind.MATTER
    photos: tuple[str, ...] = ()
    urgent: bool = False
    private: bool = False
    about_post: bool = False
    mediation: bool = False
    answer: str = ""
    owner_body: str = ""
    due_at: int | None = None
    repeat_of: str = ""
    call_back_at: int | None = None
