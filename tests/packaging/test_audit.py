"""The kept advisories: a lock that falls back is caught, today's locks pass, and a service that looked at nothing says so."""

import json
import sys
from pathlib import Path

import audit
import pytest


def test_todays_locks_hold_nothing_that_is_known_to_be_bad() -> None:
    lines = audit.locked()
    assert {"locked.txt", "locked-dev.txt", "locked-release.txt"} <= {where for where, _, _ in lines}
    assert len(lines) > 100
    assert audit.affected(lines, audit.kept()) == []


@pytest.mark.parametrize("one", audit.kept(), ids=lambda one: f"{one.id}-{one.package}")
def test_each_is_found_below_the_version_that_mends_it_and_not_in_it(one: audit.Advisory) -> None:
    below = one.since if one.since != "0" else "0.1"
    assert one.hits(one.package.replace("-", "_").upper(), below)
    assert not one.hits(one.package, one.fixed)
    assert one.id.startswith(("CVE-", "GHSA-"))


def test_a_lock_that_falls_back_is_told_with_its_file(tmp_path: Path) -> None:
    (tmp_path / "locked.txt").write_text(
        "h11==0.14.0 \\\n    --hash=sha256:00\nidna==3.20 ; python_version > '3'\n", encoding="utf-8"
    )
    [fault] = audit.affected(audit.locked(tmp_path), audit.kept())
    assert fault.startswith("locked.txt: h11 0.14.0: CVE-2025-43859")


@pytest.mark.parametrize(
    ("older", "newer"), [("3.6", "3.10"), ("2024.7.3", "2024.7.4"), ("0.49", "0.49.1"), ("5", "5.0.1")]
)
def test_versions_are_numbers(older: str, newer: str) -> None:
    assert audit.key(older) < audit.key(newer)
    assert audit.key("1.0.0") == audit.key("1")


def test_a_list_that_is_about_nothing_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "advisories.toml"
    path.write_text(
        '[[advisory]]\npackage = "x"\nfixed = "1"\nsince = "2"\nid = "CVE-1"\nwhat = "w"\n', encoding="utf-8"
    )
    with pytest.raises(ValueError, match="CVE-1"):
        audit.kept(path)


def test_what_the_service_could_not_look_up_is_not_called_good() -> None:
    lines = [
        {"name": "a", "skip_reason": "not found"},
        {"name": "b", "version": "1", "vulns": [{"id": "CVE-2"}]},
        {"name": "c", "version": "1", "vulns": []},
    ]
    answer = audit.read_answer(json.dumps({"dependencies": lines, "fixes": []}))
    assert (answer.asked, answer.unknown, answer.found) == (3, 1, ("b 1: CVE-2",))


def test_a_service_out_of_reach_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    program = tmp_path / "pip-audit"
    program.write_text(f"#!{sys.executable}\nprint('no network')\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert audit.main(["--online"]) == 0
    assert "NOT asked" in capsys.readouterr().out
