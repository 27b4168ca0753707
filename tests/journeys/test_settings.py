"""Settings through the real window: another language live, a backup and its drill, a first-timer until midnight, the lock."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import cv2
import numpy as np
from PySide6.QtCore import Qt

from desk.core.clock import DAY_MS
from tests.faces.conftest import PORTRAITS
from tests.journeys.conftest import PIN, Running
from tests.journeys.faces_seen import ColourPush
from tests.journeys.reading import read
from ui.texts import sentence
from ui.widgets.buttons import BigButton
from ui.widgets.dialog_card import DialogCard


def opened(running: Running, key: str) -> Any:
    """A section of the settings, as its door opens it."""
    running.shell.to("settings")
    running.until(lambda: running.front() == "settings")
    running.page().doors[key].click()
    running.until(lambda: running.page().key == key)
    return running.page().panel()


def test_another_language_live_keeps_the_section_and_what_is_half_typed(on_duty: Running) -> None:
    place = opened(on_duty, "place")
    on_duty.until(lambda: place.edits["site_name"].text() == "锦绣苑")
    place.edits["aed"].setText("门卫室墙上")
    place.edits["aed"].textEdited.emit("门卫室墙上")
    on_duty.page().open("looks")
    on_duty.page().panel().languages.tile("en").click()
    on_duty.until(lambda: on_duty.page().heading() == "Screen and sound")
    on_duty.page().open("place")
    assert on_duty.page().panel().edits["aed"].text() == "门卫室墙上"
    assert on_duty.program.desk.settings.now.language == "en"
    on_duty.page().open("looks")
    on_duty.page().panel().languages.tile("zh_CN").click()
    on_duty.until(lambda: on_duty.page().heading() == "显示与声音")


def test_the_size_of_letters_follows_a_moment_after_the_hand(on_duty: Running) -> None:
    looks = opened(on_duty, "looks")
    looks.size.setValue(30)
    on_duty.until(lambda: on_duty.program.desk.settings.now.base_px == 30)
    on_duty.until(lambda: on_duty.front() == "settings" and on_duty.page().key == "looks")
    assert on_duty.page().key == "looks", "the page that was being changed stays open"
    on_duty.shell.extras["looks"].set_base_px(24)


def test_a_backup_to_a_folder_and_its_drill(on_duty: Running, tmp_path: Path) -> None:
    panel = opened(on_duty, "backup")
    (tmp_path / "stick").mkdir()
    panel.write(tmp_path / "stick")
    on_duty.until(lambda: panel.model.said == "backup.done", timeout=20_000)
    [file] = (tmp_path / "stick").glob("*.gdbackup")
    panel.presenter.drill(str(file))
    on_duty.until(lambda: panel.model.said == "backup.good", timeout=20_000)
    assert panel._said.isVisible()


def test_a_first_timer_works_until_midnight(on_duty: Running) -> None:
    panel = opened(on_duty, "operators")
    on_duty.until(lambda: len(panel.model.people) == 1)
    panel._vouch.click()
    panel.name.setText("赵小一")
    on_duty.page().main.click()
    session = on_duty.program.desk.session
    on_duty.until(lambda: session.state.active is not None and session.state.active.vouched)
    on_duty.until(lambda: not on_duty.page().panels["operators"].isVisible())  # not theirs to see
    on_duty.clock.advance(DAY_MS)
    on_duty.until(lambda: on_duty.front() == "signon")
    on_duty.until(lambda: all(not chip.vouched for chip in session.state.chips))
    assert on_duty.front() == "signon"


def test_lock_and_unlock_come_back_to_the_section(on_duty: Running) -> None:
    opened(on_duty, "backup")
    on_duty.qtbot.keyClick(on_duty.window.scan_line.field, Qt.Key.Key_F11)
    on_duty.until(lambda: on_duty.front() == "signon" and bool(on_duty.page().model.people))
    on_duty.page().tile(on_duty.page().model.people[0].operator_id).click()
    on_duty.until(lambda: on_duty.page().model.asking is not None)
    for digit in PIN:
        on_duty.page()._pad.type_digit(digit)
    on_duty.page()._pad._enter.click()
    on_duty.until(lambda: on_duty.front() == "settings")
    assert on_duty.page().key == "backup"


def test_a_restore_from_the_settings_puts_the_former_data_back(on_duty: Running, tmp_path: Path) -> None:
    from desk.store.identity import edit_site, here
    from ui.widgets.dialog_card import DialogCard

    panel = opened(on_duty, "backup")
    (tmp_path / "stick").mkdir()
    panel.write(tmp_path / "stick")
    on_duty.until(lambda: panel.model.said == "backup.done", timeout=20_000)
    [file] = (tmp_path / "stick").glob("*.gdbackup")
    on_duty.write(lambda u: edit_site(u, name="改错了", address="", url_prefix=""))
    panel._choose(panel.presenter.chosen(file))
    panel._go.click()
    on_duty.until(lambda: DialogCard.on(on_duty.window) is not None)
    card = DialogCard.on(on_duty.window)
    assert card is not None
    card.finish("yes")
    on_duty.until(lambda: on_duty.program.again, timeout=20_000)
    from desk.app import build

    desk = build(on_duty.program.desk.home.root, clock=on_duty.clock)
    desk.open()
    with desk.store.reading() as r:
        assert here(r).site_name == "锦绣苑"
    desk.close()


def test_a_badge_bears_a_photo_only_if_its_owner_wants_one(on_duty: Running, tmp_path: Path, picture: Any) -> None:
    camera, eyes = ColourPush(), on_duty.program.eyes
    assert eyes is not None
    eyes.cameras.use(camera)
    on_duty.until(lambda: eyes.cameras.code == "camera.working")
    panel = opened(on_duty, "operators")
    on_duty.until(lambda: len(panel.model.people) == 1)
    panel.presenter.open(panel.model.people[0].operator_id)
    panel._badge.click()
    on_duty.until(lambda: panel._photo.isVisible())

    def asked() -> DialogCard:
        panel._photo.click()
        card = DialogCard.on(on_duty.window)
        assert card is not None
        return card

    buttons = asked().findChildren(BigButton)
    assert buttons[0].height() == buttons[1].height()
    picture(on_duty, "badge-photo-asked")
    buttons[1].click()
    assert panel._portrait is None
    camera.put(np.full((480, 640, 3), 90, np.uint8))  # nobody there
    on_duty.until(lambda: eyes.still() is not None)
    asked().findChildren(BigButton)[0].click()
    on_duty.until(lambda: sentence("picture.no_face") in read(on_duty.window.notes))
    photo = np.asarray(cv2.imread(str(PORTRAITS / "person_a_1.jpg")), np.uint8)
    camera.put(cv2.copyMakeBorder(photo, 60, 60, 160, 160, cv2.BORDER_REPLICATE))
    asked().findChildren(BigButton)[0].click()
    on_duty.until(lambda: panel._portrait is not None)
    picture(on_duty, "badge-photo-taken")
    panel.save_badge(tmp_path / "badge.pdf")
    assert (tmp_path / "badge.pdf").read_bytes().count(b"/Subtype /Image") == 1
    acts = on_duty.read(lambda r: list(r.conn.exec_driver_sql("select action from audit_line").scalars()))
    assert acts.count("operator.badge_photo") == 1
    on_duty.shell.to("today")
    assert panel._portrait is None  # kept nowhere
