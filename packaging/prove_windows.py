"""`dev.py prove windows`: setup.exe and .msi under Wine in a clean Debian 13; JSON and pictures in out/prove/windows/.

What Wine lacks and Windows has (windows/wine/) is laid over the installed program only after its bytes were compared.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

import build_windows
import payload
import product
import prove_linux
import release_tools
import roots
import setup_venv
from setup_venv import ROOT
from talk import Stop, complain, say

OUT = prove_linux.OUT / "windows"
HERE = ROOT / "packaging" / "windows" / "wine"
PREFIX = "root/prefix"
C = f"{PREFIX}/drive_c"
PLACE = f"{C}/Program Files/Gatehouse Desk"
EXE, CONSOLE = r"C:\Program Files\Gatehouse Desk\gatehouse-desk.exe", r"C:\Program Files\Gatehouse Desk\gatehouse-desk-console.exe"  # fmt: skip
PACKAGES = ("wine", "wine64", "xvfb", "xauth", "procps")
ENV = {
    "WINEPREFIX": f"/{PREFIX}",
    "WINEARCH": "win64",
    "WINEDEBUG": "-all",
    "WINEDLLOVERRIDES": "mscoree,mshtml=;mscms=n",
}
# The registry is written when Wine's server ends.
WINE = 'xvfb-run -a -s "-screen 0 1366x768x24" wine "$@"; code=$?; wineserver -k; wineserver -w; exit $code'
MINE = {
    "gat-ms-win-crt-math-l1-1-0.dll",
    "icuuc.dll",
    "mscms.dll",
    "uninstall.exe",
}  # laid there by the proof, or setup
OLD = "0.0.1"
STARTS, FIRST_PAINT_MS = 5, 5000
STALE = "lib/ui/gone_long_ago.pyc"
Result = dict[str, Any]


class Proof:
    """One clean system with Wine in it, and what was found."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.result: Result = {"steps": {}}
        self.shims: dict[str, bytes] = {}

    def note(self, name: str, ok: bool, **facts: object) -> bool:
        """One step of the proof."""
        self.result["steps"][name] = {"ok": ok, **facts}
        (say if ok else complain)(f"  {'ok' if ok else 'FAILED':<7}{name}")
        return ok

    def wine(
        self, name: str, words: list[str], holds: Callable[[str], bool] = lambda said: True, timeout_s: float = 900
    ) -> str:
        """A Windows command; the step fails with its exit code or what it said."""
        began = time.monotonic()
        try:
            done = roots.inside(self.root, ["sh", "-c", WINE, "wine", *words], ENV, timeout_s, network=False)
        except subprocess.TimeoutExpired:
            self.note(name, False, said=f"stood still for {timeout_s:.0f} seconds")
            return ""
        ok = done.returncode == 0 and holds(done.stdout)
        self.note(name, ok, seconds=round(time.monotonic() - began, 1), **({} if ok else {"code": done.returncode, "said": done.stdout[-3000:]}))  # fmt: skip
        return done.stdout

    def refused(self, name: str, words: list[str]) -> None:
        """A Windows command that must say no, and leave nothing behind."""
        done = roots.inside(self.root, ["sh", "-c", WINE, "wine", *words], ENV, network=False)
        self.note(name, done.returncode != 0 and not (self.root / PLACE).exists(), code=done.returncode)

    def same_bytes(self, name: str, more: set[str]) -> None:
        """Whether what is installed is the payload, byte for byte, and nothing else."""
        installed = {key: value for key, value in payload.listing(self.root / PLACE).items() if key not in more}
        wanted = payload.listing(build_windows.FOLDER)
        wrong = sorted(key for key in installed.keys() | wanted.keys() if installed.get(key) != wanted.get(key))
        self.note(name, not wrong and bool(wanted), files=len(wanted), **({"differ": wrong[:20]} if wrong else {}))

    def overlay(self) -> None:
        """What Wine lacks, for the runs that follow."""
        place = self.root / PLACE
        with tempfile.TemporaryDirectory(prefix="gatehouse-shims-") as scratch:
            folder = Path(scratch)
            tool = [str(release_tools.ensure()), str(HERE / "math_shim.py"), str(place)]
            subprocess.run(tool, cwd=folder, check=True, capture_output=True)
            gcc = [f"{build_windows.MINGW}gcc", "-O1", "-fno-builtin", "-shared", "-static-libgcc", "-s"]
            subprocess.run(
                [*gcc, "-o", str(place / "gat-ms-win-crt-math-l1-1-0.dll"), "shim.c", "shim.def"],
                cwd=folder,
                check=True,
            )
            for name in ("icuuc", "mscms"):
                subprocess.run([*gcc, "-o", str(place / f"{name}.dll"), str(HERE / f"{name}.c")], check=True)


def run() -> int:
    """Proves the installers in dist/; 0 when everything held."""
    setup, msi = (ROOT / "dist" / f"{product.NAME}-{product.version()}-x64{end}" for end in ("-setup.exe", ".msi"))
    if not (setup.is_file() and msi.is_file() and build_windows.FOLDER.is_dir()):
        raise Stop("There are no Windows installers in dist/: python3 packaging/dev.py build windows")
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="gatehouse-wine-") as scratch:
        proof = Proof(roots.fresh("trixie", Path(scratch) / "root"))
        prepare(proof, setup, msi)
        try:
            prove_refusal(proof)
            prove_setup(proof)
            prove_msi(proof)
        finally:
            steps = proof.result["steps"]
            proof.result |= {
                "packages": [setup.name, msi.name], "ok": all(one["ok"] for one in steps.values()),
                "seconds": round(time.monotonic() - began), "never": "run on Windows itself",
            }  # fmt: skip
            (OUT / "proof.json").write_text(json.dumps(proof.result, ensure_ascii=False, indent=1), encoding="utf-8")
    say(f"{'Holds' if proof.result['ok'] else 'FAILED'} under {proof.result['wine']}; see {OUT}")
    return 0 if proof.result["ok"] else 1


def prepare(proof: Proof, setup: Path, msi: Path) -> None:
    """Wine, the installers, and one of an older version. Raises Stop."""
    say("Bringing Wine into a clean Debian 13 ...")
    for words in (
        ["apt-get", "-q", "update"],
        ["apt-get", "-q", "-y", "--no-install-recommends", "install", *PACKAGES],
    ):
        done = roots.inside(proof.root, words)
        if done.returncode != 0:
            raise Stop(f"Wine could not be installed: {done.stdout[-1500:]}")
    proof.result["wine"] = roots.inside(proof.root, ["wine", "--version"]).stdout.strip().splitlines()[-1]
    inside = proof.root / C
    proof.wine("a new Windows", ["wineboot", "-i"])
    inside.mkdir(parents=True, exist_ok=True)
    shutil.copy(setup, inside / "setup.exe")
    shutil.copy(msi, inside / "desk.msi")
    for real in sorted(prove_linux.OLDER.glob("*-setup.exe"))[:1]:
        shutil.copy(real, inside / "old.exe")
        proof.result["older"] = real.name
        return
    with tempfile.TemporaryDirectory(prefix="gatehouse-old-") as scratch:
        old = Path(scratch) / "old"
        shutil.copytree(build_windows.FOLDER, old)
        (old / STALE).write_bytes(b"old")
        shutil.copy(
            build_windows.setup_of(Path(scratch), old, OLD, Path(scratch) / "old.exe", fast=True), inside / "old.exe"
        )


def prove_refusal(proof: Proof) -> None:
    """On a Windows older than 10 1809 nothing begins. (32 bit Windows cannot start a setup.exe for 64 bit at all.)"""
    version = ["reg", "add", r"HKCU\Software\Wine", "/f", "/v", "Version", "/d"]
    build = ["reg", "add", r"HKLM\Software\Microsoft\Windows NT\CurrentVersion", "/f", "/v", "CurrentBuildNumber", "/d"]
    proof.wine("a Windows 7", [*version, "win7"])
    proof.refused("setup.exe refuses Windows 7", [r"C:\setup.exe", "/S"])
    proof.wine("the build before 1809", [*build, "17762"])  # the .msi asks the registry, setup.exe the system itself
    proof.refused(".msi refuses Windows 10 1803", ["msiexec", "/i", r"C:\desk.msi", "/qn"])
    proof.wine("a Windows 10 again", [*version, "win10"])
    proof.wine("Windows 10 1809", [*build, "17763"])


def prove_setup(proof: Proof) -> None:
    """Silent installation, use, upgrade with the data kept, removal."""
    root = proof.root
    proof.wine("install an older version", [r"C:\old.exe", "/S"])
    real = "older" in proof.result
    proof.note("the older version is there", (root / PLACE / ("lib" if real else STALE)).exists())
    if real:
        proof.overlay()
        written(proof)
    home = root / C / "users" / "root" / "AppData" / "Local" / "gatehouse-desk"
    home.mkdir(parents=True)
    (home / "kept.txt").write_text("data", encoding="utf-8")
    proof.wine("install over it", [r"C:\setup.exe", "/S", "/AUTOSTART=1"])
    proof.same_bytes("setup.exe installs the payload byte for byte", MINE if real else {"uninstall.exe"})
    proof.note("data kept over the upgrade", (home / "kept.txt").is_file())
    proof.note("in the start menu", any((root / C / "ProgramData").rglob("Gatehouse Desk.lnk")))
    said = "".join(path.read_text(encoding="utf-8", errors="replace") for path in (root / PREFIX).glob("system.reg"))
    proof.note("starts with Windows when asked", '"GatehouseDesk"=' in said and product.version() in said)
    proof.overlay()
    if real:
        kept(proof)
    use(proof)
    # `_?=` lets it work in place, so that its end is the end of the work; NSIS wants it last and without quotes.
    place = r"_?=C:\Program Files\Gatehouse Desk".split(" ")
    proof.wine("uninstall", [r"C:\Program Files\Gatehouse Desk\uninstall.exe", "/S", *place])
    left = [path.name for path in (root / PLACE).glob("*")] if (root / PLACE).exists() else []
    proof.note("nothing left but data", set(left) <= MINE and (home / "kept.txt").is_file(), left=left)
    said = (root / PREFIX / "system.reg").read_text(encoding="utf-8", errors="replace")
    menu = list((root / C / "ProgramData").rglob("Gatehouse Desk.lnk"))
    proof.note("nothing left in registry and start menu", "GatehouseDesk" not in said and not menu)
    shutil.rmtree(root / PLACE, ignore_errors=True)


def written(proof: Proof) -> None:
    """An estate written by the older version."""
    words = prove_linux.words_of(r"C:\kept", r"C:\before.csv")
    proof.wine("written by the older version", [EXE, *words["start"]])
    proof.wine("exported by the older version", [CONSOLE, *words["export"]])


def kept(proof: Proof) -> None:
    """What the older version wrote, in the hands of the newer."""
    words = prove_linux.words_of(r"C:\kept", r"C:\after.csv")
    proof.wine("data: migrate", [CONSOLE, *words["migrate"]])
    proof.wine("data: integrity", [CONSOLE, *words["integrity"]], lambda said: '"good": true' in said)
    proof.wine("data: audit", [CONSOLE, *words["audit verify"]], lambda said: '"whole": true' in said)
    proof.wine("data: export", [CONSOLE, *words["export"]])
    before, after = (prove_linux.rows(proof.root / C / f"{name}.csv") for name in ("before", "after"))
    proof.note("data: every visit", 0 < before <= after, rows=after)
    proof.wine("data: opened", [EXE, *words["start"]])


def use(proof: Proof) -> None:
    """The look at itself, the command line, a serial line, the tour in both languages with Windows' own Qt."""
    proof.wine("selftest", [EXE, "--selftest", r"C:\selftest.json"])
    _keep(proof.root / C / "selftest.json", OUT)
    starts(proof)
    proof.wine("drivers", [CONSOLE, "drivers", "list"], lambda said: "escpos" in said)
    with simulated_scanner(proof) as port:
        proof.wine(
            "a scanner answers on COM7",
            [CONSOLE, "drivers", "probe", "gm65", "--port", port],
            lambda said: '"reason": ""' in said,
        )
    for language in ("zh_CN", "en"):
        words = [EXE, "--demo", "--home", rf"C:\demo-{language}", "--lang", language, "--tour", rf"C:\tour-{language}"]
        proof.wine(f"tour {language}", words, timeout_s=1500)
        for picture in sorted((proof.root / C / f"tour-{language}").glob("*")):
            _keep(picture, OUT / language)
        proof.result[f"pictures_{language}"] = len(list((OUT / language).glob("*.png")))


def starts(proof: Proof) -> None:
    """Process start to the first painted frame, warm: the median."""
    words = [CONSOLE, "--demo", "--home", r"C:\kept", "--probe", "startup", "--camera", "off"]
    said = [proof.wine("a start", words, lambda told: "first_paint_ms" in told) for _ in range(STARTS + 1)][1:]
    told = [json.loads(line) for one in said for line in one.splitlines() if line.startswith('{"first_paint_ms"')]
    figures = (
        {name: round(median(one[name] for one in told)) for name in ("first_paint_ms", "ready_ms")} if told else {}
    )
    proof.note("starts", bool(told) and figures["first_paint_ms"] < FIRST_PAINT_MS, runs=len(told), **figures)


@contextmanager
def simulated_scanner(proof: Proof) -> Iterator[str]:
    """A GM65 played by the sources on a pseudo terminal, which Wine shows as COM7."""
    python = str(setup_venv.python_of(setup_venv.VENV))
    words = [python, "-m", "drivers", "simulate", "gm65", "--pty", "--seconds", "120"]
    child = subprocess.Popen(words, cwd=str(ROOT), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert child.stdout is not None
        told = json.loads(child.stdout.readline())
        link = proof.root / PREFIX / "dosdevices" / "com7"
        link.unlink(missing_ok=True)
        link.symlink_to(Path(str(told["port"])).resolve())  # the terminal itself, which the clean system sees too
        yield "COM7"
    finally:
        child.terminate()
        child.communicate()


def prove_msi(proof: Proof) -> None:
    """For administrators: in and out without a window."""
    proof.wine("msi installs", ["msiexec", "/i", r"C:\desk.msi", "/qn"])
    proof.same_bytes(".msi installs the payload byte for byte", set())
    proof.wine("msi removes", ["msiexec", "/x", r"C:\desk.msi", "/qn"])
    left = [path for path in (proof.root / PLACE).rglob("*") if path.is_file()] if (proof.root / PLACE).exists() else []
    proof.note("nothing left of it", not left, left=[path.name for path in left[:10]])


def _keep(file: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if file.is_file():
        shutil.copy(file, folder / file.name)
