"""Sentences of updates."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "update.not_set_up": (
        "这份程序没有设好更新，不会自己换版本。要换新版本，请技术员直接运行安装包，数据都会留着。",
        "Updates are not set up in this program. For a newer version have a technician run its installer; all data stays.",
    ),
    "update.from_sources": (
        "这份程序是从源代码运行的，不在这里更新。",
        "This program runs from its sources and is not updated here.",
    ),
    "update.by_msi": (
        "这台电脑的门岗台由单位统一安装，不在这里更新。请联系装电脑的人。",
        "Gatehouse Desk was rolled out here by an administrator and is not updated here. Please ask who manages the computer.",
    ),
    "update.no_address": (
        "没有设更新的网址，没有查。请用 U 盘更新。",
        "No address for updates is set; nothing was looked up. Please update from a stick.",
    ),
    "update.address": (
        "更新的网址不安全（要以 https 开头），没有连。请技术员核对网址。",
        "The address for updates is not safe (https is needed); it was not contacted. Have a technician check it.",
    ),
    "update.unreachable": (
        "连不上更新的网址，没有查。请看看网络，过一会儿再试，或者用 U 盘更新。",
        "The address for updates does not answer; nothing was looked up. Check the line and try later, or use a stick.",
    ),
    "update.none_there": (
        "更新的网址上没有找到更新，什么也没有换。请技术员核对网址。",
        "No updates are at this address; nothing was changed. Have a technician check the address.",
    ),
    "update.none_here": (
        "「{folder}」里没有门岗台的更新，什么也没有换。请换一个 U 盘或文件夹。",
        "There is no update of Gatehouse Desk in '{folder}'; nothing was changed. Try another stick or folder.",
    ),
    "update.no_stick": (
        "没有看到存着更新的 U 盘。请插好后再按一次，或者点「从别的文件夹」。",
        "No stick with updates was seen. Plug it in and press again, or choose another folder.",
    ),
    "update.expired": (
        "这份更新已经过期，没有用。请核对电脑上的日期；日期对，就请发布方给一份新的。",
        "These updates are past their date and were not used. Check the computer's date; if it is right, ask the publisher for fresh ones.",
    ),
    "update.older": (
        "这份更新比这台电脑见过的还旧，没有用。请换一份新的。",
        "These updates are older than those this computer has already seen; they were not used. Please get newer ones.",
    ),
    "update.changed": (
        "取来的安装包和发布方签过的不一样，已经删掉，没有安装。请换一个 U 盘或网址再试；还是这样，请告诉技术员。",
        "The installer differs from what the publisher signed; it was not installed and was deleted. Try another stick or address; if it happens again, tell a technician.",
    ),
    "update.forged": (
        "这份更新不是发布方签的，或者被改过，没有用。请不要再用这个 U 盘或网址，并告诉技术员。",
        "These updates are not signed by the publisher, or were changed; they were not used. Do not use this stick or address again, and tell a technician.",
    ),
    "update.withdrawn": (
        "{version} 已被发布方撤回，没有安装。请再看看有没有新版本。",
        "{version} was withdrawn by its publisher and was not installed. Please look for updates again.",
    ),
    "update.broken_off": (
        "取到一半断了，没有安装。请插好 U 盘或看看网络，再按一次，会接着取。",
        "Fetching broke off; nothing was installed. Check the stick or the line and press again: it goes on where it stopped.",
    ),
    "update.too_slow": (
        "网络太慢，取不下来，没有安装。请换个时间再试，或者用 U 盘更新。",
        "The line is too slow to fetch it; nothing was installed. Try another time, or update from a stick.",
    ),
    "update.disk_full": (
        "磁盘放不下，没有安装。请腾出 {mb} MB 再试。",
        "The disk has no room for it; nothing was installed. Make {mb} MB of room and try again.",
    ),
    "update.not_written": (
        "安装包写不进磁盘，没有安装。请技术员看看数据文件夹。",
        "The installer could not be written to the disk; nothing was installed. Have a technician look at the data folder.",
    ),
    "update.folder_unsafe": (
        "放更新的文件夹别人也能写，不安全，没有取也没有安装。请技术员改好权限：{folder}",
        "Others may write into the folder for updates, so nothing was fetched or installed. Have a technician mend its permissions: {folder}",
    ),
    "update.nothing": (
        "没有等着装的更新。请先看看有没有新版本。",
        "No update is waiting. Please look for updates first.",
    ),
    "update.week_over": (
        "更新已经推了一个星期，不能再推。请找个人少的时候更新。",
        "The update has been put off for a week and cannot be put off again. Please update at a quiet moment.",
    ),
    "update.by_hand": (
        "这台电脑上要由技术员来装，程序和数据都没有动。请在终端输入：{command}",
        "A technician has to install it here; program and data are untouched. Please type in a terminal: {command}",
    ),
    "update.not_allowed": (
        "系统问能不能安装时没有同意，没有安装，原来的程序和数据都在。要装，请再来一次并输入电脑的管理员密码。",
        "The system's question was not answered with yes, so nothing was installed; program and data are as before. Try again with the computer's administrator password.",
    ),
    "update.installer_failed": (
        "系统的安装程序没有装成（{number}）。数据都在。请技术员看看数据文件夹里的 updates/installer.log。",
        "The system's installer did not succeed ({number}). All data is there. Have a technician read updates/installer.log in the data folder.",
    ),
    "update.still_open": (
        "门岗台还开着，没有更新。请先关上窗口，再来一次。",
        "Gatehouse Desk is still open; nothing was updated. Close its window, then try again.",
    ),
    "update.migration": (
        "新版本没有读懂数据，没有用它。",
        "The new version could not take the data over and was not used.",
    ),
    "update.failed": (
        "{new} 没有通过自检（{reason}），没有用它；数据和更新前一样。请技术员装回 {old}，或者排除原因后再试一次。",
        "{new} did not pass its self-test ({reason}) and is not used; the data is as before the update. Have a technician install {old} again, or mend the cause and try once more.",
    ),
    "update.waiting": (
        "有新版本等着更新，请管理员或技术员到「设置 → 关于」里更新。",
        "An update is waiting. A manager or technician can install it under Settings, About.",
    ),
    "update.waiting_security": (
        "有新版本修补了安全漏洞，请管理员或技术员尽快到「设置 → 关于」里更新。",
        "An update that mends a security hole is waiting. A manager or technician should install it soon under Settings, About.",
    ),
    "update.none_waiting": ("没有等着装的更新。", "No update is waiting."),
}
