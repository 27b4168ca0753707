"""Sentences of the practice estate: what it may never do, and what to do instead."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "practice.no_hub": (
        "这里是练习小区，不能连中心，什么也没有送出去。要连中心，请回到正式的门岗台。",
        "This is the practice estate; it cannot be connected to a hub and nothing was sent. Please use the real desk.",
    ),
    "practice.no_carry": (
        "这里是练习小区，不能用 U 盘带进或带出资料，什么也没有写。请在正式的门岗台上做。",
        "This is the practice estate; nothing can be carried in or out of it and nothing was written. "
        "Please use the real desk.",
    ),
    "practice.no_ports": (
        "这里是练习小区，不能接真的设备，没有动它。请选「没有机器，先练习」。",
        "This is the practice estate; it cannot use a real device and did not touch it. Please choose a practice one.",
    ),
    "practice.no_backup": (
        "练习的资料不能和正式的互相替换，什么也没有换。练习要重来，请按「从头再来」。",
        "Practice data and real data cannot take each other's place; nothing was changed. To practise afresh, "
        "press Start over.",
    ),
    "practice.not_practice": (
        "这里不是练习小区，没有清掉任何东西。",
        "This is not the practice estate; nothing was cleared.",
    ),
    "practice.real_data": (
        "这个文件夹里是正式的资料，不能当练习打开，什么也没有改。请从「帮助」里打开练习。",
        "This folder holds real data and was not opened for practice; nothing was changed. Please open practice from Help.",
    ),
}
