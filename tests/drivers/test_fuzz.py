"""A small sample of the fuzz command for every decoder, and proof that it would find a bad one."""

from __future__ import annotations

import json

import pytest

from drivers.api import Noise, Reading
from tests.drivers import conformance, fuzz


@pytest.mark.parametrize("name", conformance.names(framed=True))
def test_a_sample_for_each(name: str) -> None:
    fuzz.fuzz(name, 12, seed=5, bits=False)
    assert conformance.cases()[name].frames


class Forgetful:
    """Loses what was cut."""

    def feed(self, data: bytes) -> list[Reading | Noise]:
        return [Reading("relay", {"channel": 1, "on": True})] * data.count(b"\xa0\x01\x01\xa2")

    def idle(self, quiet_s: float) -> list[Reading | Noise]:
        return []


class Gullible(Forgetful):
    """Believes its mark alone."""

    def feed(self, data: bytes) -> list[Reading | Noise]:
        return [Reading("relay", {"channel": 9, "on": True})] * data.count(b"\xa0")


@pytest.mark.parametrize(("bad", "what"), [(Forgetful, "byte by byte"), (Gullible, "out of nothing")])
def test_a_bad_decoder_is_found(
    bad: type, what: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(conformance.kinds()["lcus"], "decoder", classmethod(lambda cls, options: bad()))
    monkeypatch.setattr(fuzz, "SPEED_BYTES", 1000)
    assert fuzz.main(["--cases", "60", "lcus"]) == 1
    assert what in json.loads(capsys.readouterr().out)["wrong"]


def test_speed_is_said_for_noise_and_for_frames(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(fuzz, "SPEED_BYTES", 200_000)
    assert fuzz.main(["--speed", "lcus", "serial_line"]) == 0
    said = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [line["name"] for line in said] == ["lcus", "serial_line"]
    assert all(set(line["mb_s"]) == {"noise", "mixed", "frames"} for line in said)


def test_a_name_that_is_none_is_refused() -> None:
    with pytest.raises(SystemExit):
        fuzz.main(["teapot"])
