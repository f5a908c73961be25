//! The head of a dossier: whose it is, as far as the article prints it.
//!
//! Owns the name that an article goes by and what follows from it by rule: short name, pinyin, reporter. What is not
//! printed, English above all, is a person's to write.

use crate::model::Slug;
use crate::model::TODO;
use crate::text::han::is_han;
use std::collections::HashMap;

use serde_json::{Value, json};

use super::Draft;
use crate::{
    order::{printed_province, province_in_front},
    text::reading::only_readings,
};

/// The ids of what is drafted.
#[derive(Clone, Debug)]
pub(crate) struct DraftIds {
    /// The dossier's.
    pub(crate) college: Slug,
    /// The source record's.
    pub(crate) source: Slug,
}

/// Endings of the full names of colleges, the longest first, in the syllables that they are read in.
const ENDINGS: [(&str, &str); 14] = [
    ("高等专科学校", "gaodeng zhuanke xuexiao"),
    ("高等職業技術學院", "gaodeng zhiye jishu xueyuan"),
    ("职业技术大学", "zhiye jishu daxue"),
    ("职业技术学院", "zhiye jishu xueyuan"),
    ("職業技術學院", "zhiye jishu xueyuan"),
    ("职业技术学校", "zhiye jishu xuexiao"),
    ("职业大学", "zhiye daxue"),
    ("職業大學", "zhiye daxue"),
    ("职业学院", "zhiye xueyuan"),
    ("職業學院", "zhiye xueyuan"),
    ("技师学院", "jishi xueyuan"),
    ("职业学校", "zhiye xuexiao"),
    ("学院", "xueyuan"),
    ("學院", "xueyuan"),
];

/// Longest name before its ending, in characters.
const LONGEST: usize = 12;

/// The record's fields up to the summary.
pub(super) fn head(draft: &Draft, lines: &[&str], ids: &DraftIds) -> Value {
    let body: Vec<&str> = (lines.iter().zip(&draft.site))
        .filter(|(_, site)| site.is_none())
        .map(|(line, _)| *line)
        .collect();
    let name = name(&body);
    let (zh, short, pinyin) = match &name {
        None => (TODO.to_owned(), TODO.to_owned(), TODO.to_owned()),
        Some((own, ending, read)) => {
            let zh = format!("{own}{ending}");
            let short = short(&body, &zh).unwrap_or(own);
            let pinyin = pinyin(own).map_or_else(|| TODO.to_owned(), |own| format!("{own} {read}"));
            (zh.clone(), short.to_owned(), pinyin)
        }
    };
    let mut head = json!({
        "id": ids.college.as_str(),
        "name": {"zh": zh, "short": short, "en": TODO, "pinyin": pinyin},
    });
    // 山东信息职业技术学院 says where it is; else the article has to.
    let begins = name.and_then(|(own, ..)| province_in_front(own));
    if let Some(province) = begins.or_else(|| printed_province(&body)) {
        head["province"] = json!({"zh": province.zh, "en": province.en});
    }
    head["reporter"] = json!({"zh": zh, "en": TODO, "scope": "college"});
    head["source"] = ids.source.as_str().into();
    head["summary"] = json!({"zh": TODO, "en": TODO});
    head
}

/// The name printed most often: its own part, its ending and how that is read. It counts only where it begins a line
/// or a clause, since elsewhere nothing says where it begins.
fn name<'a>(body: &[&'a str]) -> Option<(&'a str, &'static str, &'static str)> {
    let mut times: HashMap<&str, (usize, usize)> = HashMap::new();
    let mut found: HashMap<&str, (&'a str, &'static str, &'static str)> = HashMap::new();
    for (n, line) in body.iter().enumerate() {
        for clause in line
            .split(|c: char| !is_han(c))
            .filter(|clause| !clause.is_empty())
        {
            let Some((own, ending, read)) = beginning(clause) else {
                continue;
            };
            let whole = &clause[..own.len() + ending.len()];
            times.entry(whole).or_insert((0, n)).0 += 1;
            found.insert(whole, (own, ending, read));
        }
    }
    // A full name is surer than a school of the college, and of two that are as frequent the first.
    let rank = |name: &&str| {
        let (count, first) = times[name];
        let full = !matches!(found[name].1, "学院" | "學院");
        (full, count, std::cmp::Reverse(first))
    };
    let best = times.keys().copied().max_by_key(rank)?;
    // 浙江省海蓝职业学院 is 海蓝职业学院 where the article says so too.
    let bare = best.split_once('省').map_or(best, |(_, bare)| bare);
    found.get(bare).or_else(|| found.get(best)).copied()
}

/// What may stand before a name at the beginning of its clause: 中共某学院委员会, 现将某学院有关情况.
const BEFORE_NAME: [&str; 14] = [
    "记者从",
    "近日",
    "日前",
    "走进",
    "中共",
    "现将",
    "现就",
    "据",
    "在",
    "由",
    "从",
    "与",
    "对",
    "为",
];

/// The name that a clause begins with.
fn beginning(clause: &str) -> Option<(&str, &'static str, &'static str)> {
    const NO_NAMES: [&str; 15] = [
        "该",
        "本",
        "我",
        "全",
        "各",
        "二级",
        "一个",
        "产业",
        "现代产业",
        "其",
        "学",
        "多",
        "与",
        "和",
        "建成",
    ];
    let clause = BEFORE_NAME
        .into_iter()
        .find_map(|word| clause.strip_prefix(word))
        .unwrap_or(clause);
    let ends = ENDINGS
        .iter()
        .filter_map(|(ending, read)| Some((clause.find(ending)?, *ending, *read)));
    let (at, ending, read) = ends.min_by_key(|(at, ending, _)| (*at + ending.len(), *at))?;
    let own = &clause[..at];
    let named =
        (2..=LONGEST).contains(&own.chars().count()) && !NO_NAMES.iter().any(|word| own.starts_with(word));
    named.then_some((own, ending, read))
}

/// The short name that the article gives itself: （以下简称“澜职院”）.
fn short<'a>(body: &[&'a str], zh: &str) -> Option<&'a str> {
    body.iter().find_map(|line| {
        let (_, behind) = line.split_once(zh)?;
        let (_, behind) = behind
            .split_once("简称")
            .filter(|(before, _)| before.chars().count() <= 4)?;
        let short = behind
            .trim_start_matches(['“', '"', '：'])
            .split(['”', '"', '）', ')', '，'])
            .next()?;
        (2..=8).contains(&short.chars().count()).then_some(short)
    })
}

/// How a name is read, two characters to a word; none where a character has several readings, which a person knows.
fn pinyin(own: &str) -> Option<String> {
    const THREE: [&str; 2] = ["黑龙江", "内蒙古"];
    let syllables = only_readings(own)?;
    let first = if THREE.iter().any(|name| own.starts_with(name)) {
        3
    } else {
        0
    };
    let (front, rest) = syllables.split_at(first.min(syllables.len()));
    let words = [front].into_iter().chain(rest.chunks(2));
    let words: Vec<String> = words
        .filter(|word| !word.is_empty())
        .map(<[&str]>::concat)
        .collect();
    Some(words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::draft;

    fn drafted(text: &str) -> Value {
        let ids = DraftIds {
            college: "todo".parse().unwrap(),
            source: "news-todo".parse().unwrap(),
        };
        head(&draft(text), &text.lines().collect::<Vec<_>>(), &ids)
    }

    #[test]
    fn the_name_is_the_printed_one_and_what_follows_from_it() {
        let head = drafted(
            "党旗领航聚合力\n近日，岭川工程职业学院与企业结对。岭川工程职业学院地处浙江省西部，机电工程学院先行。\n",
        );
        assert_eq!(
            head["name"],
            json!({"zh": "岭川工程职业学院", "short": "岭川工程", "en": TODO, "pinyin": "lingchuan gongcheng zhiye xueyuan"})
        );
        assert_eq!(head["reporter"]["zh"], "岭川工程职业学院");
        assert_eq!(head["province"], json!({"zh": "浙江", "en": "Zhejiang"}));
    }

    #[test]
    fn a_province_in_front_is_no_part_of_the_name_and_a_word_of_its_own() {
        let head = drafted("校企同心\n——浙江省岭川工程职业学院案例\n岭川工程职业学院与企业结对。\n");
        assert_eq!(head["name"]["zh"], "岭川工程职业学院");
        let head = drafted("校企同心\n黑龙江岭川职业学院与企业结对。\n");
        assert_eq!(head["name"]["pinyin"], "heilongjiang lingchuan zhiye xueyuan");
    }

    #[test]
    fn words_that_lead_up_to_a_name_are_none_of_it() {
        for text in [
            "关于校企合作的报告\n现将岭川工程职业学院有关情况报告如下。\n",
            "校企同心育人才\n中共岭川工程职业学院委员会\n",
        ] {
            assert_eq!(drafted(text)["name"]["zh"], "岭川工程职业学院", "{text}");
        }
    }

    #[test]
    fn what_is_not_printed_or_not_sure_is_left() {
        let head = drafted("校企同心育人才\n该学院与三家企业结对，产品销往浙江、江苏。\n");
        assert_eq!(
            (&head["name"]["zh"], &head["province"]),
            (&TODO.into(), &Value::Null)
        );
        let head = drafted("南重阳职业学院：校企同心\n南重阳职业学院（简称“南职”）与三家企业结对。\n");
        assert_eq!(
            (head["name"]["short"].as_str(), head["name"]["pinyin"].as_str()),
            (Some("南职"), Some(TODO))
        );
    }
}
