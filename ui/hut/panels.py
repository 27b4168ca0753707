"""The parts of the hut's screen: what is to be done, show your code, choose a thing, a sentence, a ticket, help."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import moments
from ui.hut import words
from ui.hut.giant import Giant, QrView
from ui.hut.model import HutModel, Step, Thing, Wish
from ui.shell.lens import Lens
from ui.texts import sentence
from ui.theme import current
from ui.widgets.result_mark import ResultMark
from ui.widgets.themed import IconView, Themed, label, show_if

CENTRE = Qt.AlignmentFlag.AlignCenter
COLUMNS = 3


class Panel(Themed, QWidget):
    """A step of the hut: `show_model(model)`, `spoken()` what is read aloud."""

    def __init__(self, presenter: Any) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self.presenter = presenter
        self.model = HutModel()
        self.title = label("", "result")
        self.title.setAlignment(CENTRE)

    def show_model(self, model: HutModel) -> None:
        self.model = model
        self.draw()

    def draw(self) -> None:
        """Says the model in the language of the moment."""

    def spoken(self) -> str:
        return self.title.text()

    def retranslate(self) -> None:
        self.draw()


class HomePanel(Panel):
    def __init__(self, presenter: Any) -> None:
        super().__init__(presenter)
        self.mask, self.borrow = Giant("machine-dispenser"), Giant("machine-locker")
        self.help = Giant("urgent", "bad")
        self._hint = label("", "lead")
        self._hint.setAlignment(CENTRE)
        row = QHBoxLayout()
        for button, call in ((self.mask, presenter.mask), (self.borrow, presenter.borrow), (self.help, presenter.help)):
            button.clicked.connect(lambda _=False, call=call: call())
            row.addWidget(button, 1)
        row.setSpacing(current().space("xl"))
        whole = QVBoxLayout(self)
        whole.addWidget(self.title)
        whole.addLayout(row, 1)
        whole.addWidget(self._hint)
        self.ready()

    def draw(self) -> None:
        model = self.model
        self.title.setText(self.tr("看到您的码了，请按要办的事") if model.shown else self.tr("您要办什么？请按"))
        self.mask.say(self.tr("口罩"), self.tr("现在没有口罩") if model.masks else self.tr("住户每天可领"))
        self.borrow.say(self.tr("借用"), self.tr("现在没有可借的") if model.things else self.tr("轮椅、推车、雨伞等"))
        self.help.say(self.tr("求助"), self.tr("叫人来"))
        self._hint.setText(self.tr("还东西：把物品上的码对着摄像头或扫码口"))

    def spoken(self) -> str:
        return self.title.text() if self.model.shown else ""


class ScanPanel(Panel):
    def __init__(self, presenter: Any) -> None:
        super().__init__(presenter)
        self.lens, self._icon = Lens(), IconView("scan", "muted", "mark")
        self.lens.hide()
        self._how = label("", "lead")
        self._how.setAlignment(CENTRE)
        self.courier, self.face = Giant("truck-delivery", "card", flat=True), Giant("user", "card", flat=True)
        self.courier.clicked.connect(lambda _=False: presenter.courier())
        self.face.clicked.connect(lambda _=False: presenter.face())
        whole = QVBoxLayout(self)
        whole.addStretch(1)
        for widget in (self.title, self._how):
            whole.addWidget(widget)
        for widget in (self.lens, self._icon):
            whole.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(1)
        others = QHBoxLayout()
        others.setSpacing(current().space("l"))
        for button in (self.face, self.courier):
            others.addWidget(button, 1)
        whole.addLayout(others)
        self.ready()

    def draw(self) -> None:
        mask = self.model.wish is Wish.MASK
        self.title.setText(sentence(self.model.other) if self.model.other else self.tr("请出示家里的住户码"))
        self._how.setText(
            self.tr("对着摄像头或扫码口，领一个口罩。") if mask else self.tr("对着摄像头或扫码口，看看能借什么。")
        )
        self.courier.say(self.tr("我是快递、骑手，没有住户码"))
        self.face.say(self.tr("登记过人脸，刷脸"))
        show_if(self.courier, mask and self.model.couriers)
        show_if(self.face, self.model.faces)

    def show_camera(self, code: str) -> None:
        """Without a camera nothing pretends to be one: there is the scanner."""
        self.lens.show_code(code)
        show_if(self.lens, code == "camera.working")
        show_if(self._icon, code != "camera.working")


class PickPanel(Panel):
    def __init__(self, presenter: Any) -> None:
        super().__init__(presenter)
        self.buttons: dict[str, Giant] = {}
        self._grid = QGridLayout()
        self._grid.setSpacing(current().space("l"))
        self._offers: tuple[Thing, ...] = ()
        whole = QVBoxLayout(self)
        whole.addWidget(self.title)
        whole.addLayout(self._grid, 1)
        self.ready()

    def draw(self) -> None:
        self.title.setText(self.tr("要借哪一样？"))
        if self.model.offers != self._offers:
            self._fill()
        for one in self._offers:
            due = self.tr("借到 {due}").format(due=moments.moment(one.due))
            self.buttons[one.asset_id].say(one.name, due)

    def _fill(self) -> None:
        for button in self.buttons.values():
            self._grid.removeWidget(button)
            button.deleteLater()
        self._offers, self.buttons = self.model.offers, {}
        for nth, one in enumerate(self._offers):
            button = Giant(one.icon, "card")
            button.clicked.connect(lambda _=False, id_=one.asset_id: self.presenter.pick(id_))
            self.buttons[one.asset_id] = button
            self._grid.addWidget(button, nth // COLUMNS, nth % COLUMNS)


class SaidPanel(Panel):
    """Busy, done, or not done and what to do now."""

    def __init__(self, presenter: Any) -> None:
        super().__init__(presenter)
        self._mark = ResultMark("ask")
        self._more = label("", "lead")
        self._more.setAlignment(CENTRE)
        self.damaged = Giant("tools", "card", flat=True)
        self.damaged.clicked.connect(lambda _=False: presenter.damaged())
        whole = QVBoxLayout(self)
        whole.addStretch(1)
        whole.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addWidget(self.title)
        whole.addWidget(self._more)
        whole.addStretch(1)
        whole.addWidget(self.damaged)
        self.ready()

    def draw(self) -> None:
        found = words.said(self.model)
        self._mark.show_result(found.mark)
        self.title.setText(found.title)
        self._more.setText(found.more)
        show_if(self._more, bool(found.more))
        self.damaged.say(self.tr("坏了，或少了东西"))
        back = self.model.step is Step.DONE and self.model.wish is Wish.BACK and self.model.sure
        show_if(self.damaged, back)


class TicketPanel(Panel):
    def __init__(self, presenter: Any) -> None:
        super().__init__(presenter)
        self._more, self._word = label("", "lead"), label("", "lead")
        self.number: QLabel = label("", "huge", wrap=False)
        self.qr = QrView()
        left = QVBoxLayout()
        for widget in (self.title, self._word, self.number, self._more):
            left.addWidget(widget)
        self.title.setAlignment(Qt.AlignmentFlag.AlignLeft)
        left.insertStretch(0, 1)
        left.addStretch(1)
        whole = QHBoxLayout(self)
        whole.addLayout(left, 1)
        whole.addSpacing(current().space("xl"))
        whole.addWidget(self.qr, 0, CENTRE)
        self.ready()

    def draw(self) -> None:
        found = words.ticket(self.model)
        self.title.setText(found.title)
        self._more.setText(found.more)
        self._word.setText(self.tr("单号"))
        self.number.setText(self.model.number)
        self.qr.show_text(self.model.text)

    def restyle(self) -> None:
        from ui.theme.fonts import font

        self.number.setFont(font(current().base * 2, bold=True))


class HelpPanel(Panel):
    def __init__(self, presenter: Any) -> None:
        super().__init__(presenter)
        self._more = label("", "lead")
        self.phone: QLabel = label("", "huge", wrap=False)
        self._who, self._life = label("", "lead"), label("", "lead")
        self.call = Giant("bell", "bad", flat=True)
        self.call.clicked.connect(lambda _=False: presenter.call())
        whole = QVBoxLayout(self)
        whole.addStretch(1)
        for widget in (self.title, self._more, self._who, self.phone):
            widget.setAlignment(CENTRE)
            whole.addWidget(widget)
        whole.addWidget(self.call)
        whole.addStretch(1)
        whole.addWidget(self._life)
        self._life.setAlignment(CENTRE)
        self.ready()

    def draw(self) -> None:
        model, found = self.model, words.helping(self.model)
        self.title.setText(found.title)
        self._more.setText(found.more)
        show_if(self._more, bool(found.more))
        self._who.setText(self.tr("电话：{who}").format(who=model.who) if model.phone else "")
        self.phone.setText(model.phone)
        for widget in (self._who, self.phone):
            show_if(widget, bool(model.phone) and not model.seen)
        self.call.say(self.tr("呼叫门岗"))
        show_if(self.call, model.step is Step.HELP)
        self._life.setText(self.tr("有生命危险请直接打 120，着火打 119，报警打 110"))

    def restyle(self) -> None:
        from ui.theme.fonts import font

        self.phone.setFont(font(current().base * 2, bold=True))
