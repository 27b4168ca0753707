"""Sentences of attachments, of joining by a file, and of a desk that its hub sends away."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "sync.well": (
        "和中心通着，一切正常。",
        "The line to the hub is good.",
    ),
    "sync.wiped": (
        "中心停用了这台电脑，并要求清除：本机资料已经清除，没送出的封好留给了中心。请找管理员。",
        "The hub revoked this computer and had it wiped; what was unsent is kept sealed for the hub. Ask the manager.",
    ),
    "sync.no_wipe_order": (
        "中心没有要求清除这台电脑，什么也没有删。",
        "The hub has not ordered this computer to be wiped; nothing was deleted.",
    ),
    "stick.join_by_hub": (
        "这个小区有中心，不能用文件加入，没有写。请点「邀请另一台电脑」，让新电脑扫码加入。",
        "This estate has a hub, so no file for joining was written. Invite the other computer by its code instead.",
    ),
    "stick.no_keys": (
        "这个文件不是给新电脑加入用的，没有加入。请在原来的电脑上重新做一个邀请文件。",
        "This file is not one to join with; nothing was joined. Have an invitation file made on the other computer.",
    ),
    "stick.code_wrong": (
        "这个码打不开这个文件，没有加入。请照着抄下来的码再输一次，或者换一个文件。",
        "This code does not open this file; nothing was joined. Type it again as written down, or take another file.",
    ),
    "stick.code_shape": (
        "码没有输完整。请照着抄下来的样子输，5 组，每组 4 个字。",
        "The code is not complete. Type it as written down: 5 groups of 4.",
    ),
    "stick.unknown_writer": (
        "中心不认识写这个文件的电脑，没有读入。请核对文件是不是拿错了。",
        "The hub does not know the computer that wrote this file; nothing was taken in. Check that it is the right file.",
    ),
    "blob.kind": (
        "这种附件不能存，没有保存。请换成照片、录音或文件。",
        "This sort of attachment cannot be kept; it was not saved. Use a picture, a recording or a paper.",
    ),
    "blob.too_large": (
        "附件太大，没有保存（最多 {limit} MB）。请缩小后再试。",
        "The attachment is too large and was not saved (at most {limit} MB). Make it smaller and try again.",
    ),
    "blob.disk_low": (
        "磁盘快满了，附件没有保存，文字照常能记。请清理磁盘后再加。",
        "The disk is nearly full: the attachment was not saved, text still is. Make room, then add it again.",
    ),
    "blob.not_here": (
        "这个附件还没有送到本机。联上中心后会自动取来，请过一会儿再看。",
        "This attachment has not come yet. It is fetched by itself once the hub is reached; look again later.",
    ),
    "blob.mismatch": (
        "附件损坏了，没有使用。请让原来那台电脑再发一次。",
        "The attachment is damaged and was not used. Have the other computer send it again.",
    ),
}
