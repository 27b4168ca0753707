"""The page's own files: every word there in both languages, colours as the desk's and readable, nothing from elsewhere."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from desk.hub import effects, incoming, rights
from desk.hub.admin_pages import FOLDER, POLICY, TYPES, load
from desk.wire.kinds_list import KINDS

ROOT = Path(__file__).resolve().parents[3]
SCRIPTS = {path.name: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.js"))}
STYLE = (FOLDER / "app.css").read_text(encoding="utf-8")
WORDS = {
    key: (zh, en)
    for key, zh, en in re.findall(
        r'^  "([\w. ]+)": \["((?:[^"\\]|\\.)*)", "((?:[^"\\]|\\.)*)"\],$', SCRIPTS["texts.js"], re.M
    )
}
# Keys that are put together: what comes before the dot is in the script, what comes after from the hub.
MADE_UP = (
    "state.",
    "role.",
    "task.",
    "reason.",
    "kind.",
    "who.",
    "do.",
    "code.",
    "desk.order.",
    "notice.until.",
    "span.",
    "clock.",
)
# Modules whose refusals an administrator or officer may come to see.
SPEAKING = ("admin_*.py", "accounts.py", "places.py", "notices.py", "sheet.py", "db.py")
NOT_HERE = {"place.which_district", "hub.database_url"}  # said on the command line


def test_every_word_is_there_in_both_languages() -> None:
    assert len(WORDS) == SCRIPTS["texts.js"].count('": ["')
    for key, (zh, en) in WORDS.items():
        assert zh, key
        assert en, key
        assert set(re.findall(r"\{\w+\}", zh)) == set(re.findall(r"\{\w+\}", en)), key
        assert not re.search("[\u4e00-\u9fff]", en) or key == "other_language", key


def test_every_word_that_is_used_is_there_and_the_other_way_round() -> None:
    other = "".join(text for name, text in SCRIPTS.items() if name != "texts.js")
    used = set(re.findall(r"\"([a-z_]+(?:\.[\w]+)*)\"", other)) | set(
        re.findall(r"\bt\(\"([\w.]+)\"", other + SCRIPTS["texts.js"])
    )
    asked = set(re.findall(r"\bt\(\"([\w.]+)\"", other)) | {
        key for key in used if key.split(".")[0] in ("col", "desk", "nav") and "." in key
    }
    assert asked <= set(WORDS) | {"desk.order"}, asked - set(WORDS)
    idle = {key for key in WORDS if key not in used and not key.startswith(MADE_UP)}
    assert idle == set()


def test_every_refusal_has_its_sentence() -> None:
    codes = {
        "page.no_line",
        "page.bug",
        "enrol.many_codes",
        "device.unknown",
        "device.act",
        "admin.http_404",
        "admin.http_405",
    }
    for pattern in SPEAKING:
        for path in (ROOT / "desk" / "hub").glob(pattern):
            text = path.read_text(encoding="utf-8")
            codes |= set(re.findall(r"(?:Refused|Trouble)\(\"([a-z_.0-9]+)\"", text))
            codes |= set(re.findall(r"(?:Denied\(\d+|failure\([^,]+, \d+), \"([a-z_.0-9]+)\"", text))
            codes |= set(re.findall(r"now_ms, \"([a-z]+\.[a-z_]+)\", (?:\*subjects|subject)", text))
    assert len(codes) > 30
    assert {f"code.{code}" for code in codes - NOT_HERE} - set(WORDS) == set()


def test_every_kind_of_record_and_every_act_has_a_word() -> None:
    assert {f"kind.{kind.name}" for kind in KINDS} - set(WORDS) == set()
    acts = set()
    for path in (ROOT / "desk" / "hub").glob("*.py"):
        acts |= set(re.findall(r"\baudit\([^)]*?\"([a-z]+\.[a-z_]+)\"", path.read_text(encoding="utf-8")))
    assert len(acts) > 12
    assert {f"do.{act}" for act in acts} - set(WORDS) == set()


def schemes() -> dict[str, dict[str, str]]:
    """Scheme -> name -> colour, as the style declares them."""
    blocks = re.findall(r":root \{(.*?)\}", STYLE, re.S)
    return {
        name: dict(re.findall(r"--([a-z-]+): #([0-9a-f]{6})", block))
        for name, block in zip(("light", "dark", "contrast"), blocks, strict=True)
    }


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_the_colours_are_the_desks(scheme: str) -> None:
    tokens = tomllib.loads((ROOT / "resources/theme/tokens.toml").read_text(encoding="utf-8"))["scheme"][scheme]
    for name, colour in schemes()[scheme].items():
        assert colour == tokens[name.replace("-", "_")].lower(), name


@pytest.mark.parametrize(("scheme", "least"), [("light", 4.5), ("dark", 4.5), ("contrast", 7.0)])
def test_text_can_be_read(scheme: str, least: float) -> None:
    colours = schemes()[scheme]
    pairs = [(ink, ground) for ink in ("ink", "muted") for ground in ("bg", "card", "sunk")]
    pairs += [(state, f"{state}-bg") for state in ("ok", "warn", "bad", "info")]
    pairs += [
        ("on-accent", "accent"),
        ("on-bad", "bad"),
        ("accent", "card"),
        ("accent", "tint"),
        ("bad", "card"),
        ("warn", "card"),
    ]
    for ink, ground in pairs:
        assert contrast(colours[ink], colours[ground]) >= least, (ink, ground)
    for edge in ("edge", "focus"):
        assert contrast(colours[edge], colours["card"]) >= 3, edge


def contrast(one: str, other: str) -> float:
    """WCAG 2.2: relative luminances of two colours."""
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_colours_stand_in_the_schemes_alone() -> None:
    rules = re.sub(r":root \{.*?\}", "", STYLE, flags=re.S)
    assert set(re.findall(r"#[0-9a-f]{3,8}\b", rules)) == {"#ffffff"}  # the paper of a QR is white in every scheme
    assert not any(re.search(r"#[0-9a-f]{6}\b", text) for text in SCRIPTS.values())


def test_nothing_comes_from_elsewhere_and_nothing_is_inline() -> None:
    for path in FOLDER.iterdir():
        text = path.read_text(encoding="utf-8")
        found = set(re.findall(r"https?://[^\s\"'`)>$]+", text)) - {
            "http://www.w3.org/2000/svg",
            "https://tabler.io/icons",
        }
        assert not found, (path.name, found)
    page = (FOLDER / "index.html").read_text(encoding="utf-8")
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)", page)
    assert "innerHTML" not in "".join(SCRIPTS.values())
    assert "'unsafe" not in POLICY


def test_every_file_is_served_and_every_import_is_there() -> None:
    assert set(load()) == {path.name for path in FOLDER.iterdir()}
    assert {path.suffix for path in FOLDER.iterdir()} <= set(TYPES)
    for name, text in SCRIPTS.items():
        for wanted in re.findall(r"from \"\./([\w.]+)\"", text):
            assert wanted in SCRIPTS, (name, wanted)


def test_every_picture_is_in_the_sheet() -> None:
    sheet = (FOLDER / "icons.svg").read_text(encoding="utf-8")
    there = set(re.findall(r'<symbol id="([\w-]+)"', sheet))
    text = "".join(SCRIPTS.values())
    used = {word for word in re.findall(r"\"([a-z]+(?:-[a-z]+)*)\"", text) if word in there}
    asked = set(re.findall(r"\bicon\(\"([\w-]+)\"\)", text))
    assert asked <= there
    assert there - used == set()


def test_every_task_and_every_reason_has_a_word() -> None:
    sorts = {effects.DOUBLE_CLAIM, effects.DOUBLE_ENTRY, rights.RIGHT_MISSING}
    reasons = {incoming.KIND_UNKNOWN, incoming.ACT_UNKNOWN, incoming.TOO_NEW, *incoming.NOT_KEPT}
    wanted = {f"task.{sort}" for sort in sorts} | {f"reason.{code}" for code in reasons}
    assert wanted - set(WORDS) == set()
