"""Makes and refreshes the folder of signed updates. Run by `dev.py release`, with the keys at hand; never in CI.

The keys: `root-a`, `root-b` (either may change the keys; b lies in another house), `targets` (says what a release is), `rhythm`
(says that the list is the newest). Ed25519, each a file locked by the passphrase.
"""

from __future__ import annotations

import argparse
import getpass
import re
import shutil
import sys
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)
from securesystemslib.signer import CryptoSigner  # type: ignore[attr-defined]  # exported, but not by name
from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp

KEYS = {"root-a": ("root",), "root-b": ("root",), "targets": ("targets",), "rhythm": ("snapshot", "timestamp")}
DAYS = {"root": 3650, "targets": 730, "snapshot": 730, "timestamp": 730}  # desks without a line see a stick once a year
KINDS = {
    "deb": "gatehouse-desk_{}_amd64.deb",
    "appimage": "Gatehouse-Desk-{}-x86_64.AppImage",
    "setup": "gatehouse-desk-{}-x64-setup.exe",
}
KEEP = 3  # versions whose files stay in the folder
LANGUAGES = ("zh_CN", "en")
SHORTEST = 12  # characters of a passphrase


class Wrong(Exception):
    """What keeps a release from being made, in a sentence."""


def make_keys(folder: Path, passphrase: str) -> None:
    """Four new keys into an empty folder, readable by this user alone."""
    if len(passphrase) < SHORTEST:
        raise Wrong(f"The passphrase needs {SHORTEST} characters or more. No keys were made.")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if any(folder.glob("*.pem")):
        raise Wrong(f"{folder} holds keys already. Nothing was changed.")
    for name in KEYS:
        pem = Ed25519PrivateKey.generate().private_bytes(
            Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(passphrase.encode())
        )
        path = folder / f"{name}.pem"
        path.touch(mode=0o600)
        path.write_bytes(pem)


def signers(folder: Path, passphrase: str) -> dict[str, CryptoSigner]:
    """The keys that lie in a folder, by name; those that are not needed today may be elsewhere. Raises Wrong."""
    found = {}
    for name in KEYS:
        path = folder / f"{name}.pem"
        if not path.is_file():
            continue
        try:
            key = load_pem_private_key(path.read_bytes(), passphrase.encode())
        except ValueError:
            raise Wrong(f"The passphrase does not open {path.name}. Nothing was signed.") from None
        if not isinstance(key, Ed25519PrivateKey):
            raise Wrong(f"{path.name} holds another sort of key. Nothing was signed.")
        found[name] = CryptoSigner(key)
    return found


class Repository:
    """The folder that is put on a server or a stick: `metadata` and `targets`. now: for expiries."""

    def __init__(self, folder: Path, keys: Mapping[str, CryptoSigner], now: datetime | None = None) -> None:
        self.metadata, self.targets = folder / "metadata", folder / "targets"
        self.keys = keys
        self.now = (now or datetime.now(UTC)).replace(microsecond=0)

    def found(self) -> Path:
        """A root for these keys and empty lists. Returns the root that goes into resources/updates/root.json."""
        if self.metadata.exists():
            raise Wrong(f"{self.metadata} is there already. Nothing was changed.")
        self._need(*KEYS)
        self.metadata.mkdir(parents=True)
        self.targets.mkdir(exist_ok=True)
        root = Root(version=1, expires=self._till("root"), consistent_snapshot=True)
        self._enter(root, self.keys)
        path = self._write(Metadata(root), ("root-a", "root-b"), "1.root.json")
        self._chain(Targets(version=1, expires=self._till("targets")))
        return path

    def publish(self, files: Mapping[str, Path], version: str, notes: Mapping[str, str], security: bool) -> list[str]:
        """Add a release: installers by kind, what is new by language. Targets first, the timestamp last."""
        self._need("targets", "rhythm")
        if not re.fullmatch(r"\d+(\.\d+){1,3}", version):
            raise Wrong(f"{version} is no version number. Nothing was published.")
        if not files or any(not notes.get(lang, "").strip() for lang in LANGUAGES):
            raise Wrong("A release needs an installer and what is new in both languages. Nothing was published.")
        listed = self._targets()
        for kind, path in files.items():
            made = TargetFile.from_file(path.name, str(path), ["sha256", "sha512"])
            made.unrecognized_fields["custom"] = {
                "version": version, "kind": kind, "security": security, "notes": dict(notes),
                "made_on": self.now.date().isoformat(),
            }  # fmt: skip
            shutil.copyfile(path, self.targets / path.name)
            listed.targets[path.name] = made
        gone = self._forget_old(listed)
        self._again(listed)
        for name in gone:
            (self.targets / name).unlink(missing_ok=True)
        return sorted(listed.targets)

    def refresh(self) -> None:
        """The same lists, valid from now on: once a year, and whenever a stick is made."""
        self._need("targets", "rhythm")
        self._again(self._targets())

    def rotate(self, fresh: Mapping[str, CryptoSigner]) -> Path:
        """Other keys from now on. The new root is signed by the old root and by the new; returns it."""
        if not {"root-a", "root-b"} & set(self.keys) or set(fresh) != set(KEYS):
            raise Wrong("One old root key and all four new keys are needed. Nothing was changed.")
        number, root = self._root()
        for role in ("root", "targets", "snapshot", "timestamp"):
            for keyid in list(root.roles[role].keyids):
                root.revoke_key(keyid, role)
        self._enter(root, fresh)
        root.version, root.expires = number + 1, self._till("root")
        made = Metadata(root)
        old = [self.keys[name] for name in ("root-a", "root-b") if name in self.keys]
        for signer in [*old, fresh["root-a"], fresh["root-b"]]:
            made.sign(signer, append=True)
        path = self.metadata / f"{number + 1}.root.json"
        made.to_file(str(path))
        self.keys = fresh
        self._again(self._targets())
        return path

    # -- inside

    def _need(self, *names: str) -> None:
        if lost := [name for name in names if name not in self.keys]:
            raise Wrong(f"{', '.join(lost)} is not among the keys. Nothing was signed.")
        if any(self.metadata.glob("*.root.json")):
            roles = self._root()[1].roles
            if any(self.keys[name].public_key.keyid not in roles[role].keyids for name in names for role in KEYS[name]):
                raise Wrong("These are not the keys that the folder's newest root trusts. Nothing was signed.")

    def _enter(self, root: Root, keys: Mapping[str, CryptoSigner]) -> None:
        for name, roles in KEYS.items():
            for role in roles:
                root.add_key(keys[name].public_key, role)

    def _root(self) -> tuple[int, Root]:
        numbers = [int(path.name.split(".")[0]) for path in self.metadata.glob("*.root.json")]
        if not numbers:
            raise Wrong(f"{self.metadata} holds no root: begin with `release found`. Nothing was signed.")
        return max(numbers), Metadata[Root].from_file(str(self.metadata / f"{max(numbers)}.root.json")).signed

    def _targets(self) -> Targets:
        self._root()
        number = self._timestamp().snapshot_meta.version
        snapshot = Metadata[Snapshot].from_file(str(self.metadata / f"{number}.snapshot.json")).signed
        number = snapshot.meta["targets.json"].version
        return Metadata[Targets].from_file(str(self.metadata / f"{number}.targets.json")).signed

    def _timestamp(self) -> Timestamp:
        return Metadata[Timestamp].from_file(str(self.metadata / "timestamp.json")).signed

    def _again(self, listed: Targets) -> None:
        listed.version += 1
        listed.expires = self._till("targets")
        self._chain(listed)

    def _chain(self, listed: Targets) -> None:
        """targets, snapshot, timestamp: in this order, so that who reads meanwhile sees the old state or the new one."""
        there = (self.metadata / "timestamp.json").exists()
        number = self._timestamp().version + 1 if there else 1
        self._write(Metadata(listed), ("targets",), f"{listed.version}.targets.json")
        snapshot = Snapshot(
            version=number, expires=self._till("snapshot"), meta={"targets.json": MetaFile(listed.version)}
        )
        self._write(Metadata(snapshot), ("rhythm",), f"{number}.snapshot.json")
        stamp = Timestamp(version=number, expires=self._till("timestamp"), snapshot_meta=MetaFile(number))
        self._write(Metadata(stamp), ("rhythm",), "timestamp.json")

    def _write(self, made: Metadata[Any], names: tuple[str, ...], file: str) -> Path:
        for name in names:
            made.sign(self.keys[name], append=True)
        path, fresh = self.metadata / file, self.metadata / f"{file}.new"
        made.to_file(str(fresh))
        fresh.replace(path)
        return path

    def _forget_old(self, listed: Targets) -> list[str]:
        versions = {name: _ordered(one) for name, one in listed.targets.items()}
        kept = sorted(set(versions.values()), reverse=True)[:KEEP]
        gone = [name for name, version in versions.items() if version not in kept]
        for name in gone:
            del listed.targets[name]
        return gone

    def _till(self, role: str) -> datetime:
        return self.now + timedelta(days=DAYS[role])


def _ordered(one: TargetFile) -> tuple[int, ...]:
    return tuple(int(part) for part in one.unrecognized_fields["custom"]["version"].split("."))


def installers(dist: Path, version: str) -> dict[str, Path]:
    """What `dev.py build` made of this version, by kind."""
    found = {kind: dist / name.format(version) for kind, name in KINDS.items()}
    return {kind: path for kind, path in found.items() if path.is_file()}


def main(words: list[str]) -> int:
    """`dev.py release ...`: 0 done, 1 not done and said why, 2 not understood."""
    parser = _parser()
    args = parser.parse_args(words)
    try:
        _run(args)
    except (Wrong, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def _run(args: argparse.Namespace) -> None:
    if args.word == "keys":
        make_keys(args.keys, _passphrase(args, twice=True))
        print(f"Four keys lie in {args.keys}. Keep two copies offline; root-b belongs into another house.")
        return
    repository = Repository(args.to, signers(args.keys, _passphrase(args)))
    if args.word == "found":
        print(
            f"Copy {repository.found()} to resources/updates/root.json and commit it: programs built from then on trust it."
        )
    elif args.word == "publish":
        notes = {lang: (args.notes / f"{lang}.txt").read_text(encoding="utf-8") for lang in LANGUAGES}
        names = repository.publish(installers(args.dist, args.version), args.version, notes, args.security)
        print("Signed: " + ", ".join(names))
    elif args.word == "refresh":
        repository.refresh()
        print(f"Valid until {repository.now + timedelta(days=DAYS['timestamp']):%Y-%m-%d}.")
    else:
        path = repository.rotate(signers(args.new_keys, _passphrase(args, "Passphrase of the new keys: ")))
        print(f"Copy {path} to resources/updates/root.json as well; desks out there take it up by themselves.")


def _parser() -> argparse.ArgumentParser:
    import product
    from setup_venv import ROOT

    parser = argparse.ArgumentParser(prog="dev.py release")
    sub = parser.add_subparsers(dest="word", required=True)
    for word, help_ in (
        ("keys", "make the four keys"), ("found", "make the folder and the first root"),
        ("publish", "add what lies in dist/ to the folder"), ("refresh", "sign the folder anew"),
        ("rotate", "go over to other keys"),
    ):  # fmt: skip
        one = sub.add_parser(word, help=help_)
        one.add_argument("--keys", type=Path, required=True, help="folder of the keys")
        one.add_argument("--passphrase-file", type=Path, help="else it is asked for")
        if word != "keys":
            one.add_argument("--to", type=Path, required=True, help="folder of the updates")
        if word == "rotate":
            one.add_argument("--new-keys", type=Path, required=True)
        if word == "publish":
            one.add_argument("--notes", type=Path, required=True, help="folder with zh_CN.txt and en.txt: what is new")
            one.add_argument("--security", action="store_true", help="it mends something dangerous: desks say so")
            one.add_argument("--dist", type=Path, default=ROOT / "dist")
            one.add_argument("--version", default=product.version())
    return parser


def _passphrase(args: argparse.Namespace, asked: str = "Passphrase: ", twice: bool = False) -> str:
    if args.passphrase_file:
        return str(args.passphrase_file.read_text(encoding="utf-8")).strip()
    typed = getpass.getpass(asked)
    if twice and getpass.getpass("Once more: ") != typed:
        raise Wrong("The two differ. No keys were made.")
    return typed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
