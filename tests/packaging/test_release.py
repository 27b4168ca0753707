"""The publisher's commands: keys under a passphrase, a release, a year later, other keys; and what they refuse."""

import json
from pathlib import Path

import pytest
import release

from desk.core.paths import Home
from desk.updates.source import FolderSource
from desk.updates.trusted import Trusted

PHRASE = "correct horse battery"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """dist, notes and the passphrase, as on a publisher's computer."""
    (tmp_path / "pass").write_text(PHRASE + "\n", encoding="utf-8")
    for folder in ("dist", "notes"):
        (tmp_path / folder).mkdir()
    for lang in release.LANGUAGES:
        (tmp_path / "notes" / f"{lang}.txt").write_text(f"new, {lang}", encoding="utf-8")
    return tmp_path


def run(place: Path, word: str, *more: str, keys: str = "keys") -> int:
    words = [word, "--keys", str(place / keys), "--passphrase-file", str(place / "pass")]
    return release.main([*words, *(["--to", str(place / "updates")] if word != "keys" else []), *more])


def publish(place: Path, version: str, *more: str) -> int:
    for kind, name in release.KINDS.items():
        (place / "dist" / name.format(version)).write_bytes(kind.encode())
    words = ["--notes", str(place / "notes"), "--dist", str(place / "dist"), "--version", version]
    return run(place, "publish", *words, *more)


def offers(place: Path) -> dict[str, bool]:
    """What a desk with the first root sees, by version: whether it is urgent."""
    root = (place / "updates" / "metadata" / "1.root.json").read_bytes()
    found = Trusted(Home(place / "home"), root, FolderSource(place / "updates")).offers()
    assert {one.kind for one in found} <= set(release.KINDS)
    return {one.version: one.security for one in found}


def test_from_keys_to_a_release_and_other_keys(place: Path) -> None:
    assert run(place, "keys") == 0
    assert run(place, "found") == 0
    assert offers(place) == {}
    assert publish(place, "0.2.0", "--security") == 0
    assert offers(place) == {"0.2.0": True}
    assert run(place, "keys", keys="fresh") == 0
    (place / "keys" / "root-a.pem").unlink()  # lost: the other one is enough
    assert run(place, "rotate", "--new-keys", str(place / "fresh")) == 0
    assert offers(place) == {"0.2.0": True}
    assert run(place, "refresh") == 1, "keys that are trusted no more"
    assert run(place, "refresh", keys="fresh") == 0
    assert offers(place) == {"0.2.0": True}


def test_only_the_last_versions_stay(place: Path) -> None:
    run(place, "keys")
    run(place, "found")
    for version in ("0.2.0", "0.9.0", "0.10.0", "0.11.0"):
        assert publish(place, version) == 0
    assert set(offers(place)) == {"0.9.0", "0.10.0", "0.11.0"}
    assert not [path.name for path in (place / "updates" / "targets").iterdir() if "0.2.0" in path.name]


def test_keys_are_locked_and_for_this_user_alone(place: Path) -> None:
    run(place, "keys")
    for name in release.KEYS:
        path = place / "keys" / f"{name}.pem"
        assert path.stat().st_mode & 0o077 == 0
        assert b"ENCRYPTED PRIVATE KEY" in path.read_bytes()
    with pytest.raises(release.Wrong, match="does not open"):
        release.signers(place / "keys", "another passphrase")
    assert run(place, "keys") == 1, "keys that are there are never written over"
    with pytest.raises(release.Wrong, match="needs 12"):
        release.make_keys(place / "more", "short")


def test_what_is_not_whole_is_not_published(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(place, "keys")
    run(place, "found")
    before = json.loads((place / "updates" / "metadata" / "timestamp.json").read_text(encoding="utf-8"))
    (place / "notes" / "en.txt").write_text(" ", encoding="utf-8")
    assert publish(place, "0.2.0") == 1
    assert publish(place, "zero") == 1
    (place / "keys" / "targets.pem").unlink()
    assert publish(place, "0.2.0") == 1
    assert run(place, "found") == 1
    assert "Nothing was" in capsys.readouterr().err
    assert json.loads((place / "updates" / "metadata" / "timestamp.json").read_text(encoding="utf-8")) == before
