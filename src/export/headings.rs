//! What the columns of tables are called by those who read them, in 中文 and English, and the codes and ids under them.
//!
//! Owns the words over a column and which columns hold codes or ids; the ids and the codes are the records', the words
//! for codes the model's. A test asks for every column there is.

use std::borrow::Cow;

use super::record::BETWEEN;
use crate::{
    compare::Relation,
    lang::Lang,
    model::{
        Atlas, Kind, Level, PartnerKind, PeriodKind, RecognitionKind, Scope,
        words::{bound, unit_word},
    },
    numeral::Bound,
};

/// How the columns of a table are headed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Headings {
    /// By the ids that programs rely on.
    #[default]
    Id,
    /// By words.
    In(Lang),
}

impl Headings {
    /// The heading of the column `id`.
    pub(crate) fn of(self, id: &str) -> &str {
        match self {
            Self::Id => id,
            Self::In(lang) => words(id).map_or(id, |(zh, en)| lang.pick(zh, en)),
        }
    }

    /// What a cell of the column `id` says: under words, codes are words as well, and ids the names that `names` has
    /// for them.
    pub(crate) fn cell<'a>(self, id: &str, text: &'a str, names: Option<&Atlas>) -> Cow<'a, str> {
        let Self::In(lang) = self else {
            return text.into();
        };
        let name = || names.and_then(|atlas| name_of_id(atlas, id, text, lang));
        code(id, text, lang).or_else(name).map_or(text.into(), Cow::Owned)
    }
}

/// The name of the record whose id `text` is, in a column `id` that points to another table; of a list, each one's.
fn name_of_id(atlas: &Atlas, id: &str, text: &str, lang: Lang) -> Option<String> {
    if id == "themes" {
        let each = text.split(BETWEEN);
        let each = each.map(|text| name_of_id(atlas, "theme", text, lang).unwrap_or_else(|| text.to_owned()));
        return Some(each.collect::<Vec<_>>().join(BETWEEN));
    }
    let name = match id {
        "college" => atlas
            .college(atlas.college_by_id(&text.parse().ok()?)?)
            .label(lang),
        "theme" => atlas.theme(atlas.theme_by_id(text)?).name.get(lang),
        "metric" => atlas.metric(atlas.metric_by_id(text)?).name.get(lang),
        "family" => atlas.family(atlas.family_by_id(text)?).name.get(lang),
        "source" => atlas.source(atlas.source_by_id(text)?).name(),
        _ => return None,
    };
    Some(name.to_owned())
}

/// The words for what the records say in a code in the column `id`.
fn code(id: &str, text: &str, lang: Lang) -> Option<String> {
    if text.is_empty() {
        return None;
    }
    let kind = || {
        let fact = || find(&Kind::ALL, |it| it.as_str() == text).map(|it| it.word(lang));
        let partner = || find(PartnerKind::ALL, |it| it.as_str() == text).map(|it| it.word(lang));
        let recognition = find(RecognitionKind::ALL, |it| it.as_str() == text).map(|it| it.word(lang));
        recognition.or_else(partner).or_else(fact)
    };
    let words = match id {
        "unit" => return Some(unit_word(text, lang)),
        "kind" => kind(),
        "bound" => find(&Bound::ALL, |it| it.as_str() == text).map(|it| bound(it, lang)),
        "level" => find(Level::ALL, |it| it.as_str() == text).map(|it| it.word(lang)),
        "period_kind" => find(&PeriodKind::ALL, |it| it.as_str() == text).map(|it| it.word(lang)),
        "relation" => find(&Relation::ALL, |it| it.as_str() == text).map(|it| it.word(lang)),
        "scope" => find(&Scope::ALL, |it| it.zh() == text).map(|it| it.word(lang)),
        _ => None,
    };
    words.map(str::to_owned)
}

fn find<T: Copy>(all: &[T], wanted: impl Fn(T) -> bool) -> Option<T> {
    all.iter().copied().find(|one| wanted(*one))
}

/// The words for the column `id`.
fn words(id: &str) -> Option<(&'static str, &'static str)> {
    let at = WORDS.binary_search_by(|(other, ..)| other.cmp(&id)).ok()?;
    let (_, zh, en) = WORDS[at];
    Some((zh, en))
}

/// By id.
const WORDS: &[(&str, &str, &str)] = &[
    ("addr", "地址", "Address"),
    ("ambiguous", "宽度策略", "Policy"),
    ("as_written", "原文数字", "As printed"),
    ("body", "正文行", "Lines of the article"),
    ("bound", "界", "Bound"),
    ("byline", "作者", "Byline"),
    ("bytes", "字节数", "Bytes"),
    ("cause", "起因", "Cause"),
    ("caveats", "须注意", "Notes"),
    ("cells", "格数", "Cells"),
    ("claim", "文中称", "Claim"),
    ("claim_en", "文中称（英）", "Claim (English)"),
    ("code", "代码", "Code"),
    ("college", "院校", "College"),
    ("colleges", "院校数", "Colleges"),
    ("column", "列", "Column"),
    ("counted_as", "所计荣誉与项目", "Honours or projects counted"),
    ("cumulative", "累计", "Cumulative"),
    ("definition", "定义", "Definition"),
    ("definition_en", "定义（英）", "Definition (English)"),
    ("en", "英文名", "English"),
    ("exact", "原文短语", "Printed phrase"),
    ("family", "近似指标组", "Family"),
    ("file", "文件", "File"),
    ("frameworks", "体系数", "Frameworks"),
    ("from", "来自", "From"),
    ("gist", "概述", "Gist"),
    ("gist_en", "概述（英）", "Gist (English)"),
    ("group", "所计", "Counted"),
    ("group_en", "所计(英文)", "Counted (English)"),
    ("groups", "各部分", "Parts"),
    ("heading", "标题", "Heading"),
    ("hint", "办法", "Hint"),
    ("holder", "获得者", "Holder"),
    ("honours", "荣誉数", "Honours"),
    ("kind", "类别", "Kind"),
    ("label", "数字名称", "Label"),
    ("language", "语言", "Language"),
    ("level", "级别", "Level"),
    ("line", "行", "Line"),
    ("lines", "行数", "Lines"),
    ("max", "上限", "Upper end"),
    ("meaning", "含义", "Meaning"),
    ("measures", "举措", "Measures"),
    ("member", "成员", "Member"),
    ("members", "成员", "Members"),
    ("message", "说明", "Message"),
    ("metric", "指标", "Metric"),
    ("metrics", "指标数", "Metrics"),
    ("n", "序号", "No."),
    ("name", "名称", "Name"),
    ("named", "文中列名", "Named"),
    ("note", "按语", "Note"),
    ("note_en", "按语（英）", "Note (English)"),
    ("outcome", "对应数字", "Counted by"),
    ("outcomes", "数字项数", "Figures"),
    ("outlet", "媒体", "Outlet"),
    ("part", "部分", "Part"),
    ("partners", "伙伴数", "Partners"),
    ("passage", "整行原文", "Passage"),
    ("period", "时间", "Period"),
    ("period_kind", "时间类别", "Kind of period"),
    ("pillar", "支柱", "Pillar"),
    ("pillars", "支柱数", "Pillars"),
    ("pinyin", "拼音", "Pinyin"),
    ("prefix", "前文", "Before"),
    ("printed", "原题", "Heading as printed"),
    ("province", "省份", "Province"),
    ("province_en", "省份（英）", "Province (English)"),
    ("published", "发布日期", "Published"),
    ("ranges", "命中位置", "Ranges"),
    ("recognitions", "荣誉与平台数", "Recognitions"),
    ("relation", "关系", "Relation"),
    ("reporter", "数据代表", "Speaks for"),
    ("reporter_en", "数据代表（英）", "Speaks for (English)"),
    ("row", "行号", "Row"),
    ("scope", "口径", "Scope"),
    ("score", "得分", "Score"),
    ("setting", "设置", "Setting"),
    ("severity", "程度", "Severity"),
    ("sha256", "SHA-256", "SHA-256"),
    ("short", "简称", "Short name"),
    ("short_en", "简称（英）", "Short name (English)"),
    ("slogan", "口号", "Slogan"),
    ("source", "出处", "Source"),
    ("suffix", "后文", "After"),
    ("summary", "概述", "Summary"),
    ("summary_en", "概述（英）", "Summary (English)"),
    ("text", "文字", "Text"),
    ("theme", "主题", "Theme"),
    ("themes", "主题", "Themes"),
    ("title", "标题", "Title"),
    ("total", "总数", "Total"),
    ("unit", "单位", "Unit"),
    ("unnamed", "未列名", "Unnamed"),
    ("url", "网址", "Web address"),
    ("value", "数值", "Value"),
    ("work", "作品或案例", "Work"),
    ("year", "年份", "Year"),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::{
        compare,
        record::{
            CardRow, CitedRow, CodeRow, CollegeRow, FamilyRow, FindingRow, FrameworkRow, GroupRow, HitRow,
            MeasureRow, MemberRow, MetricRow, OutcomeRow, PartnerRow, PillarRow, RecognitionRow, RecordRow,
            SettingRow, SourceRow, ThemeRow,
        },
    };
    use crate::load::{Origin, load};

    #[test]
    fn codes_are_words_under_words() {
        let cell = |id, text| Headings::In(Lang::En).cell(id, text, None).into_owned();
        assert_eq!(cell("period_kind", "as_of"), "up to a date");
        assert_eq!(cell("unit", "家"), "organisations");
        assert_eq!(cell("unit", ""), "");
        assert_eq!(cell("bound", "at_least"), "at least");
        assert_eq!(cell("scope", "全校"), "whole college");
        assert_eq!(cell("relation", "alone"), "one college only");
        assert_eq!(cell("level", "province"), "provincial");
        assert_eq!(cell("kind", "case"), "selected case");
        assert_eq!(cell("kind", "something else"), "something else");
        assert_eq!(cell("label", "family"), "family");
        assert_eq!(Headings::Id.cell("unit", "家", None), "家");
    }

    #[test]
    fn ids_of_other_tables_are_names_under_words() {
        let atlas = load(&Origin::Embedded).atlas;
        let cell = |lang, id, text| Headings::In(lang).cell(id, text, Some(&atlas)).into_owned();
        assert_eq!(cell(Lang::Zh, "college", "tzvcst"), "台州科技");
        assert_eq!(cell(Lang::En, "college", "tzvcst"), "TZVCST");
        assert_eq!(cell(Lang::Zh, "theme", "co-building"), "共建合作");
        assert_eq!(
            cell(Lang::Zh, "themes", "co-building; platforms"),
            "共建合作; 平台建设"
        );
        assert_eq!(
            cell(Lang::En, "metric", "joint-party-firms"),
            "Firms in joint Party-building"
        );
        assert_eq!(cell(Lang::Zh, "source", "jyb-tzvcst"), "中国教育报客户端");
        assert_eq!(cell(Lang::Zh, "college", "nowhere"), "nowhere");
        assert_eq!(Headings::Id.cell("college", "tzvcst", Some(&atlas)), "tzvcst");
    }

    #[test]
    fn every_column_has_a_heading() {
        assert!(WORDS.is_sorted_by_key(|(id, ..)| *id));
        let all = [
            CardRow::COLUMNS,
            CitedRow::COLUMNS,
            CodeRow::COLUMNS,
            CollegeRow::COLUMNS,
            FamilyRow::COLUMNS,
            FindingRow::COLUMNS,
            FrameworkRow::COLUMNS,
            GroupRow::COLUMNS,
            HitRow::COLUMNS,
            MeasureRow::COLUMNS,
            MemberRow::COLUMNS,
            MetricRow::COLUMNS,
            OutcomeRow::COLUMNS,
            PartnerRow::COLUMNS,
            PillarRow::COLUMNS,
            RecognitionRow::COLUMNS,
            SettingRow::COLUMNS,
            SourceRow::COLUMNS,
            ThemeRow::COLUMNS,
        ];
        for columns in all.iter().chain(&compare::COLUMNS) {
            for lang in [Lang::Zh, Lang::En] {
                let headings: Vec<_> = columns.iter().map(|id| Headings::In(lang).of(id)).collect();
                for (at, heading) in headings.iter().enumerate() {
                    assert!(words(columns[at]).is_some(), "{} has no heading", columns[at]);
                    assert!(
                        !headings[..at].contains(heading),
                        "{heading} stands twice over {columns:?}"
                    );
                }
            }
        }
        assert_eq!(Headings::In(Lang::Zh).of("value"), "数值");
        assert_eq!(Headings::Id.of("value"), "value");
    }
}
