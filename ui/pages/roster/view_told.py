"""What was done on the roster page, in words, with an undo where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ui.pages.roster.presenter import RosterPresenter


class RosterTold(QObject):
    def __init__(self, parent: QObject, presenter: RosterPresenter) -> None:
        super().__init__(parent)
        self._presenter = presenter

    def told(self, what: str, n: int = 0, more: object = "") -> None:
        """In words, with an undo where there is one."""
        say, presenter = self._presenter.ports.say, self._presenter
        plan = {
            "put": self.tr("排进来了"), "out": self.tr("取出来了"), "moved": self.tr("挪过去了"),
            "locked": self.tr("锁定了，自动排班不会动它"), "unlocked": self.tr("解锁了"),
        }  # fmt: skip
        said = {
            "excuse": self.tr("记下请假了"), "no_show": self.tr("记下没来了"), "stand_in": self.tr("顶班的人排好了"),
            "join": self.tr("加进这一班了"), "confirm": self.tr("记下会来了"), "approve": self.tr("换班定下来了"),
        }  # fmt: skip
        done = {
            "opened": self.tr("列出了 {n} 个班", "", n).format(n=n), "published": self.tr("公布好了，第 {n} 版").format(n=n),
            "adopted": self.tr("采用了，第 {n} 版").format(n=n), "declined": self.tr("没有采用"),
            "fitted": self.tr("更新了 {n} 个班", "", n).format(n=n), "shift": self.tr("这一班存上了"),
            "undone": self.tr("改回去了"), "undo": self.tr("改回去了"), "offer": self.tr("换班记下了，等人接"),
            "accept": self.tr("说好了"), "refuse": self.tr("记下不同意"), "withdraw": self.tr("收回了"),
            "approval": self.tr("以后换班按这个来"), "cancelled": self.tr("这一班取消了"), "restored": self.tr("这一班照常"),
        }  # fmt: skip
        if what == "repeated":
            words = self.tr("照上个月排了 {n} 位，{out} 位这次来不了").format(n=n, out=more)
            say.undo(words, presenter.undoing())
        elif what in plan:
            later = presenter.model.version and what in ("put", "out", "moved")
            words = self.tr("{what}，公布以后算数").format(what=plan[what]) if later else plan[what]
            say.undo(words, presenter.undoing())
        elif what in said and isinstance(more, str) and more:
            say.undo(said[what], lambda: presenter.changing.undo(more))
        else:
            say.done(done.get(what) or said.get(what, ""))
