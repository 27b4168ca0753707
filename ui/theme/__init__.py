"""Look of the program: tokens, one generated style sheet, the bundled font and the icons.

`apply_theme(app, scheme, base_px)` switches everything live (scheme: light, dark, contrast; base_px 20..40);
`current()` answers the `Theme` in force (`.colors`, `.text(step)`, `.space(step)`, `.height(kind)`, `.icon(kind)`).
"""

from ui.theme.apply import apply_theme, current
from ui.theme.tokens import SCHEMES, Colors, Theme

__all__ = ["SCHEMES", "Colors", "Theme", "apply_theme", "current"]
