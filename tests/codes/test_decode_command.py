"""`python -m desk decode` and `bench decode`, from their command lines."""

import json
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

import cv2
import numpy as np
import pytest

from desk.__main__ import main
from desk.bench import decode as bench
from desk.codes.decode.trial import flat, matrix, trial


def saved(path: Path, gray: np.ndarray) -> str:
    done, data = cv2.imencode(path.suffix, gray)
    assert done
    path.write_bytes(data.tobytes())
    return str(path)


def lines(capture: pytest.CaptureFixture[bytes]) -> list[dict[str, object]]:
    return [json.loads(line) for line in capture.readouterr().out.splitlines()]


def test_one_object_for_each_picture(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    one = saved(tmp_path / "一号 门.png", flat(matrix("门岗台 3号楼".encode()), 4))
    none = saved(tmp_path / "blank.jpg", np.full((100, 100), 255, np.uint8))
    assert main(["decode", "--json", one, none]) == 0
    first, second = lines(capfdbinary)
    assert set(first) == {"file", "codes", "ms"}
    assert first["file"] == one
    (code,) = first["codes"]  # type: ignore[misc]
    assert set(code) == {"text", "format", "position", "step", "ms"}
    assert (code["text"], code["format"], code["step"]) == ("门岗台 3号楼", "QRCode", "raw")
    assert np.array(code["position"]).shape == (4, 2)
    assert 0 < code["ms"] <= first["ms"]  # type: ignore[operator]
    assert (second["file"], second["codes"]) == (none, [])


def test_a_repaired_picture_names_the_step(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    made = trial("curved", 1)
    assert main(["decode", "--json", saved(tmp_path / "a.png", made.gray)]) == 0
    (answer,) = lines(capfdbinary)
    (code,) = answer["codes"]  # type: ignore[misc]
    assert code["text"] == made.text
    assert code["step"] != "raw"


def test_an_unreadable_file_fails_and_the_others_are_done(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    (tmp_path / "bad.png").write_bytes(b"no picture")
    good = saved(tmp_path / "good.png", flat(matrix("GOOD"), 4))
    assert main(["decode", "--json", str(tmp_path / "bad.png"), str(tmp_path / "gone.png"), good]) == 1
    out, err = capfdbinary.readouterr()
    assert [json.loads(line)["codes"][0]["text"] for line in out.splitlines()] == ["GOOD"]
    assert err.count(b"picture.unreadable") == 2
    assert b"bad.png" in err


def test_text_shows_hostile_signs_and_obeys_none(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    raw = "访客\x1b[2J\u202egnp\r\nEND".encode()
    assert main(["decode", saved(tmp_path / "a.png", flat(matrix(raw), 4))]) == 0
    out = capfdbinary.readouterr().out.decode()
    assert "访客\\x1b[2J\\u202egnp\\r\\nEND (raw" in out
    assert out.count("\n") == 1


def test_text_says_when_there_is_no_code(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    blank = saved(tmp_path / "blank.png", np.full((50, 50), 9, np.uint8))
    assert main(["decode", blank]) == 0
    assert f"{blank}: no code" in capfdbinary.readouterr().out.decode()


def test_json_stays_one_line_whatever_the_code_says(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    text = "one\u2028two\u0085three\nfour"
    assert main(["decode", "--json", saved(tmp_path / "a.png", flat(matrix(text.encode()), 4))]) == 0
    out = capfdbinary.readouterr().out.decode("ascii")
    assert len(out.splitlines()) == 1
    assert json.loads(out)["codes"][0]["text"] == text


@pytest.mark.parametrize("packaged", [False, True])
def test_each_frame_of_a_video(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, packaged: bool
) -> None:
    monkeypatch.setattr(sys, "frozen", packaged, raising=False)
    path = str(tmp_path / "gate.avi")
    writer = cv2.VideoWriter(path, cv2.VideoWriter.fourcc(*"MJPG"), 25, (240, 240))
    code = np.full((240, 240), 255, np.uint8)
    drawn = flat(matrix("FRAME BY FRAME"), 6)
    code[: drawn.shape[0], : drawn.shape[1]] = drawn
    for gray in (np.full_like(code, 90), code, code):
        writer.write(cv2.cvtColor(gray, cv2.COLOR_GRAY2BGR))
    writer.release()
    assert main(["decode", "--frames", "--json", path]) == 0
    answers = lines(capfdbinary)
    assert [answer["frame"] for answer in answers] == [0, 1, 2]
    assert [[code["text"] for code in answer["codes"]] for answer in answers] == [  # type: ignore[attr-defined]
        [],
        ["FRAME BY FRAME"],
        ["FRAME BY FRAME"],
    ]


@pytest.mark.parametrize("packaged", [False, True])
def test_a_video_that_is_none_fails(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, packaged: bool
) -> None:
    monkeypatch.setattr(sys, "frozen", packaged, raising=False)
    (tmp_path / "bad.mp4").write_bytes(b"\x00\x00\x00\x18ftypmp42 and no more")
    assert main(["decode", "--frames", str(tmp_path / "bad.mp4"), str(tmp_path / "gone.mp4")]) == 1
    assert capfdbinary.readouterr().err.count(b"picture.unreadable") == 2


def measured(*words: str) -> dict[str, dict[str, object]]:
    parser = ArgumentParser()
    bench.add_arguments(parser)
    args: Namespace = parser.parse_args(words)
    figures = bench.run(args)
    json.dumps(figures)
    return figures


def test_bench_compares_the_chains_on_a_folder_with_truth(tmp_path: Path) -> None:
    hard = trial("folded", 3)
    saved(tmp_path / "hard.png", hard.gray)
    saved(tmp_path / "easy.png", flat(matrix("EASY"), 4))
    saved(tmp_path / "wrong.png", flat(matrix("NOT WHAT THE TRUTH SAYS"), 4))
    saved(tmp_path / "unknown.png", flat(matrix("ANY CLEAN READ COUNTS"), 4))
    (tmp_path / "broken.png").write_bytes(b"")
    truth = f"file,text\nhard.png,{hard.text}\neasy.png,EASY\nwrong.png,SOMETHING ELSE\nunknown.png,\nbroken.png,\n"
    (tmp_path / "truth.csv").write_text(truth, "utf-8")
    figures = measured("--samples", str(tmp_path), "--made", "0", "--films", "0")["samples"]
    ours, plain = figures["ours"], figures["baseline"]
    assert (ours["pictures"], ours["pictures_read"], ours["false"]) == (4, 4, 1)  # type: ignore[index]
    assert (plain["pictures_read"], plain["false"]) == (3, 1)  # type: ignore[index]
    assert (figures["ratio_read"], figures["unreadable"]) == (1.333, 1)


def test_bench_counts_labelled_codes_in_folders_of_kinds(tmp_path: Path) -> None:
    for kind in ("nominal", "lots"):
        (tmp_path / kind).mkdir()
        gray = np.full((200, 400), 255, np.uint8)
        for left in (0, 200):
            code = flat(matrix(f"{kind} {left}"), 4)
            gray[: code.shape[0], left : left + code.shape[1]] = code
        saved(tmp_path / kind / "image001.png", gray)
        corners = "0 0 150 0 150 150 0 150", "200 0 350 0 350 150 200 150", "380 180 390 180 390 190 380 190"
        (tmp_path / kind / "image001.txt").write_text("# corners\nSETS\n" + "\n".join(corners), "utf-8")
    figures = measured("--samples", str(tmp_path), "--made", "0", "--films", "0", "--chain", "ours", "--hd")["samples"]
    ours = figures["ours"]
    assert (ours["codes"], ours["codes_known"], ours["mean_of_kinds_percent"]) == (4, 6, 66.7)  # type: ignore[index]
    assert set(ours["kinds"]) == {"nominal", "lots"}  # type: ignore[index]


def test_bench_shrinks_pictures_and_their_labels_alike(tmp_path: Path) -> None:
    gray = np.full((2160, 3840), 255, np.uint8)
    code = flat(matrix("FAR CORNER"), 16)
    gray[-code.shape[0] :, -code.shape[1] :] = code
    saved(tmp_path / "image001.png", gray)
    rows, columns = gray.shape
    low, left = rows - code.shape[0], columns - code.shape[1]
    (tmp_path / "image001.txt").write_text(f"{left} {low}\n{columns} {low}\n{columns} {rows}\n{left} {rows}\n", "utf-8")
    figures = measured("--samples", str(tmp_path), "--made", "0", "--films", "0", "--hd")["samples"]
    assert figures["ours"]["codes"] == figures["baseline"]["codes"] == 1  # type: ignore[index]


def test_bench_on_made_pictures_and_films(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "FILMS", ("bottle",))
    monkeypatch.setattr(bench, "trials", lambda each, seed: (trial(kind, 1, seed) for kind in ("nominal", "curved")))
    threads = cv2.getNumThreads()
    figures = measured("--made", "1", "--films", "1")
    assert cv2.getNumThreads() == threads
    made = figures["made"]
    assert (made["ours"]["pictures_read"], made["ours"]["false"]) == (2, 0)  # type: ignore[index]
    assert made["baseline"]["pictures_read"] == 1  # type: ignore[index]
    film = figures["films"]["bottle"]
    assert (film["films"], film["read"], film["false"]) == (1, 1, 0)  # type: ignore[index]
