"""The vault of templates: its own file and key, apart from the store; open, it holds everything in memory.

A template rests on one consent, whose id it bears. Whatever ends that consent (a withdrawal at any desk, a home that ended, a
person erased) ends it here before a vault that opens, or one that was brought back, gives out a template. One thread (the lane of faces) changes it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from pathlib import Path

import msgspec
import numpy as np

from desk.core.errors import Refused, Trouble
from desk.core.paths import Home
from desk.faces import vault_file as files
from desk.faces.engine import Vector
from desk.faces.models import TEMPLATE_MODEL
from desk.faces.vault_file import Kept
from desk.store import key as keys
from desk.store.faults import as_trouble

VECTOR_BYTES = 512
SUFFIX = ".gdfaces"
BACKUP_MAGIC = b"GDFACESBACKUP1\n"


class Vault:
    """Made by `opened`. Every change is on the disk when its call returns."""

    def __init__(self, home: Home, key: bytes, passphrase: str | None, kept: Iterable[Kept]) -> None:
        self._home, self._key, self._passphrase = home, key, passphrase
        self._kept = {one.enrolment_id: one for one in kept}

    def __len__(self) -> int:
        return len(self._kept)

    def all(self) -> list[Kept]:
        """Everybody, suspended too, in the order of enrolment."""
        return sorted(self._kept.values(), key=lambda one: (one.enrolled_at, one.enrolment_id))

    def usable(self, now: int, model: str = TEMPLATE_MODEL) -> dict[str, Vector]:
        """Person -> template of whoever may be recognised now; another model's templates compare with nothing."""
        fit = [
            one
            for one in self.all()
            if not one.suspended and one.model == model and now < min(one.keep_until, one.confirm_by)
        ]
        return {one.person_id: np.frombuffer(one.vector, "<f4") for one in fit}

    def of_other_models(self, model: str = TEMPLATE_MODEL) -> list[Kept]:
        """Whoever has to come again, because what makes templates was exchanged and no frame is kept to make one anew."""
        return [one for one in self.all() if one.model != model]

    def enrol(self, kept: Kept) -> None:
        """Keep a template; an earlier one of this person goes for good. Refused faces.erased for an id that was erased."""
        if len(kept.vector) != VECTOR_BYTES:
            raise ValueError("a template is 128 float32")
        if kept.enrolment_id in files.erased(self._home.root):
            raise Refused("faces.erased")
        before = [one.enrolment_id for one in self._kept.values() if one.person_id == kept.person_id]
        files.note_erased(self._home.root, set(before) - {kept.enrolment_id})
        rest = {at: one for at, one in self._kept.items() if at not in before}
        self._switch({**rest, kept.enrolment_id: kept})

    def fill(self, kept: Iterable[Kept]) -> None:
        """Many at once into an empty vault, for measuring and moving. Raises ValueError when somebody is in it."""
        if self._kept:
            raise ValueError("the vault is not empty")
        self._switch({one.enrolment_id: one for one in kept})

    def suspend(self, enrolment_id: str, suspended: bool) -> None:
        """Not recognised until it is lifted. Raises Refused faces.not_enrolled."""
        if enrolment_id not in self._kept:
            raise Refused("faces.not_enrolled")
        self._switch({**self._kept, enrolment_id: replace(self._kept[enrolment_id], suspended=suspended)})

    def confirm(self, enrolment_id: str, confirm_by: int) -> None:
        """Somebody said again that they want this; never beyond keep_until. Raises Refused faces.not_enrolled."""
        if enrolment_id not in self._kept:
            raise Refused("faces.not_enrolled")
        one = self._kept[enrolment_id]
        self._switch({**self._kept, enrolment_id: replace(one, confirm_by=min(confirm_by, one.keep_until))})

    def erase(self, enrolment_ids: Iterable[str]) -> list[str]:
        """Gone at once and for good; returns those that were here. Ids that are not are noted, in case a backup comes."""
        gone = set(enrolment_ids)
        files.note_erased(self._home.root, gone)
        here = sorted(gone & set(self._kept))
        if here:
            self._switch({at: one for at, one in self._kept.items() if at not in gone})
        return here

    def due(self, now: int) -> list[str]:
        """Enrolments whose time is over: the residence ended, or nobody confirmed them within a year."""
        return [one.enrolment_id for one in self.all() if now >= min(one.keep_until, one.confirm_by)]

    def backup(self, path: Path, code: str) -> None:
        """Asked for by a person, to a place they chose; `code` (keys.make_recovery_code) opens it and is kept nowhere."""
        key = keys.make_key()
        box = msgspec.json.encode(keys.wrap(key, code))
        with as_trouble():
            files.write(path, BACKUP_MAGIC + box + b"\n" + files.seal(self.all(), key))

    def keep_only(self, standing: Collection[str]) -> list[str]:
        """Erase whoever's consent does not stand: after a sync, each night, when it opens. Returns who went."""
        return self.erase([one for one in self._kept if one not in standing])

    def restore(self, path: Path, code: str, standing: Collection[str]) -> int:
        """Put a backup's templates in place of these, but those whose consent stands only and that were never erased here.

        Returns how many they are. Raises Refused key.code_wrong or faces.backup_not_one, Trouble faces.vault_damaged; then
        nothing was changed.
        """
        kept = _from_backup(path, code)
        fit = set(standing) - files.erased(self._home.root)
        self._switch({one.enrolment_id: one for one in kept if one.enrolment_id in fit})
        return len(self)

    def _switch(self, kept: dict[str, Kept]) -> None:
        """A new file, then its key in place of the old one: that is the change; then noise over the old file."""
        folder, key = self._home.root, keys.make_key()
        with as_trouble():
            files.write(files.file_of(folder, key), files.seal(list(kept.values()), key))
            keys.save_key(self._home, key, self._passphrase)
        self._key, self._kept = key, kept
        _clean(folder, key)


def opened(home: Home, standing: Collection[str], passphrase: str | None = None) -> Vault:
    """The vault of this desk, made when there is none.

    standing: consents that stand (reads.standing); what rests on no consent, or was erased before, is erased first.
    Raises Trouble faces.vault_key_missing, faces.vault_key_wrong, faces.vault_damaged, or what reading the key raises: then
    the lane stays off, and nothing else of the desk is touched.
    """
    own = files.place(home)
    key = _key(own, passphrase) if files.files(own.root) else _begin(own, passphrase)
    vault = Vault(own, key, passphrase, _read(own.root, key))
    _clean(own.root, key)
    vault.erase(files.erased(own.root))
    vault.keep_only(standing)
    return vault


def note_withdrawn(home: Home, enrolment_ids: Iterable[str]) -> None:
    """For a desk whose lane is off or whose vault does not open: they are erased before anybody is recognised here again."""
    with as_trouble():
        files.note_erased(files.place(home).root, enrolment_ids)


def erased_here(home: Home) -> frozenset[str]:
    """Enrolments whose template went for good here: whoever comes again agrees anew."""
    return files.erased(files.place(home).root)


def destroy(home: Home) -> None:
    """The whole vault, its key, for good: the lane was ended, or its key was lost. The list of erasures stays."""
    own = files.place(home)
    with as_trouble():
        for file in files.files(own.root):
            files.shred(file)
        keys.forget_key(own)


def check_backup(path: Path, code: str) -> None:
    """Raises as Vault.restore, and changes nothing: asked before a vault that does not open makes room."""
    _from_backup(path, code)


def exists(home: Home) -> bool:
    return bool(files.files(files.place(home).root))


def _begin(own: Home, passphrase: str | None) -> bytes:
    """An empty vault. Here the key comes first: a key without a file is begun anew, a file without its key is not."""
    key = keys.make_key()
    with as_trouble():
        keys.save_key(own, key, passphrase)
        files.write(files.file_of(own.root, key), files.seal((), key))
    return key


def _key(own: Home, passphrase: str | None) -> bytes:
    try:
        return keys.load_key(own, passphrase)
    except Trouble as trouble:
        if trouble.code == "key.missing":
            raise Trouble("faces.vault_key_missing") from None
        raise


def _read(folder: Path, key: bytes) -> list[Kept]:
    try:
        sealed = files.file_of(folder, key).read_bytes()
    except FileNotFoundError:
        raise Trouble("faces.vault_key_wrong") from None
    return files.unseal(sealed, key)


def _clean(folder: Path, key: bytes) -> None:
    """What an interrupted change left behind; only ever beside a file that the key opens."""
    own = files.file_of(folder, key)
    with as_trouble():
        for file in files.files(folder):
            if file != own:
                files.shred(file)


def _from_backup(path: Path, code: str) -> list[Kept]:
    with as_trouble():
        body = path.read_bytes()
    box, line, sealed = body.removeprefix(BACKUP_MAGIC).partition(b"\n")
    if not body.startswith(BACKUP_MAGIC) or not line:
        raise Refused("faces.backup_not_one")
    try:
        wrapped = msgspec.json.decode(box, type=dict[str, str])
    except msgspec.MsgspecError:
        raise Trouble("faces.vault_damaged") from None
    return files.unseal(sealed, keys.unwrap(wrapped, code))
