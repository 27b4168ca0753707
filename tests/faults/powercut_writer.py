"""The recorded run: units of work on the real encrypted store, each acknowledged into a file after its commit."""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path

from desk import app
from desk.core.clock import SystemClock
from desk.store import search
from desk.store.store import Founding, Store
from desk.store.tables import Gate

KEY = bytes(range(32))


def main(folder: Path, units: int, seed: int) -> None:
    app.import_rooms()
    dice = random.Random(seed)
    store = Store.found(folder / "desk.db", KEY, SystemClock(), Founding("断电苑", "南门", throwaway=True))
    acks = os.open(folder / "acks", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.write(acks, b"0\n")
    for number in range(1, units + 1):
        with store.unit() as u:
            gate = u.add(Gate, name=f"门{number}", phone="0" * dice.randrange(10, 900))
            u.index(search.docid(search.DocKind.VISIT, number), f"门{number}")
            u.audit("gate.added", "gate", gate, number=number)
        os.write(acks, f"{number}\n".encode())
        if number % 20 == 0:
            store.checkpoint()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
