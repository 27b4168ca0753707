"""Where updates come from: a folder (a stick) or an address. Nothing that is read here is believed: see trusted.py."""

from __future__ import annotations

import errno
import time
from collections.abc import Callable, Generator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
from tuf.api.exceptions import DownloadHTTPError
from tuf.ngclient.fetcher import FetcherInterface

from desk.core.errors import Refused, Trouble

BASE = "updates:///"  # what the library is told; only what stands behind it is used
CHUNK = 1 << 18
ANSWER_S = 20.0  # without a byte
PATIENCE_S = 60.0  # then the line must have carried SLOWEST bytes a second since its beginning
SLOWEST = 2048
LOOPBACK = ("127.0.0.1", "::1", "localhost")
REDIRECTS = 4

Pieces = Generator[bytes, None, None]


class Source(FetcherInterface):
    """`open` gives a file from a byte on; `_fetch` is how the library asks."""

    def open(self, path: str, start: int = 0) -> tuple[int, Pieces]:
        """(the byte it really begins with, pieces). Raises DownloadHTTPError 404 when it is not there, or Trouble."""
        raise DownloadHTTPError("absent", 404)

    def _fetch(self, url: str) -> Pieces:
        return self.open(url.removeprefix(BASE))[1]


class FolderSource(Source):
    """A folder with `metadata` and `targets`, as the publisher's command makes it. Raises Refused for any other."""

    def __init__(self, folder: Path) -> None:
        found = [one for one in (folder, folder / "updates", folder / "gatehouse-updates") if is_repository(one)]
        if not found:
            raise Refused("update.none_here", folder=folder.name or str(folder))
        self._base = found[0].resolve()

    def open(self, path: str, start: int = 0) -> tuple[int, Pieces]:
        where = (self._base / path).resolve()
        if not where.is_relative_to(self._base) or (not where.is_file() and self._base.is_dir()):
            raise DownloadHTTPError("absent", 404)
        return start, self._pieces(where, start)

    def _pieces(self, where: Path, start: int) -> Pieces:
        try:
            with where.open("rb") as file:
                file.seek(start)
                while piece := file.read(CHUNK):
                    yield piece
        except OSError as error:  # pulled in the middle, or worn out
            raise Trouble("update.broken_off") from error


class HttpSource(Source):
    """An https address (plain http only to this computer itself). clock: seconds that never go back."""

    def __init__(
        self, address: str, clock: Callable[[], float] = time.monotonic, patience_s: float = PATIENCE_S, answer_s: float = ANSWER_S
    ) -> None:  # fmt: skip
        parts = urlsplit(address)
        self._check(parts.scheme, parts.hostname or "")
        self._base = address.rstrip("/") + "/"
        self._clock, self._patience_s = clock, patience_s
        self._answer_s = answer_s

    @staticmethod
    def _check(scheme: str, host: str) -> None:
        """Also of what a mirror sends us on to."""
        if not host or (scheme != "https" and not (scheme == "http" and host in LOOPBACK)):
            raise Refused("update.address")

    def open(self, path: str, start: int = 0) -> tuple[int, Pieces]:
        client = httpx.Client(
            timeout=httpx.Timeout(self._answer_s), follow_redirects=True, max_redirects=REDIRECTS,
            headers={"Accept-Encoding": "identity", "User-Agent": "gatehouse-desk"},
            event_hooks={"request": [lambda asked: self._check(asked.url.scheme, asked.url.host)]},
        )  # fmt: skip
        try:
            answer = self._answer(client, path, start)
        except BaseException:
            client.close()
            raise
        partial = answer.status_code == 206 and answer.headers.get("Content-Range", "").startswith(f"bytes {start}-")
        return (start if partial else 0), self._pieces(client, answer)

    def _answer(self, client: httpx.Client, path: str, start: int) -> httpx.Response:
        headers = {"Range": f"bytes={start}-"} if start else {}
        try:
            answer = client.send(client.build_request("GET", self._base + path, headers=headers), stream=True)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise Trouble("update.unreachable") from error
        if answer.status_code in (200, 206):
            return answer
        answer.close()
        if answer.status_code in (403, 404, 410):
            raise DownloadHTTPError("absent", 404)
        raise Trouble("update.unreachable")

    def _pieces(self, client: httpx.Client, answer: httpx.Response) -> Pieces:
        began, got = self._clock(), 0
        try:
            for piece in answer.iter_raw():  # as they come: a size to gather would hide a drip
                got += len(piece)
                yield piece
                took = self._clock() - began
                if took > self._patience_s and got < took * SLOWEST:
                    raise Trouble("update.too_slow")
        except httpx.HTTPError as error:
            raise Trouble("update.broken_off") from error
        finally:
            answer.close()
            client.close()


def is_repository(folder: Path) -> bool:
    """Whether a folder looks like one with updates; says nothing about whether they are good."""
    try:
        return (folder / "metadata" / "timestamp.json").is_file()
    except OSError:
        return False


def source_of(place: str) -> Source:
    """From an address or the path of a folder. Raises Refused (`update.none_here`, `update.address`)."""
    return HttpSource(place) if "://" in place else FolderSource(Path(place))


def full(error: OSError) -> bool:
    return error.errno in (errno.ENOSPC, errno.EDQUOT)


__all__ = ["BASE", "FolderSource", "HttpSource", "Source", "full", "is_repository", "source_of"]
