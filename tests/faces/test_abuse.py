"""What may go wrong, and what somebody may try, with real files: the lane goes off with a reason and nothing else stops."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest

from desk.core.errors import Refused, Trouble
from desk.faces import models
from desk.faces import vault as vaults
from desk.faces.engine import Picture
from desk.faces.reads_deeds import held_here
from desk.faces.rules import Hint
from desk.faces.rules_capture import Outcome
from desk.faces.rules_match import Answer, Verdict
from desk.faces.vault_file import files, place
from desk.faces.views import Here, Result, Seen, State
from desk.people.reads import find_household
from desk.store import key as keys
from tests.faces.conftest import PORTRAITS
from tests.faces.lane import WISH, Floor, framed
from tests.fakes.clock import FakeClock
from tests.faults.powercut import ROOT

BREAKS = ("tampered", "key_lost", "key_wrong")
SAID = {
    "tampered": "faces.vault_damaged",
    "key_lost": "faces.vault_key_missing",
    "key_wrong": "faces.vault_key_wrong",
}


@pytest.fixture
def on(template_store: Path, tmp_path: Path, clock: FakeClock) -> Iterator[Floor]:
    floor = Floor(template_store, tmp_path / "home", clock)
    floor.on()
    yield floor
    floor.close()


def broken(floor: Floor, how: str) -> None:
    """Somebody was at the files while the program was off."""
    floor.close()
    own = place(floor.home)
    (vault,) = files(own.root)
    if how == "tampered":
        body = bytearray(vault.read_bytes())
        body[-20] ^= 1
        vault.write_bytes(body)
    elif how == "key_lost":
        keys.forget_key(own)
    else:
        keys.save_key(own, keys.make_key())
    floor.begin()


@pytest.mark.parametrize("how", BREAKS)
def test_a_vault_that_does_not_open_turns_the_lane_off_and_nothing_else(
    on: Floor, portraits: dict[str, Picture], how: str
) -> None:
    on.enrolled("欧阳兰", portraits["person_b_1"])
    before = [file.read_bytes() for file in files(place(on.home).root)]
    broken(on, how)
    assert (on.faces.now.state, on.faces.now.code) == (State.BROKEN, SAID[how])
    with pytest.raises(Refused, match=r"faces\.off"):
        on.faces.check_in(lambda _: None)
    assert on.resident("司徒青", "1302"), "the desk goes on"
    with on.desk.store.reading() as r:
        assert find_household(r, "3-1-1302") is not None
    assert len(files(place(on.home).root)) == len(before), "what does not open is not touched"


@pytest.mark.parametrize("how", BREAKS)
def test_who_withdraws_is_deleted_at_once_also_from_a_vault_that_nobody_can_open(
    on: Floor, portraits: dict[str, Picture], how: str
) -> None:
    receipt = on.enrolled("欧阳兰", portraits["person_b_1"])
    other = on.enrolled("司徒青", portraits["impostor_2"], "1302")
    broken(on, how)
    found = on.ask(on.faces.by_code, receipt.code)
    done = on.ask(on.faces.withdraw, found.person_id)
    assert [one.result for one in done.gates] == [Result.DELETED]
    assert done.others_lost == 1
    on.settle()
    assert on.faces.now.state is State.READY, "an empty vault opens again"
    assert on.faces.now.people == 0
    again = on.ask(on.faces.person, other.person_id)
    assert (again.here, bool(again.consent_id)) == (Here.NONE, True), "agreed, and asked to come again"


def test_the_backup_brings_the_others_back_and_not_who_withdrew(
    on: Floor, portraits: dict[str, Picture], tmp_path: Path
) -> None:
    receipt = on.enrolled("欧阳兰", portraits["person_b_1"])
    other = on.enrolled("司徒青", portraits["impostor_2"], "1302")
    copy = tmp_path / "copy.gdfaces"
    code = on.ask(on.faces.backup, copy)
    broken(on, "key_lost")
    on.ask(on.faces.withdraw, receipt.person_id)
    with pytest.raises(Refused, match=r"key\.code_wrong"):
        on.ask(on.faces.restore, copy, keys.make_recovery_code())
    assert on.ask(on.faces.restore, copy, code) == 1
    assert on.ask(on.faces.person, other.person_id).here is Here.ENROLLED
    assert on.ask(on.faces.person, receipt.person_id).here is Here.NONE
    answer = on.look([portraits["person_b_1"]] * 3)[-1].answer
    assert answer is not None
    assert answer.verdict is Verdict.UNKNOWN


def test_a_broken_vault_takes_a_backup_in_its_place(on: Floor, portraits: dict[str, Picture], tmp_path: Path) -> None:
    receipt = on.enrolled("欧阳兰", portraits["person_b_1"])
    copy = tmp_path / "copy.gdfaces"
    code = on.ask(on.faces.backup, copy)
    broken(on, "tampered")
    altered = tmp_path / "altered.gdfaces"
    altered.write_bytes(copy.read_bytes()[:-1] + b"x")
    with pytest.raises(Trouble, match=r"faces\.vault_damaged"):
        on.ask(on.faces.restore, altered, code)
    assert on.faces.now.state is State.BROKEN, "a backup that is none makes no room"
    assert on.ask(on.faces.restore, copy, code) == 1
    on.settle()
    assert (on.faces.now.state, on.faces.now.people) == (State.READY, 1)
    assert on.ask(on.faces.person, receipt.person_id).here is Here.ENROLLED


def test_a_model_that_was_altered_or_is_gone_keeps_the_lane_off(
    on: Floor, portraits: dict[str, Picture], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    receipt = on.enrolled("欧阳兰", portraits["person_b_1"])
    folder = tmp_path / "models"
    shutil.copytree(models.model_folder(), folder)
    file = folder / models.EMBEDDER
    body = bytearray(file.read_bytes())
    body[5_000_000] ^= 1
    file.write_bytes(body)
    on.close()
    monkeypatch.setattr(models, "model_folder", lambda: folder)
    on.begin()
    assert (on.faces.now.state, on.faces.now.code) == (State.BROKEN, "faces.model_altered")
    assert on.faces.now.facts == {"file": models.EMBEDDER}
    (folder / models.DETECTOR).unlink()
    on.again()
    assert on.faces.now.code == "faces.model_missing"
    with pytest.raises(Trouble, match=r"faces\.model_missing"):
        on.ask(on.faces.switch_on, WISH)
    done = on.ask(on.faces.withdraw, receipt.person_id)
    assert ([one.result for one in done.gates], done.others_lost) == ([Result.DELETED], 0)
    assert len(vaults.opened(on.home, {receipt.consent_id})) == 0


@pytest.mark.parametrize("moment", ["before", "after"])
def test_killed_between_capture_and_vault(template_store: Path, tmp_path: Path, moment: str) -> None:
    """Before: nothing of it is anywhere. After: it is there, and said to be."""
    home = tmp_path / "home"
    home.mkdir()
    shutil.copyfile(template_store, home / "desk.db")
    command = [sys.executable, "-m", "tests.faces.victim", str(home), str(PORTRAITS / "person_b_1.jpg"), moment]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as victim:
        assert victim.stdout is not None
        said = victim.stdout.readline().strip()
        victim.kill()
    assert said == Outcome.DONE
    floor = Floor.standing(home, FakeClock())
    try:
        assert floor.faces.now.people == (1 if moment == "after" else 0)
        with floor.desk.store.reading() as r:
            assert len(held_here(r)) == floor.faces.now.people
        names = {path.name for path in home.rglob("*") if path.is_file()}
        assert not [name for name in names if name.endswith((".jpg", ".png", ".npy", ".new"))]
    finally:
        floor.close()


def test_what_is_no_single_face_is_told_and_never_matched(on: Floor, portraits: dict[str, Picture]) -> None:
    on.enrolled("欧阳兰", portraits["person_b_1"])
    one, other = framed(portraits["person_b_2"]), framed(portraits["impostor_1"])
    two = np.hstack([one[:, 120:520], other[:, 120:520]])
    black = np.zeros((480, 640, 3), np.uint8)
    bare = np.full((480, 640, 3), 128, np.uint8)
    tiny = framed(portraits["person_b_2"], share=0.03)
    shown: list[tuple[Picture, set[Hint]]] = [
        (two, {Hint.SEVERAL}), (black, {Hint.NOBODY}), (bare, {Hint.NOBODY}), (tiny, {Hint.NOBODY, Hint.CLOSER}),
        (np.asarray(cv2.GaussianBlur(portraits["person_b_2"], (0, 0), 25), np.uint8), {Hint.BLURRED, Hint.NOBODY}),
        ((portraits["person_b_2"] * 0.1).astype(np.uint8), {Hint.DARK, Hint.NOBODY}),
    ]  # fmt: skip
    for picture, hints in shown:
        said = on.look([picture] * 4)
        assert {one.hint for one in said} <= hints
        assert {one.answer for one in said} == {None}


def test_a_passer_by_far_behind_is_not_looked_at(on: Floor, portraits: dict[str, Picture]) -> None:
    receipt = on.enrolled("欧阳兰", portraits["person_b_1"])
    frame = framed(portraits["person_b_2"], 0.9)
    small = framed(portraits["impostor_1"], 0.3)
    tall = round(480 * 0.3)
    frame[4 : 4 + tall, 4:124] = small[(480 - tall) // 2 : (480 - tall) // 2 + tall, 260:380]
    answer = on.look([frame] * 3)[-1].answer
    assert answer is not None
    assert (answer.verdict, answer.person_id) == (Verdict.ACCEPT, receipt.person_id)


def test_a_picture_held_before_the_camera_does_not_turn_its_head(on: Floor, portraits: dict[str, Picture]) -> None:
    """A film made beforehand may: no usable check exists, the notice says so, and somebody looks on (decision 027)."""
    receipt = on.enrolled("欧阳兰", portraits["person_b_1"])
    picture = portraits["person_b_2"]
    high, wide = picture.shape[:2]
    moved = []
    for step in range(-6, 7):
        squeezed = np.float32([[0, 0], [wide, 0], [wide, high], [0, high]])
        aside = squeezed + np.float32([[0, step * 12], [0, -step * 12], [0, step * 12], [0, -step * 12]])
        turned = cv2.warpPerspective(picture, cv2.getPerspectiveTransform(squeezed, aside), (wide, high))
        moved.append(np.asarray(turned, np.uint8))
    said = on.look([picture] * 3 + moved + moved[::-1], challenge=True)
    assert all(one.turn is not None for one in said)
    assert {one.answer for one in said} == {None}
    person = on.ask(on.faces.person, receipt.person_id)
    _, told = on.shots(person.person_id, person.consent_id, [picture] * 10, challenge=True)
    assert {one.taken for one in told} == {0}


def test_a_camera_lost_in_the_middle_leaves_nothing_behind(on: Floor, portraits: dict[str, Picture]) -> None:
    person = on.resident("欧阳兰")
    consent = on.ask(on.faces.agree, person)
    seen, told = on.shots(person, consent, [portraits["person_b_1"]] * 4)
    assert 0 < told[-1].taken < 3
    seen.close()
    on.settle()
    assert seen._vectors == []
    with pytest.raises(Refused, match=r"faces\.not_captured"):
        on.ask(seen.keep)
    assert on.captured(person, portraits["person_b_1"]).person_id == person, "and begins anew with another camera"


def test_a_lane_that_goes_off_ends_what_was_being_watched(on: Floor, portraits: dict[str, Picture]) -> None:
    wrong: list[Exception] = []
    seen = on.faces.check_in(lambda _: None, wrong.append)
    on.ask(on.faces.switch_off)
    seen.frame(portraits["person_b_1"], 1)
    on.loop.until(lambda: bool(wrong))
    assert str(wrong[0]) == "faces.off"
    seen.close()


def test_only_the_newest_frame_waits(on: Floor, portraits: dict[str, Picture]) -> None:
    told: list[object] = []
    seen = on.faces.check_in(told.append)
    for at in range(10):
        seen.frame(portraits["person_b_1"], at)
    on.settle()
    on.settle()
    on.loop.until(lambda: len(told) >= 2)
    assert len(told) == 2
    seen.close()


def test_a_slow_computer_still_recognises(on: Floor, portraits: dict[str, Picture]) -> None:
    """Frames come all the time and one is looked at each second: three of them agree as if they came at once."""
    receipt = on.enrolled("欧阳兰", portraits["person_b_1"])
    answers: list[Answer] = []
    at = 2000

    def told(one: Seen) -> None:
        nonlocal at
        answers.extend([one.answer] if one.answer else [])
        at += 1000
        seen.frame(portraits["person_b_2"], at)

    seen = on.faces.check_in(told)
    seen.frame(portraits["person_b_2"], 1000)
    seen.frame(portraits["person_b_2"], at)
    on.loop.until(lambda: bool(answers))
    seen.close()
    assert (answers[0].verdict, answers[0].person_id) == (Verdict.ACCEPT, receipt.person_id)
    assert at < 8000
