"""Changes carried by hand: between two gates without any hub, to the hub and back, and later all meet and nothing doubles."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import func, select

from desk import app, joining, syncing
from desk.__main__ import main as desk_main
from desk.app import Desk
from desk.core.actor import Actor
from desk.core.errors import Fault, Refused
from desk.hub.cli import main as hub_main
from desk.hub.tables import OP_LOG
from desk.operators.rules import COMMAND
from desk.store import identity, sync_conflicts, sync_rows
from desk.store.tables import Gate, Outbox
from desk.store.tables_sync import DistrictNotice, SyncAside, SyncOffer
from desk.store.unit import Unit
from desk.sync import stick_in
from desk.sync.upgrading import take_up
from desk.wire import carry
from tests.conftest import LogWatch
from tests.sync.net.hands import Hands, HandWorld
from tests.sync.net.hubs import HubProcess, enrolled, gates, joined, said, standing, write

Closing = Callable[[Desk], Desk]


def pair(folder: Path, closing: Closing) -> tuple[Desk, Desk]:
    """Two gates of a site that has no hub."""
    first = closing(standing(folder / "a"))
    _, code = syncing.invite_by_file(first, folder / "join.gdcarry", COMMAND)
    second = closing(app.build(folder / "b"))
    joining.join_by_file(second, folder / "join.gdcarry", code, gate_name="北门")
    return first, second


def hand(giver: Desk, taker: Desk, path: Path) -> stick_in.Took:
    syncing.export(giver, path, COMMAND)
    return syncing.take(taker, path, COMMAND)


def waiting(desk: Desk) -> int:
    with desk.store.reading() as r:
        return identity.here(r).waiting


def refusal(desk: Desk, path: Path) -> str:
    with pytest.raises(Fault) as caught:
        syncing.take(desk, path, COMMAND)
    return caught.value.code


def test_two_gates_without_a_hub_come_to_the_same(tmp_path: Path, closing: Closing) -> None:
    first, second = pair(tmp_path, closing)
    (eid, *_) = write(first, "0300-1", 5)
    write(second, "0300-2", 3)
    assert hand(first, second, tmp_path / "1").lines >= 5
    with second.store.unit(COMMAND) as u:
        u.set(Gate, eid, phone="0300-3")
    assert hand(second, first, tmp_path / "2").lines >= 4
    assert gates(first) == gates(second)
    assert gates(first)[eid].endswith("0300-3")


def test_both_changed_one_thing_and_both_see_it(tmp_path: Path, closing: Closing) -> None:
    first, second = pair(tmp_path, closing)
    (eid,) = write(first, "0301-1")
    hand(first, second, tmp_path / "1")
    for desk, phone in ((first, "0301-2"), (second, "0301-3")):
        with desk.store.unit(COMMAND) as u:
            u.set(Gate, eid, phone=phone)
    hand(first, second, tmp_path / "2")
    hand(second, first, tmp_path / "3")
    assert gates(first) == gates(second)
    for desk in (first, second):
        with desk.store.reading() as r:
            assert sync_conflicts.open_count(r) == 1


def test_files_grow_no_longer_than_what_the_other_lacks(tmp_path: Path, closing: Closing) -> None:
    first, second = pair(tmp_path, closing)
    write(first, "0302-1", 30)
    hand(first, second, tmp_path / "1")
    hand(second, first, tmp_path / "2")
    write(first, "0302-2")
    assert syncing.export(first, tmp_path / "3", COMMAND).lines < 10


def test_later_they_meet_a_hub_and_nothing_is_lost_or_doubled(
    hub: HubProcess, tmp_path: Path, closing: Closing
) -> None:
    first, second = pair(tmp_path, closing)
    write(first, "0303-1", 4)
    write(second, "0303-2", 4)
    hand(first, second, tmp_path / "1")
    hand(second, first, tmp_path / "2")
    syncing.enrol(second, hub.ticket(), COMMAND)  # the second one meets it first, and brings the other's lines along
    syncing.once(second)
    with second.store.reading() as r:
        site = r.site_id
        assert r.conn.execute(select(func.count()).select_from(SyncOffer)).scalar_one() == 0
    syncing.enrol(first, hub.ticket(site), COMMAND)
    for desk in (first, second, first):
        syncing.once(desk)
    assert gates(first) == gates(second)
    assert waiting(first) == waiting(second) == 0
    counts = hub.change(
        lambda conn, now: conn.execute(
            select(func.count(), func.count(OP_LOG.c.op_id.distinct())).where(OP_LOG.c.site_id == bytes.fromhex(site))
        ).one()
    )
    assert counts[0] == counts[1]
    for desk in (first, second):
        with desk.store.reading() as r:
            left = r.conn.execute(select(func.count()).select_from(SyncOffer)).scalar_one()
            assert (sync_rows.cursor(r, f"s:{site}")[0], left) == (counts[0], 0)


def test_a_desk_with_a_line_carries_for_one_without(hub: HubProcess, tmp_path: Path, closing: Closing) -> None:
    near = closing(enrolled(hub, tmp_path / "a"))
    far = closing(joined(near, tmp_path / "b"))
    syncing.once(near)
    write(far, "0304-1", 3)  # its line is gone from now on
    write(near, "0304-2", 3)
    syncing.once(near)
    hand(far, near, tmp_path / "1")
    syncing.once(near)
    took = hand(near, far, tmp_path / "2")
    assert took.log
    assert gates(near) == gates(far)
    with far.store.reading() as r:
        states = dict(r.conn.execute(select(Outbox.kind, Outbox.state).where(Outbox.kind == "gate")).all())
    assert states["gate"] == "confirmed"
    syncing.once(far)
    syncing.once(near)
    assert gates(near) == gates(far)


def test_to_the_hub_and_back(
    either_hub: HubProcess, tmp_path: Path, closing: Closing, capsys: pytest.CaptureFixture[str]
) -> None:
    near = closing(enrolled(either_hub, tmp_path / "a"))
    far = closing(joined(near, tmp_path / "b"))
    syncing.once(near)
    write(far, "0305-1", 3)
    write(near, "0305-2", 2)
    syncing.once(near)
    syncing.export(far, tmp_path / "out", COMMAND)
    words = ["carry", str(tmp_path / "out"), "--answer", str(tmp_path / "back"), "--db", either_hub.db, "--json"]
    assert hub_main(words) == 0
    answer = said(capsys.readouterr().out)
    assert int(str(answer["new"])) >= 3
    assert int(str(answer["log"])) >= 5
    assert hub_main(words[:2] + words[4:]) == 0  # once more does nothing
    assert said(capsys.readouterr().out)["new"] == 0
    syncing.take(far, tmp_path / "back", COMMAND)
    syncing.once(near)
    assert gates(far) == gates(near)
    assert refusal(near, tmp_path / "back") == "stick.sealed_elsewhere"
    stolen = bytearray((tmp_path / "out").read_bytes())
    stolen[-1] ^= 1
    (tmp_path / "bad").write_bytes(stolen)
    assert hub_main(["carry", str(tmp_path / "bad"), "--db", either_hub.db]) == 1
    assert "stick.damaged" in capsys.readouterr().err


def test_no_desk_speaks_for_the_district(tmp_path: Path, closing: Closing) -> None:
    first, second = pair(tmp_path, closing)
    with first.store.unit(COMMAND) as u:
        u.add(DistrictNotice, level="emergency", text="请马上疏散")
    write(first, "0306-1", 1)
    hand(first, second, tmp_path / "0")
    assert gates(first).items() <= gates(second).items()
    with second.store.reading() as r:
        assert r.conn.execute(select(DistrictNotice.num)).all() == []


def test_what_does_not_fit_is_refused_and_changes_nothing(tmp_path: Path, closing: Closing) -> None:
    first, second = pair(tmp_path, closing)
    write(first, "0306-1", 20)
    file = tmp_path / "1"
    syncing.export(first, file, COMMAND)
    other = closing(standing(tmp_path / "c"))
    before = gates(second)
    data = file.read_bytes()
    cases = {
        b"": "stick.not_one",
        b"hello": "stick.not_one",
        b"GATEHOUSE CARRY 2\n": "stick.newer",
        data[:-1]: "stick.damaged",
        data[: len(data) // 2]: "stick.damaged",
        data + b"x": "stick.damaged",
        data[:-20] + bytes(20): "stick.damaged",
        data.replace(b'"made_ms":', b'"made_ms":1'): "stick.damaged",
    }
    for number, (text, code) in enumerate(cases.items()):
        (tmp_path / f"bad{number}").write_bytes(text)
        assert refusal(second, tmp_path / f"bad{number}") == code, number
    assert refusal(other, file) == "stick.other_site"
    assert refusal(first, file) == "stick.own"
    assert refusal(second, tmp_path / "nothing") in ("store.no_folder", "stick.not_one")
    assert gates(second) == before
    syncing.take(second, file, COMMAND)
    assert refusal(second, file) == "stick.nothing_new"
    with pytest.raises(Refused, match=r"right\.missing"):
        syncing.take(second, file, Actor("", "volunteer"))


def test_a_file_that_comes_before_an_earlier_one_waits(tmp_path: Path, closing: Closing) -> None:
    first, second = pair(tmp_path, closing)
    hand(first, second, tmp_path / "0")
    hand(second, first, tmp_path / "1")
    second.close()
    shutil.copytree(tmp_path / "b", tmp_path / "old")
    second = closing(app.build(tmp_path / "b"))
    second.open()
    write(first, "0307-1", 3)
    hand(first, second, tmp_path / "2")
    hand(second, first, tmp_path / "3")  # from now on the first one knows that the other has these
    write(first, "0307-2", 3)
    syncing.export(first, tmp_path / "4", COMMAND)
    restored = closing(app.build(tmp_path / "old"))
    restored.open()
    assert refusal(restored, tmp_path / "4") == "stick.gap"
    hand(restored, first, tmp_path / "5")
    hand(first, restored, tmp_path / "6")
    hand(restored, first, tmp_path / "7")
    assert gates(restored) == gates(first)


def test_pieces_may_not_be_moved_or_left_out(tmp_path: Path, closing: Closing) -> None:
    first, second = pair(tmp_path, closing)
    write(first, "0308-1", 3)
    syncing.export(first, tmp_path / "1", COMMAND)
    source = BytesIO((tmp_path / "1").read_bytes())
    carry.read_head(source)
    head = (tmp_path / "1").read_bytes()[: source.tell()]
    pieces = []
    while size := source.read(4):
        pieces.append(size + source.read(int.from_bytes(size, "big")))
    assert len(pieces) >= 3
    for wrong in (
        pieces[1:],
        pieces[:-1],
        [pieces[1], pieces[0], *pieces[2:]],
        [pieces[0], *pieces],
        [*pieces, pieces[-1]],
    ):
        (tmp_path / "bad").write_bytes(head + b"".join(wrong))
        assert refusal(second, tmp_path / "bad") == "stick.damaged"


def test_a_bomb_is_not_unfolded(tmp_path: Path, closing: Closing) -> None:
    first, second = pair(tmp_path, closing)
    with first.store.reading() as r:
        key = carry.new_key()
        box = carry.site_box(r.secret("site-seal"), key)
        head = carry.Head(r.site_id, r.device_id, "0" * 32, 1, carry.boxed({carry.SITE: box}))
    with (tmp_path / "bomb").open("wb") as out:
        carry.write(out, head, key, [carry.Piece(carry.PUSH, bytes(64 * 1024 * 1024))], Ed25519PrivateKey.generate())
    assert (tmp_path / "bomb").stat().st_size < 200_000
    assert refusal(second, tmp_path / "bomb") == "stick.damaged"


def test_joining_by_a_file_needs_its_code_and_a_site_without_a_hub(
    hub: HubProcess, tmp_path: Path, closing: Closing
) -> None:
    first = closing(standing(tmp_path / "a"))
    _, code = syncing.invite_by_file(first, tmp_path / "join", COMMAND)
    fresh = closing(app.build(tmp_path / "b"))
    with pytest.raises(Refused, match=r"key\.code_wrong"):
        joining.join_by_file(fresh, tmp_path / "join", "ABCD-EFGH-JKLM-NPQR-STUV", gate_name="北门")
    syncing.export(first, tmp_path / "plain", COMMAND)
    with pytest.raises(Refused, match=r"stick\.no_keys"):
        joining.join_by_file(fresh, tmp_path / "plain", code, gate_name="北门")
    assert not fresh.founded
    assert joining.join_by_file(fresh, tmp_path / "join", code, gate_name="北门")
    with pytest.raises(Refused, match=r"stick\.join_by_hub"):
        syncing.invite_by_file(closing(enrolled(hub, tmp_path / "c")), tmp_path / "x", COMMAND)


def test_by_the_command(tmp_path: Path, closing: Closing, capsys: pytest.CaptureFixture[str]) -> None:
    first = standing(tmp_path / "a")
    write(first, "0309-1", 2)
    first.close()
    home = ["--home", str(tmp_path / "a"), "--json"]
    assert desk_main(["sync", "invite", str(tmp_path / "join"), *home]) == 0
    code = str(said(capsys.readouterr().out)["code"])
    join = ["sync", "enrol", str(tmp_path / "join"), "--code", code, "--gate", "北门", "--home", str(tmp_path / "b")]
    assert desk_main([*join, "--json"]) == 0
    assert said(capsys.readouterr().out)["gate"] == "北门"
    assert desk_main(["sync", "export", str(tmp_path / "1"), "--home", str(tmp_path / "b"), "--json"]) == 0
    assert said(capsys.readouterr().out)["for"] == ["site"]
    assert desk_main(["sync", "import", str(tmp_path / "1"), *home]) == 0
    assert int(str(json.loads(capsys.readouterr().out)["lines"])) >= 2
    assert desk_main(["sync", "import", str(tmp_path / "1"), *home]) == 1
    assert "stick.nothing_new" in capsys.readouterr().err
    assert desk_main(["sync", "export", *home]) == 2


def told(seed: int, folder: Path, hands: Hands) -> str:
    """What went wrong in a history of files, '' when nothing did."""
    (folder / str(seed)).mkdir()
    try:
        HandWorld(seed, folder / str(seed), folder, hands).live()
    except AssertionError as wrong:
        return str(wrong)
    return ""


@pytest.mark.parametrize("seed", [4, 103])  # each found a mistake once: copied disks; clocks that were both ahead
def test_a_history_of_files(seed: int, tmp_path: Path) -> None:
    assert told(seed, tmp_path, Hands()) == ""


def test_a_history_of_files_beside_a_hub(tmp_path: Path) -> None:
    assert told(204, tmp_path, Hands(hub=8)) == ""  # an older file with what was erased since


@pytest.mark.heavy
@pytest.mark.parametrize("start", range(1000, 1100, 10))
def test_many_histories_of_files(start: int, tmp_path: Path) -> None:
    assert [
        wrong for seed in range(start, start + 10) if (wrong := told(seed, tmp_path, Hands(hub=8 * (seed % 2))))
    ] == []


def test_a_room_that_stumbles_does_not_stop_the_file(tmp_path: Path, closing: Closing, log_watch: LogWatch) -> None:
    """Its lines are put aside, and told again by a mended program."""
    log_watch.expect("rows of gate came and their room failed: ValueError")
    first, second = pair(tmp_path, closing)
    (eid,) = write(first, "0310-1")
    syncing.export(first, tmp_path / "1", COMMAND)

    def stumbles(u: Unit, ids: Sequence[str]) -> None:
        raise ValueError("a room with a mistake")

    took = stick_in.take(second.store, tmp_path / "1", {**app.hooks(), "gate": stumbles})
    assert took.lines >= 1
    assert gates(second)[eid].endswith("0310-1")
    with second.store.reading() as r:
        assert set(r.conn.execute(select(SyncAside.code)).scalars()) == {"sync.room_failed"}
    assert take_up(second.store, COMMAND, app.hooks()) >= 1
