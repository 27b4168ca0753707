"""python -m desk integrity: pages, ciphers, foreign keys, search index, outbox chain, audit chain."""

from __future__ import annotations

import argparse

from desk.commands.output import FAILED, OK, opened, say
from desk.records.reads_audit import verify
from desk.store import outbox
from desk.store.integrity import all_faults

NAME = "integrity"
HELP = "prove that the store is whole and that nobody changed its trails"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing to add."""


def run(args: argparse.Namespace) -> int:
    with opened(args) as desk:
        faults = all_faults(desk.home.database, desk.store.key)
        with desk.store.reading() as r:
            line = outbox.first_break(r)
            audit = verify(r)
    if line is not None:
        faults.append(f"outbox chain breaks at line {line}")
    if audit.first_break is not None:
        faults.append(f"audit chain breaks at line {audit.first_break}")
    say(
        args,
        {"good": not faults, "faults": faults, "audit_lines": audit.lines},
        "good" if not faults else "\n".join(faults),
    )
    return OK if not faults else FAILED
