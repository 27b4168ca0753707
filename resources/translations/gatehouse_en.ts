<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
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
        <name>Field</name>
        <message>
            <source>可不填</source>
            <translation>optional</translation>
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
        <name>Preview</name>
        <message>
            <source>摄像头画面，点开可以换摄像头</source>
            <translation>Camera picture; press to choose another camera</translation>
        </message>
    </context>
    <context>
        <name>Program</name>
        <message>
            <source>再试一次</source>
            <translation>Try again</translation>
        </message>
        <message>
            <source>数据没有打开</source>
            <translation>The data was not opened</translation>
        </message>
        <message>
            <source>出了点意外，数据没有打开</source>
            <translation>Something unexpected happened; the data was not opened</translation>
        </message>
        <message>
            <source>正在打开，请稍候</source>
            <translation>Opening, one moment</translation>
        </message>
        <message>
            <source>第一次做演示数据要一两分钟。</source>
            <translation>Making the demo estate takes a minute or two the first time.</translation>
        </message>
        <message>
            <source>几秒钟就好。</source>
            <translation>This takes a few seconds.</translation>
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
        <name>UndoBar</name>
        <message>
            <source>撤销（{seconds} 秒）</source>
            <translation>Undo ({seconds} s)</translation>
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
        <name>Window</name>
        <message>
            <source>门岗台</source>
            <translation>Gatehouse Desk</translation>
        </message>
        <message>
            <source>急事</source>
            <translation>Urgent</translation>
        </message>
    </context>
    <context>
        <name>pages</name>
        <message>
            <source>请选一项</source>
            <translation>Please choose</translation>
        </message>
        <message>
            <source>帮助</source>
            <translation>Help</translation>
        </message>
        <message>
            <source>扫码结果</source>
            <translation>Scan result</translation>
        </message>
        <message>
            <source>换人</source>
            <translation>Switch</translation>
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