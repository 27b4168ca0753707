"""Each house pattern catches a planted violation and leaves clean code alone; the project itself is clean of stray files."""

import subprocess
from pathlib import Path

import house
import house_ast
import house_files
import pytest

DOC = '"""What it is for."""\n'

# Words are put together here so that the patterns do not find their own examples.
PLANTED = [
    ("ui/pages/today/view.py", 'COLOUR = "#' + '12ab34"\n', "theme"),
    ("ui/widgets/card.py", "w.setStyle" + 'Sheet("")\n', "ui/theme styles"),
    ("tests/core/test_x.py", "import time\ntime.sle" + "ep(1)\n", "wait on a condition"),
    ("tests/core/test_x.py", "from unittest.mo" + "ck import patch\n", "fake by hand"),
    ("tests/core/test_x.py", "x = Magic" + "Mock()\n", "fake by hand"),
    ("tests/core/test_x.py", "@pytest.mark.sk" + "ip\n", "set aside"),
    ("desk/core/x.py", "# TO" + "DO: later\n", "left for later"),
    ("drivers/x.py", "raise NotImplemented" + "Error\n", "left for later"),
    ("desk/core/x.py", "x = 1  # type: ig" + "nore\n", "name the rule"),
    ("desk/core/x.py", "x = 1  # no" + "qa\n", "name the rule"),
    ("README.md", "pip install --index-u" + "rl https://example.org\n", "registry"),
    ("packaging/locked.txt", "https://py" + "pi.org/simple\n", "registry"),
    (".ci/run", "cd /wo" + "rk/main\n", "path of one machine"),
    ("desk/core/x.py", "try:\n    f()\nexcept Exception:\n    pass\n", "broad except"),
    ("desk/core/x.py", "try:\n    f()\nexcept:\n    pass\n", "broad except"),
    ("ui/x.py", "try:\n    f()\nexcept Exception as e:\n    raise Trouble(1) from e\n", "broad except"),
    ("ui/x.py", "try:\n    f()\nexcept (OSError, BaseException) as e:\n    g(e)\n", "broad except"),
    ("ui/x.py", 'self.tr(f"{n} guests")\n', "never matched"),
    ("ui/x.py", "x = f\"{self.tr('guests')}: {n}\"\n", "never extracted"),
    ("desk/reception/rules.py", "print(1)\n", "logger"),
    ("desk/core/x.py", "x = 1\n" * 401, "at most 400"),
    ("desk/core/x.py", "def f():\n" + "    x = 1\n" * 50, "at most 50"),
    ("tests/core/test_x.py", "def test_nothing():\n    f()\n", "asserts nothing"),
    ("drivers/x.py", "x = 1\n" * 6, "begin with a docstring"),
    ("desk/core/x.py", "def (:\n", "does not parse"),
    ("desk/reception/page.py", "from sqlalchemy import select\n", "SQLAlchemy belongs"),
    ("ui/app.py", "import sqlalchemy.exc\n", "SQLAlchemy belongs"),
    ("desk/people/rules_names.py", "import sqlalchemy\n", "rules are pure"),
    ("desk/devices/service.py", "import serial\n", "belong in drivers"),
    ("desk/people/reads.py", "import urllib.request\n", "speak HTTP"),
    ("ui/pages/today/presenter.py", "from PySide6.QtCore import QObject\n", "know no Qt"),
    ("ui/pages/today/model.py", "import PySide6\n", "know no Qt"),
    ("ui/pages/today/view.py", "from desk.reception import service\n", "a view imports a service"),
    ("ui/pages/today/view.py", "from desk.reception.service_groups import admit\n", "a view imports a service"),
]
CLEAN = [
    ("ui/theme/tokens.py", 'COLOUR = "#' + '12ab34"\n'),
    ("ui/theme/sheet.py", "w.setStyle" + 'Sheet("")\n'),
    ("drivers/line.py", "try:\n    f()\nexcept Exception:\n    log()\n"),
    ("desk/core/lanes.py", "try:\n    f()\nexcept BaseException:\n    log()\n"),
    ("desk/core/x.py", "try:\n    f()\nexcept (OSError, ValueError):\n    log()\n"),
    ("desk/core/x.py", "try:\n    f()\nexcept BaseException:\n    tidy()\n    raise\n"),
    ("desk/core/x.py", "try:\n    f()\nexcept NotImplemented" + "Error:\n    g()\n"),
    ("ui/x.py", 'self.tr("{n} guests").format(n=n)\n'),
    ("ui/x.py", 'x = f"{text}: {n}"\n'),
    ("drivers/__main__.py", "print(1)\n"),
    ("desk/core/x.py", "x = 1  # type: ignore[arg-type]\ny = 2  # noqa: S101\n"),
    ("desk/core/x.py", DOC + "x = 1\n" * 399),
    ("desk/core/x.py", DOC + "def f():\n" + "    x = 1\n" * 49),
    ("tests/core/test_x.py", "def test_it():\n    assert f()\n"),
    ("tests/core/test_x.py", "def test_it():\n    with pytest.raises(ValueError):\n        f()\n"),
    ("tests/core/test_x.py", "def same(a):\n    assert a\n\n\ndef test_it():\n    same(f())\n"),
    ("tests/core/test_x.py", "def test_it(qtbot):\n    qtbot.waitUntil(f)\n"),
    ("tests/core/test_x.py", '@pytest.mark.skipif(True, reason="no compiler")\ndef test_it():\n    assert f()\n'),
    ("desk/people/reads.py", "from sqlalchemy import select\n"),
    ("desk/reception/service_groups.py", "import sqlalchemy\n"),
    ("drivers/line.py", "import serial\n"),
    ("ui/pages/today/view.py", "from PySide6.QtWidgets import QWidget\n"),
    ("ui/pages/today/presenter.py", "from desk.reception import service\n"),
    ("README.md", "See https://docs.example.org/work/ and ./work/notes\n"),
]


def findings(path: str, text: str) -> list[str]:
    in_tree = house_ast.findings(path, text) if path.endswith(".py") else []
    return [*house.find_text(path, text), *in_tree]


@pytest.mark.parametrize(("path", "text", "word"), PLANTED, ids=[f"{p[0]}-{p[2]}" for p in PLANTED])
def test_a_planted_violation_is_found_with_its_place(path: str, text: str, word: str) -> None:
    found = [line for line in findings(path, text) if word in line]
    assert len(found) == 1
    assert found[0].startswith(f"{path}:")


@pytest.mark.parametrize(("path", "text"), CLEAN)
def test_clean_code_passes(path: str, text: str) -> None:
    assert findings(path, text) == []


def test_the_line_of_a_finding_is_right() -> None:
    text = DOC + "\n\nx = 1\n# FIX" + "ME now\n"
    assert [line.split(":")[1] for line in house.find_text("desk/x.py", text)] == ["5"]


def test_every_text_pattern_and_import_rule_has_a_planted_example() -> None:
    found = [line for path, text, _ in PLANTED for line in findings(path, text)]
    for instead in [rule.instead for rule in (*house.PATTERNS, *house_ast.IMPORTS)]:
        assert any(instead in line for line in found), instead


PYPROJECT = """[project]
dependencies = ["PySide6-Addons==6.9.3", "numpy>=2"]
[project.optional-dependencies]
dev = ["pytest>=9"]
devices = ["hidapi==0.15.0"]
"""


def locked(*pins: str) -> str:
    return "".join(f"{pin} \\\n    --hash=sha256:{'0' * 64}\n" for pin in pins)


RUN = ("pyside6-addons==6.9.3", "numpy==2.4.6 ; python_full_version < '3.12'", "hidapi==0.15.0")


def test_fitting_lock_files_pass() -> None:
    assert house_files.lock_findings(PYPROJECT, locked(*RUN), locked(*RUN, "pytest==9.2.0")) == []


@pytest.mark.parametrize(
    ("run", "dev", "word"),
    [
        (locked(*RUN[:1]), locked(*RUN, "pytest==9.2.0"), "numpy of pyproject.toml is not locked"),
        (locked(*RUN[:2]), locked(*RUN, "pytest==9.2.0"), "hidapi of pyproject.toml is not locked"),
        (locked(*RUN), locked(*RUN), "pytest of pyproject.toml is not locked"),
        (locked(*RUN), locked(RUN[0], "numpy==2.5.5", RUN[2], "pytest==9.2.0"), "numpy==2.4.6"),
        ("numpy==2.4.6\n" + locked(*RUN), locked(*RUN, "pytest==9.2.0"), "has no hash"),
        ("--pre\n" + locked(*RUN), locked(*RUN, "pytest==9.2.0"), "option in a lock file"),
        (locked(*RUN) + "# https://example.org\n", locked(*RUN, "pytest==9.2.0"), "address"),
    ],
)
def test_a_lock_file_that_does_not_fit_is_found(run: str, dev: str, word: str) -> None:
    found = house_files.lock_findings(PYPROJECT, run, dev)
    assert any(word in line for line in found), found


def test_the_projects_own_lock_files_fit() -> None:
    texts = [(house.ROOT / name).read_text(encoding="utf-8") for name in ("pyproject.toml", *house_files.LOCKS)]
    assert house_files.lock_findings(*texts) == []


def test_packaging_may_never_become_a_package(tmp_path: Path) -> None:
    assert "hides" in house_files.findings(tmp_path, ["packaging/__init__.py"])[0]
    assert not (house.ROOT / "packaging" / "__init__.py").exists()


def test_look_reads_a_whole_tree_and_skips_pictures(tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "x.py").write_text("# HA" + "CK\n", encoding="utf-8")
    (tmp_path / "picture.png").write_bytes(b"\0/wo" + b"rk/\0")
    (tmp_path / "old.csv").write_bytes("门岗".encode("gb18030"))
    assert [line.split(":")[0] for line in house.look(tmp_path)] == ["desk/x.py"]


def test_ignored_files_are_left_out_when_git_knows_the_tree(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    (tmp_path / ".gitignore").write_text("out/\n", encoding="utf-8")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "x.py").write_text("# HA" + "CK\n", encoding="utf-8")
    assert house.files_of(tmp_path) == [".gitignore"]
