"""Sharing classes: who may ever see a column. Declared on every column; the wire serialiser works from an allow-list."""

from __future__ import annotations

from enum import StrEnum


class Sharing(StrEnum):
    LOCAL = "local"  # never leaves this machine: templates, raw id numbers, secrets
    SEALED = "site-sealed"  # desks of the site only; the hub stores it sealed
    SITE = "site"
    DISTRICT = "district"
    PUBLIC = "public"


WIRE = frozenset({Sharing.SEALED, Sharing.SITE, Sharing.DISTRICT, Sharing.PUBLIC})


class Merge(StrEnum):
    """What kind of thing a table holds, and so how two desks' versions come together (SYNC 2.5)."""

    FACT = "fact"  # append-only set
    RECORD = "record"  # last writer wins per field
    PROJECTION = "projection"  # rebuilt here from facts, never sent
    LOCAL = "local"  # this machine only
