"""Sentences of retention, holds, disclosure, privacy requests, exports, printing and devices."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "retention.days": (
        "保存天数不对，没有改动。请填 {shortest} 到 {longest} 天。",
        "The number of days is not right; nothing was changed. Enter {shortest} to {longest}.",
    ),
    "retention.kind": (
        "没有这一类记录，没有改动。请从列表里选择。",
        "There is no such kind of record; nothing was changed. Please choose one from the list.",
    ),
    "hold.authority_empty": (
        "还没有写是哪个单位要求的，没有保存。请填写。",
        "The authority is missing; nothing was saved. Please enter it.",
    ),
    "hold.expiry": (
        "到期日不对，没有保存。请选今后的日期。",
        "The expiry date is not right; nothing was saved. Please choose a later date.",
    ),
    "hold.reason_empty": (
        "还没有写理由，没有保存。请填写。",
        "The reason is missing; nothing was saved. Please enter it.",
    ),
    "disclosure.incomplete": (
        "还有一项没有填，没有登记。请填完再保存。",
        "One field is still missing; nothing was recorded. Please complete it.",
    ),
    "privacy.asked_by_empty": (
        "还没有写是谁提出的，没有登记。请填写。",
        "Who is asking is missing; nothing was recorded. Please enter it.",
    ),
    "privacy.kind": (
        "还没有选要求的种类，没有登记。请选一项。",
        "The kind of request is missing; nothing was recorded. Please choose one.",
    ),
    "privacy.outcome": (
        "还没有选处理结果，没有保存。请选一项。",
        "The outcome is missing; nothing was saved. Please choose one.",
    ),
    "privacy.reason_empty": (
        "还没有写理由，没有保存。请填写。",
        "The reason is missing; nothing was saved. Please enter it.",
    ),
    "export.cancelled": ("导出已停止，没有留下文件。", "The export was stopped; no file was left."),
    "export.folder_missing": (
        "没有找到要存放的文件夹，没有导出。请重新选择位置。",
        "The folder was not found; nothing was exported. Please choose another place.",
    ),
    "export.form": (
        "不能导出这种格式，没有导出。请选 CSV 或 XLSX。",
        "This format cannot be made; nothing was exported. Choose CSV or XLSX.",
    ),
    "export.reason": (
        "还没有写导出的理由，没有导出。请写一句。",
        "The reason is missing; nothing was exported. Please write one.",
    ),
    "export.disk_full": (
        "磁盘已满，没有导出完，文件已删除。请换个位置。",
        "The disk is full; the export was not completed and its file removed. Choose another place.",
    ),
    "export.not_writable": (
        "这个位置不能写入，没有导出。请换个位置。",
        "This location cannot be written to; nothing was exported. Choose another one.",
    ),
    "export.not_written": (
        "文件没有写成，没有导出。请换个位置再试。",
        "The file was not written. Please try another place.",
    ),
    "export.stopped": (
        "导出中断了，没有留下文件。请再导出一次。",
        "The export was interrupted; no file was left. Please export again.",
    ),
    "paper.not_written": (
        "文件没有写成。请换个位置，或者关掉正打开它的程序。",
        "The file was not written. Choose another place, or close the program that has it open.",
    ),
    "device.option": (
        "设备的设置不对，没有连上。请检查接口和速度。",
        "The device's settings are not right; it was not connected. Please check its port and options.",
    ),
    "device.off": (
        "没有接扫码枪。插在键盘口的扫码枪不用设置，直接扫即可。",
        "No serial scanner is used. Scanners that act as keyboards need no setting.",
    ),
    "device.opening": ("正在连接扫码枪，请稍候。", "Connecting the scanner, please wait."),
    "device.ready": ("扫码枪正常。", "The scanner works."),
    "device.port_gone": (
        "扫码枪断开了，现在扫不了。请插好线，会自动恢复。",
        "The scanner was unplugged and cannot scan. Plug it in; it will recover by itself.",
    ),
    "device.port_taken": (
        "扫码枪的接口被别的程序占用，连不上。请关掉那个程序。",
        "Another program uses the scanner's port; it was not connected. Please close that program.",
    ),
    "device.port_denied": (
        "系统不允许使用这个接口，扫码枪没有连上。请管理员把当前用户加入 dialout 组，再注销、重新登录。",
        "The system does not allow this port; the scanner was not connected. Ask the manager to add this user to the "
        "group dialout, then log out and in again.",
    ),
    "device.port_brltty": (
        "盲文服务 brltty 占走了转接线，扫码枪没有连上。请管理员卸载 brltty，再拔下重插。",
        "The Braille service brltty has taken the adapter; the scanner was not connected. Ask the manager to remove "
        "brltty, then unplug the adapter and plug it in again.",
    ),
    "device.port_ambiguous": (
        "有两个设备编号一样，分不清哪个是扫码枪，没有连上。请拔掉另一个，或在设置里重新选接口。",
        "Two devices have the same number, so neither was taken for the scanner. Unplug the other one, or choose the "
        "port again in the settings.",
    ),
    "device.port_failed": (
        "扫码枪的接口出错，没有连上。请换一个接口再试。",
        "The scanner's port reports an error; it was not connected. Try another socket.",
    ),
    "device.driver_bug": (
        "扫码枪程序出了意外，没有连上。请拔下重插；还不行请联系管理员。",
        "The scanner's driver failed; it was not connected. Unplug it and plug it in again, or call the manager.",
    ),
    "bench.child_failed": ("测量没有做完。请再运行一次。", "The measurement was not completed. Please run it again."),
}
