"""How long what is kept, when erasing has to wait, and what a spreadsheet may never take for a formula."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desk.core.clock import DAY_MS, HOUR_MS

YEAR_DAYS = 366
GAP_MS = 3 * DAY_MS  # a longer silence may be a holiday, or a clock set to next year
SETTLE_MS = 12 * HOUR_MS  # how long such a clock must hold before anything is erased


@dataclass(frozen=True)
class Period:
    """days: the default; shortest/longest: what a manager may choose (0: no limit). Sources: DOMAIN C20, section 3."""

    days: int
    shortest: int = 1
    longest: int = 0

    def fits(self, days: int) -> bool:
        return days >= self.shortest and (not self.longest or days <= self.longest)


# Statistics hold no personal data and stay for ever; the audit trail holds none either and is never erased.
PERIODS: Mapping[str, Period] = {
    "visitor": Period(30, longest=YEAR_DAYS),  # names, phones, what was said at the window (PIPL 19)
    "photo": Period(30, longest=YEAR_DAYS),
    "plate": Period(30, longest=YEAR_DAYS),
    "loan": Period(30, longest=YEAR_DAYS),  # who borrowed, once it is back
    "dispensed": Period(30, longest=YEAR_DAYS),  # which household was handed a mask
    "first_timer": Period(30, longest=YEAR_DAYS),  # names of helpers somebody vouched for
    "consent": Period(3 * YEAR_DAYS, shortest=3 * YEAR_DAYS),  # consents, assessments (FM 9, PIPL 56)
    "disclosure": Period(3 * YEAR_DAYS, shortest=3 * YEAR_DAYS),  # sharing log (ND 12)
    "privacy_request": Period(3 * YEAR_DAYS, shortest=3 * YEAR_DAYS),
    "certificate": Period(3 * YEAR_DAYS, shortest=3 * YEAR_DAYS),  # why one was refused or withdrawn (VOL 38)
    "security_log": Period(200, shortest=184),  # at least six months (CSL 21)
}


@dataclass(frozen=True)
class LastRun:
    """The run before: when, whether it was put off, since when."""

    at: int
    postponed: str = ""
    postponed_since: int | None = None


def postponed(now: int, last: LastRun | None, clock_uncertain: bool) -> tuple[str, int | None]:
    """("", None) when erasing may go on, else (why, since when it waits).

    A clock set to next year would make everything old at once. So after a clock went back, or a silence of more than
    three days, nothing is erased until the new time has held for half a day.
    """
    if clock_uncertain:
        return "clock_uncertain", now
    if last is None:
        return "", None
    if last.postponed == "clock_jumped" and last.postponed_since is not None:
        since = last.postponed_since
        return ("clock_jumped", since) if 0 <= now - since < SETTLE_MS else ("", None)
    return ("clock_jumped", now) if now - last.at > GAP_MS else ("", None)


FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")
CELL_LONGEST = 16_383  # Excel holds 32,767 UTF-16 units: this many characters always fit
UNSTORABLE = frozenset("\ufffe\uffff")  # no XML file may hold them


def spreadsheet_text(value: str) -> str:
    """A text no spreadsheet program takes for a formula, and every one can store: an apostrophe goes before a start
    that could calculate; lone surrogates and control characters become a question mark."""
    clean = value.encode("utf-8", "replace").decode()
    clean = "".join("?" if (c < " " and c not in "\t\r\n") or c in UNSTORABLE else c for c in clean)[: CELL_LONGEST - 1]
    risky = clean.startswith(FORMULA_STARTS) or clean.lstrip().startswith(FORMULA_STARTS)
    return f"'{clean}" if risky else clean
