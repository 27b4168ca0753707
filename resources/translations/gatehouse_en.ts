<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
    <context>
        <name>AdmitPage</name>
        <message>
            <source>已经放行，接下来请对方进门</source>
            <translation>Admitted. Please show them in</translation>
        </message>
        <message>
            <source>好了</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>放行</source>
            <translation>Admit</translation>
        </message>
        <message>
            <source>谁来了？请选一种</source>
            <translation>Who is here? Choose one</translation>
        </message>
        <message>
            <source>也可以直接扫住户给的户内码或来访证</source>
            <translation>Or scan the household's code or a visitor pass</translation>
        </message>
        <message>
            <source>{kind}来访，去 {door}</source>
            <translation>{kind} for {door}</translation>
        </message>
        <message>
            <source>{kind}来访，请填几样</source>
            <translation>{kind}: a few things to fill in</translation>
        </message>
        <message>
            <source>都齐了，按回车放行</source>
            <translation>All there. Press Enter to admit</translation>
        </message>
        <message>
            <source>还差：{names}</source>
            <translation>Still missing: {names}</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>回车</source>
            <translation>Enter</translation>
        </message>
        <message>
            <source>换类型</source>
            <translation>Other type</translation>
        </message>
        <message>
            <source>住户不同意</source>
            <translation>Household says no</translation>
        </message>
        <message>
            <source>清空</source>
            <translation>Clear</translation>
        </message>
        <message>
            <source>给一张来访证</source>
            <translation>Give a pass</translation>
        </message>
        <message>
            <source>打开这次来访</source>
            <translation>Open this visit</translation>
        </message>
        <message>
            <source>再登记一位</source>
            <translation>Next visitor</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>上次没登完的内容还在，已经放回来了。</source>
            <translation>What you had not finished last time is still here.</translation>
        </message>
        <message>
            <source>已清空</source>
            <translation>Cleared</translation>
        </message>
        <message>
            <source>骑手放行，已记 1 次</source>
            <translation>Rider passed, counted 1</translation>
        </message>
        <message>
            <source>快递放行，已记 1 次</source>
            <translation>Courier passed, counted 1</translation>
        </message>
        <message>
            <source>已放行，已记下</source>
            <translation>Admitted and recorded</translation>
        </message>
        <message>
            <source>没有放行，已记下</source>
            <translation>Not admitted; it is recorded</translation>
        </message>
    </context>
    <context>
        <name>AttentionCard</name>
        <message>
            <source>需要留意</source>
            <translation>Needs attention</translation>
        </message>
        <message>
            <source>都好，没有要处理的事</source>
            <translation>All is well, nothing to do</translation>
        </message>
        <message>
            <source>有人超时、寄放过久或预约未到时，会出现在这里。</source>
            <translation>Overstays, goods left too long and late guests will appear here.</translation>
        </message>
        <message>
            <source>另有 {n} 位亲友未登记离开</source>
            <translation>{n} guests did not sign out</translation>
        </message>
        <message>
            <source>另有 {n} 位不确定是否还在</source>
            <translation>{n} may or may not still be here</translation>
        </message>
    </context>
    <context>
        <name>Banner</name>
        <message>
            <source>关闭</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>关闭这条提示</source>
            <translation>Close this note</translation>
        </message>
    </context>
    <context>
        <name>Bar</name>
        <message>
            <source>门岗台</source>
            <translation>Gatehouse Desk</translation>
        </message>
        <message>
            <source>换人</source>
            <translation>Switch</translation>
        </message>
        <message>
            <source>换一个人当班，或者锁屏</source>
            <translation>Somebody else takes over, or lock the screen</translation>
        </message>
        <message>
            <source>未联网也能用 · 待传 {n} 条</source>
            <translation>Works offline · {n} to send</translation>
        </message>
        <message>
            <source>待传 {n} 条</source>
            <translation>{n} to send</translation>
        </message>
        <message>
            <source>记录都存在本机。还没有连到中心，连上后会自动传。</source>
            <translation>Everything is kept on this computer. It is not connected to the centre yet; records will be sent once it is.</translation>
        </message>
        <message>
            <source>{name} 当班</source>
            <translation>{name} on duty</translation>
        </message>
    </context>
    <context>
        <name>CameraChoice</name>
        <message>
            <source>正常</source>
            <translation>Works</translation>
        </message>
        <message>
            <source>正在打开</source>
            <translation>Opening</translation>
        </message>
        <message>
            <source>已关闭</source>
            <translation>Off</translation>
        </message>
        <message>
            <source>请看一下</source>
            <translation>Needs a look</translation>
        </message>
        <message>
            <source>自动选择</source>
            <translation>Choose by itself</translation>
        </message>
        <message>
            <source>{name}（没有插上）</source>
            <translation>{name} (not plugged in)</translation>
        </message>
        <message>
            <source>演示画面（练习用）</source>
            <translation>Simulated picture (for practice)</translation>
        </message>
        <message>
            <source>不用摄像头</source>
            <translation>No camera</translation>
        </message>
        <message>
            <source>文件或网络画面</source>
            <translation>A file or network picture</translation>
        </message>
        <message>
            <source>用哪个摄像头</source>
            <translation>Which camera</translation>
        </message>
    </context>
    <context>
        <name>CameraStep</name>
        <message>
            <source>请看一下摄像头</source>
            <translation>Please look at the camera</translation>
        </message>
        <message>
            <source>能看清二维码就可以。没有摄像头也不要紧，扫码枪和手工输入一样用。</source>
            <translation>A code must be sharp in it. No camera? A scanner or the keyboard does as well.</translation>
        </message>
        <message>
            <source>这里只用来扫码，画面不录像、不保存。</source>
            <translation>It only reads codes: no picture is recorded or kept.</translation>
        </message>
    </context>
    <context>
        <name>ChoicesPage</name>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>有几张来访证都是这六位数字，请核对是哪一张</source>
            <translation>Several passes have these six digits; check which one it is</translation>
        </message>
        <message>
            <source>您输入的 {digits} 是什么？</source>
            <translation>What is {digits}?</translation>
        </message>
        <message>
            <source>编号 {serial}</source>
            <translation>No. {serial}</translation>
        </message>
        <message>
            <source>来访证下面的六位数字</source>
            <translation>Six digits under a pass</translation>
        </message>
        <message>
            <source>房号</source>
            <translation>Room number</translation>
        </message>
        <message>
            <source>电话号码或尾号</source>
            <translation>Phone number or its end</translation>
        </message>
        <message>
            <source>寄放物品的取件码</source>
            <translation>Pick-up code of goods</translation>
        </message>
        <message>
            <source>都找一遍</source>
            <translation>Search everything</translation>
        </message>
    </context>
    <context>
        <name>CodeStep</name>
        <message>
            <source>请照着纸上的恢复码输一遍</source>
            <translation>Please type the code from your paper</translation>
        </message>
        <message>
            <source>确认没有抄错。大小写都可以，横线不用输。</source>
            <translation>So that we know it was copied right. Capitals and dashes do not matter.</translation>
        </message>
        <message>
            <source>请把恢复码抄在纸上，锁好</source>
            <translation>Write the recovery code on paper and lock it away</translation>
        </message>
        <message>
            <source>电脑坏了、密码忘了，只有它能找回数据。我们没有备份，谁也不能代您找回。</source>
            <translation>If the computer breaks or a PIN is lost, only this code brings the data back. Nobody else has a copy.</translation>
        </message>
        <message>
            <source>核对</source>
            <translation>Check</translation>
        </message>
        <message>
            <source>已经抄好，下一步</source>
            <translation>I have written it down</translation>
        </message>
        <message>
            <source>已经送到打印机。</source>
            <translation>Sent to the printer.</translation>
        </message>
        <message>
            <source>存到哪里？</source>
            <translation>Where to?</translation>
        </message>
        <message>
            <source>恢复码.pdf</source>
            <translation>recovery-code.pdf</translation>
        </message>
        <message>
            <source>已存成「{name}」。请存在 U 盘里收好，不要留在这台电脑上。</source>
            <translation>Saved as “{name}”. Keep it on a stick, not on this computer.</translation>
        </message>
        <message>
            <source>请不要拍照发到微信，也不要和这台电脑放在一起。没有 0、1、I、O 这几个容易看错的字。</source>
            <translation>Do not photograph or send it, and do not keep it beside this computer. It has no 0, 1, I or O.</translation>
        </message>
        <message>
            <source>打印</source>
            <translation>Print</translation>
        </message>
        <message>
            <source>存成文件</source>
            <translation>Save as file</translation>
        </message>
        <message>
            <source>恢复码</source>
            <translation>Recovery code</translation>
        </message>
        <message>
            <source>5 组，每组 4 个字</source>
            <translation>5 groups of 4</translation>
        </message>
        <message>
            <source>再看一次恢复码</source>
            <translation>Show the code again</translation>
        </message>
    </context>
    <context>
        <name>DonePanel</name>
        <message>
            <source>已放行，已记下</source>
            <translation>Admitted and recorded</translation>
        </message>
        <message>
            <source>刚才已经登记过，没有重复</source>
            <translation>Registered a moment ago; nothing was recorded twice</translation>
        </message>
        <message>
            <source>上一次来访已同时登记离开</source>
            <translation>The earlier visit was checked out</translation>
        </message>
        <message>
            <source>没有留姓名</source>
            <translation>No name given</translation>
        </message>
        <message>
            <source>{name}（{n} 人）</source>
            <translation>{name} ({n} people)</translation>
        </message>
        <message>
            <source>来访人</source>
            <translation>Visitor</translation>
        </message>
        <message>
            <source>到访</source>
            <translation>Visiting</translation>
        </message>
        <message>
            <source>进门</source>
            <translation>Came in</translation>
        </message>
        <message>
            <source>时限</source>
            <translation>Limit</translation>
        </message>
        <message>
            <source>临时牌号</source>
            <translation>Badge number</translation>
        </message>
        <message>
            <source>请把临时牌 {badge} 交给来人，离开时收回。</source>
            <translation>Hand over badge {badge}, and take it back when they leave.</translation>
        </message>
        <message>
            <source>施工人员离开要登记。可以给一张来访证，出门时一扫就好。</source>
            <translation>Workers are checked out. A pass makes that one scan at the door.</translation>
        </message>
        <message>
            <source>已经是夜里了。如果要过夜，请在这次来访里写明住几晚。</source>
            <translation>It is night. If they stay, open the visit and say how many nights.</translation>
        </message>
        <message>
            <source>请对方进门。要进出几次的，可以给一张来访证。</source>
            <translation>Show them in. If they come and go, a pass helps.</translation>
        </message>
    </context>
    <context>
        <name>Door</name>
        <message>
            <source>第一次做演示数据要一两分钟。</source>
            <translation>Making the demo estate takes a minute or two the first time.</translation>
        </message>
        <message>
            <source>几秒钟就好。</source>
            <translation>This takes a few seconds.</translation>
        </message>
        <message>
            <source>正在打开，请稍候</source>
            <translation>Opening, one moment</translation>
        </message>
    </context>
    <context>
        <name>DoorField</name>
        <message>
            <source>没有找到这一户，请再看一下房号</source>
            <translation>No such household; please check the room</translation>
        </message>
        <message>
            <source>房号 3-1-1202，或业主姓名拼音</source>
            <translation>Room 3-1-1202, or an owner's name</translation>
        </message>
        <message>
            <source>换一户</source>
            <translation>Change</translation>
        </message>
        <message>
            <source>找到的住户</source>
            <translation>Households found</translation>
        </message>
    </context>
    <context>
        <name>EstateStep</name>
        <message>
            <source>这是哪个小区？</source>
            <translation>Which estate is this?</translation>
        </message>
        <message>
            <source>名字会印在来访证和标签上。</source>
            <translation>The name is printed on passes and labels.</translation>
        </message>
        <message>
            <source>小区名称</source>
            <translation>Name of the estate</translation>
        </message>
        <message>
            <source>比如：锦绣苑</source>
            <translation>For example: Jinxiu Garden</translation>
        </message>
        <message>
            <source>详细地址</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>遇到急事打 120、119 时照着念。比如：明珠路 88 弄</source>
            <translation>Read aloud when you call 120 or 119. For example: Lane 88, Mingzhu Road</translation>
        </message>
    </context>
    <context>
        <name>FastCard</name>
        <message>
            <source>按平台记</source>
            <translation>By platform</translation>
        </message>
        <message>
            <source>一键放行</source>
            <translation>One key</translation>
        </message>
        <message>
            <source>外卖骑手</source>
            <translation>Rider</translation>
        </message>
        <message>
            <source>快递员</source>
            <translation>Courier</translation>
        </message>
        <message>
            <source>来访登记</source>
            <translation>Register</translation>
        </message>
        <message>
            <source>寄放物品</source>
            <translation>Goods left</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>按平台</source>
            <translation>Platform</translation>
        </message>
        <message>
            <source>再来一次</source>
            <translation>The same again</translation>
        </message>
        <message>
            <source>每小时通行：今天还没有</source>
            <translation>By the hour: none yet today</translation>
        </message>
        <message>
            <source>每小时通行，最多是 {hour} 点，{n} 次</source>
            <translation>By the hour; busiest at {hour}:00 with {n}</translation>
        </message>
        <message>
            <source>再来：{who}</source>
            <translation>Again: {who}</translation>
        </message>
    </context>
    <context>
        <name>Field</name>
        <message>
            <source>可不填</source>
            <translation>optional</translation>
        </message>
    </context>
    <context>
        <name>FieldsPanel</name>
        <message>
            <source>收起</source>
            <translation>Show less</translation>
        </message>
        <message>
            <source>更多：事由、物品、临时牌、备注</source>
            <translation>More: purpose, items, badge, note</translation>
        </message>
        <message>
            <source>请选到访哪一户</source>
            <translation>Please choose the household</translation>
        </message>
        <message>
            <source>请填写，或点“不愿提供”</source>
            <translation>Fill it in, or press “Not given”</translation>
        </message>
        <message>
            <source>事由</source>
            <translation>Reason for coming</translation>
        </message>
        <message>
            <source>住几晚</source>
            <translation>Nights</translation>
        </message>
        <message>
            <source>{n} 人</source>
            <translation>{n}</translation>
        </message>
        <message>
            <source>{n} 晚</source>
            <translation>{n}</translation>
        </message>
        <message>
            <source>不说明</source>
            <translation>Not said</translation>
        </message>
        <message>
            <source>整号或尾号 4 位</source>
            <translation>Number or last 4 digits</translation>
        </message>
        <message>
            <source>例如 沪A12345</source>
            <translation>e.g. 沪A12345</translation>
        </message>
        <message>
            <source>只记首尾几位</source>
            <translation>Only a few digits are kept</translation>
        </message>
    </context>
    <context>
        <name>GateStep</name>
        <message>
            <source>这台电脑放在哪个门岗？</source>
            <translation>At which gate does this computer stand?</translation>
        </message>
        <message>
            <source>有几个门岗就各设各的，名字不要一样。</source>
            <translation>Each gate is set up by itself, under a name of its own.</translation>
        </message>
        <message>
            <source>门岗名称</source>
            <translation>Name of the gate</translation>
        </message>
        <message>
            <source>比如：南门</source>
            <translation>For example: South gate</translation>
        </message>
        <message>
            <source>门岗电话</source>
            <translation>Phone of the gate</translation>
        </message>
        <message>
            <source>印在标签上，捡到的人可以打过来</source>
            <translation>Printed on labels, so that a finder can call</translation>
        </message>
    </context>
    <context>
        <name>HelpPage</name>
        <message>
            <source>来人了怎么办？看下面四句话</source>
            <translation>Somebody is at the window? Four sentences</translation>
        </message>
        <message>
            <source>平常这样做</source>
            <translation>An ordinary day</translation>
        </message>
        <message>
            <source>1. 请来人把码对准摄像头，或者用扫码枪扫。画面会说能不能放行。</source>
            <translation>1. Ask them to hold their code to the camera, or use the scanner. The screen says whether they may enter.</translation>
        </message>
        <message>
            <source>2. 没有码：在下面一行输入姓名、拼音、房号或电话尾号，按回车。</source>
            <translation>2. No code: type a name, room or the end of a phone number in the line below, press Enter.</translation>
        </message>
        <message>
            <source>3. 第一次来：按 F2 登记。骑手按 F5，快递按 F6，不用写任何东西。</source>
            <translation>3. First visit: press F2. Riders F5, couriers F6, nothing to write.</translation>
        </message>
        <message>
            <source>4. 做错了：屏幕下方有“撤销”，十秒内都能改回来。</source>
            <translation>4. A mistake: press Undo at the foot of the screen within ten seconds.</translation>
        </message>
        <message>
            <source>快捷键</source>
            <translation>Keys</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>{word}（按住一秒）</source>
            <translation>{word} (hold one second)</translation>
        </message>
        <message>
            <source>回车</source>
            <translation>Enter</translation>
        </message>
        <message>
            <source>做屏幕上最大的那个按钮</source>
            <translation>Press the biggest button on the screen</translation>
        </message>
    </context>
    <context>
        <name>HoldButton</name>
        <message>
            <source>请按住一秒</source>
            <translation>Hold for one second</translation>
        </message>
    </context>
    <context>
        <name>KeyStep</name>
        <message>
            <source>数据的钥匙放在哪里？</source>
            <translation>Where shall the key to the data lie?</translation>
        </message>
        <message>
            <source>登记的内容都加了密，打开要用一把钥匙。钥匙由程序来做，您只要选放在哪里。</source>
            <translation>All records are encrypted and need a key. The program makes it; you only choose where it lies.</translation>
        </message>
        <message>
            <source>下一步</source>
            <translation>Next</translation>
        </message>
        <message>
            <source>就这样，建立数据</source>
            <translation>Set up like this</translation>
        </message>
        <message>
            <source>请写一句口令，至少 {n} 个字。</source>
            <translation>Please write a passphrase of at least {n} characters.</translation>
        </message>
        <message>
            <source>用口令锁住，每次开机输入</source>
            <translation>Lock it with a passphrase, typed at every start</translation>
        </message>
        <message>
            <source>最安全。口令忘了，要用恢复码才能打开。</source>
            <translation>The safest way. If you forget it, only the recovery code opens the data.</translation>
        </message>
        <message>
            <source>由这台电脑的系统保管（推荐）</source>
            <translation>Let this computer's system keep it (recommended)</translation>
        </message>
        <message>
            <source>登录这台电脑就能打开，不用多记一个口令。</source>
            <translation>Whoever can log in to this computer can open it; nothing more to remember.</translation>
        </message>
        <message>
            <source>放在数据文件夹里，不上锁</source>
            <translation>Leave it in the data folder, unlocked</translation>
        </message>
        <message>
            <source>开机就能用。这台电脑的系统没有保管钥匙的地方。</source>
            <translation>Works at once. This computer's system has no place that keeps keys.</translation>
        </message>
        <message>
            <source>请注意：谁把整个数据文件夹拷走，谁就能看到里面的全部登记。电脑放在人来人往的地方，请选口令。</source>
            <translation>Mind this: whoever copies the data folder can read every record in it. Where people come and go, choose a passphrase.</translation>
        </message>
        <message>
            <source>口令</source>
            <translation>Passphrase</translation>
        </message>
        <message>
            <source>至少 {n} 个字，写一句自己记得住的话</source>
            <translation>At least {n} characters: a sentence you will remember</translation>
        </message>
        <message>
            <source>再写一次</source>
            <translation>Once more</translation>
        </message>
    </context>
    <context>
        <name>LanguageStep</name>
        <message>
            <source>欢迎使用门岗台</source>
            <translation>Welcome to Gatehouse Desk</translation>
        </message>
        <message>
            <source>一共 {n} 步，大约 5 分钟。先选语言，以后随时可以换。</source>
            <translation>{n} steps, about 5 minutes. Choose a language first; you can change it at any time.</translation>
        </message>
        <message>
            <source>想先看看？演示小区另开一个窗口，里面的人都是编的，和您的数据分开存放。</source>
            <translation>Just looking? The practice estate opens in its own window. Everyone in it is invented, and it is kept apart from your data.</translation>
        </message>
        <message>
            <source>先试用演示小区</source>
            <translation>Try the practice estate</translation>
        </message>
    </context>
    <context>
        <name>Lens</name>
        <message>
            <source>摄像头画面</source>
            <translation>Camera picture</translation>
        </message>
    </context>
    <context>
        <name>LineField</name>
        <message>
            <source>不愿提供</source>
            <translation>Not given</translation>
        </message>
    </context>
    <context>
        <name>ManagerStep</name>
        <message>
            <source>管理员已经设好了</source>
            <translation>The manager is set up</translation>
        </message>
        <message>
            <source>要加人、改密码，以后在「设置」里做。</source>
            <translation>Adding people and changing PINs is done later in Settings.</translation>
        </message>
        <message>
            <source>谁来当第一位管理员？</source>
            <translation>Who is the first manager?</translation>
        </message>
        <message>
            <source>管理员可以加值班的人、改设置、恢复备份。</source>
            <translation>A manager adds people on duty, changes settings and restores backups.</translation>
        </message>
        <message>
            <source>再设一个密码</source>
            <translation>Now choose a PIN</translation>
        </message>
        <message>
            <source>请再输一次同样的密码</source>
            <translation>Please enter the same PIN again</translation>
        </message>
        <message>
            <source>密码已设好</source>
            <translation>The PIN is set</translation>
        </message>
        <message>
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>屏幕上只显示「姓 + 老师」</source>
            <translation>The screen shows the family name only</translation>
        </message>
        <message>
            <source>4 到 8 位数字，不要用生日、1234 这样好猜的。</source>
            <translation>4 to 8 digits; no birthday and nothing easy such as 1234.</translation>
        </message>
        <message>
            <source>重新设密码</source>
            <translation>Choose another PIN</translation>
        </message>
    </context>
    <context>
        <name>MorePage</name>
        <message>
            <source>扫不出来？换一种方式</source>
            <translation>It will not scan? Another way</translation>
        </message>
        <message>
            <source>来访证下面的六位数字</source>
            <translation>Six digits under a pass</translation>
        </message>
        <message>
            <source>查这六位数字</source>
            <translation>Look up these digits</translation>
        </message>
        <message>
            <source>再扫一次</source>
            <translation>Scan again</translation>
        </message>
        <message>
            <source>识别一张图片</source>
            <translation>Read a picture</translation>
        </message>
        <message>
            <source>换摄像头</source>
            <translation>Another camera</translation>
        </message>
        <message>
            <source>练习：举起一张来访证</source>
            <translation>Practice: hold up a pass</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>请输入六位数字</source>
            <translation>Please enter six digits</translation>
        </message>
        <message>
            <source>图片 (*.png *.jpg *.jpeg *.bmp *.webp)</source>
            <translation>Pictures (*.png *.jpg *.jpeg *.bmp *.webp)</translation>
        </message>
    </context>
    <context>
        <name>OpeningPage</name>
        <message>
            <source>选择备份文件</source>
            <translation>Choose a backup file</translation>
        </message>
        <message>
            <source>门岗台备份 (*.gdbackup);;所有文件 (*)</source>
            <translation>Gatehouse Desk backups (*.gdbackup);;All files (*)</translation>
        </message>
        <message>
            <source>口令</source>
            <translation>Passphrase</translation>
        </message>
        <message>
            <source>恢复码</source>
            <translation>Recovery code</translation>
        </message>
        <message>
            <source>首次设置时抄在纸上的 5 组字</source>
            <translation>The 5 groups written on paper at the first set-up</translation>
        </message>
        <message>
            <source>正在恢复，请不要关电脑</source>
            <translation>Restoring; please leave the computer on</translation>
        </message>
        <message>
            <source>正在打开，请稍候</source>
            <translation>Opening, one moment</translation>
        </message>
        <message>
            <source>请输入口令</source>
            <translation>Please enter the passphrase</translation>
        </message>
        <message>
            <source>请换新版程序</source>
            <translation>A newer program is needed</translation>
        </message>
        <message>
            <source>数据文件坏了，可以恢复</source>
            <translation>The data file is damaged; it can be restored</translation>
        </message>
        <message>
            <source>没有找到数据</source>
            <translation>The data was not found</translation>
        </message>
        <message>
            <source>磁盘满了</source>
            <translation>The disk is full</translation>
        </message>
        <message>
            <source>数据文件夹不能写入</source>
            <translation>The data folder cannot be written</translation>
        </message>
        <message>
            <source>没有找到数据的钥匙</source>
            <translation>The key to the data was not found</translation>
        </message>
        <message>
            <source>数据的钥匙坏了</source>
            <translation>The key to the data is damaged</translation>
        </message>
        <message>
            <source>数据没有打开</source>
            <translation>The data was not opened</translation>
        </message>
        <message>
            <source>正在一份一份检查备份，请稍候…</source>
            <translation>Trying the backups one by one, please wait…</translation>
        </message>
        <message>
            <source>这台电脑上没有可用的备份。请插上存备份的 U 盘，选择备份文件。</source>
            <translation>There is no usable backup on this computer. Plug in the stick with your backups and choose the file.</translation>
        </message>
        <message>
            <source>M月d日</source>
            <translation>d MMMM</translation>
        </message>
        <message>
            <source>{day} {time}</source>
            <translation>{day}, {time}</translation>
        </message>
        <message>
            <source>最近的完好备份是 {when} 的。恢复后回到那时的样子，那以后登记的内容不在里面。现在的文件会另存 14 天，不会删。</source>
            <translation>The newest good backup is of {when}. After restoring, everything is as it was then; what was recorded later is not in it. The present file is kept aside for 14 days.</translation>
        </message>
        <message>
            <source>用恢复码可以恢复到 {when} 的样子，那以后登记的内容不在里面。</source>
            <translation>With the recovery code everything can be as it was on {when}; what was recorded later is not in it.</translation>
        </message>
        <message>
            <source>用恢复码打开，现有的登记一条也不会少。</source>
            <translation>Opened with the recovery code, not one record is lost.</translation>
        </message>
        <message>
            <source>恢复到 {day} {time}</source>
            <translation>Restore {day}, {time}</translation>
        </message>
        <message>
            <source>打开</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>用恢复码打开</source>
            <translation>Open with the recovery code</translation>
        </message>
        <message>
            <source>恢复备份</source>
            <translation>Restore the backup</translation>
        </message>
        <message>
            <source>再试一次</source>
            <translation>Try again</translation>
        </message>
        <message>
            <source>忘了口令</source>
            <translation>Passphrase forgotten</translation>
        </message>
        <message>
            <source>用别的备份</source>
            <translation>Another backup</translation>
        </message>
        <message>
            <source>不要以前的数据，重新设置</source>
            <translation>Begin anew without the former data</translation>
        </message>
        <message>
            <source>关闭程序</source>
            <translation>Close the program</translation>
        </message>
    </context>
    <context>
        <name>Paper</name>
        <message>
            <source>门岗电话 {phone}</source>
            <translation>Gatehouse phone {phone}</translation>
        </message>
        <message>
            <source>户内码</source>
            <translation>Indoor code</translation>
        </message>
        <message>
            <source>户外码</source>
            <translation>Outdoor code</translation>
        </message>
        <message>
            <source>物品码</source>
            <translation>Equipment code</translation>
        </message>
        <message>
            <source>柜门码</source>
            <translation>Locker code</translation>
        </message>
        <message>
            <source>班次码</source>
            <translation>Shift code</translation>
        </message>
        <message>
            <source>来访证</source>
            <translation>Visitor pass</translation>
        </message>
        <message>
            <source>门岗台恢复码</source>
            <translation>Gatehouse Desk recovery code</translation>
        </message>
        <message>
            <source>电脑坏了、密码忘了，凭这张纸找回数据。它和钥匙一样要紧：</source>
            <translation>If the computer breaks or a PIN is lost, this paper brings the data back. Treat it like a key:</translation>
        </message>
        <message>
            <source>锁在柜子里，不要和电脑放在一起；</source>
            <translation>lock it away, not beside the computer;</translation>
        </message>
        <message>
            <source>只给管理员看，不要拍照发出去；</source>
            <translation>for managers only; no photographs;</translation>
        </message>
        <message>
            <source>丢了，请马上在「设置」的「备份与恢复」里换一个新的。</source>
            <translation>if it is lost, make a new one at once under Settings, Backup.</translation>
        </message>
        <message>
            <source>到访 {household}</source>
            <translation>Visiting {household}</translation>
        </message>
        <message>
            <source>{time} 起</source>
            <translation>From {time}</translation>
        </message>
        <message>
            <source>{time} 止</source>
            <translation>Until {time}</translation>
        </message>
        <message>
            <source>每天 {start} 到 {end}</source>
            <translation>Daily {start} to {end}</translation>
        </message>
        <message>
            <source>只在 {days}</source>
            <translation>Only {days}</translation>
        </message>
        <message>
            <source>有效期内可以多次进门</source>
            <translation>Good for any number of entries</translation>
        </message>
        <message>
            <source>只能进门一次</source>
            <translation>Good for one entry</translation>
        </message>
        <message>
            <source>可以进门 {n} 次</source>
            <translation>Good for {n} entries</translation>
        </message>
        <message>
            <source>M月d日 ddd HH:mm</source>
            <translation>ddd d MMM, HH:mm</translation>
        </message>
        <message>
            <source>扫不出时，请报这六位数</source>
            <translation>If it will not scan, say these six digits</translation>
        </message>
        <message>
            <source>编号 {serial}</source>
            <translation>No. {serial}</translation>
        </message>
        <message>
            <source>码里没有姓名和电话。请勿转给别人。</source>
            <translation>The code holds no name and no phone number. Please do not pass it on.</translation>
        </message>
    </context>
    <context>
        <name>PaperView</name>
        <message>
            <source>第 {n} 页</source>
            <translation>Page {n}</translation>
        </message>
        <message>
            <source>打印</source>
            <translation>Print</translation>
        </message>
        <message>
            <source>存成 PDF</source>
            <translation>Save as PDF</translation>
        </message>
        <message>
            <source>清点报告</source>
            <translation>Roll call report</translation>
        </message>
        <message>
            <source>清点名单</source>
            <translation>Roll call list</translation>
        </message>
        <message>
            <source>{title}（演练）</source>
            <translation>{title} (drill)</translation>
        </message>
        <message>
            <source>{start} 到 {end}</source>
            <translation>{start} to {end}</translation>
        </message>
        <message>
            <source>在册 {people} 人；平安 {safe}，已离开 {left}，没找到 {missing}，还没人见到 {open}；另有不确定 {uncertain} 人</source>
            <translation>{people} on the list; {safe} safe, {left} left, {missing} not found, {open} unseen; {uncertain} more perhaps</translation>
        </message>
        <message>
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>到哪一户</source>
            <translation>Visiting</translation>
        </message>
        <message>
            <source>电话</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>人数</source>
            <translation>People</translation>
        </message>
        <message>
            <source>进门</source>
            <translation>Came in</translation>
        </message>
        <message>
            <source>用完请收回，当天销毁。签名：　　　　　　时间：</source>
            <translation>Collect and destroy the same day. Signed:              Time:</translation>
        </message>
        <message>
            <source>没留姓名</source>
            <translation>No name given</translation>
        </message>
        <message>
            <source>{name}（不确定）</source>
            <translation>{name} (perhaps)</translation>
        </message>
        <message>
            <source>已送到打印机</source>
            <translation>Sent to the printer</translation>
        </message>
        <message>
            <source>已存成 PDF：{path}</source>
            <translation>Saved as PDF: {path}</translation>
        </message>
    </context>
    <context>
        <name>PastView</name>
        <message>
            <source>着火、地震要撤离时，一键定下在场名单</source>
            <translation>When people must leave, one key freezes the list of who is inside</translation>
        </message>
        <message>
            <source>名单一定下来就不变，逐个记“平安”“没找到”“已离开”，最后有一份报告。平时可以用来演练。</source>
            <translation>The list stays as it was. Mark each one safe, not found or left, and end with a report. Use it for drills too.</translation>
        </message>
        <message>
            <source>以前的清点</source>
            <translation>Earlier roll calls</translation>
        </message>
        <message>
            <source>{time}　名单 {people} 人：平安 {safe}，已离开 {left}，没找到 {missing}</source>
            <translation>{time}  {people} on the list: {safe} safe, {left} left, {missing} missing</translation>
        </message>
        <message>
            <source>{words}（演练）</source>
            <translation>{words} (drill)</translation>
        </message>
    </context>
    <context>
        <name>PeopleStep</name>
        <message>
            <source>住户已经录好，可以开始了</source>
            <translation>The residents are in. You can begin</translation>
        </message>
        <message>
            <source>住户名单</source>
            <translation>Residents</translation>
        </message>
        <message>
            <source>有了名单，输房号、拼音就能找到被访的人家。也可以以后再录。</source>
            <translation>With a list, a room number or a few letters find the household. It can also wait.</translation>
        </message>
        <message>
            <source>开始使用</source>
            <translation>Begin</translation>
        </message>
        <message>
            <source>以后再录，开始使用</source>
            <translation>Later; begin now</translation>
        </message>
        <message>
            <source>正在检查「{file}」</source>
            <translation>Checking “{file}”</translation>
        </message>
        <message>
            <source>正在录入「{file}」</source>
            <translation>Importing “{file}”</translation>
        </message>
        <message>
            <source>「{file}」共 {rows} 行。</source>
            <translation>“{file}” has {rows} rows.</translation>
        </message>
        <message>
            <source>「{file}」已录入。</source>
            <translation>“{file}” is imported.</translation>
        </message>
        <message>
            <source>{homes} 户，{people} 位住户。</source>
            <translation>{homes} households, {people} residents.</translation>
        </message>
        <message>
            <source>有 {n} 行看不懂，没有录入，可以以后在「住户」里再导一次，会逐行说明原因。</source>
            <translation>{n} rows could not be read and are left out. Import them again under People later: every row is explained there.</translation>
        </message>
        <message>
            <source>选择住户名单</source>
            <translation>Choose the list of residents</translation>
        </message>
        <message>
            <source>表格 (*.xlsx *.csv);;所有文件 (*)</source>
            <translation>Sheets (*.xlsx *.csv);;All files (*)</translation>
        </message>
        <message>
            <source>从表格导入（Excel 或 CSV）</source>
            <translation>Import a sheet (Excel or CSV)</translation>
        </message>
        <message>
            <source>打开演示小区练一练</source>
            <translation>Practise with the practice estate</translation>
        </message>
        <message>
            <source>表格里要有楼栋、单元、房号、姓名这几列，电话可有可无。先检查，再由您决定要不要录。</source>
            <translation>The sheet needs building, unit, room and name; a phone is optional. It is checked first, then you decide.</translation>
        </message>
        <message>
            <source>就录这些</source>
            <translation>Import these</translation>
        </message>
        <message>
            <source>换一个文件</source>
            <translation>Another file</translation>
        </message>
    </context>
    <context>
        <name>PermitPanel</name>
        <message>
            <source>到 {date}</source>
            <translation>until {date}</translation>
        </message>
        <message>
            <source>{n} 名工人</source>
            <translation>{n} workers</translation>
        </message>
        <message>
            <source>施工许可</source>
            <translation>Permit</translation>
        </message>
        <message>
            <source>这一户没有在办的许可。可以登记一张，也可以不选，由住户确认。</source>
            <translation>No permit is running here. Enter one, or leave it and ask the household.</translation>
        </message>
        <message>
            <source>登记一张许可</source>
            <translation>Enter a permit</translation>
        </message>
        <message>
            <source>许可证号</source>
            <translation>Permit number</translation>
        </message>
        <message>
            <source>开始日期</source>
            <translation>First day</translation>
        </message>
        <message>
            <source>结束日期</source>
            <translation>Last day</translation>
        </message>
        <message>
            <source>每天从</source>
            <translation>Daily from</translation>
        </message>
        <message>
            <source>每天到</source>
            <translation>Daily until</translation>
        </message>
        <message>
            <source>哪几天可以施工</source>
            <translation>On which days</translation>
        </message>
        <message>
            <source>工人姓名，用顿号隔开</source>
            <translation>Workers' names, separated by commas</translation>
        </message>
        <message>
            <source>带的工具</source>
            <translation>Tools</translation>
        </message>
        <message>
            <source>记下许可</source>
            <translation>Keep the permit</translation>
        </message>
    </context>
    <context>
        <name>PinPad</name>
        <message>
            <source>退一格</source>
            <translation>Delete one digit</translation>
        </message>
        <message>
            <source>确定</source>
            <translation>OK</translation>
        </message>
        <message>
            <source>密码键盘</source>
            <translation>PIN pad</translation>
        </message>
    </context>
    <context>
        <name>Platforms</name>
        <message>
            <source>美团</source>
            <translation>Meituan</translation>
        </message>
        <message>
            <source>饿了么</source>
            <translation>Ele.me</translation>
        </message>
        <message>
            <source>京东秒送</source>
            <translation>JD Now</translation>
        </message>
        <message>
            <source>顺丰</source>
            <translation>SF</translation>
        </message>
        <message>
            <source>京东</source>
            <translation>JD</translation>
        </message>
        <message>
            <source>中通</source>
            <translation>ZTO</translation>
        </message>
        <message>
            <source>圆通</source>
            <translation>YTO</translation>
        </message>
        <message>
            <source>邮政</source>
            <translation>China Post</translation>
        </message>
    </context>
    <context>
        <name>Preview</name>
        <message>
            <source>摄像头画面，点开可以换摄像头</source>
            <translation>Camera picture; press to choose another camera</translation>
        </message>
    </context>
    <context>
        <name>ProgressCard</name>
        <message>
            <source>{done} / {total}，{percent}%</source>
            <translation>{done} of {total}, {percent}%</translation>
        </message>
        <message>
            <source>正在开始，请稍候</source>
            <translation>Starting, one moment</translation>
        </message>
        <message>
            <source>正在停下，请稍候</source>
            <translation>Stopping, one moment</translation>
        </message>
        <message>
            <source>停止</source>
            <translation>Stop</translation>
        </message>
    </context>
    <context>
        <name>ResultPage</name>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>来访人在场，可以登记离开</source>
            <translation>The visitor is inside and can be checked out</translation>
        </message>
        <message>
            <source>按回车登记离开。只是再进出一次的话，按 Esc 返回。</source>
            <translation>Press Enter to check out. If they only come and go again, press Esc.</translation>
        </message>
        <message>
            <source>这位在关注名单上，请先看备注再决定。</source>
            <translation>This person is on the watch list; read the note before you decide. </translation>
        </message>
        <message>
            <source>电脑时间可能不准，请核对日期。</source>
            <translation>The computer's clock may be wrong; check the date. </translation>
        </message>
        <message>
            <source>编号 {serial}</source>
            <translation>No. {serial}</translation>
        </message>
        <message>
            <source>单次</source>
            <translation>Single entry</translation>
        </message>
        <message>
            <source>时段内不限次数</source>
            <translation>Any number of entries in this time</translation>
        </message>
        <message>
            <source>还可以用 {n} 次</source>
            <translation>{n} entries left</translation>
        </message>
        <message>
            <source>今天 {start} 到 {end} 有效</source>
            <translation>Valid today {start} to {end}</translation>
        </message>
        <message>
            <source>{start} 到 {end} 有效</source>
            <translation>Valid {start} to {end}</translation>
        </message>
        <message>
            <source>{end} 前有效</source>
            <translation>Valid until {end}</translation>
        </message>
        <message>
            <source>{name}（{n} 人）</source>
            <translation>{name} ({n} people)</translation>
        </message>
        <message>
            <source>来访人</source>
            <translation>Visitor</translation>
        </message>
        <message>
            <source>到访</source>
            <translation>Visiting</translation>
        </message>
        <message>
            <source>车牌</source>
            <translation>Plate</translation>
        </message>
        <message>
            <source>进门</source>
            <translation>Came in</translation>
        </message>
        <message>
            <source>第一次用</source>
            <translation>First used</translation>
        </message>
        <message>
            <source>作废</source>
            <translation>Withdrawn</translation>
        </message>
        <message>
            <source>放行</source>
            <translation>Admit</translation>
        </message>
        <message>
            <source>登记离开</source>
            <translation>Check out</translation>
        </message>
        <message>
            <source>按来访登记</source>
            <translation>Register a visit</translation>
        </message>
        <message>
            <source>知道了</source>
            <translation>OK, got it</translation>
        </message>
        <message>
            <source>回车</source>
            <translation>Enter</translation>
        </message>
        <message>
            <source>不是本人，按来访登记</source>
            <translation>Not this person: register</translation>
        </message>
        <message>
            <source>已登记离开</source>
            <translation>Checked out</translation>
        </message>
        <message>
            <source>已放行，已记下</source>
            <translation>Admitted and recorded</translation>
        </message>
        <message>
            <source>刚才已经放行过了，没有重复登记</source>
            <translation>Already admitted a moment ago; nothing was recorded twice</translation>
        </message>
    </context>
    <context>
        <name>RollCallPage</name>
        <message>
            <source>开始清点</source>
            <translation>Begin a roll call</translation>
        </message>
        <message>
            <source>结束清点</source>
            <translation>End the roll call</translation>
        </message>
        <message>
            <source>只看还没找到的</source>
            <translation>Only the missing</translation>
        </message>
        <message>
            <source>这是演练</source>
            <translation>This is a drill</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>打印名单</source>
            <translation>Print the list</translation>
        </message>
        <message>
            <source>打印报告</source>
            <translation>Print the report</translation>
        </message>
        <message>
            <source>现在没有在清点</source>
            <translation>No roll call is under way</translation>
        </message>
        <message>
            <source>清点结束：{safe} 人平安，{missing} 人没找到</source>
            <translation>Roll call ended: {safe} safe, {missing} missing</translation>
        </message>
        <message>
            <source>清点结束：{n} 人都有下落</source>
            <translation>Roll call ended: all {n} accounted for</translation>
        </message>
        <message>
            <source>清点：里面没有登记的来访人</source>
            <translation>Roll call: no registered visitor is inside</translation>
        </message>
        <message>
            <source>清点：还有 {n} 人没找到</source>
            <translation>Roll call: {n} still missing</translation>
        </message>
        <message>
            <source>清点：{n} 人都有下落了</source>
            <translation>Roll call: all {n} accounted for</translation>
        </message>
        <message>
            <source>按住 F10 一秒也能开始，断网、锁屏时一样能用</source>
            <translation>Hold F10 for a second to begin; it works offline and locked</translation>
        </message>
        <message>
            <source>{start} 到 {end}</source>
            <translation>{start} to {end}</translation>
        </message>
        <message>
            <source>{start} 的名单</source>
            <translation>list as of {start}</translation>
        </message>
        <message>
            <source>演练</source>
            <translation>drill</translation>
        </message>
        <message>
            <source>方向键选人，空格平安，2 没找到，3 已离开</source>
            <translation>Arrows choose, Space safe, 2 not found, 3 left</translation>
        </message>
        <message>
            <source>还没人见到 {n}</source>
            <translation>Unseen {n}</translation>
        </message>
        <message>
            <source>没找到 {n}</source>
            <translation>Not found {n}</translation>
        </message>
        <message>
            <source>平安 {n}</source>
            <translation>Safe {n}</translation>
        </message>
        <message>
            <source>已离开 {n}</source>
            <translation>Left {n}</translation>
        </message>
        <message>
            <source>不确定 {n}</source>
            <translation>Perhaps {n}</translation>
        </message>
        <message>
            <source>还有 {n} 人没有找到</source>
            <translation>{n} people are still missing</translation>
        </message>
        <message>
            <source>结束后不能再改，报告里会写明这些人没有找到。请先告诉消防或民警。</source>
            <translation>Once ended it cannot be changed, and the report will say who is missing. Tell the fire brigade or the police first.</translation>
        </message>
        <message>
            <source>接着找</source>
            <translation>Go on looking</translation>
        </message>
    </context>
    <context>
        <name>RollMark</name>
        <message>
            <source>平安</source>
            <translation>Safe</translation>
        </message>
        <message>
            <source>没找到</source>
            <translation>Not found</translation>
        </message>
        <message>
            <source>已离开</source>
            <translation>Left</translation>
        </message>
    </context>
    <context>
        <name>RollTable</name>
        <message>
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>到哪一户</source>
            <translation>Visiting</translation>
        </message>
        <message>
            <source>电话</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>人数</source>
            <translation>People</translation>
        </message>
        <message>
            <source>没留姓名</source>
            <translation>No name given</translation>
        </message>
        <message>
            <source>孩子</source>
            <translation>child</translation>
        </message>
        <message>
            <source>不确定</source>
            <translation>perhaps</translation>
        </message>
    </context>
    <context>
        <name>ScanLine</name>
        <message>
            <source>请扫码、刷卡，或输入姓名、拼音、房号、电话尾号</source>
            <translation>Scan a code or card, or type a name, room or phone number</translation>
        </message>
        <message>
            <source>扫码和查找</source>
            <translation>Scan and find</translation>
        </message>
        <message>
            <source>更多方式</source>
            <translation>More ways</translation>
        </message>
    </context>
    <context>
        <name>Shell</name>
        <message>
            <source>急事请按住一秒（F12）</source>
            <translation>Hold Urgent for one second (F12)</translation>
        </message>
        <message>
            <source>记录都存在这台电脑上，没有丢。还没有连到中心，连上后会自动传。</source>
            <translation>Everything is kept on this computer, nothing is lost. It is not connected to the centre yet; records will be sent once it is.</translation>
        </message>
        <message>
            <source>骑手放行，已记 1 次</source>
            <translation>Rider passed, counted 1</translation>
        </message>
        <message>
            <source>快递放行，已记 1 次</source>
            <translation>Courier passed, counted 1</translation>
        </message>
    </context>
    <context>
        <name>SidePanel</name>
        <message>
            <source>请写一句理由</source>
            <translation>Please write a reason</translation>
        </message>
        <message>
            <source>请选一种：谁同意了这次来访</source>
            <translation>Please choose who agreed to this visit</translation>
        </message>
        <message>
            <source>已认出：{name}，资料已填好</source>
            <translation>Recognised: {name}; the form is filled in</translation>
        </message>
        <message>
            <source>关注名单：{advice}。由您决定，不会自动拦下。</source>
            <translation>Watch list: {advice}. You decide; nobody is stopped automatically.</translation>
        </message>
        <message>
            <source>孩子独自来：请先联系住户</source>
            <translation>A child alone: call the household first</translation>
        </message>
        <message>
            <source>谁同意了这次来访？</source>
            <translation>Who agreed to this visit?</translation>
        </message>
        <message>
            <source>扫了户内码</source>
            <translation>Household code</translation>
        </message>
        <message>
            <source>住户预约过</source>
            <translation>Announced</translation>
        </message>
        <message>
            <source>长期通行证</source>
            <translation>Standing pass</translation>
        </message>
        <message>
            <source>电话里同意</source>
            <translation>By phone</translation>
        </message>
        <message>
            <source>对讲里同意</source>
            <translation>By intercom</translation>
        </message>
        <message>
            <source>由我决定</source>
            <translation>I decide</translation>
        </message>
        <message>
            <source>要写理由</source>
            <translation>with a reason</translation>
        </message>
        <message>
            <source>理由</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>打了两次电话没人接</source>
            <translation>Called twice, no answer</translation>
        </message>
        <message>
            <source>看过证件</source>
            <translation>Saw an ID</translation>
        </message>
        <message>
            <source>物业通知过</source>
            <translation>Property office told us</translation>
        </message>
        <message>
            <source>14 岁以下，独自来</source>
            <translation>Under 14 and alone</translation>
        </message>
    </context>
    <context>
        <name>SignonPage</name>
        <message>
            <source>第一次来帮忙</source>
            <translation>First-time helper</translation>
        </message>
        <message>
            <source>我下班了</source>
            <translation>I am leaving</translation>
        </message>
        <message>
            <source>锁屏</source>
            <translation>Lock</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>由您担保，用到今晚 12 点。请写来帮忙的人的姓名。</source>
            <translation>You vouch for them until midnight. Please write the helper's name.</translation>
        </message>
        <message>
            <source>开始当班</source>
            <translation>Start</translation>
        </message>
        <message>
            <source>{name}，请输入密码</source>
            <translation>{name}, please enter your PIN</translation>
        </message>
        <message>
            <source>也可以刷卡或扫工作码</source>
            <translation>A card or staff code works too</translation>
        </message>
        <message>
            <source>已锁屏，请点您的名字</source>
            <translation>Locked. Please press your name</translation>
        </message>
        <message>
            <source>骑手和快递照常按 F5、F6 放行</source>
            <translation>Riders and couriers still pass with F5 and F6</translation>
        </message>
        <message>
            <source>现在由谁当班？请点名字</source>
            <translation>Who is on duty now? Press the name</translation>
        </message>
        <message>
            <source>志愿者</source>
            <translation>Volunteer</translation>
        </message>
        <message>
            <source>保安</source>
            <translation>Guard</translation>
        </message>
        <message>
            <source>值班长</source>
            <translation>Shift lead</translation>
        </message>
        <message>
            <source>管理员</source>
            <translation>Manager</translation>
        </message>
        <message>
            <source>检查员</source>
            <translation>Auditor</translation>
        </message>
        <message>
            <source>技术员</source>
            <translation>Technician</translation>
        </message>
        <message>
            <source>第一次来帮忙，欢迎</source>
            <translation>Helping for the first time: welcome</translation>
        </message>
        <message>
            <source>请写姓名</source>
            <translation>Please write the name</translation>
        </message>
    </context>
    <context>
        <name>StepPart</name>
        <message>
            <source>下一步</source>
            <translation>Next</translation>
        </message>
    </context>
    <context>
        <name>Stepper</name>
        <message>
            <source>减一</source>
            <translation>One less</translation>
        </message>
        <message>
            <source>加一</source>
            <translation>One more</translation>
        </message>
    </context>
    <context>
        <name>SuggestionCard</name>
        <message>
            <source>{name} 在关注名单上，是这位吗？</source>
            <translation>{name} is on the watch list. Is this the person?</translation>
        </message>
        <message>
            <source>预约的是 {name}，{when}，是这位吗？</source>
            <translation>{name} is expected at {when}. Is this the person?</translation>
        </message>
        <message>
            <source>{name} 有长期通行证，是这位吗？</source>
            <translation>{name} has a standing pass. Is this the person?</translation>
        </message>
        <message>
            <source>{name} 是同一位吗？</source>
            <translation>{name}: the same person?</translation>
        </message>
        <message>
            <source>上次 {when}</source>
            <translation>last {when}</translation>
        </message>
        <message>
            <source>是同一位</source>
            <translation>Yes</translation>
        </message>
        <message>
            <source>不是</source>
            <translation>No</translation>
        </message>
    </context>
    <context>
        <name>TodayPage</name>
        <message>
            <source>人在场</source>
            <translation>inside</translation>
        </message>
        <message>
            <source>位预约未到</source>
            <translation>expected</translation>
        </message>
        <message>
            <source>次通行</source>
            <translation>passes</translation>
        </message>
        <message>
            <source>本小时 {n} 次</source>
            <translation>{n} this hour</translation>
        </message>
        <message>
            <source>件寄放</source>
            <translation>on the shelf</translation>
        </message>
        <message>
            <source>{n} 位超时</source>
            <translation>{n} past their limit</translation>
        </message>
        <message>
            <source>今天来过 {n} 人</source>
            <translation>{n} came in today</translation>
        </message>
        <message>
            <source>下一位 {time}</source>
            <translation>next at {time}</translation>
        </message>
        <message>
            <source>{n} 位过时未到</source>
            <translation>{n} are late</translation>
        </message>
        <message>
            <source>今天没有别的预约</source>
            <translation>nobody else today</translation>
        </message>
        <message>
            <source>{n} 件超过 48 小时</source>
            <translation>{n} over 48 hours</translation>
        </message>
        <message>
            <source>都是刚放下的</source>
            <translation>just left here</translation>
        </message>
        <message>
            <source>最早的放了 {n} 小时</source>
            <translation>oldest for {n} h</translation>
        </message>
        <message>
            <source>架子是空的</source>
            <translation>the shelf is empty</translation>
        </message>
    </context>
    <context>
        <name>TodayWords</name>
        <message>
            <source>{platform}骑手</source>
            <translation>{platform} rider</translation>
        </message>
        <message>
            <source>外卖骑手</source>
            <translation>Rider</translation>
        </message>
        <message>
            <source>{platform}快递</source>
            <translation>{platform} courier</translation>
        </message>
        <message>
            <source>快递员</source>
            <translation>Courier</translation>
        </message>
        <message>
            <source>{who}放行，已记 1 次</source>
            <translation>{who} let in, counted once</translation>
        </message>
        <message>
            <source>夜深了。</source>
            <translation>Good night. </translation>
        </message>
        <message>
            <source>上午好。</source>
            <translation>Good morning. </translation>
        </message>
        <message>
            <source>中午好。</source>
            <translation>Good day. </translation>
        </message>
        <message>
            <source>下午好。</source>
            <translation>Good afternoon. </translation>
        </message>
        <message>
            <source>晚上好。</source>
            <translation>Good evening. </translation>
        </message>
        <message>
            <source>{hello}有 {n} 件事需要留意</source>
            <translation>{hello}Things to look at: {n}</translation>
        </message>
        <message>
            <source>{hello}现在没有要处理的事</source>
            <translation>{hello}Nothing needs you now</translation>
        </message>
        <message>
            <source>{n} 件寄放超过 48 小时</source>
            <translation>{n} parcels left over 48 hours</translation>
        </message>
        <message>
            <source>最早的放了 {hours} 小时，请提醒住户来取</source>
            <translation>The oldest for {hours} h; please remind the household</translation>
        </message>
        <message>
            <source>看架子</source>
            <translation>Shelf</translation>
        </message>
        <message>
            <source>已经 {n} 天没有备份</source>
            <translation>No backup for {n} days</translation>
        </message>
        <message>
            <source>记录都在，只是没有第二份。请告诉管理员。</source>
            <translation>Nothing is lost, but there is no second copy. Tell the manager.</translation>
        </message>
        <message>
            <source>去备份</source>
            <translation>Back up</translation>
        </message>
        <message>
            <source>清点还没有结束</source>
            <translation>The roll call is still open</translation>
        </message>
        <message>
            <source>请接着清点，清点完按“结束清点”</source>
            <translation>Go on, then press “End the roll call”</translation>
        </message>
        <message>
            <source>接着清点</source>
            <translation>Go on</translation>
        </message>
        <message>
            <source>另有 {n} 位超时未离开</source>
            <translation>{n} more past their limit</translation>
        </message>
        <message>
            <source>请逐位联系</source>
            <translation>Please call them one by one</translation>
        </message>
        <message>
            <source>看名单</source>
            <translation>List</translation>
        </message>
        <message>
            <source>{n} 位客人过了 23 点还没走</source>
            <translation>{n} guests still here after 23:00</translation>
        </message>
        <message>
            <source>住下的请记“今晚住下”，走了的请登记离开</source>
            <translation>Mark who stays the night, check out who has left</translation>
        </message>
        <message>
            <source>{n} 位预约的客人过时未到</source>
            <translation>{n} expected guests are late</translation>
        </message>
        <message>
            <source>比约好的时间晚了半小时以上</source>
            <translation>More than half an hour after their time</translation>
        </message>
        <message>
            <source>看预约</source>
            <translation>List</translation>
        </message>
        <message>
            <source>关注名单有 {n} 条该复核了</source>
            <translation>{n} watch list entries to review</translation>
        </message>
        <message>
            <source>满 90 天要再看一次，该删的删掉</source>
            <translation>Every 90 days: keep it or end it</translation>
        </message>
        <message>
            <source>去复核</source>
            <translation>Review</translation>
        </message>
        <message>
            <source>还没有备份过</source>
            <translation>There is no backup yet</translation>
        </message>
        <message>
            <source>电脑的空间快用完了</source>
            <translation>The disk is nearly full</translation>
        </message>
        <message>
            <source>还能照常登记。请告诉管理员清理磁盘。</source>
            <translation>You can go on. Please tell the manager to make room.</translation>
        </message>
        <message>
            <source>看一下</source>
            <translation>Look</translation>
        </message>
        <message>
            <source>{who}超时 {n} 分钟</source>
            <translation>{who}: {n} min past the limit</translation>
        </message>
        <message>
            <source>{who}超时 {n} 小时</source>
            <translation>{who}: {n} h past the limit</translation>
        </message>
        <message>
            <source>应在 {time} 前离开</source>
            <translation>due out by {time}</translation>
        </message>
        <message>
            <source>{building} 栋</source>
            <translation>Building {building}</translation>
        </message>
        <message>
            <source>处理</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>{n} 位师傅</source>
            <translation>{n} workers</translation>
        </message>
        <message>
            <source>独自来的孩子</source>
            <translation>A child on their own</translation>
        </message>
        <message>
            <source>关注名单上的一位</source>
            <translation>Someone on the watch list</translation>
        </message>
        <message>
            <source>一位装修师傅</source>
            <translation>A contractor</translation>
        </message>
        <message>
            <source>一位施工师傅</source>
            <translation>A works crew member</translation>
        </message>
        <message>
            <source>一位来访人</source>
            <translation>A visitor</translation>
        </message>
    </context>
    <context>
        <name>UndoBar</name>
        <message>
            <source>撤销（{seconds} 秒）</source>
            <translation>Undo ({seconds} s)</translation>
        </message>
    </context>
    <context>
        <name>UnlockPart</name>
        <message>
            <source>接着上次的设置</source>
            <translation>Going on with the set-up</translation>
        </message>
        <message>
            <source>{name}，请输入您的密码</source>
            <translation>{name}, please enter your PIN</translation>
        </message>
    </context>
    <context>
        <name>UrgentPage</name>
        <message>
            <source>急救</source>
            <translation>Medical</translation>
        </message>
        <message>
            <source>火警</source>
            <translation>Fire</translation>
        </message>
        <message>
            <source>报警</source>
            <translation>Police</translation>
        </message>
        <message>
            <source>清点名单</source>
            <translation>Roll call</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>去填写</source>
            <translation>Fill in</translation>
        </message>
        <message>
            <source>最近的除颤器（AED）</source>
            <translation>Nearest defibrillator (AED)</translation>
        </message>
        <message>
            <source>再打给</source>
            <translation>Then call</translation>
        </message>
        <message>
            <source>先打电话，再照着下面念</source>
            <translation>Call first, then read this out</translation>
        </message>
        <message>
            <source>我们在：{place}</source>
            <translation>We are at {place}</translation>
        </message>
        <message>
            <source>回电请打 {phone}</source>
            <translation>Call us back on {phone}</translation>
        </message>
        <message>
            <source>还没有填写</source>
            <translation>Not filled in yet</translation>
        </message>
        <message>
            <source>{name}  {phone}</source>
            <translation>{name}  {phone}</translation>
        </message>
        <message>
            <source>停止警报</source>
            <translation>Stop the alarm</translation>
        </message>
        <message>
            <source>响警报</source>
            <translation>Sound the alarm</translation>
        </message>
        <message>
            <source>小区地址</source>
            <translation>the address</translation>
        </message>
        <message>
            <source>门岗电话</source>
            <translation>the gate's phone</translation>
        </message>
        <message>
            <source>除颤器位置</source>
            <translation>where the AED is</translation>
        </message>
        <message>
            <source>联系人</source>
            <translation>contacts</translation>
        </message>
        <message>
            <source>平时请管理员在“设置 · 急事”里填好：{what}</source>
            <translation>The manager fills these in under Settings, Urgent: {what}</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>1. 几个人，多大年纪，清醒吗，有没有呼吸
2. 派一个人到门口接救护车
3. 对方没说挂，先不要挂</source>
            <translation>1. How many, how old, awake, breathing?
2. Send someone to meet the ambulance
3. Let them hang up first</translation>
        </message>
        <message>
            <source>1. 几栋几楼，烧的是什么，有没有人被困
2. 打开消防通道，别坐电梯
3. 清点名单，到空地集合</source>
            <translation>1. Building, floor, what burns, anyone trapped?
2. Open the fire lane; nobody takes the lift
3. Call the roll; gather in the open</translation>
        </message>
        <message>
            <source>1. 什么事，几个人，往哪边去了
2. 走失的说清年龄和衣着
3. 先护好自己和旁边的人</source>
            <translation>1. What happened, how many, which way?
2. Missing person: age and clothes
3. Stay safe yourselves</translation>
        </message>
    </context>
    <context>
        <name>Voice</name>
        <message>
            <source>出了点意外</source>
            <translation>Something unexpected happened</translation>
        </message>
        <message>
            <source>知道了</source>
            <translation>OK, got it</translation>
        </message>
    </context>
    <context>
        <name>WelcomePage</name>
        <message>
            <source>第 {n} 步，共 {total} 步</source>
            <translation>Step {n} of {total}</translation>
        </message>
        <message>
            <source>上一步</source>
            <translation>Back</translation>
        </message>
    </context>
    <context>
        <name>Window</name>
        <message>
            <source>门岗台</source>
            <translation>Gatehouse</translation>
        </message>
        <message>
            <source>急事</source>
            <translation>Urgent</translation>
        </message>
    </context>
    <context>
        <name>pages</name>
        <message>
            <source>登记</source>
            <translation>Register</translation>
        </message>
        <message>
            <source>请选一项</source>
            <translation>Please choose</translation>
        </message>
        <message>
            <source>门码</source>
            <translation type="unfinished" />
        </message>
        <message>
            <source>帮助</source>
            <translation>Help</translation>
        </message>
        <message>
            <source>更多方式</source>
            <translation>More ways</translation>
        </message>
        <message>
            <source>扫码结果</source>
            <translation>Scan result</translation>
        </message>
        <message>
            <source>清点名单</source>
            <translation>Roll call</translation>
        </message>
        <message>
            <source>换人</source>
            <translation>Switch</translation>
        </message>
        <message>
            <source>今日</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>急事</source>
            <translation>Urgent</translation>
        </message>
        <message>
            <source>首次设置</source>
            <translation>First set-up</translation>
        </message>
    </context>
    <context>
        <name>shortcuts</name>
        <message>
            <source>帮助</source>
            <translation>Help</translation>
        </message>
        <message>
            <source>来访登记</source>
            <translation>Register a visit</translation>
        </message>
        <message>
            <source>外卖骑手放行</source>
            <translation>Let a rider pass</translation>
        </message>
        <message>
            <source>快递员放行</source>
            <translation>Let a courier pass</translation>
        </message>
        <message>
            <source>寄放物品</source>
            <translation>Goods left here</translation>
        </message>
        <message>
            <source>借东西</source>
            <translation>Lend something</translation>
        </message>
        <message>
            <source>记一件事</source>
            <translation>Note a matter</translation>
        </message>
        <message>
            <source>清点名单</source>
            <translation>Roll call</translation>
        </message>
        <message>
            <source>锁屏</source>
            <translation>Lock the screen</translation>
        </message>
        <message>
            <source>急事</source>
            <translation>Urgent</translation>
        </message>
    </context>
</TS>