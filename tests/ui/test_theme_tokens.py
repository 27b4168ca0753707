"""Tokens: every text and ground in use can be read, no text and no target is too small, sizes grow as promised."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.theme import tokens
from ui.theme.glyphs import drawings
from ui.theme.qss import mix, sheet
from ui.theme.resources import glyph_folder
from ui.widgets.hold_button import FILLING

BASES = st.integers(min_value=20, max_value=40)
SCHEMES = st.sampled_from(tokens.SCHEMES)
TONES = ("ok", "warn", "bad", "info", "accent", "plain")
# Text on ground, as the style sheet and the painted widgets use them.
PLAIN_PAIRS = (
    *((text, ground) for text in ("ink", "muted") for ground in ("bg", "card", "sunk", "tint")),
    *((text, f"{tone}_bg") for text in ("ink", "muted") for tone in ("ok", "warn", "bad", "info")),
    *((tone, ground) for tone in ("ok", "warn", "bad", "info", "accent") for ground in ("bg", "card", "sunk")),
    ("accent", "tint"),
    *(("on_accent", ground) for ground in ("accent", "accent_hover", "accent_press")),
    *(("on_bad", ground) for ground in ("bad", "bad_hover")),
    ("on_lens", "lens"),
    ("card", "ink"),  # tooltips
)
EDGE_PAIRS = (
    *(("edge", ground) for ground in ("bg", "card")),
    *(("focus", ground) for ground in ("bg", "card", "sunk", "tint", "ok_bg", "warn_bg", "bad_bg", "info_bg")),
    *((tone, ground) for tone in ("accent", "bad", "ok", "warn", "info") for ground in ("bg", "card")),
)


def luminance(color: str) -> float:
    """Relative luminance after WCAG 2.2."""
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_contrast_formula_gives_the_published_values() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", tokens.SCHEMES)
def test_every_text_can_be_read_on_every_ground_it_stands_on(scheme: str) -> None:
    colors, least = tokens.load(scheme).colors, 7.0 if scheme == "contrast" else 4.5
    pairs = [(colors.of(text), colors.of(ground), f"{text} on {ground}") for text, ground in PLAIN_PAIRS]
    pairs += [(*colors.tone(tone), f"tone {tone}") for tone in TONES]
    weak = [f"{name} {contrast(text, ground):.2f}" for text, ground, name in pairs if contrast(text, ground) < least]
    assert weak == []


@pytest.mark.parametrize("scheme", tokens.SCHEMES)
def test_the_words_of_a_held_button_stay_readable(scheme: str) -> None:
    colors = tokens.load(scheme).colors
    for ink, ground in ((colors.bad, colors.bad_bg), (colors.on_bad, colors.bad), (colors.on_accent, colors.accent)):
        assert contrast(ink, mix(ink, ground, FILLING)) >= 4.5


@pytest.mark.parametrize("scheme", tokens.SCHEMES)
def test_edges_and_focus_stand_out(scheme: str) -> None:
    colors = tokens.load(scheme).colors
    weak = [pair for pair in EDGE_PAIRS if contrast(colors.of(pair[0]), colors.of(pair[1])) < 3]
    assert weak == []


def test_light_has_the_colours_that_were_agreed() -> None:
    colors = tokens.load("light").colors
    agreed = {"bg": "F3F5F4", "ink": "16211D", "muted": "4E5D57", "edge": "7D8E86", "accent": "0F6B4F"}
    agreed |= {"ok": "17713F", "warn_bg": "FDEFD9", "bad": "B3261E", "info": "0B5C9E", "focus": "0B5C9E"}
    assert {name: colors.of(name) for name in agreed} == {name: f"#{value}" for name, value in agreed.items()}


@given(SCHEMES, BASES)
def test_no_text_is_under_20_px_and_no_target_under_its_floor(scheme: str, base: int) -> None:
    theme = tokens.load(scheme, base)
    assert min(theme.text(step) for step in theme.sizes["text"]) >= 20
    for kind in theme.sizes["height"]:
        assert theme.height(kind) >= (60 if kind in ("main", "tile", "rail", "scan") else 48)
        # A line of text with its own line spacing fits in every target.
        assert theme.height(kind) >= theme.text() * 1.45 + 2 * theme.stroke("focus")


@given(SCHEMES, st.integers(min_value=20, max_value=39))
def test_a_larger_base_makes_nothing_smaller(scheme: str, base: int) -> None:
    small, large = tokens.load(scheme, base), tokens.load(scheme, base + 1)
    assert all(large.text(step) >= small.text(step) for step in small.sizes["text"])
    assert all(large.height(kind) >= small.height(kind) for kind in small.sizes["height"])
    assert all(large.space(step) >= small.space(step) for step in small.sizes["space"])
    assert large.text() == small.text() + 1


def test_the_default_sizes_are_those_of_the_design() -> None:
    theme = tokens.load()
    steps = {step: theme.text(step) for step in ("small", "body", "lead", "title", "result", "number")}
    assert steps == {"small": 20, "body": 24, "lead": 26, "title": 35, "result": 43, "number": 48}
    heights = {kind: theme.height(kind) for kind in ("main", "button", "row", "tile", "rail", "list")}
    assert heights == {"main": 64, "button": 56, "row": 48, "tile": 84, "rail": 62, "list": 56}


@given(st.integers(min_value=-50, max_value=500))
def test_the_base_is_clamped(base: int) -> None:
    assert 20 <= tokens.load("light", base).base <= 40


def test_an_unknown_scheme_is_an_error() -> None:
    with pytest.raises(KeyError):
        tokens.load("sepia")


@given(SCHEMES, BASES)
def test_the_sheet_fills_every_place_and_uses_only_token_colours(scheme: str, base: int) -> None:
    theme = tokens.load(scheme, base)
    text = sheet(theme)
    assert "$" not in text
    assert "-" not in [part.split("px")[0][:1] for part in text.split("padding: 0 ")[1:]]
    assert theme.colors.accent in text


@pytest.mark.parametrize("scheme", tokens.SCHEMES)
def test_the_drawings_of_native_controls_are_fresh(scheme: str) -> None:
    wanted = drawings(tokens.load(scheme).colors)
    stored = {path.name: path.read_text(encoding="utf-8") for path in glyph_folder(scheme).glob("*.svg")}
    assert stored == wanted, "run python -m ui.theme.glyphs"
