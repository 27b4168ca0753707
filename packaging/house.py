"""The house patterns: what code of this project never contains, and what to write instead. Prints file:line and fails.

Text patterns stand here as (pattern, where it holds, what instead); those that need the syntax tree are in house_ast.py,
those about whole files in house_files.py.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

import house_ast
import house_files

ROOT = Path(__file__).resolve().parent.parent
NOT_OURS = {".git", ".venv", "__pycache__", "build", "dist", "out", ".mypy_cache", ".ruff_cache", ".hypothesis"}


@dataclass(frozen=True)
class Pattern:
    """A piece of text that must not stand in these files; `but` lists the files where it may."""

    find: re.Pattern[str]
    where: tuple[str, ...]
    instead: str
    but: tuple[str, ...] = ()

    def holds_for(self, path: str) -> bool:
        """Whether this pattern is looked for in the file (path relative to the project, with slashes)."""
        return matches(path, self.where) and not matches(path, self.but)


def matches(path: str, globs: tuple[str, ...]) -> bool:
    """Whether one of the globs fits; `*` crosses slashes."""
    return any(fnmatch(path, glob) for glob in globs)


def pattern(find: str, where: tuple[str, ...], instead: str, but: tuple[str, ...] = ()) -> Pattern:
    """A Pattern from its source text; ^ is the start of a line."""
    return Pattern(re.compile(find, re.MULTILINE), where, instead, but)


PY = ("*.py",)
# Brackets such as [D] keep a pattern from finding itself in this file.
PATTERNS = (
    pattern(
        r"#[0-9a-fA-F]{6}\b", ("ui/*.py",), "a colour outside the theme: name a token of ui/theme", ("ui/theme/*",)
    ),
    pattern(
        r"setStyleSheet\(",
        ("ui/*.py",),
        "a style sheet of its own: give the widget a role, ui/theme styles it",
        ("ui/theme/*",),
    ),
    pattern(r"\btime[.]sleep\(", ("tests/*.py",), "a sleep in a test: wait on a condition (qtbot.waitUntil, an Event)"),
    pattern(
        r"Magic[M]ock|\bmocker[.]|unittest[.]moc[k]",
        ("tests/*.py",),
        "a mock: write a fake by hand in tests/fakes, or use the real part",
    ),
    pattern(
        r"\b(TO[D]O|FIX[M]E|XX[X]|HAC[K])\b|raise NotImplemented[E]rror",
        PY,
        "something left for later: do it, or write an issue",
    ),
    pattern(
        r"# type: [i]gnore(?!\[)|# no[q]a(?!:)", PY, "an ignore that ignores everything: name the rule, e.g. [arg-type]"
    ),
    pattern(
        r"pytest[.]mark[.](skip|xfail)(?![^\n]*reason=)\b(?!if)", ("tests/*.py",), "a test set aside without reason="
    ),
    pattern(
        r"pypi[.]or[g]|pythonhosted[.]or[g]|index-ur[l]|find-link[s]|npmjs[.]or[g]",
        ("*",),
        "a registry's address or option: the machine's own configuration names it",
    ),
    pattern(
        r"(?<![\w.])/wor[k]/|/tmp/brie[f]|/roo[t]/[.]|(?<!\w)/home/[a-z]+/[.]",
        ("*",),
        "a path of one machine: use a setting or a relative path",
    ),
)


def files_of(root: Path) -> list[str]:
    """The project's files, ignored ones left out, relative to root, with slashes."""
    asked = ["git", "ls-files", "-co", "--exclude-standard", "-z"]
    try:
        listed = subprocess.run(asked, cwd=str(root), capture_output=True, check=True).stdout.decode().split("\0")
    except (OSError, subprocess.CalledProcessError):  # no git, or a checkout of another user
        found = (path.relative_to(root) for path in root.rglob("*") if path.is_file())
        listed = [path.as_posix() for path in found if not NOT_OURS & set(path.parts)]
    return sorted(name for name in set(listed) if name and (root / name).is_file())


def read_text(path: Path) -> str | None:
    """The file's text, or None for a picture, a font and the like."""
    with path.open("rb") as file:
        if b"\0" in file.read(8192):
            return None
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def find_text(path: str, text: str) -> Iterator[str]:
    """Findings of the text patterns in one file."""
    for rule in PATTERNS:
        if rule.holds_for(path):
            for hit in rule.find.finditer(text):
                yield f"{path}:{text.count(chr(10), 0, hit.start()) + 1}: {rule.instead}"


def look(root: Path = ROOT) -> list[str]:
    """Every finding in the whole project, in the order of its files."""
    found: list[str] = []
    names = files_of(root)
    for name in names:
        text = read_text(root / name)
        if text is None:
            continue
        found += find_text(name, text)
        if name.endswith(".py"):
            found += house_ast.findings(name, text)
    return found + house_files.findings(root, names)


def main() -> int:
    """Exit code 1 when anything is found."""
    found = look()
    for line in found:
        print(line)
    print(f"{len(found)} house pattern(s) broken." if found else "The house patterns hold.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
