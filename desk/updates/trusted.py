"""What the publisher has signed, and nothing else: The Update Framework over a source, with the root that came with us.

Kept in the data folder: the newest signed lists this desk has seen, so that an older one is refused (rollback).
"""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tuf.api.exceptions import (
    BadVersionNumberError,
    DownloadError,
    DownloadHTTPError,
    DownloadLengthMismatchError,
    ExpiredMetadataError,
    LengthOrHashMismatchError,
    RepositoryError,
)
from tuf.api.metadata import Metadata, TargetFile, Targets
from tuf.ngclient import Updater, UpdaterConfig

from desk.core.errors import Fault, Refused, Trouble
from desk.core.paths import Home
from desk.store.faults import as_trouble
from desk.updates import folder as kept
from desk.updates.rules import Offer, offer_of
from desk.updates.source import BASE, Source, full

log = logging.getLogger("desk.updates")
Told = Callable[[int, int], object]  # bytes here, bytes in all
PART = ".part"
SPARE = 200_000_000  # bytes that stay free for the desk itself


class Trusted:
    """One look at a source. Every method raises Refused or Trouble of `update.*`; nothing else of the library comes out."""

    def __init__(self, home: Home, root: bytes, source: Source) -> None:
        self._folder = kept.folder(home)
        self._source = source
        metadata = self._folder / kept.METADATA
        with as_trouble():
            metadata.mkdir(mode=0o700, exist_ok=True)
        with _said():
            self._updater = Updater(
                str(metadata), BASE + "metadata/", fetcher=source, bootstrap=root,
                config=UpdaterConfig(prefix_targets_with_hash=False),
            )  # fmt: skip
        self._metadata = metadata

    def offers(self) -> list[Offer]:
        """Every release that is signed and valid now."""
        with _said():
            self._updater.refresh()
            names = sorted(Metadata[Targets].from_file(str(self._metadata / "targets.json")).signed.targets)
            infos = [info for name in names if (info := self._updater.get_targetinfo(name)) is not None]
        found = (offer_of(one.path, one.length, one.unrecognized_fields.get("custom")) for one in infos)
        return [one for one in found if one is not None]

    def fetch(self, offer: Offer, told: Told = lambda done, total: None) -> Path:
        """The verified file in our own folder; what a broken line has left is gone on with."""
        with _said():
            info = self._updater.get_targetinfo(offer.file)
        if info is None:
            raise Refused("update.withdrawn", version=offer.version)
        final = self._folder / offer.file
        if is_whole(final, info):
            return final
        part = final.with_name(offer.file + PART)
        self._sweep(keep=(final, part))
        self._room(info.length - (part.stat().st_size if part.exists() else 0))
        resumed = self._load(info, part, told)
        if not is_whole(part, info) and resumed:  # what lay here may have been the bad half
            part.unlink(missing_ok=True)
            self._load(info, part, told)
        if not is_whole(part, info):
            part.unlink(missing_ok=True)
            raise Refused("update.changed", file=offer.file)
        with as_trouble():
            os.replace(part, final)
            kept.sync(self._folder)
        return final

    def _load(self, info: TargetFile, part: Path, told: Told) -> bool:
        """Bytes into the part file; True when it went on with what was there."""
        have = part.stat().st_size if part.exists() else 0
        if have >= info.length:
            part.unlink()
            have = 0
        with _said():
            start, pieces = self._source.open("targets/" + info.path, have)
            try:
                with closing(pieces):
                    self._write(info, part, start, pieces, told)
            except OSError as error:
                if full(error):
                    raise Trouble("update.disk_full", mb=_mb(info.length)) from error
                raise Trouble("update.not_written") from error
        return start > 0

    def _write(self, info: TargetFile, part: Path, start: int, pieces: Iterator[bytes], told: Told) -> None:
        done = start
        with part.open("ab" if start else "wb") as file:
            for piece in pieces:
                done += len(piece)
                if done > info.length:  # endless data: it is not what was signed
                    break
                file.write(piece)
                told(done, info.length)
            file.flush()
            os.fsync(file.fileno())
        if done > info.length:
            part.unlink()
            raise Refused("update.changed", file=info.path)
        if done < info.length:
            raise Trouble("update.broken_off")

    def _room(self, wanted: int) -> None:
        if shutil.disk_usage(self._folder).free < wanted + SPARE:
            raise Trouble("update.disk_full", mb=_mb(wanted + SPARE))

    def _sweep(self, keep: tuple[Path, ...]) -> None:
        """Installers of former updates but the newest one, by which one can go back."""
        old = [path for path in self._folder.iterdir() if path.is_file() and path not in keep and _is_installer(path)]
        old.sort(key=lambda path: path.stat().st_mtime)
        for path in [*old[:-1], *(one for one in old[-1:] if one.name.endswith(PART))]:
            path.unlink(missing_ok=True)


def is_whole(path: Path, info: TargetFile) -> bool:
    """Whether a file is byte for byte what was signed."""
    try:
        with path.open("rb") as file:
            info.verify_length_and_hashes(file)
    except (OSError, LengthOrHashMismatchError):
        return False
    return True


def _is_installer(path: Path) -> bool:
    return path.name.removesuffix(PART).endswith((".deb", ".AppImage", ".exe"))


def _mb(size: int) -> int:
    return max(1, round(size / 1_000_000))


@contextmanager
def _said() -> Iterator[None]:
    """The library's errors as what the desk says. What went wrong in detail stands in the log."""
    try:
        yield
    except Fault:
        raise
    except ExpiredMetadataError as error:
        raise _refused("update.expired", error) from error
    except BadVersionNumberError as error:
        raise _refused("update.older", error) from error
    except (LengthOrHashMismatchError, DownloadLengthMismatchError, RepositoryError) as error:
        raise _refused("update.forged", error) from error
    except DownloadHTTPError as error:
        raise _refused("update.none_there", error) from error
    except DownloadError as error:
        if isinstance(error.__cause__, Fault):
            raise error.__cause__ from error
        raise _refused("update.none_there", error) from error
    except OSError as error:
        raise Trouble("update.disk_full", mb=1) if full(error) else Trouble("update.not_written") from error


def _refused(code: str, error: Exception) -> Refused:
    log.info("%s: %s %s", code, type(error).__name__, error)
    return Refused(code)
