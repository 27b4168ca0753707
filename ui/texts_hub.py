"""Sentences of the hub and of lines that it keeps without applying them."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    # --- lines of a desk that the hub does not apply ------------------------------------------------------------------
    "wire.malformed": (
        "总站看不懂这一条，没有采用，已留作凭据。本机的记录还在，请把这一条告诉管理员。",
        "The hub could not read this line: it was kept as evidence and not applied. The record here is safe; tell the manager.",
    ),
    "wire.too_large": (
        "这一条太大，总站没有采用。本机的记录还在，请把这一条告诉管理员。",
        "This line is too large and the hub did not apply it. The record here is safe; please tell the manager.",
    ),
    "wire.too_new": (
        "这一条是新版程序写的，总站还看不懂，先替您保管着。总站升级以后会自动采用，不用再做什么。",
        "A newer version wrote this line. The hub keeps it and applies it once the hub is updated; nothing needs doing.",
    ),
    "wire.field_unknown": (
        "这一条里有不许离开本机的内容，总站没有收下。本机的记录还在，请把这一条告诉管理员。",
        "This line held something that must not leave this computer, so the hub did not take it. Please tell the manager.",
    ),
    "wire.not_sealed": (
        "这一条里有该加密却没有加密的内容，总站没有收下。本机的记录还在，请把这一条告诉管理员。",
        "Part of this line should have been sealed and was not, so the hub did not take it. Please tell the manager.",
    ),
    "hub.kind_unknown": (
        "总站的版本旧，还不认识这类记录，先替您保管着。总站升级以后会自动采用，不用再做什么。",
        "The hub is older and does not know this kind of record yet. It keeps it and applies it once it is updated.",
    ),
    "hub.act_unknown": (
        "总站的版本旧，还不认识这种改动，先替您保管着。总站升级以后会自动采用，不用再做什么。",
        "The hub is older and does not know this kind of change yet. It keeps it and applies it once it is updated.",
    ),
    # --- what a desk is answered --------------------------------------------------------------------------------------
    "hub.device_unknown": (
        "总站不认识这台电脑，没有同步。本机照常使用；请管理员在总站重新登记这台电脑。",
        "The hub does not know this computer; nothing was synced. Go on working, and have it enrolled at the hub again.",
    ),
    "hub.revoked": (
        "总站已停用这台电脑，没有同步。请联系管理员。",
        "This computer was revoked at the hub; nothing was synced. Please contact the manager.",
    ),
    "hub.scope": (
        "总站没有这个小区的数据，或者这台电脑不能看，没有取到。请联系管理员。",
        "The hub has no such site, or this computer may not see it; nothing was fetched. Please contact the manager.",
    ),
    "hub.version": (
        "这台电脑和总站的程序版本差得太多，没有同步。本机照常使用；请先更新程序。",
        "This program and the hub are too far apart in version; nothing was synced. Go on working, and update first.",
    ),
    "hub.busy": (
        "总站正忙，这次没有同步。会自动再试，不用做什么。",
        "The hub is busy; nothing was synced this time. It is tried again by itself.",
    ),
    "hub.database": (
        "总站的数据库没有响应，这次没有同步。会自动再试；一直这样，请告诉管理员。",
        "The hub's database does not answer; nothing was synced. It is tried again; if it goes on, tell the manager.",
    ),
    "hub.disk_full": (
        "总站的硬盘满了，没有同步。本机的记录都在；请管理员给总站腾出空间。",
        "The hub's disk is full; nothing was synced. All records here are safe; have room made on the hub.",
    ),
    "hub.log_gap": (
        "总站的记录缺了一段，没有取。本机的记录都在；请管理员检查总站，或从备份恢复。",
        "The hub's log has a gap, so nothing was fetched. Records here are safe; have the hub checked or restored.",
    ),
    # --- whoever runs the hub -----------------------------------------------------------------------------------------
    "hub.database_url": (
        "这个数据库地址不能用，没有打开。请写一个文件名，或者以 postgresql:// 开头的地址。",
        "This is no database address; nothing was opened. Give a file name or an address that begins with postgresql://.",
    ),
    "hub.key_missing": (
        "找不到总站数据库的钥匙，没有打开。请把钥匙文件（.key）放回数据库旁边。",
        "The key of the hub's database is missing; nothing was opened. Put the key file (.key) back beside the database.",
    ),
    "hub.key_damaged": (
        "总站数据库的钥匙坏了，没有打开。请放回钥匙文件（.key）的备份。",
        "The key of the hub's database is damaged; nothing was opened. Put back a copy of the key file (.key).",
    ),
    "hub.schema_newer": (
        "这个数据库已由新版总站使用过，旧版没有打开，数据没有动过。请安装新版总站。",
        "A newer hub has used this database; it was left untouched. Please install the newer hub.",
    ),
    "hub.not_empty": (
        "这个数据库里已经有数据，没有导入。请换一个空的数据库。",
        "This database is in use; nothing was imported. Please name an empty one.",
    ),
    "hub.not_an_export": (
        "送来的不是总站的导出数据，没有导入。请用“export”命令导出，再接着导入。",
        "This is no export of a hub; nothing was imported. Make one with the command 'export' and feed it in.",
    ),
    "hub.export_version": (
        "导出的总站和这里的版本不同，没有导入。请先把两边更新到同一个版本。",
        "The export is of another version; nothing was imported. Bring both hubs to the same version first.",
    ),
    "hub.export_damaged": (
        "导出数据不完整或被改动过，没有导入完，请不要使用这个数据库。请重新导出，再导入一次。",
        "The export is incomplete or was changed, so the import is not whole: do not use this database. Export and import again.",
    ),
    "hub.backup_postgresql": (
        "PostgreSQL 数据库不用这个命令备份，没有备份。请用 PostgreSQL 自己的备份工具。",
        "PostgreSQL is not backed up by this command; nothing was done. Please use PostgreSQL's own tools.",
    ),
    "hub.backup_failed": (
        "备份没有写成，原来的备份没有动。请看看目标文件夹在不在、空间够不够，再试一次。",
        "The backup could not be written; an earlier one was left alone. See that the folder is there and has room.",
    ),
}
