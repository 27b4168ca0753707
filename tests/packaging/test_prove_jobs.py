"""Every job is tried: the program from the sources does them all, and one that does none is told job by job."""

import sys
from pathlib import Path

import prove_jobs
import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.timeout(300)
def test_the_program_from_the_sources_does_every_job(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    assert prove_jobs.prove([sys.executable, str(ROOT / "packaging" / "entry.py")])


def test_a_program_that_does_nothing_fails_every_job(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    idle = tmp_path / "idle.py"
    idle.write_text("import sys\nsys.stdin.read()\n", encoding="utf-8")
    assert not prove_jobs.prove([sys.executable, str(idle)])
    told = capsys.readouterr().err
    for job in (*prove_jobs.jobs(tmp_path), "stop an import"):
        assert f"`{job if isinstance(job, str) else job.name}` did not do its work" in told


def test_a_job_that_stands_still_is_ended(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(prove_jobs, "LIMIT_S", 0.2)
    still = prove_jobs.Job("still", ("-c", "import threading; threading.Event().wait()"), lambda told: True)
    assert not prove_jobs._try([sys.executable], still, tmp_path, {})
    assert "stood still" in capsys.readouterr().err


def test_lines_that_promise_a_file_that_is_not_one_are_not_believed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"no workbook")
    liar = prove_jobs.Job(
        "liar", ("-c", "print('{\"rows\": 3}')"), lambda told: prove_jobs._table(tmp_path / "a.xlsx", "xlsx", 3)
    )
    assert not prove_jobs._try([sys.executable], liar, tmp_path, {})
    assert "BadZipFile" in capsys.readouterr().err
