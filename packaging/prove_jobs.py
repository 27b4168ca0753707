"""Tries every piece of work that the program starts as a process of its own, on a made-up estate.

A build that opens its window may still lack what only such a process loads (a writer of sheets, a plug-in for PDF); nobody
would notice before a volunteer does. The words are those the pages start their processes with.
"""

from __future__ import annotations

import json
import os
import signal
import ssl
import subprocess
import tempfile
import urllib.request
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import launch
from talk import complain, say

LIMIT_S = 180.0
LABELS = 30  # two pages of them
SITE = timezone(timedelta(hours=8))  # the clock the made-up estate goes by
PEOPLE = 10_000  # rows enough to be stopped while they are read
HEAD = "姓名,楼栋,单元,房号,电话\n"
TITLES = json.dumps({"name": "姓名", "places": "地址", "phone": "电话"})
Line = dict[str, Any]


@dataclass(frozen=True)
class Job:
    """One process: its arguments, what stands on its input, what must be true of the lines it told."""

    name: str
    words: tuple[str, ...]
    good: Callable[[list[Line]], bool]
    stdin: str = ""


def prove(program: Sequence[str]) -> bool:
    """Whether every job of the program (its command) ends well; says which do not."""
    say("Trying every job that the program starts as a process of its own ...")
    with tempfile.TemporaryDirectory(prefix="gatehouse-") as scratch:
        env = launch.offscreen(os.environ, Path(scratch))
        folder = Path(scratch) / "jobs"
        folder.mkdir()
        tried = [_try(program, job, folder, env) for job in jobs(folder)]
        if os.name == "posix":
            tried.append(_stopped(program, folder, env))
        tried.append(_served(program, folder, env))
    if all(tried):
        say(f"All {len(tried)} jobs do their work.")
    return all(tried)


def jobs(folder: Path) -> Iterator[Job]:
    """In the order in which they must run: the estate first, then what reads it and what writes to it."""
    home = ("--home", str(folder / "home"))
    yield Job("estate", ("--demo", "--probe", "startup", "--camera", "off", *home), lambda told: "ready_ms" in told[-1])
    yield Job("labels", ("--job", "labels"), lambda told: _labels(told, folder), _order(folder))
    for kind in ("visits", "people", "audit"):
        for form in ("csv", "xlsx"):
            yield _export(kind, form, folder, home)
    few = folder / "few.csv"
    few.write_text(HEAD + "欧阳试,901,1,101,10400000001\n慕容试,901,1,102,10400000002\n", encoding="gb18030")
    for more, name in ((("--dry-run",), "try the import"), ((), "import")):
        words = ("desk", "import-people", str(few), "--json", "--progress", *more, *home)
        yield Job(name, words, lambda told: told[-1]["report"]["people_new"] == 2)
    sheet = str(folder / "people.xlsx")  # masked names are refused, but the sheet was read
    words = ("desk", "import-people", sheet, "--json", "--progress", "--dry-run", *home)
    yield Job("try the import of a workbook", words, lambda told: told[-1]["report"]["rows"] > PEOPLE // 2)
    yield Job("audit", ("desk", "audit", "verify", "--json", *home), lambda told: told[-1]["whole"] is True)
    yield Job("integrity", ("desk", "integrity", "--json", *home), lambda told: told[-1]["good"] is True)
    copy = ("desk", "backup", str(folder / "kept"), "--json", *home)
    yield Job("backup", copy, lambda told: any((folder / "kept").iterdir()))
    yield Job("doctor", ("desk", "doctor", "--json", *home), _asked)
    probe = ("drivers", "probe", "hid_pos", "--port", "hid:0000:0000:none")
    yield Job("library of scanners", probe, lambda told: told[-1]["reason"] == "port_gone")  # and not library_missing
    if os.name == "nt":
        probe = ("drivers", "probe", "pcsc", "--port", "pcsc:none")
        yield Job("library of card readers", probe, lambda told: told[-1]["reason"] != "library_missing")
    yield Job("bench", ("desk", "bench", "labels", "--codes", str(LABELS)), _bench)
    month = f"{datetime.now(SITE):%Y-%m}"  # the one the estate has published; near its end nothing may be left to plan
    words = ("desk", "generate-roster", month, "--json", "--progress", *home)
    yield Job("generate a roster", words, _roster)
    one = ("desk", "bench", "roster", "--seeds", "1", "--no-best")  # whatever day it is: the solver itself at work
    yield Job("bench of the roster", one, lambda told: told[-1]["proven"] + told[-1]["rules_broken"] == 1)
    hub = ("--json", "--db", str(folder / "hub.db"))
    yield Job("account of a hub", ("desk.hub", "user", "add", "admin", *hub), lambda told: bool(told[-1]["password"]))
    kept = str(folder / "hub-copy.db")
    yield Job("backup of a hub", ("desk.hub", "backup", kept, *hub), lambda told: told[-1]["bytes"] > 0)
    names = ("desk.hub", "certificate", "127.0.0.1", "--out", str(folder), "--json")
    yield Job("certificate of a hub", names, lambda told: len(told[-1]["pin"]) == 64)


def _export(kind: str, form: str, folder: Path, home: tuple[str, ...]) -> Job:
    path = folder / f"{kind}.{form}"
    words = ("desk", "export", kind, "--format", form, "--out", str(path), "--titles", TITLES, "--progress-json", *home)
    return Job(f"export {kind} as {form}", words, lambda told: _table(path, form, int(told[-1]["rows"])))


def _order(folder: Path) -> str:
    """What ui/paper/labels_job.py reads; the codes are nobody's."""
    sheet = {"columns": 3, "rows": 8, "margin_x": 8.0, "margin_y": 10.0}
    labels = [[f"GHTEST{n}", f"S-{n}", "试一栋", "试"] for n in range(LABELS)]
    where = {"path": str(folder / "labels.pdf"), "estate": "测试苑", "phone_line": "10400000000"}
    return json.dumps({**where, **sheet, "labels": labels})


def _labels(told: list[Line], folder: Path) -> bool:
    written = (folder / "labels.pdf").read_bytes()
    return told[-1] == {"written": True} and told[-2]["done"] == LABELS and written.startswith(b"%PDF")


def _table(path: Path, form: str, rows: int) -> bool:
    if form == "xlsx":
        with zipfile.ZipFile(path) as book:
            return rows > 0 and book.testzip() is None and "xl/workbook.xml" in book.namelist()
    return rows > 0 and path.read_bytes().startswith(b"\xef\xbb\xbf") and path.read_text("utf-8").count("\n") > rows


def _asked(told: list[Line]) -> bool:
    """The doctor itself starts the program once more, for the cameras."""
    found = {str(line["subject"]): str(line["state"]) for line in told}
    return found["cameras"] != "could not be asked"


def _bench(told: list[Line]) -> bool:
    return bool(told[-1]["bench"] == "labels" and told[-1]["labels"] == LABELS)


def _roster(told: list[Line]) -> bool:
    """Steps on the way, and at the end a roster in which everybody of the team is counted."""
    roster = told[-1]["roster"]
    return "progress" in told[0] and bool(roster["counts"]) and len(roster["cells"]) == roster["filled"]


def _try(program: Sequence[str], job: Job, folder: Path, env: dict[str, str]) -> bool:
    try:
        done = subprocess.run(
            [*program, *job.words], cwd=folder, env=env, input=job.stdin.encode(), capture_output=True,
            check=False, timeout=LIMIT_S,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        complain(f"The job `{job.name}` stood still; it was ended after {LIMIT_S:.0f} seconds.")
        return False
    try:
        # The doctor and an import say with 1 that they found something; what they told is what counts.
        if done.returncode in (0, 1) and job.good([json.loads(line) for line in done.stdout.splitlines()]):
            return True
    except (OSError, ValueError, LookupError, TypeError, zipfile.BadZipFile) as error:
        complain(f"({type(error).__name__} when looking at what it told)")
    _tell(job.name, done.returncode, done.stdout, done.stderr)
    return False


def _stopped(program: Sequence[str], folder: Path, env: dict[str, str]) -> bool:
    """An import that is stopped as the window stops it says so itself."""
    many = folder / "many.csv"
    rows = (f"试{n},902,1,{101 + n % 50},104{n:08d}\n" for n in range(PEOPLE))
    many.write_text(HEAD + "".join(rows), encoding="utf-8")
    words = ["desk", "import-people", str(many), "--json", "--progress", "--home", str(folder / "home")]
    child = subprocess.Popen(
        [*program, *words], cwd=folder, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )  # fmt: skip
    assert child.stdout is not None
    try:
        child.stdout.readline()
        child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=LIMIT_S)
    except subprocess.TimeoutExpired:
        child.kill()
        out, err = child.communicate()
    if child.returncode == 1 and b"people.import_cancelled" in err:
        return True
    _tell("stop an import", child.returncode, out, err)
    return False


def _served(program: Sequence[str], folder: Path, env: dict[str, str]) -> bool:
    """A hub that serves with its own certificate, and gives a desk its code, as an operator without Python starts it."""
    hub = ("--db", str(folder / "hub.db"), "--json")
    words = ["desk.hub", "serve", "--port", "0", "--cert", "hub-cert.pem", "--key", "hub-key.pem", *hub]
    child = subprocess.Popen(
        [*program, *words], cwd=folder, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )  # fmt: skip
    assert child.stdout is not None
    told = json.loads(child.stdout.readline() or b"{}")
    good = False
    if told:
        context = ssl.create_default_context(cafile=folder / "hub-cert.pem")
        with urllib.request.urlopen(
            f"https://127.0.0.1:{told['port']}/healthz", timeout=LIMIT_S, context=context
        ) as answer:
            good = answer.status == 200 and "code" in told
    child.terminate()
    out, err = child.communicate(timeout=LIMIT_S)
    if not good:
        _tell("serve a hub", child.returncode, out, err)
    return good


def _tell(name: str, code: int, out: bytes, err: bytes) -> None:
    complain(f"The job `{name}` did not do its work (exit code {code}); it told:")
    complain(out.decode(errors="replace")[-1000:] + err.decode(errors="replace")[-2000:])
