"""Sentences of agreeing with the hub: the line, linking and joining, conflicts, refused lines, the stick."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "sync.no_line": (
        "现在连不上中心，没有同步。记录都在本机，通了会自动送；急用请检查网线。",
        "The hub cannot be reached; nothing was exchanged. Everything is kept here and goes by itself later. Check the cable.",
    ),
    "sync.hub_trouble": (
        "中心现在忙或者出了问题，没有同步。记录都在本机，过一会儿会自动再试。",
        "The hub is busy or in trouble; nothing was exchanged. Everything is kept here and is tried again by itself.",
    ),
    "sync.not_a_hub": (
        "这个地址上回答的不是中心，没有同步。请检查网络是不是要先登录上网。",
        "What answers at this address is no hub; nothing was exchanged. Check whether this network asks you to log in first.",
    ),
    "sync.page_broken": (
        "中心送来的内容不完整，没有使用，记录没有动。过一会儿会自动再试。",
        "What the hub sent was not whole and was not used. It is tried again by itself.",
    ),
    "sync.pin": (
        "回答的不是我们的中心，可能有人冒充，什么也没有送出去。请告诉管理员。",
        "Somebody else answers in the hub's place; nothing was sent. Please tell the manager.",
    ),
    "sync.tls": (
        "中心的证书没有人担保，什么也没有送出去。请告诉管理员检查中心的证书和电脑时间。",
        "Nobody vouches for the hub's certificate; nothing was sent. Ask the manager to check it, and this computer's time.",
    ),
    "sync.insecure_url": (
        "这个中心的地址没有加密，没有连。请用 https:// 开头的地址。",
        "This hub's address is not encrypted; nothing was linked. Use one that begins with https://.",
    ),
    "sync.stopped": ("同步停下了，已送的都算数。", "The exchange was stopped; what was sent counts."),
    "sync.bug": (
        "同步时出了意外，这一次没有做成，记录都在本机，过一会儿会自动再试。",
        "Something unexpected happened while exchanging; nothing is lost, and it is tried again by itself.",
    ),
    "sync.not_linked": (
        "这台电脑还没有连到中心，没有同步。请管理员先连到中心。",
        "This computer is not linked to a hub; nothing was exchanged. Ask the manager to link it.",
    ),
    "sync.other_process": (
        "另一个窗口正在同步，这里没有再做一次。请等它做完。",
        "Another window is exchanging with the hub; this one did not. Please wait for it.",
    ),
    "sync.revoked": (
        "中心停用了这台电脑，不再同步。记录都还在本机，请找管理员重新连。",
        "The hub has revoked this computer; nothing is exchanged. Everything is still here: ask the manager to link it anew.",
    ),
    "sync.read_only": (
        "中心停用了这台电脑，只能看，不能登记，刚才的没有存。请找管理员重新连到中心。",
        "The hub has revoked this computer: it may be read but not written. Ask the manager to link it anew.",
    ),
    "sync.too_old": (
        "这台电脑的程序太旧，中心不收，没有同步。记录都在本机，请安装新版程序。",
        "This program is too old for the hub; nothing was exchanged. Everything is kept here: install the newer program.",
    ),
    "sync.unknown_here": (
        "中心不认识这台电脑，没有同步。请管理员在中心重新出一个码，再连一次。",
        "The hub does not know this computer; nothing was exchanged. Ask the manager for a new code and link it again.",
    ),
    "sync.not_believed": (
        "中心没有认出这台电脑的签名，没有同步。请检查电脑的时间；还是不行，请管理员重新连。",
        "The hub did not believe this computer's signature; nothing was exchanged. Check its time, or link it anew.",
    ),
    "sync.not_a_ticket": (
        "这不是中心的码，没有连。请在中心网页或另一台电脑上打开二维码再扫。",
        "This is not a code of a hub; nothing was linked. Open the QR on the hub's page or another desk and scan that.",
    ),
    "sync.newer_ticket": (
        "这个码是新版中心出的，没有连。请先更新这台电脑的程序。",
        "This code was made by a newer hub; nothing was linked. Please update this program first.",
    ),
    "sync.joins_only": (
        "这个码是给新电脑加入用的，没有连。请用中心网页上出的码。",
        "This code is for a new computer that joins; nothing was linked. Use one made on the hub's page.",
    ),
    "sync.no_invitation": (
        "这个码不能用来加入，没有开始。请在小区里已有的那台电脑上点「邀请另一台电脑」，扫那个码。",
        "This code does not let anyone join; nothing was begun. On a desk of the estate choose 'Invite another computer'.",
    ),
    "sync.box_closed": (
        "这个码打不开小区的钥匙，没有加入。请在原来那台电脑上重新出一个码。",
        "This code does not open the estate's keys; nothing was joined. Make a new one on the other computer.",
    ),
    "sync.join_paused": (
        "加入停在半路，已经取到的都留着。接着做就行，不用再扫码。",
        "Joining was paused; what has come so far is kept. Go on whenever you like: no new code is needed.",
    ),
    "sync.nothing_begun": (
        "没有可以接着做的加入。请扫一个新的码。",
        "There is nothing to go on with. Please scan a new code.",
    ),
    "sync.settled": (
        "这一处别人已经定好了，没有再改。",
        "Somebody has settled this already; nothing was changed.",
    ),
    "sync.not_typed": (
        "这一项只能从两个里选，没有改。",
        "Here one can only choose between the two; nothing was changed.",
    ),
    "sync.value_empty": (
        "还没有写内容，没有改。请写好再按。",
        "Nothing was typed; nothing was changed. Type it first.",
    ),
    "enrol.code_wrong": (
        "中心不认识这个码，没有连上。请重新出一个码再扫。",
        "The hub does not know this code; nothing was linked. Make a new one and scan that.",
    ),
    "enrol.code_used": (
        "这个码已经用过了，没有连上。请重新出一个码。",
        "This code has been used; nothing was linked. Please make a new one.",
    ),
    "enrol.code_expired": (
        "这个码过了 15 分钟，不能再用。请重新出一个。",
        "This code is older than 15 minutes and no longer good. Please make a new one.",
    ),
    "enrol.other_site": (
        "这个码是给另一个小区的，没有连上。请在中心选对小区再出码。",
        "This code belongs to another estate; nothing was linked. Choose the right one at the hub.",
    ),
    "enrol.site_taken": (
        "中心里已经有这个小区，没有连上。请用那个小区出的码。",
        "The hub has this estate already; nothing was linked. Use a code made for it.",
    ),
    "enrol.needs_invitation": (
        "新电脑要由小区里已有的电脑邀请，没有加入。请扫那台电脑上的码。",
        "A new computer is invited by one of the estate; nothing was joined. Scan the code shown there.",
    ),
    "enrol.device_taken": (
        "中心里有另一台电脑用着同样的身份，没有连上。请管理员在中心停用那一台。",
        "Another computer at the hub has this identity; nothing was linked. Ask the manager to revoke that one.",
    ),
    "enrol.key_revoked": (
        "这台电脑的钥匙被停用了，没有连上。请再试一次，会换一把新的。",
        "This computer's key was revoked; nothing was linked. Try again: it takes a new one.",
    ),
    "enrol.many_codes": (
        "没用完的码太多了，没有再出。请等 15 分钟，或在中心收回几个。",
        "Too many codes are open; no further one was made. Wait 15 minutes or take some back at the hub.",
    ),
    "enrol.newer": (
        "中心的程序比这台电脑旧，没有连上。请先更新中心。",
        "The hub is older than this program; nothing was linked. Please update the hub first.",
    ),
    "enrol.proof": (
        "中心没有认出这台电脑的签名，没有连上。请再试一次。",
        "The hub did not believe this computer's signature; nothing was linked. Please try again.",
    ),
    "enrol.wait": (
        "错的码试得太多，中心让等一会儿，没有连上。请过几分钟再试。",
        "Too many wrong codes: the hub asks to wait; nothing was linked. Try again in a few minutes.",
    ),
    # carried on a stick
    "stick.not_one": (
        "这不是门岗台的同步文件，没有读入。请选 U 盘里 .gdcarry 结尾的文件。",
        "This is not a file of changes and was not read. Choose one that ends in .gdcarry.",
    ),
    "stick.newer": (
        "这个文件是新版程序存的，没有读入。请先更新这台电脑的程序。",
        "This file was saved by a newer program and was not read. Please update this one first.",
    ),
    "stick.damaged": (
        "这个文件不完整，一点也没有用。请在那台电脑上重新存一次，拔 U 盘前先「安全弹出」。",
        "This file is not whole; nothing of it was used. Save it again there, and eject the stick before pulling it.",
    ),
    "stick.sealed_elsewhere": (
        "这个文件是别的小区的，打不开，没有读入。",
        "This file belongs to another estate, cannot be opened and was not read.",
    ),
    "stick.other_site": ("这个文件是别的小区的，没有读入。", "This file belongs to another estate and was not read."),
    "stick.own": (
        "这个文件是这台电脑自己存的，没有读入。请拿到另一台电脑上读。",
        "This computer saved the file itself; it was not read. Take it to the other computer.",
    ),
    "stick.gap": (
        "前面还缺一个文件，没有读入。请先读更早存的那个，或者在那台电脑上重新存一次。",
        "An earlier file is missing; this one was not read. Read the earlier one first, or save it there again.",
    ),
    "stick.nothing_new": (
        "里面的内容这台电脑都有了，不用再读。",
        "This computer has all of it already; nothing was read.",
    ),
    "stick.too_big": (
        "这个文件太大，没有读入。请接上网络，和中心对齐。",
        "This file is too large and was not read. Please connect to the network and sync with the hub.",
    ),
    "stick.no_hub": (
        "这台电脑没有连过中心，没有存。请先连到中心。",
        "This computer was never linked to a hub; nothing was saved. Link it first.",
    ),
    "demo.real_estate": (
        "这是真的小区，不能编造中心，没有做。",
        "This is a real estate: no hub is made up here, and nothing was done.",
    ),
    # why a line was refused by the hub, or waits here
    "hub.kind_unknown": (
        "中心还不认识这种内容，已经留着，中心更新后会自动收下。",
        "The hub does not know this kind yet; it is kept and taken in once the hub is updated.",
    ),
    "hub.kind_not_yours": (
        "这一条只有街道的中心才能写，中心没有采用，也没有转给别的岗亭。请把这一条告诉管理员。",
        "Only the district's hub writes this kind: it was not used nor passed on. Please tell the manager.",
    ),
    "wire.field_unknown": (
        "中心不收这一项内容，已记下原样。",
        "The hub does not take this field; it is kept as it is.",
    ),
    "wire.not_sealed": (
        "内容没有封好，中心没有收。请告诉管理员。",
        "It was not sealed and was not taken. Tell the manager.",
    ),
    "wire.too_large": ("内容太大，中心没有收。请告诉管理员。", "It is too large and was not taken. Tell the manager."),
    "wire.malformed": (
        "内容读不懂，没有采用。请告诉管理员。",
        "It could not be read and was not used. Tell the manager.",
    ),
    "wire.too_new": (
        "是新版程序写的，更新这台电脑后会自动用上。",
        "Written by a newer program; used once this one is updated.",
    ),
    "sync.newer_kind": (
        "是新版程序才有的内容，先留着，更新这台电脑后会自动用上。",
        "Something only a newer program has; kept, and used once this one is updated.",
    ),
    "sync.newer_field": (
        "里面有新版程序才有的一项，其余的已经用上，更新后会补上。",
        "One field of it is newer than this program; the rest is in use, and that follows after the update.",
    ),
    "sync.newer_op": (
        "是新版程序写的，先留着，更新这台电脑后会自动用上。",
        "Written by a newer program; kept, and used once this one is updated.",
    ),
    "sync.malformed": ("内容读不懂，没有采用，原样留着。", "It could not be read; it is kept as it came and not used."),
    "sync.sealed_elsewhere": (
        "封着的内容这台电脑打不开，原样留着。请告诉管理员。",
        "It is sealed with a key this computer does not have; kept as it came. Tell the manager.",
    ),
}
