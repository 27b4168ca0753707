"""The vault: nothing readable on the disk, gone is gone, whatever stops it, whatever comes back."""

from __future__ import annotations

import base64
import logging
from collections.abc import Collection
from pathlib import Path

import numpy as np
import pytest

from desk.core.errors import Refused, Trouble
from desk.core.paths import Home
from desk.faces import vault as vaults
from desk.faces.models import TEMPLATE_MODEL
from desk.faces.vault import Vault
from desk.faces.vault_file import Kept, file_of, files, place
from desk.store import key as keys

YEAR = 365 * 86_400_000
NOW = 1_780_000_000_000


ALL = frozenset({"a", "b", "c", "a again", "other model", "over", "not confirmed"})


def opened(home: Home, gone: Collection[str] = ()) -> Vault:
    """With every consent standing but these."""
    return vaults.opened(home, ALL - set(gone))


def vector(seed: int) -> bytes:
    return np.random.default_rng(seed).standard_normal(128).astype("<f4").tobytes()


def kept(name: str, person: str = "", **changed: object) -> Kept:
    values: dict[str, object] = {
        "enrolment_id": name, "person_id": person or f"of {name}", "vector": vector(len(name) + ord(name[0])),
        "model": TEMPLATE_MODEL, "enrolled_at": NOW, "keep_until": NOW + 9 * YEAR, "confirm_by": NOW + YEAR,
    }  # fmt: skip
    return Kept(**{**values, **changed})  # type: ignore[arg-type]


def names(vault: Vault) -> list[str]:
    return [one.enrolment_id for one in vault.all()]


@pytest.fixture
def vault(home: Home) -> Vault:
    made = opened(home)
    made.enrol(kept("a"))
    made.enrol(kept("b"))
    return made


def bodies(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file())


def test_what_is_kept_is_there_after_a_restart(home: Home, vault: Vault) -> None:
    again = opened(home)
    assert again.all() == vault.all()
    template = again.usable(NOW)["of a"]
    assert template.tobytes() == vector(1 + ord("a"))
    assert len(files(place(home).root)) == 1


def test_nothing_readable_lies_on_the_disk(home: Home, vault: Vault, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    vault.backup(home.root / "taken.gdfaces", keys.make_recovery_code())
    logging.getLogger("desk.faces").info("%r", vault.all())
    raw = vector(1 + ord("a"))
    on_disk = bodies(home.root) + caplog.text.encode()
    for shape in (raw, raw[:16], raw.hex().encode(), base64.b64encode(raw)[:24], repr(raw)[2:40].encode(), b"of a"):
        assert shape not in on_disk


def test_the_key_is_apart_from_the_stores_key_and_new_each_time(home: Home, vault: Vault) -> None:
    store_key = keys.make_key()
    keys.save_key(home, store_key)
    first = keys.load_key(place(home))
    vault.suspend("a", True)
    assert keys.load_key(place(home)) not in (first, store_key)
    assert keys.load_key(home) == store_key


def test_erased_is_gone_at_once_and_never_comes_back(home: Home, vault: Vault) -> None:
    before = files(place(home).root)[0]
    sealed = before.read_bytes()
    assert vault.erase(["a", "never here"]) == ["a"]
    assert names(vault) == names(opened(home)) == ["b"]
    assert not before.exists()
    assert sealed[20:60] not in bodies(home.root)
    with pytest.raises(Refused, match=r"faces\.erased"):
        vault.enrol(kept("a"))


def test_a_backup_brought_back_comes_without_what_was_erased_since(home: Home, vault: Vault, tmp_path: Path) -> None:
    code, taken = keys.make_recovery_code(), tmp_path / "taken.gdfaces"
    vault.enrol(kept("c"))
    vault.backup(taken, code)
    vault.erase(["a"])
    assert vault.restore(taken, code, ALL - {"c"}) == 1
    assert names(opened(home)) == ["b"]
    elsewhere = opened(Home(tmp_path / "new", private=True))
    assert elsewhere.restore(taken, code, ALL - {"b"}) == 2
    assert names(elsewhere) == ["a", "c"]


def test_a_vault_copied_back_by_hand_loses_them_before_it_opens(home: Home, vault: Vault) -> None:
    folder = place(home).root
    copy = {file.name: file.read_bytes() for file in folder.iterdir() if file.name != "erased"}
    vault.erase(["a"])
    for file in folder.iterdir():
        if file.name != "erased":
            file.unlink()
    for name, body in copy.items():
        (folder / name).write_bytes(body)
    assert names(opened(home, gone=["b"])) == []


def test_a_withdrawal_counts_while_the_vault_does_not_open(home: Home, vault: Vault) -> None:
    key = place(home).key_file.read_bytes()
    place(home).key_file.unlink()
    with pytest.raises(Trouble, match=r"faces\.vault_key_missing"):
        opened(home)
    vaults.note_withdrawn(home, ["a"])
    place(home).key_file.write_bytes(key)
    assert names(opened(home)) == ["b"]


def test_another_key_opens_nothing_and_harms_nothing(home: Home, vault: Vault) -> None:
    right = keys.load_key(place(home))
    keys.save_key(place(home), keys.make_key())
    with pytest.raises(Trouble, match=r"faces\.vault_key_wrong"):
        opened(home)
    keys.save_key(place(home), right)
    assert names(opened(home)) == ["a", "b"]


@pytest.mark.parametrize("at", [0, 10, 40, -1])
def test_one_altered_byte_keeps_it_shut(home: Home, vault: Vault, at: int) -> None:
    file = files(place(home).root)[0]
    body = bytearray(file.read_bytes())
    body[at] ^= 1
    file.write_bytes(body)
    with pytest.raises(Trouble, match=r"faces\.vault_damaged"):
        opened(home)
    assert file.read_bytes() == bytes(body)
    file.write_bytes(bytes(body[:30]))
    with pytest.raises(Trouble, match=r"faces\.vault_damaged"):
        opened(home)


class Stopped(BaseException):
    """The process ends here."""


@pytest.mark.parametrize("step", ["write", "save_key", "shred"])
def test_stopped_at_any_step_it_is_as_before_or_as_after(
    home: Home, vault: Vault, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*args: object) -> None:
        raise Stopped

    with monkeypatch.context() as patch:
        patch.setattr(vaults.keys if step == "save_key" else vaults.files, step, stop)
        with pytest.raises(Stopped):
            vault.enrol(kept("c"))
    again = opened(home)
    assert names(again) == (["a", "b", "c"] if step == "shred" else ["a", "b"])
    assert files(place(home).root) == [file_of(place(home).root, keys.load_key(place(home)))]


@pytest.mark.parametrize("step", ["write", "save_key"])
def test_stopped_at_the_very_first_it_begins_again(home: Home, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*args: object) -> None:
        raise Stopped

    with monkeypatch.context() as patch:
        patch.setattr(vaults.keys if step == "save_key" else vaults.files, step, stop)
        with pytest.raises(Stopped):
            opened(home)
    assert len(opened(home)) == 0


def test_an_erasure_that_was_stopped_is_made_good(home: Home, vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*args: object) -> None:
        raise Stopped

    with monkeypatch.context() as patch:
        patch.setattr(vaults.files, "write", stop)
        with pytest.raises(Stopped):
            vault.erase(["a"])
    assert names(opened(home)) == ["b"]


def test_who_may_be_recognised(home: Home, vault: Vault) -> None:
    vault.enrol(kept("other model", model="another"))
    vault.enrol(kept("over", keep_until=NOW))
    vault.enrol(kept("not confirmed", confirm_by=NOW - 1))
    vault.suspend("b", True)
    assert set(vault.usable(NOW)) == {"of a"}
    assert [one.enrolment_id for one in vault.of_other_models()] == ["other model"]
    assert set(vault.due(NOW)) == {"over", "not confirmed"}
    vault.suspend("b", False)
    vault.confirm("not confirmed", NOW + YEAR)
    assert set(vault.usable(NOW)) == {"of a", "of b", "of not confirmed"}
    with pytest.raises(Refused, match=r"faces\.not_enrolled"):
        vault.suspend("nobody", True)


def test_enrolled_anew_leaves_the_old_template_behind(home: Home, vault: Vault) -> None:
    vault.enrol(kept("a again", person="of a"))
    assert names(opened(home)) == ["a again", "b"]
    with pytest.raises(Refused, match=r"faces\.erased"):
        vault.enrol(kept("a"))


def test_what_is_no_backup_changes_nothing(home: Home, vault: Vault, tmp_path: Path) -> None:
    code, taken = keys.make_recovery_code(), tmp_path / "taken.gdfaces"
    taken.write_bytes(b"something else")
    with pytest.raises(Refused, match=r"faces\.backup_not_one"):
        vault.restore(taken, code, ALL)
    vault.backup(taken, code)
    with pytest.raises(Refused, match=r"key\.code_wrong"):
        vault.restore(taken, keys.make_recovery_code(), ALL)
    taken.write_bytes(taken.read_bytes()[:-1])
    with pytest.raises(Trouble, match=r"faces\.vault_damaged"):
        vault.restore(taken, code, ALL)
    assert names(opened(home)) == ["a", "b"]


def test_the_end_of_the_lane(home: Home, vault: Vault) -> None:
    vaults.destroy(home)
    assert not vaults.exists(home)
    assert keys.where_key(place(home)) == "none"
    assert len(opened(home)) == 0
