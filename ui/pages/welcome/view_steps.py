"""The plain steps of the first run: language, estate, gate, manager. Each draws a model and tells what was done."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.i18n import OWN_NAMES
from ui.pages.welcome.model import WelcomeModel
from ui.texts import of_error
from ui.theme import current
from ui.widgets.attention import AttentionRow
from ui.widgets.buttons import BigButton
from ui.widgets.chooser import Choice, Chooser
from ui.widgets.form import Field
from ui.widgets.pin_pad import PinPad
from ui.widgets.themed import Themed, label, show_if

if TYPE_CHECKING:
    from ui.pages.welcome.presenter import WelcomePresenter

LONGEST = 60


class StepPart(Themed, QWidget):
    """One step's place. `heading()` says what is asked; `main()` names the button, "" hides it."""

    def __init__(self, presenter: WelcomePresenter) -> None:
        super().__init__()
        self.setProperty("role", "clear")
        self.presenter = presenter
        self.model = WelcomeModel()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)

    def heading(self) -> tuple[str, str]:
        return "", ""

    def main(self) -> str:
        return self.tr("下一步")

    def draw(self, model: WelcomeModel) -> None:
        self.model = model

    def begin(self) -> None:
        """The step was turned to: give the keyboard to the first field; left alone it goes to the main button."""

    def wrong(self, what: str, error: Exception) -> bool:
        """Say at a field what was not right; False when the field is not here."""
        return False

    def restyle(self) -> None:
        self.column.setSpacing(current().space("l"))


class LanguageStep(StepPart):
    def __init__(self, presenter: WelcomePresenter) -> None:
        super().__init__(presenter)
        # Each language in its own words, whatever the screen speaks now.
        self._tiles = Chooser([Choice(lang, "language", words) for lang, words in OWN_NAMES.items()], columns=2)
        self._tiles.chosen.connect(presenter.language)
        self._hint = label("", "quiet")
        self._join, self._try = BigButton("", "quiet", "plug-connected"), BigButton("", "quiet", "mood-smile")
        self._join.clicked.connect(presenter.begin_join)
        self._try.clicked.connect(presenter.importer.practise)
        self.move = BigButton("", "quiet", "truck-delivery")
        self.move.clicked.connect(presenter.importer.move_here)
        self._there, self._moves = label("", "quiet"), label("", "quiet")
        self.wiped = AttentionRow("warn", "plug-connected-x", "")
        self.wiped.hide()
        self.column.addWidget(self.wiped)
        self.column.addWidget(self._tiles)
        self.column.addSpacing(8)
        for words, button in ((self._there, self._join), (self._moves, self.move), (self._hint, self._try)):
            self.column.addWidget(words)
            self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.ready()

    def heading(self) -> tuple[str, str]:
        return (
            self.tr("欢迎使用门岗台"),
            self.tr("一共 {n} 步，大约 5 分钟。先选语言，以后随时可以换。").format(n=WelcomeModel().total),
        )

    def draw(self, model: WelcomeModel) -> None:
        super().draw(model)
        show_if(self.wiped, model.wiped)
        self._tiles.set_choice(model.language)

    def begin(self) -> None:
        self._tiles.tile(self.model.language).setFocus()

    def retranslate(self) -> None:
        self.wiped.show_matter(
            "warn", "plug-connected-x", self.tr("中心停用了这台电脑，原来的资料已经清除"),
            self.tr("要再用，请从头设置，或者加入已有的小区。"),
        )  # fmt: skip
        self._hint.setText(self.tr("想先看看？演示小区另开一个窗口，里面的人都是编的，和您的数据分开存放。"))
        self._try.setText(self.tr("先试用演示小区"))
        self._there.setText(self.tr("小区里已经有一台电脑在用门岗台？让这台加入，住户、码和来访都会自动过来。"))
        self._join.setText(self.tr("加入已有的小区"))
        self._moves.setText(self.tr("原来的电脑换掉了？带上它打包好的 U 盘和搬家码，全部搬过来接着用。"))
        self.move.setText(self.tr("从另一台电脑搬来"))


class FieldsStep(StepPart):
    """Two lines to fill in. Subclasses give the words."""

    NAMES: tuple[str, str] = ("", "")

    def __init__(self, presenter: WelcomePresenter) -> None:
        super().__init__(presenter)
        self.fields: dict[str, Field] = {}
        for place, name in enumerate(self.NAMES):
            editor = QLineEdit()
            editor.setMaxLength(LONGEST)
            editor.textEdited.connect(self._typed(name))
            editor.returnPressed.connect(presenter.next)
            self.fields[name] = Field("", editor, optional=place == 1)
            self.column.addWidget(self.fields[name])
        self.column.addStretch(1)

    def _typed(self, name: str) -> Callable[[str], None]:
        def typed(text: str) -> None:
            self.fields[name].set_error("")
            self.presenter.typed(**{name: text})

        return typed

    def editor(self, name: str) -> QLineEdit:
        editor = self.fields[name].editor
        assert isinstance(editor, QLineEdit)
        return editor

    def draw(self, model: WelcomeModel) -> None:
        super().draw(model)
        for name in self.NAMES:
            if self.editor(name).text() != getattr(model.answers, name):
                self.editor(name).setText(getattr(model.answers, name))

    def begin(self) -> None:
        self.editor(self.NAMES[0]).setFocus()

    def wrong(self, what: str, error: Exception) -> bool:
        if what not in self.fields:
            return False
        self.fields[what].set_error(of_error(error))
        self.fields[what].editor.setFocus()
        return True


class EstateStep(FieldsStep):
    NAMES = ("site_name", "address")

    def __init__(self, presenter: WelcomePresenter) -> None:
        super().__init__(presenter)
        self.ready()

    def heading(self) -> tuple[str, str]:
        return self.tr("这是哪个小区？"), self.tr("名字会印在来访证和标签上。")

    def retranslate(self) -> None:
        self.fields["site_name"].set_words(self.tr("小区名称"), self.tr("比如：锦绣苑"))
        self.fields["address"].set_words(
            self.tr("详细地址"), self.tr("遇到急事打 120、119 时照着念。比如：明珠路 88 弄")
        )


class GateStep(FieldsStep):
    NAMES = ("gate_name", "gate_phone")

    def __init__(self, presenter: WelcomePresenter) -> None:
        super().__init__(presenter)
        self.ready()

    def heading(self) -> tuple[str, str]:
        return self.tr("这台电脑放在哪个门岗？"), self.tr("有几个门岗就各设各的，名字不要一样。")

    def retranslate(self) -> None:
        self.fields["gate_name"].set_words(self.tr("门岗名称"), self.tr("比如：南门"))
        self.fields["gate_phone"].set_words(self.tr("门岗电话"), self.tr("印在标签上，捡到的人可以打过来"))


class ManagerStep(StepPart):
    """A name, and a PIN typed twice."""

    def __init__(self, presenter: WelcomePresenter) -> None:
        super().__init__(presenter)
        self._name = QLineEdit()
        self._name.setMaxLength(LONGEST)
        self._name.textEdited.connect(self._typed)
        self._name.returnPressed.connect(lambda: self.pad.setFocus())
        self._field = Field("", self._name)
        self._said, self._anew = label("", "lead"), BigButton("", "row", "refresh")
        self._anew.clicked.connect(presenter.again_pin)
        self._rule = label("", "quiet")
        self.pad = PinPad()
        self.pad.entered.connect(presenter.pin)
        left = QVBoxLayout()
        for widget in (self._field, self._said, self._rule):
            left.addWidget(widget)
        left.addWidget(self._anew, 0, Qt.AlignmentFlag.AlignLeft)
        left.addStretch(1)
        self._row = QHBoxLayout()
        self._row.addLayout(left, 1)
        self._row.addWidget(self.pad, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(self._row)
        self.column.addStretch(1)
        self.ready()

    def _typed(self, text: str) -> None:
        self._field.set_error("")
        self.presenter.typed(manager=text)

    def heading(self) -> tuple[str, str]:
        if self.model.pin == "made":
            return self.tr("管理员已经设好了"), self.tr("要加人、改密码，以后在「设置」里做。")
        return self.tr("谁来当第一位管理员？"), self.tr("管理员可以加值班的人、改设置、恢复备份。")

    def draw(self, model: WelcomeModel) -> None:
        turned = (model.pin, model.step) != (self.model.pin, self.model.step)
        super().draw(model)
        if self._name.text() != model.answers.manager:
            self._name.setText(model.answers.manager)
        made = model.pin == "made"
        show_if(self._field, not made)
        show_if(self.pad, model.pin in ("first", "again"))
        show_if(self._rule, model.pin == "first")
        show_if(self._anew, model.pin in ("again", "set"))
        show_if(self._said, not made)
        self._said.setText(self._words())
        if turned and model.pin in ("first", "again"):
            self.pad.clear()
            if model.pin == "again":
                self.pad.setFocus()

    def _words(self) -> str:
        return {
            "first": self.tr("再设一个密码"),
            "again": self.tr("请再输一次同样的密码"),
            "set": self.tr("密码已设好"),
        }.get(self.model.pin, "")

    def begin(self) -> None:
        if not self.model.answers.manager:
            self._name.setFocus()
        else:
            self.pad.setFocus()

    def wrong(self, what: str, error: Exception) -> bool:
        if what == "pad":
            self.pad.shake(of_error(error))
            self.pad.setFocus()
        elif what == "manager":
            self._field.set_error(of_error(error))
            self._name.setFocus()
        return what in ("pad", "manager")

    def restyle(self) -> None:
        super().restyle()
        self._row.setSpacing(current().space("xxl"))

    def retranslate(self) -> None:
        self._field.set_words(self.tr("姓名"), self.tr("屏幕上只显示「姓 + 老师」"))
        self._rule.setText(self.tr("4 到 8 位数字，不要用生日、1234 这样好猜的。"))
        self._anew.setText(self.tr("重新设密码"))
        self._said.setText(self._words())
