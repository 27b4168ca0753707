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
    "disclosure.entry": (
        "还没有选是哪种情况，没有登记。请选一项。",
        "What kind of entry this is was not chosen; nothing was recorded. Please choose one.",
    ),
    "disclosure.data": (
        "还没有选是哪几类内容，没有登记。请至少勾一项。",
        "No kind of data was chosen; nothing was recorded. Please tick at least one.",
    ),
    "disclosure.period": (
        "日期不对，没有登记。请写成 2026-11-01 这样，开始不晚于结束。",
        "A date is not right; nothing was recorded. Write it like 2026-11-01, the first no later than the last.",
    ),
    "privacy.identified": (
        "还没有选怎么核实的，没有登记。请选一项。",
        "How you made sure who is asking was not chosen; nothing was recorded. Please choose one.",
    ),
    "privacy.subject": (
        "还没有找到是谁的信息，没有登记。请选一位住户，或者填访客的电话。",
        "Whose data it is about is missing; nothing was recorded. Choose a resident, or enter the visitor's phone.",
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
    "bench.child_failed": ("测量没有做完。请再运行一次。", "The measurement was not completed. Please run it again."),
}
