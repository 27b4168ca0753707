"""Settings: this gate, the screen, devices, people on duty, protection, backups, trails."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.shell.page import Page, PageSpec, Ports


def make(ports: Ports) -> Page:
    from ui.pages.settings.presenter import SettingsPresenter
    from ui.pages.settings.view import SettingsPage

    return SettingsPage(SettingsPresenter(ports))


PAGE = PageSpec("settings", str(QT_TRANSLATE_NOOP("pages", "设置")), "settings", 90, make)
