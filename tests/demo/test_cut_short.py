"""A demonstration cut short leaves a home that can be begun again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from desk import app
from desk.demo.build import PIN
from tests.faults.powercut import ROOT

MAKE = "import sys; from pathlib import Path; from desk import app, demo; demo.make(app.build(Path(sys.argv[1])))"


def test_killed_half_way_it_is_not_taken_for_whole(tmp_path: Path) -> None:
    home = tmp_path / "home"
    with subprocess.Popen([sys.executable, "-c", MAKE, str(home)], cwd=ROOT) as victim:
        while not (home / "demo-in-the-making" / "desk.db").exists():
            assert victim.poll() is None
        victim.kill()
    desk = app.build(home)
    assert not desk.founded
    from desk import demo

    made = demo.make(desk)
    assert made.households > 3000
    assert desk.session.state.active is not None
    assert not desk.session.state.locked
    assert not (home / "demo-in-the-making").exists()
    assert made.pin == PIN
    desk.close()
