"""The English catalogue: `python -m ui.catalogue` writes .ts and .qm anew from the code and the hand-written English.

English is written in `resources/translations/en/<room>.toml`, one file per room so that rooms do not get in each other's way:

    "正在打开…" = "Opening…"
    "Bar|换人" = "Switch person"        # only for the context (class) Bar; else the first line found holds for all
    "{n} 人" = ["{n} person", "{n} people"]     # one and many, where the code counts: self.tr("{n} 人", "", n).format(n=n)

The .ts is generated and never edited; a test fails when it is stale or when a Chinese text has no English.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
TS, QM = FOLDER / "gatehouse_en.ts", FOLDER / "gatehouse_en.qm"


@dataclass(frozen=True)
class Outcome:
    """missing: `Context|text` without English; unused: English that no code asks for."""

    missing: tuple[str, ...]
    unused: tuple[str, ...]


def tool(name: str) -> str:
    """lupdate and lrelease lie in PySide6's own folder."""
    import PySide6

    folder = Path(PySide6.__file__).parent
    found = [p for p in (folder / name, folder / f"{name}.exe") if p.exists()]
    return str(found[0]) if found else name


def sources() -> list[Path]:
    return sorted(p for p in (ROOT / "ui").rglob("*.py") if not p.name.startswith("texts"))


English = str | list[str]


def english() -> dict[str, English]:
    """Everything written in the folder `en`, later files do not overwrite earlier ones."""
    found: dict[str, English] = {}
    for path in sorted((FOLDER / "en").glob("*.toml")):
        for key, value in tomllib.loads(path.read_text(encoding="utf-8")).items():
            found.setdefault(key, value)
    return found


def extract(ts: Path) -> None:
    """Read the texts out of the code into a fresh .ts."""
    ts.unlink(missing_ok=True)
    paths = [str(p.relative_to(ROOT)) for p in sources()]
    command = [tool("lupdate"), *paths, "-ts", str(ts), "-source-language", "zh_CN", "-target-language", "en"]
    subprocess.run([*command, "-locations", "none", "-silent"], cwd=ROOT, check=True, capture_output=True)


def fill(ts: Path, words: dict[str, English]) -> Outcome:
    """Write the English into the .ts."""
    tree = ET.parse(ts)  # noqa: S314 - written by lupdate a moment ago
    missing, used = [], set()
    for context in tree.iterfind("context"):
        name = context.findtext("name") or ""
        for message in context.iterfind("message"):
            text = message.findtext("source") or ""
            key = next((k for k in (f"{name}|{text}", text) if k in words), "")
            target = message.find("translation")
            if target is None or not key:
                missing.append(f"{name}|{text}")
                continue
            used.add(key)
            target.attrib.pop("type", None)
            _write(target, words[key], counted=message.get("numerus") == "yes")
    ET.indent(tree, "    ")
    tree.write(ts, encoding="utf-8", xml_declaration=True)
    return Outcome(tuple(sorted(missing)), tuple(sorted(set(words) - used)))


def _write(target: ET.Element, english: English, *, counted: bool) -> None:
    """One form, or one and many where Qt chooses by the number; a single form serves for both."""
    both = [english, english] if isinstance(english, str) else english
    for old in list(target):
        target.remove(old)
    target.text = None if counted else both[-1]
    for form in both if counted else ():
        ET.SubElement(target, "numerusform").text = form


def build(folder: Path = FOLDER) -> Outcome:
    """Make gatehouse_en.ts and gatehouse_en.qm in the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    ts = folder / TS.name
    extract(ts)
    outcome = fill(ts, english())
    fresh = folder / f"{QM.name}.new"
    release = [tool("lrelease"), str(ts), "-qm", str(fresh), "-silent"]
    subprocess.run(release, check=True, capture_output=True)
    fresh.replace(folder / QM.name)  # a running program has the old one mapped into its memory
    return outcome


def main() -> int:
    outcome = build()
    for text in outcome.missing:
        sys.stdout.write(f"no English: {text}\n")
    for text in outcome.unused:
        sys.stdout.write(f"not used:   {text}\n")
    return 1 if outcome.missing else 0


if __name__ == "__main__":
    sys.exit(main())
