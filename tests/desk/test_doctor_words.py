"""The doctor names commands as they are typed here, and says of an adapter that is no port what to do."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desk.commands import doctor
from drivers import usb_serial
from drivers.usb_serial import Lack, Why


@pytest.mark.parametrize("why", [why for why in Why if why is not Why.WORKS])
def test_an_adapter_that_is_no_port_is_named_with_its_remedy(monkeypatch: pytest.MonkeyPatch, why: Why) -> None:
    monkeypatch.setattr(usb_serial, "lacking", lambda: [Lack("CH340", why)])
    found = doctor.ports()
    assert not found.good
    assert f"CH340 ({why.value})" in found.state
    assert found.remedy.startswith("CH340 ")


def test_no_adapter_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(usb_serial, "lacking", list)
    assert doctor.ports().good


def test_a_packaged_program_names_its_own_commands(tmp_path: Path) -> None:
    say = "from desk.commands import doctor; print(doctor.REMEDIES['store.damaged'])"
    for frozen, wanted in ((False, "python -m desk restore"), (True, "gatehouse-desk desk restore")):
        script = f"import sys; sys.frozen = {frozen}; {say}"
        said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
        assert wanted in said
        assert frozen == ("python -m" not in said)
