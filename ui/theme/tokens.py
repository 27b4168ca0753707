"""Design tokens: the sizes and colours of `resources/theme/tokens.toml` as frozen values, scaled to one base text size."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache

from ui.theme.resources import RESOURCES

SCHEMES = ("light", "dark", "contrast")
LARGE_PX = 30
LINE = 1.45  # height of a line of the bundled font, of its size


@dataclass(frozen=True)
class Colors:
    """One scheme; every value is `#RRGGBB`. `x_bg` is the quiet ground under text in colour `x`."""

    bg: str
    card: str
    sunk: str
    ink: str
    muted: str
    line: str
    edge: str
    accent: str
    accent_hover: str
    accent_press: str
    on_accent: str
    tint: str
    ok: str
    ok_bg: str
    warn: str
    warn_bg: str
    bad: str
    bad_bg: str
    bad_hover: str
    on_bad: str
    info: str
    info_bg: str
    focus: str
    lens: str
    on_lens: str

    def of(self, name: str) -> str:
        """The colour called `name`, for names that come as data."""
        return str(getattr(self, name))

    def tone(self, tone: str) -> tuple[str, str]:
        """Text and ground of a tone: ok, warn, bad, info, accent, or anything else for plain."""
        if tone in ("ok", "warn", "bad", "info"):
            return self.of(tone), self.of(f"{tone}_bg")
        return (self.accent, self.tint) if tone == "accent" else (self.ink, self.sunk)


@dataclass(frozen=True)
class Theme:
    """A scheme at one base text size. All lengths are px.

    Text above body size, targets and icons grow by the same number of px as the base text (not by its factor) and
    spaces by a quarter of it, so that 200 % still fits a 1366x768 screen.
    """

    scheme: str
    base: int
    colors: Colors
    sizes: Mapping[str, Mapping[str, float]]

    def _more(self) -> int:
        return self.base - int(self.sizes["base"]["default"])

    def text(self, step: str = "body") -> int:
        """Font px of a step: small, body, lead, title, result, number."""
        factor = self.sizes["text"][step]
        if factor < 1:
            return max(int(self.sizes["base"]["least"]), round(self.base * factor))
        default = self.sizes["base"]["default"]
        return round(self.base + min(self.base, default) * (factor - 1))

    def space(self, step: str) -> int:
        """A distance: xs, s, m, l, xl, xxl."""
        return round(self.sizes["space"][step] * (1 + self._more() / self.sizes["base"]["default"] / 4))

    def radius(self, step: str) -> int:
        return int(self.sizes["radius"][step])

    def stroke(self, step: str) -> int:
        """Line widths: line (decoration), edge (of a control), focus."""
        return int(self.sizes["stroke"][step]) + (1 if self.scheme == "contrast" and step != "line" else 0)

    def height(self, kind: str) -> int:
        """Height of a target: main, button, row, tile, rail, list, field, scan; never under the floor for its kind."""
        floor = self.sizes["floor"]["main" if kind in ("main", "tile", "rail", "scan") else "other"]
        return max(int(floor), round(self.sizes["height"][kind] + self._more() * 1.25))

    def large(self) -> bool:
        """Text so large (150 % and more) that a 1366x768 screen has few lines."""
        return self.base >= LARGE_PX

    def table(self, kind: str = "list") -> int:
        """Height of a row ("list") or of the head ("row") of a table: tall for fingers; large text is tall by itself."""
        if not self.large():
            return self.height(kind)
        text = self.text("small" if kind == "row" else "body")
        return max(int(self.sizes["floor"]["other"]), min(self.height(kind), round(text * LINE) + self.space("s")))

    def icon(self, kind: str = "body") -> int:
        """Edge of an icon: small, body, tile, mark."""
        return round(self.sizes["icon"][kind] + self._more())


@cache
def _file() -> Mapping[str, Mapping[str, object]]:
    with (RESOURCES / "theme" / "tokens.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def load(scheme: str = "light", base_px: int = 24) -> Theme:
    """The theme of a scheme (light, dark, contrast) at a base text size, clamped to the allowed range."""
    data = _file()
    schemes: Mapping[str, Mapping[str, str]] = data["scheme"]  # type: ignore[assignment]
    sizes: Mapping[str, Mapping[str, float]] = {k: v for k, v in data.items() if k != "scheme"}  # type: ignore[misc]
    colors = Colors(**{f.name: f"#{schemes[scheme][f.name]}" for f in fields(Colors)})
    base = max(int(sizes["base"]["least"]), min(int(sizes["base"]["most"]), base_px))
    return Theme(scheme, base, colors, sizes)
