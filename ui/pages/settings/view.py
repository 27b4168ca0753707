"""The settings on the screen: a front of doors, and one room at a time behind them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.pages.settings import view_words as words
from ui.pages.settings.model import SECTIONS, HomeModel
from ui.pages.settings.view_about import AboutPanel
from ui.pages.settings.view_backup import BackupPanel
from ui.pages.settings.view_desk import DevicesPanel, LooksPanel, PlacePanel
from ui.pages.settings.view_faces import FacesPanel
from ui.pages.settings.view_hut import HutPanel
from ui.pages.settings.view_keeping import KeepingPanel
from ui.pages.settings.view_moving import MovingPanel
from ui.pages.settings.view_operators import OperatorsPanel
from ui.pages.settings.view_panel import Panel
from ui.pages.settings.view_privacy import PrivacyPanel
from ui.pages.settings.view_registers import RegistersPanel
from ui.pages.settings.view_trails import AuditPanel, ExportPanel
from ui.pages.settings.view_watch import WatchPanel
from ui.shell.page import Page
from ui.widgets.attention import AttentionRow
from ui.widgets.buttons import BigButton
from ui.widgets.flow import FlowLayout
from ui.widgets.themed import show_if

if TYPE_CHECKING:
    from ui.pages.settings.presenter import SettingsPresenter

PANELS: dict[str, type[Panel]] = {
    "looks": LooksPanel, "place": PlacePanel, "devices": DevicesPanel, "faces": FacesPanel, "hut": HutPanel, "operators": OperatorsPanel,
    "keeping": KeepingPanel, "backup": BackupPanel, "moving": MovingPanel, "watch": WatchPanel, "export": ExportPanel,
    "privacy": PrivacyPanel, "registers": RegistersPanel, "audit": AuditPanel, "about": AboutPanel,
}  # fmt: skip
DOORS, DOORS_TIGHT = 4, 3  # in a row; fewer where the text is large, so that words keep whole
WORRY_ROOM = {
    "backup.none": "backup",
    "backup.old": "backup",
    "update.waiting": "about",
    "privacy.late": "privacy",
    "watch.due": "watch",
}


class SettingsPage(Page):
    TOPICS: ClassVar[frozenset[str]] = frozenset(
        {
            "clock",
            "site",
            "settings",
            "operators",
            "session",
            "retention",
            "backup",
            "privacy",
            "disclosures",
            "watch",
            "faces",
        }
    )

    def __init__(self, presenter: SettingsPresenter) -> None:
        super().__init__()
        self.presenter = presenter
        presenter.show = self.show_home
        self.home = HomeModel()
        self.key = ""
        self.panels: dict[str, Panel] = {}
        self._drafts: dict[str, Any] = {}
        self._front = QWidget()
        self._front.setProperty("role", "clear")
        self._rows = QVBoxLayout(self._front)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._worries = QVBoxLayout()
        doors = QWidget()
        doors.setProperty("role", "clear")
        self._flow = flow = FlowLayout(doors, gap="m", equal=True, columns=DOORS)
        self._rows.addLayout(self._worries)
        self._rows.addWidget(doors)
        self.doors: dict[str, BigButton] = {}
        for one in SECTIONS:
            door = BigButton("", "tile", one.icon)
            door.clicked.connect(lambda _=False, key=one.key: self.open(key))
            self.doors[one.key] = door
            flow.addWidget(door)
        self._note = AttentionRow("info", "lock", "", "", " ")
        self._note.acted.connect(presenter.switch_person)
        for widget in (self._front, self._note):
            self.body.addWidget(widget)
        self._room = QVBoxLayout()
        self.body.addLayout(self._room)
        self.body.addStretch(1)
        self.main = BigButton("", "main")
        self.main.clicked.connect(self._on_main)
        self._back = BigButton("", "quiet", "", "Esc")
        self._back.clicked.connect(self._on_leave)
        self.set_main(self.main)
        self.add_action(self._back)
        self.ready()

    def on_tight(self) -> None:
        self._flow.set_columns(DOORS_TIGHT if self.tight() else DOORS)
        self._draw()

    def on_show(self, **arguments: Any) -> None:
        wanted = self.presenter.key(str(arguments.get("section", "")))
        if wanted:
            self.open(wanted)
        else:
            self.refresh()

    def on_hide(self) -> None:
        if self.key:
            self.panels[self.key].leave()

    def refresh(self) -> None:
        self.presenter.refresh()
        if self.key:
            self._may()
            self.panels[self.key].refresh()

    def open(self, key: str) -> None:
        """A section, "" for the front."""
        if self.key and self.key != key:
            self.panels[self.key].leave()
        self.key = key
        if key and key not in self.panels:
            self._make(key)
        self._draw()
        self.presenter.refresh()
        if key:
            self._may()
            self.panels[key].refresh()
        self.scroller.verticalScrollBar().setValue(0)
        self._listen()  # the door that was pressed is gone

    def panel(self) -> Panel:
        """The section one looks at."""
        return self.panels[self.key]

    def on_back(self) -> bool:
        if not self.key:
            return False
        if not self.panels[self.key].back():
            self.open("")
        return True

    def main_button(self) -> BigButton | None:
        return self.main if self.key and self.panels[self.key].main() else None

    def draft(self) -> dict[str, Any]:
        found = {key: panel.draft() for key, panel in self.panels.items()}
        return {"key": self.key, "panels": {key: kept for key, kept in found.items() if kept}}

    def restore(self, draft: Mapping[str, Any]) -> None:
        self._drafts = dict(draft.get("panels", {}))
        self.open(self.presenter.key(str(draft.get("key", ""))))

    def show_home(self, model: HomeModel) -> None:
        """The front: what needs somebody first."""
        self.home = model
        self._say_worries()
        self._say()

    def _make(self, key: str) -> None:
        panel = PANELS[key](self.presenter.room(key))
        panel.turned.connect(self._on_turned)
        panel.done.connect(self.presenter.ports.say.done)
        self.panels[key] = panel
        self._room.addWidget(panel)
        if kept := self._drafts.pop(key, None):
            panel.restore(kept)

    def _on_turned(self) -> None:
        """What was pressed may be gone: then the keyboard goes back to the scan line, not to the next thing at hand."""
        self._say()
        window = self.window()
        focus = window.focusWidget() if self.front else self
        if focus is None or (not self.isAncestorOf(focus) and focus is not self):
            self._listen()

    def _listen(self) -> None:
        if listen := getattr(self.window(), "listen", None):
            listen()

    def _draw(self) -> None:
        show_if(self._front, not self.key)
        for key, panel in self.panels.items():
            show_if(panel, key == self.key)
        fills = bool(self.key) and self.panels[self.key].FILLS
        self.body.setStretchFactor(self._room, int(fills))
        self.body.setStretch(self.body.count() - 1, int(not fills))
        self._may()
        self._say()

    def _may(self) -> None:
        """Without the right: said, and shown as far as it may be."""
        section = next((one for one in SECTIONS if one.key == self.key), None)
        may = section is None or self.presenter.may(section.key)
        show_if(self._note, not may)
        if section is None:
            return
        panel = self.panels[section.key]
        panel.lock(may)
        show_if(panel, may or not section.closed)
        if section.closed:
            self._note.show_matter("info", "lock", self.tr("您现在的身份不能看这一页"), self._who(section.key))
        else:
            self._note.show_matter("info", "lock", self.tr("您可以看，不能改"), self._who(section.key))

    def _who(self, key: str) -> str:
        if key in ("operators", "place", "keeping", "faces"):
            return self.tr("要改，请让管理员换人登录。")
        if key == "audit":
            return self.tr("请让管理员或检查员换人登录。")
        return self.tr("请让值班长或管理员换人登录。")

    def _say_worries(self) -> None:
        from ui.pages.settings.view_panel import fill

        said = {
            "backup.none": (self.tr("还没有备份过"), self.tr("电脑一坏，登记的内容就没有了。")),
            "backup.old": (self.tr("两天没有备份了"), self.tr("请备份一次，最好备到 U 盘上。")),
            "update.waiting": (self.tr("有新版本等着更新"), self.tr("请找个人少的时候更新。")),
            "privacy.late": (self.tr("有人问自己的信息，过了答复日期"), self.tr("请尽快答复。")),
            "watch.due": (self.tr("关注名单有几条该复核了"), self.tr("看看还要不要留着。")),
            "place.address": (self.tr("地址或急救设备的位置还没有写"), self.tr("急事页要照着念。")),
        }
        rows: list[QWidget] = []
        for code in self.home.worries:
            room = WORRY_ROOM.get(code, "place")
            row = AttentionRow("warn", "alert-triangle", *said[code], self.tr("去看看"))
            row.acted.connect(lambda key=room: self.open(key))
            rows.append(row)
        fill(self._worries, rows)

    def _say(self) -> None:
        panel = self.panels.get(self.key)
        if panel is None:
            count = len(self.home.worries)
            title = self.tr("有 {n} 件事需要留意", "", count).format(n=count) if count else self.tr("要改什么？请点开")
            self.set_heading(title)
        else:
            self.set_heading(*panel.heading())
        text = panel.main() if panel is not None and self.presenter.may(self.key) else ""
        self.main.setText(text or " ")
        show_if(self.main, bool(text))
        show_if(self._back, bool(self.key))

    def _on_main(self) -> None:
        if self.key:
            self.panels[self.key].act()

    def _on_leave(self) -> None:
        if not self.on_back():
            self.presenter.leave()

    def retranslate(self) -> None:
        for key, door in self.doors.items():
            door.setText(words.section(key))
        self._back.setText(self.tr("返回"))
        self._note.button.setText(self.tr("换人"))
        show_if(self._note.button, True)
        self._say_worries()
        self._say()

    def restyle(self) -> None:
        super().restyle()
        from ui.theme import current

        self._rows.setSpacing(current().space("m"))
        self._worries.setSpacing(current().space("s"))
