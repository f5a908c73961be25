//! `data/colleges/<id>.yaml` as it is written.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    RawCite, RawList, Two, Version,
    forms::{bounds, id, ids, version},
};
use crate::model::{Bound, Level, PartnerKind, PeriodKind, RecognitionKind, Scope};

/// The dossier of one college. 一所院校的档案。
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "College")]
pub(crate) struct RawCollege {
    /// The schema the file is written for; 1 where it does not say. 所依的格式版本，不写即为 1。
    #[serde(default, rename = "schema")]
    #[schemars(schema_with = "version")]
    pub(crate) _schema: Version,
    /// Its id, also the name of the file. 编号，与文件名相同。
    #[schemars(schema_with = "id")]
    pub(crate) id: String,
    /// What it is called. 校名。
    pub(crate) name: RawName,
    /// The province, if printed. 省份，文中印出才写。
    #[serde(default)]
    pub(crate) province: Option<Two>,
    /// Whom the figures speak for. 数字代表谁。
    pub(crate) reporter: RawReporter,
    /// Id of the source record in seeds/. 来源记录的编号。
    #[schemars(schema_with = "id")]
    pub(crate) source: String,
    /// What the dossier says, in your own words. 概要，用自己的话。
    pub(crate) summary: Two,
    /// The article's numbered strategic parts. 支柱：文章并列的几个部分。
    #[serde(default)]
    pub(crate) pillars: RawList<RawPillar>,
    /// What is done under a pillar. 举措。
    #[serde(default)]
    pub(crate) measures: RawList<RawMeasure>,
    /// Named enumerations, such as 5院4中心. 体系：有名目的列举。
    #[serde(default)]
    pub(crate) frameworks: RawList<RawFramework>,
    /// Awards, cases, titles, projects and named platforms. 荣誉与有名称的平台。
    #[serde(default)]
    pub(crate) recognitions: RawList<RawRecognition>,
    /// Those it works with. 伙伴。
    #[serde(default)]
    pub(crate) partners: RawList<RawPartner>,
    /// Its figures. 成效：每个数字一条。
    #[serde(default)]
    pub(crate) outcomes: RawList<RawOutcome>,
    /// English of printed names that no record of their own has: members of an enumeration, those a figure names, holders.
    /// 没有单独条目的所印名称的英文：体系成员、成效点名者、获得者。
    #[serde(default)]
    pub(crate) english: BTreeMap<String, String>,
}

/// A college's names. 校名。
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Name")]
pub(crate) struct RawName {
    /// The full name. 全称。
    #[schemars(length(min = 1))]
    pub(crate) zh: String,
    /// A short name for columns. 简称，用于表格。
    #[schemars(length(min = 1))]
    pub(crate) short: String,
    /// The English name. 英文名。
    #[schemars(length(min = 1))]
    pub(crate) en: String,
    /// A short English name for columns. 英文简称，用于表格。
    #[serde(default)]
    #[schemars(length(min = 1))]
    pub(crate) short_en: Option<String>,
    /// Pinyin of the full name, lowercase, no tones. 全称的拼音，小写，不标声调。
    #[schemars(regex(pattern = "^[a-z0-9]+( [a-z0-9]+)*$"))]
    pub(crate) pinyin: String,
}

/// Whom the figures speak for. 数字代表谁。
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Reporter")]
pub(crate) struct RawReporter {
    /// Its Chinese name. 中文名。
    #[schemars(length(min = 1))]
    pub(crate) zh: String,
    /// Its English name. 英文名。
    #[schemars(length(min = 1))]
    pub(crate) en: String,
    /// Part of the college or the whole of it. 二级学院还是全校。
    pub(crate) scope: Scope,
}

/// A pillar. 支柱。
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Pillar")]
pub(crate) struct RawPillar {
    /// Its number, from 1 without gaps. 序号，从 1 起连续。
    #[schemars(range(min = 1))]
    pub(crate) n: u8,
    /// The short heading as printed. 标题，照原文。
    #[schemars(length(min = 1))]
    pub(crate) heading: String,
    /// The slogan it goes by, as printed. 口号，照原文。
    #[schemars(length(min = 1))]
    pub(crate) slogan: String,
    /// The complete heading as printed. 完整的标题，照原文。
    #[schemars(length(min = 1))]
    pub(crate) printed: String,
    /// The heading in English. 英文标题。
    #[schemars(length(min = 1))]
    pub(crate) en: String,
    /// Ids of the themes it is about. 所涉的主题。
    #[schemars(schema_with = "ids")]
    pub(crate) themes: Vec<String>,
    /// What it says, in your own words. 提要，用自己的话。
    pub(crate) gist: Two,
    /// Where its heading stands. 标题的位置。
    pub(crate) cite: RawCite,
}

/// A measure. 举措。
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Measure")]
pub(crate) struct RawMeasure {
    /// Its id. 编号。
    #[schemars(schema_with = "id")]
    pub(crate) id: String,
    /// The pillar it stands under. 所在的支柱。
    #[schemars(range(min = 1))]
    pub(crate) pillar: u8,
    /// Its number within the pillar, from 1. 在支柱内的序号，从 1 起。
    #[schemars(range(min = 1))]
    pub(crate) n: u8,
    /// Its title. 标题。
    #[schemars(length(min = 1))]
    pub(crate) title: String,
    /// The title in English. 英文标题。
    #[schemars(length(min = 1))]
    pub(crate) en: String,
    /// What it says, in your own words. 提要，用自己的话。
    pub(crate) gist: Two,
    /// Where it stands. 位置。
    pub(crate) cite: RawCite,
    /// The rest of its heading, if printed. 标题的其余部分，文中印出才写。
    #[serde(default)]
    #[schemars(length(min = 1))]
    pub(crate) slogan: Option<String>,
    /// Ids of the themes it is about, of those of its pillar; left out, it shares them all. 所涉的主题，须是支柱的主题；不写就同支柱。
    #[serde(default)]
    #[schemars(schema_with = "ids")]
    pub(crate) themes: Vec<String>,
    /// What a reader has to know of how it is printed, in your own words. 关于原文写法的说明，用自己的话。
    #[serde(default)]
    pub(crate) note: Option<Two>,
}

/// A framework: a named enumeration. 体系：有名目的列举。
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Framework")]
pub(crate) struct RawFramework {
    /// Its id. 编号。
    #[schemars(schema_with = "id")]
    pub(crate) id: String,
    /// Its name as printed. 名称，照原文。
    #[schemars(length(min = 1))]
    pub(crate) name: String,
    /// Its name in English. 英文名。
    #[schemars(length(min = 1))]
    pub(crate) en: String,
    /// Its counted parts: two for 5院4中心. 计数的部分：5院4中心有两个。
    pub(crate) groups: Vec<RawGroup>,
    /// Where it stands. 位置。
    pub(crate) cite: RawCite,
    /// The pillar it stands under; left out in the introduction. 所在的支柱；引言里的不写。
    #[serde(default)]
    #[schemars(range(min = 1))]
    pub(crate) pillar: Option<u8>,
    /// What it is, in your own words. 说明，用自己的话。
    #[serde(default)]
    pub(crate) gist: Option<Two>,
}

/// A counted part of a framework. 体系中计数的部分。
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Group")]
pub(crate) struct RawGroup {
    /// What is counted: 院, 中心, 育. 计的是什么。
    #[schemars(length(min = 1))]
    pub(crate) name: String,
    /// What is counted, in English: institutes, centres. 计的是什么，英文。
    #[serde(default)]
    #[schemars(length(min = 1))]
    pub(crate) en: Option<String>,
    /// How many are announced; left out where the article gives no number. 所说的个数；文中没有说几个就不写。
    #[serde(default)]
    #[schemars(range(min = 1))]
    pub(crate) total: Option<u16>,
    /// The measure word printed with it. 所印的量词。
    #[serde(default)]
    #[schemars(length(min = 1))]
    pub(crate) unit: Option<String>,
    /// Those the article names, in its order. 文中列出的成员，按原文次序。
    #[serde(default)]
    pub(crate) members: Vec<String>,
}

/// A recognition or a named platform. 荣誉或有名称的平台。
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Recognition")]
pub(crate) struct RawRecognition {
    /// Its id. 编号。
    #[schemars(schema_with = "id")]
    pub(crate) id: String,
    /// What sort it is. 种类。
    pub(crate) kind: RecognitionKind,
    /// Its name as printed, or completed from the enumeration it stands in. 名称，照原文；在列举里省去的字可据上下文补全。
    #[schemars(length(min = 1))]
    pub(crate) name: String,
    /// Its name in English. 英文名。
    #[schemars(length(min = 1))]
    pub(crate) en: String,
    /// Where it stands. 位置。
    pub(crate) cite: RawCite,
    /// The pillar it stands under; left out in the introduction. 所在的支柱；引言里的不写。
    #[serde(default)]
    #[schemars(range(min = 1))]
    pub(crate) pillar: Option<u8>,
    /// What the article claims of it beside its name: zh as printed (全国高校首个). 文中对它的称说，不算名称；zh 照原文。
    #[serde(default)]
    pub(crate) claim: Option<Two>,
    /// The work or case it was given to, with its title marks. 获奖的作品或案例，连同书名号。
    #[serde(default)]
    #[schemars(length(min = 1))]
    pub(crate) work: Option<String>,
    /// Who gives it, if printed. 级别，文中印出才写。
    #[serde(default)]
    pub(crate) level: Option<Level>,
    /// The year, if printed. 年份，文中印出才写。
    #[serde(default)]
    #[schemars(range(min = 1900, max = 2100))]
    pub(crate) year: Option<u16>,
    /// Who holds it, if printed: 学生, 教师. 获得者，文中印出才写。
    #[serde(default)]
    #[schemars(length(min = 1))]
    pub(crate) holder: Option<String>,
    /// Id of the outcome that counts it. 计入哪一项成效。
    #[serde(default)]
    #[schemars(schema_with = "id")]
    pub(crate) outcome: Option<String>,
    /// Id of the family it stands beside in a comparison, when no outcome counts it. 没有成效计入它时，对比中与哪一组并列。
    #[serde(default)]
    #[schemars(schema_with = "id")]
    pub(crate) family: Option<String>,
    /// What a reader has to know of how it is printed, in your own words. 关于原文写法的说明，用自己的话。
    #[serde(default)]
    pub(crate) note: Option<Two>,
}

/// A partner named in the article. 文中点名的伙伴。
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Partner")]
pub(crate) struct RawPartner {
    /// Its id. 编号。
    #[schemars(schema_with = "id")]
    pub(crate) id: String,
    /// What sort it is. 种类。
    pub(crate) kind: PartnerKind,
    /// Its name as printed. 名称，照原文。
    #[schemars(length(min = 1))]
    pub(crate) name: String,
    /// Its name in English. 英文名。
    #[schemars(length(min = 1))]
    pub(crate) en: String,
    /// Where it stands. 位置。
    pub(crate) cite: RawCite,
    /// The pillar it is named under; left out in the introduction. 所在的支柱；引言里的不写。
    #[serde(default)]
    #[schemars(range(min = 1))]
    pub(crate) pillar: Option<u8>,
    /// What a reader has to know of how it is printed, in your own words. 关于原文写法的说明，用自己的话。
    #[serde(default)]
    pub(crate) note: Option<Two>,
}

/// An outcome: one figure of the article. 成效：文中的一个数字。
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = bounds, rename = "Outcome")]
pub(crate) struct RawOutcome {
    /// Its id. 编号。
    #[schemars(schema_with = "id")]
    pub(crate) id: String,
    /// Id of the metric: what is counted; left out while none is chosen. 指标：计的是什么；没有选定就不写。
    #[serde(default)]
    #[schemars(schema_with = "id")]
    pub(crate) metric: Option<String>,
    /// What `rongtu draft` proposes as `metric`; nobody has confirmed the figure until it is deleted. 草稿建议的指标；核对后删去。
    #[serde(default)]
    #[schemars(length(max = 5))]
    pub(crate) guess: Option<Vec<RawGuess>>,
    /// What the article calls it. 文中的说法。
    #[schemars(length(min = 1))]
    pub(crate) label: String,
    /// The label in English. 英文说法。
    #[schemars(length(min = 1))]
    pub(crate) en: String,
    /// The value in base units: 20000000 for 2000多万元, 98 for 98%. 数值，用基本单位。
    pub(crate) value: f64,
    /// The measure word without 万 or 亿; "%" in quotes; left out where none is printed. 单位，不带万、亿；百分号要加引号；没有印出就不写。
    #[serde(default)]
    #[schemars(length(min = 1))]
    pub(crate) unit: Option<String>,
    /// The quantity as printed, with bound and unit: 近2万人次. 数量的写法，连同界与单位，照原文。
    #[schemars(length(min = 1))]
    pub(crate) as_written: String,
    /// Where it stands. 位置。
    pub(crate) cite: RawCite,
    /// The pillar it stands under; left out in the introduction. 所在的支柱；引言里的不写。
    #[serde(default)]
    #[schemars(range(min = 1))]
    pub(crate) pillar: Option<u8>,
    /// How the printed figure stands to the true one; exact when left out. 界；不写就是 exact。
    #[serde(default)]
    pub(crate) bound: Bound,
    /// The upper end of a range, and of nothing else. 区间的上端；只有 range 才写。
    #[serde(default)]
    pub(crate) max: Option<f64>,
    /// The time it is stated for, if printed. 时间，文中印出才写。
    #[serde(default)]
    pub(crate) period: Option<RawPeriod>,
    /// Whom it speaks for, when not the reporter's scope. 范围，与报告者不同才写。
    #[serde(default)]
    pub(crate) scope: Option<Scope>,
    /// Members of the count that the article names. 文中点名的几个。
    #[serde(default)]
    pub(crate) named: Vec<String>,
    /// What a reader has to know of how it is printed, in your own words. 关于原文写法的说明，用自己的话。
    #[serde(default)]
    pub(crate) note: Option<Two>,
}

/// A metric proposed for a figure. 为一个数字建议的指标。
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Guess")]
pub(crate) struct RawGuess {
    /// Id of the metric. 指标的编号。
    #[schemars(schema_with = "id")]
    pub(crate) metric: String,
    /// The printed words that speak for it. 支持它的文字，照原文。
    #[schemars(length(min = 1))]
    pub(crate) words: String,
}

/// The time an outcome is stated for. 成效的时间。
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Period")]
pub(crate) struct RawPeriod {
    /// What sort of time it is. 种类。
    pub(crate) kind: PeriodKind,
    /// As printed: 2023年, 近年来, 2024届. 照原文。
    #[schemars(length(min = 1))]
    pub(crate) text: String,
    /// The year, if the words have one. 文字里的年份。
    #[serde(default)]
    #[schemars(range(min = 1900, max = 2100))]
    pub(crate) year: Option<u16>,
    /// Whether the article also says 累计. 文中是否还说累计。
    #[serde(default)]
    pub(crate) cumulative: bool,
    /// In English, where the program has no words for it (`check` says so). 英文说法；程序没有时才写，check 会提示。
    #[serde(default)]
    #[schemars(length(min = 1))]
    pub(crate) en: Option<String>,
}
