"""What is signed is taken; what is older, changed, foreign, too old or cut short is not, and each says so."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desk.core.errors import Fault
from desk.core.paths import Home
from desk.updates import folder as kept
from desk.updates.rules import Offer
from desk.updates.source import FolderSource, HttpSource, Source, source_of
from desk.updates.trusted import PART, Trusted
from tests.fakes.publisher import NOTES, Publisher
from tests.updates.serving import Server, serving

PAYLOAD = bytes(range(256)) * 4000  # a megabyte
DEB = "gatehouse-desk_0.2.0_amd64.deb"


@pytest.fixture
def server(publisher: Publisher) -> Iterator[Server]:
    with serving(publisher.folder) as found:
        yield found


def newest(home: Home, root: bytes, source: Source) -> tuple[Trusted, Offer]:
    one = Trusted(home, root, source)
    return one, one.offers()[-1]


def code(work: Callable[[], object]) -> str:
    with pytest.raises(Fault) as caught:
        work()
    return caught.value.code


def test_from_a_stick_with_notes_and_progress(home: Home, publisher: Publisher) -> None:
    publisher.publish("0.2.0", PAYLOAD, security=True)
    one, offer = newest(home, publisher.root, FolderSource(publisher.folder))
    assert (offer.version, offer.file, offer.kind, offer.size) == ("0.2.0", DEB, "deb", len(PAYLOAD))
    assert offer.security
    assert offer.notes == NOTES
    told: list[tuple[int, int]] = []
    path = one.fetch(offer, lambda done, total: told.append((done, total)))
    assert path.read_bytes() == PAYLOAD
    assert path.parent == home.root / "updates"
    assert told[-1] == (len(PAYLOAD), len(PAYLOAD))
    assert len(told) > 2
    assert path.parent.stat().st_mode & 0o077 == 0 or os.name != "posix"


def test_from_an_address(home: Home, publisher: Publisher, server: Server) -> None:
    publisher.publish("0.2.0", PAYLOAD)
    one, offer = newest(home, publisher.root, source_of(server.address))
    assert one.fetch(offer).read_bytes() == PAYLOAD


def test_a_folder_without_updates_and_one_on_the_stick(home: Home, publisher: Publisher, tmp_path: Path) -> None:
    publisher.publish("0.2.0", PAYLOAD)
    assert code(lambda: source_of(str(tmp_path))) == "update.none_here"
    shutil.copytree(publisher.folder, tmp_path / "usb" / "gatehouse-updates")
    assert newest(home, publisher.root, source_of(str(tmp_path / "usb")))[1].version == "0.2.0"


def test_an_older_list_is_refused(home: Home, publisher: Publisher, tmp_path: Path) -> None:
    publisher.publish("0.2.0", PAYLOAD)
    shutil.copytree(publisher.folder, tmp_path / "old")
    publisher.publish("0.3.0", PAYLOAD)
    assert newest(home, publisher.root, FolderSource(publisher.folder))[1].version == "0.3.0"
    assert code(lambda: newest(home, publisher.root, FolderSource(tmp_path / "old"))) == "update.older"


def test_a_changed_payload_is_refused_and_nothing_of_it_stays(home: Home, publisher: Publisher) -> None:
    publisher.publish("0.2.0", PAYLOAD)
    publisher.target(DEB).write_bytes(PAYLOAD[:-1] + b"!")
    one, offer = newest(home, publisher.root, FolderSource(publisher.folder))
    assert code(lambda: one.fetch(offer)) == "update.changed"
    assert not list((home.root / "updates").glob("*.deb*"))


@pytest.mark.parametrize("name", ["timestamp.json", "2.snapshot.json", "2.targets.json"])
def test_a_changed_list_is_refused(home: Home, publisher: Publisher, name: str) -> None:
    publisher.publish("0.2.0", PAYLOAD)
    path = publisher.folder / "metadata" / name
    said = json.loads(path.read_text(encoding="utf-8"))
    said["signed"]["expires"] = "2099-01-01T00:00:00Z"
    path.write_text(json.dumps(said), encoding="utf-8")
    assert code(lambda: newest(home, publisher.root, FolderSource(publisher.folder))) == "update.forged"


def test_somebody_elses_keys_are_refused(home: Home, publisher: Publisher, tmp_path: Path) -> None:
    stranger = Publisher(tmp_path / "strange")
    stranger.publish("9.0.0", b"evil")
    assert code(lambda: newest(home, publisher.root, FolderSource(stranger.folder))) == "update.forged"


def test_a_list_past_its_day_is_refused(home: Home, tmp_path: Path) -> None:
    publisher = Publisher(tmp_path / "dusty", days_ago=800)
    publisher.publish("0.2.0", PAYLOAD)
    assert code(lambda: newest(home, publisher.root, FolderSource(publisher.folder))) == "update.expired"


def test_other_keys_reach_a_desk_by_the_old_ones(home: Home, publisher: Publisher, tmp_path: Path) -> None:
    publisher.publish("0.2.0", PAYLOAD)
    newest(home, publisher.root, FolderSource(publisher.folder))
    publisher.repository.rotate(Publisher(tmp_path / "fresh").keys)
    publisher.publish("0.3.0", PAYLOAD)
    assert newest(home, publisher.root, FolderSource(publisher.folder))[1].version == "0.3.0"
    assert newest(home, publisher.root, FolderSource(publisher.folder))[1].version == "0.3.0", "from what is kept"


def test_a_broken_line_is_gone_on_with(home: Home, publisher: Publisher, server: Server) -> None:
    publisher.publish("0.2.0", PAYLOAD)
    one, offer = newest(home, publisher.root, HttpSource(server.address))
    server.cut = 600_000
    assert code(lambda: one.fetch(offer)) == "update.broken_off"
    part = home.root / "updates" / (DEB + PART)
    have = part.stat().st_size
    assert 0 < have <= 600_000
    server.cut = 0
    assert one.fetch(offer).read_bytes() == PAYLOAD
    assert server.asked[-1] == (f"/targets/{DEB}", f"bytes={have}-")


def test_a_bad_half_is_fetched_anew(home: Home, publisher: Publisher, server: Server) -> None:
    publisher.publish("0.2.0", PAYLOAD)
    one, offer = newest(home, publisher.root, HttpSource(server.address))
    (home.root / "updates" / (DEB + PART)).write_bytes(b"?" * 1000)
    assert one.fetch(offer).read_bytes() == PAYLOAD


def test_endless_data_stops_at_what_was_signed(home: Home, publisher: Publisher, server: Server) -> None:
    publisher.publish("0.2.0", PAYLOAD)
    one, offer = newest(home, publisher.root, HttpSource(server.address))
    server.endless = True
    assert code(lambda: one.fetch(offer)) == "update.changed"
    assert not list((home.root / "updates").glob("*.deb*"))


def test_a_line_that_drips_is_given_up(home: Home, publisher: Publisher, server: Server) -> None:
    publisher.publish("0.2.0", PAYLOAD)
    one, offer = newest(home, publisher.root, HttpSource(server.address, patience_s=0.3))
    server.drip = True
    assert code(lambda: one.fetch(offer)) == "update.too_slow"


def test_nobody_at_the_address_and_nothing_there(home: Home, publisher: Publisher, tmp_path: Path) -> None:
    with serving(tmp_path) as empty:
        assert code(lambda: newest(home, publisher.root, HttpSource(empty.address))) == "update.none_there"
        gone = empty.address
    assert code(lambda: newest(home, publisher.root, HttpSource(gone, answer_s=1))) == "update.unreachable"


def test_plain_http_only_to_this_computer_also_when_sent_on(home: Home, publisher: Publisher, server: Server) -> None:
    assert code(lambda: source_of("http://updates.example.org")) == "update.address"
    server.moved = "http://updates.example.org"
    assert code(lambda: newest(home, publisher.root, HttpSource(server.address))) == "update.address"


def test_a_stick_pulled_in_the_middle(home: Home, publisher: Publisher) -> None:
    publisher.publish("0.2.0", PAYLOAD)
    one, offer = newest(home, publisher.root, FolderSource(publisher.folder))

    def pull(done: int, total: int) -> None:
        os.truncate(publisher.target(DEB), done)

    assert code(lambda: one.fetch(offer, pull)) == "update.broken_off"
    shutil.rmtree(publisher.folder)
    assert code(lambda: one.fetch(offer)) == "update.broken_off"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full, of Linux")
def test_a_full_disk(home: Home, publisher: Publisher) -> None:
    publisher.publish("0.2.0", PAYLOAD)
    one, offer = newest(home, publisher.root, FolderSource(publisher.folder))
    (home.root / "updates" / (DEB + PART)).symlink_to("/dev/full")
    assert code(lambda: one.fetch(offer)) == "update.disk_full"


def test_a_folder_that_others_may_write_in_is_not_used(home: Home) -> None:
    path = kept.folder(home)
    path.chmod(0o777)
    assert code(lambda: kept.folder(home)) == "update.folder_unsafe"
    path.rmdir()
    (home.root / "elsewhere").mkdir()
    path.symlink_to(home.root / "elsewhere")
    assert code(lambda: kept.folder(home)) == "update.folder_unsafe"


def test_the_installer_of_before_stays_and_older_ones_go(home: Home, publisher: Publisher) -> None:
    for version in ("0.2.0", "0.3.0", "0.4.0"):
        publisher.publish(version, version.encode())
        one, offer = newest(home, publisher.root, FolderSource(publisher.folder))
        os.utime(one.fetch(offer), (int(version[2]), int(version[2])))
    left = sorted(path.name for path in (home.root / "updates").glob("*.deb"))
    assert left == ["gatehouse-desk_0.3.0_amd64.deb", "gatehouse-desk_0.4.0_amd64.deb"]
