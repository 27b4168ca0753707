"""What changes and parts are called on the section of moving."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from ui.i18n import OWN_NAMES
from ui.pages.settings.presenter_moving import ChangeRow


class MovingWords(QObject):
    """Names of settings, values as people say them, parts of the file for whoever helps."""

    def name(self, one: ChangeRow) -> str:
        """Of a setting, or of a device."""
        if one.part == "device":
            return self.tr("设备：{name}").format(name=one.name)
        return {
            "language": self.tr("语言"),
            "scheme": self.tr("颜色"),
            "base_px": self.tr("字的大小"),
            "volume": self.tr("音量"),
            "muted": self.tr("静音"),
            "speak": self.tr("朗读"),
            "camera_on": self.tr("用摄像头扫码"),
            "lock_minutes": self.tr("几分钟没人用就锁屏"),
            "switch_pin": self.tr("换人时要不要密码"),
            "backup_stick_days": self.tr("几天提醒备份到 U 盘"),
            "retention.days": self.tr("保存天数"),
            "visit.limits_h": self.tr("来访最长停留"),
            "duty.swap_approval": self.tr("换班谁批准"),
            "dispensing.allowance": self.tr("每户每天能领几份"),
        }.get(one.name, one.name)

    def change(self, one: ChangeRow) -> str:
        """From what to what."""
        if one.part == "device":
            return self.tr("会加上，接口以后再选") if one.before is None else self.tr("会照那边改，接口不变")
        if isinstance(one.after, dict):
            return self.tr("照那个门岗的改")
        before, after = self._value(one.before), self._value(one.after)
        return self.tr("现在是 {before}，改成 {after}").format(before=before, after=after)

    def _value(self, value: Any) -> str:
        if value is None:
            return self.tr("没有设过")
        if isinstance(value, bool):
            return self.tr("开") if value else self.tr("关")
        said = {
            "light": self.tr("浅色"),
            "dark": self.tr("深色"),
            "contrast": self.tr("高对比"),
            "always": self.tr("每次都要"),
            "never": self.tr("都不要"),
            "higher": self.tr("换成权限更高的人才要"),
            "capacity": self.tr("岗位不同才要"),
            **OWN_NAMES,
        }
        return said.get(str(value), str(value))

    def part(self, name: str) -> str:
        """Of the file for whoever helps."""
        return {
            "versions.json": self.tr("程序和系统的版本"),
            "machine.json": self.tr("这台电脑的设置"),
            "store.json": self.tr("数据有多少条、多大"),
            "devices.json": self.tr("设备的种类和接法"),
            "doctor.txt": self.tr("检查一遍的结果"),
            "selftest.json": self.tr("程序自检的结果"),
            "timings.json": self.tr("快慢"),
        }.get(name, self.tr("运行记录：{name}").format(name=name.removeprefix("logs/")))
