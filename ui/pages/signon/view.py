"""Sign-on on the screen: names as big tiles, then a pad for the PIN."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from ui.pages.signon.model import Person, SignonModel
from ui.shell.page import Page
from ui.texts import of_error, sentence
from ui.widgets.buttons import BigButton
from ui.widgets.flow import FlowLayout
from ui.widgets.form import Field
from ui.widgets.pin_pad import PinPad
from ui.widgets.themed import label, show_if

if TYPE_CHECKING:
    from desk.core.events import ScanSeen
    from ui.pages.signon.presenter import SignonPresenter

NAME_LEAST = 2


class SignonPage(Page):
    """Names, the pad, or the line for a first-timer's name."""

    TOPICS: ClassVar[frozenset[str]] = frozenset({"session", "operators"})

    def __init__(self, presenter: SignonPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        presenter.show = self.show_model
        presenter.wrong = lambda error: self._pad.shake(of_error(error))
        self.model = SignonModel()
        self._tiles: dict[str, BigButton] = {}
        self._names = QWidget()
        self._names.setProperty("role", "clear")
        self._flow = FlowLayout(self._names, gap="m", equal=True, columns=3)
        self._pad = PinPad()
        self._pad.entered.connect(presenter.pin)
        self._name = QLineEdit()
        self._name.setMaxLength(64)
        self._field = Field("", self._name)
        self._start = BigButton("", "main", "user-check")
        self._inside = QStackedWidget()
        for widget in (self._names, self._pad_holder(), self._vouch_form()):
            self._inside.addWidget(widget)
        self.body.addWidget(self._inside, 1)
        self._vouch, self._off = BigButton("", "quiet", "user-plus"), BigButton("", "quiet", "door-exit")
        self._lock, self._back = BigButton("", "quiet", "lock", "F11"), BigButton("", "quiet", "", "Esc")
        self.practise = BigButton("", "quiet", "star")
        for button, act in (
            (self._vouch, self._ask_name),
            (self._off, presenter.sign_off),
            (self._lock, presenter.lock),
            (self.practise, presenter.practise),
            (self._back, self._on_back),
        ):
            button.clicked.connect(act)
            self.add_action(button)
        self.ready()

    def _pad_holder(self) -> QWidget:
        holder = QWidget()
        holder.setProperty("role", "clear")
        row = QHBoxLayout(holder)
        row.addStretch(1)
        row.addWidget(self._pad, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        return holder

    def _vouch_form(self) -> QWidget:
        holder = QWidget()
        holder.setProperty("role", "clear")
        column = QVBoxLayout(holder)
        self._vouch_help = label("", "quiet")
        column.addWidget(self._vouch_help)
        column.addWidget(self._field)
        column.addWidget(self._start, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._start.clicked.connect(self._on_vouch)
        self._name.returnPressed.connect(self._on_vouch)
        return holder

    def on_show(self, **arguments: Any) -> None:
        self._name.clear()
        self._presenter.open(str(arguments.get("operator_id", "")))

    def refresh(self) -> None:
        self._presenter.refresh()

    def on_raw_scan(self, seen: ScanSeen) -> bool:
        return self._presenter.badge(seen)

    def on_back(self) -> bool:
        if self._inside.currentIndex() == 2:
            self._presenter.again()
            return True
        return self._presenter.again()

    def draft(self) -> dict[str, Any]:
        return {"name": self._name.text()} if self._name.text() else {}

    def restore(self, draft: Mapping[str, Any]) -> None:
        self._name.setText(str(draft.get("name", "")))

    def show_model(self, model: SignonModel) -> None:
        """Draw names or the pad."""
        asked_before = self.model.asking
        self.model = model
        self._show_names(model.people)
        self._turn_to(0 if model.asking is None else 1)
        if model.asking is not None and model.asking != asked_before:
            self._pad.clear()
            self._pad.setFocus()
        self._say()

    def _show_names(self, people: tuple[Person, ...]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._tiles.clear()
        for person in people:
            icon = "user-check" if person.on_duty else "user"
            tile = BigButton(person.label, "tile", icon)
            on_duty = self.tr("当班中") if person.on_duty else ""
            tile.set_sub(" · ".join(part for part in (self._role(person.role), on_duty) if part))
            tile.clicked.connect(lambda _=False, one=person.operator_id: self._presenter.choose(one))
            self._tiles[person.operator_id] = tile
            self._flow.addWidget(tile)

    def _turn_to(self, index: int) -> None:
        """The leaves behind take no room: a pad must not make the names scroll."""
        for n in range(self._inside.count()):
            policy = QSizePolicy.Policy.Preferred if n == index else QSizePolicy.Policy.Ignored
            self._inside.widget(n).setSizePolicy(policy, policy)
        self._inside.setCurrentIndex(index)

    def tile(self, operator_id: str) -> BigButton:
        return self._tiles[operator_id]

    def retranslate(self) -> None:
        self._vouch.setText(self.tr("第一次来帮忙"))
        self._off.setText(self.tr("我下班了"))
        self._lock.setText(self.tr("锁屏"))
        self.practise.setText(self.tr("我的第一个早上（练十分钟）"))
        self._back.setText(self.tr("返回"))
        self._field.set_words(self.tr("姓名"))
        self._vouch_help.setText(self.tr("由您担保，用到今晚 12 点。请写来帮忙的人的姓名。"))
        self._start.setText(self.tr("开始当班"))
        self._show_names(self.model.people)
        self._say()

    def _say(self) -> None:
        model = self.model
        if model.asking is not None:
            self.set_heading(
                self.tr("{name}，请输入密码").format(name=model.asking.label), self.tr("也可以刷卡或扫工作码")
            )
        elif model.locked:
            self.set_heading(self.tr("已锁屏，请点您的名字"), self.tr("骑手和快递照常按 F5、F6 放行"))
        else:
            self.set_heading(self.tr("现在由谁当班？请点名字"), self.tr("也可以刷卡或扫工作码"))
        choosing = model.asking is None and self._inside.currentIndex() == 0
        signed_on = any(person.acting for person in model.people)
        show_if(self._vouch, choosing and model.may_vouch and not model.locked)
        show_if(self._off, choosing and signed_on and not model.locked)
        show_if(self._lock, choosing and signed_on and not model.locked)
        show_if(self.practise, choosing)
        show_if(self._back, not choosing or (not model.locked and signed_on))

    def _role(self, role: str) -> str:
        return sentence(f"role.{role}") if role else ""

    def _ask_name(self) -> None:
        self._turn_to(2)
        self.set_heading(self.tr("第一次来帮忙，欢迎"))
        for button in (self._vouch, self._off, self._lock, self.practise):
            show_if(button, False)
        show_if(self._back, True)
        self._name.setFocus()

    def _on_vouch(self) -> None:
        name = self._name.text().strip()
        if len(name) < NAME_LEAST:
            self._field.set_error(self.tr("请写姓名"))
            return
        self._field.set_error("")
        self._presenter.vouch(name)

    def _on_back(self) -> None:
        if not self.on_back():
            self._presenter.leave()
