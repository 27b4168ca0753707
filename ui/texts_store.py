"""Sentences of the store, the key, backups and the program's start."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "store.gone": (
        "这条记录已经不在了，没有改动。请返回列表重新打开。",
        "This record no longer exists; nothing was changed. Please go back and open it again.",
    ),
    "clock.never_set": (
        "电脑的日期还停在很多年前，没有确认。请先在电脑里设好日期和时间，再来确认。",
        "The computer's date is years in the past; nothing was confirmed. Set its date and time first, then confirm.",
    ),
    "clock.moved": (
        "刚才看到的时间和现在差得太多，没有确认。请再看一遍时间，对了再按。",
        "The time you saw is too far from the time now; nothing was confirmed. Look again, and confirm if it is right.",
    ),
    "store.newer": (
        "这份数据是新版程序写的，旧版不能打开，数据没有动过。请安装新版程序。",
        "This data was written by a newer version and was left untouched. Please install the newer program.",
    ),
    "store.missing": (
        "没有找到数据文件。请接上存放数据的硬盘，或者恢复一份备份。",
        "The data file was not found. Please connect the disk it is on, or restore a backup.",
    ),
    "store.unfounded": (
        "这份数据还没有设置完，不能使用。请重新设置，或者恢复一份备份。",
        "This data was never fully set up. Please set up again or restore a backup.",
    ),
    "store.damaged": (
        "数据文件损坏，现在没有打开。请按提示恢复最近的完好备份，原文件会保留。",
        "The data file is damaged and was not opened. Please restore the newest good backup; the old file is kept.",
    ),
    "store.disk_full": (
        "磁盘已满，刚才的内容没有存上。请清理磁盘空间后再做一次。",
        "The disk is full; this was not saved. Please free some space and do it again.",
    ),
    "store.read_only": (
        "数据文件夹不能写入，刚才的内容没有存上。请联系管理员检查权限或硬盘。",
        "The data folder cannot be written; this was not saved. Please ask the manager to check the disk.",
    ),
    "store.busy": (
        "电脑正忙着存别的内容，刚才的没有存上。请等几秒再做一次。",
        "The computer is busy saving; this was not saved. Please wait a few seconds and do it again.",
    ),
    "store.trouble": (
        "数据文件出了问题，刚才的内容没有存上。请再试一次，还不行请联系管理员。",
        "There is a problem with the data file; this was not saved. Try again, then ask the manager.",
    ),
    "key.missing": (
        "没有找到打开数据的钥匙。请用恢复码打开，或者联系管理员。",
        "The key to the data was not found. Please open it with the recovery code, or ask the manager.",
    ),
    "key.damaged": (
        "打开数据的钥匙文件损坏了。请用恢复码恢复一份备份。",
        "The key file is damaged. Please restore a backup with the recovery code.",
    ),
    "key.passphrase_needed": (
        "请输入口令，打开这台电脑上的数据。",
        "Please enter the passphrase to open the data on this computer.",
    ),
    "key.code_wrong": (
        "口令或恢复码不对，数据没有打开。请核对后再输一次。",
        "The passphrase or recovery code is not right; nothing was opened. Please check and type it again.",
    ),
    "key.code_shape": (
        "恢复码没有输完整。请照着纸上的样子重新输入。",
        "The recovery code is not complete. Please type it exactly as written on the paper.",
    ),
    "backup.damaged": (
        "备份「{file}」已损坏，没有使用。请换一份备份。",
        "The backup '{file}' is damaged and was not used. Please choose another one.",
    ),
    "backup.bad_copy": (
        "这次备份没有做好（{fault}），原数据没有动过。请换个位置再备份一次。",
        "This backup was not completed ({fault}); the data itself is untouched. Please back up to another place.",
    ),
    "backup.newer": (
        "这份备份是新版程序做的，没有恢复。请先安装新版程序。",
        "This backup was made by a newer program and was not restored. Please install the newer program first.",
    ),
    "backup.no_key": (
        "这份备份没有恢复码可用，没有打开。请换一份，或者在原来的电脑上操作。",
        "This backup carries no recovery key and was not opened. Use another one, or the computer it was made on.",
    ),
    "backup.not_one": (
        "「{file}」不是门岗台的备份，没有使用。请选择备份文件。",
        "'{file}' is not a Gatehouse Desk backup and was not used. Please choose a backup file.",
    ),
    "desk.not_open": (
        "数据还没有打开，这一步没有做。请稍候几秒再试。",
        "The data is not open yet; this was not done. Please try again in a few seconds.",
    ),
    "desk.not_founded": (
        "这台电脑还没有设置过小区。请先完成首次设置。",
        "This computer has not been set up yet. Please finish the first-time set-up.",
    ),
    "desk.already_founded": (
        "这里已经有一个小区的数据，没有重新设置。",
        "An estate is already set up here; it was not set up again.",
    ),
    "site.name_empty": (
        "还没有写小区或门岗的名字，没有保存。请填写后再保存。",
        "The estate or gate has no name yet; nothing was saved. Please enter it first.",
    ),
    "site.url_prefix": (
        "网址前缀不对，没有保存。请以 https:// 开头，不要带空格。",
        "The address prefix is not valid; nothing was saved. Begin with https:// and leave out spaces.",
    ),
    "right.missing": (
        "您现在的身份不能做这一步，没有改动。请让值班长或管理员换人登录后再做。",
        "Your role may not do this; nothing was changed. Please ask the shift lead or manager to sign on.",
    ),
    "store.disk_error": (
        "硬盘读写出错，刚才的内容没有存上。请尽快备份并联系管理员。",
        "The disk reported an error; this was not saved. Please back up soon and call the manager.",
    ),
    "store.no_folder": (
        "没有找到数据文件夹，没有打开。请接上存放数据的硬盘。",
        "The data folder was not found; nothing was opened. Please connect its disk.",
    ),
}
