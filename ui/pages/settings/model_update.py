"""What the card of updates draws."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Waiting:
    """An update that was found. mb: size; till: what it was put off to, in words; over: it may not be put off any more."""

    version: str
    mb: int = 0
    security: bool = False
    notes: str = ""
    made_on: str = ""
    till: str = ""
    over: bool = False


@dataclass(frozen=True)
class UpdateModel:
    """off: code of why this computer takes no updates here, "" when it does; online: there is an address to ask.

    busy: `looking` | `fetching` | ""; newest: a look found nothing newer; crowded: many come and go at this hour;
    command: what a technician types, "" when the desk can do it; choices: (UTC ms, words) it may be put off to;
    last: `updated` | `gone_back` | `not_installed` | "" with its versions and moment.
    """

    version: str = ""
    off: str = ""
    online: bool = False
    busy: str = ""
    done: int = 0
    total: int = 0
    waiting: Waiting | None = None
    newest: bool = False
    crowded: bool = False
    command: str = ""
    choices: tuple[tuple[int, str], ...] = ()
    last: str = ""
    last_from: str = ""
    last_to: str = ""
    last_at: str = ""
