//! The measure words, in one table: which count, under which name, and before what they are no measure at all.
//!
//! A new measure word is one word in it.

/// What a measure word says of the number before it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Nature {
    /// Counts things: 家, 人次, 平方米. Also after a Chinese numeral: 三家企业.
    Firm,
    /// Counts things, but after a small Chinese numeral mostly names a scheme: 三个课堂, 六支队伍.
    Soft,
    /// Counts only where no Chinese word goes on: 95分, 覆盖12省.
    Closed,
    /// Money: 元, 美元.
    Money,
    /// A share: %, 个百分点.
    Share,
    /// Growth by a factor: 倍.
    Factor,
    /// A span of time, a count only from this size up: 志愿服务3万小时 counts, 24小时 does not.
    Span(f64),
}

/// Whether `text` begins with a measure word.
pub(super) fn begins(text: &str) -> bool {
    let words = UNITS.iter().flat_map(|(_, words)| words.split_whitespace());
    words.into_iter().any(|word| text.starts_with(word))
}

/// The characters of the longest measure word that `text` begins with; 0 for none.
pub(super) fn longest(text: &str) -> usize {
    let words = UNITS.iter().flat_map(|(_, words)| words.split_whitespace());
    let begins = words.filter(|word| text.starts_with(word));
    begins.map(|word| word.chars().count()).max().unwrap_or(0)
}

pub(super) const UNITS: &[(Nature, &str)] = &[
    (
        Nature::Firm,
        "人次 人 名 位 户 家 家次 户次 校次 所 门 门次 门类 部 本 册 卷 篇 篇次 件 件次 件套 件(套) 台 台次 台套 台(套) \
     台/套 台件 间 栋 座 幢 辆 架 艘 场 场次 次 期次 班次 车次 课次 批次 项次 项(次) 人(次) 场(次) 家(次) 期(次) 门(次) 人·次 人/次 节次 架次 标准箱",
    ),
    (
        Nature::Firm,
        "款 枚 份 封 幅 只 颗 株 棵 头 羽 尾 匹 粒 套 则 宗 例 笔 单 处 节 节课 块 字 首 集 章 卡 盒 箱 袋 瓶 桶 盆 盏 \
     工位 机位 床位 席位 学位 车位 座位 餐位 展位 岗位 大类 小类 大项 小项 学时 课时 学分 人时 人天 人日 人月 人年 人·天 人·日 工时 点位 网点 \
     稿 桌 餐 趟 趟次 页 例次 点次 航次 客次 ",
    ),
    (
        Nature::Firm,
        "平方米 平方公里 平方千米 平米 平方 立方米 ㎡ m² m2 M2 公里 千米 km 米 厘米 毫米 亩 公顷 垧 吨 公斤 千克 kg 斤 千瓦 兆瓦 千瓦时 kW MW \
     kWh 升 毫升 克 海里 立方 千伏安 标箱 GB TB PB 马力",
    ),
    (
        Nature::Soft,
        "个 项 支 条 讲 堂 批 期 轮 种 类 层 组 道 步 站 端 环 级次 届 张 对 双 把 行 段 句 国 省 市 县 镇 乡 村",
    ),
    (
        Nature::Closed,
        "分 班 列 队 团 片 面 区 校 院 街 起 金 银 铜 席 口 度 块钱",
    ),
    (
        Nature::Money,
        "元 元人民币 人民币 美元 美金 欧元 英镑 港元 港币 日元 韩元 卢布 泰铢 元/月 元/年",
    ),
    (Nature::Share, "% ‰ 个百分点 百分点 个点"),
    (Nature::Factor, "倍"),
    (Nature::Span(100.0), "小时 个小时 志愿时"),
    (Nature::Span(1000.0), "天 日 分钟 个工作日"),
    (
        Nature::Span(f64::INFINITY),
        "年 个月 个多月 月余 周 周年 星期 秒 秒钟 学期 个学期 学年 个学年 季度 个季度 载 世纪 个世纪 年代 昼夜 个昼夜 日夜 个日夜 个日日夜夜 工作日 \
     个年头 岁 周岁 年间 年级 个星期 个周 年制 周次",
    ),
];

/// What counts also in a row: 2金3银. In 5院4中心 the words are members of a scheme.
pub(super) const MEDALS: &str = "金银铜";

/// Every measure word under the name it is kept by, but those of spans of time that count nothing.
#[cfg(test)]
pub(crate) fn measure_words() -> impl Iterator<Item = &'static str> {
    let counts = UNITS
        .iter()
        .filter(|(nature, _)| *nature != Nature::Span(f64::INFINITY));
    let words = counts.flat_map(|(_, words)| words.split_whitespace());
    words.map(|word| {
        let alias = ALIASES.iter().find(|(printed, _)| *printed == word);
        alias.map_or(word, |(_, kept)| kept)
    })
}

/// Printed forms kept under another name.
pub(super) const ALIASES: &[(&str, &str)] = &[
    ("台(套)", "台套"),
    ("台/套", "台套"),
    ("件(套)", "件套"),
    ("项(次)", "项次"),
    ("人(次)", "人次"),
    ("人·次", "人次"),
    ("人/次", "人次"),
    ("人·天", "人天"),
    ("人·日", "人日"),
    ("平米", "平方米"),
    ("平方", "平方米"),
    ("㎡", "平方米"),
    ("m²", "平方米"),
    ("m2", "平方米"),
    ("M2", "平方米"),
    ("平方千米", "平方公里"),
    ("立方", "立方米"),
    ("km", "公里"),
    ("千米", "公里"),
    ("kg", "公斤"),
    ("千克", "公斤"),
    ("百分点", "个百分点"),
    ("个小时", "小时"),
    ("元人民币", "元"),
    ("人民币", "元"),
    ("美金", "美元"),
    ("场(次)", "场次"),
    ("家(次)", "家次"),
    ("期(次)", "期次"),
    ("门(次)", "门次"),
    ("元/月", "元"),
    ("元/年", "元"),
    ("块钱", "元"),
    ("节课", "节"),
    ("港币", "港元"),
    ("kW", "千瓦"),
    ("MW", "兆瓦"),
    ("kWh", "千瓦时"),
];

/// What makes a measure word the head of another word: 部门, 人才, 元宇宙.
pub(super) const LONGER: &[(&str, &[&str])] = &[
    (
        "人",
        &[
            "才", "工智", "工作", "民", "文", "物", "形", "大代", "力", "事", "社", "机",
        ],
    ),
    ("位", &["一体", "于", "居", "列", "数"]),
    ("家", &["庭", "政", "乡", "国"]),
    ("所", &["在", "有", "需", "以"]),
    ("门", &["类", "槛", "店", "户", "诊"]),
    ("部", &["门", "委", "署", "队", "分", "级", "长", "属", "曲"]),
    ("本", &["科", "校", "省", "市", "专", "地", "土", "院"]),
    ("台", &["州", "湾", "阶", "账", "资"]),
    ("间", &["接", "距", "隔"]),
    ("处", &["级", "理", "长", "于", "在"]),
    ("场", &["地", "馆", "景", "域", "所"]),
    ("次", &["元", "第", "序", "生", "列车", "动车", "高铁", "航班"]),
    ("期", &["间", "末", "望", "待", "货", "刊"]),
    ("条", &["件", "例"]),
    (
        "讲",
        &["座", "师", "述", "解", "授", "台", "话", "好", "究", "习"],
    ),
    ("节", &["点", "约", "能", "日", "省", "目", "水"]),
    ("座", &["谈"]),
    ("套", &["餐"]),
    (
        "支",
        &["部", "委", "持", "撑", "援", "柱", "行", "付", "出", "教育"],
    ),
    ("批", &["准", "复", "发", "评"]),
    ("组", &["织", "建", "长", "成", "合", "团"]),
    (
        "对",
        &[
            "接", "口", "外", "应", "标", "象", "于", "一", "1", "比", "话", "照",
        ],
    ),
    (
        "元",
        &[
            "素", "宇", "件", "器", "旦", "化", "培", "共", "协", "融", "育", "主",
        ],
    ),
    (
        "行",
        &[
            "业", "动", "政", "为", "程", "驶", "走", "人", "李", "星", "列", "家", "长", "道",
        ],
    ),
    ("把", &["手", "关", "握", "控", "脉", "学", "党"]),
    (
        "双",
        &[
            "高", "师", "创", "一", "证", "语", "选", "向", "元", "碳", "带", "百", "万", "导", "边", "赢",
            "重", "方",
        ],
    ),
    ("段", &["式", "位", "落", "制", "分"]),
    ("桌", &["面", "椅"]),
    ("餐", &["饮", "厅", "馆"]),
    ("稿", &["件", "费", "约", "源"]),
    ("页", &["面", "岩", "码"]),
    ("克", &["服", "难", "隆", "什"]),
    ("立方", &["体"]),
    ("级", &["次"]),
    ("类", &["型", "别", "似"]),
    ("种", &["植", "子", "养", "业"]),
    ("轮", &["岗", "训", "换", "值", "驱", "胎", "机"]),
    ("份", &["额", "子"]),
    ("户", &["外", "型", "籍", "口"]),
    ("字", &["体", "节", "典"]),
    ("单", &["位", "元", "项", "一", "个", "独", "招"]),
    ("则", &["是", "为", "以"]),
    ("例", &["如", "行", "会"]),
    ("头", &["部", "雁"]),
    ("只", &["要", "有", "为", "能"]),
    ("卡", &["点", "脖", "路"]),
    (
        "首",
        &[
            "批", "个", "次", "家", "届", "创", "要", "席", "任", "位", "支", "年",
        ],
    ),
    ("集", &["团", "中", "成", "群", "聚", "体", "约", "训"]),
    ("章", &["程"]),
    ("件", &["套"]),
    ("端", &["口", "到"]),
    ("环", &["节", "境", "保", "球"]),
    ("步", &["走", "伐", "骤"]),
    ("道", &["路", "德"]),
    ("层", &["级", "次", "面"]),
    ("站", &["点", "式"]),
    ("块", &["链"]),
    ("张", &["家", "江", "店"]),
    ("篇", &["章"]),
    ("款", &["项"]),
    ("米", &["兰"]),
    ("升", &["级", "学", "本", "格", "至", "到"]),
    ("天", &["津", "然", "府", "空"]),
    ("日", &["均", "常", "本", "语", "益", "前"]),
    ("周", &["边", "围", "期", "密"]),
    ("年", &["级", "均", "产", "度", "轻", "薪", "收"]),
    ("平方", &["根"]),
    ("个", &["性", "别"]),
    ("百分点", &["之"]),
    ("届", &["时", "满"]),
    (
        "国",
        &["家", "际", "企", "内", "外", "产", "标", "防", "旗", "道"],
    ),
    (
        "省",
        &[
            "级", "内", "外", "份", "部", "属", "市", "会", "教", "政", "委", "厅", "赛", "区", "道",
        ],
    ),
    (
        "市",
        &[
            "级", "场", "区", "内", "外", "域", "政", "民", "委", "属", "值", "面", "县",
        ],
    ),
    ("县", &["级", "区", "域", "市", "道"]),
    ("镇", &["街", "村"]),
    ("乡", &["镇", "村", "土"]),
    ("村", &["民", "庄", "镇", "居", "干"]),
    ("倍", &["数", "增", "受", "感", "加"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_stands_once() {
        let mut words: Vec<&str> = UNITS
            .iter()
            .flat_map(|(_, words)| words.split_whitespace())
            .collect();
        words.sort_unstable();
        let count = words.len();
        words.dedup();
        assert_eq!(words.len(), count);
    }
}
