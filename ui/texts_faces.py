"""Sentences of faces: the lane that is off, the vault, consent and its end. No word here tells anybody it goes faster."""

from __future__ import annotations

_ANOTHER_WAY = "请用二维码、门卡或密码登记。"
_ANOTHER_WAY_EN = "Please use a code, card or PIN instead."

TEXTS: dict[str, tuple[str, str]] = {
    "faces.model_missing": (
        f"缺少人脸识别要用的文件（{{file}}），刷脸没有打开，其他功能不受影响。{_ANOTHER_WAY}请联系维护人员重新安装程序。",
        f"A file that faces need is missing ({{file}}): the lane stays off, all else works. {_ANOTHER_WAY_EN} Ask whoever "
        "looks after this computer to install the program again.",
    ),
    "faces.model_altered": (
        f"人脸识别要用的文件（{{file}}）和原来的不一样，为了安全没有打开刷脸。{_ANOTHER_WAY}请联系维护人员重新安装程序。",
        f"A file that faces need is not the one it was ({{file}}), so the lane stays off. {_ANOTHER_WAY_EN} Ask whoever looks "
        "after this computer to install the program again.",
    ),
    "faces.vault_key_missing": (
        f"找不到人脸库的钥匙，刷脸没有打开；居民现在仍可办理撤回。{_ANOTHER_WAY}请用人脸库备份恢复，或者清空后重新采集。",
        f"The key of the face vault is missing: the lane stays off, and people can still withdraw. {_ANOTHER_WAY_EN} Bring "
        "back a backup of the vault, or empty it and enrol anew.",
    ),
    "faces.vault_key_wrong": (
        f"这把钥匙打不开本机的人脸库，刷脸没有打开，库里的内容没有动。{_ANOTHER_WAY}请用人脸库备份恢复。",
        f"This key does not open the face vault here: the lane stays off and nothing was changed. {_ANOTHER_WAY_EN} Bring "
        "back a backup of the vault.",
    ),
    "faces.vault_damaged": (
        f"人脸库的文件坏了或者被改动过，没有打开，其他记录不受影响。{_ANOTHER_WAY}请用人脸库备份恢复，并告诉管理员。",
        f"The file of the face vault was damaged or altered and was not opened; other records are not affected. "
        f"{_ANOTHER_WAY_EN} Bring back a backup of the vault and tell a manager.",
    ),
    "faces.backup_not_one": (
        "这个文件不是人脸库的备份，没有恢复。请换一个文件。",
        "This file is no backup of a face vault; nothing was brought back. Please choose another.",
    ),
    "faces.off": (
        f"本门岗没有打开刷脸，什么也没有做。{_ANOTHER_WAY}",
        f"Face check-in is not switched on at this gate; nothing was done. {_ANOTHER_WAY_EN}",
    ),
    "faces.opening": (
        f"正在准备刷脸，请稍等。{_ANOTHER_WAY}",
        f"Face check-in is getting ready; one moment please. {_ANOTHER_WAY_EN}",
    ),
    "faces.ready": (
        "刷脸可以用了；不愿意的，二维码、门卡、密码照样用。",
        "Face check-in is ready; codes, cards and PINs work just as well.",
    ),
    "faces.answer_missing": (
        "刷脸没有打开：还有一项没有填。按规定每一项都要写清楚，请补上再打开。",
        "Face check-in was not switched on: an answer is missing. The law asks for each of them; please fill it in.",
    ),
    "faces.assessed_on": (
        "刷脸没有打开：评估日期不对。请填已经做完评估的那一天，例如 2026-11-20。",
        "Face check-in was not switched on: please give the day the assessment was done, for example 2026-11-20.",
    ),
    "faces.assessed_old": (
        "刷脸没有打开：影响评估已经超过三年。请先重新评估，再打开。",
        "Face check-in was not switched on: the impact assessment is older than three years. Please assess anew first.",
    ),
    "faces.guardian_missing": (
        "没有记下同意：不满 14 岁要监护人同意。请先核对监护人的证件，填上监护人是谁。",
        "The consent was not recorded: below 14 a guardian has to agree. Please check their document and say who they are.",
    ),
    "faces.no_consent": (
        "没有存：本人的同意已经撤回或者换过了，采集的内容已经丢掉。愿意的话请重新告知、重新同意。",
        "Nothing was kept: the consent was taken back or renewed meanwhile, and what was captured is gone. If they wish, begin "
        "anew with the notice.",
    ),
    "faces.not_captured": (
        "还没有采集好，什么也没有存。请按屏幕提示再来一次。",
        "The capture is not finished and nothing was kept. Please follow the screen once more.",
    ),
    "faces.looks_like_another": (
        "没有存：这张脸和另一位已录入的居民很像。请当面核对两人是谁，确实是两个人再存。",
        "Nothing was kept: this face resembles another person who is enrolled. Please check who they are; keep it only when "
        "they are two people.",
    ),
    "faces.erased": (
        "这次采集已经删除，不能再存回来。本人愿意的话，请重新告知、重新同意后再采集。",
        "This enrolment was erased and cannot be kept again. If the person wishes, begin anew with the notice and consent.",
    ),
    "faces.not_enrolled": (
        "这位居民没有录入人脸，什么也没有改。请核对姓名或回执。",
        "This person's face is not enrolled; nothing was changed. Please check the name or the receipt.",
    ),
    "faces.code_shape": (
        "撤回码是 12 位字母和数字，没有 0、1 和字母 O、I。请对照回执再输一次。",
        "A withdrawal code has 12 letters and digits, without 0, 1, O and I. Please check it against the receipt.",
    ),
    "faces.code_unknown": (
        "没有查到这个撤回码，可能已经撤回过。请对照回执再输，或者凭证件办理。",
        "No enrolment has this code; it may be withdrawn already. Please check the receipt, or use an identity document.",
    ),
}
