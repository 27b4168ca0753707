<?xml version='1.0' encoding='utf-8'?>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
    <context>
        <name>AboutPanel</name>
        <message>
            <source>正在检查，请稍候</source>
            <translation>Checking, please wait</translation>
        </message>
        <message numerus="yes">
            <source>有 {n} 处要看一下</source>
            <translation>
                <numerusform>{n} thing to look at</numerusform>
                <numerusform>{n} things to look at</numerusform>
            </translation>
        </message>
        <message>
            <source>都正常</source>
            <translation>Everything is fine</translation>
        </message>
        <message>
            <source>有新版本可以更新</source>
            <translation>An update is available</translation>
        </message>
        <message>
            <source>关于门岗台</source>
            <translation>About Gatehouse Desk</translation>
        </message>
        <message>
            <source>检查一遍</source>
            <translation>Check everything</translation>
        </message>
        <message>
            <source>门岗台 {version}</source>
            <translation>Gatehouse Desk {version}</translation>
        </message>
        <message>
            <source>数据放在：{folder}</source>
            <translation>Data folder: {folder}</translation>
        </message>
        <message>
            <source>{what}：正常</source>
            <translation>{what}: fine</translation>
        </message>
        <message>
            <source>用到的部分和它们的许可</source>
            <translation>Components and licences</translation>
        </message>
        <message>
            <source>门岗台按 Apache-2.0 许可发布。</source>
            <translation>Gatehouse Desk is licensed under Apache-2.0.</translation>
        </message>
        <message>
            <source>各部分的许可全文放在：{folder}</source>
            <translation>The full texts of the licences lie in: {folder}</translation>
        </message>
    </context>
    <context>
        <name>AboutPaper</name>
        <message>
            <source>住户资料</source>
            <translation>Resident's record</translation>
        </message>
        <message>
            <source>住在哪一户</source>
            <translation>Home</translation>
        </message>
        <message>
            <source>不再住在哪一户</source>
            <translation>Homes no longer lived in</translation>
        </message>
        <message>
            <source>同意和撤回</source>
            <translation>Consents and withdrawals</translation>
        </message>
        <message>
            <source>常来的访客（填表时提示）</source>
            <translation>Returning visitor (fills the form)</translation>
        </message>
        <message>
            <source>来访登记</source>
            <translation>Visits</translation>
        </message>
        <message>
            <source>来访的每一步</source>
            <translation>Steps of visits</translation>
        </message>
        <message>
            <source>疏散清点</source>
            <translation>Roll calls</translation>
        </message>
        <message>
            <source>关注名单</source>
            <translation>Watch list</translation>
        </message>
        <message>
            <source>长期通行</source>
            <translation>Give pass</translation>
        </message>
        <message>
            <source>来访证和通行码</source>
            <translation>Passes and codes</translation>
        </message>
        <message>
            <source>来访证用过几次</source>
            <translation>Uses of passes</translation>
        </message>
        <message>
            <source>扫码记录</source>
            <translation>Scans</translation>
        </message>
        <message>
            <source>接待登记</source>
            <translation>Reception record</translation>
        </message>
        <message>
            <source>反映的事</source>
            <translation>Matters raised</translation>
        </message>
        <message>
            <source>办事的每一步</source>
            <translation>Steps of matters</translation>
        </message>
        <message>
            <source>领用数量</source>
            <translation>Quantities taken</translation>
        </message>
        <message>
            <source>借用登记</source>
            <translation>Borrower's record</translation>
        </message>
        <message>
            <source>借出和归还</source>
            <translation>Taken and given back</translation>
        </message>
        <message>
            <source>借过的东西</source>
            <translation>Things borrowed</translation>
        </message>
        <message>
            <source>借用的每一步</source>
            <translation>Steps of loans</translation>
        </message>
        <message>
            <source>预约借用</source>
            <translation>Reservations</translation>
        </message>
        <message>
            <source>值班队员资料</source>
            <translation>Team member's record</translation>
        </message>
        <message>
            <source>门岗台的登录名</source>
            <translation>Sign-on of Gatehouse Desk</translation>
        </message>
        <message>
            <source>和谁一起值班</source>
            <translation>Who shares shifts with whom</translation>
        </message>
        <message>
            <source>哪些时候能来</source>
            <translation>When they can come</translation>
        </message>
        <message>
            <source>排班草稿</source>
            <translation>Roster drafts</translation>
        </message>
        <message>
            <source>换班和请假</source>
            <translation>Swaps and leave</translation>
        </message>
        <message>
            <source>排到的班</source>
            <translation>Shifts</translation>
        </message>
        <message>
            <source>交接班记录</source>
            <translation>Handovers</translation>
        </message>
        <message>
            <source>交接班签字</source>
            <translation>Signatures at handovers</translation>
        </message>
        <message>
            <source>到岗和离岗</source>
            <translation>Clock in and out</translation>
        </message>
        <message>
            <source>服务时长</source>
            <translation>Hours of service</translation>
        </message>
        <message>
            <source>对服务时长的意见</source>
            <translation>Remarks on hours</translation>
        </message>
        <message>
            <source>服务证明</source>
            <translation>Service certificates</translation>
        </message>
        <message>
            <source>服务证明的办理</source>
            <translation>Handling of certificates</translation>
        </message>
        <message>
            <source>呼叫按钮登记</source>
            <translation>Call button</translation>
        </message>
        <message>
            <source>呼叫记录</source>
            <translation>Calls</translation>
        </message>
        <message>
            <source>呼叫怎么处理的</source>
            <translation>How calls were handled</translation>
        </message>
        <message>
            <source>人脸的处理记录</source>
            <translation>Records of face processing</translation>
        </message>
        <message>
            <source>个人信息请求</source>
            <translation>Requests about personal data</translation>
        </message>
        <message>
            <source>对请求的答复</source>
            <translation>Answers to requests</translation>
        </message>
        <message>
            <source>以前的个人信息请求</source>
            <translation>Earlier requests</translation>
        </message>
        <message>
            <source>以前的答复</source>
            <translation>Earlier answers</translation>
        </message>
        <message>
            <source>谁看过、改过这份资料</source>
            <translation>Who looked at or changed this record</translation>
        </message>
        <message>
            <source>认得出谁住在这里，有事能联系到</source>
            <translation>To know who lives here and reach them when something happens</translation>
        </message>
        <message>
            <source>小区安全：知道谁来过、谁还在里面，出事能找到人</source>
            <translation>Safety of the estate: who came, who is still inside, whom to find in an emergency</translation>
        </message>
        <message>
            <source>把您反映的事办完，并告诉您结果</source>
            <translation>To deal with what you raised and tell you the result</translation>
        </message>
        <message>
            <source>知道东西借给了谁，好按时收回</source>
            <translation>To know who has what and get it back in time</translation>
        </message>
        <message>
            <source>排班、交接，记下服务时长，开服务证明</source>
            <translation>Rosters, handovers, hours of service and certificates</translation>
        </message>
        <message>
            <source>有人呼叫时知道是谁、在哪里（您或监护人同意过）</source>
            <translation>To know who calls and where (you or a guardian agreed)</translation>
        </message>
        <message>
            <source>证明做过什么、您同意过什么（法律要求留存）</source>
            <translation>Proof of what was done and what you agreed to (the law asks for it)</translation>
        </message>
        <message>
            <source>同意还是撤回</source>
            <translation>Agreed or withdrawn</translation>
        </message>
        <message>
            <source>做了什么</source>
            <translation>What was done</translation>
        </message>
        <message>
            <source>称呼</source>
            <translation>Called</translation>
        </message>
        <message>
            <source>答复</source>
            <translation>Answer</translation>
        </message>
        <message>
            <source>谁提出的</source>
            <translation>Who is asking</translation>
        </message>
        <message>
            <source>胸牌号</source>
            <translation>Badge number</translation>
        </message>
        <message>
            <source>服务对象</source>
            <translation>Served</translation>
        </message>
        <message>
            <source>单位</source>
            <translation>Organisation</translation>
        </message>
        <message>
            <source>楼栋</source>
            <translation>Building</translation>
        </message>
        <message>
            <source>答应的事</source>
            <translation>Promised</translation>
        </message>
        <message>
            <source>服务内容</source>
            <translation>Service</translation>
        </message>
        <message>
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>住址</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>从哪天</source>
            <translation>First day</translation>
        </message>
        <message>
            <source>监护人</source>
            <translation>Guardian</translation>
        </message>
        <message>
            <source>开给谁</source>
            <translation>Holder</translation>
        </message>
        <message>
            <source>证件号码（打星号）</source>
            <translation>ID number (masked)</translation>
        </message>
        <message>
            <source>带进的东西</source>
            <translation>Things brought in</translation>
        </message>
        <message>
            <source>带出的东西</source>
            <translation>Things taken out</translation>
        </message>
        <message>
            <source>要求</source>
            <translation>Asked</translation>
        </message>
        <message>
            <source>分钟</source>
            <translation>Minutes</translation>
        </message>
        <message>
            <source>月份</source>
            <translation>Month</translation>
        </message>
        <message>
            <source>备注</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>告知书版本</source>
            <translation>Version of the notice</translation>
        </message>
        <message>
            <source>编号</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>结果</source>
            <translation>Result</translation>
        </message>
        <message>
            <source>放行的理由</source>
            <translation>Why they were let in</translation>
        </message>
        <message>
            <source>电话</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>地点</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>车牌</source>
            <translation>Plate</translation>
        </message>
        <message>
            <source>事由</source>
            <translation>Reason for the visit</translation>
        </message>
        <message>
            <source>理由</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>身份</source>
            <translation>Role</translation>
        </message>
        <message>
            <source>内容</source>
            <translation>Words</translation>
        </message>
        <message>
            <source>到哪天</source>
            <translation>Last day</translation>
        </message>
        <message>
            <source>来访类型</source>
            <translation>Kind of visitor</translation>
        </message>
        <message>
            <source>来过几次</source>
            <translation>Visits so far</translation>
        </message>
        <message>
            <source>志愿者编号</source>
            <translation>Volunteer number</translation>
        </message>
        <message>
            <source>找了谁</source>
            <translation>Whom was called</translation>
        </message>
        <message>
            <source>同意</source>
            <translation>Agreed</translation>
        </message>
        <message>
            <source>撤回</source>
            <translation>Withdrawn</translation>
        </message>
        <message>
            <source>有事联系</source>
            <translation>Being contacted</translation>
        </message>
        <message>
            <source>刷脸</source>
            <translation>Faces</translation>
        </message>
        <message>
            <source>公开显示姓名</source>
            <translation>Name shown in public</translation>
        </message>
        <message>
            <source>关怀照看</source>
            <translation>Care</translation>
        </message>
        <message>
            <source>业主</source>
            <translation>Owner</translation>
        </message>
        <message>
            <source>租户</source>
            <translation>Tenant</translation>
        </message>
        <message>
            <source>家人</source>
            <translation>Family</translation>
        </message>
        <message>
            <source>帮工</source>
            <translation>Helper</translation>
        </message>
        <message>
            <source>住户</source>
            <translation>Residents</translation>
        </message>
        <message>
            <source>访客</source>
            <translation>Guest</translation>
        </message>
        <message>
            <source>快递</source>
            <translation>Courier</translation>
        </message>
        <message>
            <source>骑手</source>
            <translation>Rider</translation>
        </message>
        <message>
            <source>家政</source>
            <translation>Domestic help</translation>
        </message>
        <message>
            <source>装修</source>
            <translation>Contractor</translation>
        </message>
        <message>
            <source>中介</source>
            <translation>Agent</translation>
        </message>
        <message>
            <source>公务</source>
            <translation>Official</translation>
        </message>
        <message>
            <source>维修</source>
            <translation>Works</translation>
        </message>
        <message>
            <source>其他</source>
            <translation>Other</translation>
        </message>
        <message>
            <source>查看</source>
            <translation>Access</translation>
        </message>
        <message>
            <source>要一份复印件</source>
            <translation>A copy</translation>
        </message>
        <message>
            <source>更正</source>
            <translation>Correct</translation>
        </message>
        <message>
            <source>删除</source>
            <translation>Deletion</translation>
        </message>
        <message>
            <source>要求说明</source>
            <translation>Explanation</translation>
        </message>
        <message>
            <source>撤回同意</source>
            <translation>Withdrawal of a consent</translation>
        </message>
        <message>
            <source>不同意电脑自动做的决定</source>
            <translation>Object to something a machine decided</translation>
        </message>
        <message>
            <source>已照办</source>
            <translation>Done as asked</translation>
        </message>
        <message>
            <source>部分照办</source>
            <translation>Done in part</translation>
        </message>
        <message>
            <source>没有照办</source>
            <translation>Not done</translation>
        </message>
        <message>
            <source>值班的人认得</source>
            <translation>Known to whoever was on duty</translation>
        </message>
        <message>
            <source>看过证件（没有记号码）</source>
            <translation>A document was looked at (no number written down)</translation>
        </message>
        <message>
            <source>出示了本户的码</source>
            <translation>Showed the household's code</translation>
        </message>
        <message>
            <source>按登记的电话打回去问过</source>
            <translation>Called back on the phone number on record</translation>
        </message>
        <message>
            <source>监护人来办</source>
            <translation>A guardian</translation>
        </message>
        <message>
            <source>受委托的人带委托书来办</source>
            <translation>Somebody they sent, with a letter</translation>
        </message>
        <message>
            <source>有单位依法要求保留，到期前不能删</source>
            <translation>An authority has lawfully ordered that it be kept; it cannot be deleted before that ends</translation>
        </message>
        <message>
            <source>事情还没有办完（人还在里面、东西没还、事情没办结、还在岗）</source>
            <translation>It is not over yet (still inside, not given back, matter still open, still on the team)</translation>
        </message>
        <message>
            <source>法律要求保存，时间没有到</source>
            <translation>The law asks for it to be kept, and the time is not over</translation>
        </message>
        <message>
            <source>我认得他（她）</source>
            <translation>I know them</translation>
        </message>
        <message>
            <source>看过证件，不记号码</source>
            <translation>Looked at a document, no number written down</translation>
        </message>
        <message>
            <source>受委托的人，带了委托书</source>
            <translation>Somebody they sent, with a letter</translation>
        </message>
        <message>
            <source>公安、法院等来调取</source>
            <translation>Police, a court or another authority</translation>
        </message>
        <message>
            <source>提供给别的单位</source>
            <translation>Given to another body</translation>
        </message>
        <message>
            <source>委托别人处理</source>
            <translation>Handled by somebody on our order</translation>
        </message>
        <message>
            <source>和别的单位共同处理</source>
            <translation>Handled together with another body</translation>
        </message>
        <message>
            <source>查看小区监控</source>
            <translation>Recordings of the estate's cameras were viewed</translation>
        </message>
        <message>
            <source>信息泄露，通知了谁</source>
            <translation>Data leaked: who was told</translation>
        </message>
        <message>
            <source>来访记录</source>
            <translation>Visits</translation>
        </message>
        <message>
            <source>接待和反映的事</source>
            <translation>Reception days and matters</translation>
        </message>
        <message>
            <source>借用记录</source>
            <translation>Loans</translation>
        </message>
        <message>
            <source>值班和服务时长</source>
            <translation>Duty and hours of service</translation>
        </message>
        <message>
            <source>通行码和扫码记录</source>
            <translation>Codes and scans</translation>
        </message>
        <message>
            <source>照片、录像</source>
            <translation>Photos and video</translation>
        </message>
        <message>
            <source>刷脸的同意记录</source>
            <translation>Consents to faces</translation>
        </message>
        <message>
            <source>登记呼叫按钮</source>
            <translation>Call button</translation>
        </message>
        <message>
            <source>名字上电子屏</source>
            <translation>Name on the public screen</translation>
        </message>
        <message>
            <source>未成年人参加值班</source>
            <translation>A minor taking part in duty</translation>
        </message>
        <message>
            <source>对个人信息请求的答复</source>
            <translation>Answer to a request about personal data</translation>
        </message>
        <message>
            <source>提出的人：{who}</source>
            <translation>Asked by: {who}</translation>
        </message>
        <message>
            <source>提出的日子：{day}</source>
            <translation>Asked on: {day}</translation>
        </message>
        <message>
            <source>要求：{what}</source>
            <translation>Asked for: {what}</translation>
        </message>
        <message>
            <source>怎么核实的：{how}</source>
            <translation>How identified: {how}</translation>
        </message>
        <message>
            <source>原话：{note}</source>
            <translation>In their words: {note}</translation>
        </message>
        <message>
            <source>还没有答复，{day} 前会答复您。</source>
            <translation>Not answered yet; you will have an answer by {day}.</translation>
        </message>
        <message>
            <source>答复：{outcome}</source>
            <translation>Answer: {outcome}</translation>
        </message>
        <message>
            <source>理由：{reason}</source>
            <translation>Reason: {reason}</translation>
        </message>
        <message>
            <source>已经删除 {n} 条。</source>
            <translation>{n} entries were deleted.</translation>
        </message>
        <message>
            <source>门岗台不会自动做出对您不利的决定；每一件事都由人来定。</source>
            <translation>Gatehouse Desk makes no decision against you by itself; a person decides every time.</translation>
        </message>
        <message>
            <source>下面这些没有删：</source>
            <translation>Not deleted:</translation>
        </message>
        <message>
            <source>{kind}：{n} 条。{why}。</source>
            <translation>{kind}: {n}. {why}.</translation>
        </message>
        <message>
            <source>没有查到记着您的内容</source>
            <translation>Nothing about you was found</translation>
        </message>
        <message>
            <source>这里记着您的内容</source>
            <translation>What is held about you</translation>
        </message>
        <message>
            <source>牵涉到别人的地方打了星号。</source>
            <translation>Where somebody else is named, the name is masked.</translation>
        </message>
        <message>
            <source>{kind}（{n} 条）</source>
            <translation>{kind} ({n})</translation>
        </message>
        <message>
            <source>为什么记：{purpose}</source>
            <translation>What for: {purpose}</translation>
        </message>
        <message>
            <source>以上是最近的 {n} 条。</source>
            <translation>These are the newest {n}.</translation>
        </message>
        <message>
            <source>存多久：{days} 天，到期自动删除</source>
            <translation>How long: {days} days, then deleted by itself</translation>
        </message>
        <message>
            <source>存多久：随上面的记录一起删，或者依法长期保存</source>
            <translation>How long: goes with the records above, or is kept because the law asks for it</translation>
        </message>
        <message>
            <source>不满意这个答复，可以向居民委员会、业主委员会反映，也可以向网信部门、公安机关投诉举报，或者向法院起诉。</source>
            <translation>If you are not satisfied, you may turn to the residents' committee or the owners' committee, complain to the cyberspace administration or the police, or go to court.</translation>
        </message>
        <message>
            <source>个人信息提供登记表</source>
            <translation>Register of disclosures</translation>
        </message>
        <message>
            <source>没有提供给别人过。</source>
            <translation>Nothing was given to anybody.</translation>
        </message>
        <message>
            <source>同意和撤回登记表</source>
            <translation>Register of consents and withdrawals</translation>
        </message>
        <message>
            <source>没有人同意或者撤回过。</source>
            <translation>Nobody has agreed or withdrawn.</translation>
        </message>
        <message>
            <source>个人信息保护自查表</source>
            <translation>Review of how personal data is handled</translation>
        </message>
        <message>
            <source>一、最近一年的数字（{day} 起）</source>
            <translation>1. Figures of the last year (from {day})</translation>
        </message>
        <message>
            <source>二、各类内容存多久</source>
            <translation>2. How long each kind is kept</translation>
        </message>
        <message>
            <source>{kind}：{n} 天</source>
            <translation>{kind}: {n} days</translation>
        </message>
        <message>
            <source>三、请人逐条看过，打勾</source>
            <translation>3. To be looked at by a person and ticked</translation>
        </message>
        <message>
            <source>检查人：{blank}　日期：{blank}</source>
            <translation>Reviewed by: {blank}  Date: {blank}</translation>
        </message>
        <message>
            <source>个人信息泄露通知</source>
            <translation>Notice of a data leak</translation>
        </message>
        <message>
            <source>发现的时间</source>
            <translation>When it was found</translation>
        </message>
        <message>
            <source>涉及哪几类信息</source>
            <translation>Which kinds of data</translation>
        </message>
        <message>
            <source>涉及多少人</source>
            <translation>How many people</translation>
        </message>
        <message>
            <source>原因</source>
            <translation>Cause</translation>
        </message>
        <message>
            <source>可能造成的危害</source>
            <translation>Possible harm</translation>
        </message>
        <message>
            <source>我们已经采取的措施</source>
            <translation>What we have done</translation>
        </message>
        <message>
            <source>您可以怎样减轻危害</source>
            <translation>What you can do</translation>
        </message>
        <message>
            <source>（依据《个人信息保护法》第五十七条，通知受影响的人，并报告履行个人信息保护职责的部门）</source>
            <translation>(Under article 57 of the Personal Information Protection Law: to the people concerned and to the authority for personal data)</translation>
        </message>
        <message>
            <source>负责人：{who}　电话：{phone}</source>
            <translation>Responsible: {who}  Phone: {phone}</translation>
        </message>
        <message>
            <source>给值班的人</source>
            <translation>For whoever is on duty</translation>
        </message>
        <message>
            <source>先停：拔掉网线，或者在「设置」里断开中心，不要关机</source>
            <translation>Stop it: unplug the network or leave the hub in Settings; do not switch off</translation>
        </message>
        <message>
            <source>再报：马上告诉管理员、社区；有偷盗、勒索就报 110</source>
            <translation>Tell: the manager and the community at once; the police (110) in case of theft or blackmail</translation>
        </message>
        <message>
            <source>再查：导出操作记录，看谁在什么时候看过、导出过</source>
            <translation>Look: export the audit trail and see who viewed or exported what, and when</translation>
        </message>
        <message>
            <source>再说：填好上面的内容，通知受影响的人，报告网信部门</source>
            <translation>Say: fill in the page, tell the people concerned, report to the cyberspace administration</translation>
        </message>
        <message>
            <source>最后记：在「提供和同意的登记」里登记通知了谁</source>
            <translation>Write down: who was told, under Disclosures and consents</translation>
        </message>
        <message>
            <source>日期：{blank}　签字：{blank}</source>
            <translation>Date: {blank}  Signature: {blank}</translation>
        </message>
        <message>
            <source>{when} 由门岗台打印</source>
            <translation>Printed by Gatehouse Desk, {when}</translation>
        </message>
        <message>
            <source>负责人：{who}</source>
            <translation>Responsible: {who}</translation>
        </message>
        <message>
            <source>给了谁</source>
            <translation>Given to</translation>
        </message>
        <message>
            <source>来办的人</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>公文或合同</source>
            <translation>Document or contract</translation>
        </message>
        <message>
            <source>法律依据</source>
            <translation>Legal basis</translation>
        </message>
        <message>
            <source>做什么用</source>
            <translation>Purpose</translation>
        </message>
        <message>
            <source>怎么给的</source>
            <translation>How</translation>
        </message>
        <message>
            <source>哪几类</source>
            <translation>Kinds</translation>
        </message>
        <message>
            <source>哪几天的</source>
            <translation>Days</translation>
        </message>
        <message>
            <source>实际给了什么</source>
            <translation>What was given</translation>
        </message>
        <message>
            <source>经手</source>
            <translation>Released by</translation>
        </message>
        <message>
            <source>已删除的人</source>
            <translation>Somebody since erased</translation>
        </message>
        <message>
            <source>没有</source>
            <translation>None</translation>
        </message>
        <message>
            <source>登录的人：{roles}</source>
            <translation>People who sign on: {roles}</translation>
        </message>
        <message>
            <source>值班队员 {n} 人，其中记过培训的 {trained} 人</source>
            <translation>Team: {n}, of whom {trained} with training on record</translation>
        </message>
        <message>
            <source>个人信息请求：{asked}；过期的 {late} 件</source>
            <translation>Requests about personal data: {asked}; late: {late}</translation>
        </message>
        <message>
            <source>提供给别人：{entries}</source>
            <translation>Disclosures: {entries}</translation>
        </message>
        <message>
            <source>有效的同意：{consents}；撤回 {n} 次</source>
            <translation>Consents: {consents}; withdrawals: {n}</translation>
        </message>
        <message>
            <source>依法保留：{n} 项</source>
            <translation>Legal holds: {n}</translation>
        </message>
        <message>
            <source>自动清理 {runs} 次，删除 {n} 条；报告被改动 {bad} 份</source>
            <translation>Retention runs: {runs}, deleted: {n}; reports that were altered: {bad}</translation>
        </message>
        <message>
            <source>操作记录 {n} 条，完整：{whole}</source>
            <translation>Audit trail: {n} lines, whole: {whole}</translation>
        </message>
        <message>
            <source>是</source>
            <translation>yes</translation>
        </message>
        <message>
            <source>否</source>
            <translation>no</translation>
        </message>
        <message>
            <source>最近的备份：{when}</source>
            <translation>Latest backup: {when}</translation>
        </message>
        <message>
            <source>每一类记录（共 {n} 类）都定了删除办法</source>
            <translation>Each of the {n} kinds of records has a rule for its end</translation>
        </message>
        <message>
            <source>告知书贴在窗口，写的负责人、电话、期限都对</source>
            <translation>The notice hangs at the window, with the right person, phone and periods</translation>
        </message>
        <message>
            <source>只登记办事要用的；不愿意报的没有被拒绝进门</source>
            <translation>Only what is needed is written down; nobody was kept out for not giving more</translation>
        </message>
        <message>
            <source>离岗的人都停用了登录</source>
            <translation>Whoever left has no sign-on any more</translation>
        </message>
        <message>
            <source>新来的人都学过怎么保护个人信息，并记在队员资料里</source>
            <translation>New people were taught how to protect personal data, and it is on their record</translation>
        </message>
        <message>
            <source>和物业、厂家等的委托合同写明了目的、期限、种类、保护措施和到期删除，编号已登记</source>
            <translation>Contracts with the property company, makers and others name purpose, term, kinds, safeguards and deletion, and their numbers are in the register</translation>
        </message>
        <message>
            <source>刷脸打开的，影响评估没有过期；目的、办法变了的重新评估过</source>
            <translation>Where faces are on, the impact assessment is current, and was done anew when purpose or method changed</translation>
        </message>
        <message>
            <source>不满十四周岁的信息由监护人同意，单独审批</source>
            <translation>For children under fourteen a guardian agreed, approved one by one</translation>
        </message>
        <message>
            <source>公共屏、公告墙上没有未经同意的姓名</source>
            <translation>No name without consent stands on the public screen or the wall</translation>
        </message>
        <message>
            <source>演练过一次备份恢复，也演练过一次泄露通知</source>
            <translation>Restoring a backup and telling people of a leak were both practised</translation>
        </message>
    </context>
    <context>
        <name>ActView</name>
        <message>
            <source>怎么答复居民？</source>
            <translation>What is the answer?</translation>
        </message>
        <message>
            <source>电话打给了谁？</source>
            <translation>Whom did you call?</translation>
        </message>
        <message>
            <source>谁接手了？</source>
            <translation>Who took it on?</translation>
        </message>
        <message>
            <source>交给谁办，哪天办好？</source>
            <translation>Who does it, and by when?</translation>
        </message>
        <message>
            <source>在等什么？</source>
            <translation>Waiting for what?</translation>
        </message>
        <message>
            <source>办成什么样了？</source>
            <translation>What was done?</translation>
        </message>
        <message>
            <source>居民怎么说？</source>
            <translation>What did the resident say?</translation>
        </message>
        <message>
            <source>居民满意吗？</source>
            <translation>Is the resident content?</translation>
        </message>
        <message>
            <source>哪里没办好？</source>
            <translation>What is not done?</translation>
        </message>
        <message>
            <source>办结这件事</source>
            <translation>Close this matter</translation>
        </message>
        <message>
            <source>几点打的</source>
            <translation>Called at</translation>
        </message>
        <message>
            <source>交给谁</source>
            <translation>To whom</translation>
        </message>
        <message>
            <source>哪一天</source>
            <translation>By which day</translation>
        </message>
        <message>
            <source>打给了谁</source>
            <translation>Who was called</translation>
        </message>
        <message>
            <source>谁说他们来办</source>
            <translation>Who said that they do it</translation>
        </message>
        <message>
            <source>居民怎么说，没接也写</source>
            <translation>What the resident said, or that nobody answered</translation>
        </message>
        <message>
            <source>写一句话</source>
            <translation>Write a sentence</translation>
        </message>
        <message>
            <source>只有一句真正的答复才会让时间停下来：怎么办，什么时候办。</source>
            <translation>Only a real answer stops the clock: what will be done, and when.</translation>
        </message>
        <message>
            <source>打过电话就记下来。时间不会停，要等有人答复。</source>
            <translation>Write the call down. The clock goes on until somebody answers.</translation>
        </message>
        <message>
            <source>换一个单位，原来的时间接着算。</source>
            <translation>With another body, the clock goes on as it was.</translation>
        </message>
        <message>
            <source>等配件、等开会，时间照样算。</source>
            <translation>For parts, for a meeting: the clock goes on.</translation>
        </message>
        <message>
            <source>会重新计时，再没人答复就上报街道。</source>
            <translation>The clock begins anew; without an answer the sub-district hears of it.</translation>
        </message>
        <message>
            <source>办结以后，居民还可以说没办好。</source>
            <translation>Once closed, the resident may still say that it is not done.</translation>
        </message>
        <message>
            <source>{body}：{phones}</source>
            <translation>{body}: {phones}</translation>
        </message>
        <message>
            <source>请打给{body}</source>
            <translation>Please call {body}</translation>
        </message>
        <message>
            <source>不定日子</source>
            <translation>No day</translation>
        </message>
        <message>
            <source>不知道</source>
            <translation>Not known</translation>
        </message>
        <message>
            <source>不用再打</source>
            <translation>No further call</translation>
        </message>
        <message>
            <source>明天</source>
            <translation>Tomorrow</translation>
        </message>
        <message numerus="yes">
            <source>{n} 天后</source>
            <translation>
                <numerusform>in {n} day</numerusform>
                <numerusform>in {n} days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>AdmitPage</name>
        <message>
            <source>还差：{names}。写好才能放行。</source>
            <translation>Still needed before you can admit: {names}.</translation>
        </message>
        <message>
            <source>谁来了？请选一种</source>
            <translation>Who is here? Please choose</translation>
        </message>
        <message>
            <source>也可以直接扫住户给的户内码或来访证</source>
            <translation>Or simply scan a household code or a visitor pass</translation>
        </message>
        <message>
            <source>请来访人进门</source>
            <translation>Please let them walk in</translation>
        </message>
        <message>
            <source>要印一张来访证吗？不用就按“好了”</source>
            <translation>Print a visitor pass? If not, press 'Done'</translation>
        </message>
        <message>
            <source>打印来访证</source>
            <translation>Print a pass</translation>
        </message>
        <message>
            <source>好了</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>由我决定，放行</source>
            <translation>Admit: my decision</translation>
        </message>
        <message>
            <source>放行</source>
            <translation>Admit</translation>
        </message>
        <message>
            <source>{kind}来访：施工许可{says}</source>
            <translation>{kind}: permit {says}</translation>
        </message>
        <message>
            <source>{kind}来访，去 {door}</source>
            <translation>{kind} for {door}</translation>
        </message>
        <message>
            <source>{kind}来访，请填写</source>
            <translation>{kind}: please fill in a few details</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>理由会记下，按回车由您放行</source>
            <translation>Your reason is kept. Press Enter to admit on your word</translation>
        </message>
        <message>
            <source>都齐了，按回车放行</source>
            <translation>All done. Press Enter to admit</translation>
        </message>
        <message>
            <source>还差：{names}</source>
            <translation>Still needed: {names}</translation>
        </message>
        <message>
            <source>换类型</source>
            <translation>Change type</translation>
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
            <source>再印一张</source>
            <translation>Print again</translation>
        </message>
        <message>
            <source>再登记一位</source>
            <translation>Next visitor</translation>
        </message>
        <message>
            <source>上次没登完的内容还在，已经放回来了。</source>
            <translation>What you had not finished last time is back in the form.</translation>
        </message>
        <message>
            <source>已清空</source>
            <translation>Cleared</translation>
        </message>
        <message>
            <source>骑手放行，已记 1 次</source>
            <translation>Rider let in, counted</translation>
        </message>
        <message>
            <source>快递放行，已记 1 次</source>
            <translation>Courier let in, counted</translation>
        </message>
        <message>
            <source>{name} 等 {n} 人</source>
            <translation>{name} and party ({n})</translation>
        </message>
        <message>
            <source>已放行：{who}</source>
            <translation>{who} admitted</translation>
        </message>
        <message>
            <source>已放行，已记下</source>
            <translation>Admitted and recorded</translation>
        </message>
        <message>
            <source>没有放行，已记下</source>
            <translation>Not admitted; this has been recorded</translation>
        </message>
    </context>
    <context>
        <name>AgePart</name>
        <message>
            <source>不满 14 周岁的孩子，要有父母或其他监护人在场，由监护人看告知书、同意和签名。</source>
            <translation>For a child under 14 a parent or guardian is present, reads the notice, agrees and signs.</translation>
        </message>
        <message>
            <source>不满 14 周岁的孩子要由管理员办理，请换管理员登录。</source>
            <translation>Children under 14 are enrolled by a manager: please have one sign on.</translation>
        </message>
        <message>
            <source>请写监护人的姓名，和孩子是什么关系</source>
            <translation>Please write the guardian's name, and who they are to the child</translation>
        </message>
        <message>
            <source>请先看监护人的证件，再勾上</source>
            <translation>Please look at the guardian's document first, then tick</translation>
        </message>
        <message>
            <source>满 14 周岁</source>
            <translation>14 or older</translation>
        </message>
        <message>
            <source>不满 14 周岁</source>
            <translation>Under 14</translation>
        </message>
        <message>
            <source>监护人</source>
            <translation>Guardian</translation>
        </message>
        <message>
            <source>姓名和关系，比如：母亲</source>
            <translation>Name, and who they are: mother, for instance</translation>
        </message>
        <message>
            <source>看过监护人的证件，告知书由监护人看过，刚才是监护人签的名</source>
            <translation>I saw the guardian's document; the guardian read the notice and signed</translation>
        </message>
        <message>
            <source>监护人同意，开始采集</source>
            <translation>The guardian agrees: to the camera</translation>
        </message>
    </context>
    <context>
        <name>AlarmCover</name>
        <message>
            <source>是谁，在哪里</source>
            <translation>Who and where</translation>
        </message>
        <message>
            <source>按顺序打电话</source>
            <translation>Ring up, in this order</translation>
        </message>
        <message>
            <source>没有登记联系电话。请打急事页上的电话。</source>
            <translation>No numbers are registered. Please use those of the Urgent page.</translation>
        </message>
        <message>
            <source>我来处理</source>
            <translation>I am on it</translation>
        </message>
        <message>
            <source>结束报警</source>
            <translation>Close the alarm</translation>
        </message>
        <message>
            <source>记一笔，不结束</source>
            <translation>Note it, keep open</translation>
        </message>
        <message>
            <source>是误报</source>
            <translation>False alarm</translation>
        </message>
        <message>
            <source>先放一边</source>
            <translation>Leave it for now</translation>
        </message>
        <message>
            <source>做了什么、结果怎样，比如：人没事，误碰</source>
            <translation>What was done and how it went, for example: she is well, touched by mistake</translation>
        </message>
        <message>
            <source>做了什么、结果怎样</source>
            <translation>What was done, and how it went</translation>
        </message>
        <message>
            <source>{sort}！</source>
            <translation>{sort}!</translation>
        </message>
        <message numerus="yes">
            <source>还有 {n} 个报警在响</source>
            <translation>
                <numerusform>{n} more alarm rings</numerusform>
                <numerusform>{n} more alarms ring</numerusform>
            </translation>
        </message>
        <message>
            <source>练习，不是真的</source>
            <translation>practice, not real</translation>
        </message>
        <message>
            <source>电脑时间可能不准</source>
            <translation>the computer's time may be wrong</translation>
        </message>
        <message numerus="yes">
            <source>又按了 {n} 次</source>
            <translation>
                <numerusform>pressed {n} more time</numerusform>
                <numerusform>pressed {n} more times</numerusform>
            </translation>
        </message>
        <message>
            <source>已恢复正常</source>
            <translation>back to normal</translation>
        </message>
        <message>
            <source>正在处理</source>
            <translation>somebody is on it</translation>
        </message>
        <message>
            <source>还没有人处理</source>
            <translation>nobody is on it yet</translation>
        </message>
    </context>
    <context>
        <name>AlarmHistory</name>
        <message>
            <source>最近的报警</source>
            <translation>Latest alarms</translation>
        </message>
        <message>
            <source>重新打开</source>
            <translation>Reopen</translation>
        </message>
        <message>
            <source>登记这个按钮是谁的</source>
            <translation>Register whose button it is</translation>
        </message>
        <message>
            <source>还没有报警</source>
            <translation>No alarm yet</translation>
        </message>
        <message>
            <source>有人按呼救按钮、井盖移动或烟雾报警时，整个屏幕会亮红，并一直响到有人处理。</source>
            <translation>A pressed button, a moved manhole cover or smoke fills the screen and sounds until somebody sees to it.</translation>
        </message>
        <message>
            <source>没有声音的报警设备：{names}。现在它不会报警，请看设备页。</source>
            <translation>Alarm devices that are silent: {names}. They cannot raise an alarm now; see the devices page.</translation>
        </message>
    </context>
    <context>
        <name>AlarmHost</name>
        <message>
            <source>已记为误报</source>
            <translation>Noted as a false alarm</translation>
        </message>
        <message>
            <source>报警已结束</source>
            <translation>Alarm closed</translation>
        </message>
    </context>
    <context>
        <name>AlarmRow</name>
        <message>
            <source>{title}（练习）</source>
            <translation>{title} (practice)</translation>
        </message>
        <message>
            <source>看看</source>
            <translation>Look</translation>
        </message>
        <message>
            <source>去处理</source>
            <translation>See to it</translation>
        </message>
    </context>
    <context>
        <name>AlarmStrip</name>
        <message>
            <source>接着处理</source>
            <translation>Go on with it</translation>
        </message>
        <message>
            <source>报警还没有结束：{what}，{at}</source>
            <translation>An alarm is still open: {what}, {at}</translation>
        </message>
        <message>
            <source>{words}；还有 {n} 条</source>
            <translation>{words}; and {n} more</translation>
        </message>
    </context>
    <context>
        <name>AlarmWords</name>
        <message>
            <source>误报</source>
            <translation>false alarm</translation>
        </message>
        <message>
            <source>已结束</source>
            <translation>closed</translation>
        </message>
        <message>
            <source>没有响铃（规则暂停）</source>
            <translation>did not ring (rule paused)</translation>
        </message>
        <message>
            <source>正在处理</source>
            <translation>somebody is on it</translation>
        </message>
        <message>
            <source>没有人处理</source>
            <translation>nobody is on it</translation>
        </message>
        <message>
            <source>{device} {n} 号触点</source>
            <translation>{device}, contact {n}</translation>
        </message>
        <message>
            <source>打通了</source>
            <translation>Reached</translation>
        </message>
        <message>
            <source>在路上</source>
            <translation>On the way</translation>
        </message>
        <message>
            <source>没人接</source>
            <translation>No answer</translation>
        </message>
        <message>
            <source>有人处理</source>
            <translation>somebody is on it</translation>
        </message>
        <message>
            <source>打给 {who}：{said}</source>
            <translation>rang {who}: {said}</translation>
        </message>
        <message>
            <source>又按了一次</source>
            <translation>pressed again</translation>
        </message>
        <message>
            <source>恢复正常</source>
            <translation>back to normal</translation>
        </message>
        <message>
            <source>结束：{words}</source>
            <translation>closed: {words}</translation>
        </message>
        <message>
            <source>误报 {words}</source>
            <translation>false alarm {words}</translation>
        </message>
        <message>
            <source>重新打开</source>
            <translation>reopened</translation>
        </message>
        <message>
            <source>这个按钮还没有登记是谁的（尾号 {tail}）</source>
            <translation>Nobody is registered with this button (ends in {tail})</translation>
        </message>
    </context>
    <context>
        <name>AlarmsPage</name>
        <message>
            <source>报警</source>
            <translation>Alarms</translation>
        </message>
        <message numerus="yes">
            <source>有 {n} 条报警没有结束</source>
            <translation>
                <numerusform>{n} alarm is still open</numerusform>
                <numerusform>{n} alarms are still open</numerusform>
            </translation>
        </message>
        <message>
            <source>现在没有报警</source>
            <translation>No alarm now</translation>
        </message>
        <message>
            <source>呼救、井盖、烟雾和夜里开门会显示在这里</source>
            <translation>Calls for help, manholes, smoke and doors at night appear here</translation>
        </message>
        <message numerus="yes">
            <source>{n} 位戴着呼救按钮或手表</source>
            <translation>
                <numerusform>{n} person wears a button or a watch</numerusform>
                <numerusform>{n} people wear a button or a watch</numerusform>
            </translation>
        </message>
        <message>
            <source>名字和电话只在报警时显示</source>
            <translation>Names and numbers show only with an alarm</translation>
        </message>
        <message>
            <source>改登记</source>
            <translation>Change what is registered</translation>
        </message>
        <message>
            <source>登记佩戴呼救按钮的人</source>
            <translation>Register who wears a button</translation>
        </message>
        <message>
            <source>先问过本人或监护人</source>
            <translation>Ask them or their guardian first</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>存好</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>取消登记</source>
            <translation>Take off the list</translation>
        </message>
        <message>
            <source>登记佩戴者</source>
            <translation>Register a wearer</translation>
        </message>
        <message>
            <source>佩戴者</source>
            <translation>Wearers</translation>
        </message>
        <message>
            <source>自动规则</source>
            <translation>Rules</translation>
        </message>
        <message>
            <source>取消登记？</source>
            <translation>Take off the list?</translation>
        </message>
        <message>
            <source>名字、门牌和电话会在所有门岗删掉，不能撤回。以后这个按钮响了，不知道是谁。</source>
            <translation>Name, door and numbers are deleted at every gate. This cannot be undone, and nobody will know whose button it is.</translation>
        </message>
        <message>
            <source>删掉登记</source>
            <translation>Delete it</translation>
        </message>
        <message>
            <source>先不删</source>
            <translation>Not now</translation>
        </message>
        <message>
            <source>已登记，报警时会显示</source>
            <translation>Saved. It shows with the alarm</translation>
        </message>
        <message>
            <source>已删掉登记</source>
            <translation>Deleted</translation>
        </message>
    </context>
    <context>
        <name>AnnouncePanel</name>
        <message>
            <source>请选哪一户，或者至少写姓名</source>
            <translation>Please choose the household, or at least enter a name</translation>
        </message>
        <message>
            <source>住户来电，记一位预约</source>
            <translation>A resident has called: who is coming?</translation>
        </message>
        <message>
            <source>哪天</source>
            <translation>Day</translation>
        </message>
        <message>
            <source>从几点</source>
            <translation>From</translation>
        </message>
        <message>
            <source>到几点</source>
            <translation>Until</translation>
        </message>
        <message>
            <source>{n} 人</source>
            <translation>{n}</translation>
        </message>
        <message>
            <source>记下预约</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>记下，并给来访证</source>
            <translation>Save and give a pass</translation>
        </message>
    </context>
    <context>
        <name>AnnouncedPanel</name>
        <message>
            <source>再看来访证</source>
            <translation>Show pass</translation>
        </message>
        <message>
            <source>给来访证</source>
            <translation>Give pass</translation>
        </message>
        <message>
            <source>来了，去登记</source>
            <translation>They are here</translation>
        </message>
        <message>
            <source>住户取消</source>
            <translation>Called off</translation>
        </message>
        <message>
            <source>没有来</source>
            <translation>No-show</translation>
        </message>
        <message>
            <source>打开</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>今天还没有预约</source>
            <translation>Nobody is expected today</translation>
        </message>
        <message>
            <source>住户打电话说有人要来，就在这里记一位；来的时候不用再问。</source>
            <translation>When a resident calls to say someone is coming, add them here; then nobody has to ask again.</translation>
        </message>
        <message>
            <source>记一位预约</source>
            <translation>Add a visitor</translation>
        </message>
    </context>
    <context>
        <name>AnnouncedTable</name>
        <message>
            <source>今天的预约</source>
            <translation>Expected today</translation>
        </message>
        <message>
            <source>现在</source>
            <translation>Now</translation>
        </message>
        <message>
            <source>来访人</source>
            <translation>Visitor</translation>
        </message>
        <message>
            <source>楼栋</source>
            <translation>Bldg</translation>
        </message>
        <message>
            <source>时间</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>类型</source>
            <translation>Type</translation>
        </message>
        <message>
            <source>人数</source>
            <translation>People</translation>
        </message>
        <message>
            <source>电话或车牌</source>
            <translation>Phone or plate</translation>
        </message>
        <message>
            <source>没有留姓名</source>
            <translation>No name given</translation>
        </message>
        <message numerus="yes">
            <source>{name} · {n} 人</source>
            <translation>
                <numerusform>{name} · {n} person</numerusform>
                <numerusform>{name} · {n} people</numerusform>
            </translation>
        </message>
        <message>
            <source>在门口等</source>
            <translation>At the window</translation>
        </message>
        <message numerus="yes">
            <source>晚了 {n} 分钟</source>
            <translation>
                <numerusform>{n} min late</numerusform>
                <numerusform>{n} min late</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>晚了 {n} 小时</source>
            <translation>
                <numerusform>{n} h late</numerusform>
                <numerusform>{n} h late</numerusform>
            </translation>
        </message>
        <message>
            <source>{b} 栋</source>
            <translation>{b}</translation>
        </message>
    </context>
    <context>
        <name>AnswerForm</name>
        <message>
            <source>{who}：{what}</source>
            <translation>{who}: {what}</translation>
        </message>
        <message>
            <source>{due} 前答复</source>
            <translation>Answer due by {due}</translation>
        </message>
        <message>
            <source>核实：{how}</source>
            <translation>Identified: {how}</translation>
        </message>
        <message>
            <source>打开这位住户的资料</source>
            <translation>Open this resident's record</translation>
        </message>
        <message>
            <source>查到的内容</source>
            <translation>What was found</translation>
        </message>
        <message>
            <source>{kind} {n} 条</source>
            <translation>{kind}: {n}</translation>
        </message>
        <message>
            <source>没有查到记着他（她）的内容。</source>
            <translation>Nothing about them was found.</translation>
        </message>
        <message>
            <source>怎么办的</source>
            <translation>Outcome</translation>
        </message>
        <message>
            <source>答复的话</source>
            <translation>What you tell them</translation>
        </message>
        <message>
            <source>会印在答复上</source>
            <translation>Printed on the answer</translation>
        </message>
        <message>
            <source>理由</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>没有照办的，要写明理由告诉本人</source>
            <translation>If it is not done, tell them why</translation>
        </message>
        <message>
            <source>现在就删掉查到的内容，删了找不回来</source>
            <translation>Delete what was found now; it cannot be brought back</translation>
        </message>
        <message>
            <source>依法要留的、事情没办完的不会删，答复上会写明。</source>
            <translation>What the law keeps and what is not over yet is not deleted; the answer says so.</translation>
        </message>
        <message>
            <source>删除要管理员来办。请让管理员换人登录。</source>
            <translation>Deleting needs a manager. Please let one sign on.</translation>
        </message>
        <message>
            <source>撤回同意：{purpose}</source>
            <translation>Withdraw the consent: {purpose}</translation>
        </message>
    </context>
    <context>
        <name>ArrivingPage</name>
        <message numerus="yes">
            <source>还有 {n} 条没送到中心</source>
            <translation>
                <numerusform>{n} change has not reached the hub</numerusform>
                <numerusform>{n} changes have not reached the hub</numerusform>
            </translation>
        </message>
        <message>
            <source>接上网以后会从这台电脑自己送出去。</source>
            <translation>They go from this computer by themselves once it is connected.</translation>
        </message>
        <message>
            <source>插上以后，请到「设备」页给它选接口。</source>
            <translation>Plug it in, then choose its port on the page Devices.</translation>
        </message>
        <message>
            <source>都搬过来了</source>
            <translation>Everything is here</translation>
        </message>
        <message>
            <source>可以直接开始登记。</source>
            <translation>You can start right away.</translation>
        </message>
        <message>
            <source>选择搬家文件</source>
            <translation>Choose the moving file</translation>
        </message>
        <message>
            <source>门岗台搬家文件 (*.gdmove);;所有文件 (*)</source>
            <translation>Gatehouse Desk moving files (*.gdmove);;All files (*)</translation>
        </message>
        <message>
            <source>从另一台电脑搬来</source>
            <translation>Move here from another computer</translation>
        </message>
        <message>
            <source>请插上原来那台电脑打包好的 U 盘，几秒钟后会出现在这里。</source>
            <translation>Plug in the stick that the old computer packed; it shows here after a few seconds.</translation>
        </message>
        <message>
            <source>请输入搬家码</source>
            <translation>Please type the moving code</translation>
        </message>
        <message>
            <source>打包的时候抄在纸上的 5 组字。</source>
            <translation>The 5 groups you wrote down when packing.</translation>
        </message>
        <message>
            <source>正在搬进来，请不要拔 U 盘</source>
            <translation>Moving in; leave the stick in</translation>
        </message>
        <message>
            <source>「{gate}」搬到这台电脑了</source>
            <translation>'{gate}' lives on this computer now</translation>
        </message>
        <message>
            <source>{site} · {gate}</source>
            <translation>{site} · {gate}</translation>
        </message>
        <message>
            <source>{when} 打包的</source>
            <translation>Packed {when}</translation>
        </message>
        <message>
            <source>换一个文件</source>
            <translation>Choose another file</translation>
        </message>
        <message>
            <source>自己选文件</source>
            <translation>Choose the file</translation>
        </message>
        <message>
            <source>搬进来</source>
            <translation>Move in</translation>
        </message>
        <message>
            <source>开始使用</source>
            <translation>Start</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>搬家码</source>
            <translation>Moving code</translation>
        </message>
        <message>
            <source>5 组，每组 4 个字</source>
            <translation>5 groups of 4</translation>
        </message>
        <message>
            <source>给这台电脑设一个口令</source>
            <translation>A passphrase for this computer</translation>
        </message>
        <message>
            <source>这台电脑不能自己保管钥匙，以后每次打开要输入它。</source>
            <translation>This computer cannot keep the key itself; you will type this each time it starts.</translation>
        </message>
        <message>
            <source>再输一次口令</source>
            <translation>The passphrase again</translation>
        </message>
    </context>
    <context>
        <name>AskForm</name>
        <message>
            <source>是这位</source>
            <translation>This one</translation>
        </message>
        <message>
            <source>要求什么</source>
            <translation>What is asked</translation>
        </message>
        <message>
            <source>谁提出的</source>
            <translation>Who is asking</translation>
        </message>
        <message>
            <source>怎么核实是本人的</source>
            <translation>How you know it is them</translation>
        </message>
        <message>
            <source>问的是谁的信息</source>
            <translation>Whose data is it</translation>
        </message>
        <message>
            <source>找到这位住户</source>
            <translation>Find the resident</translation>
        </message>
        <message>
            <source>访客登记时留的电话</source>
            <translation>Phone the visitor left</translation>
        </message>
        <message>
            <source>怎么联系</source>
            <translation>How to reach them</translation>
        </message>
        <message>
            <source>说了什么</source>
            <translation>In their words</translation>
        </message>
        <message>
            <source>不要记证件号码，也不要复印</source>
            <translation>Write down no number, and make no copy</translation>
        </message>
        <message>
            <source>姓名、电话后四位或房号</source>
            <translation>Name, last four digits or room</translation>
        </message>
        <message>
            <source>换一位</source>
            <translation>Another one</translation>
        </message>
        <message>
            <source>住在这里的人</source>
            <translation>Somebody who lives here</translation>
        </message>
        <message>
            <source>来访的人</source>
            <translation>A visitor</translation>
        </message>
        <message>
            <source>都不是，或者不清楚</source>
            <translation>Neither, or not known</translation>
        </message>
    </context>
    <context>
        <name>AskPanel</name>
        <message>
            <source>就写这个理由</source>
            <translation>Use this reason</translation>
        </message>
        <message>
            <source>请写一句理由</source>
            <translation>Please give a reason</translation>
        </message>
        <message>
            <source>请谁来</source>
            <translation>Whom to ask</translation>
        </message>
    </context>
    <context>
        <name>AskPart</name>
        <message>
            <source>本机的人脸信息马上删除，别的门岗一联网就删除，都不能恢复。进出不受影响：照样用二维码、门卡或密码。</source>
            <translation>Deleted here at once, at other gates as soon as they are connected; it cannot be undone. Coming and going stays as it is: by code, card or PIN.</translation>
        </message>
        <message>
            <source>撤回同意，马上删除</source>
            <translation>Withdraw and delete now</translation>
        </message>
        <message>
            <source>先不删</source>
            <translation>Not now</translation>
        </message>
    </context>
    <context>
        <name>AssistedBar</name>
        <message>
            <source>代办结束：{why}</source>
            <translation>Session over: {why}</translation>
        </message>
        <message>
            <source>已办 {n} 件</source>
            <translation>{n} done</translation>
        </message>
        <message>
            <source>正在替 {who} 代办</source>
            <translation>Helping {who}</translation>
        </message>
        <message>
            <source>办完了</source>
            <translation>Finished</translation>
        </message>
    </context>
    <context>
        <name>AssistedPage</name>
        <message>
            <source>哪一户</source>
            <translation>Which household</translation>
        </message>
        <message>
            <source>也可以请他出示住户码，一扫就好</source>
            <translation>Or have the household code held up: one scan is enough</translation>
        </message>
        <message>
            <source>是哪一位</source>
            <translation>Who is it</translation>
        </message>
        <message>
            <source>怎么认出是本人</source>
            <translation>How they were recognised</translation>
        </message>
        <message>
            <source>本人要在场。只记下是怎么认出来的，不记证件号。</source>
            <translation>The person must be here. Only the way is written down, never a number.</translation>
        </message>
        <message>
            <source>替谁办事？</source>
            <translation>Whom do you help?</translation>
        </message>
        <message>
            <source>老人不会用、不方便时，由您代办，办了什么都记下</source>
            <translation>When somebody cannot do it alone you do it for them; what is done is written down</translation>
        </message>
        <message>
            <source>开始代办</source>
            <translation>Begin</translation>
        </message>
        <message>
            <source>以前的代办</source>
            <translation>Assisted before</translation>
        </message>
        <message>
            <source>正在替 {who} 办事</source>
            <translation>Helping {who}</translation>
        </message>
        <message>
            <source>{time} 开始 · {how}</source>
            <translation>Since {time} · {how}</translation>
        </message>
        <message>
            <source>还没有办什么。请到别的页去办。</source>
            <translation>Nothing done yet. Do it on the other pages.</translation>
        </message>
        <message>
            <source>办完了</source>
            <translation>Finished</translation>
        </message>
        <message>
            <source>去办事</source>
            <translation>Go and do it</translation>
        </message>
        <message>
            <source>办完了，请念给本人听</source>
            <translation>Finished: please read it to them</translation>
        </message>
        <message>
            <source>要的话，印一张给他带走</source>
            <translation>Print it if they want to take it along</translation>
        </message>
        <message>
            <source>好了</source>
            <translation>All right</translation>
        </message>
        <message>
            <source>打印回执</source>
            <translation>Print receipt</translation>
        </message>
        <message>
            <source>近 90 天</source>
            <translation>The last 90 days</translation>
        </message>
        <message>
            <source>有人代办以后，这里会列出来：谁、替哪一户、办了几件。不写姓名。</source>
            <translation>Sessions will be listed here: by whom, for which household, how many things. No names.</translation>
        </message>
        <message>
            <source>还没有人代办</source>
            <translation>Nobody was helped this way yet</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>代办回执</source>
            <translation>Receipt</translation>
        </message>
    </context>
    <context>
        <name>AssistedWords</name>
        <message>
            <source>住户码</source>
            <translation>Household code</translation>
        </message>
        <message>
            <source>请扫一下</source>
            <translation>Please scan it</translation>
        </message>
        <message>
            <source>门卡</source>
            <translation>Access card</translation>
        </message>
        <message>
            <source>看过，不记卡号</source>
            <translation>Seen, number not kept</translation>
        </message>
        <message>
            <source>证件</source>
            <translation>Document</translation>
        </message>
        <message>
            <source>看过，不记号码</source>
            <translation>Seen, number not kept</translation>
        </message>
        <message>
            <source>认识本人</source>
            <translation>Known in person</translation>
        </message>
        <message>
            <source>您自己认识</source>
            <translation>You know them yourself</translation>
        </message>
        <message>
            <source>什么时候</source>
            <translation>When</translation>
        </message>
        <message>
            <source>哪一户</source>
            <translation>Household</translation>
        </message>
        <message>
            <source>谁代办</source>
            <translation>By</translation>
        </message>
        <message>
            <source>怎么认出</source>
            <translation>Recognised by</translation>
        </message>
        <message>
            <source>办了</source>
            <translation>Things</translation>
        </message>
        <message>
            <source>怎么结束</source>
            <translation>Ended</translation>
        </message>
        <message>
            <source>以前的代办</source>
            <translation>Assisted before</translation>
        </message>
        <message>
            <source>替 {who} 办事</source>
            <translation>For {who}</translation>
        </message>
        <message>
            <source>怎么认出：{how}</source>
            <translation>Recognised: {how}</translation>
        </message>
        <message>
            <source>代办的人：{by}</source>
            <translation>Done by: {by}</translation>
        </message>
        <message>
            <source>什么也没有办。</source>
            <translation>Nothing was done.</translation>
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
            <translation>All is well</translation>
        </message>
        <message>
            <source>有人超时、寄放过久或预约未到时，会出现在这里。</source>
            <translation>Overstays, goods left too long and late guests will appear here.</translation>
        </message>
        <message numerus="yes">
            <source>另有 {n} 位亲友未登记离开</source>
            <translation>
                <numerusform>{n} visitor did not sign out</numerusform>
                <numerusform>{n} visitors did not sign out</numerusform>
            </translation>
        </message>
        <message>
            <source>另有 {n} 位不确定是否还在</source>
            <translation>{n} may still be here</translation>
        </message>
    </context>
    <context>
        <name>AuditPanel</name>
        <message>
            <source>操作记录</source>
            <translation>Audit trail</translation>
        </message>
        <message>
            <source>谁在什么时候做了什么。只能看，谁也改不了。</source>
            <translation>Who did what, and when. It can be read but not changed.</translation>
        </message>
        <message>
            <source>检查记录有没有被动过</source>
            <translation>Check for tampering</translation>
        </message>
        <message>
            <source>所有人</source>
            <translation>Everyone</translation>
        </message>
        <message>
            <source>正在逐条核对，请稍候</source>
            <translation>Checking every entry, please wait</translation>
        </message>
        <message>
            <source>{n} 条记录都完整，没有被动过</source>
            <translation>All {n} entries are intact; nothing has been changed</translation>
        </message>
        <message numerus="yes">
            <source>另有 {n} 条是别的电脑写的，请在那台电脑上检查。</source>
            <translation>
                <numerusform>{n} more line was written on another computer; check it there.</numerusform>
                <numerusform>{n} more lines were written on other computers; check them there.</numerusform>
            </translation>
        </message>
        <message>
            <source>第 {n} 条被改过</source>
            <translation>Entry {n} was changed</translation>
        </message>
        <message>
            <source>第 {n} 条之前少了记录</source>
            <translation>Entries before number {n} are missing</translation>
        </message>
        <message>
            <source>第 {n} 条以后的记录被删了</source>
            <translation>Entries after number {n} were deleted</translation>
        </message>
        <message>
            <source>请马上备份，并告诉管理员和社区。</source>
            <translation>Please back up at once and tell the manager and the community.</translation>
        </message>
        <message>
            <source>今天和昨天</source>
            <translation>Today and yesterday</translation>
        </message>
        <message>
            <source>最近 7 天</source>
            <translation>Last 7 days</translation>
        </message>
        <message>
            <source>最近一个月</source>
            <translation>Last month</translation>
        </message>
        <message>
            <source>全部</source>
            <translation>All</translation>
        </message>
        <message>
            <source>哪几天</source>
            <translation>Days</translation>
        </message>
        <message>
            <source>谁</source>
            <translation>Who</translation>
        </message>
        <message>
            <source>哪台电脑</source>
            <translation>Which computer</translation>
        </message>
        <message>
            <source>所有电脑</source>
            <translation>All computers</translation>
        </message>
        <message>
            <source>只看这一台</source>
            <translation>This one only</translation>
        </message>
        <message>
            <source>这几天没有记录。请换一段时间，或者选「所有人」。</source>
            <translation>Nothing on these days. Choose other days, or Everyone.</translation>
        </message>
        <message>
            <source>时间</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>做了什么</source>
            <translation>What was done</translation>
        </message>
        <message>
            <source>这一台</source>
            <translation>This one</translation>
        </message>
    </context>
    <context>
        <name>AutomationsPage</name>
        <message numerus="yes">
            <source>有 {n} 条规则暂停着</source>
            <translation>
                <numerusform>{n} rule is paused</numerusform>
                <numerusform>{n} rules are paused</numerusform>
            </translation>
        </message>
        <message>
            <source>到时间会自己恢复</source>
            <translation>They run again by themselves</translation>
        </message>
        <message>
            <source>这些事会自己做</source>
            <translation>This happens by itself</translation>
        </message>
        <message>
            <source>每次都记下来，随时可以暂停</source>
            <translation>Each time is written down, and each can be paused</translation>
        </message>
        <message>
            <source>改这条规则</source>
            <translation>Change this rule</translation>
        </message>
        <message>
            <source>加一条规则</source>
            <translation>Add a rule</translation>
        </message>
        <message>
            <source>存好就生效</source>
            <translation>It runs as soon as it is saved</translation>
        </message>
        <message>
            <source>报警还在哪里响</source>
            <translation>Where alarms ring as well</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>存好</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>去掉这条规则</source>
            <translation>Remove this rule</translation>
        </message>
        <message>
            <source>加规则</source>
            <translation>Add a rule</translation>
        </message>
        <message>
            <source>报警响到哪里</source>
            <translation>Where alarms ring</translation>
        </message>
        <message>
            <source>报警记录</source>
            <translation>Alarms so far</translation>
        </message>
        <message>
            <source>去掉这条规则？</source>
            <translation>Remove this rule?</translation>
        </message>
        <message>
            <source>以后不会再自己做。做过的记录留着。</source>
            <translation>It will not act any more. What it did stays on record.</translation>
        </message>
        <message>
            <source>去掉</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>先不去掉</source>
            <translation>Keep it</translation>
        </message>
        <message>
            <source>已存好，现在就生效</source>
            <translation>Saved, and running</translation>
        </message>
    </context>
    <context>
        <name>BackupPanel</name>
        <message>
            <source>正在备份，照常可以登记</source>
            <translation>Backing up; you can go on working</translation>
        </message>
        <message>
            <source>备份与恢复</source>
            <translation>Backup</translation>
        </message>
        <message>
            <source>电脑每天夜里自己备份一次。U 盘上最好也有一份，放在别处。</source>
            <translation>The computer backs itself up every night. Keep a copy on a stick too, somewhere else.</translation>
        </message>
        <message>
            <source>备份到 U 盘</source>
            <translation>Back up to the stick</translation>
        </message>
        <message>
            <source>备份到文件夹</source>
            <translation>Back up to a folder</translation>
        </message>
        <message>
            <source>备份到哪里？</source>
            <translation>Back up to where?</translation>
        </message>
        <message>
            <source>正在备份</source>
            <translation>Backing up</translation>
        </message>
        <message>
            <source>正在检查备份</source>
            <translation>Checking the backup</translation>
        </message>
        <message>
            <source>单位：MB</source>
            <translation>In MB</translation>
        </message>
        <message>
            <source>上一次试恢复：{when}，是好的</source>
            <translation>Last tried out: {when}, and it was good</translation>
        </message>
        <message>
            <source>备份好了，写完又读了一遍，没有错：{file}</source>
            <translation>Backed up, read back and found right: {file}</translation>
        </message>
        <message>
            <source>{when} 的备份是完好的，能恢复。里面是「{gate}」，记到 {until}，来访 {visits} 条，人员 {people} 位。</source>
            <translation>The backup of {when} is whole and can be restored. In it: '{gate}', up to {until}, visits: {visits}, people: {people}.</translation>
        </message>
        <message>
            <source>还没有备份可以检查。请先备份一次。</source>
            <translation>There is no backup to check yet. Please back up first.</translation>
        </message>
        <message>
            <source>还没有备份过</source>
            <translation>Never backed up</translation>
        </message>
        <message>
            <source>请现在备份一次。</source>
            <translation>Please back up now.</translation>
        </message>
        <message>
            <source>最近一次：{when}</source>
            <translation>Last backup: {when}</translation>
        </message>
        <message numerus="yes">
            <source>这台电脑上留着 {n} 份，最多留 14 天</source>
            <translation>
                <numerusform>{n} backup on this computer, kept for up to 14 days</numerusform>
                <numerusform>{n} backups on this computer, kept for up to 14 days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} 天没有备份到 U 盘了</source>
            <translation>
                <numerusform>No backup on a stick for {n} day</numerusform>
                <numerusform>No backup on a stick for {n} days</numerusform>
            </translation>
        </message>
        <message>
            <source>电脑丢了、坏了，U 盘上的那份还在。</source>
            <translation>If the computer is lost or broken, the copy on the stick is still there.</translation>
        </message>
        <message>
            <source>最近一次到「{stick}」：{when}</source>
            <translation>Last to '{stick}': {when}</translation>
        </message>
        <message>
            <source>没有看到 U 盘</source>
            <translation>No stick to be seen</translation>
        </message>
        <message>
            <source>插上 U 盘，过几秒会出现在这里。</source>
            <translation>Plug one in; it shows here after a few seconds.</translation>
        </message>
        <message>
            <source>还能放 {gb} GB</source>
            <translation>{gb} GB free</translation>
        </message>
        <message>
            <source>锁着，不能写。请拨开侧面的小开关。</source>
            <translation>Locked against writing. Slide back the little switch on its side.</translation>
        </message>
        <message>
            <source>备份到它</source>
            <translation>Back up to it</translation>
        </message>
        <message>
            <source>恢复到这一份</source>
            <translation>Restore this one</translation>
        </message>
        <message>
            <source>恢复到 {when} 吗？</source>
            <translation>Restore {when}?</translation>
        </message>
        <message>
            <source>那以后登记的内容不在里面。现在的数据会另存 14 天。程序会重新打开。</source>
            <translation>Anything recorded later is not in it. The current data is set aside for 14 days. The program restarts.</translation>
        </message>
        <message>
            <source>恢复</source>
            <translation>Restore</translation>
        </message>
        <message>
            <source>不恢复</source>
            <translation>Do not restore</translation>
        </message>
        <message>
            <source>选择备份文件</source>
            <translation>Choose a backup file</translation>
        </message>
        <message>
            <source>门岗台备份 (*.gdbackup);;所有文件 (*)</source>
            <translation>Gatehouse Desk backups (*.gdbackup);;All files (*)</translation>
        </message>
        <message>
            <source>恢复到 {when}</source>
            <translation>Restore {when}</translation>
        </message>
        <message>
            <source>换一个新的恢复码吗？</source>
            <translation>Make a new recovery code?</translation>
        </message>
        <message>
            <source>以后的备份只认新的恢复码。以前的备份还是用旧的，旧的那张纸请再留 14 天。</source>
            <translation>New backups only open with the new code. Earlier ones still need the old code, so keep that paper for another 14 days.</translation>
        </message>
        <message>
            <source>换新的</source>
            <translation>Make a new one</translation>
        </message>
        <message>
            <source>不换</source>
            <translation>Keep the old one</translation>
        </message>
        <message>
            <source>备份是锁着的：在这台电脑上直接能恢复，在别的电脑上要用抄在纸上的恢复码。</source>
            <translation>Backups are locked: this computer restores them by itself, any other needs the recovery code you wrote down.</translation>
        </message>
        <message>
            <source>数据的钥匙由这台电脑的系统保管。</source>
            <translation>The key is kept by this computer's system.</translation>
        </message>
        <message>
            <source>数据的钥匙用口令锁着，每次开机输入。</source>
            <translation>The key is protected by a passphrase, entered at every start.</translation>
        </message>
        <message>
            <source>数据的钥匙放在数据文件夹里，没有上锁：谁拷走文件夹，谁就能看到全部登记。</source>
            <translation>The key is unlocked in the data folder: anyone who copies the folder can read every record.</translation>
        </message>
        <message>
            <source>试一试最近的备份</source>
            <translation>Try out the newest backup</translation>
        </message>
        <message>
            <source>备份到别的文件夹</source>
            <translation>Back up to another folder</translation>
        </message>
        <message>
            <source>先试一试，不恢复</source>
            <translation>Try it out, restore nothing</translation>
        </message>
        <message>
            <source>多久提醒一次备份到 U 盘</source>
            <translation>Remind me of a backup on a stick every</translation>
        </message>
        <message numerus="yes">
            <source>{n} 天</source>
            <translation>
                <numerusform>{n} day</numerusform>
                <numerusform>{n} days</numerusform>
            </translation>
        </message>
        <message>
            <source>不提醒</source>
            <translation>Never</translation>
        </message>
        <message>
            <source>恢复码</source>
            <translation>Recovery code</translation>
        </message>
        <message>
            <source>电脑坏了，凭恢复码在另一台电脑上打开备份。纸丢了，请换一个新的。</source>
            <translation>If this computer breaks, the code opens a backup on another one. If the paper is lost, make a new code.</translation>
        </message>
        <message>
            <source>换一个新的恢复码</source>
            <translation>Make a new recovery code</translation>
        </message>
        <message>
            <source>已经抄好，收起来</source>
            <translation>I have written it down</translation>
        </message>
        <message>
            <source>恢复以前的数据</source>
            <translation>Restore earlier data</translation>
        </message>
        <message>
            <source>备份过以后，会列在这里。</source>
            <translation>Backups are listed here once made.</translation>
        </message>
        <message>
            <source>用别处的备份文件</source>
            <translation>Use a backup file from elsewhere</translation>
        </message>
        <message>
            <source>这台电脑自己的备份可以不填</source>
            <translation>Not needed for this computer's own backups</translation>
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
            <translation>Dismiss this message</translation>
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
            <translation>Switch to someone else, or lock the screen</translation>
        </message>
        <message>
            <source>{name} 当班</source>
            <translation>{name} on duty</translation>
        </message>
    </context>
    <context>
        <name>BeginView</name>
        <message>
            <source>请写是谁，比如「陈主任」。</source>
            <translation>Please write who it is, 'Director Chen' for instance.</translation>
        </message>
        <message>
            <source>谁来接待</source>
            <translation>Who receives</translation>
        </message>
        <message>
            <source>在哪里</source>
            <translation>Where</translation>
        </message>
        <message>
            <source>是哪里的</source>
            <translation>From which body</translation>
        </message>
        <message>
            <source>谁没来</source>
            <translation>Who is absent</translation>
        </message>
        <message>
            <source>几个小时</source>
            <translation>For how long</translation>
        </message>
        <message>
            <source>{n} 小时</source>
            <translation>{n} h</translation>
        </message>
        <message>
            <source>顶班的人会和没来的人写在一起。</source>
            <translation>Whoever stands in is written down beside the absent one.</translation>
        </message>
        <message>
            <source>不在排班里也可以接待，从现在开始算。</source>
            <translation>Residents can be received outside the roster, from now on.</translation>
        </message>
        <message>
            <source>都在，再加一位</source>
            <translation>All are here, one more</translation>
        </message>
    </context>
    <context>
        <name>Board</name>
        <message>
            <source>门岗告示牌</source>
            <translation>Gate board</translation>
        </message>
        <message>
            <source>什么</source>
            <translation>What</translation>
        </message>
        <message>
            <source>时间</source>
            <translation>Hours</translation>
        </message>
        <message>
            <source>电话</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>除颤器（AED）</source>
            <translation>Defibrillator (AED)</translation>
        </message>
        <message>
            <source>请您配合</source>
            <translation>Please</translation>
        </message>
        <message>
            <source>每天</source>
            <translation>every day</translation>
        </message>
        <message>
            <source>{first}到{last}</source>
            <translation>{first} to {last}</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>找谁</source>
            <translation>Whom to call</translation>
        </message>
        <message>
            <source>号码</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>来访请先到门岗，说一声找哪一户，由住户确认。</source>
            <translation>Visitors, please stop at the gate and say which home you want; the resident confirms.</translation>
        </message>
        <message>
            <source>外卖、快递报一声就放行，不用登记姓名。</source>
            <translation>Riders and couriers just say so and go in; no name is taken.</translation>
        </message>
        <message>
            <source>不愿意出示证件的，可以请住户来接，不会因此不让进。</source>
            <translation>Rather not show a document? A resident may come for you; nobody is kept out for that.</translation>
        </message>
        <message>
            <source>电动车不进楼道，消防通道不停车。</source>
            <translation>No e-bikes on the stairs, no parking in fire lanes.</translation>
        </message>
        <message>
            <source>有事请慢慢说，我们记下来，办完告诉您。</source>
            <translation>Tell us in your own time. We write it down and tell you when it is done.</translation>
        </message>
    </context>
    <context>
        <name>BodiesView</name>
        <message>
            <source>谁来办</source>
            <translation>Who answers</translation>
        </message>
        <message>
            <source>多久要答复</source>
            <translation>How long it may take</translation>
        </message>
        <message>
            <source>单位</source>
            <translation>Body</translation>
        </message>
        <message>
            <source>小区里怎么叫</source>
            <translation>What it is called here</translation>
        </message>
        <message>
            <source>是哪一级</source>
            <translation>Which level</translation>
        </message>
        <message>
            <source>电话</source>
            <translation>Phones</translation>
        </message>
        <message>
            <source>一行一个，先写谁，再写号码</source>
            <translation>One a line: who, then the number</translation>
        </message>
        <message>
            <source>哪些事先找它（一类事只归一家，勾了这家，别家就去掉）</source>
            <translation>What it is asked first about (each kind has one body: ticking it here takes it from the other)</translation>
        </message>
        <message>
            <source>去掉这个单位</source>
            <translation>Remove this body</translation>
        </message>
        <message>
            <source>哪一类事</source>
            <translation>Kind of matter</translation>
        </message>
        <message>
            <source>首次答复</source>
            <translation>First answer</translation>
        </message>
        <message>
            <source>办好</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>怎么算时间</source>
            <translation>Which hours count</translation>
        </message>
        <message>
            <source>{n} 小时</source>
            <translation>{n} h</translation>
        </message>
        <message>
            <source>{n} 天</source>
            <translation>{n} d</translation>
        </message>
        <message>
            <source>办事的单位</source>
            <translation>It does the work</translation>
        </message>
        <message>
            <source>社区：没人答复时报给它</source>
            <translation>Community: hears of late answers</translation>
        </message>
        <message>
            <source>街道：再没人答复报给它</source>
            <translation>Sub-district: hears of them after that</translation>
        </message>
        <message>
            <source>昼夜都算</source>
            <translation>Day and night</translation>
        </message>
        <message>
            <source>只算 8:00 到 20:00</source>
            <translation>Only 8:00 to 20:00</translation>
        </message>
        <message>
            <source>只对以后记下的事有效。到时间没人答复，就上报社区；再过一天，上报街道。</source>
            <translation>For matters noted from now on. Without an answer in time the community hears of it; a day later, the sub-district.</translation>
        </message>
        <message>
            <source>加一个单位…</source>
            <translation>Add a body</translation>
        </message>
    </context>
    <context>
        <name>BookTable</name>
        <message>
            <source>物品册</source>
            <translation>Asset book</translation>
        </message>
        <message>
            <source>物品</source>
            <translation>Thing</translation>
        </message>
        <message>
            <source>情况</source>
            <translation>Status</translation>
        </message>
    </context>
    <context>
        <name>BookView</name>
        <message>
            <source>请写这件东西叫什么</source>
            <translation>Please write what it is called</translation>
        </message>
        <message>
            <source>已存进物品册：{name}</source>
            <translation>Saved in the book: {name}</translation>
        </message>
        <message>
            <source>叫什么</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>编号</source>
            <translation>Number on it</translation>
        </message>
        <message>
            <source>是哪一种</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>怎么借</source>
            <translation>How it is lent</translation>
        </message>
        <message>
            <source>放在哪里</source>
            <translation>Where it is kept</translation>
        </message>
        <message>
            <source>一次借几小时</source>
            <translation>Hours at a time</translation>
        </message>
        <message>
            <source>下次检查的日子</source>
            <translation>Next inspection</translation>
        </message>
        <message>
            <source>少于几件要买</source>
            <translation>Buy when fewer than</translation>
        </message>
        <message>
            <source>包里有什么，一行一样</source>
            <translation>What is in the kit, one a line</translation>
        </message>
        <message>
            <source>例如：创可贴 10 2026-12-31（名称、几件、过期日）</source>
            <translation>Like: Plasters 10 2026-12-31 (name, how many, good until)</translation>
        </message>
        <message>
            <source>挂在哪个柜子里</source>
            <translation>In which locker</translation>
        </message>
        <message>
            <source>几号门</source>
            <translation>Which door</translation>
        </message>
        <message>
            <source>{n} 号</source>
            <translation>No. {n}</translation>
        </message>
        <message>
            <source>每次用完要擦洗</source>
            <translation>To be cleaned after each use</translation>
        </message>
        <message>
            <source>急用可以先拿走，后登记</source>
            <translation>In an emergency it may be taken first</translation>
        </message>
        <message>
            <source>轮-01</source>
            <translation>WC-01</translation>
        </message>
        <message>
            <source>门后、二号柜</source>
            <translation>Behind the door</translation>
        </message>
        <message>
            <source>不写就按种类</source>
            <translation>As its kind if left empty</translation>
        </message>
        <message>
            <source>别的电脑上的柜子</source>
            <translation>A locker at another computer</translation>
        </message>
        <message>
            <source>不在柜子里</source>
            <translation>In no locker</translation>
        </message>
        <message>
            <source>新的一件</source>
            <translation>A new thing</translation>
        </message>
        <message>
            <source>改这一件</source>
            <translation>Change this thing</translation>
        </message>
    </context>
    <context>
        <name>BriefingPage</name>
        <message>
            <source>谁值班</source>
            <translation>Who is on</translation>
        </message>
        <message>
            <source>谁要来</source>
            <translation>Who is expected</translation>
        </message>
        <message>
            <source>没办完的事</source>
            <translation>Still open</translation>
        </message>
        <message>
            <source>公示屏上挂着</source>
            <translation>On the public screen</translation>
        </message>
        <message>
            <source>看预约</source>
            <translation>Expected</translation>
        </message>
        <message>
            <source>看接待</source>
            <translation>Receptions</translation>
        </message>
        <message>
            <source>看公示屏</source>
            <translation>Public screen</translation>
        </message>
        <message>
            <source>念给我听</source>
            <translation>Read it to me</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>{start} 到 {end} 有接待</source>
            <translation>Residents are received from {start} to {end}</translation>
        </message>
        <message numerus="yes">
            <source>公示屏上有 {n} 条公告</source>
            <translation>
                <numerusform>{n} notice is on the public screen</numerusform>
                <numerusform>{n} notices are on the public screen</numerusform>
            </translation>
        </message>
        <message>
            <source>公示屏上没有公告</source>
            <translation>No notices on the public screen</translation>
        </message>
        <message>
            <source>。</source>
            <translation>. </translation>
        </message>
        <message>
            <source>半分钟看完今天</source>
            <translation>The whole day in half a minute</translation>
        </message>
        <message>
            <source>接待 {start}–{end}  {place}</source>
            <translation>Reception {start} to {end}  {place}</translation>
        </message>
        <message>
            <source>今天没有排班</source>
            <translation>No shifts today</translation>
        </message>
        <message>
            <source>没有公告，值班表会自己显示</source>
            <translation>No notices; the roster shows by itself</translation>
        </message>
        <message>
            <source>早上好，今天是这样</source>
            <translation>Good morning. This is today</translation>
        </message>
        <message>
            <source>下午好，今天是这样</source>
            <translation>Good afternoon. This is today</translation>
        </message>
        <message>
            <source>晚上好，今天是这样</source>
            <translation>Good evening. This is today</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>待定</source>
            <translation>not settled</translation>
        </message>
        <message>
            <source>{words}（现在）</source>
            <translation>{words} (now)</translation>
        </message>
        <message numerus="yes">
            <source>{start} 到 {end} {title}，{n} 人</source>
            <translation>
                <numerusform>{start} to {end} {title}, {n} person</numerusform>
                <numerusform>{start} to {end} {title}, {n} people</numerusform>
            </translation>
        </message>
        <message>
            <source>，</source>
            <translation>, </translation>
        </message>
        <message numerus="yes">
            <source>预约要来 {n} 位</source>
            <translation>
                <numerusform>{n} visitor is announced</numerusform>
                <numerusform>{n} visitors are announced</numerusform>
            </translation>
        </message>
        <message>
            <source>今天没有预约</source>
            <translation>Nobody is announced for today</translation>
        </message>
        <message>
            <source>下一位 {time}</source>
            <translation>next at {time}</translation>
        </message>
        <message numerus="yes">
            <source>现在有 {n} 位访客在里面</source>
            <translation>
                <numerusform>{n} visitor is inside now</numerusform>
                <numerusform>{n} visitors are inside now</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} 位超过了时间</source>
            <translation>
                <numerusform>{n} is over time</numerusform>
                <numerusform>{n} are over time</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} 件事没办完</source>
            <translation>
                <numerusform>{n} matter is open</numerusform>
                <numerusform>{n} matters are open</numerusform>
            </translation>
        </message>
        <message>
            <source>事情都办完了</source>
            <translation>Nothing is open</translation>
        </message>
        <message>
            <source>{n} 件过了答复时限</source>
            <translation>{n} past the time to answer</translation>
        </message>
        <message>
            <source>{n} 件一小时内要答复</source>
            <translation>{n} to answer within the hour</translation>
        </message>
        <message>
            <source>{n} 位等回电</source>
            <translation>{n} waiting to be called back</translation>
        </message>
        <message>
            <source>{n} 件寄放物品没取</source>
            <translation>{n} left at the gate to be fetched</translation>
        </message>
    </context>
    <context>
        <name>ButtonFace</name>
        <message>
            <source>回车</source>
            <translation>Enter</translation>
        </message>
    </context>
    <context>
        <name>CallRow</name>
        <message>
            <source>门岗电话</source>
            <translation>gatehouse</translation>
        </message>
        <message>
            <source>{n}. {who}（{kin}）</source>
            <translation>{n}. {who} ({kin})</translation>
        </message>
    </context>
    <context>
        <name>CallsView</name>
        <message>
            <source>今天没有要回的电话</source>
            <translation>No calls to make today</translation>
        </message>
        <message>
            <source>有了答复、居民还不知道的，会列在这里；打过电话，到那件事里按「居民满意」或「没办好」。</source>
            <translation>Residents who do not know their answer yet are listed here. After the call, press 'Resident content' or 'Not done' on the matter.</translation>
        </message>
        <message>
            <source>告诉居民：{answer}</source>
            <translation>Tell them: {answer}</translation>
        </message>
        <message>
            <source>还没有答复，说一声在办</source>
            <translation>No answer yet: say that it is under way</translation>
        </message>
        <message>
            <source>约了 {time}</source>
            <translation>Asked for {time}</translation>
        </message>
        <message>
            <source>{n} 秒后收起</source>
            <translation>Hidden in {n} s</translation>
        </message>
        <message>
            <source>看号码</source>
            <translation>Show number</translation>
        </message>
        <message>
            <source>打过了</source>
            <translation>Called</translation>
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
            <translation>Please look</translation>
        </message>
        <message>
            <source>自动选择</source>
            <translation>Choose automatically</translation>
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
            <translation>File or network camera</translation>
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
            <translation>A code should look sharp. No camera? A scanner or the keyboard works just as well.</translation>
        </message>
        <message>
            <source>开始使用</source>
            <translation>Start</translation>
        </message>
        <message>
            <source>下一步</source>
            <translation>Next</translation>
        </message>
        <message>
            <source>这里只用来扫码，画面不录像、不保存。</source>
            <translation>It is only used to read codes; nothing is recorded or kept.</translation>
        </message>
    </context>
    <context>
        <name>CapturePart</name>
        <message>
            <source>是两个人，照样录入</source>
            <translation>They are two people: enrol</translation>
        </message>
        <message>
            <source>重新来过</source>
            <translation>Begin again</translation>
        </message>
        <message>
            <source>不录入，用别的方式</source>
            <translation>No, use another way</translation>
        </message>
        <message>
            <source>先停下，用别的方式</source>
            <translation>Stop, use another way</translation>
        </message>
        <message>
            <source>采集好了，正在保存…</source>
            <translation>Captured. Saving ...</translation>
        </message>
        <message>
            <source>中途换了人，没有保存</source>
            <translation>The person changed midway; nothing was kept</translation>
        </message>
        <message>
            <source>和已经录入的{name}很像，还没有保存</source>
            <translation>Very like {name}, who is enrolled; nothing was kept yet</translation>
        </message>
        <message>
            <source>请按「重新来过」，从头到尾只一个人站在前面。</source>
            <translation>Press Begin again; only one person in front from beginning to end.</translation>
        </message>
        <message>
            <source>请看清楚：是同一个人，不要再录；是双胞胎、兄弟姐妹，才按左边的按钮。</source>
            <translation>Look closely: if it is the same person, do not enrol them again. Press the left button only for twins, brothers or sisters.</translation>
        </message>
        <message>
            <source>先照着说的转头，证明是真人。快门是自动的，不用按。</source>
            <translation>First turn the head as told, to show it is a real person. The shutter works by itself.</translation>
        </message>
        <message>
            <source>自动拍 {all} 张，已拍 {n} 张。照片不保存。</source>
            <translation>{n} of {all} pictures taken, by itself. They are not kept.</translation>
        </message>
    </context>
    <context>
        <name>CardPanel</name>
        <message>
            <source>机器读的{kind} {number}</source>
            <translation>{kind} {number}, read by machine</translation>
        </message>
        <message>
            <source>号码只留首尾几位</source>
            <translation>Only the first and last digits are kept</translation>
        </message>
        <message>
            <source>号码不保存</source>
            <translation>The number is not kept</translation>
        </message>
        <message>
            <source>{kind}上是 {name}</source>
            <translation>{kind}: {name}</translation>
        </message>
        <message>
            <source>表里填的是 {typed}，没有改动</source>
            <translation>The form says {typed}; nothing was changed</translation>
        </message>
        <message>
            <source>证件号码和表里的不一样，没有改动</source>
            <translation>Its number is not the one in the form; nothing was changed</translation>
        </message>
        <message>
            <source>用证件上的</source>
            <translation>Use the card</translation>
        </message>
        <message>
            <source>留下填的</source>
            <translation>Keep the form</translation>
        </message>
    </context>
    <context>
        <name>CardView</name>
        <message>
            <source>经过</source>
            <translation>What happened so far</translation>
        </message>
        <message>
            <source>答复：{text}</source>
            <translation>Answer: {text}</translation>
        </message>
        <message>
            <source>{owner}（{who}先负责，等他们接手）</source>
            <translation>{owner} ({who} is in charge until they take it on)</translation>
        </message>
        <message>
            <source>在等，到 {day}</source>
            <translation>Waiting until {day}</translation>
        </message>
        <message>
            <source>{n} 位居民反映同一件事</source>
            <translation>{n} residents said the same</translation>
        </message>
        <message>
            <source>和 {number} 是同一件事</source>
            <translation>Same as {number}</translation>
        </message>
        <message>
            <source>地点</source>
            <translation>Where</translation>
        </message>
        <message>
            <source>谁办</source>
            <translation>In charge</translation>
        </message>
        <message>
            <source>期限</source>
            <translation>Due</translation>
        </message>
        <message>
            <source>记下</source>
            <translation>Noted</translation>
        </message>
        <message>
            <source>同一件事</source>
            <translation>Same matter</translation>
        </message>
        <message>
            <source>没有留姓名和电话</source>
            <translation>No name or number left</translation>
        </message>
        <message>
            <source>不愿留名</source>
            <translation>Wishes to stay unnamed</translation>
        </message>
        <message>
            <source>{n} 秒后收起</source>
            <translation>Hidden in {n} s</translation>
        </message>
        <message>
            <source>看号码回电</source>
            <translation>Show number</translation>
        </message>
        <message>
            <source>先打 {first}！其他：{rest}</source>
            <translation>Call {first} first! Others: {rest}</translation>
        </message>
        <message>
            <source>电脑的时间改过或睡过，剩余时间可能不准，请看钟。</source>
            <translation>This computer's time was changed or it slept: the time left may be wrong. Please look at a clock.</translation>
        </message>
    </context>
    <context>
        <name>Cards</name>
        <message>
            <source>读到一张{kind}，还没有填到哪里</source>
            <translation>{kind} read; it is not in any form yet</translation>
        </message>
        <message>
            <source>登记来访</source>
            <translation>Register a visitor</translation>
        </message>
    </context>
    <context>
        <name>CheckPart</name>
        <message>
            <source>认出来以后不留记录，没认出来的也不保存。</source>
            <translation>No record is kept of whoever is recognised, and nothing of anybody else.</translation>
        </message>
        <message>
            <source>认出来就记上岗或下岗。</source>
            <translation>Whoever is recognised is clocked on or off.</translation>
        </message>
        <message>
            <source>{name}，{place}</source>
            <translation>{name}, {place}</translation>
        </message>
        <message>
            <source>是本小区住户</source>
            <translation>Lives here</translation>
        </message>
        <message>
            <source>有长得像的住户，还要再确认</source>
            <translation>Somebody here looks alike: one more check</translation>
        </message>
        <message>
            <source>请出示住户码，或者用门卡、密码。</source>
            <translation>Please show the household code, or use a card or PIN.</translation>
        </message>
        <message>
            <source>没有认出来，不等于不让进</source>
            <translation>Not recognised, which is not a refusal</translation>
        </message>
        <message>
            <source>请用二维码、门卡或密码；值班人员也可以按姓名查找。</source>
            <translation>Please use a code, card or PIN; whoever is on duty can also look up the name.</translation>
        </message>
        <message>
            <source>再看一次</source>
            <translation>Look again</translation>
        </message>
        <message>
            <source>用二维码、门卡或密码</source>
            <translation>Use code, card or PIN instead</translation>
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
            <translation>Several passes share these six digits. Please check which one it is</translation>
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
            <translation>Phone number or its last digits</translation>
        </message>
        <message>
            <source>寄放物品的取件码</source>
            <translation>Pick-up code for goods</translation>
        </message>
        <message>
            <source>都找一遍</source>
            <translation>Search everything</translation>
        </message>
    </context>
    <context>
        <name>CodeCard</name>
        <message>
            <source>已存成「{name}」。请存在 U 盘里收好，不要留在这台电脑上。</source>
            <translation>Saved as '{name}'. Keep it on a USB stick, not on this computer.</translation>
        </message>
        <message>
            <source>恢复码</source>
            <translation>Recovery code</translation>
        </message>
        <message>
            <source>存到哪里？</source>
            <translation>Save where?</translation>
        </message>
        <message>
            <source>恢复码.pdf</source>
            <translation>recovery-code.pdf</translation>
        </message>
        <message>
            <source>请不要拍照发到微信，也不要和这台电脑放在一起。没有 0、1、I、O 这几个容易看错的字。</source>
            <translation>Do not photograph or send it, and do not keep it next to this computer. The code never contains 0, 1, I or O.</translation>
        </message>
        <message>
            <source>打印</source>
            <translation>Print</translation>
        </message>
        <message>
            <source>存成文件</source>
            <translation>Save as a file</translation>
        </message>
    </context>
    <context>
        <name>CodeStep</name>
        <message>
            <source>请照着纸上的恢复码输一遍</source>
            <translation>Please type the recovery code from your paper</translation>
        </message>
        <message>
            <source>确认没有抄错。大小写都可以，横线不用输。</source>
            <translation>This checks that it was copied correctly. Capitals and dashes do not matter.</translation>
        </message>
        <message>
            <source>请把恢复码抄在纸上，锁好</source>
            <translation>Write the recovery code on paper and lock it away</translation>
        </message>
        <message>
            <source>电脑坏了、密码忘了，只有它能找回数据。我们没有备份，谁也不能代您找回。</source>
            <translation>If the computer breaks or a PIN is forgotten, only this code brings the data back. No one else has a copy.</translation>
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
        <name>CodeView</name>
        <message>
            <source>门岗电话 {phone}</source>
            <translation>Gatehouse phone {phone}</translation>
        </message>
        <message>
            <source>放在 {shelf}</source>
            <translation>On {shelf}</translation>
        </message>
        <message>
            <source>{time} 寄放</source>
            <translation>Left {time}</translation>
        </message>
        <message>
            <source>凭码领取，请勿转给别人。</source>
            <translation>Needed to collect the item. Please do not pass it on.</translation>
        </message>
        <message>
            <source>取件码</source>
            <translation>Pick-up code</translation>
        </message>
        <message>
            <source>给 {building} 栋</source>
            <translation>for building {building}</translation>
        </message>
        <message>
            <source>只显示这一次，不要写在物品上。</source>
            <translation>Shown only this once. Do not write it on the goods.</translation>
        </message>
    </context>
    <context>
        <name>CodeWords</name>
        <message>
            <source>户内码</source>
            <translation>Household code</translation>
        </message>
        <message>
            <source>户外码</source>
            <translation>Outdoor code</translation>
        </message>
        <message>
            <source>物品码</source>
            <translation>Item code</translation>
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
            <source>代表一户</source>
            <translation>Household</translation>
        </message>
        <message>
            <source>只指地点</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>轮椅、推车</source>
            <translation>Trolleys</translation>
        </message>
        <message>
            <source>储物柜</source>
            <translation>Doors</translation>
        </message>
        <message>
            <source>签到用</source>
            <translation>Clock-in</translation>
        </message>
        <message>
            <source>在用</source>
            <translation>In use</translation>
        </message>
        <message>
            <source>已补办新码</source>
            <translation>Replaced</translation>
        </message>
        <message>
            <source>已作废</source>
            <translation>Revoked</translation>
        </message>
        <message>
            <source>到 {time}</source>
            <translation>Until {time}</translation>
        </message>
        <message>
            <source>{time} 停用</source>
            <translation>Ended {time}</translation>
        </message>
        <message>
            <source>{time} {why}</source>
            <translation>{time} {why}</translation>
        </message>
        <message>
            <source>现在有效的来访证 {n} 张</source>
            <translation>Valid visitor passes: {n}</translation>
        </message>
        <message numerus="yes">
            <source>在用的{kind} {n} 个</source>
            <translation>
                <numerusform>{n} {kind} in use</numerusform>
                <numerusform>{n} {kind}s in use</numerusform>
            </translation>
        </message>
        <message>
            <source>还没有住户，导入名单后就能发码</source>
            <translation>No households yet. Import the list first, then issue codes</translation>
        </message>
        <message>
            <source>每一户都有{kind}了</source>
            <translation>Every household has its {kind}</translation>
        </message>
        <message numerus="yes">
            <source>还有 {n} 户没有{kind}</source>
            <translation>
                <numerusform>{n} household has no {kind}</numerusform>
                <numerusform>{n} households have no {kind}</numerusform>
            </translation>
        </message>
        <message>
            <source>{m} 户已经有了，{passes}</source>
            <translation>Households with one: {m}. {passes}</translation>
        </message>
    </context>
    <context>
        <name>CodesPage</name>
        <message>
            <source>作废{kind} {serial}</source>
            <translation>Revoke {kind} {serial}</translation>
        </message>
        <message>
            <source>作废后马上不能用，也不能恢复。扫到它会显示“已作废”。</source>
            <translation>It stops working at once and cannot be restored. Scanning it will show 'revoked'.</translation>
        </message>
        <message>
            <source>新发一些{kind}</source>
            <translation>Make new {kind}s</translation>
        </message>
        <message>
            <source>打印标签 {serial}</source>
            <translation>Print label {serial}</translation>
        </message>
        <message>
            <source>打印{kind}标签</source>
            <translation>Print {kind} labels</translation>
        </message>
        <message>
            <source>现在有效的来访证 {n} 张</source>
            <translation>Valid visitor passes: {n}</translation>
        </message>
        <message>
            <source>选中一张按回车，可以看，也可以作废。</source>
            <translation>Select one and press Enter to view or revoke it.</translation>
        </message>
        <message>
            <source>这个码是不是我们的？</source>
            <translation>Is this code one of ours?</translation>
        </message>
        <message>
            <source>{place} 还没有{kind}</source>
            <translation>{place} has no {kind} yet</translation>
        </message>
        <message>
            <source>{place} 的{kind}在用</source>
            <translation>{place}: {kind} in use</translation>
        </message>
        <message>
            <source>正在发{kind}</source>
            <translation>Issuing {kind}s</translation>
        </message>
        <message>
            <source>正在做{kind}标签</source>
            <translation>Making {kind} labels</translation>
        </message>
        <message>
            <source>{kind}已发好</source>
            <translation>All {kind}s are issued</translation>
        </message>
        <message>
            <source>{kind}标签已做好</source>
            <translation>The {kind} labels are ready</translation>
        </message>
        <message>
            <source>已停止发{kind}</source>
            <translation>Stopped issuing {kind}s</translation>
        </message>
        <message>
            <source>已停止做{kind}标签</source>
            <translation>Stopped making {kind} labels</translation>
        </message>
        <message>
            <source>可以照常放行，不用等。</source>
            <translation>You can go on working; no need to wait.</translation>
        </message>
        <message>
            <source>已发 {n} 个，都留着。剩下的可以再接着发。</source>
            <translation>{n} have been issued and stay valid. You can issue the rest later.</translation>
        </message>
        <message>
            <source>新发 {n} 个。下一步：打印标签。</source>
            <translation>{n} new codes. Next: print the labels.</translation>
        </message>
        <message>
            <source>没有写文件。</source>
            <translation>No file was written.</translation>
        </message>
        <message>
            <source>已存到 {path}</source>
            <translation>Saved to {path}</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>打印刚发的 {n} 张标签</source>
            <translation>Print the {n} new labels</translation>
        </message>
        <message>
            <source>先去导入住户名单</source>
            <translation>Import the residents first</translation>
        </message>
        <message numerus="yes">
            <source>给这 {n} 户发{kind}</source>
            <translation>
                <numerusform>Issue {n} {kind}</numerusform>
                <numerusform>Issue {n} {kind}s</numerusform>
            </translation>
        </message>
        <message>
            <source>打印标签</source>
            <translation>Print labels</translation>
        </message>
        <message>
            <source>有效来访证</source>
            <translation>Valid passes</translation>
        </message>
        <message>
            <source>发{kind}</source>
            <translation>Issue a {kind}</translation>
        </message>
        <message>
            <source>存成图片</source>
            <translation>Save picture</translation>
        </message>
        <message>
            <source>补办</source>
            <translation>Replace</translation>
        </message>
        <message>
            <source>作废</source>
            <translation>Revoke</translation>
        </message>
        <message>
            <source>作废，不能恢复</source>
            <translation>Revoke for good</translation>
        </message>
        <message>
            <source>先选一个原因</source>
            <translation>Choose a reason first</translation>
        </message>
        <message numerus="yes">
            <source>发 {n} 个{kind}</source>
            <translation>
                <numerusform>Issue {n} {kind}</numerusform>
                <numerusform>Issue {n} {kind}s</numerusform>
            </translation>
        </message>
        <message>
            <source>存成 PDF 文件</source>
            <translation>Save as PDF</translation>
        </message>
        <message>
            <source>打开文件，去打印</source>
            <translation>Open to print</translation>
        </message>
        <message>
            <source>打开文件夹</source>
            <translation>Open folder</translation>
        </message>
        <message>
            <source>看这一张</source>
            <translation>View this pass</translation>
        </message>
        <message numerus="yes">
            <source>给 {n} 户各发一个{kind}？</source>
            <translation>
                <numerusform>Issue a {kind} to {n} household?</numerusform>
                <numerusform>Issue a {kind} to each of {n} households?</numerusform>
            </translation>
        </message>
        <message>
            <source>已经有码的住户不变。发好以后可以接着打印标签。</source>
            <translation>Households that already have one keep it. You can print the labels afterwards.</translation>
        </message>
        <message>
            <source>发码</source>
            <translation>Issue codes</translation>
        </message>
        <message>
            <source>先不发</source>
            <translation>Not now</translation>
        </message>
        <message>
            <source>补办 {serial}？</source>
            <translation>Replace {serial}?</translation>
        </message>
        <message>
            <source>旧码马上作废，贴着的旧标签不能再用。请打印新标签换上。</source>
            <translation>The old code is revoked at once and its label stops working. Please print the new label and put it up.</translation>
        </message>
        <message>
            <source>补办新码</source>
            <translation>Make a new code</translation>
        </message>
        <message>
            <source>先不补办</source>
            <translation>Not now</translation>
        </message>
        <message>
            <source>新码已经好了，请打印标签。</source>
            <translation>The new code is ready. Please print its label.</translation>
        </message>
        <message>
            <source>{kind}标签.pdf</source>
            <translation>{kind} labels.pdf</translation>
        </message>
        <message>
            <source>标签存到哪里？</source>
            <translation>Where should the labels be saved?</translation>
        </message>
        <message>
            <source>图片存到哪里？</source>
            <translation>Where should the picture be saved?</translation>
        </message>
    </context>
    <context>
        <name>ConflictPanel</name>
        <message>
            <source>现在用的是</source>
            <translation>In use now</translation>
        </message>
        <message>
            <source>用这个</source>
            <translation>Use this</translation>
        </message>
        <message>
            <source>另一处写的是</source>
            <translation>Written elsewhere</translation>
        </message>
        <message>
            <source>这一条后来被删除了，不用再选。按「知道了」收起来。</source>
            <translation>It was deleted meanwhile; nothing is left to choose. Press 'Got it'.</translation>
        </message>
        <message>
            <source>您现在的身份不能定，请值班长或管理员来选。</source>
            <translation>Your role may not decide this. Please ask the shift lead or a manager.</translation>
        </message>
        <message>
            <source>{n} 秒后遮住。看过记在操作记录里。</source>
            <translation>Covered again in {n} s. That you looked is in the audit trail.</translation>
        </message>
        <message>
            <source>选好以后，别的门岗也会改成一样的。拿不准就先问本人，不着急。</source>
            <translation>Once chosen, the other gates follow. Not sure? Ask the person first, there is no hurry.</translation>
        </message>
        <message>
            <source>遮住的部分不一样，请按「看全部内容」再选。</source>
            <translation>They differ in the masked part: press 'Show in full', then choose.</translation>
        </message>
        <message>
            <source>都不对？写正确的</source>
            <translation>Neither? Type the right one</translation>
        </message>
        <message>
            <source>用我写的</source>
            <translation>Use what I typed</translation>
        </message>
    </context>
    <context>
        <name>ConsentPart</name>
        <message>
            <source>还没有签名。愿意的话请先签名；不愿意，按右边的按钮就行。</source>
            <translation>Not signed yet. If you agree, please sign first; if not, press the button on the right.</translation>
        </message>
        <message>
            <source>我同意{handler}为了「{purpose}」录入我的人脸信息。</source>
            <translation>I agree that {handler} enrols my face for this purpose: {purpose}.</translation>
        </message>
        <message>
            <source>同意与否由您自己决定。不录入，照样用二维码、门卡或密码；录入以后，随时可以在任何一个门岗撤回。</source>
            <translation>It is up to you. Without it you use a code, card or PIN as before; with it you can withdraw at any gate, at any time.</translation>
        </message>
        <message>
            <source>手不方便签：口头同意，值班人员见证</source>
            <translation>Cannot sign: agreed aloud, witnessed by whoever is on duty</translation>
        </message>
        <message>
            <source>重新签</source>
            <translation>Sign again</translation>
        </message>
        <message>
            <source>我同意录入</source>
            <translation>I agree</translation>
        </message>
        <message>
            <source>不录入，用别的方式</source>
            <translation>No, use another way</translation>
        </message>
    </context>
    <context>
        <name>CorrectPanel</name>
        <message>
            <source>请写一句为什么更正</source>
            <translation>Please say why</translation>
        </message>
        <message>
            <source>只填要改的，其他空着。原来的内容会留在经过里</source>
            <translation>Only fill in what changes. The old details stay in the history</translation>
        </message>
        <message>
            <source>记下更正</source>
            <translation>Save the correction</translation>
        </message>
        <message>
            <source>{n} 人</source>
            <translation>{n}</translation>
        </message>
        <message>
            <source>为什么更正</source>
            <translation>Reason for the correction</translation>
        </message>
    </context>
    <context>
        <name>CountRow</name>
        <message>
            <source>为什么对不上？比如：物业借走一把</source>
            <translation>Why does it differ? Such as: property has one</translation>
        </message>
        <message>
            <source>为什么对不上</source>
            <translation>Why it differs</translation>
        </message>
        <message>
            <source>对得上</source>
            <translation>All there</translation>
        </message>
        <message>
            <source>应有 {n}</source>
            <translation>{n} expected</translation>
        </message>
        <message>
            <source>{name}少一个</source>
            <translation>One less: {name}</translation>
        </message>
        <message>
            <source>{name}多一个</source>
            <translation>One more: {name}</translation>
        </message>
    </context>
    <context>
        <name>CoverPad</name>
        <message numerus="yes">
            <source>找到 {n} 张脸，已经涂掉。</source>
            <translation>
                <numerusform>{n} face was found and painted over. </numerusform>
                <numerusform>{n} faces were found and painted over. </numerusform>
            </translation>
        </message>
        <message>
            <source>没有找到脸。</source>
            <translation>No face was found. </translation>
        </message>
        <message>
            <source>照片，按住拖一下就涂掉一块</source>
            <translation>Photo: drag to paint over a part</translation>
        </message>
        <message>
            <source>车牌、门牌和没找到的脸，请按住拖一下涂掉；涂错了，点一下那块就还原。</source>
            <translation>Drag over plates, door numbers and faces that were missed; tap a painted part to uncover it.</translation>
        </message>
        <message>
            <source>照片这样可以吗？</source>
            <translation>Is the photo right like this?</translation>
        </message>
        <message>
            <source>用这张</source>
            <translation>Use it</translation>
        </message>
        <message>
            <source>不要了</source>
            <translation>Do not use it</translation>
        </message>
        <message>
            <source>照片</source>
            <translation>Photo</translation>
        </message>
        <message>
            <source>看好了</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>去掉这张</source>
            <translation>Take it out</translation>
        </message>
    </context>
    <context>
        <name>DayTable</name>
        <message>
            <source>今天当班的人</source>
            <translation>Who is on today</translation>
        </message>
        <message>
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>身份</source>
            <translation>Capacity</translation>
        </message>
        <message>
            <source>班次</source>
            <translation>Shift</translation>
        </message>
        <message>
            <source>时间</source>
            <translation>Hours</translation>
        </message>
        <message>
            <source>情况</source>
            <translation>Now</translation>
        </message>
    </context>
    <context>
        <name>DaysPanel</name>
        <message>
            <source>哪天</source>
            <translation>Day</translation>
        </message>
        <message>
            <source>怎么样</source>
            <translation>What</translation>
        </message>
        <message>
            <source>说明</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>放假、停班和加班次</source>
            <translation>Days off, closed and extra shifts</translation>
        </message>
        <message>
            <source>哪种班</source>
            <translation>Which shift</translation>
        </message>
        <message>
            <source>要几人</source>
            <translation>People needed</translation>
        </message>
        <message>
            <source>从哪天起</source>
            <translation>From</translation>
        </message>
        <message>
            <source>到哪天</source>
            <translation>Until</translation>
        </message>
        <message>
            <source>什么日子</source>
            <translation>What day it is</translation>
        </message>
        <message>
            <source>放假，都不排</source>
            <translation>Day off for every shift</translation>
        </message>
        <message>
            <source>停一种班</source>
            <translation>Close one kind of shift</translation>
        </message>
        <message>
            <source>加一种班</source>
            <translation>One kind of shift besides</translation>
        </message>
        <message>
            <source>比如 元旦</source>
            <translation>such as New Year</translation>
        </message>
        <message>
            <source>在上面选好日子，按「加上」，排班时就照这个来。</source>
            <translation>Choose the days above and press Add; the roster will follow.</translation>
        </message>
        <message>
            <source>没有放假、停班或加班次的日子</source>
            <translation>No day is unlike its weekday</translation>
        </message>
        <message>
            <source>放假，不排班</source>
            <translation>Day off, no shifts</translation>
        </message>
        <message>
            <source>停班</source>
            <translation>Closed</translation>
        </message>
        <message>
            <source>加班次</source>
            <translation>Extra shift</translation>
        </message>
        <message>
            <source>{n} 人</source>
            <translation>for {n}</translation>
        </message>
    </context>
    <context>
        <name>DevicePanel</name>
        <message>
            <source>没有启用</source>
            <translation>Not in use</translation>
        </message>
        <message>
            <source>正常</source>
            <translation>Works</translation>
        </message>
        <message>
            <source>正在连接</source>
            <translation>Connecting</translation>
        </message>
        <message>
            <source>有问题</source>
            <translation>Trouble</translation>
        </message>
        <message>
            <source>已经停用，按下面的「启用」再用它。</source>
            <translation>It is switched off. Press 'Use it again' below.</translation>
        </message>
        <message>
            <source>最近一次：{words}</source>
            <translation>Last: {words}</translation>
        </message>
        <message>
            <source>练习用，不接机器</source>
            <translation>for practice, no machine</translation>
        </message>
        <message numerus="yes">
            <source>{n} 件在等</source>
            <translation>
                <numerusform>{n} job waits</numerusform>
                <numerusform>{n} jobs wait</numerusform>
            </translation>
        </message>
        <message>
            <source>试一试</source>
            <translation>Try it</translation>
        </message>
        <message>
            <source>它只会说，不用吩咐：放一张卡、扫一个码、按一下按钮试试。</source>
            <translation>It speaks by itself: try a card, a code or a press of its button.</translation>
        </message>
        <message>
            <source>修好了，再连一次</source>
            <translation>It is mended, connect again</translation>
        </message>
        <message>
            <source>练习</source>
            <translation>Practice</translation>
        </message>
        <message>
            <source>让它出这种故障：</source>
            <translation>Let it have this fault:</translation>
        </message>
        <message>
            <source>在它跟前做这些：</source>
            <translation>Do this in front of it:</translation>
        </message>
    </context>
    <context>
        <name>Devices</name>
        <message>
            <source>用完了</source>
            <translation>used up</translation>
        </message>
        <message>
            <source>最近没人用</source>
            <translation>not used lately</translation>
        </message>
        <message>
            <source>今天就会用完</source>
            <translation>gone today</translation>
        </message>
        <message>
            <source>还够一天</source>
            <translation>lasts a day</translation>
        </message>
        <message>
            <source>还够 {n} 天</source>
            <translation>lasts {n} days</translation>
        </message>
    </context>
    <context>
        <name>DevicesActs</name>
        <message>
            <source>还没有接设备</source>
            <translation>No device yet</translation>
        </message>
        <message>
            <source>正在看接了什么</source>
            <translation>Looking at what is attached</translation>
        </message>
        <message numerus="yes">
            <source>{n} 台设备有问题</source>
            <translation>
                <numerusform>{n} device has trouble</numerusform>
                <numerusform>{n} devices have trouble</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} 台设备都正常</source>
            <translation>
                <numerusform>{n} device, and it works</numerusform>
                <numerusform>{n} devices, and all work</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} 件事没把握，请看一看</source>
            <translation>
                <numerusform>{n} thing is not certain, please look</numerusform>
                <numerusform>{n} things are not certain, please look</numerusform>
            </translation>
        </message>
        <message>
            <source>快没有了：{names}</source>
            <translation>Running out: {names}</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>；</source>
            <translation>; </translation>
        </message>
        <message>
            <source>改「{name}」</source>
            <translation>Change '{name}'</translation>
        </message>
        <message>
            <source>接的是哪一个？</source>
            <translation>Which one is it?</translation>
        </message>
        <message>
            <source>它是什么？</source>
            <translation>What is it?</translation>
        </message>
        <message>
            <source>是哪种型号？</source>
            <translation>Which model?</translation>
        </message>
        <message>
            <source>看看它在不在</source>
            <translation>Is it there?</translation>
        </message>
        <message>
            <source>给它起个名字</source>
            <translation>What do you call it?</translation>
        </message>
        <message>
            <source>加设备，第 {n} 步，共 {all} 步</source>
            <translation>Adding a device, step {n} of {all}</translation>
        </message>
        <message>
            <source>还没有登记耗材</source>
            <translation>No supplies noted yet</translation>
        </message>
        <message numerus="yes">
            <source>{n} 样快没有了</source>
            <translation>
                <numerusform>{n} thing is running out</numerusform>
                <numerusform>{n} things are running out</numerusform>
            </translation>
        </message>
        <message>
            <source>按最近两周用的算。</source>
            <translation>By the use of the last two weeks.</translation>
        </message>
        <message>
            <source>耗材都够用</source>
            <translation>Supplies will last</translation>
        </message>
        <message>
            <source>看过实物，再告诉我成了没有。</source>
            <translation>Look at the thing itself, then say whether it was done.</translation>
        </message>
        <message>
            <source>设备做过的事</source>
            <translation>What devices did</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>看没把握的</source>
            <translation>See what is not certain</translation>
        </message>
        <message>
            <source>加设备</source>
            <translation>Add a device</translation>
        </message>
        <message>
            <source>耗材</source>
            <translation>Supplies</translation>
        </message>
        <message>
            <source>做过的事</source>
            <translation>What was done</translation>
        </message>
        <message>
            <source>启用</source>
            <translation>Use it again</translation>
        </message>
        <message>
            <source>停用</source>
            <translation>Switch off</translation>
        </message>
        <message>
            <source>改设置</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>去掉</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>下一步</source>
            <translation>Next</translation>
        </message>
        <message>
            <source>再问一次</source>
            <translation>Ask again</translation>
        </message>
        <message>
            <source>先加上，以后再接</source>
            <translation>Add it now, connect it later</translation>
        </message>
        <message>
            <source>保存</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>补货</source>
            <translation>Refill</translation>
        </message>
        <message>
            <source>数一数</source>
            <translation>Count</translation>
        </message>
        <message>
            <source>加一样</source>
            <translation>Add a thing</translation>
        </message>
        <message>
            <source>改</source>
            <translation>Change</translation>
        </message>
        <message>
            <source>看过了：「{what}」成了</source>
            <translation>I looked: '{what}' was done</translation>
        </message>
        <message>
            <source>看过了：没成</source>
            <translation>I looked: it was not</translation>
        </message>
        <message>
            <source>去掉了「{name}」</source>
            <translation>Removed '{name}'</translation>
        </message>
        <message numerus="yes">
            <source>补了 {n} 份</source>
            <translation>
                <numerusform>{n} put in</numerusform>
                <numerusform>{n} put in</numerusform>
            </translation>
        </message>
        <message>
            <source>记下了，和账上差 {n}</source>
            <translation>Noted, {n} apart from the books</translation>
        </message>
        <message>
            <source>记下了，和账上一样</source>
            <translation>Noted, as on the books</translation>
        </message>
        <message>
            <source>加好了</source>
            <translation>Added</translation>
        </message>
        <message>
            <source>保存了</source>
            <translation>Saved</translation>
        </message>
        <message>
            <source>停用了</source>
            <translation>Switched off</translation>
        </message>
        <message>
            <source>启用了</source>
            <translation>In use again</translation>
        </message>
        <message>
            <source>记下了</source>
            <translation>Noted</translation>
        </message>
        <message>
            <source>成了</source>
            <translation>Done</translation>
        </message>
    </context>
    <context>
        <name>DevicesPanel</name>
        <message>
            <source>摄像头、扫码枪、打印机</source>
            <translation>Camera, scanner, printer</translation>
        </message>
        <message>
            <source>举一张码试试：画面里读到了，就会跳出结果。</source>
            <translation>Hold up a code to try: once read, its result appears.</translation>
        </message>
        <message>
            <source>每次打印时再问</source>
            <translation>Ask every time</translation>
        </message>
        <message>
            <source>{name}（现在没有接上）</source>
            <translation>{name} (not connected now)</translation>
        </message>
        <message>
            <source>设备：扫码枪、读卡器、打印机、道闸、柜子、口罩机</source>
            <translation>Devices: scanners, printers, lockers</translation>
        </message>
        <message>
            <source>摄像头</source>
            <translation>Camera</translation>
        </message>
        <message>
            <source>扫码枪</source>
            <translation>Scanner</translation>
        </message>
        <message>
            <source>打印机</source>
            <translation>Printer</translation>
        </message>
        <message>
            <source>打印到哪里</source>
            <translation>Print to</translation>
        </message>
        <message>
            <source>选定以后，按「打印」就直接打印</source>
            <translation>Once chosen, pressing Print prints at once</translation>
        </message>
        <message>
            <source>这台电脑还没有打印机。要打印时，会存成文件。</source>
            <translation>This computer has no printer yet. Anything you print is saved as a file.</translation>
        </message>
        <message>
            <source>像键盘一样打字的扫码枪，插上就能用。接在串口上的，请在上面的「设备」里加。</source>
            <translation>Scanners that type like a keyboard work once plugged in. One on a serial port is added under Devices, above.</translation>
        </message>
    </context>
    <context>
        <name>DistrictBanner</name>
        <message>
            <source>看全文</source>
            <translation>Read all</translation>
        </message>
        <message>
            <source>知道了</source>
            <translation>OK</translation>
        </message>
        <message>
            <source>街道紧急通知</source>
            <translation>Emergency notice of the sub-district</translation>
        </message>
        <message>
            <source>街道通知</source>
            <translation>Sub-district notice</translation>
        </message>
        <message>
            <source>{who} · 后面还有 {n} 条</source>
            <translation>{who} · {n} more after it</translation>
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
            <translation>Already registered a moment ago; nothing was recorded twice</translation>
        </message>
        <message>
            <source>上一次来访已同时登记离开</source>
            <translation>Their earlier visit has been checked out</translation>
        </message>
        <message>
            <source>没有留姓名</source>
            <translation>No name given</translation>
        </message>
        <message>
            <source>{name}（{n} 人）</source>
            <translation>{name} ({n} people)</translation>
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
            <source>证件</source>
            <translation>Document</translation>
        </message>
        <message>
            <source>{kind}，机器读的</source>
            <translation>{kind}, read by machine</translation>
        </message>
        <message>
            <source>来访证送去打印了，请稍等。</source>
            <translation>The pass is on its way to the printer.</translation>
        </message>
        <message>
            <source>来访证请交给来人，下次一扫就进。</source>
            <translation>Please hand over the pass: next time one scan lets them in.</translation>
        </message>
        <message>
            <source>人已经放行。来访证没有印出来：可以再印一次，或者点“给一张来访证”给来人拍照。</source>
            <translation>They are admitted. The pass did not come out: print it again, or press 'Give a pass' to have it photographed.</translation>
        </message>
        <message>
            <source>请把临时牌 {badge} 交给来人，离开时收回。</source>
            <translation>Hand over badge {badge} and take it back when they leave.</translation>
        </message>
        <message>
            <source>施工人员离开要登记。可以给一张来访证，出门时一扫就好。</source>
            <translation>Contractors must be checked out. With a pass, one scan on the way out is enough.</translation>
        </message>
        <message>
            <source>已经是夜里了。如果要过夜，请在这次来访里写明住几晚。</source>
            <translation>It is late. If they are staying overnight, open this visit and enter the nights.</translation>
        </message>
        <message>
            <source>要进出几次的，可以给一张来访证，下次一扫就进。</source>
            <translation>Coming and going today? Give them a pass: next time one scan is enough.</translation>
        </message>
    </context>
    <context>
        <name>DoneView</name>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>要延长请打门岗电话 {phone}</source>
            <translation>To keep it longer, ring the gatehouse: {phone}</translation>
        </message>
        <message>
            <source>谁来还都行。用坏了请说一声。</source>
            <translation>Anybody may bring it back. Please say so if it broke.</translation>
        </message>
        <message>
            <source>借条，请在这之前归还</source>
            <translation>On loan: please bring it back by</translation>
        </message>
        <message>
            <source>{time} 前还</source>
            <translation>Due {time}</translation>
        </message>
        <message>
            <source>不用还</source>
            <translation>To keep</translation>
        </message>
        <message>
            <source>先去用吧。忙完了在借出单里补上是谁借的。</source>
            <translation>Off it goes. Add who took it when there is time.</translation>
        </message>
        <message>
            <source>谁来还都行，扫一下物品码就收回。</source>
            <translation>Anybody may bring it back: one scan and it is in.</translation>
        </message>
        <message>
            <source>要签名的话，请借的人在这里写</source>
            <translation>If a signature is wanted, the borrower signs here</translation>
        </message>
        <message>
            <source>重写</source>
            <translation>Again</translation>
        </message>
    </context>
    <context>
        <name>Door</name>
        <message>
            <source>这个门岗已经搬到另一台电脑</source>
            <translation>This desk has moved to another computer</translation>
        </message>
        <message>
            <source>请在新电脑上登记。这里只能看；要收回来，或者清除这台电脑上的资料，请管理员登录后到「设置」里办。</source>
            <translation>Record on the new computer. Here one can only look; a manager can take it back or delete what is here, under Settings.</translation>
        </message>
        <message>
            <source>这台电脑不再登记</source>
            <translation>This computer records no more</translation>
        </message>
        <message>
            <source>打开看看</source>
            <translation>Open to look</translation>
        </message>
        <message>
            <source>正在恢复，请不要关电脑</source>
            <translation>Restoring; please leave the computer on</translation>
        </message>
        <message>
            <source>正在重新布置练习小区，十秒钟左右</source>
            <translation>Setting up the practice estate again, about ten seconds</translation>
        </message>
        <message>
            <source>没有恢复，原来的数据还在</source>
            <translation>Not restored; your data is unchanged</translation>
        </message>
        <message>
            <source>这份备份没有用上</source>
            <translation>This backup was not used</translation>
        </message>
        <message>
            <source>继续用原来的数据</source>
            <translation>Go on with the existing data</translation>
        </message>
        <message>
            <source>这台电脑里的资料已经清除</source>
            <translation>What was on this computer has been wiped</translation>
        </message>
        <message>
            <source>没来得及送出的登记都已封好，只有中心打得开。要再用这台电脑，请找管理员。</source>
            <translation>Anything unsent was sealed; only the hub can open it. To use this computer again, ask the manager.</translation>
        </message>
        <message>
            <source>中心停用了这台电脑</source>
            <translation>The hub has revoked this computer</translation>
        </message>
        <message>
            <source>从头设置这台电脑</source>
            <translation>Set this computer up afresh</translation>
        </message>
        <message>
            <source>正在打开，请稍候</source>
            <translation>Opening, please wait</translation>
        </message>
        <message>
            <source>第一次做演示数据要一两分钟。</source>
            <translation>Making the demo estate takes a minute or two the first time.</translation>
        </message>
        <message>
            <source>几秒钟就好。</source>
            <translation>This takes a few seconds.</translation>
        </message>
        <message>
            <source>刚更新过，正在检查新版本</source>
            <translation>Just updated; checking the new version</translation>
        </message>
        <message>
            <source>大约一分钟，请不要关电脑。</source>
            <translation>About a minute. Please do not turn the computer off.</translation>
        </message>
    </context>
    <context>
        <name>DoorField</name>
        <message>
            <source>没有找到这一户，请再看一下房号</source>
            <translation>No such household. Please check the room number</translation>
        </message>
        <message>
            <source>房号 3-1-1202 或姓名拼音</source>
            <translation>Room 3-1-1202 or a name</translation>
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
        <name>DoorPanel</name>
        <message>
            <source>楼栋</source>
            <translation>Building</translation>
        </message>
        <message>
            <source>比如 3</source>
            <translation>e.g. 3</translation>
        </message>
        <message>
            <source>单元</source>
            <translation>Unit</translation>
        </message>
        <message>
            <source>没有单元就空着</source>
            <translation>Leave empty if there is none</translation>
        </message>
        <message>
            <source>房号</source>
            <translation>Room</translation>
        </message>
        <message>
            <source>比如 1202</source>
            <translation>e.g. 1202</translation>
        </message>
    </context>
    <context>
        <name>DraftView</name>
        <message>
            <source>数一数</source>
            <translation>Please count</translation>
        </message>
        <message>
            <source>还有什么要交代？</source>
            <translation>Anything else to pass on?</translation>
        </message>
        <message>
            <source>可不填</source>
            <translation>Optional</translation>
        </message>
        <message>
            <source>没人接班，{time} 起留下值守。接班的人来了，在这里交班。</source>
            <translation>No relief came, staying on since {time}. When the relief comes, hand over here.</translation>
        </message>
    </context>
    <context>
        <name>DutyPage</name>
        <message>
            <source>上个月</source>
            <translation>Month before</translation>
        </message>
        <message>
            <source>下个月</source>
            <translation>Month after</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>刷脸</source>
            <translation>By face</translation>
        </message>
        <message>
            <source>换班、请假</source>
            <translation>Swap or take leave</translation>
        </message>
        <message>
            <source>存到手机日历</source>
            <translation>Save for the phone</translation>
        </message>
        <message>
            <source>全月值班表</source>
            <translation>Whole month</translation>
        </message>
        <message>
            <source>上岗、下岗</source>
            <translation>Clock on or off</translation>
        </message>
        <message>
            <source>我的班</source>
            <translation>My shifts</translation>
        </message>
        <message>
            <source>排班</source>
            <translation>Roster</translation>
        </message>
        <message>
            <source>队员</source>
            <translation>Team</translation>
        </message>
        <message>
            <source>时长</source>
            <translation>Hours</translation>
        </message>
        <message>
            <source>交接班</source>
            <translation>Handover</translation>
        </message>
        <message>
            <source>由值班台代记{what}</source>
            <translation>{what} by the desk</translation>
        </message>
        <message>
            <source>去排班</source>
            <translation>Go to the roster</translation>
        </message>
        <message>
            <source>存成图片，发到群里</source>
            <translation>Save a picture for the chat</translation>
        </message>
        <message>
            <source>打印</source>
            <translation>Print</translation>
        </message>
        <message>
            <source>存成日历</source>
            <translation>Save as calendar</translation>
        </message>
        <message>
            <source>图片存到哪里？</source>
            <translation>Where should the picture go?</translation>
        </message>
        <message>
            <source>图片 (*.png)</source>
            <translation>Picture (*.png)</translation>
        </message>
        <message>
            <source>图片存好了：{name}</source>
            <translation>Picture saved: {name}</translation>
        </message>
        <message>
            <source>我的班.ics</source>
            <translation>my-shifts.ics</translation>
        </message>
        <message>
            <source>值班表.ics</source>
            <translation>roster.ics</translation>
        </message>
        <message>
            <source>日历存到哪里？</source>
            <translation>Where should the calendar go?</translation>
        </message>
        <message>
            <source>日历 (*.ics)</source>
            <translation>Calendar (*.ics)</translation>
        </message>
        <message>
            <source>已存好 {name}，发到手机上打开就能加进日历</source>
            <translation>{name} is saved. Send it to a phone and open it to add the shifts</translation>
        </message>
    </context>
    <context>
        <name>DutyWords</name>
        <message>
            <source>谁来上岗，或者下岗？</source>
            <translation>Who comes, or goes?</translation>
        </message>
        <message>
            <source>扫值班码最快；没带，就在这里找名字</source>
            <translation>Scanning the duty card is quickest; without it, find the name here</translation>
        </message>
        <message>
            <source>正在看今天谁当班…</source>
            <translation>Looking up who is on today</translation>
        </message>
        <message numerus="yes">
            <source>现在有 {n} 人在岗</source>
            <translation>
                <numerusform>{n} person is on duty</numerusform>
                <numerusform>{n} people are on duty</numerusform>
            </translation>
        </message>
        <message>
            <source>现在没有人在岗</source>
            <translation>Nobody is on duty now</translation>
        </message>
        <message>
            <source>{time} 起在岗</source>
            <translation>Here since {time}</translation>
        </message>
        <message>
            <source>还没来</source>
            <translation>Not here yet</translation>
        </message>
        <message>
            <source>还没到时间</source>
            <translation>Later</translation>
        </message>
        <message>
            <source>{time} 下岗</source>
            <translation>Left at {time}</translation>
        </message>
        <message>
            <source>已下岗</source>
            <translation>Left</translation>
        </message>
        <message>
            <source>没有来</source>
            <translation>Did not come</translation>
        </message>
        <message>
            <source>没有排班</source>
            <translation>No shift</translation>
        </message>
        <message>
            <source>；</source>
            <translation>; </translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>{why}：{who}</source>
            <translation>{why}: {who}</translation>
        </message>
        <message>
            <source>{when} {name}要安排</source>
            <translation>{when} {name} needs somebody</translation>
        </message>
        <message numerus="yes">
            <source>{when} {name}要安排，还有 {n} 个班</source>
            <translation>
                <numerusform>{when} {name} needs somebody, and {n} more</numerusform>
                <numerusform>{when} {name} needs somebody, and {n} more</numerusform>
            </translation>
        </message>
        <message>
            <source>下岗</source>
            <translation>Clock off</translation>
        </message>
        <message>
            <source>上岗</source>
            <translation>Clock on</translation>
        </message>
        <message>
            <source>没有排班，时间先记下，要班长确认</source>
            <translation>No shift: the time is noted, and a shift lead confirms it</translation>
        </message>
        <message>
            <source>{label}在岗，{time} 来的。要下岗吗？</source>
            <translation>{label} is on duty since {time}. Clock off?</translation>
        </message>
        <message>
            <source>{label}来上岗？</source>
            <translation>{label} comes on duty?</translation>
        </message>
        <message>
            <source>{month}的值班表</source>
            <translation>Roster of {month}</translation>
        </message>
        <message>
            <source>姓名只写同意公开的，其余写姓加老师</source>
            <translation>Full names only of those who agreed; the others by surname</translation>
        </message>
        <message>
            <source>{month}还没有公布</source>
            <translation>{month} is not published yet</translation>
        </message>
        <message>
            <source>公布以后才能发出去</source>
            <translation>It can be shared once it is published</translation>
        </message>
        <message>
            <source>您还不在值班队里</source>
            <translation>You are not on the team yet</translation>
        </message>
        <message>
            <source>{label}，接下来没有您的班</source>
            <translation>{label}, you have no shifts ahead</translation>
        </message>
        <message numerus="yes">
            <source>{label}，接下来您有 {n} 个班</source>
            <translation>
                <numerusform>{label}, you have {n} shift ahead</numerusform>
                <numerusform>{label}, you have {n} shifts ahead</numerusform>
            </translation>
        </message>
        <message>
            <source>下一班 {time} 开始</source>
            <translation>The next shift begins at {time}</translation>
        </message>
        <message>
            <source>今天后面没有班了</source>
            <translation>No more shifts today</translation>
        </message>
    </context>
    <context>
        <name>EditPanel</name>
        <message>
            <source>班次名称</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>几点开始</source>
            <translation>Begins</translation>
        </message>
        <message>
            <source>几点结束</source>
            <translation>Ends</translation>
        </message>
        <message>
            <source>在哪里</source>
            <translation>Where</translation>
        </message>
        <message>
            <source>至少几人</source>
            <translation>At least</translation>
        </message>
        <message>
            <source>最多几人</source>
            <translation>At most</translation>
        </message>
        <message>
            <source>哪天</source>
            <translation>Day</translation>
        </message>
        <message>
            <source>所有门岗</source>
            <translation>All gates</translation>
        </message>
        <message>
            <source>只有本门岗</source>
            <translation>This gate only</translation>
        </message>
        <message>
            <source>类型</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>在哪里显示</source>
            <translation>Where</translation>
        </message>
        <message>
            <source>标题</source>
            <translation>Heading</translation>
        </message>
        <message>
            <source>内容</source>
            <translation>Text</translation>
        </message>
        <message>
            <source>审定人</source>
            <translation>Approved by</translation>
        </message>
        <message>
            <source>谁同意公示的，公示屏上不显示</source>
            <translation>Who agreed to it; not shown on the screen</translation>
        </message>
        <message>
            <source>从哪天</source>
            <translation>From</translation>
        </message>
        <message>
            <source>几点</source>
            <translation>At</translation>
        </message>
        <message>
            <source>到哪天</source>
            <translation>Until</translation>
        </message>
        <message>
            <source>写什么</source>
            <translation>What it says</translation>
        </message>
        <message>
            <source>屏上是这样</source>
            <translation>How it will look</translation>
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
            <translation>Estate name</translation>
        </message>
        <message>
            <source>比如：锦绣苑</source>
            <translation>e.g. Jinxiu Garden</translation>
        </message>
        <message>
            <source>详细地址</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>遇到急事打 120、119 时照着念。比如：明珠路 88 弄</source>
            <translation>Read aloud when you call 120 or 119. E.g. Lane 88, Mingzhu Road</translation>
        </message>
    </context>
    <context>
        <name>ExpectedPage</name>
        <message>
            <source>记一位预约</source>
            <translation>Add a visitor</translation>
        </message>
        <message>
            <source>开一张长期通行证</source>
            <translation>Give a standing pass</translation>
        </message>
        <message>
            <source>长期通行证</source>
            <translation>Standing pass</translation>
        </message>
        <message>
            <source>今天的预约</source>
            <translation>Expected today</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>请边听电话边填</source>
            <translation>Fill this in during the call</translation>
        </message>
        <message>
            <source>请问清哪几天、几点来</source>
            <translation>Ask which days and times they come</translation>
        </message>
        <message numerus="yes">
            <source>{n} 张长期通行证</source>
            <translation>
                <numerusform>{n} standing pass</numerusform>
                <numerusform>{n} standing passes</numerusform>
            </translation>
        </message>
        <message>
            <source>今天还有 {n} 位预约没来，{late} 位过了时间</source>
            <translation>{n} still expected today, {late} late</translation>
        </message>
        <message>
            <source>今天还有 {n} 位预约没来</source>
            <translation>{n} still expected today</translation>
        </message>
        <message>
            <source>今天没有预约在等</source>
            <translation>Nobody else is expected today</translation>
        </message>
        <message>
            <source>预约已记下</source>
            <translation>Saved</translation>
        </message>
        <message>
            <source>长期通行证已记下</source>
            <translation>Standing pass saved</translation>
        </message>
        <message>
            <source>预约已取消</source>
            <translation>Cancelled</translation>
        </message>
        <message>
            <source>已记下没有来</source>
            <translation>Recorded: did not come</translation>
        </message>
        <message>
            <source>长期通行证已收回，从现在起不能用</source>
            <translation>Standing pass revoked; it no longer works</translation>
        </message>
    </context>
    <context>
        <name>ExportPanel</name>
        <message>
            <source>导出到</source>
            <translation>Export to</translation>
        </message>
        <message>
            <source>正在导出</source>
            <translation>Exporting</translation>
        </message>
        <message numerus="yes">
            <source>已导出 {n} 行</source>
            <translation>
                <numerusform>{n} row exported</numerusform>
                <numerusform>{n} rows exported</numerusform>
            </translation>
        </message>
        <message>
            <source>没有导出，也没有留下半个文件</source>
            <translation>Nothing was exported and no partial file was left</translation>
        </message>
        <message>
            <source>表格 (*.xlsx);;CSV 文件 (*.csv)</source>
            <translation>Spreadsheet (*.xlsx);;CSV file (*.csv)</translation>
        </message>
        <message>
            <source>状态</source>
            <translation>State</translation>
        </message>
        <message>
            <source>进门</source>
            <translation>Came in</translation>
        </message>
        <message>
            <source>离开</source>
            <translation>Left</translation>
        </message>
        <message>
            <source>怎么离开的</source>
            <translation>How they left</translation>
        </message>
        <message>
            <source>到访</source>
            <translation>Visiting</translation>
        </message>
        <message>
            <source>来访证</source>
            <translation>Visitor pass</translation>
        </message>
        <message>
            <source>时间可信</source>
            <translation>Clock reliable</translation>
        </message>
        <message>
            <source>导出来访记录</source>
            <translation>Which days?</translation>
        </message>
        <message>
            <source>姓名、电话和门牌在表格里是遮住的。导出会留下记录。</source>
            <translation>Names, phones and rooms are masked in the file. The export is recorded.</translation>
        </message>
        <message>
            <source>从哪天</source>
            <translation>First day</translation>
        </message>
        <message>
            <source>到哪天</source>
            <translation>Last day</translation>
        </message>
        <message>
            <source>选个地方，导出</source>
            <translation>Choose where to save</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>正在导出「{file}」</source>
            <translation>Exporting '{file}'</translation>
        </message>
        <message>
            <source>可以照常登记。</source>
            <translation>You can go on working.</translation>
        </message>
        <message>
            <source>导出成表格</source>
            <translation>Export to a spreadsheet</translation>
        </message>
        <message>
            <source>姓名、电话默认打星号。导出会记在操作记录里。</source>
            <translation>Names and phones are masked. Every export is recorded in the audit trail.</translation>
        </message>
        <message>
            <source>导出</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>存到哪里？</source>
            <translation>Save where?</translation>
        </message>
        <message>
            <source>来访记录</source>
            <translation>Visits</translation>
        </message>
        <message>
            <source>住户名单</source>
            <translation>Residents</translation>
        </message>
        <message>
            <source>服务时长</source>
            <translation>Hours of service</translation>
        </message>
        <message>
            <source>操作记录</source>
            <translation>Audit trail</translation>
        </message>
        <message>
            <source>提供登记</source>
            <translation>Register of disclosures</translation>
        </message>
        <message>
            <source>个人信息请求</source>
            <translation>Requests about personal data</translation>
        </message>
        <message>
            <source>同意和撤回</source>
            <translation>Consents and withdrawals</translation>
        </message>
        <message>
            <source>导出好了：{file}，{n} 行。</source>
            <translation>Exported: {file}. Rows: {n}.</translation>
        </message>
        <message>
            <source>导出什么</source>
            <translation>What</translation>
        </message>
        <message>
            <source>表格格式</source>
            <translation>Format</translation>
        </message>
        <message>
            <source>不打星号，要写明理由</source>
            <translation>Unmasked; a reason is needed</translation>
        </message>
        <message>
            <source>理由</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>会记在操作记录里</source>
            <translation>This is recorded in the audit trail</translation>
        </message>
    </context>
    <context>
        <name>FaceConsent</name>
        <message>
            <source>口头同意。见证人签名：＿＿＿＿＿＿＿＿</source>
            <translation>Agreed aloud. Signature of the witness: ＿＿＿＿＿＿＿＿</translation>
        </message>
        <message>
            <source>监护人：{who}</source>
            <translation>Guardian: {who}</translation>
        </message>
        <message>
            <source>日期：{day}</source>
            <translation>Date: {day}</translation>
        </message>
        <message>
            <source>录入人脸同意书</source>
            <translation>Consent to face enrolment</translation>
        </message>
    </context>
    <context>
        <name>FacePanel</name>
        <message>
            <source>只认登记过人脸的住户，照片不保存。住户码一样能用。</source>
            <translation>Only residents who enrolled are known. No picture is kept. Your household code does the same.</translation>
        </message>
        <message>
            <source>改用住户码</source>
            <translation>Use the household code</translation>
        </message>
    </context>
    <context>
        <name>FacePaper</name>
        <message>
            <source>一、数量</source>
            <translation>1. How many</translation>
        </message>
        <message>
            <source>三、处理方式</source>
            <translation>3. How</translation>
        </message>
        <message>
            <source>四、保存期限</source>
            <translation>4. How long</translation>
        </message>
        <message>
            <source>五、安全措施</source>
            <translation>5. Safeguards</translation>
        </message>
        <message>
            <source>六、处理规则和操作规程</source>
            <translation>6. Rules and procedures</translation>
        </message>
        <message>
            <source>七、近三年的处理记录</source>
            <translation>7. What was done in the last three years</translation>
        </message>
        <message>
            <source>八、请另附</source>
            <translation>8. To be added</translation>
        </message>
        <message>
            <source>人脸识别备案材料</source>
            <translation>Filing pack: facial recognition</translation>
        </message>
        <message>
            <source>{time} 由门岗台生成</source>
            <translation>Made by Gatehouse Desk {time}</translation>
        </message>
        <message>
            <source>已到 {full} 人：{days} 个工作日内要向省级网信部门备案。</source>
            <translation>{full} people are reached: a filing with the provincial cyberspace administration is due within {days} working days.</translation>
        </message>
        <message>
            <source>同意刷脸、尚未撤回的人：{n} 人（同一个人只算一次）。</source>
            <translation>People who agreed and have not withdrawn: {n}, each counted once.</translation>
        </message>
        <message>
            <source>其中不满十四周岁：{n} 人，均由监护人同意。</source>
            <translation>Of these below the age of fourteen, with a guardian's consent: {n}.</translation>
        </message>
        <message>
            <source>离备案的 {full} 人还差 {left} 人。</source>
            <translation>{left} fewer than the {full} at which a filing is due.</translation>
        </message>
        <message>
            <source>二、处理者和门岗</source>
            <translation>2. Handler and gates</translation>
        </message>
        <message>
            <source>没有门岗打开过刷脸。</source>
            <translation>No gate has ever switched it on.</translation>
        </message>
        <message>
            <source>{day} 起打开，本门岗存有 {n} 人</source>
            <translation>On since {day}; people kept here: {n}</translation>
        </message>
        <message>
            <source>{day} 起关闭，本门岗存有 {n} 人</source>
            <translation>Off since {day}; people kept here: {n}</translation>
        </message>
        <message>
            <source>处理者：{handler}</source>
            <translation>Handled by: {handler}</translation>
        </message>
        <message>
            <source>联系人和电话：{contact}</source>
            <translation>Contact and phone: {contact}</translation>
        </message>
        <message>
            <source>目的：{purpose}</source>
            <translation>Purpose: {purpose}</translation>
        </message>
        <message>
            <source>必要性：{necessity}</source>
            <translation>Necessity: {necessity}</translation>
        </message>
        <message>
            <source>采集区域：{place}</source>
            <translation>Zone the camera sees: {place}</translation>
        </message>
        <message>
            <source>影响评估：{reference}（{day}）</source>
            <translation>Impact assessment: {reference} ({day})</translation>
        </message>
        <message>
            <source>告知书版本：{version}</source>
            <translation>Version of the notice: {version}</translation>
        </message>
        <message>
            <source>摄像头画面在本机内存里换算成 128 个数字，画面随即丢弃；比对也在本机。</source>
            <translation>In this computer's memory a picture becomes 128 numbers and is dropped; comparing happens here too.</translation>
        </message>
        <message>
            <source>模型：{method}</source>
            <translation>Model: {method}</translation>
        </message>
        <message>
            <source>只用来认出本人，不推断情绪、健康等其他信息；没有翻拍检测，靠转头和当面看。</source>
            <translation>Used to know the person and for nothing else: no mood, no health. There is no check for films; a turn of the head and people on duty stand in for it.</translation>
        </message>
        <message>
            <source>撤回当场删除；搬走满 {days} 天删除</source>
            <translation>Deleted at once when withdrawn; {days} days after moving out</translation>
        </message>
        <message>
            <source>满 {days} 天没有再确认的删除；最长 {years} 年</source>
            <translation>Deleted after {days} days without being confirmed; {years} years at the longest</translation>
        </message>
        <message>
            <source>影响评估和处理记录保存 {years} 年</source>
            <translation>Impact assessments and records of processing are kept for {years} years</translation>
        </message>
        <message>
            <source>模板库单独加密（AES-256-GCM），密钥与业务数据分开，每次改动换新密钥</source>
            <translation>Templates lie in an encrypted vault of their own (AES-256-GCM), with a key apart from other data and new at each change</translation>
        </message>
        <message>
            <source>模板和画面不联网、不同步、不进日志、不进普通备份和导出</source>
            <translation>Templates and pictures are never sent, synced, logged, or in ordinary backups and exports</translation>
        </message>
        <message>
            <source>模型文件和模板库每次打开都验真伪，不对就停用刷脸，其他业务不受影响</source>
            <translation>Models and vault are checked whenever they are opened; if altered, recognition stays off and all else works</translation>
        </message>
        <message>
            <source>录入、停用、设置、备份各有权限，全部留痕，留痕不能改</source>
            <translation>Enrolling, suspending, settings and backups have rights of their own and are recorded in a trail that cannot be altered</translation>
        </message>
        <message>
            <source>先告知，再单独同意，再采集；拒绝不影响进门和办事</source>
            <translation>First the notice, then a consent of its own, then the capture; refusing has no drawback</translation>
        </message>
        <message>
            <source>二维码、门卡、密码、人工登记始终可以用</source>
            <translation>Codes, cards, PINs and the people on duty are always there instead</translation>
        </message>
        <message>
            <source>不满十四周岁由管理员办理，核对监护人身份并由监护人同意</source>
            <translation>Children below fourteen are enrolled by a manager, with an identified guardian's consent</translation>
        </message>
        <message>
            <source>任何门岗都能撤回，凭撤回码或者证件，当场给出删除结果</source>
            <translation>Withdrawal at any gate by code or document, with a printed result</translation>
        </message>
        <message>
            <source>长得像的两人要用第二种方式核对；认不出不等于拒绝</source>
            <translation>Look-alikes are asked for a second factor; not being recognised is never a refusal</translation>
        </message>
        <message>
            <source>单独同意</source>
            <translation>Separate consents</translation>
        </message>
        <message>
            <source>录入</source>
            <translation>Enrolments</translation>
        </message>
        <message>
            <source>年度确认</source>
            <translation>Yearly confirmations</translation>
        </message>
        <message>
            <source>暂停</source>
            <translation>Suspensions</translation>
        </message>
        <message>
            <source>恢复</source>
            <translation>Suspensions lifted</translation>
        </message>
        <message>
            <source>删除</source>
            <translation>Deletions</translation>
        </message>
        <message>
            <source>{what}：{n} 次</source>
            <translation>{what}: {n}</translation>
        </message>
        <message>
            <source>个人信息保护影响评估报告全文（门岗台只记编号和日期）</source>
            <translation>The whole report of the impact assessment (only its reference and date are kept here)</translation>
        </message>
        <message>
            <source>处理者的证明文件和负责人信息</source>
            <translation>Papers of the handler and of who answers for it</translation>
        </message>
        <message>
            <source>有变更或者停止使用，{days} 个工作日内办理变更、注销</source>
            <translation>Changes and the end of use are filed within {days} working days</translation>
        </message>
        <message>
            <source>录入人脸告知书</source>
            <translation>Notice before a face is enrolled</translation>
        </message>
        <message>
            <source>本区域有人脸识别</source>
            <translation>Faces are recognised here</translation>
        </message>
        <message>
            <source>只认自愿录入的住户；其他人的脸不识别，不保存，不录像。</source>
            <translation>Only residents who enrolled of their own will are recognised. Nobody else's face is recognised, kept or filmed.</translation>
        </message>
        <message>
            <source>不想刷脸，请用二维码、门卡、密码，或者找值班的人，一样方便。</source>
            <translation>Prefer not to? A code, a card, a PIN or the people on duty serve you just as well.</translation>
        </message>
        <message>
            <source>用来：{purpose}</source>
            <translation>Used for: {purpose}</translation>
        </message>
        <message>
            <source>撤回和删除：到任何一个门岗，凭回执或者证件，当场办。</source>
            <translation>To withdraw and delete: at any gate, with your receipt or an identity document, at once.</translation>
        </message>
        <message>
            <source>人脸识别提示牌</source>
            <translation>Sign for face recognition</translation>
        </message>
        <message>
            <source>{day} 录入</source>
            <translation>Enrolled on {day}</translation>
        </message>
        <message>
            <source>{day} 前来确认一次还要不要；没有确认，自动删除</source>
            <translation>Say by {day} whether you still want it; if not, it is deleted</translation>
        </message>
        <message>
            <source>无论如何最多存到 {day}</source>
            <translation>Kept until {day} at the longest</translation>
        </message>
        <message>
            <source>人脸录入回执</source>
            <translation>Receipt of enrolment</translation>
        </message>
        <message>
            <source>撤回码</source>
            <translation>Withdrawal code</translation>
        </message>
        <message>
            <source>不想要了，到任何一个门岗，扫这个码或者报撤回码，当场删除。</source>
            <translation>No longer want it? At any gate, have this scanned or say the code: it is deleted at once.</translation>
        </message>
        <message>
            <source>回执丢了，带证件来也可以。</source>
            <translation>Lost this receipt? An identity document will do.</translation>
        </message>
        <message>
            <source>回执上没有姓名，请自己收好。</source>
            <translation>No name stands here. Please keep it safe.</translation>
        </message>
        <message>
            <source>{gate}：已删除（{time}）</source>
            <translation>{gate}: deleted ({time})</translation>
        </message>
        <message>
            <source>{gate}：等待联网，联上就删除</source>
            <translation>{gate}: waiting for its connection, then deleted</translation>
        </message>
        <message>
            <source>{gate}：没有存过</source>
            <translation>{gate}: never kept there</translation>
        </message>
        <message>
            <source>{gate}：存着</source>
            <translation>{gate}: kept</translation>
        </message>
        <message>
            <source>{gate}：还没有删成，程序会接着删</source>
            <translation>{gate}: not deleted yet; the program keeps trying</translation>
        </message>
        <message>
            <source>人脸删除结果</source>
            <translation>What was deleted</translation>
        </message>
        <message>
            <source>{time} 撤回</source>
            <translation>Withdrawn {time}</translation>
        </message>
        <message>
            <source>从现在起，本门岗刷脸认不出您了。</source>
            <translation>From now on your face is not known here.</translation>
        </message>
        <message>
            <source>还在等联网的门岗，过几天拿原来的撤回码来，可以再打一张结果。</source>
            <translation>For gates still waiting, come back in some days with the same code for another print.</translation>
        </message>
        <message>
            <source>二维码、门卡、密码照常用。</source>
            <translation>Codes, cards and PINs work as before.</translation>
        </message>
    </context>
    <context>
        <name>FacesPage</name>
        <message>
            <source>{name}，{place}</source>
            <translation>{name}, {place}</translation>
        </message>
        <message>
            <source>刷脸是自愿的，随时可以撤回</source>
            <translation>Faces are voluntary, and can be withdrawn at any time</translation>
        </message>
        <message>
            <source>人脸信息</source>
            <translation>Face data</translation>
        </message>
        <message>
            <source>先请本人看，或者念给本人听</source>
            <translation>Have them read this, or have it read to them</translation>
        </message>
        <message>
            <source>愿不愿意，由本人决定</source>
            <translation>It is their own decision</translation>
        </message>
        <message>
            <source>本人满 14 周岁了吗？</source>
            <translation>Are they 14 or older?</translation>
        </message>
        <message>
            <source>请本人看着摄像头</source>
            <translation>Ask them to look at the camera</translation>
        </message>
        <message>
            <source>请把回执交给本人</source>
            <translation>Please give them the receipt</translation>
        </message>
        <message>
            <source>要删除这位住户的人脸信息吗？</source>
            <translation>Delete this resident's face data?</translation>
        </message>
        <message>
            <source>撤回的结果</source>
            <translation>What became of the withdrawal</translation>
        </message>
        <message>
            <source>刷脸上岗、下岗</source>
            <translation>Clock on or off by face</translation>
        </message>
        <message>
            <source>刷脸认人</source>
            <translation>Recognise a resident</translation>
        </message>
        <message>
            <source>念给本人听</source>
            <translation>Read it aloud</translation>
        </message>
        <message>
            <source>打印告知书</source>
            <translation>Print the notice</translation>
        </message>
        <message>
            <source>打印回执</source>
            <translation>Print the receipt</translation>
        </message>
        <message>
            <source>打印同意书存档</source>
            <translation>Print the consent for the folder</translation>
        </message>
        <message>
            <source>好了</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>打印结果</source>
            <translation>Print the result</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>开始：先看告知书</source>
            <translation>Begin: the notice first</translation>
        </message>
        <message>
            <source>继续采集</source>
            <translation>Go on to the camera</translation>
        </message>
        <message>
            <source>重新采集</source>
            <translation>Capture anew</translation>
        </message>
        <message>
            <source>还愿意用，再用一年</source>
            <translation>They still want it: another year</translation>
        </message>
        <message>
            <source>先暂停</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>恢复</source>
            <translation>Resume</translation>
        </message>
        <message>
            <source>再印回执</source>
            <translation>Receipt again</translation>
        </message>
        <message>
            <source>撤回，删除人脸</source>
            <translation>Withdraw and delete</translation>
        </message>
        <message>
            <source>我同意{handler}为了「{purpose}」录入我的人脸信息。</source>
            <translation>I agree that {handler} enrols my face for this purpose: {purpose}.</translation>
        </message>
    </context>
    <context>
        <name>FacesPanel</name>
        <message>
            <source>打开刷脸以前，请先写清楚</source>
            <translation>Before faces are switched on, please write down</translation>
        </message>
        <message>
            <source>这些会写进告知书和备案材料，留存三年。</source>
            <translation>It stands in the notice and in the filing, and is kept for three years.</translation>
        </message>
        <message>
            <source>刷脸</source>
            <translation>Faces</translation>
        </message>
        <message>
            <source>可以不开。开了也只是多一种办法，二维码、门卡、密码照常用。</source>
            <translation>It may stay off. It is only one more way: codes, cards and PINs go on as before.</translation>
        </message>
        <message>
            <source>存好，换成新的告知书</source>
            <translation>Save: a new notice</translation>
        </message>
        <message>
            <source>打开刷脸</source>
            <translation>Switch faces on</translation>
        </message>
        <message>
            <source>打开刷脸…</source>
            <translation>Switch faces on ...</translation>
        </message>
        <message>
            <source>打开了。请打印摄像头标识，贴在摄像头拍得到的地方。</source>
            <translation>It is on. Please print the camera sign and hang it where the camera sees.</translation>
        </message>
        <message>
            <source>关掉了。已录入的还存着，谁也认不出来；撤回照常可以办。</source>
            <translation>It is off. What was enrolled is still kept, and recognises nobody; withdrawing works as before.</translation>
        </message>
        <message numerus="yes">
            <source>不再用了，本机的人脸信息已全部删除（{n} 人）。</source>
            <translation>
                <numerusform>Ended; all face data on this computer is deleted ({n} person).</numerusform>
                <numerusform>Ended; all face data on this computer is deleted ({n} people).</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>打不开的人脸库已删除（{n} 人），可以恢复备份，或者请他们重新录入。</source>
            <translation>
                <numerusform>The vault that did not open is deleted ({n} person). Bring back a backup, or have them enrol anew.</numerusform>
                <numerusform>The vault that did not open is deleted ({n} people). Bring back a backup, or have them enrol anew.</numerusform>
            </translation>
        </message>
        <message>
            <source>备份好了。下面的码只显示这一次，请抄下来，和备份分开放。</source>
            <translation>Backed up. The code below is shown only once: please note it, and keep it apart from the backup.</translation>
        </message>
        <message numerus="yes">
            <source>恢复好了：{n} 人。撤回过的没有恢复。</source>
            <translation>
                <numerusform>Brought back: {n} person. Whoever withdrew is not in it.</numerusform>
                <numerusform>Brought back: {n} people. Whoever withdrew is not in it.</numerusform>
            </translation>
        </message>
        <message>
            <source>离要备案的 10 万人还早。</source>
            <translation>Far from the 100,000 people at which a filing is due.</translation>
        </message>
        <message>
            <source>过了 8 万人，请着手准备备案材料。</source>
            <translation>Past 80,000 people: please begin to prepare the filing.</translation>
        </message>
        <message>
            <source>过了 9 万 5 千人，请马上准备好备案材料。</source>
            <translation>Past 95,000 people: please have the filing ready now.</translation>
        </message>
        <message>
            <source>到了 10 万人，要在 30 个工作日内向省级网信部门备案。</source>
            <translation>100,000 people reached: file with the provincial cyberspace office within 30 working days.</translation>
        </message>
        <message numerus="yes">
            <source>现在有 {n} 人同意刷脸（到 {full} 人要备案）</source>
            <translation>
                <numerusform>{n} person has agreed (a filing is due at {full})</numerusform>
                <numerusform>{n} people have agreed (a filing is due at {full})</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>有 {n} 人该再问一次愿不愿意</source>
            <translation>
                <numerusform>{n} person is to be asked again</numerusform>
                <numerusform>{n} people are to be asked again</numerusform>
            </translation>
        </message>
        <message>
            <source>一年没有再确认，会自动删除。</source>
            <translation>What is not confirmed within a year is deleted.</translation>
        </message>
        <message>
            <source>不再用刷脸，全部删除吗？</source>
            <translation>End faces and delete everything?</translation>
        </message>
        <message>
            <source>本机所有住户的人脸信息马上删除，备份也不能再恢复。以后要用，只能一位一位重新录入。</source>
            <translation>Face data of all residents on this computer is deleted now, and no backup can bring it back. Later everybody would have to enrol anew.</translation>
        </message>
        <message>
            <source>全部删除</source>
            <translation>Delete everything</translation>
        </message>
        <message>
            <source>先不删</source>
            <translation>Not now</translation>
        </message>
        <message>
            <source>删掉打不开的人脸库吗？</source>
            <translation>Delete the vault that does not open?</translation>
        </message>
        <message>
            <source>里面的人脸信息打不开，也恢复不了。删掉以后可以恢复备份，或者重新录入。</source>
            <translation>What is in it can be neither opened nor saved. Afterwards a backup can be brought back, or people enrol anew.</translation>
        </message>
        <message>
            <source>删掉</source>
            <translation>Delete</translation>
        </message>
        <message>
            <source>先留着</source>
            <translation>Keep it</translation>
        </message>
        <message>
            <source>人脸库备份到哪里？</source>
            <translation>Where should the backup of the vault go?</translation>
        </message>
        <message>
            <source>人脸库-{day}</source>
            <translation>face-vault-{day}</translation>
        </message>
        <message>
            <source>选择人脸库备份</source>
            <translation>Choose a backup of the vault</translation>
        </message>
        <message>
            <source>用来做什么</source>
            <translation>Purpose</translation>
        </message>
        <message>
            <source>比如：住户忘带门卡时，在窗口确认是本小区的人</source>
            <translation>For instance: telling at the window that somebody without a card lives here</translation>
        </message>
        <message>
            <source>为什么非用不可</source>
            <translation>Why it is necessary</translation>
        </message>
        <message>
            <source>别的办法哪里不够；要写具体</source>
            <translation>Where other ways fall short; be specific</translation>
        </message>
        <message>
            <source>影响评估报告的编号</source>
            <translation>Impact assessment, reference</translation>
        </message>
        <message>
            <source>打开以前要先做个人信息保护影响评估</source>
            <translation>An impact assessment is made before anything is switched on</translation>
        </message>
        <message>
            <source>评估日期</source>
            <translation>Date of the assessment</translation>
        </message>
        <message>
            <source>照这样写：2026-11-23</source>
            <translation>Write it like this: 2026-11-23</translation>
        </message>
        <message>
            <source>由谁处理</source>
            <translation>Handler</translation>
        </message>
        <message>
            <source>单位全称</source>
            <translation>Full name of the organisation</translation>
        </message>
        <message>
            <source>联系方式</source>
            <translation>Contact</translation>
        </message>
        <message>
            <source>居民有疑问、要撤回时找谁</source>
            <translation>Whom residents ask, or withdraw with</translation>
        </message>
        <message>
            <source>摄像头拍哪里</source>
            <translation>What the camera sees</translation>
        </message>
        <message>
            <source>印在标识上，比如：南门值班窗口前</source>
            <translation>Printed on the sign, for instance: in front of the south gate's window</translation>
        </message>
        <message>
            <source>先不打开</source>
            <translation>Not now</translation>
        </message>
        <message>
            <source>再试一次</source>
            <translation>Try again</translation>
        </message>
        <message>
            <source>一般：两百多位生人里可能有一位认错</source>
            <translation>Normal: about one stranger in 285 may be mistaken</translation>
        </message>
        <message>
            <source>严格：五千位生人里可能有一位认错，住户偶尔要多试一次</source>
            <translation>Strict: about one stranger in 5,000; residents sometimes try again</translation>
        </message>
        <message>
            <source>认得多严</source>
            <translation>How sure</translation>
        </message>
        <message>
            <source>全小区的门岗一样</source>
            <translation>The same at every gate of the site</translation>
        </message>
        <message>
            <source>改这些内容</source>
            <translation>Change these</translation>
        </message>
        <message>
            <source>打印摄像头标识</source>
            <translation>Print the camera sign</translation>
        </message>
        <message>
            <source>打印告知书</source>
            <translation>Print the notice</translation>
        </message>
        <message>
            <source>先关掉</source>
            <translation>Switch off</translation>
        </message>
        <message>
            <source>不再用了，全部删除</source>
            <translation>End it, delete everything</translation>
        </message>
        <message>
            <source>打印备案材料</source>
            <translation>Print the filing pack</translation>
        </message>
        <message>
            <source>认人、凭码撤回</source>
            <translation>Recognise, or withdraw by code</translation>
        </message>
        <message>
            <source>备份人脸库</source>
            <translation>Back up the vault</translation>
        </message>
        <message>
            <source>恢复备份</source>
            <translation>Bring a backup back</translation>
        </message>
        <message>
            <source>删掉打不开的人脸库</source>
            <translation>Delete the vault that does not open</translation>
        </message>
        <message>
            <source>抄好了</source>
            <translation>Noted</translation>
        </message>
        <message>
            <source>用这个码恢复</source>
            <translation>Bring it back with this code</translation>
        </message>
        <message>
            <source>人数</source>
            <translation>People</translation>
        </message>
        <message>
            <source>人脸库的备份</source>
            <translation>Backup of the face vault</translation>
        </message>
        <message>
            <source>平时的备份里没有人脸信息。要换电脑，才需要另外备份人脸库。</source>
            <translation>Ordinary backups hold no face data. A backup of the vault is only needed to change computers.</translation>
        </message>
        <message>
            <source>备份时抄下的码</source>
            <translation>The code noted at the backup</translation>
        </message>
    </context>
    <context>
        <name>FactsView</name>
        <message>
            <source>以前记的：{hours}，{much}，{close}</source>
            <translation>Before: {hours}, {much}, {close}</translation>
        </message>
        <message>
            <source>计多少</source>
            <translation>Credit</translation>
        </message>
        <message>
            <source>情况</source>
            <translation>State</translation>
        </message>
        <message>
            <source>做了什么</source>
            <translation>Work</translation>
        </message>
        <message>
            <source>地点</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>怎么记的</source>
            <translation>Recorded</translation>
        </message>
        <message>
            <source>要留意</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>更正原因</source>
            <translation>Why corrected</translation>
        </message>
        <message>
            <source>说明</source>
            <translation>Said</translation>
        </message>
        <message>
            <source>种类</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>服务日期</source>
            <translation>Days served</translation>
        </message>
        <message>
            <source>办理时间</source>
            <translation>Handled</translation>
        </message>
        <message>
            <source>编号</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>小时</source>
            <translation>Hours</translation>
        </message>
        <message>
            <source>用在哪里</source>
            <translation>For</translation>
        </message>
        <message>
            <source>原因</source>
            <translation>Reason</translation>
        </message>
    </context>
    <context>
        <name>FairnessCard</name>
        <message numerus="yes">
            <source>另有 {n} 位希望少排，不算在内。</source>
            <translation>
                <numerusform>{n} more wishes for fewer and is not counted.</numerusform>
                <numerusform>{n} more wish for fewer and are not counted.</numerusform>
            </translation>
        </message>
        <message>
            <source>{name} 1 人：{n} 班</source>
            <translation>{name}, 1 person: {n} shifts</translation>
        </message>
        <message>
            <source>{name} {people} 人：每人 {n} 班，一样多</source>
            <translation>{name}, {people} people: {n} shifts each, all equal</translation>
        </message>
        <message>
            <source>{name} {people} 人：每人 {least} 到 {n} 班，相差 {wide} 班</source>
            <translation>{name}, {people} people: {least} to {n} shifts each, {wide} apart</translation>
        </message>
        <message>
            <source>三个月里每人值几班</source>
            <translation>Shifts in three months</translation>
        </message>
        <message>
            <source>前两个月</source>
            <translation>Two months before</translation>
        </message>
        <message>
            <source>这个月</source>
            <translation>This month</translation>
        </message>
    </context>
    <context>
        <name>FastCard</name>
        <message>
            <source>按平台记</source>
            <translation>By brand</translation>
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
            <translation>Goods</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>按平台</source>
            <translation>Brand</translation>
        </message>
        <message>
            <source>再来一次</source>
            <translation>Same again</translation>
        </message>
        <message>
            <source>每小时配送：今天还没有</source>
            <translation>Per hour: none yet today</translation>
        </message>
        <message>
            <source>每小时配送，{hour} 点最多：{n} 次</source>
            <translation>Per hour; busiest at {hour}:00 with {n}</translation>
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
            <source>更多：事由、物品、证件、备注</source>
            <translation>More: purpose, items, document, note</translation>
        </message>
        <message>
            <source>更多：事由、物品、临时牌、备注</source>
            <translation>More: purpose, items, badge, note</translation>
        </message>
        <message>
            <source>收起</source>
            <translation>Show less</translation>
        </message>
        <message>
            <source>没有看证件</source>
            <translation>No document seen</translation>
        </message>
        <message>
            <source>请选到访哪一户</source>
            <translation>Please choose the household</translation>
        </message>
        <message>
            <source>请填写，或点“不愿提供”</source>
            <translation>Please fill this in, or press 'Won't say'</translation>
        </message>
        <message>
            <source>号码有错，请对着证件再看一遍；不愿给就点“不愿提供”</source>
            <translation>The number has a mistake: check it against the card, or press 'Won't say'</translation>
        </message>
        <message>
            <source>事由</source>
            <translation>Reason for the visit</translation>
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
            <source>可只填尾号</source>
            <translation>Last 4 will do</translation>
        </message>
        <message>
            <source>如 沪A12345</source>
            <translation>e.g. A12345</translation>
        </message>
        <message>
            <source>只记首尾几位</source>
            <translation>First and last kept</translation>
        </message>
    </context>
    <context>
        <name>FileWay</name>
        <message>
            <source>换一个文件</source>
            <translation>Another file</translation>
        </message>
        <message>
            <source>文件的码</source>
            <translation>Code of the file</translation>
        </message>
        <message>
            <source>5 组，每组 4 个字</source>
            <translation>5 groups of 4</translation>
        </message>
    </context>
    <context>
        <name>FindPage</name>
        <message numerus="yes">
            <source>查“{query}”，找到 {n} 条</source>
            <translation>
                <numerusform>{n} match for '{query}'</numerusform>
                <numerusform>{n} matches for '{query}'</numerusform>
            </translation>
        </message>
        <message>
            <source>查“{query}”，找到很多，多写几个字会更准</source>
            <translation>Many results for '{query}'; type a little more</translation>
        </message>
        <message>
            <source>上下键选，回车打开。名字和门牌是遮住的</source>
            <translation>Arrow keys to choose, Enter to open. Names and rooms are masked</translation>
        </message>
        <message>
            <source>没有找到“{query}”</source>
            <translation>Nothing found for '{query}'</translation>
        </message>
        <message>
            <source>把来访记录存成表格</source>
            <translation>Export visits to a spreadsheet</translation>
        </message>
        <message>
            <source>全部来访，最近的在上面</source>
            <translation>All visits, newest first</translation>
        </message>
        <message>
            <source>要找人：直接在最下面一行输入姓名、拼音、房号、电话尾号或车牌</source>
            <translation>To find someone, type a name, room, phone ending or plate in the line below</translation>
        </message>
        <message>
            <source>没有这个人，也没有这间房</source>
            <translation>No such person or room</translation>
        </message>
        <message>
            <source>换个写法再试：姓名、拼音首字母、房号、电话后四位、车牌都可以。第一次来的，直接登记。</source>
            <translation>Try a name, initials, a room, the last four phone digits or a plate. First visit? Just register them.</translation>
        </message>
        <message>
            <source>登记来访</source>
            <translation>Register a visit</translation>
        </message>
        <message>
            <source>看全部来访</source>
            <translation>All visits</translation>
        </message>
        <message>
            <source>导出表格</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
    </context>
    <context>
        <name>Flows</name>
        <message>
            <source>已放行。车要过，请抬杆。</source>
            <translation>Admitted. If a vehicle is to pass, lift the barrier.</translation>
        </message>
        <message>
            <source>抬杆</source>
            <translation>Lift the barrier</translation>
        </message>
    </context>
    <context>
        <name>FlowsCard</name>
        <message>
            <source>放行的时候</source>
            <translation>When somebody is admitted</translation>
        </message>
        <message>
            <source>不印</source>
            <translation>No</translation>
        </message>
        <message>
            <source>每次问一下</source>
            <translation>Ask each time</translation>
        </message>
        <message>
            <source>每次都印</source>
            <translation>Every time</translation>
        </message>
        <message>
            <source>登记放行后印来访证</source>
            <translation>Print a visitor pass</translation>
        </message>
        <message>
            <source>印在接着的小票机或标签机上；没有接，就用上面选定的打印机</source>
            <translation>On the attached receipt or label printer; without one, on the printer chosen above</translation>
        </message>
        <message>
            <source>问一下再抬</source>
            <translation>Ask before it lifts</translation>
        </message>
        <message>
            <source>自己抬起</source>
            <translation>Lifts by itself</translation>
        </message>
        <message>
            <source>道闸怎么抬</source>
            <translation>The barrier</translation>
        </message>
        <message>
            <source>扫来访证放行后，按 F5、F6 记骑手和快递后；接了道闸才用得上</source>
            <translation>After a scanned pass, and after F5 or F6 for riders and couriers; only where a barrier is attached</translation>
        </message>
    </context>
    <context>
        <name>FormPanel</name>
        <message>
            <source>可只填尾号</source>
            <translation>Last 4 will do</translation>
        </message>
        <message>
            <source>不做了</source>
            <translation>Cancel</translation>
        </message>
    </context>
    <context>
        <name>FullCard</name>
        <message>
            <source>门牌</source>
            <translation>Room</translation>
        </message>
        <message>
            <source>放行理由</source>
            <translation>Reason given</translation>
        </message>
        <message>
            <source>{n} 秒后自动遮住，查看已记录</source>
            <translation>Hidden again in {n} s. That you looked is recorded.</translation>
        </message>
        <message>
            <source>完整信息</source>
            <translation>In full</translation>
        </message>
        <message>
            <source>现在遮住</source>
            <translation>Hide now</translation>
        </message>
    </context>
    <context>
        <name>FullScreen</name>
        <message>
            <source>请慢慢念给住户，念两遍。按任意键返回。</source>
            <translation>Read them slowly, twice. Press any key to go back.</translation>
        </message>
        <message>
            <source>按任意键返回</source>
            <translation>Any key to go back</translation>
        </message>
    </context>
    <context>
        <name>GapsPanel</name>
        <message>
            <source>哪一班</source>
            <translation>Shift</translation>
        </message>
        <message>
            <source>怎么回事</source>
            <translation>What is the matter</translation>
        </message>
        <message>
            <source>空缺和冲突</source>
            <translation>Gaps and conflicts</translation>
        </message>
        <message>
            <source>没有空缺，也没有冲突</source>
            <translation>No gaps and no conflicts</translation>
        </message>
        <message>
            <source>可以公布了。</source>
            <translation>It can be published.</translation>
        </message>
    </context>
    <context>
        <name>GateCard</name>
        <message>
            <source>贴墙的一页</source>
            <translation>Page for the wall</translation>
        </message>
        <message>
            <source>打急救、火警、报警，就说：我们在{place}。</source>
            <translation>Calling 120, 119 or 110, say: we are at {place}.</translation>
        </message>
        <message>
            <source>快捷键</source>
            <translation>Keys</translation>
        </message>
    </context>
    <context>
        <name>GateRows</name>
        <message>
            <source>{gate}（本机所在）</source>
            <translation>{gate} (this computer)</translation>
        </message>
        <message>
            <source>那边一联网就会删除。</source>
            <translation>It is deleted there as soon as that gate is connected.</translation>
        </message>
        <message>
            <source>{gate}：{said}</source>
            <translation>{gate}: {said}</translation>
        </message>
    </context>
    <context>
        <name>GateStep</name>
        <message>
            <source>这台电脑放在哪个门岗？</source>
            <translation>Which gate is this computer at?</translation>
        </message>
        <message>
            <source>有几个门岗就各设各的，名字不要一样。</source>
            <translation>Set up each gate separately, with a different name.</translation>
        </message>
        <message>
            <source>门岗名称</source>
            <translation>Gate name</translation>
        </message>
        <message>
            <source>比如：南门</source>
            <translation>e.g. South Gate</translation>
        </message>
        <message>
            <source>门岗电话</source>
            <translation>Gate phone</translation>
        </message>
        <message>
            <source>印在标签上，捡到的人可以打过来</source>
            <translation>Printed on labels so that finders can call</translation>
        </message>
    </context>
    <context>
        <name>GeneratePanel</name>
        <message>
            <source>正在排 {month}的班</source>
            <translation>Filling {month}</translation>
        </message>
        <message>
            <source>可以先去做别的，排好了会留在这里</source>
            <translation>You can do other things meanwhile; the result waits here</translation>
        </message>
        <message>
            <source>{month}的班排好了</source>
            <translation>{month} is filled</translation>
        </message>
        <message>
            <source>还没有公布，可以先看一看、改一改</source>
            <translation>Nothing is published yet: look at it and change what you like</translation>
        </message>
        <message>
            <source>自动排 {month}的班</source>
            <translation>Fill {month} automatically</translation>
        </message>
        <message>
            <source>守住所有规则，尽量让大家班数一样多</source>
            <translation>Every rule is kept, and everybody gets as equal a share as can be</translation>
        </message>
        <message>
            <source>撤销这次排班</source>
            <translation>Take this back</translation>
        </message>
        <message>
            <source>再排一次</source>
            <translation>Fill once more</translation>
        </message>
        <message>
            <source>看排班表</source>
            <translation>Look at the roster</translation>
        </message>
        <message>
            <source>开始排班</source>
            <translation>Fill the month</translation>
        </message>
        <message>
            <source>已经有人的位置</source>
            <translation>Places that are filled</translation>
        </message>
        <message>
            <source>正在看谁哪天有空</source>
            <translation>Looking who has time when</translation>
        </message>
        <message>
            <source>正在把位置补满。停下来的话，原来的排班不动。</source>
            <translation>Filling the places. If you stop, the plan stays as it was.</translation>
        </message>
        <message>
            <source>位置都试过了，正在让大家班数一样多（{seconds} 秒）。停下来的话，原来的排班不动。</source>
            <translation>Every place was tried; now making the shares equal ({seconds} s). If you stop, the plan stays as it was.</translation>
        </message>
        <message numerus="yes">
            <source>{wanted} 个位置里有 {n} 个还没有人。</source>
            <translation>
                <numerusform>{n} of {wanted} places is still empty.</numerusform>
                <numerusform>{n} of {wanted} places are still empty.</numerusform>
            </translation>
        </message>
        <message>
            <source>{wanted} 个位置都有人，还有要求没满足。</source>
            <translation>All {wanted} places are filled, but some shifts still lack somebody they need.</translation>
        </message>
        <message>
            <source>{wanted} 个位置都有人，规则都守住了。</source>
            <translation>All {wanted} places are filled and every rule is kept.</translation>
        </message>
        <message>
            <source>比自己希望的多排了 1 班：{who}。先问问他们愿不愿意。</source>
            <translation>One shift more than they wish: {who}. Please ask whether they agree.</translation>
        </message>
        <message>
            <source>和原来排的一样，没有改动。</source>
            <translation>It is the same as before; nothing was changed.</translation>
        </message>
        <message>
            <source>用了 {n} 秒。已经算到底，没有更均匀的排法。</source>
            <translation>It took {n} s. It is proven that no roster is more even.</translation>
        </message>
        <message>
            <source>用了 {n} 秒，时间到了。规则都守住了，班数也许还能再均匀一点：可以再排一次。</source>
            <translation>Time was up after {n} s. Every rule is kept; the shares could perhaps be a little more equal: you can fill it once more.</translation>
        </message>
        <message>
            <source>看这一班</source>
            <translation>See this shift</translation>
        </message>
        <message numerus="yes">
            <source>还差 {n} 处，原因在下面</source>
            <translation>
                <numerusform>{n} thing is still lacking; the reason stands below</numerusform>
                <numerusform>{n} things are still lacking; the reasons stand below</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>您固定的这 {n} 处和规则冲突，照您的意思留着</source>
            <translation>
                <numerusform>{n} place you fixed breaks a rule and was kept as you wished</numerusform>
                <numerusform>{n} places you fixed break a rule and were kept as you wished</numerusform>
            </translation>
        </message>
        <message>
            <source>已停下，原来的排班没有动。</source>
            <translation>Stopped; the plan was not changed.</translation>
        </message>
        <message>
            <source>没有排成，原来的排班没有动。可以再试一次。</source>
            <translation>It was not filled and the plan was not changed. Please try again.</translation>
        </message>
        <message>
            <source>排好以后还可以改，也可以整个撤销；公布以前，别人看不到。</source>
            <translation>You can change the result or take it all back; nobody else sees it before it is published.</translation>
        </message>
        <message>
            <source>这个月还没有排人。排好以后还可以改，也可以整个撤销；公布以前，别人看不到。</source>
            <translation>Nobody is in this month yet. You can change the result or take it all back; nobody else sees it before it is published.</translation>
        </message>
        <message>
            <source>只补空缺</source>
            <translation>Fill the gaps only</translation>
        </message>
        <message>
            <source>已经排上的人都不动</source>
            <translation>Whoever is in the plan stays</translation>
        </message>
        <message>
            <source>重新排</source>
            <translation>Fill it anew</translation>
        </message>
        <message>
            <source>固定的和本人说好的不动，其余重新安排</source>
            <translation>Fixed places and what people agreed on stay, all else is planned anew</translation>
        </message>
        <message>
            <source>已经排上的人怎么办</source>
            <translation>What happens to those already in the plan</translation>
        </message>
    </context>
    <context>
        <name>GonePart</name>
        <message>
            <source>已撤回，本机的人脸信息已删除</source>
            <translation>Withdrawn, and deleted on this computer</translation>
        </message>
        <message>
            <source>已撤回，本机还没有删成</source>
            <translation>Withdrawn; not deleted here yet</translation>
        </message>
        <message numerus="yes">
            <source>人脸库打不开，只能整个删掉：另外 {n} 位住户也要重新录入，或者由管理员恢复备份。</source>
            <translation>
                <numerusform>The vault could not be opened and had to go whole: {n} other resident has to enrol anew, or a manager brings back a backup.</numerusform>
                <numerusform>The vault could not be opened and had to go whole: {n} other residents have to enrol anew, or a manager brings back a backup.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GoodsPage</name>
        <message>
            <source>放下的是什么，给哪一户？</source>
            <translation>What is it, and for whom?</translation>
        </message>
        <message>
            <source>已记下，请把取件码告诉住户</source>
            <translation>Saved. Tell the household the code</translation>
        </message>
        <message>
            <source>放了超过 48 小时，请提醒住户</source>
            <translation>Here for over 48 hours. Please remind the household</translation>
        </message>
        <message>
            <source>有人来取？请对取件码</source>
            <translation>Collecting? Check the pick-up code</translation>
        </message>
        <message>
            <source>点一件，交给取件人</source>
            <translation>Choose an item to hand out</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>放好了，给取件码</source>
            <translation>It is on the shelf: get a code</translation>
        </message>
        <message>
            <source>已告诉住户</source>
            <translation>I have told them</translation>
        </message>
        <message>
            <source>打印取件条</source>
            <translation>Print slip</translation>
        </message>
        <message>
            <source>再登记一件</source>
            <translation>Take in another</translation>
        </message>
        <message>
            <source>登记寄放</source>
            <translation>Take in goods</translation>
        </message>
        <message>
            <source>交给取件人</source>
            <translation>Hand out</translation>
        </message>
        <message>
            <source>用取件码</source>
            <translation>Use the code</translation>
        </message>
        <message>
            <source>没有取件码</source>
            <translation>No code</translation>
        </message>
        <message>
            <source>看门牌</source>
            <translation>Show room</translation>
        </message>
        <message>
            <source>已提醒住户</source>
            <translation>Reminded</translation>
        </message>
        <message>
            <source>记下了：已提醒住户</source>
            <translation>Recorded: household reminded</translation>
        </message>
        <message>
            <source>刚才已经交出去了，没有重复登记</source>
            <translation>It was already handed out; nothing was recorded twice</translation>
        </message>
        <message>
            <source>已交给取件人</source>
            <translation>Handed out</translation>
        </message>
    </context>
    <context>
        <name>GoodsWords</name>
        <message>
            <source>架子上现在没有寄放的东西</source>
            <translation>The shelf is empty</translation>
        </message>
        <message>
            <source>架子上有 {n} 件，{over} 件超过 48 小时</source>
            <translation>{n} on the shelf, {over} for over 48 hours</translation>
        </message>
        <message>
            <source>架子上有 {n} 件</source>
            <translation>{n} on the shelf</translation>
        </message>
        <message>
            <source>没写是什么</source>
            <translation>Not described</translation>
        </message>
        <message>
            <source>不知道哪一户</source>
            <translation>Unknown</translation>
        </message>
        <message>
            <source>刚放下</source>
            <translation>just now</translation>
        </message>
        <message>
            <source>{n} 小时</source>
            <translation>{n} h</translation>
        </message>
        <message numerus="yes">
            <source>{n} 天</source>
            <translation>
                <numerusform>{n} day</numerusform>
                <numerusform>{n} days</numerusform>
            </translation>
        </message>
        <message>
            <source>提醒过 {time}</source>
            <translation>Reminded {time}</translation>
        </message>
        <message>
            <source>该提醒了</source>
            <translation>Remind now</translation>
        </message>
    </context>
    <context>
        <name>GrantPage</name>
        <message>
            <source>来的时候怎么办</source>
            <translation>When they come</translation>
        </message>
        <message numerus="yes">
            <source>许可上有 {n} 名工人</source>
            <translation>
                <numerusform>The permit names {n} worker</numerusform>
                <numerusform>The permit names {n} workers</numerusform>
            </translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>来的人比名单多，或者姓不一样，请先问住户。</source>
            <translation>If more people come, or the names differ, please ask the household first.</translation>
        </message>
        <message>
            <source>许可上没有写工人</source>
            <translation>The permit names no workers</translation>
        </message>
        <message>
            <source>几个人来都可以，请在登记时填人数。</source>
            <translation>Any number may come; enter how many when you register them.</translation>
        </message>
        <message>
            <source>不再有效。来人请按平常的来访登记，由住户确认。</source>
            <translation>No longer valid. Register them as an ordinary visit, agreed by the household.</translation>
        </message>
        <message>
            <source>不在约定的时间来的，请先打电话问住户。</source>
            <translation>Not at the agreed time: please call the household first.</translation>
        </message>
        <message>
            <source>登记时填姓名或电话尾号，电脑会认出来，不用再问住户。</source>
            <translation>Enter the name or the phone ending when registering; they are recognised, and the household need not be asked.</translation>
        </message>
        <message>
            <source>没有开二维码。</source>
            <translation>It has no QR code.</translation>
        </message>
        <message>
            <source>扫来访证 {serial} 就行。</source>
            <translation>Scan visitor pass {serial}.</translation>
        </message>
        <message>
            <source>没带也可以：{how}</source>
            <translation>Without it: {how}</translation>
        </message>
        <message>
            <source>{first} 到 {last}</source>
            <translation>{first} to {last}</translation>
        </message>
        <message>
            <source>许可证号</source>
            <translation>Permit no.</translation>
        </message>
        <message>
            <source>来做什么</source>
            <translation>Purpose</translation>
        </message>
        <message>
            <source>哪一户</source>
            <translation>Household</translation>
        </message>
        <message>
            <source>有效期</source>
            <translation>Valid</translation>
        </message>
        <message>
            <source>哪几天</source>
            <translation>Days</translation>
        </message>
        <message>
            <source>时段</source>
            <translation>Hours</translation>
        </message>
        <message>
            <source>全天</source>
            <translation>All day</translation>
        </message>
        <message>
            <source>工具</source>
            <translation>Tools</translation>
        </message>
        <message>
            <source>谁开的</source>
            <translation>Given by</translation>
        </message>
        <message>
            <source>开证时间</source>
            <translation>Given on</translation>
        </message>
        <message>
            <source>作废时间</source>
            <translation>Revoked</translation>
        </message>
        <message>
            <source>正在打开</source>
            <translation>Opening</translation>
        </message>
        <message>
            <source>现在有效</source>
            <translation>valid now</translation>
        </message>
        <message>
            <source>{who}的长期通行证：{says}</source>
            <translation>Standing pass of {who}: {says}</translation>
        </message>
        <message>
            <source>{who}的施工许可：{says}</source>
            <translation>Permit of {who}: {says}</translation>
        </message>
        <message>
            <source>还要来的话，请重新开一张</source>
            <translation>If they are to come again, give out a new one</translation>
        </message>
        <message>
            <source>现在要进，登记时由您决定，写一句理由</source>
            <translation>You may still let them in: register them and give a reason</translation>
        </message>
        <message>
            <source>认准本人，就可以放行</source>
            <translation>Check that it is them, then let them in</translation>
        </message>
        <message>
            <source>出示来访证</source>
            <translation>Show the pass</translation>
        </message>
        <message>
            <source>来了，去登记</source>
            <translation>They are here: register</translation>
        </message>
        <message>
            <source>作废</source>
            <translation>Revoke</translation>
        </message>
        <message>
            <source>提前结束</source>
            <translation>End early</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>作废 {who} 的长期通行证？</source>
            <translation>Revoke the standing pass of {who}?</translation>
        </message>
        <message>
            <source>马上不能再用，来访证也一起作废，不能恢复。要再来得重新开一张。</source>
            <translation>It stops working at once, together with its visitor pass, and cannot be restored. To come again they need a new one.</translation>
        </message>
        <message>
            <source>先不作废</source>
            <translation>Keep it</translation>
        </message>
        <message>
            <source>提前结束 {who} 的施工许可？</source>
            <translation>End the permit of {who} early?</translation>
        </message>
        <message>
            <source>从现在起不能再凭它进门，不能恢复。已经在里面的人不受影响。</source>
            <translation>From now on nobody may come in by it, and it cannot be restored. Those already inside are not affected.</translation>
        </message>
        <message>
            <source>结束许可</source>
            <translation>End the permit</translation>
        </message>
        <message>
            <source>先不结束</source>
            <translation>Keep it</translation>
        </message>
        <message>
            <source>长期通行证已作废</source>
            <translation>The standing pass is revoked</translation>
        </message>
        <message>
            <source>施工许可已结束</source>
            <translation>The permit has ended</translation>
        </message>
    </context>
    <context>
        <name>GroupRow</name>
        <message>
            <source>写一句</source>
            <translation>Write</translation>
        </message>
        <message>
            <source>去看</source>
            <translation>Look</translation>
        </message>
        <message>
            <source>要交代的话，比如：等住户来接</source>
            <translation>What to pass on, such as: waits for the resident</translation>
        </message>
        <message>
            <source>交代一句</source>
            <translation>A note</translation>
        </message>
        <message>
            <source>看过了</source>
            <translation>Seen</translation>
        </message>
    </context>
    <context>
        <name>HandPanel</name>
        <message>
            <source>文件：{file}</source>
            <translation>File: {file}</translation>
        </message>
        <message>
            <source>把 U 盘插到新电脑上，打开门岗台，选「加入已有的小区」，再点「用 U 盘里的文件」，输入这个码。</source>
            <translation>Put the stick into the new computer, open Gatehouse Desk, choose 'Join an estate', then 'Use a file on a stick', and type this code.</translation>
        </message>
        <message>
            <source>文件和码在一起就能打开小区的资料：码抄在纸上，不要存进 U 盘，不要发到群里。加入以后请删掉文件。</source>
            <translation>File and code together open the estate's data: write the code on paper, never onto the stick or into a chat. Delete the file once the computer has joined.</translation>
        </message>
    </context>
    <context>
        <name>HandoverPage</name>
        <message>
            <source>以前的交班单</source>
            <translation>Earlier handovers</translation>
        </message>
        <message>
            <source>交班时数哪些东西？</source>
            <translation>What is counted at a handover?</translation>
        </message>
        <message>
            <source>改了马上存上，下次交班就按新的数</source>
            <translation>Changes are kept at once and hold from the next handover</translation>
        </message>
        <message>
            <source>也可以把工作码放到摄像头前</source>
            <translation>Or hold a duty card before the camera</translation>
        </message>
        <message>
            <source>{name}，请输入密码</source>
            <translation>{name}, please type your PIN</translation>
        </message>
        <message>
            <source>谁来接班？请点名字</source>
            <translation>Who takes over? Choose a name</translation>
        </message>
        <message>
            <source>谁交班？请点名字</source>
            <translation>Who hands over? Choose a name</translation>
        </message>
        <message>
            <source>交接好了，现在由{name}当班</source>
            <translation>Handed over: {name} is on duty now</translation>
        </message>
        <message>
            <source>交班单写好了，请接班的人看过签字</source>
            <translation>The handover is written; the relief reads and signs it</translation>
        </message>
        <message>
            <source>{name}下班了，今天帮了 {n} 人，谢谢！</source>
            <translation>{name} is off duty and helped {n} people today. Thank you!</translation>
        </message>
        <message>
            <source>{name}下班了，辛苦了！</source>
            <translation>{name} is off duty. Thank you!</translation>
        </message>
        <message>
            <source>正在把这一班的事列出来…</source>
            <translation>Listing what this shift leaves open</translation>
        </message>
        <message>
            <source>该交班了，已经过了 {time}</source>
            <translation>Time to hand over, {time} late</translation>
        </message>
        <message numerus="yes">
            <source>交班前还有 {n} 项要看</source>
            <translation>
                <numerusform>{n} thing to look at before handing over</numerusform>
                <numerusform>{n} things to look at before handing over</numerusform>
            </translation>
        </message>
        <message>
            <source>都看过了，可以签字交班</source>
            <translation>All seen, ready to sign</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>加上</source>
            <translation>Add</translation>
        </message>
        <message>
            <source>写好了，签字交班</source>
            <translation>Done, sign</translation>
        </message>
        <message>
            <source>没人来接班，我留下</source>
            <translation>No relief, I stay</translation>
        </message>
        <message>
            <source>读给我听</source>
            <translation>Read aloud</translation>
        </message>
        <message>
            <source>以前的</source>
            <translation>Earlier ones</translation>
        </message>
        <message>
            <source>要数的东西</source>
            <translation>Counted things</translation>
        </message>
        <message>
            <source>开始当班</source>
            <translation>Begin</translation>
        </message>
        <message>
            <source>我来接班，签字</source>
            <translation>Take over, sign</translation>
        </message>
        <message>
            <source>打小条</source>
            <translation>Slip</translation>
        </message>
        <message>
            <source>打 A4</source>
            <translation>A4</translation>
        </message>
        <message>
            <source>重写一份</source>
            <translation>Write it anew</translation>
        </message>
    </context>
    <context>
        <name>HandoverPaper</name>
        <message>
            <source>没人接班，留下值守</source>
            <translation>No relief came, stayed on</translation>
        </message>
        <message>
            <source>数过的东西</source>
            <translation>Counted</translation>
        </message>
        <message>
            <source>交代</source>
            <translation>To pass on</translation>
        </message>
        <message>
            <source>交接班记录</source>
            <translation>Handover</translation>
        </message>
        <message>
            <source>{what}（{note}）</source>
            <translation>{what} ({note})</translation>
        </message>
        <message>
            <source>交班人</source>
            <translation>Handed over by</translation>
        </message>
        <message>
            <source>值守人</source>
            <translation>Stayed on</translation>
        </message>
        <message>
            <source>接班人</source>
            <translation>Taken over by</translation>
        </message>
    </context>
    <context>
        <name>HandoverWords</name>
        <message numerus="yes">
            <source>{n} 位超时没有离开</source>
            <translation>
                <numerusform>{n} person is past their limit</numerusform>
                <numerusform>{n} people are past their limit</numerusform>
            </translation>
        </message>
        <message>
            <source>有人没有登记离开</source>
            <translation>Some have not signed out</translation>
        </message>
        <message numerus="yes">
            <source>{n} 位客人还在里面</source>
            <translation>
                <numerusform>{n} visitor is inside</numerusform>
                <numerusform>{n} visitors are inside</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} 件事还没办完</source>
            <translation>
                <numerusform>{n} matter is open</numerusform>
                <numerusform>{n} matters are open</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>这一班记了 {n} 件异常情况</source>
            <translation>
                <numerusform>{n} incident was noted in this shift</numerusform>
                <numerusform>{n} incidents were noted in this shift</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} 件寄放等人来取</source>
            <translation>
                <numerusform>{n} thing left here waits</numerusform>
                <numerusform>{n} things left here wait</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} 件借用的事要交代</source>
            <translation>
                <numerusform>{n} lending matter to hand over</numerusform>
                <numerusform>{n} lending matters to hand over</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>这一班有 {n} 位和关注名单对上</source>
            <translation>
                <numerusform>{n} visitor of this shift is on the watch list</numerusform>
                <numerusform>{n} visitors of this shift are on the watch list</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>下一班有 {n} 件事要留意</source>
            <translation>
                <numerusform>{n} thing to note of the next shift</numerusform>
                <numerusform>{n} things to note of the next shift</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} 条街道通知还没看</source>
            <translation>
                <numerusform>{n} notice of the district is unread</numerusform>
                <numerusform>{n} notices of the district are unread</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} 台设备有问题</source>
            <translation>
                <numerusform>{n} device has a fault</numerusform>
                <numerusform>{n} devices have faults</numerusform>
            </translation>
        </message>
        <message>
            <source>超时的人</source>
            <translation>people past their limit</translation>
        </message>
        <message>
            <source>还在里面的客人</source>
            <translation>visitors inside</translation>
        </message>
        <message>
            <source>没办完的事</source>
            <translation>open matters</translation>
        </message>
        <message>
            <source>异常情况</source>
            <translation>incidents</translation>
        </message>
        <message>
            <source>寄放物品</source>
            <translation>things left here</translation>
        </message>
        <message>
            <source>借出的东西</source>
            <translation>Things lent</translation>
        </message>
        <message>
            <source>关注名单</source>
            <translation>the watch list</translation>
        </message>
        <message>
            <source>下一班缺人</source>
            <translation>gaps in the next shift</translation>
        </message>
        <message>
            <source>没看的通知</source>
            <translation>unread notices</translation>
        </message>
        <message>
            <source>设备问题</source>
            <translation>device faults</translation>
        </message>
        <message>
            <source>另有 {n} 位</source>
            <translation>{n} more</translation>
        </message>
        <message>
            <source>其他 {n} 件</source>
            <translation>{n} more</translation>
        </message>
        <message>
            <source>{n} 件都不急</source>
            <translation>{n}, none of them urgent</translation>
        </message>
        <message>
            <source>没有：{what}</source>
            <translation>None: {what}</translation>
        </message>
        <message>
            <source>设备要自己看一眼：打印机、扫码器、摄像头能不能用。</source>
            <translation>Please look at the devices yourself: printer, scanner, camera.</translation>
        </message>
        <message>
            <source>应有 {n}</source>
            <translation>{n} expected</translation>
        </message>
        <message>
            <source>应有 {n}，实有 {m}</source>
            <translation>{n} expected, {m} there</translation>
        </message>
        <message>
            <source>✓ 已看过</source>
            <translation>✓ Seen</translation>
        </message>
        <message>
            <source>{shift}（{people}）</source>
            <translation>{shift} ({people})</translation>
        </message>
        <message>
            <source>后面没有排班</source>
            <translation>No shift follows</translation>
        </message>
        <message>
            <source>下一班：{shift}，还没有人</source>
            <translation>Next: {shift}, nobody yet</translation>
        </message>
        <message>
            <source>下一班：{shift}</source>
            <translation>Next: {shift}</translation>
        </message>
        <message>
            <source>密码</source>
            <translation>PIN</translation>
        </message>
        <message>
            <source>工作码</source>
            <translation>card</translation>
        </message>
        <message>
            <source>值班台</source>
            <translation>at the desk</translation>
        </message>
        <message>
            <source>{name}，{time}（{how}）</source>
            <translation>{name}, {time} ({how})</translation>
        </message>
        <message>
            <source>没人接班，{name}留下值守</source>
            <translation>No relief came, {name} stayed on</translation>
        </message>
        <message>
            <source>{name}交给{other}</source>
            <translation>{name} to {other}</translation>
        </message>
        <message>
            <source>{name}交班，还没人接</source>
            <translation>{name} handed over, nobody has taken over</translation>
        </message>
        <message>
            <source>比下班时间晚了 {time}</source>
            <translation>{time} after the end of the shift</translation>
        </message>
        <message>
            <source>{name}：{count}</source>
            <translation>{name}: {count}</translation>
        </message>
        <message>
            <source>没有要交代的事。</source>
            <translation>Nothing to pass on.</translation>
        </message>
        <message>
            <source>{n} 位没登记离开</source>
            <translation>{n} not signed out</translation>
        </message>
        <message>
            <source>{n} 位不确定还在不在</source>
            <translation>{n} perhaps still here</translation>
        </message>
        <message>
            <source>清点还没结束</source>
            <translation>a roll call is not finished</translation>
        </message>
        <message>
            <source>{who} {n} 位</source>
            <translation>{who} {n}</translation>
        </message>
        <message>
            <source>独自来的孩子</source>
            <translation>A child alone</translation>
        </message>
        <message>
            <source>关注名单上的人</source>
            <translation>Somebody on the watch list</translation>
        </message>
        <message>
            <source>超时 {time}</source>
            <translation>{time} past the limit</translation>
        </message>
        <message>
            <source>{shelf} 架</source>
            <translation>Shelf {shelf}</translation>
        </message>
        <message>
            <source>放了 {time}，请提醒住户</source>
            <translation>here for {time}, please remind the household</translation>
        </message>
        <message>
            <source>{time} 的班还缺 {n} 人</source>
            <translation>Shift at {time}: {n} still missing</translation>
        </message>
        <message>
            <source>{time} 的班有 {n} 人来不了，已有人顶</source>
            <translation>Shift at {time}: {n} cannot come, somebody stands in</translation>
        </message>
        <message>
            <source>有紧急通知，请马上看</source>
            <translation>An emergency notice, please read it now</translation>
        </message>
        <message>
            <source>通知在每一页的上边</source>
            <translation>Notices stand at the top of every page</translation>
        </message>
        <message>
            <source>{name}：{what}</source>
            <translation>{name}: {what}</translation>
        </message>
        <message numerus="yes">
            <source>{n} 件要擦洗、补齐或修</source>
            <translation>
                <numerusform>{n} to clean, fill up or repair</numerusform>
                <numerusform>{n} to clean, fill up or repair</numerusform>
            </translation>
        </message>
        <message>
            <source>{what}：急用拿走的，还没记是谁</source>
            <translation>{what}: taken in a hurry, nobody written down</translation>
        </message>
        <message>
            <source>过了 {time}，请提醒归还</source>
            <translation>{time} past its time, please ask for it</translation>
        </message>
        <message>
            <source>接待还没收尾</source>
            <translation>Today's reception is not closed</translation>
        </message>
        <message>
            <source>{what}：还剩 {time}要答复</source>
            <translation>{what}: {time} left to answer</translation>
        </message>
        <message>
            <source>{what}：超过 {time}没人答复</source>
            <translation>{what}: unanswered for {time} too long</translation>
        </message>
    </context>
    <context>
        <name>HearingPaper</name>
        <message>
            <source>反映的事</source>
            <translation>About</translation>
        </message>
        <message>
            <source>谁在办</source>
            <translation>In charge</translation>
        </message>
        <message>
            <source>办了什么</source>
            <translation>What was done</translation>
        </message>
        <message>
            <source>没有写到的事，请到门岗或接待时间当面说，也可以按回执号来问。</source>
            <translation>Anything not written here: please ask at the gate or at a reception, or with your receipt number.</translation>
        </message>
        <message>
            <source>{day} 贴出</source>
            <translation>Put up on {day}</translation>
        </message>
    </context>
    <context>
        <name>HearingsPage</name>
        <message>
            <source>今天接待</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>在办的事 {n}</source>
            <translation>Open matters {n}</translation>
        </message>
        <message>
            <source>要回的电话 {n}</source>
            <translation>Call-backs {n}</translation>
        </message>
        <message>
            <source>月度小结</source>
            <translation>Month</translation>
        </message>
        <message>
            <source>单位和时限</source>
            <translation>Bodies</translation>
        </message>
        <message>
            <source>请坐，慢慢说</source>
            <translation>Please sit down and take your time</translation>
        </message>
        <message>
            <source>记好了，请读给居民听</source>
            <translation>Noted: please read it to the resident</translation>
        </message>
        <message>
            <source>谁来接待？</source>
            <translation>Who receives?</translation>
        </message>
        <message>
            <source>换谁来接待？</source>
            <translation>Who receives instead?</translation>
        </message>
        <message>
            <source>哪类事归谁办，多久要答复</source>
            <translation>Who answers for what, and until when</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>都记好了</source>
            <translation>All noted</translation>
        </message>
        <message>
            <source>再加一件事</source>
            <translation>One more matter</translation>
        </message>
        <message>
            <source>开始接待</source>
            <translation>Begin</translation>
        </message>
        <message>
            <source>换好了</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>打印小结</source>
            <translation>Print summary</translation>
        </message>
        <message>
            <source>存上</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>居民说对</source>
            <translation>Resident says right</translation>
        </message>
        <message>
            <source>签好了</source>
            <translation>Signed</translation>
        </message>
        <message>
            <source>打印回执</source>
            <translation>Print receipt</translation>
        </message>
        <message>
            <source>不用确认</source>
            <translation>Not now</translation>
        </message>
        <message>
            <source>临时开一场接待</source>
            <translation>Open a reception now</translation>
        </message>
        <message>
            <source>来了一位居民</source>
            <translation>A resident has come</translation>
        </message>
        <message>
            <source>结束接待</source>
            <translation>Close reception</translation>
        </message>
        <message>
            <source>记一件事</source>
            <translation>Note a matter</translation>
        </message>
        <message>
            <source>存上了</source>
            <translation>Saved</translation>
        </message>
        <message>
            <source>去掉了</source>
            <translation>Removed</translation>
        </message>
        <message>
            <source>这场接待结束了</source>
            <translation>This reception is closed</translation>
        </message>
        <message>
            <source>记好了，谢谢居民</source>
            <translation>Noted. Please thank the resident</translation>
        </message>
    </context>
    <context>
        <name>HearingsWords</name>
        <message numerus="yes">
            <source>有 {n} 件事过了时间还没人答复</source>
            <translation>
                <numerusform>{n} matter is late for its first answer</numerusform>
                <numerusform>{n} matters are late for their first answer</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>正在接待，已经来了 {n} 位</source>
            <translation>
                <numerusform>Receiving, {n} has come</numerusform>
                <numerusform>Receiving, {n} have come</numerusform>
            </translation>
        </message>
        <message>
            <source>今天有接待</source>
            <translation>Residents are received today</translation>
        </message>
        <message numerus="yes">
            <source>有 {n} 件事在办</source>
            <translation>
                <numerusform>{n} matter is open</numerusform>
                <numerusform>{n} matters are open</numerusform>
            </translation>
        </message>
        <message>
            <source>今天没有排接待，也没有在办的事</source>
            <translation>No reception planned today, and nothing open</translation>
        </message>
        <message>
            <source>{who}（{what}）</source>
            <translation>{who} ({what})</translation>
        </message>
        <message>
            <source>{who}（顶班）</source>
            <translation>{who} (standing in)</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>还没定谁接待</source>
            <translation>Nobody named yet</translation>
        </message>
        <message>
            <source>还没有居民来</source>
            <translation>Nobody has come yet</translation>
        </message>
        <message>
            <source>没有居民来</source>
            <translation>Nobody came</translation>
        </message>
        <message>
            <source>来了 {n} 位，{m} 件事</source>
            <translation>{n} came, {m} noted</translation>
        </message>
        <message>
            <source>{words}，{k} 件还没着落</source>
            <translation>{words}, {k} not settled</translation>
        </message>
        <message>
            <source>不愿留名</source>
            <translation>Unnamed</translation>
        </message>
        <message>
            <source>没有留姓名</source>
            <translation>No name left</translation>
        </message>
        <message>
            <source>签了名</source>
            <translation>Signed</translation>
        </message>
        <message>
            <source>读过，说对</source>
            <translation>Read back, said right</translation>
        </message>
        <message>
            <source>没有确认</source>
            <translation>Not confirmed</translation>
        </message>
        <message>
            <source>还没读给居民听</source>
            <translation>Not read back yet</translation>
        </message>
    </context>
    <context>
        <name>HelpPage</name>
        <message>
            <source>目录</source>
            <translation>Contents</translation>
        </message>
        <message>
            <source>打印一页，贴墙上</source>
            <translation>Print a page for the wall</translation>
        </message>
        <message>
            <source>我的第一个早上（练十分钟）</source>
            <translation>My first morning (ten minutes)</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>想看哪一章？</source>
            <translation>Which chapter?</translation>
        </message>
    </context>
    <context>
        <name>HelpPanel</name>
        <message>
            <source>电话：{who}</source>
            <translation>Phone: {who}</translation>
        </message>
        <message>
            <source>呼叫门岗</source>
            <translation>Call the gate</translation>
        </message>
        <message>
            <source>有生命危险请直接打 120，着火打 119，报警打 110</source>
            <translation>Life in danger: phone 120. Fire: 119. Police: 110</translation>
        </message>
    </context>
    <context>
        <name>HistoryCard</name>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>更正了{fields}</source>
            <translation>Corrected: {fields}</translation>
        </message>
        <message>
            <source>{what}（已撤销）</source>
            <translation>{what} (undone)</translation>
        </message>
        <message>
            <source>经过</source>
            <translation>History</translation>
        </message>
    </context>
    <context>
        <name>HistoryPanel</name>
        <message>
            <source>什么时候</source>
            <translation>When</translation>
        </message>
        <message>
            <source>设备</source>
            <translation>Device</translation>
        </message>
        <message>
            <source>做什么</source>
            <translation>What</translation>
        </message>
        <message>
            <source>为什么</source>
            <translation>What for</translation>
        </message>
        <message>
            <source>谁</source>
            <translation>Who</translation>
        </message>
        <message>
            <source>系统</source>
            <translation>Program</translation>
        </message>
        <message>
            <source>结果</source>
            <translation>Outcome</translation>
        </message>
        <message>
            <source>做过的事</source>
            <translation>What was done</translation>
        </message>
        <message>
            <source>每一次开门、出货、打印，都会记下是谁、为什么、成没成。</source>
            <translation>Every opening, hand-out and print is noted: who, what for, and what came of it.</translation>
        </message>
        <message>
            <source>还没有做过什么</source>
            <translation>Nothing was done yet</translation>
        </message>
        <message>
            <source>{who}看过。</source>
            <translation>{who} looked.</translation>
        </message>
        <message>
            <source>时间</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>来访人</source>
            <translation>Visitor</translation>
        </message>
        <message>
            <source>楼栋</source>
            <translation>Bldg</translation>
        </message>
        <message>
            <source>{b} 栋</source>
            <translation>{b}</translation>
        </message>
        <message>
            <source>现在</source>
            <translation>Now</translation>
        </message>
        <message>
            <source>类型</source>
            <translation>Type</translation>
        </message>
        <message>
            <source>人数</source>
            <translation>People</translation>
        </message>
        <message>
            <source>离开</source>
            <translation>Left</translation>
        </message>
        <message>
            <source>没有留姓名</source>
            <translation>No name given</translation>
        </message>
        <message numerus="yes">
            <source>{name} · {n} 人</source>
            <translation>
                <numerusform>{name} · {n} person</numerusform>
                <numerusform>{name} · {n} people</numerusform>
            </translation>
        </message>
        <message>
            <source>全部来过的</source>
            <translation>All who came</translation>
        </message>
        <message>
            <source>在里面</source>
            <translation>Inside</translation>
        </message>
        <message>
            <source>已离开</source>
            <translation>Left</translation>
        </message>
        <message>
            <source>没来或没放行</source>
            <translation>Not let in</translation>
        </message>
        <message>
            <source>预约</source>
            <translation>Expected</translation>
        </message>
        <message>
            <source>全部类型</source>
            <translation>All types</translation>
        </message>
        <message>
            <source>从这天往前</source>
            <translation>Up to this day</translation>
        </message>
        <message>
            <source>状态</source>
            <translation>State</translation>
        </message>
        <message>
            <source>回到现在</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>全部来访</source>
            <translation>All visits</translation>
        </message>
        <message>
            <source>这里会列出每一次来访</source>
            <translation>Every visit will be listed here</translation>
        </message>
        <message>
            <source>现在没有符合的。换个条件，或者按 F2 登记第一位。</source>
            <translation>Nothing matches. Change the filter, or press F2 to register the first visitor.</translation>
        </message>
    </context>
    <context>
        <name>HitList</name>
        <message>
            <source>名字或编号</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>楼栋门牌</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>时间</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>现在</source>
            <translation>Now</translation>
        </message>
        <message>
            <source>类型</source>
            <translation>Type</translation>
        </message>
        <message>
            <source>电话或车牌</source>
            <translation>Phone or plate</translation>
        </message>
        <message>
            <source>来访记录</source>
            <translation>Visits</translation>
        </message>
        <message>
            <source>预约</source>
            <translation>Expected</translation>
        </message>
        <message>
            <source>来过的人</source>
            <translation>Previous visitors</translation>
        </message>
        <message>
            <source>住户门牌</source>
            <translation>Households</translation>
        </message>
        <message>
            <source>居民</source>
            <translation>Residents</translation>
        </message>
        <message>
            <source>反映的事</source>
            <translation>Matters</translation>
        </message>
        <message>
            <source>寄放物品</source>
            <translation>Goods left at the gate</translation>
        </message>
        <message>
            <source>来访证</source>
            <translation>Visitor pass</translation>
        </message>
        <message>
            <source>{group}（前 {n} 条）</source>
            <translation>{group} (first {n})</translation>
        </message>
        <message>
            <source>{group}（{n}）</source>
            <translation>{group} ({n})</translation>
        </message>
        <message>
            <source>没有留姓名</source>
            <translation>No name</translation>
        </message>
        <message>
            <source>{b} 栋</source>
            <translation>Bldg {b}</translation>
        </message>
        <message>
            <source>上次 {when}</source>
            <translation>Last {when}</translation>
        </message>
        <message>
            <source>到 {when}</source>
            <translation>until {when}</translation>
        </message>
        <message numerus="yes">
            <source>{n} 位居民</source>
            <translation>
                <numerusform>{n} resident</numerusform>
                <numerusform>{n} residents</numerusform>
            </translation>
        </message>
        <message>
            <source>{shelf} 架</source>
            <translation>shelf {shelf}</translation>
        </message>
        <message>
            <source>已作废</source>
            <translation>Revoked</translation>
        </message>
        <message>
            <source>找到的内容</source>
            <translation>What was found</translation>
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
        <name>HoldPanel</name>
        <message>
            <source>请填写</source>
            <translation>Please fill this in</translation>
        </message>
        <message>
            <source>依法保留这次来访的记录</source>
            <translation>Legal hold on the record of this visit</translation>
        </message>
        <message>
            <source>保留</source>
            <translation>Place the hold</translation>
        </message>
        <message>
            <source>公安、法院等凭公文要求时才保留。到期后照常删除，谁保留的会记下来。</source>
            <translation>Only when the police, a court or the like order it in writing. It ends on its own; who placed it is recorded.</translation>
        </message>
        <message>
            <source>哪个单位要求的</source>
            <translation>Ordered by</translation>
        </message>
        <message>
            <source>保留到哪天</source>
            <translation>Keep until</translation>
        </message>
        <message>
            <source>为什么，公文编号</source>
            <translation>Why, and the number of the order</translation>
        </message>
    </context>
    <context>
        <name>HoldRows</name>
        <message>
            <source>依法保留到 {until}，到期前不会删除</source>
            <translation>Legal hold until {until}: not deleted before then</translation>
        </message>
        <message>
            <source>{who} {when} 设</source>
            <translation>Placed by {who}, {when}</translation>
        </message>
        <message>
            <source>管理员</source>
            <translation>a manager</translation>
        </message>
        <message>
            <source>解除保留</source>
            <translation>Release the hold</translation>
        </message>
    </context>
    <context>
        <name>HoleWords</name>
        <message>
            <source>{where}：{who}没有人能来</source>
            <translation>{where}: nobody can come from {who}</translation>
        </message>
        <message>
            <source>{where}：会{skill}的人一位也来不了</source>
            <translation>{where}: nobody with {skill} can come</translation>
        </message>
        <message numerus="yes">
            <source>{where}：还缺 {n} 人</source>
            <translation>
                <numerusform>{where}: {n} person short</numerusform>
                <numerusform>{where}: {n} people short</numerusform>
            </translation>
        </message>
        <message>
            <source>队里没有合适的人。可以添一位，或者改这一班的要求。</source>
            <translation>The team has nobody who fits. You can add somebody, or change what the shift asks for.</translation>
        </message>
        <message>
            <source>这一班太长，谁也不能连着值这么久。请拆成几班，或者自己指定一个人。</source>
            <translation>The shift is too long: nobody may serve so long on end. Please split it, or put somebody in yourself.</translation>
        </message>
        <message numerus="yes">
            <source>合适的有 {n} 位，原因都一样：{why}。</source>
            <translation>
                <numerusform>{n} person would fit, who is {why}.</numerusform>
                <numerusform>{n} people would fit, who are all {why}.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>合适的有 {n} 位：{why}。</source>
            <translation>
                <numerusform>{n} person would fit: {why}.</numerusform>
                <numerusform>{n} people would fit: {why}.</numerusform>
            </translation>
        </message>
        <message>
            <source>{place}：{what}</source>
            <translation>{place}: {what}</translation>
        </message>
        <message>
            <source>{words}（还有 {others}）</source>
            <translation>{words} (with {others})</translation>
        </message>
        <message numerus="yes">
            <source>{n} 位{why}</source>
            <translation>
                <numerusform>{n} {why}</numerusform>
                <numerusform>{n} {why}</numerusform>
            </translation>
        </message>
        <message>
            <source>{said}（{who}）</source>
            <translation>{said} ({who})</translation>
        </message>
        <message>
            <source>党总支、三驾马车都</source>
            <translation>the 1 or the 3 (branch, committees, property)</translation>
        </message>
        <message>
            <source>{where}，{who}</source>
            <translation>{where}, {who}</translation>
        </message>
    </context>
    <context>
        <name>HomePanel</name>
        <message>
            <source>看到您的码了，请按要办的事</source>
            <translation>Your code was read: press what you need</translation>
        </message>
        <message>
            <source>您要办什么？请按</source>
            <translation>What do you need? Please press</translation>
        </message>
        <message>
            <source>口罩</source>
            <translation>Mask</translation>
        </message>
        <message>
            <source>现在没有口罩</source>
            <translation>No masks now</translation>
        </message>
        <message>
            <source>住户每天可领</source>
            <translation>Every day for residents</translation>
        </message>
        <message>
            <source>借用</source>
            <translation>Borrow</translation>
        </message>
        <message>
            <source>现在没有可借的</source>
            <translation>Nothing to borrow now</translation>
        </message>
        <message>
            <source>轮椅、推车、雨伞等</source>
            <translation>Wheelchair, umbrella</translation>
        </message>
        <message>
            <source>求助</source>
            <translation>Help</translation>
        </message>
        <message>
            <source>叫人来</source>
            <translation>Call somebody</translation>
        </message>
        <message>
            <source>还东西：把物品上的码对着摄像头或扫码口</source>
            <translation>Returning? Show the label of the thing to the camera or scanner</translation>
        </message>
        <message>
            <source>哪一种码</source>
            <translation>Kind of code</translation>
        </message>
        <message>
            <source>房号、业主姓名或拼音、标签上的编号</source>
            <translation>Room, owner, or number on a label</translation>
        </message>
        <message>
            <source>查一户或一个码</source>
            <translation>Find a household or a code</translation>
        </message>
        <message>
            <source>找到的住户和码</source>
            <translation>Households and codes found</translation>
        </message>
        <message>
            <source>查一户，或一个码</source>
            <translation>Find a household or a code</translation>
        </message>
        <message>
            <source>最近作废的码</source>
            <translation>Recently revoked codes</translation>
        </message>
        <message>
            <source>近 30 天没有作废的码。</source>
            <translation>No codes were revoked in the last 30 days.</translation>
        </message>
        <message>
            <source>最近作废</source>
            <translation>Recently revoked</translation>
        </message>
        <message>
            <source>户内码</source>
            <translation>Indoor</translation>
        </message>
        <message>
            <source>户外码</source>
            <translation>Outdoor</translation>
        </message>
        <message>
            <source>物品码</source>
            <translation>Items</translation>
        </message>
        <message>
            <source>柜门码</source>
            <translation>Lockers</translation>
        </message>
        <message>
            <source>班次码</source>
            <translation>Shifts</translation>
        </message>
        <message>
            <source>住户导入以后，在这里查一户，给它发码、补办或作废。</source>
            <translation>Once residents are imported, find a household here to issue, replace or revoke its code.</translation>
        </message>
        <message>
            <source>没有找到。请核对房号或编号，编号印在标签的二维码下面。</source>
            <translation>Nothing found. Check the room or the number, which is printed under the code on the label.</translation>
        </message>
        <message>
            <source>输入 3-1-1202、姓名或拼音，就能给这一户发码、补办或作废。把标签对准摄像头，就知道是不是本小区的码。</source>
            <translation>Type 3-1-1202 or a name to issue, replace or revoke a household's code. Hold a label up to the camera to see whether it is one of ours.</translation>
        </message>
        <message numerus="yes">
            <source>{door} · {n} 人</source>
            <translation>
                <numerusform>{door} · {n} person</numerusform>
                <numerusform>{door} · {n} people</numerusform>
            </translation>
        </message>
        <message>
            <source>设备</source>
            <translation>Device</translation>
        </message>
        <message>
            <source>是什么</source>
            <translation>What it is</translation>
        </message>
        <message>
            <source>在哪里</source>
            <translation>Where</translation>
        </message>
        <message>
            <source>现在</source>
            <translation>Now</translation>
        </message>
        <message>
            <source>接着的设备</source>
            <translation>Attached devices</translation>
        </message>
        <message>
            <source>正在看接了什么</source>
            <translation>Looking at what is attached</translation>
        </message>
        <message>
            <source>请稍候。</source>
            <translation>Please wait.</translation>
        </message>
        <message>
            <source>读卡器、打印机、柜子、道闸插上以后，按「加设备」。没有机器也可以先加一台练习的。</source>
            <translation>Plug in a reader, printer, cabinet or barrier and press Add a device. Without a machine you can add one for practice.</translation>
        </message>
        <message>
            <source>接上的设备都会列在这里</source>
            <translation>What is attached will be listed here</translation>
        </message>
        <message>
            <source>{what}（练习）</source>
            <translation>{what} (practice)</translation>
        </message>
        <message>
            <source>房号、姓名、拼音、电话尾号或车牌</source>
            <translation>Room, name, phone ending or plate</translation>
        </message>
        <message>
            <source>找住户</source>
            <translation>Find a resident</translation>
        </message>
        <message>
            <source>按楼栋看</source>
            <translation>By building</translation>
        </message>
        <message>
            <source>房号</source>
            <translation>Room</translation>
        </message>
        <message>
            <source>住户</source>
            <translation>Resident</translation>
        </message>
        <message>
            <source>电话</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>找到的住户</source>
            <translation>Households found</translation>
        </message>
        <message>
            <source>{n} 栋</source>
            <translation>Building {n}</translation>
        </message>
        <message>
            <source>姓名可以写拼音，比如 ouyang 或 oyxm；房号写 3-1-1202。</source>
            <translation>Names work in pinyin, such as ouyang or oyxm; write rooms like 3-1-1202.</translation>
        </message>
        <message>
            <source>没有找到这样的住户</source>
            <translation>No such resident found</translation>
        </message>
        <message>
            <source>姓名和电话只显示一部分，要看全得先选理由。</source>
            <translation>Names and phones are shown in part; to see all, choose a reason first.</translation>
        </message>
        <message>
            <source>在上面输入几个字，这里就会列出住户</source>
            <translation>Type above and residents appear here</translation>
        </message>
        <message>
            <source>有了名单（Excel 或 CSV），按下面的按钮一次就能全部导入；也可以一户一户添加。</source>
            <translation>With a list (Excel or CSV), the button below imports everyone at once. You can also add households one by one.</translation>
        </message>
        <message>
            <source>请管理员来导入名单。没有名单也能登记来访：楼栋房号可以直接写。</source>
            <translation>Please ask the manager to import the list. You can register visits without it: just type the building and room.</translation>
        </message>
        <message>
            <source>每一户、每一位住户都会列在这里</source>
            <translation>Every household and resident will be listed here</translation>
        </message>
        <message numerus="yes">
            <source>{n} 人</source>
            <translation>
                <numerusform>{n} person</numerusform>
                <numerusform>{n} people</numerusform>
            </translation>
        </message>
        <message>
            <source>刚才没有做成</source>
            <translation>That was not done</translation>
        </message>
        <message>
            <source>知道了</source>
            <translation>OK</translation>
        </message>
        <message>
            <source>上次没有对齐</source>
            <translation>The last attempt did not end well</translation>
        </message>
        <message>
            <source>{a} ／ {b}</source>
            <translation>{a} / {b}</translation>
        </message>
        <message>
            <source>看一看</source>
            <translation>Look</translation>
        </message>
        <message>
            <source>还有 {n} 处，定好上面的再显示。</source>
            <translation>{n} more appear once these are settled.</translation>
        </message>
        <message>
            <source>{first} {gate1}，{second} {gate2}。两次都记下了，请当班的人问一声。</source>
            <translation>{first} {gate1}, {second} {gate2}. Both are recorded; please ask who is on duty.</translation>
        </message>
        <message>
            <source>{door}的来访证在两个门各用了一次</source>
            <translation>The pass of {door} was used at two gates</translation>
        </message>
        <message numerus="yes">
            <source>有 {n} 条「{kind}」中心没有收</source>
            <translation>
                <numerusform>{n} line of '{kind}' was not taken by the hub</numerusform>
                <numerusform>{n} lines of '{kind}' were not taken by the hub</numerusform>
            </translation>
        </message>
        <message>
            <source>门牌 {what} 登记了 {n} 次</source>
            <translation>Door {what} is registered {n} times</translation>
        </message>
        <message>
            <source>{what} 登记了 {n} 次</source>
            <translation>{what} is registered {n} times</translation>
        </message>
        <message>
            <source>可能是两个门岗各录了一次，核对后可以合并。</source>
            <translation>Perhaps two gates each entered it; check, then merge.</translation>
        </message>
        <message>
            <source>打开看看</source>
            <translation>Open to look</translation>
        </message>
        <message numerus="yes">
            <source>有 {n} 条「{kind}」先放着</source>
            <translation>
                <numerusform>{n} line of '{kind}' is set aside</numerusform>
                <numerusform>{n} lines of '{kind}' are set aside</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} 条 · 最早 {ago}</source>
            <translation>{n} · oldest {ago}</translation>
        </message>
        <message>
            <source>其他</source>
            <translation>Other</translation>
        </message>
        <message>
            <source>{n} 条</source>
            <translation>{n}</translation>
        </message>
        <message>
            <source>待传 {n} 条</source>
            <translation>{n} to send</translation>
        </message>
        <message>
            <source>登记、计数、设置都存在这台电脑里，断网断电都不丢。</source>
            <translation>Visits, counts and settings are kept on this computer; neither a lost line nor a power cut loses them.</translation>
        </message>
        <message>
            <source>都送到了，没有要传的。</source>
            <translation>All has arrived; nothing is left to send.</translation>
        </message>
        <message>
            <source>一台电脑（尾号 {tail}）</source>
            <translation>A computer (ending {tail})</translation>
        </message>
        <message>
            <source>还没有听到过</source>
            <translation>not heard of yet</translation>
        </message>
        <message>
            <source>{ago}听到</source>
            <translation>heard {ago}</translation>
        </message>
        <message>
            <source>小区里别的门岗</source>
            <translation>Other gates of the estate</translation>
        </message>
        <message>
            <source>中心：{hub}</source>
            <translation>Hub: {hub}</translation>
        </message>
        <message>
            <source>请看一下</source>
            <translation>Please look</translation>
        </message>
        <message>
            <source>管理员</source>
            <translation>For the manager</translation>
        </message>
        <message>
            <source>邀请另一台电脑</source>
            <translation>Invite another computer</translation>
        </message>
        <message>
            <source>用 U 盘邀请另一台电脑</source>
            <translation>Invite another computer by stick</translation>
        </message>
        <message>
            <source>存到 U 盘</source>
            <translation>Save to a stick</translation>
        </message>
        <message>
            <source>从 U 盘读入</source>
            <translation>Read from a stick</translation>
        </message>
        <message>
            <source>断开中心</source>
            <translation>Unlink from the hub</translation>
        </message>
        <message>
            <source>谁</source>
            <translation>Who</translation>
        </message>
        <message>
            <source>身份</source>
            <translation>Capacity</translation>
        </message>
        <message>
            <source>本月</source>
            <translation>Month</translation>
        </message>
        <message>
            <source>{n} 班</source>
            <translation>{n}</translation>
        </message>
        <message>
            <source>说过时间</source>
            <translation>Times</translation>
        </message>
        <message>
            <source>没说</source>
            <translation>not said</translation>
        </message>
        <message>
            <source>说明</source>
            <translation>Notes</translation>
        </message>
        <message>
            <source>值班队伍</source>
            <translation>Team</translation>
        </message>
        <message>
            <source>值班的每一位都会列在这里</source>
            <translation>Everybody who serves is listed here</translation>
        </message>
        <message>
            <source>一位一位加，或者把群里的接龙贴进来，认不出的名字可以直接加入队伍。</source>
            <translation>Add people one by one, or paste a chat list: names it does not know can join the team at once.</translation>
        </message>
    </context>
    <context>
        <name>HomePart</name>
        <message>
            <source>看设置</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>刷脸认人</source>
            <translation>Recognise a resident</translation>
        </message>
        <message>
            <source>录入过的住户站到摄像头前，不留记录</source>
            <translation>Residents who enrolled stand before the camera; no record is kept</translation>
        </message>
        <message>
            <source>撤回，删除人脸信息</source>
            <translation>Withdraw and delete</translation>
        </message>
        <message>
            <source>回执上的撤回码</source>
            <translation>Withdrawal code on the receipt</translation>
        </message>
        <message>
            <source>12 位字母和数字；也可以扫回执上的二维码</source>
            <translation>12 letters and digits; or scan the square on the receipt</translation>
        </message>
        <message>
            <source>查这个撤回码</source>
            <translation>Look up this code</translation>
        </message>
        <message>
            <source>没有回执：看证件，按姓名找</source>
            <translation>No receipt: check their document, find the name</translation>
        </message>
    </context>
    <context>
        <name>HomeView</name>
        <message>
            <source>在这里的东西</source>
            <translation>Here</translation>
        </message>
        <message>
            <source>借出去的</source>
            <translation>Out</translation>
        </message>
        <message>
            <source>借出去以后会列在这里，到时间会提醒。谁来还都行，扫一下物品码就收回。</source>
            <translation>What is lent will be listed here, with a reminder when it is due. Anybody may bring it back: one scan of its label.</translation>
        </message>
        <message>
            <source>按“物品册”写下轮椅、推车这些东西，贴上物品码，就能借了。</source>
            <translation>Press 'Asset book', write down wheelchairs, trolleys and so on, stick on their labels, and they can be lent.</translation>
        </message>
        <message>
            <source>请管理员在物品册里写下轮椅、推车这些东西，就能借了。</source>
            <translation>Once the manager has entered wheelchairs, trolleys and so on in the asset book, they can be lent.</translation>
        </message>
        <message>
            <source>可以借的东西会列在这里</source>
            <translation>Things that can be lent will be listed here</translation>
        </message>
    </context>
    <context>
        <name>HoursPage</name>
        <message>
            <source>上个月</source>
            <translation>Month before</translation>
        </message>
        <message>
            <source>下个月</source>
            <translation>Month after</translation>
        </message>
        <message>
            <source>有人上岗、下岗以后，时长会列在这里。</source>
            <translation>Hours appear here once people have clocked on and off.</translation>
        </message>
        <message>
            <source>每人的时长会列在这里</source>
            <translation>Everybody's hours will be listed here</translation>
        </message>
        <message>
            <source>这个月没有记录</source>
            <translation>Nothing in this month</translation>
        </message>
        <message>
            <source>没有等确认的</source>
            <translation>Nothing waits</translation>
        </message>
        <message>
            <source>忘了下岗、补记、代记的，会先到这里。</source>
            <translation>What was forgotten, added by hand or recorded by the desk comes here first.</translation>
        </message>
        <message>
            <source>证明会列在这里</source>
            <translation>Certificates will be listed here</translation>
        </message>
        <message>
            <source>按“开证明”，选好人和日期就行。免费。</source>
            <translation>Press 'New certificate' and choose the person and the days. It is free.</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>开证明</source>
            <translation>New certificate</translation>
        </message>
        <message>
            <source>卡丢了，换新的</source>
            <translation>Replace card</translation>
        </message>
        <message>
            <source>打印值班码</source>
            <translation>Print card</translation>
        </message>
        <message>
            <source>印上本人照片</source>
            <translation>Print a photo on it</translation>
        </message>
        <message>
            <source>补记</source>
            <translation>Add work</translation>
        </message>
        <message numerus="yes">
            <source>看等确认的 {n} 条</source>
            <translation>
                <numerusform>See the {n} that waits</numerusform>
                <numerusform>See the {n} that wait</numerusform>
            </translation>
        </message>
        <message>
            <source>证明</source>
            <translation>Certificates</translation>
        </message>
        <message>
            <source>导出表格</source>
            <translation>Export</translation>
        </message>
        <message numerus="yes">
            <source>{n} 条都对，确认</source>
            <translation>
                <numerusform>It is right: confirm</numerusform>
                <numerusform>All {n} are right: confirm</numerusform>
            </translation>
        </message>
        <message>
            <source>对，计入</source>
            <translation>Right, count it</translation>
        </message>
        <message>
            <source>改时间</source>
            <translation>Correct the time</translation>
        </message>
        <message>
            <source>不计入</source>
            <translation>Do not count</translation>
        </message>
        <message>
            <source>本人说有误</source>
            <translation>They say it is wrong</translation>
        </message>
        <message>
            <source>打印</source>
            <translation>Print</translation>
        </message>
        <message>
            <source>不受理</source>
            <translation>Decline</translation>
        </message>
        <message>
            <source>受理</source>
            <translation>Accept</translation>
        </message>
        <message>
            <source>出具</source>
            <translation>Issue</translation>
        </message>
        <message>
            <source>撤回</source>
            <translation>Withdraw</translation>
        </message>
        <message>
            <source>开始公示</source>
            <translation>Begin posting</translation>
        </message>
        <message>
            <source>服务时长 {month}.xlsx</source>
            <translation>hours {month}.xlsx</translation>
        </message>
        <message>
            <source>表格 (*.xlsx);;CSV 文件 (*.csv)</source>
            <translation>Spreadsheet (*.xlsx);;CSV file (*.csv)</translation>
        </message>
        <message>
            <source>存到哪里？</source>
            <translation>Where should it go?</translation>
        </message>
    </context>
    <context>
        <name>HoursWords</name>
        <message>
            <source>{label} {month}计入 {hours} 小时</source>
            <translation>{label}: {hours} h count in {month}</translation>
        </message>
        <message>
            <source>{month}，大家一共服务了 {hours} 小时</source>
            <translation>{month}: {hours} hours served by all</translation>
        </message>
        <message>
            <source>{hours} 小时</source>
            <translation>{hours} h</translation>
        </message>
        <message>
            <source>；</source>
            <translation>; </translation>
        </message>
        <message>
            <source>没有排班</source>
            <translation>No shift</translation>
        </message>
        <message numerus="yes">
            <source>公示中，还有 {n} 天</source>
            <translation>
                <numerusform>Posted, {n} day left</numerusform>
                <numerusform>Posted, {n} days left</numerusform>
            </translation>
        </message>
        <message>
            <source>补记一次服务</source>
            <translation>Add work by hand</translation>
        </message>
        <message>
            <source>改成对的时间</source>
            <translation>The right time</translation>
        </message>
        <message>
            <source>为什么不计入？</source>
            <translation>Why does it not count?</translation>
        </message>
        <message>
            <source>哪里不对？</source>
            <translation>What is wrong?</translation>
        </message>
        <message>
            <source>给谁开证明，哪段日子？</source>
            <translation>For whom, and for which days?</translation>
        </message>
        <message>
            <source>证明上的四项，请核对</source>
            <translation>Please check the four blocks of the certificate</translation>
        </message>
        <message>
            <source>为什么不受理？</source>
            <translation>Why is it declined?</translation>
        </message>
        <message>
            <source>为什么撤回？</source>
            <translation>Why is it withdrawn?</translation>
        </message>
        <message>
            <source>记下来</source>
            <translation>Record it</translation>
        </message>
        <message>
            <source>改成这样，并计入</source>
            <translation>Correct and count it</translation>
        </message>
        <message>
            <source>不计入</source>
            <translation>Do not count</translation>
        </message>
        <message>
            <source>请班长看一看</source>
            <translation>Ask a shift lead</translation>
        </message>
        <message>
            <source>申请</source>
            <translation>Ask for it</translation>
        </message>
        <message>
            <source>编号并出具</source>
            <translation>Number and issue</translation>
        </message>
        <message>
            <source>不受理</source>
            <translation>Decline</translation>
        </message>
        <message>
            <source>撤回这张证明</source>
            <translation>Withdraw it</translation>
        </message>
        <message>
            <source>出具单位</source>
            <translation>Issued by</translation>
        </message>
        <message>
            <source>谁</source>
            <translation>Who</translation>
        </message>
        <message>
            <source>哪一天</source>
            <translation>Which day</translation>
        </message>
        <message>
            <source>几点开始</source>
            <translation>From</translation>
        </message>
        <message>
            <source>几点结束</source>
            <translation>Until</translation>
        </message>
        <message>
            <source>做了什么</source>
            <translation>What was done</translation>
        </message>
        <message>
            <source>在哪里</source>
            <translation>Where</translation>
        </message>
        <message>
            <source>原因</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>哪一种</source>
            <translation>Which kind</translation>
        </message>
        <message>
            <source>从哪一天</source>
            <translation>First day</translation>
        </message>
        <message>
            <source>到哪一天</source>
            <translation>Last day</translation>
        </message>
        <message>
            <source>用在哪里</source>
            <translation>What it is for</translation>
        </message>
        <message>
            <source>证件名称</source>
            <translation>Document</translation>
        </message>
        <message>
            <source>证件号码</source>
            <translation>Document number</translation>
        </message>
        <message>
            <source>志愿者编号</source>
            <translation>Volunteer number</translation>
        </message>
        <message>
            <source>负责人</source>
            <translation>Head</translation>
        </message>
        <message>
            <source>经办人</source>
            <translation>Handler</translation>
        </message>
        <message>
            <source>联系方式</source>
            <translation>Contact</translation>
        </message>
        <message>
            <source>比如 9:00</source>
            <translation>e.g. 9:00</translation>
        </message>
        <message>
            <source>比如 11:30</source>
            <translation>e.g. 11:30</translation>
        </message>
        <message>
            <source>比如 搬器材、巡逻</source>
            <translation>e.g. carrying equipment, patrol</translation>
        </message>
        <message>
            <source>比如 居民身份证</source>
            <translation>e.g. identity card</translation>
        </message>
        <message numerus="yes">
            <source>已确认 {n} 条，都计入了</source>
            <translation>
                <numerusform>{n} record confirmed; it counts</numerusform>
                <numerusform>{n} records confirmed; they count</numerusform>
            </translation>
        </message>
        <message>
            <source>记下了，等班长确认后计入</source>
            <translation>Recorded; it counts once a shift lead has confirmed it</translation>
        </message>
        <message>
            <source>改好了，按新的时间计入</source>
            <translation>Corrected; the new time counts</translation>
        </message>
        <message>
            <source>这条不计入</source>
            <translation>It does not count</translation>
        </message>
        <message>
            <source>已告诉班长，先不计入</source>
            <translation>The shift lead is told; it does not count for now</translation>
        </message>
        <message>
            <source>申请好了</source>
            <translation>Asked for</translation>
        </message>
        <message>
            <source>已受理，可以出具了</source>
            <translation>Accepted; it can be issued</translation>
        </message>
        <message>
            <source>已出具，可以打印了</source>
            <translation>Issued; it can be printed</translation>
        </message>
        <message>
            <source>从今天起公示 7 天</source>
            <translation>Posted from today, for 7 days</translation>
        </message>
        <message>
            <source>没有受理，申请人能看到原因</source>
            <translation>Declined; the reason can be seen</translation>
        </message>
        <message>
            <source>已撤回，查这张证明的人会看到</source>
            <translation>Withdrawn; whoever checks it will be told</translation>
        </message>
        <message numerus="yes">
            <source>已导出 {n} 行，姓名已遮住</source>
            <translation>
                <numerusform>{n} row exported, names masked</numerusform>
                <numerusform>{n} rows exported, names masked</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>还有 {n} 条等确认，确认后才计入</source>
            <translation>
                <numerusform>{n} record waits; it counts once confirmed</numerusform>
                <numerusform>{n} records wait; they count once confirmed</numerusform>
            </translation>
        </message>
        <message>
            <source>没有等确认的记录</source>
            <translation>No record waits</translation>
        </message>
        <message>
            <source>都确认好了</source>
            <translation>Everything is confirmed</translation>
        </message>
        <message numerus="yes">
            <source>{n} 条等您确认</source>
            <translation>
                <numerusform>{n} record waits for you</numerusform>
                <numerusform>{n} records wait for you</numerusform>
            </translation>
        </message>
        <message>
            <source>看一眼对不对；不对的点开来改</source>
            <translation>See whether they are right; open a wrong one to correct it</translation>
        </message>
        <message>
            <source>{label} {day} {hours}</source>
            <translation>{label} {day} {hours}</translation>
        </message>
        <message>
            <source>这是您自己的，要别人来确认</source>
            <translation>This is your own; somebody else has to confirm it</translation>
        </message>
        <message numerus="yes">
            <source>{n} 张证明要办</source>
            <translation>
                <numerusform>{n} certificate to see to</numerusform>
                <numerusform>{n} certificates to see to</numerusform>
            </translation>
        </message>
        <message>
            <source>证明都办好了</source>
            <translation>All certificates are done</translation>
        </message>
        <message>
            <source>还没有开过证明</source>
            <translation>No certificates yet</translation>
        </message>
        <message>
            <source>{label}申请了一张证明</source>
            <translation>{label} asks for a certificate</translation>
        </message>
        <message>
            <source>看过没问题，就受理</source>
            <translation>If it is in order, accept it</translation>
        </message>
        <message>
            <source>{label}的证明可以出具了</source>
            <translation>{label}'s certificate can be issued</translation>
        </message>
        <message>
            <source>核对四项，编号，打印，盖章</source>
            <translation>Check the four blocks, number, print, seal</translation>
        </message>
        <message>
            <source>{label}的证明出具了</source>
            <translation>{label}'s certificate is issued</translation>
        </message>
        <message>
            <source>打印盖章，再公示 7 天</source>
            <translation>Print and seal it, then post it for 7 days</translation>
        </message>
        <message>
            <source>{label}的证明正在公示</source>
            <translation>{label}'s certificate is posted</translation>
        </message>
        <message>
            <source>{label}的证明公示期满</source>
            <translation>{label}'s certificate is complete</translation>
        </message>
        <message>
            <source>{label}的申请没有受理</source>
            <translation>{label}'s request was declined</translation>
        </message>
        <message>
            <source>{label}的证明撤回了</source>
            <translation>{label}'s certificate was withdrawn</translation>
        </message>
    </context>
    <context>
        <name>HouseholdPanel</name>
        <message>
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>身份</source>
            <translation>Role</translation>
        </message>
        <message>
            <source>电话</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>这一户的住户</source>
            <translation>Residents of this household</translation>
        </message>
        <message>
            <source>这一户还没有登记住户。</source>
            <translation>Nobody is listed in this household yet.</translation>
        </message>
        <message>
            <source>住户</source>
            <translation>Residents</translation>
        </message>
        <message>
            <source>通行证、许可和最近来访</source>
            <translation>Passes, permits and recent visits</translation>
        </message>
        <message>
            <source>没有长期通行证、施工许可，近来也没有来访。</source>
            <translation>No standing pass, no permit, and no visit lately.</translation>
        </message>
        <message>
            <source>这一户</source>
            <translation>Household</translation>
        </message>
        <message>
            <source>户内码 {serial}</source>
            <translation>Household code {serial}</translation>
        </message>
        <message>
            <source>还没有户内码</source>
            <translation>No household code yet</translation>
        </message>
        <message>
            <source>长期：{who} {type}，到 {when}</source>
            <translation>Standing: {who} {type}, until {when}</translation>
        </message>
        <message>
            <source>许可：{who} {type}，到 {when}</source>
            <translation>Permit: {who} {type}, until {when}</translation>
        </message>
        <message>
            <source>{when} {who} {type}</source>
            <translation>{when} {who} {type}</translation>
        </message>
        <message>
            <source>现在遮住</source>
            <translation>Hide now</translation>
        </message>
        <message>
            <source>改资料</source>
            <translation>Edit</translation>
        </message>
        <message>
            <source>加一位</source>
            <translation>Add</translation>
        </message>
        <message>
            <source>门码</source>
            <translation>Codes</translation>
        </message>
        <message>
            <source>长期通行</source>
            <translation>Give pass</translation>
        </message>
    </context>
    <context>
        <name>HowPad</name>
        <message>
            <source>完好</source>
            <translation>Fine</translation>
        </message>
        <message>
            <source>脏了</source>
            <translation>Dirty</translation>
        </message>
        <message>
            <source>坏了</source>
            <translation>Broken</translation>
        </message>
        <message>
            <source>少了东西</source>
            <translation>Incomplete</translation>
        </message>
    </context>
    <context>
        <name>HutPage</name>
        <message>
            <source>{n} 秒后回到首页</source>
            <translation>Back to the start in {n} s</translation>
        </message>
        <message>
            <source>拍好了，回到首页</source>
            <translation>Photographed, back to the start</translation>
        </message>
        <message>
            <source>好了，回到首页</source>
            <translation>Done, back to the start</translation>
        </message>
        <message>
            <source>回到首页</source>
            <translation>Back to the start</translation>
        </message>
        <message>
            <source>大反差</source>
            <translation>Contrast</translation>
        </message>
        <message>
            <source>管理</source>
            <translation>Staff</translation>
        </message>
    </context>
    <context>
        <name>HutPanel</name>
        <message>
            <source>无人小屋</source>
            <translation>Unattended hut</translation>
        </message>
        <message>
            <source>没有人值守的地方：大屏上只有领口罩、借东西、求助三件事。</source>
            <translation>For a place nobody looks after: the screen offers a mask, things to borrow, and help.</translation>
        </message>
        <message>
            <source>把这台电脑变成小屋</source>
            <translation>Make this computer a hut</translation>
        </message>
        <message>
            <source>现在变成无人小屋吗？</source>
            <translation>Make it an unattended hut now?</translation>
        </message>
        <message>
            <source>屏幕上不再有登记和住户资料。要变回来，请按住屏幕上的「管理」两秒，再输入值班长、管理员或技术员的密码。</source>
            <translation>No visits and no residents will be on this screen. To change back, hold 'Staff' for two seconds and enter the PIN of a shift lead, manager or technician.</translation>
        </message>
        <message>
            <source>变成小屋</source>
            <translation>Make it a hut</translation>
        </message>
        <message>
            <source>先不变</source>
            <translation>Not now</translation>
        </message>
        <message>
            <source>{n} 秒</source>
            <translation>{n} s</translation>
        </message>
        <message>
            <source>{n} 件</source>
            <translation>{n}</translation>
        </message>
        <message>
            <source>多久没人碰就回到首页</source>
            <translation>Back to the start when nobody has touched it for</translation>
        </message>
        <message>
            <source>前面那位的内容都会清掉</source>
            <translation>Nothing of whoever was there before is left</translation>
        </message>
        <message>
            <source>一户同时最多借几件</source>
            <translation>Things a household may have at once</translation>
        </message>
        <message>
            <source>快递、骑手没有住户码也能领口罩</source>
            <translation>Couriers and riders may have a mask without a code</translation>
        </message>
        <message>
            <source>这台电脑开机、登录后自动打开小屋</source>
            <translation>Open the hut when somebody signs in to this computer</translation>
        </message>
        <message>
            <source>口罩机、物品柜、扫码枪在「设备」里添加；求助在哪个门岗响、打哪个电话，在「自动规则」里写。</source>
            <translation>Add dispenser, locker and scanner under Devices; say under Rules where a call for help rings and whom to phone.</translation>
        </message>
    </context>
    <context>
        <name>HutWords</name>
        <message>
            <source>正在出口罩，请稍等</source>
            <translation>Your mask is coming, please wait</translation>
        </message>
        <message>
            <source>正在开柜门，请稍等</source>
            <translation>Opening the door of the locker, please wait</translation>
        </message>
        <message>
            <source>正在登记，请稍等</source>
            <translation>Writing it down, please wait</translation>
        </message>
        <message>
            <source>请取走口罩</source>
            <translation>Please take your mask</translation>
        </message>
        <message>
            <source>在下面的出口。</source>
            <translation>It is in the tray below.</translation>
        </message>
        <message>
            <source>请在 {due} 前还回来。还的时候，把物品上的码对着摄像头。</source>
            <translation>Please bring it back by {due}. To return it, show its label to the camera.</translation>
        </message>
        <message>
            <source>{door} 号门开了，请拿走「{name}」，随手关门</source>
            <translation>Door {door} is open: please take '{name}' and close the door</translation>
        </message>
        <message>
            <source>借好了，请拿走「{name}」{where}</source>
            <translation>It is lent to you: please take '{name}'{where}</translation>
        </message>
        <message>
            <source>（{place}）</source>
            <translation> ({place})</translation>
        </message>
        <message>
            <source>记下了，谢谢您告诉我们</source>
            <translation>Noted, thank you for telling us</translation>
        </message>
        <message>
            <source>有人会来看，修好、补齐以前不再出借。</source>
            <translation>Somebody will look at it; it is not lent until it is put right.</translation>
        </message>
        <message>
            <source>{door} 号门开了，请放进去，随手关门</source>
            <translation>Door {door} is open: please put it in and close the door</translation>
        </message>
        <message>
            <source>还好了，请放回「{place}」</source>
            <translation>It is returned: please put it back at '{place}'</translation>
        </message>
        <message>
            <source>还好了，谢谢</source>
            <translation>It is returned, thank you</translation>
        </message>
        <message>
            <source>坏了或少了东西，请按下面的按钮告诉我们。</source>
            <translation>If it is broken or something is missing, please press the button below.</translation>
        </message>
        <message>
            <source>口罩没有出来，已经报给门岗</source>
            <translation>No mask came out; the gate has been told</translation>
        </message>
        <message>
            <source>口罩可能卡住了，已经报给门岗</source>
            <translation>The mask may be stuck; the gate has been told</translation>
        </message>
        <message>
            <source>柜门没有打开，已经报给门岗</source>
            <translation>The door did not open; the gate has been told</translation>
        </message>
        <message>
            <source>不知道柜门开了没有，已经报给门岗</source>
            <translation>It is not certain that the door opened; the gate has been told</translation>
        </message>
        <message>
            <source>请用手机拍下这个单号。到任何一个门岗出示，都能查到处理结果。</source>
            <translation>Please photograph this number. Any gate can tell you what became of it.</translation>
        </message>
        <message>
            <source>要叫人来帮忙吗？</source>
            <translation>Shall we call somebody?</translation>
        </message>
        <message>
            <source>有人看到了，正在处理</source>
            <translation>Somebody has seen it and is at it</translation>
        </message>
        <message>
            <source>请在这里等一会儿。</source>
            <translation>Please wait here a moment.</translation>
        </message>
        <message>
            <source>正在呼叫「{gate}」</source>
            <translation>Calling '{gate}'</translation>
        </message>
        <message>
            <source>请在这里等。没人来就打电话：</source>
            <translation>Please wait here. If nobody comes, phone:</translation>
        </message>
        <message>
            <source>这里现在连不到有人的门岗，请打电话</source>
            <translation>No gate with somebody there can be reached now: please phone</translation>
        </message>
        <message>
            <source>呼叫已经记下，连上后门岗会看到。</source>
            <translation>Your call is kept; the gate will see it once the line is back.</translation>
        </message>
        <message>
            <source>这里现在连不到有人的门岗，请到门岗找人</source>
            <translation>No gate with somebody there can be reached now: please go to a gate</translation>
        </message>
    </context>
    <context>
        <name>InsidePage</name>
        <message>
            <source>打开</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>今晚住下</source>
            <translation>Stays the night</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>登记一位来访人</source>
            <translation>Register a visitor</translation>
        </message>
        <message numerus="yes">
            <source>{n} 人一起登记离开</source>
            <translation>
                <numerusform>Check out {n} person</numerusform>
                <numerusform>Check out {n} people</numerusform>
            </translation>
        </message>
        <message>
            <source>{name} 已离开</source>
            <translation>Check out {name}</translation>
        </message>
        <message>
            <source>全不选</source>
            <translation>Clear all</translation>
        </message>
        <message>
            <source>全选</source>
            <translation>Select all</translation>
        </message>
        <message>
            <source>{n} 人一起登记离开，是怎么知道的？</source>
            <translation>Check out {n} people at once: how do you know?</translation>
        </message>
        <message>
            <source>其他理由</source>
            <translation>Another reason</translation>
        </message>
        <message>
            <source>{name} 住几晚？</source>
            <translation>How many nights is {name} staying?</translation>
        </message>
        <message>
            <source>一晚，到明天中午</source>
            <translation>One, until noon tomorrow</translation>
        </message>
        <message>
            <source>{n} 晚</source>
            <translation>{n} nights</translation>
        </message>
        <message>
            <source>已登记离开：{who}</source>
            <translation>{who} checked out</translation>
        </message>
        <message numerus="yes">
            <source>已登记 {n} 人离开</source>
            <translation>
                <numerusform>{n} person checked out</numerusform>
                <numerusform>{n} people checked out</numerusform>
            </translation>
        </message>
        <message>
            <source>记下了：{nights}，夜里不再提醒</source>
            <translation>Saved: {nights}. No more reminders tonight</translation>
        </message>
    </context>
    <context>
        <name>InsideTable</name>
        <message>
            <source>来访人名单</source>
            <translation>List of visitors</translation>
        </message>
        <message>
            <source>来访人</source>
            <translation>Visitor</translation>
        </message>
        <message>
            <source>类型</source>
            <translation>Type</translation>
        </message>
        <message>
            <source>到哪栋</source>
            <translation>Going to</translation>
        </message>
        <message>
            <source>进门</source>
            <translation>Came in</translation>
        </message>
        <message>
            <source>情况</source>
            <translation>Status</translation>
        </message>
    </context>
    <context>
        <name>InsideWords</name>
        <message numerus="yes">
            <source>现在有 {n} 人在场，{over} 位超时</source>
            <translation>
                <numerusform>{n} person inside, {over} overstaying</numerusform>
                <numerusform>{n} people inside, {over} overstaying</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>现在有 {n} 人在场</source>
            <translation>
                <numerusform>{n} person inside</numerusform>
                <numerusform>{n} people inside</numerusform>
            </translation>
        </message>
        <message>
            <source>现在没有登记的来访人在场</source>
            <translation>No registered visitors inside</translation>
        </message>
        <message numerus="yes">
            <source>{n} 位客人过了 23 点还在</source>
            <translation>
                <numerusform>{n} guest still here after 23:00</numerusform>
                <numerusform>{n} guests still here after 23:00</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} 人没有登记离开</source>
            <translation>
                <numerusform>{n} person did not sign out</numerusform>
                <numerusform>{n} people did not sign out</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} 位不确定是否还在</source>
            <translation>{n} may or may not still be here</translation>
        </message>
        <message>
            <source>点一位，可以打开、登记离开；回车打开</source>
            <translation>Choose someone to open or check out; Enter opens</translation>
        </message>
        <message>
            <source>住下的请记“今晚住下”，走了的请登记离开</source>
            <translation>Staying overnight? Press 'Stays the night'. Gone? Check them out</translation>
        </message>
        <message>
            <source>过了时限，多半已经走了；不用追问，夜里会自动结束</source>
            <translation>Past their time and probably gone. No need to ask; closed automatically overnight</translation>
        </message>
        <message>
            <source>没人见到他们离开；清点时排在最后，三天后自动移出</source>
            <translation>Nobody saw them leave. Last on a roll call, removed after three days</translation>
        </message>
        <message>
            <source>在场 {n}</source>
            <translation>Inside {n}</translation>
        </message>
        <message>
            <source>过夜 {n}</source>
            <translation>Late {n}</translation>
        </message>
        <message>
            <source>未登记离开 {n}</source>
            <translation>Not signed out {n}</translation>
        </message>
        <message>
            <source>不确定 {n}</source>
            <translation>Uncertain {n}</translation>
        </message>
        <message>
            <source>这里会列出在场的来访人</source>
            <translation>Visitors inside are listed here</translation>
        </message>
        <message>
            <source>按 F2 登记一位来访人，或者扫来访证。</source>
            <translation>Press F2 to register one, or scan a pass.</translation>
        </message>
        <message>
            <source>没有过夜的客人</source>
            <translation>No guests late at night</translation>
        </message>
        <message>
            <source>过了 23 点还没走的客人会列在这里。</source>
            <translation>Guests still here after 23:00 are listed here.</translation>
        </message>
        <message>
            <source>没有人忘记登记离开</source>
            <translation>Nobody forgot to sign out</translation>
        </message>
        <message>
            <source>过了时限还没登记离开的亲友会归到这里。</source>
            <translation>Visitors past their time who did not sign out will be listed here.</translation>
        </message>
        <message>
            <source>没有不确定的人</source>
            <translation>Nobody is uncertain</translation>
        </message>
        <message>
            <source>超过一天没有消息的来访人会列在这里。</source>
            <translation>Visitors with no news for over a day are listed here.</translation>
        </message>
        <message>
            <source>没留姓名</source>
            <translation>No name given</translation>
        </message>
        <message>
            <source>{name} 等 {n} 人</source>
            <translation>{name} ({n} people)</translation>
        </message>
        <message>
            <source>孩子</source>
            <translation>Child</translation>
        </message>
        <message>
            <source>超时 {time}</source>
            <translation>{time} over</translation>
        </message>
        <message>
            <source>今晚住下</source>
            <translation>Staying</translation>
        </message>
        <message>
            <source>夜里自动结束</source>
            <translation>Closed overnight</translation>
        </message>
        <message>
            <source>刚进来</source>
            <translation>Just came in</translation>
        </message>
        <message>
            <source>已 {time}</source>
            <translation>For {time}</translation>
        </message>
        <message>
            <source>{words} · 关注</source>
            <translation>{words} · watch list</translation>
        </message>
        <message>
            <source>{n} 分钟</source>
            <translation>{n} min</translation>
        </message>
        <message>
            <source>{n} 小时</source>
            <translation>{n} h</translation>
        </message>
        <message numerus="yes">
            <source>{n} 天</source>
            <translation>
                <numerusform>{n} day</numerusform>
                <numerusform>{n} days</numerusform>
            </translation>
        </message>
        <message>
            <source>巡楼看过，人已走</source>
            <translation>Checked: gone</translation>
        </message>
        <message>
            <source>住户说已经走了</source>
            <translation>Household says so</translation>
        </message>
        <message>
            <source>看着出门，忘了登记</source>
            <translation>Seen leaving</translation>
        </message>
    </context>
    <context>
        <name>InvitePanel</name>
        <message numerus="yes">
            <source>还有 {n} 分钟有效，只能用一次</source>
            <translation>
                <numerusform>Good for {n} more minute, once</numerusform>
                <numerusform>Good for {n} more minutes, once</numerusform>
            </translation>
        </message>
        <message>
            <source>邀请码（二维码）</source>
            <translation>Invitation (QR code)</translation>
        </message>
        <message>
            <source>在新电脑上打开门岗台，选「加入已有的小区」，再用它的摄像头扫这个码。</source>
            <translation>On the new computer open Gatehouse Desk, choose 'Join an estate', then hold this code before its camera.</translation>
        </message>
        <message>
            <source>码里有小区的钥匙：只给要加入的那台电脑看，不要拍照，不要发到群里。</source>
            <translation>The code holds the estate's keys: show it only to that computer. No photos, no group chats.</translation>
        </message>
    </context>
    <context>
        <name>Item</name>
        <message>
            <source>东西就在手里，照样借</source>
            <translation>It is here in my hands: lend it all the same</translation>
        </message>
        <message>
            <source>去掉</source>
            <translation>Remove</translation>
        </message>
    </context>
    <context>
        <name>ItemRow</name>
        <message>
            <source>名字</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>{name}应有几个</source>
            <translation>How many of {name}</translation>
        </message>
        <message>
            <source>不数了</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>不再数{name}</source>
            <translation>{name} is counted no more</translation>
        </message>
    </context>
    <context>
        <name>ItemsView</name>
        <message>
            <source>请写东西的名字</source>
            <translation>Please write what it is called</translation>
        </message>
        <message>
            <source>每次交班都要数的东西</source>
            <translation>Counted at every handover</translation>
        </message>
        <message>
            <source>加一样</source>
            <translation>Another thing</translation>
        </message>
        <message>
            <source>还没有。钥匙、对讲机、手电筒，写在下面。</source>
            <translation>Nothing yet. Write keys, radios, torches below.</translation>
        </message>
        <message>
            <source>名字</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>比如：大门钥匙</source>
            <translation>Such as: gate key</translation>
        </message>
        <message>
            <source>应有几个</source>
            <translation>How many there are</translation>
        </message>
        <message>
            <source>是钥匙</source>
            <translation>A key</translation>
        </message>
    </context>
    <context>
        <name>JoinStep</name>
        <message>
            <source>正在取小区的内容，请不要关电脑</source>
            <translation>Fetching the estate, please leave the computer on</translation>
        </message>
        <message>
            <source>大的小区要几分钟。断了也不要紧，可以接着取。</source>
            <translation>A large estate takes some minutes. If it is cut off, it goes on from there.</translation>
        </message>
        <message>
            <source>加入停在半路，可以接着做</source>
            <translation>Joining was cut off and can go on</translation>
        </message>
        <message>
            <source>已经取到的都留着，不用再扫码。</source>
            <translation>What has come is kept; no new code is needed.</translation>
        </message>
        <message>
            <source>请输入这个文件的码</source>
            <translation>Type the code of this file</translation>
        </message>
        <message>
            <source>码在做这个文件的电脑上，和文件一起显示出来的。</source>
            <translation>It was shown on the computer that made the file.</translation>
        </message>
        <message>
            <source>正在读入小区的内容，请不要关电脑</source>
            <translation>Reading the estate, please leave the computer on</translation>
        </message>
        <message>
            <source>大的小区要几分钟。</source>
            <translation>A large estate takes some minutes.</translation>
        </message>
        <message>
            <source>请扫小区里另一台电脑上的码</source>
            <translation>Scan the code on another computer of the estate</translation>
        </message>
        <message>
            <source>接着取</source>
            <translation>Go on</translation>
        </message>
        <message>
            <source>加入</source>
            <translation>Join</translation>
        </message>
        <message>
            <source>已经和中心说好了</source>
            <translation>The hub knows this computer</translation>
        </message>
        <message numerus="yes">
            <source>已取到 {n} 页</source>
            <translation>
                <numerusform>{n} page has come</numerusform>
                <numerusform>{n} pages have come</numerusform>
            </translation>
        </message>
        <message>
            <source>门岗台文件 (*.gdcarry);;所有文件 (*)</source>
            <translation>Gatehouse Desk files (*.gdcarry);;All files (*)</translation>
        </message>
        <message>
            <source>读哪个文件？</source>
            <translation>Read which file?</translation>
        </message>
        <message>
            <source>不接着加入了？</source>
            <translation>Give up joining?</translation>
        </message>
        <message>
            <source>已经取到的会删掉。以后要再加入，需要一个新的码。</source>
            <translation>What has come is deleted. To join later a new code is needed.</translation>
        </message>
        <message>
            <source>删掉，从头来</source>
            <translation>Delete, start afresh</translation>
        </message>
        <message>
            <source>留着</source>
            <translation>Keep it</translation>
        </message>
        <message>
            <source>在那台电脑上点最上面的状态标记，再点「邀请另一台电脑」，把出来的二维码对着这里的摄像头。</source>
            <translation>There, press the status at the top, then 'Invite another computer', and hold the QR code before this camera.</translation>
        </message>
        <message>
            <source>码的文字</source>
            <translation>Text of the code</translation>
        </message>
        <message>
            <source>没有摄像头？用扫码枪扫，或粘贴在这里</source>
            <translation>No camera? Use a hand scanner, or paste it here</translation>
        </message>
        <message>
            <source>没有线路？用 U 盘里的文件</source>
            <translation>No line? Use a file on a stick</translation>
        </message>
        <message>
            <source>不接了，从头来</source>
            <translation>Give up and start afresh</translation>
        </message>
        <message>
            <source>正在取小区的内容</source>
            <translation>Fetching the estate</translation>
        </message>
        <message>
            <source>正在读入小区的内容</source>
            <translation>Reading the estate</translation>
        </message>
    </context>
    <context>
        <name>KeepView</name>
        <message>
            <source>请选要预约的东西</source>
            <translation>Please choose a thing</translation>
        </message>
        <message>
            <source>请选房号，或写称呼和电话</source>
            <translation>Please choose the door, or write a name and a phone</translation>
        </message>
        <message>
            <source>预约好了</source>
            <translation>Reserved</translation>
        </message>
        <message>
            <source>已经预约的</source>
            <translation>Reserved</translation>
        </message>
        <message>
            <source>还没有人预约。预约过的，别人来借时会提醒。</source>
            <translation>Nothing is reserved. When somebody else asks for a reserved thing, you will be told.</translation>
        </message>
        <message>
            <source>预约哪一件</source>
            <translation>Which thing</translation>
        </message>
        <message>
            <source>哪一天</source>
            <translation>Day</translation>
        </message>
        <message>
            <source>几点来拿</source>
            <translation>From</translation>
        </message>
        <message>
            <source>用多久</source>
            <translation>For how long</translation>
        </message>
        <message>
            <source>{n} 小时</source>
            <translation>{n} h</translation>
        </message>
        <message>
            <source>取消</source>
            <translation>Cancel</translation>
        </message>
        <message>
            <source>预约取消了</source>
            <translation>The reservation is cancelled</translation>
        </message>
    </context>
    <context>
        <name>KeepingPanel</name>
        <message>
            <source>保护与期限</source>
            <translation>Privacy and retention</translation>
        </message>
        <message>
            <source>只记要用的，到期自动删掉。</source>
            <translation>Only what is needed, deleted when it is due.</translation>
        </message>
        <message>
            <source>电脑现在是 {now}，可记录里有更晚的 {newest}。所以来访证先不放行，到期的也先不删。如果时间以前调错过、现在已经调对，请点下面的按钮。</source>
            <translation>The computer says {now}, but there is a later record of {newest}. So passes are held back and nothing is deleted. If the clock was wrong before and is right now, press the button below.</translation>
        </message>
        <message>
            <source>现在是 {now}，对吗？</source>
            <translation>It is {now} now. Is that right?</translation>
        </message>
        <message>
            <source>请和手机上的日期、时间对一下，年份也要看。确认后按这个时间放行和清理，是谁确认的会记下来。</source>
            <translation>Compare it with your phone: date, time and year. Passes and deletion then go by this time; who confirmed it is recorded.</translation>
        </message>
        <message>
            <source>时间是对的</source>
            <translation>The time is right</translation>
        </message>
        <message>
            <source>再看看</source>
            <translation>Not yet</translation>
        </message>
        <message>
            <source>已确认，按现在的时间。</source>
            <translation>Confirmed: the desk goes by this time.</translation>
        </message>
        <message>
            <source> 天</source>
            <translation> days</translation>
        </message>
        <message>
            <source>法律要求至少 {n} 天</source>
            <translation>Required by law: at least {n} days</translation>
        </message>
        <message>
            <source>一般 {usual} 天，最多 {longest} 天</source>
            <translation>Usually {usual} days, at most {longest}</translation>
        </message>
        <message>
            <source>一般 {usual} 天</source>
            <translation>Usually {usual} days</translation>
        </message>
        <message>
            <source>还没有清理过。程序每天夜里清理一次，开机时也看一次。</source>
            <translation>No clean-up yet. The program cleans up every night and checks at every start.</translation>
        </message>
        <message>
            <source>{when} 没有清理：电脑的时间好像不对，怕误删。时间对的话，请点下面的按钮。</source>
            <translation>{when}: nothing was deleted because this computer's clock looks wrong. If it is right, press the button below.</translation>
        </message>
        <message>
            <source>{when} 清理过一次。</source>
            <translation>Last clean-up: {when}.</translation>
        </message>
        <message>
            <source>{kind}：超过 {days} 天的 {n} 条已删掉</source>
            <translation>{kind}: deleted after {days} days: {n}</translation>
        </message>
        <message>
            <source>，另有 {n} 条依法保留</source>
            <translation>; under legal hold: {n}</translation>
        </message>
        <message>
            <source>没有到期的内容。</source>
            <translation>Nothing was due.</translation>
        </message>
        <message>
            <source>{authority} 要求保留到 {until}</source>
            <translation>{authority}: keep until {until}</translation>
        </message>
        <message>
            <source>解除</source>
            <translation>Release</translation>
        </message>
        <message>
            <source>电脑的时间可能不准</source>
            <translation>The computer's clock may be wrong</translation>
        </message>
        <message>
            <source>锁屏和换人</source>
            <translation>Locking and switching</translation>
        </message>
        <message>
            <source>没人动多久就锁屏</source>
            <translation>Lock after no activity for</translation>
        </message>
        <message>
            <source>锁屏后骑手和快递照常放行</source>
            <translation>Riders and couriers can still be let in while locked</translation>
        </message>
        <message>
            <source>不自动锁</source>
            <translation>Never</translation>
        </message>
        <message>
            <source>{n} 分钟</source>
            <translation>{n} minutes</translation>
        </message>
        <message>
            <source>点名字换人时</source>
            <translation>When someone presses their name</translation>
        </message>
        <message>
            <source>换到权限更大的人才要密码</source>
            <translation>PIN only when switching to someone with more rights</translation>
        </message>
        <message>
            <source>每次都要密码</source>
            <translation>PIN every time</translation>
        </message>
        <message>
            <source>不要密码</source>
            <translation>No PIN</translation>
        </message>
        <message>
            <source>少记一点</source>
            <translation>Record less</translation>
        </message>
        <message>
            <source>保存证件号码（只存打了星号的样子）</source>
            <translation>Record ID numbers (masked only)</translation>
        </message>
        <message>
            <source>一般不用开。法律没有要求小区登记证件号码；访客不愿意报，也不能因此不让进。</source>
            <translation>Normally leave this off. No law requires an estate to record ID numbers, and refusing to give one must not keep a visitor out.</translation>
        </message>
        <message>
            <source>保存多久</source>
            <translation>How long records are kept</translation>
        </message>
        <message>
            <source>到期自动删除，连搜索、待传的内容和备份里的一起。只留下不带姓名的数字。</source>
            <translation>Deleted automatically when due, including from search, unsent records and backups. Only figures without names remain.</translation>
        </message>
        <message>
            <source>最近一次清理</source>
            <translation>Last clean-up</translation>
        </message>
        <message>
            <source>时间是对的，现在清理</source>
            <translation>The clock is right: clean up now</translation>
        </message>
        <message>
            <source>依法保留</source>
            <translation>Legal holds</translation>
        </message>
        <message>
            <source>没有。公安、法院要求保留的记录会列在这里，到期前不会删。</source>
            <translation>None. Records that the police or a court ask you to keep are listed here and not deleted before their date.</translation>
        </message>
    </context>
    <context>
        <name>KeyStep</name>
        <message>
            <source>数据的钥匙放在哪里？</source>
            <translation>Where should the data key be kept?</translation>
        </message>
        <message>
            <source>登记的内容都加了密，打开要用一把钥匙。钥匙由程序来做，您只要选放在哪里。</source>
            <translation>All records are encrypted and opened with a key. The program makes the key; you only choose where to keep it.</translation>
        </message>
        <message>
            <source>下一步</source>
            <translation>Next</translation>
        </message>
        <message>
            <source>就这样，建立数据</source>
            <translation>Set up now</translation>
        </message>
        <message>
            <source>请写一句口令，至少 {n} 个字。</source>
            <translation>Please enter a passphrase of at least {n} characters.</translation>
        </message>
        <message>
            <source>用口令锁住，每次开机输入</source>
            <translation>Protect it with a passphrase, entered at every start</translation>
        </message>
        <message>
            <source>最安全。口令忘了，要用恢复码才能打开。</source>
            <translation>Safest. If you forget it, only the recovery code can open the data.</translation>
        </message>
        <message>
            <source>由这台电脑的系统保管（推荐）</source>
            <translation>Let this computer's system keep it (recommended)</translation>
        </message>
        <message>
            <source>登录这台电脑就能打开，不用多记一个口令。</source>
            <translation>Opens when you log in to this computer; nothing else to remember.</translation>
        </message>
        <message>
            <source>放在数据文件夹里，不上锁</source>
            <translation>Keep it in the data folder, unlocked</translation>
        </message>
        <message>
            <source>开机就能用。这台电脑的系统没有保管钥匙的地方。</source>
            <translation>Works right away. This computer's system cannot keep keys itself.</translation>
        </message>
        <message>
            <source>请注意：谁把整个数据文件夹拷走，谁就能看到里面的全部登记。电脑放在人来人往的地方，请选口令。</source>
            <translation>Please note: anyone who copies the data folder can read every record in it. If many people pass this computer, choose a passphrase.</translation>
        </message>
        <message>
            <source>口令</source>
            <translation>Passphrase</translation>
        </message>
        <message>
            <source>至少 {n} 个字，写一句自己记得住的话</source>
            <translation>At least {n} characters; a sentence you can remember</translation>
        </message>
        <message>
            <source>再写一次</source>
            <translation>Once more</translation>
        </message>
    </context>
    <context>
        <name>LabelsPanel</name>
        <message>
            <source>一页 40 张</source>
            <translation>40 per page</translation>
        </message>
        <message>
            <source>40 × 35 毫米</source>
            <translation>40 × 35 mm</translation>
        </message>
        <message>
            <source>一页 24 张</source>
            <translation>24 per page</translation>
        </message>
        <message>
            <source>48 × 46 毫米</source>
            <translation>48 × 46 mm</translation>
        </message>
        <message>
            <source>一页 6 张</source>
            <translation>6 per page</translation>
        </message>
        <message>
            <source>97 × 92 毫米</source>
            <translation>97 × 92 mm</translation>
        </message>
        <message>
            <source>印哪些？</source>
            <translation>Which ones?</translation>
        </message>
        <message>
            <source>标签上印房号，发放时知道是哪一户</source>
            <translation>Print the room, to tell the labels apart</translation>
        </message>
        <message>
            <source>标签多大？</source>
            <translation>What size should the labels be?</translation>
        </message>
        <message>
            <source>每张都有编号和门岗电话。码里没有姓名、电话和房号。</source>
            <translation>Each label shows its number and the gatehouse phone. The code contains no name, phone or room.</translation>
        </message>
        <message>
            <source>刚发的 {n} 张</source>
            <translation>The {n} issued just now</translation>
        </message>
        <message>
            <source>在用的全部 {n} 张</source>
            <translation>All {n} in use</translation>
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
            <translation>{n} steps, about 5 minutes. Choose a language first; you can change it later.</translation>
        </message>
        <message>
            <source>中心停用了这台电脑，原来的资料已经清除</source>
            <translation>The hub revoked this computer; what was on it has been wiped</translation>
        </message>
        <message>
            <source>要再用，请从头设置，或者加入已有的小区。</source>
            <translation>To use it again, set it up afresh or join an estate.</translation>
        </message>
        <message>
            <source>想先看看？演示小区另开一个窗口，里面的人都是编的，和您的数据分开存放。</source>
            <translation>Just looking? The practice estate opens in its own window. Everyone in it is invented, and it is kept separate from your data.</translation>
        </message>
        <message>
            <source>先试用演示小区</source>
            <translation>Try the practice estate</translation>
        </message>
        <message>
            <source>小区里已经有一台电脑在用门岗台？让这台加入，住户、码和来访都会自动过来。</source>
            <translation>Does another computer of the estate use Gatehouse Desk already? Let this one join: residents, codes and visits come over by themselves.</translation>
        </message>
        <message>
            <source>加入已有的小区</source>
            <translation>Join an estate</translation>
        </message>
        <message>
            <source>原来的电脑换掉了？带上它打包好的 U 盘和搬家码，全部搬过来接着用。</source>
            <translation>Replacing a computer? Bring the stick it was packed onto and the moving code; everything comes along.</translation>
        </message>
        <message>
            <source>从另一台电脑搬来</source>
            <translation>Move here from another computer</translation>
        </message>
    </context>
    <context>
        <name>LeavePanel</name>
        <message>
            <source>结束小屋模式，回到门岗台</source>
            <translation>End the hut mode and go back to the desk</translation>
        </message>
        <message>
            <source>请输入「{name}」的密码。</source>
            <translation>Please enter the PIN of {name}.</translation>
        </message>
        <message>
            <source>您是哪一位？</source>
            <translation>Who are you?</translation>
        </message>
    </context>
    <context>
        <name>LendView</name>
        <message>
            <source>请在 {time} 前还</source>
            <translation>Please bring back by {time}</translation>
        </message>
        <message>
            <source>请先扫物品码，或从下面选一件</source>
            <translation>Please scan a label first, or choose a thing below</translation>
        </message>
        <message>
            <source>有一件不能直接借：换一件，或者勾上“照样借”</source>
            <translation>One of these cannot simply be lent: choose another, or tick 'lend it all the same'</translation>
        </message>
        <message>
            <source>请选房号，或写称呼和电话</source>
            <translation>Please choose the door, or write a name and a phone</translation>
        </message>
        <message>
            <source>借多久</source>
            <translation>For how long</translation>
        </message>
        <message>
            <source>再加一件</source>
            <translation>One more thing</translation>
        </message>
        <message>
            <source>扫物品码，或在这里选</source>
            <translation>Scan its label, or choose here</translation>
        </message>
        <message>
            <source>不加了</source>
            <translation>No more</translation>
        </message>
    </context>
    <context>
        <name>LendingPage</name>
        <message>
            <source>刚才已经借出去了，没有重复登记</source>
            <translation>It was lent a moment ago; nothing was recorded twice</translation>
        </message>
        <message>
            <source>已借出：{what}</source>
            <translation>Lent: {what}</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>这张物品码还没有对应的东西，请在这里写下它是什么</source>
            <translation>This label does not stand for a thing yet. Please write here what it is</translation>
        </message>
        <message>
            <source>借什么？借给谁？</source>
            <translation>What is lent, and to whom?</translation>
        </message>
        <message>
            <source>扫物品码，再扫户内码，就好了</source>
            <translation>Scan the label, then the household code: done</translation>
        </message>
        <message>
            <source>急用：拿哪一件？</source>
            <translation>Urgent: which one?</translation>
        </message>
        <message>
            <source>按一下就能拿走，是谁借的后面再补</source>
            <translation>One press and it may go; who took it can be added later</translation>
        </message>
        <message>
            <source>借出去了</source>
            <translation>Lent</translation>
        </message>
        <message>
            <source>是谁借的？</source>
            <translation>Who took it?</translation>
        </message>
        <message>
            <source>扫户内码，或选房号</source>
            <translation>Scan the household code, or choose the door</translation>
        </message>
        <message>
            <source>谁要预约什么？</source>
            <translation>Who wants what, and when?</translation>
        </message>
        <message>
            <source>物品册</source>
            <translation>Asset book</translation>
        </message>
        <message>
            <source>点一行来改，或写新的一件</source>
            <translation>Open a line to change it, or write a new thing</translation>
        </message>
        <message numerus="yes">
            <source>{n} 件急用拿走的还没记是谁</source>
            <translation>
                <numerusform>{n} thing was taken in a hurry: nobody is written down</numerusform>
                <numerusform>{n} things were taken in a hurry: nobody is written down</numerusform>
            </translation>
        </message>
        <message>
            <source>扫物品码：在的借出去，借出去的收回来</source>
            <translation>Scan a label: what is here goes out, what is out comes back</translation>
        </message>
        <message>
            <source>{title}：{late}，请提醒归还</source>
            <translation>{title}: {late}, please ask for it</translation>
        </message>
        <message>
            <source>{title}：{due}</source>
            <translation>{title}: {due}</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>借出去</source>
            <translation>Lend</translation>
        </message>
        <message>
            <source>清空</source>
            <translation>Clear</translation>
        </message>
        <message>
            <source>记下是谁</source>
            <translation>Add who</translation>
        </message>
        <message>
            <source>预约</source>
            <translation>Reserve</translation>
        </message>
        <message>
            <source>急用，先拿走</source>
            <translation>Urgent: take it now</translation>
        </message>
        <message>
            <source>打印还条</source>
            <translation>Print a return slip</translation>
        </message>
        <message>
            <source>好了</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>打印借条</source>
            <translation>Print a slip</translation>
        </message>
        <message>
            <source>再借一件</source>
            <translation>Lend another</translation>
        </message>
        <message>
            <source>收回</source>
            <translation>Back in</translation>
        </message>
        <message>
            <source>看联系方式</source>
            <translation>Show contact</translation>
        </message>
        <message>
            <source>已提醒</source>
            <translation>Reminded</translation>
        </message>
        <message>
            <source>找不回来了</source>
            <translation>Lost for good</translation>
        </message>
        <message>
            <source>擦洗好了</source>
            <translation>Cleaned</translation>
        </message>
        <message>
            <source>记下了：可以借了</source>
            <translation>Noted: it can be lent again</translation>
        </message>
        <message>
            <source>修好了</source>
            <translation>Repaired</translation>
        </message>
        <message>
            <source>找到了</source>
            <translation>Found</translation>
        </message>
        <message>
            <source>记下了：找到了</source>
            <translation>Noted: found</translation>
        </message>
        <message>
            <source>都补齐了</source>
            <translation>All filled up</translation>
        </message>
        <message>
            <source>记下了：补齐了</source>
            <translation>Noted: filled up</translation>
        </message>
        <message>
            <source>坏了</source>
            <translation>Broken</translation>
        </message>
        <message>
            <source>记下了：坏了，先不外借</source>
            <translation>Noted: broken, not lent for now</translation>
        </message>
        <message>
            <source>存</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>新的一件</source>
            <translation>New thing</translation>
        </message>
        <message>
            <source>打印物品码</source>
            <translation>Print its label</translation>
        </message>
        <message>
            <source>重新出借</source>
            <translation>Lend it again</translation>
        </message>
        <message>
            <source>不再出借</source>
            <translation>Lend no more</translation>
        </message>
        <message>
            <source>存好了</source>
            <translation>Saved</translation>
        </message>
        <message>
            <source>请选房号，或写称呼和电话</source>
            <translation>Please choose the door, or write a name and a phone</translation>
        </message>
        <message>
            <source>记下了：是谁借的</source>
            <translation>Noted who took it</translation>
        </message>
        <message>
            <source>记下了：找不回来了，不扣任何人的分</source>
            <translation>Noted as lost; nobody loses points for it</translation>
        </message>
        <message>
            <source>签名存好了</source>
            <translation>The signature is kept</translation>
        </message>
    </context>
    <context>
        <name>LendingWords</name>
        <message>
            <source>借用物品</source>
            <translation>Lending</translation>
        </message>
        <message numerus="yes">
            <source>借出 {n} 件，{late} 件过了归还时间</source>
            <translation>
                <numerusform>{n} thing out, {late} past its time</numerusform>
                <numerusform>{n} things out, {late} past their time</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>借出 {n} 件，都在时间里</source>
            <translation>
                <numerusform>{n} thing out, in time</numerusform>
                <numerusform>{n} things out, all in time</numerusform>
            </translation>
        </message>
        <message>
            <source>东西都在，没有借出的</source>
            <translation>Everything is here, nothing is lent</translation>
        </message>
        <message>
            <source>过了 {time}</source>
            <translation>{time} late</translation>
        </message>
        <message>
            <source>还剩 {time}</source>
            <translation>{time} left</translation>
        </message>
        <message>
            <source>{time} 前还</source>
            <translation>due {time}</translation>
        </message>
        <message>
            <source>还没记是谁</source>
            <translation>Unknown</translation>
        </message>
        <message>
            <source>已按期删除</source>
            <translation>Erased in time</translation>
        </message>
        <message>
            <source>不再出借</source>
            <translation>No longer lent</translation>
        </message>
        <message numerus="yes">
            <source>还有 {n} 件</source>
            <translation>
                <numerusform>{n} left</numerusform>
                <numerusform>{n} left</numerusform>
            </translation>
        </message>
        <message>
            <source>发完了</source>
            <translation>None left</translation>
        </message>
        <message>
            <source>有东西过期</source>
            <translation>Something expired</translation>
        </message>
        <message>
            <source>有人预约</source>
            <translation>Reserved</translation>
        </message>
        <message>
            <source>该检查了</source>
            <translation>Inspection due</translation>
        </message>
        <message>
            <source>可以借</source>
            <translation>Free</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>已收回：{title}</source>
            <translation>Back in: {title}</translation>
        </message>
        <message>
            <source>（{how}）</source>
            <translation> ({how})</translation>
        </message>
        <message>
            <source>，晚了 {time}</source>
            <translation>, {time} late</translation>
        </message>
        <message>
            <source>收回时：{how}</source>
            <translation>When it came back: {how}</translation>
        </message>
        <message>
            <source>这件东西已经还清，谢谢您。</source>
            <translation>It has been given back. Thank you.</translation>
        </message>
        <message>
            <source>还条，东西已收回</source>
            <translation>Return slip: it is back</translation>
        </message>
        <message>
            <source>按平时的时间</source>
            <translation>As usual</translation>
        </message>
        <message>
            <source>1 小时</source>
            <translation>1 hour</translation>
        </message>
        <message>
            <source>2 小时</source>
            <translation>2 hours</translation>
        </message>
        <message>
            <source>4 小时</source>
            <translation>4 hours</translation>
        </message>
        <message>
            <source>今晚 21:00 前</source>
            <translation>Until 21:00 tonight</translation>
        </message>
        <message>
            <source>1 天</source>
            <translation>1 day</translation>
        </message>
        <message>
            <source>3 天</source>
            <translation>3 days</translation>
        </message>
        <message>
            <source>7 天</source>
            <translation>7 days</translation>
        </message>
        <message>
            <source>再借 1 小时</source>
            <translation>1 hour more</translation>
        </message>
        <message>
            <source>再借 2 小时</source>
            <translation>2 hours more</translation>
        </message>
        <message>
            <source>借到晚上 21:00</source>
            <translation>Until 21:00</translation>
        </message>
        <message>
            <source>再借 1 天</source>
            <translation>1 day more</translation>
        </message>
        <message>
            <source>再借 3 天</source>
            <translation>3 days more</translation>
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
            <translation>Won't say</translation>
        </message>
    </context>
    <context>
        <name>LinkPanel</name>
        <message>
            <source>把中心网页上的二维码对着摄像头，或者用扫码枪扫一下。</source>
            <translation>Hold the QR code of the hub's page before the camera, or scan it with a scanner.</translation>
        </message>
        <message>
            <source>扫不了？把码的文字粘贴在这里</source>
            <translation>Cannot scan? Paste the text of the code here</translation>
        </message>
        <message>
            <source>码只能用一次，15 分钟内有效。连上以后，本机已有的记录会自动送过去，不影响放行。</source>
            <translation>A code works once, for 15 minutes. Once linked, what is recorded here goes over by itself while you go on letting people in.</translation>
        </message>
    </context>
    <context>
        <name>ListPanel</name>
        <message>
            <source>公告</source>
            <translation>Notices</translation>
        </message>
        <message>
            <source>公示屏现在的样子</source>
            <translation>The screen as it is now</translation>
        </message>
        <message>
            <source>还没有公告</source>
            <translation>No notices yet</translation>
        </message>
        <message>
            <source>按“写公告”，写好就挂上公示屏；值班表和接待会自己显示。</source>
            <translation>Press 'Write a notice' and it hangs at once. The roster and receptions show by themselves.</translation>
        </message>
        <message>
            <source>选显示器</source>
            <translation>Monitor</translation>
        </message>
        <message>
            <source>紧急用语</source>
            <translation>Emergency sentences</translation>
        </message>
        <message>
            <source>电话和守则</source>
            <translation>Numbers and rules</translation>
        </message>
        <message>
            <source>打印张贴</source>
            <translation>Print for the wall</translation>
        </message>
        <message>
            <source>打印告示牌</source>
            <translation>Print the board</translation>
        </message>
        <message>
            <source>正在 {name} 上显示</source>
            <translation>Showing on {name}</translation>
        </message>
        <message>
            <source>选好的显示器没有接上，接上就会自己显示</source>
            <translation>The chosen monitor is not connected; it shows by itself once it is</translation>
        </message>
        <message>
            <source>还没有选显示器，请按“选显示器”</source>
            <translation>No monitor chosen yet: press 'Monitor'</translation>
        </message>
        <message>
            <source>没有接第二台显示器</source>
            <translation>No second monitor is connected</translation>
        </message>
    </context>
    <context>
        <name>LoanTable</name>
        <message>
            <source>借出去的东西</source>
            <translation>Things that are out</translation>
        </message>
        <message>
            <source>物品</source>
            <translation>Thing</translation>
        </message>
        <message>
            <source>谁借的</source>
            <translation>With</translation>
        </message>
        <message>
            <source>归还</source>
            <translation>Due</translation>
        </message>
    </context>
    <context>
        <name>LooksPanel</name>
        <message>
            <source>显示与声音</source>
            <translation>Screen and sound</translation>
        </message>
        <message>
            <source>只管这台电脑，谁都可以改。</source>
            <translation>For this computer only; anyone may change it.</translation>
        </message>
        <message>
            <source>语言</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>颜色</source>
            <translation>Colours</translation>
        </message>
        <message>
            <source>字的大小</source>
            <translation>Text size</translation>
        </message>
        <message>
            <source>声音大小</source>
            <translation>Volume</translation>
        </message>
        <message>
            <source>浅色</source>
            <translation>Light</translation>
        </message>
        <message>
            <source>深色</source>
            <translation>Dark</translation>
        </message>
        <message>
            <source>黑底大反差</source>
            <translation>High contrast</translation>
        </message>
        <message>
            <source>来访证有效，可以放行</source>
            <translation>Valid pass: let them in</translation>
        </message>
        <message>
            <source>静音（真的报警照样响）</source>
            <translation>Mute (a real alarm still sounds)</translation>
        </message>
        <message>
            <source>把扫码结果读出声（不读姓名和房号）</source>
            <translation>Read scan results aloud (never names or rooms)</translation>
        </message>
        <message>
            <source>听一下</source>
            <translation>Test sound</translation>
        </message>
    </context>
    <context>
        <name>MakePanel</name>
        <message>
            <source>要几个？</source>
            <translation>How many?</translation>
        </message>
        <message>
            <source>一张 A4 纸印 24 张标签。</source>
            <translation>One A4 sheet holds 24 labels.</translation>
        </message>
        <message>
            <source>先印好标签贴上，码只说明地点，不放行。</source>
            <translation>Print the labels and put them up. The code names a place; it does not let anyone in.</translation>
        </message>
        <message>
            <source>先印好标签贴在物品上，再扫一下，写下它是什么。</source>
            <translation>Print the labels, stick them on, then scan one and write down what it is.</translation>
        </message>
        <message>
            <source>先印好标签贴在柜门上。储物柜在后面的版本里。</source>
            <translation>Print the labels and stick them on the doors. Lockers come in a later version.</translation>
        </message>
        <message>
            <source>印好贴在岗位上，登录后扫它就上岗。</source>
            <translation>Print it for the post: sign on, scan it, and you are on duty.</translation>
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
            <translation>You can add people and change PINs later in Settings.</translation>
        </message>
        <message>
            <source>谁来当第一位管理员？</source>
            <translation>Who is the first manager?</translation>
        </message>
        <message>
            <source>管理员可以加值班的人、改设置、恢复备份。</source>
            <translation>A manager can add people, change settings and restore backups.</translation>
        </message>
        <message>
            <source>再设一个密码</source>
            <translation>Now set a PIN</translation>
        </message>
        <message>
            <source>请再输一次同样的密码</source>
            <translation>Please enter the same PIN again</translation>
        </message>
        <message>
            <source>密码已设好</source>
            <translation>PIN set</translation>
        </message>
        <message>
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>屏幕上只显示「姓 + 老师」</source>
            <translation>Only the family name is shown on screen</translation>
        </message>
        <message>
            <source>4 到 8 位数字，不要用生日、1234 这样好猜的。</source>
            <translation>4 to 8 digits. Avoid birthdays and easy ones such as 1234.</translation>
        </message>
        <message>
            <source>重新设密码</source>
            <translation>Choose a different PIN</translation>
        </message>
    </context>
    <context>
        <name>Manual</name>
        <message>
            <source>门岗台使用说明</source>
            <translation>Gatehouse Desk: manual</translation>
        </message>
    </context>
    <context>
        <name>MatterClock</name>
        <message>
            <source>有 {n} 件事到时间没人答复，请马上打电话上报</source>
            <translation>{n} not answered in time: please call and raise it now</translation>
        </message>
        <message>
            <source>有 {n} 件事 15 分钟内要答复</source>
            <translation>{n} to be answered within 15 minutes</translation>
        </message>
        <message>
            <source>去看</source>
            <translation>Look</translation>
        </message>
    </context>
    <context>
        <name>MatterPage</name>
        <message>
            <source>记下了，编号 {number}</source>
            <translation>Noted, no. {number}</translation>
        </message>
        <message>
            <source>发生了什么异常情况？</source>
            <translation>What incident happened?</translation>
        </message>
        <message>
            <source>居民反映什么事？</source>
            <translation>What does the resident say?</translation>
        </message>
        <message>
            <source>记下了</source>
            <translation>Noted</translation>
        </message>
        <message>
            <source>编号 {number}</source>
            <translation>No. {number}</translation>
        </message>
        <message>
            <source>异常情况 · {sub}</source>
            <translation>Incident · {sub}</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>改记居民反映</source>
            <translation>A resident's matter</translation>
        </message>
        <message>
            <source>改记异常情况</source>
            <translation>An incident instead</translation>
        </message>
        <message>
            <source>记下</source>
            <translation>Note it</translation>
        </message>
        <message>
            <source>打印回执</source>
            <translation>Print receipt</translation>
        </message>
        <message>
            <source>看这件事</source>
            <translation>Look at it</translation>
        </message>
        <message>
            <source>再记一件</source>
            <translation>Note another</translation>
        </message>
        <message>
            <source>写答复</source>
            <translation>Answer</translation>
        </message>
        <message>
            <source>打过电话了</source>
            <translation>Called them</translation>
        </message>
        <message>
            <source>有人接手</source>
            <translation>Taken on</translation>
        </message>
        <message>
            <source>交给谁办</source>
            <translation>Hand over</translation>
        </message>
        <message>
            <source>在等</source>
            <translation>Waiting</translation>
        </message>
        <message>
            <source>办好了</source>
            <translation>It is done</translation>
        </message>
        <message>
            <source>回访过</source>
            <translation>Called back</translation>
        </message>
        <message>
            <source>居民满意</source>
            <translation>Resident content</translation>
        </message>
        <message>
            <source>没办好</source>
            <translation>Not done</translation>
        </message>
        <message>
            <source>办结</source>
            <translation>Close</translation>
        </message>
        <message>
            <source>打印督办单</source>
            <translation>Print slip</translation>
        </message>
        <message>
            <source>打印交办单</source>
            <translation>Print slip</translation>
        </message>
        <message>
            <source>打 A4 单子</source>
            <translation>Slip on A4</translation>
        </message>
        <message>
            <source>更多</source>
            <translation>More</translation>
        </message>
        <message>
            <source>记上了</source>
            <translation>Recorded</translation>
        </message>
    </context>
    <context>
        <name>MatterPaper</name>
        <message>
            <source>{due} 前会有人答复</source>
            <translation>You will be answered by {due}</translation>
        </message>
        <message>
            <source>受理回执</source>
            <translation>Receipt</translation>
        </message>
        <message>
            <source>{time} 记下</source>
            <translation>Noted {time}</translation>
        </message>
        <message>
            <source>先由{owner}办理</source>
            <translation>{owner} is asked first</translation>
        </message>
        <message>
            <source>到任何一个门岗扫一下，或者报这个号，就知道办到哪一步。</source>
            <translation>Have it scanned at any gate, or say this number, to hear how it stands.</translation>
        </message>
        <message>
            <source>回执上没有姓名和内容。</source>
            <translation>This receipt bears no name and nothing of what was said.</translation>
        </message>
        <message>
            <source>给：{owner}</source>
            <translation>To: {owner}</translation>
        </message>
        <message>
            <source>接手人签名</source>
            <translation>Taken on by (signature)</translation>
        </message>
        <message>
            <source>答复（怎么办、什么时候办）</source>
            <translation>Answer (what will be done, and when)</translation>
        </message>
        <message>
            <source>答复</source>
            <translation>Answer</translation>
        </message>
        <message>
            <source>待办事项单</source>
            <translation>Open matters</translation>
        </message>
        <message>
            <source>共 {n} 件，时间最紧的在最上面</source>
            <translation>Matters: {n}, the most pressing first</translation>
        </message>
        <message>
            <source>督办单</source>
            <translation>Overdue matter</translation>
        </message>
        <message>
            <source>交办单</source>
            <translation>Matter slip</translation>
        </message>
        <message>
            <source>编号 {number}</source>
            <translation>No. {number}</translation>
        </message>
        <message>
            <source>类别 {category}</source>
            <translation>About: {category}</translation>
        </message>
        <message>
            <source>地点 {place}</source>
            <translation>Where: {place}</translation>
        </message>
        <message>
            <source>{due} 前要有人答复</source>
            <translation>An answer is due by {due}</translation>
        </message>
        <message>
            <source>电话告诉过：{told}</source>
            <translation>Told by phone: {told}</translation>
        </message>
        <message>
            <source>门岗电话 {phone}</source>
            <translation>Gate {phone}</translation>
        </message>
    </context>
    <context>
        <name>MatterTable</name>
        <message>
            <source>事项</source>
            <translation>Matters</translation>
        </message>
        <message>
            <source>时间</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>类别</source>
            <translation>About</translation>
        </message>
        <message>
            <source>什么事</source>
            <translation>What</translation>
        </message>
        <message>
            <source>谁办</source>
            <translation>In charge</translation>
        </message>
        <message>
            <source>记下</source>
            <translation>Noted</translation>
        </message>
    </context>
    <context>
        <name>MatterWords</name>
        <message>
            <source>还没定谁办</source>
            <translation>Nobody yet</translation>
        </message>
        <message>
            <source>以前的单位</source>
            <translation>A former body</translation>
        </message>
        <message>
            <source>内容由负责人看</source>
            <translation>For the person in charge only</translation>
        </message>
        <message>
            <source>还剩 {time}</source>
            <translation>{time} left</translation>
        </message>
        <message>
            <source>超过 {time}</source>
            <translation>Late by {time}</translation>
        </message>
        <message>
            <source>到时间了</source>
            <translation>Due now</translation>
        </message>
        <message>
            <source>{n} 分钟</source>
            <translation>{n} min</translation>
        </message>
        <message numerus="yes">
            <source>{n} 天</source>
            <translation>
                <numerusform>{n} day</numerusform>
                <numerusform>{n} days</numerusform>
            </translation>
        </message>
        <message>
            <source>{n} 小时</source>
            <translation>{n} h</translation>
        </message>
        <message>
            <source>{h} 小时 {m} 分</source>
            <translation>{h} h {m} min</translation>
        </message>
        <message>
            <source>{day} 到期，已经过了</source>
            <translation>Due {day}, overdue</translation>
        </message>
        <message>
            <source>{day} 前办好</source>
            <translation>Done by {day}</translation>
        </message>
        <message>
            <source>已上报{level}，{time} 电话说过了</source>
            <translation>Raised to {level}, told by phone {time}</translation>
        </message>
        <message>
            <source>已到上报{level}的时候，请马上打电话</source>
            <translation>Time to raise it to {level}: please call now</translation>
        </message>
        <message>
            <source>逾期未答复，报{level}</source>
            <translation>No answer in time: to {level}</translation>
        </message>
        <message>
            <source>没写地点</source>
            <translation>No place given</translation>
        </message>
        <message>
            <source>{head}：{rest}</source>
            <translation>{head}: {rest}</translation>
        </message>
    </context>
    <context>
        <name>MattersView</name>
        <message>
            <source>{time} 打印</source>
            <translation>Printed {time}</translation>
        </message>
        <message>
            <source>所有单位</source>
            <translation>Everybody</translation>
        </message>
        <message>
            <source>看最近的</source>
            <translation>Last days</translation>
        </message>
        <message>
            <source>谁办</source>
            <translation>In charge</translation>
        </message>
        <message>
            <source>打小条给他们</source>
            <translation>Slip</translation>
        </message>
        <message>
            <source>打印整页</source>
            <translation>A4 page</translation>
        </message>
        <message>
            <source>没有在办的事</source>
            <translation>Nothing is open</translation>
        </message>
        <message>
            <source>居民在窗口说的事、接待时没有当场答复的事，会列在这里，时间最紧的在最上面。</source>
            <translation>What residents say at the window, and what was not answered on the spot, is listed here, the most pressing first.</translation>
        </message>
    </context>
    <context>
        <name>MemberPanel</name>
        <message>
            <source>几样用空格隔开</source>
            <translation>Separate with spaces</translation>
        </message>
        <message>
            <source>同意在大屏上写姓名</source>
            <translation>Agrees to their name on the public screen</translation>
        </message>
        <message>
            <source>未满 18 岁</source>
            <translation>Under 18</translation>
        </message>
        <message>
            <source>监护人已经同意</source>
            <translation>The guardian has agreed</translation>
        </message>
        <message>
            <source>有保险，到</source>
            <translation>Insured until</translation>
        </message>
        <message>
            <source>培训过，在</source>
            <translation>Trained on</translation>
        </message>
        <message>
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>身份</source>
            <translation>Role</translation>
        </message>
        <message>
            <source>电话</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>会什么</source>
            <translation>Skills</translation>
        </message>
        <message>
            <source>每月最多几班，0 不限</source>
            <translation>Most a month, 0: any</translation>
        </message>
        <message>
            <source>值班账号</source>
            <translation>Sign-on</translation>
        </message>
        <message>
            <source>单位</source>
            <translation>Body or unit</translation>
        </message>
        <message>
            <source>备注</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>监护人</source>
            <translation>Guardian</translation>
        </message>
        <message>
            <source>同意了吗</source>
            <translation>Agreed?</translation>
        </message>
        <message>
            <source>哪天同意的</source>
            <translation>Agreed on</translation>
        </message>
        <message>
            <source>没有</source>
            <translation>None</translation>
        </message>
    </context>
    <context>
        <name>MergePanel</name>
        <message>
            <source>另一条记录的姓名、拼音或电话尾号</source>
            <translation>Name, pinyin or phone ending of the other entry</translation>
        </message>
        <message>
            <source>找另一条记录</source>
            <translation>Find the other entry</translation>
        </message>
        <message>
            <source>住户</source>
            <translation>Residents</translation>
        </message>
        <message>
            <source>房号</source>
            <translation>Room</translation>
        </message>
        <message>
            <source>电话</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>可能是同一个人</source>
            <translation>May be the same person</translation>
        </message>
        <message>
            <source>合并以后只留一条：住处、车牌和电话都归到现在这一条。</source>
            <translation>Only one entry remains: homes, plates and phone all move to this one.</translation>
        </message>
    </context>
    <context>
        <name>MineTable</name>
        <message>
            <source>我的班</source>
            <translation>My shifts</translation>
        </message>
        <message>
            <source>日期</source>
            <translation>Day</translation>
        </message>
        <message>
            <source>时间</source>
            <translation>Hours</translation>
        </message>
        <message>
            <source>班次</source>
            <translation>Shift</translation>
        </message>
        <message>
            <source>地点</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>情况</source>
            <translation>State</translation>
        </message>
    </context>
    <context>
        <name>MineView</name>
        <message>
            <source>请班长在队员页把您的登录名和队员对上。</source>
            <translation>Please ask a shift lead to join your sign-on to your name under Team.</translation>
        </message>
        <message>
            <source>排班公布以后，您的班会列在这里。</source>
            <translation>Once the roster is published, your shifts stand here.</translation>
        </message>
        <message>
            <source>您的班会列在这里</source>
            <translation>Your shifts will be listed here</translation>
        </message>
    </context>
    <context>
        <name>Mirror</name>
        <message>
            <source>摄像头画面，和照镜子一样</source>
            <translation>Camera picture, as in a mirror</translation>
        </message>
    </context>
    <context>
        <name>ModelStep</name>
        <message>
            <source>型号</source>
            <translation>Model</translation>
        </message>
        <message>
            <source>这些写在机器的说明书或铭牌上；不知道就先不改。</source>
            <translation>These stand in the manual or on the machine; leave what you do not know.</translation>
        </message>
    </context>
    <context>
        <name>MonitorPanel</name>
        <message>
            <source>不显示</source>
            <translation>Do not show</translation>
        </message>
        <message>
            <source>跟这台电脑一样</source>
            <translation>As on this computer</translation>
        </message>
        <message>
            <source>浅色</source>
            <translation>Light</translation>
        </message>
        <message>
            <source>深色</source>
            <translation>Dark</translation>
        </message>
        <message>
            <source>高对比</source>
            <translation>High contrast</translation>
        </message>
        <message>
            <source>显示器</source>
            <translation>Monitor</translation>
        </message>
        <message>
            <source>颜色</source>
            <translation>Colours</translation>
        </message>
        <message>
            <source>只看到这一台显示器</source>
            <translation>Only this monitor is seen</translation>
        </message>
        <message>
            <source>把公示屏的线插上，在电脑的显示设置里选“扩展”。它不会盖住您干活的这一台。</source>
            <translation>Plug it in and choose 'extend' in the computer's display settings. It never covers the monitor you work on.</translation>
        </message>
        <message>
            <source>正在 {name} 上显示。拔掉再插上，会自己回来。</source>
            <translation>Showing on {name}. Unplugged and plugged in again, it comes back by itself.</translation>
        </message>
        <message>
            <source>选好的显示器现在没有接上。接上就会自己显示。</source>
            <translation>The chosen monitor is not connected. It shows by itself once it is.</translation>
        </message>
        <message>
            <source>现在没有在任何显示器上显示。</source>
            <translation>Not showing on any monitor now.</translation>
        </message>
    </context>
    <context>
        <name>MonthPanel</name>
        <message>
            <source>这个月的排班</source>
            <translation>The roster of this month</translation>
        </message>
        <message>
            <source>点一格，或用方向键走到一格，这里就说清楚那一班。回车打开，拖动可以换地方。</source>
            <translation>Click a box, or walk to it by arrow keys, to read about it. Enter opens it; drag to move.</translation>
        </message>
        <message>
            <source>还没有人</source>
            <translation>nobody yet</translation>
        </message>
        <message>
            <source>{shift}：{who}</source>
            <translation>{shift}: {who}</translation>
        </message>
        <message>
            <source>缺：还缺人　红角：有冲突　左边竖线：锁定　划掉：请假或没来　下划线：改了还没公布</source>
            <translation>?: open   Red corner: conflict   Bar: locked   Struck out: away   Underlined: unpublished</translation>
        </message>
        <message>
            <source>还没有设班次</source>
            <translation>No shifts are set up yet</translation>
        </message>
        <message>
            <source>先到「值班队伍」里设好每周有哪些班，比如上午门岗、周二接待，再来排班。</source>
            <translation>First set up the shifts of a week under Team, such as Morning gate or Tuesday reception; then come back to plan.</translation>
        </message>
        <message>
            <source>{month}还没有排班</source>
            <translation>Nothing is planned for {month} yet</translation>
        </message>
        <message>
            <source>值班长排好公布以后，这里就能看到。</source>
            <translation>It appears here once a shift lead has planned and published it.</translation>
        </message>
        <message>
            <source>按下面的按钮，就按每周的班次列出一整个月，然后往里排人。</source>
            <translation>The button below lists a whole month from the weekly shifts; then put people in.</translation>
        </message>
    </context>
    <context>
        <name>MonthView</name>
        <message>
            <source>{month}接待小结</source>
            <translation>Reception summary, {month}</translation>
        </message>
        <message>
            <source>上个月</source>
            <translation>Month before</translation>
        </message>
        <message>
            <source>下个月</source>
            <translation>Next month</translation>
        </message>
        <message>
            <source>姓名、门牌、电话和车牌已经去掉。贴出去之前请再看一遍，不合适的按「不贴」。</source>
            <translation>Names, rooms, phones and plates are taken out. Please read it once more and press 'Leave out' where needed.</translation>
        </message>
        <message>
            <source>这个月还没有可以贴的事</source>
            <translation>Nothing to put up for this month yet</translation>
        </message>
        <message>
            <source>有了答复的事才会写进小结。</source>
            <translation>Only matters with an answer go into the summary.</translation>
        </message>
        <message numerus="yes">
            <source>位居民</source>
            <translation>
                <numerusform>resident</numerusform>
                <numerusform>residents</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} 场接待</source>
            <translation>
                <numerusform>{n} reception</numerusform>
                <numerusform>{n} receptions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>件事</source>
            <translation>
                <numerusform>matter</numerusform>
                <numerusform>matters</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>另有 {n} 件异常情况</source>
            <translation>
                <numerusform>and {n} incident</numerusform>
                <numerusform>and {n} incidents</numerusform>
            </translation>
        </message>
        <message>
            <source>件办结</source>
            <translation>done</translation>
        </message>
        <message>
            <source>{n} 件在办</source>
            <translation>{n} open</translation>
        </message>
        <message>
            <source>件答复晚了</source>
            <translation>late</translation>
        </message>
        <message>
            <source>{n} 件报过社区</source>
            <translation>{n} raised</translation>
        </message>
        <message>
            <source>答复：{text}</source>
            <translation>Answer: {text}</translation>
        </message>
        <message>
            <source>要贴</source>
            <translation>Put back</translation>
        </message>
        <message>
            <source>不贴</source>
            <translation>Leave out</translation>
        </message>
        <message>
            <source>接待 {s} 场，来了 {h} 位居民，反映 {m} 件事。</source>
            <translation>Receptions: {s}. Residents who came: {h}. Matters noted: {m}.</translation>
        </message>
        <message>
            <source>办结 {e} 件，还在办 {o} 件。</source>
            <translation>{e} done, {o} still open.</translation>
        </message>
        <message>
            <source>按时答复 {i} 件，晚了 {l} 件，其中 {r} 件报过社区。</source>
            <translation>{i} answered in time, {l} late, {r} of them raised to the community.</translation>
        </message>
        <message>
            <source>{owner} {n} 件（办结 {e}）</source>
            <translation>{owner} {n} ({e} done)</translation>
        </message>
    </context>
    <context>
        <name>MorePage</name>
        <message>
            <source>扫不出来？换一种方式</source>
            <translation>Won't scan? Try another way</translation>
        </message>
        <message>
            <source>来访证下面的六位数字</source>
            <translation>Six digits under a pass</translation>
        </message>
        <message>
            <source>6 位数字，输完按回车</source>
            <translation>6 digits, then Enter</translation>
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
            <translation>Change camera</translation>
        </message>
        <message>
            <source>刷脸认人、撤回人脸</source>
            <translation>Recognise a face, or withdraw one</translation>
        </message>
        <message>
            <source>有人问自己的信息</source>
            <translation>Somebody asks about their data</translation>
        </message>
        <message>
            <source>替住户代办</source>
            <translation>Act for a resident</translation>
        </message>
        <message>
            <source>练习：举起下一张码</source>
            <translation>Practice: hold up the next code</translation>
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
        <name>MorningPanel</name>
        <message>
            <source>我的第一个早上</source>
            <translation>My first morning</translation>
        </message>
        <message>
            <source>念给我听</source>
            <translation>Read aloud</translation>
        </message>
        <message>
            <source>上一步</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>跳过</source>
            <translation>Skip</translation>
        </message>
        <message>
            <source>收起</source>
            <translation>Show less</translation>
        </message>
        <message>
            <source>再练一遍</source>
            <translation>Practise again</translation>
        </message>
        <message>
            <source>练习小区从头再来</source>
            <translation>Start over</translation>
        </message>
        <message>
            <source>第 {n} 件，一共 {of} 件</source>
            <translation>Task {n} of {of}</translation>
        </message>
        <message>
            <source>做了 {n} 件，一共 {of} 件</source>
            <translation>{n} of {of} done</translation>
        </message>
        <message>
            <source>早上的事都会了！</source>
            <translation>You can do the whole morning!</translation>
        </message>
        <message>
            <source>练完了一遍</source>
            <translation>You have been through it once</translation>
        </message>
        <message>
            <source>您可以上岗了。忘了也不要紧：按 F1 有帮助，旁边总有人可以问。</source>
            <translation>You are ready for the desk. If you forget something: F1 helps, and there is always somebody to ask.</translation>
        </message>
        <message>
            <source>有几件跳过了，可以再练一遍。按 F1 有帮助，旁边总有人可以问。</source>
            <translation>Some tasks were skipped; you can practise again. F1 helps, and there is always somebody to ask.</translation>
        </message>
    </context>
    <context>
        <name>MorningWords</name>
        <message>
            <source>做得好！</source>
            <translation>Well done!</translation>
        </message>
        <message>
            <source>对了！</source>
            <translation>That's it!</translation>
        </message>
        <message>
            <source>很好！</source>
            <translation>Very good!</translation>
        </message>
        <message>
            <source>上岗</source>
            <translation>Sign on</translation>
        </message>
        <message>
            <source>请点「{name}」，再输入密码 {pin}。练习里大家的密码都是它。</source>
            <translation>Press {name}, then type the PIN {pin}. In practice it is everybody's PIN.</translation>
        </message>
        <message>
            <source>名字在「换人」那一页。输完密码，按绿色的「确定」。</source>
            <translation>The names are on the Switch page. After the PIN press the green button.</translation>
        </message>
        <message>
            <source>带我去</source>
            <translation>Take me there</translation>
        </message>
        <message>
            <source>放行一位快递员</source>
            <translation>Let a courier pass</translation>
        </message>
        <message>
            <source>快递员来了，门口有人等。按键盘上的 F6，就记好了，可以放行。</source>
            <translation>A courier is here and others are waiting. Press F6 on the keyboard: counted, and the courier may pass.</translation>
        </message>
        <message>
            <source>F6 在键盘最上面一排。也可以点「今日」里的「快递员」。</source>
            <translation>F6 is in the top row of the keyboard. The Courier button on Today does the same.</translation>
        </message>
        <message>
            <source>登记一位客人</source>
            <translation>Admit a guest</translation>
        </message>
        <message>
            <source>有人来看亲戚。按 F2，选「亲友」，写姓名，写到哪一户（比如 1-1-101），再选是怎么问过住户的。</source>
            <translation>Somebody visits family. Press F2, choose Guest, write the name and the door (1-1-101, say), and choose how the household was asked.</translation>
        </message>
        <message>
            <source>缺什么，那一格下面会写出来。都写好了，按最大的绿色按钮放行。</source>
            <translation>What is missing is said under its field. When all is there, press the big green button.</translation>
        </message>
        <message>
            <source>认一张住户码</source>
            <translation>Read a household code</translation>
        </message>
        <message>
            <source>住户把家里的码举到镜头前。请按下面的按钮，看看门岗台怎么说，再按 Esc 返回。</source>
            <translation>A resident holds the household code before the camera. Press the button below, read what the desk says, then go back with Esc.</translation>
        </message>
        <message>
            <source>结果是一张大卡片：颜色、图案、一句话，说的是同一件事。</source>
            <translation>The answer is one large card: colour, mark and sentence say the same.</translation>
        </message>
        <message>
            <source>让住户举起码</source>
            <translation>Have the code held up</translation>
        </message>
        <message>
            <source>认一张来访证，放行</source>
            <translation>Read a visitor pass and admit</translation>
        </message>
        <message>
            <source>客人手机上有来访证。请按下面的按钮，卡片说有效，就按回车放行。</source>
            <translation>A guest has a pass on the phone. Press the button below; when the card says it is valid, press Enter to admit.</translation>
        </message>
        <message>
            <source>回车就是卡片上最大的那个绿色按钮。不是本人，就不要按。</source>
            <translation>Enter is the big green button on the card. If it is somebody else, do not press it.</translation>
        </message>
        <message>
            <source>让客人举起来访证</source>
            <translation>Have the pass held up</translation>
        </message>
        <message>
            <source>收下一件寄放的东西</source>
            <translation>Take in a parcel</translation>
        </message>
        <message>
            <source>邻居留下一袋水果。按 F7，写给哪一户，是什么，放在哪里，再按绿色的按钮。</source>
            <translation>A neighbour leaves a bag of fruit. Press F7, write for which door, what it is and where it stands, then take it in.</translation>
        </message>
        <message>
            <source>哪一户可以写 1-1-101。收好以后会有一个取件码，念给住户听。</source>
            <translation>The door can be 1-1-101. Afterwards there is a pick-up code to tell the household.</translation>
        </message>
        <message>
            <source>把东西交给住户</source>
            <translation>Hand the parcel out</translation>
        </message>
        <message>
            <source>住户来取东西了。在寄放那一页点开这一件，按「交给取件人」。</source>
            <translation>The resident comes for it. On the page of goods open this one and hand it out.</translation>
        </message>
        <message>
            <source>问取件码；没有码，写是谁拿走的也可以。</source>
            <translation>Ask for the pick-up code; without one, write who takes it.</translation>
        </message>
        <message>
            <source>送走一位客人</source>
            <translation>See a guest off</translation>
        </message>
        <message>
            <source>客人要走了。在「在场」里点一下他，再按「已离开」。</source>
            <translation>A guest is leaving. Find them on the page Inside and press Leave.</translation>
        </message>
        <message>
            <source>按错了也不要紧，十秒之内可以撤销。</source>
            <translation>A wrong press does no harm: for ten seconds it can be undone.</translation>
        </message>
        <message>
            <source>有人按了求助</source>
            <translation>Somebody calls for help</translation>
        </message>
        <message>
            <source>按下面的按钮，求助会响起来。请先按「我来处理」，照着打电话，再写一句怎么样了，按「结束报警」。</source>
            <translation>Press the button below and the alarm sounds. Say first that you see to it, follow the calls, then close it with a note of what it was.</translation>
        </message>
        <message>
            <source>报警的时候先看地方，再打电话。这是练习，电话不会真的打出去。</source>
            <translation>In an alarm look at the place first, then call. This is practice: nobody is really called.</translation>
        </message>
        <message>
            <source>让求助响一次</source>
            <translation>Let the alarm sound once</translation>
        </message>
        <message>
            <source>交班</source>
            <translation>Hand over</translation>
        </message>
        <message>
            <source>您要下班了。在「交班」里一条一条打勾、点数，再签名，密码还是 {pin}。</source>
            <translation>Your shift ends. On Handover tick and count line by line, then sign; the PIN is still {pin}.</translation>
        </message>
        <message>
            <source>少了东西就写明白，不用不好意思。都打了勾，才能签名。</source>
            <translation>If something is missing, just write it down. Signing is possible once all is ticked.</translation>
        </message>
    </context>
    <context>
        <name>MovingPanel</name>
        <message>
            <source>正在打包，请不要拔 U 盘</source>
            <translation>Packing; leave the stick in</translation>
        </message>
        <message>
            <source>打包好了，请抄下搬家码</source>
            <translation>Packed: please write down the moving code</translation>
        </message>
        <message>
            <source>换电脑、抄设置、请人帮忙</source>
            <translation>New computer, settings to copy, getting help</translation>
        </message>
        <message>
            <source>单位：MB</source>
            <translation>In MB</translation>
        </message>
        <message>
            <source>请把这个码抄在纸上，不要和 U 盘放在一起。到新电脑上打开门岗台，选「从另一台电脑搬来」，插上 U 盘，输入这个码。</source>
            <translation>Write this code on paper and keep it apart from the stick. On the new computer open Gatehouse Desk, choose 'Move here from another computer', plug in the stick and type this code.</translation>
        </message>
        <message>
            <source>已经打包，这台电脑只能看</source>
            <translation>Packed; this computer can only be read</translation>
        </message>
        <message>
            <source>新电脑已经在用，这台电脑只能看</source>
            <translation>The new computer is in use; this one can only be read</translation>
        </message>
        <message>
            <source>新电脑还没打开过的话，可以收回来接着用。</source>
            <translation>As long as the new computer has not opened it, it can be taken back here.</translation>
        </message>
        <message>
            <source>这里的资料已经没有用了，可以清除。</source>
            <translation>What is left here is of no more use and can be deleted.</translation>
        </message>
        <message>
            <source>新电脑从来没有打开过吗？</source>
            <translation>Has the new computer never opened it?</translation>
        </message>
        <message>
            <source>现在问不到中心。如果新电脑已经用起来，收回来以后两边会各记各的。收回来以后，请把那个搬家文件删掉。</source>
            <translation>The hub cannot be asked now. If the new computer is in use, both would record apart. After taking it back please delete the moving file.</translation>
        </message>
        <message>
            <source>从没打开过，收回来</source>
            <translation>Never opened: take it back</translation>
        </message>
        <message>
            <source>先不收</source>
            <translation>Not now</translation>
        </message>
        <message>
            <source>清除这台电脑上的全部资料吗？</source>
            <translation>Delete everything on this computer?</translation>
        </message>
        <message>
            <source>登记、备份、钥匙都会删掉，找不回来。请先确认新电脑已经能用。</source>
            <translation>Records, backups and keys go for good. First make sure that the new computer works.</translation>
        </message>
        <message>
            <source>全部清除</source>
            <translation>Delete everything</translation>
        </message>
        <message>
            <source>先留着</source>
            <translation>Keep it for now</translation>
        </message>
        <message>
            <source>写好了：{file}。里面没有门岗名、密码和任何人的信息。</source>
            <translation>Written: {file}. No gate name, no password and nobody's data is in it.</translation>
        </message>
        <message>
            <source>改好了。设备还要在「设备」页选好接口才能用。</source>
            <translation>Changed. Devices still need their port chosen on the page Devices.</translation>
        </message>
        <message>
            <source>已经改回原来的样子。</source>
            <translation>Everything is as it was before.</translation>
        </message>
        <message>
            <source>和这里现在的设置一样，没有要改的。</source>
            <translation>The same as here; there is nothing to change.</translation>
        </message>
        <message>
            <source>正在收集，要一两分钟</source>
            <translation>Collecting; it takes a minute or two</translation>
        </message>
        <message>
            <source>看看要给对方什么</source>
            <translation>See what they would get</translation>
        </message>
        <message>
            <source>存好了：{file}。把它交给帮忙的人就可以。</source>
            <translation>Saved: {file}. Hand it to whoever helps.</translation>
        </message>
        <message>
            <source>打包到哪里？请选 U 盘</source>
            <translation>Pack onto what? Choose the stick</translation>
        </message>
        <message>
            <source>打包到「{stick}」，然后停用这台电脑吗？</source>
            <translation>Pack onto '{stick}' and stop using this computer?</translation>
        </message>
        <message>
            <source>打包以后这台电脑只能看，不能登记。新电脑还没打开过的话，可以在这里收回来。</source>
            <translation>After that this computer can only be read. As long as the new one has not opened it, it can be taken back here.</translation>
        </message>
        <message>
            <source>打包</source>
            <translation>Pack</translation>
        </message>
        <message>
            <source>先不</source>
            <translation>Not now</translation>
        </message>
        <message>
            <source>存到哪里？</source>
            <translation>Save where?</translation>
        </message>
        <message>
            <source>门岗设置 (*.gdgate)</source>
            <translation>Gate settings (*.gdgate)</translation>
        </message>
        <message>
            <source>选择设置文件</source>
            <translation>Choose the settings file</translation>
        </message>
        <message>
            <source>门岗设置 (*.gdgate);;所有文件 (*)</source>
            <translation>Gate settings (*.gdgate);;All files (*)</translation>
        </message>
        <message>
            <source>压缩文件 (*.zip)</source>
            <translation>ZIP files (*.zip)</translation>
        </message>
        <message>
            <source>换到新电脑</source>
            <translation>To a new computer</translation>
        </message>
        <message>
            <source>全部登记、设置和设备都会搬过去，一条不少。要一个 U 盘，十分钟左右。搬完这台电脑就不再登记。</source>
            <translation>All records, settings and devices move, nothing is left out. It takes a stick and about ten minutes. This computer records nothing more afterwards.</translation>
        </message>
        <message>
            <source>人脸资料不会一起搬</source>
            <translation>Face data does not move along</translation>
        </message>
        <message>
            <source>要带走，请先在「刷脸」里备份人脸库。</source>
            <translation>To take it with you, back up the face vault under Faces first.</translation>
        </message>
        <message>
            <source>去备份人脸库</source>
            <translation>Back up the vault</translation>
        </message>
        <message>
            <source>正在打包</source>
            <translation>Packing</translation>
        </message>
        <message>
            <source>准备搬家</source>
            <translation>Prepare moving</translation>
        </message>
        <message>
            <source>收回来，接着用这台</source>
            <translation>Take it back and go on here</translation>
        </message>
        <message>
            <source>清除这台电脑上的资料</source>
            <translation>Delete what is on this computer</translation>
        </message>
        <message>
            <source>抄好了，停用这台电脑</source>
            <translation>Written down; stop using this computer</translation>
        </message>
        <message>
            <source>抄给另一个门岗</source>
            <translation>For another gate</translation>
        </message>
        <message>
            <source>把这里的设置和设备名单存成一个文件，另一个门岗照着用。里面没有门岗名、密码和任何人的信息。</source>
            <translation>Save the settings and the list of devices as a file for another gate. No gate name, no password and nobody's data is in it.</translation>
        </message>
        <message>
            <source>存成文件</source>
            <translation>Save as a file</translation>
        </message>
        <message>
            <source>用另一个门岗的文件</source>
            <translation>Use another gate's file</translation>
        </message>
        <message>
            <source>撤回上一次</source>
            <translation>Take the last one back</translation>
        </message>
        <message>
            <source>照这样改</source>
            <translation>Change it so</translation>
        </message>
        <message>
            <source>不改</source>
            <translation>Change nothing</translation>
        </message>
        <message>
            <source>还有几项全小区的设置，要管理员登录才能改，这次不动。</source>
            <translation>Some settings of the whole estate need a manager; they stay as they are.</translation>
        </message>
        <message>
            <source>请人帮忙看看</source>
            <translation>Ask somebody to help</translation>
        </message>
        <message>
            <source>收集版本、设备和运行记录，存成一个文件交给帮忙的人。里面没有任何人的信息，存之前您可以先看。</source>
            <translation>Collect versions, devices and logs into one file for whoever helps. Nobody's data is in it, and you can read it before it is saved.</translation>
        </message>
        <message>
            <source>里面有什么</source>
            <translation>What is in it</translation>
        </message>
        <message>
            <source>这一部分的内容</source>
            <translation>Text of this part</translation>
        </message>
        <message>
            <source>存成文件，交给对方</source>
            <translation>Save it for them</translation>
        </message>
    </context>
    <context>
        <name>MovingWords</name>
        <message>
            <source>设备：{name}</source>
            <translation>Device: {name}</translation>
        </message>
        <message>
            <source>语言</source>
            <translation>Language</translation>
        </message>
        <message>
            <source>颜色</source>
            <translation>Colours</translation>
        </message>
        <message>
            <source>字的大小</source>
            <translation>Size of letters</translation>
        </message>
        <message>
            <source>音量</source>
            <translation>Volume</translation>
        </message>
        <message>
            <source>静音</source>
            <translation>Muted</translation>
        </message>
        <message>
            <source>朗读</source>
            <translation>Reading aloud</translation>
        </message>
        <message>
            <source>用摄像头扫码</source>
            <translation>Scanning by camera</translation>
        </message>
        <message>
            <source>几分钟没人用就锁屏</source>
            <translation>Minutes until it locks</translation>
        </message>
        <message>
            <source>换人时要不要密码</source>
            <translation>PIN when people change</translation>
        </message>
        <message>
            <source>几天提醒备份到 U 盘</source>
            <translation>Days until a stick is asked for</translation>
        </message>
        <message>
            <source>保存天数</source>
            <translation>Days of keeping</translation>
        </message>
        <message>
            <source>来访最长停留</source>
            <translation>Longest stay</translation>
        </message>
        <message>
            <source>换班谁批准</source>
            <translation>Who approves swaps</translation>
        </message>
        <message>
            <source>每户每天能领几份</source>
            <translation>How many a household gets a day</translation>
        </message>
        <message>
            <source>会加上，接口以后再选</source>
            <translation>Will be added; its port is chosen later</translation>
        </message>
        <message>
            <source>会照那边改，接口不变</source>
            <translation>Will be changed; its port stays</translation>
        </message>
        <message>
            <source>照那个门岗的改</source>
            <translation>As at that gate</translation>
        </message>
        <message>
            <source>现在是 {before}，改成 {after}</source>
            <translation>Now {before}, will be {after}</translation>
        </message>
        <message>
            <source>没有设过</source>
            <translation>not set</translation>
        </message>
        <message>
            <source>开</source>
            <translation>on</translation>
        </message>
        <message>
            <source>关</source>
            <translation>off</translation>
        </message>
        <message>
            <source>浅色</source>
            <translation>light</translation>
        </message>
        <message>
            <source>深色</source>
            <translation>dark</translation>
        </message>
        <message>
            <source>高对比</source>
            <translation>high contrast</translation>
        </message>
        <message>
            <source>每次都要</source>
            <translation>every time</translation>
        </message>
        <message>
            <source>都不要</source>
            <translation>never</translation>
        </message>
        <message>
            <source>换成权限更高的人才要</source>
            <translation>only for somebody with more rights</translation>
        </message>
        <message>
            <source>岗位不同才要</source>
            <translation>only between different roles</translation>
        </message>
        <message>
            <source>程序和系统的版本</source>
            <translation>Versions of program and system</translation>
        </message>
        <message>
            <source>这台电脑的设置</source>
            <translation>Settings of this computer</translation>
        </message>
        <message>
            <source>数据有多少条、多大</source>
            <translation>How much data there is</translation>
        </message>
        <message>
            <source>设备的种类和接法</source>
            <translation>Kinds of devices and how they are attached</translation>
        </message>
        <message>
            <source>检查一遍的结果</source>
            <translation>What the check found</translation>
        </message>
        <message>
            <source>程序自检的结果</source>
            <translation>Result of the self-test</translation>
        </message>
        <message>
            <source>快慢</source>
            <translation>How fast it is</translation>
        </message>
        <message>
            <source>运行记录：{name}</source>
            <translation>Log: {name}</translation>
        </message>
    </context>
    <context>
        <name>NameStep</name>
        <message>
            <source>叫什么</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>放在哪里</source>
            <translation>Where it stands</translation>
        </message>
        <message>
            <source>比如 门岗窗口左边</source>
            <translation>such as: left of the window</translation>
        </message>
    </context>
    <context>
        <name>NightsPanel</name>
        <message>
            <source>过夜的客人不会被当成没离开</source>
            <translation>Overnight guests are not listed as overstaying</translation>
        </message>
        <message>
            <source>记下过夜</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>住几晚</source>
            <translation>Nights</translation>
        </message>
        <message>
            <source>{n} 晚</source>
            <translation>{n}</translation>
        </message>
    </context>
    <context>
        <name>NoteView</name>
        <message>
            <source>发生了什么</source>
            <translation>What happened</translation>
        </message>
        <message>
            <source>居民说了什么</source>
            <translation>What the resident says</translation>
        </message>
        <message>
            <source>在哪里</source>
            <translation>Where</translation>
        </message>
        <message>
            <source>谁说的</source>
            <translation>Who says it</translation>
        </message>
        <message>
            <source>回电号码</source>
            <translation>Number to call back</translation>
        </message>
        <message>
            <source>点名指责别人，只给负责人看</source>
            <translation>Accuses somebody: for the person in charge only</translation>
        </message>
        <message>
            <source>和我们值班的人有关</source>
            <translation>It is about us at the gate</translation>
        </message>
        <message>
            <source>是哪一类</source>
            <translation>What it is about</translation>
        </message>
        <message>
            <source>写几个字，类别会自己选好；不对就点一下别的。</source>
            <translation>Write a few words and the kind chooses itself. Press another one if it is wrong.</translation>
        </message>
        <message>
            <source>异常情况只记下来，不计时。</source>
            <translation>An incident is written down; no clock runs.</translation>
        </message>
        <message>
            <source>先找{body}，{span}内要有人答复，昼夜都算。</source>
            <translation>{body} is asked first; an answer is due within {span}, day and night.</translation>
        </message>
        <message>
            <source>先打 {first}！再记事。其他：{rest}</source>
            <translation>Call {first} first! Then write. Others: {rest}</translation>
        </message>
        <message>
            <source>记成同一件事：{what}</source>
            <translation>Noted as the same matter: {what}</translation>
        </message>
        <message>
            <source>不是同一件</source>
            <translation>Not the same</translation>
        </message>
        <message>
            <source>{time} 有人反映过：{what}</source>
            <translation>Somebody said this at {time}: {what}</translation>
        </message>
        <message>
            <source>是同一件</source>
            <translation>It is the same</translation>
        </message>
        <message>
            <source>请写一句话，或者附一张照片。</source>
            <translation>Please write a sentence, or add a photo.</translation>
        </message>
    </context>
    <context>
        <name>NotedView</name>
        <message>
            <source>回执号</source>
            <translation>Receipt number</translation>
        </message>
        <message>
            <source>和前面那件是同一件事，一起办，一起回话。</source>
            <translation>The same as the earlier one: dealt with and answered together.</translation>
        </message>
        <message>
            <source>异常情况记下了，交接班时会带上。</source>
            <translation>The incident is noted and goes into the handover.</translation>
        </message>
        <message>
            <source>请告诉{body}；{due} 前要有人答复。</source>
            <translation>Please tell {body}; an answer is due by {due}.</translation>
        </message>
        <message>
            <source>电话 {phones}</source>
            <translation>Phone {phones}</translation>
        </message>
        <message>
            <source>居民拿回执到任何一个门岗，扫一下就知道办到哪一步。</source>
            <translation>With the receipt the resident can ask at any gate how it stands.</translation>
        </message>
    </context>
    <context>
        <name>NoticePart</name>
        <message>
            <source>人脸信息告知书</source>
            <translation>Notice about face data</translation>
        </message>
        <message>
            <source>听清楚了，去下一步</source>
            <translation>Understood, next step</translation>
        </message>
        <message>
            <source>不录入，用别的方式</source>
            <translation>No, use another way</translation>
        </message>
    </context>
    <context>
        <name>NoticeRow</name>
        <message>
            <source>已打印</source>
            <translation>printed</translation>
        </message>
        <message>
            <source>改</source>
            <translation>Edit</translation>
        </message>
        <message>
            <source>再挂一次</source>
            <translation>Again</translation>
        </message>
        <message>
            <source>撤下</source>
            <translation>Take down</translation>
        </message>
    </context>
    <context>
        <name>NowView</name>
        <message>
            <source>现在没有能马上拿走的东西</source>
            <translation>Nothing can be taken at once just now</translation>
        </message>
        <message>
            <source>轮椅、急救包这些在物品册里勾上“急用可以先拿走”，就会出现在这里。</source>
            <translation>Wheelchairs, first-aid kits and so on appear here once 'may be taken first' is ticked in the asset book.</translation>
        </message>
        <message>
            <source>拿走就按</source>
            <translation>Press as it goes</translation>
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
            <translation>The 5 groups written down during first-time set-up</translation>
        </message>
        <message>
            <source>正在恢复，请不要关电脑</source>
            <translation>Restoring; please leave the computer on</translation>
        </message>
        <message>
            <source>正在打开，请稍候</source>
            <translation>Opening, please wait</translation>
        </message>
        <message>
            <source>请输入口令</source>
            <translation>Please enter the passphrase</translation>
        </message>
        <message>
            <source>请换新版程序</source>
            <translation>A newer version is needed</translation>
        </message>
        <message>
            <source>新版本没有通过自检</source>
            <translation>The new version did not pass its self-test</translation>
        </message>
        <message>
            <source>数据文件坏了，可以恢复</source>
            <translation>The data file is damaged but can be restored</translation>
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
            <translation>The data key was not found</translation>
        </message>
        <message>
            <source>数据的钥匙坏了</source>
            <translation>The data key is damaged</translation>
        </message>
        <message>
            <source>数据没有打开</source>
            <translation>The data was not opened</translation>
        </message>
        <message>
            <source>正在一份一份检查备份，请稍候…</source>
            <translation>Checking the backups one by one, please wait</translation>
        </message>
        <message>
            <source>这台电脑上没有可用的备份。请插上存备份的 U 盘，选择备份文件。</source>
            <translation>There is no usable backup on this computer. Plug in the USB stick with your backups and choose the file.</translation>
        </message>
        <message>
            <source>数据文件夹：{folder}</source>
            <translation>Data folder: {folder}</translation>
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
            <source>最近的完好备份是 {when} 的。恢复后回到那时的样子，那以后登记的内容不在里面。</source>
            <translation>The newest good backup is from {when}. Restoring goes back to that point; anything recorded later is not in it.</translation>
        </message>
        <message>
            <source>最近的完好备份是 {when} 的。恢复后回到那时的样子，那以后登记的内容不在里面。现在的文件会另存 14 天，不会删。</source>
            <translation>The newest good backup is from {when}. Restoring goes back to that point; anything recorded later is not in it. The current file is set aside for 14 days.</translation>
        </message>
        <message>
            <source>用恢复码可以恢复到 {when} 的样子，那以后登记的内容不在里面。</source>
            <translation>With the recovery code you can go back to {when}; anything recorded later is not in it.</translation>
        </message>
        <message>
            <source>用恢复码打开，现有的登记一条也不会少。</source>
            <translation>Opening with the recovery code loses no records.</translation>
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
            <translation>Forgot passphrase</translation>
        </message>
        <message>
            <source>用别的备份</source>
            <translation>Use another backup</translation>
        </message>
        <message>
            <source>不要以前的数据，重新设置</source>
            <translation>Start afresh without the old data</translation>
        </message>
        <message>
            <source>关闭程序</source>
            <translation>Close the program</translation>
        </message>
    </context>
    <context>
        <name>OperatorsPanel</name>
        <message>
            <source>加一位值班的人</source>
            <translation>Add someone to the duty list</translation>
        </message>
        <message>
            <source>写名字，选身份，再设一个密码。</source>
            <translation>Enter the name, choose a role, then set a PIN.</translation>
        </message>
        <message>
            <source>第一次来帮忙</source>
            <translation>First-time helper</translation>
        </message>
        <message>
            <source>由您担保，用到今晚 12 点。</source>
            <translation>You vouch for them until midnight.</translation>
        </message>
        <message>
            <source>给 {name} 换密码</source>
            <translation>New PIN for {name}</translation>
        </message>
        <message numerus="yes">
            <source>{n} 个人可以在这里值班</source>
            <translation>
                <numerusform>{n} person can be on duty here</numerusform>
                <numerusform>{n} people can be on duty here</numerusform>
            </translation>
        </message>
        <message>
            <source>点开一个人，可以换密码、印工作卡、停用。</source>
            <translation>Open someone to change their PIN, print a badge or deactivate them.</translation>
        </message>
        <message>
            <source>加一个人</source>
            <translation>Add person</translation>
        </message>
        <message>
            <source>开始当班</source>
            <translation>Start</translation>
        </message>
        <message>
            <source>打印工作卡</source>
            <translation>Print the badge</translation>
        </message>
        <message>
            <source>存成文件去打印</source>
            <translation>Save as file to print</translation>
        </message>
        <message>
            <source>印上本人照片</source>
            <translation>Print a photo on it</translation>
        </message>
        <message>
            <source>不印照片了</source>
            <translation>No photo after all</translation>
        </message>
        <message>
            <source>有密码</source>
            <translation>has a PIN</translation>
        </message>
        <message>
            <source>没有密码</source>
            <translation>no PIN</translation>
        </message>
        <message>
            <source>有工作卡</source>
            <translation>has a badge</translation>
        </message>
        <message>
            <source>没有工作卡</source>
            <translation>no badge</translation>
        </message>
        <message>
            <source>用到 {when}</source>
            <translation>until {when}</translation>
        </message>
        <message>
            <source>屏幕上显示：{label}</source>
            <translation>Shown on screen as: {label}</translation>
        </message>
        <message>
            <source>停用</source>
            <translation>Deactivate</translation>
        </message>
        <message>
            <source>重新启用</source>
            <translation>Reactivate</translation>
        </message>
        <message>
            <source>重做工作卡</source>
            <translation>Make new badge</translation>
        </message>
        <message>
            <source>做工作卡</source>
            <translation>Make badge</translation>
        </message>
        <message>
            <source>已停用</source>
            <translation>inactive</translation>
        </message>
        <message>
            <source>打开</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>两次输的不一样，请重新设一个。</source>
            <translation>The two entries differ. Please choose a PIN again.</translation>
        </message>
        <message>
            <source>密码已经换好。</source>
            <translation>PIN changed.</translation>
        </message>
        <message>
            <source>照片拍好了，会印在卡上，不保存。</source>
            <translation>The photo is taken. It is printed on the card and not kept.</translation>
        </message>
        <message>
            <source>存到哪里？</source>
            <translation>Save where?</translation>
        </message>
        <message>
            <source>工作卡.pdf</source>
            <translation>badge.pdf</translation>
        </message>
        <message>
            <source>已存成「{name}」，打印后剪下来就能刷。</source>
            <translation>Saved as '{name}'. Print it and cut it out to use it.</translation>
        </message>
        <message>
            <source>请再输一次同样的密码</source>
            <translation>Please enter the same PIN again</translation>
        </message>
        <message>
            <source>设一个密码，4 到 8 位数字</source>
            <translation>Set a PIN of 4 to 8 digits</translation>
        </message>
        <message>
            <source>有人第一次来帮忙（今天用）</source>
            <translation>First-time helper, today only</translation>
        </message>
        <message>
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>屏幕上只显示「姓 + 老师」</source>
            <translation>Only the family name is shown on screen</translation>
        </message>
        <message>
            <source>身份</source>
            <translation>Role</translation>
        </message>
        <message>
            <source>换密码</source>
            <translation>Change PIN</translation>
        </message>
        <message>
            <source>工作卡丢了，作废</source>
            <translation>Badge lost: revoke it</translation>
        </message>
        <message>
            <source>工作卡做好了。只能存这一次，旧卡已经不能用。</source>
            <translation>Badge made. It can only be saved now; the old badge no longer works.</translation>
        </message>
    </context>
    <context>
        <name>Panel</name>
        <message>
            <source>不做了</source>
            <translation>Cancel</translation>
        </message>
    </context>
    <context>
        <name>Paper</name>
        <message>
            <source>物品码</source>
            <translation>Item code</translation>
        </message>
        <message>
            <source>用完请还到门岗，扫这个码就收回。</source>
            <translation>Please bring it back to the gate: one scan of this code.</translation>
        </message>
        <message>
            <source>门岗电话 {phone}</source>
            <translation>Gatehouse phone {phone}</translation>
        </message>
        <message>
            <source>工作卡</source>
            <translation>Badge</translation>
        </message>
        <message>
            <source>志愿服务证明</source>
            <translation>Certificate of voluntary service</translation>
        </message>
        <message>
            <source>一、志愿者</source>
            <translation>1. The volunteer</translation>
        </message>
        <message>
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>证件</source>
            <translation>Document</translation>
        </message>
        <message>
            <source>志愿者编号</source>
            <translation>Volunteer number</translation>
        </message>
        <message>
            <source>二、志愿服务</source>
            <translation>2. The service</translation>
        </message>
        <message>
            <source>服务日期</source>
            <translation>Days served</translation>
        </message>
        <message>
            <source>服务时间</source>
            <translation>Time served</translation>
        </message>
        <message>
            <source>{hours} 小时</source>
            <translation>{hours} hours</translation>
        </message>
        <message>
            <source>服务内容</source>
            <translation>Work</translation>
        </message>
        <message>
            <source>三、出具单位</source>
            <translation>3. The issuer</translation>
        </message>
        <message>
            <source>单位名称</source>
            <translation>Issued by</translation>
        </message>
        <message>
            <source>负责人</source>
            <translation>Head</translation>
        </message>
        <message>
            <source>经办人</source>
            <translation>Handler</translation>
        </message>
        <message>
            <source>联系方式</source>
            <translation>Contact</translation>
        </message>
        <message>
            <source>四、其他</source>
            <translation>4. Other</translation>
        </message>
        <message>
            <source>证明编号</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>出具日期</source>
            <translation>Date of issue</translation>
        </message>
        <message>
            <source>用途</source>
            <translation>Purpose</translation>
        </message>
        <message>
            <source>本单位证明以上情况属实。谁组织谁记录，谁记录谁证明；出具证明不收费。</source>
            <translation>We certify that the above is true. Whoever organises records, and whoever records certifies; free of charge.</translation>
        </message>
        <message>
            <source>负责人签字：　　　　　　经办人签字：</source>
            <translation>Head's signature:            Handler's signature:</translation>
        </message>
        <message>
            <source>（盖章）　{day}</source>
            <translation>(seal)  {day}</translation>
        </message>
        <message>
            <source>扫码可核验真伪</source>
            <translation>Scan to verify</translation>
        </message>
        <message>
            <source>打印机试页</source>
            <translation>Test page</translation>
        </message>
        <message>
            <source>字看得清，纸切得齐，就说明它好用。</source>
            <translation>If this is easy to read and cut straight, the printer works.</translation>
        </message>
        <message>
            <source>值班码</source>
            <translation>Duty card</translation>
        </message>
        <message>
            <source>上岗、下岗各扫一次。丢了请马上告诉班长。</source>
            <translation>Scan it when you come and when you go. If it is lost, tell a shift lead at once.</translation>
        </message>
        <message>
            <source>户内码</source>
            <translation>Household code</translation>
        </message>
        <message>
            <source>户外码</source>
            <translation>Outdoor code</translation>
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
            <translation>If the computer breaks or a PIN is forgotten, this paper brings the data back. Treat it like a key:</translation>
        </message>
        <message>
            <source>锁在柜子里，不要和电脑放在一起；</source>
            <translation>lock it away, not next to the computer;</translation>
        </message>
        <message>
            <source>只给管理员看，不要拍照发出去；</source>
            <translation>show it only to managers; do not photograph or send it;</translation>
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
            <translation>Only on {days}</translation>
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
            <translation>Won't scan? Give these six digits</translation>
        </message>
        <message>
            <source>编号 {serial}</source>
            <translation>No. {serial}</translation>
        </message>
        <message>
            <source>码里没有姓名和电话。请勿转给别人。</source>
            <translation>The code contains no name or phone number. Please do not pass it on.</translation>
        </message>
        <message>
            <source>缺人</source>
            <translation>short</translation>
        </message>
        <message>
            <source>志愿服务时长清单</source>
            <translation>Statement of hours of service</translation>
        </message>
        <message>
            <source>姓名：{name}</source>
            <translation>Name: {name}</translation>
        </message>
        <message>
            <source>志愿者编号：{no}</source>
            <translation>Volunteer number: {no}</translation>
        </message>
        <message>
            <source>服务日期：{period}</source>
            <translation>Days served: {period}</translation>
        </message>
        <message>
            <source>合计 {hours} 小时，{n} 次</source>
            <translation>Total hours: {hours}. Times served: {n}</translation>
        </message>
        <message>
            <source>编号：{number}</source>
            <translation>Number: {number}</translation>
        </message>
        <message>
            <source>日期</source>
            <translation>Day</translation>
        </message>
        <message>
            <source>时间</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>小时</source>
            <translation>Hours</translation>
        </message>
        <message>
            <source>地点</source>
            <translation>Place</translation>
        </message>
        <message>
            <source>身份</source>
            <translation>Role</translation>
        </message>
        <message>
            <source>开具单位：{issuer}（盖章）　　联系方式：{contact}　　日期：{day}</source>
            <translation>Issued by: {issuer} (seal)    Contact: {contact}    Date: {day}</translation>
        </message>
        <message>
            <source>时长为实际服务时间，不含往返途中。右上角的码可以核验真伪。</source>
            <translation>Hours are time actually served, without the way there and back. The code at the top proves this paper.</translation>
        </message>
        <message>
            <source>第 {n} 页</source>
            <translation>Page {n}</translation>
        </message>
    </context>
    <context>
        <name>PaperTable</name>
        <message>
            <source>证明</source>
            <translation>Certificates</translation>
        </message>
        <message>
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>种类</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>服务日期</source>
            <translation>Days served</translation>
        </message>
        <message>
            <source>小时</source>
            <translation>Hours</translation>
        </message>
        <message>
            <source>情况</source>
            <translation>State</translation>
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
            <source>在册 {people} 人；平安 {safe}，已离开 {left}，找过没找到 {missing}，还没见到 {open}；另有不确定 {uncertain} 人</source>
            <translation>On the list: {people}. Safe {safe}, left {left}, not found {missing}, not seen yet {open}. Uncertain: {uncertain} more</translation>
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
            <translation>Collect after use and destroy the same day. Signed:                                        Time:</translation>
        </message>
        <message>
            <source>没留姓名</source>
            <translation>No name given</translation>
        </message>
        <message>
            <source>{name}（不确定）</source>
            <translation>{name} (uncertain)</translation>
        </message>
        <message>
            <source>已存成 PDF：{path}</source>
            <translation>Saved as PDF: {path}</translation>
        </message>
    </context>
    <context>
        <name>Papers</name>
        <message>
            <source>已送到打印机「{name}」，印的是副本</source>
            <translation>Sent to printer '{name}', marked as a duplicate</translation>
        </message>
        <message>
            <source>已送到打印机「{name}」</source>
            <translation>Sent to printer '{name}'</translation>
        </message>
        <message>
            <source>这台电脑没有打印机，已存成文件「{name}」，可以拿去打印</source>
            <translation>No printer on this computer. Saved as '{name}', so you can print it elsewhere</translation>
        </message>
        <message>
            <source>打开文件夹</source>
            <translation>Open the folder</translation>
        </message>
        <message>
            <source>「{name}」印好了：{what}</source>
            <translation>{name} has printed: {what}</translation>
        </message>
        <message>
            <source>「{name}」没有印成：{what}。{cause}</source>
            <translation>{name} did not print the {what}. {cause}</translation>
        </message>
        <message>
            <source>「{name}」，{what}：{cause}</source>
            <translation>{name}, {what}: {cause}</translation>
        </message>
        <message>
            <source>再印一次</source>
            <translation>Print again</translation>
        </message>
    </context>
    <context>
        <name>ParkView</name>
        <message>
            <source>给哪一户</source>
            <translation>For which household</translation>
        </message>
        <message>
            <source>不知道是哪一户</source>
            <translation>We do not know which household</translation>
        </message>
        <message>
            <source>是什么</source>
            <translation>What is it?</translation>
        </message>
        <message>
            <source>放在哪里</source>
            <translation>Where is it?</translation>
        </message>
        <message>
            <source>谁放的</source>
            <translation>Who left it?</translation>
        </message>
        <message>
            <source>一箱水果、文件袋</source>
            <translation>box of fruit, envelope</translation>
        </message>
        <message>
            <source>A1、冰箱</source>
            <translation>A1, fridge</translation>
        </message>
        <message>
            <source>顺丰、邻居</source>
            <translation>SF, a neighbour</translation>
        </message>
        <message>
            <source>请选房号；不知道的话，勾上下面一项</source>
            <translation>Choose the room. If you do not know it, tick the box below</translation>
        </message>
        <message>
            <source>不知道哪一户时，请写清是什么，好找</source>
            <translation>Without a household, please describe the item so it can be found</translation>
        </message>
    </context>
    <context>
        <name>PartRow</name>
        <message>
            <source>{name}（应有 {n}）</source>
            <translation>{name} (of {n})</translation>
        </message>
        <message>
            <source>已经少 {n}</source>
            <translation>{n} missing already</translation>
        </message>
        <message>
            <source>{day} 过期了</source>
            <translation>expired {day}</translation>
        </message>
        <message>
            <source>用了 {n}</source>
            <translation>Used {n}</translation>
        </message>
    </context>
    <context>
        <name>PassPage</name>
        <message>
            <source>编号 {serial}</source>
            <translation>No. {serial}</translation>
        </message>
        <message>
            <source>存成图片</source>
            <translation>Save picture</translation>
        </message>
        <message>
            <source>图片已存好，可以发给来访人</source>
            <translation>The picture is saved and can be sent</translation>
        </message>
        <message>
            <source>来访证做好了，请交给来访人</source>
            <translation>The pass is ready to hand over</translation>
        </message>
        <message>
            <source>四种办法，选一种就行</source>
            <translation>Any one of these four ways will do</translation>
        </message>
        <message>
            <source>扫不出时，报这六位数</source>
            <translation>Won't scan? Give these six digits</translation>
        </message>
        <message>
            <source>大屏给来人拍照</source>
            <translation>Show large</translation>
        </message>
        <message>
            <source>电话里念数字</source>
            <translation>Read out digits</translation>
        </message>
        <message>
            <source>打印小票</source>
            <translation>Print slip</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
    </context>
    <context>
        <name>PassesPanel</name>
        <message>
            <source>编号</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>到访</source>
            <translation>Visiting</translation>
        </message>
        <message>
            <source>发出</source>
            <translation>Issued</translation>
        </message>
        <message>
            <source>有效到</source>
            <translation>Valid until</translation>
        </message>
        <message>
            <source>有效的来访证</source>
            <translation>Valid visitor passes</translation>
        </message>
        <message>
            <source>现在没有有效的来访证。住户预约来访时会开出来。</source>
            <translation>No passes are valid now. One is made when a household expects a visitor.</translation>
        </message>
    </context>
    <context>
        <name>PastView</name>
        <message>
            <source>还没有交过班</source>
            <translation>Nothing was handed over yet</translation>
        </message>
        <message>
            <source>交班单会按时间排在这里，可以再打印。</source>
            <translation>Handovers stand here by time, and can be printed again.</translation>
        </message>
        <message>
            <source>看一下</source>
            <translation>Look</translation>
        </message>
        <message>
            <source>{what}对不上</source>
            <translation>{what}: count differs</translation>
        </message>
        <message>
            <source>着火、地震要撤离时，一键定下在场名单</source>
            <translation>Fire or earthquake? One key records who is inside right now</translation>
        </message>
        <message>
            <source>名单一定下来就不变，逐个记“平安”“没找到”“已离开”，最后有一份报告。平时可以用来演练。</source>
            <translation>The list then stays fixed. Mark each person safe, not found or left, and end with a report. Use it for drills too.</translation>
        </message>
        <message>
            <source>以前的清点</source>
            <translation>Earlier roll calls</translation>
        </message>
        <message>
            <source>{time}　名单 {people} 人：平安 {safe}，已离开 {left}，没有下落 {missing}</source>
            <translation>{time}  {people} on the list: {safe} safe, {left} left, {missing} missing</translation>
        </message>
        <message>
            <source>{words}（演练）</source>
            <translation>{words} (drill)</translation>
        </message>
    </context>
    <context>
        <name>PastePanel</name>
        <message>
            <source>谁</source>
            <translation>Who</translation>
        </message>
        <message>
            <source>看懂的</source>
            <translation>Understood</translation>
        </message>
        <message>
            <source>没有</source>
            <translation>nothing</translation>
        </message>
        <message>
            <source>要看一下的</source>
            <translation>To look at</translation>
        </message>
        <message>
            <source>哪个月</source>
            <translation>Month</translation>
        </message>
        <message>
            <source>这一行是</source>
            <translation>This line is</translation>
        </message>
        <message>
            <source>加入时的身份</source>
            <translation>Joins as</translation>
        </message>
        <message>
            <source>群接龙的文字</source>
            <translation>Text of the chat list</translation>
        </message>
        <message>
            <source>把群里的接龙粘贴到这里，比如：
1. 王秀兰 周二上午
2. 李志强 12月5日、12日下午</source>
            <translation>Paste the chat list of the group here:
a line each, the name first,
then the days and hours</translation>
        </message>
        <message>
            <source>看懂了什么</source>
            <translation>What was understood</translation>
        </message>
        <message>
            <source>每一行会说清看懂了什么、哪里没看懂；存之前都可以改。</source>
            <translation>Each line says what was understood and what was not; everything can be changed before saving.</translation>
        </message>
        <message>
            <source>贴好以后，这里就列出每一位说的时间</source>
            <translation>Once pasted, everybody's times are listed here</translation>
        </message>
        <message>
            <source>请选</source>
            <translation>Choose</translation>
        </message>
        <message>
            <source>第 {n} 行</source>
            <translation>Line {n}</translation>
        </message>
    </context>
    <context>
        <name>PeopleActs</name>
        <message>
            <source>合并重复的记录</source>
            <translation>Merge duplicate entries</translation>
        </message>
        <message>
            <source>还没有住户</source>
            <translation>No residents yet</translation>
        </message>
        <message>
            <source>{homes} 户，{people} 位住户</source>
            <translation>{homes} households, {people} residents</translation>
        </message>
        <message numerus="yes">
            <source>{place}，{n} 位住户</source>
            <translation>
                <numerusform>{place}, {n} resident</numerusform>
                <numerusform>{place}, {n} residents</numerusform>
            </translation>
        </message>
        <message>
            <source>正在显示全名和电话，屏幕请别让旁人看到。</source>
            <translation>Shown in full. Please do not let others see the screen.</translation>
        </message>
        <message>
            <source>只显示楼层和姓；要看全，先选理由，显示 30 秒，会留下记录。</source>
            <translation>Masked. To see everything for 30 seconds, choose a reason; it is recorded.</translation>
        </message>
        <message>
            <source>为什么要看{name}的全名和电话？</source>
            <translation>Why do you need to see {name} in full?</translation>
        </message>
        <message>
            <source>选一个理由就会显示 30 秒，谁看的、为什么看都会记下。</source>
            <translation>Choose a reason to see everything for 30 seconds. Who looked, and why, is recorded.</translation>
        </message>
        <message>
            <source>给 {place} 加一位住户</source>
            <translation>Add a resident to {place}</translation>
        </message>
        <message>
            <source>改 {place} 这位住户的资料</source>
            <translation>Edit this resident of {place}</translation>
        </message>
        <message>
            <source>看过全名和电话，已经记下。</source>
            <translation>Viewing in full has been recorded.</translation>
        </message>
        <message>
            <source>改这一户的门牌</source>
            <translation>Edit this household's address</translation>
        </message>
        <message>
            <source>添加一户</source>
            <translation>Add a household</translation>
        </message>
        <message>
            <source>{place} 给常来的人开长期通行</source>
            <translation>{place}: standing pass for a regular visitor</translation>
        </message>
        <message>
            <source>从表格导入住户</source>
            <translation>Import residents from a spreadsheet</translation>
        </message>
        <message>
            <source>导入已停止</source>
            <translation>The import was stopped</translation>
        </message>
        <message>
            <source>正在检查，什么都还没有导入</source>
            <translation>Checking; nothing has been imported yet</translation>
        </message>
        <message>
            <source>检查好了，还没有导入</source>
            <translation>Checked; nothing has been imported yet</translation>
        </message>
        <message>
            <source>检查好了，没有要导入的</source>
            <translation>Checked; there is nothing to import</translation>
        </message>
        <message>
            <source>正在导入，可以照常放行</source>
            <translation>Importing; you can go on working</translation>
        </message>
        <message>
            <source>导入好了</source>
            <translation>Import complete</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>从表格导入</source>
            <translation>Import spreadsheet</translation>
        </message>
        <message>
            <source>刷脸、撤回人脸</source>
            <translation>Faces: recognise, withdraw</translation>
        </message>
        <message>
            <source>登记来访到这一户</source>
            <translation>Register a visitor</translation>
        </message>
        <message>
            <source>看全名和电话</source>
            <translation>Show in full</translation>
        </message>
        <message>
            <source>人脸信息</source>
            <translation>Face</translation>
        </message>
        <message>
            <source>改门牌</source>
            <translation>Edit address</translation>
        </message>
        <message>
            <source>保存</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>已搬走</source>
            <translation>Moved out</translation>
        </message>
        <message>
            <source>和另一条合并</source>
            <translation>Merge with another</translation>
        </message>
        <message>
            <source>合并到这一位</source>
            <translation>Merge into this entry</translation>
        </message>
        <message>
            <source>先找到另一条记录</source>
            <translation>Find the other entry first</translation>
        </message>
        <message>
            <source>删掉这一户</source>
            <translation>Remove household</translation>
        </message>
        <message>
            <source>开长期通行</source>
            <translation>Give standing pass</translation>
        </message>
        <message>
            <source>完成</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>选择文件</source>
            <translation>Choose a file</translation>
        </message>
        <message>
            <source>换一个文件</source>
            <translation>Another file</translation>
        </message>
        <message>
            <source>导入这些</source>
            <translation>Import these</translation>
        </message>
        <message>
            <source>已记下搬走，这一户的码请看看要不要作废</source>
            <translation>Recorded as moved out. Check whether the household's code should be revoked</translation>
        </message>
        <message>
            <source>把 {who}（{place}）并进来？</source>
            <translation>Merge {who} ({place}) into this entry?</translation>
        </message>
        <message>
            <source>另一条记录会删掉，住处、车牌和电话归到这一条。合并后不能再分开。</source>
            <translation>The other entry is removed; its homes, plates and phone move here. This cannot be undone.</translation>
        </message>
        <message>
            <source>合并</source>
            <translation>Merge</translation>
        </message>
        <message>
            <source>先不合并</source>
            <translation>Not now</translation>
        </message>
        <message>
            <source>删掉这一户？</source>
            <translation>Remove this household?</translation>
        </message>
        <message>
            <source>门牌会从名单里去掉，以前的来访记录都在。</source>
            <translation>The address is taken off the list; past visits are kept.</translation>
        </message>
        <message>
            <source>删掉</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>先不删</source>
            <translation>Not now</translation>
        </message>
    </context>
    <context>
        <name>PeoplePage</name>
        <message>
            <source>表格 (*.xlsx *.csv);;所有文件 (*)</source>
            <translation>Spreadsheets (*.xlsx *.csv);;All files (*)</translation>
        </message>
        <message>
            <source>选择住户名单</source>
            <translation>Choose the list of residents</translation>
        </message>
        <message>
            <source>没有导入的行.csv</source>
            <translation>rows not imported.csv</translation>
        </message>
        <message>
            <source>存到哪里？</source>
            <translation>Save where?</translation>
        </message>
        <message>
            <source>已存到 {path}</source>
            <translation>Saved to {path}</translation>
        </message>
    </context>
    <context>
        <name>PeopleStep</name>
        <message>
            <source>住户已经录好，可以开始了</source>
            <translation>Residents are imported. Ready to start</translation>
        </message>
        <message>
            <source>住户名单</source>
            <translation>Residents</translation>
        </message>
        <message>
            <source>有了名单，输房号、拼音就能找到被访的人家。也可以以后再录。</source>
            <translation>With a list, a room number or a few letters find the household. You can also do this later.</translation>
        </message>
        <message>
            <source>开始使用</source>
            <translation>Start</translation>
        </message>
        <message>
            <source>以后再录，开始使用</source>
            <translation>Do this later; start now</translation>
        </message>
        <message>
            <source>正在检查「{file}」</source>
            <translation>Checking '{file}'</translation>
        </message>
        <message>
            <source>正在录入「{file}」</source>
            <translation>Importing '{file}'</translation>
        </message>
        <message>
            <source>「{file}」共 {rows} 行。</source>
            <translation>'{file}' has {rows} rows.</translation>
        </message>
        <message>
            <source>「{file}」已录入。</source>
            <translation>'{file}' has been imported.</translation>
        </message>
        <message>
            <source>{homes} 户，{people} 位住户。</source>
            <translation>{homes} households, {people} residents.</translation>
        </message>
        <message>
            <source>有 {n} 行看不懂，没有录入，可以以后在「住户」里再导一次，会逐行说明原因。</source>
            <translation>Rows not understood and not imported: {n}. Import again later under 'Residents' to see the reason for each row.</translation>
        </message>
        <message>
            <source>选择住户名单</source>
            <translation>Choose the list of residents</translation>
        </message>
        <message>
            <source>表格 (*.xlsx *.csv);;所有文件 (*)</source>
            <translation>Spreadsheets (*.xlsx *.csv);;All files (*)</translation>
        </message>
        <message>
            <source>从表格导入（Excel 或 CSV）</source>
            <translation>Import a spreadsheet (Excel or CSV)</translation>
        </message>
        <message>
            <source>我的第一个早上（练十分钟）</source>
            <translation>My first morning (ten minutes)</translation>
        </message>
        <message>
            <source>表格里要有楼栋、单元、房号、姓名这几列，电话可有可无。先检查，再由您决定要不要录。</source>
            <translation>The spreadsheet needs building, unit, room and name; phone is optional. It is checked first, then you decide.</translation>
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
        <message numerus="yes">
            <source>{n} 名工人</source>
            <translation>
                <numerusform>{n} worker</numerusform>
                <numerusform>{n} workers</numerusform>
            </translation>
        </message>
        <message>
            <source>施工许可</source>
            <translation>Permit</translation>
        </message>
        <message>
            <source>这一户没有在办的许可。可以登记一张，也可以不选，由住户确认。</source>
            <translation>This household has no current permit. Add one, or leave it out and ask the household.</translation>
        </message>
        <message>
            <source>登记一张许可</source>
            <translation>Add a permit</translation>
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
            <translation>Days when work is allowed</translation>
        </message>
        <message>
            <source>工人姓名，用顿号隔开</source>
            <translation>Workers' names, separated by commas</translation>
        </message>
        <message>
            <source>带的工具</source>
            <translation>Tools they bring</translation>
        </message>
        <message>
            <source>记下许可</source>
            <translation>Save the permit</translation>
        </message>
    </context>
    <context>
        <name>PersonField</name>
        <message>
            <source>没有找到这个人，名字可以直接写在下面</source>
            <translation>Nobody found: the name can be typed below</translation>
        </message>
        <message>
            <source>换一位</source>
            <translation>Someone else</translation>
        </message>
    </context>
    <context>
        <name>PersonPanel</name>
        <message>
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>身份</source>
            <translation>Role</translation>
        </message>
        <message>
            <source>电话</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>车牌</source>
            <translation>Plate</translation>
        </message>
        <message>
            <source>几个车牌用空格隔开</source>
            <translation>Separate several plates with spaces</translation>
        </message>
        <message>
            <source>本人同意的事</source>
            <translation>What they have agreed to</translation>
        </message>
    </context>
    <context>
        <name>PersonPart</name>
        <message>
            <source>不是队员</source>
            <translation>Not on the team</translation>
        </message>
        <message>
            <source>不录入也一样进出：用二维码、门卡或密码。</source>
            <translation>Without it they come and go just the same: by code, card or PIN.</translation>
        </message>
        <message>
            <source>同意</source>
            <translation>Agreed</translation>
        </message>
        <message>
            <source>最迟删除</source>
            <translation>Deleted by</translation>
        </message>
        <message>
            <source>要再确认</source>
            <translation>To confirm by</translation>
        </message>
        <message>
            <source>同意人</source>
            <translation>Agreed by</translation>
        </message>
        <message>
            <source>监护人</source>
            <translation>A guardian</translation>
        </message>
        <message>
            <source>告知书改过了，请本人再看一遍；愿意的话按「还愿意用」。</source>
            <translation>The notice has changed: please have them read it again, then press They still want it.</translation>
        </message>
        <message>
            <source>录入要由值班长或管理员办理；撤回谁当班都可以办。</source>
            <translation>Enrolling takes a shift lead or manager; withdrawing anybody on duty.</translation>
        </message>
        <message>
            <source>是值班队员的话，选是哪一位</source>
            <translation>If they are on the team: which member</translation>
        </message>
        <message>
            <source>选好以后可以刷脸上岗、下岗</source>
            <translation>Then their face clocks them on and off</translation>
        </message>
    </context>
    <context>
        <name>PersonView</name>
        <message>
            <source>比如 8:05</source>
            <translation>for example 8:05</translation>
        </message>
        <message>
            <source>几点走的</source>
            <translation>Left at</translation>
        </message>
        <message>
            <source>几点来的</source>
            <translation>Came at</translation>
        </message>
        <message>
            <source>就是现在，不用填。填了要班长确认。</source>
            <translation>Empty for just now. A time told waits for the shift lead.</translation>
        </message>
        <message>
            <source>是您自己，按回车就行。</source>
            <translation>This is you: just press Enter.</translation>
        </message>
        <message>
            <source>请本人输密码，或者扫值班码。代记的时长要班长确认。</source>
            <translation>Their PIN, please, or their card. What the desk records waits for a shift lead.</translation>
        </message>
        <message>
            <source>请扫值班码。没有带，可以由值班台代记，时长要班长确认。</source>
            <translation>Please scan their card. Without it the desk may record it; a shift lead confirms the hours.</translation>
        </message>
    </context>
    <context>
        <name>PhotoRow</name>
        <message>
            <source>拍照</source>
            <translation>Camera</translation>
        </message>
        <message>
            <source>选照片</source>
            <translation>File</translation>
        </message>
        <message>
            <source>看照片</source>
            <translation>Look at the photo</translation>
        </message>
        <message numerus="yes">
            <source>{n} 张照片</source>
            <translation>
                <numerusform>{n} photo</numerusform>
                <numerusform>{n} photos</numerusform>
            </translation>
        </message>
        <message>
            <source>没有照片</source>
            <translation>No photo</translation>
        </message>
        <message>
            <source>{words}，{n} 张还没传到这里</source>
            <translation>{words}, {n} not here yet</translation>
        </message>
        <message>
            <source>照片 (*.jpg *.jpeg *.png *.webp)</source>
            <translation>Photos (*.jpg *.jpeg *.png *.webp)</translation>
        </message>
    </context>
    <context>
        <name>PickPanel</name>
        <message>
            <source>要借哪一样？</source>
            <translation>Which one?</translation>
        </message>
        <message>
            <source>借到 {due}</source>
            <translation>Until {due}</translation>
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
        <name>PinPanel</name>
        <message>
            <source>请再按一遍同样的密码</source>
            <translation>Press the same PIN once more</translation>
        </message>
        <message>
            <source>请本人按 4 到 8 位数字，再按「确定」</source>
            <translation>The member presses 4 to 8 digits, then OK</translation>
        </message>
        <message>
            <source>两次不一样，没有存上。请从头再按。</source>
            <translation>The two differ; nothing was saved. Please begin again.</translation>
        </message>
    </context>
    <context>
        <name>PlacePanel</name>
        <message>
            <source>本门岗</source>
            <translation>This gate</translation>
        </message>
        <message>
            <source>名字和电话印在来访证、标签和告知书上；地址和急救设备写在急事页上。</source>
            <translation>Name and phone are printed on passes, labels and the notice; address and defibrillator appear on the urgent card.</translation>
        </message>
        <message>
            <source>保存</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>已保存。</source>
            <translation>Saved.</translation>
        </message>
        <message>
            <source>小区名称</source>
            <translation>Estate name</translation>
        </message>
        <message>
            <source>详细地址</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>打 120、119 时照着念</source>
            <translation>Read aloud when you call 120 or 119</translation>
        </message>
        <message>
            <source>门岗名称</source>
            <translation>Gate name</translation>
        </message>
        <message>
            <source>门岗电话</source>
            <translation>Gate phone</translation>
        </message>
        <message>
            <source>最近的急救设备（AED）</source>
            <translation>Nearest defibrillator (AED)</translation>
        </message>
        <message>
            <source>比如：东门门卫室墙上</source>
            <translation>e.g. on the wall of the east gatehouse</translation>
        </message>
        <message>
            <source>谁负责这里的个人信息</source>
            <translation>Who is responsible for personal data here</translation>
        </message>
        <message>
            <source>写在告知书上，比如：明珠路 88 弄业主委员会</source>
            <translation>Named on the notice, e.g. Owners' Committee, Lane 88 Mingzhu Road</translation>
        </message>
        <message>
            <source>码前面的网址</source>
            <translation>Web address before codes</translation>
        </message>
        <message>
            <source>手机误扫时打开的网页；程序自己从不打开。以 https:// 开头</source>
            <translation>The page a phone opens if it scans a label. The desk never opens it. Starts with https://</translation>
        </message>
        <message>
            <source>急事还要找谁</source>
            <translation>Who else to call</translation>
        </message>
        <message>
            <source>每行一位，先写名字再写电话，比如：物业值班室 1040 0000 0120</source>
            <translation>One per line, name then phone, e.g. Property office 1040 0000 0120</translation>
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
            <translation>Post</translation>
        </message>
    </context>
    <context>
        <name>PortStep</name>
        <message>
            <source>插着的接口</source>
            <translation>Ports in use</translation>
        </message>
        <message>
            <source>刚插上</source>
            <translation>just plugged in</translation>
        </message>
        <message>
            <source>「{name}」在用</source>
            <translation>used by '{name}'</translation>
        </message>
        <message>
            <source>是它</source>
            <translation>This one</translation>
        </message>
        <message>
            <source>请把设备插上、通上电</source>
            <translation>Plug the device in and switch it on</translation>
        </message>
        <message>
            <source>插上以后，三秒内会出现在这里。</source>
            <translation>It appears here within three seconds.</translation>
        </message>
        <message>
            <source>不是插在串口上的</source>
            <translation>Not on a serial port</translation>
        </message>
        <message>
            <source>没有机器，先练习</source>
            <translation>No machine: practise</translation>
        </message>
        <message>
            <source>USB 读卡器或扫码枪</source>
            <translation>USB reader or scanner</translation>
        </message>
        <message>
            <source>或者写上地址</source>
            <translation>Or type an address</translation>
        </message>
        <message>
            <source>网络打印机写 lan:192.0.2.7</source>
            <translation>lan:192.0.2.7 for a network printer</translation>
        </message>
        <message>
            <source>用这个地址</source>
            <translation>Use this address</translation>
        </message>
    </context>
    <context>
        <name>Portrait</name>
        <message>
            <source>卡上印本人照片吗？</source>
            <translation>A photo of its owner on the card?</translation>
        </message>
        <message>
            <source>请本人站到摄像头前面，自己决定。照片只印在这张卡上：不保存，也不用来刷脸。不印照片，卡一样能用。</source>
            <translation>Its owner stands before the camera and decides. The photo is only printed on this card: it is not kept, and not used to know a face. Without a photo the card works just the same.</translation>
        </message>
        <message>
            <source>本人同意，拍一张</source>
            <translation>Agreed: take one</translation>
        </message>
        <message>
            <source>不印照片</source>
            <translation>No photo</translation>
        </message>
    </context>
    <context>
        <name>PracticeFrame</name>
        <message>
            <source>练习 · 这里的人和门都是编的，怎么按都不要紧</source>
            <translation>PRACTICE · everything here is invented; press whatever you like</translation>
        </message>
        <message>
            <source>练习 · 门岗台</source>
            <translation>PRACTICE · Gatehouse Desk</translation>
        </message>
    </context>
    <context>
        <name>PracticeHost</name>
        <message>
            <source>练习小区要从头再来吗？</source>
            <translation>Start the practice estate over?</translation>
        </message>
        <message>
            <source>练习里记下的都会换掉，十秒钟左右就好。正式的门岗台什么也不会动。</source>
            <translation>What was practised is replaced, in about ten seconds. The real desk is not touched.</translation>
        </message>
        <message>
            <source>从头再来</source>
            <translation>Start over</translation>
        </message>
        <message>
            <source>先不要</source>
            <translation>Not now</translation>
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
        <name>PrivacyPanel</name>
        <message>
            <source>有人问自己的信息</source>
            <translation>Requests about personal data</translation>
        </message>
        <message>
            <source>15 个工作日内要答复。先看看是不是本人，再记下来。</source>
            <translation>An answer is due within 15 working days. Make sure who is asking, then write it down.</translation>
        </message>
        <message>
            <source>答复</source>
            <translation>Answer</translation>
        </message>
        <message>
            <source>答复会印成一张纸，交给本人。</source>
            <translation>The answer is printed, for them to keep.</translation>
        </message>
        <message>
            <source>个人信息告知书</source>
            <translation>Privacy notice</translation>
        </message>
        <message>
            <source>个人信息</source>
            <translation>Personal data</translation>
        </message>
        <message>
            <source>每个人都可以问：记了我什么，能不能改、能不能删。</source>
            <translation>Anyone may ask what is recorded about them and have it corrected or deleted.</translation>
        </message>
        <message>
            <source>保存</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>答复并打印</source>
            <translation>Answer and print</translation>
        </message>
        <message>
            <source>{when} 提出，应在 {due} 前答复，已经过了</source>
            <translation>Asked {when}; an answer was due by {due}</translation>
        </message>
        <message>
            <source>{when} 提出，{due} 前答复</source>
            <translation>asked {when}, answer due {due}</translation>
        </message>
        <message>
            <source>{when} 提出，{outcome}</source>
            <translation>Asked {when}: {outcome}</translation>
        </message>
        <message>
            <source>打印答复</source>
            <translation>Print answer</translation>
        </message>
        <message>
            <source>{who}：{what}</source>
            <translation>{who}: {what}</translation>
        </message>
        <message>
            <source>已记下。</source>
            <translation>Saved.</translation>
        </message>
        <message>
            <source>已答复。有些内容没有删，答复上写明了。</source>
            <translation>Answered. Some things were not deleted; the answer says which.</translation>
        </message>
        <message>
            <source>已答复，请把打印的纸交给本人。</source>
            <translation>Answered. Please hand them the printed page.</translation>
        </message>
        <message>
            <source>存到哪里？</source>
            <translation>Save where?</translation>
        </message>
        <message>
            <source>个人信息告知书.pdf</source>
            <translation>privacy-notice.pdf</translation>
        </message>
        <message>
            <source>已存成「{name}」。</source>
            <translation>Saved as '{name}'.</translation>
        </message>
        <message>
            <source>贴在窗口的告知书</source>
            <translation>Notice for the window</translation>
        </message>
        <message>
            <source>告诉来访的人：谁在登记、为什么、记什么、存多久、怎么问。请打印贴好。</source>
            <translation>Tells visitors who records what, why, for how long, and how to ask about it. Please print it and put it up.</translation>
        </message>
        <message>
            <source>还没有写谁负责个人信息。请先到「本门岗」里写好再打印。</source>
            <translation>No one is named as responsible for personal data yet. Fill it in under 'This gate' before printing.</translation>
        </message>
        <message>
            <source>在屏幕上看</source>
            <translation>Read on screen</translation>
        </message>
        <message>
            <source>打印</source>
            <translation>Print</translation>
        </message>
        <message>
            <source>存成文件</source>
            <translation>Save as a file</translation>
        </message>
        <message>
            <source>还没有人问过。有人来问，请在这里记下来。</source>
            <translation>No requests yet. When someone asks, record it here.</translation>
        </message>
        <message>
            <source>记下一个请求</source>
            <translation>Record a request</translation>
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
            <translation>Starting, please wait</translation>
        </message>
        <message>
            <source>正在停下，请稍候</source>
            <translation>Stopping, please wait</translation>
        </message>
        <message>
            <source>停止</source>
            <translation>Stop</translation>
        </message>
    </context>
    <context>
        <name>ProposalsPanel</name>
        <message>
            <source>哪一份</source>
            <translation>Which one</translation>
        </message>
        <message>
            <source>有什么不同</source>
            <translation>What differs</translation>
        </message>
        <message numerus="yes">
            <source>{n} 处和现在不一样</source>
            <translation>
                <numerusform>{n} difference from now</numerusform>
                <numerusform>{n} differences from now</numerusform>
            </translation>
        </message>
        <message>
            <source>另一份排班</source>
            <translation>Another roster</translation>
        </message>
        <message>
            <source>没有别的排班</source>
            <translation>There is no other roster</translation>
        </message>
        <message>
            <source>两台电脑同时公布时，后到的一份会列在这里。</source>
            <translation>When two computers publish at once, the one that came second is listed here.</translation>
        </message>
        <message>
            <source>这台电脑公布的第 {n} 版</source>
            <translation>Version {n}, published on this computer</translation>
        </message>
        <message>
            <source>另一台电脑公布的第 {n} 版</source>
            <translation>Version {n}, published on another computer</translation>
        </message>
    </context>
    <context>
        <name>PublicWindow</name>
        <message>
            <source>公示屏</source>
            <translation>Public screen</translation>
        </message>
    </context>
    <context>
        <name>PublishPanel</name>
        <message>
            <source>谁</source>
            <translation>Who</translation>
        </message>
        <message>
            <source>新排上</source>
            <translation>Now also</translation>
        </message>
        <message>
            <source>不用来了</source>
            <translation>No longer</translation>
        </message>
        <message>
            <source>受影响的人</source>
            <translation>Who is affected</translation>
        </message>
        <message>
            <source>为什么改（大家会看到）</source>
            <translation>Why it changed (everybody sees it)</translation>
        </message>
        <message numerus="yes">
            <source>还有 {n} 个班缺人，公布以后也可以再补。</source>
            <translation>
                <numerusform>{n} shift still lacks somebody; it can be filled after publishing too.</numerusform>
                <numerusform>{n} shifts still lack somebody; they can be filled after publishing too.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>有 {n} 处硬冲突。</source>
            <translation>
                <numerusform>{n} conflict breaks a rule.</numerusform>
                <numerusform>{n} conflicts break a rule.</numerusform>
            </translation>
        </message>
        <message>
            <source>公布以后，大屏和「今日我当班」就按这份排班显示。</source>
            <translation>Once published, the public screen and On duty today follow this roster.</translation>
        </message>
        <message>
            <source>第一次公布，所有排上的人都会看到</source>
            <translation>The first time: everybody in it will see it</translation>
        </message>
    </context>
    <context>
        <name>ReadView</name>
        <message>
            <source>哪个门</source>
            <translation>Gate</translation>
        </message>
        <message>
            <source>班次</source>
            <translation>Shift</translation>
        </message>
        <message>
            <source>写于</source>
            <translation>Written</translation>
        </message>
        <message>
            <source>交班</source>
            <translation>From</translation>
        </message>
        <message>
            <source>接班</source>
            <translation>To</translation>
        </message>
        <message>
            <source>还没人签</source>
            <translation>nobody yet</translation>
        </message>
        <message>
            <source>延时</source>
            <translation>Stayed on</translation>
        </message>
        <message>
            <source>交代</source>
            <translation>To pass on</translation>
        </message>
        <message>
            <source>没有要交代的事</source>
            <translation>Nothing to pass on</translation>
        </message>
        <message>
            <source>重签</source>
            <translation>Sign again</translation>
        </message>
        <message>
            <source>请把左边的话读给居民听。对，就请签名；不方便签，说一声「对」也行。</source>
            <translation>Please read out what stands on the left. If it is right, ask for a signature; saying so is enough too.</translation>
        </message>
        <message>
            <source>（{place}）</source>
            <translation> ({place})</translation>
        </message>
        <message>
            <source>答复：{answer}</source>
            <translation>Answer: {answer}</translation>
        </message>
        <message>
            <source>交给{owner}，{day} 之前答复您。</source>
            <translation>Given to {owner}; you will be answered by {day}.</translation>
        </message>
        <message>
            <source>和前面有人反映的是同一件事，一起答复。</source>
            <translation>The same as another resident's matter; answered together.</translation>
        </message>
    </context>
    <context>
        <name>ReasonPanel</name>
        <message>
            <source>本人来问</source>
            <translation>The resident asks</translation>
        </message>
        <message>
            <source>核对修改</source>
            <translation>Check and correct</translation>
        </message>
        <message>
            <source>访客在门口</source>
            <translation>A visitor is at the gate</translation>
        </message>
        <message>
            <source>紧急情况</source>
            <translation>Emergency</translation>
        </message>
        <message>
            <source>公安等部门依法来查</source>
            <translation>Police or another authority asks by law</translation>
        </message>
    </context>
    <context>
        <name>ReceiptPart</name>
        <message>
            <source>最迟删除</source>
            <translation>Deleted by</translation>
        </message>
        <message>
            <source>要再确认</source>
            <translation>To confirm by</translation>
        </message>
        <message>
            <source>录好了，照片已经丢掉</source>
            <translation>Enrolled; the pictures are gone</translation>
        </message>
        <message>
            <source>本机只留一串数字，看不出长相。</source>
            <translation>Only a row of numbers stays in this computer; no face can be seen in it.</translation>
        </message>
        <message>
            <source>这是撤回码：拿着它到任何一个门岗都能撤回。请打印回执交给本人。</source>
            <translation>The withdrawal code: it works at any gate. Please print the receipt and hand it over.</translation>
        </message>
        <message>
            <source>签名不存在电脑里；请把签了字的同意书打印存档。</source>
            <translation>The signature is not kept in the computer; please print the signed consent for the folder.</translation>
        </message>
    </context>
    <context>
        <name>RecordTable</name>
        <message>
            <source>服务记录</source>
            <translation>Records of service</translation>
        </message>
        <message>
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>日期</source>
            <translation>Day</translation>
        </message>
        <message>
            <source>时间</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>小时</source>
            <translation>Credit</translation>
        </message>
        <message>
            <source>为什么等确认</source>
            <translation>Why it waits</translation>
        </message>
        <message>
            <source>情况</source>
            <translation>State</translation>
        </message>
        <message>
            <source>做了什么</source>
            <translation>Work</translation>
        </message>
    </context>
    <context>
        <name>RegistersPanel</name>
        <message>
            <source>登记一次提供</source>
            <translation>Record a disclosure</translation>
        </message>
        <message>
            <source>先看公文和证件，再给；只给要的那几类、那几天。</source>
            <translation>See the document and who it is first; give only the kinds and days asked for.</translation>
        </message>
        <message>
            <source>提供和同意的登记</source>
            <translation>Disclosures and consents</translation>
        </message>
        <message>
            <source>给了谁、谁同意了什么，都查得到。保存 3 年以上。</source>
            <translation>Who was given what, and who agreed to what. Kept for at least 3 years.</translation>
        </message>
        <message>
            <source>保存</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>{when}  {what}：{who}</source>
            <translation>{when}  {what}: {who}</translation>
        </message>
        <message>
            <source>同意</source>
            <translation>agreed</translation>
        </message>
        <message>
            <source>撤回同意</source>
            <translation>withdrew</translation>
        </message>
        <message>
            <source>{when}  {who}：{act}「{purpose}」</source>
            <translation>{when}  {who}: {act} ({purpose})</translation>
        </message>
        <message>
            <source>已删除的人</source>
            <translation>Somebody since erased</translation>
        </message>
        <message>
            <source>告知书 {version}</source>
            <translation>Notice {version}</translation>
        </message>
        <message>
            <source>监护人同意的</source>
            <translation>by a guardian</translation>
        </message>
        <message>
            <source>已记下。</source>
            <translation>Recorded.</translation>
        </message>
        <message>
            <source>提供登记</source>
            <translation>Register of disclosures</translation>
        </message>
        <message>
            <source>还没有提供给别人过。</source>
            <translation>Nothing has been given to anybody.</translation>
        </message>
        <message>
            <source>打印登记表</source>
            <translation>Print the register</translation>
        </message>
        <message>
            <source>同意和撤回</source>
            <translation>Consents and withdrawals</translation>
        </message>
        <message>
            <source>没有。住户同意什么、撤回什么，会列在这里。</source>
            <translation>None. What residents agree to and withdraw is listed here.</translation>
        </message>
        <message>
            <source>看哪一种</source>
            <translation>Show</translation>
        </message>
        <message>
            <source>全部</source>
            <translation>All</translation>
        </message>
        <message>
            <source>打印这张表</source>
            <translation>Print this list</translation>
        </message>
        <message>
            <source>检查和应急</source>
            <translation>Review and emergency</translation>
        </message>
        <message>
            <source>每年自查一次。万一信息泄露，用模板通知受影响的人和主管部门。</source>
            <translation>Review once a year. If data leaks, use the notice to tell the people concerned and the authority.</translation>
        </message>
        <message>
            <source>打印自查表</source>
            <translation>Print review</translation>
        </message>
        <message>
            <source>打印泄露通知模板</source>
            <translation>Print leak notice</translation>
        </message>
        <message>
            <source>是哪种情况</source>
            <translation>What sort of entry</translation>
        </message>
        <message>
            <source>哪个单位或个人</source>
            <translation>Which body or person</translation>
        </message>
        <message>
            <source>来办的人是谁</source>
            <translation>Person who came</translation>
        </message>
        <message>
            <source>公文或合同编号</source>
            <translation>Number of the document or contract</translation>
        </message>
        <message>
            <source>法律依据</source>
            <translation>Legal basis</translation>
        </message>
        <message>
            <source>做什么用</source>
            <translation>Purpose</translation>
        </message>
        <message>
            <source>怎么给的</source>
            <translation>How it was given</translation>
        </message>
        <message>
            <source>从哪天的</source>
            <translation>From</translation>
        </message>
        <message>
            <source>到哪天的</source>
            <translation>Until</translation>
        </message>
        <message>
            <source>实际给了什么，看了什么</source>
            <translation>What was given or viewed</translation>
        </message>
        <message>
            <source>例如 2026-11-01，可不填</source>
            <translation>Such as 2026-11-01, or empty</translation>
        </message>
        <message>
            <source>哪几类内容</source>
            <translation>Kinds of data</translation>
        </message>
    </context>
    <context>
        <name>ReliefBar</name>
        <message>
            <source>去签字</source>
            <translation>Sign</translation>
        </message>
        <message>
            <source>去交班</source>
            <translation>Hand over</translation>
        </message>
        <message>
            <source>再过 {time}下班，交班单已经列好</source>
            <translation>The shift ends in {time}; the handover is drafted</translation>
        </message>
        <message>
            <source>下班时间过了 {time}，还没交班</source>
            <translation>The shift ended {time} ago and was not handed over</translation>
        </message>
        <message>
            <source>没人接班，留下值守已 {time}</source>
            <translation>No relief came, staying on for {time}</translation>
        </message>
        <message>
            <source>交班单还没人接。来访照常登记，导出要等签字</source>
            <translation>Nobody has taken over. Visitors as always; exports wait for the signature</translation>
        </message>
    </context>
    <context>
        <name>ResultPage</name>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>可以说</source>
            <translation>Say</translation>
        </message>
        <message>
            <source>来访人在场，可以登记离开</source>
            <translation>This visitor is inside: check out?</translation>
        </message>
        <message>
            <source>要出门的，按回车登记离开。要进门的，先核对是不是本人。</source>
            <translation>Leaving? Press Enter to check out. Coming in? First check that it is the same person.</translation>
        </message>
        <message>
            <source>这位在关注名单上，请先看备注再决定。</source>
            <translation>This person is on the watch list; read the note before you decide. </translation>
        </message>
        <message>
            <source>电脑时间可能不准，请核对日期。</source>
            <translation>This computer's clock may be wrong; check the date. </translation>
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
            <translation>Unlimited entries</translation>
        </message>
        <message numerus="yes">
            <source>还可以用 {n} 次</source>
            <translation>
                <numerusform>{n} entry left</numerusform>
                <numerusform>{n} entries left</numerusform>
            </translation>
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
            <source>{name} · {type}</source>
            <translation>{name} · {type}</translation>
        </message>
        <message>
            <source>{name}（{n} 人）</source>
            <translation>{name} ({n} people)</translation>
        </message>
        <message>
            <source>{name}（住户长期放行）</source>
            <translation>{name} (standing pass)</translation>
        </message>
        <message>
            <source>这是什么</source>
            <translation>It is</translation>
        </message>
        <message>
            <source>请注意</source>
            <translation>Note</translation>
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
            <source>哪一户</source>
            <translation>Household</translation>
        </message>
        <message>
            <source>预约</source>
            <translation>Booked</translation>
        </message>
        <message>
            <source>第几次</source>
            <translation>Entry</translation>
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
            <translation>Revoked</translation>
        </message>
        <message>
            <source>住户</source>
            <translation>Residents</translation>
        </message>
        <message>
            <source>今天来过</source>
            <translation>Today</translation>
        </message>
        <message>
            <source>还没还</source>
            <translation>Still has</translation>
        </message>
        <message>
            <source>本人今天</source>
            <translation>This person</translation>
        </message>
        <message>
            <source>施工许可</source>
            <translation>Permit</translation>
        </message>
        <message numerus="yes">
            <source>{n} 份在有效期</source>
            <translation>
                <numerusform>{n} current permit</numerusform>
                <numerusform>{n} current permits</numerusform>
            </translation>
        </message>
        <message>
            <source>没有写哪一户，请问清楚</source>
            <translation>No household named: please ask</translation>
        </message>
        <message>
            <source>{time} 在{gate}约好</source>
            <translation>{time} at {gate}</translation>
        </message>
        <message>
            <source>门岗</source>
            <translation>the gate</translation>
        </message>
        <message>
            <source>第一次，只能用一次</source>
            <translation>The first and only one</translation>
        </message>
        <message>
            <source>第 {n} 次，一共可用 {total} 次</source>
            <translation>No. {n} of {total}</translation>
        </message>
        <message numerus="yes">
            <source>来过 {n} 次</source>
            <translation>
                <numerusform>Here {n} time today</numerusform>
                <numerusform>Here {n} times today</numerusform>
            </translation>
        </message>
        <message>
            <source>今天第一次来</source>
            <translation>First visit today</translation>
        </message>
        <message>
            <source>还没有登记住户</source>
            <translation>No residents listed yet</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>{names}等 {n} 位</source>
            <translation>{names} and others ({n} in all)</translation>
        </message>
        <message>
            <source>这一户今天还没有别的来访</source>
            <translation>No other visits today</translation>
        </message>
        <message numerus="yes">
            <source>{n} 次，最近 {who}</source>
            <translation>
                <numerusform>{n} visit, last {who}</numerusform>
                <numerusform>{n} visits, last {who}</numerusform>
            </translation>
        </message>
        <message>
            <source>{things}（过了归还时间）</source>
            <translation>{things} (past its time)</translation>
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
            <translation>OK</translation>
        </message>
        <message>
            <source>不是本人</source>
            <translation>Not this person</translation>
        </message>
        <message>
            <source>不是本人，按来访登记</source>
            <translation>Not this person</translation>
        </message>
        <message>
            <source>核对时间</source>
            <translation>Check the time</translation>
        </message>
        <message>
            <source>看这一户</source>
            <translation>Household</translation>
        </message>
        <message>
            <source>看借的东西</source>
            <translation>See what is lent</translation>
        </message>
        <message>
            <source>发一份{name}</source>
            <translation>Hand out: {name}</translation>
        </message>
        <message>
            <source>已登记离开：{who}</source>
            <translation>{who} checked out</translation>
        </message>
        <message>
            <source>已放行：{who}</source>
            <translation>{who} admitted</translation>
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
        <message>
            <source>{name} 等 {n} 人</source>
            <translation>{name} and party ({n})</translation>
        </message>
    </context>
    <context>
        <name>ReturnPanel</name>
        <message>
            <source>哪一班</source>
            <translation>Shift</translation>
        </message>
        <message>
            <source>几点</source>
            <translation>Hours</translation>
        </message>
        <message>
            <source>换回哪一班</source>
            <translation>Shift in return</translation>
        </message>
        <message>
            <source>对方没有可以换回的班</source>
            <translation>They have no shift to give in return</translation>
        </message>
    </context>
    <context>
        <name>RevealCard</name>
        <message>
            <source>还显示 {n} 秒</source>
            <translation>{n} s left</translation>
        </message>
        <message>
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>电话</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>车牌</source>
            <translation>Plate</translation>
        </message>
        <message>
            <source>房号</source>
            <translation>Room</translation>
        </message>
    </context>
    <context>
        <name>RevealPanel</name>
        <message>
            <source>为什么要看完整信息？选一个，30 秒后自动遮住</source>
            <translation>Why do you need to see everything? It is hidden again after 30 s</translation>
        </message>
    </context>
    <context>
        <name>RevokePanel</name>
        <message>
            <source>为什么作废？</source>
            <translation>Why is it being revoked?</translation>
        </message>
    </context>
    <context>
        <name>RingsPanel</name>
        <message>
            <source>只在自己的门岗响</source>
            <translation>their own gate only</translation>
        </message>
        <message>
            <source>别的门岗报警时，还在哪里响</source>
            <translation>Alarms of other gates also ring at</translation>
        </message>
        <message>
            <source>没有网络时打给谁</source>
            <translation>Without a line, ring up</translation>
        </message>
        <message>
            <source>电话</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>无人小屋和没人值班的门岗报警，会在这个门岗占满屏幕；半小时前的不再响，只在列表里。</source>
            <translation>Alarms of an unattended hut or an unstaffed gate fill the screen of this gate; after half an hour they only stand in the list.</translation>
        </message>
    </context>
    <context>
        <name>RiskPanel</name>
        <message>
            <source>哪一班</source>
            <translation>Shift</translation>
        </message>
        <message>
            <source>有几人</source>
            <translation>People</translation>
        </message>
        <message>
            <source>{n} / {least} 人</source>
            <translation>{n} of {least}</translation>
        </message>
        <message>
            <source>要留意什么</source>
            <translation>What to see to</translation>
        </message>
        <message>
            <source>可能没人的班</source>
            <translation>Shifts at risk</translation>
        </message>
        <message>
            <source>快到的班里缺人，或者有人还没说会不会来，都会列在这里。</source>
            <translation>Shifts that begin soon and lack somebody, or somebody who has not confirmed, are listed here.</translation>
        </message>
        <message>
            <source>今明两天的班都安排好了</source>
            <translation>The shifts of today and tomorrow are all seen to</translation>
        </message>
    </context>
    <context>
        <name>RollCallPage</name>
        <message>
            <source>打印报告</source>
            <translation>Print report</translation>
        </message>
        <message>
            <source>结束清点</source>
            <translation>End roll call</translation>
        </message>
        <message>
            <source>只看没有下落的</source>
            <translation>Missing only</translation>
        </message>
        <message>
            <source>这是演练</source>
            <translation>This is a drill</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message numerus="yes">
            <source>打印出来是这样，共 {n} 页</source>
            <translation>
                <numerusform>Print preview: {n} page</numerusform>
                <numerusform>Print preview: {n} pages</numerusform>
            </translation>
        </message>
        <message>
            <source>再清点一次</source>
            <translation>Another roll call</translation>
        </message>
        <message>
            <source>开始清点</source>
            <translation>Start roll call</translation>
        </message>
        <message>
            <source>打印名单</source>
            <translation>Print list</translation>
        </message>
        <message>
            <source>现在没有在清点</source>
            <translation>No roll call in progress</translation>
        </message>
        <message>
            <source>清点结束：{safe} 人平安，{missing} 人没有下落</source>
            <translation>Roll call ended: {safe} safe, {missing} missing</translation>
        </message>
        <message>
            <source>清点结束：{n} 人都有下落</source>
            <translation>Roll call ended: all {n} accounted for</translation>
        </message>
        <message>
            <source>清点：里面没有登记的来访人</source>
            <translation>Roll call: no registered visitors inside</translation>
        </message>
        <message>
            <source>清点：还有 {n} 人没有下落</source>
            <translation>Roll call: {n} still missing</translation>
        </message>
        <message>
            <source>清点：{n} 人都有下落了</source>
            <translation>Roll call: all {n} accounted for</translation>
        </message>
        <message>
            <source>按住 F10 一秒也能开始，断网、锁屏时一样能用</source>
            <translation>Or hold F10 for a second to start. Works offline and while locked</translation>
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
            <translation>Drill</translation>
        </message>
        <message>
            <source>方向键选人，空格平安，2 没找到，3 已离开</source>
            <translation>Arrows choose; Space = safe, 2 = not found, 3 = left</translation>
        </message>
        <message>
            <source>还没见到 {n}</source>
            <translation>Not seen yet {n}</translation>
        </message>
        <message>
            <source>找过没找到 {n}</source>
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
            <translation>Uncertain {n}</translation>
        </message>
        <message>
            <source>还有 {n} 人没有下落</source>
            <translation>Still missing: {n}</translation>
        </message>
        <message>
            <source>结束后不能再改，报告里会写明这些人没有下落。请先告诉消防或民警。</source>
            <translation>Once ended, it cannot be changed and the report will list who is missing. Tell the fire brigade or police first.</translation>
        </message>
        <message>
            <source>接着找</source>
            <translation>Keep looking</translation>
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
            <source>清点名单</source>
            <translation>Roll call list</translation>
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
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>到哪一户</source>
            <translation>Visiting</translation>
        </message>
        <message>
            <source>没留姓名</source>
            <translation>No name given</translation>
        </message>
        <message>
            <source>孩子</source>
            <translation>child</translation>
        </message>
        <message numerus="yes">
            <source>{n} 人</source>
            <translation>
                <numerusform>{n} person</numerusform>
                <numerusform>{n} people</numerusform>
            </translation>
        </message>
        <message>
            <source>不确定</source>
            <translation>uncertain</translation>
        </message>
    </context>
    <context>
        <name>Roster</name>
        <message>
            <source>缺人</source>
            <translation>open</translation>
        </message>
        <message>
            <source>缺</source>
            <translation>?</translation>
        </message>
        <message>
            <source>缺身份或技能</source>
            <translation>capacity or skill</translation>
        </message>
        <message>
            <source>×</source>
            <translation>×</translation>
        </message>
        <message>
            <source>休</source>
            <translation>off</translation>
        </message>
        <message>
            <source>谁</source>
            <translation>Who</translation>
        </message>
        <message>
            <source>本月</source>
            <translation>Month</translation>
        </message>
        <message>
            <source>{n} 班</source>
            <translation>{n}</translation>
        </message>
        <message>
            <source>身份和说明</source>
            <translation>Capacity or reason</translation>
        </message>
        <message>
            <source>{date} {weekday}</source>
            <translation>{weekday} {date}</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>；</source>
            <translation>; </translation>
        </message>
        <message>
            <source>还缺 {n} 人</source>
            <translation>{n} more needed</translation>
        </message>
        <message>
            <source>要有{who}</source>
            <translation>must have {who}</translation>
        </message>
        <message>
            <source>或</source>
            <translation> or </translation>
        </message>
        <message>
            <source>要有人会{skills}</source>
            <translation>must have somebody with {skills}</translation>
        </message>
        <message>
            <source>{what}。{why}</source>
            <translation>{what}. {why}</translation>
        </message>
        <message>
            <source>队里没有这样的人。</source>
            <translation>The team has nobody like that.</translation>
        </message>
        <message>
            <source>{n} 位{why}</source>
            <translation>{n} × {why}</translation>
        </message>
        <message>
            <source>{n} 位可以来。</source>
            <translation>{n} can come.</translation>
        </message>
        <message>
            <source>能来的一位也没有：{reasons}。</source>
            <translation>Nobody can come: {reasons}.</translation>
        </message>
        <message>
            <source>{who}（{notes}）</source>
            <translation>{who} ({notes})</translation>
        </message>
        <message>
            <source>没有人</source>
            <translation>nobody</translation>
        </message>
        <message>
            <source>已取消：{why}</source>
            <translation>Cancelled: {why}</translation>
        </message>
        <message>
            <source>{who}：{what}</source>
            <translation>{who}: {what}</translation>
        </message>
        <message>
            <source>「{name}」要有 {need} 位{who}，队里只有 {have} 位。</source>
            <translation>{name} needs {need} of: {who}. The team has {have}.</translation>
        </message>
        <message>
            <source>「{name}」每班要 {need} 人，队里能值的只有 {have} 人。</source>
            <translation>{name} needs {need} people, and only {have} of the team may serve in it.</translation>
        </message>
        <message>
            <source>「{name}」要有人会{skill}，队里没有人会。</source>
            <translation>{name} needs somebody with: {skill}. Nobody of the team has it.</translation>
        </message>
        <message>
            <source>「{name}」每班要 {need} 人，成年的只有 {have} 人。</source>
            <translation>{name} needs {need} people, and only {have} are of age.</translation>
        </message>
    </context>
    <context>
        <name>RosterActs</name>
        <message>
            <source>{month}还没有排班</source>
            <translation>Nothing is planned for {month} yet</translation>
        </message>
        <message numerus="yes">
            <source>还缺 {n} 个班</source>
            <translation>
                <numerusform>{n} short</numerusform>
                <numerusform>{n} short</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} 处冲突</source>
            <translation>
                <numerusform>{n} conflict</numerusform>
                <numerusform>{n} conflicts</numerusform>
            </translation>
        </message>
        <message>
            <source>都排满了</source>
            <translation>all filled</translation>
        </message>
        <message>
            <source>还没公布</source>
            <translation>not published</translation>
        </message>
        <message>
            <source>改了，还没公布</source>
            <translation>to publish again</translation>
        </message>
        <message>
            <source>已公布</source>
            <translation>published</translation>
        </message>
        <message>
            <source>{month}排班{state}：{what}</source>
            <translation>{month} {state}: {what}</translation>
        </message>
        <message>
            <source>这一班不在了</source>
            <translation>This shift is gone</translation>
        </message>
        <message>
            <source>要 {least} 到 {most} 人，已有 {n} 人</source>
            <translation>{n} in it, {least} to {most} needed</translation>
        </message>
        <message>
            <source>要 {least} 人，已有 {n} 人</source>
            <translation>{n} of {least} in it</translation>
        </message>
        <message>
            <source>谁来替{who}？</source>
            <translation>Who stands in for {who}?</translation>
        </message>
        <message>
            <source>{who}这一班换给谁？</source>
            <translation>Who takes this shift of {who}?</translation>
        </message>
        <message>
            <source>谁来接这一班？</source>
            <translation>Who takes this shift?</translation>
        </message>
        <message>
            <source>{who}换回哪一班？</source>
            <translation>Which shift does {who} take in return?</translation>
        </message>
        <message>
            <source>加一个班</source>
            <translation>Add one shift</translation>
        </message>
        <message>
            <source>只加这一天的；每周都有的，到「队伍」的班次里加。</source>
            <translation>For one day only; add what comes every week under Team, Shifts.</translation>
        </message>
        <message>
            <source>改这一班</source>
            <translation>Change this shift</translation>
        </message>
        <message>
            <source>公布 {month}排班</source>
            <translation>Publish {month}</translation>
        </message>
        <message numerus="yes">
            <source>再公布一次，有 {n} 位的班变了</source>
            <translation>
                <numerusform>Publish again: the shifts of {n} person change</numerusform>
                <numerusform>Publish again: the shifts of {n} people change</numerusform>
            </translation>
        </message>
        <message>
            <source>请告诉他们。</source>
            <translation>Please tell them.</translation>
        </message>
        <message numerus="yes">
            <source>{n} 个班还缺人</source>
            <translation>
                <numerusform>{n} shift lacks somebody</numerusform>
                <numerusform>{n} shifts lack somebody</numerusform>
            </translation>
        </message>
        <message>
            <source>回车打开一班，选人排进去。</source>
            <translation>Enter opens a shift, to put somebody in.</translation>
        </message>
        <message>
            <source>没有在等的换班</source>
            <translation>No swap is waiting</translation>
        </message>
        <message numerus="yes">
            <source>{n} 个换班在等</source>
            <translation>
                <numerusform>{n} swap is waiting</numerusform>
                <numerusform>{n} swaps are waiting</numerusform>
            </translation>
        </message>
        <message>
            <source>另一台电脑也公布了排班，要用它吗？</source>
            <translation>Another computer published a roster too. Use it?</translation>
        </message>
        <message>
            <source>没有别的排班</source>
            <translation>There is no other roster</translation>
        </message>
        <message>
            <source>另一台电脑先公布了，这台公布的还要用吗？</source>
            <translation>Another computer published first. Use the roster of this one all the same?</translation>
        </message>
        <message>
            <source>现在按先公布的那份值班。</source>
            <translation>The one published first holds now.</translation>
        </message>
        <message>
            <source>今明两天的班都安排好了</source>
            <translation>The shifts of today and tomorrow are all seen to</translation>
        </message>
        <message numerus="yes">
            <source>今明两天有 {n} 个班要留意</source>
            <translation>
                <numerusform>{n} shift of today and tomorrow needs a look</numerusform>
                <numerusform>{n} shifts of today and tomorrow need a look</numerusform>
            </translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>开始排 {month}</source>
            <translation>Begin {month}</translation>
        </message>
        <message>
            <source>值班队伍</source>
            <translation>Team</translation>
        </message>
        <message>
            <source>公布…</source>
            <translation>Publish ...</translation>
        </message>
        <message>
            <source>照上月排</source>
            <translation>Last month</translation>
        </message>
        <message>
            <source>空缺 {n}</source>
            <translation>Gaps {n}</translation>
        </message>
        <message>
            <source>换班 {n}</source>
            <translation>Swaps {n}</translation>
        </message>
        <message>
            <source>另一份排班</source>
            <translation>Another roster</translation>
        </message>
        <message>
            <source>队伍</source>
            <translation>Team</translation>
        </message>
        <message>
            <source>按新班次更新 {n}</source>
            <translation>Update {n}</translation>
        </message>
        <message>
            <source>放假或不再有这种班</source>
            <translation>Day off, or no longer held</translation>
        </message>
        <message>
            <source>今明两天要留意 {n}</source>
            <translation>Today and tomorrow {n}</translation>
        </message>
        <message>
            <source>正在自动排…</source>
            <translation>Being filled ...</translation>
        </message>
        <message>
            <source>自动排班</source>
            <translation>Auto-fill</translation>
        </message>
        <message>
            <source>照常值班</source>
            <translation>Keep the shift</translation>
        </message>
        <message>
            <source>改时间</source>
            <translation>Hours</translation>
        </message>
        <message>
            <source>取消这一班</source>
            <translation>Call off</translation>
        </message>
        <message>
            <source>取出来</source>
            <translation>Take out</translation>
        </message>
        <message>
            <source>解锁</source>
            <translation>Unlock</translation>
        </message>
        <message>
            <source>锁定</source>
            <translation>Lock</translation>
        </message>
        <message>
            <source>会来</source>
            <translation>Confirm</translation>
        </message>
        <message>
            <source>换班</source>
            <translation>Swap</translation>
        </message>
        <message>
            <source>请假</source>
            <translation>Excuse</translation>
        </message>
        <message>
            <source>没来</source>
            <translation>Absent</translation>
        </message>
        <message>
            <source>顶班</source>
            <translation>Stand-in</translation>
        </message>
        <message>
            <source>谁愿意都可以</source>
            <translation>Anybody who likes</translation>
        </message>
        <message>
            <source>存上</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>加上</source>
            <translation>Add</translation>
        </message>
        <message>
            <source>不用换回</source>
            <translation>Nothing in return</translation>
        </message>
        <message>
            <source>有冲突，照样公布</source>
            <translation>Publish in spite of conflicts</translation>
        </message>
        <message>
            <source>同意</source>
            <translation>Approve</translation>
        </message>
        <message>
            <source>{who}说好</source>
            <translation>{who} agrees</translation>
        </message>
        <message>
            <source>有人接…</source>
            <translation>Somebody takes it ...</translation>
        </message>
        <message>
            <source>不同意</source>
            <translation>Refuse</translation>
        </message>
        <message>
            <source>不换了</source>
            <translation>Withdraw</translation>
        </message>
        <message>
            <source>采用这一份</source>
            <translation>Use this one</translation>
        </message>
        <message>
            <source>不采用</source>
            <translation>Do not use</translation>
        </message>
        <message>
            <source>{shift} 就不值了，排上的人会看到。已经签到的时长照样保留。</source>
            <translation>{shift} will not take place, and those in it will see so. Hours already clocked stay.</translation>
        </message>
        <message>
            <source>取消这一班？</source>
            <translation>Cancel this shift?</translation>
        </message>
        <message>
            <source>值班长取消</source>
            <translation>Cancelled by the shift lead</translation>
        </message>
    </context>
    <context>
        <name>RosterPage</name>
        <message>
            <source>上个月</source>
            <translation>Month before</translation>
        </message>
        <message>
            <source>下个月</source>
            <translation>Next month</translation>
        </message>
        <message>
            <source>改回去 Ctrl+Z</source>
            <translation>Undo Ctrl+Z</translation>
        </message>
        <message>
            <source>上一周</source>
            <translation>Week before</translation>
        </message>
        <message>
            <source>下一周</source>
            <translation>Next week</translation>
        </message>
        <message>
            <source>看整月</source>
            <translation>Whole month</translation>
        </message>
        <message>
            <source>看一周</source>
            <translation>One week</translation>
        </message>
    </context>
    <context>
        <name>RosterTold</name>
        <message>
            <source>排进来了</source>
            <translation>Put in</translation>
        </message>
        <message>
            <source>取出来了</source>
            <translation>Taken out</translation>
        </message>
        <message>
            <source>挪过去了</source>
            <translation>Moved</translation>
        </message>
        <message>
            <source>锁定了，自动排班不会动它</source>
            <translation>Locked; planning leaves it alone</translation>
        </message>
        <message>
            <source>解锁了</source>
            <translation>Unlocked</translation>
        </message>
        <message>
            <source>记下请假了</source>
            <translation>Noted as excused</translation>
        </message>
        <message>
            <source>记下没来了</source>
            <translation>Noted as absent</translation>
        </message>
        <message>
            <source>顶班的人排好了</source>
            <translation>The stand-in is noted</translation>
        </message>
        <message>
            <source>加进这一班了</source>
            <translation>Added to this shift</translation>
        </message>
        <message>
            <source>记下会来了</source>
            <translation>Confirmed</translation>
        </message>
        <message>
            <source>换班定下来了</source>
            <translation>The swap holds</translation>
        </message>
        <message numerus="yes">
            <source>列出了 {n} 个班</source>
            <translation>
                <numerusform>{n} shift was made</numerusform>
                <numerusform>{n} shifts were made</numerusform>
            </translation>
        </message>
        <message>
            <source>公布好了，第 {n} 版</source>
            <translation>Published as version {n}</translation>
        </message>
        <message>
            <source>采用了，第 {n} 版</source>
            <translation>Used, as version {n}</translation>
        </message>
        <message>
            <source>没有采用</source>
            <translation>Not used</translation>
        </message>
        <message numerus="yes">
            <source>更新了 {n} 个班</source>
            <translation>
                <numerusform>{n} shift updated</numerusform>
                <numerusform>{n} shifts updated</numerusform>
            </translation>
        </message>
        <message>
            <source>这一班存上了</source>
            <translation>The shift is saved</translation>
        </message>
        <message>
            <source>改回去了</source>
            <translation>Changed back</translation>
        </message>
        <message>
            <source>换班记下了，等人接</source>
            <translation>The swap is noted; somebody is to take it</translation>
        </message>
        <message>
            <source>说好了</source>
            <translation>Agreed</translation>
        </message>
        <message>
            <source>记下不同意</source>
            <translation>The refusal is noted</translation>
        </message>
        <message>
            <source>收回了</source>
            <translation>Withdrawn</translation>
        </message>
        <message>
            <source>以后换班按这个来</source>
            <translation>Swaps go by this from now on</translation>
        </message>
        <message>
            <source>这一班取消了</source>
            <translation>The shift is cancelled</translation>
        </message>
        <message>
            <source>这一班照常</source>
            <translation>The shift takes place</translation>
        </message>
        <message>
            <source>照上个月排了 {n} 位，{out} 位这次来不了</source>
            <translation>Put in {n} as last month; {out} cannot this time</translation>
        </message>
        <message>
            <source>{what}，公布以后算数</source>
            <translation>{what}; it holds once published</translation>
        </message>
    </context>
    <context>
        <name>RuleLine</name>
        <message>
            <source>{title}（已暂停，{until} 自己恢复）</source>
            <translation>{title} (paused, runs again at {until})</translation>
        </message>
        <message>
            <source>改</source>
            <translation>Change</translation>
        </message>
        <message>
            <source>恢复</source>
            <translation>Resume</translation>
        </message>
        <message numerus="yes">
            <source>暂停 {n} 小时</source>
            <translation>
                <numerusform>Pause {n} hour</numerusform>
                <numerusform>Pause {n} hours</numerusform>
            </translation>
        </message>
        <message>
            <source>别的门岗的设备</source>
            <translation>a device of another gate</translation>
        </message>
        <message>
            <source>所有设备</source>
            <translation>Every device</translation>
        </message>
        <message>
            <source>{device} 的 PM2.5 连续 {minutes} 分钟超过 {limit}，{relay} {channel} 路喷 {seconds} 秒，再歇 {rest} 分钟</source>
            <translation>{device}: PM2.5 over {limit} for {minutes} min starts {relay} {channel} for {seconds} s, then a rest of {rest} min</translation>
        </message>
        <message>
            <source>{device} {n} 号触点的门在 {start} 到 {end} 打开或没关，就报警</source>
            <translation>{device}, contact {n}: a door opened or left open from {start} to {end} is an alarm</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>{device}：{kinds}</source>
            <translation>{device}: {kinds}</translation>
        </message>
        <message>
            <source>一直响到有人处理</source>
            <translation>sounds until somebody is on it</translation>
        </message>
        <message>
            <source>只亮屏，不响</source>
            <translation>without a sound</translation>
        </message>
        <message>
            <source>{device}：报警占满屏幕，{ring}</source>
            <translation>{device}: fills the screen, {ring}</translation>
        </message>
        <message>
            <source>正在喷</source>
            <translation>spraying now</translation>
        </message>
        <message>
            <source>刚喷过，正在歇</source>
            <translation>resting after a spray</translation>
        </message>
        <message>
            <source>还没有结果</source>
            <translation>no outcome yet</translation>
        </message>
        <message>
            <source>喷好了</source>
            <translation>sprayed</translation>
        </message>
        <message>
            <source>没有喷成</source>
            <translation>did not spray</translation>
        </message>
        <message>
            <source>不知道喷了没有</source>
            <translation>nobody knows whether it sprayed</translation>
        </message>
        <message>
            <source>上次 {at}，PM2.5 {value}，{ended}</source>
            <translation>last {at}, PM2.5 {value}, {ended}</translation>
        </message>
        <message>
            <source>{words}（{why}）</source>
            <translation>{words} ({why})</translation>
        </message>
    </context>
    <context>
        <name>RulePanel</name>
        <message>
            <source>所有设备</source>
            <translation>Every device</translation>
        </message>
        <message>
            <source>请选</source>
            <translation>Please choose</translation>
        </message>
        <message>
            <source>暂停时呼救照样记下，只是不响、不占屏幕；最多暂停 24 小时，到时自己恢复。</source>
            <translation>While paused, calls are kept but neither ring nor fill the screen. A pause lasts at most 24 hours, then it runs again.</translation>
        </message>
        <message>
            <source>程序不能代替消防报警器。触点接成常闭，断线也会报警。</source>
            <translation>This is no fire alarm system. Wire contacts normally closed, so that a cut wire alarms too.</translation>
        </message>
        <message>
            <source>到了时间门还开着，也会报警一次。</source>
            <translation>A door still open when the time begins is an alarm, once.</translation>
        </message>
        <message>
            <source>继电器每次最多吸合 5 秒，长的分几次；程序关了也会自己断开。传感器要一直有读数，断两分钟就重新算。</source>
            <translation>The relay is on for at most 5 s at a time and goes off by itself even when the program ends. The sensor must keep speaking: two silent minutes begin the count anew.</translation>
        </message>
        <message>
            <source>{n} 微克/立方米</source>
            <translation>{n} µg/m³</translation>
        </message>
        <message numerus="yes">
            <source>{n} 分钟</source>
            <translation>
                <numerusform>{n} min</numerusform>
                <numerusform>{n} min</numerusform>
            </translation>
        </message>
        <message>
            <source>触点断开是开门</source>
            <translation>the contact is open</translation>
        </message>
        <message>
            <source>触点闭合是开门</source>
            <translation>the contact is closed</translation>
        </message>
        <message>
            <source>{n} 秒</source>
            <translation>{n} s</translation>
        </message>
        <message>
            <source>{n} 路</source>
            <translation>No. {n}</translation>
        </message>
        <message>
            <source>{n} 号</source>
            <translation>No. {n}</translation>
        </message>
        <message>
            <source>一直响到有人处理</source>
            <translation>Sounds until somebody is on it</translation>
        </message>
        <message>
            <source>做什么</source>
            <translation>What it does</translation>
        </message>
        <message>
            <source>叫什么</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>看哪个设备</source>
            <translation>Device</translation>
        </message>
        <message>
            <source>几号触点</source>
            <translation>Contact</translation>
        </message>
        <message>
            <source>怎样算开门</source>
            <translation>The door is open when</translation>
        </message>
        <message>
            <source>从几点</source>
            <translation>From</translation>
        </message>
        <message>
            <source>到几点</source>
            <translation>Until</translation>
        </message>
        <message>
            <source>PM2.5 超过</source>
            <translation>PM2.5 over</translation>
        </message>
        <message>
            <source>连续多久</source>
            <translation>For how long</translation>
        </message>
        <message>
            <source>开哪个继电器</source>
            <translation>Relay</translation>
        </message>
        <message>
            <source>第几路</source>
            <translation>Relay number</translation>
        </message>
        <message>
            <source>喷多久</source>
            <translation>Spray for</translation>
        </message>
        <message>
            <source>喷完歇多久</source>
            <translation>Then rest for</translation>
        </message>
    </context>
    <context>
        <name>SaidPanel</name>
        <message>
            <source>坏了，或少了东西</source>
            <translation>Broken, or something is missing</translation>
        </message>
    </context>
    <context>
        <name>ScanLine</name>
        <message>
            <source>扫码和查找</source>
            <translation>Scan and search</translation>
        </message>
        <message>
            <source>更多方式</source>
            <translation>More ways</translation>
        </message>
        <message>
            <source>请扫码、刷卡，或输入姓名、拼音、房号、电话尾号</source>
            <translation>Scan a code or card, or type a name, room or phone number</translation>
        </message>
        <message>
            <source>请扫码，或输入姓名、房号、电话</source>
            <translation>Scan, or type a name or room</translation>
        </message>
    </context>
    <context>
        <name>ScanPanel</name>
        <message>
            <source>请出示家里的住户码</source>
            <translation>Please show your household code</translation>
        </message>
        <message>
            <source>对着摄像头或扫码口，领一个口罩。</source>
            <translation>Hold it to the camera or scanner to get a mask.</translation>
        </message>
        <message>
            <source>对着摄像头或扫码口，看看能借什么。</source>
            <translation>Hold it to the camera or scanner to see what there is to borrow.</translation>
        </message>
        <message>
            <source>我是快递、骑手，没有住户码</source>
            <translation>Courier, no code</translation>
        </message>
        <message>
            <source>登记过人脸，刷脸</source>
            <translation>I enrolled: use my face</translation>
        </message>
    </context>
    <context>
        <name>ScreenPage</name>
        <message>
            <source>第一句（按住 {key} 就显示）</source>
            <translation>First sentence (hold {key})</translation>
        </message>
        <message>
            <source>第 {n} 句</source>
            <translation>Sentence {n}</translation>
        </message>
        <message>
            <source>紧急时公示屏上说什么</source>
            <translation>What the screen says in an emergency</translation>
        </message>
        <message>
            <source>短，先说要做什么。不写姓名、房号和电话。</source>
            <translation>Short: first what to do. No names, rooms or numbers.</translation>
        </message>
        <message>
            <source>下面一行小字</source>
            <translation>Smaller words below</translation>
        </message>
        <message>
            <source>大家都可以看的电话</source>
            <translation>Numbers everybody may see</translation>
        </message>
        <message>
            <source>显示在公示屏上，也可以写进公告。只写办公电话，不写私人号码。</source>
            <translation>Shown on the public screen, and allowed in notices. Office numbers only, never private ones.</translation>
        </message>
        <message>
            <source>名称 {n}</source>
            <translation>Name {n}</translation>
        </message>
        <message>
            <source>号码</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>告示牌上的守则，一行一条</source>
            <translation>Rules on the printed board, one a line</translation>
        </message>
        <message>
            <source>公示屏放在哪台显示器</source>
            <translation>Which monitor is the public screen?</translation>
        </message>
        <message>
            <source>先把紧急用语准备好</source>
            <translation>Emergency sentences, ready beforehand</translation>
        </message>
        <message>
            <source>电话和守则</source>
            <translation>Numbers and rules</translation>
        </message>
        <message>
            <source>公示屏正在显示紧急通知：{title}</source>
            <translation>An emergency is on the public screen: {title}</translation>
        </message>
        <message>
            <source>公示屏</source>
            <translation>Public screen</translation>
        </message>
        <message numerus="yes">
            <source>公示屏正在放 {n} 条公告</source>
            <translation>
                <numerusform>{n} notice is on the public screen</numerusform>
                <numerusform>{n} notices are on the public screen</numerusform>
            </translation>
        </message>
        <message>
            <source>值班表、今日接待和电话会自己显示</source>
            <translation>The roster, today's reception and numbers show by themselves</translation>
        </message>
        <message>
            <source>公示屏现在没有公告</source>
            <translation>No notices on the public screen</translation>
        </message>
        <message>
            <source>写一条公告</source>
            <translation>Write a notice</translation>
        </message>
        <message>
            <source>改这条公告</source>
            <translation>Change this notice</translation>
        </message>
        <message>
            <source>从四米外看得清：标题短，内容只留要紧的</source>
            <translation>To be read from four metres: a short heading and only what matters</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>写公告</source>
            <translation>Write a notice</translation>
        </message>
        <message>
            <source>挂上公示屏</source>
            <translation>Put it on the screen</translation>
        </message>
        <message>
            <source>存好这些话</source>
            <translation>Save these sentences</translation>
        </message>
        <message>
            <source>存好</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>紧急通知</source>
            <translation>Emergency</translation>
        </message>
        <message>
            <source>已挂上公示屏</source>
            <translation>It is on the public screen</translation>
        </message>
        <message>
            <source>已存好</source>
            <translation>Saved</translation>
        </message>
        <message>
            <source>已撤下：{title}</source>
            <translation>Taken down: {title}</translation>
        </message>
    </context>
    <context>
        <name>ScreenWords</name>
        <message>
            <source>周一</source>
            <translation>Mon</translation>
        </message>
        <message>
            <source>周二</source>
            <translation>Tue</translation>
        </message>
        <message>
            <source>周三</source>
            <translation>Wed</translation>
        </message>
        <message>
            <source>周四</source>
            <translation>Thu</translation>
        </message>
        <message>
            <source>周五</source>
            <translation>Fri</translation>
        </message>
        <message>
            <source>周六</source>
            <translation>Sat</translation>
        </message>
        <message>
            <source>周日</source>
            <translation>Sun</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>待定</source>
            <translation>not settled</translation>
        </message>
        <message>
            <source>现在值班</source>
            <translation>On duty</translation>
        </message>
        <message>
            <source>到 {time}</source>
            <translation>to {time}</translation>
        </message>
        <message>
            <source>{time} 起 {names}</source>
            <translation>From {time}: {names}</translation>
        </message>
        <message>
            <source>有事请打 {phone}</source>
            <translation>Please call {phone}</translation>
        </message>
        <message>
            <source>有事请按门铃</source>
            <translation>Please ring the bell</translation>
        </message>
        <message>
            <source>今日接待</source>
            <translation>Reception today</translation>
        </message>
        <message>
            <source>今天来坐坐，有话慢慢说</source>
            <translation>Come in and talk to us today</translation>
        </message>
        <message>
            <source>正在接待，欢迎进来</source>
            <translation>Open now, please come in</translation>
        </message>
        <message>
            <source>今天的接待结束了</source>
            <translation>Today's reception is over</translation>
        </message>
        <message>
            <source>今天没有接待</source>
            <translation>No reception today</translation>
        </message>
        <message numerus="yes">
            <source>正在办的事 {n} 件</source>
            <translation>
                <numerusform>{n} matter in hand</numerusform>
                <numerusform>{n} matters in hand</numerusform>
            </translation>
        </message>
        <message>
            <source>下周值班</source>
            <translation>On duty next week</translation>
        </message>
        <message>
            <source>本周值班</source>
            <translation>On duty this week</translation>
        </message>
        <message>
            <source>常用电话</source>
            <translation>Useful numbers</translation>
        </message>
        <message>
            <source>公示</source>
            <translation>Announcement</translation>
        </message>
        <message>
            <source>急救</source>
            <translation>Ambulance</translation>
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
            <source>门岗</source>
            <translation>Gate</translation>
        </message>
        <message>
            <source>紧急通知</source>
            <translation>Emergency</translation>
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message>
            <source>来访类型</source>
            <translation>Visit type</translation>
        </message>
        <message>
            <source>状态</source>
            <translation>State</translation>
        </message>
        <message>
            <source>进门时间</source>
            <translation>In</translation>
        </message>
        <message>
            <source>离开时间</source>
            <translation>Out</translation>
        </message>
        <message>
            <source>怎么离开的</source>
            <translation>How they left</translation>
        </message>
        <message>
            <source>车牌</source>
            <translation>Plate</translation>
        </message>
        <message>
            <source>单位</source>
            <translation>Company</translation>
        </message>
        <message>
            <source>人数</source>
            <translation>People</translation>
        </message>
        <message>
            <source>去哪一户</source>
            <translation>Household</translation>
        </message>
        <message>
            <source>事由种类</source>
            <translation>Purpose type</translation>
        </message>
        <message>
            <source>事由</source>
            <translation>Reason for the visit</translation>
        </message>
        <message>
            <source>凭什么进来</source>
            <translation>Authorised by</translation>
        </message>
        <message>
            <source>带进的东西</source>
            <translation>Brought in</translation>
        </message>
        <message>
            <source>带出的东西</source>
            <translation>Taken out</translation>
        </message>
        <message>
            <source>来访证编号</source>
            <translation>Pass number</translation>
        </message>
        <message>
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>志愿者编号</source>
            <translation>Volunteer no.</translation>
        </message>
        <message>
            <source>证件种类</source>
            <translation>Document</translation>
        </message>
        <message>
            <source>证件号码</source>
            <translation>Document no.</translation>
        </message>
        <message>
            <source>电话</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>身份</source>
            <translation>Role</translation>
        </message>
        <message>
            <source>服务日期</source>
            <translation>Day</translation>
        </message>
        <message>
            <source>几点开始</source>
            <translation>From</translation>
        </message>
        <message>
            <source>几点结束</source>
            <translation>Until</translation>
        </message>
        <message>
            <source>分钟</source>
            <translation>Minutes</translation>
        </message>
        <message>
            <source>小时</source>
            <translation>Hours</translation>
        </message>
        <message>
            <source>服务内容</source>
            <translation>What was done</translation>
        </message>
        <message>
            <source>服务地点</source>
            <translation>Where</translation>
        </message>
        <message>
            <source>组织单位</source>
            <translation>Organiser</translation>
        </message>
        <message>
            <source>服务对象</source>
            <translation>For whom</translation>
        </message>
        <message>
            <source>怎么记的</source>
            <translation>How it was recorded</translation>
        </message>
        <message>
            <source>计不计入</source>
            <translation>Counts</translation>
        </message>
        <message>
            <source>记录编号</source>
            <translation>Record no.</translation>
        </message>
        <message>
            <source>时间</source>
            <translation>Time</translation>
        </message>
        <message>
            <source>谁经手</source>
            <translation>Released by</translation>
        </message>
        <message>
            <source>登记种类</source>
            <translation>Sort of entry</translation>
        </message>
        <message>
            <source>给了哪个单位</source>
            <translation>Recipient</translation>
        </message>
        <message>
            <source>谁来办的</source>
            <translation>Person</translation>
        </message>
        <message>
            <source>公文或合同编号</source>
            <translation>Document or contract</translation>
        </message>
        <message>
            <source>法律依据</source>
            <translation>Legal basis</translation>
        </message>
        <message>
            <source>做什么用</source>
            <translation>Purpose</translation>
        </message>
        <message>
            <source>怎么给的</source>
            <translation>How</translation>
        </message>
        <message>
            <source>哪几类内容</source>
            <translation>Kinds</translation>
        </message>
        <message>
            <source>从哪天的</source>
            <translation>From</translation>
        </message>
        <message>
            <source>到哪天的</source>
            <translation>Until</translation>
        </message>
        <message>
            <source>实际给了什么</source>
            <translation>What was given</translation>
        </message>
        <message>
            <source>提出时间</source>
            <translation>Asked at</translation>
        </message>
        <message>
            <source>要求什么</source>
            <translation>What they want</translation>
        </message>
        <message>
            <source>谁提出的</source>
            <translation>Who is asking</translation>
        </message>
        <message>
            <source>怎么核实的</source>
            <translation>How identified</translation>
        </message>
        <message>
            <source>最迟哪天答复</source>
            <translation>Answer due</translation>
        </message>
        <message>
            <source>怎么办的</source>
            <translation>Outcome</translation>
        </message>
        <message>
            <source>答复时间</source>
            <translation>Answered at</translation>
        </message>
        <message>
            <source>理由</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>删了几条</source>
            <translation>Deleted</translation>
        </message>
        <message>
            <source>没删的</source>
            <translation>Kept</translation>
        </message>
        <message>
            <source>谁</source>
            <translation>Who</translation>
        </message>
        <message>
            <source>同意什么</source>
            <translation>Agreed to</translation>
        </message>
        <message>
            <source>同意还是撤回</source>
            <translation>Agreed or withdrawn</translation>
        </message>
        <message>
            <source>监护人同意</source>
            <translation>By a guardian</translation>
        </message>
        <message>
            <source>告知书版本</source>
            <translation>Version of the notice</translation>
        </message>
        <message>
            <source>住址</source>
            <translation>Address</translation>
        </message>
        <message>
            <source>序号</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>时间可靠</source>
            <translation>Clock reliable</translation>
        </message>
        <message>
            <source>电脑</source>
            <translation>Computer</translation>
        </message>
        <message>
            <source>做了什么</source>
            <translation>Action</translation>
        </message>
        <message>
            <source>对象</source>
            <translation>Subject</translation>
        </message>
        <message>
            <source>对象编号</source>
            <translation>Subject ID</translation>
        </message>
        <message>
            <source>细节</source>
            <translation>Details</translation>
        </message>
        <message>
            <source>锁屏时</source>
            <translation>While locked</translation>
        </message>
        <message>
            <source>系统</source>
            <translation>System</translation>
        </message>
        <message>
            <source>命令行</source>
            <translation>Command line</translation>
        </message>
        <message>
            <source>恢复码</source>
            <translation>Recovery code</translation>
        </message>
        <message>
            <source>亲友来访</source>
            <translation>Guests</translation>
        </message>
        <message>
            <source>快递来访</source>
            <translation>Couriers</translation>
        </message>
        <message>
            <source>骑手来访</source>
            <translation>Riders</translation>
        </message>
        <message>
            <source>家政来访</source>
            <translation>Domestic help</translation>
        </message>
        <message>
            <source>维修装修来访</source>
            <translation>Contractors</translation>
        </message>
        <message>
            <source>中介来访</source>
            <translation>Agents</translation>
        </message>
        <message>
            <source>公务来访</source>
            <translation>Officials</translation>
        </message>
        <message>
            <source>施工来访</source>
            <translation>Estate works</translation>
        </message>
        <message>
            <source>其他来访</source>
            <translation>Other visits</translation>
        </message>
        <message>
            <source>常来访客的自动填写</source>
            <translation>Autofill for returning visitors</translation>
        </message>
        <message>
            <source>临时帮忙的人</source>
            <translation>First-time helpers</translation>
        </message>
        <message>
            <source>寄放物品</source>
            <translation>Goods left at the gate</translation>
        </message>
        <message>
            <source>已结束的关注</source>
            <translation>Ended watch-list entries</translation>
        </message>
        <message>
            <source>到期的长期通行</source>
            <translation>Expired standing passes</translation>
        </message>
        <message>
            <source>到期的施工许可</source>
            <translation>Expired permits</translation>
        </message>
        <message>
            <source>用过的来访证</source>
            <translation>Used passes</translation>
        </message>
        <message>
            <source>搬走的住户</source>
            <translation>Residents who moved out</translation>
        </message>
        <message>
            <source>没填完的登记</source>
            <translation>Unfinished forms</translation>
        </message>
        <message>
            <source>扫码记录</source>
            <translation>Scan records</translation>
        </message>
        <message>
            <source>提供登记</source>
            <translation>Disclosures</translation>
        </message>
        <message>
            <source>个人信息请求</source>
            <translation>Requests about personal data</translation>
        </message>
        <message>
            <source>反映人的姓名和电话</source>
            <translation>Names and numbers of who reported</translation>
        </message>
        <message>
            <source>还清东西的借用人</source>
            <translation>Borrowers who gave everything back</translation>
        </message>
        <message>
            <source>过期预约的联系方式</source>
            <translation>Contacts of past reservations</translation>
        </message>
        <message>
            <source>办完的事的内容</source>
            <translation>Words of matters that are done</translation>
        </message>
        <message>
            <source>撤下和到期的公告</source>
            <translation>Notices taken down or ended</translation>
        </message>
        <message>
            <source>离队的队员</source>
            <translation>Members who left the team</translation>
        </message>
        <message>
            <source>交班单里的内容</source>
            <translation>What handovers say</translation>
        </message>
        <message>
            <source>请假和换班的原因</source>
            <translation>Why somebody could not come</translation>
        </message>
        <message>
            <source>核对时长时说的话</source>
            <translation>What was said when hours were checked</translation>
        </message>
        <message>
            <source>证明没办成、撤回的原因</source>
            <translation>Why a certificate was refused or withdrawn</translation>
        </message>
        <message>
            <source>口罩机领取的住户</source>
            <translation>Households that took a mask</translation>
        </message>
        <message>
            <source>刷脸的评估和处理记录</source>
            <translation>Assessments and records of faces</translation>
        </message>
        <message>
            <source>报警里的门牌、号码和记录</source>
            <translation>Doors, numbers and notes of alarms</translation>
        </message>
        <message>
            <source>查看</source>
            <translation>Access</translation>
        </message>
        <message>
            <source>要一份复印件</source>
            <translation>A copy</translation>
        </message>
        <message>
            <source>更正</source>
            <translation>Correction</translation>
        </message>
        <message>
            <source>删除</source>
            <translation>Deletion</translation>
        </message>
        <message>
            <source>要求说明</source>
            <translation>An explanation</translation>
        </message>
        <message>
            <source>撤回同意</source>
            <translation>Withdrawal of consent</translation>
        </message>
        <message>
            <source>不同意电脑自动做的决定</source>
            <translation>Object to something a machine decided</translation>
        </message>
        <message>
            <source>还没有答复</source>
            <translation>Not answered yet</translation>
        </message>
        <message>
            <source>已照办</source>
            <translation>Done</translation>
        </message>
        <message>
            <source>部分照办</source>
            <translation>Partly done</translation>
        </message>
        <message>
            <source>没有照办</source>
            <translation>Refused</translation>
        </message>
        <message>
            <source>磁盘空间</source>
            <translation>Disk space</translation>
        </message>
        <message>
            <source>数据的钥匙</source>
            <translation>Key to the data</translation>
        </message>
        <message>
            <source>数据文件</source>
            <translation>Data file</translation>
        </message>
        <message>
            <source>电脑时间</source>
            <translation>Computer clock</translation>
        </message>
        <message>
            <source>和中心的连接</source>
            <translation>Connection to the centre</translation>
        </message>
        <message>
            <source>备份</source>
            <translation>Backups</translation>
        </message>
        <message>
            <source>串口</source>
            <translation>Serial ports</translation>
        </message>
        <message>
            <source>摄像头</source>
            <translation>Camera</translation>
        </message>
        <message>
            <source>磁盘快满了，请清理出 1 GB 以上。</source>
            <translation>The disk is nearly full. Please free up at least 1 GB.</translation>
        </message>
        <message>
            <source>请马上备份，然后联系管理员。</source>
            <translation>Please back up at once, then call the manager.</translation>
        </message>
        <message>
            <source>请在电脑的系统设置里把日期和时间调准。</source>
            <translation>Please correct the date and time in the computer's settings.</translation>
        </message>
        <message>
            <source>请在「备份与恢复」里备份一次。</source>
            <translation>Please back up under 'Backup'.</translation>
        </message>
        <message>
            <source>请联系管理员。</source>
            <translation>Please call the manager.</translation>
        </message>
        <message>
            <source>显示与声音</source>
            <translation>Screen and sound</translation>
        </message>
        <message>
            <source>本门岗</source>
            <translation>This gate</translation>
        </message>
        <message>
            <source>摄像头、扫码枪、打印机</source>
            <translation>Camera, scanner, printer</translation>
        </message>
        <message>
            <source>刷脸</source>
            <translation>Faces</translation>
        </message>
        <message>
            <source>无人小屋</source>
            <translation>Unattended hut</translation>
        </message>
        <message>
            <source>值班人员</source>
            <translation>People on duty</translation>
        </message>
        <message>
            <source>保护与期限</source>
            <translation>Privacy and retention</translation>
        </message>
        <message>
            <source>备份与恢复</source>
            <translation>Backup</translation>
        </message>
        <message>
            <source>换电脑、请人帮忙</source>
            <translation>New computer, getting help</translation>
        </message>
        <message>
            <source>关注名单</source>
            <translation>Watch list</translation>
        </message>
        <message>
            <source>导出</source>
            <translation>Export</translation>
        </message>
        <message>
            <source>个人信息</source>
            <translation>Personal data</translation>
        </message>
        <message>
            <source>提供和同意的登记</source>
            <translation>Disclosures and consents</translation>
        </message>
        <message>
            <source>操作记录</source>
            <translation>Audit trail</translation>
        </message>
        <message>
            <source>关于</source>
            <translation>About</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>您现在的身份不能看这一页</source>
            <translation>Your role cannot view this page</translation>
        </message>
        <message>
            <source>您可以看，不能改</source>
            <translation>You can view this but not change it</translation>
        </message>
        <message>
            <source>要改，请让管理员换人登录。</source>
            <translation>To make changes, ask a manager to sign on.</translation>
        </message>
        <message>
            <source>请让管理员或检查员换人登录。</source>
            <translation>Ask a manager or auditor to sign on.</translation>
        </message>
        <message>
            <source>请让值班长或管理员换人登录。</source>
            <translation>Ask the shift lead or a manager to sign on.</translation>
        </message>
        <message>
            <source>还没有备份过</source>
            <translation>Never backed up</translation>
        </message>
        <message>
            <source>电脑一坏，登记的内容就没有了。</source>
            <translation>If the computer breaks, the records are lost.</translation>
        </message>
        <message>
            <source>两天没有备份了</source>
            <translation>No backup for two days</translation>
        </message>
        <message>
            <source>请备份一次，最好备到 U 盘上。</source>
            <translation>Please back up, preferably to a USB stick.</translation>
        </message>
        <message>
            <source>有新版本等着更新</source>
            <translation>An update is waiting</translation>
        </message>
        <message>
            <source>请找个人少的时候更新。</source>
            <translation>Please update at a quiet moment.</translation>
        </message>
        <message>
            <source>有人问自己的信息，过了答复日期</source>
            <translation>A request about personal data is overdue</translation>
        </message>
        <message>
            <source>请尽快答复。</source>
            <translation>Please answer soon.</translation>
        </message>
        <message>
            <source>关注名单有几条该复核了</source>
            <translation>Watch list entries are due for review</translation>
        </message>
        <message>
            <source>看看还要不要留着。</source>
            <translation>Decide whether to keep them.</translation>
        </message>
        <message>
            <source>地址或急救设备的位置还没有写</source>
            <translation>Address or defibrillator location is missing</translation>
        </message>
        <message>
            <source>急事页要照着念。</source>
            <translation>They are read aloud in an emergency.</translation>
        </message>
        <message>
            <source>去看看</source>
            <translation>Take a look</translation>
        </message>
        <message numerus="yes">
            <source>有 {n} 件事需要留意</source>
            <translation>
                <numerusform>{n} thing needs attention</numerusform>
                <numerusform>{n} things need attention</numerusform>
            </translation>
        </message>
        <message>
            <source>要改什么？请点开</source>
            <translation>What would you like to change?</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>换人</source>
            <translation>Switch</translation>
        </message>
    </context>
    <context>
        <name>SheetPanel</name>
        <message>
            <source>房号</source>
            <translation>Room</translation>
        </message>
        <message>
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>电话</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>身份</source>
            <translation>Role</translation>
        </message>
        <message>
            <source>前几行</source>
            <translation>The first rows</translation>
        </message>
        <message>
            <source>前几行是这样</source>
            <translation>The first rows look like this</translation>
        </message>
        <message>
            <source>行</source>
            <translation>Row</translation>
        </message>
        <message>
            <source>列</source>
            <translation>Column</translation>
        </message>
        <message>
            <source>结果</source>
            <translation>Result</translation>
        </message>
        <message>
            <source>为什么，怎么改</source>
            <translation>What to do</translation>
        </message>
        <message>
            <source>没有导入的行</source>
            <translation>Rows not imported</translation>
        </message>
        <message>
            <source>已停止，一行也没有导入。可以再选一个文件。</source>
            <translation>Stopped. Nothing was imported. You can choose another file.</translation>
        </message>
        <message>
            <source>表格里要有楼栋、单元、房号、姓名这几列，电话、车牌、身份可有可无。选好文件先检查，再由您决定要不要导入；同一个文件再导一次，也不会重复。</source>
            <translation>The spreadsheet needs columns for building, unit, room and name; phone, plate and role are optional. The file is checked first, then you decide. Importing the same file again adds nothing twice.</translation>
        </message>
        <message>
            <source>正在检查「{file}」</source>
            <translation>Checking '{file}'</translation>
        </message>
        <message>
            <source>正在导入「{file}」</source>
            <translation>Importing '{file}'</translation>
        </message>
        <message>
            <source>停下来的话，一行也不会导入。</source>
            <translation>If you stop now, nothing is imported.</translation>
        </message>
        <message>
            <source>{field}在 {column} 列</source>
            <translation>{field}: column {column}</translation>
        </message>
        <message>
            <source>这 {n} 行要看一看</source>
            <translation>Rows to check: {n}</translation>
        </message>
        <message>
            <source>共 {rows} 行。</source>
            <translation>Rows: {rows}. </translation>
        </message>
        <message>
            <source>新增 {homes} 户、{people} 人</source>
            <translation>New: {homes} households, {people} people</translation>
        </message>
        <message>
            <source>，更新 {changed} 人</source>
            <translation>; updated: {changed}</translation>
        </message>
        <message>
            <source>，没有变化 {same} 行</source>
            <translation>; unchanged: {same}</translation>
        </message>
        <message>
            <source>，不导入 {refused} 行。</source>
            <translation>; not imported: {refused}.</translation>
        </message>
        <message>
            <source>存成表格</source>
            <translation>Save as spreadsheet</translation>
        </message>
        <message>
            <source>勾选表</source>
            <translation>Tick sheet</translation>
        </message>
        <message>
            <source>照着纸上的勾，按对应的字母，回车到下一位。没有打勾的，直接回车，就是这个月都不能来。</source>
            <translation>Type the letters that are ticked on paper, Enter for the next row. Enter alone means: cannot come this month.</translation>
        </message>
        <message>
            <source>队里还没有人</source>
            <translation>The team is empty</translation>
        </message>
        <message>
            <source>先加队员，再打印勾选表给他们勾。</source>
            <translation>Add members first, then print the tick sheet for them.</translation>
        </message>
    </context>
    <context>
        <name>SheetView</name>
        <message>
            <source>{month} 值班表</source>
            <translation>Roster {month}</translation>
        </message>
        <message>
            <source>值班表会在这里</source>
            <translation>The roster will stand here</translation>
        </message>
        <message>
            <source>班长在排班页公布这个月以后，就能打印、发群。</source>
            <translation>Once a shift lead has published the month, it can be printed and shared.</translation>
        </message>
        <message>
            <source>全月值班表</source>
            <translation>The whole month's roster</translation>
        </message>
    </context>
    <context>
        <name>ShelfTable</name>
        <message>
            <source>架上的东西</source>
            <translation>What is on the shelf</translation>
        </message>
        <message>
            <source>架号</source>
            <translation>Shelf</translation>
        </message>
        <message>
            <source>物品</source>
            <translation>Item</translation>
        </message>
        <message>
            <source>哪栋</source>
            <translation>For</translation>
        </message>
        <message>
            <source>放了</source>
            <translation>Waiting</translation>
        </message>
        <message>
            <source>情况</source>
            <translation>Status</translation>
        </message>
    </context>
    <context>
        <name>ShelfView</name>
        <message>
            <source>取件码</source>
            <translation>Pick-up code</translation>
        </message>
        <message>
            <source>取件人报的数字，输完按回车</source>
            <translation>Type the digits they tell you, then Enter</translation>
        </message>
        <message>
            <source>寄放的东西会列在这里</source>
            <translation>Goods left at the gate will be listed here</translation>
        </message>
        <message>
            <source>按“登记寄放”记下是什么、放哪里、给哪一户，就有取件码。</source>
            <translation>Press 'Take in goods', enter what, where and for whom, and you get a pick-up code.</translation>
        </message>
        <message>
            <source>架上没有取件码是 {code} 的东西。请再问一遍，或从下面找。</source>
            <translation>Nothing on the shelf has the code {code}. Ask again, or look in the list below.</translation>
        </message>
    </context>
    <context>
        <name>Shell</name>
        <message>
            <source>急事请按住一秒（F12）</source>
            <translation>Hold Urgent for one second (F12)</translation>
        </message>
        <message>
            <source>知道了</source>
            <translation>OK</translation>
        </message>
        <message>
            <source>街道通知</source>
            <translation>Sub-district notice</translation>
        </message>
        <message>
            <source>稍后再说</source>
            <translation>Later</translation>
        </message>
        <message>
            <source>骑手放行，已记 1 次</source>
            <translation>Rider let in, counted</translation>
        </message>
        <message>
            <source>快递放行，已记 1 次</source>
            <translation>Courier let in, counted</translation>
        </message>
    </context>
    <context>
        <name>ShiftPanel</name>
        <message>
            <source>谁</source>
            <translation>Who</translation>
        </message>
        <message>
            <source>情况</source>
            <translation>State</translation>
        </message>
        <message>
            <source>这一班的人</source>
            <translation>In this shift</translation>
        </message>
        <message>
            <source>可以请谁</source>
            <translation>Who could be asked</translation>
        </message>
        <message>
            <source>还可以请谁（回车排进来）</source>
            <translation>Who else could (Enter puts in)</translation>
        </message>
        <message>
            <source>还可以请谁</source>
            <translation>Who else could</translation>
        </message>
        <message>
            <source>还没有人</source>
            <translation>Nobody yet</translation>
        </message>
        <message>
            <source>在右边选一位，按回车就排进来。</source>
            <translation>Choose somebody on the right and press Enter.</translation>
        </message>
    </context>
    <context>
        <name>ShiftsPanel</name>
        <message>
            <source>班次</source>
            <translation>Shift</translation>
        </message>
        <message>
            <source>几点</source>
            <translation>Hours</translation>
        </message>
        <message>
            <source>星期几</source>
            <translation>Weekdays</translation>
        </message>
        <message>
            <source>人数</source>
            <translation>People</translation>
        </message>
        <message>
            <source>要求</source>
            <translation>Needs</translation>
        </message>
        <message>
            <source>每周的班次</source>
            <translation>Shifts of a week</translation>
        </message>
        <message>
            <source>每周有哪些班，都会列在这里</source>
            <translation>The shifts of a week are listed here</translation>
        </message>
        <message>
            <source>先加一种班次，比如「上午门岗，每天 8:00 到 11:00」。</source>
            <translation>Add a kind of shift first, such as Morning gate, every day from 8:00 to 11:00.</translation>
        </message>
        <message>
            <source>{n} 人</source>
            <translation>{n}</translation>
        </message>
        <message>
            <source>{least}-{most} 人</source>
            <translation>{least}-{most}</translation>
        </message>
        <message>
            <source>1 或 3 至少一位</source>
            <translation>one of 1 or 3</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>接待日</source>
            <translation>reception day</translation>
        </message>
        <message>
            <source>辛苦班</source>
            <translation>demanding</translation>
        </message>
        <message>
            <source>；</source>
            <translation>; </translation>
        </message>
    </context>
    <context>
        <name>SidePanel</name>
        <message>
            <source>请写一句理由</source>
            <translation>Please give a reason</translation>
        </message>
        <message>
            <source>请先选一种，再放行</source>
            <translation>Please choose one first, then admit</translation>
        </message>
        <message>
            <source>已认出：{name}，资料已填好</source>
            <translation>Recognised: {name}; the form is filled in</translation>
        </message>
        <message>
            <source>关注名单：{advice}。由您决定，不会自动拦下。</source>
            <translation>Watch list: {advice}. It is up to you; nobody is turned away automatically.</translation>
        </message>
        <message>
            <source>施工许可{says}。要放行，由您决定，请写一句理由。</source>
            <translation>Permit {says}. You may still admit them: please give a reason.</translation>
        </message>
        <message>
            <source>孩子独自来：请先联系住户</source>
            <translation>A child on their own: please call the household first</translation>
        </message>
        <message>
            <source>谁同意了这次来访？</source>
            <translation>Who agreed to this visit?</translation>
        </message>
        <message>
            <source>扫了户内码</source>
            <translation>By code</translation>
        </message>
        <message>
            <source>住户预约过</source>
            <translation>Booked</translation>
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
            <translation>My decision</translation>
        </message>
        <message>
            <source>要写理由</source>
            <translation>Needs a reason</translation>
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
            <translation>ID checked</translation>
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
        <name>SignView</name>
        <message>
            <source>这里还没有能签字的人，请扫工作码。</source>
            <translation>Nobody here can sign by PIN; please scan a duty card.</translation>
        </message>
        <message>
            <source>这一班</source>
            <translation>This shift</translation>
        </message>
        <message>
            <source>请扫工作码</source>
            <translation>Please scan the card</translation>
        </message>
    </context>
    <context>
        <name>SignaturePad</name>
        <message>
            <source>签名</source>
            <translation>Signature</translation>
        </message>
        <message>
            <source>请在这里签名</source>
            <translation>Please sign here</translation>
        </message>
    </context>
    <context>
        <name>SignonPage</name>
        <message>
            <source>当班中</source>
            <translation>on duty</translation>
        </message>
        <message>
            <source>第一次来帮忙</source>
            <translation>First-time helper</translation>
        </message>
        <message>
            <source>我下班了</source>
            <translation>Sign off</translation>
        </message>
        <message>
            <source>锁屏</source>
            <translation>Lock</translation>
        </message>
        <message>
            <source>我的第一个早上（练十分钟）</source>
            <translation>My first morning (ten minutes)</translation>
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
            <translation>You vouch for them until midnight. Please enter the helper's name.</translation>
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
            <translation>Or scan your staff badge</translation>
        </message>
        <message>
            <source>已锁屏，请点您的名字</source>
            <translation>Locked. Please press your name</translation>
        </message>
        <message>
            <source>骑手和快递照常按 F5、F6 放行</source>
            <translation>F5 and F6 still let riders and couriers in</translation>
        </message>
        <message>
            <source>现在由谁当班？请点名字</source>
            <translation>Who is on duty now? Press your name</translation>
        </message>
        <message>
            <source>第一次来帮忙，欢迎</source>
            <translation>Your first time helping? Welcome</translation>
        </message>
        <message>
            <source>请写姓名</source>
            <translation>Please enter the name</translation>
        </message>
    </context>
    <context>
        <name>StandingListPanel</name>
        <message>
            <source>再看这张证</source>
            <translation>Show the pass</translation>
        </message>
        <message>
            <source>住户收回</source>
            <translation>Revoke this pass</translation>
        </message>
        <message>
            <source>还没有长期通行证</source>
            <translation>No standing passes yet</translation>
        </message>
        <message>
            <source>保姆、钟点工、家教这些常来的人，住户担保一次，以后一查就放行。</source>
            <translation>For a nanny, cleaner or tutor, the household vouches once; after that, look them up and let them in.</translation>
        </message>
        <message>
            <source>开一张</source>
            <translation>Give a pass</translation>
        </message>
    </context>
    <context>
        <name>StandingPanel</name>
        <message>
            <source>请选哪一户</source>
            <translation>Please choose the household</translation>
        </message>
        <message>
            <source>请写一个称呼</source>
            <translation>Please enter what to call them</translation>
        </message>
        <message>
            <source>常来的人：住户担保，最多 90 天，随时可以收回</source>
            <translation>For regular visitors: the household vouches for them for up to 90 days and can revoke the pass at any time</translation>
        </message>
        <message>
            <source>住户怎么称呼</source>
            <translation>What the household calls them</translation>
        </message>
        <message>
            <source>例如 王阿姨</source>
            <translation>e.g. Auntie Wang</translation>
        </message>
        <message>
            <source>从哪天</source>
            <translation>First day</translation>
        </message>
        <message>
            <source>到哪天</source>
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
            <source>哪几天来</source>
            <translation>Days they come</translation>
        </message>
        <message>
            <source>记下</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>记下，并给一张证</source>
            <translation>Save and give a pass</translation>
        </message>
        <message>
            <source>{n} 天</source>
            <translation>{n} days</translation>
        </message>
        <message>
            <source>每天 6:00 到 22:00</source>
            <translation>Daily 6:00 to 22:00</translation>
        </message>
        <message>
            <source>周一到周五 7:00 到 19:00</source>
            <translation>Monday to Friday 7:00 to 19:00</translation>
        </message>
        <message>
            <source>每天，任何时候</source>
            <translation>Daily, at any time</translation>
        </message>
        <message>
            <source>同时开一张来访证（二维码），给来人扫</source>
            <translation>Also make a pass (QR code) for them to scan</translation>
        </message>
        <message>
            <source>怎么称呼</source>
            <translation>What are they called?</translation>
        </message>
        <message>
            <source>比如 张阿姨</source>
            <translation>e.g. Auntie Zhang</translation>
        </message>
        <message>
            <source>来做什么</source>
            <translation>What do they come for?</translation>
        </message>
        <message>
            <source>多久</source>
            <translation>For how long?</translation>
        </message>
        <message>
            <source>什么时候</source>
            <translation>When?</translation>
        </message>
        <message>
            <source>住户随时可以收回。</source>
            <translation>The household can revoke it at any time.</translation>
        </message>
    </context>
    <context>
        <name>StandingTable</name>
        <message>
            <source>长期通行证</source>
            <translation>Standing pass</translation>
        </message>
        <message>
            <source>来访人</source>
            <translation>Visitor</translation>
        </message>
        <message>
            <source>哪一户</source>
            <translation>Household</translation>
        </message>
        <message>
            <source>几点</source>
            <translation>Hours</translation>
        </message>
        <message>
            <source>全天</source>
            <translation>All day</translation>
        </message>
        <message>
            <source>现在</source>
            <translation>Now</translation>
        </message>
        <message>
            <source>类型</source>
            <translation>Type</translation>
        </message>
        <message>
            <source>哪几天</source>
            <translation>Days</translation>
        </message>
        <message>
            <source>到哪天</source>
            <translation>Until</translation>
        </message>
        <message>
            <source>现在可用</source>
            <translation>Valid now</translation>
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
        <name>StockList</name>
        <message>
            <source>什么</source>
            <translation>What</translation>
        </message>
        <message>
            <source>在哪台机器里</source>
            <translation>In which machine</translation>
        </message>
        <message>
            <source>还剩</source>
            <translation>Left</translation>
        </message>
        <message>
            <source>够用多久</source>
            <translation>How long</translation>
        </message>
        <message>
            <source>耗材</source>
            <translation>Supplies</translation>
        </message>
        <message>
            <source>别的岗亭</source>
            <translation>another desk</translation>
        </message>
        <message>
            <source>没有放进机器</source>
            <translation>in no machine</translation>
        </message>
        <message>
            <source>{device}，货道 {n}</source>
            <translation>{device}, slot {n}</translation>
        </message>
    </context>
    <context>
        <name>StockPanel</name>
        <message>
            <source>登记机器里放了多少，发一份、打一张就自动减，快没有时会提醒。</source>
            <translation>Note what was put in: it counts down with each one, and reminds you in time.</translation>
        </message>
        <message>
            <source>口罩、打印纸会列在这里</source>
            <translation>Masks and paper will be listed here</translation>
        </message>
        <message>
            <source>没有放进机器</source>
            <translation>in no machine</translation>
        </message>
        <message>
            <source>往「{name}」里放了多少</source>
            <translation>How many were put in: '{name}'</translation>
        </message>
        <message>
            <source>数出来「{name}」有多少</source>
            <translation>How many were counted: '{name}'</translation>
        </message>
        <message>
            <source>叫什么</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>是什么</source>
            <translation>What it is</translation>
        </message>
        <message>
            <source>在哪台机器里</source>
            <translation>In which machine</translation>
        </message>
        <message>
            <source>货道号，0 只有一个</source>
            <translation>Slot number, 0: only one</translation>
        </message>
        <message>
            <source>一次放多少</source>
            <translation>A refill brings</translation>
        </message>
        <message>
            <source>剩多少时提醒</source>
            <translation>Remind at</translation>
        </message>
    </context>
    <context>
        <name>StripWords</name>
        <message>
            <source>从没</source>
            <translation>never</translation>
        </message>
        <message>
            <source>刚刚</source>
            <translation>just now</translation>
        </message>
        <message>
            <source>{n} 分钟前</source>
            <translation>{n} min ago</translation>
        </message>
        <message>
            <source>{n} 小时前</source>
            <translation>{n} h ago</translation>
        </message>
        <message numerus="yes">
            <source>{n} 天前</source>
            <translation>
                <numerusform>{n} day ago</numerusform>
                <numerusform>{n} days ago</numerusform>
            </translation>
        </message>
        <message>
            <source>还没有与中心对齐过</source>
            <translation>Not synced with the hub yet</translation>
        </message>
        <message>
            <source>{ago}与中心对齐</source>
            <translation>Synced with the hub {ago}</translation>
        </message>
        <message>
            <source>{ago}对齐</source>
            <translation>{ago}</translation>
        </message>
        <message>
            <source>{span}没有线路</source>
            <translation>Offline {span}</translation>
        </message>
        <message>
            <source>没有要传的</source>
            <translation>nothing to send</translation>
        </message>
        <message>
            <source>{n} 分钟</source>
            <translation>{n} min</translation>
        </message>
        <message>
            <source>{n} 小时</source>
            <translation>{n} h</translation>
        </message>
        <message numerus="yes">
            <source>{n} 天</source>
            <translation>
                <numerusform>{n} day</numerusform>
                <numerusform>{n} days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} 处要看</source>
            <translation>
                <numerusform>{n} thing to look at</numerusform>
                <numerusform>{n} things to look at</numerusform>
            </translation>
        </message>
        <message>
            <source>都已存好</source>
            <translation>All saved</translation>
        </message>
        <message>
            <source>待传 {n} 条</source>
            <translation>{n} to send</translation>
        </message>
        <message>
            <source>最早 {ago}</source>
            <translation>oldest {ago}</translation>
        </message>
        <message>
            <source>都存在本机</source>
            <translation>Saved here</translation>
        </message>
        <message>
            <source>不联网也能用 · 都存在本机</source>
            <translation>Works without a network · all saved here</translation>
        </message>
        <message>
            <source>这台电脑像是恢复或复制过，请看一下</source>
            <translation>This computer seems restored or copied: please look</translation>
        </message>
        <message>
            <source>像是恢复或复制过</source>
            <translation>Seems restored or copied</translation>
        </message>
        <message>
            <source>请看一下</source>
            <translation>Please look</translation>
        </message>
        <message>
            <source>中心退回过旧数据，正在补回去</source>
            <translation>The hub went back in time: filling it up again</translation>
        </message>
        <message>
            <source>中心退回过旧数据</source>
            <translation>The hub went back in time</translation>
        </message>
        <message>
            <source>中心停用了这台电脑 · 只能看</source>
            <translation>Revoked by the hub · reading only</translation>
        </message>
        <message>
            <source>中心停用了这台电脑</source>
            <translation>The hub has revoked this computer</translation>
        </message>
        <message>
            <source>已停用</source>
            <translation>Revoked</translation>
        </message>
        <message>
            <source>程序太旧，中心不再收 · 记录还在本机</source>
            <translation>Program too old for the hub · all kept here</translation>
        </message>
        <message>
            <source>程序太旧，中心不再收</source>
            <translation>The program is too old for the hub</translation>
        </message>
        <message>
            <source>程序太旧</source>
            <translation>Too old</translation>
        </message>
    </context>
    <context>
        <name>SubjectPanel</name>
        <message>
            <source>种类</source>
            <translation>Kind</translation>
        </message>
        <message>
            <source>编号</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>状态</source>
            <translation>State</translation>
        </message>
        <message>
            <source>发出</source>
            <translation>Issued</translation>
        </message>
        <message>
            <source>说明</source>
            <translation>Notes</translation>
        </message>
        <message>
            <source>这一户的码</source>
            <translation>Codes of this household</translation>
        </message>
        <message>
            <source>这一户还没有码。按回车发一个，再打印标签。</source>
            <translation>This household has no code yet. Press Enter to issue one, then print its label.</translation>
        </message>
    </context>
    <context>
        <name>SuggestionCard</name>
        <message>
            <source>{name} 在关注名单上，是这位吗？</source>
            <translation>{name} is on the watch list. Is this the same person?</translation>
        </message>
        <message>
            <source>预约的是 {name}，{when}，是这位吗？</source>
            <translation>{name} is expected at {when}. Is this them?</translation>
        </message>
        <message>
            <source>{name} 还登记在里面，是同一位吗？</source>
            <translation>{name} is still recorded as inside. Is this the same person?</translation>
        </message>
        <message>
            <source>{name} 有长期通行证，是这位吗？</source>
            <translation>{name} has a standing pass. Is this them?</translation>
        </message>
        <message>
            <source>{name} 是同一位吗？</source>
            <translation>Is this {name}, who has been here before?</translation>
        </message>
        <message>
            <source>上次 {when}</source>
            <translation>last {when}</translation>
        </message>
        <message>
            <source>{when} 进门</source>
            <translation>came in at {when}</translation>
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
        <name>SumTable</name>
        <message>
            <source>每人的时长</source>
            <translation>Hours by person</translation>
        </message>
        <message>
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>身份</source>
            <translation>Capacity</translation>
        </message>
        <message>
            <source>计入</source>
            <translation>Counts</translation>
        </message>
        <message>
            <source>次数</source>
            <translation>Times</translation>
        </message>
        <message>
            <source>等确认</source>
            <translation>Waits</translation>
        </message>
    </context>
    <context>
        <name>SwapsPanel</name>
        <message>
            <source>哪一班</source>
            <translation>Shift</translation>
        </message>
        <message>
            <source>谁换给谁</source>
            <translation>Who to whom</translation>
        </message>
        <message>
            <source>到哪一步</source>
            <translation>How far</translation>
        </message>
        <message>
            <source>换班</source>
            <translation>Swaps</translation>
        </message>
        <message>
            <source>都要值班长同意</source>
            <translation>A shift lead, always</translation>
        </message>
        <message>
            <source>同一身份之间不用同意</source>
            <translation>A shift lead, between capacities</translation>
        </message>
        <message>
            <source>两人说好就算</source>
            <translation>Nobody: two agree and it holds</translation>
        </message>
        <message>
            <source>换班要谁同意</source>
            <translation>Approval</translation>
        </message>
        <message>
            <source>谁来不了，打开那一班，选中那位，按「换班」。</source>
            <translation>Whoever cannot come: open the shift, mark them, press Swap.</translation>
        </message>
        <message>
            <source>没有要处理的换班</source>
            <translation>No swaps to see to</translation>
        </message>
        <message>
            <source>{one} 换给：{other}</source>
            <translation>{one} to {other}</translation>
        </message>
        <message>
            <source>谁都可以</source>
            <translation>anybody</translation>
        </message>
        <message>
            <source>换回：{shift}</source>
            <translation>In return: {shift}</translation>
        </message>
        <message>
            <source>原因：{why}</source>
            <translation>Reason: {why}</translation>
        </message>
    </context>
    <context>
        <name>SyncPage</name>
        <message>
            <source>为什么要看全部内容？</source>
            <translation>Why are you looking?</translation>
        </message>
        <message>
            <source>看 30 秒，会记在操作记录里。</source>
            <translation>Shown for 30 s and written into the audit trail.</translation>
        </message>
        <message>
            <source>正在连到中心，请稍候</source>
            <translation>Linking to the hub, one moment</translation>
        </message>
        <message>
            <source>连到中心</source>
            <translation>Link to a hub</translation>
        </message>
        <message>
            <source>让新电脑扫这个码</source>
            <translation>Let the new computer scan this code</translation>
        </message>
        <message>
            <source>文件存好了，请把这个码抄下来</source>
            <translation>The file is saved: write this code down</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>知道了</source>
            <translation>OK</translation>
        </message>
        <message>
            <source>看全部内容</source>
            <translation>Show in full</translation>
        </message>
        <message>
            <source>连上</source>
            <translation>Link</translation>
        </message>
        <message>
            <source>抄好了</source>
            <translation>Written down</translation>
        </message>
        <message>
            <source>现在同步</source>
            <translation>Sync now</translation>
        </message>
        <message>
            <source>断开中心？</source>
            <translation>Unlink from the hub?</translation>
        </message>
        <message>
            <source>记录都留在本机，只是不再和别的门岗对齐。要再连，需要一个新的码。</source>
            <translation>Everything stays here; it just no longer syncs with the other gates. To link again a new code is needed.</translation>
        </message>
        <message>
            <source>断开</source>
            <translation>Unlink</translation>
        </message>
        <message>
            <source>不断开</source>
            <translation>Stay linked</translation>
        </message>
        <message>
            <source>存到哪个 U 盘？</source>
            <translation>Save to which stick?</translation>
        </message>
        <message>
            <source>门岗台同步文件 (*.gdcarry);;所有文件 (*)</source>
            <translation>Gatehouse Desk changes (*.gdcarry);;All files (*)</translation>
        </message>
        <message>
            <source>读哪个文件？</source>
            <translation>Read which file?</translation>
        </message>
    </context>
    <context>
        <name>SyncWords</name>
        <message>
            <source>正在看，请稍候</source>
            <translation>Looking, one moment</translation>
        </message>
        <message>
            <source>正在与中心对齐，请稍候</source>
            <translation>Syncing with the hub, one moment</translation>
        </message>
        <message>
            <source>{ago}起没有线路，待传 {n} 条</source>
            <translation>Offline, last contact {ago}. {n} to send</translation>
        </message>
        <message>
            <source>{ago}起没有线路，没有要传的</source>
            <translation>Offline, last contact {ago}. Nothing to send</translation>
        </message>
        <message>
            <source>这台电脑自己工作，没有连中心</source>
            <translation>This computer works by itself, without a hub</translation>
        </message>
        <message>
            <source>已与中心对齐，没有要传的</source>
            <translation>Synced with the hub, nothing to send</translation>
        </message>
        <message>
            <source>正在送，待传 {n} 条</source>
            <translation>Sending, {n} to go</translation>
        </message>
        <message>
            <source>有 {n} 条一直没送出去</source>
            <translation>{n} could not be sent for a while</translation>
        </message>
        <message>
            <source>已连到中心，还没有对齐过</source>
            <translation>Linked to the hub, not synced yet</translation>
        </message>
        <message>
            <source>这台电脑像是恢复或复制过</source>
            <translation>This computer seems to have been restored or copied</translation>
        </message>
        <message>
            <source>中心退回过旧数据</source>
            <translation>The hub went back in time</translation>
        </message>
        <message>
            <source>中心停用了这台电脑</source>
            <translation>The hub has revoked this computer</translation>
        </message>
        <message>
            <source>程序太旧，中心不再收</source>
            <translation>The program is too old for the hub</translation>
        </message>
        <message>
            <source>记录都存在本机，一样都不少。连上中心后，几个门岗可以看到同样的内容。</source>
            <translation>Everything is kept here, nothing is missing. Linked to a hub, all gates see the same.</translation>
        </message>
        <message>
            <source>不用做什么，记录没有丢。请看下面的说明，看过按「知道了」。</source>
            <translation>Nothing to do, and nothing is lost. Please read below, then press 'Got it'.</translation>
        </message>
        <message>
            <source>记录都还在本机，现在只能看，不能登记。要重新用，请管理员再连一次。</source>
            <translation>Everything is still here, for reading only. To use it again, a manager links it anew.</translation>
        </message>
        <message>
            <source>记录都还在本机。请安装新版程序，装好后自动接着送。</source>
            <translation>Everything is kept here. Install the newer program; it then goes on by itself.</translation>
        </message>
        <message>
            <source>上次对齐：{ago}</source>
            <translation>Last synced: {ago}</translation>
        </message>
        <message>
            <source>最早的一条：{ago}</source>
            <translation>oldest one: {ago}</translation>
        </message>
        <message>
            <source>{ago}发现：有另一份同样的数据也在和中心说话</source>
            <translation>Found {ago}: another copy of this data talks to the hub too</translation>
        </message>
        <message>
            <source>可能是恢复了备份，或者硬盘被复制到另一台电脑。没送出去的都重新送了，一条也没丢。如果真有两台在用，请停掉一台。</source>
            <translation>Perhaps a backup was restored, or the disk was copied to another computer. What had not been sent was sent again; nothing is lost. If two really are in use, please stop one.</translation>
        </message>
        <message>
            <source>{ago}发现：中心恢复过一份旧备份</source>
            <translation>Found {ago}: the hub was restored from an old backup</translation>
        </message>
        <message>
            <source>中心缺的内容，这台电脑正在补回去。不用做什么。</source>
            <translation>This computer gives back what the hub lacks. There is nothing to do.</translation>
        </message>
        <message>
            <source>借用物品</source>
            <translation>things lent</translation>
        </message>
        <message>
            <source>借还</source>
            <translation>lent and given back</translation>
        </message>
        <message>
            <source>物品件数</source>
            <translation>pieces of a thing</translation>
        </message>
        <message>
            <source>借用人</source>
            <translation>borrowers</translation>
        </message>
        <message>
            <source>借用经过</source>
            <translation>what happened to a loan</translation>
        </message>
        <message>
            <source>预约借用</source>
            <translation>reservations</translation>
        </message>
        <message>
            <source>操作记录</source>
            <translation>audit trail</translation>
        </message>
        <message>
            <source>谁住哪里</source>
            <translation>who lives where</translation>
        </message>
        <message>
            <source>搬走</source>
            <translation>moved out</translation>
        </message>
        <message>
            <source>码和来访证</source>
            <translation>codes and passes</translation>
        </message>
        <message>
            <source>扫码记录</source>
            <translation>scans</translation>
        </message>
        <message>
            <source>验码的钥匙</source>
            <translation>keys for codes</translation>
        </message>
        <message>
            <source>同意书</source>
            <translation>consents</translation>
        </message>
        <message>
            <source>信息提供</source>
            <translation>disclosures</translation>
        </message>
        <message>
            <source>门岗</source>
            <translation>gate</translation>
        </message>
        <message>
            <source>寄放</source>
            <translation>goods</translation>
        </message>
        <message>
            <source>门牌</source>
            <translation>doors</translation>
        </message>
        <message>
            <source>依法保留</source>
            <translation>legal holds</translation>
        </message>
        <message>
            <source>通知已看</source>
            <translation>notices read</translation>
        </message>
        <message>
            <source>值班的人</source>
            <translation>people on duty</translation>
        </message>
        <message>
            <source>来访证使用</source>
            <translation>uses of passes</translation>
        </message>
        <message>
            <source>施工许可</source>
            <translation>work permits</translation>
        </message>
        <message>
            <source>住户</source>
            <translation>residents</translation>
        </message>
        <message>
            <source>个人信息答复</source>
            <translation>privacy answers</translation>
        </message>
        <message>
            <source>个人信息请求</source>
            <translation>privacy requests</translation>
        </message>
        <message>
            <source>常来的人</source>
            <translation>regular visitors</translation>
        </message>
        <message>
            <source>到期清理</source>
            <translation>clean-up</translation>
        </message>
        <message>
            <source>清点</source>
            <translation>roll calls</translation>
        </message>
        <message>
            <source>清点记号</source>
            <translation>roll call marks</translation>
        </message>
        <message>
            <source>设置</source>
            <translation>setting</translation>
        </message>
        <message>
            <source>小区</source>
            <translation>estate</translation>
        </message>
        <message>
            <source>骑手快递计数</source>
            <translation>rider and courier counts</translation>
        </message>
        <message>
            <source>来访</source>
            <translation>visits</translation>
        </message>
        <message>
            <source>关注名单</source>
            <translation>watch list</translation>
        </message>
        <message>
            <source>删除</source>
            <translation>deletions</translation>
        </message>
        <message>
            <source>街道通知</source>
            <translation>district notices</translation>
        </message>
        <message>
            <source>接待日</source>
            <translation>reception days</translation>
        </message>
        <message>
            <source>来反映的居民</source>
            <translation>who was heard</translation>
        </message>
        <message>
            <source>反映的事</source>
            <translation>matters</translation>
        </message>
        <message>
            <source>办事的单位</source>
            <translation>bodies that answer</translation>
        </message>
        <message>
            <source>报警</source>
            <translation>an alarm</translation>
        </message>
        <message>
            <source>报警处理</source>
            <translation>what was done about an alarm</translation>
        </message>
        <message>
            <source>呼救按钮是谁的</source>
            <translation>whose emergency button it is</translation>
        </message>
        <message>
            <source>自动规则</source>
            <translation>a rule that acts by itself</translation>
        </message>
        <message>
            <source>自动喷雾</source>
            <translation>an automatic spray</translation>
        </message>
        <message>
            <source>人脸通道</source>
            <translation>the face lane of a gate</translation>
        </message>
        <message>
            <source>人脸处理记录</source>
            <translation>a record of face processing</translation>
        </message>
        <message>
            <source>其他内容</source>
            <translation>other</translation>
        </message>
        <message>
            <source>名字</source>
            <translation>name</translation>
        </message>
        <message>
            <source>姓名</source>
            <translation>name</translation>
        </message>
        <message>
            <source>电话</source>
            <translation>phone</translation>
        </message>
        <message>
            <source>电话尾号</source>
            <translation>end of the phone number</translation>
        </message>
        <message>
            <source>车牌</source>
            <translation>plates</translation>
        </message>
        <message>
            <source>楼栋</source>
            <translation>building</translation>
        </message>
        <message>
            <source>单元</source>
            <translation>unit</translation>
        </message>
        <message>
            <source>房号</source>
            <translation>room</translation>
        </message>
        <message>
            <source>地址</source>
            <translation>address</translation>
        </message>
        <message>
            <source>身份</source>
            <translation>role</translation>
        </message>
        <message>
            <source>在用还是停用</source>
            <translation>state (in use or not)</translation>
        </message>
        <message>
            <source>密码</source>
            <translation>PIN</translation>
        </message>
        <message>
            <source>工作卡</source>
            <translation>badge</translation>
        </message>
        <message>
            <source>原因</source>
            <translation>reason</translation>
        </message>
        <message>
            <source>怎么做</source>
            <translation>advice</translation>
        </message>
        <message>
            <source>到期时间</source>
            <translation>end date</translation>
        </message>
        <message>
            <source>开始时间</source>
            <translation>start date</translation>
        </message>
        <message>
            <source>状态</source>
            <translation>status</translation>
        </message>
        <message>
            <source>东西</source>
            <translation>thing</translation>
        </message>
        <message>
            <source>放在哪里</source>
            <translation>place on the shelf</translation>
        </message>
        <message>
            <source>公司</source>
            <translation>company</translation>
        </message>
        <message>
            <source>工人</source>
            <translation>workers</translation>
        </message>
        <message>
            <source>工具</source>
            <translation>tools</translation>
        </message>
        <message>
            <source>称呼</source>
            <translation>name used</translation>
        </message>
        <message>
            <source>谁取走的</source>
            <translation>who took it</translation>
        </message>
        <message>
            <source>取走时间</source>
            <translation>time taken</translation>
        </message>
        <message>
            <source>内容</source>
            <translation>content</translation>
        </message>
        <message>
            <source>{whom}：两个人改了{field}</source>
            <translation>{whom}: two people changed the {field}</translation>
        </message>
        <message>
            <source>{kind}：两个人改了{field}</source>
            <translation>{kind}: two people changed the {field}</translation>
        </message>
        <message>
            <source>是</source>
            <translation>yes</translation>
        </message>
        <message>
            <source>否</source>
            <translation>no</translation>
        </message>
        <message>
            <source>（空）</source>
            <translation>(empty)</translation>
        </message>
        <message>
            <source>不清楚是谁</source>
            <translation>author unknown</translation>
        </message>
        <message>
            <source>已与中心对齐</source>
            <translation>Synced with the hub</translation>
        </message>
        <message>
            <source>已连到中心，现在开始送</source>
            <translation>Linked to the hub; sending begins</translation>
        </message>
        <message>
            <source>已断开，记录都在本机</source>
            <translation>Unlinked; everything is kept here</translation>
        </message>
        <message>
            <source>定好了，别的门岗也会知道</source>
            <translation>Settled; the other gates will know</translation>
        </message>
        <message>
            <source>已存到 U 盘，共 {n} 条</source>
            <translation>Saved to the stick: {n}</translation>
        </message>
        <message>
            <source>已从 U 盘读入 {n} 条</source>
            <translation>Read from the stick: {n}</translation>
        </message>
    </context>
    <context>
        <name>TakeoverPage</name>
        <message>
            <source>结束，恢复平常的画面</source>
            <translation>End it, back to normal</translation>
        </message>
        <message>
            <source>改这些话</source>
            <translation>Change the sentences</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>公示屏正在显示：{title}</source>
            <translation>On the public screen: {title}</translation>
        </message>
        <message>
            <source>{time} 开始，一直显示到您按“结束”</source>
            <translation>Since {time}, until you press 'End it'</translation>
        </message>
        <message>
            <source>要在公示屏上显示哪一句？</source>
            <translation>Which sentence should the screen show?</translation>
        </message>
        <message>
            <source>任何页面按住 {key} 一秒，马上显示第一句</source>
            <translation>On any page, hold {key} for a second to show the first one</translation>
        </message>
        <message>
            <source>这台电脑现在没有接公示屏；其他门岗的公示屏会显示。</source>
            <translation>No public screen is connected to this computer; those of the other gates show it.</translation>
        </message>
        <message>
            <source>正在显示</source>
            <translation>Showing now</translation>
        </message>
        <message>
            <source>显示这一句</source>
            <translation>Show this one</translation>
        </message>
    </context>
    <context>
        <name>Team</name>
        <message>
            <source>全天</source>
            <translation>all day</translation>
        </message>
        <message>
            <source>上午</source>
            <translation>morning</translation>
        </message>
        <message>
            <source>下午</source>
            <translation>afternoon</translation>
        </message>
        <message>
            <source>晚上</source>
            <translation>evening</translation>
        </message>
        <message>
            <source>每天</source>
            <translation>every day</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>；</source>
            <translation>; </translation>
        </message>
        <message>
            <source>「{words}」{why}</source>
            <translation>'{words}' {why}</translation>
        </message>
        <message>
            <source>未成年，监护人已同意</source>
            <translation>under 18, guardian agreed</translation>
        </message>
        <message>
            <source>未成年，监护人还没同意</source>
            <translation>under 18, guardian has not agreed</translation>
        </message>
        <message>
            <source>保险到期了</source>
            <translation>insurance has run out</translation>
        </message>
        <message>
            <source>超过本人希望的班数</source>
            <translation>more shifts than wished</translation>
        </message>
        <message>
            <source>已离队</source>
            <translation>left</translation>
        </message>
        <message>
            <source>接龙</source>
            <translation>chat list</translation>
        </message>
        <message>
            <source>勾选表</source>
            <translation>tick sheet</translation>
        </message>
        <message>
            <source>当面说的</source>
            <translation>said in person</translation>
        </message>
    </context>
    <context>
        <name>TeamActs</name>
        <message>
            <source>哪些天放假、停班、加班次</source>
            <translation>Days off, closed and extra shifts</translation>
        </message>
        <message>
            <source>已经列好的月份，到「排班」里按「按新班次更新」。</source>
            <translation>For a month that is listed already, press Update in the roster.</translation>
        </message>
        <message>
            <source>值班队伍还没有人</source>
            <translation>The team is empty</translation>
        </message>
        <message numerus="yes">
            <source>值班队伍有 {n} 位</source>
            <translation>
                <numerusform>The team has {n} member</numerusform>
                <numerusform>The team has {n} members</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{n} 位还没说过哪天能来</source>
            <translation>
                <numerusform>{n} has not said when they can come</numerusform>
                <numerusform>{n} have not said when they can come</numerusform>
            </translation>
        </message>
        <message>
            <source>加一位队员</source>
            <translation>Add a member</translation>
        </message>
        <message>
            <source>{who}的资料</source>
            <translation>About {who}</translation>
        </message>
        <message>
            <source>{who}什么时候能来</source>
            <translation>When {who} can come</translation>
        </message>
        <message>
            <source>说了某个月的「能来」，那个月别的时间就不排。</source>
            <translation>Whoever says when they can in a month is not put in at other times of it.</translation>
        </message>
        <message>
            <source>{who}的签到密码</source>
            <translation>PIN of {who}</translation>
        </message>
        <message>
            <source>签到时不带码，按密码也行。</source>
            <translation>To clock on without a code.</translation>
        </message>
        <message>
            <source>贴上群里的接龙</source>
            <translation>Paste a chat list</translation>
        </message>
        <message numerus="yes">
            <source>{n} 行里看懂了 {ready} 行</source>
            <translation>
                <numerusform>{ready} of {n} line understood</numerusform>
                <numerusform>{ready} of {n} lines understood</numerusform>
            </translation>
        </message>
        <message>
            <source>没看懂的会留在左边，不会丢。</source>
            <translation>What was not understood stays on the left; nothing is lost.</translation>
        </message>
        <message>
            <source>{month}的勾选表：录了 {n} 位</source>
            <translation>Tick sheet of {month}: {n} typed in</translation>
        </message>
        <message numerus="yes">
            <source>每周有 {n} 种班次</source>
            <translation>
                <numerusform>{n} kind of shift a week</numerusform>
                <numerusform>{n} kinds of shift a week</numerusform>
            </translation>
        </message>
        <message>
            <source>改了以后，新排的月份按新的来。</source>
            <translation>Changes hold for months opened from now on.</translation>
        </message>
        <message>
            <source>这一班还有别的身份要求，会保留。</source>
            <translation>This shift asks for other capacities as well; that stays.</translation>
        </message>
        <message>
            <source>改「{name}」</source>
            <translation>Change {name}</translation>
        </message>
        <message>
            <source>加一种班次</source>
            <translation>Add a shift</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>加一位</source>
            <translation>Add</translation>
        </message>
        <message>
            <source>贴接龙</source>
            <translation>Chat list</translation>
        </message>
        <message>
            <source>勾选表</source>
            <translation>Tick sheet</translation>
        </message>
        <message>
            <source>班次</source>
            <translation>Shifts</translation>
        </message>
        <message>
            <source>放假</source>
            <translation>Days off</translation>
        </message>
        <message>
            <source>排班</source>
            <translation>Roster</translation>
        </message>
        <message>
            <source>不看离队的</source>
            <translation>Hide who left</translation>
        </message>
        <message>
            <source>看离队的</source>
            <translation>Show who left</translation>
        </message>
        <message>
            <source>请回来</source>
            <translation>Bring back</translation>
        </message>
        <message>
            <source>存上</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>加入队伍</source>
            <translation>Join the team</translation>
        </message>
        <message>
            <source>什么时候能来</source>
            <translation>Times</translation>
        </message>
        <message>
            <source>签到密码</source>
            <translation>PIN</translation>
        </message>
        <message>
            <source>离队</source>
            <translation>Leaves</translation>
        </message>
        <message>
            <source>不再用密码</source>
            <translation>Remove the PIN</translation>
        </message>
        <message>
            <source>加上这个时间</source>
            <translation>Add this time</translation>
        </message>
        <message>
            <source>记下搭档</source>
            <translation>Note the pair</translation>
        </message>
        <message>
            <source>删掉这一条</source>
            <translation>Remove this line</translation>
        </message>
        <message>
            <source>不再搭档</source>
            <translation>No longer a pair</translation>
        </message>
        <message numerus="yes">
            <source>存看懂的 {n} 行</source>
            <translation>
                <numerusform>Save the {n} line understood</numerusform>
                <numerusform>Save the {n} lines understood</numerusform>
            </translation>
        </message>
        <message>
            <source>{name}加入队伍</source>
            <translation>{name} joins the team</translation>
        </message>
        <message numerus="yes">
            <source>存上 {n} 位</source>
            <translation>
                <numerusform>Save {n} row</numerusform>
                <numerusform>Save {n} rows</numerusform>
            </translation>
        </message>
        <message>
            <source>打印空表</source>
            <translation>Print blank sheet</translation>
        </message>
        <message>
            <source>改这一种</source>
            <translation>Change</translation>
        </message>
        <message>
            <source>以后不排这种班</source>
            <translation>Drop this shift</translation>
        </message>
        <message>
            <source>加上</source>
            <translation>Add</translation>
        </message>
        <message>
            <source>这天照常</source>
            <translation>Ordinary day</translation>
        </message>
        <message>
            <source>已经排出来的班都留着，只是新的月份不再有「{name}」。</source>
            <translation>Shifts already made stay; only new months will have no {name}.</translation>
        </message>
        <message>
            <source>以后不排这种班？</source>
            <translation>Drop this kind of shift?</translation>
        </message>
        <message>
            <source>以后不排</source>
            <translation>Drop it</translation>
        </message>
        <message>
            <source>留着</source>
            <translation>Keep it</translation>
        </message>
        <message>
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>哪些时间能来，请在格子里打勾。</source>
            <translation>Please tick when you can come.</translation>
        </message>
        <message>
            <source>{month}的值班时间勾选表</source>
            <translation>Tick sheet of times for {month}</translation>
        </message>
        <message numerus="yes">
            <source>存好了 {n} 位的时间</source>
            <translation>
                <numerusform>Saved the times of {n} person</numerusform>
                <numerusform>Saved the times of {n} people</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>存好了 {n} 位的勾选</source>
            <translation>
                <numerusform>Saved {n} row</numerusform>
                <numerusform>Saved {n} rows</numerusform>
            </translation>
        </message>
        <message>
            <source>加入队伍了</source>
            <translation>Joined the team</translation>
        </message>
        <message>
            <source>存上了</source>
            <translation>Saved</translation>
        </message>
        <message>
            <source>回到队伍了</source>
            <translation>Back in the team</translation>
        </message>
        <message>
            <source>时间记下了</source>
            <translation>The time is noted</translation>
        </message>
        <message>
            <source>删掉了</source>
            <translation>Removed</translation>
        </message>
        <message>
            <source>搭档记下了</source>
            <translation>The pair is noted</translation>
        </message>
        <message>
            <source>不再搭档了</source>
            <translation>No longer a pair</translation>
        </message>
        <message>
            <source>班次存上了</source>
            <translation>The shift is saved</translation>
        </message>
        <message>
            <source>以后不排这种班了</source>
            <translation>Dropped for months to come</translation>
        </message>
        <message numerus="yes">
            <source>加上了 {n} 天</source>
            <translation>
                <numerusform>{n} day added</numerusform>
                <numerusform>{n} days added</numerusform>
            </translation>
        </message>
        <message>
            <source>这天照常排班</source>
            <translation>An ordinary day again</translation>
        </message>
        <message>
            <source>改回去了</source>
            <translation>Changed back</translation>
        </message>
        <message>
            <source>密码设好了</source>
            <translation>The PIN is set</translation>
        </message>
        <message>
            <source>不再用密码了</source>
            <translation>The PIN is removed</translation>
        </message>
        <message>
            <source>离队了，值过的班都留着</source>
            <translation>Left the team; their shifts stay</translation>
        </message>
    </context>
    <context>
        <name>TeamTable</name>
        <message>
            <source>队员</source>
            <translation>Team</translation>
        </message>
        <message>
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>身份</source>
            <translation>Capacity</translation>
        </message>
        <message>
            <source>情况</source>
            <translation>Now</translation>
        </message>
        <message>
            <source>在岗</source>
            <translation>On duty</translation>
        </message>
    </context>
    <context>
        <name>TemplatePanel</name>
        <message>
            <source>至少一位党总支、居委会、业委会或物业</source>
            <translation>At least one of 1 or 3</translation>
        </message>
        <message>
            <source>接待日</source>
            <translation>Reception day</translation>
        </message>
        <message>
            <source>未成年人可以值</source>
            <translation>Minors may serve</translation>
        </message>
        <message>
            <source>辛苦班</source>
            <translation>Demanding</translation>
        </message>
        <message>
            <source>班次名称</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>几点开始</source>
            <translation>Begins</translation>
        </message>
        <message>
            <source>几点结束</source>
            <translation>Ends</translation>
        </message>
        <message>
            <source>在哪里</source>
            <translation>Where</translation>
        </message>
        <message>
            <source>至少几人</source>
            <translation>At least</translation>
        </message>
        <message>
            <source>最多几人</source>
            <translation>At most</translation>
        </message>
        <message>
            <source>要会什么</source>
            <translation>Skills needed</translation>
        </message>
        <message>
            <source>只限：</source>
            <translation>Only:</translation>
        </message>
        <message>
            <source>都不勾就是谁都可以值</source>
            <translation>None ticked: everybody may serve</translation>
        </message>
    </context>
    <context>
        <name>ThingTable</name>
        <message>
            <source>可以借的东西</source>
            <translation>Things that can be lent</translation>
        </message>
        <message>
            <source>物品</source>
            <translation>Thing</translation>
        </message>
        <message>
            <source>情况</source>
            <translation>Status</translation>
        </message>
    </context>
    <context>
        <name>ThingView</name>
        <message>
            <source>请写谁来取，例如：住户本人、邻居</source>
            <translation>Please enter who is collecting it, e.g. the resident, a neighbour</translation>
        </message>
        <message>
            <source>请输取件码；没有码的话，按“没有取件码”</source>
            <translation>Enter the pick-up code. If there is none, press 'No code'</translation>
        </message>
        <message>
            <source>取件码</source>
            <translation>Pick-up code</translation>
        </message>
        <message>
            <source>谁来取</source>
            <translation>Who is collecting it?</translation>
        </message>
        <message>
            <source>认得才交；不认得的，请先打电话问住户</source>
            <translation>Only to someone you know. Otherwise call the household first</translation>
        </message>
        <message>
            <source>住户本人</source>
            <translation>The resident</translation>
        </message>
        <message>
            <source>家里人</source>
            <translation>Family</translation>
        </message>
        <message>
            <source>邻居代取</source>
            <translation>A neighbour</translation>
        </message>
        <message>
            <source>给</source>
            <translation>For</translation>
        </message>
        <message>
            <source>寄放</source>
            <translation>Left</translation>
        </message>
        <message>
            <source>情况</source>
            <translation>Status</translation>
        </message>
        <message>
            <source>门牌 {room}</source>
            <translation>Room {room}</translation>
        </message>
        <message>
            <source>没有登记</source>
            <translation>not recorded</translation>
        </message>
        <message>
            <source>{who} 放的</source>
            <translation>left by {who}</translation>
        </message>
        <message>
            <source>{n} 秒后遮住</source>
            <translation>hidden in {n} s</translation>
        </message>
        <message>
            <source>记下了：归还时间往后延</source>
            <translation>Noted: it is due later</translation>
        </message>
        <message>
            <source>记下了：已提醒</source>
            <translation>Noted: reminded</translation>
        </message>
        <message>
            <source>还要用</source>
            <translation>Needed longer</translation>
        </message>
        <message>
            <source>延长</source>
            <translation>Extend</translation>
        </message>
        <message>
            <source>已经擦干净、消过毒</source>
            <translation>Wiped down and disinfected</translation>
        </message>
        <message>
            <source>包里用掉了什么？没用就不动</source>
            <translation>What was used from the kit? Leave it if nothing was</translation>
        </message>
        <message>
            <source>还回来时怎么样？</source>
            <translation>How did it come back?</translation>
        </message>
        <message>
            <source>放在</source>
            <translation>Kept</translation>
        </message>
        <message>
            <source>谁借的</source>
            <translation>With</translation>
        </message>
        <message>
            <source>借出</source>
            <translation>Lent</translation>
        </message>
        <message>
            <source>归还</source>
            <translation>Due</translation>
        </message>
        <message>
            <source>提醒过</source>
            <translation>Reminded</translation>
        </message>
        <message>
            <source>一起借的</source>
            <translation>Together with</translation>
        </message>
        <message>
            <source>还有 {n} 件</source>
            <translation>{n} more</translation>
        </message>
        <message>
            <source>岗亭</source>
            <translation>Gate</translation>
        </message>
        <message>
            <source>预约</source>
            <translation>Reserved</translation>
        </message>
        <message>
            <source>两个岗亭都登记借出了这一件。请当面看清在谁那里，收回一次就清楚了。</source>
            <translation>Two gates have lent this one thing. Please see who has it; recording one return settles it.</translation>
        </message>
        <message>
            <source>急用先拿走的，还没记是谁。</source>
            <translation>Taken in a hurry; nobody is written down yet.</translation>
        </message>
        <message>
            <source>少了：{what}。补齐以前不外借。</source>
            <translation>Missing: {what}. Not lent until it is filled up.</translation>
        </message>
        <message>
            <source>有东西</source>
            <translation>something</translation>
        </message>
        <message>
            <source>包里有过期的东西，请换新：{what}</source>
            <translation>Past its date, please replace: {what}</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>这是{gate}的东西，用完请送回那里。</source>
            <translation>This belongs to {gate}: please bring it back there after use.</translation>
        </message>
        <message>
            <source>没有留下联系方式</source>
            <translation>No contact was left</translation>
        </message>
    </context>
    <context>
        <name>TickModel</name>
        <message>
            <source>上午</source>
            <translation>am</translation>
        </message>
        <message>
            <source>下午</source>
            <translation>pm</translation>
        </message>
    </context>
    <context>
        <name>TicketPanel</name>
        <message>
            <source>单号</source>
            <translation>Number</translation>
        </message>
    </context>
    <context>
        <name>TimesPanel</name>
        <message>
            <source>某一天</source>
            <translation>One day</translation>
        </message>
        <message>
            <source>怎么样</source>
            <translation>What</translation>
        </message>
        <message>
            <source>哪天</source>
            <translation>Day</translation>
        </message>
        <message>
            <source>几点</source>
            <translation>Hours</translation>
        </message>
        <message>
            <source>日期</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>说的时间</source>
            <translation>What was said</translation>
        </message>
        <message>
            <source>怎么知道的</source>
            <translation>From</translation>
        </message>
        <message>
            <source>说过的时间和搭档</source>
            <translation>Times and pairs</translation>
        </message>
        <message>
            <source>和谁</source>
            <translation>With whom</translation>
        </message>
        <message>
            <source>搭档</source>
            <translation>Pair</translation>
        </message>
        <message>
            <source>还没有说过：就当哪天都可以。</source>
            <translation>Nothing said yet: any day counts as free.</translation>
        </message>
        <message>
            <source>选一位</source>
            <translation>Choose</translation>
        </message>
    </context>
    <context>
        <name>TodayDeviceWords</name>
        <message numerus="yes">
            <source>设备有 {n} 件事没把握</source>
            <translation>
                <numerusform>A device did {n} thing nobody is sure of</numerusform>
                <numerusform>Devices did {n} things nobody is sure of</numerusform>
            </translation>
        </message>
        <message>
            <source>请看看实物，再记下成了没有</source>
            <translation>Please look, then note whether it was done</translation>
        </message>
        <message>
            <source>看一下</source>
            <translation>Look</translation>
        </message>
        <message numerus="yes">
            <source>{n} 样耗材快没有了</source>
            <translation>
                <numerusform>{n} supply is running out</numerusform>
                <numerusform>{n} supplies are running out</numerusform>
            </translation>
        </message>
        <message>
            <source>请准备补货</source>
            <translation>Please prepare a refill</translation>
        </message>
        <message>
            <source>补货</source>
            <translation>Refill</translation>
        </message>
        <message>
            <source>{name}还剩 {n}</source>
            <translation>{name}: {n} left</translation>
        </message>
        <message numerus="yes">
            <source>{n} 台设备有问题</source>
            <translation>
                <numerusform>{n} device has trouble</numerusform>
                <numerusform>{n} devices have trouble</numerusform>
            </translation>
        </message>
        <message>
            <source>{name}有问题</source>
            <translation>Trouble with {name}</translation>
        </message>
    </context>
    <context>
        <name>TodayDutyWords</name>
        <message numerus="yes">
            <source>{n} 个换班在等答复</source>
            <translation>
                <numerusform>{n} swap waits for an answer</numerusform>
                <numerusform>{n} swaps wait for an answer</numerusform>
            </translation>
        </message>
        <message>
            <source>请问一下谁来接，或者看要不要同意</source>
            <translation>Ask who takes it, or see whether to approve</translation>
        </message>
        <message>
            <source>看换班</source>
            <translation>See swaps</translation>
        </message>
        <message numerus="yes">
            <source>今明两天有 {n} 个班要留意</source>
            <translation>
                <numerusform>{n} shift of today and tomorrow needs a look</numerusform>
                <numerusform>{n} shifts of today and tomorrow need a look</numerusform>
            </translation>
        </message>
        <message>
            <source>最近：{time} {name}，请问一下</source>
            <translation>Next: {name} at {time}; please ask</translation>
        </message>
        <message>
            <source>看一下</source>
            <translation>See</translation>
        </message>
    </context>
    <context>
        <name>TodayHandoverWords</name>
        <message>
            <source>交班单还没人接</source>
            <translation>Nobody has taken over</translation>
        </message>
        <message>
            <source>请接班的人看过签字</source>
            <translation>The relief reads and signs the handover</translation>
        </message>
        <message>
            <source>去签字</source>
            <translation>Sign</translation>
        </message>
        <message>
            <source>留下值守已 {time}</source>
            <translation>Staying on for {time}</translation>
        </message>
        <message>
            <source>接班的人来了就交班</source>
            <translation>Hand over when the relief comes</translation>
        </message>
        <message>
            <source>去交班</source>
            <translation>Hand over</translation>
        </message>
        <message>
            <source>没人来接班，也请在那里记一下</source>
            <translation>If no relief comes, note that there as well</translation>
        </message>
        <message>
            <source>下班时间过了 {time}，还没交班</source>
            <translation>The shift ended {time} ago and was not handed over</translation>
        </message>
        <message>
            <source>再过 {time}交班</source>
            <translation>Handover in {time}</translation>
        </message>
        <message>
            <source>交班单已经列好，逐条看一遍</source>
            <translation>It is drafted; go through it point by point</translation>
        </message>
    </context>
    <context>
        <name>TodayLendingWords</name>
        <message numerus="yes">
            <source>另有 {n} 件借出的要留意</source>
            <translation>
                <numerusform>{n} more thing out to look after</numerusform>
                <numerusform>{n} more things out to look after</numerusform>
            </translation>
        </message>
        <message>
            <source>看一下</source>
            <translation>Look</translation>
        </message>
        <message numerus="yes">
            <source>{n} 件东西要擦洗、补齐或修</source>
            <translation>
                <numerusform>{n} thing to clean, fill up or repair</numerusform>
                <numerusform>{n} things to clean, fill up or repair</numerusform>
            </translation>
        </message>
        <message>
            <source>弄好了才能再借出去</source>
            <translation>They can only be lent again after that</translation>
        </message>
        <message>
            <source>{what}：两个岗亭都登记借出了</source>
            <translation>{what}: lent by two gates</translation>
        </message>
        <message>
            <source>请看清东西在谁那里</source>
            <translation>Please see who has it</translation>
        </message>
        <message>
            <source>处理</source>
            <translation>Settle</translation>
        </message>
        <message>
            <source>{what}：急用拿走了，还没记是谁</source>
            <translation>{what}: taken in a hurry, nobody written down</translation>
        </message>
        <message>
            <source>问到了就补上</source>
            <translation>Add who it was once you know</translation>
        </message>
        <message>
            <source>补上</source>
            <translation>Add</translation>
        </message>
        <message>
            <source>{what}：还剩 {time} 要还</source>
            <translation>{what}: due in {time}</translation>
        </message>
        <message>
            <source>打开</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>{what}：过了归还时间 {time}</source>
            <translation>{what}: {time} past its time</translation>
        </message>
        <message>
            <source>请打个电话客气地问一声</source>
            <translation>please ring and ask kindly</translation>
        </message>
        <message>
            <source>已经提醒过，或刚过时间</source>
            <translation>reminded already, or only just due</translation>
        </message>
        <message>
            <source>，</source>
            <translation>, </translation>
        </message>
    </context>
    <context>
        <name>TodayMatterWords</name>
        <message>
            <source>正在接待 {hours}</source>
            <translation>Receiving {hours}</translation>
        </message>
        <message>
            <source>今天 {hours} 有接待</source>
            <translation>Reception today {hours}</translation>
        </message>
        <message>
            <source>去接待</source>
            <translation>Open</translation>
        </message>
        <message numerus="yes">
            <source>{n} 位居民在等回话</source>
            <translation>
                <numerusform>{n} resident waits for a call</numerusform>
                <numerusform>{n} residents wait for a call</numerusform>
            </translation>
        </message>
        <message>
            <source>有了答复，请打电话告诉他们</source>
            <translation>There is an answer: please call them</translation>
        </message>
        <message>
            <source>看名单</source>
            <translation>Show list</translation>
        </message>
        <message numerus="yes">
            <source>另有 {n} 件事一小时内要答复</source>
            <translation>
                <numerusform>{n} more to be answered within the hour</numerusform>
                <numerusform>{n} more to be answered within the hour</numerusform>
            </translation>
        </message>
        <message>
            <source>看一下</source>
            <translation>Look</translation>
        </message>
        <message>
            <source>{what}：还剩 {span} 要答复</source>
            <translation>{what}: {span} left to answer</translation>
        </message>
        <message>
            <source>请催一下{owner}</source>
            <translation>Please remind: {owner}</translation>
        </message>
        <message>
            <source>打开</source>
            <translation>Open</translation>
        </message>
        <message>
            <source>{what}：超过 {span} 没人答复</source>
            <translation>{what}: no answer for {span} past the limit</translation>
        </message>
        <message>
            <source>已报{level}，{time} 电话说过</source>
            <translation>Raised to {level}, told by phone {time}</translation>
        </message>
        <message>
            <source>请马上打电话给{level}</source>
            <translation>Please call {level} now</translation>
        </message>
    </context>
    <context>
        <name>TodayPage</name>
        <message>
            <source>今日简报</source>
            <translation>Briefing</translation>
        </message>
        <message>
            <source>公示屏</source>
            <translation>Public screen</translation>
        </message>
        <message>
            <source>借东西</source>
            <translation>Lend</translation>
        </message>
        <message>
            <source>人在场</source>
            <translation>inside</translation>
        </message>
        <message>
            <source>位预约未到</source>
            <translation>expected</translation>
        </message>
        <message>
            <source>次配送</source>
            <translation>let in</translation>
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
            <translation>{n} overstaying</translation>
        </message>
        <message>
            <source>今天来过 {n} 人</source>
            <translation>{n} came today</translation>
        </message>
        <message>
            <source>下一位 {time}</source>
            <translation>next at {time}</translation>
        </message>
        <message>
            <source>{n} 位过时未到</source>
            <translation>{n} late</translation>
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
            <translation>all recent</translation>
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
        <name>TodayView</name>
        <message>
            <source>去安排</source>
            <translation>See to it</translation>
        </message>
        <message>
            <source>今天谁当班会列在这里</source>
            <translation>Who is on today will be listed here</translation>
        </message>
        <message>
            <source>排班公布以后，或者有人上岗，这里就有名字。</source>
            <translation>Names appear once the roster is published, or when somebody clocks on.</translation>
        </message>
        <message>
            <source>接下来：{list}</source>
            <translation>Next: {list}</translation>
        </message>
        <message>
            <source>排班里有接待班次时，会自己出现在这里。居民现在就来了，可以临时开一场；一件小事按 F9 也行。</source>
            <translation>Reception shifts of the roster appear here by themselves. If residents come now, open a reception; a small matter can go with F9.</translation>
        </message>
        <message>
            <source>今天没有排接待</source>
            <translation>No reception planned today</translation>
        </message>
        <message>
            <source>接待：{who}</source>
            <translation>Receiving: {who}</translation>
        </message>
        <message>
            <source>换人或加人</source>
            <translation>Change who receives</translation>
        </message>
        <message>
            <source>来过的居民</source>
            <translation>Who has come</translation>
        </message>
        <message>
            <source>第一位居民坐下以后，按「来了一位居民」。</source>
            <translation>Once the first resident sits down, press 'A resident has come'.</translation>
        </message>
        <message>
            <source>{who}（调解，另一方也要听）</source>
            <translation>{who} (quarrel: hear the other side too)</translation>
        </message>
        <message>
            <source>{who}（调解的另一方）</source>
            <translation>{who} (the other side)</translation>
        </message>
        <message>
            <source>读给居民听</source>
            <translation>Read back</translation>
        </message>
        <message>
            <source>另一方来了</source>
            <translation>The other side has come</translation>
        </message>
        <message>
            <source>打开</source>
            <translation>Open</translation>
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
            <translation>{who} let in, counted</translation>
        </message>
        <message>
            <source>夜深了。</source>
            <translation>Good evening. </translation>
        </message>
        <message>
            <source>上午好。</source>
            <translation>Good morning. </translation>
        </message>
        <message>
            <source>中午好。</source>
            <translation>Hello. </translation>
        </message>
        <message>
            <source>下午好。</source>
            <translation>Good afternoon. </translation>
        </message>
        <message>
            <source>晚上好。</source>
            <translation>Good evening. </translation>
        </message>
        <message numerus="yes">
            <source>{hello}有 {n} 件事需要留意</source>
            <translation>
                <numerusform>{hello}{n} thing needs attention</numerusform>
                <numerusform>{hello}{n} things need attention</numerusform>
            </translation>
        </message>
        <message>
            <source>{hello}现在没有要处理的事</source>
            <translation>{hello}Nothing needs attention</translation>
        </message>
        <message numerus="yes">
            <source>{n} 件寄放超过 48 小时</source>
            <translation>
                <numerusform>{n} item here for over 48 hours</numerusform>
                <numerusform>{n} items here for over 48 hours</numerusform>
            </translation>
        </message>
        <message>
            <source>最早的放了 {hours} 小时，请提醒住户来取</source>
            <translation>Oldest: {hours} h. Please remind the household</translation>
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
            <translation>Nothing is lost, but there is no second copy. Please tell the manager.</translation>
        </message>
        <message>
            <source>去备份</source>
            <translation>Back up</translation>
        </message>
        <message>
            <source>电脑的时间可能不准</source>
            <translation>The computer's clock may be wrong</translation>
        </message>
        <message>
            <source>记录里有更晚的时间：{time}。请看一下日期，对的话请管理员确认。</source>
            <translation>There is a later record: {time}. Check the date; if it is right, a manager can confirm it.</translation>
        </message>
        <message>
            <source>核对时间</source>
            <translation>Check the time</translation>
        </message>
        <message>
            <source>清点还没有结束</source>
            <translation>A roll call is still open</translation>
        </message>
        <message>
            <source>请接着清点，清点完按“结束清点”</source>
            <translation>Please finish it, then press 'End roll call'</translation>
        </message>
        <message>
            <source>接着清点</source>
            <translation>Continue</translation>
        </message>
        <message>
            <source>另有 {n} 位超时未离开</source>
            <translation>{n} more overstaying</translation>
        </message>
        <message>
            <source>请逐位联系</source>
            <translation>Please call each one</translation>
        </message>
        <message>
            <source>看名单</source>
            <translation>List</translation>
        </message>
        <message numerus="yes">
            <source>{n} 位客人过了 23 点还没走</source>
            <translation>
                <numerusform>{n} guest still here after 23:00</numerusform>
                <numerusform>{n} guests still here after 23:00</numerusform>
            </translation>
        </message>
        <message>
            <source>住下的请记“今晚住下”，走了的请登记离开</source>
            <translation>Mark those staying overnight, check out those who left</translation>
        </message>
        <message numerus="yes">
            <source>{n} 位预约的客人过时未到</source>
            <translation>
                <numerusform>{n} expected visitor is late</numerusform>
                <numerusform>{n} expected visitors are late</numerusform>
            </translation>
        </message>
        <message>
            <source>比约好的时间晚了半小时以上</source>
            <translation>More than 30 minutes past the agreed time</translation>
        </message>
        <message>
            <source>看预约</source>
            <translation>List</translation>
        </message>
        <message numerus="yes">
            <source>关注名单有 {n} 条该复核了</source>
            <translation>
                <numerusform>{n} watch-list entry to review</numerusform>
                <numerusform>{n} watch-list entries to review</numerusform>
            </translation>
        </message>
        <message>
            <source>满 90 天要再看一次，该删的删掉</source>
            <translation>Review every 90 days; remove what is no longer needed</translation>
        </message>
        <message>
            <source>去复核</source>
            <translation>Review</translation>
        </message>
        <message>
            <source>还没有备份过</source>
            <translation>There is no backup yet</translation>
        </message>
        <message numerus="yes">
            <source>{n} 天没有备份到 U 盘了</source>
            <translation>
                <numerusform>No backup on a stick for {n} day</numerusform>
                <numerusform>No backup on a stick for {n} days</numerusform>
            </translation>
        </message>
        <message>
            <source>插上 U 盘，点一下就好</source>
            <translation>Plug in a stick; one press is enough</translation>
        </message>
        <message>
            <source>插着 U 盘「{name}」</source>
            <translation>The stick '{name}' is plugged in</translation>
        </message>
        <message>
            <source>电脑的空间快用完了</source>
            <translation>The disk is nearly full</translation>
        </message>
        <message>
            <source>还能照常登记。请告诉管理员清理磁盘。</source>
            <translation>You can go on working. Please tell the manager to free up space.</translation>
        </message>
        <message>
            <source>看一下</source>
            <translation>Look</translation>
        </message>
        <message>
            <source>{who}超时 {n} 分钟</source>
            <translation>{who}: {n} min overdue</translation>
        </message>
        <message>
            <source>{who}超时 {n} 小时</source>
            <translation>{who}: {n} h overdue</translation>
        </message>
        <message>
            <source>应在 {time} 前离开</source>
            <translation>due out {time}</translation>
        </message>
        <message>
            <source>处理</source>
            <translation>Open</translation>
        </message>
        <message numerus="yes">
            <source>{n} 位师傅</source>
            <translation>
                <numerusform>{n} contractor</numerusform>
                <numerusform>{n} contractors</numerusform>
            </translation>
        </message>
        <message>
            <source>独自来的孩子</source>
            <translation>Child alone</translation>
        </message>
        <message>
            <source>关注名单上的一位</source>
            <translation>On the watch list</translation>
        </message>
        <message>
            <source>一位装修师傅</source>
            <translation>Contractor</translation>
        </message>
        <message>
            <source>一位施工师傅</source>
            <translation>Works crew</translation>
        </message>
        <message>
            <source>一位来访人</source>
            <translation>Visitor</translation>
        </message>
    </context>
    <context>
        <name>TryStep</name>
        <message>
            <source>正在问</source>
            <translation>Asking</translation>
        </message>
        <message>
            <source>正在和它打招呼，什么都不会动。</source>
            <translation>Saying hello; nothing will move.</translation>
        </message>
        <message>
            <source>找到了</source>
            <translation>Found</translation>
        </message>
        <message>
            <source>没找到</source>
            <translation>Not found</translation>
        </message>
        <message>
            <source>练习设备准备好了，可以让它出各种故障。</source>
            <translation>The practice device is ready; you can give it any fault.</translation>
        </message>
        <message>
            <source>接口通了，没有动它。</source>
            <translation>The line works; nothing was moved.</translation>
        </message>
    </context>
    <context>
        <name>TypePanel</name>
        <message>
            <source>探亲、做客</source>
            <translation>Family, friends</translation>
        </message>
        <message>
            <source>保姆、保洁、护工</source>
            <translation>Nanny, cleaner, carer</translation>
        </message>
        <message>
            <source>住户请来的</source>
            <translation>For a household</translation>
        </message>
        <message>
            <source>记一次就放行</source>
            <translation>Counted, then in</translation>
        </message>
        <message>
            <source>带人看房</source>
            <translation>Showing a home</translation>
        </message>
        <message>
            <source>民警、社区、抄表</source>
            <translation>Police, community, meters</translation>
        </message>
        <message>
            <source>物业请来的</source>
            <translation>For the estate</translation>
        </message>
        <message>
            <source>以上都不是</source>
            <translation>None of these</translation>
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
            <translation>Continue setting up</translation>
        </message>
        <message>
            <source>{name}，请输入您的密码</source>
            <translation>{name}, please enter your PIN</translation>
        </message>
    </context>
    <context>
        <name>UpdateCard</name>
        <message>
            <source>更新到 {version}</source>
            <translation>Update to {version}</translation>
        </message>
        <message>
            <source>有什么不同</source>
            <translation>What is new</translation>
        </message>
        <message>
            <source>正在取新版本，照常可以登记</source>
            <translation>Fetching the new version; you can go on working</translation>
        </message>
        <message>
            <source>单位：MB</source>
            <translation>In MB</translation>
        </message>
        <message>
            <source>正在看有没有新版本</source>
            <translation>Looking for updates</translation>
        </message>
        <message>
            <source>已经是最新的版本</source>
            <translation>This is the newest version</translation>
        </message>
        <message>
            <source>现在用的是 {version}。</source>
            <translation>You have {version}.</translation>
        </message>
        <message>
            <source>有新版本 {version}</source>
            <translation>Version {version} is available</translation>
        </message>
        <message>
            <source>有新版本 {version}，修补了安全漏洞，请尽快更新</source>
            <translation>Version {version} mends a security hole. Please update soon</translation>
        </message>
        <message>
            <source>大小 {n} MB</source>
            <translation>{n} MB</translation>
        </message>
        <message>
            <source>发布日期 {day}</source>
            <translation>released on {day}</translation>
        </message>
        <message>
            <source>已推到 {when}</source>
            <translation>put off until {when}</translation>
        </message>
        <message>
            <source>已经推了一个星期，不能再推</source>
            <translation>put off for a week already; it cannot wait longer</translation>
        </message>
        <message>
            <source>，</source>
            <translation>, </translation>
        </message>
        <message>
            <source>已从 {before} 更新到 {after}，自检通过</source>
            <translation>Updated from {before} to {after}; the self-test passed</translation>
        </message>
        <message>
            <source>{after} 没有用，已回到 {before}，数据都在</source>
            <translation>{after} was not used; back at {before}, all data is there</translation>
        </message>
        <message>
            <source>{after} 没有装上，还是 {before}，数据都在</source>
            <translation>{after} was not installed; still {before}, all data is there</translation>
        </message>
        <message>
            <source>推到 {when}</source>
            <translation>Until {when}</translation>
        </message>
        <message>
            <source>更新放在哪个文件夹？</source>
            <translation>Which folder holds the updates?</translation>
        </message>
        <message>
            <source>先备份数据，再换程序，大约两分钟，这段时间不能登记。好了会自己重新打开。</source>
            <translation>The data is backed up first, then the program is exchanged. It takes about two minutes, in which nobody can be registered. The program opens again by itself.</translation>
        </message>
        <message>
            <source>现在这个钟点进出的人多，不急的话请推到后面。</source>
            <translation>Many people come and go at this hour. If it can wait, put it off.</translation>
        </message>
        <message>
            <source>现在更新到 {version} 吗？</source>
            <translation>Update to {version} now?</translation>
        </message>
        <message>
            <source>现在更新</source>
            <translation>Update now</translation>
        </message>
        <message>
            <source>过后再说</source>
            <translation>Later</translation>
        </message>
        <message>
            <source>更新</source>
            <translation>Updates</translation>
        </message>
        <message>
            <source>看看有没有新版本</source>
            <translation>Look for updates</translation>
        </message>
        <message>
            <source>从 U 盘更新</source>
            <translation>Update from a stick</translation>
        </message>
        <message>
            <source>从别的文件夹</source>
            <translation>Another folder</translation>
        </message>
        <message>
            <source>现在不方便，可以推到：</source>
            <translation>Not a good moment? Put it off until:</translation>
        </message>
        <message>
            <source>新版本已取来、核对过。这台电脑上要由技术员装：请关上门岗台，打开终端，输入下面这一行。</source>
            <translation>The new version is here and verified. A technician has to install it on this computer: close Gatehouse Desk, open a terminal, and type the line below.</translation>
        </message>
    </context>
    <context>
        <name>Updating</name>
        <message>
            <source>系统会问能不能安装，请输入电脑的管理员密码，或者点「是」。装好后会自己重新打开，大约两分钟。</source>
            <translation>The system asks whether to install it: enter the computer's administrator password, or choose Yes. The program opens again by itself in about two minutes.</translation>
        </message>
        <message>
            <source>正在更新，请不要关电脑</source>
            <translation>Updating. Please do not turn the computer off</translation>
        </message>
        <message>
            <source>先备份，再换程序</source>
            <translation>First a backup, then the new program</translation>
        </message>
        <message>
            <source>没有更新，数据都在</source>
            <translation>Not updated; all data is there</translation>
        </message>
        <message>
            <source>照旧用现在的版本</source>
            <translation>The present version stays</translation>
        </message>
        <message>
            <source>继续用</source>
            <translation>Go on</translation>
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
            <source>呼救和报警记录</source>
            <translation>Calls for help and alarms</translation>
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
            <translation>address</translation>
        </message>
        <message>
            <source>门岗电话</source>
            <translation>gate phone</translation>
        </message>
        <message>
            <source>除颤器位置</source>
            <translation>AED location</translation>
        </message>
        <message>
            <source>联系人</source>
            <translation>contacts</translation>
        </message>
        <message>
            <source>平时请管理员在“设置 · 急事”里填好：{what}</source>
            <translation>A manager can fill this in under Settings, This gate: {what}</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>1. 几个人，多大年纪，清醒吗，有没有呼吸
2. 派一个人到门口接救护车
3. 对方没说挂，先不要挂</source>
            <translation>1. How many people, how old, awake, breathing?
2. Send someone to meet the ambulance
3. Let them hang up first</translation>
        </message>
        <message>
            <source>1. 几栋几楼，烧的是什么，有没有人被困
2. 打开消防通道，别坐电梯
3. 清点名单，到空地集合</source>
            <translation>1. Which building and floor, what is burning, anyone trapped?
2. Open the fire lane; do not use lifts
3. Do a roll call; gather in the open</translation>
        </message>
        <message>
            <source>1. 什么事，几个人，往哪边去了
2. 走失的说清年龄和衣着
3. 先护好自己和旁边的人</source>
            <translation>1. What happened, how many people, which way did they go?
2. Missing person: age and clothing
3. Keep yourself and others safe</translation>
        </message>
    </context>
    <context>
        <name>VisitPage</name>
        <message>
            <source>没有留姓名</source>
            <translation>No name given</translation>
        </message>
        <message>
            <source>{kind} {name}：{state}</source>
            <translation>{kind} {name}: {state}</translation>
        </message>
        <message>
            <source>刚进来</source>
            <translation>Just came in</translation>
        </message>
        <message numerus="yes">
            <source>进来 {n} 分钟</source>
            <translation>
                <numerusform>Inside for {n} minute</numerusform>
                <numerusform>Inside for {n} minutes</numerusform>
            </translation>
        </message>
        <message>
            <source>进来 {h} 小时 {m} 分</source>
            <translation>Inside for {h} h {m} min</translation>
        </message>
        <message>
            <source>{n} 人</source>
            <translation>{n}</translation>
        </message>
        <message>
            <source>、</source>
            <translation>, </translation>
        </message>
        <message>
            <source>到访</source>
            <translation>Visiting</translation>
        </message>
        <message>
            <source>人数</source>
            <translation>People</translation>
        </message>
        <message>
            <source>预约</source>
            <translation>Expected</translation>
        </message>
        <message>
            <source>进门</source>
            <translation>Came in</translation>
        </message>
        <message>
            <source>离开</source>
            <translation>Left</translation>
        </message>
        <message>
            <source>时限</source>
            <translation>Limit</translation>
        </message>
        <message>
            <source>谁同意</source>
            <translation>Agreed by</translation>
        </message>
        <message>
            <source>电话</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>车牌</source>
            <translation>Plate</translation>
        </message>
        <message>
            <source>单位</source>
            <translation>Company</translation>
        </message>
        <message>
            <source>事由</source>
            <translation>Purpose</translation>
        </message>
        <message>
            <source>证件</source>
            <translation>ID</translation>
        </message>
        <message>
            <source>临时牌</source>
            <translation>Badge</translation>
        </message>
        <message>
            <source>码的编号</source>
            <translation>Code</translation>
        </message>
        <message>
            <source>没有给</source>
            <translation>Not given</translation>
        </message>
        <message>
            <source>{time} 前离开</source>
            <translation>Leave by {time}</translation>
        </message>
        <message>
            <source>保存期满，个人信息已经删除，只留下次数和时间。</source>
            <translation>The retention period is over: personal data has been deleted; only counts and times remain.</translation>
        </message>
        <message>
            <source>这位在关注名单上，离开时请登记。</source>
            <translation>On the watch list: please check them out when they leave.</translation>
        </message>
        <message>
            <source>孩子独自来的，离开时请登记。</source>
            <translation>A child alone: please check them out when they leave.</translation>
        </message>
        <message>
            <source>登记时电脑时间可能不准。</source>
            <translation>The computer's clock may have been wrong at the time.</translation>
        </message>
        <message>
            <source>正在打开这次来访</source>
            <translation>Opening this visit</translation>
        </message>
        <message>
            <source>登记离开</source>
            <translation>Check out</translation>
        </message>
        <message>
            <source>来了，去登记</source>
            <translation>They are here: register</translation>
        </message>
        <message>
            <source>看完整信息</source>
            <translation>Show in full</translation>
        </message>
        <message>
            <source>更正</source>
            <translation>Correct</translation>
        </message>
        <message>
            <source>撤销上一步</source>
            <translation>Undo last step</translation>
        </message>
        <message>
            <source>再给一次来访证</source>
            <translation>Show pass again</translation>
        </message>
        <message>
            <source>过夜</source>
            <translation>Stays the night</translation>
        </message>
        <message>
            <source>加入关注名单</source>
            <translation>Add to the watch list</translation>
        </message>
        <message>
            <source>依法保留</source>
            <translation>Legal hold</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>现在就解除保留吗？</source>
            <translation>Release the hold now?</translation>
        </message>
        <message>
            <source>解除后，过了保存期的个人信息会在下次清理时删除，找不回来。</source>
            <translation>Personal data past its time will then be deleted at the next cleaning and cannot be brought back.</translation>
        </message>
        <message>
            <source>解除保留</source>
            <translation>Release the hold</translation>
        </message>
        <message>
            <source>继续保留</source>
            <translation>Keep the hold</translation>
        </message>
        <message>
            <source>已登记离开：{who}</source>
            <translation>{who} checked out</translation>
        </message>
        <message>
            <source>已登记离开</source>
            <translation>Checked out</translation>
        </message>
        <message>
            <source>已撤销上一步</source>
            <translation>Last step undone</translation>
        </message>
        <message>
            <source>更正已记下</source>
            <translation>Correction saved</translation>
        </message>
        <message>
            <source>过夜已记下</source>
            <translation>Overnight stay saved</translation>
        </message>
        <message>
            <source>已加入关注名单，经理会复查</source>
            <translation>Added to the watch list; a manager will review it</translation>
        </message>
        <message>
            <source>已依法保留，到期前不会删除</source>
            <translation>Legal hold placed; nothing is deleted before it ends</translation>
        </message>
        <message>
            <source>保留已解除，照常到期删除</source>
            <translation>Hold released; deleted when its time is over, as usual</translation>
        </message>
    </context>
    <context>
        <name>VisitView</name>
        <message>
            <source>先打 {first}！其他：{rest}</source>
            <translation>Call {first} first! Others: {rest}</translation>
        </message>
        <message>
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>电话</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>住哪里</source>
            <translation>Where they live</translation>
        </message>
        <message>
            <source>不愿留名</source>
            <translation>Wishes to stay unnamed</translation>
        </message>
        <message>
            <source>两家有纠纷，要调解</source>
            <translation>Two households quarrel</translation>
        </message>
        <message>
            <source>说了什么事</source>
            <translation>What they say</translation>
        </message>
        <message>
            <source>在哪里</source>
            <translation>Where</translation>
        </message>
        <message>
            <source>怎么答复的</source>
            <translation>What was the answer</translation>
        </message>
        <message>
            <source>交给谁办</source>
            <translation>Who does it</translation>
        </message>
        <message>
            <source>哪天前答复</source>
            <translation>Answer by</translation>
        </message>
        <message>
            <source>当场答复了</source>
            <translation>Answered</translation>
        </message>
        <message>
            <source>交给人去办</source>
            <translation>Handed on</translation>
        </message>
        <message>
            <source>明天</source>
            <translation>Tomorrow</translation>
        </message>
        <message numerus="yes">
            <source>{n} 天内</source>
            <translation>
                <numerusform>within {n} day</numerusform>
                <numerusform>within {n} days</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>前面已经写好 {n} 件</source>
            <translation>
                <numerusform>{n} written already</numerusform>
                <numerusform>{n} written already</numerusform>
            </translation>
        </message>
        <message>
            <source>记成同一件事，一起答复：{what}</source>
            <translation>Noted as the same, answered together: {what}</translation>
        </message>
        <message>
            <source>不是同一件</source>
            <translation>Not the same</translation>
        </message>
        <message>
            <source>{time} 有人反映过：{what}</source>
            <translation>Somebody said this at {time}: {what}</translation>
        </message>
        <message>
            <source>是同一件</source>
            <translation>It is the same</translation>
        </message>
        <message>
            <source>请写怎么答复的；答复不了，按「交给人去办」。</source>
            <translation>Please write the answer; if there is none, press 'Handed on'.</translation>
        </message>
        <message>
            <source>请选一个单位。</source>
            <translation>Please choose a body.</translation>
        </message>
        <message>
            <source>请写一句话，或者附一张照片。</source>
            <translation>Please write a sentence, or add a photo.</translation>
        </message>
    </context>
    <context>
        <name>Voice</name>
        <message>
            <source>出了点意外</source>
            <translation>Something went wrong</translation>
        </message>
        <message>
            <source>知道了</source>
            <translation>OK</translation>
        </message>
    </context>
    <context>
        <name>Wall</name>
        <message>
            <source>公告墙</source>
            <translation>Notice wall</translation>
        </message>
        <message>
            <source>{date} {time} 打印</source>
            <translation>Printed {date} {time}</translation>
        </message>
        <message>
            <source>班次</source>
            <translation>Shift</translation>
        </message>
        <message>
            <source>值班</source>
            <translation>On duty</translation>
        </message>
    </context>
    <context>
        <name>WatchPanel</name>
        <message>
            <source>加到关注名单</source>
            <translation>Add to the watch list</translation>
        </message>
        <message>
            <source>姓名、电话尾号、车牌至少写一样。只是提醒多看一眼，不会自动不让进。</source>
            <translation>Enter at least a name, phone ending or plate. Only a reminder to look twice; nobody is turned away automatically.</translation>
        </message>
        <message>
            <source>还要留着吗？</source>
            <translation>Keep this entry?</translation>
        </message>
        <message numerus="yes">
            <source>关注名单有 {n} 条该复核了</source>
            <translation>
                <numerusform>Watch list: {n} entry due for review</numerusform>
                <numerusform>Watch list: {n} entries due for review</numerusform>
            </translation>
        </message>
        <message>
            <source>只是提醒多看一眼，不会自动不让进。</source>
            <translation>Only a reminder to look twice; nobody is turned away automatically.</translation>
        </message>
        <message>
            <source>关注名单</source>
            <translation>Watch list</translation>
        </message>
        <message>
            <source>只是提醒多看一眼，不会自动不让进。到期自动去掉。</source>
            <translation>Only a reminder to look twice; nobody is turned away automatically. Entries expire on their own.</translation>
        </message>
        <message>
            <source>加一条</source>
            <translation>Add an entry</translation>
        </message>
        <message>
            <source>保存</source>
            <translation>Save</translation>
        </message>
        <message>
            <source>{reason} · 负责 {owner} · 到 {until}</source>
            <translation>{reason} · owner: {owner} · until {until}</translation>
        </message>
        <message>
            <source>复核</source>
            <translation>Review</translation>
        </message>
        <message>
            <source>已加到关注名单。</source>
            <translation>Added to the watch list.</translation>
        </message>
        <message>
            <source>姓名</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>电话</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>只留后 4 位</source>
            <translation>Only the last 4 digits are kept</translation>
        </message>
        <message>
            <source>车牌</source>
            <translation>Plate</translation>
        </message>
        <message>
            <source>为什么要留意</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>写事实，比如：11 月 3 日冒充快递</source>
            <translation>Facts only, e.g. posed as a courier on 3 November</translation>
        </message>
        <message>
            <source>见到了怎么办</source>
            <translation>What to do when they come</translation>
        </message>
        <message>
            <source>比如：请打物业值班电话</source>
            <translation>e.g. call the property office</translation>
        </message>
        <message>
            <source>谁负责</source>
            <translation>Owner</translation>
        </message>
        <message>
            <source>由谁来定期看还要不要留着</source>
            <translation>Who reviews this entry</translation>
        </message>
        <message>
            <source>留多久</source>
            <translation>For how long</translation>
        </message>
        <message>
            <source>{n} 天</source>
            <translation>{n} days</translation>
        </message>
        <message>
            <source>关注名单是空的</source>
            <translation>The watch list is empty</translation>
        </message>
        <message>
            <source>需要留意的人会列在这里，到期自动去掉。</source>
            <translation>People to look out for are listed here; entries expire on their own.</translation>
        </message>
        <message>
            <source>再留 {n} 天</source>
            <translation>Keep for {n} more days</translation>
        </message>
        <message>
            <source>去掉</source>
            <translation>Remove</translation>
        </message>
        <message>
            <source>请填写</source>
            <translation>Please fill this in</translation>
        </message>
        <message>
            <source>加入关注名单</source>
            <translation>Add to the watch list</translation>
        </message>
        <message>
            <source>加入</source>
            <translation>Join</translation>
        </message>
        <message>
            <source>只是提醒，不会自动拦下任何人。到期自动移出，经理会复查。</source>
            <translation>Only a reminder; nobody is turned away automatically. It expires on its own, and a manager reviews it.</translation>
        </message>
        <message>
            <source>理由</source>
            <translation>Reason</translation>
        </message>
        <message>
            <source>下次来时请怎么做</source>
            <translation>What to do next time</translation>
        </message>
        <message>
            <source>由谁负责</source>
            <translation>Owner</translation>
        </message>
        <message>
            <source>多久</source>
            <translation>For how long?</translation>
        </message>
    </context>
    <context>
        <name>WearerLine</name>
        <message>
            <source>呼救手表</source>
            <translation>Emergency watch</translation>
        </message>
        <message>
            <source>呼救按钮</source>
            <translation>Emergency button</translation>
        </message>
        <message>
            <source>本人同意</source>
            <translation>own consent</translation>
        </message>
        <message>
            <source>监护人同意</source>
            <translation>guardian's consent</translation>
        </message>
        <message numerus="yes">
            <source>{n} 个联系电话</source>
            <translation>
                <numerusform>{n} number to ring</numerusform>
                <numerusform>{n} numbers to ring</numerusform>
            </translation>
        </message>
        <message>
            <source>打开</source>
            <translation>Open</translation>
        </message>
    </context>
    <context>
        <name>WearerPanel</name>
        <message>
            <source>呼救按钮</source>
            <translation>Emergency button</translation>
        </message>
        <message>
            <source>呼救手表</source>
            <translation>Emergency watch</translation>
        </message>
        <message>
            <source>还没有问过</source>
            <translation>Not asked yet</translation>
        </message>
        <message>
            <source>本人同意</source>
            <translation>They agreed themselves</translation>
        </message>
        <message>
            <source>监护人同意</source>
            <translation>Their guardian agreed</translation>
        </message>
        <message>
            <source>戴的是什么</source>
            <translation>What they wear</translation>
        </message>
        <message>
            <source>号码</source>
            <translation>Number</translation>
        </message>
        <message>
            <source>按一下按钮，到报警里按“登记”，号码会自己填上</source>
            <translation>Press the button once, then Register in the alarm: the number fills itself in</translation>
        </message>
        <message>
            <source>名字</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>门牌</source>
            <translation>Door</translation>
        </message>
        <message>
            <source>按顺序打给谁</source>
            <translation>Whom to ring up, in order</translation>
        </message>
        <message>
            <source>一行一个，先写关系和名字，再写电话，比如：女儿 小梅 号码</source>
            <translation>One a line: relation and name, then the number, for example: daughter Mei 104...</translation>
        </message>
        <message>
            <source>上门的人要知道什么</source>
            <translation>What whoever goes there must know</translation>
        </message>
        <message>
            <source>同意登记</source>
            <translation>Consent</translation>
        </message>
        <message>
            <source>只用来在呼救时找人；不同意就不登记，也不影响别的服务</source>
            <translation>Only for a call for help. Without consent nothing is registered, and nothing else changes</translation>
        </message>
        <message>
            <source>从住户里选（不选也行）</source>
            <translation>Choose from the residents (optional)</translation>
        </message>
        <message>
            <source>写房号或姓名拼音；选了以后，名字和门牌会自己填上</source>
            <translation>Room or name; once chosen, name and door fill themselves in</translation>
        </message>
        <message>
            <source>保存到取消登记为止；取消后所有门岗都删掉。不保存位置和行踪。</source>
            <translation>Kept until taken off the list; then deleted at every gate. Places and movements are never kept.</translation>
        </message>
    </context>
    <context>
        <name>WearersPanel</name>
        <message>
            <source>还没有登记佩戴呼救按钮的人</source>
            <translation>Nobody is registered with a button yet</translation>
        </message>
        <message>
            <source>按“登记佩戴者”，写上号码、门牌和家属电话。报警时会按顺序显示。位置和行踪从不保存。</source>
            <translation>Press Register a wearer and give number, door and the family's numbers. They show, in order, with an alarm. Places and movements are never kept.</translation>
        </message>
    </context>
    <context>
        <name>Weekdays</name>
        <message>
            <source>每天</source>
            <translation>every day</translation>
        </message>
        <message>
            <source>周一到周五</source>
            <translation>Mon to Fri</translation>
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
        <name>WhoFields</name>
        <message>
            <source>哪一户借（也可以扫户内码）</source>
            <translation>Household (or scan its code)</translation>
        </message>
        <message>
            <source>称呼</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>电话</source>
            <translation>Phone</translation>
        </message>
        <message>
            <source>李阿姨</source>
            <translation>Mrs Li</translation>
        </message>
        <message>
            <source>不是住户时请留</source>
            <translation>For non-residents</translation>
        </message>
    </context>
    <context>
        <name>WhoView</name>
        <message>
            <source>姓名或拼音，比如 wang</source>
            <translation>A name or its first letters, for example wang</translation>
        </message>
        <message>
            <source>找队员</source>
            <translation>Find somebody of the team</translation>
        </message>
        <message>
            <source>没有这位队员</source>
            <translation>Nobody of that name</translation>
        </message>
        <message>
            <source>换个写法找找；新来的，请班长先加进队里。</source>
            <translation>Try another spelling; somebody new is added to the team by a shift lead first.</translation>
        </message>
        <message>
            <source>去队员页</source>
            <translation>Go to the team</translation>
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
        <name>matter.name.self</name>
        <message>
            <source>顺手备份一份，几十秒就好</source>
            <translation>Back up to it while it is there; it takes seconds</translation>
        </message>
    </context>
    <context>
        <name>pages</name>
        <message>
            <source>登记</source>
            <translation>Register</translation>
        </message>
        <message>
            <source>报警</source>
            <translation>Alarms</translation>
        </message>
        <message>
            <source>代办</source>
            <translation>Assisted</translation>
        </message>
        <message>
            <source>自动规则</source>
            <translation>Rules</translation>
        </message>
        <message>
            <source>今日简报</source>
            <translation>Briefing</translation>
        </message>
        <message>
            <source>请选一项</source>
            <translation>Please choose</translation>
        </message>
        <message>
            <source>门码</source>
            <translation>Codes</translation>
        </message>
        <message>
            <source>设备</source>
            <translation>Devices</translation>
        </message>
        <message>
            <source>值班</source>
            <translation>On duty</translation>
        </message>
        <message>
            <source>预约</source>
            <translation>Expected</translation>
        </message>
        <message>
            <source>刷脸</source>
            <translation>Faces</translation>
        </message>
        <message>
            <source>查找</source>
            <translation>Find</translation>
        </message>
        <message>
            <source>寄放物品</source>
            <translation>Goods left</translation>
        </message>
        <message>
            <source>通行许可</source>
            <translation>Pass or permit</translation>
        </message>
        <message>
            <source>交接班</source>
            <translation>Handover</translation>
        </message>
        <message>
            <source>接待</source>
            <translation>Reception</translation>
        </message>
        <message>
            <source>帮助</source>
            <translation>Help</translation>
        </message>
        <message>
            <source>服务时长</source>
            <translation>Hours</translation>
        </message>
        <message>
            <source>在场</source>
            <translation>Inside</translation>
        </message>
        <message>
            <source>借用物品</source>
            <translation>Lending</translation>
        </message>
        <message>
            <source>记一件事</source>
            <translation>Note a matter</translation>
        </message>
        <message>
            <source>更多方式</source>
            <translation>More ways</translation>
        </message>
        <message>
            <source>来访证</source>
            <translation>Visitor pass</translation>
        </message>
        <message>
            <source>住户</source>
            <translation>Residents</translation>
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
            <source>排班</source>
            <translation>Roster</translation>
        </message>
        <message>
            <source>公示屏</source>
            <translation>Public screen</translation>
        </message>
        <message>
            <source>设置</source>
            <translation>Settings</translation>
        </message>
        <message>
            <source>换人</source>
            <translation>Switch</translation>
        </message>
        <message>
            <source>与中心对齐</source>
            <translation>Syncing with the hub</translation>
        </message>
        <message>
            <source>公示屏紧急通知</source>
            <translation>Emergency on the screen</translation>
        </message>
        <message>
            <source>值班队伍</source>
            <translation>Team</translation>
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
            <source>来访</source>
            <translation>Visit</translation>
        </message>
        <message>
            <source>首次设置</source>
            <translation>First-time set-up</translation>
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
            <source>公示屏紧急通知</source>
            <translation>Emergency on the public screen</translation>
        </message>
        <message>
            <source>外卖骑手放行</source>
            <translation>Let a rider in</translation>
        </message>
        <message>
            <source>快递员放行</source>
            <translation>Let a courier in</translation>
        </message>
        <message>
            <source>寄放物品</source>
            <translation>Goods left at the gate</translation>
        </message>
        <message>
            <source>借东西</source>
            <translation>Lend something</translation>
        </message>
        <message>
            <source>记一件事</source>
            <translation>Note something</translation>
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
        <message>
            <source>{word}（按住一秒）</source>
            <translation>{word} (hold for one second)</translation>
        </message>
        <message>
            <source>回车</source>
            <translation>Enter</translation>
        </message>
        <message>
            <source>做屏幕上最大的那个按钮</source>
            <translation>Press the biggest button on the screen</translation>
        </message>
        <message>
            <source>返回</source>
            <translation>Back</translation>
        </message>
        <message>
            <source>要做什么</source>
            <translation>What it does</translation>
        </message>
        <message>
            <source>按哪个键</source>
            <translation>Key</translation>
        </message>
    </context>
</TS>