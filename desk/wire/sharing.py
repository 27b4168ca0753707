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
    LEDGER = "ledger"  # facts with an amount; a balance is their sum, never a field
    CLAIM = "claim"  # facts that take or give back a scarce thing; two open claims are both kept, and a task
    BALLOT = "ballot"  # facts of which the latest of each voter counts
    PROJECTION = "projection"  # rebuilt here from facts, never sent
    LOCAL = "local"  # this machine only


SYNCED = frozenset({Merge.FACT, Merge.RECORD, Merge.LEDGER, Merge.CLAIM, Merge.BALLOT})
