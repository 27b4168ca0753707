"""What went wrong at the hut becomes a matter: its number is what the person there photographs. Twice is once."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desk.codes.service import issue_receipt
from desk.core.ids import derived_id
from desk.devices.acting import Acted, Ended
from desk.devices.reads import history
from desk.hearings import service
from desk.hearings.drafts import MatterDraft
from desk.hearings.rights import NOTE
from desk.hearings.rules import Category
from desk.store.identity import here
from desk.store.unit import Unit


class Wrong(StrEnum):
    MASK = "mask"
    DOOR = "door"


# what whoever looks after the hut reads; a matter's words are written in the language of the site
_WORDS = {
    (Wrong.MASK, Ended.UNKNOWN): "无人小屋：「{name}」不知道口罩出来没有",
    (Wrong.MASK, Ended.FAILED): "无人小屋：「{name}」没有出口罩",
    (Wrong.DOOR, Ended.UNKNOWN): "无人小屋：「{name}」不知道门开了没有",
    (Wrong.DOOR, Ended.FAILED): "无人小屋：「{name}」的门没有打开",
}
_MORE = "。请去看一看，并在设备记录里写明结果（{code}）。来人拍了单号。"


@dataclass(frozen=True)
class Ticket:
    """number: in large digits; text: what the QR code says."""

    matter_id: str
    number: str
    text: str


def note_wrong(u: Unit, what: Wrong, acted: Acted) -> Ticket:
    """A matter about one action that was recorded here. Right matters.note."""
    u.actor.require(NOTE)
    done = next((one for one in history(u) if one.action_id == acted.action_id), None)
    at, name = (done.at, done.device) if done is not None else (u.now, "")
    matter_id = derived_id(at, "hut", acted.action_id)
    words = _WORDS[what, acted.outcome].format(name=name) + _MORE.format(code=acted.code or "-")
    number = service.note(u, MatterDraft(matter_id, Category.FACILITY, words, here(u).gate_name))
    return Ticket(matter_id, number, issue_receipt(u, matter_id).text)
