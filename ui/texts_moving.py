"""Sentences of copies on a stick, the drill, moving to a new computer, settings as a file, and the file for whoever helps."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "stick_copy.full": (
        "U 盘放不下，没有备份：要 {need_mb} MB，只剩 {free_mb} MB。请删掉一些，或者换一个 U 盘。",
        "The stick has no room; nothing was backed up: {need_mb} MB needed, {free_mb} MB free. Make room or take another.",
    ),
    "stick_copy.filled": (
        "U 盘写满了，这次没有备份成。请删掉一些文件，或者换一个 U 盘。",
        "The stick filled up; this backup was not made. Make room on it, or take another stick.",
    ),
    "stick_copy.read_only": (
        "U 盘锁着，不能写，没有备份。请拨开它侧面的小开关，或者换一个 U 盘。",
        "The stick cannot be written to; nothing was backed up. Slide its lock switch back, or take another stick.",
    ),
    "stick_copy.fat32": (
        "数据超过 4 GB，这个 U 盘是 FAT32 格式，放不下这么大的文件，没有备份。请换一个 exFAT 格式的 U 盘。",
        "The data is over 4 GB and this stick's format (FAT32) takes no such file; nothing was backed up. Use one with exFAT.",
    ),
    "stick_copy.pulled": (
        "U 盘断开了，这次没有备份成。请插紧，等它出现，再备份一次。",
        "The stick was disconnected; this backup was not made. Push it in, wait until it shows, and back up again.",
    ),
    "stick_copy.differs": (
        "写到 U 盘上的和原来的不一样，已经删掉，没有备份成。这个 U 盘可能坏了，请换一个。",
        "What the stick kept differs from what was written, and was deleted. The stick may be worn out: take another.",
    ),
    "backup.cut_short": (
        "备份「{file}」不完整，少了后半截，没有使用。可能是没写完就拔了 U 盘。请换一份。",
        "The backup '{file}' is cut short and was not used; the stick may have been pulled too early. Choose another.",
    ),
    "backup.trail_broken": (
        "备份「{file}」能打开，但里面的操作记录被改动过。请换一份，并告诉管理员。",
        "The backup '{file}' opens, but the trail in it has been changed. Choose another one, and tell the manager.",
    ),
    "desk.moved": (
        "这个门岗已经搬到另一台电脑，这里只能看，刚才的内容没有记下。请到新电脑上登记。",
        "This desk has moved to another computer and can only be read here; nothing was recorded. Use the new computer.",
    ),
    "moving.already": (
        "这台电脑已经准备过搬家，没有再做一次。请用上次的文件，或者先收回来。",
        "This desk has been packed for moving already; nothing was done. Use that file, or take the desk back first.",
    ),
    "moving.not_moved": (
        "这台电脑上的门岗没有搬走，不用收回。",
        "This desk has not been moved away; there is nothing to take back.",
    ),
    "moving.opened_elsewhere": (
        "新电脑已经在用了，没有收回。两台电脑不能同时是一个门岗。请用新电脑。",
        "The new computer is in use already; nothing was taken back. Two computers cannot be one desk. Use the new one.",
    ),
    "moving.not_asked": (
        "问不到中心，不知道新电脑有没有用起来，没有收回。请接上网再试；确定新电脑从没打开过，也可以直接收回。",
        "The hub cannot be asked whether the new computer is in use; nothing was taken back. Connect and try again, or take "
        "it back if you are sure that the new computer never opened it.",
    ),
    "moving.not_one": (
        "「{file}」不是搬家文件，没有搬进来。请选原来那台电脑做的那一个。",
        "'{file}' is no moving file; nothing was moved in. Choose the one that the old computer made.",
    ),
    "moving.newer": (
        "这个搬家文件是新版程序做的，没有搬进来。请先在这台电脑上安装新版。",
        "This moving file was made by a newer program; nothing was moved in. Install the newer program here first.",
    ),
    "moving.damaged": (
        "搬家文件「{file}」坏了或者不完整，没有搬进来。请在原来的电脑上收回来，再做一次。",
        "The moving file '{file}' is damaged or cut short; nothing was moved in. Take the desk back on the old computer "
        "and pack it again.",
    ),
    "moving.code_wrong": (
        "搬家码不对，没有搬进来。请照着原来那台电脑上显示的，再输一次。",
        "The moving code is not right; nothing was moved in. Type it again as the old computer showed it.",
    ),
    "moving.code_shape": (
        "搬家码没有输完整，是 5 组、每组 4 个字。请照着纸上重新输入。",
        "The moving code is not complete: 5 groups of 4. Type it exactly as written on the paper.",
    ),
    "moving.still_here": (
        "这台电脑上的门岗还在用，没有清除。只有搬走了的才能清除。",
        "The desk on this computer is in use; nothing was deleted. Only one that has moved away can be deleted.",
    ),
    "gate_file.not_one": (
        "「{file}」不是门岗设置文件，没有改动。请选另一个门岗导出的那一个。",
        "'{file}' is no file of gate settings; nothing was changed. Choose the one another gate exported.",
    ),
    "gate_file.newer": (
        "这个设置文件是新版程序做的，没有改动。请先安装新版程序。",
        "This settings file was made by a newer program; nothing was changed. Install the newer program first.",
    ),
    "gate_file.changed": (
        "设置文件「{file}」坏了，或者被人改过，没有用它。请重新导出一份。",
        "The settings file '{file}' is damaged or was edited; it was not used. Export it again.",
    ),
    "gate_file.nothing": (
        "没有可以撤回的设置。",
        "There are no settings to take back.",
    ),
    "diagnosis.not_saved": (
        "没有存成。请换一个文件夹，或者换一个 U 盘。",
        "It was not saved. Choose another folder or another stick.",
    ),
}
