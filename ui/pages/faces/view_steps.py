"""The steps before the camera: the notice in large print, a consent of its own, and whether somebody is under fourteen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui import i18n
from ui.faces.pair import Pair
from ui.matters.signature import SignaturePad
from ui.pages.faces.model import FacesModel
from ui.paper import faces as paper
from ui.theme import current
from ui.theme.fonts import font
from ui.widgets import BigButton, Card, Field, label, show_if
from ui.widgets.page import Scroller
from ui.widgets.themed import Themed

if TYPE_CHECKING:
    from ui.pages.faces.presenter import FacesPresenter

GUARDIAN_LEAST = 2
LEAST, LEAST_TIGHT = 10, 3.5  # of the notice that is seen at once, in letters of the base text
BESIDE_EMS = 40  # of width: from here on things stand side by side


class Part(Themed, QWidget):
    """One panel of the page: `draw(model)`."""

    def __init__(self, presenter: FacesPresenter) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self.presenter = presenter
        self.model = FacesModel()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)

    def draw(self, model: FacesModel) -> None:
        """Says the model in the language of the moment."""
        self.model = model

    def be_tight(self, tight: bool) -> None:
        """There is little height for the size of the text (200 %)."""

    def restyle(self) -> None:
        self.column.setSpacing(current().space("l"))


class NoticePart(Part):
    """Who, why, how, how long, and how to end it; to be read, or to be heard."""

    def __init__(self, presenter: FacesPresenter) -> None:
        super().__init__(presenter)
        self._tight = False
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.MarkdownText)
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        card, inside = Card(), QWidget()
        card.body.addWidget(self._text, 1)
        around = QVBoxLayout(inside)  # the scroller takes the ground away from what it holds, not from the card
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(card)
        self._scroll = Scroller(inside)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.pair = Pair("check", "qrcode")
        self.pair.first.connect(presenter.noticed)
        self.pair.second.connect(presenter.refuse)
        self.column.addWidget(self._scroll, 1)
        self.column.addWidget(self.pair)
        self.ready()

    def words(self) -> str:
        """The notice without its signs, for reading aloud."""
        text = paper.notice_text(self.model.lane, i18n.current())
        return text.replace("#", "").replace("*", "").replace("\n\n", "\n").strip()

    def draw(self, model: FacesModel) -> None:
        super().draw(model)
        if model.lane.on:
            self._text.setText(paper.notice_text(model.lane, i18n.current()))

    def top(self) -> None:
        """From the beginning, with the keyboard on it: arrows scroll."""
        self._scroll.verticalScrollBar().setValue(0)
        self._scroll.setFocus()

    def retranslate(self) -> None:
        self._scroll.setAccessibleName(self.tr("人脸信息告知书"))
        self.pair.set_words(self.tr("听清楚了，去下一步"), self.tr("不录入，用别的方式"))
        self.draw(self.model)

    def restyle(self) -> None:
        super().restyle()
        self._text.setFont(font(round(current().text() * 1.2)))
        self._fit()

    def be_tight(self, tight: bool) -> None:
        self._tight = tight
        self.pair.be_tight(tight)
        self._fit()

    def _fit(self) -> None:
        """Both answers stand under the words without scrolling."""
        self._scroll.setMinimumHeight(round(current().text() * (LEAST_TIGHT if self._tight else LEAST)))


class ConsentPart(Part):
    """On its own, for nothing else, with nothing ticked beforehand. Whoever cannot sign says so, and somebody on duty stands by it."""

    def __init__(self, presenter: FacesPresenter) -> None:
        super().__init__(presenter)
        self._words = label("", "lead")
        self._free = label("", "quiet")
        self.pad = SignaturePad()
        self.spoken = QCheckBox()
        self.clear = BigButton("", "row", "x")
        self.pair = Pair("check", "qrcode")
        card = Card()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        said, drawn = QVBoxLayout(), QVBoxLayout()
        said.addWidget(self._words)
        said.addWidget(self._free)
        said.addStretch(1)
        said.addWidget(self.spoken)
        drawn.addWidget(self.pad, 1)
        drawn.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignLeft)
        self._row.addLayout(said, 1)
        self._row.addLayout(drawn, 1)
        card.body.addLayout(self._row, 1)
        self._lack = label("", "", "warn")
        self._lack.hide()
        self.column.addWidget(card, 1)
        self.column.addWidget(self._lack)
        self.column.addWidget(self.pair)
        self.pad.signed.connect(self._say)
        self.spoken.toggled.connect(lambda _: self._say())
        self.clear.clicked.connect(self._on_clear)
        self.pair.first.connect(self._on_agree)
        self.pair.second.connect(presenter.refuse)
        self.ready()

    def begin(self) -> None:
        """Nobody's signature, nothing ticked."""
        self.pad.clear()
        self.spoken.setChecked(False)
        self._say_lack("")
        self._say()

    def be_tight(self, tight: bool) -> None:
        self.pair.be_tight(tight)

    def turn(self, width: int) -> None:
        """Words beside the pad where there is room."""
        beside = width >= BESIDE_EMS * current().text()
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def restyle(self) -> None:
        super().restyle()
        self._row.setSpacing(current().space("xl"))

    def image(self) -> QImage:
        """The signature, for the sheet that goes into the folder; a null image where it was said aloud."""
        return QImage() if self.pad.is_empty() else self.pad.image()

    def _on_clear(self) -> None:
        self.pad.clear()
        self._say()

    def _on_agree(self) -> None:
        if self.pad.is_empty() and not self.spoken.isChecked():
            self._say_lack(self.tr("还没有签名。愿意的话请先签名；不愿意，按右边的按钮就行。"))
        else:
            self.presenter.agreed()

    def _say(self) -> None:
        self.clear.setEnabled(not self.pad.is_empty())
        if not self.pad.is_empty() or self.spoken.isChecked():
            self._say_lack("")

    def _say_lack(self, words: str) -> None:
        self._lack.setText(words)
        show_if(self._lack, bool(words))

    def retranslate(self) -> None:
        lane = self.model.lane
        self._words.setText(
            self.tr("我同意{handler}为了「{purpose}」录入我的人脸信息。").format(
                handler=lane.handler, purpose=lane.purpose
            )
        )
        self._free.setText(
            self.tr("同意与否由您自己决定。不录入，照样用二维码、门卡或密码；录入以后，随时可以在任何一个门岗撤回。")
        )
        self.spoken.setText(self.tr("手不方便签：口头同意，值班人员见证"))
        self.clear.setText(self.tr("重新签"))
        self.pair.set_words(self.tr("我同意录入"), self.tr("不录入，用别的方式"))
        self._say()

    def draw(self, model: FacesModel) -> None:
        super().draw(model)
        self.retranslate()


class AgePart(Part):
    """Under fourteen a guardian agrees: who they are is looked at, and written down."""

    def __init__(self, presenter: FacesPresenter) -> None:
        super().__init__(presenter)
        self.pair = Pair("user", "users")
        self.pair.first.connect(presenter.of_age)
        self.pair.second.connect(self._on_child)
        self._rule = label("", "quiet")
        self.guardian = QLineEdit()
        self.guardian.setMaxLength(64)
        self._field = Field("", self.guardian)
        self.checked = QCheckBox()
        self.go = BigButton("", "main", "check")
        self.go.clicked.connect(self._on_go)
        self.guardian.returnPressed.connect(self._on_go)
        self._card = Card()
        self._card.body.addWidget(self._field)
        self._card.body.addWidget(self.checked)
        self._card.body.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        self._wrong = label("", "", "warn")
        for widget in (self.pair, self._rule, self._card, self._wrong):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.ready()

    def begin(self) -> None:
        self.guardian.clear()
        self.checked.setChecked(False)
        self._field.set_error("")
        self._card.hide()

    def draw(self, model: FacesModel) -> None:
        super().draw(model)
        self._wrong.setText(model.wrong)
        show_if(self._wrong, bool(model.wrong))
        self.pair.setEnabled(not model.busy)
        self.pair.other.setEnabled(model.may_minor)
        self._rule.setText(
            self.tr("不满 14 周岁的孩子，要有父母或其他监护人在场，由监护人看告知书、同意和签名。")
            if model.may_minor
            else self.tr("不满 14 周岁的孩子要由管理员办理，请换管理员登录。")
        )

    def _on_child(self) -> None:
        self._card.show()
        self.guardian.setFocus()

    def _on_go(self) -> None:
        words = self.guardian.text().strip()
        if len(words) < GUARDIAN_LEAST:
            self._field.set_error(self.tr("请写监护人的姓名，和孩子是什么关系"))
        elif not self.checked.isChecked():
            self._field.set_error(self.tr("请先看监护人的证件，再勾上"))
        else:
            self._field.set_error("")
            self.presenter.for_child(words)

    def retranslate(self) -> None:
        self.pair.set_words(self.tr("满 14 周岁"), self.tr("不满 14 周岁"))
        self._field.set_words(self.tr("监护人"), self.tr("姓名和关系，比如：母亲"))
        self.checked.setText(self.tr("看过监护人的证件，告知书由监护人看过，刚才是监护人签的名"))
        self.go.setText(self.tr("监护人同意，开始采集"))
        self.draw(self.model)
