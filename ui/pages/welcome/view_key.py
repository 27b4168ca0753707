"""The key step of the first run: where the key lies, and what that means, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.pages.welcome.model import PASSPHRASE_LEAST, WelcomeModel
from ui.pages.welcome.view_steps import StepPart
from ui.texts import of_error
from ui.widgets.chooser import Choice, Chooser
from ui.widgets.flow import FlowLayout
from ui.widgets.form import Field
from ui.widgets.secret_line import SecretLine
from ui.widgets.themed import label, show_if

if TYPE_CHECKING:
    from ui.pages.welcome.presenter import WelcomePresenter


class KeyStep(StepPart):
    """Where the key lies, said plainly."""

    def __init__(self, presenter: WelcomePresenter) -> None:
        super().__init__(presenter)
        self._holder = QWidget()
        self._holder.setProperty("role", "clear")
        self._place = FlowLayout(self._holder, gap="m", equal=True, columns=1)
        self._tiles: Chooser | None = None
        self._choice = "here"
        self._risk = label("", "strong", tone="warn")
        self._fields: dict[str, Field] = {}
        self.column.addWidget(self._holder)
        self.column.addWidget(self._risk)
        for name in ("passphrase", "again"):
            editor = SecretLine(200)
            editor.setEchoMode(QLineEdit.EchoMode.Password)
            editor.textEdited.connect(lambda _, one=name: self._fields[one].set_error(""))
            editor.returnPressed.connect(self.go_on)
            self._fields[name] = Field("", editor)
            self.column.addWidget(self._fields[name])
        self.column.addStretch(1)
        self.ready()

    def heading(self) -> tuple[str, str]:
        return (
            self.tr("数据的钥匙放在哪里？"),
            self.tr("登记的内容都加了密，打开要用一把钥匙。钥匙由程序来做，您只要选放在哪里。"),
        )

    def main(self) -> str:
        return self.tr("下一步") if self.model.kept or self.model.joined else self.tr("就这样，建立数据")

    def draw(self, model: WelcomeModel) -> None:
        fresh = (model.keyring, model.kept) != (self.model.keyring, self.model.kept)
        super().draw(model)
        if fresh or self._tiles is None:
            self._show_choices()
        self._show_fields()

    def go_on(self) -> None:
        """The main button: with the passphrase when that was chosen."""
        asked = self._choice == "phrase" and not self.model.kept
        words = [self._fields[name].editor.text() if asked else "" for name in ("passphrase", "again")]  # type: ignore[attr-defined]
        if asked and not words[0]:
            self._fields["passphrase"].set_error(self.tr("请写一句口令，至少 {n} 个字。").format(n=PASSPHRASE_LEAST))
            self._fields["passphrase"].editor.setFocus()
            return
        self.presenter.keep(*words)

    def choose(self, key: str) -> None:
        self._choice = key
        self._show_fields()
        if key == "phrase":
            self._fields["passphrase"].editor.setFocus()

    def forget(self) -> None:
        """Nothing secret stays in the fields."""
        for field in self._fields.values():
            field.editor.clear()  # type: ignore[attr-defined]

    def wrong(self, what: str, error: Exception) -> bool:
        if what not in self._fields:
            return False
        self._fields[what].set_error(of_error(error))
        self._fields[what].editor.setFocus()
        return True

    def begin(self) -> None:
        if self._tiles is not None:
            self._tiles.tile(self._choice).setFocus()

    def _show_choices(self) -> None:
        while (item := self._place.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        kept = self.model.kept
        phrase = Choice(
            "phrase", "lock", self.tr("用口令锁住，每次开机输入"), self.tr("最安全。口令忘了，要用恢复码才能打开。")
        )
        if kept:
            self._choice = "phrase" if kept == "wrapped" else "here"
            self._tiles = Chooser([phrase if kept == "wrapped" else self._here(kept == "keyring")], columns=1)
        else:
            self._tiles = Chooser([self._here(bool(self.model.keyring)), phrase], columns=1)
        self._tiles.chosen.connect(self.choose)
        self._tiles.set_choice(self._choice)
        self._place.addWidget(self._tiles)
        self._tiles.show()

    def _here(self, keyring: bool) -> Choice:
        if keyring:
            words = self.tr("由这台电脑的系统保管（推荐）")
            return Choice("here", "key", words, self.tr("登录这台电脑就能打开，不用多记一个口令。"))
        return Choice(
            "here",
            "key",
            self.tr("放在数据文件夹里，不上锁"),
            self.tr("开机就能用。这台电脑的系统没有保管钥匙的地方。"),
        )

    def _show_fields(self) -> None:
        asked = self._choice == "phrase" and not self.model.kept
        for field in self._fields.values():
            show_if(field, asked)
        bare = self._choice == "here" and (
            self.model.kept == "file" or (not self.model.kept and not self.model.keyring)
        )
        show_if(self._risk, bare)

    def retranslate(self) -> None:
        self._risk.setText(
            self.tr("请注意：谁把整个数据文件夹拷走，谁就能看到里面的全部登记。电脑放在人来人往的地方，请选口令。")
        )
        self._fields["passphrase"].set_words(
            self.tr("口令"), self.tr("至少 {n} 个字，写一句自己记得住的话").format(n=PASSPHRASE_LEAST)
        )
        self._fields["again"].set_words(self.tr("再写一次"))
        if self._tiles is not None:
            self._show_choices()
