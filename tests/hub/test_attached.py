"""Files go with the last thing that names them."""

from __future__ import annotations

from hashlib import sha256

from desk.core.clock import DAY_MS
from desk.core.errors import Refused
from desk.hub import attached, blobs, nightly
from desk.hub.blobs import Piece
from desk.hub.hub import Hub
from desk.hub.tables import BLOB_PART
from tests.fakes.clock import FakeClock
from tests.hub.test_push import every_value
from tests.hub.toys import ToyDesk


def keep(hub: Hub, desk: ToyDesk, words: bytes) -> str:
    """A file of a desk, whole at the hub."""
    name, now = sha256(words).hexdigest(), hub.now()
    piece = Piece(0, len(words) - 1, len(words))
    state = hub.db.write(lambda conn: blobs.take(conn, now, desk.site_id, bytes.fromhex(name), "picture", piece, words))
    assert state.whole
    return name


def here(hub: Hub, desk: ToyDesk, name: str) -> bool:
    try:
        hub.db.read(lambda conn: blobs.give(conn, desk.site_id, bytes.fromhex(name), 0))
    except Refused:
        return False
    return True


def sweep(hub: Hub, desk: ToyDesk) -> int:
    now = hub.now()
    return hub.db.write(lambda conn: attached.sweep(conn, bytes.fromhex(desk.site_id), hub.kinds, now))


def test_what_is_erased_takes_its_files_along(hub: Hub, desk: ToyDesk) -> None:
    gone, shared, other = (keep(hub, desk, words) for words in (b"CANARY one", b"shared", b"other"))
    first = desk.write("report", words="x", photos=[gone, shared], paper="")
    desk.write("report", words="y", photos=[other], paper=shared)
    desk.write("visit", purpose=gone)  # a word like any other: this kind shows no files
    desk.push()
    desk.write("redaction", "redact", eids=[first.eid])
    desk.push(3)
    assert [here(hub, desk, name) for name in (gone, shared, other)] == [False, True, True]
    assert b"CANARY" not in hub.db.read(lambda conn: b"".join(every_value(conn)))


def test_another_sites_file_of_the_same_name_stays(hub: Hub, desk: ToyDesk, clock: FakeClock) -> None:
    other = ToyDesk.enrolled(hub, clock)
    for one in (desk, other):
        name = keep(hub, one, b"the same form")
    made = desk.write("report", paper=name)
    desk.write("redaction", "redact", eids=[made.eid])
    desk.push()
    clock.advance(15 * DAY_MS)
    assert sweep(hub, desk) == 1
    assert (here(hub, desk, name), here(hub, other, name)) == (False, True)


def test_what_was_replaced_goes_in_time(hub: Hub, desk: ToyDesk, clock: FakeClock) -> None:
    old, new, never = (keep(hub, desk, words) for words in (b"old", b"new", b"never named"))
    made = desk.write("report", paper=old)
    desk.write("report", "set", made.eid, paper=new)
    desk.push()
    assert sweep(hub, desk) == 0, "its line may still be on the way"
    clock.advance(blobs.UNFINISHED_MS + 1)
    assert sweep(hub, desk) == 2
    assert [here(hub, desk, name) for name in (old, new, never)] == [False, True, False]
    assert len(hub.db.read(lambda conn: conn.execute(BLOB_PART.select()).all())) == 1


def test_what_a_newer_desk_may_name_stays(hub: Hub, desk: ToyDesk, clock: FakeClock) -> None:
    name = keep(hub, desk, b"a letter")
    desk.write("letter", paper=name)
    desk.push()
    clock.advance(90 * DAY_MS)
    assert sweep(hub, desk) == 0
    assert here(hub, desk, name)


def test_odd_names_name_no_file(hub: Hub, desk: ToyDesk, clock: FakeClock) -> None:
    made = desk.write("report", photos=["../x", "Z" * 64, 7, None, {"a": 1}], paper={"s": "x"})
    desk.write("redaction", "redact", eids=[made.eid])
    assert desk.push().acked == 2


def test_the_night_does_it(hub: Hub, desk: ToyDesk, clock: FakeClock) -> None:
    name = keep(hub, desk, b"never named")
    clock.advance(15 * DAY_MS)
    nightly.run(hub)
    assert not here(hub, desk, name)


def test_what_is_erased_leaves_a_file_that_a_newer_desk_may_name(hub: Hub, desk: ToyDesk) -> None:
    shared, gone = keep(hub, desk, b"shared"), keep(hub, desk, b"gone")
    made = desk.write("report", photos=[shared, gone])
    letter = desk.write("letter", eid="", encloses=[shared])
    desk.push()
    desk.write("redaction", "redact", eids=[made.eid])
    desk.push(2)
    assert [here(hub, desk, name) for name in (shared, gone)] == [True, False]
    other = desk.write("report", paper=shared)
    desk.write("redaction", "redact", eids=[letter.eid])
    desk.push(3)
    desk.write("redaction", "redact", eids=[other.eid])
    desk.push(5)
    assert not here(hub, desk, shared), "nothing names it any more"
