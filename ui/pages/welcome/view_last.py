"""The last steps of the first run: the camera, and the first residents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.pages.welcome.model import Imported, WelcomeModel
from ui.pages.welcome.view_steps import StepPart
from ui.shell.lens import CameraChoice
from ui.widgets.buttons import BigButton
from ui.widgets.card import Card
from ui.widgets.flow import FlowLayout
from ui.widgets.progress_card import ProgressCard
from ui.widgets.themed import label, show_if

if TYPE_CHECKING:
    from ui.pages.welcome.presenter import WelcomePresenter


class CameraStep(StepPart):
    def __init__(self, presenter: WelcomePresenter) -> None:
        super().__init__(presenter)
        self.choice = CameraChoice()
        self._hint = label("", "quiet")
        self.column.addWidget(self.choice)
        self.column.addWidget(self._hint)
        self.column.addStretch(1)
        self.ready()

    def heading(self) -> tuple[str, str]:
        return self.tr("请看一下摄像头"), self.tr("能看清二维码就可以。没有摄像头也不要紧，扫码枪和手工输入一样用。")

    def main(self) -> str:
        return self.tr("开始使用") if self.model.joined else self.tr("下一步")

    def retranslate(self) -> None:
        self._hint.setText(self.tr("这里只用来扫码，画面不录像、不保存。"))


class PeopleStep(StepPart):
    """A file, the practice estate, or later."""

    def __init__(self, presenter: WelcomePresenter) -> None:
        super().__init__(presenter)
        self._ways = QWidget()
        self._ways.setProperty("role", "clear")
        flow = FlowLayout(self._ways, gap="m", equal=True, columns=2)
        self._file, self._try = BigButton("", "tile", "file-import"), BigButton("", "tile", "mood-smile")
        self._file.clicked.connect(self._on_file)
        self._try.clicked.connect(presenter.importer.practise)
        flow.addWidget(self._file)
        flow.addWidget(self._try)
        self._help = label("", "quiet")
        self._progress = ProgressCard("")
        self._progress.cancelled.connect(presenter.importer.cancel)
        self._card = Card()
        self._said = label("", "")
        self._card.body.addWidget(self._said)
        self._take, self._other = BigButton("", "main", "check"), BigButton("", "quiet", "x")
        self._take.clicked.connect(lambda: presenter.guarded_import(presenter.importer.write))
        self._other.clicked.connect(presenter.importer.forget)
        row = QWidget()
        row.setProperty("role", "clear")
        buttons = FlowLayout(row, gap="m")
        buttons.addWidget(self._take)
        buttons.addWidget(self._other)
        self._card.body.addWidget(row)
        for widget in (self._ways, self._help, self._progress, self._card):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.ready()

    def heading(self) -> tuple[str, str]:
        if self.model.imported.stage == "done":
            return self.tr("住户已经录好，可以开始了"), ""
        return self.tr("住户名单"), self.tr("有了名单，输房号、拼音就能找到被访的人家。也可以以后再录。")

    def main(self) -> str:
        stage = self.model.imported.stage
        if stage in ("checking", "checked", "writing"):
            return ""
        return self.tr("开始使用") if stage == "done" else self.tr("以后再录，开始使用")

    def draw(self, model: WelcomeModel) -> None:
        super().draw(model)
        state = model.imported
        working = state.stage in ("checking", "writing")
        show_if(self._ways, state.stage == "")
        show_if(self._help, state.stage == "")
        show_if(self._progress, working)
        show_if(self._card, state.stage in ("checked", "done"))
        show_if(self._take, state.stage == "checked" and state.homes + state.people > 0)
        show_if(self._other, state.stage == "checked")
        self._card.set_tone("ok" if state.stage == "done" else "")
        if working:
            title = self.tr("正在检查「{file}」") if state.stage == "checking" else self.tr("正在录入「{file}」")
            self._progress.set_title(title.format(file=state.file))
            self._progress.set_progress(state.done, state.total)
        self._say(state)
        if state.stage == "checked" and self._take.isVisibleTo(self) and not self._take.hasFocus():
            self._take.setFocus()

    def _say(self, state: Imported) -> None:
        if state.stage not in ("checked", "done"):
            return
        lines = [
            (self.tr("「{file}」共 {rows} 行。") if state.stage == "checked" else self.tr("「{file}」已录入。")).format(
                file=state.file, rows=f"{state.rows:,}"
            ),
            self.tr("{homes} 户，{people} 位住户。").format(homes=f"{state.homes:,}", people=f"{state.people:,}"),
        ]
        if state.left_out:
            lines.append(
                self.tr("有 {n} 行看不懂，没有录入，可以以后在「住户」里再导一次，会逐行说明原因。").format(
                    n=state.left_out
                )
            )
        self._said.setText("\n".join(lines))

    def _on_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("选择住户名单"), "", self.tr("表格 (*.xlsx *.csv);;所有文件 (*)")
        )
        if name:
            self.presenter.guarded_import(lambda: self.presenter.importer.check(Path(name)))

    def retranslate(self) -> None:
        self._file.setText(self.tr("从表格导入（Excel 或 CSV）"))
        self._try.setText(self.tr("我的第一个早上（练十分钟）"))
        self._help.setText(
            self.tr("表格里要有楼栋、单元、房号、姓名这几列，电话可有可无。先检查，再由您决定要不要录。")
        )
        self._take.setText(self.tr("就录这些"))
        self._other.setText(self.tr("换一个文件"))
        self._said.setAlignment(Qt.AlignmentFlag.AlignLeft)
