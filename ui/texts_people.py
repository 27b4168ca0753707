"""Sentences of households, residents and names."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "people.name_missing": (
        "还没有写姓名，没有保存。请填写姓名。",
        "The name is missing; nothing was saved. Please enter it.",
    ),
    "people.name_long": (
        "姓名太长，没有保存。请缩短到 {limit} 个字以内。",
        "The name is too long; nothing was saved. Please keep it within {limit} characters.",
    ),
    "people.name_odd": (
        "姓名里有不能用的符号，没有保存。请只写文字、空格和「·」。",
        "The name contains characters that cannot be used; nothing was saved. Please use only letters, spaces and '·'.",
    ),
    "people.already_bound": (
        "这位已经住在这一户了，没有重复登记。",
        "This person already lives there; nothing was recorded twice.",
    ),
    "people.not_bound": ("这位不在这一户，没有改动。", "This person does not live there; nothing was changed."),
    "people.household_exists": (
        "这一户已经有了，没有重复添加。请直接打开它。",
        "This household already exists and was not added again. Please open it.",
    ),
    "people.household_in_use": (
        "这一户还有 {people} 人，没有删除。请先把他们移走。",
        "This household still has residents ({people}); it was not removed. Please move them out first.",
    ),
    "people.room_missing": (
        "房号没有写全，没有保存。请写楼栋和房号，比如 3-1-1202。",
        "The address is not complete; nothing was saved. Write building and room, such as 3-1-1202.",
    ),
    "people.room_odd": (
        "房号看不懂，没有保存。请照 3-1-1202 的样子写。",
        "The address cannot be read; nothing was saved. Write it like 3-1-1202.",
    ),
    "people.phone_odd": (
        "电话号码不对，没有保存。请核对数字。",
        "The phone number is not right; nothing was saved. Please check its digits.",
    ),
    "people.phone_rounded": (
        "电话号码被表格软件改成了整数，没有导入。请把这一列设成文本后重新填写。",
        "A spreadsheet has rounded this phone number; it was not imported. Set the column to text and enter it again.",
    ),
    "people.plate_odd": (
        "车牌不对，没有保存。请核对后再写。",
        "The plate is not right; nothing was saved. Please check it.",
    ),
    "people.plates_many": (
        "车牌太多，没有保存。最多 {limit} 个。",
        "There are too many plates; nothing was saved. At most {limit}.",
    ),
    "people.role_unknown": (
        "没有这种住户身份，没有保存。请从列表里选择。",
        "There is no such kind of resident; nothing was saved. Please choose one from the list.",
    ),
    "people.purpose_unknown": (
        "没有这种同意的用途，没有保存。请从列表里选择。",
        "There is no such purpose; nothing was saved. Please choose one from the list.",
    ),
    "people.reason_missing": (
        "还没有写理由，没有做。请写一句理由。",
        "A reason is needed; this was not done. Please give one.",
    ),
    "people.merge_same": (
        "这是同一个人，没有合并。请选另一位。",
        "This is the same person; nothing was merged. Please choose another one.",
    ),
    "people.import_cancelled": ("导入已停止，一行也没有导入。", "The import was stopped; nothing was imported."),
    "people.header_missing": (
        "表格里没有找到需要的列，没有导入。第一行请写列名，比如“楼栋、单元、房号、姓名”。",
        "The columns were not found; nothing was imported. The first row must name them: building, unit, room, name.",
    ),
    "people.header_twice": (
        "有两列是同一个意思（{columns}），没有导入。请删掉一列。",
        "Two columns mean the same ({columns}); nothing was imported. Please remove one.",
    ),
    "people.sheet_missing": (
        "没有找到这个文件，没有导入。请重新选择。",
        "The file was not found; nothing was imported. Please choose it again.",
    ),
    "people.sheet_empty": (
        "表格是空的，没有导入。请换一个文件。",
        "The spreadsheet is empty; nothing was imported. Please choose another file.",
    ),
    "people.sheet_encoding": (
        "文件的文字编码看不懂，没有导入。请另存为 UTF-8 再试。",
        "The file's encoding cannot be read; nothing was imported. Save it as UTF-8 and try again.",
    ),
    "people.sheet_large": (
        "文件太大，没有导入。最多 {limit_mb} MB，请分成几个。",
        "The file is too large; nothing was imported. At most {limit_mb} MB, please split it.",
    ),
    "people.sheet_rows": (
        "行数太多，没有导入。最多 {limit} 行，请分成几个。",
        "There are too many rows; nothing was imported. At most {limit}, please split the file.",
    ),
    "people.sheet_old": (
        "这是旧的 XLS 格式，没有导入。请另存为 XLSX 或 CSV。",
        "This is the old XLS format; nothing was imported. Save it as XLSX or CSV.",
    ),
    "people.sheet_bomb": (
        "这个文件展开后太大，为了安全没有导入。请换一个文件。",
        "This file is far too large once unpacked; for safety it was not imported. Please use another one.",
    ),
    "people.sheet_unknown": (
        "不是能读的表格，没有导入。请用 CSV 或 XLSX。",
        "This is not a readable spreadsheet; nothing was imported. Please use CSV or XLSX.",
    ),
    "people.cell_damaged": ("有一格损坏了，这一行没有导入。", "A cell is damaged; this row was not imported."),
    "people.cell_date": (
        "这一格变成了日期，这一行没有导入。请把列设成文本后重写。",
        "This cell became a date; the row was not imported. Set the column to text and write it again.",
    ),
    "people.cell_formula": (
        "这一格是公式，这一行没有导入。请改成普通文字。",
        "This cell is a formula; the row was not imported. Please make it plain text.",
    ),
    "people.cell_long": (
        "这一格太长，这一行没有导入。请缩短。",
        "This cell is too long; the row was not imported. Please shorten it.",
    ),
    "people.row_known": (
        "这个人已经在册，没有重复导入。",
        "This person is already on the list and was not imported again.",
    ),
    "people.row_quotes": (
        "引号不成对，这一行没有导入。请检查引号。",
        "The quotes do not match; this row was not imported. Please check them.",
    ),
    "people.row_twice": (
        "这一行在文件里出现了两次，只导入一次。",
        "This row appears twice in the file; it is imported once.",
    ),
    "people.row_wide": (
        "这一行比表头多出几格，没有导入。请检查逗号。",
        "This row has more cells than the header; it was not imported. Please check the commas.",
    ),
}
