"""More ways in: six digits, a picture of a code, scanning again, another camera, and in the demonstration a code to hold up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from ui.shell.page import Page, PageSpec, Ports
from ui.texts import sentence
from ui.widgets.banner import Banner
from ui.widgets.buttons import BigButton
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.form import Field
from ui.widgets.themed import show_if

if TYPE_CHECKING:
    from ui.eyes import Eyes

DIGITS = 6


class MorePage(Page):
    """Every way ends on the result card, as a scan does."""

    def __init__(self, ports: Ports) -> None:
        super().__init__()
        self._ports = ports
        self._watched: Eyes | None = None
        self._state = Banner(closable=False)
        self._digits = QLineEdit()
        self._digits.setMaxLength(DIGITS)
        self._digits.returnPressed.connect(self._on_digits)
        self._field = Field("", self._digits)
        self._go = BigButton("", "main", "ticket")
        self._go.clicked.connect(self._on_digits)
        self._card = Card()
        beside = QHBoxLayout()
        beside.addWidget(self._field, 1)
        beside.addWidget(self._state, 1, Qt.AlignmentFlag.AlignBottom)
        self._card.body.addLayout(beside)
        self._ways = QWidget()
        self._ways.setProperty("role", "clear")
        self._flow = FlowLayout(self._ways, gap="m", equal=True, columns=4)
        self._again = self._way("repeat", self._on_again)
        self._picture = self._way("photo", self._on_picture)
        self._camera = self._way("camera", lambda: ports.go.to("settings", section="camera"))
        self._faces = self._way("user-search", lambda: ports.go.to("faces"))
        self._own_data = self._way("user-shield", lambda: ports.go.to("settings", section="requests"))
        self._assisted = self._way("heart-handshake", lambda: ports.go.to("assisted"))
        self._practise = self._way("mood-smile", self._on_practise)
        for widget in (self._card, self._ways):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self._back = BigButton("", "quiet", "", "Esc")
        self._back.clicked.connect(ports.go.back)
        self.set_main(self._go)
        self.add_action(self._back)
        self.ready()

    def _way(self, icon: str, act: Callable[[], None]) -> BigButton:
        button = BigButton("", "tile", icon)
        button.clicked.connect(lambda _=False: act())
        self._flow.addWidget(button)
        return button

    def on_show(self, **arguments: Any) -> None:
        self._digits.clear()
        self._field.set_error("")
        self._digits.setFocus()
        self._watch()
        self._say_camera()

    def on_hide(self) -> None:
        if self._watched is not None:
            self._watched.cameras.state.disconnect(self._say_camera)
            self._watched = None

    def eyes_are_here(self, eyes: Eyes) -> None:
        self._watch()
        self._say_camera()

    def _watch(self) -> None:
        """Follow the camera while one looks at this page."""
        eyes = self._eyes()
        if eyes is not None and self._watched is None:
            self._watched = eyes
            eyes.cameras.state.connect(self._say_camera)

    def retranslate(self) -> None:
        self.set_heading(self.tr("扫不出来？换一种方式"))
        self._field.set_words(self.tr("来访证下面的六位数字"))
        self._digits.setPlaceholderText(self.tr("6 位数字，输完按回车"))
        self._go.setText(self.tr("查这六位数字"))
        self._again.setText(self.tr("再扫一次"))
        self._picture.setText(self.tr("识别一张图片"))
        self._camera.setText(self.tr("换摄像头"))
        self._faces.setText(self.tr("刷脸认人、撤回人脸"))
        self._own_data.setText(self.tr("有人问自己的信息"))
        self._assisted.setText(self.tr("替住户代办"))
        self._practise.setText(self.tr("练习：举起下一张码"))
        self._back.setText(self.tr("返回"))
        self._say_camera()

    def _eyes(self) -> Eyes | None:
        eyes: Eyes | None = self._ports.extras.get("eyes")
        return eyes

    def _say_camera(self, *_: str) -> None:
        eyes = self._eyes()
        code = eyes.cameras.code if eyes is not None else "camera.opening"
        good = code in ("camera.working", "camera.opening", "camera.off")
        show_if(self._state, code != "camera.working")
        self._state.show_text(sentence(code), "info" if good else "warn", "camera")
        show_if(self._practise, eyes is not None and eyes.cameras.choice.kind == "demo")

    def _on_digits(self) -> None:
        digits = self._digits.text().strip()
        if len(digits) == DIGITS and digits.isascii() and digits.isdigit():
            self._field.set_error("")
            self._ports.go.digits(digits)
        else:
            self._field.set_error(self.tr("请输入六位数字"))

    def _on_again(self) -> None:
        """The same code counts as a new scan."""
        if eyes := self._eyes():
            eyes.scans.forget()
        self._ports.go.back()

    def _on_picture(self) -> None:
        words = self.tr("图片 (*.png *.jpg *.jpeg *.bmp *.webp)")
        path, _ = QFileDialog.getOpenFileName(self, self.tr("识别一张图片"), "", words)
        if path:
            self.read_picture(Path(path))

    def read_picture(self, path: Path) -> None:
        """Look for a code in a picture file."""
        if eyes := self._eyes():
            eyes.read_picture(path, self._ports.say.problem)

    def _on_practise(self) -> None:
        if eyes := self._eyes():
            eyes.practise(self._ports.say.problem)
            self._ports.go.back()


def make(ports: Ports) -> Page:
    return MorePage(ports)


PAGE = PageSpec("more", str(QT_TRANSLATE_NOOP("pages", "更多方式")), "dots", 940, make, in_rail=False)
