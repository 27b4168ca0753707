"""What the codes page asks the desk, on the disk-read lane."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from desk.codes import reads_lists, serials
from desk.codes.rules import Kind, Status
from desk.codes.views import CodeView, Identified
from desk.core.actor import Actor
from desk.core.clock import DAY_MS, SiteTime
from desk.core.errors import Refused
from desk.people import reads as people
from desk.people import rooms
from desk.people.rules import place_label
from desk.store.identity import here
from ui import moments
from ui.pages.codes.model import CodeLine, Hit, Subject, Verdict

HITS, SHOWN, PASSES = 12, 8, 200
REVOKED_MS = 30 * DAY_MS
MARKS = {"valid": "valid", "revoked": "revoked", "unknown": "unknown", "forged": "forged", "foreign": "forged"}


@dataclass(frozen=True)
class Overview:
    """The figures of the page for one kind."""

    households: int
    without: int
    counts: dict[str, int]
    revoked: tuple[CodeLine, ...]
    passes: tuple[CodeLine, ...]


def overview(r: Any, kind: str, time: SiteTime) -> Overview:
    counts = {one.value: number for one, number in reads_lists.counts(r).items()}
    households = people.counts(r)["households"]
    without = len(reads_lists.missing(r, Kind(kind))) if kind in ("indoor", "outdoor") else 0
    revoked = reads_lists.revocations(r, r.now - REVOKED_MS, SHOWN)
    passes = reads_lists.live_passes(r, PASSES)
    return Overview(
        households, without, counts,
        tuple(line_of(one, time, r.now) for one in revoked), tuple(line_of(one, time, r.now) for one in passes),
    )  # fmt: skip


def line_of(one: CodeView, time: SiteTime, now: int) -> CodeLine:
    """A code as the lists of this page show it."""
    over = one.status is not Status.LIVE
    ended = one.revoked_at if over else one.window.expires_at
    why = f"code.revoked.{one.revoked_reason}" if over and one.revoked_reason else ""
    return CodeLine(
        one.code_id, one.kind.value, serials.show_serial(one.serial), one.status.value, one.version, one.household,
        moment(time, one.issued_at, now), moment(time, ended, now), why,
    )  # fmt: skip


def moment(time: SiteTime, at: int | None, now: int) -> str:
    """`10:00` today, `11-22 10:00` this year, `2025-11-22` before."""
    if at is None:
        return ""
    local = time.local(at)
    if time.day(at) == time.day(now):
        return f"{local:%H:%M}"
    return moments.near(local, today=False) if local.year == time.local(now).year else moments.day(local)


def hits(r: Any, actor: Actor, text: str, time: SiteTime) -> tuple[Hit, ...]:
    """Households and codes for what was typed: a room, an owner's name or pinyin, the serial on a label."""
    found: dict[str, Hit] = {}
    if serial := serials.read_serial(text):
        lines = [line_of(one, time, r.now) for one in reads_lists.by_serial(r, serial)]
        found = {line.id: Hit(line.id, "code", line.serial, line=line) for line in lines}
    elif rooms.parse_part(text) is not None or any(char.isdigit() for char in text):
        exact = people.find_household(r, text)
        near = people.search_households(r, text, HITS)
        for one in (exact, *near) if exact is not None else near:
            found.setdefault(one.id, Hit(one.id, "household", one.label, people=one.people))
    elif actor.may("people.read"):
        names = {
            tie.household_id: one.masked_name
            for one in people.search_residents(r, actor, text, HITS)
            for tie in one.ties
        }
        labels = reads_lists.household_labels(r, set(names))
        found = {home: Hit(home, "person", labels[home], who) for home, who in names.items() if home in labels}
    return tuple(found.values())[:HITS]


def subject(r: Any, actor: Actor, household_id: str, time: SiteTime) -> Subject:
    """A household's codes, newest first, live ones before the others. Raises Refused("store.gone")."""
    home = people.household(r, household_id)
    lines = [line_of(one, time, r.now) for one in reads_lists.of_subject(r, household_id)]
    lines.sort(key=lambda line: not line.live)
    return Subject(household_id, place_label(home.address, actor.may("people.browse")), tuple(lines))


def by_code(r: Any, actor: Actor, code_id: str, time: SiteTime, verdict: Verdict | None = None) -> Subject:
    """The household a code belongs to, else the code alone. Raises Refused("store.gone")."""
    view = reads_lists.code(r, code_id)
    if view is None:
        raise Refused("store.gone", kind="code")
    if view.subject_kind == "household" and view.household:
        found = subject(r, actor, view.subject_id, time)
        return Subject(found.id, found.place, found.lines, verdict)
    return Subject("", "", (line_of(view, time, r.now),), verdict)


def verdict_of(answer: Identified) -> Verdict:
    """Is this one ours? In the words of the result card."""
    why = f"code.why.{answer.why.value}" if answer.why.value else ""
    kind = f".{answer.kind.value}" if answer.answer.value == "valid" and answer.kind is not None else ""
    foreign = f"code.foreign.{answer.foreign.kind.value}" if answer.foreign else ""
    return Verdict(MARKS.get(answer.answer.value, "expired"), f"code.{answer.answer.value}{kind}", why, foreign)


def to_print(r: Any, kind: str, after: int) -> tuple[str, ...]:
    """Ids of the live codes of a kind in order of issue; `after`: num of the last one that is not wanted."""
    if not after:
        return reads_lists.live_ids(r, Kind(kind))
    found: list[str] = []
    while page := reads_lists.live_page(r, Kind(kind), after, 500):
        found += [one.code_id for one in page]
        after = page[-1].num
    return tuple(found)


def newest(r: Any, kind: str) -> int:
    """Local number of the newest code of a kind, 0 for none."""
    ids = reads_lists.live_ids(r, Kind(kind))
    last = reads_lists.code(r, ids[-1]) if ids else None
    return last.num if last is not None else 0


def imprint(r: Any, actor: Actor, captions: bool) -> tuple[Any, dict[str, str]]:
    """What labels say besides their code: this desk's estate and gate, and doors by household if wanted."""
    return here(r), reads_lists.doors(r, actor) if captions else {}
