"""A process that captures a face, says so, and is killed: before the vault was told, or right after.

python -m tests.faces.victim HOME PORTRAIT before|after
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import cv2
import numpy as np

from tests.faces.lane import Floor, framed
from tests.fakes.clock import FakeClock


def main(home: Path, portrait: Path, moment: str) -> None:
    floor = Floor.standing(home, FakeClock())
    floor.on()
    picture = framed(np.asarray(cv2.imread(str(portrait)), np.uint8), 0.9)
    person = floor.resident("欧阳兰")
    consent = floor.ask(floor.faces.agree, person)
    seen, told = floor.shots(person, consent, [picture] * 8)
    if moment == "after":
        vault = floor.faces._keeper.opened()
        enrol = vault.enrol

        def only_the_vault(kept: object) -> None:
            enrol(kept)  # type: ignore[arg-type]
            say(told[-1].outcome.value)
            threading.Event().wait()

        vault.enrol = only_the_vault  # type: ignore[method-assign]
        seen.keep()
    else:
        say(told[-1].outcome.value)
    threading.Event().wait()


def say(word: str) -> None:
    sys.stdout.write(word + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
