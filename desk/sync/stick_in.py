"""Taking in a file from a stick: looked through to its end before anything of it is used, then applied in short turns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desk.core.errors import Refused, Trouble
from desk.store import carrying, outbox, practice, sync_rows
from desk.store.store import Store
from desk.store.unit import Reading
from desk.sync.engine import SYNC
from desk.sync.receiving import Receiver
from desk.sync.stick_file import Incoming, data_of, look
from desk.sync.stick_lines import Lines
from desk.sync.telling import Hooks
from desk.sync.transport import OK, PULL, Answer, Tables
from desk.wire import chain
from desk.wire.answers import PullAsk, unpack
from desk.wire.messages import Page, Push, pack_page

SAID, NEVER = "said:", (-1, b"")


@dataclass(frozen=True)
class Took:
    """What an import did. lines: changes of desks that were new here; log: lines of the hub's log; forked: another desk
    knows more of this desk's life than this desk: it was restored or copied."""

    lines: int
    log: int
    forked: bool


def take(store: Store, path: Path, hooks: Hooks, tables: Tables | None = None) -> Took:
    """Import a file. Nothing of a file that is refused is used.

    Raises Refused: `stick.not_one`, `stick.newer`, `stick.damaged`, `stick.sealed_elsewhere`, `stick.other_site`,
    `stick.own`, `stick.gap` (an earlier file is needed first), `stick.nothing_new`, `stick.too_big`, `sync.read_only`, `practice.no_carry`;
    Trouble of disk and stick.
    """
    if store.sent_away:
        raise Refused("sync.read_only")
    data = data_of(path)
    with store.reading() as r:
        practice.refuse(r, practice.NO_CARRY)
        found = look(r, data)
        _check_new(r, found)
    log = _pages(store, found, hooks, tables)
    forked = _forked(store, found)
    lines = Lines(store, hooks, tables)
    lines.erased_in(found.pushes)
    count = sum(lines.take(push, _device(found, push)) for push in found.pushes)
    with store.unit(SYNC) as u:
        if _is_news(u, found):
            carrying.set_held_by(u, found.writer, _places(u, found))
        u.audit("stick.taken", lines=count, log=log)
        u.changed("sync", "arrived", "outbox")
    return Took(count, log, forked)


# --- does it fit, is anything new ---------------------------------------------------------------------------------------


def _check_new(r: Reading, found: Incoming) -> None:
    """Raises Refused("stick.gap" | "stick.nothing_new")."""
    if _is_own(r, found):
        raise Refused("stick.own")
    standing = _standing(r, found)
    reached = _reached(standing, found)
    ends = {incarnation: life.seq for incarnation, life in carrying.lives(r).items()}
    for push in found.pushes:
        if push.offered:
            continue
        behind = found.have.settled.get(push.incarnation, 0) >= push.base and _caught_up(found, reached)
        if push.base > ends.get(push.incarnation, 0) and not behind:
            raise Refused("stick.gap")
        ends[push.incarnation] = max(ends.get(push.incarnation, 0), push.base + len(push.lines))
    ids = [line.id for push in found.pushes for line in push.lines]
    if len(carrying.known(r.conn, ids)) < len(set(ids)) or reached != standing:
        return
    if _is_news(r, found):
        return
    raise Refused("stick.nothing_new")


def _standing(r: Reading, found: Incoming) -> dict[str, tuple[int, str]]:
    places = {scope: sync_rows.cursor(r, scope) for scope in {*found.scopes, *found.have.cursors}}
    return {scope: (seq, value.hex()) for scope, (seq, value) in places.items()}


def _reached(standing: Mapping[str, tuple[int, str]], found: Incoming) -> dict[str, tuple[int, str]]:
    """Where the hub's logs will stand once the pages are in."""
    places = dict(standing)
    for page in found.pages:
        rest = cut(page, *places[page.scope])
        places[page.scope] = rest.end if rest else places[page.scope]
    return places


def _caught_up(found: Incoming, reached: Mapping[str, tuple[int, str]]) -> bool:
    """Whether this desk will have everything of the hub's log that the writer had."""
    return all(reached[scope][0] >= seq for scope, (seq, _) in found.have.cursors.items() if scope.startswith("s:"))


def _places(r: Reading, found: Incoming) -> dict[str, tuple[int, bytes]]:
    """What the writer holds, as far as it is the same here: of each life the newest common place; and its place in the
    hub's logs. Under SAID: how long its own life was when it said so."""
    have = found.have
    places = {scope: (seq, bytes.fromhex(value)) for scope, (seq, value) in have.cursors.items()}
    for life, (seq, value, _) in have.lives.items():
        for at, told in ((seq, value), *have.marks.get(life, [])):
            if (ours := carrying.value_at(r, life, at)) is not None and ours.hex() == told:
                places[life] = (at, ours)
                break
    return places | {SAID + have.life: (have.lives[have.life][0], bytes(chain.SIZE))}


def cut(page: Page, seq: int, value: str) -> Page | None:
    """The rest of a page after a place in the log, None when that place is not in it."""
    if not page.start[0] <= seq < page.end[0]:
        return None
    at, last, here = page.start[0], bytes.fromhex(page.start[1]), None
    for count, line in enumerate(page.lines):
        if at == seq:
            here = count
            break
        last = bytes.fromhex(line.chain) if line.chain else chain.link(last, line.clock.encode() + b" " + line.body)
        at = line.seq
    if here is None or last.hex() != value:
        return None
    return Page(page.scope, (seq, value), page.end, page.head, page.lines[here:])


# --- applying -----------------------------------------------------------------------------------------------------------


class _Handed:
    """A transport that has the pages of a file and nothing else."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._pages = pages

    def ask(self, door: str, body: bytes) -> Answer:
        if door == PULL:
            asked = unpack(PullAsk, body)
            for page in self._pages:
                if page.scope == asked.scope and (rest := cut(page, asked.seq, asked.chain)):
                    return Answer(OK, pack_page(rest))
        raise Trouble("sync.no_line")


def _pages(store: Store, found: Incoming, hooks: Hooks, tables: Tables | None) -> int:
    """The hub's log, exactly as a pull takes it in."""
    receiver, count = Receiver(store, _Handed(found.pages), SYNC, hooks, tables), 0
    for scope in found.scopes:
        while True:
            try:
                one = receiver.pull(scope)
            except Trouble as trouble:
                if trouble.code != "sync.no_line":
                    raise
                break
            count += one.lines
    return count


def _agrees(r: Reading, found: Incoming) -> bool:
    """Whether what the writer knows of this desk's present life is a piece of it."""
    life, last, _ = outbox.end(r)
    if life not in found.have.lives:
        return True
    seq, value, _ = found.have.lives[life]
    ours = carrying.value_at(r, life, seq) if seq <= last else None
    return ours is not None and ours.hex() == value


def _is_own(r: Reading, found: Incoming) -> bool:
    """It was written here; a copy of this disk that has gone on by itself is somebody else."""
    return found.have.life == outbox.end(r)[0] and _agrees(r, found)


def _is_news(r: Reading, found: Incoming) -> bool:
    """Whether the writer has not said something later already: every file it writes or takes adds to its own life."""
    before = carrying.held_by(r).get(found.writer, {})
    life, lives = found.have.life, found.have.lives
    last = max(before.get(SAID + life, NEVER)[0], before.get(life, NEVER)[0])
    return bool(found.writer) and life in lives and lives[life][0] > last


def _forked(store: Store, found: Incoming) -> bool:
    """Another desk holds another piece of this desk's present life, or more of it: begin a new one, as for a hub."""
    with store.reading() as r:
        if _agrees(r, found):
            return False
    store.new_incarnation()
    with store.unit(SYNC) as u:
        sync_rows.set_link(u, forked_at=u.now)
        u.audit("sync.forked")
        u.changed("sync")
    return True


def _device(found: Incoming, push: Push) -> str:
    return found.have.lives[push.incarnation][2] if push.incarnation in found.have.lives else found.writer
