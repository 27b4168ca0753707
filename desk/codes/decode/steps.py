"""The repairs of still and moving pictures, in the order in which they pay (codes gained for each millisecond)."""

from __future__ import annotations

from dataclasses import dataclass

from desk.codes.decode import views
from desk.codes.decode.model import Gray
from desk.codes.decode.reader import FIXED, GLOBAL
from desk.codes.decode.views import Look, View


@dataclass(frozen=True)
class Step:
    """A look at the picture; `outlines` also hunts for the nested squares of the finder patterns in it,
    `pairs` guesses at symbols of which only two finder patterns can be seen.

    `cost` is about how many milliseconds a megapixel takes: what matters is how the steps compare with each other.
    `combine` is how live frames are laid over each other first: "mean", "darkest" or "brightest".
    """

    name: str
    look: Look
    outlines: bool = False
    combine: str = ""
    cost: float = 1.0
    pairs: bool = False


def _soft_sharp(gray: Gray) -> View:
    """Noise off first, then the modules pulled apart: the best single repair, and clean outlines."""
    return View(views.sharper(views.softer(gray, 1.0), 4, 3))


RAW = Step("raw", View)
ALL = (
    Step("sharp", lambda gray: View(views.sharper(gray)), cost=5),
    Step("soft2", lambda gray: View(views.softer(gray, 2.0)), outlines=True, cost=6),
    Step("soft1_sharp", _soft_sharp, outlines=True, cost=12),
    Step("tone61", lambda gray: View(views.two_toned(gray, 61), binarizer=FIXED), cost=3),
    Step("hist", lambda gray: View(gray, binarizer=GLOBAL), cost=1),
    Step("border", views.bordered, cost=2),
    Step("up2", lambda gray: views.scaled(gray, 2.0), cost=12),
    Step("dark5", lambda gray: View(views.darker(gray, 5)), cost=2),
    Step("clahe", lambda gray: View(views.clahe(gray)), cost=5),
    Step("up2_soft", lambda gray: views.scaled_then(gray, 2.0, lambda big: views.softer(big, 1.2)), True, cost=25),
    Step("up2_sharp", lambda gray: views.scaled_then(gray, 2.0, lambda big: views.sharper(big, 4, 2)), cost=22),
    Step("up3", lambda gray: views.scaled(gray, 3.0), cost=18),
    Step("open5", lambda gray: View(views.opened(gray, 5)), cost=2),
    Step("light3", lambda gray: View(views.lighter(gray, 3)), cost=2),
    Step("clahe_sharp", lambda gray: View(views.sharper(views.clahe(gray), 2, 1.5)), cost=8),
    Step("half", lambda gray: views.scaled(gray, 0.5), cost=1),
    Step("focus2.5", lambda gray: View(views.refocused(gray, 2.5)), cost=30),
    Step("focus3.5", lambda gray: View(views.refocused(gray, 3.5, 0.003)), cost=30),
    Step("tone15", lambda gray: View(views.two_toned(gray, 15), binarizer=FIXED), cost=4),
    Step("turn30", lambda gray: views.turned(gray, 30), cost=6),
    Step("clahe_up2", lambda gray: views.scaled(views.clahe(gray), 2.0), cost=15),
    Step("sharp5", lambda gray: View(views.sharper(gray, 5, 3)), cost=8),
    Step("pairs", _soft_sharp, pairs=True, cost=40),
    Step("dark3", lambda gray: View(views.darker(gray, 3)), cost=2),
)
OTHERS = (  # for codes beside one that was read
    Step("sharp", lambda gray: View(views.sharper(gray)), cost=5),
    Step("up2", lambda gray: views.scaled(gray, 2.0), cost=12),
)
# Live frames take one of these each, whole pictures cheap ones, so that they average about 3 ms at 1280x720.
LIVE = (
    Step("sharp", lambda gray: View(views.sharper(gray))),
    Step("hist", lambda gray: View(gray, binarizer=GLOBAL)),
    Step("clahe", lambda gray: View(views.clahe(gray))),
    Step("stack", View, combine="mean"),
    Step("soft2", lambda gray: View(views.softer(gray, 2.0))),
    Step("up2", lambda gray: views.scaled(gray, 2.0)),
    Step("stack_dark", View, combine="darkest"),
    Step("dark5", lambda gray: View(views.darker(gray, 5))),
    Step("outlines", _soft_sharp, outlines=True),
    Step("stack_bright", View, combine="brightest"),
    Step("soft1_sharp", _soft_sharp),
    Step("stack_sharp", lambda gray: View(views.sharper(gray)), combine="mean"),
)
CLOSE_UP = (
    Step("up2_sharp", lambda gray: views.scaled_then(gray, 2.0, lambda big: views.sharper(big, 4, 2))),
    Step("sharp", lambda gray: View(views.sharper(gray))),
    Step("up3", lambda gray: views.scaled(gray, 3.0)),
    Step("clahe_up2", lambda gray: views.scaled(views.clahe(gray), 2.0)),
    Step("focus2.5", lambda gray: View(views.refocused(gray, 2.5))),
)
