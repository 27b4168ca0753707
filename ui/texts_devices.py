"""Sentences for attached devices: how they stand, why something was not done, and what to do about it now."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    # --- how it stands ------------------------------------------------------------------------------------------------
    "device.off": ("没有启用。插在键盘口的扫码枪不用设置，直接扫即可。", "Not in use. Scanners that act as keyboards need no setting."),
    "device.opening": ("正在连接，请稍候。", "Connecting, please wait."),
    "device.ready": ("正常，可以使用。", "It works."),
    "device.lost": (
        "连不上了，现在用不了。请检查电源和连接线，会自动再试。",
        "The connection is lost; it cannot be used now. Check power and cable; it will be tried again by itself.",
    ),
    "device.port_gone": (
        "线断开了，现在用不了。请检查电源、插好线，会自动恢复。",
        "It is unplugged and cannot be used. Check its power and plug it in; it will recover by itself.",
    ),
    "device.port_taken": (
        "接口被别的程序占用，连不上。请关掉那个程序，会自动再试。",
        "Another program uses its port, so it is not connected. Close that program; it will be tried again by itself.",
    ),
    "device.port_denied": (
        "系统不允许使用这个接口，没有连上。请管理员把当前用户加入 dialout 组，再注销、重新登录。",
        "The system does not allow this port, so it is not connected. Ask the manager to add this user to the group "
        "dialout, then log out and in again.",
    ),
    "device.port_brltty": (
        "盲文服务 brltty 占走了转接线，没有连上。请管理员卸载 brltty，再拔下重插。",
        "The Braille service brltty has taken the adapter, so it is not connected. Ask the manager to remove brltty, then "
        "unplug the adapter and plug it in again.",
    ),
    "device.port_ambiguous": (
        "有两个设备编号一样，分不清是哪个，没有连上。请拔掉另一个，或重新选接口。",
        "Two devices have the same number, so neither was used. Unplug the other one, or choose the port again.",
    ),
    "device.port_failed": (
        "接口出错，没有连上。请换一个接口再试。",
        "The port reports an error; it is not connected. Try another socket.",
    ),
    "device.port_settings": (
        "同一根线上的设备速度设得不一样，没有连上。请把它们的速度设成一样。",
        "Devices on this line are set to different speeds, so it is not connected. Set all of them to the same speed.",
    ),
    "device.driver_bug": (
        "设备程序出了意外，现在用不了。请拔下重插；还不行请联系管理员。",
        "The device's driver failed; it cannot be used now. Unplug it and plug it in again, or call the manager.",
    ),
    "device.no_answer": (
        "设备没有回应。请看看电源灯亮不亮、线插紧没有，再检查它的编号和速度。",
        "The device does not answer. Check its power light and cable, then its number and speed.",
    ),
    "device.garbled": (
        "收到的内容是乱的。请检查速度设置和接线，干扰大的线要离远一点。",
        "What it says is garbled. Check the speed setting and the wiring, and keep it away from power lines.",
    ),
    "device.hid_denied": (
        "系统还没有把扫码枪交给本程序，没有连上。请联系管理员给它设置权限。",
        "The system has not given the scanner to this program; it is not connected. Ask the manager to set its permission.",
    ),
    "device.library_missing": (
        "电脑上缺少这种设备需要的组件，没有连上。请联系管理员安装。",
        "This computer lacks a component the device needs; it is not connected. Ask the manager to install it.",
    ),
    "device.service_off": (
        "系统的读卡服务没有运行，没有连上。请联系管理员打开「智能卡」服务。",
        "The system's card service is not running; it is not connected. Ask the manager to start the smart card service.",
    ),
    "device.no_driver": (
        "本程序里没有这种设备的驱动，用不了。请更新程序，或换一种型号重新添加。",
        "This program has no driver for it, so it cannot be used. Update the program, or add it again as another model.",
    ),
    "device.option": (
        "设备的设置不对，没有做。请检查接口、编号和速度。",
        "The settings are not right; nothing was done. Please check port, number and speed.",
    ),
    # --- printers -----------------------------------------------------------------------------------------------------
    "device.paper_out": (
        "没有纸了。请装上新纸，等着的会接着打印。",
        "It is out of paper. Put in a new roll; what waits will be printed then.",
    ),
    "device.ribbon_out": ("碳带用完了，打不了。请换上新碳带。", "The ribbon is used up. Please put in a new one."),
    "device.cover_open": ("盖子没有盖好。请把盖子盖紧。", "The cover is open. Please close it firmly."),
    "device.cutter": (
        "切刀卡住了。请关掉电源，清掉碎纸，再打开。",
        "The cutter is stuck. Switch the printer off, remove the scraps of paper, and switch it on.",
    ),
    "device.error": ("打印机报错了。请关掉电源，等十秒再打开。", "The printer reports an error. Switch it off, wait ten seconds, switch it on."),
    "device.offline": ("打印机处于脱机状态。请按一下它的「联机」键。", "The printer is offline. Press its online button."),
    "device.paused": ("设备暂停了。请按一下它的暂停键，让它继续。", "The device is paused. Press its pause button to go on."),
    "device.jam": (
        "卡住了，可能没有出来。请打开看一看，取出卡住的东西。",
        "Something is stuck and may not have come out. Please open it and take out what is stuck.",
    ),
    "device.no_status": (
        "已经送去打印，这台打印机不回话，请看一眼纸出来没有。",
        "It was sent; this printer never answers. Please see whether the paper came out.",
    ),
    "device.not_finished": (
        "打印到一半，不知道打完没有。请看一眼纸，需要时再打一份。",
        "It is not certain that printing ended. Look at the paper, and print again if need be.",
    ),
    # --- what came of an action ---------------------------------------------------------------------------------------
    "device.gone": ("这个设备已经不在列表里了，没有做。请重新选一个。", "This device is not in the list any more; nothing was done. Choose another."),
    "device.is_off": ("这个设备停用了，没有做。请先启用它。", "This device is not in use; nothing was done. Switch it on in the list first."),
    "device.action": ("这个设备没有这种功能，没有做。请换一个设备。", "This device cannot do that; nothing was done. Choose another device."),
    "device.stopped": ("程序正在关闭，没有做。请打开程序后再来。", "The program was ending; nothing was done. Start it and try again."),
    "device.expired": (
        "等得太久，没有做。请设备恢复后再来一次。",
        "It waited too long and was not done. Try again once the device works.",
    ),
    "device.busy": ("设备正忙，没有做。请稍等再试。", "The device was busy; nothing was done. Please try again in a moment."),
    "device.not_ready": ("设备还没连上，没有做。请等它正常后再试。", "The device is not connected yet; nothing was done. Try again when it works."),
    "device.refused": ("设备说不行，没有做。请看看设备本身，再试一次。", "The device refused; nothing was done. Look at the device and try again."),
    "device.unproven": (
        "指令已经发出，这种设备不会回话，请看一眼做没做到。",
        "It was told, and cannot say whether it was done. Please look.",
    ),
    "device.interrupted": (
        "做到一半程序停了，不知道成了没有。不会自动再做，请看一看实物。",
        "The program ended in the middle; whether it was done is not known. It is not done again by itself: please look.",
    ),
    "device.looked": ("由人看过后确认的。", "Somebody looked and said so."),
    "device.not_unknown": ("这一条已经有结果了，没有改。请看最新的记录。", "This one has an outcome already; nothing was changed. See the latest record."),
    "device.nothing_fell": (
        "机器转了，没看见东西掉下来。请打开看看是不是卡住了。",
        "The motor turned, but nothing was seen to fall. Please open it and see whether something is stuck.",
    ),
    "device.blocked": ("出货口有东西挡着，没有出。请清一下出货口。", "Something blocks the chute; nothing was handed out. Please clear it."),
    "device.no_outcome": (
        "机器没说出没出来。请看一眼出货口。",
        "The machine did not say whether it came out. Please look at the chute.",
    ),
    "device.no_poll": ("机器没有和电脑说话，没有出。请检查电源和线。", "The machine does not talk to the computer; nothing was handed out. Check power and cable."),
    "device.unsettled": (
        "上一次还没有结果，没有出。请先看看上一份出来没有。",
        "The one before has no outcome yet; nothing was handed out. Please look at that one first.",
    ),
    "device.terminated": ("机器中途停了，没有出。请再试一次。", "The machine stopped on the way; nothing was handed out. Please try again."),
    "device.no_motor": ("这个货道没有电机，没有出。请检查货道号。", "This slot has no motor; nothing was handed out. Check the number of the slot."),
    "device.motor_not_stopped": ("电机没有停住，可能多出了。请看看出货口，报修。", "The motor did not stop and more may have come out. Look at the chute and have it repaired."),
    "device.elevator": ("升降机出错，可能没出来。请看看机器，报修。", "The elevator failed and it may not have come out. Look at the machine and have it repaired."),
    "device.fault": ("机器报了故障。请看看机器，还不行就报修。", "The machine reports a fault. Look at it, and have it repaired if it stays."),
    "device.out_of_stock": ("这个货道空了，没有出。请补货。", "This slot is empty; nothing was handed out. Please fill it."),
    "device.no_such": ("没有这个编号的门或货道，没有做。请检查编号。", "There is no such door or slot; nothing was done. Check its number."),
    "device.still_shut": ("锁动了，门没有开。请看看是不是卡住了。", "The lock was told, but the door stayed shut. See whether it is stuck."),
    "device.some_shut": ("有几扇门没有打开。请看看是哪几扇。", "Some doors stayed shut. Please see which."),
    "device.stuck": ("门或继电器卡住了。请看看实物，报修。", "It is stuck. Look at it and have it repaired."),
    "device.still_on": (
        "没能关掉，可能还通着电。请马上看看，必要时断电。",
        "It could not be switched off and may still be on. Look at once, and cut its power if need be.",
    ),
    "device.resting": ("刚动过，要歇几秒，这次没有动。请稍等再按。", "It moved just now and rests for a few seconds; nothing moved. Wait and press again."),
    "device.interlocked": ("另一个方向还在动，没有动。请等它停下来。", "The other direction is still moving; nothing moved. Wait until it stops."),
    "device.not_wired": ("这个动作没有接线，没有动。请在设备设置里填上通道。", "This action is not wired; nothing moved. Set its channel in the device's settings."),
    "device.not_seen": ("指令发了，没看到道闸到位。请看一眼道闸。", "It was told, but the arm was not seen to arrive. Please look at the barrier."),
    "device.unknown_error": ("读卡器报错。请把证件拿开再放一次。", "The reader reports an error. Take the card away and place it again."),
    "device.self_test_failed": ("读卡器自检没有通过，用不了。请拔下重插，还不行就报修。", "The reader's self test failed. Unplug it and plug it in again, or have it repaired."),
    "device.not_authorised": ("读卡器没有授权，用不了。请联系供货商。", "The reader is not authorised. Please ask its supplier."),
    "device.no_permission": ("读卡器没有权限读这张证。请联系供货商。", "The reader may not read this card. Please ask its supplier."),
    # --- setting up ---------------------------------------------------------------------------------------------------
    "device.no_name": ("请给设备起个名字，还没有保存。", "Please give the device a name; it was not saved."),
    "device.name_taken": ("已经有一个设备叫「{name}」，没有保存。请换个名字。", "A device is called '{name}' already; nothing was saved. Choose another name."),
    "device.address_taken": (
        "这个接口已经给「{name}」用了，没有保存。请选别的接口，或改它在线上的编号。",
        "'{name}' uses this port already; nothing was saved. Choose another port, or another number on the line.",
    ),
    "training.fault": ("这个练习设备没有这种故障。请选别的。", "This practice device has no such fault. Choose another."),
    "training.command": ("这个练习设备不懂这个动作，没有做。请换一个。", "This practice device does not know that; nothing was done. Try another."),
    # --- stock --------------------------------------------------------------------------------------------------------
    "stock.no_name": ("请写上是什么东西，还没有保存。", "Please say what it is; it was not saved."),
    "stock.number": ("数字要在 0 到 {most} 之间，没有保存。请改一下。", "The number must be between 0 and {most}; nothing was saved. Please change it."),
    "stock.elsewhere": ("这台机器归别的岗亭数，这里没有改。请到那边去记。", "This machine is counted at another desk; nothing was changed. Please do it there."),
    "stock.empty": ("「{name}」没有了，没有出。请补货。", "There is no more '{name}'; nothing was handed out. Please refill."),
    # --- handing out --------------------------------------------------------------------------------------------------
    "dispense.done": ("{name}出来了，请交给来人。", "{name}: one is out. Please hand it over."),
    "dispense.unknown": ("不知道{name}出来没有，请看一下机器。{cause}看清楚后请在「设备」里说明。", "{name}: nobody knows whether one came out. Please look at the machine. {cause} Then say so under Devices."),
    "dispense.quota": ("这户今天已经领过 {most} 份，没有出。请明天再来。", "This household has had its {most} for today; nothing was handed out. Please come tomorrow."),
    "dispense.machine_cap": ("这台机器今天给访客的 {most} 份已经发完，没有出。请到岗亭领。", "The {most} for couriers are used up today; nothing was handed out. Please ask at the desk."),
    "dispense.wait": ("请等 {seconds} 秒再取，这次没有出。", "Please wait {seconds} seconds; nothing was handed out this time."),
    "dispense.not_counted": ("还没登记这台机器里有多少，没有出。请先在「设备」里补货。", "Nobody has said what is in this machine; nothing was handed out. Refill it under Devices first."),
    "dispense.no_machine": ("没有接发放机，没有出。请在「设备」里添加。", "No dispenser is attached; nothing was handed out. Add one under Devices."),
    "dispense.not_household": ("这不是住户码，没有出。请出示家里的住户码。", "This is not a household code; nothing was handed out. Please show the code of your household."),
    "dispense.code_not_good": ("这张住户码现在不能用，没有出。请到岗亭看一下。", "This household code is not good now; nothing was handed out. Please ask at the desk."),
}  # fmt: skip
