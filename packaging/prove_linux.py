"""`dev.py prove deb|appimage`: the packages in clean Debian 12 and 13, with what they declare and nothing more.

Each leaves JSON and pictures in out/prove/: what was installed, the program's look at itself, the tour in the window's own
pictures, the hub answering, and that removing leaves nothing behind.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import build_appimage
import elf_needs
import product
import roots
from setup_venv import ROOT
from talk import Stop, complain, say

OUT = ROOT / "out" / "prove"
DIST = ROOT / "dist"
OLDER = DIST / "older"  # packages of an earlier version, when there are some: the proof upgrades from them
SERVICE = ROOT / "packaging" / "linux" / "try_hub_service.sh"
HUB = """cd /root && "$@" desk.hub serve --db /root/hub.db --port 8999 --insecure-http --json > /root/hub.json 2>/root/hub.err &
for n in $(seq 60); do [ -s /root/hub.json ] && break; sleep 0.5; done; kill $!; wait $!; cat /root/hub.json /root/hub.err"""
FOUND = """{ cat /var/lib/dpkg/info/gatehouse-desk.list; } 2>/dev/null | while read -r f; do [ -d "$f" ] || ls -d "$f" 2>/dev/null; done"""
FIRST_PAINT_MS, READY_MS = 1200, 3000  # warm, of a folder (the AppImage unpacks itself before)
Result = dict[str, Any]


def run(what: str, suites: list[str]) -> int:
    """Proves the newest package of its kind in dist/; 0 when it held everywhere."""
    package = newest(what)
    prove: Callable[[Path, Path, Path, Result], None] = prove_deb if what == "deb" else prove_appimage
    good = True
    for suite in suites or list(roots.SUITES):
        pictures = OUT / f"{what}-{suite}"
        shutil.rmtree(pictures, ignore_errors=True)
        pictures.mkdir(parents=True)
        result: Result = {"package": package.name, "system": roots.SUITES[suite], "steps": {}}
        began = time.monotonic()
        with tempfile.TemporaryDirectory(prefix="gatehouse-root-") as scratch:
            root = roots.fresh(suite, Path(scratch) / "root")
            say(f"Proving {package.name} in a clean {roots.SUITES[suite]} ...")
            shutil.copy(package, root / "root" / package.name)
            prove(root, package, pictures, result)
        result |= {
            "ok": all(step["ok"] for step in result["steps"].values()),
            "seconds": round(time.monotonic() - began),
        }
        (pictures / "proof.json").write_text(json.dumps(result, ensure_ascii=False, indent=1), encoding="utf-8")
        said = ", ".join(name for name, step in result["steps"].items() if not step["ok"])
        (say if result["ok"] else complain)(
            f"{roots.SUITES[suite]}: {'holds' if result['ok'] else 'FAILED at ' + said}; see {pictures}"
        )
        good = good and result["ok"]
    return 0 if good else 1


def newest(what: str) -> Path:
    """The package of this version that was built. Raises Stop."""
    found = list(DIST.glob(f"*{product.version()}*.{'deb' if what == 'deb' else 'AppImage'}"))
    if not found:
        raise Stop(f"There is no {what} of version {product.version()} in dist/: python3 packaging/dev.py build linux")
    return found[0]


def step(result: Result, name: str, root: Path, words: list[str], holds: Callable[[str], bool] = lambda said: True, env: Mapping[str, str] = roots.NOTHING, network: bool = True) -> str:  # fmt: skip
    """One command of the proof; what it said stays in the result when it failed."""
    began = time.monotonic()
    done = roots.inside(root, words, env, network=network)
    ok = done.returncode == 0 and holds(done.stdout)
    result["steps"][name] = {"ok": ok, "seconds": round(time.monotonic() - began, 1), **({} if ok else {"code": done.returncode, "said": done.stdout[-3000:]})}  # fmt: skip
    return done.stdout


def prove_deb(root: Path, package: Path, pictures: Path, result: Result) -> None:
    """Installed by apt with its declared packages alone, used, verified, removed."""
    step(result, "refresh", root, ["apt-get", "-q", "update"])
    apt = ["apt-get", "-q", "-y", "--no-install-recommends"]
    before = _packages(root)
    program = ["/usr/bin/gatehouse-desk"]
    older = sorted(OLDER.glob("*.deb"))[:1]
    for old in older:
        shutil.copy(old, root / "root" / old.name)
        step(result, f"install {old.name}", root, [*apt, "install", f"/root/{old.name}"])
        result["rows of the older version"] = written(result, root, program)
    step(result, "install", root, [*apt, "install", f"/root/{package.name}"])
    result["packages_added"] = sorted(_packages(root) - before)
    if older:
        kept(result, root, program)
    use(root, program, pictures, result)
    step(result, "unchanged files", root, ["dpkg", "--verify", product.NAME], lambda said: not said.strip())
    step(result, "install again", root, [*apt, "install", "--reinstall", f"/root/{package.name}"])
    shutil.copy(SERVICE, root / "root" / SERVICE.name)
    step(result, "hub as a service, its user and sandbox", root, ["sh", f"/root/{SERVICE.name}"], lambda said: said.endswith("held\n"), network=False)  # fmt: skip
    data = root / "root" / ".local" / "share"
    step(result, "remove", root, [*apt, "purge", product.NAME])
    step(result, "nothing left", root, ["sh", "-c", FOUND + "; ls -d /usr/lib/gatehouse-desk /etc/default/gatehouse-hub /usr/bin/gatehouse-desk 2>/dev/null; true"], lambda said: not said.strip())  # fmt: skip
    result["data_kept"] = data.is_dir()


def words_of(home: str, sheet: str) -> dict[str, list[str]]:
    """What writes an estate of invented people, and what looks at it afterwards."""
    demo = ["--demo", "--home", home, "--probe", "startup", "--camera", "off"]
    export = ["desk", "export", "visits", "--format", "csv", "--titles", "{}", "--out", sheet, "--home", home]
    looks = {
        name: ["desk", *name.split(), "--json", "--home", home] for name in ("migrate", "integrity", "audit verify")
    }
    return {"start": demo, "export": export, **looks}


def written(result: Result, root: Path, program: list[str]) -> int:
    """An estate written by the older version; how many visits stand in it."""
    words = words_of("/root/kept", "/root/before.csv")
    offscreen = {"QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": "/run"}
    step(
        result,
        "written by the older version",
        root,
        [*program, *words["start"]],
        lambda said: "ready_ms" in said,
        offscreen,
    )
    step(result, "exported by the older version", root, [*program, *words["export"]])
    return rows(root / "root" / "before.csv")


def kept(result: Result, root: Path, program: list[str]) -> None:
    """What the older version wrote, in the hands of the newer: brought up to date, whole, and every visit there."""
    words = words_of("/root/kept", "/root/after.csv")
    offscreen = {"QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": "/run"}
    step(result, "data: migrate", root, [*program, *words["migrate"]])
    step(result, "data: integrity", root, [*program, *words["integrity"]], lambda said: '"good": true' in said)
    step(result, "data: audit", root, [*program, *words["audit verify"]], lambda said: '"whole": true' in said)
    step(result, "data: export", root, [*program, *words["export"]])
    result["steps"]["data: every visit"] = {"ok": 0 < result["rows of the older version"] <= rows(root / "root" / "after.csv")}  # fmt: skip
    step(result, "data: opened", root, [*program, *words["start"]], lambda said: "ready_ms" in said, offscreen)


def rows(sheet: Path) -> int:
    """Lines of an exported sheet; 0 when there is none."""
    return len(sheet.read_bytes().splitlines()) if sheet.is_file() else 0


def prove_appimage(root: Path, package: Path, pictures: Path, result: Result) -> None:
    """On a system that has what every desktop has, with FUSE and without."""
    step(result, "refresh", root, ["apt-get", "-q", "update"])
    there = []
    for line in elf_needs.depends(DIST / product.NAME):
        names = [one.split()[0] for one in line.split("|")]
        there += [name for name in names if roots.inside(root, ["apt-cache", "show", name]).returncode == 0][:1]
    step(result, "libraries of a desktop", root, ["apt-get", "-q", "-y", "--no-install-recommends", "install", *there])
    result["libraries"] = there
    image = f"/root/{package.name}"
    step(result, "offset", root, [image, "--appimage-offset"], lambda said: said.strip().isdigit())
    begun = package.read_bytes()[: build_appimage.MAGIC_AT + 3]
    result["steps"]["magic"] = {"ok": begun.endswith(build_appimage.MAGIC)}
    use(root, [image], pictures, result, {"APPIMAGE_EXTRACT_AND_RUN": "1"})
    step(result, "mounted by FUSE", root, [image, "--selftest", "/root/fuse.json"])
    step(
        result,
        "tidy",
        root,
        ["sh", "-c", "ls -d /tmp/.mount_gatehouse* 2>/dev/null; true"],
        lambda said: not said.strip(),
    )


def use(root: Path, program: list[str], pictures: Path, result: Result, env: Mapping[str, str] = roots.NOTHING) -> None:
    """What a person and a technician do with it: the look at itself, the command line, the hub, the tour in both languages."""
    step(result, "selftest", root, [*program, "--selftest", "/root/selftest.json"], env=env)
    _keep(root / "root" / "selftest.json", pictures)
    told = step(result, "starts", root, [*program, "desk", "bench", "startup", "--runs", "5"], in_time, {"QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": "/run", **env})  # fmt: skip
    result["starts"] = warm(told)
    step(result, "drivers", root, [*program, "drivers", "list"], lambda said: "escpos" in said, env=env)
    step(result, "hub", root, ["sh", "-c", HUB, "hub", *program], lambda said: '"code"' in said, env=env)
    for language in ("zh_CN", "en"):
        words = [
            *program,
            "--demo",
            "--home",
            f"/root/{language}",
            "--lang",
            language,
            "--tour",
            f"/root/tour-{language}",
        ]
        step(
            result,
            f"tour {language}",
            root,
            words,
            env={"QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": "/run", **env},
        )
        for picture in sorted((root / "root" / f"tour-{language}").glob("*")):
            _keep(picture, pictures / language)
        result[f"pictures_{language}"] = len(list((pictures / language).glob("*.png")))


def warm(told: str) -> dict[str, float]:
    """The medians of warm starts, of what `desk bench startup` told; {} when it told none."""
    lines = [json.loads(line) for line in told.splitlines() if line.startswith('{"bench": "startup"')]
    return dict(lines[-1]["warm"]) if lines else {}


def in_time(told: str) -> bool:
    """Whether the medians keep the limits."""
    found = warm(told)
    return bool(found) and found["first_paint_ms_median"] < FIRST_PAINT_MS and found["ready_ms_median"] < READY_MS


def _keep(file: Path, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if file.is_file():
        shutil.copy(file, folder / file.name)


def _packages(root: Path) -> set[str]:
    return set(roots.inside(root, ["dpkg-query", "-W", "-f", "${Package}\n"]).stdout.split())
