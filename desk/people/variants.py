"""Characters that stand for each other when names are compared or searched; what is stored and shown never changes."""

from __future__ import annotations

# Pairs `traditional or variant form` + `form it is compared as`. Name characters only: a wrong merge costs a wrong match.
_PAIRS = (
    "張张 陳陈 劉刘 楊杨 黃黄 趙赵 吳吴 孫孙 馬马 羅罗 鄭郑 謝谢 許许 韓韩 馮冯 鄧邓 蔣蒋 葉叶 蘇苏 盧卢 賈贾 閻阎 餘余 鐘钟 鍾钟 譚谭 陸陆 範范 鄒邹 連连 龍龙 龔龚 賴赖 嚴严 湯汤 顧顾 龐庞 錢钱 "
    "莊庄 魯鲁 溫温 顏颜 藍蓝 聶聂 齊齐 歐欧 關关 喬乔 畢毕 單单 談谈 儲储 滿满 費费 塗涂 諸诸 鄔邬 閔闵 繆缪 簡简 寧宁 甯宁 車车 項项 遊游 紀纪 閆闫 時时 華华 萬万 衛卫 蕭萧 肖萧 亞亚 偉伟 強强 "
    "剛刚 麗丽 國国 傑杰 輝辉 軍军 榮荣 鳳凤 蘭兰 鵬鹏 飛飞 東东 學学 慶庆 潔洁 瑩莹 靜静 穎颖 頴颖 靈灵 鴻鸿 勝胜 順顺 進进 遠远 達达 運运 義义 禮礼 貴贵 財财 實实 寶宝 豐丰 樹树 愛爱 蓮莲 薔蔷 "
    "銀银 鋒锋 銳锐 鋼钢 鐵铁 錦锦 鎮镇 鉅钜 韻韵 頌颂 須须 領领 題题 願愿 類类 風风 駿骏 騰腾 驍骁 魚鱼 鮮鲜 鶴鹤 鷗鸥 黨党 齡龄 嬌娇 嫻娴 孃娘 寬宽 將将 專专 尋寻 導导 層层 嶺岭 島岛 峯峰 幣币 "
    "師师 帶带 廣广 慮虑 憶忆 懷怀 戰战 揚扬 撫抚 攝摄 敘叙 數数 斬斩 曉晓 暉晖 業业 極极 樂乐 樓楼 標标 機机 權权 歡欢 歲岁 殘残 氣气 漢汉 淨净 潤润 澤泽 濤涛 灣湾 煒炜 煥焕 燦灿 爾尔 獻献 瑤瑶 "
    "環环 畫画 當当 監监 盡尽 碩硕 禎祯 種种 穌稣 積积 穩稳 競竞 筆笔 節节 築筑 簫箫 紅红 純纯 級级 紹绍 組组 結结 絡络 維维 綠绿 緒绪 緯纬 線线 綺绮 纓缨 綱纲 經经 綵彩 練练 績绩 繼继 續续 纖纤 "
    "聖圣 聞闻 聯联 聲声 聰聪 職职 肅肃 興兴 艷艳 豔艳 艶艳 蕓芸 藝艺 薈荟 處处 號号 虛虚 蘊蕴 術术 補补 製制 覺觉 親亲 觀观 計计 訊讯 記记 訓训 設设 詠咏 詩诗 詳详 誠诚 語语 誼谊 調调 論论 諾诺 "
    "謙谦 講讲 識识 議议 護护 譽誉 讀读 讓让 貞贞 負负 賀贺 資资 賢贤 質质 贊赞 軒轩 軟软 輕轻 載载 輪轮 辭辞 農农 這这 週周 過过 邊边 還还 邁迈 選选 邏逻 鄉乡 釗钊 鈞钧 鈺钰 銘铭 鋕志 鋭锐 鎧铠 "
    "鏡镜 鑒鉴 鑑鉴 長长 開开 閒闲 間间 閣阁 陽阳 陰阴 隊队 階阶 際际 隨随 雙双 雲云 電电 霽霁 韋韦 頁页 頂顶 頓顿 預预 顯显 飾饰 駒驹 驊骅 鵑鹃 鸞鸾 麥麦 點点 齋斋 淩凌 喆哲 堃坤 峩峨 恆恒 昇升 "
    "陞升 敍叙 晧皓 暁晓 栢柏 桒桑 樑梁 洩泄 湧涌 煇辉 燁烨 爕燮 珎珍 琹琴 甦苏 皞皓 盃杯 眞真 祕秘 羣群 脩修 菴庵 蓺艺 躭耽 邨村 鄰邻 隣邻 隺鹤 髙高 黒黑 谿溪 呂吕 呉吴 戶户 戸户 産产 產产 説说 "
    "說说 鄕乡 尓尔 戱戏 緑绿 頼赖 徳德 悳德 惪德 恵惠 竜龙 斉齐 斎斋 沢泽 浜滨 濱滨 瀬濑 瀨濑 広广 桜樱 櫻樱 辺边 関关 圏圈 涙泪 區区"
)
VARIANTS = {ord(pair[0]): pair[1] for pair in _PAIRS.split()}

# GB 18030-2000 put these in the private use area; GB 18030-2005/2022 gives them code points. Old sheets still hold the former.
OLD_GB18030 = {
    0xE816: "\U00020087", 0xE817: "\U00020089", 0xE818: "\U000200cc", 0xE81E: "\u9fb4", 0xE826: "\u9fb5",
    0xE82B: "\u9fb6", 0xE82C: "\u9fb7", 0xE831: "\U000215d7", 0xE832: "\u9fb8", 0xE83B: "\U0002298f",
    0xE843: "\u9fb9", 0xE854: "\u9fba", 0xE855: "\U000241fe", 0xE864: "\u9fbb",
}  # fmt: skip


def is_han(char: str) -> bool:
    """True for a Chinese character of any plane (and 〇 and 々, which stand in names)."""
    code = ord(char)
    return 0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF or 0x20000 <= code <= 0x3FFFD or char in "〇々"
