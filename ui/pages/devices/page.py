"""What is attached to this computer: how it stands, what runs out, what was done, and adding one."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from ui.shell.page import Page, PageSpec, Ports


def make(ports: Ports) -> Page:
    from ui.pages.devices.presenter import DevicesPresenter
    from ui.pages.devices.view import DevicesPage

    return DevicesPage(DevicesPresenter(ports))


PAGE = PageSpec(
    "devices",
    str(QT_TRANSLATE_NOOP("pages", "设备")),
    "plug-connected",
    938,
    make,
    in_rail=False,
    right="device.use",
    room="settings",
)
